//! What people do about conferences, tasks and sending, one command at a time: in the place of the pages they will do it
//! on, and whatever the one who runs it needs. Whoever may invoke the function may give any command.

mod restored;

use chrono::{DateTime, NaiveDate, Utc};
use domain::availability::WorkingPlan;
use domain::contact::{Language, Personal, usable_number};
use domain::decide::{Act, Command, Refusal};
use domain::document::Edition;
use domain::ids::{ConferenceId, OrgId, UserId};
use domain::record::{Appointment, AttemptChannel, EmergencyContact, Mode, TaskKind, parse_task_id};
use runtime::calendars::Calendars;
use runtime::change::{Cause, Unchanged};
use runtime::{App, Failure};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::StoreError;
use store::diaries::PlanOf;
use store::erase::Tombstones;
use store::outbox::Sending;

/// A command in the place of a person.
#[derive(Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
enum Asked {
    Schedule {
        conference: String,
        starts_at: DateTime<Utc>,
        mode: Mode,
    },
    Decline {
        conference: String,
    },
    Cancel {
        conference: String,
    },
    AskForCall {
        conference: String,
    },
    LogAttempt {
        conference: String,
        channel: AttemptChannel,
        reached: bool,
    },
    MarkHeld {
        conference: String,
    },
    MarkNoShow {
        conference: String,
    },
    /// The state's document on paper (R8).
    HandOverDocument {
        conference: String,
        /// To whom, where said.
        guardian: Option<UserId>,
        /// On which day, where it was not today.
        on: Option<NaiveDate>,
    },
    /// An edition of the state's document.
    ResourceDocument(Edition),
    CloseTask {
        task: String,
        called: Option<String>,
        student_safe: Option<bool>,
        family_safe: Option<bool>,
        note: Option<String>,
    },
    Sending {
        #[serde(alias = "state", alias = "mode", alias = "to")]
        sending: Option<Sending>,
        /// `null`: as many as there are.
        #[serde(default, deserialize_with = "given")]
        daily_cap: Option<Option<u32>>,
    },
    /// Of whatever today's cap holds.
    ApproveSends,
    /// Everything about a student goes (FERPA), as soon as the SIS has them no longer.
    EraseStudent {
        student: UserId,
    },
    /// The table was restored from a backup, and takes up from there.
    Restored,
    /// Whom to call when the family cannot be reached (R6): one more.
    SetEmergencyContact {
        student: Option<UserId>,
        conference: Option<String>,
        name: String,
        #[serde(default)]
        relation: String,
        phone: String,
        language: Option<String>,
    },
    /// When a teacher, or a school's teachers, meet families.
    WorkingPlan {
        teacher: Option<UserId>,
        school: Option<OrgId>,
        /// `null`: as the school's, or the district's.
        plan: Option<WorkingPlan>,
    },
}

/// The longest document, in bytes: a page carries it.
const LONGEST_DOCUMENT: usize = 30_000;

/// Tells a field that is `null` from one that is not there.
fn given<'de, D: serde::Deserializer<'de>>(field: D) -> Result<Option<Option<u32>>, D::Error> {
    Option::deserialize(field).map(Some)
}

