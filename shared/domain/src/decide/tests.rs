//! The policy as stories: one student, day by day. [`Story`] plays them, and checks with every decision what must always
//! hold.

use super::*;
use crate::conference::State::{Declined, Held, Moot, NoShow, Open, Scheduled, Unreachable, Void};
use crate::facts::Guardian;
use crate::record::{Appointment, Channel, MessageStatus, Mode, NO_CONFERENCE, Purpose, TaskKind, TaskState};
use crate::roster::{Delivery, Grade, Period, Scope};
use chrono::{NaiveTime, TimeZone};
use invariants::{difference, holds};

mod answers;
mod asking;
mod attempts;
mod checks;
mod contacts;
mod corrections;
mod documents;
mod heard;
mod households;
mod invariants;
mod leaving;
mod opening;
mod properties;
mod siblings;
mod table;
mod tasks;
mod told;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    format!("{text}:00").parse().unwrap()
}

/// What becomes of the messages of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// A provider takes them at 09:20.
    Accepted,
    /// Whether they left is not known.
    Unknown,
    /// A provider refuses them, or they bounce before the next run.
    Refused,
    /// They wait.
    Waiting,
}

/// One student's story. It begins on Wednesday 1 September 2021, remote since that day: day 22 is the 22nd, a Wednesday.
#[derive(Clone)]
struct Story {
    record: StudentRecord,
    facts: Facts,
    policy: Policy,
    calendar: SchoolCalendar,
    now: DateTime<Utc>,
    fate: Fate,
    /// `escalate` works: it takes what a run hands over.
    escalates: bool,
    /// The daily run looks at the student every day, not only on those it asked for.
    daily: bool,
    notices: Vec<(NaiveDate, Notice)>,
    entries: Vec<Entry>,
    reached: Option<Reached>,
}

const ZONE: Tz = chrono_tz::America::New_York;

fn period(scope: Scope, start: &str, end: &str) -> Period {
    Period {
        scope,
        start: day(start),
        end: (!end.is_empty()).then(|| day(end)),
        delivery: Delivery::Internet,
        modified: "2021-09-01T12:00:00Z".parse().unwrap(),
    }
}

fn guardian(sms: bool, email: bool, phone: bool) -> Guardian {
    Guardian {
        sms,
        email,
        phone,
        language: None,
    }
}

impl Story {
    /// A ninth grader of the school "north"; a mother with a mobile number and an address, and a neighbour to call.
    fn new() -> Self {
        Self::remote(&[("2021-09-01", "")])
    }

    /// The same with these periods of remote learning, named "p1", "p2" …
    fn remote(periods: &[(&str, &str)]) -> Self {
        let periods = (1..).zip(periods);
        let facts = Facts {
            schools: vec![(None, "north".into())],
            district: Some("district".into()),
            grades: vec![Grade::new("09")],
            teacher: Some("teacher".into()),
            principals: [("north", "principal"), ("south", "south principal")]
                .map(|(school, who)| (school.into(), who.into()))
                .into(),
            guardians: [("mother".into(), guardian(true, true, true))].into(),
            other_contacts: vec!["neighbour".into()],
            periods: periods
                .map(|(n, (start, end))| {
                    let id = SourcedId(format!("p{n}"));
                    (id, period(Scope::School("north".into()), start, end))
                })
                .collect(),
            ..Facts::default()
        };
        let mut story = Self {
            record: StudentRecord::default(),
            facts,
            policy: Policy::default(),
            calendar: SchoolCalendar::default(),
            now: DateTime::default(),
            fate: Fate::Accepted,
            escalates: true,
            daily: false,
            notices: Vec::new(),
            entries: Vec::new(),
            reached: None,
        };
        story.at("2021-09-01", "07:00");
        story.follow();
        story
    }

    fn today(&self) -> NaiveDate {
        self.now.with_timezone(&ZONE).date_naive()
    }

    fn set(&mut self, date: NaiveDate, time: NaiveTime) {
        self.now = ZONE.from_local_datetime(&date.and_time(time)).unwrap().to_utc();
    }

    /// It is this time of that day now; nothing happens on the way.
    fn at(&mut self, date: &str, at: &str) {
        self.set(day(date), time(at));
    }

    fn student() -> UserId {
        "student".into()
    }

    fn decided(&self, command: &Command) -> Result<Decision, Refusal> {
        let student = Self::student();
        let context = Context {
            student: &student,
            now: self.now,
            zone: ZONE,
            policy: &self.policy,
            calendar: &self.calendar,
        };
        decide(&self.record, command, context)
    }

    /// Decides and commits, and checks what must hold after every decision.
    fn command(&mut self, command: &Command) -> Result<(), Refusal> {
        let decision = self.decided(command)?;
        assert_eq!(
            Ok(&decision),
            self.decided(command).as_ref(),
            "the same arguments decide the same"
        );
        assert_eq!(decision.record.revision, self.record.revision + 1);
        holds(self, command, &decision);
        let acts = decision.changes(&self.record) || !decision.notices.is_empty();
        self.record = decision.record;
        let today = self.today();
        self.notices
            .extend(decision.notices.into_iter().map(|notice| (today, notice)));
        self.entries.extend(decision.entries);
        self.reached = decision.reached;
        if acts && matches!(command, Command::Run | Command::Follow { .. }) {
            let again = self.decided(command).unwrap();
            assert_eq!(difference(&self.record, &again), "", "deciding {command:?} twice");
            assert_eq!(again.notices, []);
        }
        Ok(())
    }

    /// The SIS says what stands in `facts`.
    fn follow(&mut self) {
        let facts = Some(self.facts.clone());
        self.command(&Command::Follow { facts, marks: vec![] }).unwrap();
    }

