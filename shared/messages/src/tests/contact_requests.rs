//! The yearly question whom the school may call (R6).

use super::{LINK, child, contact_request, invitation, language, one};
use crate::{Child, Encoding, Invitation, Texts};
use domain::contact::Language;

fn children() -> Vec<Child> {
    vec![
        child("María", "Pine Hill School", Some("(950) 245-3101")),
        child("Luis", "Oak Middle School", None),
    ]
}

#[test]
fn the_texts_in_each_language() {
    let texts = Texts::new();
    let line = |tag: &Language| {
        let sms = texts.contact_request_sms(tag, &contact_request(vec![children().remove(0)]));
        format!("{}: {:?} {} | {}", tag.tag(), sms.encoding, sms.segments, sms.body)
    };
    let lines: Vec<String> = texts.languages().map(line).collect();
    insta::assert_snapshot!("contact_request_sms", lines.join("\n"));
}

#[test]
fn the_emails_in_each_language() {
    let texts = Texts::new();
    let email = |tag: &Language| {
        let email = texts.contact_request_email(tag, &contact_request(children()));
        format!("{}\nSubject: {}\n\n{}", tag.tag(), email.subject, email.text)
    };
    let emails: Vec<String> = texts.languages().map(email).collect();
    insta::assert_snapshot!("contact_request_emails", emails.join("\n"));
}

#[test]
fn with_an_invitation_it_is_a_further_question_of_the_email() {
    let texts = Texts::new();
    let both = Invitation {
        asks_whom_to_call: true,
        ..invitation(children())
    };
    let lines = |tag: &str| {
        let text = |invitation: &Invitation| texts.invitation_email(&language(tag), invitation).text;
        let (with, without) = (text(&both), text(&invitation(children())));
        let known: Vec<&str> = without.lines().collect();
        let more: Vec<&str> = with.lines().filter(|line| !known.contains(line)).collect();
        format!("{tag}: {}", more.join(" / "))
    };
    let tags: Vec<String> = texts.languages().map(|language| language.tag().to_owned()).collect();
    let lines: Vec<String> = tags.iter().map(|tag| lines(tag)).collect();
    insta::assert_snapshot!("invitation_with_contact_request", lines.join("\n"));
    assert_eq!(
        texts.invitation_sms(&language("en"), &both),
        texts.invitation_sms(&language("en"), &invitation(children()))
    );
}

#[test]
fn an_sms_does_not_say_what_the_question_is_and_takes_one_segment() {
    let texts = Texts::new();
    for tag in ["en", "es", "pt-BR", "ht"] {
        for school in ["Oak School", "The Eleanor B. Kennelly Elementary"] {
            let sms = texts.contact_request_sms(&language(tag), &contact_request(one("María", school).children));
            assert_eq!((sms.encoding, sms.segments), (Encoding::Gsm7, 1), "{}", sms.body);
            assert!(sms.body.contains(LINK) && !sms.body.contains("Mar"), "{}", sms.body);
        }
    }
}
