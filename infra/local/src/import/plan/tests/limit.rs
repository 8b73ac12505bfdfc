//! How much an import may take out without being asked for.

use super::*;

/// A district of twenty students, each with a guardian and an enrollment, and its export: the texts of `users.csv` and
/// `enrollments.csv`, without their headers.
fn district() -> (String, String) {
    let numbers = 10..30;
    let user = |id: &str, role: &str| format!("{id},active,{SEPTEMBER},true,north,{role},Ada,Byron,,,,,\n");
    let students = numbers.clone().map(|n| user(&format!("s{n}"), "student"));
    let guardians = numbers.clone().map(|n| user(&format!("g{n}"), "guardian"));
    let enrollments = numbers.map(|n| format!("e{n},active,{SEPTEMBER},hr-1,s{n},student,\n"));
    (students.chain(guardians).collect(), enrollments.collect())
}

fn export(mode: &str, (users, enrollments): &(String, String)) -> Import {
    let manifest = format!(
        "propertyName,value\noneroster.version,1.1\nfile.users,{mode}\nfile.enrollments,{mode}\nfile.orgs,bulk\n"
    );
    let users = format!(
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,familyName,email,\
         sms,phone,agentSourcedIds,grades\n{users}"
    );
    let enrollments =
        format!("sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role,primary\n{enrollments}");
    // The district was touched last of all, so that the export is newer than its users.
    let orgs =
        format!("sourcedId,status,dateLastModified,name,type,parentSourcedId\nnorth,active,{NOVEMBER},North,school,\n");
    let files = [
        ("manifest.csv", manifest),
        ("users.csv", users),
        ("enrollments.csv", enrollments),
        ("orgs.csv", orgs),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    csv::read(&Files::from(files), SOURCE).unwrap()
}

/// The lines, the first `count` of those that begin with `letter` as `change` makes them.
fn first(count: usize, letter: char, lines: &str, change: impl Fn(&str) -> Option<String>) -> String {
    let mut left = count;
    let changed = lines.lines().filter_map(|line| {
        if left == 0 || !line.starts_with(letter) {
            return Some(format!("{line}\n"));
        }
        left -= 1;
        change(&line.replace(SEPTEMBER, OCTOBER)).map(|line| line + "\n")
    });
    changed.collect()
}

#[test]
fn of_students_other_users_and_enrollments_no_more_than_a_tenth_is_taken_out_unasked() {
    type Change = fn(&str) -> Option<String>;
    let lacking: Change = |_| None;
    let deleted: Change = |line| Some(line.replace("active", "tobedeleted"));
    let disabled: Change = |line| Some(line.replace("true", "false"));
    let no_student: Change = |line| Some(line.replace("student", "guardian"));
    let touched: Change = |line| Some(line.to_owned());
    let beyond = |lost: &str| Some(format!("{lost}: more than one in 10 of a kind"));
    let known = table(&export("bulk", &district()).events);
    for (what, mode, letter, count, change, expected) in [
        ("nothing", "bulk", 's', 0, lacking, None),
        ("students lacking", "bulk", 's', 2, lacking, None),
        ("students lacking", "bulk", 's', 3, lacking, beyond("3 of 20 students")),
        ("students lacking", "delta", 's', 20, lacking, None),
        ("students deleted", "bulk", 's', 2, deleted, None),
        (
            "students deleted",
            "bulk",
            's',
            20,
            deleted,
            beyond("20 of 20 students"),
        ),
        ("students deleted", "delta", 's', 3, deleted, beyond("3 of 20 students")),
        ("students disabled", "bulk", 's', 2, disabled, None),
        (
            "students disabled",
            "bulk",
            's',
            3,
            disabled,
            beyond("3 of 20 students"),
        ),
        ("no students", "bulk", 's', 3, no_student, beyond("3 of 20 students")),
        ("students touched", "bulk", 's', 20, touched, None),
        ("guardians lacking", "bulk", 'g', 2, lacking, None),
        (
            "guardians lacking",
            "bulk",
            'g',
            20,
            lacking,
            beyond("20 of 20 other users"),
        ),
        (
            "guardians deleted",
            "bulk",
            'g',
            3,
            deleted,
            beyond("3 of 20 other users"),
        ),
        ("enrollments lacking", "bulk", 'e', 2, lacking, None),
        (
            "enrollments lacking",
            "bulk",
            'e',
            20,
            lacking,
            beyond("20 of 20 enrollments"),
        ),
        (
            "enrollments deleted",
            "bulk",
            'e',
            3,
            deleted,
            beyond("3 of 20 enrollments"),
        ),
    ] {
        let (users, enrollments) = district();
        let changed = (
            first(count, letter, &users, change),
            first(count, letter, &enrollments, change),
        );
        let import = export(mode, &changed);
        assert_eq!((import.left_out, import.unread.len()), (0, 0), "{what}");
        assert_eq!(
            plan(import, &known).removes_too_many(),
            expected,
            "{count} {what}, {mode}"
        );
    }
}

#[test]
fn all_that_is_taken_out_is_said_where_one_kind_is_too_many() {
    let known = table(&export("bulk", &district()).events);
    let (users, enrollments) = district();
    let users = first(3, 's', &users, |_| None);
    let enrollments = first(1, 'e', &enrollments, |_| None);
    assert_eq!(
        plan(export("bulk", &(users, enrollments)), &known)
            .removes_too_many()
            .as_deref(),
        Some("3 of 20 students, 1 of 20 enrollments: more than one in 10 of a kind")
    );
}

#[test]
fn who_is_gone_already_is_not_lost_again() {
    let (users, enrollments) = district();
    let without = |change: fn(&str) -> Option<String>| {
        let users = first(10, 's', &users, change);
        export("bulk", &(users, enrollments.clone()))
    };
    let known = table(&without(|line| Some(line.replace("active", "tobedeleted"))).events);
    let again = |line: &str| Some(line.replace(OCTOBER, NOVEMBER).replace("active", "tobedeleted"));
    assert_eq!(plan(without(again), &known).removes_too_many(), None);
    assert_eq!(plan(without(|_| None), &known).removes_too_many(), None);
    assert_eq!(
        plan(export("bulk", &district()), &[]).removes_too_many(),
        None,
        "an empty table has nobody to lose"
    );
}
