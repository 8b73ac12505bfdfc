//! R8: the state's document reaches a parent who attends, before the conference.

use super::*;
use crate::document::Way;

/// The mother's conference is due in 2022, and a father has a time of his own.
fn story() -> Story {
    let mut story = Story::remote(&[("2022-01-03", "")]);
    story.correct(|facts| drop(facts.guardians.insert("father".into(), guardian(true, true, true))));
    story.until("2022-01-24");
    story
}

/// A guardian books this day at three o'clock; what stood on the page.
fn booked(story: &mut Story, who: &str, date: &str, document: Option<&str>) {
    let Act::Schedule(appointment) = schedule(date) else {
        return;
    };
    let act = Act::Schedule(Appointment {
        document: document.map(Into::into),
        ..appointment
    });
    story.act(1, who, act);
}

/// How it was provided, and whether it is missing, after the conference was held.
fn held(story: &mut Story, date: &str) -> (Option<Way>, bool) {
    story.at(date, "16:00");
    story.act(1, "teacher", Act::MarkHeld);
    let since = story.policy.document_needed_since;
    let missing = story.record.document_missing(1, since);
    let entered = story.entries.iter().any(|entry| entry.kind == "document_missing");
    assert_eq!(missing, entered);
    (story.record.document_provided(1), missing)
}

/// The e-mail of the confirmation carried it, and arrives at this time.
fn arrives(story: &mut Story, who: &str, date: &str, at: &str) {
    let confirmation = |message: &crate::record::Message| {
        let purpose = message.purpose() == Purpose::Confirmation;
        purpose && message.guardian.as_str() == who && message.channel == Channel::Email
    };
    let message = story
        .record
        .messages
        .iter_mut()
        .find(|(_, message)| confirmation(message));
    let (n, message) = message.map(|(n, message)| (*n, message)).unwrap();
    message.document = Some("2022-01-01 en".into());
    story.at(date, at);
    let command = Command::Delivered {
        message: n,
        at: story.now,
    };
    story.command(&command).unwrap();
    story.command(&command).unwrap();
}

fn handed_over(guardian: Option<&str>, on: Option<&str>) -> Act {
    Act::HandOverDocument {
        guardian: guardian.map(Into::into),
        on: on.map(day),
    }
}

#[test]
fn r8_what_stood_on_the_page_counts() {
    let mut story = story();
    booked(&mut story, "mother", "2022-01-27", Some("2022-01-01 en"));
    assert_eq!(held(&mut story, "2022-01-27"), (Some(Way::Shown), false));
}

#[test]
fn r8_a_time_without_it_is_reported() {
    let mut story = story();
    booked(&mut story, "mother", "2022-01-27", None);
    assert_eq!(held(&mut story, "2022-01-27"), (None, true));
}

#[test]
fn r8_an_email_counts_once_it_was_delivered_before_the_conference() {
    for (at, expected) in [
        (("2022-01-25", "13:00"), (Some(Way::Email), false)),
        (("2022-01-27", "15:30"), (None, true)),
    ] {
        let mut story = story();
        booked(&mut story, "mother", "2022-01-27", None);
        story.deliver(day("2022-01-25"));
        arrives(&mut story, "mother", at.0, at.1);
        let noted = story.entries.iter().filter(|entry| entry.kind == "document_provided");
        assert_eq!(noted.count(), 1);
        assert_eq!(held(&mut story, "2022-01-27"), expected, "{at:?}");
    }
}

#[test]
fn r8_it_must_have_reached_somebody_who_attends() {
    let mut story = story();
    booked(&mut story, "mother", "2022-01-27", Some("2022-01-01 en"));
    // She gives it up, and the father comes, who was shown nothing.
    story.act(1, "mother", Act::Cancel);
    booked(&mut story, "father", "2022-01-27", None);
    assert_eq!(held(&mut story, "2022-01-27"), (None, true));
}

#[test]
fn r8_paper_counts_by_its_day() {
    for (act, expected) in [
        (handed_over(None, None), (Some(Way::Paper), false)),
        (
            handed_over(Some("mother"), Some("2022-01-25")),
            (Some(Way::Paper), false),
        ),
        (handed_over(Some("father"), None), (None, true)),
    ] {
        let mut story = story();
        booked(&mut story, "mother", "2022-01-27", None);
        story.at("2022-01-27", "15:10");
        story.act(1, "teacher", act);
        assert_eq!(held(&mut story, "2022-01-27"), expected);
    }
    // What was forgotten can be written down afterwards, with its day; not for a day after.
    let mut story = story();
    booked(&mut story, "mother", "2022-01-27", None);
    assert_eq!(held(&mut story, "2022-01-27"), (None, true));
    for (on, expected) in [
        ("2022-01-23", Err(Refusal::NoSuchDay)),
        ("2022-01-28", Err(Refusal::NoSuchDay)),
        ("", Err(Refusal::DayMissing)),
        ("2022-01-27", Ok(())),
    ] {
        let on = (!on.is_empty()).then_some(on);
        assert_eq!(story.try_act(1, "teacher", handed_over(None, on)), expected, "{on:?}");
    }
    assert!(!story.record.document_missing(1, story.policy.document_needed_since));
}

#[test]
fn r8_an_email_that_came_back_did_not_arrive() {
    for bounced_first in [false, true] {
        let mut story = story();
        booked(&mut story, "mother", "2022-01-27", None);
        story.deliver(day("2022-01-25"));
        let bounces = |story: &mut Story| {
            let messages = story.record.messages.iter();
            let messages = messages.filter(|(_, message)| message.purpose() == Purpose::Confirmation);
            let messages = messages.map(|(n, _)| *n).collect();
            let at = story.now;
            story.command(&Command::Bounced { messages, at }).unwrap();
        };
        if bounced_first {
            bounces(&mut story);
        }
        arrives(&mut story, "mother", "2022-01-25", "13:00");
        if !bounced_first {
            bounces(&mut story);
        }
        assert_eq!(held(&mut story, "2022-01-27"), (None, true));
        let undone = story.entries.iter().any(|entry| entry.kind == "document_not_provided");
        assert_eq!(undone, !bounced_first);
    }
}

#[test]
fn r8_who_confirms_once_more_has_read_it() {
    let mut story = story();
    booked(&mut story, "mother", "2022-01-27", None);
    booked(&mut story, "mother", "2022-01-27", Some("2022-01-01 en"));
    assert_eq!(story.record.document_provided(1), Some(Way::Shown));
    assert_eq!(
        story.try_act(1, "teacher", handed_over(Some("nobody"), None)),
        Err(Refusal::NoGuardian)
    );
}

#[test]
fn r8_is_demanded_from_2022_on() {
    let mut story = Story::new();
    story.until("2021-09-22");
    story.book("2021-09-24");
    assert_eq!(held(&mut story, "2021-09-24"), (None, false));
}

#[test]
fn no_conference_no_document() {
    let mut story = story();
    story.correct(|facts| facts.periods.clear());
    let refused = story.try_act(1, "teacher", handed_over(None, None));
    assert_eq!(refused, Err(Refusal::NotNow(Void, "given a document for")));
}
