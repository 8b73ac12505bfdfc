//! What the SIS changes: periods, calendars, students, guardians; and what it says again or too late.

use super::district::Key;
use super::happen::Telling;
use super::plan::{Correction, Person, Repeat};
use super::setup::{self, enrollment};
use super::{chance, one};
use crate::history::{Instruction, Is, Object, Role};
use chrono::{NaiveDate, TimeDelta};

impl Telling<'_> {
    /// A period is corrected.
    pub fn corrected(&mut self, id: String, correction: Correction) -> Option<Object> {
        self.district.change(self.now, &("period", id), |object| {
            let Is::Period {
                start, end, delivery, ..
            } = &mut object.is
            else {
                return;
            };
            match correction {
                Correction::Start(days) => *start += TimeDelta::days(days.into()),
                Correction::End(day) => *end = Some(day.max(*start)),
                Correction::NoEnd => *end = None,
                Correction::Delivery(other) => *delivery = other,
                Correction::Rescinded => object.active = false,
                Correction::Reinstated => object.active = true,
            }
        })
    }

    /// A day becomes free, or a school day after all, in the calendar there is; else there is one from now on.
    pub fn calendar(&mut self, date: NaiveDate) -> Option<Object> {
        let calendars = self.district.ids("calendar");
        if let Some(id) = one(self.rng, &calendars).filter(|_| chance(self.rng, 75)) {
            let goes = chance(self.rng, 8);
            return self.district.change(self.now, &("calendar", id.clone()), |object| {
                object.active = !goes;
                let Is::Calendar { days, .. } = &mut object.is else {
                    return;
                };
                match days.iter().position(|day| *day == date) {
                    Some(at) => drop(days.remove(at)),
                    None => days.push(date),
                }
            });
        }
        let org = one(self.rng, &self.district.ids("org")).cloned()?;
        let days = date.iter_days().take(self.rng.usize(1..=5)).collect();
        self.district
            .tell(self.now, &format!("cal-{org}"), Is::Calendar { org, days })
    }

    /// Somebody changes.
    pub fn person(&mut self, person: Person, student: &str) -> Vec<Object> {
        let key = ("user", student.to_owned());
        let now = self.now;
        let changed = match person {
            Person::Transfer => return self.transfer(student),
            Person::Left { deleted } => self.district.change(now, &key, |object| match &mut object.is {
                Is::Student { enabled, .. } if !deleted => *enabled = false,
                _ => object.active = false,
            }),
            Person::Back => self.district.change(now, &key, |object| {
                object.active = true;
                if let Is::Student { enabled, .. } = &mut object.is {
                    *enabled = true;
                }
            }),
            Person::Grade => {
                let (one, other) = ("01".to_owned(), format!("{:02}", self.rng.u32(2..=5)));
                self.district.change(now, &key, |object| {
                    if let Is::Student { grade, .. } = &mut object.is {
                        *grade = if *grade == other { one } else { other };
                    }
                })
            }
            Person::NewContact(nth) => self.new_contact(student, nth),
            Person::Deleted(nth) => {
                let guardian = self.guardian(student, nth, |_, _| true);
                guardian.and_then(|id| self.district.change(now, &("user", id), |object| object.active = false))
            }
            Person::Restricted(nth) => {
                let guardian = self.guardian(student, nth, |_, _| true);
                guardian.and_then(|id| {
                    self.district.change(now, &("user", id), |object| {
                        if let Is::Guardian { do_not_contact_for, .. } = &mut object.is {
                            match do_not_contact_for.iter().position(|other| other == student) {
                                Some(at) => drop(do_not_contact_for.remove(at)),
                                None => do_not_contact_for.push(student.to_owned()),
                            }
                        }
                    })
                })
            }
            Person::Added => return self.another_guardian(student),
        };
        changed.into_iter().collect()
    }

    /// To another school from a day about now: the roles list both. The homeroom changes with it, or is forgotten.
    fn transfer(&mut self, student: &str) -> Vec<Object> {
        let schools: Vec<String> = self.district.ids("org").into_iter().filter(|id| id != "d").collect();
        let from = self.district.school(student, self.today);
        let others: Vec<&String> = schools.iter().filter(|id| Some(*id) != from.as_ref()).collect();
        let (Some(from), Some(to)) = (from, one(self.rng, &others).map(|id| (*id).clone())) else {
            return self.person(Person::Grade, student);
        };
        let mut begin = self.today + TimeDelta::days(self.rng.i64(-3..6));
        let moved = self.district.change(self.now, &("user", student.to_owned()), |object| {
            if let Is::Student { roles, .. } = &mut object.is {
                // No two of them begin on one day: nobody could say which counts.
                while roles.iter().any(|role| role.begin >= Some(begin)) {
                    begin += TimeDelta::days(1);
                }
                roles.push(Role {
                    school: to.clone(),
                    begin: Some(begin),
                });
            }
        });
        let mut told: Vec<Object> = moved.into_iter().collect();
        if chance(self.rng, 80) {
            let (id, is) = enrollment(&to, student, false);
            told.extend(self.district.tell(self.now, &id, is));
            let former: Key = ("enrollment", enrollment(&from, student, false).0);
            told.extend(self.district.change(self.now, &former, |object| object.active = false));
        }
        if chance(self.rng, 30) {
            told.reverse();
        }
        told
    }

    fn new_contact(&mut self, student: &str, nth: usize) -> Option<Object> {
        let id = self
            .guardian(student, nth, |sms, _| sms)
            .or(self.guardian(student, nth, |_, _| true))?;
        let number = self.district.number();
        let address = format!("{id}.{}@example.net", number.replace('-', ""));
        let (what, speaks) = (self.rng.u32(0..10), chance(self.rng, 15));
        self.district.change(self.now, &("user", id), |object| {
            if let Is::Guardian {
                sms, email, language, ..
            } = &mut object.is
            {
                match what {
                    0..6 => *sms = Some(number),
                    6..8 => *email = Some(address),
                    8 => (*sms, *email) = (Some(number), Some(address)),
                    _ => (*sms, *email) = (None, None),
                }
                if speaks {
                    *language = Some("es".into());
                }
            }
        })
    }

    fn another_guardian(&mut self, student: &str) -> Vec<Object> {
        let number = self.district.number();
        let id = format!("g-n{}", &number[number.len() - 3..]);
        let is = setup::guardian(self.rng, &id, number);
        let mut told: Vec<Object> = self.district.tell(self.now, &id, is).into_iter().collect();
        told.extend(self.district.change(self.now, &("user", student.to_owned()), |object| {
            if let Is::Student { guardians, .. } = &mut object.is
                && guardians.len() < 6
            {
                guardians.push(id);
            }
        }));
        if chance(self.rng, 40) {
            told.reverse();
        }
        told
    }

    /// Schools and their staff stay as they are: it is families that histories are about.
    fn may_vary(&self, key: &Key) -> bool {
        self.district.newest(key).is_some_and(|object| match &object.is {
            Is::District | Is::School | Is::Staff { .. } | Is::Homeroom { .. } => false,
            Is::Enrollment { teacher, .. } => !teacher,
            _ => true,
        })
    }

    /// What the SIS says again; each list is a request.
    pub fn repeat(&mut self, repeat: Repeat) -> Vec<Vec<Object>> {
        let keys: Vec<Key> = self
            .district
            .keys()
            .into_iter()
            .filter(|key| self.may_vary(key))
            .collect();
        let changed = |key: &&Key| self.district.states(key).len() > 1;
        let twice: Vec<Key> = keys.iter().filter(changed).cloned().collect();
        let periods: Vec<Key> = keys.iter().filter(|(kind, _)| *kind == "period").cloned().collect();
        let from = match repeat {
            Repeat::Former => &twice,
            _ if !periods.is_empty() && chance(self.rng, 40) => &periods,
            _ => &keys,
        };
        let Some(key) = one(self.rng, from).cloned() else {
            return Vec::new();
        };
        let Some(newest) = self.district.newest(&key).cloned() else {
            return Vec::new();
        };
        match repeat {
            Repeat::Same => vec![vec![newest]],
            Repeat::Former => {
                let states = self.district.states(&key);
                let former: Vec<Object> = states.iter().filter(|state| **state != newest).cloned().collect();
                one(self.rng, &former)
                    .map(|state| vec![state.clone()])
                    .into_iter()
                    .collect()
            }
            Repeat::Late => {
                let mut older = other(&newest);
                older.modified -= TimeDelta::seconds(3);
                self.district.keep(older).map(|older| vec![older]).into_iter().collect()
            }
            Repeat::Twins => {
                let mut second = Object {
                    modified: self.now,
                    sequence: *one(self.rng, &[1, 2, 10]).unwrap_or(&1),
                    ..newest
                };
                let mut first = other(&second);
                first.sequence -= 1;
                if chance(self.rng, 30) {
                    // The change is the newer of the two.
                    std::mem::swap(&mut first.is, &mut second.is);
                    std::mem::swap(&mut first.active, &mut second.active);
                }
                let mut states: Vec<Object> = [first, second]
                    .into_iter()
                    .filter_map(|s| self.district.keep(s))
                    .collect();
                if self.rng.bool() {
                    states.reverse();
                }
                if self.rng.bool() {
                    vec![states]
                } else {
                    states.into_iter().map(|s| vec![s]).collect()
                }
            }
        }
    }
}

/// The same object saying something else.
fn other(object: &Object) -> Object {
    let mut other = object.clone();
    match &mut other.is {
        Is::Student { enabled, .. } => *enabled = !*enabled,
        Is::Guardian { sms, email, .. } => (*sms, *email) = (None, None),
        Is::Mark { instruction, .. } if *instruction != Instruction::InPerson => *instruction = Instruction::InPerson,
        Is::Calendar { days, .. } => days.clear(),
        Is::Period { start, end, .. } if end.is_none() => *end = Some(*start + TimeDelta::days(9)),
        _ => other.active = !other.active,
    }
    other
}
