//! "Crossing": what becomes of a conference when the facts it was opened for are corrected.

use super::*;

/// Opened on 22 September for a period without an end; then, on the 24th at noon, the periods are these.
fn check(why: &str, periods: &[(&str, &str)], expected: &[&str], later: (&str, &[&str])) {
    let mut story = Story::new();
    story.until("2021-09-24");
    story.facts.periods = Story::remote(periods).facts.periods;
    story.follow();
    assert_eq!(story.conferences(), expected, "{why}");
    story.escalates = false;
    story.until(later.0);
    assert_eq!(story.conferences(), later.1, "{why}, on {}", later.0);
}

#[test]
fn a_conference_keeps_its_number_when_its_span_is_corrected() {
    check(
        "begins earlier: due earlier",
        &[("2021-08-25", "")],
        &["0 2021-09-15 open"],
        ("2021-09-30", &["0 2021-09-15 open"]),
    );
    check(
        "begins later: void until it is reached",
        &[("2021-09-10", "")],
        &["0 2021-10-01 void"],
        ("2021-09-30", &["0 2021-10-01 void"]),
    );
    check(
        "begins later, reached",
        &[("2021-09-10", "")],
        &["0 2021-10-01 void"],
        ("2021-10-01", &["0 2021-10-01 open"]),
    );
    check(
        "shortened below 22 days",
        &[("2021-09-01", "2021-09-21")],
        &["0 2021-09-22 void"],
        ("2021-12-31", &["0 2021-09-22 void"]),
    );
    check(
        "shortened to 22 days",
        &[("2021-09-01", "2021-09-22")],
        &["0 2021-09-22 open"],
        ("2021-12-31", &["0 2021-09-22 open"]),
    );
    check(
        "rescinded",
        &[],
        &["0 2021-09-22 void"],
        ("2021-12-31", &["0 2021-09-22 void"]),
    );
    check(
        "split: the earliest part that reaches day 22 keeps it",
        &[
            ("2021-09-01", "2021-09-10"),
            ("2021-09-12", "2021-10-05"),
            ("2021-11-01", ""),
        ],
        &["0 2021-10-03 void"],
        ("2021-11-22", &["0 2021-10-03 open", "0 2021-11-22 open"]),
    );
}

#[test]
fn two_spans_joined_keep_the_earlier_conference() {
    let mut story = Story::remote(&[("2021-09-01", "2021-09-30"), ("2021-10-05", "")]);
    story.until("2021-10-27");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable", "0 2021-10-26 open"]);
    story.move_period("2021-09-01", "2021-10-06");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable", "0 2021-10-26 void"]);
    story.until("2022-03-22");
    let joined = ["0 2021-09-22 unreachable", "0 2021-10-26 void", "1 2022-03-22 open"];
    assert_eq!(
        story.conferences(),
        joined,
        "six months count from the joined span's crossing"
    );
}

#[test]
fn rescinding_withdraws_everything_that_waits_and_reinstating_brings_back_the_same_conference() {
    let mut story = Story::new();
    story.policy.emergency_contact_request = None;
    story.fate = Fate::Waiting;
    story.until("2021-09-22");
    assert_eq!(story.pending(1), 2);
    let periods = std::mem::take(&mut story.facts.periods);
    story.follow();
    assert_eq!(
        (story.conferences(), story.pending(1)),
        (vec!["0 2021-09-22 void".into()], 0)
    );
    assert_eq!(story.messages(1, &MessageStatus::Cancelled).len(), 2);
    assert_eq!(story.record.next_action_on, None);
    story.facts.periods = periods;
    story.follow();
    assert_eq!(story.conferences(), ["0 2021-09-22 open"]);
    story.fate = Fate::Accepted;
    story.until("2021-09-30");
    assert_eq!(
        story.rounds(1),
        ["09-22", "09-23", "09-27", "09-29"],
        "the 22nd's was cancelled: it counts for nothing"
    );
}

