//! The one pattern: load, decide, commit. A lost race reads again and decides again.

use crate::calendars::Calendars;
use crate::{App, Failure};
use chrono::{DateTime, TimeDelta, Utc};
use domain::decide::{Command, Context, Decision, Refusal, decide};
use domain::ids::UserId;
use domain::record::StudentRecord;
use store::StoreError;
use store::students::Commit;

/// How often a lost race is run again before the work is put off.
const TRIES: usize = 8;

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

/// One line for each thing that was decided: with the line of the event before and that of the message after, a student's id
/// leads from one function's log to the next.
fn said(student: &UserId, decision: &Decision) {
    for entry in &decision.entries {
        tracing::info!(
            student = student.as_str(),
            conference = entry.conference,
            revision = decision.record.revision,
            what = entry.kind,
            rule = entry.rule,
            "decided"
        );
    }
}

impl App {
    /// Does `command` to a student.
    pub async fn change(
        &self,
        calendars: &Calendars,
        student: &UserId,
        actor: Option<&UserId>,
        now: DateTime<Utc>,
        command: &Command,
    ) -> Result<Decision, Unchanged> {
        Box::pin(self.change_with(calendars, student, actor, now, None, async |_| {
            Ok(command.clone().into())
        }))
        .await
    }

    /// Does to a student what `intend` finds from its record; `loaded` is the record where it was read already.
    pub async fn change_with(
        &self,
        calendars: &Calendars,
        student: &UserId,
        actor: Option<&UserId>,
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
            let school = match &intent.command {
                Command::Follow { facts: Some(facts), .. } => {
                    domain::span::school_on(&facts.schools, today).or(facts.schools.first().map(|(_, school)| school))
                }
                _ => before.school_on(today),
            };
            let calendar = calendars.of(school).await.map_err(Failure::from)?;
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
                actor,
                digest_at: self.digest_at(now, &intent.command),
                guardians_seen: intent.guardians_seen,
                zone: self.district.zone,
                only_if_free: intent.only_if_free,
            };
            match self.table.commit(&before, &decision, &commit).await {
                Ok(()) => {
                    said(student, &decision);
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
