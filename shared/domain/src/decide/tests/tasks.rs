//! `repair_contact`, `reach_family` for want of a channel, and what is left once the span is over.

use super::*;
use crate::record::Reason;

const NOBODY: Guardian = Guardian {
    sms: false,
    email: false,
    phone: false,
    language: None,
};

fn without_contact(periods: &[(&str, &str)]) -> Story {
    let mut story = Story::remote(periods);
    story.correct(|facts| facts.guardians = [("mother".into(), NOBODY)].into());
    story
}

fn repair(story: &Story) -> Option<TaskState> {
    story
        .task(NO_CONFERENCE, TaskKind::RepairContact)
        .map(|(state, _)| state)
}

/// On `date` at noon the office's task stands so.
fn check(why: &str, mut story: Story, date: &str, expected: Option<TaskState>) {
    story.until(date);
    assert_eq!(repair(&story), expected, "{why}, on {date}");
}

#[test]
fn the_office_repairs_contacts_while_the_span_lasts() {
    let story = || without_contact(&[("2021-09-06", "2021-09-30")]);
    check("before the span", story(), "2021-09-05", None);
    check("from its first day", story(), "2021-09-06", Some(TaskState::Open));
    check("to its last", story(), "2021-09-30", Some(TaskState::Open));
    check("and no longer", story(), "2021-10-01", Some(TaskState::Withdrawn));
    let short = without_contact(&[("2021-09-06", "2021-09-07")]);
    check(
        "a span too short for a conference",
        short,
        "2021-09-07",
        Some(TaskState::Open),
    );
    let packets = || {
        let mut story = story();
        story.correct(|facts| {
            facts
                .periods
                .values_mut()
                .for_each(|period| period.delivery = Delivery::Paper)
        });
        story
    };
    check("not remote", packets(), "2021-09-10", None);
    let mut nobody = story();
    nobody.correct(|facts| facts.guardians.clear());
    check("no guardian at all", nobody, "2021-09-06", Some(TaskState::Open));
}

#[test]
fn any_way_to_reach_the_family_ends_the_repair() {
    for (sms, email, phone) in [(true, false, false), (false, true, false), (false, false, true)] {
        let found = guardian(sms, email, phone);
        let mut before = without_contact(&[("2021-09-06", "")]);
        before.correct(|facts| facts.guardians = [("mother".into(), found.clone())].into());
        check("before the span", before, "2021-09-10", None);

        let mut story = without_contact(&[("2021-09-06", "")]);
        story.until("2021-09-07");
        story.correct(|facts| facts.guardians = [("mother".into(), found)].into());
        assert_eq!(repair(&story), Some(TaskState::Withdrawn));
        story.until("2021-09-08");
        story.correct(|facts| facts.guardians = [("mother".into(), NOBODY)].into());
        story.until("2021-09-09");
        assert_eq!(repair(&story), Some(TaskState::Open));
        let of_office = story
            .record
            .tasks
            .keys()
            .filter(|(_, kind)| *kind == TaskKind::RepairContact);
        assert_eq!(of_office.count(), 1, "reopened, not doubled");
    }
}

#[test]
fn the_repair_is_withdrawn_when_the_period_is_rescinded_or_the_student_leaves() {
    let mut rescinded = without_contact(&[("2021-09-06", "")]);
    rescinded.until("2021-09-10");
    let mut left = rescinded.clone();
    rescinded.correct(|facts| facts.periods.clear());
    assert_eq!(repair(&rescinded), Some(TaskState::Withdrawn));
    left.correct(|facts| facts.left = true);
    assert_eq!(repair(&left), Some(TaskState::Withdrawn));
}

