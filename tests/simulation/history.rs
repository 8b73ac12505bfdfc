//! What a history is made of: everything that comes from outside, and all the trouble on the way, as plain data. The same
//! history always plays the same, and one with pieces taken out is a history too.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeSet;
use std::fmt;

/// Everything that happens to one district from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// What it was made from.
    pub seed: u64,
    /// Its first day; the clock begins at 08:00 of it.
    pub start: NaiveDate,
    /// How many days follow the first.
    pub days: u32,
    /// What happens, in order of time.
    pub steps: Vec<Step>,
    /// What goes wrong meanwhile.
    pub trouble: Trouble,
}

/// Something that happens from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many days after the first.
    pub day: u32,
    /// When on that day. Several steps of one time follow each other, a minute apart.
    pub time: Time,
    /// What.
    pub what: What,
}

/// When on a day something happens, by the district's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// 08:30, before the daily run at 09:00.
    Early,
    /// 09:10: after the run, before what it made is sent at 09:20.
    Between,
    /// 12:30.
    Noon,
    /// 21:30, in the quiet hours.
    Late,
}

impl Time {
    /// The first minute of it.
    pub fn clock(self) -> NaiveTime {
        let (hour, minute) = match self {
            Self::Early => (8, 30),
            Self::Between => (9, 10),
            Self::Noon => (12, 30),
            Self::Late => (21, 30),
        };
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
    }
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The SIS sends these objects in one request; again where it is asked to.
    Sis(Vec<Object>),
    /// A family or staff do something about a conference of a student. Nothing where the student has none.
    Act {
        student: String,
        which: Which,
        /// A guardian, or a member of staff; `None`: it is not known who.
        actor: Option<String>,
        act: Act,
    },
    /// The principal records a call to the emergency contact for the welfare check of a conference.
    CloseCheck {
        student: String,
        which: Which,
        student_safe: Option<bool>,
        family_safe: Option<bool>,
    },
    /// The principal takes care of what read as danger.
    Acknowledge { student: String },
    /// The family names somebody whom the school may call.
    Names { student: String },
    /// Somebody writes a text message from the number that the guardian has now (in the SIS's newest object).
    Text { guardian: String, says: Says },
    /// A provider reports on the last letter that left for the guardian by this channel. Nothing where none did.
    Report {
        guardian: String,
        channel: Channel,
        fate: Fate,
    },
}

/// Which of a student's conferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one opened first.
    Oldest,
    /// The one opened last.
    Newest,
}

/// What a family or staff do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A time is agreed: 15:00 UTC, this many days (at least 1) from then.
    Schedule {
        in_days: u32,
    },
    Decline,
    Cancel,
    AskForCall,
    /// A call of the teacher.
    LogAttempt {
        reached: bool,
    },
    MarkHeld,
    MarkNoShow,
}

/// What a text message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Stop,
    Start,
    WrongNumber,
    Question,
    Danger,
}

/// A way to write to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    Sms,
    Email,
}

/// What a provider reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Delivered,
    /// For good: no such number or address.
    Bounced,
    /// By e-mail only.
    Complained,
}

/// The state of one object of the SIS, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its sourcedId. Objects of different kinds may have the same.
    pub id: String,
    /// `dateLastModified`; the newer state of an object wins, whatever comes first.
    pub modified: DateTime<Utc>,
    /// `sequence`; decides between two of the same `modified`.
    pub sequence: u64,
    /// `status`: `false` is `tobedeleted`.
    pub active: bool,
    /// What it says.
    pub is: Is,
}

