//! What must hold after every decision of every story.

use super::*;

/// Checks `decision` against the record before it.
pub(super) fn holds(story: &Story, command: &Command, decision: &Decision) {
    let (before, after) = (&story.record.conferences, &decision.record.conferences);
    for (n, conference) in after {
        let (was, is) = (before.get(n).map(|before| before.state), conference.state);
        let instead = matches!(
            command,
            Command::Act {
                act: Act::DeclineInstead,
                ..
            }
        );
        // By way of open.
        let two_steps = instead && (was, is) == (Some(Scheduled), Declined);
        assert!(two_steps || moves(was, is), "{was:?} to {is:?} by {command:?}");
    }
    assert!(before.keys().all(|n| after.contains_key(n)), "no conference vanishes");
    let messages = decision.record.messages.values();
    for message in messages.filter(|message| message.status == MessageStatus::Pending) {
        let wanted = match (after.get(&message.conference), &message.told) {
            (None, _) => !decision.record.has_somebody_to_call(story.today()),
            (Some(conference), None) => conference.state == Open,
            (Some(conference), Some(told)) => told.is_wanted(&conference.bookings),
        };
        assert!(wanted, "{message:?} waits after {command:?}");
        let guardian = story.facts.guardians.get(&message.guardian);
        let usable = guardian.is_some_and(|guardian| match message.channel {
            Channel::Sms => guardian.sms,
            Channel::Email => guardian.email,
        });
        assert!(usable, "{message:?} waits after {command:?}");
    }
}

/// What a decision would change against `before`, the revision apart: the lines that differ.
pub(super) fn difference(before: &StudentRecord, decision: &Decision) -> String {
    if !decision.changes(before) {
        return String::new();
    }
    let (was, is) = (format!("{before:#?}"), format!("{:#?}", decision.record));
    let new = |is: &str| {
        is.lines()
            .filter(|line| !was.lines().any(|known| known == *line))
            .collect::<Vec<_>>()
            .join("\n")
    };
    format!("{}\n{:?}", new(&is), decision.entries)
}

/// The state table of the policy, as it stands there.
fn moves(from: Option<State>, to: State) -> bool {
    let Some(from) = from else { return to == Open };
    let further: &[State] = match from {
        Open => &[Scheduled, Declined, Unreachable, Void, Moot],
        Scheduled => &[Open, Held, NoShow, Void, Moot],
        NoShow => &[Scheduled, Declined, Open, Unreachable, Void, Moot],
        Declined => &[Scheduled, Void, Moot],
        Unreachable => &[Scheduled, Declined, Open, Void, Moot],
        Void => &[Open, Moot],
        Moot => &[Open, Void],
        Held => &[],
    };
    from == to || further.contains(&to)
}
