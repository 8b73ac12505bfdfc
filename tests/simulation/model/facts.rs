//! What the objects of the SIS, taken together, say about one student.

use super::calendar::SchoolDays;
use super::spans::{self, Span};
use crate::history::{Delivery, Instruction, Is, Object};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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
    /// Those that come from daily marks. Whether such a span is over is not known before a day in person.
    pub marked: Vec<Span>,
    /// A conference that was opened for a span of marks was opened for one without an end.
    pub marks_are_open: bool,
    /// The last day marked as in person.
    pub last_in_person: Option<NaiveDate>,
    pub school_days: Rc<SchoolDays>,
    pub guardians: Rc<[Guardian]>,
}

/// A guardian of the student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    pub id: String,
    /// May not be contacted about this student, or is deleted. Whom the SIS names and has not described yet is not: there is
    /// nothing to write to, and they may answer.
    pub barred: bool,
    /// What can be written to, whatever became known of it.
    pub sms: Option<String>,
    pub email: Option<String>,
    /// A number that people can call.
    pub phone: Option<String>,
}

impl Facts {
    /// The facts, in each way to read "daily attendance marks make a span only for students no period covers": on any day,
    /// on the days themselves, in the whole span of marks; periods over the internet, or of every kind.
    pub fn readings(world: &World, student: &str) -> Vec<Self> {
        let gone = || {
            vec![Self {
                left: true,
                ..Self::default()
            }]
        };
        let Some(object) = world.get(Kind::User, student) else {
            return gone();
        };
        let Is::Student {
            enabled,
            roles,
            grade,
            guardians,
        } = &object.is
        else {
            return gone();
        };
        // No `begin` means always. Stable: of two that begin together the later one in the list stands.
        let mut places: Vec<(NaiveDate, String)> = roles
            .iter()
            .map(|role| (role.begin.unwrap_or(NaiveDate::MIN), role.school.clone()))
            .collect();
        places.sort_by_key(|(from, _)| *from);
        let from = places.first().map_or(NaiveDate::MAX, |(from, _)| *from);
        let covered = |any_kind: bool| {
            let periods = world
                .all(Kind::Period)
                .filter(|p| p.active)
                .filter_map(move |p| match &p.is {
                    Is::Period {
                        scope,
                        start,
                        end,
                        delivery,
                    } if any_kind || *delivery == Delivery::Internet => Some((scope, *start, *end)),
                    _ => None,
                });
            spans::by_periods(periods, &places, grade, student)
        };
        let by_periods = covered(false);
        let marks = marks(world, student, from);
        let mut ways: Vec<Vec<Span>> = Vec::new();
        for covered in [by_periods.clone(), covered(true)] {
            if marks.is_empty() {
                ways.push(Vec::new());
                break;
            }
            let apart = |span: &Span| !covered.iter().any(|other| other.overlaps(*span));
            let then = spans::by_marks(&marks, &covered);
            ways.push(if covered.is_empty() { then.clone() } else { Vec::new() });
            ways.push(then);
            ways.push(spans::by_marks(&marks, &[]).into_iter().filter(apart).collect());
        }
        let in_person = marks.iter().rev().find(|(_, i)| **i == Instruction::InPerson);
        let facts = Self {
            left: !object.active || !enabled || roles.is_empty(),
            last_in_person: in_person.map(|(date, _)| *date),
            guardians: known_guardians(world, guardians, student).into(),
            school_days: Rc::new(SchoolDays {
                off: days_off(world),
                places: places.clone(),
            }),
            ..Self::default()
        };
        let mut all: Vec<Self> = Vec::new();
        for marked in ways {
            if all.iter().any(|known| known.marked == marked) {
                continue;
            }
            let mut spans = [&by_periods[..], &marked[..]].concat();
            spans.sort();
            all.push(Self {
                spans,
                marked,
                ..facts.clone()
            });
        }
        if !marks.is_empty() {
            let open: Vec<Self> = all
                .iter()
                .map(|facts| Self {
                    marks_are_open: true,
                    ..facts.clone()
                })
                .collect();
            all.extend(open);
        }
        all
    }
}

/// The student's marks, by day; of several the newest.
fn marks(world: &World, student: &str, from: NaiveDate) -> BTreeMap<NaiveDate, Instruction> {
    let mut newest: BTreeMap<NaiveDate, (&Object, Instruction)> = BTreeMap::new();
    for object in world.all(Kind::Mark).filter(|m| m.active) {
        let Is::Mark {
            student: of,
            date,
            instruction,
        } = &object.is
        else {
            continue;
        };
        let newer =
            |(known, _): &(&Object, Instruction)| (known.modified, known.sequence) > (object.modified, object.sequence);
        if of == student && *date >= from && !newest.get(date).is_some_and(newer) {
            newest.insert(*date, (object, *instruction));
        }
    }
    newest
        .into_iter()
        .map(|(date, (_, instruction))| (date, instruction))
        .collect()
}

fn days_off(world: &World) -> BTreeMap<String, BTreeSet<NaiveDate>> {
    let mut off: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
    for calendar in world.all(Kind::Calendar).filter(|c| c.active) {
        if let Is::Calendar { org, days } = &calendar.is {
            off.entry(org.clone()).or_default().extend(days);
        }
    }
    off
}

fn known_guardians(world: &World, ids: &[String], student: &str) -> Vec<Guardian> {
    let mut found: Vec<Guardian> = Vec::new();
    for id in ids {
        if found.iter().any(|g| g.id == *id) {
            continue;
        }
        let object = world.get(Kind::User, id);
        let guardian = match object.filter(|o| o.active).map(|o| &o.is) {
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
                barred: object.is_some(),
                sms: None,
                email: None,
                phone: None,
            },
        };
        found.push(guardian);
    }
    found
}
