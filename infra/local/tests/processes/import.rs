//! `confer import` of exports as broken as they come.

use crate::running::{Done, Folder, Serve, confer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Files = BTreeMap<&'static str, Vec<u8>>;

/// A school with two families, in OneRoster 1.2, and nothing wrong with it.
fn good() -> Files {
    let text = |text: &str| text.as_bytes().to_vec();
    Files::from([
        (
            "manifest.csv",
            text(
                "propertyName,value\noneroster.version,1.2\nfile.orgs,bulk\nfile.academicSessions,bulk\n\
                 file.classes,bulk\nfile.enrollments,bulk\nfile.users,bulk\nfile.roles,bulk\n",
            ),
        ),
        (
            "orgs.csv",
            text(
                "sourcedId,status,dateLastModified,name,type,parentSourcedId\nnorth,,2021-08-20T12:00:00Z,North School,school,\n",
            ),
        ),
        (
            "academicSessions.csv",
            text("sourcedId,status,dateLastModified,title,startDate,endDate\nyear,,,The Year,2021-08-23,2022-05-27\n"),
        ),
        (
            "classes.csv",
            text("sourcedId,status,dateLastModified,title,classType,schoolSourcedId\nhr-1,,,Homeroom,homeroom,north\n"),
        ),
        (
            "enrollments.csv",
            text(
                "sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role,primary\n\
                 e-1,,,hr-1,t-1,teacher,true\ne-2,,,hr-1,p-1,student,\ne-3,,,hr-1,p-2,student,\n",
            ),
        ),
        (
            "users.csv",
            text(
                "sourcedId,status,dateLastModified,enabledUser,givenName,familyName,email,sms,phone,agentSourcedIds,grades\n\
                 p-1,,,true,Zebulon,Quist,,,,g-1,01\n\
                 p-2,,,true,Ada,Quist,,,,g-1,02\n\
                 g-1,,,true,Ana,Quist,ana@example.org,,,,\n\
                 t-1,,,true,Tess,Wren,tess@example.org,,,,\n",
            ),
        ),
        (
            "roles.csv",
            text(
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n\
                 r-1,,,p-1,primary,student,,,north\nr-2,,,p-2,primary,student,,,north\n\
                 r-3,,,g-1,primary,guardian,,,north\nr-4,,,t-1,primary,teacher,,,north\n",
            ),
        ),
    ])
}

/// The same with one row, or one file, of every kind that cannot be used.
fn broken() -> Files {
    let mut files = good();
    let mut add = |name: &str, rows: &[u8]| files.get_mut(name).unwrap().extend_from_slice(rows);
    add("orgs.csv", b"south,,20 August 2021,South School,school,\n");
    add(
        "orgs.csv",
        b"east,gone,2021-08-20T12:00:00Z,East School,school,nowhere\n",
    );
    add("enrollments.csv", b"e-3,,,hr-1,p-1,student,\n");
    add("enrollments.csv", b"e-4,,,hr-9,p-9,student,perhaps\n");
    add("enrollments.csv", b"e-5,,,hr-9,p-1,student,\n");
    add("users.csv", b"p-3,,,true,Zo\xeb,Quist,,,,,\n");
    add("users.csv", b"p-4,,,true,Ida,Quist, y Costa,,,,g-1,01\n");
    add("users.csv", b"p-5,,,true,Pia,Quist,,,,g-8,01\n");
    add(
        "users.csv",
        &[b"p-6,,,true,", "x".repeat(1_000_000).as_bytes(), b",Quist,,,,,\n"].concat(),
    );
    add("users.csv", b"p-7,,,true,Jo \"Joe\",O\"Hara,,,,,\n");
    add("users.csv", b",,,true,Una,Quist,,,,,\n");
    add("users.csv", b"p-8,,,true,\"Lia,Quist,,,,,\np-9,,,true,Max,Quist,,,,,");
    add(
        "roles.csv",
        b"r-5,,,p-5,primary,student,2021-02-30,,north\nr-7,,,p-7,primary,student,,,north\n",
    );
    add("roles.csv", b"r-8,,,nobody,primary,student,,,north\n");
    // A file that begins with a mark of its byte order, and whose lines end as on Windows.
    let classes = String::from_utf8(files["classes.csv"].clone()).unwrap();
    let classes = format!("\u{feff}{}", classes.replace('\n', "\r\n"));
    files.insert(
        "classes.csv",
        (classes + "hr-2,,,Art,,\r\nhr-1,,,Music,,\r\n").into_bytes(),
    );
    files.insert(
        "academicSessions.csv",
        b"sourcedId,status,dateLastModified,title,starts,ends\nyear,,,The Year,,\n".to_vec(),
    );
    files
}

fn zip(files: &Files, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files = files
        .iter()
        .map(|(name, content)| (format!("export/{name}"), content.as_slice()));
    for (name, content) in files.chain(more.iter().map(|(name, content)| ((*name).to_owned(), *content))) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn folder(files: &Files) -> Folder {
    let folder = Folder::new();
    for (name, content) in files {
        folder.file(name, content);
    }
    folder
}

/// What is said, with the test's own folder and how much was written left out of it.
fn said(done: &Done, folder: &Folder) -> String {
    let text = format!("{}{}exit {}", done.out, done.err, done.code).replace(folder.path(), "FOLDER");
    let plain = |line: &str| match line
        .rsplit_once(", ")
        .filter(|(_, last)| last.ends_with(" items written"))
    {
        Some((first, _)) => format!("{first}, … items written"),
        None => line.to_owned(),
    };
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

/// Which objects the table has, by kind.
fn known(serve: &Serve) -> BTreeMap<String, Vec<String>> {
    let client = confer::client::Client::new(&serve.url, confer::settings::Settings::read(|_| None).unwrap()).unwrap();
    let roster = client.get("/_local/roster").unwrap();
    let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in roster["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["active"] == true)
    {
        let text = |name: &str| item[name].as_str().map(str::to_owned).unwrap();
        known.entry(text("kind")).or_default().push(text("id"));
    }
    known.values_mut().for_each(|ids| ids.sort());
    known
}

#[test]
fn every_kind_of_broken_row_is_named_and_the_rest_is_applied() {
    let serve = Serve::start(&["--start", "2021-08-23"]);
    let folder = folder(&broken());
    let done = serve.run(&["import", folder.path()]);
    assert_eq!(done.code, 0);
    insta::assert_snapshot!("broken_folder", said(&done, &folder));
    let applied: Vec<String> = known(&serve)
        .into_iter()
        .map(|(kind, ids)| format!("{kind}: {}", ids.join(", ")))
        .collect();
    insta::assert_snapshot!("broken_folder_applied", applied.join("\n"));

    let outside: &[(&str, &[u8])] = &[
        ("../users.csv", b"x"),
        ("/etc/orgs.csv", b"x"),
        ("export\\roles.csv", b"x"),
        ("C:/users.csv", b"x"),
        ("export/old/users.csv", b"x"),
        ("export/notes.txt", b"x"),
    ];
    let serve = Serve::start(&["--start", "2021-08-23"]);
    let path = folder.file("broken.zip", zip(&broken(), outside));
    let zipped = serve.run(&["import", &path]);
    let left_out = "  ../users.csv: leads out of the zip file, so it was not read
  /etc/orgs.csv: leads out of the zip file, so it was not read
  export\\\\roles.csv: leads out of the zip file, so it was not read
  C:/users.csv: leads out of the zip file, so it was not read
  export/old/users.csv: does not lie beside manifest.csv, so it was not read\n";
    let of_folder = said(&done, &folder);
    let count = of_folder
        .lines()
        .find_map(|line| line.split_once(" problems"))
        .unwrap()
        .0;
    let more = (count.parse::<usize>().unwrap() + 5).to_string();
    let expected = format!(
        "{left_out}{}",
        of_folder.replace(&format!("{count} problems"), &format!("{more} problems"))
    );
    assert_eq!(said(&zipped, &folder), expected);
    for text in [&done.out, &zipped.out] {
        for personal in ["Quist", "Zo", "Ida", "Lia", "Hara", "xxx", "example.org"] {
            assert!(!text.contains(personal), "{personal} in {text}");
        }
    }
}

#[test]
fn what_is_no_export_is_refused() {
    let serve = Serve::start(&["--start", "2021-08-23"]);
    let folder = folder(&good());
    std::fs::remove_file(format!("{}/manifest.csv", folder.path())).unwrap();
    let without = Files::from([("users.csv", b"x".to_vec())]);
    let mut lines = vec![said(&serve.run(&["import", folder.path()]), &folder)];
    for (name, content) in [
        ("no-manifest.zip", zip(&without, &[])),
        ("empty.zip", zip(&Files::new(), &[])),
        ("users.csv", b"sourcedId".to_vec()),
        ("half.zip", zip(&good(), &[])[..400].to_vec()),
    ] {
        let path = folder.file(name, content);
        lines.push(said(&serve.run(&["import", &path]), &folder));
    }
    insta::assert_snapshot!(lines.join("\n"));
    assert_eq!(known(&serve), BTreeMap::new());
}

/// The good export without some of its rows, dated.
fn later(without: &[&str], at: &str) -> Folder {
    let mut files = good();
    for (name, content) in &mut files {
        let text = String::from_utf8(content.clone()).unwrap();
        let kept = text
            .lines()
            .filter(|line| !without.iter().any(|id| line.split(',').any(|field| field == *id)));
        let kept: Vec<String> = kept.map(str::to_owned).collect();
        *content = (kept.join("\n") + "\n")
            .replace(",2021-08-20T12:00:00Z,", &format!(",{at},"))
            .into_bytes();
        assert!(*name != "orgs.csv" || content.windows(at.len()).any(|part| part == at.as_bytes()));
    }
    folder(&files)
}

#[test]
fn a_whole_export_removes_whom_it_lacks_where_that_is_meant() {
    let serve = Serve::start(&["--start", "2021-09-11"]);
    let first = folder(&good());
    let empty = known(&serve);
    let dry = serve.run(&["import", first.path(), "--dry-run"]);
    assert_eq!((known(&serve), dry.code), (empty, 0), "nothing was written");
    let mut lines = vec![said(&dry, &first)];
    serve.run(&["import", first.path()]);
    let all = known(&serve);

    let second = later(&["p-2"], "2021-09-10T12:00:00Z");
    for more in [
        &[][..],
        &["--dry-run"],
        &["--dry-run", "--allow-removals"],
        &["--allow-removals"],
        &[],
    ] {
        let before = known(&serve);
        let done = serve.run(&[&["import", second.path()], more].concat());
        lines.push(said(&done, &second));
        let removed = more == ["--allow-removals"];
        assert_eq!(known(&serve) != before, removed, "{more:?}");
    }
    assert_eq!(known(&serve)["user"], ["g-1", "p-1", "t-1"]);
    assert_eq!(known(&serve)["enrollment"], ["e-1", "e-2"]);

    // The next day's export has them again, in rows that were not touched since August.
    let third = later(&[], "2021-09-11T12:00:00Z");
    lines.push(said(&serve.run(&["import", third.path()]), &third));
    assert_eq!(known(&serve), all);
    insta::assert_snapshot!(lines.join("\n"));
    let lost = |value: &Value| value["name"] == "roster-projection-dlq" && value["visible"] != 0;
    let client = confer::client::Client::new(&serve.url, confer::settings::Settings::read(|_| None).unwrap()).unwrap();
    assert!(
        !client.get("/_local/queues").unwrap()["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(lost)
    );
}

#[test]
fn when_an_export_was_made_is_a_day_or_an_instant() {
    let serve = Serve::start(&["--start", "2021-09-01"]);
    let folder = folder(&good());
    let wrong = serve.run(&["import", folder.path(), "--as-of", "yesterday"]);
    assert_eq!(
        wrong.err,
        "confer: yesterday is neither a day, as 2021-09-01, nor an instant, as 2021-09-01T12:00:00Z\n"
    );
    serve.run(&["import", folder.path(), "--as-of", "2021-09-01"]);
    let client = confer::client::Client::new(&serve.url, confer::settings::Settings::read(|_| None).unwrap()).unwrap();
    let roster = client.get("/_local/roster").unwrap();
    let user = roster["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["kind"] == "user")
        .unwrap()
        .clone();
    assert_eq!(
        user["dateLastModified"], "2021-09-01T04:00:00Z",
        "midnight in Connecticut"
    );
    let help = Done::of(confer(&["import", "--help"]).output().unwrap());
    assert!(help.out.contains("--allow-removals"));
    let plain = help.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("ends with 0 where rows were left out but named"));
}
