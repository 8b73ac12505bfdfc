//! The district as the SIS has it: every state of every object it ever made, and who is who.

use crate::history::{Is, Object};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;

/// Kind and id: two kinds may have the same id.
pub type Key = (&'static str, String);

/// Every object the SIS has, with all its states.
#[derive(Default)]
pub struct District {
    states: BTreeMap<Key, Vec<Object>>,
    numbers: u32,
}

impl District {
    /// The newest state of an object.
    pub fn newest(&self, key: &Key) -> Option<&Object> {
        self.states
            .get(key)?
            .iter()
            .max_by_key(|state| (state.modified, state.sequence))
    }

    /// Whether an object is there, and active.
    pub fn has(&self, kind: &'static str, id: &str) -> bool {
        self.newest(&(kind, id.to_owned())).is_some_and(|object| object.active)
    }

    /// What an object says by its newest state.
    pub fn says(&self, kind: &'static str, id: &str) -> Option<&Is> {
        Some(&self.newest(&(kind, id.to_owned()))?.is)
    }

    /// The ids of all active objects of a kind.
    pub fn ids(&self, kind: &'static str) -> Vec<String> {
        let keys = self.states.keys().filter(|(of, _)| *of == kind);
        keys.map(|(_, id)| id.clone()).filter(|id| self.has(kind, id)).collect()
    }

    /// Every state of an object, in the order in which they were made.
    pub fn states(&self, key: &Key) -> &[Object] {
        self.states.get(key).map_or(&[], Vec::as_slice)
    }

    /// The keys of all objects.
    pub fn keys(&self) -> Vec<Key> {
        self.states.keys().cloned().collect()
    }

    /// Keeps a state of an object; `None` where there is a different one of that version, or the SIS would not say it.
    pub fn keep(&mut self, state: Object) -> Option<Object> {
        if !is_plausible(&state) {
            return None;
        }
        let states = self.states.entry((kind(&state.is), state.id.clone())).or_default();
        let version = (state.modified, state.sequence);
        if states
            .iter()
            .any(|other| (other.modified, other.sequence) == version && *other != state)
        {
            return None;
        }
        states.push(state.clone());
        Some(state)
    }

    /// An object that says this from now on.
    pub fn tell(&mut self, now: DateTime<Utc>, id: &str, is: Is) -> Option<Object> {
        self.keep(Object {
            id: id.to_owned(),
            modified: now,
            sequence: 0,
            active: true,
            is,
        })
    }

    /// A new state of an object, made from the newest.
    pub fn change(&mut self, now: DateTime<Utc>, key: &Key, change: impl FnOnce(&mut Object)) -> Option<Object> {
        let mut state = self.newest(key)?.clone();
        (state.modified, state.sequence) = (now, 0);
        change(&mut state);
        self.keep(state)
    }

    /// A student's guardians whom the SIS knows.
    pub fn guardians(&self, student: &str) -> Vec<String> {
        match self.says("user", student) {
            Some(Is::Student { guardians, .. }) => guardians.iter().filter(|g| self.has("user", g)).cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The school of the role that began last by a day.
    pub fn school(&self, student: &str, on: NaiveDate) -> Option<String> {
        let Some(Is::Student { roles, .. }) = self.says("user", student) else {
            return None;
        };
        let begun = roles.iter().filter(|role| role.begin.is_none_or(|begin| begin <= on));
        Some(begun.max_by_key(|role| role.begin).or(roles.first())?.school.clone())
    }

    /// A number that nobody else has.
    pub fn number(&mut self) -> String {
        self.numbers += 1;
        // The set-up counts from 0.
        number(1000 + self.numbers)
    }
}

/// The nth of the numbers that satisfy the numbering plan and that no member of staff has.
pub fn number(n: u32) -> String {
    format!("860-52{}-{:04}", n % 10, 1000 + n)
}

/// The kind that an object's key begins with.
pub fn kind(is: &Is) -> &'static str {
    match is {
        Is::District | Is::School => "org",
        Is::Student { .. } | Is::Guardian { .. } | Is::Staff { .. } => "user",
        Is::Homeroom { .. } => "class",
        Is::Enrollment { .. } => "enrollment",
        Is::Period { .. } => "period",
        Is::Mark { .. } => "attendance",
        Is::Calendar { .. } => "calendar",
    }
}

/// Whether the SIS would say that ("Plausible"): what is not plausible is refused, which other tests look at.
fn is_plausible(object: &Object) -> bool {
    const DAYS: TimeDelta = TimeDelta::days(400);
    let Is::Period { start, end, .. } = &object.is else {
        return true;
    };
    let reported = object.modified.date_naive();
    let too_late = |day: NaiveDate| day > reported + DAYS;
    !object.active
        || !(end.is_some_and(|end| end < *start || too_late(end))
            || too_late(*start)
            || (end.is_none() && *start < reported - DAYS))
}