/// What stood before the period was rescinded on the 25th and reinstated on the 26th decides how asking goes on.
fn check_asking(why: &str, before: impl Fn(&mut Story), rounds: &[&str], teacher_only: bool) {
    let mut story = Story::new();
    story.until("2021-09-24");
    before(&mut story);
    let periods = std::mem::take(&mut story.facts.periods);
    story.until("2021-09-25");
    story.follow();
    assert_eq!(story.state(1), Void, "{why}");
    assert!(!story.task_is_open(1, TaskKind::ReachFamily), "{why}");
    story.until("2021-09-26");
    story.facts.periods = periods;
    story.follow();
    assert_eq!(story.state(1), Open, "{why}");
    assert_eq!(story.record.conferences[&1].bookings, [], "{why}");
    assert_eq!(story.task_is_open(1, TaskKind::ReachFamily), teacher_only, "{why}");
    story.until("2021-10-08");
    assert_eq!(story.rounds(1), rounds, "{why}");
}

#[test]
fn reinstated_asking_resumes_but_begins_from_zero_where_an_answer_had_stood() {
    check_asking("two rounds", |_| {}, &["09-22", "09-24", "09-28"], false);
    let from_zero = ["09-22", "09-24", "09-27", "09-29", "10-01"];
    check_asking("booked", |story| story.book("2021-10-06"), &from_zero, false);
    check_asking(
        "declined",
        |story| story.act(1, "mother", Act::Decline),
        &from_zero,
        false,
    );
    let no_rounds = ["09-22", "09-24"];
    check_asking(
        "asked for a call",
        |story| story.act(1, "mother", Act::AskForCall),
        &no_rounds,
        true,
    );
    check_asking(
        "reached",
        |story| story.act(1, "teacher", logged(true)),
        &no_rounds,
        true,
    );
    let called_back = |story: &mut Story| {
        story.act(1, "mother", Act::AskForCall);
        story.act(1, "teacher", logged(true));
    };
    check_asking("asked for a call and was called", called_back, &no_rounds, false);
}

#[test]
fn an_unreachable_conference_reinstated_reopens_its_one_check() {
    let mut story = Story::new();
    story.until("2021-09-30");
    assert_eq!(story.state(1), Unreachable);
    let periods = std::mem::take(&mut story.facts.periods);
    story.follow();
    assert_eq!(story.state(1), Void);
    assert!(!story.task_is_open(1, TaskKind::WelfareCheck));
    assert_eq!(story.told(NoticeKind::CheckWithdrawn), ["09-30 principal"]);
    story.facts.periods = periods;
    story.follow();
    story.until("2021-10-01");
    assert_eq!(story.state(1), Unreachable, "its three attempts still count");
    assert!(story.task_is_open(1, TaskKind::WelfareCheck));
}

#[test]
fn a_check_that_was_closed_is_not_raised_again_for_the_same_attempts() {
    let mut story = Story::new();
    story.until("2021-09-30");
    let command = Command::CloseTask {
        conference: 1,
        actor: Some("principal".into()),
        called: Personal::new("aunt"),
        student_safe: Some(true),
        family_safe: Some(true),
        note: None,
    };
    story.command(&command).unwrap();
    let periods = std::mem::take(&mut story.facts.periods);
    story.follow();
    story.facts.periods = periods;
    story.follow();
    story.until("2021-10-01");
    assert_eq!(story.state(1), Open, "it is asked for from zero");
    assert!(!story.task_is_open(1, TaskKind::WelfareCheck));
    story.until("2021-10-12");
    assert_eq!(story.state(1), Unreachable, "three new attempts failed");
    assert!(story.task_is_open(1, TaskKind::WelfareCheck));
}

