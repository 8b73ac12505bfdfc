//! R6: every family of which nobody is known to call is asked once a school year, on the first school day from 15 September
//! on; a family that has named somebody is not.

use super::replay::Replay;
use crate::model::calendar::{day, instant, school_year};
use crate::model::facts::Facts;
use crate::observed::{Audit, TakenWhat};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// From when in a school year families are asked: month and day.
const FROM: (u32, u32) = (9, 15);

fn begins(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, FROM.0, FROM.1).unwrap_or(NaiveDate::MAX)
}

impl Replay<'_> {
    /// When the family named somebody in the school year of `today`.
    fn named_in(&self, today: NaiveDate) -> Option<DateTime<Utc>> {
        let named = self.own.commands.iter().filter_map(|taken| match taken.what {
            TakenWhat::Named { .. } => Some(taken.at),
            _ => None,
        });
        named.filter(|at| school_year(day(*at)) == school_year(today)).min()
    }

    /// The audit trail tells that the family is asked.
    pub fn asked_whom_to_call(&mut self, entry: &Audit) {
        let today = day(entry.at);
        let year = school_year(today);
        if today < begins(year) {
            self.violates(
                "contacts",
                entry.at,
                "the family is asked whom to call, which is too early",
            );
        }
        let fits = |facts: &Facts| !facts.left && facts.school_days.is(today) && facts.school_days.enrolled(today);
        if !self.candidates().iter().any(|facts| fits(facts)) {
            self.violates(
                "contacts",
                entry.at,
                "the family is asked whom to call, and it is no school day",
            );
        }
        let skew = if self.played.prompt {
            TimeDelta::zero()
        } else {
            TimeDelta::minutes(5)
        };
        if self.named_in(today).is_some_and(|at| at + skew < entry.at) {
            self.violates(
                "contacts",
                entry.at,
                "the family is asked whom to call, and has named somebody",
            );
        }
        let asked = self.played.observed.messages.range(self.played.all_of(self.student));
        let reached = asked.filter(|(_, message)| {
            let earlier = message.conference == 0 && message.run_on < today && school_year(message.run_on) == year;
            earlier && ["sent", "unknown"].contains(&message.status.as_str())
        });
        if reached.count() > 0 {
            self.violates(
                "contacts",
                entry.at,
                "the family is asked whom to call for a second time this school year",
            );
        }
        self.asked_whom.push(entry.at);
    }

    /// The question leaves: not after the answer.
    pub fn contact_letter(&mut self, at: DateTime<Utc>, number: u32, run_on: NaiveDate, claimed: TimeDelta) {
        if let Some(named) = self.named_in(run_on).filter(|named| at - *named > claimed) {
            let what = format!("message {number} asked whom to call, and the family named somebody at {named}");
            self.violates("contacts", at, &what);
        }
        let waits = |(from, until): &(DateTime<Utc>, Option<DateTime<Utc>>)| {
            *from + claimed < at && until.is_none_or(|until| at < until)
        };
        if self.urgent.iter().any(waits) {
            let what = format!("message {number} asked whom to call while what reads as danger waits");
            self.violates("contacts", at, &what);
        }
    }

    /// Whether the family should have been asked by the end of a clean run.
    pub fn whom_to_call_is_overdue(&self, facts: &Facts, at: DateTime<Utc>, today: NaiveDate) -> bool {
        let year = school_year(today);
        let due = today >= begins(year) && facts.school_days.is(today) && facts.school_days.enrolled(today);
        let asked = self.asked_whom.iter().any(|when| school_year(day(*when)) == year);
        let run = instant(today, crate::model::RUN_AT.0, crate::model::RUN_AT.1);
        let free = !self.paused
            && self
                .urgent
                .iter()
                .all(|(_, until)| until.is_some_and(|until| until < run));
        due && free && !facts.left && !asked && self.named_in(today).is_none() && !self.channels(facts, at).is_empty()
    }
}
