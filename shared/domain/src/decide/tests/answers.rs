//! Answers: what a booking, a refusal, a wish to be called or a talk with staff ends, and what begins after it.

use super::*;
use crate::record::Reason;

/// Every answer, with what it makes of the conference and whether the teacher has to reach the family then.
fn answers() -> [(Act, State, Option<Reason>); 4] {
    [
        (schedule("2021-10-15"), Scheduled, None),
        (Act::Decline, Declined, None),
        (Act::AskForCall, Open, Some(Reason::CallRequested)),
        (logged(true), Open, Some(Reason::ReachedWithoutTime)),
    ]
}

#[test]
fn every_answer_stops_rounds_and_cancels_what_waits() {
    for (answer, state, reach_family) in answers() {
        let mut story = Story::new();
        story.until("2021-09-23");
        story.fate = Fate::Waiting;
        story.until("2021-09-24");
        assert_eq!(story.pending(1), 2);
        story.act(1, "mother", answer.clone());
        assert_eq!((story.state(1), story.pending(1)), (state, 0), "{answer:?}");
        let open = story.task(1, TaskKind::ReachFamily);
        assert_eq!(open, reach_family.map(|why| (TaskState::Open, why)), "{answer:?}");
        story.fate = Fate::Accepted;
        story.until("2021-11-30");
        assert_eq!(
            (story.state(1), story.rounds(1)),
            (state, vec!["09-22".into(), "09-24".into()]),
            "{answer:?}"
        );
        assert_eq!(story.told(NoticeKind::WelfareCheck), Vec::<String>::new());
    }
}

#[test]
fn an_answer_between_the_second_and_third_attempt_stops_the_rest() {
    for (answer, ..) in answers() {
        let mut story = Story::new();
        story.until("2021-09-27");
        story.act(1, "mother", answer);
        story.until("2021-11-30");
        assert_eq!(story.rounds(1), ["09-22", "09-24"]);
    }
}

#[test]
fn every_answer_withdraws_an_open_check() {
    for (answer, state, _) in answers() {
        let mut story = Story::new();
        story.until("2021-09-30");
        assert!(story.task_is_open(1, TaskKind::WelfareCheck));
        story.act(1, "mother", answer.clone());
        let check = &story.record.tasks[&(1, TaskKind::WelfareCheck)];
        assert_eq!(
            (check.state, check.outcome.as_deref()),
            (TaskState::Withdrawn, Some("family answered")),
            "{answer:?}"
        );
        assert_eq!(story.state(1), state);
        assert_eq!(story.told(NoticeKind::CheckWithdrawn), ["09-30 principal"]);
    }
}

#[test]
fn an_answer_meanwhile_drops_what_was_handed_over() {
    for (answer, state, _) in answers() {
        let mut story = Story::new();
        story.escalates = false;
        story.until("2021-09-30");
        assert!(story.record.handovers.contains_key(&1));
        story.act(1, "mother", answer);
        assert!(story.record.handovers.is_empty());
        let late = Command::Escalate {
            conference: 1,
            guardian_reached: None,
        };
        story.command(&late).unwrap();
        assert_eq!((story.state(1), story.task(1, TaskKind::WelfareCheck)), (state, None));
    }
}

#[test]
fn an_answer_says_which_guardians_were_reached() {
    let both = vec!["father".into(), "mother".into()];
    for (actor, act, guardians, spoken) in [
        ("mother", schedule("2021-10-15"), vec!["mother".into()], false),
        ("mother", Act::Decline, vec!["mother".into()], false),
        ("father", Act::AskForCall, vec!["father".into()], false),
        ("", Act::Decline, both.clone(), false),
        // May not be contacted about this child, and may have others.
        (
            "stepfather",
            Act::Decline,
            vec!["father".into(), "mother".into(), "stepfather".into()],
            false,
        ),
        ("teacher", schedule("2021-10-15"), both.clone(), false),
        ("teacher", logged(true), both, true),
    ] {
        let mut story = Story::new();
        story.correct(|facts| {
            facts.guardians.insert("father".into(), guardian(true, false, false));
        });
        story.until("2021-09-22");
        story.act(1, actor, act.clone());
        assert_eq!(story.reached, Some(Reached { guardians, spoken }), "{actor} {act:?}");
    }
    let mut vain = Story::new();
    vain.until("2021-09-22");
    vain.call_in_vain();
    assert_eq!(vain.reached, None);
}

