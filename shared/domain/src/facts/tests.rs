use super::*;

/// Nothing became known of any number or address.
fn fine(_: &Personal) -> Standing {
    Standing::default()
}
use crate::roster::{Class, Delivery, ObjectKey, Role, Scope, Version};

fn recorded(kind: ObjectKind, id: &str, object: Object) -> Recorded {
    Recorded {
        key: ObjectKey::new(kind, id),
        version: Version("1".into()),
        active: true,
        object,
        event: None,
    }
}

fn role(kind: RoleKind, org: &str) -> Role {
    Role {
        kind,
        org: org.into(),
        begin: None,
        end: None,
        active: true,
    }
}

fn someone() -> User {
    User {
        given_name: Personal::new("Given"),
        family_name: Personal::new("Family"),
        preferred_given_name: None,
        email: None,
        sms: None,
        phone: None,
        grades: vec![],
        enabled: true,
        primary_org: None,
        roles: vec![],
        agents: vec![],
        home_language: None,
        relation: None,
        emergency_contact_for: vec![],
        do_not_contact_for: vec![],
        designee_for: vec![],
    }
}

fn user(id: &str, user: User) -> Recorded {
    recorded(ObjectKind::User, id, Object::User(Box::new(user)))
}

fn child() -> User {
    User {
        roles: vec![role(RoleKind::Student, "north")],
        agents: vec!["mother".into(), "father".into()],
        home_language: Language::parse("es"),
        ..someone()
    }
}

fn enrolled(id: &str, class: &str, user: &str, role: RoleKind, primary: bool) -> Recorded {
    let enrollment = Enrollment {
        class: class.into(),
        user: user.into(),
        role,
        primary,
        begin: None,
        end: None,
    };
    recorded(ObjectKind::Enrollment, id, Object::Enrollment(enrollment))
}

fn class(id: &str, homeroom: bool) -> Recorded {
    recorded(ObjectKind::Class, id, Object::Class(Class { homeroom, school: None }))
}

fn facts(objects: &[Recorded]) -> Facts {
    let found = gather(&"child".into(), objects, fine).unwrap();
    let backwards: Vec<Recorded> = objects.iter().rev().cloned().collect();
    assert_eq!(
        gather(&"child".into(), &backwards, fine).as_ref(),
        Some(&found),
        "the order of objects does not matter"
    );
    found
}

#[test]
fn guardians_are_the_agents_who_may_be_contacted() {
    let mother = User {
        sms: Some(Personal::new("(950) 245 3101")),
        home_language: Language::parse("pt"),
        ..someone()
    };
    let father = User {
        email: Some(Personal::new("no address")),
        phone: Some(Personal::new("950-245-3102")),
        ..someone()
    };
    let neighbour = User {
        emergency_contact_for: vec!["child".into()],
        ..someone()
    };
    let all = facts(&[
        user("child", child()),
        user("mother", mother),
        user("father", father.clone()),
        user("n", neighbour),
    ]);
    let language = Language::parse;
    assert_eq!(
        all.guardians[&UserId::from("mother")],
        Guardian {
            sms: true,
            language: language("pt"),
            ..Guardian::default()
        }
    );
    assert_eq!(
        all.guardians[&UserId::from("father")],
        Guardian {
            phone: true,
            language: language("es"),
            ..Guardian::default()
        }
    );
    assert_eq!(all.guardians.len(), 2, "an emergency contact is no guardian");
    assert_eq!(all.emergency_contacts, ["n".into()]);
    assert_eq!(all.other_contacts, ["n".into()]);
    // A guardian who is flagged is no answer, also one who may not be contacted (R6).
    let flagged = || User {
        emergency_contact_for: vec!["child".into()],
        do_not_contact_for: vec!["child".into()],
        ..someone()
    };
    let flagged = facts(&[
        user("child", child()),
        user("mother", flagged()),
        user("father", father.clone()),
    ]);
    assert_eq!(flagged.emergency_contacts, ["mother".into()]);
    assert_eq!(flagged.other_contacts, []);

    let barred = User {
        do_not_contact_for: vec!["child".into()],
        ..father
    };
    let deleted = Recorded {
        active: false,
        ..user("mother", someone())
    };
    let none = facts(&[user("child", child()), user("father", barred), deleted]);
    assert!(
        none.guardians.is_empty(),
        "R7: doNotContactFor wins, and whoever is deleted is no guardian"
    );
}

#[test]
fn whom_the_sis_names_and_has_not_described_yet_is_a_guardian_without_a_channel() {
    let named = facts(&[user("child", child())]);
    let nothing_known = Guardian {
        language: Language::parse("es"),
        ..Guardian::default()
    };
    assert_eq!(
        named.guardians,
        BTreeMap::from([
            ("father".into(), nothing_known.clone()),
            ("mother".into(), nothing_known)
        ])
    );
    assert!(!named.can_be_written_to() && !named.can_be_called());
}

#[test]
fn the_homerooms_primary_teacher_is_the_teacher_of_record() {
    let base = vec![
        user("child", child()),
        enrolled("e1", "math", "child", RoleKind::Student, false),
        enrolled("e2", "room", "child", RoleKind::Student, false),
        enrolled("e3", "math", "t-math", RoleKind::Teacher, true),
        enrolled("e4", "room", "t-aide", RoleKind::Teacher, false),
        class("math", false),
    ];
    assert_eq!(facts(&base).teacher, Some("t-math".into()));
    let with_room = [
        base.clone(),
        vec![
            class("room", true),
            enrolled("e5", "room", "t-room", RoleKind::Teacher, true),
        ],
    ]
    .concat();
    assert_eq!(facts(&with_room).teacher, Some("t-room".into()));
    assert_eq!(facts(&[user("child", child())]).teacher, None);
}