#[test]
fn attempts_before_a_later_due_date_do_not_count() {
    let mut story = Story::new();
    story.until("2021-09-25");
    story.move_period("2021-09-06", "");
    story.until("2021-10-05");
    assert_eq!(story.conferences(), ["0 2021-09-27 unreachable"]);
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-27", "09-29", "10-01"]);
    assert_eq!(story.record.attempts(1, ZONE), 3);
    assert_eq!(
        story.told(NoticeKind::TwoAttemptsFailed),
        ["09-25 teacher", "09-30 teacher"],
        "again after the second that counts"
    );
}

#[test]
fn a_held_conference_stands_for_its_own_span_only() {
    let held = |periods: &[(&str, &str)]| {
        let mut story = Story::remote(periods);
        story.until("2021-09-24");
        story.book("2021-10-01");
        story.until("2021-10-01");
        story.act(1, "teacher", Act::MarkHeld);
        story
    };
    let mut spring = held(&[("2021-09-01", "")]);
    spring.facts.periods.clear();
    spring.follow();
    assert_eq!(spring.conferences(), ["0 2021-09-22 held"], "what was held stays held");
    spring.until("2022-02-01");
    spring.move_period("2022-02-01", "");
    spring.until("2022-02-22");
    assert_eq!(spring.conferences(), ["0 2021-09-22 held", "0 2022-02-22 open"]);

    let mut longer = held(&[("2021-09-01", "2021-10-15")]);
    longer.move_period("2021-09-01", "");
    longer.until("2022-03-22");
    assert_eq!(longer.conferences(), ["0 2021-09-22 held", "1 2022-03-22 open"]);

    let mut late = held(&[("2021-09-01", "")]);
    late.until("2021-10-08");
    late.move_period("2021-10-05", "");
    late.until("2021-10-26");
    assert_eq!(
        late.conferences(),
        ["0 2021-09-22 held", "0 2021-10-26 open"],
        "it was never remote before the meeting"
    );
}

#[test]
fn r4_a_later_conference_is_void_while_the_span_ends_before_it() {
    let mut story = Story::new();
    story.until("2022-03-22");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable", "1 2022-03-22 open"]);
    story.move_period("2021-09-01", "2022-03-21");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable", "1 2022-03-22 void"]);
    story.move_period("2021-09-01", "2022-03-22");
    assert_eq!(story.conferences(), ["0 2021-09-22 unreachable", "1 2022-03-22 open"]);
}

/// The first conference held in autumn, the second opened in March; then the period is corrected.
#[test]
fn a_series_with_a_meeting_stands_for_its_own_span_only() {
    for (start, expected) in [
        (
            "2022-04-04",
            vec!["0 2021-09-22 held", "1 2022-03-22 void", "0 2022-04-25 open"],
        ),
        ("2021-09-15", vec!["0 2021-10-06 held", "1 2022-04-06 open"]),
    ] {
        let mut story = Story::new();
        story.until("2021-09-24");
        story.book("2021-10-01");
        story.until("2021-10-01");
        story.act(1, "teacher", Act::MarkHeld);
        story.until("2022-03-22");
        story.move_period(start, "");
        story.escalates = false;
        story.until("2022-04-25");
        assert_eq!(story.conferences(), expected, "since {start}");
    }
}

#[test]
fn a_meeting_was_held_on_its_own_day_though_recorded_later() {
    let mut story = Story::new();
    story.until("2021-09-24");
    story.book("2021-10-01");
    story.until("2021-10-08");
    story.act(1, "teacher", Act::MarkHeld);
    assert_eq!(story.record.conferences[&1].held_on, Some(day("2021-10-01")));
}

#[test]
fn the_due_date_depends_on_the_facts_alone() {
    let due = |corrections: &[&[(&str, &str)]]| {
        let mut story = Story::new();
        story.until("2021-09-24");
        for periods in corrections {
            story.facts.periods = Story::remote(periods).facts.periods;
            story.follow();
        }
        story.conferences()
    };
    assert_eq!(
        due(&[&[("2021-08-25", "")], &[]]),
        due(&[&[]]),
        "moved and rescinded, or rescinded at once"
    );
}
