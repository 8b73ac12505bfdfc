//! What the objects of the SIS, taken together, say about one student.

use super::calendar::SchoolDays;
use super::spans::{self, Span};
use crate::history::{Delivery, Is, Object};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Objects of different kinds may have the same id; users of every role are one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Org,
    User,
    Class,
    Enrollment,
    Period,
    Mark,
    Calendar,
}

impl Kind {
    pub fn of(is: &Is) -> Self {
        match is {
            Is::District | Is::School => Self::Org,
            Is::Student { .. } | Is::Guardian { .. } | Is::Staff { .. } => Self::User,
            Is::Homeroom { .. } => Self::Class,
            Is::Enrollment { .. } => Self::Enrollment,
            Is::Period { .. } => Self::Period,
            Is::Mark { .. } => Self::Mark,
            Is::Calendar { .. } => Self::Calendar,
        }
    }
}

/// The newest state of each object.
#[derive(Clone, Debug, Default)]
pub struct World<'a>(BTreeMap<(Kind, &'a str), &'a Object>);

impl<'a> World<'a> {
    /// The newer state wins, whatever comes first.
    pub fn take(&mut self, object: &'a Object) {
        let key = (Kind::of(&object.is), object.id.as_str());
        let newer = |held: &&Object| (held.modified, held.sequence) > (object.modified, object.sequence);
        if !self.0.get(&key).is_some_and(newer) {
            self.0.insert(key, object);
        }
    }

    pub fn get(&self, kind: Kind, id: &str) -> Option<&'a Object> {
        // The map's keys live as long as the objects; a shorter id still finds them.
        self.0.get(&(kind, id)).copied()
    }

    pub fn all(&self, kind: Kind) -> impl Iterator<Item = &'a Object> {
        self.0
            .range((kind, "")..)
            .take_while(move |((k, _), _)| *k == kind)
            .map(|(_, object)| *object)
    }
}

/// What holds for a student.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Not a student of the district (any more).
    pub left: bool,
    pub spans: Vec<Span>,
    /// The spans come from daily marks: no period covers the student.
    pub by_marks: bool,
    /// The last day marked as in person.
    pub last_in_person: Option<NaiveDate>,
    pub school_days: SchoolDays,
    pub guardians: Vec<Guardian>,
}

/// A guardian of the student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    pub id: String,
    /// May not be contacted about this student, or is not known.
    pub barred: bool,
    /// What can be written to, whatever became known of it.
    pub sms: Option<String>,
    pub email: Option<String>,
    /// A number that people can call.
    pub phone: Option<String>,
}

impl Facts {
    pub fn of(world: &World, student: &str) -> Self {
        let Some(object) = world.get(Kind::User, student) else {
            return Self {
                left: true,
                ..Self::default()
            };
        };
        let Is::Student {
            enabled,
            roles,
            grade,
            guardians,
        } = &object.is
        else {
            return Self {
                left: true,
                ..Self::default()
            };
        };
        // No `begin` means always. Stable: of two that begin together the later one in the list stands.
        let mut places: Vec<(NaiveDate, String)> = roles
            .iter()
            .map(|role| (role.begin.unwrap_or(NaiveDate::MIN), role.school.clone()))
            .collect();
        places.sort_by_key(|(from, _)| *from);
        let mut off: BTreeMap<String, _> = BTreeMap::new();
        for calendar in world.all(Kind::Calendar).filter(|c| c.active) {
            if let Is::Calendar { org, days } = &calendar.is {
                off.entry(org.clone())
                    .or_insert_with(std::collections::BTreeSet::new)
                    .extend(days);
            }
        }
        let periods = world
            .all(Kind::Period)
            .filter(|p| p.active)
            .filter_map(|p| match &p.is {
                Is::Period {
                    scope,
                    start,
                    end,
                    delivery: Delivery::Internet,
                } => Some((scope, *start, *end)),
                _ => None,
            });
        let mut marks: Vec<_> = world.all(Kind::Mark).filter(|m| m.active).collect();
        marks.sort_by_key(|m| (m.modified, m.sequence));
        let marks: BTreeMap<NaiveDate, _> = marks
            .into_iter()
            .filter_map(|m| match &m.is {
                Is::Mark {
                    student: of,
                    date,
                    instruction,
                } if of == student => Some((*date, *instruction)),
                _ => None,
            })
            .collect();
        let covered = spans::by_periods(periods, &places, grade, student);
        let by_marks = covered.is_empty();
        let spans = if by_marks {
            spans::by_marks(&marks, places.first().map(|(from, _)| *from))
        } else {
            covered
        };
        let in_person = marks
            .iter()
            .rev()
            .find(|(_, i)| **i == crate::history::Instruction::InPerson);
        Self {
            left: !object.active || !enabled || roles.is_empty(),
            spans,
            by_marks,
            last_in_person: in_person.map(|(date, _)| *date),
            school_days: SchoolDays { off, places },
            guardians: known_guardians(world, guardians, student),
        }
    }
}

fn known_guardians(world: &World, ids: &[String], student: &str) -> Vec<Guardian> {
    let mut found: Vec<Guardian> = Vec::new();
    for id in ids {
        if found.iter().any(|g| g.id == *id) {
            continue;
        }
        let object = world.get(Kind::User, id).filter(|o| o.active);
        let guardian = match object.map(|o| &o.is) {
            Some(Is::Guardian {
                sms,
                email,
                phone,
                do_not_contact_for,
                ..
            }) => Guardian {
                id: id.clone(),
                barred: do_not_contact_for.iter().any(|s| s == student),
                sms: sms.as_deref().and_then(super::contacts::number),
                email: email.as_deref().and_then(super::contacts::address),
                phone: phone.as_deref().and_then(super::contacts::number),
            },
            _ => Guardian {
                id: id.clone(),
                barred: true,
                sms: None,
                email: None,
                phone: None,
            },
        };
        found.push(guardian);
    }
    found
}
