//! What an export changes, compared with what the table has.
//!
//! An export is the whole roster of the district: of users and enrollments that a `bulk` file lacks and the table has,
//! whoever told the table of them, nothing is left. They are removed as of the day of the export, which is that of its
//! newest object: what the SIS changed since then stays, and whom a later export has again comes back.

use crate::client::SOURCE;
use crate::roster::Known;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::policy::Policy;
use domain::roster::{ObjectKind, Version};
use serde_json::{Map, Value, json};
use sis::csv::{self, Import};
use std::collections::{BTreeMap, BTreeSet};

/// More students than one in so many are not removed unless that is asked for.
const ONE_IN: usize = 10;

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
    /// The students among the removed, and the students that the table has.
    pub students: (usize, usize),
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
    /// Compares an export with the table.
    pub fn new(import: Import, known: &[Known], policy: &Policy) -> Self {
        let by_key: BTreeMap<(ObjectKind, &str), &Known> = known
            .iter()
            .map(|known| ((known.kind, known.id.as_str()), known))
            .collect();
        let mut plan = Self::default();
        for event in &import.events {
            plan.take(event, &import, &by_key, policy);
        }
        plan.students.1 = known.iter().filter(|known| known.student).count();
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
                None if lacked.clone().next().is_some() => plan.notes.push(format!(
                    "{file}.csv lacks {} that are known, and nothing in the export says when it was made: they stay. \
                     Say with --as-of when it was made",
                    lacked.count()
                )),
                None => {}
            }
        }
        plan
    }

    /// Why the plan must not be carried out without being asked for; `None`: it may.
    pub fn removes_too_many(&self) -> Option<String> {
        let (removed, all) = self.students;
        (removed * ONE_IN > all).then(|| {
            format!(
                "the export lacks {removed} of the district's {all} students, more than one in {ONE_IN}: nothing was \
                 written. If they have left, import it with --allow-removals; if not, it is not the whole roster: have \
                 the student information system make it anew"
            )
        })
    }

    fn take(&mut self, event: &Value, import: &Import, known: &BTreeMap<(ObjectKind, &str), &Known>, policy: &Policy) {
        let Some((kind, id, version)) = said(event, policy) else {
            return;
        };
        let changes = self.changes.entry(kind).or_default();
        let mut event = event.clone();
        match known.get(&(kind, id.as_str())) {
            None => changes.new += 1,
            Some(known) if known.version < version => changes.changed += 1,
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
        self.students.0 += usize::from(known.student);
    }
}

/// Which object an event is about, and in which state.
fn said(event: &Value, policy: &Policy) -> Option<(ObjectKind, String, Version)> {
    let read = sis::event::parse(event.to_string().as_bytes(), false, policy).ok()?;
    let object = read.into_iter().next()?.object?;
    Some((object.key.kind, object.key.id.as_str().to_owned(), object.version))
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
