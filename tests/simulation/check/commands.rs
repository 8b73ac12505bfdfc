//! What people did: where the state table lets them, and what the audit trail must show of it.

use super::played::{Own, Played};
use crate::history::Act;
use crate::model::asking::{Conference, Is, State};
use crate::observed::{Audit, TakenWhat};
use chrono::{DateTime, TimeDelta, Utc};

/// Whether the state table lets somebody do it.
pub fn possible(of: &Conference, act: Act, actor: Option<&str>, at: DateTime<Utc>) -> Is {
    use State::{Declined, Held, Moot, NoShow, Open, Scheduled, Unreachable, Void};
    if of.unsure {
        return Is::Unsure;
    }
    let by_another = actor.is_some() && actor != of.booked_by.as_deref();
    match (act, of.state) {
        // The other household's time may still stand.
        (Act::Cancel, Held) => Is::Unsure,
        (_, Held | Void | Moot) => Is::No,
        (Act::Schedule { .. }, Open | NoShow | Declined | Unreachable) => Is::Yes,
        // The other household may book a slot of its own.
        (Act::Schedule { .. }, Scheduled) => Is::Unsure,
        (Act::Decline | Act::AskForCall | Act::LogAttempt { reached: true }, Open | NoShow | Unreachable) => Is::Yes,
        (Act::LogAttempt { reached: false }, Open | NoShow) => Is::Yes,
        (Act::LogAttempt { .. }, _) | (Act::Decline, Declined) => Is::Unsure,
        (Act::Decline | Act::AskForCall, _) => Is::No,
        (Act::Cancel, Scheduled) => {
            if by_another {
                Is::Unsure
            } else {
                Is::Yes
            }
        }
        // The requirements do not say that a meeting cannot be marked before its time.
        (Act::MarkHeld | Act::MarkNoShow, Scheduled) if by_another || of.starts_at.is_none_or(|time| time > at) => {
            Is::Unsure
        }
        (Act::MarkHeld | Act::MarkNoShow, Scheduled) => Is::Yes,
        (Act::Cancel | Act::MarkHeld | Act::MarkNoShow, _) => Is::No,
    }
}

/// The entries of the audit trail that tell of it.
fn told_as(act: Act) -> &'static [&'static str] {
    match act {
        Act::Schedule { .. } => &["conference_scheduled", "slot_booked"],
        Act::Decline => &["conference_declined"],
        Act::Cancel => &["conference_cancelled", "slot_cancelled"],
        Act::AskForCall => &["call_requested"],
        Act::LogAttempt { reached: true } => &["family_reached", "attempt_logged"],
        Act::LogAttempt { reached: false } => &["attempt_logged"],
        Act::MarkHeld => &["conference_held"],
        Act::MarkNoShow => &["conference_missed", "slot_missed"],
    }
}

fn near(a: DateTime<Utc>, b: DateTime<Utc>, prompt: bool) -> bool {
    (a - b).abs()
        <= if prompt {
            TimeDelta::seconds(50)
        } else {
            TimeDelta::minutes(20)
        }
}

/// Whether the audit trail tells of a command that was taken.
pub fn told(own: &Own, conference: u32, act: Act, at: DateTime<Utc>, prompt: bool) -> bool {
    let tells = |e: &&&Audit| told_as(act).contains(&e.kind.as_str()) && e.conference == Some(conference);
    own.audit.iter().filter(tells).any(|entry| near(entry.at, at, prompt))
}

/// Whether somebody did what the audit trail tells of. What nobody does, the district's own facts do, is explained.
pub fn explained(played: &Played, own: &Own, entry: &Audit) -> bool {
    let by_people = [
        "conference_scheduled",
        "conference_declined",
        "conference_held",
        "conference_missed",
        "call_requested",
        "family_reached",
        "attempt_logged",
    ];
    if !by_people.contains(&entry.kind.as_str()) {
        return true;
    }
    let did = own.commands.iter().any(|taken| match &taken.what {
        TakenWhat::Acted { conference, act, .. } => {
            Some(*conference) == entry.conference
                && told_as(*act).contains(&entry.kind.as_str())
                && near(taken.at, entry.at, played.prompt)
        }
        // The answer was lost on the way, what was asked for was done.
        TakenWhat::Refused { conference, status, .. } => {
            !played.prompt && *status != 409 && Some(*conference) == entry.conference && near(taken.at, entry.at, false)
        }
        _ => false,
    });
    // A guardian whom staff spoke with about another child; later where there is trouble.
    let for_another = entry.kind == "family_reached"
        && played.answers.iter().any(|answer| {
            answer.spoke
                && answer.student != entry.student
                && answer.at <= entry.at
                && (!played.prompt || near(answer.at, entry.at, true))
        });
    did || for_another
}