/// What an object of the SIS says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    District,
    /// Of the district `d`.
    School,
    /// A student. `guardians` are `agents[]`.
    Student {
        enabled: bool,
        roles: Vec<Role>,
        grade: String,
        guardians: Vec<String>,
    },
    /// A guardian, as the SIS has the contacts: they may be unusable.
    Guardian {
        sms: Option<String>,
        email: Option<String>,
        phone: Option<String>,
        language: Option<String>,
        do_not_contact_for: Vec<String>,
    },
    /// A teacher or principal, with an e-mail address and a number that nobody else has.
    Staff {
        role: StaffRole,
        school: String,
    },
    /// The homeroom of a school.
    Homeroom {
        school: String,
    },
    /// Somebody's place in a homeroom.
    Enrollment {
        class: String,
        user: String,
        teacher: bool,
    },
    Period {
        scope: Scope,
        start: NaiveDate,
        end: Option<NaiveDate>,
        delivery: Delivery,
    },
    Mark {
        student: String,
        date: NaiveDate,
        instruction: Instruction,
    },
    /// Of a school, or of the district `d`: the days without instruction.
    Calendar {
        org: String,
        days: Vec<NaiveDate>,
    },
}

/// A student's place at a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub school: String,
    pub begin: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRole {
    Teacher,
    Principal,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    District,
    School(String),
    /// The grade at this school; at every school where there is none.
    Grade {
        school: Option<String>,
        grade: String,
    },
    Student(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    Internet,
    Paper,
    Homebound,
    Hybrid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    Remote,
    InPerson,
    None,
}

/// What goes wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// What befalls single calls of the functions: how many such calls came before, and what.
    pub faults: Vec<(u64, FaultKind)>,
    /// What befalls calls on which most depends: how many such calls came before, and what.
    pub aimed: Vec<(Aim, u64, FaultKind)>,
    /// Queues and stream repeat, reorder, delay and drop, as this seed says.
    pub queues: Option<u64>,
    /// Days after the first on which the schedule does not start the run.
    pub missed: BTreeSet<u32>,
    /// Days on which it starts the run a second time, when the first is over.
    pub twice: BTreeSet<u32>,
    /// Days on which two runs are started at once and go on side by side, call by call.
    pub at_once: BTreeSet<u32>,
}

impl Trouble {
    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether everything is done within the minute it is asked for: then what must have happened is known exactly. Missed
    /// days, and runs that come twice, change nothing of that.
    pub fn is_prompt(&self) -> bool {
        self.faults.is_empty() && self.aimed.is_empty() && self.queues.is_none()
    }
}

/// Calls of which there are few, and on which most depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// To the provider of SMS.
    Sms,
    /// To the provider of e-mail.
    Email,
    /// A transaction of this function; of reads, its Queries.
    Transaction(&'static str),
}

/// What befalls a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// The function dies before the call.
    CrashBefore,
    /// The function dies after the call had its effect.
    CrashAfter,
    Throttle,
    Error,
    /// No answer comes, nothing was done.
    Timeout,
    /// No answer comes, and it was done: the effect, then the timeout. Of a provider: it says no, and delivers.
    TimeoutAfterEffect,
    /// A transaction meets another one.
    Conflict,
    /// A Query of a student's rows shows some from before a commit that came in between, some from after.
    TornRead,
    /// A Query of an index shows it as it was before the last write.
    StaleIndex,
    /// The call waits while other work goes on.
    HeldUp,
    /// The function panics.
    Panic,
    /// A provider says yes, and delivers nothing.
    Lie,
}

impl FaultKind {
    pub const ALL: [Self; 12] = [
        Self::CrashBefore,
        Self::CrashAfter,
        Self::Throttle,
        Self::Error,
        Self::Timeout,
        Self::TimeoutAfterEffect,
        Self::Conflict,
        Self::TornRead,
        Self::StaleIndex,
        Self::HeldUp,
        Self::Panic,
        Self::Lie,
    ];
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CrashBefore => "crash before a call",
            Self::CrashAfter => "crash after a call",
            Self::Throttle => "throttling",
            Self::Error => "5xx",
            Self::Timeout => "timeout",
            Self::TimeoutAfterEffect => "effect, then timeout",
            Self::Conflict => "transaction conflict",
            Self::TornRead => "torn read",
            Self::StaleIndex => "stale index read",
            Self::HeldUp => "held up while others go first",
            Self::Panic => "panic",
            Self::Lie => "provider says yes, delivers nothing",
        })
    }
}
