//! Whom the next daily run would ask, before anything is sent: every student who is due by then is decided about as the run
//! would, and nothing is written. Cost follows what is due, as the run's does.

use crate::world::World;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::contact::Language;
use domain::decide::{Command, Context, decide};
use domain::ids::{OrgId, UserId};
use domain::record::{Channel, Purpose, Reason, StudentRecord, Task, TaskKind, TaskState};
use domain::roster::{Object, ObjectKey, ObjectKind};
use messages::Texts;
use runtime::calendars::Calendars;
use runtime::{Failure, batch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::AddAssign;
use store::StoreError;
use store::outbox::Sending;

/// Students, and rows of the outbox, that are read at once.
const PAGE: i32 = 100;

/// What the next daily run would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tomorrow {
    /// The day of the run in the district.
    pub run_on: NaiveDate,
    /// When it starts.
    pub run_at: DateTime<Utc>,
    /// When its messages leave at the earliest.
    pub messages_at: DateTime<Utc>,
    /// The present.
    pub now: DateTime<Utc>,
    /// The district's time zone.
    pub time_zone: Tz,
    /// The clock stands until it is moved: the run does not start by itself.
    pub clock_stands: bool,
    /// Whether messages are sent.
    pub sending: Sending,
    /// How many messages a day go to families without anybody's approval; `None`: as many as there are.
    pub daily_cap: Option<u32>,
    /// Messages beyond the cap: they are held until somebody approves.
    pub held: usize,
    /// The messages to families, as they would be sent: one guardian's children are one message a channel.
    pub rows: Vec<Messages>,
    /// What would happen at each school.
    pub schools: Vec<School>,
    /// The schools' sum.
    pub total: Counts,
    /// Messages to families that wait in the outbox already, one a child; a round that is repeated replaces its own.
    pub waiting: usize,
    /// Students whom the run could not decide about: the log names why.
    pub undecidable: Vec<UserId>,
}

/// Messages to families.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messages {
    /// The school; of a message about children at several schools, that of the first child by id.
    pub school: Option<OrgId>,
    /// Its name, where known.
    pub name: Option<String>,
    /// How they travel.
    pub channel: Channel,
    /// Their language.
    pub language: Language,
    /// How many.
    pub messages: usize,
}

/// What the run would do at one school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// The school.
    pub school: Option<OrgId>,
    /// Its name, where known.
    pub name: Option<String>,
    /// How much.
    #[serde(flatten)]
    pub counts: Counts,
}

/// How much a run would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Messages to families, each counted at one school.
    pub messages: usize,
    /// Students whose family is sent a round (R9).
    pub asked: usize,
    /// Students whose family is asked whom the school may call (R6).
    pub asked_whom_to_call: usize,
    /// Conferences that open (R3, R4).
    pub opened: usize,
    /// Students whose family has no usable channel: the teacher is asked to reach it (R9).
    pub without_channel: usize,
    /// Students whose teacher is asked for another reason.
    pub teacher_asked: usize,
    /// Students whom the school office is asked to find any contact for.
    pub office_asked: usize,
    /// Welfare checks that are handed over to the principal (R10).
    pub checks: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.messages += more.messages;
        self.asked += more.asked;
        self.asked_whom_to_call += more.asked_whom_to_call;
        self.opened += more.opened;
        self.without_channel += more.without_channel;
        self.teacher_asked += more.teacher_asked;
        self.office_asked += more.office_asked;
        self.checks += more.checks;
    }
}

/// How many messages, by school, channel and language.
pub(super) type Letters = BTreeMap<(Option<OrgId>, Channel, Language), usize>;
/// What happens, by school.
pub(super) type BySchool = BTreeMap<Option<OrgId>, Counts>;

/// What the decisions of one run come to, counted.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Run {
    /// By guardian and channel what is sent: one message, for the first child by id at that child's school.
    sent: BTreeMap<(UserId, Channel), Sent>,
    schools: BySchool,
}

#[derive(Debug, PartialEq)]
struct Sent {
    child: UserId,
    school: Option<OrgId>,
    language: Option<Language>,
}

impl Run {
    /// Counts what the run of `on` would make of a student.
    pub(super) fn add(&mut self, student: &UserId, before: &StudentRecord, after: &StudentRecord, on: NaiveDate) {
        let school = after.school_on(on);
        let (mut asked, mut asked_whom_to_call) = (false, false);
        for (n, message) in &after.messages {
            if before.messages.contains_key(n) {
                continue;
            }
            match message.purpose() {
                Purpose::EmergencyContactRequest => asked_whom_to_call = true,
                _ => asked = true,
            }
            let guardian = after
                .facts
                .as_ref()
                .and_then(|facts| facts.guardians.get(&message.guardian));
            let sent = Sent {
                child: student.clone(),
                school: school.cloned(),
                language: guardian.and_then(|guardian| guardian.language.clone()),
            };
            // The sender takes school and language from the first child.
            let key = (message.guardian.clone(), message.channel);
            if self.sent.get(&key).is_none_or(|known| sent.child < known.child) {
                self.sent.insert(key, sent);
            }
        }
        let open = |task: &Task| task.state == TaskState::Open;
        let tasks = |wanted: &dyn Fn(TaskKind, Reason) -> bool| {
            let new = after.tasks.iter().filter(|(key, task)| {
                open(task) && !before.tasks.get(key).is_some_and(open) && wanted(key.1, task.reason)
            });
            new.count()
        };
        let counts = Counts {
            messages: 0,
            asked: usize::from(asked),
            asked_whom_to_call: usize::from(asked_whom_to_call),
            opened: after.conferences.len().saturating_sub(before.conferences.len()),
            without_channel: tasks(&|kind, why| kind == TaskKind::ReachFamily && why == Reason::NoChannel),
            teacher_asked: tasks(&|kind, why| kind == TaskKind::ReachFamily && why != Reason::NoChannel),
            office_asked: tasks(&|kind, _| kind == TaskKind::RepairContact),
            checks: after
                .handovers
                .keys()
                .filter(|n| !before.handovers.contains_key(n))
                .count(),
        };
        if counts != Counts::default() {
            *self.schools.entry(school.cloned()).or_default() += counts;
        }
    }

