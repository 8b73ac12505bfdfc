//! Spans of remote learning (R3, R5): which days a student was covered, merged where they touch.

use crate::ids::{OrgId, UserId};
use crate::policy::Policy;
use crate::roster::{Attendance, Delivery, Grade, Instruction, Period, Scope};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Consecutive days of remote learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first day.
    pub first: NaiveDate,
    /// The last day; `None` while no end is known.
    pub last: Option<NaiveDate>,
    /// The last day that is known to be covered; `None` when every day to come is.
    pub known_until: Option<NaiveDate>,
}

impl Span {
    /// Whether the span covers `date` for sure.
    pub fn lasted_until(&self, date: NaiveDate) -> bool {
        self.first <= date && self.known_until.is_none_or(|until| date <= until)
    }

    /// Whether the span's end is known and lies before `date`.
    pub fn ended_before(&self, date: NaiveDate) -> bool {
        self.last.is_some_and(|last| last < date)
    }

    /// R3: the day on which the extra conference is due (the span's 22nd).
    pub fn crossing(&self, policy: &Policy) -> NaiveDate {
        self.first + Days::new(u64::from(policy.crossing_day.saturating_sub(1)))
    }
}

/// What decides the spans of one student.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Who.
    pub student: Option<UserId>,
    /// The student's schools, each with the day its role began (`None`: always).
    pub schools: Vec<(Option<NaiveDate>, OrgId)>,
    /// The district's own id, so that a grade period of the district covers every school.
    pub district: Option<OrgId>,
    /// The student's grades.
    pub grades: Vec<Grade>,
    /// Every active period that may concern the student.
    pub periods: Vec<Period>,
    /// Every attendance mark, one a day.
    pub marks: Vec<Attendance>,
}

/// The school a day counts at: of a student's schools, each with the day its role began, the one whose role began last by
/// then; between two of one day, the later id. Before the first role began, the school it begins at.
pub fn school_on(schools: &[(Option<NaiveDate>, OrgId)], date: NaiveDate) -> Option<&OrgId> {
    let begun = schools
        .iter()
        .filter(|(begin, _)| begin.is_none_or(|begin| begin <= date));
    let place = begun.max().or_else(|| schools.iter().min());
    place.map(|(_, school)| school)
}

type Days2 = (NaiveDate, Option<NaiveDate>);

impl Coverage {
    /// The spans, in order. Depends on the set of facts only, not on their order.
    pub fn spans(&self, policy: &Policy) -> Vec<Span> {
        let counts = |delivery| match delivery {
            Delivery::Internet => true,
            Delivery::Hybrid => policy.hybrid_counts,
            Delivery::Paper | Delivery::Homebound => false,
        };
        let covered = self
            .periods
            .iter()
            .filter(|p| counts(p.delivery))
            .flat_map(|p| self.covered_by(p))
            .collect();
        let mut spans: Vec<Span> = merged(covered)
            .into_iter()
            .map(|(first, last)| Span {
                first,
                last,
                known_until: last,
            })
            .collect();
        let explicit: Vec<Days2> = self.periods.iter().flat_map(|p| self.covered_by(p)).collect();
        spans.extend(self.attended().into_iter().filter(|span| {
            let until = span.known_until.unwrap_or(NaiveDate::MAX);
            !explicit
                .iter()
                .any(|(first, last)| *first <= until && last.is_none_or(|last| span.first <= last))
        }));
        spans.sort();
        spans
    }

    /// The stretches of `period` on which it covers this student, never before the first role began.
    fn covered_by(&self, period: &Period) -> Vec<Days2> {
        let mut schools: Vec<_> = self.schools.iter().collect();
        schools.sort();
        schools.dedup_by(|later, earlier| {
            let same_day = later.0 == earlier.0;
            if same_day {
                *earlier = later;
            }
            same_day
        });
        let mut stretches = Vec::new();
        for (i, (begin, school)) in schools.iter().enumerate() {
            let until = schools
                .get(i + 1)
                .and_then(|(next, _)| next.and_then(|next| next.pred_opt()));
            let everywhere = |org: &OrgId| Some(org) == self.district.as_ref();
            let applies = match &period.scope {
                Scope::District => true,
                Scope::School(org) => org == school,
                Scope::Grade { org, grade } => {
                    self.grades.contains(grade) && org.as_ref().is_none_or(|org| org == school || everywhere(org))
                }
                Scope::Student(id) => Some(id) == self.student.as_ref(),
            };
            let first = begin.map_or(period.start, |begin| begin.max(period.start));
            let last = match (period.end, until) {
                (Some(end), Some(until)) => Some(end.min(until)),
                (end, until) => end.or(until),
            };
            if applies && last.is_none_or(|last| first <= last) {
                stretches.push((first, last));
            }
        }
        stretches
    }

    /// The stretches that daily marks make: first to last `remote` day, broken by an `inPerson` day.
    fn attended(&self) -> Vec<Span> {
        let Some(start) = self
            .schools
            .iter()
            .map(|(begin, _)| begin.unwrap_or(NaiveDate::MIN))
            .min()
        else {
            return Vec::new();
        };
        let days: BTreeMap<NaiveDate, Instruction> = self
            .marks
            .iter()
            .filter(|m| m.date >= start)
            .map(|m| (m.date, m.instruction))
            .collect();
        let mut spans: Vec<Span> = Vec::new();
        let mut open = false;
        for (date, instruction) in days {
            match instruction {
                Instruction::Remote if open => {
                    if let Some(span) = spans.last_mut() {
                        span.known_until = Some(date);
                    }
                }
                Instruction::Remote => {
                    spans.push(Span {
                        first: date,
                        last: None,
                        known_until: Some(date),
                    });
                    open = true;
                }
                Instruction::InPerson => {
                    if let (true, Some(span)) = (open, spans.last_mut()) {
                        span.last = span.known_until;
                    }
                    open = false;
                }
                Instruction::None => {}
            }
        }
        spans
    }
}

fn merged(mut stretches: Vec<Days2>) -> Vec<Days2> {
    stretches.sort();
    let mut spans: Vec<Days2> = Vec::new();
    for (first, last) in stretches {
        match spans.last_mut() {
            Some((_, end)) if end.is_none_or(|end| end.succ_opt().is_none_or(|next| first <= next)) => {
                *end = match (*end, last) {
                    (Some(end), Some(last)) => Some(end.max(last)),
                    _ => None,
                };
            }
            _ => spans.push((first, last)),
        }
    }
    spans
}

#[cfg(test)]
mod tests;
