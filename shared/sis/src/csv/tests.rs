use super::*;
use domain::roster::Object;

mod old;
mod whole;

const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.phone
north,active,2021-08-20T12:00:00.000Z,North School,school,,d,860-555-0110
d,active,2021-08-20T12:00:00.000Z,The District,district,,,
";
const SESSIONS: &str = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
fall,,,Fall,semester,2021-08-23,2021-12-17,year,2022
year,,,The Year,schoolYear,2021-08-23,2022-05-27,,2022
";
const CLASSES: &str =
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds
hr-1,,,Homeroom 1,\"01, 02\",c,,homeroom,north,\"fall,spring\"
";
const ENROLLMENTS: &str =
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e-1,,,hr-1,north,t-1,teacher,TRUE,,
e-2,,,hr-1,north,p-1,student,,2021-08-23,2022-05-27
";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,password,givenName,familyName,email,sms,phone,\
agentSourcedIds,grades,preferredGivenName,primaryOrgSourcedId,metadata.homeLanguage,metadata.relation,\
metadata.emergencyContactFor,metadata.doNotContactFor,metadata.designeeFor
p-1,,,true,hunter2,Zebulon,Quist,,,,\"c-1, c-2\",01,Zeb,north,por,,,,
c-1,,,true,,Ana,Quist,ana q@example.org,(203) 555 0142,,,,,d,,mother,\"p-1,p-2\",,
c-2,,,true,,Jo,O'Hara,,,,,,,d,,,,p-1,
t-1,,,true,,Tess,Wren,tess@example.org,,,,,,north,,,,,north
";
const ROLES: &str =
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
r-1,,,p-1,primary,student,2021-08-23,,north,
r-2,,,c-1,primary,guardian,,,d,
r-3,,,c-2,primary,guardian,,,d,
r-4,,,t-1,primary,teacher,,,north,
r-5,,2021-09-01T12:00:00Z,t-1,secondary,principal,,,north,
";

fn manifest(modes: &str) -> String {
    format!("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n{modes}")
}

/// A small export, with `name` replaced by `text`.
fn export(name: &str, text: &str) -> Files {
    let modes = "file.academicSessions,bulk\nfile.classes,bulk\nfile.courses,absent\nfile.enrollments,bulk\n\
                 file.orgs,bulk\nfile.roles,bulk\nfile.users,bulk\n";
    let mut files: Files = [
        ("orgs.csv", ORGS),
        ("academicSessions.csv", SESSIONS),
        ("classes.csv", CLASSES),
        ("enrollments.csv", ENROLLMENTS),
        ("users.csv", USERS),
        ("roles.csv", ROLES),
        ("courses.csv", "whatever"),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text.into()))
    .collect();
    files.insert("manifest.csv".into(), manifest(modes).into());
    files.insert(name.into(), text.into());
    files
}

fn small() -> Files {
    export("orgs.csv", ORGS)
}

fn import(files: &Files) -> Import {
    read(files, "urn:oneroster:test").unwrap()
}

fn problems(files: &Files) -> Vec<String> {
    import(files).problems.iter().map(Problem::to_string).collect()
}

/// What the events describe, in their order.
fn subjects(import: &Import) -> Vec<&str> {
    import
        .events
        .iter()
        .map(|event| event["subject"].as_str().unwrap())
        .collect()
}

fn data<'a>(import: &'a Import, id: &str) -> &'a Value {
    let event = import.events.iter().find(|event| event["subject"] == id);
    &event.unwrap()["data"]
}

