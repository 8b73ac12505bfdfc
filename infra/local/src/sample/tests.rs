use super::*;
use chrono::NaiveDate;
use domain::contact::{usable_address, usable_number};
use domain::facts;
use domain::ids::UserId;
use domain::policy::Policy;
use domain::roster::{Object, ObjectKind, Recorded, RoleKind, User};
use serde_json::Value;
use sis::csv::Import;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static IMPORT: LazyLock<Import> = LazyLock::new(|| sis::csv::read(&files(SCHOOL_YEAR), "urn:test").unwrap());

static OBJECTS: LazyLock<Vec<Recorded>> = LazyLock::new(|| {
    let read = |event: &Value| sis::event::parse(event.to_string().as_bytes(), false, &Policy::default()).unwrap();
    let events = IMPORT.events.iter().flat_map(read);
    events.filter_map(|event| event.object).collect()
});

fn objects() -> Vec<Recorded> {
    OBJECTS.clone()
}

/// The users by id, as the SIS's events describe them.
fn people() -> BTreeMap<String, User> {
    objects()
        .into_iter()
        .filter_map(|recorded| match recorded.object {
            Object::User(user) => Some((recorded.key.id.0, *user)),
            _ => None,
        })
        .collect()
}

/// The users' data with this role.
fn with_role(role: &str) -> Vec<Value> {
    let has = |event: &&Value| {
        let roles = event["data"]["roles"].as_array();
        roles.is_some_and(|roles| roles.iter().any(|r| r["role"] == role))
    };
    IMPORT
        .events
        .iter()
        .filter(has)
        .map(|event| event["data"].clone())
        .collect()
}

fn students() -> BTreeMap<String, User> {
    let student = |user: &User| user.roles.iter().any(|role| role.kind == RoleKind::Student);
    people().into_iter().filter(|(_, user)| student(user)).collect()
}

fn guardians() -> BTreeMap<String, User> {
    people().into_iter().filter(|(id, _)| id.starts_with("gd-")).collect()
}

fn usable(user: &User) -> (bool, bool, bool) {
    let number = |text: &Option<domain::contact::Personal>| {
        text.as_ref().is_some_and(|text| usable_number(text.reveal()).is_some())
    };
    let email = user.email.as_ref();
    (
        number(&user.sms),
        email.is_some_and(|text| usable_address(text.reveal()).is_some()),
        number(&user.phone),
    )
}

#[test]
fn it_is_read_without_a_problem() {
    assert_eq!(IMPORT.problems, []);
    for year in [1999, 2021, 2031] {
        assert_eq!(sis::csv::read(&files(year), "urn:test").unwrap().problems, []);
    }
}

#[test]
fn the_same_year_makes_the_same_bytes() {
    assert_eq!(files(2026), files(2026));
    assert_ne!(files(2026), files(2027));
}

#[test]
fn counts_are_as_promised() {
    let count = |kind: ObjectKind| objects().iter().filter(|recorded| recorded.key.kind == kind).count();
    assert_eq!(count(ObjectKind::Org), 4);
    assert_eq!(count(ObjectKind::AcademicSession), 3);
    assert_eq!(count(ObjectKind::Class), 24);
    // A teacher in each homeroom; each student in one, but one in none and one in two.
    assert_eq!(count(ObjectKind::Enrollment), 24 + 180);
    for (role, expected) in [
        ("student", 180),
        ("guardian", 300),
        ("relative", 22),
        ("teacher", 24),
        ("principal", 3),
        ("siteAdministrator", 1),
    ] {
        assert_eq!(with_role(role).len(), expected, "{role}");
    }
    assert_eq!(people().len(), 180 + 300 + 22 + 24 + 3 + 1);
}

#[test]
fn the_school_year_is_the_one_asked_for() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let sessions: Vec<_> = objects()
        .into_iter()
        .filter_map(|recorded| match recorded.object {
            Object::AcademicSession(session) => Some((session.start, session.end)),
            _ => None,
        })
        .collect();
    assert_eq!(
        sessions,
        [
            (day("2026-08-31"), day("2027-06-15")),
            (day("2026-08-31"), day("2027-01-22")),
            (day("2027-01-25"), day("2027-06-15")),
        ]
    );
}

