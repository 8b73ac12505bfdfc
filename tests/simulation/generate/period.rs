//! Periods of remote learning: the one that a history is about, and others beside it.

use super::season::Began;
use super::setup::Setup;
use super::{chance, emphasis, one, weighted, which};
use crate::history::{Delivery, Is, Scope};
use fastrand::Rng;

/// A period, and where its days lie.
#[derive(Clone)]
pub struct Drawn {
    pub scope: Scope,
    pub start: i32,
    pub end: Option<i32>,
    pub delivery: Delivery,
}

impl Drawn {
    /// What the SIS says of it.
    pub fn is(&self, began: &Began) -> Is {
        Is::Period {
            scope: self.scope.clone(),
            start: began.on(self.start),
            end: self.end.map(|end| began.on(end)),
            delivery: self.delivery,
        }
    }

    /// The days on which its conferences fall due, roughly, up to the last day.
    pub fn due(&self, last: i32) -> Vec<i32> {
        let lasts = |day: &i32| self.end.is_none_or(|end| *day <= end);
        if self.delivery != Delivery::Internet {
            return Vec::new();
        }
        let crossing = self.start + 21;
        (0..4)
            .map(|n| crossing + n * 183)
            .filter(lasts)
            .filter(|day| *day <= last)
            .collect()
    }
}

/// The period that carries students across day 22 early on.
pub fn crossing(rng: &mut Rng, began: &Began, setup: &Setup) -> Drawn {
    let due = match began.due {
        Some(due) => began.days_to(due),
        None => {
            let (from, to) = *weighted(rng, emphasis::CROSSES_ON);
            rng.i32(from..=to)
        }
    };
    let start = due - 21;
    let end = if chance(rng, emphasis::OPEN_ENDED) {
        None
    } else if chance(rng, 25) {
        // Day 21 and day 22 themselves.
        Some(due - rng.i32(0..=1))
    } else {
        Some(due.max(0) + rng.i32(1..90))
    };
    Drawn {
        scope: scope(rng, setup),
        start,
        end: end.map(|end| end.min(390)),
        delivery: Delivery::Internet,
    }
}

/// Another one, reported on a day: it touches or overlaps a period, or has nothing to do with it.
pub fn another(rng: &mut Rng, setup: &Setup, on: i32, beside: Option<&Drawn>) -> Drawn {
    let length = rng.i32(3..70);
    let (start, end) = match (beside, rng.u32(0..100)) {
        (Some(other), 0..25) => match other.end {
            // The day after it ends; sometimes with a day between.
            Some(end) => (end + 1 + i32::from(chance(rng, 30)), Some(end + length)),
            None => (other.start - length, Some(other.start - 1 - i32::from(chance(rng, 30)))),
        },
        (Some(other), 25..50) => {
            let start = other.start + rng.i32(-15..15);
            (start, Some(start + length))
        }
        (_, 50..75) => (on - rng.i32(0..45), None),
        _ => {
            let start = on + rng.i32(-30..15);
            (start, Some(start + length))
        }
    };
    let scope = match beside {
        Some(other) if rng.bool() => other.scope.clone(),
        _ => scope(rng, setup),
    };
    Drawn {
        scope,
        start,
        end,
        delivery: delivery(rng),
    }
}

/// Mostly the one that counts.
pub fn delivery(rng: &mut Rng) -> Delivery {
    if !chance(rng, emphasis::OTHER_DELIVERY) {
        return Delivery::Internet;
    }
    *one(rng, &[Delivery::Paper, Delivery::Homebound, Delivery::Hybrid]).unwrap_or(&Delivery::Paper)
}

/// Whom a period covers: at least one student, as things stand on the first day.
fn scope(rng: &mut Rng, setup: &Setup) -> Scope {
    let Some(student) = one(rng, &setup.students) else {
        return Scope::District;
    };
    match which(rng, &emphasis::SCOPES) {
        0 => Scope::District,
        1 => Scope::School(student.school.clone()),
        2 => Scope::Grade {
            school: rng.bool().then(|| student.school.clone()),
            grade: student.grade.clone(),
        },
        _ => Scope::Student(student.id.clone()),
    }
}