#[test]
fn an_export_is_read_whole_in_an_order_that_puts_first_what_is_referred_to() {
    let import = import(&small());
    assert_eq!(import.problems, []);
    assert_eq!(import.rows, 16);
    assert_eq!(
        subjects(&import),
        [
            "d", "north", "year", "fall", "hr-1", "c-1", "c-2", "t-1", "e-1", "e-2", "p-1"
        ]
    );
    assert_eq!(
        *data(&import, "p-1"),
        json!({
            "sourcedId": "p-1", "status": "active", "dateLastModified": UNDATED, "enabledUser": true,
            "givenName": "Zebulon", "familyName": "Quist", "preferredGivenName": "Zeb", "grades": ["01"],
            "agents": [{"sourcedId": "c-1"}, {"sourcedId": "c-2"}], "primaryOrg": {"sourcedId": "north"},
            "roles": [{"roleType": "primary", "role": "student", "org": {"sourcedId": "north"},
                       "beginDate": "2021-08-23", "status": "active"}],
            "metadata": {"homeLanguage": "por"}
        })
    );
    assert_eq!(
        data(&import, "c-1")["metadata"],
        json!({"relation": "mother", "emergencyContactFor": ["p-1", "p-2"]})
    );
    assert_eq!(data(&import, "c-2")["metadata"], json!({"doNotContactFor": ["p-1"]}));
    assert_eq!(data(&import, "t-1")["metadata"], json!({"designeeFor": ["north"]}));
    assert_eq!(data(&import, "t-1")["roles"][1]["role"], "principal");
    assert_eq!(data(&import, "north")["metadata"], json!({"phone": "860-555-0110"}));
    assert_eq!(data(&import, "fall")["parent"], json!({"sourcedId": "year"}));
    assert_eq!(
        *data(&import, "hr-1"),
        json!({"sourcedId": "hr-1", "status": "active", "dateLastModified": UNDATED, "title": "Homeroom 1",
               "grades": ["01", "02"], "classType": "homeroom", "school": {"sourcedId": "north"},
               "terms": [{"sourcedId": "fall"}, {"sourcedId": "spring"}]})
    );
    assert_eq!(
        *data(&import, "e-1"),
        json!({"sourcedId": "e-1", "status": "active", "dateLastModified": UNDATED, "role": "teacher", "primary": true,
               "class": {"sourcedId": "hr-1"}, "school": {"sourcedId": "north"}, "user": {"sourcedId": "t-1"}})
    );
}

#[test]
fn every_event_is_one_that_confer_accepts() {
    for event in import(&small()).events {
        let read = parse(event.to_string().as_bytes(), false, &Policy::default()).unwrap();
        assert!(read[0].object.is_some(), "{event}");
        let id = event["id"].as_str().unwrap();
        let (rest, digest) = id.rsplit_once(':').unwrap();
        let kind = event["type"].as_str().unwrap();
        let kind = kind.strip_prefix("sis.").and_then(|kind| kind.strip_suffix(".changed"));
        assert_eq!(
            rest,
            format!("{}:{}", kind.unwrap(), event["subject"].as_str().unwrap())
        );
        assert!(
            digest.len() == 16 && digest.bytes().all(|b| b.is_ascii_hexdigit()),
            "{id}"
        );
        assert_eq!(event["time"], event["data"]["dateLastModified"]);
        assert_eq!(event["source"], "urn:oneroster:test");
    }
}

#[test]
fn a_user_was_changed_when_its_last_role_was() {
    let import = import(&small());
    assert_eq!(data(&import, "t-1")["dateLastModified"], "2021-09-01T12:00:00Z");
    assert_eq!(data(&import, "c-1")["dateLastModified"], json!(UNDATED));
}

