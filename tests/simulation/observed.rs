//! What can be seen from outside of how a history was played: answers, letters, the audit trail, the table at the end. All
//! that the checks have to go by.

use crate::history::{Act, Channel, Fate, Object, Says};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

/// A history as it was played, once everything has come to rest.
#[derive(Clone, Debug, Default)]
pub struct Observed {
    /// What came from outside and was taken, in order of time.
    pub taken: Vec<Taken>,
    /// The days whose run was started, and was complete by its end without any trouble: on them everything that is due
    /// must have been done. Days on which nothing was due at all are among them whether a run was started or not.
    pub clean_runs: Vec<NaiveDate>,
    /// Every letter that a provider took, in order.
    pub letters: Vec<Letter>,
    /// The audit trail: one entry after the other, by time and revision.
    pub audit: Vec<Audit>,
    /// The conferences at the end, by student and number.
    pub conferences: BTreeMap<(String, u32), Conference>,
    /// The families' messages at the end, by student and number.
    pub messages: BTreeMap<(String, u32), Message>,
    /// The tasks at the end, by student, conference (0: about the student) and kind.
    pub tasks: BTreeMap<(String, u32, String), Task>,
    /// Rows that wait on the outbox at the end: their keys.
    pub waiting: Vec<String>,
    /// Messages on dead-letter queues at the end, as `<queue>: <body>`.
    pub dead_letters: Vec<String>,
    /// The SIS's objects as recorded at the end, by `<kind>#<id>`: `modified`, `sequence`, and whether it is active.
    pub objects: BTreeMap<String, (DateTime<Utc>, u64, bool)>,
    /// Students whom the table knows at the end.
    pub students: Vec<String>,
    /// The day on which it came to rest, and whose run was clean.
    pub last_day: NaiveDate,
    /// What the player itself found to be wrong, in words: `<invariant>: <what>`.
    pub broken: Vec<String>,
}

/// Something from outside that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: TakenWhat,
}

/// What was taken.
#[derive(Clone, Debug)]
pub enum TakenWhat {
    /// The webhook answered 202 to it; it takes effect at once where the history has no trouble.
    Object(Object),
    /// The command was answered 200.
    Acted {
        student: String,
        conference: u32,
        actor: Option<String>,
        act: Act,
        /// For [`Act::Schedule`]: the agreed time.
        starts_at: Option<DateTime<Utc>>,
    },
    /// The command was answered otherwise: nothing changed. 409: it is not possible there.
    Refused {
        student: String,
        conference: u32,
        actor: Option<String>,
        act: Act,
        status: u16,
    },
    /// Closing a check was answered 200; `closed` where both findings were given.
    CheckClosed {
        student: String,
        conference: u32,
        closed: bool,
    },
    /// Acknowledging was answered 200.
    Acknowledged { student: String },
    /// Naming somebody to call was answered 200.
    Named { student: String },
    /// A text message came in from this number.
    Text { number: String, says: Says },
    /// A provider's report on a letter, by [`Letter::id`].
    Report { letter: String, fate: Fate },
}

/// A letter that left.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The provider's id.
    pub id: String,
    /// The id that travels with it; two letters never have the same.
    pub send_id: String,
    /// `invitation`, `principal_alert`, `staff_digest`, `urgent_reply`, `reply` …
    pub purpose: String,
    pub channel: Channel,
    /// The number (E.164) or address.
    pub to: String,
    pub sent_at: DateTime<Utc>,
}

/// One entry of the audit trail.
#[derive(Clone, Debug)]
pub struct Audit {
    pub at: DateTime<Utc>,
    pub student: String,
    pub revision: u64,
    /// `conference_opened`, `round_started`, `task_opened` …
    pub kind: String,
    pub conference: Option<u32>,
    pub detail: String,
}

/// A conference at the end.
#[derive(Clone, Debug)]
pub struct Conference {
    /// `remote_initial` or `remote_semiannual`.
    pub kind: String,
    pub due_on: NaiveDate,
    pub opened_on: NaiveDate,
    /// `open`, `scheduled`, `held`, `no_show`, `declined`, `unreachable`, `void`, `moot`.
    pub state: String,
    /// The rounds, oldest first: the day of each, and the numbers of its messages.
    pub rounds: Vec<(NaiveDate, Vec<u32>)>,
}

/// A message to a guardian at the end.
#[derive(Clone, Debug)]
pub struct Message {
    pub conference: u32,
    pub round: u32,
    pub guardian: String,
    pub channel: Channel,
    pub run_on: NaiveDate,
    /// `pending`, `sending`, `sent`, `bounced`, `unknown`, `cancelled`, `withheld`, `refused`.
    pub status: String,
    /// When the provider took it, where it is `sent`.
    pub sent_at: Option<DateTime<Utc>>,
    /// The send that carried it ([`Letter::send_id`]); it is named when the message is claimed.
    pub sent_as: Option<String>,
    /// What it says of an agreed time; `None`: it invites.
    pub news: Option<News>,
}

/// What a message says of an agreed time.
#[derive(Clone, Debug)]
pub struct News {
    /// `confirmation`, `reminder`, `change`, `cancellation`.
    pub purpose: String,
    /// The time.
    pub starts_at: DateTime<Utc>,
    /// It answers what the guardian has just done, at any hour.
    pub direct: bool,
    /// Not before then.
    pub due: DateTime<Utc>,
}

/// A task at the end.
#[derive(Clone, Debug)]
pub struct Task {
    pub state: String,
}

/// Something that must never be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The invariant, as the checks name it.
    pub invariant: &'static str,
    /// What was seen, in words.
    pub what: String,
}