#[test]
fn a_cancelled_booking_is_asked_for_again_from_zero() {
    for actor in ["mother", "teacher"] {
        let mut story = Story::new();
        story.until("2021-09-28");
        story.book("2021-10-15");
        story.until("2021-10-01");
        story.act(1, actor, Act::Cancel);
        assert_eq!((story.state(1), story.record.attempts(1, ZONE)), (Open, 0));
        assert_eq!(story.told(NoticeKind::Cancelled), ["10-01 teacher"]);
        story.until("2021-10-12");
        assert_eq!(story.rounds(1), ["09-22", "09-24", "09-28", "10-04", "10-06", "10-08"]);
        assert_eq!(story.state(1), Unreachable);
        assert_eq!(
            story.told(NoticeKind::TwoAttemptsFailed),
            ["09-25 teacher", "10-07 teacher"],
            "once each time"
        );
    }
}

#[test]
fn after_a_no_show_only_the_teachers_attempts_count_from_zero() {
    let mut story = table::story_at(NoShow);
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::NoShow))
    );
    assert_eq!(story.told(NoticeKind::ReachFamily), ["09-27 teacher"]);
    assert_eq!(story.record.conferences[&1].bookings, []);
    story.until("2021-10-15");
    assert_eq!(
        (story.rounds(1), story.state(1)),
        (vec!["09-22".into(), "09-24".into()], NoShow)
    );
    for date in ["2021-10-15", "2021-10-18", "2021-10-19"] {
        story.until(date);
        story.call_in_vain();
    }
    story.until("2021-10-20");
    assert_eq!(story.state(1), NoShow);
    story.until("2021-10-21");
    assert_eq!(story.state(1), Unreachable);
    assert!(story.task_is_open(1, TaskKind::WelfareCheck));
}

#[test]
fn after_a_talk_the_teachers_later_attempts_count_from_zero() {
    for act in [Act::AskForCall, logged(true)] {
        let mut story = Story::new();
        story.until("2021-09-27");
        story.act(1, "teacher", act);
        assert_eq!(story.record.attempts(1, ZONE), 0);
        for date in ["2021-10-04", "2021-10-05", "2021-10-06"] {
            assert_eq!(story.state(1), Open);
            story.until(date);
            story.call_in_vain();
        }
        story.until("2021-10-08");
        assert_eq!(story.state(1), Unreachable);
    }
}

#[test]
fn who_declined_may_still_book() {
    let mut story = table::story_at(Declined);
    assert_eq!(story.told(NoticeKind::Declined), ["09-24 teacher"]);
    story.book("2021-10-15");
    assert_eq!(story.state(1), Scheduled);
    story.until("2021-10-15");
    story.act(1, "teacher", Act::MarkHeld);
    assert_eq!(story.state(1), Held);
}

/// After these acts the task of reaching the family stands so.
fn check(why: &str, acts: &[Act], state: TaskState, reason: Reason) {
    let mut story = Story::new();
    story.correct(|facts| facts.guardians = [("mother".into(), guardian(false, false, true))].into());
    story.until("2021-09-22");
    for act in acts {
        story.act(1, "mother", act.clone());
    }
    assert_eq!(story.task(1, TaskKind::ReachFamily), Some((state, reason)), "{why}");
}

#[test]
fn the_task_of_reaching_the_family_is_closed_by_an_answer() {
    let call = || Act::AskForCall;
    check("no channel", &[], TaskState::Open, Reason::NoChannel);
    check(
        "booked",
        &[schedule("2021-10-15")],
        TaskState::Closed,
        Reason::NoChannel,
    );
    check("declined", &[Act::Decline], TaskState::Closed, Reason::NoChannel);
    check("reached", &[logged(true)], TaskState::Closed, Reason::NoChannel);
    check("not reached", &[logged(false)], TaskState::Open, Reason::NoChannel);
    check(
        "asked for a call: it says so",
        &[call()],
        TaskState::Open,
        Reason::CallRequested,
    );
    check(
        "called back",
        &[call(), logged(true)],
        TaskState::Closed,
        Reason::CallRequested,
    );
    check(
        "called in vain",
        &[call(), logged(false)],
        TaskState::Open,
        Reason::CallRequested,
    );
    check(
        "booked instead",
        &[call(), schedule("2021-10-15")],
        TaskState::Closed,
        Reason::CallRequested,
    );
    check(
        "asked for another",
        &[call(), logged(true), call()],
        TaskState::Open,
        Reason::CallRequested,
    );
}
