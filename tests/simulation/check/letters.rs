//! The letters: at most one a message, none that no message knows, none at night or to whom it is not welcome.

use super::played::Played;
use crate::history::Channel;
use crate::model::QUIET_HOURS;
use crate::model::calendar::{day, instant, local, plus_days};
use crate::model::contacts::either;
use crate::observed::{Letter, Message, Violation};
use chrono::{Datelike, TimeDelta, Timelike};
use std::collections::{BTreeMap, BTreeSet};

/// Days that what somebody wrote may lie on a queue, or on a dead-letter queue until it is redriven.
const HEARD_WITHIN: u64 = 7;

/// What goes to staff, or answers at any hour what somebody just wrote.
const NOT_ASKING: [&str; 5] = ["principal_alert", "staff_digest", "urgent_reply", "answer", "reply"];

type Carried<'a> = BTreeMap<&'a str, Vec<(&'a (String, u32), &'a Message)>>;

pub fn violations(played: &Played) -> Vec<Violation> {
    let observed = played.observed;
    let mut found = Vec::new();
    let mut violates = |invariant, what: String| found.push(Violation { invariant, what });
    let mut carried: Carried = BTreeMap::new();
    for (key, message) in &observed.messages {
        if let Some(send_id) = &message.sent_as {
            carried.entry(send_id).or_default().push((key, message));
        }
    }

    let mut seen = BTreeSet::new();
    let mut told: BTreeMap<(&str, Channel, &str, u32, u32, u32), &str> = BTreeMap::new();
    for letter in &observed.letters {
        if !seen.insert(&letter.send_id) {
            violates("once", format!("two letters left as {}", letter.send_id));
        }
        let silent = played.contacts.silent_since(&either(&letter.to), letter.sent_at);
        if NOT_ASKING.contains(&letter.purpose.as_str()) {
            let answered = matches!(letter.purpose.as_str(), "answer" | "reply")
                && silent.is_some_and(|(at, _)| at < letter.sent_at);
            if played.prompt && answered {
                violates(
                    "welcome",
                    format!("{} was answered at {} after {silent:?}", letter.to, letter.sent_at),
                );
            }
            continue;
        }
        let none = Vec::new();
        let messages = carried.get(letter.send_id.as_str()).unwrap_or(&none);
        if messages.is_empty() {
            violates(
                "once",
                format!("letter {} ({}) is of no message", letter.send_id, letter.purpose),
            );
        }
        for ((student, number), message) in messages {
            if !["sent", "bounced", "unknown"].contains(&message.status.as_str()) {
                let what = format!(
                    "message {number} of {student} left as {}, and is {}",
                    letter.send_id, message.status
                );
                violates("once", what);
            }
            let key = (
                message.guardian.as_str(),
                message.channel,
                student.as_str(),
                message.conference,
            );
            // Of an agreed time there is one message each; a round asks once, and so does the question of a day whom to call.
            let which = match (&message.news, message.conference) {
                (Some(_), _) => *number,
                (None, 0) => message.run_on.num_days_from_ce().unsigned_abs(),
                (None, _) => 0,
            };
            let key = (key.0, key.1, key.2, key.3, message.round, which);
            if let Some(other) = told.insert(key, &letter.send_id) {
                violates(
                    "once",
                    format!("{key:?} was asked by {other} and by {}", letter.send_id),
                );
            }
            if !addressed(played, letter, message) {
                let what = format!(
                    "letter {} went to {}, which {} does not have",
                    letter.send_id, letter.to, message.guardian
                );
                violates("welcome", what);
            }
        }
        let hour = local(letter.sent_at).hour();
        let answers = messages
            .iter()
            .any(|(_, message)| message.news.as_ref().is_some_and(|news| news.direct));
        if !answers && (hour >= QUIET_HOURS.0 || hour < QUIET_HOURS.1) {
            violates(
                "welcome",
                format!(
                    "letter {} left in the quiet hours, at {}",
                    letter.send_id,
                    local(letter.sent_at)
                ),
            );
        }
        if let Some((since, news)) = silent
            && since < letter.sent_at
            && (played.prompt || day(letter.sent_at) > plus_days(day(since), HEARD_WITHIN))
        {
            let what = format!(
                "letter {} left for {}, {news:?} since {since}",
                letter.send_id, letter.to
            );
            violates("welcome", what);
        }
    }

    for ((student, number), message) in &observed.messages {
        let left = message
            .sent_as
            .as_deref()
            .is_some_and(|id| played.letters.contains_key(id));
        if message.status == "sent" && !left && !played.lies {
            violates(
                "once",
                format!("message {number} of {student} is sent, and no letter left"),
            );
        }
        if message.status == "bounced" && message.sent_as.is_none() {
            violates(
                "once",
                format!("message {number} of {student} came back, and was never sent"),
            );
        }
        if played.prompt && message.status == "unknown" {
            violates(
                "once",
                format!("message {number} of {student} is unknown, and nothing went wrong"),
            );
        }
    }
    found
}

/// Whether a letter went to what its guardian has: now, or at the run; earlier where there is trouble.
fn addressed(played: &Played, letter: &Letter, message: &Message) -> bool {
    let to = either(&letter.to);
    let run = instant(message.run_on, crate::model::RUN_AT.0, crate::model::RUN_AT.1) - TimeDelta::seconds(1);
    let had = played.contacts_of(&message.guardian, message.channel, letter.sent_at);
    if !played.prompt {
        return had.iter().any(|(_, contact)| *contact == to);
    }
    let at_run = had.iter().rfind(|(when, _)| *when <= run);
    at_run
        .into_iter()
        .chain(had.iter().filter(|(when, _)| *when > run))
        .any(|(_, contact)| *contact == to)
}