#[test]
fn a_channel_that_appears_takes_over_from_the_teacher() {
    let mut story = without_contact(&[("2021-09-01", "")]);
    story.until("2021-09-24");
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::NoChannel))
    );
    story.correct(|facts| facts.guardians = [("mother".into(), guardian(true, false, false))].into());
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Withdrawn, Reason::NoChannel))
    );
    story.until("2021-09-27");
    assert_eq!(story.rounds(1), ["09-27"]);
    story.correct(|facts| facts.guardians = [("mother".into(), NOBODY)].into());
    story.until("2021-09-28");
    assert!(story.task_is_open(1, TaskKind::ReachFamily), "reopened");
}

#[test]
fn after_the_span_one_last_offer_no_further_rounds_and_no_check() {
    for (end, rounds) in [
        ("2021-09-22", vec!["09-22", "09-24"]),
        ("2021-09-24", vec!["09-22", "09-24", "09-28"]),
        ("2021-09-27", vec!["09-22", "09-24", "09-28"]),
    ] {
        let mut story = Story::remote(&[("2021-09-01", end)]);
        story.until("2021-12-31");
        assert_eq!(story.conferences(), ["0 2021-09-22 open"], "stays, late: ended {end}");
        assert_eq!(story.rounds(1), rounds, "ended {end}");
        assert_eq!(story.task(1, TaskKind::WelfareCheck), None, "ended {end}");
    }
}

#[test]
fn the_last_offer_is_repeated_until_it_counts() {
    let mut story = Story::remote(&[("2021-09-01", "2021-09-22")]);
    story.until("2021-09-22");
    story.fate = Fate::Unknown;
    story.until("2021-09-24");
    story.fate = Fate::Accepted;
    story.until("2021-12-31");
    assert_eq!(story.rounds(1), ["09-22", "09-24", "09-27"]);
}

#[test]
fn no_threat_of_the_principal_after_the_span() {
    let mut story = Story::remote(&[("2021-09-01", "2021-09-24")]);
    story.until("2021-12-31");
    assert_eq!(
        story.told(NoticeKind::TwoAttemptsFailed),
        Vec::<String>::new(),
        "there will be no check"
    );
}

#[test]
fn attempts_after_the_span_lead_to_no_check() {
    let mut story = table::story_at(NoShow);
    story.move_period("2021-09-01", "2021-09-27");
    for date in ["2021-09-28", "2021-09-29", "2021-09-30"] {
        story.until(date);
        story.call_in_vain();
    }
    story.until("2021-12-31");
    assert_eq!((story.state(1), story.task(1, TaskKind::WelfareCheck)), (NoShow, None));

    let mut handed_over = Story::new();
    handed_over.escalates = false;
    handed_over.until("2021-09-30");
    handed_over.move_period("2021-09-01", "2021-09-29");
    handed_over.escalate();
    assert_eq!(
        (handed_over.state(1), handed_over.task(1, TaskKind::WelfareCheck)),
        (Open, None),
        "ended meanwhile"
    );
}

#[test]
fn an_open_check_outlives_the_span() {
    let mut story = table::story_at(Unreachable);
    story.move_period("2021-09-01", "2021-09-30");
    story.until("2021-12-31");
    assert_eq!(story.state(1), Unreachable);
    assert!(story.task_is_open(1, TaskKind::WelfareCheck));
}

/// Whatever the first span's conference still waits for, the next span's family is asked and, in the end, checked on.
#[test]
fn a_conference_left_over_from_a_span_does_not_silence_the_next() {
    let mut story = without_contact(&[("2021-09-01", "2021-09-24"), ("2021-11-01", "")]);
    story.until("2021-11-22");
    assert_eq!(story.conferences(), ["0 2021-09-22 open", "0 2021-11-22 open"]);
    for (date, n) in [("2021-11-22", 2), ("2021-11-23", 2), ("2021-11-24", 2)] {
        story.until(date);
        assert!(story.task_is_open(n, TaskKind::ReachFamily), "{date}");
        story.act(n, "teacher", logged(false));
    }
    story.until("2021-11-30");
    assert_eq!(story.conferences(), ["0 2021-09-22 open", "0 2021-11-22 unreachable"]);
}
