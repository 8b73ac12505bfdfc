//! Two households, and guardians who must not be contacted (R7).

use super::*;

/// Mother and father live apart; the conference is open since the 22nd.
fn apart() -> Story {
    let mut story = Story::new();
    story.correct(|facts| {
        facts.guardians.insert("father".into(), guardian(true, false, false));
    });
    story.until("2021-09-22");
    story
}

/// Who holds a slot.
fn check(story: &Story, state: State, slots: &[&str]) {
    let bookings = story.record.conferences[&1].bookings.iter();
    let held: Vec<&str> = bookings
        .map(|booking| booking.guardian.as_ref().map_or("", UserId::as_str))
        .collect();
    assert_eq!((story.state(1), held.as_slice()), (state, slots));
}

#[test]
fn both_households_are_asked() {
    let story = apart();
    let asked: Vec<&str> = story
        .record
        .messages
        .values()
        .map(|message| message.guardian.as_str())
        .collect();
    assert_eq!(asked, ["father", "mother", "mother"]);
}

#[test]
fn each_household_books_its_own_slot_and_may_move_it() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    check(&story, Scheduled, &["mother", "father"]);
    story.book("2021-10-05");
    check(&story, Scheduled, &["father", "mother"]);
    assert_eq!(story.told(NoticeKind::Scheduled).len(), 3);
}

#[test]
fn one_households_cancellation_leaves_the_others_slot() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.act(1, "mother", Act::Cancel);
    check(&story, Scheduled, &["father"]);
    story.until("2021-09-30");
    assert_eq!(story.rounds(1), ["09-22"], "an answer stands");
    story.act(1, "father", Act::Cancel);
    check(&story, Open, &[]);
}

#[test]
fn nobody_gives_up_what_is_the_other_households() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.act(1, "mother", Act::Cancel);
    // The same form once more.
    let again = story.try_act(1, "mother", Act::Cancel);
    assert_eq!(again, Err(Refusal::NotNow(Scheduled, "cancelled")));
    check(&story, Scheduled, &["father"]);
}

#[test]
fn a_time_of_nobody_in_particular_is_theirs_who_change_it() {
    let mut story = apart();
    story.act(1, "", schedule("2021-10-01"));
    story.book("2021-10-05");
    check(&story, Scheduled, &["mother"]);
    // Or who give it up.
    let mut story = apart();
    story.act(1, "", schedule("2021-10-01"));
    story.act(1, "father", schedule("2021-10-04"));
    check(&story, Scheduled, &["father"]);
    story.act(1, "father", Act::Cancel);
    check(&story, Open, &[]);
}

#[test]
fn a_time_later_on_the_day_stands_where_the_other_household_did_not_come() {
    let mut story = apart();
    story.book("2021-10-01");
    story.at("2021-10-01", "15:30");
    let later = ZONE
        .from_local_datetime(&day("2021-10-01").and_time(time("17:00")))
        .unwrap();
    story.act(
        1,
        "father",
        Act::Schedule(Appointment::new(later.to_utc(), Mode::Phone)),
    );
    story.act(1, "teacher", Act::MarkNoShow);
    check(&story, Scheduled, &["father"]);
}

#[test]
fn the_school_cancels_both() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.act(1, "teacher", Act::Cancel);
    check(&story, Open, &[]);
}

#[test]
fn one_held_conference_satisfies() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.until("2021-10-01");
    story.at("2021-10-01", "16:00");
    story.act(1, "teacher", Act::MarkHeld);
    assert_eq!(story.record.conferences[&1].held_on, Some(day("2021-10-01")));
    for act in [Act::MarkNoShow, Act::Decline, schedule("2021-10-08")] {
        let refused = story.try_act(1, "father", act.clone());
        assert!(matches!(refused, Err(Refusal::NotNow(Held, _))), "{act:?}: {refused:?}");
    }
    // His own time stands, and he may give it up; hers is over.
    check(&story, Held, &["mother", "father"]);
    assert_eq!(
        story.try_act(1, "mother", Act::Cancel),
        Err(Refusal::NotNow(Held, "cancelled"))
    );
    story.act(1, "father", Act::Cancel);
    check(&story, Held, &["mother"]);
    story.until("2021-12-31");
    assert_eq!((story.state(1), story.rounds(1)), (Held, vec!["09-22".into()]));
}

#[test]
fn one_household_not_coming_leaves_the_others_slot() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.until("2021-10-01");
    story.act(1, "teacher", Act::MarkNoShow);
    check(&story, Scheduled, &["father"]);
    assert_eq!(story.try_act(1, "teacher", Act::MarkNoShow), Err(Refusal::NotYet));
    story.until("2021-10-04");
    story.act(1, "teacher", Act::MarkNoShow);
    check(&story, NoShow, &[]);
}

/// R7: a guardian who must not be contacted is not among the facts' guardians any more.
#[test]
fn who_must_not_be_contacted_is_never_written_to_and_what_waits_is_cancelled() {
    let mut story = Story::new();
    story.correct(|facts| {
        facts.guardians.insert("father".into(), guardian(true, false, false));
    });
    story.fate = Fate::Waiting;
    story.until("2021-09-22");
    story.correct(|facts| {
        facts.guardians.remove(&UserId::from("father"));
    });
    assert_eq!(story.messages(1, &MessageStatus::Cancelled), [("father", Channel::Sms)]);
    assert_eq!(story.pending(1), 2, "the mother's go on");
    story.until("2021-10-31");
    let fathers = story
        .record
        .messages
        .values()
        .filter(|message| message.guardian.as_str() == "father");
    assert_eq!(fathers.count(), 1);
}

#[test]
fn a_channel_that_became_unusable_is_not_written_to() {
    let mut story = apart();
    story.fate = Fate::Waiting;
    story.until("2021-09-24");
    story.correct(|facts| {
        facts.guardians.insert("mother".into(), guardian(false, true, false));
    });
    assert!(
        !story
            .messages(1, &MessageStatus::Pending)
            .contains(&("mother", Channel::Sms))
    );
    story.until("2021-09-27");
    let waiting = story.messages(1, &MessageStatus::Pending);
    assert_eq!(
        waiting.iter().filter(|(who, _)| *who == "mother").count(),
        usize::from(story.pending(1) > 0)
    );
}

/// R7: an emergency contact is nobody's addressee for being one.
#[test]
fn an_emergency_contact_is_never_written_to() {
    let mut story = Story::new();
    story.correct(|facts| facts.emergency_contacts = vec!["aunt".into(), "mother".into()]);
    story.until("2021-10-31");
    assert!(
        story
            .record
            .messages
            .values()
            .all(|message| message.guardian.as_str() == "mother")
    );
}
