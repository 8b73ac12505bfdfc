//! Everything live about one student: what one strongly consistent read loads and one transaction writes.

use crate::asking;
use crate::conference::State;
use crate::contact::{Language, Personal};
use crate::document::Provided;
use crate::facts::Facts;
use crate::ids::{OrgId, SourcedId, UserId};
use crate::roster::{Attendance, Version};
use crate::span::{self, Coverage};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The record of one student.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudentRecord {
    /// Raised by every commit; a commit is conditional on the one it saw.
    pub revision: u64,
    /// The day the daily run must look at this student next.
    pub next_action_on: Option<NaiveDate>,
    /// What the SIS says; `None` until it described this user as a student.
    pub facts: Option<Facts>,
    /// Attendance marks by the SIS's id.
    pub marks: BTreeMap<SourcedId, Mark>,
    /// Conferences by number, from 1.
    pub conferences: BTreeMap<u32, Conference>,
    /// Messages by number, from 1.
    pub messages: BTreeMap<u32, Message>,
    /// Tasks by conference (0: about the student) and kind.
    pub tasks: BTreeMap<(u32, TaskKind), Task>,
    /// Conferences handed to `escalate`, each with the time of the hand-over.
    pub handovers: BTreeMap<u32, DateTime<Utc>>,
    /// Whom the family named to be called when it cannot be reached (R6), by number, from 1. Never replaced by a family:
    /// another household may have named somebody else.
    pub emergency_contacts: BTreeMap<u32, EmergencyContact>,
    /// The text message of the family that staff were told of last, by its key.
    pub heard: Option<String>,
}

/// What a conference's number is where something is about the student, not about a conference.
pub const NO_CONFERENCE: u32 = 0;

impl StudentRecord {
    /// What decides the student's spans; `None` until the SIS described the student.
    pub fn coverage(&self, student: &UserId) -> Option<Coverage> {
        let facts = self.facts.as_ref()?;
        Some(Coverage {
            student: Some(student.clone()),
            schools: facts.schools.clone(),
            district: facts.district.clone(),
            grades: facts.grades.clone(),
            periods: facts.periods.values().cloned().collect(),
            marks: self
                .marks
                .values()
                .filter(|mark| mark.active)
                .map(|mark| mark.attendance.clone())
                .collect(),
        })
    }

    /// The school the student belongs to on `date`; see [`span::school_on`].
    pub fn school_on(&self, date: NaiveDate) -> Option<&OrgId> {
        span::school_on(&self.facts.as_ref()?.schools, date)
    }

    /// The teacher of record at the school the student belongs to on `date`.
    pub fn teacher_on(&self, date: NaiveDate) -> Option<&UserId> {
        let facts = self.facts.as_ref()?;
        let there = self.school_on(date).and_then(|school| facts.teachers.get(school));
        there.or(facts.teacher.as_ref())
    }

    /// The days of the failed attempts of staff for conference `n` that count from zero.
    pub fn teacher_failed_on(&self, n: u32) -> Vec<NaiveDate> {
        let attempts = self.conferences.get(&n).into_iter().flat_map(|conference| {
            conference
                .attempts
                .iter()
                .filter(|attempt| attempt.revision > conference.asking_since && !attempt.reached)
        });
        attempts.map(|attempt| attempt.on).collect()
    }

    /// How many failed attempts count for conference `n` (R9): days, at most one a day, none before it was due.
    pub fn attempts(&self, n: u32, zone: Tz) -> usize {
        let Some(conference) = self.conferences.get(&n) else {
            return 0;
        };
        let accepted = self.rounds(n, zone).into_iter().filter_map(|round| round.accepted_on);
        asking::counted(accepted.chain(self.teacher_failed_on(n)), conference.due_on).len()
    }

    /// The automated rounds of conference `n` that count from zero, as asking sees them: a round counts on the local day
    /// its first message was accepted.
    pub fn rounds(&self, n: u32, zone: Tz) -> Vec<asking::Round> {
        let Some(conference) = self.conferences.get(&n) else {
            return Vec::new();
        };
        conference
            .rounds
            .iter()
            .filter(|round| round.revision > conference.asking_since)
            .map(|round| asking::Round {
                on: round.on,
                accepted_on: round.counted_on.or_else(|| self.accepted_on(round, zone)),
            })
            .collect()
    }

    /// The local day on which the first of a round's messages was accepted that has not bounced since.
    pub(crate) fn accepted_on(&self, round: &Round, zone: Tz) -> Option<NaiveDate> {
        let accepted = round
            .messages
            .iter()
            .filter_map(|m| match self.messages.get(m)?.status {
                MessageStatus::Sent { at, .. } => Some(at.with_timezone(&zone).date_naive()),
                _ => None,
            });
        accepted.min()
    }
}