/// The text's rows and columns in another order.
fn shuffled(text: &str) -> String {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let backwards = |record: &::csv::StringRecord| record.iter().rev().map(str::to_owned).collect::<Vec<_>>();
    let mut rows = vec![backwards(reader.headers().unwrap())];
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    rows.extend(records.iter().rev().map(backwards));
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn neither_the_order_of_rows_nor_of_columns_matters_and_twice_is_the_same() {
    let first = import(&small());
    assert_eq!(import(&small()), first);
    let mut files = small();
    for (name, text) in &mut files {
        if name != "courses.csv" {
            *text = shuffled(std::str::from_utf8(text).unwrap()).into();
        }
    }
    assert_ne!(files, small());
    assert_eq!(import(&files), first);
}

#[test]
fn what_is_said_otherwise_has_another_id() {
    let ids = |import: &Import| -> Vec<String> { import.events.iter().map(|e| e["id"].to_string()).collect() };
    let before = ids(&import(&small()));
    let after = ids(&import(&export("orgs.csv", &ORGS.replace("North", "Nord"))));
    let changed: Vec<_> = after.iter().filter(|id| !before.contains(id)).collect();
    assert_eq!(changed.len(), 1);
    assert!(changed[0].starts_with("\"org:north:"), "{changed:?}");
}

/// A file, what is replaced in it and by what; what is said then, and whose events are missing.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], &'a [&'a str]);

#[test]
fn each_kind_of_bad_row_is_named_and_the_others_are_applied() {
    let long = "x".repeat(240);
    let agents = "c-1,".repeat(13);
    let cases: &[Case] = &[
        (
            "orgs.csv",
            "north,active",
            ",active",
            &["orgs.csv line 2, column sourcedId: is required"],
            &["north"],
        ),
        (
            "orgs.csv",
            "North School",
            "  ",
            &["orgs.csv line 2, column name: is required"],
            &["north"],
        ),
        (
            "orgs.csv",
            "north,active,2021-08-20T12:00:00.000Z",
            "north,inactive,2021-08-20",
            &[
                "orgs.csv line 2, column dateLastModified: must be an instant after RFC 3339, as 2021-09-01T12:00:00Z",
                "orgs.csv line 2, column status: must be active or tobedeleted",
            ],
            &["north"],
        ),
        (
            "enrollments.csv",
            "e-1,,,hr-1",
            &format!("{long},,,hr-1"),
            &["enrollments.csv line 2, column sourcedId: must have 1 to 255 bytes and no control characters"],
            &["e-1"],
        ),
        (
            "academicSessions.csv",
            "2021-12-17",
            "2021-02-30",
            &["academicSessions.csv line 2, column endDate: must be a date, as 2021-09-01"],
            &["fall"],
        ),
        (
            "academicSessions.csv",
            "2021-12-17",
            "2020-12-17",
            &["academicSessions.csv line 2, column endDate: lies before startDate"],
            &["fall"],
        ),
        (
            "enrollments.csv",
            "e-1,,,hr-1",
            "e-1,,,",
            &["enrollments.csv line 2, column classSourcedId: is required"],
            &["e-1"],
        ),
        (
            "enrollments.csv",
            "TRUE",
            "yes",
            &["enrollments.csv line 2, column primary: must be true or false"],
            &["e-1"],
        ),
        (
            "enrollments.csv",
            "e-2",
            "e-1",
            &["enrollments.csv line 3, column sourcedId: stands in an earlier row already"],
            &["e-2"],
        ),
        (
            "users.csv",
            "p-1,,,true",
            "p-1,,,1",
            &["users.csv line 2, column enabledUser: must be true or false"],
            &["p-1"],
        ),
        (
            "users.csv",
            "por,",
            "speaks several,",
            &["users.csv line 2, column metadata.homeLanguage: must be a language tag after BCP 47, as es or pt-BR"],
            &["p-1"],
        ),
        (
            "users.csv",
            "\"c-1, c-2\"",
            &format!("\"{agents}\""),
            &["users.csv line 2, column agentSourcedIds: must not be more than 12"],
            &["p-1"],
        ),
        (
            "users.csv",
            "Quist,ana",
            "Quist, y Costa,ana",
            &["users.csv line 3: has more fields than the header: is a comma not in quotation marks?"],
            &["c-1"],
        ),
        (
            "users.csv",
            "true,,Tess",
            "true,\"hunter2,Tess",
            &[
                "users.csv line 5, column password: holds a line break: is a quotation mark left open? Rows after it may not have been read",
            ],
            &["t-1"],
        ),
        (
            "roles.csv",
            "p-1,primary",
            "nobody,primary",
            &[
                "roles.csv line 2, column userSourcedId: is a user whom users.csv does not describe",
                "users.csv line 2, column sourcedId: is a user without a role in roles.csv, so its whole state is not known",
            ],
            &["p-1"],
        ),
        (
            "roles.csv",
            "p-1,primary",
            ",primary",
            &[
                "roles.csv line 2, column userSourcedId: is required",
                "users.csv line 2, column sourcedId: is a user without a role in roles.csv, so its whole state is not known",
            ],
            &["p-1"],
        ),
        (
            "roles.csv",
            "student,2021-08-23",
            "student,23.8.2021",
            &["roles.csv line 2, column beginDate: must be a date, as 2021-09-01"],
            &["p-1"],
        ),
        (
            "roles.csv",
            "teacher,,,north",
            ",,,",
            &[
                "roles.csv line 5, column orgSourcedId: is required",
                "roles.csv line 5, column role: is required",
            ],
            &["t-1"],
        ),
        (
            "roles.csv",
            "r-2,,,",
            "r-2,gone,yesterday,",
            &[
                "roles.csv line 3, column dateLastModified: must be an instant after RFC 3339, as 2021-09-01T12:00:00Z",
                "roles.csv line 3, column status: must be active or tobedeleted",
            ],
            &["c-1"],
        ),
        (
            "roles.csv",
            "r-5",
            "r-4",
            &["roles.csv line 6, column sourcedId: stands in an earlier row already"],
            &["t-1"],
        ),
        (
            "roles.csv",
            "guardian,,,d,\nr-3",
            "guardian,,,d,,,x\nr-3",
            &["roles.csv line 3: has more fields than the header: is a comma not in quotation marks?"],
            &["c-1"],
        ),
    ];
    let whole = import(&small());
    for (file, from, to, said, missing) in cases {
        let mut files = small();
        let text = String::from_utf8(files[*file].clone()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{file}: {from}");
        files.insert((*file).into(), text.replace(from, to).into());
        let found = import(&files);
        let expected: Vec<_> = subjects(&whole)
            .into_iter()
            .filter(|id| !missing.contains(id))
            .collect();
        assert_eq!(problems(&files), *said, "{from}");
        assert_eq!(subjects(&found), expected, "{from}");
        let printed = format!("{found:?}");
        assert!(!printed.contains("Quist") && !printed.contains("hunter2"), "{printed}");
    }
}

#[test]
fn a_quotation_mark_left_open_in_the_last_line_is_noticed_even_where_nothing_ends_it() {
    let text = ENROLLMENTS.replace("student,,2021-08-23", "\"student,,2021-08-23");
    let said = "enrollments.csv line 3, column role: holds a line break: is a quotation mark left open? \
                Rows after it may not have been read";
    assert_eq!(problems(&export("enrollments.csv", &text)), [said]);
    assert_eq!(problems(&export("enrollments.csv", text.trim_end())), [said]);
}

#[test]
fn a_quotation_mark_inside_a_value_is_part_of_it() {
    let text = USERS.replace("O'Hara", "O\"Hara");
    let found = import(&export("users.csv", &text));
    assert_eq!(found.problems, []);
    assert_eq!(data(&found, "c-2")["familyName"], "O\"Hara");
}

#[test]
fn a_field_of_a_megabyte_leaves_its_row_out_where_it_is_read() {
    let long = "x".repeat(1024 * 1024);
    for (from, said) in [
        ("Zebulon", "users.csv line 2, column givenName: is longer than 64 KiB"),
        (
            "ana q@example.org",
            "users.csv line 3, column email: is longer than 64 KiB",
        ),
    ] {
        let files = export("users.csv", &USERS.replace(from, &long));
        assert_eq!(problems(&files), [said]);
        assert_eq!(import(&files).events.len(), 10);
    }
    let unread = export("users.csv", &USERS.replace("hunter2", &long));
    assert_eq!(import(&unread), import(&small()));
}

#[test]
fn a_value_that_is_not_utf_8_is_named() {
    let mut files = small();
    let text = USERS.replace("Zebulon", "Zebul?n").into_bytes();
    let text = text.into_iter().map(|byte| if byte == b'?' { 0xf3 } else { byte });
    files.insert("users.csv".into(), text.collect());
    assert_eq!(problems(&files), ["users.csv line 2, column givenName: is not UTF-8"]);
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for (ending, line) in [("\n", 3), ("\r\n", 3), ("\r", 3), ("\n\n", 5), ("\r\n\r\n", 5)] {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{}", ENROLLMENTS.replace("student", "").replace('\n', ending));
            let expected = format!("enrollments.csv line {line}, column role: is required");
            assert_eq!(problems(&export("enrollments.csv", &text)), [expected], "{ending:?}");
        }
    }
}

#[test]
fn rows_of_blanks_and_rows_without_their_last_blanks_are_no_problem() {
    let text = ENROLLMENTS
        .replace("TRUE,,", "TRUE")
        .replace("e-2", ",,,,,,,,,\n\"\",,\ne-2");
    let found = import(&export("enrollments.csv", &text));
    assert_eq!(found, import(&small()));
}

#[test]
fn a_header_that_cannot_be_used_is_named_and_the_file_not_read() {
    for (file, from, to, said, events) in [
        (
            "enrollments.csv",
            "role,primary",
            "Role,primary",
            vec!["enrollments.csv line 1, column role: is not in the header, so no row of the file was read"],
            9,
        ),
        (
            "enrollments.csv",
            ENROLLMENTS,
            "sourcedId,classSourcedId,userSourcedId,role",
            vec!["enrollments.csv line 1, column primary: is not in the header, so no row of the file was read"],
            9,
        ),
        (
            "classes.csv",
            CLASSES,
            "",
            vec![
                "classes.csv line 1, column classType: is not in the header, so no row of the file was read",
                "classes.csv line 1, column schoolSourcedId: is not in the header, so no row of the file was read",
                "classes.csv line 1, column sourcedId: is not in the header, so no row of the file was read",
            ],
            10,
        ),
        (
            "users.csv",
            "password",
            "sms",
            vec!["users.csv line 1, column sms: stands twice in the header, so no row of the file was read"],
            7,
        ),
        (
            "roles.csv",
            "orgSourcedId",
            "org",
            vec!["roles.csv line 1, column orgSourcedId: is not in the header, so no row of the file was read"],
            7,
        ),
    ] {
        let text = String::from_utf8(small()[file].clone()).unwrap();
        let files = export(file, &text.replacen(from, to, 1));
        assert_eq!(problems(&files), said);
        assert_eq!(import(&files).events.len(), events, "{said:?}");
    }
}

#[test]
fn what_is_no_export_is_refused_with_the_reason() {
    let all = "file.orgs,bulk\nfile.users,bulk\nfile.roles,bulk\n";
    for (text, reason) in [
        (
            "propertyName,value\nmanifest.version,1.0\n".into(),
            "manifest.csv does not name the export's oneroster.version",
        ),
        (
            manifest(all).replace("oneroster.version,1.2", "oneroster.version,1.0"),
            "the export follows OneRoster 1.0; only 1.1 and 1.2 can be read",
        ),
        (
            manifest("file.orgs,sometimes\n"),
            "manifest.csv line 4, column value: must be bulk, delta or absent, as the value of file.orgs",
        ),
        (
            "property,value\n".into(),
            "manifest.csv line 1, column propertyName: is not in the header, so no row of the file was read",
        ),
        (
            manifest("file.results,delta\nfile.demographics,bulk\nfile.orgs,bulk\n"),
            "manifest.csv promises files that are not there: demographics.csv, results.csv",
        ),
        (
            manifest("file.users,bulk\nfile.roles,absent\n"),
            "users.csv cannot be read without roles.csv, which manifest.csv says is absent",
        ),
    ] {
        let refused = read(&export("manifest.csv", &text), "urn:test").unwrap_err();
        assert_eq!(refused.to_string(), reason);
    }
    assert_eq!(read(&Files::new(), "urn:test"), Err(NotAnExport::NoManifest));
}

#[test]
fn what_the_manifest_says_is_absent_or_does_not_name_is_not_read() {
    let files = export("manifest.csv", &manifest("file.orgs,bulk\nfile.classes,absent\n"));
    assert_eq!(subjects(&import(&files)), ["d", "north"]);
    assert_eq!(
        problems(&files),
        [
            "manifest.csv line 1, column propertyName: does not name these files, so they were not read: \
          academicSessions.csv, enrollments.csv, users.csv, roles.csv"
        ]
    );
}

#[test]
fn a_delta_says_what_changed_and_when() {
    let users = USERS
        .replace("c-1,,,", "c-1,active,2021-09-02T08:00:00Z,")
        .replace("c-2,,,", "c-2,tobedeleted,2021-09-02T08:00:00Z,");
    let roles = "sourcedId,status,dateLastModified,userSourcedId,role,orgSourcedId
r-2,active,2021-09-02T08:00:00Z,c-1,guardian,d
r-9,active,2021-09-02T08:00:00Z,c-9,guardian,d
";
    let mut files = export("users.csv", &users);
    files.insert("roles.csv".into(), roles.into());
    files.insert(
        "manifest.csv".into(),
        manifest("file.users,delta\nfile.roles,delta\nfile.orgs,absent\nfile.classes,absent\nfile.enrollments,absent\nfile.academicSessions,absent\n").into(),
    );
    let found = import(&files);
    assert_eq!(subjects(&found), ["c-1", "c-2"]);
    assert_eq!(data(&found, "c-2")["status"], "tobedeleted");
    let no_role = "is a user without a role in roles.csv, so its whole state is not known";
    let undated = "must be an instant after RFC 3339, as 2021-09-01T12:00:00Z";
    let mut expected =
        vec!["roles.csv line 3, column userSourcedId: is a user whom users.csv does not describe".to_owned()];
    for line in [2, 5] {
        expected.push(format!("users.csv line {line}, column dateLastModified: {undated}"));
        expected.push(format!("users.csv line {line}, column sourcedId: {no_role}"));
        expected.push(format!(
            "users.csv line {line}, column status: must be active or tobedeleted"
        ));
    }
    assert_eq!(problems(&files), expected);
}

#[test]
fn beside_a_delta_of_the_users_a_bulk_of_the_roles_may_have_more() {
    let modes = "file.users,delta\nfile.roles,bulk\nfile.orgs,absent\nfile.classes,absent\n\
                 file.enrollments,absent\nfile.academicSessions,absent\n";
    let mut lines = USERS.lines();
    let header = lines.next().unwrap();
    let student = lines
        .next()
        .unwrap()
        .replace("p-1,,,", "p-1,active,2021-09-02T08:00:00Z,");
    let mut files = export("users.csv", &format!("{header}\n{student}\n"));
    files.insert("manifest.csv".into(), manifest(modes).into());
    let found = import(&files);
    assert_eq!(found.problems, []);
    assert_eq!(subjects(&found), ["p-1"]);
}

#[test]
fn parents_in_a_circle_come_to_an_end() {
    let text = ORGS.replace("district,,,", "district,,north,");
    let found = import(&export("orgs.csv", &text));
    assert_eq!(subjects(&found)[..2], ["d", "north"]);
}

#[test]
fn a_real_export_is_read_without_a_problem() {
    let files = match std::env::var_os("CONFER_SAMPLE_ROSTER") {
        Some(path) => folder(Path::new(&path)).unwrap(),
        None => {
            eprintln!("CONFER_SAMPLE_ROSTER is not set: this test runs on the small export of its own");
            small()
        }
    };
    let found = import(&files);
    assert_eq!(found.problems, []);
    assert!(found.rows > 0 && found.events.len() < found.rows);
    let mut students = 0;
    for event in &found.events {
        let read = parse(event.to_string().as_bytes(), false, &Policy::default()).unwrap();
        let object = &read[0].object.as_ref().unwrap().object;
        let student = matches!(object, Object::User(user) if !user.agents.is_empty());
        students += usize::from(student);
        assert!(student || students == 0, "students come last");
    }
    assert!(students > 0);
    let ids: BTreeSet<_> = found.events.iter().map(|event| event["id"].to_string()).collect();
    assert_eq!(ids.len(), found.events.len());
    assert_eq!(import(&files), found);
}

#[test]
fn a_folder_is_read_as_its_csv_files() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(folder(&path).unwrap(), Files::new());
    assert!(folder(&path.join("not-there")).is_err());
}
