//! What is to happen when. The plan does not know the state of things then: it aims at the days on which rounds and
//! checks are likely, and may miss. What comes of it is told by [`super::happen`].

use super::period::{self, Drawn};
use super::season::Began;
use super::setup::Setup;
use super::{chance, emphasis, range};
use crate::history::{Act, Delivery, Instruction, Is, Says, Time, Which};
use chrono::NaiveDate;
use fastrand::Rng;

/// Everything that is to happen.
pub struct Plan {
    /// The day, when on it, and what; in any order.
    pub steps: Vec<(i32, Time, Intent)>,
    /// The days on which conferences are likely to be opened and rounds to be due.
    pub hot: Vec<u32>,
}

/// Something that is to happen.
#[derive(Clone)]
pub enum Intent {
    /// The SIS has these from now on.
    Tell(Vec<(String, Is)>),
    Period(String, Correction),
    Calendar(NaiveDate),
    Person(Person, String),
    /// An attendance mark was a mistake.
    Unmark(String),
    Repeat(Repeat),
    Act {
        student: String,
        which: Which,
        by: By,
        act: Act,
    },
    CloseCheck {
        student: String,
        which: Which,
        findings: (Option<bool>, Option<bool>),
    },
    Acknowledge(String),
    /// From the nth guardian of the student.
    Text {
        student: String,
        nth: usize,
        says: Says,
    },
    /// On a letter to the nth guardian of the student.
    Report {
        student: String,
        nth: usize,
    },
}

/// What is corrected about a period.
#[derive(Clone, Copy)]
pub enum Correction {
    /// Its start moves by so many days.
    Start(i32),
    /// Its last day is this one.
    End(NaiveDate),
    NoEnd,
    Delivery(Delivery),
    Rescinded,
    Reinstated,
}

/// What changes about a student, or (by the student) about the nth guardian.
#[derive(Clone, Copy)]
pub enum Person {
    /// To another school of the district.
    Transfer,
    Left {
        deleted: bool,
    },
    Back,
    Grade,
    NewContact(usize),
    Deleted(usize),
    Restricted(usize),
    /// Another guardian is added.
    Added,
}

/// What the SIS says again.
#[derive(Clone, Copy)]
pub enum Repeat {
    /// The newest state of an object, just as it was.
    Same,
    /// A state that came before and is not the newest.
    Former,
    /// An older state that never came, after the newer one.
    Late,
    /// Two states of one second, the second one first or last.
    Twins,
}

/// Who does something.
#[derive(Clone, Copy)]
pub enum By {
    Guardian(usize),
    Teacher,
    Nobody,
}

/// A plan in the making.
pub struct Planner<'a> {
    pub rng: &'a mut Rng,
    pub began: &'a Began,
    pub last: i32,
    pub setup: Setup,
    pub periods: Vec<(String, Drawn)>,
    pub steps: Vec<(i32, Time, Intent)>,
    pub rounds: Vec<i32>,
    pub checks: Vec<i32>,
    /// Nobody answers; so the principal's checks come.
    pub silent: bool,
}

/// Plans a history.
pub fn plan(rng: &mut Rng, began: &Began, days: u32, mut setup: Setup) -> Plan {
    let silent = chance(rng, emphasis::SILENT);
    let requests = std::mem::take(&mut setup.requests);
    let mut planner = Planner {
        rng,
        began,
        last: i32::try_from(days).unwrap_or(400),
        setup,
        periods: Vec::new(),
        steps: Vec::new(),
        rounds: Vec::new(),
        checks: Vec::new(),
        silent,
    };
    for (day, time, objects) in requests {
        planner.at(day, time, Intent::Tell(objects));
    }
    planner.remote_learning();
    for _ in 0..range(planner.rng, emphasis::EVENTS) {
        planner.event();
    }
    let mut hot: Vec<u32> = planner
        .rounds
        .iter()
        .chain(&planner.checks)
        .filter_map(|day| u32::try_from(*day).ok())
        .collect();
    hot.sort_unstable();
    hot.dedup();
    Plan {
        steps: planner.steps,
        hot,
    }
}

impl Planner<'_> {
    pub fn at(&mut self, day: i32, time: Time, intent: Intent) {
        if (0..=self.last).contains(&day) {
            self.steps.push((day, time, intent));
        }
    }

    /// What most histories are about: a period that reaches day 22, or marks that do.
    fn remote_learning(&mut self) {
        if chance(self.rng, emphasis::CROSSING) {
            let period = period::crossing(self.rng, self.began, &self.setup);
            let on = if chance(self.rng, 70) {
                0
            } else {
                self.rng.i32(1..=4).min(self.last)
            };
            self.report(on, Time::Early, period);
        } else if chance(self.rng, emphasis::MARKED) {
            self.marks();
        }
    }

    /// A new period, and the days on which its conferences and rounds are likely.
    pub fn report(&mut self, on: i32, time: Time, period: Drawn) {
        let id = format!("rlp-{}", self.periods.len() + 1);
        for due in period.due(self.last) {
            // What is long overdue is asked for once it is known.
            self.expect(due.max(on));
        }
        self.at(on, time, Intent::Tell(vec![(id.clone(), period.is(self.began))]));
        self.periods.push((id, period));
    }

    /// Rounds from a day on, two school days apart, and the check.
    pub fn expect(&mut self, from: i32) {
        let school_days = self.began.school_days(from, 10, self.setup.calendar);
        let near = |n: &usize| school_days.get(*n).copied();
        self.rounds.extend([0, 2, 4].iter().filter_map(near));
        self.checks.extend([6, 8].iter().filter_map(near));
    }

    /// A run of remote days for one student, a mark a day; often with a day in the building, or a correction.
    fn marks(&mut self) {
        let student = self.student();
        let crosses = if chance(self.rng, 80) {
            self.rng.i32(0..8)
        } else {
            self.rng.i32(8..25)
        };
        let first = crosses - 21;
        let broken = chance(self.rng, 30).then(|| self.rng.i32(first..=crosses));
        let many = self.rng.i32(22..40);
        let mut told: Vec<(i32, Vec<(String, Is)>)> = Vec::new();
        for day in (first..first + many)
            .filter(|_| !chance(self.rng, 30))
            .collect::<Vec<_>>()
        {
            // What lies back comes at once, the days to come in a few requests.
            let on = if day <= 0 { 0 } else { (day / 6) * 6 + 5 };
            let instruction = match broken {
                Some(broken) if day == broken => Instruction::InPerson,
                _ if chance(self.rng, 3) => Instruction::None,
                _ => Instruction::Remote,
            };
            let mark = self.mark(&student, day, instruction);
            match told.iter_mut().find(|(at, _)| *at == on) {
                Some((_, marks)) => marks.push(mark),
                None => told.push((on, vec![mark])),
            }
        }
        for (on, marks) in told {
            self.at(on, Time::Early, Intent::Tell(marks));
        }
        self.expect(crosses);
    }

    pub fn mark(&self, student: &str, day: i32, instruction: Instruction) -> (String, Is) {
        let date = self.began.on(day);
        let is = Is::Mark {
            student: student.to_owned(),
            date,
            instruction,
        };
        (format!("m-{student}-{date}"), is)
    }
}
