//! The policy's state table: in each state, what can befall a conference and what is refused.

use super::*;

/// A story whose first conference stands in this state, at noon of some day.
pub(super) fn story_at(state: State) -> Story {
    let mut story = Story::new();
    story.until("2021-09-24");
    match state {
        Open => {}
        Scheduled => story.book("2021-09-27"),
        Held | NoShow => {
            story.book("2021-09-27");
            story.until("2021-09-27");
            let outcome = if state == Held { Act::MarkHeld } else { Act::MarkNoShow };
            story.act(1, "teacher", outcome);
        }
        Declined => story.act(1, "mother", Act::Decline),
        Unreachable => story.until("2021-09-30"),
        Void => story.correct(|facts| facts.periods.clear()),
        Moot => story.correct(|facts| facts.left = true),
    }
    assert_eq!(story.state(1), state);
    story
}

const STATES: [State; 8] = [Open, Scheduled, Held, NoShow, Declined, Unreachable, Void, Moot];

/// From exactly these states the act leads to the state beside them; from every other it is refused and changes nothing.
fn check(act: &Act, leads: &[(State, State)]) {
    for state in STATES {
        let mut story = story_at(state);
        if state == Scheduled && matches!(act, Act::MarkHeld | Act::MarkNoShow) {
            story.until("2021-09-27");
        }
        let before = story.record.clone();
        let done = story.try_act(1, "mother", act.clone());
        match leads.iter().find(|(from, _)| *from == state) {
            Some((_, to)) => assert_eq!((done, story.state(1)), (Ok(()), *to), "{state:?} {act:?}"),
            None => {
                assert!(
                    matches!(done, Err(Refusal::NotNow(at, _)) if at == state),
                    "{state:?} {act:?}: {done:?}"
                );
                assert_eq!(story.record, before);
            }
        }
    }
}

#[test]
fn a_conference_moves_along_the_table_only() {
    let to = |to: State, from: &[State]| from.iter().map(|from| (*from, to)).collect::<Vec<_>>();
    let wanting = [Open, NoShow, Unreachable];
    check(
        &schedule("2021-10-08"),
        &to(Scheduled, &[Open, Scheduled, NoShow, Declined, Unreachable]),
    );
    check(&Act::Cancel, &to(Open, &[Scheduled]));
    check(&Act::MarkHeld, &to(Held, &[Scheduled]));
    check(&Act::MarkNoShow, &to(NoShow, &[Scheduled]));
    check(&Act::Decline, &to(Declined, &wanting));
    check(&Act::AskForCall, &to(Open, &wanting));
    check(&logged(true), &to(Open, &wanting));
    check(&logged(false), &wanting.map(|state| (state, state)));
}

#[test]
fn a_command_that_makes_no_sense_is_refused_and_says_why() {
    let mut story = story_at(Open);
    let close = |conference| Command::CloseTask {
        conference,
        actor: None,
        called: Personal::new("aunt"),
        student_safe: Some(true),
        family_safe: Some(true),
        note: None,
    };
    assert_eq!(story.try_act(2, "mother", Act::Decline), Err(Refusal::NoConference));
    assert_eq!(
        story.try_act(1, "mother", schedule("2021-09-23")),
        Err(Refusal::InThePast)
    );
    assert_eq!(story.command(&close(1)), Err(Refusal::NoTask));
    let refused = story.try_act(1, "mother", Act::Cancel).unwrap_err();
    assert_eq!(refused.to_string(), "a conference that is open cannot be cancelled");

    story.book("2021-09-28");
    story.until("2021-09-27");
    for outcome in [Act::MarkHeld, Act::MarkNoShow] {
        assert_eq!(
            story.try_act(1, "teacher", outcome),
            Err(Refusal::NotYet),
            "the day before"
        );
    }
    story.at("2021-09-28", "09:30");
    story.act(1, "teacher", Act::MarkHeld);
    assert_eq!(
        story.record.conferences[&1].held_on,
        Some(day("2021-09-28")),
        "on the day itself"
    );

    let mut answered = story_at(Unreachable);
    answered.book("2021-10-08");
    assert_eq!(answered.command(&close(1)), Err(Refusal::TaskNotOpen));
}

#[test]
fn the_day_of_an_outcome_is_the_districts() {
    let mut story = story_at(Open);
    let late = ZONE
        .from_local_datetime(&day("2021-09-28").and_time(time("23:30")))
        .unwrap();
    let booked = Act::Schedule(Appointment::new(late.to_utc(), Mode::Phone));
    story.act(1, "mother", booked);
    story.at("2021-09-27", "23:59");
    assert_eq!(story.try_act(1, "teacher", Act::MarkHeld), Err(Refusal::NotYet));
    story.at("2021-09-28", "00:00");
    assert_eq!(story.try_act(1, "teacher", Act::MarkHeld), Ok(()));
}

#[test]
fn a_student_the_sis_never_described_has_nothing() {
    let mut story = Story::new();
    story.record = StudentRecord::default();
    story
        .command(&Command::Follow {
            facts: None,
            marks: vec![],
        })
        .unwrap();
    story.command(&Command::Run).unwrap();
    let nothing = StudentRecord {
        revision: 2,
        ..StudentRecord::default()
    };
    assert_eq!(story.record, nothing);
}
