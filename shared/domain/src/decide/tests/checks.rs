//! R10, R11: the welfare check.

use super::*;
use crate::record::Reason;

fn unreachable() -> Story {
    table::story_at(Unreachable)
}

#[test]
fn the_check_comes_two_school_days_after_the_third_attempt() {
    let mut story = Story::new();
    story.until("2021-09-29");
    assert_eq!((story.state(1), story.task(1, TaskKind::WelfareCheck)), (Open, None));
    story.until("2021-09-30");
    assert_eq!(story.state(1), Unreachable);
    assert_eq!(
        story.task(1, TaskKind::WelfareCheck),
        Some((TaskState::Open, Reason::AttemptsFailed))
    );
}

#[test]
fn the_check_says_whether_the_teacher_confirmed() {
    let detail = |story: &Story| story.record.tasks[&(1, TaskKind::WelfareCheck)].detail.clone().unwrap();
    assert_eq!(detail(&unreachable()), "by the system, not confirmed");
    let mut called = Story::new();
    called.until("2021-09-27");
    called.call_in_vain();
    called.until("2021-09-29");
    assert_eq!(called.state(1), Unreachable);
    assert_eq!(detail(&called), "confirmed by the teacher");
}

#[test]
fn principal_and_designees_are_told_and_nobody_twice() {
    let mut story = Story::new();
    story.correct(|facts| {
        let designees = ["vice", "principal", "vice", "clerk"].map(UserId::from);
        facts.designees = [("north".into(), designees.into())].into();
    });
    story.until("2021-10-31");
    let told = ["09-30 clerk", "09-30 principal", "09-30 vice"];
    assert_eq!(story.told(NoticeKind::WelfareCheck), told);
}

#[test]
fn a_hand_over_waits_for_escalate_and_is_taken_once() {
    let mut story = Story::new();
    story.escalates = false;
    story.until("2021-10-05");
    assert_eq!((story.state(1), story.record.handovers.len()), (Open, 1));
    story.escalate();
    assert_eq!(story.state(1), Unreachable);
    let again = Command::Escalate {
        conference: 1,
        guardian_reached: None,
    };
    story.command(&again).unwrap();
    assert_eq!(story.told(NoticeKind::WelfareCheck), ["10-05 principal"]);
}

#[test]
fn one_check_a_conference_ever_it_is_reopened() {
    let mut story = unreachable();
    close(&mut story, Some(true), None);
    story.book("2021-10-08");
    story.act(1, "mother", Act::Cancel);
    story.until("2021-10-31");
    assert_eq!(story.state(1), Unreachable);
    assert_eq!(story.rounds(1).len(), 6);
    let check = &story.record.tasks[&(1, TaskKind::WelfareCheck)];
    assert_eq!(
        (check.state, check.findings.len()),
        (TaskState::Open, 1),
        "what was found stays"
    );
    assert_eq!((check.opened_on, &check.outcome), (day("2021-10-11"), &None));
    assert_eq!(
        story.told(NoticeKind::WelfareCheck),
        ["09-30 principal", "10-11 principal"]
    );
}

fn close(story: &mut Story, student_safe: Option<bool>, family_safe: Option<bool>) {
    close_by(story, "aunt", student_safe, family_safe);
}

fn close_by(story: &mut Story, called: &str, student_safe: Option<bool>, family_safe: Option<bool>) {
    let command = Command::CloseTask {
        conference: 1,
        actor: Some("principal".into()),
        called: Personal::new(called),
        student_safe,
        family_safe,
        note: None,
    };
    story.command(&command).unwrap();
}

/// Whether these findings close the check.
fn check(student_safe: Option<bool>, family_safe: Option<bool>, closes: bool) {
    let mut story = unreachable();
    close(&mut story, student_safe, family_safe);
    let task = &story.record.tasks[&(1, TaskKind::WelfareCheck)];
    let expected = if closes { TaskState::Closed } else { TaskState::Open };
    assert_eq!(task.state, expected, "{student_safe:?} {family_safe:?}");
    let finding = &task.findings[0];
    assert_eq!((finding.at, finding.called.reveal()), (story.now, "aunt"));
    assert_eq!((finding.student_safe, finding.family_safe), (student_safe, family_safe));
    assert_eq!(task.outcome.is_some(), closes);
    assert_eq!(story.state(1), Unreachable, "the conference is still owed");
}

#[test]
fn r11_closing_needs_both_findings() {
    check(Some(true), Some(true), true);
    check(Some(true), Some(false), true);
    check(Some(false), Some(false), true);
    check(None, Some(true), false);
    check(Some(true), None, false);
    check(None, None, false);
}

#[test]
fn r11_a_later_call_closes_what_the_first_left_open() {
    let mut story = unreachable();
    close(&mut story, None, None);
    close(&mut story, Some(true), Some(true));
    let task = &story.record.tasks[&(1, TaskKind::WelfareCheck)];
    assert_eq!((task.state, task.findings.len()), (TaskState::Closed, 2));
    assert_eq!(task.outcome.as_deref(), Some("student safe, family safe"));
}

#[test]
fn r11_closing_needs_to_say_who_was_called() {
    let mut story = unreachable();
    close_by(&mut story, " ", Some(true), Some(true));
    assert!(story.task_is_open(1, TaskKind::WelfareCheck));
}

#[test]
fn the_audit_trail_names_rules_and_nobody() {
    let mut story = unreachable();
    close(&mut story, Some(true), Some(true));
    let kinds: Vec<&str> = story.entries.iter().map(|entry| entry.kind.as_str()).collect();
    let expected = [
        "conference_opened",
        "round_started",
        "round_started",
        "round_started",
        "handed_to_principal",
        "family_not_reached",
        "task_opened",
        "emergency_contact_called",
        "task_closed",
    ];
    assert_eq!(kinds, expected);
    for entry in &story.entries {
        assert!(entry.rule.starts_with('R'), "{entry:?}");
        assert!(
            !entry.detail.contains("aunt") && !entry.detail.contains("mother"),
            "{entry:?}"
        );
    }
}

/// "One ask at a time": of several open conferences the oldest is asked for first.
#[test]
fn the_oldest_open_conference_is_asked_for_first() {
    let mut story = Story::remote(&[]);
    story.until("2022-04-01");
    story.move_period("2021-09-01", "");
    story.until("2022-04-08");
    assert_eq!(story.conferences(), ["0 2021-09-22 open", "1 2022-03-22 open"]);
    assert_eq!((story.rounds(1).len(), story.rounds(2).len()), (3, 0));
    story.until("2022-04-12");
    assert_eq!(story.state(1), Unreachable);
    story.until("2022-04-21");
    assert_eq!(
        story.conferences(),
        ["0 2021-09-22 unreachable", "1 2022-03-22 unreachable"]
    );
    assert_eq!(story.rounds(2), ["04-13", "04-15", "04-19"]);
}
