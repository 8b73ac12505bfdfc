//! A history, laid out for the questions of [`super::features`].

use super::district::{Key, kind};
use crate::history::{Act, Channel, Fate, FaultKind, History, Is, Object, Says, Scope, Step, What};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// A history, laid out for questions.
pub struct Look<'a> {
    pub history: &'a History,
    /// Every state that the SIS tells, and the one that it told before.
    pub told: Vec<(Option<&'a Object>, &'a Object)>,
    /// A student or guardian of the set-up came on a later day.
    pub someone_later: bool,
}

impl<'a> Look<'a> {
    pub fn at(history: &'a History) -> Self {
        let mut before: BTreeMap<Key, &Object> = BTreeMap::new();
        let mut told = Vec::new();
        let mut someone_later = false;
        for step in &history.steps {
            if let What::Sis(objects) = &step.what {
                for object in objects {
                    let former = before.insert((kind(&object.is), object.id.clone()), object);
                    let is_of_setup = matches!(object.is, Is::Student { .. }) || !object.id.starts_with("g-n");
                    someone_later |= step.day > 0 && former.is_none() && is_of_setup && kind(&object.is) == "user";
                    told.push((former, object));
                }
            }
        }
        Self {
            history,
            told,
            someone_later,
        }
    }

    pub fn any(&self, has: impl Fn(&Object) -> bool) -> bool {
        self.told.iter().any(|(_, object)| has(object))
    }

    pub fn is(&self, has: impl Fn(&Is) -> bool) -> bool {
        self.any(|object| has(&object.is))
    }

    /// A state, and the one told before it.
    pub fn change(&self, has: impl Fn(&Object, &Object) -> bool) -> bool {
        self.told
            .iter()
            .any(|(before, after)| before.is_some_and(|before| has(before, after)))
    }

    pub fn step(&self, has: impl Fn(&Step) -> bool) -> bool {
        self.history.steps.iter().any(has)
    }

    pub fn act(&self, has: impl Fn(Act) -> bool) -> bool {
        self.step(|step| matches!(step.what, What::Act { act, .. } if has(act)))
    }

    pub fn says(&self, said: Says) -> bool {
        self.step(|step| matches!(step.what, What::Text { says, .. } if says == said))
    }

    pub fn report(&self, on: Channel, of: Fate) -> bool {
        self.step(|step| matches!(step.what, What::Report { channel, fate, .. } if channel == on && fate == of))
    }

    pub fn ids(&self, has: impl Fn(&Is) -> bool) -> usize {
        let ids: BTreeSet<&str> = self
            .told
            .iter()
            .filter(|(_, o)| has(&o.is))
            .map(|(_, o)| o.id.as_str())
            .collect();
        ids.len()
    }

    pub fn day(&self, is: impl Fn(NaiveDate) -> bool) -> bool {
        self.history
            .start
            .iter_days()
            .take(self.history.days as usize + 1)
            .any(is)
    }

    /// The active periods, each as it was told first.
    pub fn periods(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let first = self
            .told
            .iter()
            .filter(|(before, object)| before.is_none() && object.active);
        let days = first.map(|(_, object)| match object.is {
            Is::Period { start, end, .. } => Some((start, end)),
            _ => None,
        });
        days.flatten().collect()
    }

    pub fn two_periods(
        &self,
        lie: impl Fn((NaiveDate, Option<NaiveDate>), (NaiveDate, Option<NaiveDate>)) -> bool,
    ) -> bool {
        let periods = self.periods();
        let pairs = periods
            .iter()
            .enumerate()
            .flat_map(|(i, a)| periods.iter().skip(i + 1).map(move |b| (*a, *b)));
        pairs.into_iter().any(|(a, b)| lie(a, b) || lie(b, a))
    }

    pub fn scope(&self, is_meant: impl Fn(&Scope) -> bool) -> bool {
        self.is(|is| matches!(is, Is::Period { scope, .. } if is_meant(scope)))
    }

    pub fn fault(&self, kind: FaultKind) -> bool {
        self.history.trouble.faults.iter().any(|(_, other)| *other == kind)
    }
}

/// A student's place, as long as it is one.
pub fn attends(object: &Object) -> bool {
    object.active && matches!(object.is, Is::Student { enabled: true, .. })
}

pub fn is_student(object: &Object) -> bool {
    matches!(object.is, Is::Student { .. })
}

/// Whether guardians can be written to, as far as their contacts say.
pub fn contacts(is: &Is) -> Option<(Option<&str>, Option<&str>, bool)> {
    match is {
        Is::Guardian { sms, email, phone, .. } => Some((sms.as_deref(), email.as_deref(), phone.is_some())),
        _ => None,
    }
}

pub fn version(object: &Object) -> (DateTime<Utc>, u64) {
    (object.modified, object.sequence)
}
