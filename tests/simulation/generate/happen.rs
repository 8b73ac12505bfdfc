//! Tells a plan day by day: what the SIS would say by then, and what people would do. What makes no sense by then is
//! left out.

use super::district::District;
use super::plan::{By, Intent, Plan};
use super::{chance, which};
use crate::history::{Channel, Fate, Is, Object, Step, Time, What};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fastrand::Rng;

/// Objects that still make one request.
const ONE_REQUEST: usize = 300;

/// A history in the making.
pub struct Telling<'a> {
    pub rng: &'a mut Rng,
    pub district: District,
    /// The day, and the second at which the SIS changes what it changes now.
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
}

/// What happens, in order of time.
pub fn told(rng: &mut Rng, start: NaiveDate, plan: Plan) -> Vec<Step> {
    let mut planned = plan.steps;
    planned.sort_by_key(|(day, time, _)| (*day, *time));
    let mut telling = Telling {
        rng,
        district: District::default(),
        today: start,
        now: DateTime::UNIX_EPOCH,
    };
    let mut steps: Vec<Step> = Vec::new();
    for (day, time, intent) in planned {
        telling.today = start + TimeDelta::days(day.into());
        // The versions of what is told at one time lie ten seconds apart.
        telling.now = (changed_at(telling.today, time)).max(telling.now + TimeDelta::seconds(10));
        let day = u32::try_from(day).unwrap_or(0);
        for what in telling.happens(intent) {
            match (&what, steps.last_mut()) {
                (
                    What::Sis(objects),
                    Some(Step {
                        day: d,
                        time: t,
                        what: What::Sis(before),
                    }),
                ) if (*d, *t) == (day, time)
                    && before.len() + objects.len() < ONE_REQUEST
                    && chance(telling.rng, 30) =>
                {
                    before.extend(objects.iter().cloned());
                }
                _ => steps.push(Step { day, time, what }),
            }
        }
    }
    steps
}

/// When the SIS changes what it tells at that time: a little before, summer or winter.
fn changed_at(day: NaiveDate, time: Time) -> DateTime<Utc> {
    let hours = match time {
        Time::Early => 12,
        Time::Between => 13,
        Time::Noon => 16,
        Time::Late => 25,
    };
    day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(hours)
}

impl Telling<'_> {
    fn happens(&mut self, intent: Intent) -> Vec<What> {
        let sis = |objects: Vec<Object>| {
            if objects.is_empty() {
                Vec::new()
            } else {
                vec![What::Sis(objects)]
            }
        };
        match intent {
            Intent::Tell(objects) => {
                let told = objects
                    .into_iter()
                    .filter_map(|(id, is)| self.district.tell(self.now, &id, is));
                sis(told.collect())
            }
            Intent::Period(id, correction) => sis(self.corrected(id, correction).into_iter().collect()),
            Intent::Calendar(date) => sis(self.calendar(date).into_iter().collect()),
            Intent::Person(person, student) => sis(self.person(person, &student)),
            Intent::Unmark(id) => {
                let gone = self
                    .district
                    .change(self.now, &("attendance", id), |mark| mark.active = false);
                sis(gone.into_iter().collect())
            }
            Intent::Repeat(repeat) => self.repeat(repeat).into_iter().flat_map(sis).collect(),
            Intent::Act {
                student,
                which,
                by,
                act,
            } => {
                let actor = self.actor(&student, by);
                vec![What::Act {
                    student,
                    which,
                    actor,
                    act,
                }]
            }
            Intent::CloseCheck {
                student,
                which,
                findings: (student_safe, family_safe),
            } => vec![What::CloseCheck {
                student,
                which,
                student_safe,
                family_safe,
            }],
            Intent::Acknowledge(student) => vec![What::Acknowledge { student }],
            Intent::Text { student, nth, says } => {
                let guardian = self.guardian(&student, nth, |sms, _| sms);
                guardian
                    .into_iter()
                    .map(|guardian| What::Text { guardian, says })
                    .collect()
            }
            Intent::Report { student, nth } => self.report(&student, nth).into_iter().collect(),
        }
    }

    /// The nth guardian of a student among those who fit: whether they have a usable number, and an address.
    pub fn guardian(&self, student: &str, nth: usize, fits: impl Fn(bool, bool) -> bool) -> Option<String> {
        let guardians: Vec<String> = self.district.guardians(student);
        let fitting: Vec<&String> = guardians
            .iter()
            .filter(|id| match self.district.says("user", id) {
                Some(Is::Guardian { sms, email, .. }) => fits(
                    sms.as_ref().is_some_and(|sms| sms.starts_with("860-52")),
                    email
                        .as_ref()
                        .is_some_and(|email| email.ends_with("@example.net") && email.len() > 12),
                ),
                _ => false,
            })
            .collect();
        Some((*fitting.get(nth % fitting.len().max(1))?).clone())
    }

    fn actor(&mut self, student: &str, by: By) -> Option<String> {
        match by {
            By::Guardian(nth) => self.guardian(student, nth, |_, _| true),
            By::Teacher => Some(format!("t-{}", self.district.school(student, self.today)?)),
            By::Nobody => None,
        }
    }

    fn report(&mut self, student: &str, nth: usize) -> Option<What> {
        let guardian = self.guardian(student, nth, |sms, email| sms || email)?;
        let Some(Is::Guardian { sms, email, .. }) = self.district.says("user", &guardian) else {
            return None;
        };
        let (sms, email) = (sms.is_some(), email.is_some());
        let channel = if email && (!sms || self.rng.bool()) {
            Channel::Email
        } else {
            Channel::Sms
        };
        let fate = match (which(self.rng, &[30, 48, 22]), channel) {
            (0, _) => Fate::Delivered,
            (2, Channel::Email) => Fate::Complained,
            _ => Fate::Bounced,
        };
        Some(What::Report {
            guardian,
            channel,
            fate,
        })
    }
}