/// An attendance mark with the state of it that is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Which state of the object; the newer wins.
    pub version: Version,
    /// Not `tobedeleted`.
    pub active: bool,
    /// What it says.
    pub attendance: Attendance,
}

/// What kind of conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConferenceKind {
    /// R3: the one that day 22 opens.
    RemoteInitial,
    /// R4: one every six months thereafter.
    RemoteSemiannual,
}

/// How a conference takes place (R2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// At school.
    InPerson,
    /// By telephone.
    Phone,
    /// By video.
    Video,
}

impl Mode {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::InPerson => "in person",
            Self::Phone => "by phone",
            Self::Video => "by video",
        }
    }
}

/// One conference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conference {
    /// Which of its span's conferences: 0 at the crossing, 1, 2 … every six months.
    pub ordinal: u32,
    /// The number of the first conference opened for the same span: those of one series belong to one span.
    pub series: u32,
    /// The first day of the span it was opened for, as known then.
    pub opened_for_first: NaiveDate,
    /// The last day of that span, where it was known.
    pub opened_for_last: Option<NaiveDate>,
    /// The day it is due; moves when the span is corrected.
    pub due_on: NaiveDate,
    /// The day it was opened.
    pub opened_on: NaiveDate,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Where it stands.
    pub state: State,
    /// The revision after which failed attempts count.
    pub asking_since: u64,
    /// Only the teacher asks.
    pub teacher_only: bool,
    /// A time or a refusal stood when it became void or moot.
    pub answered: bool,
    /// The teacher was told that one more failed attempt goes to the principal (R9).
    pub teacher_told: bool,
    /// A guardian of this student was reached for another child since this conference opened (holds back the check).
    pub sibling_reached: bool,
    /// When staff last spoke with a guardian for another child since this conference opened: news that comes twice is
    /// followed once.
    #[serde(default)]
    pub sibling_spoken_at: Option<DateTime<Utc>>,
    /// Automated rounds, oldest first.
    pub rounds: Vec<Round>,
    /// What the teacher tried.
    pub attempts: Vec<Attempt>,
    /// The agreed times, one a household at most.
    pub bookings: Vec<Booking>,
    /// How the state's document reached guardians, e-mails apart (R8).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Provided>,
    /// The day it was held.
    pub held_on: Option<NaiveDate>,
    /// The guardian who declined, or asked for a call, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<UserId>,
}

impl Conference {
    /// R3 or R4.
    pub fn kind(&self) -> ConferenceKind {
        if self.ordinal == 0 {
            ConferenceKind::RemoteInitial
        } else {
            ConferenceKind::RemoteSemiannual
        }
    }
}

/// An automated round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The revision that made it.
    pub revision: u64,
    /// The day of the run that made it.
    pub on: NaiveDate,
    /// Its messages.
    pub messages: Vec<u32>,
    /// The day it counts on (R9), once the next step was taken on it: a message that bounces later changes nothing then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_on: Option<NaiveDate>,
}

/// A teacher's call, visit or letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The revision that recorded it.
    pub revision: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// That day in the district.
    pub on: NaiveDate,
    /// How.
    pub channel: AttemptChannel,
    /// Whether the family was reached.
    pub reached: bool,
    /// Who tried, where said.
    pub actor: Option<UserId>,
}

/// How staff try to reach a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttemptChannel {
    /// A call.
    Phone,
    /// A visit at home.
    Visit,
    /// A letter.
    Letter,
}

impl AttemptChannel {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Phone => "call",
            Self::Visit => "visit",
            Self::Letter => "letter",
        }
    }
}

/// An agreed time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Booking {
    /// The guardian who booked, where known.
    pub guardian: Option<UserId>,
    /// The school it was booked at; a transfer releases it.
    pub school: Option<OrgId>,
    /// The teacher who keeps the time free.
    #[serde(default)]
    pub teacher: Option<UserId>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How many minutes are kept free; 0: nobody's time is.
    #[serde(default)]
    pub minutes: u32,
    /// How it takes place.
    pub mode: Mode,
    /// The language that an interpreter is wanted for (R15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<Language>,
    /// The number to call, where the family named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
}

/// What is agreed upon about a conference (R2).
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How many minutes it takes; `None`: as the policy's working plan has it.
    pub minutes: Option<u32>,
    /// How it takes place.
    pub mode: Mode,
    /// The language that an interpreter is wanted for (R15).
    pub interpreter: Option<Language>,
    /// The number to call, where the family named one.
    pub phone: Option<Personal>,
    /// The edition of the state's document that the family was shown before it agreed (R8).
    pub document: Option<String>,
}

