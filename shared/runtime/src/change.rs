//! The one pattern: load, decide, commit. A lost race reads again and decides again.

use crate::calendars::Calendars;
use crate::{App, Failure};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::decide::{Command, Context, Decision, Refusal, decide};
use domain::ids::{ConferenceId, MessageId, UserId};
use domain::record::{StudentRecord, task_id};
use std::collections::BTreeSet;
use std::fmt;
use store::StoreError;
use store::contacts::ContactId;
use store::students::Commit;

/// How often a lost race is run again before the work is put off.
const TRIES: usize = 8;

/// How many events a line names, of those that a batch of work brought together.
const MOST_NEWS: usize = 10;

/// Why nothing changed.
#[derive(Debug, thiserror::Error)]
pub enum Unchanged {
    /// The command cannot be done.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The work failed.
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl From<StoreError> for Unchanged {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Unchanged> for Failure {
    fn from(unchanged: Unchanged) -> Self {
        match unchanged {
            Unchanged::Refused(refusal) => Self::Permanent(refusal.to_string()),
            Unchanged::Failed(failure) => failure,
        }
    }
}

/// What is done to a student, found anew from what was read: facts must be read after the record.
pub struct Intent {
    /// The command.
    pub command: Command,
    /// Guardians who must still be as they were read, each with the count of answers seen.
    pub guardians_seen: Vec<(UserId, u64)>,
    /// Commit even where nothing changes, so that whoever decided on older facts loses its race.
    pub always: bool,
    /// What is taken of a teacher's time must be free when it is committed.
    pub only_if_free: bool,
}

impl From<Command> for Intent {
    fn from(command: Command) -> Self {
        Self {
            command,
            guardians_seen: Vec::new(),
            always: false,
            only_if_free: false,
        }
    }
}

/// What brings a change about. Every line of what was decided names it, and what came of it: so the id of an event leads to
/// messages and tasks, and a message or task to its event, run or person.
#[derive(Clone, Copy, Debug)]
pub enum Cause<'a> {
    /// Somebody entitled to it: a member of staff, or a guardian on the family's page; `None`: who is not known.
    Person(Option<&'a UserId>),
    /// Events of the SIS, and numbers or addresses of which something became known, by their ids.
    News(&'a BTreeSet<String>),
    /// The run of a day.
    Run(NaiveDate),
    /// A conference was handed over to be escalated.
    HandOver(&'a ConferenceId),
    /// A guardian was reached for another child.
    Reached(&'a UserId),
    /// A provider reported on a send.
    Report(&'a str),
    /// A text message, by the number that it came from and its sort key.
    Text(&'a ContactId, &'a str),
}

impl Cause<'_> {
    fn actor(&self) -> Option<&UserId> {
        match self {
            Self::Person(actor) => *actor,
            _ => None,
        }
    }
}

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(Some(person)) => write!(f, "person {person}"),
            Self::Person(None) => f.write_str("person"),
            Self::News(news) => {
                f.write_str("news")?;
                news.iter().take(MOST_NEWS).try_for_each(|one| write!(f, " {one}"))?;
                match news.len().saturating_sub(MOST_NEWS) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
            Self::Run(day) => write!(f, "run {day}"),
            Self::HandOver(conference) => write!(f, "hand-over {conference}"),
            Self::Reached(guardian) => write!(f, "reached {guardian}"),
            Self::Report(send_id) => write!(f, "report {send_id}"),
            Self::Text(contact, text) => write!(f, "text {contact}.{text}"),
        }
    }
}

/// One line for each thing that was decided, and for each message and task that came of it.
fn said(student: &UserId, before: &StudentRecord, decision: &Decision, cause: Cause<'_>) {
    let (cause, after) = (cause.to_string(), &decision.record);
    for entry in &decision.entries {
        tracing::info!(
            student = student.as_str(),
            conference = entry.conference,
            revision = after.revision,
            what = entry.kind,
            rule = entry.rule,
            cause,
            "decided"
        );
    }
    for n in after.messages.keys().filter(|n| !before.messages.contains_key(n)) {
        let id = MessageId {
            student: student.clone(),
            n: *n,
        };
        tracing::info!(message_id = id.to_string(), cause, "message written");
    }
    for (n, kind) in after.tasks.keys().filter(|task| !before.tasks.contains_key(task)) {
        tracing::info!(task = task_id(student, *n, *kind), cause, "task created");
    }
}

impl App {
    /// Does `command` to a student.
    pub async fn change(
        &self,
        calendars: &Calendars,
        student: &UserId,
        cause: Cause<'_>,
        now: DateTime<Utc>,
        command: &Command,
    ) -> Result<Decision, Unchanged> {
        Box::pin(self.change_with(calendars, student, cause, now, None, async |_| {
            Ok(command.clone().into())
        }))
        .await
    }

    /// Does to a student what `intend` finds from its record; `loaded` is the record where it was read already.
    pub async fn change_with(
        &self,
        calendars: &Calendars,
        student: &UserId,
        cause: Cause<'_>,
        now: DateTime<Utc>,
        loaded: Option<StudentRecord>,
        intend: impl AsyncFn(&StudentRecord) -> Result<Intent, Unchanged>,
    ) -> Result<Decision, Unchanged> {
        let today = self.district.today(now);
        let mut loaded = loaded;
        // A lost race may have been lost to a new calendar: it is read afresh too.
        let fresh = Calendars::new(&self.table);
        let mut calendars = calendars;
        for _ in 0..TRIES {
            let before = match loaded.take() {
                Some(record) => record,
                None => self.table.load(student).await.map_err(Failure::from)?,
            };
            let intent = intend(&before).await?;
            let facts = match &intent.command {
                Command::Follow { facts: Some(facts), .. } => Some(facts),
                _ => before.facts.as_ref(),
            };
            let calendar = calendars.of_student(facts).await.map_err(Failure::from)?;
            let context = Context {
                student,
                now,
                zone: self.district.zone,
                policy: &self.district.policy,
                calendar: &calendar,
            };
            let decision = decide(&before, &intent.command, context)?;
            if !intent.always && !decision.changes(&before) {
                return Ok(decision);
            }
            let commit = Commit {
                student,
                now,
                today,
                actor: cause.actor(),
                digest_at: self.digest_at(now, &intent.command),
                guardians_seen: intent.guardians_seen,
                zone: self.district.zone,
                only_if_free: intent.only_if_free,
            };
            match self.table.commit(&before, &decision, &commit).await {
                Ok(()) => {
                    said(student, &before, &decision, cause);
                    return Ok(decision);
                }
                Err(StoreError::LostRace) => calendars = &fresh,
                Err(error) => return Err(Failure::from(error).into()),
            }
        }
        Err(Failure::Retryable(format!("student {student}: others were first {TRIES} times")).into())
    }

    /// When staff are told: what a run finds, with that run; everything else with the next one.
    fn digest_at(&self, now: DateTime<Utc>, command: &Command) -> DateTime<Utc> {
        let policy = &self.district.policy;
        let wait = TimeDelta::minutes(policy.merge_minutes);
        if matches!(command, Command::Run | Command::Escalate { .. }) {
            return now + wait;
        }
        let today = self.district.today(now);
        let next = self.district.at(today, policy.run_at) + wait;
        if now <= next {
            next
        } else {
            let tomorrow = today.succ_opt().unwrap_or(today);
            self.district.at(tomorrow, policy.run_at) + wait
        }
    }
}
