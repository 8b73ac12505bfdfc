//! At the end: nothing waits, everything that was taken is there, every principal was told.

use super::played::Played;
use crate::history::{Channel, Is, Object, StaffRole};
use crate::model::calendar::day;
use crate::model::facts::Kind;
use crate::observed::{TakenWhat, Violation};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

pub fn violations(played: &Played) -> Vec<Violation> {
    let observed = played.observed;
    let mut found = Vec::new();
    let mut violates = |invariant, what: String| found.push(Violation { invariant, what });
    let later = |at: DateTime<Utc>| day(at) >= observed.last_day;
    let reminders: BTreeSet<String> = observed
        .messages
        .iter()
        .filter(|(_, message)| message.news.as_ref().is_some_and(|news| later(news.due)))
        .map(|((student, number), _)| format!("STUDENT#{student} / M#{number:06} "))
        .collect();
    let waits_for_its_day = |row: &str| reminders.iter().any(|reminder| row.starts_with(reminder));
    for row in observed.waiting.iter().filter(|row| !waits_for_its_day(row)) {
        violates("rest", format!("{row} still waits on the outbox"));
    }
    for message in &observed.dead_letters {
        violates("rest", format!("{message} is on a dead-letter queue"));
    }
    for ((student, number), message) in &observed.messages {
        let waits = waits_for_its_day(&format!("STUDENT#{student} / M#{number:06} "));
        if ["pending", "sending"].contains(&message.status.as_str()) && !waits {
            violates(
                "rest",
                format!("message {number} of {student} is still {}", message.status),
            );
        }
    }
    for what in recorded(played) {
        violates("recorded", what);
    }
    for what in alerts(played) {
        violates("rest", what);
    }
    found
}

/// The names under which the table may know a kind.
fn names(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Org => &["org"],
        Kind::User => &["user"],
        Kind::Class => &["class"],
        Kind::Enrollment => &["enrollment"],
        Kind::Period => &["period"],
        Kind::Mark => &["attendance", "mark"],
        Kind::Calendar => &["calendar"],
    }
}

fn recorded(played: &Played) -> Vec<String> {
    let observed = played.observed;
    let mut newest: BTreeMap<(Kind, &str), &Object> = BTreeMap::new();
    let mut wrong = Vec::new();
    for taken in &observed.taken {
        let TakenWhat::Object(object) = &taken.what else {
            continue;
        };
        let held = newest
            .entry((Kind::of(&object.is), object.id.as_str()))
            .or_insert(object);
        if (object.modified, object.sequence) >= (held.modified, held.sequence) {
            *held = object;
        }
        if matches!(object.is, Is::Student { .. }) && !observed.students.contains(&object.id) {
            wrong.push(format!("student {} was taken, and is not known", object.id));
        }
    }
    for ((kind, id), object) in newest {
        let seen = names(kind)
            .iter()
            .find_map(|name| observed.objects.get(&format!("{name}#{id}")));
        let expected = (object.modified, object.sequence, object.active);
        if seen != Some(&expected) {
            wrong.push(format!(
                "{kind:?} {id} is recorded as {seen:?}, and {expected:?} was taken"
            ));
        }
    }
    wrong
}

/// Each check's principal was told by e-mail and by text, and nobody more than once a day and channel.
fn alerts(played: &Played) -> Vec<String> {
    let observed = played.observed;
    let mut wrong = Vec::new();
    let mut told: BTreeSet<(NaiveDate, Channel, &str)> = BTreeSet::new();
    let mut days: BTreeSet<(NaiveDate, Channel)> = BTreeSet::new();
    for letter in observed
        .letters
        .iter()
        .filter(|letter| letter.purpose == "principal_alert")
    {
        let on = day(letter.sent_at);
        if !told.insert((on, letter.channel, &letter.to)) {
            wrong.push(format!(
                "{} was alerted twice on {on} by {:?}",
                letter.to, letter.channel
            ));
        }
        days.insert((on, letter.channel));
    }
    for entry in &observed.audit {
        let welfare = entry.detail.to_lowercase().starts_with("welfare");
        if entry.kind != "task_opened" || !welfare {
            continue;
        }
        let on = day(entry.at);
        // A check that was ended before the alert left is none that anybody needs to hear of.
        let ended = observed.audit.iter().any(|e| {
            e.student == entry.student
                && e.conference == entry.conference
                && e.at >= entry.at
                && matches!(e.kind.as_str(), "task_withdrawn" | "task_closed")
                && e.detail.to_lowercase().starts_with("welfare")
                && (!played.prompt || day(e.at) == on)
        });
        if ended || !has_principal(played, &entry.student, entry.at) {
            continue;
        }
        let untold = [Channel::Email, Channel::Sms].into_iter().filter(|channel| {
            if played.prompt {
                !days.contains(&(on, *channel))
            } else {
                !days.iter().any(|(when, by)| *when >= on && by == channel)
            }
        });
        let untold: Vec<Channel> = untold.collect();
        // A fault may lose one letter: that is why there are two.
        if untold.len() > played.faults {
            wrong.push(format!(
                "no principal was alerted by {untold:?} of the check of {} on {on}",
                entry.student
            ));
        }
    }
    wrong
}

/// Whether the student's school surely has a principal then, and still at the end.
fn has_principal(played: &Played, student: &str, at: DateTime<Utc>) -> bool {
    let Some(own) = played.students.get(student) else {
        return false;
    };
    let states = own.objects.iter().filter_map(|(_, object)| match &object.is {
        Is::Student { roles, .. } => Some(roles),
        _ => None,
    });
    let schools: BTreeSet<&str> = states.flatten().map(|role| role.school.as_str()).collect();
    !schools.is_empty()
        && schools.iter().all(|of| {
            played.users.values().any(|states| {
                states.first().is_some_and(|(since, _)| *since < at)
                    && states.iter().all(|(_, object)| {
                        object.active
                            && matches!(&object.is, Is::Staff { role: StaffRole::Principal, school } if school == of)
                    })
            })
        })
}