impl Appointment {
    /// At this time, in this way, and nothing else is said.
    pub fn new(starts_at: DateTime<Utc>, mode: Mode) -> Self {
        Self {
            starts_at,
            minutes: None,
            mode,
            interpreter: None,
            phone: None,
            document: None,
        }
    }
}

impl Booking {
    /// The day it begins on.
    pub fn on(&self, zone: Tz) -> NaiveDate {
        self.starts_at.with_timezone(&zone).date_naive()
    }
}

/// How a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
}

/// One message to one guardian by one channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// About which conference; [`NO_CONFERENCE`]: it asks for somebody to call (R6).
    pub conference: u32,
    /// In which round, from 1; 0: in none.
    pub round: u32,
    /// To whom.
    pub guardian: UserId,
    /// How.
    pub channel: Channel,
    /// The day of the run that made it: one guardian's invitations of a day are one message.
    pub run_on: NaiveDate,
    /// Not before then.
    pub relay_at: DateTime<Utc>,
    /// How often it was claimed: the fence of the claim that holds it.
    pub claims: u32,
    /// The send that carried it, as the provider knows it; one send may carry several children's messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_as: Option<String>,
    /// The edition of the state's document that the send carried (R8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// When the provider said that it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<DateTime<Utc>>,
    /// The district's cap of the day was reached: it waits for approval.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
    /// The agreed time that it is about; `None`: it invites, or asks for somebody to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
    /// What became of it.
    #[serde(flatten)]
    pub status: MessageStatus,
}

impl Message {
    /// What it is for.
    pub fn purpose(&self) -> Purpose {
        match &self.told {
            Some(told) => told.purpose,
            None if self.conference == NO_CONFERENCE => Purpose::EmergencyContactRequest,
            None => Purpose::Invitation,
        }
    }

    /// One guardian's messages of this kind of a day, about whichever children, go as one letter a channel.
    pub fn is_put_together(&self) -> bool {
        matches!(self.purpose(), Purpose::Invitation | Purpose::EmergencyContactRequest)
    }
}

/// What a message to a family is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Asks the family (R9). The only one that counts as an attempt.
    Invitation,
    /// A time was agreed.
    Confirmation,
    /// The agreed time is near.
    Reminder,
    /// Another time was agreed instead.
    Change,
    /// The agreed time was given up.
    Cancellation,
    /// Asks whom the school may call when the family cannot be reached (R6).
    EmergencyContactRequest,
}

impl Purpose {
    /// As it stands in records and tags.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Confirmation => "confirmation",
            Self::Reminder => "reminder",
            Self::Change => "change",
            Self::Cancellation => "cancellation",
            Self::EmergencyContactRequest => "emergency_contact_request",
        }
    }
}

/// What a message says about an agreed time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What it is for.
    pub purpose: Purpose,
    /// The time it is about.
    pub booking: Booking,
    /// The revision that made it: later news of the same conference have a higher one.
    pub revision: u64,
    /// It answers what the guardian has just done: it does not wait for the morning, nor for anybody's approval.
    pub direct: bool,
}

impl Told {
    /// Whether it should still be said where these times stand: of a time that stands; that one is gone, unless another is
    /// agreed with the same guardian.
    pub fn is_wanted(&self, stand: &[Booking]) -> bool {
        match self.purpose {
            Purpose::Cancellation => !stand.iter().any(|other| other.guardian == self.booking.guardian),
            _ => stand.contains(&self.booking),
        }
    }
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum MessageStatus {
    /// Waits to be claimed.
    Pending,
    /// Claimed; `Unknown` when the lease lapses.
    Sending {
        /// When the claim lapses.
        lease_until: DateTime<Utc>,
    },
    /// A provider accepted it.
    Sent {
        /// When.
        at: DateTime<Utc>,
        /// The provider's id of it.
        provider_id: String,
    },
    /// A provider accepted it, and it came back: no attempt (R9).
    Bounced {
        /// When it came back.
        at: DateTime<Utc>,
    },
    /// It may or may not have left; never sent again, never an attempt.
    Unknown,
    /// An answer or a correction made it pointless before it was claimed.
    Cancelled,
    /// Sending was in shadow.
    Withheld,
    /// The provider refused it for good, or the contact may not be written to.
    Refused {
        /// Why; never the contact itself.
        reason: String,
    },
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// The school office: find a way to reach the family at all.
    RepairContact,
    /// The teacher: reach the family.
    ReachFamily,
    /// The principal: learn whether student and family are safe (R11).
    WelfareCheck,
    /// The principal: somebody of the family wrote what reads as danger. While it is open nothing is sent by itself.
    UrgentReply,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::RepairContact,
        Self::ReachFamily,
        Self::WelfareCheck,
        Self::UrgentReply,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::RepairContact => "repair contact",
            Self::ReachFamily => "reach family",
            Self::WelfareCheck => "welfare check",
            Self::UrgentReply => "urgent reply",
        }
    }
}

