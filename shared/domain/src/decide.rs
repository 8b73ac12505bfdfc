//! Every decision about a student: from the record, a command and the time to the record after, what the audit trail
//! says of it, and who must be told. Pure: the same arguments always give the same decision, and deciding twice
//! changes nothing more.
//!
//! A decision returns the whole record after. What has to be written is the difference between the two, found by the
//! store, so that what was decided and what is written cannot disagree.

mod asked;
mod commanded;
mod contacts;
mod draft;
mod followed;
mod heard;
mod told;

use crate::calendar::SchoolCalendar;
use crate::conference::State;
use crate::contact::Personal;
use crate::facts::Facts;
use crate::ids::{SourcedId, UserId};
use crate::policy::Policy;
use crate::record::{Appointment, AttemptChannel, EmergencyContact, Mark, StudentRecord};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use draft::Draft;

/// The most people that families may name in one school year to be called for one student.
pub const MOST_EMERGENCY_CONTACTS: usize = 10;

/// What a decision depends on besides the record.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Whose record it is.
    pub student: &'a UserId,
    /// The present.
    pub now: DateTime<Utc>,
    /// The district's time zone: dates are the district's.
    pub zone: Tz,
    /// The policy's numbers.
    pub policy: &'a Policy,
    /// When the student's school teaches.
    pub calendar: &'a SchoolCalendar,
}

impl Context<'_> {
    /// The day it is in the district.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
    }
}

/// What befalls a student.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The SIS's objects say this now.
    Follow {
        /// The facts gathered from all of them; `None`: the SIS does not describe this user as a student.
        facts: Option<Facts>,
        /// Attendance marks that changed.
        marks: Vec<(SourcedId, Mark)>,
    },
    /// The daily run looks at the student.
    Run,
    /// `escalate` takes the hand-over of this conference (R10).
    Escalate {
        /// Which conference.
        conference: u32,
        /// A guardian was reached for another child at this time, as `escalate` read it from the guardians themselves.
        guardian_reached: Option<DateTime<Utc>>,
    },
    /// A guardian was reached for another child.
    GuardianReached {
        /// When.
        at: DateTime<Utc>,
        /// Staff spoke with the guardian: nobody need ask further. Otherwise the guardian answered for that child only.
        spoken: bool,
    },
    /// Something a family or staff did about a conference.
    Act {
        /// Which conference.
        conference: u32,
        /// Who did it, where known.
        actor: Option<UserId>,
        /// What.
        act: Act,
    },
    /// Messages that a provider had accepted came back: their round may count for nothing (R9).
    Bounced {
        /// Which.
        messages: Vec<u32>,
        /// When.
        at: DateTime<Utc>,
    },
    /// A provider says that a message arrived which carried the state's document (R8).
    Delivered {
        /// Which.
        message: u32,
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody of the family wrote a text message.
    FamilyWrote {
        /// Which, by its key: one that comes twice is told once.
        text: String,
        /// It reads as danger: the principal is told at once, and nothing is sent by itself until somebody acknowledged.
        danger: bool,
    },
    /// The principal or a designee took care of what read as danger: automated sends go on.
    Acknowledge,
    /// Somebody to call when the family cannot be reached is named (R6).
    AddEmergencyContact(EmergencyContact),
    /// A principal records a call to an emergency contact (R11).
    CloseTask {
        /// The conference of the welfare check.
        conference: u32,
        /// Who called.
        actor: Option<UserId>,
        /// Who was called.
        called: Personal,
        /// The student is healthy and safe; `None`: could not be determined.
        student_safe: Option<bool>,
        /// The family is healthy and safe; `None`: could not be determined.
        family_safe: Option<bool>,
        /// What else there is to say.
        note: Option<Personal>,
    },
}

/// Something a family or staff did about a conference.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A time was agreed.
    Schedule(Appointment),
    /// The agreed time is given up.
    Cancel,
    /// The family does not want the conference.
    Decline,
    /// The family would rather be called.
    AskForCall,
    /// A guardian gives up their time, and does not want the conference at all.
    DeclineInstead,
    /// A guardian gives up their time, and would rather be called.
    AskForCallInstead,
    /// Staff called, visited or wrote.
    LogAttempt {
        /// How.
        channel: AttemptChannel,
        /// The family was reached.
        reached: bool,
    },
    /// The conference took place.
    MarkHeld,
    /// The family did not come.
    MarkNoShow,
    /// The teacher handed the state's document over on paper (R8).
    HandOverDocument {
        /// To whom, where said.
        guardian: Option<UserId>,
        /// On which day; `None`: today.
        on: Option<NaiveDate>,
    },
}

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The record after; its `revision` is the one it will have once committed.
    pub record: StudentRecord,
    /// What the audit trail says of it, in order.
    pub entries: Vec<Entry>,
    /// Who among the staff must be told.
    pub notices: Vec<Notice>,
    /// Guardians who were reached by this.
    pub reached: Option<Reached>,
}

