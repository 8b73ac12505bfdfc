//! What an export changes, compared with what the table has.
//!
//! An export is the whole roster of the district: of users and enrollments that a `bulk` file lacks and the table has,
//! whoever told the table of them, nothing is left. They are removed as of the day of the export, which is that of its
//! newest object: what the SIS changed since then stays, and whom a later export has again comes back. A date that is
//! yet to come cannot be that day: who was removed as of then could not come back before it.

use super::limit::Losses;
use crate::client::SOURCE;
use crate::roster::Known;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use domain::policy::Policy;
use domain::roster::{ObjectKind, Recorded};
use serde_json::{Map, Value, json};
use sis::csv::{self, Import};
use std::collections::{BTreeMap, BTreeSet};

/// How far an export's newest date may lie ahead of the clock: what a wrong time zone makes of it.
const AHEAD: TimeDelta = TimeDelta::days(1);

/// The files whose lack of an object removes it, with the kind of the objects. Classes without enrollments concern
/// nobody, and schools and sessions do not vanish by the way.
const WHOLE: [(&str, ObjectKind, &str); 2] = [
    ("users", ObjectKind::User, "user"),
    ("enrollments", ObjectKind::Enrollment, "enrollment"),
];

/// What an import is going to do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The export's objects, as events to send.
    pub events: Vec<Value>,
    /// Events that remove what the export lacks, to send after the others.
    pub removals: Vec<Value>,
    /// What changes of each kind.
    pub changes: BTreeMap<ObjectKind, Changes>,
    losses: Losses,
    /// Why less is removed than one may think, said to the person at the terminal.
    pub notes: Vec<String>,
}

/// What changes of one kind.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Objects that the table does not know.
    pub new: usize,
    /// Objects in a newer state than the table's.
    pub changed: usize,
    /// Objects of which the table has this state, or a newer one.
    pub unchanged: usize,
    /// The objects that are removed.
    pub removed: BTreeSet<String>,
}

impl Plan {
    /// Compares an export with the table. `now` is the local cloud's.
    pub fn new(mut import: Import, known: &[Known], policy: &Policy, now: DateTime<Utc>) -> Self {
        let by_key: BTreeMap<(ObjectKind, &str), &Known> = known
            .iter()
            .map(|known| ((known.kind, known.id.as_str()), known))
            .collect();
        let mut plan = Self {
            losses: Losses::none_of(known),
            ..Self::default()
        };
        let to_come = import.newest.take_if(|newest| *newest - now > AHEAD);
        if let Some(newest) = to_come {
            plan.notes.push(yet_to_come(newest, &import.events));
        }
        for event in &import.events {
            plan.take(event, &import, &by_key, policy);
        }
        for (file, kind, event_kind) in WHOLE {
            if import.unsure.contains(file) {
                plan.notes.push(format!(
                    "{file}.csv has rows of which nobody can say what they describe: mend them, so that what the file \
                     lacks can be removed"
                ));
            }
            let Some(whole) = import.whole.get(file) else { continue };
            let lacked = known
                .iter()
                .filter(|known| known.kind == kind && known.active && !whole.contains(&known.id));
            match import.newest {
                Some(newest) => lacked
                    .filter(|known| known.modified <= newest)
                    .for_each(|known| plan.remove(known, event_kind, newest)),
                None if to_come.is_none() && lacked.clone().next().is_some() => plan.notes.push(format!(
                    "{file}.csv lacks {} that are known, and nothing in the export says when it was made: they stay. \
                     Say with --as-of when it was made",
                    lacked.count()
                )),
                None => {}
            }
        }
        plan
    }

    /// What the plan takes out, by kind, where that is too much to be done without being asked for; `None`: it may.
    pub fn removes_too_many(&self) -> Option<String> {
        self.losses.too_many()
    }

    fn take(&mut self, event: &Value, import: &Import, known: &BTreeMap<(ObjectKind, &str), &Known>, policy: &Policy) {
        let Some(said) = said(event, policy) else {
            return;
        };
        let changes = self.changes.entry(said.key.kind).or_default();
        let mut event = event.clone();
        match known.get(&(said.key.kind, said.key.id.as_str())) {
            None => changes.new += 1,
            Some(known) if known.version < said.version => {
                changes.changed += 1;
                if let Some(after) = Known::of(&said) {
                    self.losses.compare(known, &after);
                }
            }
            Some(known) => match back(&event, known, import) {
                Some(again) => {
                    changes.changed += 1;
                    event = again;
                }
                None => changes.unchanged += 1,
            },
        }
        self.events.push(event);
    }

    fn remove(&mut self, known: &Known, event_kind: &str, newest: DateTime<Utc>) {
        let mut data = known.removal.clone();
        data.insert("sourcedId".into(), json!(known.id));
        data.insert("status".into(), json!("tobedeleted"));
        self.removals.push(as_of(newest, known, event_kind, data));
        let changes = self.changes.entry(known.kind).or_default();
        changes.removed.insert(known.id.clone());
        self.losses.count(known);
    }
}

/// The object that an event is about, in the state that it says.
fn said(event: &Value, policy: &Policy) -> Option<Recorded> {
    let read = sis::event::parse(event.to_string().as_bytes(), false, policy).ok()?;
    read.into_iter().next()?.object
}

/// What is said of an export whose newest date cannot be the day it was made.
fn yet_to_come(newest: DateTime<Utc>, events: &[Value]) -> String {
    let field = |event: &Value, name: &str| event.get(name).and_then(Value::as_str).map(str::to_owned);
    let of = events
        .iter()
        .filter(|event| field(event, "time").and_then(|time| time.parse().ok()) == Some(newest))
        .find_map(|event| {
            let kind = field(event, "type")?;
            let kind = kind.strip_prefix("sis.")?.strip_suffix(".changed")?;
            Some(format!(", of {kind} {}", field(event, "subject")?))
        });
    format!(
        "the newest date in the export is yet to come: {}{}. So nobody is removed and nobody brought back for being in \
         the export or not. Mend such dates in the student information system, or what --as-of says, and import again",
        newest.date_naive(),
        of.unwrap_or_default()
    )
}

/// The event of an object that the table has as removed and this export, no older than the removal, has again, though
/// unchanged since before: it is there as of the export.
fn back(event: &Value, known: &Known, import: &Import) -> Option<Value> {
    let (_, _, kind) = WHOLE
        .iter()
        .find(|(file, kind, _)| *kind == known.kind && import.whole.contains_key(file))?;
    let newest = import.newest.filter(|newest| known.modified <= *newest)?;
    let data = event.get("data")?.as_object()?;
    let active = data.get("status").and_then(Value::as_str) == Some("active");
    (active && !known.active).then(|| as_of(newest, known, kind, data.clone()))
}

/// The event that says `data` of an object as of `newest`, and after what the table has.
fn as_of(newest: DateTime<Utc>, known: &Known, kind: &str, mut data: Map<String, Value>) -> Value {
    let sequence = (known.modified == newest).then(|| known.sequence.saturating_add(1));
    let at = newest.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    data.insert("dateLastModified".into(), json!(at));
    csv::event(kind, &data, sequence, SOURCE)
}

#[cfg(test)]
mod tests;
