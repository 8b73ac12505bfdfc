//! "Left the district" and "Transfer".

use super::*;
use crate::record::Reason;

#[test]
fn leaving_makes_moot_and_coming_back_while_the_span_lasts_reopens() {
    let mut story = Story::new();
    story.fate = Fate::Waiting;
    story.until("2021-09-22");
    story.act(1, "mother", Act::AskForCall);
    story.correct(|facts| facts.left = true);
    assert_eq!((story.state(1), story.pending(1)), (Moot, 0));
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Withdrawn, Reason::CallRequested))
    );
    assert_eq!(story.record.next_action_on, None);
    story.until("2021-10-04");
    story.correct(|facts| facts.left = false);
    assert_eq!(story.conferences(), ["0 2021-09-22 open"]);
    assert!(
        story.task_is_open(1, TaskKind::ReachFamily),
        "the family still waits for a call"
    );
    story.until("2021-10-30");
    assert_eq!(story.rounds(1), ["09-22"], "no rounds: the family asked for a call");
}

/// A conference in each state but held becomes moot, and what is open about it is withdrawn.
#[test]
fn leaving_withdraws_whatever_stands() {
    for (state, moot) in [
        (Open, true),
        (Scheduled, true),
        (NoShow, true),
        (Declined, true),
        (Unreachable, true),
        (Void, true),
        (Held, false),
    ] {
        let mut story = table::story_at(state);
        story.correct(|facts| facts.left = true);
        assert_eq!(story.state(1), if moot { Moot } else { Held }, "{state:?}");
        assert!(
            story.record.tasks.values().all(|task| task.state != TaskState::Open),
            "{state:?}"
        );
        assert!(story.record.handovers.is_empty());
        story.until("2021-12-31");
        assert_eq!(story.state(1), if moot { Moot } else { Held }, "{state:?}");
    }
}

#[test]
fn who_left_is_owed_nothing_new() {
    let mut story = Story::new();
    story.until("2021-09-15");
    story.correct(|facts| facts.left = true);
    story.until("2021-10-10");
    assert_eq!(story.conferences(), Vec::<String>::new());
    story.correct(|facts| facts.left = false);
    story.until("2021-10-11");
    assert_eq!(story.conferences(), ["0 2021-09-22 open"], "noticed late");
}

#[test]
fn who_comes_back_after_the_span_stays_moot() {
    let mut story = Story::remote(&[("2021-09-01", "2021-10-10")]);
    story.until("2021-09-24");
    story.correct(|facts| facts.left = true);
    story.until("2021-10-11");
    story.correct(|facts| facts.left = false);
    story.until("2021-12-31");
    assert_eq!(story.conferences(), ["0 2021-09-22 moot"]);
    story.move_period("2021-09-01", "2022-01-10");
    assert_eq!(
        story.conferences(),
        ["0 2021-09-22 open"],
        "the span was corrected: it lasts after all"
    );
}

#[test]
fn who_comes_back_after_the_period_was_rescinded_is_owed_nothing() {
    let mut story = Story::new();
    story.until("2021-09-24");
    story.correct(|facts| facts.left = true);
    story.correct(|facts| facts.periods.clear());
    assert_eq!(story.state(1), Moot);
    story.correct(|facts| facts.left = false);
    assert_eq!(story.state(1), Void);
}

/// Moves to the school "south" from `begin` on, where someone else teaches; the district is remote.
fn transfer(story: &mut Story, begin: &str) {
    story.correct(|facts| {
        facts.schools.push((Some(day(begin)), "south".into()));
        facts.teacher = Some("south teacher".into());
    });
}

fn district_wide() -> Story {
    let mut story = Story::new();
    story.correct(|facts| {
        facts
            .periods
            .values_mut()
            .for_each(|period| period.scope = Scope::District)
    });
    story
}

#[test]
fn a_transfer_goes_on_with_span_conference_and_attempts() {
    let mut story = district_wide();
    story.until("2021-09-24");
    transfer(&mut story, "2021-09-24");
    story.until("2021-09-30");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable"]);
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-28"]);
    assert_eq!(story.told(NoticeKind::TwoAttemptsFailed), ["09-25 south teacher"]);
    assert_eq!(story.told(NoticeKind::WelfareCheck), ["09-30 south principal"]);
}

#[test]
fn a_transfer_releases_a_booked_slot_with_a_notice_to_both_teachers() {
    let mut story = district_wide();
    story.until("2021-09-24");
    story.book("2021-10-01");
    story.until("2021-09-27");
    transfer(&mut story, "2021-09-27");
    assert_eq!(story.state(1), Open);
    assert_eq!(story.record.conferences[&1].bookings, []);
    assert_eq!(
        story.told(NoticeKind::SlotReleased),
        ["09-27 south teacher", "09-27 teacher"],
        "who has to offer another, and whose slot it was"
    );
    story.until("2021-09-28");
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-28"], "asking begins again");
}

#[test]
fn a_transfer_announced_ahead_releases_the_slot_on_the_day() {
    let mut story = district_wide();
    story.until("2021-09-24");
    story.book("2021-10-15");
    transfer(&mut story, "2021-10-04");
    story.until("2021-10-03");
    assert_eq!(story.state(1), Scheduled);
    story.until("2021-10-04");
    assert_eq!(story.state(1), Open);
    assert_eq!(
        story.told(NoticeKind::SlotReleased),
        ["10-04 south teacher", "10-04 teacher"],
        "who has to offer another, and whose slot it was, whoever teaches by now"
    );
}

#[test]
fn days_after_a_transfer_count_at_the_new_school() {
    let mut ends = Story::new();
    ends.until("2021-09-15");
    transfer(&mut ends, "2021-09-20");
    ends.until("2021-10-31");
    assert_eq!(
        ends.conferences(),
        Vec::<String>::new(),
        "only the old school is remote: 19 days"
    );

    let mut goes_on = Story::new();
    goes_on.until("2021-09-15");
    transfer(&mut goes_on, "2021-09-20");
    let south = period(Scope::School("south".into()), "2021-09-13", "");
    goes_on.correct(|facts| {
        facts.periods.insert(SourcedId("p2".into()), south);
    });
    goes_on.until("2021-09-22");
    assert_eq!(
        goes_on.conferences(),
        ["0 2021-09-22 open"],
        "both schools are: one span"
    );
}

#[test]
fn the_other_households_time_goes_with_the_student_also_where_one_has_met_the_teacher() {
    for leaves in [false, true] {
        let mut story = district_wide();
        story.correct(|facts| drop(facts.guardians.insert("father".into(), guardian(true, true, true))));
        story.until("2021-09-24");
        story.book("2021-09-27");
        story.act(1, "father", schedule("2021-10-11"));
        story.until("2021-09-28");
        story.act(1, "teacher", Act::MarkHeld);
        if leaves {
            story.correct(|facts| facts.left = true);
        } else {
            transfer(&mut story, "2021-09-28");
        }
        let bookings = &story.record.conferences[&1].bookings;
        let left: Vec<_> = bookings.iter().map(|booking| booking.guardian.clone()).collect();
        assert_eq!((story.state(1), left), (Held, vec![Some("mother".into())]));
        assert_eq!(story.told(NoticeKind::SlotReleased), ["09-28 teacher"]);
        let waits = story
            .record
            .messages
            .values()
            .filter(|message| message.status == MessageStatus::Pending);
        let purposes: Vec<Purpose> = waits.map(crate::record::Message::purpose).collect();
        assert_eq!(purposes, [Purpose::Cancellation; 2], "and no reminder");
    }
}