#[test]
fn schools_can_be_called_and_their_staff_mostly_written_to() {
    for recorded in objects() {
        if let Object::Org(org) = recorded.object {
            assert!(usable_number(&org.phone.unwrap()).is_some(), "{}", org.name);
        }
    }
    let people = people();
    for (id, person) in people
        .iter()
        .filter(|(id, _)| id.starts_with("pr-") || id.starts_with("ds-"))
    {
        let (sms, email, _) = usable(person);
        assert!(sms && email, "{id}");
    }
    assert_eq!(people["ds-1"].designee_for, ["mh-es".into(), "mh-ms".into()]);
    let silent = people
        .iter()
        .filter(|(id, person)| id.starts_with("tc-") && person.email.is_none());
    assert_eq!(silent.count(), 4);
}

#[test]
fn nothing_leads_to_anybody_real() {
    for (id, person) in people() {
        for number in [&person.sms, &person.phone].into_iter().flatten() {
            let digits: String = number.reveal().chars().filter(char::is_ascii_digit).collect();
            let line = &digits[digits.len() - 7..];
            let (exchange, rest) = line.split_at(3);
            let nobodys = exchange == "555" || usable_number(number.reveal()).is_none();
            assert!(nobodys && rest.starts_with("01"), "{id}");
        }
        if let Some(email) = &person.email {
            let email = email.reveal();
            assert!(email.is_ascii(), "{id}");
            assert!(
                email.ends_with("@example.org") || email.ends_with("@example.net"),
                "{id}"
            );
        }
    }
}

#[test]
fn every_student_has_what_confer_needs_to_know() {
    let objects = objects();
    let (mut left, mut untaught) = (0, 0);
    for id in students().keys() {
        let facts = facts::gather(&UserId(id.clone()), &objects, |_| Default::default()).unwrap();
        left += usize::from(facts.left);
        untaught += usize::from(facts.teacher.is_none());
        assert_eq!(facts.principals.len(), facts.schools.len(), "{id}");
        assert!(!facts.grades.is_empty(), "{id}");
    }
    assert_eq!((left, untaught), (1, 1));
}

#[test]
fn all_home_languages_are_spoken() {
    let spoken: BTreeSet<String> = students()
        .values()
        .filter_map(|student| student.home_language.as_ref())
        .map(|language| language.tag().to_owned())
        .collect();
    let expected = ["ar", "en", "es", "ht", "pl", "pt-BR", "zh-Hans"];
    assert_eq!(spoken, expected.map(str::to_owned).into());
    assert!(guardians().values().any(|guardian| guardian.home_language.is_none()));
}

#[test]
fn siblings_share_guardians_at_one_school_and_at_several() {
    let students: Vec<User> = students().into_values().collect();
    let school = |student: &User| student.primary_org.clone();
    let (mut same, mut other, mut half) = (0, 0, 0);
    for (i, one) in students.iter().enumerate() {
        for sibling in &students[i + 1..] {
            if one.agents.iter().any(|agent| sibling.agents.contains(agent)) {
                same += usize::from(school(one) == school(sibling));
                other += usize::from(school(one) != school(sibling));
                half += usize::from(one.agents != sibling.agents);
            }
        }
    }
    assert!(same >= 10 && other >= 10 && half >= 1, "{same} {other} {half}");
}

