use super::*;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The names that were read, and what was said.
fn names(read: (Files, Vec<Problem>)) -> (Vec<String>, Vec<String>) {
    let (files, problems) = read;
    let said = problems.iter().map(Problem::to_string).collect();
    (files.into_keys().collect(), said)
}

#[test]
fn the_files_lie_at_the_top_or_in_one_folder() {
    for folder in ["", "export/", "Maple Harbor 2021/"] {
        let at = |name: &str| format!("{folder}{name}");
        let (manifest, users, notes) = (at("manifest.csv"), at("users.csv"), at("README.txt"));
        let zip = packed(&[
            (&users, b"users"),
            (&manifest, b"manifest"),
            (&notes, b"notes"),
            ("__MACOSX/export/._users.csv", b"mac"),
        ]);
        let (files, problems) = read(&zip).unwrap();
        assert_eq!(problems, []);
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["manifest.csv", "users.csv"],
            "{folder}"
        );
        assert_eq!(files["users.csv"], b"users");
    }
}

#[test]
fn what_leads_out_or_lies_elsewhere_is_named_and_left_out() {
    for (path, reason) in [
        ("../users.csv", "leads out of the zip file"),
        ("a/../../users.csv", "leads out of the zip file"),
        ("/etc/users.csv", "leads out of the zip file"),
        ("..\\users.csv", "leads out of the zip file"),
        ("C:users.csv", "leads out of the zip file"),
        ("C:/users.csv", "leads out of the zip file"),
        ("./users.csv", "leads out of the zip file"),
        ("../run.sh", "leads out of the zip file"),
        ("old/users.csv", "does not lie beside manifest.csv"),
        ("a/b/users.csv", "does not lie beside manifest.csv"),
        ("a\nb/users.csv", "does not lie beside manifest.csv"),
    ] {
        let zip = packed(&[("manifest.csv", b"manifest"), (path, b"x"), ("orgs.csv", b"orgs")]);
        let said = format!("{}: {reason}, so it was not read", path.escape_debug());
        let read = (vec!["manifest.csv".to_owned(), "orgs.csv".to_owned()], vec![said]);
        assert_eq!(names(unpack(&zip, 100).unwrap()), read);
    }
}

#[test]
fn more_than_there_is_room_for_is_not_unpacked() {
    let zeros = vec![0; 1_000_000];
    let zip = packed(&[("users.csv", &zeros), ("manifest.csv", b"manifest")]);
    assert!(zip.len() < 2_000, "it is a bomb of {} bytes", zip.len());
    let left_out = vec!["users.csv: is too large, unpacked, so it was not read".to_owned()];
    assert_eq!(
        names(unpack(&zip, 999_999).unwrap()),
        (vec!["manifest.csv".to_owned()], left_out)
    );
    assert_eq!(names(unpack(&zip, 1_000_008).unwrap()).1, Vec::<String>::new());
    assert_eq!(names(unpack(&zip, 1_000_007).unwrap()).0, ["users.csv"], "all together");
}

#[test]
fn an_archive_that_lies_about_a_size_gains_nothing() {
    let zeros = vec![0; 1_000_000];
    let mut zip = packed(&[("users.csv", &zeros)]);
    for size in zip
        .windows(4)
        .enumerate()
        .filter(|(_, four)| *four == 1_000_000_u32.to_le_bytes())
        .map(|(at, _)| at)
        .collect::<Vec<_>>()
    {
        zip[size..size + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    let (files, problems) = names(unpack(&zip, 1_000).unwrap());
    assert_eq!((files.len(), problems.len()), (0, 1), "{problems:?}");
}

#[test]
fn damage_is_named_or_refused() {
    let mut damaged = packed(&[("users.csv", b"sourcedId,status"), ("manifest.csv", b"manifest")]);
    let body = "users.csv".len() + 30;
    damaged[body] ^= 0xff;
    let (files, problems) = names(read(&damaged).unwrap());
    assert_eq!(files, ["manifest.csv"]);
    assert!(
        problems[0].starts_with("users.csv: cannot be unpacked ("),
        "{problems:?}"
    );
    for bytes in [&b""[..], b"sourcedId,status\n", &damaged[..damaged.len() - 30]] {
        assert!(matches!(read(bytes), Err(NotAnArchive::Broken(_))));
    }
}

#[test]
fn two_files_of_one_name_are_one_too_many() {
    let mut zip = packed(&[("users.csv", b"one"), ("orgs1.csv", b"two")]);
    for at in 0..zip.len() - 9 {
        if &zip[at..at + 9] == b"orgs1.csv" {
            zip[at..at + 9].copy_from_slice(b"users.csv");
        }
    }
    assert!(matches!(read(&zip), Err(NotAnArchive::Ambiguous)));
}
