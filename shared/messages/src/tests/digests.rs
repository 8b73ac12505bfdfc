//! What staff receive.

use super::{digest, language, notice};
use crate::{Encoding, Notice, Texts};
use domain::decide::NoticeKind;

/// A notice about the student, not about a conference.
fn about_a_student(kind: NoticeKind, student: &str, day: u32) -> Notice {
    Notice {
        conference: None,
        ..notice(kind, student, day)
    }
}

#[test]
fn the_digest_in_each_language() {
    let texts = Texts::new();
    let mut lines: Vec<_> = crate::digest::ORDER
        .iter()
        .map(|kind| match kind {
            NoticeKind::FamilyWrote | NoticeKind::UrgentReply => about_a_student(*kind, "s-17", 9),
            kind => notice(*kind, "s-17", 9),
        })
        .collect();
    lines.reverse();
    lines.push(notice(NoticeKind::WelfareCheck, "s-4", 2));
    let digest = digest(lines);
    for tag in ["en", "es"] {
        let email = texts.digest_email(&language(tag), &digest);
        let whole = format!("Subject: {}\n\n{}", email.subject, email.text);
        insta::assert_snapshot!(format!("digest_{tag}_text"), whole);
        insta::assert_snapshot!(format!("digest_{tag}_html"), email.html);
    }
}

#[test]
fn the_subject_counts() {
    let texts = Texts::new();
    for (tag, count, expected) in [
        ("en", 0, "Confer: nothing to do"),
        ("en", 1, "Confer: 1 thing to do"),
        ("en", 2, "Confer: 2 things to do"),
        ("en", 1000, "Confer: 1000 things to do"),
        ("es", 1, "Confer: 1 cosa por hacer"),
        ("es", 2, "Confer: 2 cosas por hacer"),
    ] {
        let lines = vec![notice(NoticeKind::Declined, "s-1", 1); count];
        assert_eq!(texts.digest_email(&language(tag), &digest(lines)).subject, expected);
    }
}

#[test]
fn every_month_has_its_name() {
    let texts = Texts::new();
    for (tag, month, expected) in [
        ("en", 1, "January 5, 2027"),
        ("en", 12, "December 5, 2027"),
        ("es", 1, "5 de enero de 2027"),
        ("es", 8, "5 de agosto de 2027"),
        ("es", 12, "5 de diciembre de 2027"),
    ] {
        let mut line = notice(NoticeKind::Scheduled, "s-1", 1);
        line.on = chrono::NaiveDate::from_ymd_opt(2027, month, 5).expect("a day");
        let text = texts.digest_email(&language(tag), &digest(vec![line])).text;
        assert!(text.contains(&format!("- {expected}: ")), "{text}");
    }
}

#[test]
fn the_alert_counts_welfare_checks_and_says_nothing_else() {
    let texts = Texts::new();
    let check = |student| notice(NoticeKind::WelfareCheck, student, 3);
    for (lines, en, es) in [
        (
            vec![notice(NoticeKind::Declined, "s-1", 3)],
            "Confer: no welfare check is waiting.",
            "Confer: no hay casos de bienestar pendientes.",
        ),
        (
            vec![check("s-1"), check("s-1"), notice(NoticeKind::Declined, "s-2", 3)],
            "Confer: 1 welfare check is waiting for you.",
            "Confer: 1 caso de bienestar espera que usted lo atienda.",
        ),
        (
            vec![check("s-1"), check("s-2")],
            "Confer: 2 welfare checks are waiting for you.",
            "Confer: 2 casos de bienestar esperan que usted los atienda.",
        ),
    ] {
        let digest = digest(lines);
        for (tag, expected) in [("en", en), ("es", es)] {
            let sms = texts.alert_sms(&language(tag), &digest);
            assert_eq!(
                (sms.body.as_str(), sms.encoding, sms.segments),
                (expected, Encoding::Gsm7, 1)
            );
        }
    }
}

#[test]
fn the_urgent_messages_in_each_language() {
    let texts = Texts::new();
    let urgent = |student, day| about_a_student(NoticeKind::UrgentReply, student, day);
    let digest = digest(vec![urgent("s-17", 9), urgent("s-4", 2)]);
    for tag in ["en", "es"] {
        let (sms, email) = (
            texts.urgent_sms(&language(tag), &digest),
            texts.urgent_email(&language(tag), &digest),
        );
        assert_eq!((sms.encoding, sms.segments), (Encoding::Gsm7, 1), "{}", sms.body);
        let whole = format!("SMS: {}\n\nSubject: {}\n\n{}", sms.body, email.subject, email.text);
        insta::assert_snapshot!(format!("urgent_{tag}_text"), whole);
        insta::assert_snapshot!(format!("urgent_{tag}_html"), email.html);
    }
}

#[test]
fn the_urgent_sms_names_no_student_and_the_email_ids_only() {
    let texts = Texts::new();
    let digest = digest(vec![about_a_student(NoticeKind::UrgentReply, "s-17", 9)]);
    for language in texts.languages() {
        let (sms, email) = (
            texts.urgent_sms(language, &digest).body,
            texts.urgent_email(language, &digest),
        );
        assert!(!sms.contains("s-17") && sms.contains("911"), "{sms}");
        assert!(!email.subject.contains("s-17"), "{}", email.subject);
        assert!(
            email.text.contains("s-17") && email.text.contains("911"),
            "{}",
            email.text
        );
    }
}