#[test]
fn guardians_are_as_hard_to_reach_as_real_ones() {
    let guardians = guardians();
    let count = |what: &dyn Fn(&User) -> bool| guardians.values().filter(|guardian| what(guardian)).count();
    let none = count(&|guardian| usable(guardian) == (false, false, false));
    let blank = count(&|guardian| guardian.sms.is_none() && guardian.email.is_none() && guardian.phone.is_none());
    let phone_only = count(&|guardian| usable(guardian) == (false, false, true));
    let spaced = count(&|guardian| {
        guardian
            .email
            .as_ref()
            .is_some_and(|email| email.reveal().contains(' '))
    });
    let outside = count(&|guardian| guardian.sms.is_some() && !usable(guardian).0);
    let reached = count(&|guardian| usable(guardian).0 || usable(guardian).1);
    for (count, least) in [
        (none, 20),
        (blank, 5),
        (phone_only, 10),
        (spaced, 5),
        (outside, 5),
        (reached, 180),
    ] {
        assert!(
            count >= least,
            "{none} {blank} {phone_only} {spaced} {outside} {reached}"
        );
    }
    // Some students cannot be reached through any guardian.
    let silent = students().into_values().filter(|student| {
        let mut agents = student.agents.iter();
        agents.all(|agent| !usable(&guardians[agent.as_str()]).0 && !usable(&guardians[agent.as_str()]).1)
    });
    assert!(silent.count() >= 3);
}

#[test]
fn mobile_numbers_and_addresses_belong_to_one_person() {
    let people = people();
    let numbers: Vec<_> = people
        .values()
        .filter_map(|person| usable_number(person.sms.as_ref()?.reveal()))
        .collect();
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    let emails: Vec<_> = people.values().filter_map(|person| person.email.as_ref()).collect();
    assert_eq!(emails.iter().collect::<BTreeSet<_>>().len(), emails.len());
}

#[test]
fn some_parents_live_apart_and_some_must_not_be_contacted() {
    let (guardians, students) = (guardians(), students());
    let kept_away: Vec<_> = guardians
        .iter()
        .filter(|(_, guardian)| !guardian.do_not_contact_for.is_empty())
        .collect();
    assert_eq!(kept_away.len(), 3);
    for (id, guardian) in kept_away {
        assert!(usable(guardian).0 && usable(guardian).1, "{id}");
        for student in &guardian.do_not_contact_for {
            let agents = &students[student.as_str()].agents;
            assert!(
                agents.iter().any(|agent| agent.as_str() == id) && agents.len() > 1,
                "{id}"
            );
        }
    }
    let step = |agent: &UserId| guardians[agent.as_str()].relation.as_deref() == Some("stepmother");
    assert!(
        students
            .values()
            .filter(|student| student.agents.iter().any(step))
            .count()
            >= 20
    );
}

#[test]
fn emergency_contacts_are_parents_others_or_nobody() {
    let objects = objects();
    let (mut own, mut others, mut nobody) = (0, 0, 0);
    for (id, student) in students() {
        let facts = facts::gather(&UserId(id), &objects, |_| Default::default()).unwrap();
        let parent = |contact: &UserId| student.agents.contains(contact);
        own += usize::from(facts.emergency_contacts.iter().any(parent));
        others += usize::from(facts.emergency_contacts.iter().any(|contact| !parent(contact)));
        nobody += usize::from(facts.emergency_contacts.is_empty());
    }
    assert!(own >= 60 && others >= 22 && nobody >= 20, "{own} {others} {nobody}");
    let relations: BTreeSet<_> = with_role("relative")
        .iter()
        .map(|relative| relative["metadata"]["relation"].to_string())
        .collect();
    assert!(relations.contains("\"grandmother\""));
}

#[test]
fn names_are_of_every_kind() {
    let students = students();
    let any = |what: &dyn Fn(&User) -> bool| students.values().any(what);
    assert!(any(&|student| student.family_name.reveal().contains('\'')));
    assert!(any(&|student| student.family_name.reveal().contains('-')));
    assert!(any(&|student| student.family_name.reveal().contains(' ')));
    assert!(any(&|student| !student.family_name.reveal().is_ascii()));
    assert!(any(&|student| student.given_name.reveal().len() > 60));
    assert!(any(&|student| student.preferred_given_name.is_some()));
}

#[test]
fn one_student_has_left_one_has_no_homeroom_and_one_changes_schools() {
    let students = students();
    assert_eq!(students.values().filter(|student| !student.enabled).count(), 1);
    let two: Vec<_> = students.values().filter(|student| student.roles.len() == 2).collect();
    assert_eq!(two.len(), 1);
    let [first, second] = two[0].roles.as_slice() else {
        panic!("{:?}", two[0].roles)
    };
    assert!(first.end < second.begin && first.org != second.org);
}