#[test]
fn each_school_of_a_transfer_has_its_own_teacher_of_record() {
    let at = |id: &str, school: &str| {
        let class = Class {
            homeroom: true,
            school: Some(school.into()),
        };
        recorded(ObjectKind::Class, id, Object::Class(class))
    };
    let mut moving = child();
    moving.roles.push(role(RoleKind::Student, "south"));
    let found = facts(&[
        user("child", moving),
        at("a-room", "north"),
        at("b-room", "south"),
        enrolled("e1", "a-room", "child", RoleKind::Student, false),
        enrolled("e2", "b-room", "child", RoleKind::Student, false),
        enrolled("e3", "a-room", "t-north", RoleKind::Teacher, true),
        enrolled("e4", "b-room", "t-south", RoleKind::Teacher, true),
    ]);
    let expected = [("north".into(), "t-north".into()), ("south".into(), "t-south".into())];
    assert_eq!(found.teachers, BTreeMap::from(expected));
}

#[test]
fn leaving_is_a_status_and_never_a_date_that_passed() {
    let gone = |change: fn(&mut User, &mut bool)| {
        let (mut user, mut active) = (child(), true);
        change(&mut user, &mut active);
        let mut object = self::user("child", user);
        object.active = active;
        facts(&[object]).left
    };
    assert!(!gone(|_, _| {}));
    assert!(!gone(|user, _| user.roles[0].end = "2021-01-01".parse().ok()));
    assert!(gone(|_, active| *active = false));
    assert!(gone(|user, _| user.enabled = false));
    assert!(gone(|user, _| user.roles[0].active = false));
}

#[test]
fn who_is_no_student_has_no_facts() {
    assert_eq!(
        gather(
            &"t".into(),
            &[user(
                "t",
                User {
                    roles: vec![role(RoleKind::Teacher, "north")],
                    ..someone()
                }
            )],
            fine,
        ),
        None
    );
    assert_eq!(gather(&"nobody".into(), &[], fine), None);
}

#[test]
fn principals_and_periods_are_taken_where_active() {
    let principal = User {
        roles: vec![role(RoleKind::Principal, "north")],
        ..someone()
    };
    let period = Period {
        scope: Scope::District,
        start: "2021-09-01".parse().unwrap(),
        end: None,
        delivery: Delivery::Internet,
        modified: "2021-09-01T12:00:00Z".parse().unwrap(),
    };
    let active = recorded(ObjectKind::Period, "p1", Object::Period(period.clone()));
    let rescinded = Recorded {
        active: false,
        ..recorded(ObjectKind::Period, "p2", Object::Period(period))
    };
    let all = facts(&[user("child", child()), user("head", principal), active, rescinded]);
    assert_eq!(all.principals.get(&"north".into()), Some(&"head".into()));
    assert_eq!(all.periods.keys().map(SourcedId::as_str).collect::<Vec<_>>(), ["p1"]);
}

#[test]
fn what_became_known_of_a_number_or_address_decides_whether_it_is_used() {
    let mother = User {
        sms: Some(Personal::new("(950) 245 3101")),
        phone: Some(Personal::new("950-245-3101")),
        email: Some(Personal::new("mother@example.org")),
        ..someone()
    };
    let at = |text: &str| text.parse().ok();
    let (early, late) = (at("2021-09-22T13:00:00Z"), at("2021-09-23T13:00:00Z"));
    let known = |stopped_at, started_at, wrong_at, bounced_at, complained_at| Standing {
        stopped_at,
        started_at,
        wrong_at,
        bounced_at,
        complained_at,
    };
    for (why, of_number, of_address, usable) in [
        ("nothing", Standing::default(), Standing::default(), (true, true, true)),
        (
            "STOP",
            known(early, None, None, None, None),
            Standing::default(),
            (false, true, true),
        ),
        (
            "STOP, START",
            known(early, late, None, None, None),
            Standing::default(),
            (true, true, true),
        ),
        (
            "START, STOP",
            known(late, early, None, None, None),
            Standing::default(),
            (false, true, true),
        ),
        (
            "wrong number",
            known(None, early, late, None, None),
            Standing::default(),
            (false, true, false),
        ),
        (
            "wrong number, START",
            known(None, late, early, None, None),
            Standing::default(),
            (true, true, true),
        ),
        (
            "bounced",
            Standing::default(),
            known(None, None, None, early, None),
            (true, false, true),
        ),
        (
            "complained",
            Standing::default(),
            known(None, None, None, None, early),
            (true, false, true),
        ),
    ] {
        let objects = [user("child", child()), user("mother", mother.clone())];
        let standing = |contact: &Personal| match contact.reveal() {
            "+19502453101" => of_number,
            "mother@example.org" => of_address,
            _ => panic!("neither the number nor the address"),
        };
        let found = gather(&"child".into(), &objects, standing).unwrap();
        let guardian = &found.guardians[&"mother".into()];
        assert_eq!((guardian.sms, guardian.email, guardian.phone), usable, "{why}");
    }
}