    /// The messages by school, channel and language, and what happens at each school; `language` finds the one that
    /// messages are written in.
    pub(super) fn counted(mut self, language: impl Fn(Option<&Language>) -> Language) -> (Letters, BySchool) {
        let mut rows = Letters::new();
        for ((_, channel), sent) in self.sent {
            self.schools.entry(sent.school.clone()).or_default().messages += 1;
            *rows
                .entry((sent.school, channel, language(sent.language.as_ref())))
                .or_default() += 1;
        }
        (rows, self.schools)
    }
}

impl World {
    /// What the next daily run would do, as of now. Writes nothing.
    ///
    /// # Errors
    /// The table's.
    pub async fn tomorrow(&self) -> Result<Tomorrow, Failure> {
        let district = &self.settings.district;
        let run_at = self.next_run();
        let run_on = district.today(run_at);
        let mut run = Run::default();
        let mut undecidable = Vec::new();
        let calendars = Calendars::new(&self.person.table);
        for student in self.due_by(run_on).await? {
            let decided = batch::guarded(self.as_run_would(&calendars, &student, run_at));
            match decided.await {
                Ok((before, after)) => run.add(&student, &before, &after, run_on),
                Err(failure @ Failure::Retryable(_)) => return Err(failure),
                Err(Failure::Permanent(why)) => {
                    tracing::error!(
                        student = student.as_str(),
                        why,
                        next = "the preview leaves the student out; the run would look again the day after: mend the cause",
                        "a student cannot be decided about"
                    );
                    undecidable.push(student);
                }
            }
        }
        let texts = Texts::new();
        let (rows, schools) = run.counted(|wanted| texts.language(wanted, &district.language));
        let names = self.names(schools.keys().flatten()).await?;
        let name = |school: &Option<OrgId>| names.get(school.as_ref()?).cloned();
        let mut total = Counts::default();
        for counts in schools.values() {
            total += *counts;
        }
        let control = self.person.table.control().await?;
        let cap = control.daily_cap.and_then(|cap| usize::try_from(cap).ok());
        Ok(Tomorrow {
            run_on,
            run_at,
            messages_at: run_at + TimeDelta::minutes(district.policy.merge_minutes),
            now: self.now(),
            time_zone: district.zone,
            clock_stands: self.cloud.standing(),
            sending: control.sending,
            daily_cap: control.daily_cap,
            held: cap.map_or(0, |cap| total.messages.saturating_sub(cap)),
            rows: rows
                .into_iter()
                .map(|((school, channel, language), messages)| Messages {
                    name: name(&school),
                    school,
                    channel,
                    language,
                    messages,
                })
                .collect(),
            schools: schools
                .into_iter()
                .map(|(school, counts)| School {
                    name: name(&school),
                    school,
                    counts,
                })
                .collect(),
            total,
            waiting: self.waiting_for_families(run_at).await?,
            undecidable,
        })
    }

    async fn due_by(&self, date: NaiveDate) -> Result<Vec<UserId>, StoreError> {
        let mut due = Vec::new();
        for shard in 0..self.person.table.shards() {
            let mut after = None;
            loop {
                let (students, cursor) = self.person.table.due(shard, date, after.as_deref(), PAGE).await?;
                due.extend(students);
                after = cursor;
                if after.is_none() {
                    break;
                }
            }
        }
        Ok(due)
    }

    /// A student's record, and what the run would make of it.
    async fn as_run_would(
        &self,
        calendars: &Calendars,
        student: &UserId,
        run_at: DateTime<Utc>,
    ) -> Result<(StudentRecord, StudentRecord), Failure> {
        let district = &self.settings.district;
        let before = self.person.table.load(student).await?;
        let calendar = calendars.of_student(before.facts.as_ref()).await?;
        let context = Context {
            student,
            now: run_at,
            zone: district.zone,
            policy: &district.policy,
            calendar: &calendar,
        };
        let decision =
            decide(&before, &Command::Run, context).map_err(|refusal| Failure::Permanent(refusal.to_string()))?;
        Ok((before, decision.record))
    }

    /// The names of these schools, as far as they are known.
    async fn names(&self, schools: impl Iterator<Item = &OrgId>) -> Result<BTreeMap<OrgId, String>, StoreError> {
        let wanted: Vec<ObjectKey> = schools
            .map(|school| ObjectKey::new(ObjectKind::Org, school.as_str()))
            .collect();
        let found = self.person.table.objects(&wanted).await?;
        let named = found.into_iter().filter_map(|recorded| match recorded.object {
            Object::Org(org) => Some((OrgId(recorded.key.id.0), org.name)),
            _ => None,
        });
        Ok(named.collect())
    }

    async fn waiting_for_families(&self, until: DateTime<Utc>) -> Result<usize, StoreError> {
        let mut count = 0;
        for shard in 0..self.person.table.shards() {
            let mut from = None;
            loop {
                let (rows, next) = self.person.table.waiting(shard, until, from, PAGE).await?;
                // A student's rows that wait are messages and hand-overs.
                let messages = rows
                    .iter()
                    .filter(|row| row.pk.starts_with("STUDENT#") && row.sk.starts_with("M#"));
                count += messages.count();
                from = next;
                if from.is_none() {
                    break;
                }
            }
        }
        Ok(count)
    }
}
