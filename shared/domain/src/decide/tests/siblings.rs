//! A guardian reached for one child holds back the welfare check of the other children.

use super::*;
use crate::record::Reason;

/// The guardian was reached for another child at noon of `date`.
fn reached(story: &mut Story, date: &str, spoken: bool) {
    let at = ZONE
        .from_local_datetime(&day(date).and_time(time("12:00")))
        .unwrap()
        .to_utc();
    story.command(&Command::GuardianReached { at, spoken }).unwrap();
}

/// The teacher is told on `told`, and these rounds went out; there is no check.
fn check(why: &str, story: &mut Story, rounds: &[&str], told: &[&str]) {
    story.until("2021-11-30");
    assert_eq!(story.rounds(1), rounds, "{why}");
    assert_eq!(story.told(NoticeKind::SiblingReached), told, "{why}");
    assert_eq!(story.task(1, TaskKind::WelfareCheck), None, "{why}");
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::SiblingReached)),
        "{why}"
    );
}

#[test]
fn spoken_with_for_another_child_rounds_stop_and_the_teacher_is_told() {
    let mut story = Story::new();
    story.fate = Fate::Waiting;
    story.until("2021-09-24");
    reached(&mut story, "2021-09-24", true);
    assert_eq!(story.pending(1), 0);
    story.fate = Fate::Accepted;
    check("spoken", &mut story, &["09-22", "09-23", "09-24"], &["09-24 teacher"]);
}

#[test]
fn an_answer_for_another_child_only_holds_back_the_check() {
    let mut story = Story::new();
    story.until("2021-09-24");
    reached(&mut story, "2021-09-24", false);
    check("answered", &mut story, &["09-22", "09-24", "09-28"], &["09-30 teacher"]);
}

#[test]
fn spoken_with_after_an_answer_stops_the_rounds_too_once() {
    let mut story = Story::new();
    story.until("2021-09-22");
    reached(&mut story, "2021-09-22", false);
    story.until("2021-09-24");
    reached(&mut story, "2021-09-24", true);
    reached(&mut story, "2021-09-24", true);
    check(
        "answered, then spoken",
        &mut story,
        &["09-22", "09-24"],
        &["09-24 teacher"],
    );
}

#[test]
fn news_that_comes_again_does_not_stop_what_began_since() {
    let mut story = Story::new();
    story.until("2021-09-24");
    reached(&mut story, "2021-09-24", true);
    story.book("2021-10-15");
    story.act(1, "mother", Act::Cancel);
    reached(&mut story, "2021-09-24", true);
    story.until("2021-09-27");
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-27"]);
    reached(&mut story, "2021-09-27", true);
    story.until("2021-10-15");
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-27"], "spoken with once more");
    assert_eq!(
        story.told(NoticeKind::SiblingReached),
        ["09-24 teacher", "09-27 teacher"]
    );
}

#[test]
fn reached_before_the_conference_opened_is_of_no_effect() {
    let mut story = Story::new();
    story.until("2021-09-22");
    reached(&mut story, "2021-09-21", true);
    story.until("2021-09-30");
    assert_eq!(story.state(1), Unreachable);
    assert_eq!(story.told(NoticeKind::SiblingReached), Vec::<String>::new());
}

#[test]
fn reached_after_the_hand_over_is_seen_by_escalate() {
    for hour in ["09-29", "09-21"] {
        let mut story = Story::new();
        story.escalates = false;
        story.until("2021-09-30");
        let at = ZONE
            .from_local_datetime(&day(&format!("2021-{hour}")).and_time(time("12:00")))
            .unwrap()
            .to_utc();
        let taken = Command::Escalate {
            conference: 1,
            guardian_reached: Some(at),
        };
        story.command(&taken).unwrap();
        let held_back = hour == "09-29";
        assert_eq!(story.state(1), if held_back { Open } else { Unreachable }, "{hour}");
        assert_eq!(story.told(NoticeKind::SiblingReached).len(), usize::from(held_back));
        assert_eq!(story.told(NoticeKind::WelfareCheck).len(), usize::from(!held_back));
    }
}

#[test]
fn an_answer_of_its_own_is_not_disturbed() {
    for state in [Scheduled, Declined, Held, NoShow] {
        let mut story = table::story_at(state);
        reached(&mut story, "2021-09-28", true);
        assert_eq!(story.state(1), state);
        assert_eq!(
            story.told(NoticeKind::SiblingReached),
            Vec::<String>::new(),
            "{state:?}"
        );
    }
}
