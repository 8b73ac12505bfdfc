//! What a guardian receives.

use super::{LINK, child, invitation, language, one};
use crate::{Child, Encoding, Invitation, Texts};

const PHONE: Option<&str> = Some("(950) 245-3101");

fn sms(tag: &str, invitation: &Invitation) -> String {
    let sms = Texts::new().invitation_sms(&language(tag), invitation);
    format!("{:?} {} | {}", sms.encoding, sms.segments, sms.body)
}

/// The cases that are kept as snapshots.
fn cases() -> Vec<(&'static str, Invitation)> {
    let pine = |name: &str| child(name, "Pine Hill School", PHONE);
    let names = [
        "Ana", "Ben", "Carla", "Diego", "Elisa", "Farid", "Gina", "Hugo", "Ivo", "Jo",
    ];
    vec![
        ("one child", one("María", "Pine Hill School")),
        ("no phone", invitation(vec![child("Zoë", "Pine Hill School", None)])),
        ("long school", one("Łukasz", "The Eleanor B. Kennelly Elementary")),
        ("two children", invitation(vec![pine("Ana"), pine("Inés")])),
        (
            "three children",
            invitation(vec![pine("Ana"), pine("Hilda"), pine("Luis")]),
        ),
        ("ten children", invitation(names.map(pine).into())),
        (
            "two schools",
            invitation(vec![
                pine("Ana"),
                child("Luis", "Oak Middle School", Some("950-245-3199")),
            ]),
        ),
        ("another script", one("李", "Pine Hill School")),
        (
            "another script, long school",
            one("Ольга", "The Eleanor B. Kennelly Elementary"),
        ),
        (
            "nothing known",
            Invitation {
                district: String::new(),
                ..invitation(vec![])
            },
        ),
    ]
}

#[test]
fn the_sms_in_each_language() {
    for tag in ["en", "es"] {
        let lines: Vec<String> = cases()
            .iter()
            .map(|(case, i)| format!("{case}:\n  {}", sms(tag, i)))
            .collect();
        insta::assert_snapshot!(format!("invitation_sms_{tag}"), lines.join("\n"));
    }
}

#[test]
fn the_email_in_each_language() {
    let texts = Texts::new();
    let several = invitation(vec![
        child("María", "Pine Hill School", PHONE),
        child("Luis", "Oak Middle School", None),
    ]);
    for tag in ["en", "es"] {
        for (case, invitation) in [("one", one("María", "Pine Hill School")), ("several", several.clone())] {
            let email = texts.invitation_email(&language(tag), &invitation);
            let whole = format!("Subject: {}\n\n{}", email.subject, email.text);
            insta::assert_snapshot!(format!("invitation_email_{tag}_{case}_text"), whole);
            insta::assert_snapshot!(format!("invitation_email_{tag}_{case}_html"), email.html);
        }
    }
}

#[test]
fn usual_names_take_one_segment() {
    let texts = Texts::new();
    let names = [
        "Ana",
        "María",
        "Núñez",
        "Zoë",
        "Łukasz",
        "Nguyễn",
        "Christopher",
        "Sebastián",
        "Şule",
        "O’Neil",
        "Mary-Jane",
    ];
    let schools = [
        "Oak School",
        "Clinton Elementary School",
        "Escuela Primaria Benito Juárez",
        "The Eleanor B. Kennelly Elementary",
        "Dr. Martin Luther King Jr. Academy",
    ];
    for language in texts.languages() {
        for name in names {
            for school in schools {
                let sms = texts.invitation_sms(language, &one(name, school));
                if ["en", "es", "pt-BR", "ht"].contains(&language.tag()) {
                    assert_eq!((sms.encoding, sms.segments), (Encoding::Gsm7, 1), "{}", sms.body);
                }
                assert!(sms.segments <= 2, "{}", sms.body);
                assert!(sms.body.contains("STOP") && sms.body.contains(LINK), "{}", sms.body);
            }
        }
    }
}

#[test]
fn a_usual_school_leaves_room_for_the_ways_to_meet() {
    let texts = Texts::new();
    for (tag, ways) in [
        ("en", "by phone, video or in person"),
        ("es", "por teléfono, video o en persona"),
    ] {
        let sms = texts.invitation_sms(&language(tag), &one("Ana", "Pine Hill School"));
        assert!(sms.body.contains(ways), "{}", sms.body);
        assert_eq!(sms.segments, 1);
    }
}

#[test]
fn who_sends_it() {
    let texts = Texts::new();
    let body = |children: Vec<Child>| texts.invitation_sms(&language("en"), &invitation(children)).body;
    for (children, sender) in [
        (vec![child("Ana", "Pine", PHONE)], "Pine: "),
        (vec![child("Ana", "Pine", None), child("Ben", "Pine ", PHONE)], "Pine: "),
        (
            vec![child("Ana", "Pine", PHONE), child("Ben", "Oak", PHONE)],
            "Pine County Public Schools: ",
        ),
        (vec![child("Ana", " ", None)], "Pine County Public Schools: "),
    ] {
        let body = body(children);
        assert!(body.starts_with(sender) && body.contains(LINK), "{body}");
    }
}

#[test]
fn a_name_in_another_script_is_kept() {
    let texts = Texts::new();
    for name in ["李", "Ольга", "محمد", "Zoé 🎉"] {
        let long = "Dr. Martin Luther King Jr. Academy of Letters and of Kindness";
        for language in texts.languages() {
            for school in ["Oak School", "Clinton Elementary School", long] {
                let sms = texts.invitation_sms(language, &one(name, school));
                assert!(sms.segments <= 2 && sms.body.contains(LINK), "{}", sms.body);
                // In English there is room for it beside any school.
                assert!(sms.body.contains(name) || language.tag() != "en", "{}", sms.body);
            }
        }
        let sms = texts.invitation_sms(&language("en"), &one(name, long));
        assert!(sms.body.starts_with("Dr. Martin Luther King"), "{}", sms.body);
    }
}