/// A task's id: `<student>.t<conference>.<kind>`.
pub fn task_id(student: &UserId, conference: u32, kind: TaskKind) -> String {
    format!("{student}.t{conference}.{kind}")
}

/// The student, conference and kind of a task's id.
pub fn parse_task_id(id: &str) -> Option<(UserId, u32, TaskKind)> {
    let (rest, kind) = id.rsplit_once('.')?;
    let (student, n) = rest.rsplit_once(".t")?;
    let kind = TaskKind::ALL.into_iter().find(|known| known.to_string() == kind)?;
    Some((UserId::from(student), n.parse().ok()?, kind))
}

impl fmt::Display for TaskKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RepairContact => "repair_contact",
            Self::ReachFamily => "reach_family",
            Self::WelfareCheck => "welfare_check",
            Self::UrgentReply => "urgent_reply",
        })
    }
}

/// Why a task was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No guardian has a usable channel nor a telephone number.
    NoContact,
    /// No guardian has a usable channel.
    NoChannel,
    /// The family did not come.
    NoShow,
    /// The family asked for a call.
    CallRequested,
    /// Staff spoke with the family and agreed no time.
    ReachedWithoutTime,
    /// Too many rounds counted for nothing.
    RoundsUncounted,
    /// The last attempt must be the teacher's own.
    LiveAttempt,
    /// A guardian was reached for another child.
    SiblingReached,
    /// Three attempts failed (R10).
    AttemptsFailed,
    /// A text message of the family reads as danger.
    ReadsAsDanger,
}

impl Reason {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoContact => "no way to reach the family at all",
            Self::NoChannel => "no usable mobile number or address",
            Self::NoShow => "the family did not come",
            Self::CallRequested => "the family asked for a call",
            Self::ReachedWithoutTime => "the family was reached, no time was agreed",
            Self::RoundsUncounted => "too many messages did not arrive",
            Self::LiveAttempt => "the last attempt must be a call, visit or letter",
            Self::SiblingReached => "a guardian was reached for another child",
            Self::AttemptsFailed => "three attempts to reach the family failed",
            Self::ReadsAsDanger => "a text message of the family reads as danger",
        }
    }
}

impl From<asking::Unreachable> for Reason {
    fn from(why: asking::Unreachable) -> Self {
        match why {
            asking::Unreachable::NoChannel => Self::NoChannel,
            asking::Unreachable::RoundsUncounted => Self::RoundsUncounted,
            asking::Unreachable::LiveAttempt => Self::LiveAttempt,
        }
    }
}

/// Somebody to call when the family cannot be reached (R6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyContact {
    /// Who.
    pub name: Personal,
    /// Who that is to the child, in the family's words.
    pub relation: Personal,
    /// The number in E.164 form.
    pub phone: Personal,
    /// The language that this person speaks, where the family said so, in its own words.
    pub speaks: Option<Personal>,
    /// Who named them, where known.
    pub given_by: Option<UserId>,
    /// The day on which they were named.
    pub on: NaiveDate,
}

/// A task for staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Why.
    pub reason: Reason,
    /// Since when; moves when it is reopened.
    pub opened_on: NaiveDate,
    /// Where it stands.
    pub state: TaskState,
    /// What came of it, or why it was withdrawn.
    pub outcome: Option<String>,
    /// What whoever does it must know: whether the teacher confirmed the failed attempts (R10).
    pub detail: Option<String>,
    /// What was found, call by call (R11).
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// The day on which staff were last told that it still waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded_on: Option<NaiveDate>,
}

/// One call of a principal to an emergency contact (R11).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: Option<UserId>,
    /// Who was called.
    pub called: Personal,
    /// The student is healthy and safe; `None`: could not be determined.
    pub student_safe: Option<bool>,
    /// The family is healthy and safe; `None`: could not be determined.
    pub family_safe: Option<bool>,
    /// What else there is to say.
    pub note: Option<Personal>,
}

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// To be done.
    Open,
    /// Done.
    Closed,
    /// No longer needed.
    Withdrawn,
}
