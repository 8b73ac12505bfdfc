//! Histories that once went wrong: each is played again for ever.

use crate::run::{self, Tally};
use std::sync::Mutex;

/// The seed, and what was wrong.
const KEPT: &[(u64, &str)] = &[
    (
        295,
        "a parent who may not be contacted about one child answered for another, and the alarm was raised",
    ),
    (
        12,
        "a conference came back and raised the alarm that the principal had closed",
    ),
    (87, "a read that showed a commit in part was decided on"),
    (
        4707,
        "a STOP lay among the dead letters for longer than the checks knew",
    ),
    (
        63,
        "of two households one had met the teacher, and the other's time still stood",
    ),
    (
        5953,
        "two of one family had the same time, and the table refused to give both back at once",
    ),
    (
        8770,
        "the checks took a number that said STOP and then \"wrong number\" for one that can be called",
    ),
    (
        13749,
        "staff spoke with a guardian whom the SIS had named only, and another child's alarm was raised",
    ),
    (
        14855,
        "a guardian whom the SIS had named only asked for a call, and another child's alarm was raised",
    ),
    (
        13013,
        "the checks took a further conference for one of another span, which daily marks would make",
    ),
    (
        21420,
        "the checks did not see that a guardian had given up the other guardian's time, who was deleted since",
    ),
    (
        25570,
        "the checks did not allow that somebody barred from a child acts for those who are not",
    ),
    (
        27934,
        "the checks took a bounce for known that came too late for the decision",
    ),
    (
        27531,
        "at the end of the quiet hours time stood still, and a clock that was behind never came there",
    ),
    (
        29153,
        "the checks took a school for the district's that the SIS had not described yet",
    ),
    (
        44498,
        "days off of the school to come were taken for days off of the school left",
    ),
];

/// Plays them.
pub fn replayed() -> Tally {
    let tally: Mutex<Tally> = Mutex::default();
    run::each(KEPT.len() as u64, |n| {
        let (seed, was) = KEPT[n as usize];
        let history = crate::generate::history(seed);
        let (played, violations) = run::judged(&history);
        for violation in &violations {
            println!(
                "kept seed {seed} ({was}) again: {}: {}",
                violation.invariant, violation.what
            );
        }
        let mut tally = run::locked(&tally);
        tally.count(&history, &played);
        tally.violations += u64::from(!violations.is_empty());
    });
    tally.into_inner().unwrap_or_default()
}