    /// Corrects facts and lets the record follow.
    fn correct(&mut self, change: impl FnOnce(&mut Facts)) {
        change(&mut self.facts);
        self.follow();
    }

    /// Period "p1" now has these days.
    fn move_period(&mut self, start: &str, end: &str) {
        let moved = period(Scope::School("north".into()), start, end);
        self.correct(|facts| {
            facts.periods.insert(SourcedId("p1".into()), moved);
        });
    }

    /// The daily run of a day at 09:00, and what comes of its messages.
    fn run(&mut self, date: NaiveDate) {
        self.set(date, time("09:00"));
        self.command(&Command::Run).unwrap();
        if self.escalates {
            self.escalate();
        }
        self.deliver(date);
    }

    /// What waits is sent at 09:20; afterwards it is noon.
    fn deliver(&mut self, date: NaiveDate) {
        self.set(date, time("09:20"));
        let at = self.now;
        for message in self.record.messages.values_mut() {
            if message.status == MessageStatus::Pending && message.relay_at <= at {
                message.status = match self.fate {
                    Fate::Accepted => MessageStatus::Sent {
                        at,
                        provider_id: "p".into(),
                    },
                    Fate::Unknown => MessageStatus::Unknown,
                    Fate::Refused => MessageStatus::Refused {
                        reason: "bounced".into(),
                    },
                    Fate::Waiting => MessageStatus::Pending,
                };
            }
        }
        self.set(date, time("12:00"));
    }

    /// `escalate` takes what was handed over.
    fn escalate(&mut self) {
        let handed_over: Vec<u32> = self.record.handovers.keys().copied().collect();
        for conference in handed_over {
            let guardian_reached = None;
            self.command(&Command::Escalate {
                conference,
                guardian_reached,
            })
            .unwrap();
        }
    }

    /// Every day until noon of `date`: the run looks at the student on the days it asked for. On every other day it would
    /// have found nothing to do.
    fn until(&mut self, date: &str) {
        while self.today() < day(date) {
            let next = self.today().succ_opt().unwrap();
            if self.daily || self.record.next_action_on.is_some_and(|on| on <= next) {
                self.run(next);
            } else {
                self.set(next, time("09:00"));
                let mut vain = self.decided(&Command::Run).unwrap();
                let (asked_for, found) = (self.record.next_action_on, vain.record.next_action_on);
                assert!(
                    asked_for.is_none() || found >= asked_for,
                    "on {next}: {asked_for:?}, {found:?}"
                );
                vain.record.next_action_on = asked_for;
                assert_eq!(difference(&self.record, &vain), "", "missed on {next}");
                assert_eq!(vain.notices, [], "missed on {next}");
                self.deliver(next);
            }
        }
    }

    /// Someone does something about a conference.
    fn try_act(&mut self, conference: u32, actor: &str, act: Act) -> Result<(), Refusal> {
        let actor = (!actor.is_empty()).then(|| actor.into());
        self.command(&Command::Act { conference, actor, act })
    }

    fn act(&mut self, conference: u32, actor: &str, act: Act) {
        self.try_act(conference, actor, act).unwrap();
    }

    /// The teacher tries in vain.
    fn call_in_vain(&mut self) {
        self.act(1, "teacher", logged(false));
    }

    /// The mother books this day at three o'clock.
    fn book(&mut self, date: &str) {
        self.act(1, "mother", schedule(date));
    }

    /// Conferences in a row, as `<ordinal> <due> <state>`.
    fn conferences(&self) -> Vec<String> {
        let conferences = self.record.conferences.values();
        conferences
            .map(|c| format!("{} {} {}", c.ordinal, c.due_on, word(c.state)))
            .collect()
    }

    fn state(&self, n: u32) -> State {
        self.record.conferences[&n].state
    }

    /// The days of the automated rounds of conference `n`, in September 2021 and after as `MM-DD`.
    fn rounds(&self, n: u32) -> Vec<String> {
        let rounds = &self.record.conferences[&n].rounds;
        rounds
            .iter()
            .map(|round| round.on.format("%m-%d").to_string())
            .collect()
    }

    /// How the task stands, and why it was opened.
    fn task(&self, n: u32, kind: TaskKind) -> Option<(TaskState, crate::record::Reason)> {
        self.record.tasks.get(&(n, kind)).map(|task| (task.state, task.reason))
    }

    fn task_is_open(&self, n: u32, kind: TaskKind) -> bool {
        self.task(n, kind).is_some_and(|(state, _)| state == TaskState::Open)
    }

    /// Who was told this, and when, as `MM-DD who`.
    fn told(&self, kind: NoticeKind) -> Vec<String> {
        let told = self.notices.iter().filter(|(_, notice)| notice.kind == kind);
        told.map(|(on, notice)| format!("{} {}", on.format("%m-%d"), notice.to))
            .collect()
    }

    /// Channels of the messages about conference `n` with this status, by guardian.
    fn messages(&self, n: u32, status: &MessageStatus) -> Vec<(&str, Channel)> {
        let messages = self
            .record
            .messages
            .values()
            .filter(|m| m.conference == n && m.told.is_none() && m.status == *status);
        messages
            .map(|message| (message.guardian.as_str(), message.channel))
            .collect()
    }

    fn pending(&self, n: u32) -> usize {
        self.messages(n, &MessageStatus::Pending).len()
    }
}

fn logged(reached: bool) -> Act {
    Act::LogAttempt {
        channel: AttemptChannel::Phone,
        reached,
    }
}

fn schedule(date: &str) -> Act {
    let starts_at = ZONE.from_local_datetime(&day(date).and_time(time("15:00"))).unwrap();
    Act::Schedule(Appointment::new(starts_at.to_utc(), Mode::Video))
}
