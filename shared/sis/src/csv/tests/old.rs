//! OneRoster 1.1: the same district makes the same objects.

use super::*;

/// The users of the small export as 1.1 has them: no file of roles, and no column for what 1.1 does not know.
const USERS_1_1: &str =
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.homeLanguage,metadata.relation,\
metadata.emergencyContactFor,metadata.doNotContactFor,metadata.designeeFor
p-1,,,true,north,student,zquist,,Zebulon,Quist,,1,,,,\"c-1, c-2\",01,hunter2,por,,,,
c-1,,,true,d,guardian,aquist,,Ana,Quist,,2,ana q@example.org,(203) 555 0142,,,,,,mother,\"p-1,p-2\",,
c-2,,,true,d,guardian,johara,,Jo,O'Hara,,3,,,,,,,,,,p-1,
t-1,,,true,\"north,d\",teacher,twren,,Tess,Wren,,4,tess@example.org,,,,,,,,,,north
";

/// The same district in 1.2, which could say more than is said here.
fn new() -> Files {
    let mut files = small();
    let users = USERS
        .replace(",Zeb,north,", ",,,")
        .replace(",,,d,,", ",,,,,")
        .replace(",,,,,north,", ",,,,,,");
    files.insert("users.csv".into(), users.into());
    let roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r-1,,,p-1,primary,student,,,north
r-2,,,c-1,primary,guardian,,,d
r-3,,,c-2,primary,guardian,,,d
r-4,,,t-1,primary,teacher,,,d
r-5,,,t-1,primary,teacher,,,north
";
    files.insert("roles.csv".into(), roles.into());
    files
}

fn old(version: &str, users: &str) -> Files {
    let mut files = export("users.csv", users);
    files.remove("roles.csv");
    let modes = "file.academicSessions,bulk\nfile.classes,bulk\nfile.courses,absent\nfile.enrollments,bulk\n\
                 file.orgs,bulk\nfile.users,bulk\n";
    let manifest = manifest(modes).replace("oneroster.version,1.2", &format!("oneroster.version,{version}"));
    files.insert("manifest.csv".into(), manifest.into());
    files
}

#[test]
fn a_district_is_the_same_in_either_version() {
    let (old, new) = (import(&old("1.1", USERS_1_1)), import(&new()));
    assert_eq!((&old.problems, &new.problems), (&Vec::new(), &Vec::new()));
    assert_eq!(old.events, new.events);
    assert_eq!(old.whole["users"], new.whole["users"]);
    assert_eq!(data(&old, "t-1")["roles"].as_array().unwrap().len(), 2);
}

#[test]
fn the_version_may_be_written_as_in_the_standards_addresses() {
    assert_eq!(import(&old("v1p1", USERS_1_1)), import(&old("1.1", USERS_1_1)));
}

#[test]
fn the_order_of_a_users_organisations_means_nothing() {
    let turned = USERS_1_1.replace("\"north,d\"", "\"d, north,d\"");
    assert_eq!(import(&old("1.1", &turned)), import(&old("1.1", USERS_1_1)));
}

#[test]
fn what_is_wrong_with_a_role_is_said_of_the_users_row() {
    for (from, to, said) in [
        (",student,", ",,", "users.csv line 2, column role: is required"),
        (
            "true,north,student",
            "true,,student",
            "users.csv line 2, column orgSourcedIds: is required",
        ),
        (
            "orgSourcedIds",
            "orgs",
            "users.csv line 1, column orgSourcedIds: is not in the header, so no row of the file was read",
        ),
        (
            "\"north,d\"",
            "\"north,south\"",
            "users.csv line 5, column orgSourcedIds: refers to what orgs.csv does not describe: the row is applied, \
             and this counts once the other is there",
        ),
    ] {
        assert_eq!(problems(&old("1.1", &USERS_1_1.replace(from, to))), [said]);
    }
}

#[test]
fn a_delta_of_users_needs_no_other_file() {
    let users = USERS_1_1.lines().take(2).collect::<Vec<_>>().join("\n");
    let users = users.replace("p-1,,,", "p-1,tobedeleted,2021-10-01T08:00:00Z,");
    let mut files = old("1.1", &users);
    let manifest = "propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.orgs,absent\n";
    files.retain(|name, _| name == "users.csv");
    files.insert("manifest.csv".into(), manifest.into());
    let found = import(&files);
    assert_eq!(found.problems, []);
    assert_eq!(data(&found, "p-1")["status"], "tobedeleted");
    assert_eq!(data(&found, "p-1")["roles"][0]["org"]["sourcedId"], "north");
}
