//! R6: once a school year, whom the school may call.

use super::*;
use crate::record::EmergencyContact;

/// A family of which nobody knows whom to call, its children at school.
fn unknown() -> Story {
    let mut story = Story::remote(&[]);
    story.correct(|facts| facts.other_contacts.clear());
    story
}

/// The days on which a message asked the family, with how many.
fn requests(story: &Story) -> Vec<String> {
    let entries = story.entries.iter();
    let asked = entries.filter(|entry| entry.kind == "emergency_contact_requested");
    let days = asked.map(|entry| entry.detail.clone());
    let mut on: Vec<String> = story
        .record
        .messages
        .values()
        .filter(|message| message.purpose() == Purpose::EmergencyContactRequest)
        .map(|message| message.run_on.to_string())
        .collect();
    on.dedup();
    on.into_iter()
        .zip(days)
        .map(|(on, many)| format!("{on}: {many}"))
        .collect()
}

fn named(phone: &str, by: &str, on: &str) -> Command {
    Command::AddEmergencyContact(EmergencyContact {
        name: Personal::new("Aunt Ann"),
        relation: Personal::new("aunt"),
        phone: Personal::new(phone),
        speaks: None,
        given_by: Some(by.into()),
        on: day(on),
    })
}

#[test]
fn r6_the_family_is_asked_once_a_school_year_by_every_channel() {
    let mut story = unknown();
    story.until("2021-09-14");
    assert_eq!(requests(&story), Vec::<String>::new());
    story.until("2022-09-14");
    assert_eq!(requests(&story), ["2021-09-15: 2 messages"]);
    story.until("2023-09-30");
    assert_eq!(
        requests(&story),
        [
            "2021-09-15: 2 messages",
            "2022-09-15: 2 messages",
            "2023-09-15: 2 messages"
        ]
    );
}

#[test]
fn r6_somebody_of_the_sis_who_is_no_guardian_answers() {
    let mut story = unknown();
    story.correct(|facts| facts.other_contacts = vec!["aunt".into()]);
    story.until("2022-12-01");
    assert_eq!(requests(&story), Vec::<String>::new());
}

#[test]
fn r6_whom_the_family_names_answers_for_the_school_year() {
    let mut story = unknown();
    story.at("2021-09-08", "10:00");
    story.command(&named("+12035550100", "mother", "2021-09-08")).unwrap();
    story.until("2022-09-30");
    assert_eq!(requests(&story), ["2022-09-15: 2 messages"]);
    // The same person, named again.
    story.command(&named("+12035550100", "mother", "2022-09-30")).unwrap();
    assert!(story.record.has_somebody_to_call(story.today()));
    assert_eq!(story.record.emergency_contacts.len(), 1);
    assert!(!story.record.lacks_somebody_to_call(story.today()));
    let mut gone = unknown();
    assert!(gone.record.lacks_somebody_to_call(gone.today()));
    gone.correct(|facts| facts.left = true);
    assert!(!gone.record.lacks_somebody_to_call(gone.today()));
}

#[test]
fn what_still_waits_is_cancelled_by_the_answer() {
    let mut story = Story {
        fate: Fate::Waiting,
        ..unknown()
    };
    story.until("2021-09-15");
    story.command(&named("+12035550100", "mother", "2021-09-15")).unwrap();
    assert_eq!(story.pending(NO_CONFERENCE), 0);
    let mut story = Story {
        fate: Fate::Waiting,
        ..unknown()
    };
    story.until("2021-09-15");
    story.correct(|facts| facts.other_contacts = vec!["aunt".into()]);
    assert_eq!(story.pending(NO_CONFERENCE), 0);
}

#[test]
fn what_reached_nobody_is_asked_again_a_week_later_five_times_at_most() {
    for (fate, days) in [
        (Fate::Unknown, vec!["09-15"]),
        (Fate::Refused, vec!["09-15", "09-22", "09-29", "10-06", "10-13"]),
        (Fate::Waiting, vec!["09-15"]),
    ] {
        let mut story = Story { fate, ..unknown() };
        story.until("2021-12-30");
        let asked: Vec<String> = requests(&story).iter().map(|line| line[5..10].to_owned()).collect();
        assert_eq!(asked, days, "{fate:?}");
    }
    // Where one way is dead, and the other one comes back, it is asked as long as it is not answered.
    let mut story = Story {
        fate: Fate::Refused,
        ..unknown()
    };
    story.until("2021-09-15");
    story.fate = Fate::Accepted;
    story.until("2021-12-30");
    assert_eq!(requests(&story), ["2021-09-15: 2 messages", "2021-09-22: 2 messages"]);
}

#[test]
fn what_waited_since_last_year_does_not_leave_beside_this_years() {
    let mut story = Story {
        fate: Fate::Waiting,
        ..unknown()
    };
    story.until("2022-09-15");
    assert_eq!(requests(&story).len(), 2);
    assert_eq!(story.pending(NO_CONFERENCE), 2);
}

