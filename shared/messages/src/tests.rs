mod answers;
mod contact_requests;
mod danger;
mod dates;
mod digests;
mod files;
mod hostile;
mod invitations;
mod lists;
mod news;
mod reading;
mod replies;

use crate::{Answer, Child, ContactRequest, Digest, Invitation, Link, Notice, Texts};
use domain::contact::Language;
use domain::decide::NoticeKind;

/// A link as families have it.
const LINK: &str = "https://confer.example.org/f/AbCdEfGhIjKlMnOpQrStUv";

/// Whether the language is written in letters that GSM-7 has, or can stand for.
fn is_latin(language: &Language) -> bool {
    !["ar", "ur", "zh"].contains(&language.primary())
}

fn language(tag: &str) -> Language {
    Language::parse(tag).expect("a tag")
}

fn child(first_name: &str, school: &str, phone: Option<&str>) -> Child {
    Child {
        first_name: first_name.into(),
        school: school.into(),
        school_phone: phone.map(Into::into),
    }
}

fn invitation(children: Vec<Child>) -> Invitation {
    Invitation {
        children,
        asks_whom_to_call: false,
        district: "Pine County Public Schools".into(),
        link: Link::new(LINK),
    }
}

fn contact_request(children: Vec<Child>) -> ContactRequest {
    ContactRequest {
        children,
        district: "Pine County Public Schools".into(),
        link: Link::new(LINK),
    }
}

fn one(first_name: &str, school: &str) -> Invitation {
    invitation(vec![child(first_name, school, Some("(950) 245-3101"))])
}

fn answer(schools: &[(&str, Option<&str>)]) -> Answer {
    let schools = schools
        .iter()
        .map(|(name, phone)| ((*name).into(), phone.map(Into::into)));
    Answer {
        schools: schools.collect(),
        district: "Pine County Public Schools".into(),
    }
}

fn notice(kind: NoticeKind, student: &str, day: u32) -> Notice {
    Notice {
        kind,
        student: student.into(),
        conference: Some(format!("c-{student}")),
        on: chrono::NaiveDate::from_ymd_opt(2026, 3, day).expect("a day"),
    }
}

fn digest(lines: Vec<Notice>) -> Digest {
    Digest {
        district: "Pine County Public Schools".into(),
        lines,
    }
}

#[test]
fn drafts_are_sent_only_where_the_district_allows_them() {
    let tags = |texts: &Texts| texts.languages().map(|l| l.tag().to_owned()).collect::<Vec<_>>();
    let all = ["en", "es", "pt-BR", "ht", "pl", "zh-Hans", "ar", "ur", "vi", "sq"];
    assert_eq!(tags(&Texts::of(true)), all);
    assert_eq!(tags(&Texts::of(false)), ["en"], "nobody has reviewed the others yet");
    let reviewed = Texts::of(false).language(Some(&language("es")), &language("en"));
    assert_eq!(reviewed.tag(), "en");
}

#[test]
fn texts_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Texts::new());
}

#[test]
fn a_person_gets_the_language_they_read_best() {
    let texts = Texts::new();
    for (wanted, default, expected) in [
        (Some("es"), "en", "es"),
        (Some("es-MX"), "en", "es"),
        (Some("spa"), "en", "es"),
        (Some("en-GB"), "es", "en"),
        (Some("de"), "es", "es"),
        (Some("de"), "es-US", "es"),
        (Some("pt"), "en", "pt-BR"),
        (Some("pt-PT"), "en", "pt-BR"),
        (Some("zh"), "en", "zh-Hans"),
        (None, "es", "es"),
        (Some("de"), "it", "en"),
        (None, "en", "en"),
    ] {
        let chosen = texts.language(wanted.map(language).as_ref(), &language(default));
        assert_eq!(chosen.tag(), expected, "{wanted:?} {default}");
    }
}

#[test]
fn a_language_without_a_file_is_answered_in_english_and_says_so() {
    let email = Texts::new().invitation_email(&language("de"), &one("Ana", "Pine Hill School"));
    assert!(email.html.contains("<html lang=\"en\" dir=\"ltr\""));
    assert!(email.text.starts_with("Hello,"));
}

#[test]
fn debugging_prints_no_personal_value() {
    let (texts, invitation) = (Texts::new(), one("Zebulon", "Pine Hill School"));
    let sms = texts.invitation_sms(&language("en"), &invitation);
    let email = texts.invitation_email(&language("en"), &invitation);
    let printed = format!("{texts:?} {invitation:?} {sms:?} {email:?}");
    assert!(!printed.contains("Zebulon"), "{printed}");
}
