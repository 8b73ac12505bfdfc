//! Days of remote learning (R3, R5), which conferences they demand (R3, R4), and which span is whose after a correction.

use super::calendar::{plus_days, plus_months};
use super::{DAY_OWED, MONTHS_BETWEEN};
use crate::history::{Instruction, Scope};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Consecutive days of remote learning; `last: None`: its end is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub first: NaiveDate,
    pub last: Option<NaiveDate>,
}

impl Span {
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    fn until(self, last: NaiveDate) -> Self {
        Self {
            last: Some(last),
            ..self
        }
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.last.is_none_or(|last| other.first <= last) && other.last.is_none_or(|last| self.first <= last)
    }

    /// Whether it reaches the day on which a conference is owed.
    pub fn reaches(self) -> bool {
        self.contains(self.due(0))
    }

    /// When its first conference (0) and each further one is due.
    pub fn due(self, ordinal: u32) -> NaiveDate {
        plus_months(plus_days(self.first, DAY_OWED - 1), MONTHS_BETWEEN * ordinal)
    }

    /// Whether that conference is demanded by then: its day has come, and the span lasted until it.
    pub fn demands(self, ordinal: u32, today: NaiveDate) -> bool {
        let due = self.due(ordinal);
        due <= today && self.contains(due)
    }
}

/// The days on which active periods over the internet cover a student, by where the student is from which day on.
pub fn by_periods<'a>(
    periods: impl Iterator<Item = (&'a Scope, NaiveDate, Option<NaiveDate>)>,
    places: &[(NaiveDate, String)],
    grade: &str,
    student: &str,
) -> Vec<Span> {
    let mut pieces = Vec::new();
    for (scope, start, end) in periods {
        for (index, (from, school)) in places.iter().enumerate() {
            let covers = match scope {
                Scope::District => true,
                Scope::School(of) => of == school,
                Scope::Grade {
                    school: of,
                    grade: which,
                } => which == grade && of.as_ref().is_none_or(|of| of == school),
                Scope::Student(of) => of == student,
            };
            let until = places
                .get(index + 1)
                .map(|(next, _)| next.pred_opt().unwrap_or(NaiveDate::MIN));
            let piece = Span {
                first: start.max(*from),
                last: match (end, until) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                },
            };
            if covers && piece.last.is_none_or(|last| piece.first <= last) {
                pieces.push(piece);
            }
        }
    }
    merged(pieces)
}

/// Merged where they touch or overlap.
fn merged(mut pieces: Vec<Span>) -> Vec<Span> {
    pieces.sort();
    let mut spans: Vec<Span> = Vec::new();
    for piece in pieces {
        match spans.last_mut() {
            Some(span) if span.last.is_none_or(|last| piece.first <= plus_days(last, 1)) => {
                span.last = match (span.last, piece.last) {
                    (Some(a), Some(b)) => Some(a.max(b)),
                    _ => None,
                };
            }
            _ => spans.push(piece),
        }
    }
    spans
}

/// From the first remote day to the last, broken by a day in person; days without a mark do not break it. Days that periods
/// cover are no days of marks.
pub fn by_marks(marks: &BTreeMap<NaiveDate, Instruction>, covered: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut broken = true;
    for (date, instruction) in marks {
        if covered.iter().any(|span| span.contains(*date)) {
            continue;
        }
        match (instruction, spans.last_mut()) {
            (Instruction::None, _) => {}
            (Instruction::InPerson, _) => broken = true,
            (Instruction::Remote, Some(span)) if !broken && !covered.iter().any(|c| c.overlaps(span.until(*date))) => {
                span.last = Some(*date);
            }
            (Instruction::Remote, _) => {
                spans.push(Span {
                    first: *date,
                    last: Some(*date),
                });
                broken = false;
            }
        }
    }
    spans
}

/// The conferences that were opened for one span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The span as it was when the first of them was opened.
    pub opened_for: Span,
    /// The span came from daily marks.
    pub marked: bool,
    /// The day of the last meeting: only the days up to it are matched.
    pub met_on: Option<NaiveDate>,
}

impl Series {
    /// The same, where its span of marks is taken for one that was still open.
    pub fn opened(self, open: bool) -> Self {
        let last = self.opened_for.last.filter(|_| !(open && self.marked));
        Self {
            opened_for: Span {
                last,
                ..self.opened_for
            },
            ..self
        }
    }

    fn days(self) -> Span {
        let last = match (self.opened_for.last, self.met_on) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Span {
            last,
            ..self.opened_for
        }
    }
}

/// Which of today's spans is whose: earliest first, each the earliest that overlaps it, is long enough and not taken.
pub fn matched(series: &[Series], spans: &[Span]) -> Vec<Option<Span>> {
    let mut order: Vec<usize> = (0..series.len()).collect();
    order.sort_by_key(|i| (series[*i].opened_for.first, *i));
    let mut free: Vec<Span> = spans.iter().copied().filter(|span| span.reaches()).collect();
    let mut found = vec![None; series.len()];
    for i in order {
        if let Some(at) = free.iter().position(|span| span.overlaps(series[i].days())) {
            found[i] = Some(free.remove(at));
        }
    }
    found
}
