//! R9: the teacher's own attempts, alone and among the rounds.

use super::*;
use crate::record::Reason;

/// The story goes on until `date`; by then these rounds went out.
fn check(why: &str, mut story: Story, date: &str, rounds: &[&str], state: State) {
    story.until(date);
    assert_eq!(
        (story.rounds(1), story.state(1)),
        (rounds.iter().map(|s| (*s).into()).collect(), state),
        "{why}"
    );
}

#[test]
fn a_teachers_attempts_count_one_a_day_and_put_off_the_next_round() {
    let calls = |days: &[&str]| {
        let mut story = Story::new();
        for date in days {
            story.until(date);
            story.call_in_vain();
        }
        story
    };
    check(
        "after the first round",
        calls(&["2021-09-23"]),
        "2021-09-27",
        &["09-22", "09-27"],
        Open,
    );
    check(
        "on the day of a round",
        calls(&["2021-09-22"]),
        "2021-09-24",
        &["09-22", "09-24"],
        Open,
    );
    check(
        "twice on a day",
        calls(&["2021-09-23", "2021-09-23"]),
        "2021-09-28",
        &["09-22", "09-27"],
        Open,
    );
    check(
        "twice after a round",
        calls(&["2021-09-23", "2021-09-24"]),
        "2021-09-28",
        &["09-22"],
        Unreachable,
    );
    let two = calls(&["2021-09-23", "2021-09-24"]);
    check("not a day earlier", two, "2021-09-27", &["09-22"], Open);
    let weekend = calls(&["2021-09-25"]);
    check(
        "three by Saturday",
        weekend,
        "2021-09-28",
        &["09-22", "09-24"],
        Unreachable,
    );
}

#[test]
fn the_teacher_is_told_after_the_second_attempt() {
    let mut story = Story::new();
    story.until("2021-09-24");
    assert_eq!(story.told(NoticeKind::TwoAttemptsFailed), Vec::<String>::new());
    story.until("2021-10-31");
    assert_eq!(story.told(NoticeKind::TwoAttemptsFailed), ["09-25 teacher"], "once");

    let mut answered = Story::new();
    answered.until("2021-09-23");
    answered.act(1, "mother", Act::Decline);
    answered.until("2021-10-31");
    assert_eq!(answered.told(NoticeKind::TwoAttemptsFailed), Vec::<String>::new());
}

#[test]
fn the_third_attempt_is_the_teachers_where_that_is_required() {
    let mut story = Story::new();
    story.policy.live_attempt_required = true;
    story.until("2021-10-15");
    assert_eq!(
        (story.rounds(1), story.state(1)),
        (vec!["09-22".into(), "09-24".into()], Open)
    );
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::LiveAttempt))
    );
    story.call_in_vain();
    story.until("2021-10-18");
    assert_eq!(story.state(1), Open, "one school day after");
    story.until("2021-10-19");
    assert_eq!(story.state(1), Unreachable);
}

#[test]
fn without_a_usable_channel_the_teachers_three_attempts_lead_to_the_check() {
    let mut story = Story::new();
    story.correct(|facts| facts.guardians = [("mother".into(), guardian(false, false, true))].into());
    story.until("2021-09-24");
    assert_eq!(story.rounds(1), Vec::<String>::new());
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::NoChannel))
    );
    assert_eq!(story.told(NoticeKind::ReachFamily), ["09-22 teacher"]);
    for date in ["2021-09-24", "2021-09-24", "2021-09-27", "2021-09-28"] {
        story.until(date);
        story.call_in_vain();
    }
    story.until("2021-09-29");
    assert_eq!(story.state(1), Open);
    story.until("2021-09-30");
    assert_eq!(story.state(1), Unreachable);
    assert_eq!(
        story.record.tasks[&(1, TaskKind::WelfareCheck)].detail.as_deref(),
        Some("confirmed by the teacher")
    );
}

#[test]
fn attempts_before_the_conference_is_due_do_not_exist() {
    let mut story = Story::new();
    story.until("2021-09-21");
    assert_eq!(story.try_act(1, "teacher", logged(false)), Err(Refusal::NoConference));
}
