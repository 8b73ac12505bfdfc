//! Asking a family for a time: attempts and rounds (R9), the hand-over to the principal (R10), one ask at a time. Where the
//! requirements can be read in two ways, both are allowed.

use super::calendar::SchoolDays;
use super::spans::Span;
use super::{ATTEMPTS, SCHOOL_DAYS_BETWEEN, UNCOUNTED_ROUNDS};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;

/// What the policy says of a step on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Must,
    /// It can be read either way.
    May,
    /// And why not.
    Never(String),
}

impl Verdict {
    fn never(why: &str) -> Self {
        Self::Never(why.to_owned())
    }

    /// Where something about it is not certain.
    fn unsure(self) -> Self {
        if self == Self::Must { Self::May } else { self }
    }
}

/// Yes, no, or it can be read either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    Yes,
    No,
    Unsure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Open,
    Scheduled,
    Held,
    NoShow,
    Declined,
    Unreachable,
    Void,
    Moot,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Scheduled => "scheduled",
            Self::Held => "held",
            Self::NoShow => "no_show",
            Self::Declined => "declined",
            Self::Unreachable => "unreachable",
            Self::Void => "void",
            Self::Moot => "moot",
        }
    }
}

/// A conference as it is being asked for.
#[derive(Clone, Debug)]
pub struct Conference {
    pub number: u32,
    pub series: usize,
    pub ordinal: u32,
    pub opened_at: DateTime<Utc>,
    pub state: State,
    /// Slots were given back and it is not seen whether one is left: it is open, or still scheduled.
    pub unsure: bool,
    /// No automated rounds: the teacher asks.
    pub by_teacher: bool,
    /// The teacher has the task to reach the family.
    pub task: bool,
    /// The family asked for a call, which was not made yet.
    pub call: bool,
    /// At a run nobody could be written to.
    pub could_not_write: bool,
    /// Its check was held back, because a guardian was reached for another child.
    pub held_back: bool,
    /// The principal closed its check.
    pub looked_after: bool,
    /// The days of the teacher's failed attempts, since asking began.
    pub attempts: Vec<NaiveDate>,
    /// The rounds since asking began.
    pub rounds: Vec<Round>,
    /// How many rounds there were in all.
    pub rounds_ever: usize,
    pub last_round: Option<NaiveDate>,
    /// When it was handed over last: the run that did so saw it as open.
    pub handed_on: Option<NaiveDate>,
    /// The agreed time of the last booking.
    pub starts_at: Option<DateTime<Utc>>,
    /// Who booked, as far as known.
    pub booked_by: Option<String>,
}

/// A round: which of the conference's, when, and once the next step was taken on it, the day on which it counted.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    pub index: usize,
    pub day: NaiveDate,
    pub settled: Option<Counted>,
}

/// The day on which a round counted, if it did, for a step that was taken on it.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// By every bounce until then.
    pub by_all: Option<NaiveDate>,
    /// By those that had surely become known.
    pub by_known: Option<NaiveDate>,
}

/// What is needed to judge, at one moment.
pub struct Now<'a> {
    pub today: NaiveDate,
    pub school_days: &'a SchoolDays,
    /// Something a family wrote read as danger, and nobody took care of it yet.
    pub paused: bool,
    /// Somebody can be written to.
    pub channels: bool,
    /// The day on which the first message of a round that did not come back was taken by a provider.
    pub accepted: &'a dyn Fn(u32, usize) -> Option<NaiveDate>,
    /// The steps before were taken on the bounces that had surely become known.
    pub by_known: bool,
}

/// What may and must be done about a conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdicts {
    pub round: Verdict,
    pub hand_over: Verdict,
    /// The teacher must have the task to reach the family, as no round can be made.
    pub task: bool,
}

impl Conference {
    pub fn opened(number: u32, series: usize, ordinal: u32, at: DateTime<Utc>) -> Self {
        Self {
            number,
            series,
            ordinal,
            opened_at: at,
            state: State::Open,
            unsure: false,
            by_teacher: false,
            task: false,
            call: false,
            could_not_write: false,
            held_back: false,
            looked_after: false,
            attempts: Vec::new(),
            rounds: Vec::new(),
            rounds_ever: 0,
            last_round: None,
            handed_on: None,
            starts_at: None,
            booked_by: None,
        }
    }

    /// Asking begins again: nothing that was done before counts.
    pub fn begin_again(&mut self, by_teacher: bool) {
        self.attempts.clear();
        self.rounds.clear();
        self.by_teacher = by_teacher;
        self.call = false;
        self.held_back = false;
        self.could_not_write = false;
    }

    fn counted_on(&self, round: &Round, now: &Now) -> Option<NaiveDate> {
        match round.settled {
            Some(counted) if now.by_known => counted.by_known,
            Some(counted) => counted.by_all,
            None => (now.accepted)(self.number, round.index),
        }
    }

    /// What was done before counts from now on as it does now.
    pub fn settle(&mut self, counted: &dyn Fn(u32, usize) -> Counted) {
        for round in &mut self.rounds {
            round.settled = Some(round.settled.unwrap_or_else(|| counted(self.number, round.index)));
        }
    }

    /// The days on which an attempt counts: one a day at most, and none before the day on which it is due, as corrected.
    pub fn counted(&self, span: Span, now: &Now) -> Vec<NaiveDate> {
        let rounds = self.rounds.iter().filter_map(|round| self.counted_on(round, now));
        let days: BTreeSet<NaiveDate> = rounds.chain(self.attempts.iter().copied()).collect();
        let due = span.due(self.ordinal);
        days.into_iter().filter(|day| *day >= due).collect()
    }

