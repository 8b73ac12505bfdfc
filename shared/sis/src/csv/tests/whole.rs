//! What an export is the whole of, how new it is, and references that lead out of it.

use super::*;

#[test]
fn a_bulk_file_is_the_whole_of_what_it_describes() {
    let found = import(&small());
    let ids = |name: &str| found.whole[name].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(ids("users"), ["c-1", "c-2", "p-1", "t-1"]);
    assert_eq!(ids("enrollments"), ["e-1", "e-2"]);
    assert_eq!(found.unsure, BTreeSet::new());
    let bad = import(&export("users.csv", &USERS.replace("Zebulon", "")));
    assert_eq!(
        bad.whole["users"], found.whole["users"],
        "a row that is left out is there all the same"
    );
    let delta = manifest("file.users,delta\nfile.roles,bulk\nfile.orgs,absent\n");
    let delta = import(&export("manifest.csv", &delta));
    assert!(
        !delta.whole.contains_key("users") && !delta.unsure.contains("users"),
        "{delta:?}"
    );
}

#[test]
fn a_file_with_a_row_of_nobody_knows_whom_is_not_the_whole() {
    for (from, to) in [
        ("c-1,,,", ",,,"),
        ("Quist,ana", "Quist, y Costa,ana"),
        ("true,,Tess", "true,\"hunter2,Tess"),
        ("sms,phone", "phone"),
    ] {
        let found = import(&export("users.csv", &USERS.replacen(from, to, 1)));
        assert_eq!(found.unsure, ["users"].into(), "{from}");
        assert!(!found.whole.contains_key("users") && found.whole.contains_key("enrollments"));
    }
}

#[test]
fn an_export_is_as_new_as_what_was_changed_last() {
    let newest = |files: &Files| {
        import(files)
            .newest
            .map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true))
    };
    assert_eq!(newest(&small()).as_deref(), Some("2021-09-01T12:00:00Z"));
    let left_out = ROLES.replace("principal", "");
    assert_eq!(
        newest(&export("roles.csv", &left_out)).as_deref(),
        Some("2021-08-20T12:00:00Z")
    );

    let mut undated = small();
    for name in ["orgs.csv", "roles.csv"] {
        let text = String::from_utf8(undated[name].clone()).unwrap();
        let text = text
            .replace("2021-08-20T12:00:00.000Z", "")
            .replace("2021-09-01T12:00:00Z", "");
        undated.insert(name.into(), text.into());
    }
    assert_eq!(newest(&undated), None);
    let made = "2021-09-03T06:00:00Z";
    let made_then = read_as_of(&undated, "urn:test", made.parse().unwrap()).unwrap();
    assert_eq!(made_then.newest, Some(made.parse().unwrap()));
    assert!(made_then.events.iter().all(|event| event["time"] == made));
}

#[test]
fn a_reference_to_what_a_whole_file_lacks_is_named_and_the_row_applied() {
    let whole = subjects(&import(&small())).len();
    for (file, from, to, at, other) in [
        (
            "orgs.csv",
            "school,,d",
            "school,,e",
            "line 2, column parentSourcedId",
            "orgs.csv",
        ),
        (
            "academicSessions.csv",
            "17,year",
            "17,era",
            "line 2, column parentSourcedId",
            "academicSessions.csv",
        ),
        (
            "classes.csv",
            "homeroom,north",
            "homeroom,south",
            "line 2, column schoolSourcedId",
            "orgs.csv",
        ),
        (
            "enrollments.csv",
            "e-1,,,hr-1",
            "e-1,,,hr-2",
            "line 2, column classSourcedId",
            "classes.csv",
        ),
        (
            "enrollments.csv",
            "north,p-1",
            "north,p-7",
            "line 3, column userSourcedId",
            "users.csv",
        ),
        (
            "users.csv",
            "c-1, c-2",
            "c-1, c-9",
            "line 2, column agentSourcedIds",
            "users.csv",
        ),
        (
            "users.csv",
            "Zeb,north",
            "Zeb,south",
            "line 2, column primaryOrgSourcedId",
            "orgs.csv",
        ),
        (
            "roles.csv",
            "teacher,,,north",
            "teacher,,,south",
            "line 5, column orgSourcedId",
            "orgs.csv",
        ),
    ] {
        let text = String::from_utf8(small()[file].clone()).unwrap().replace(from, to);
        let files = export(file, &text);
        let said = format!(
            "{file} {at}: refers to what {other} does not describe: the row is applied, and this counts once the \
             other is there"
        );
        assert_eq!(problems(&files), [said]);
        assert_eq!(import(&files).events.len(), whole, "{file} {at}");
    }
}

#[test]
fn where_the_other_file_is_not_the_whole_no_reference_is_strange() {
    let manifest = manifest("file.enrollments,bulk\nfile.users,absent\nfile.classes,absent\nfile.orgs,absent\n");
    let found = import(&export("manifest.csv", &manifest));
    assert_eq!(subjects(&found), ["e-1", "e-2"]);
    assert!(
        found.problems.iter().all(|problem| problem.file == "manifest.csv"),
        "{:?}",
        found.problems
    );
}