#[test]
fn the_same_number_named_by_somebody_else_is_an_answer_too() {
    let mut story = unknown();
    story.command(&named("+12035550100", "father", "2021-09-01")).unwrap();
    story.until("2022-09-15");
    story.command(&named("+12035550100", "mother", "2022-09-15")).unwrap();
    assert!(story.record.has_somebody_to_call(story.today()));
    assert_eq!(story.record.to_call_as_known_to(&"mother".into(), story.today()), 1);
}

#[test]
fn as_many_as_can_be_called_are_kept_each_school_year() {
    let mut story = unknown();
    for n in 0..MOST_EMERGENCY_CONTACTS {
        story
            .command(&named(&format!("+1203555010{n}"), "mother", "2021-09-01"))
            .unwrap();
    }
    let one_more = |date: &str| named("+12035550150", "mother", date);
    assert_eq!(story.command(&one_more("2021-09-02")), Err(Refusal::TooManyContacts));
    story.until("2022-09-15");
    assert_eq!(story.command(&one_more("2022-09-15")), Ok(()));
}

#[test]
fn it_is_asked_on_school_days_only() {
    let mut story = unknown();
    story.calendar.days_off = [day("2021-09-15"), day("2021-09-16")].into();
    story.until("2021-09-30");
    assert_eq!(requests(&story), ["2021-09-17: 2 messages"]);
    let mut story = unknown();
    story.calendar.sessions = vec![(day("2021-08-23"), day("2021-09-10"))];
    story.until("2021-10-30");
    assert_eq!(requests(&story), Vec::<String>::new());
    // Whoever looks meanwhile finds it out earlier; else it is looked at once a week.
    assert_eq!(story.record.next_action_on, Some(day("2021-11-03")));
    story.calendar.sessions.push((day("2021-11-01"), day("2022-05-27")));
    story.follow();
    story.until("2021-11-30");
    assert_eq!(requests(&story), ["2021-11-01: 2 messages"]);
}

#[test]
fn who_cannot_be_written_to_is_asked_once_that_is_possible() {
    let mut story = unknown();
    story.correct(|facts| drop(facts.guardians.insert("mother".into(), guardian(false, false, true))));
    story.until("2021-10-10");
    assert_eq!(requests(&story), Vec::<String>::new());
    story.correct(|facts| drop(facts.guardians.insert("mother".into(), guardian(true, false, true))));
    story.until("2021-10-30");
    assert_eq!(requests(&story), ["2021-10-11: 1 message"]);
}

#[test]
fn a_district_may_ask_on_paper() {
    let mut story = unknown();
    story.policy.emergency_contact_request = None;
    story.follow();
    story.until("2021-12-30");
    assert_eq!(requests(&story), Vec::<String>::new());
    assert_eq!(story.record.next_action_on, None);
}

#[test]
fn it_is_no_attempt() {
    let mut story = Story::new();
    story.correct(|facts| facts.other_contacts.clear());
    story.until("2021-09-22");
    assert_eq!(requests(&story), ["2021-09-15: 2 messages"]);
    assert_eq!(story.record.attempts(1, ZONE), 1);
}

#[test]
fn what_reads_as_danger_puts_it_off() {
    let danger = Command::FamilyWrote {
        text: "t1".into(),
        danger: true,
    };
    let mut story = Story {
        fate: Fate::Waiting,
        ..unknown()
    };
    story.until("2021-09-15");
    story.command(&danger).unwrap();
    assert_eq!(story.pending(NO_CONFERENCE), 0);
    story.fate = Fate::Accepted;
    story.until("2021-09-20");
    assert_eq!(story.messages(NO_CONFERENCE, &MessageStatus::Pending), []);
    story.command(&Command::Acknowledge).unwrap();
    story.until("2021-09-30");
    assert_eq!(requests(&story), ["2021-09-15: 2 messages", "2021-09-21: 2 messages"]);
    // Who was asked already is not asked again.
    let mut story = unknown();
    story.until("2021-09-15");
    story.command(&danger).unwrap();
    story.command(&Command::Acknowledge).unwrap();
    story.until("2021-12-30");
    assert_eq!(requests(&story), ["2021-09-15: 2 messages"]);
}

#[test]
fn a_large_household_is_asked_on_the_day_after_a_round() {
    let mut story = Story::new();
    story.correct(|facts| {
        facts.other_contacts.clear();
        facts.guardians = (0..12)
            .map(|n| (format!("g{n}").as_str().into(), guardian(true, true, true)))
            .collect();
    });
    story.policy.emergency_contact_request = Some(crate::calendar::YearDay { month: 9, day: 22 });
    story.follow();
    story.until("2021-09-30");
    assert_eq!(requests(&story), ["2021-09-23: 24 messages"]);
}

#[test]
fn one_household_does_not_learn_whom_the_other_named() {
    let mut story = unknown();
    story.command(&named("+12035550100", "father", "2021-09-01")).unwrap();
    let today = story.today();
    let known = |who: &str| story.record.to_call_as_known_to(&who.into(), today);
    assert_eq!((known("father"), known("mother")), (1, 0));
}