    fn uncounted(&self, now: &Now) -> usize {
        self.rounds
            .iter()
            .filter(|round| self.counted_on(round, now).is_none())
            .count()
    }

    /// No round can reach anybody: the teacher is asked to.
    pub fn cannot(&self, now: &Now) -> bool {
        !now.channels || self.uncounted(now) >= UNCOUNTED_ROUNDS
    }

    /// Whether its last offer was made: a round after the span's last day.
    fn offered_after(&self, last: NaiveDate, now: &Now) -> Is {
        let after: Vec<&Round> = self.rounds.iter().filter(|round| round.day > last).collect();
        if after.iter().any(|round| self.counted_on(round, now).is_some()) {
            Is::Yes
        } else if after.is_empty() {
            Is::No
        } else {
            Is::Unsure
        }
    }

    /// Whether it keeps the student's younger conferences from being asked for.
    pub fn blocks(&self, span: Option<Span>, over: Is, now: &Now) -> Is {
        if self.unsure || self.handed_on == Some(now.today) {
            return Is::Unsure;
        }
        let Some(span) = span.filter(|_| matches!(self.state, State::Open | State::NoShow)) else {
            return Is::No;
        };
        if !span.demands(self.ordinal, now.today) {
            return Is::No;
        }
        if self.by_teacher || self.state == State::NoShow {
            return match (self.task, over) {
                (true, Is::No) => Is::Yes,
                (true, _) => Is::Unsure,
                (false, _) => Is::No,
            };
        }
        if over == Is::No {
            return if self.cannot(now) && !self.task {
                Is::Unsure
            } else {
                Is::Yes
            };
        }
        let counted = self.counted(span, now).len();
        match self.offered_after(span.last.unwrap_or(NaiveDate::MAX), now) {
            Is::No if counted < ATTEMPTS && over == Is::Yes && !self.cannot(now) => Is::Yes,
            Is::Yes if over == Is::Yes => Is::No,
            _ => Is::Unsure,
        }
    }

    /// What the policy says of it today. `span` is the one it is matched with, `over` whether that ended before today.
    pub fn verdicts(&self, span: Option<Span>, over: Is, blocked: Is, now: &Now) -> Verdicts {
        let nothing = |why: &str| Verdicts {
            round: Verdict::never(why),
            hand_over: Verdict::never(why),
            task: false,
        };
        let Some(span) = span else {
            return nothing("no span demands it");
        };
        if self.unsure {
            return Verdicts {
                round: Verdict::May,
                hand_over: Verdict::May,
                task: false,
            };
        }
        if !matches!(self.state, State::Open | State::NoShow) {
            return nothing(&format!("it is {}", self.state.name()));
        }
        if now.paused {
            return nothing("what reads as danger was not acknowledged yet");
        }
        if !span.demands(self.ordinal, now.today) {
            return nothing("it is not due");
        }
        let counted = self.counted(span, now);
        let hand_over = self.hand_over(&counted, over, blocked, now);
        let round = self.round(&counted, span, over, blocked, now);
        if self.cannot(now) {
            let task = round == Verdict::Must && over == Is::No;
            return Verdicts {
                round: Verdict::never("no round can reach anybody, or five did not count"),
                hand_over,
                task,
            };
        }
        Verdicts {
            round,
            hand_over,
            task: false,
        }
    }

    fn hand_over(&self, counted: &[NaiveDate], over: Is, blocked: Is, now: &Now) -> Verdict {
        let waited = |from: NaiveDate| now.school_days.after(from, SCHOOL_DAYS_BETWEEN) <= now.today;
        let Some(third) = counted.get(ATTEMPTS - 1) else {
            return Verdict::Never(format!("{} attempts count, on {counted:?}", counted.len()));
        };
        if !waited(*third) {
            return Verdict::Never(format!("two school days have not passed since {third}"));
        }
        if self.held_back {
            return Verdict::never("it was held back already");
        }
        if over == Is::Yes {
            return Verdict::never("the span is over: the child is seen at school");
        }
        let certain = over == Is::No && blocked == Is::No && now.school_days.is(now.today);
        if certain && counted.last().is_some_and(|last| waited(*last)) {
            Verdict::Must
        } else {
            Verdict::May
        }
    }

    fn round(&self, counted: &[NaiveDate], span: Span, over: Is, blocked: Is, now: &Now) -> Verdict {
        if self.by_teacher || self.state == State::NoShow {
            return Verdict::never("the teacher asks");
        }
        if !now.school_days.is(now.today) {
            return Verdict::never("it is no school day");
        }
        if blocked == Is::Yes {
            return Verdict::never("an older conference is asked for first");
        }
        if self.rounds.last().is_some_and(|round| now.today <= round.day) {
            return Verdict::never("a round was made today");
        }
        if let Some(last) = counted.last()
            && now.today < now.school_days.after(*last, SCHOOL_DAYS_BETWEEN)
        {
            return Verdict::Never(format!("two school days have not passed since {last}"));
        }
        let enough = counted.len() >= ATTEMPTS;
        let offered = self.offered_after(span.last.unwrap_or(NaiveDate::MAX), now);
        let verdict = match (over, offered) {
            (Is::No, _) if enough => Verdict::never("three attempts count"),
            (Is::No, _) => Verdict::Must,
            (Is::Yes, Is::Yes) => Verdict::never("the span is over, and its last offer was made"),
            (Is::Yes, Is::No) if !enough => Verdict::Must,
            _ => Verdict::May,
        };
        let again_today = self.last_round.is_some_and(|day| day >= now.today);
        if blocked == Is::Unsure || again_today {
            verdict.unsure()
        } else {
            verdict
        }
    }
}
