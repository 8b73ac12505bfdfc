//! Asking a family (R9, R10): which attempts count, when the next round goes out, when the principal is to be told.

use crate::calendar::SchoolCalendar;
use crate::policy::Policy;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An automated round: every usable channel of every guardian who may be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// The day of the run that sent it out.
    pub on: NaiveDate,
    /// The day a provider first accepted one of its messages that has not bounced since; `None`: it counts for nothing.
    pub accepted_on: Option<NaiveDate>,
}

/// One conference's asking, since asking (last) began.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The day the conference is due.
    pub due_on: NaiveDate,
    /// The day it was opened.
    pub opened_on: NaiveDate,
    /// The automated rounds so far, oldest first.
    pub rounds: Vec<Round>,
    /// The days of the teacher's calls, visits and letters that failed.
    pub teacher_failed_on: Vec<NaiveDate>,
    /// Only the teacher asks: after a no-show, a request for a call, or a talk that ended without a time.
    pub teacher_only: bool,
    /// Some guardian can be reached by SMS or e-mail.
    pub usable_channel: bool,
    /// The last day of the span, where it is known and past: one last offer, and no welfare check.
    pub span_ended_on: Option<NaiveDate>,
}

/// What asking demands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send a round now.
    Round,
    /// The teacher must reach the family: automated asking cannot go on.
    AskTeacher(Unreachable),
    /// Three attempts failed and the wait is over: a welfare check (R10).
    Escalate,
    /// Look again on that day.
    Wait(NaiveDate),
    /// Nothing to do until a fact changes.
    Rest,
}

/// Why the teacher must reach the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// No guardian has a usable channel.
    NoChannel,
    /// Too many rounds counted for nothing.
    RoundsUncounted,
    /// The last attempt must be the teacher's own (`live_attempt_required`).
    LiveAttempt,
}

/// The days of failed attempts that count: at most one a day, none before the conference was due.
pub fn counted(days: impl Iterator<Item = NaiveDate>, due_on: NaiveDate) -> BTreeSet<NaiveDate> {
    days.filter(|day| *day >= due_on).collect()
}

impl Asking {
    /// The days that count as failed attempts.
    pub fn counted(&self) -> BTreeSet<NaiveDate> {
        let accepted = self.rounds.iter().filter_map(|round| round.accepted_on);
        counted(accepted.chain(self.teacher_failed_on.iter().copied()), self.due_on)
    }

    /// What to do on `today`. An answer is not asked about here: whoever has one does not ask.
    pub fn step(&self, today: NaiveDate, calendar: &SchoolCalendar, policy: &Policy) -> Step {
        let counted = self.counted();
        if counted.len() >= policy.attempts_needed {
            return self.after_the_last_attempt(&counted, today, calendar, policy);
        }
        if self.teacher_only {
            return Step::Rest;
        }
        if let Some(ended) = self.span_ended_on
            && self
                .rounds
                .iter()
                .any(|round| round.on > ended && round.accepted_on.is_some())
        {
            return Step::Rest;
        }
        if !self.usable_channel {
            return Step::AskTeacher(Unreachable::NoChannel);
        }
        if self
            .rounds
            .iter()
            .filter(|r| r.accepted_on.is_none() && r.on < today)
            .count()
            >= policy.uncounted_rounds
        {
            return Step::AskTeacher(Unreachable::RoundsUncounted);
        }
        if policy.live_attempt_required && counted.len() + 1 >= policy.attempts_needed {
            return Step::AskTeacher(Unreachable::LiveAttempt);
        }
        let last_round = self.rounds.last();
        let after_last_attempt = match counted.last() {
            Some(last) => calendar.school_days_after(*last, policy.school_days_between_rounds),
            None => Some(self.due_on.max(self.opened_on)),
        };
        let after_last_round = last_round.and_then(|round| round.on.succ_opt());
        after_last_attempt
            .map(|day| after_last_round.map_or(day, |next| next.max(day)))
            .map_or(Step::Rest, |earliest| {
                match calendar.school_day_from(earliest.max(today)) {
                    Some(day) if day == today => Step::Round,
                    Some(day) => Step::Wait(day),
                    None => Step::Rest,
                }
            })
    }

    fn after_the_last_attempt(
        &self,
        counted: &BTreeSet<NaiveDate>,
        today: NaiveDate,
        calendar: &SchoolCalendar,
        policy: &Policy,
    ) -> Step {
        if self.span_ended_on.is_some() {
            return Step::Rest;
        }
        let last_needed = counted.iter().nth(policy.attempts_needed.saturating_sub(1));
        match last_needed.and_then(|last| calendar.school_days_after(*last, policy.school_days_before_check)) {
            Some(day) if day <= today => Step::Escalate,
            Some(day) => Step::Wait(day),
            None => Step::Rest,
        }
    }
}

#[cfg(test)]
mod tests;
