//! What happens in a history, each kind of event with what follows from it.

use super::period;
use super::plan::{By, Correction, Intent, Person, Planner, Repeat};
use super::setup::enrollment;
use super::{chance, emphasis, one, weighted, which};
use crate::history::{Act, Instruction, Says, Time, Which};
use fastrand::Rng;

impl Planner<'_> {
    /// One of the students.
    pub fn student(&mut self) -> String {
        let student = one(self.rng, &self.setup.students);
        student.map(|student| student.id.clone()).unwrap_or_default()
    }

    fn which(&mut self) -> Which {
        if chance(self.rng, 75) {
            Which::Newest
        } else {
            Which::Oldest
        }
    }

    /// A day on which something is likely to be going on, and when on it.
    fn moment(&mut self) -> (i32, Time) {
        let hot = if self.rounds.is_empty() || !chance(self.rng, emphasis::HOT_DAY) {
            self.rng.i32(0..=self.last)
        } else if chance(self.rng, 75) {
            self.near_a(false)
        } else {
            self.near_a(true)
        };
        (hot, self.time())
    }

    fn near_a(&mut self, check: bool) -> i32 {
        let days = if check { &self.checks } else { &self.rounds };
        let day = one(self.rng, days).copied().unwrap_or(0);
        let after = if chance(self.rng, 35) { self.rng.i32(1..4) } else { 0 };
        (day + after).clamp(0, self.last)
    }

    fn time(&mut self) -> Time {
        *one(self.rng, &[Time::Early, Time::Between, Time::Noon, Time::Late]).unwrap_or(&Time::Noon)
    }

    /// Plans one thing that happens.
    pub fn event(&mut self) {
        match which(self.rng, &emphasis::HAPPENS) {
            0 => self.answer(),
            1 => self.written(),
            2 => self.person(),
            3 => self.period(),
            4 => self.attendance(),
            _ => self.again(),
        }
    }

    /// An answer, or what staff do, and what follows from it.
    fn answer(&mut self) {
        let student = self.student();
        let ((day, time), which) = (self.moment(), self.which());
        let by = self.by();
        if self.silent && chance(self.rng, 90) {
            return self.check(&student, which);
        }
        let act = |act, by| done(&student, which, by, act);
        match self.rng.u32(0..100) {
            0..36 => {
                let in_days = self.rng.u32(1..=10);
                self.at(day, time, act(Act::Schedule { in_days }, by));
                if chance(self.rng, 12) {
                    // Another household, or another time.
                    let (in_days, other) = (self.rng.u32(1..=10), self.by());
                    self.at(day, Time::Late, act(Act::Schedule { in_days }, other));
                }
                let met = day + i32::try_from(in_days).unwrap_or(1);
                let later = met + if chance(self.rng, 30) { self.rng.i32(1..6) } else { 0 };
                match self.rng.u32(0..100) {
                    0..35 => self.at(later, Time::Noon, act(Act::MarkHeld, By::Teacher)),
                    35..62 => {
                        self.at(later, Time::Noon, act(Act::MarkNoShow, By::Teacher));
                        if chance(self.rng, 55) {
                            self.calls(&student, which, later + 1);
                        }
                    }
                    62..84 => {
                        let on = self.rng.i32(day..=met);
                        self.at(on, Time::Late, act(Act::Cancel, by));
                        self.expect(on + 1);
                    }
                    // Before the day itself.
                    84..88 => self.at(day, Time::Late, act(Act::MarkHeld, By::Teacher)),
                    _ => {}
                }
            }
            36..50 => {
                self.at(day, time, act(Act::Decline, by));
                if chance(self.rng, 30) {
                    let in_days = self.rng.u32(1..=5);
                    self.at(day + 2, Time::Noon, act(Act::Schedule { in_days }, by));
                }
            }
            50..62 => {
                self.at(day, time, act(Act::AskForCall, by));
                if chance(self.rng, 60) {
                    self.calls(&student, which, day + 1);
                }
            }
            62..70 => self.at(day, time, act(Act::LogAttempt { reached: true }, by)),
            70..79 => self.calls(&student, which, day),
            79..85 => {
                // Mostly impossible there.
                let unlikely = [Act::Cancel, Act::MarkHeld, Act::MarkNoShow];
                let unlikely = *one(self.rng, &unlikely).unwrap_or(&Act::Cancel);
                self.at(day, time, act(unlikely, by));
            }
            _ => self.check(&student, which),
        }
    }

    /// Failed calls of the teacher, one a day or two on one day.
    fn calls(&mut self, student: &str, which: Which, from: i32) {
        let mut day = from;
        for _ in 0..self.rng.u32(1..=4) {
            let reached = chance(self.rng, 6);
            let by = if chance(self.rng, 85) { By::Teacher } else { By::Nobody };
            let time = self.time();
            self.at(day, time, done(student, which, by, Act::LogAttempt { reached }));
            day += self.rng.i32(0..3);
        }
        self.checks.push(day + 2);
    }

    /// The principal's call, once or twice; or the family answers after all.
    fn check(&mut self, student: &str, which: Which) {
        let mut day = self.near_a(true);
        for _ in 0..self.rng.u32(1..=2) {
            let finding = |rng: &mut Rng| (!chance(rng, 35)).then(|| chance(rng, 85));
            let findings = (finding(self.rng), finding(self.rng));
            let time = self.time();
            self.at(
                day,
                time,
                Intent::CloseCheck {
                    student: student.to_owned(),
                    which,
                    findings,
                },
            );
            day += self.rng.i32(1..4);
        }
        // What the principal has seen to may be undone and come back: the same attempts raise no second alarm.
        let undone = chance(self.rng, emphasis::UNDONE);
        if let (true, Some((id, _))) = (undone, one(self.rng, &self.periods).cloned()) {
            self.at(day, Time::Late, Intent::Period(id.clone(), Correction::Rescinded));
            let later = day + self.rng.i32(1..4);
            self.at(later, Time::Early, Intent::Period(id, Correction::Reinstated));
            self.expect(later);
        } else if chance(self.rng, 35) {
            let in_days = self.rng.u32(1..=5);
            let (by, act) = (self.by(), Act::Schedule { in_days });
            self.at(day, Time::Noon, done(student, which, by, act));
        }
    }

    fn by(&mut self) -> By {
        match self.rng.u32(0..100) {
            0..50 => By::Guardian(self.rng.usize(0..3)),
            50..75 => By::Teacher,
            _ => By::Nobody,
        }
    }

    /// Text messages, and what providers report.
    fn written(&mut self) {
        let student = self.student();
        let (day, time) = self.moment();
        let nth = self.rng.usize(0..3);
        if chance(self.rng, 42) {
            // After the letters of 09:20.
            let time = if chance(self.rng, 80) { Time::Noon } else { time };
            for _ in 0..self.rng.u32(1..=3) {
                let nth = self.rng.usize(0..3);
                let student = student.clone();
                self.at(day, time, Intent::Report { student, nth });
            }
            return;
        }
        const SAYS: &[(u32, Says)] = &[
            (28, Says::Stop),
            (8, Says::Start),
            (22, Says::WrongNumber),
            (20, Says::Question),
            (22, Says::Danger),
        ];
        let says = *weighted(self.rng, SAYS);
        let text = |says| Intent::Text {
            student: student.clone(),
            nth,
            says,
        };
        self.at(day, time, text(says));
        let later = day + self.rng.i32(1..8);
        match says {
            Says::Stop if chance(self.rng, 45) => self.at(later, Time::Noon, text(Says::Start)),
            Says::WrongNumber if chance(self.rng, 50) => {
                self.at(later, Time::Early, Intent::Person(Person::NewContact(nth), student));
            }
            // Until somebody has seen to it, the principal is reminded each day.
            Says::Danger if chance(self.rng, 85) => {
                let soon = day + self.rng.i32(1..4);
                self.at(soon, Time::Noon, Intent::Acknowledge(student));
            }
            _ => {}
        }
    }

    /// A student or a guardian changes.
    fn person(&mut self) {
        let student = self.student();
        let (day, time) = self.moment();
        let nth = self.rng.usize(0..3);
        let then = match self.rng.u32(0..100) {
            0..33 => Person::Transfer,
            33..50 => {
                let deleted = self.rng.bool();
                if chance(self.rng, 70) {
                    let back = day + self.rng.i32(1..12);
                    self.at(back, Time::Early, Intent::Person(Person::Back, student.clone()));
                    self.expect(back);
                }
                Person::Left { deleted }
            }
            50..58 => Person::Grade,
            58..74 => Person::NewContact(nth),
            74..83 => Person::Deleted(nth),
            83..91 => Person::Restricted(nth),
            _ => Person::Added,
        };
        self.at(day, time, Intent::Person(then, student));
    }

    /// Another period, a correction, or the calendar.
    fn period(&mut self) {
        let (day, time) = self.moment();
        let known = one(self.rng, &self.periods).cloned();
        match (self.rng.u32(0..100), known) {
            (0..36, known) | (_, known @ None) => {
                let beside = known.map(|(_, period)| period);
                let period = period::another(self.rng, &self.setup, day, beside.as_ref());
                self.report(day, time, period);
            }
            (36..50, _) => {
                let ahead = self.rng.i32(0..8);
                self.at(day, time, Intent::Calendar(self.began.on(day + ahead)));
            }
            (50..56, _) => {
                // A storm that did not come: the day is one of instruction after all.
                let told = day - self.rng.i32(1..=3);
                let taken_back = self.rng.i32(told + 1..=day);
                for on in [told, taken_back] {
                    self.at(on, Time::Early, Intent::Calendar(self.began.on(day)));
                }
            }
            (56..65, Some((id, period))) => {
                self.at(day, time, Intent::Period(id.clone(), Correction::Rescinded));
                if chance(self.rng, 60) {
                    let later = day + self.rng.i32(1..10);
                    self.at(later, Time::Early, Intent::Period(id, Correction::Reinstated));
                    self.expect(later.max(period.start + 21));
                }
            }
            (drawn, Some((id, period))) => {
                let correction = match drawn {
                    65..75 => {
                        let by = self.rng.i32(-14..=14);
                        self.expect((period.start + 21 + by).max(day));
                        Correction::Start(by)
                    }
                    75..91 => {
                        // About now, or about day 22.
                        let about = if chance(self.rng, 60) { day } else { period.start + 20 };
                        Correction::End(self.began.on(about + self.rng.i32(-3..10)))
                    }
                    91..96 => Correction::NoEnd,
                    _ => Correction::Delivery(period::delivery(self.rng)),
                };
                self.at(day, time, Intent::Period(id, correction));
            }
        }
    }

    /// Single marks: corrected, taken back, contradicting a period.
    fn attendance(&mut self) {
        let student = self.student();
        let (day, time) = self.moment();
        let about = day - self.rng.i32(0..15);
        let instruction = [
            Instruction::Remote,
            Instruction::InPerson,
            Instruction::InPerson,
            Instruction::None,
        ];
        let instruction = *one(self.rng, &instruction).unwrap_or(&Instruction::InPerson);
        let mark = self.mark(&student, about, instruction);
        let id = mark.0.clone();
        self.at(day, time, Intent::Tell(vec![mark]));
        if chance(self.rng, 50) {
            let later = day + self.rng.i32(1..5);
            self.at(later, Time::Early, Intent::Unmark(id));
        }
    }

    /// What the SIS says again; and a place in a homeroom that was forgotten.
    fn again(&mut self) {
        let (day, time) = self.moment();
        if chance(self.rng, 12)
            && let Some(pupil) = one(self.rng, &self.setup.students)
        {
            let place = enrollment(&pupil.school, &pupil.id, false);
            self.at(day, time, Intent::Tell(vec![place]));
            return;
        }
        let repeat = [
            Repeat::Same,
            Repeat::Former,
            Repeat::Late,
            Repeat::Late,
            Repeat::Twins,
            Repeat::Twins,
        ];
        let repeat = *one(self.rng, &repeat).unwrap_or(&Repeat::Same);
        self.at(day, time, Intent::Repeat(repeat));
    }
}

fn done(student: &str, which: Which, by: By, act: Act) -> Intent {
    Intent::Act {
        student: student.to_owned(),
        which,
        by,
        act,
    }
}