impl Decision {
    /// Whether anything but the revision would change against `before`.
    pub fn changes(&self, before: &StudentRecord) -> bool {
        let same_revision = StudentRecord {
            revision: before.revision,
            ..self.record.clone()
        };
        same_revision != *before || !self.entries.is_empty()
    }
}

/// One line of the audit trail.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Entry {
    /// What happened, in the past tense.
    #[serde(rename = "type")]
    pub kind: String,
    /// About which conference; none: about the student.
    pub conference: Option<u32>,
    /// The policy's rule it follows.
    pub rule: String,
    /// In words, without anything personal.
    pub detail: String,
}

/// Something a member of staff must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who.
    pub to: UserId,
    /// What.
    pub kind: NoticeKind,
    /// About which conference; [`NO_CONFERENCE`](crate::record::NO_CONFERENCE): about the student.
    pub conference: u32,
}

/// What staff are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Teacher: one more failed attempt goes to the principal (R9).
    TwoAttemptsFailed,
    /// Teacher: reach the family.
    ReachFamily,
    /// Teacher: the family declined.
    Declined,
    /// Teacher: a time was agreed.
    Scheduled,
    /// Teacher: the agreed time was given up.
    Cancelled,
    /// Teacher: the agreed time was released, the student changed schools.
    SlotReleased,
    /// Teacher: a guardian was reached for another child; speak with them instead of the principal.
    SiblingReached,
    /// Principal and designees: a welfare check (R10).
    WelfareCheck,
    /// Principal and designees: the check is no longer needed.
    CheckWithdrawn,
    /// Teacher: somebody of the family wrote a text message.
    FamilyWrote,
    /// Principal and designees, at once: a text message of the family reads as danger.
    UrgentReply,
}

/// Guardians who were reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Who.
    pub guardians: Vec<UserId>,
    /// Staff spoke with them, rather than that they answered for one child.
    pub spoken: bool,
}

/// Why a command cannot be done; the record stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such conference.
    #[error("there is no such conference")]
    NoConference,
    /// There is no such task.
    #[error("there is no such task")]
    NoTask,
    /// The SIS does not describe this student.
    #[error("there is no such student")]
    NoStudent,
    /// The conference stands where this cannot befall it.
    #[error("a conference that is {state} cannot be {command}", state = word(*.0), command = .1)]
    NotNow(State, &'static str),
    /// The task is not open.
    #[error("the task is not open")]
    TaskNotOpen,
    /// The agreed time lies ahead.
    #[error("the agreed time lies ahead: record the outcome on the day itself or later")]
    NotYet,
    /// The agreed time lies behind.
    #[error("the time lies in the past")]
    InThePast,
    /// Somebody else has that time, or nobody offers it.
    #[error("that time is not free")]
    Taken,
    /// There are as many as anybody could call.
    #[error("{MOST_EMERGENCY_CONTACTS} emergency contacts were named this school year already")]
    TooManyContacts,
    /// It lies ahead, or before the conference was opened.
    #[error("on: a day between the conference's opening and today")]
    NoSuchDay,
    /// Somebody else is meant, or nobody the student has.
    #[error("guardian: none of the student's who may be contacted")]
    NoGuardian,
    /// It is over, so "today" may be after it.
    #[error("on: the conference was held: say on which day it was handed over")]
    DayMissing,
    /// It is not staff's to close.
    #[error("this task closes by itself: {0}")]
    ClosesItself(&'static str),
}

/// A state as it stands in a sentence.
pub fn word(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Scheduled => "scheduled",
        State::Held => "held",
        State::NoShow => "no_show",
        State::Declined => "declined",
        State::Unreachable => "unreachable",
        State::Void => "void",
        State::Moot => "moot",
    }
}

/// Decides what `command` makes of `record`.
pub fn decide(record: &StudentRecord, command: &Command, context: Context<'_>) -> Result<Decision, Refusal> {
    let mut draft = Draft::new(record, context);
    match command {
        Command::Follow { facts, marks } => draft.follow(facts.as_ref(), marks),
        Command::Run => draft.run(),
        Command::Escalate {
            conference,
            guardian_reached,
        } => draft.escalate(*conference, *guardian_reached),
        Command::GuardianReached { at, spoken } => draft.guardian_reached(*at, *spoken),
        Command::Act { conference, actor, act } => draft.act(*conference, actor.as_ref(), act)?,
        Command::Bounced { messages, at } => draft.bounced(messages, *at),
        Command::Delivered { message, at } => draft.delivered(*message, *at),
        Command::FamilyWrote { text, danger } => draft.family_wrote(text, *danger),
        Command::Acknowledge => draft.acknowledge()?,
        Command::AddEmergencyContact(contact) => draft.add_emergency_contact(contact)?,
        Command::CloseTask {
            conference,
            actor,
            called,
            student_safe,
            family_safe,
            note,
        } => draft.close_check(
            *conference,
            crate::record::Finding {
                at: context.now,
                actor: actor.clone(),
                called: called.clone(),
                student_safe: *student_safe,
                family_safe: *family_safe,
                note: note.clone(),
            },
        )?,
    }
    Ok(draft.finish(matches!(command, Command::Run)))
}

#[cfg(test)]
mod tests;