/// What was done by a command.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Done {
    /// Something about a conference or a task.
    About {
        /// The conference: `kid.c1`; of a task about a student, `kid.c0`.
        conference: String,
    },
    /// Something else, which this says.
    Said(Value),
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// It makes no sense: what to write instead.
    #[error("{0}")]
    Wrong(String),
    /// It is about nothing that there is.
    #[error("{0}")]
    NotFound(String),
    /// It cannot be done as things stand.
    #[error("{0}")]
    Conflict(String),
    /// It could not be done.
    #[error("{0}")]
    Failed(#[from] Failure),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// What the function works with.
#[derive(Clone, Debug)]
pub struct Office {
    /// The table and the district.
    pub app: App,
    /// Who was erased.
    pub erased: Tombstones,
}

/// Carries out a command, and nothing of what follows from it.
///
/// # Errors
/// Why it was not done.
pub async fn handle(office: &Office, command: Value, now: DateTime<Utc>) -> Result<Done, Problem> {
    let actor = command["actor"].as_str().map(UserId::from);
    carry_out(office, actor, asked(command)?, now).await
}

/// Erases a student, and says so where a restored table finds it.
async fn erase(office: &Office, student: &UserId, now: DateTime<Utc>) -> Result<usize, Problem> {
    let app = &office.app;
    office.erased.add(student, now).await?;
    let rows = app
        .table
        .erase(student, app.contact_key()?, app.district.zone, now)
        .await?;
    tracing::info!(student = student.as_str(), rows, "a student was erased");
    Ok(rows)
}

async fn carry_out(office: &Office, actor: Option<UserId>, asked: Asked, now: DateTime<Utc>) -> Result<Done, Problem> {
    let app = &office.app;
    let today = app.district.today(now);
    let act = |conference: String, act: Act| Ok::<_, Problem>((conference_id(&conference)?, act));
    let (id, command) = match asked {
        Asked::Sending { sending, daily_cap } => {
            if sending.is_none() && daily_cap.is_none() {
                return Err(wrong(
                    "sending needs sending (live, shadow, stopped) or daily_cap (a number, or null)",
                ));
            }
            if app.table.control().await?.restored {
                return Err(Problem::Conflict(
                    "this table was restored from a backup: give the command restored first".into(),
                ));
            }
            if let Some(sending) = sending {
                app.table.set_sending(sending).await?;
                app.table.adopt().await?;
            }
            if let Some(cap) = daily_cap {
                app.table.set_daily_cap(cap).await?;
            }
            return Ok(Done::Said(json!(app.table.control().await?)));
        }
        Asked::ApproveSends => {
            app.table.approve(today, now).await?;
            return Ok(Done::Said(json!({ "approved_on": today })));
        }
        Asked::EraseStudent { student } => {
            let rows = erase(office, &student, now).await?;
            return Ok(Done::Said(json!({ "erased": student, "rows": rows })));
        }
        Asked::Restored => return restored::take_up(office, now).await.map(Done::Said),
        Asked::ResourceDocument(edition) => {
            let language = Language::parse(edition.language.tag())
                .ok_or_else(|| wrong("language must be a language tag, as en or pt-BR"))?;
            let edition = Edition { language, ..edition };
            if edition.title.trim().is_empty() || edition.text.trim().is_empty() {
                return Err(wrong("title and text: the document must say something"));
            }
            if edition.text.len() > LONGEST_DOCUMENT {
                let long = format!(
                    "text: {} bytes, at most {LONGEST_DOCUMENT} can be shown on a page",
                    edition.text.len()
                );
                return Err(wrong(long));
            }
            app.table.keep_edition(&edition).await?;
            return Ok(Done::Said(json!({ "edition": edition.id(), "origin": edition.origin })));
        }
        Asked::WorkingPlan { teacher, school, plan } => {
            let whose = match (&teacher, &school) {
                (Some(teacher), None) => PlanOf::Teacher(teacher),
                (None, Some(school)) => PlanOf::School(school),
                _ => return Err(wrong("working_plan needs one of teacher and school")),
            };
            if let Some(plan) = &plan {
                plan.check().map_err(|why| wrong(format!("plan: {why}")))?;
            }
            app.table.set_plan(whose, plan.as_ref()).await?;
            return Ok(Done::Said(json!({ "working_plan": plan })));
        }
        Asked::SetEmergencyContact {
            student,
            conference,
            name,
            relation,
            phone,
            language,
        } => {
            let of_conference = conference
                .as_deref()
                .map(conference_id)
                .transpose()?
                .map(|id| id.student);
            let student = student
                .or(of_conference)
                .ok_or_else(|| wrong("set_emergency_contact needs student, or one of the student's conferences"))?;
            let phone = usable_number(&phone).ok_or_else(|| wrong("phone: it can be no telephone number"))?;
            if name.trim().is_empty() {
                return Err(wrong("name is missing"));
            }
            let contact = EmergencyContact {
                name: Personal::new(name),
                relation: Personal::new(relation),
                phone,
                speaks: language.map(Personal::new),
                given_by: actor.clone(),
                on: today,
            };
            let calendars = Calendars::new(&app.table);
            let command = Command::AddEmergencyContact(contact);
            let changed = app
                .change(&calendars, &student, Cause::Person(actor.as_ref()), now, &command)
                .await;
            return match changed {
                Ok(decision) => Ok(Done::Said(json!({
                    "student": student,
                    "emergency_contacts": decision.record.emergency_contacts.len(),
                }))),
                Err(Unchanged::Refused(refusal)) => Err(refused(refusal, student.as_str())),
                Err(Unchanged::Failed(failure)) => Err(failure.into()),
            };
        }
        Asked::CloseTask {
            task,
            called,
            student_safe,
            family_safe,
            note,
        } => {
            let (student, n, kind) = parse_task_id(&task).ok_or_else(|| not_found("task", &task))?;
            let command = match kind {
                TaskKind::UrgentReply => Command::Acknowledge,
                TaskKind::WelfareCheck => Command::CloseTask {
                    conference: n,
                    actor: actor.clone(),
                    called: called
                        .filter(|called| !called.trim().is_empty())
                        .map(Personal::new)
                        .ok_or_else(|| wrong("close_task needs called: who was called"))?,
                    student_safe,
                    family_safe,
                    note: note.map(Personal::new),
                },
                TaskKind::RepairContact | TaskKind::ReachFamily => {
                    let how = "a repair_contact task when a way to reach the family appears, a reach_family task when \
                               the family answers";
                    return Err(refused(Refusal::ClosesItself(how), &task));
                }
            };
            (ConferenceId { student, n }, command)
        }
        asked => {
            let (id, act) = match asked {
                Asked::Schedule {
                    conference,
                    starts_at,
                    mode,
                } => act(conference, Act::Schedule(Appointment::new(starts_at, mode)))?,
                Asked::Decline { conference } => act(conference, Act::Decline)?,
                Asked::Cancel { conference } => act(conference, Act::Cancel)?,
                Asked::AskForCall { conference } => act(conference, Act::AskForCall)?,
                Asked::LogAttempt {
                    conference,
                    channel,
                    reached,
                } => act(conference, Act::LogAttempt { channel, reached })?,
                Asked::MarkHeld { conference } => act(conference, Act::MarkHeld)?,
                Asked::MarkNoShow { conference } => act(conference, Act::MarkNoShow)?,
                Asked::HandOverDocument {
                    conference,
                    guardian,
                    on,
                } => act(conference, Act::HandOverDocument { guardian, on })?,
                Asked::CloseTask { .. }
                | Asked::Sending { .. }
                | Asked::ApproveSends
                | Asked::EraseStudent { .. }
                | Asked::Restored
                | Asked::WorkingPlan { .. }
                | Asked::ResourceDocument(_)
                | Asked::SetEmergencyContact { .. } => {
                    return Err(wrong("not a conference's command"));
                }
            };
            let command = Command::Act {
                conference: id.n,
                actor: actor.clone(),
                act,
            };
            (id, command)
        }
    };
    let calendars = Calendars::new(&app.table);
    let changed = app
        .change(&calendars, &id.student, Cause::Person(actor.as_ref()), now, &command)
        .await;
    match changed {
        Ok(_) => Ok(Done::About {
            conference: id.to_string(),
        }),
        Err(Unchanged::Refused(refusal)) => Err(refused(refusal, &id.to_string())),
        Err(Unchanged::Failed(failure)) => Err(failure.into()),
    }
}

fn wrong(detail: impl Into<String>) -> Problem {
    Problem::Wrong(detail.into())
}

/// The command, or which field of it is wrong.
fn asked(value: Value) -> Result<Asked, Problem> {
    serde_json::from_value(value).map_err(|error| wrong(format!("not a command: {error}")))
}

fn refused(refusal: Refusal, id: &str) -> Problem {
    match refusal {
        Refusal::NoConference => not_found("conference", id),
        Refusal::NoTask => not_found("task", id),
        Refusal::NoStudent => not_found("student", id),
        Refusal::InThePast => wrong("starts_at: the time lies in the past"),
        refusal => Problem::Conflict(refusal.to_string()),
    }
}

fn not_found(what: &str, id: &str) -> Problem {
    Problem::NotFound(format!("there is no {what} {id}"))
}

fn conference_id(text: &str) -> Result<ConferenceId, Problem> {
    text.parse().map_err(|_| not_found("conference", text))
}
