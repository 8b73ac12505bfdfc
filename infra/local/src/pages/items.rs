//! The items of the API's lists, as far as pages show them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::conference::{Move, State};
use domain::decide::word;
use domain::document::Way;
use domain::record::{Mode, TaskKind};
use serde::Deserialize;
use std::collections::BTreeMap;

/// An item of `/_local/conferences`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Conference {
    pub(super) id: String,
    pub(super) student: String,
    pub(super) school: Option<String>,
    pub(super) teacher: Option<String>,
    pub(super) kind: String,
    pub(super) due_on: NaiveDate,
    pub(super) opened_on: NaiveDate,
    state: State,
    #[serde(rename = "attempts")]
    pub(super) tried: u64,
    pub(super) rounds: u64,
    pub(super) starts_at: Option<DateTime<Utc>>,
    mode: Option<Mode>,
    document: Option<Way>,
    document_missing: bool,
}

impl Conference {
    /// How the state's document reached the parent (R8).
    pub(super) fn document(&self) -> String {
        match (self.document, self.document_missing) {
            (Some(way), _) => way.to_string(),
            (None, true) => "was not provided before it was held".to_owned(),
            (None, false) => "not yet provided".to_owned(),
        }
    }

    /// Whether it can be handed over on paper.
    pub(super) fn may_be_given_paper(&self) -> bool {
        self.document.is_none() && !matches!(self.state, State::Void | State::Moot)
    }

    pub(super) fn state(&self) -> &'static str {
        word(self.state)
    }

    /// Why it is owed, with the rule.
    pub(super) fn why(&self) -> &'static str {
        match self.kind.as_str() {
            "remote_initial" => "More than three weeks remote (R3)",
            "remote_semiannual" => "Six months more (R4)",
            _ => "Flexible (R1)",
        }
    }

    pub(super) fn mode(&self) -> &'static str {
        self.mode.map_or("", Mode::words)
    }

    /// Whether the policy's table of states knows the move from here.
    fn may(&self, made: Move) -> bool {
        self.state.after(made).is_some()
    }

    pub(super) fn may_be_booked(&self) -> bool {
        self.may(Move::Book)
    }

    pub(super) fn may_be_cancelled(&self) -> bool {
        self.may(Move::Cancel)
    }

    pub(super) fn may_be_declined(&self) -> bool {
        self.may(Move::Decline)
    }

    pub(super) fn may_be_called_about(&self) -> bool {
        self.may(Move::AskForCall)
    }

    pub(super) fn may_take_place(&self) -> bool {
        self.may(Move::Hold)
    }
}

/// An item of `/_local/inbox`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Letter {
    pub(super) id: String,
    pub(super) channel: String,
    #[serde(default)]
    purpose: Option<String>,
    pub(super) to: String,
    pub(super) from: Option<String>,
    pub(super) recipient: Option<String>,
    pub(super) language: Option<String>,
    body: Option<String>,
    pub(super) encoding: Option<String>,
    pub(super) segments: Option<usize>,
    subject: Option<String>,
    text: Option<String>,
    pub(super) html: Option<String>,
    pub(super) raw: Option<String>,
    pub(super) sent_at: DateTime<Utc>,
    pub(super) students: Vec<String>,
    pub(super) conferences: Vec<String>,
    pub(super) round: Option<u32>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, String>,
    pub(super) delivered_at: Option<DateTime<Utc>>,
    #[serde(default)]
    bounced: bool,
}

/// How much of an e-mail's text a list shows.
const GLIMPSE: usize = 140;

impl Letter {
    pub(super) fn is_sms(&self) -> bool {
        self.channel == "sms"
    }

    /// What the provider reported of it last.
    pub(super) fn fate(&self) -> Option<&'static str> {
        match (self.bounced, self.delivered_at) {
            (true, _) => Some("bounced"),
            (false, Some(_)) => Some("delivered"),
            (false, None) => None,
        }
    }

    pub(super) fn channel_words(&self) -> &'static str {
        if self.is_sms() { "SMS" } else { "E-mail" }
    }

    pub(super) fn purpose(&self) -> &str {
        self.purpose.as_deref().unwrap_or("message")
    }

    pub(super) fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    pub(super) fn sms(&self) -> &str {
        self.body.as_deref().unwrap_or_default()
    }

    /// The families' page that it leads to, for whoever would tap it.
    pub(super) fn link(&self) -> Option<&str> {
        let text = self.body.as_deref().or(self.text.as_deref())?;
        let (before, after) = text.split_once("/f/")?;
        let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let token = after.split(char::is_whitespace).next().unwrap_or_default();
        Some(&text[start..before.len() + 3 + token.len()])
    }

    pub(super) fn characters(&self) -> usize {
        self.sms().chars().count()
    }

    pub(super) fn subject(&self) -> &str {
        self.subject.as_deref().unwrap_or("(no subject)")
    }

    pub(super) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The beginning of an e-mail's text.
    pub(super) fn glimpse(&self) -> String {
        let words: Vec<&str> = self.text().split_whitespace().collect();
        let words = words.join(" ");
        match words.char_indices().nth(GLIMPSE) {
            Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
            None => words,
        }
    }
}

/// An item of `/_local/replies`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Reply {
    pub(super) at: DateTime<Utc>,
    pub(super) from: String,
    pub(super) text: String,
    pub(super) danger: bool,
    pub(super) students: Vec<String>,
    pub(super) answered: bool,
}

/// An item of `/_local/tasks`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Task {
    pub(super) id: String,
    kind: TaskKind,
    pub(super) assignee: Option<String>,
    pub(super) student: String,
    pub(super) school: Option<String>,
    pub(super) conference: Option<String>,
    pub(super) reason: String,
    pub(super) detail: Option<String>,
    pub(super) opened_on: NaiveDate,
    pub(super) state: String,
    pub(super) outcome: Option<String>,
}

impl Task {
    pub(super) fn kind(&self) -> &'static str {
        self.kind.words()
    }

    pub(super) fn is_open(&self) -> bool {
        self.state == "open"
    }

    /// Whether somebody closes it by having read it.
    pub(super) fn is_urgent(&self) -> bool {
        self.kind == TaskKind::UrgentReply
    }

    /// Whether somebody closes it by saying what was found (R11).
    pub(super) fn is_check(&self) -> bool {
        self.kind == TaskKind::WelfareCheck
    }
}

/// An item of `/_local/events`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Event {
    pub(super) at: DateTime<Utc>,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) student: String,
    pub(super) conference: Option<String>,
    pub(super) actor: Option<String>,
    pub(super) rule: Option<String>,
    pub(super) detail: Option<String>,
}

/// An item of `/_local/queues`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Queue {
    pub(super) name: String,
    pub(super) visible: u64,
    pub(super) in_flight: u64,
}

/// An item of `/_local/faults`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Fault {
    service: Option<String>,
    function: Option<String>,
    pub(super) on: Option<NaiveDate>,
    fault: String,
    pub(super) times: u32,
}

impl Fault {
    /// Whether it lasts, rather than meet so many calls.
    pub(super) fn lasts(&self) -> bool {
        self.fault == "down"
    }

    /// What will happen, in words.
    pub(super) fn words(&self) -> String {
        let calls = self
            .service
            .as_deref()
            .map_or("any call".into(), |service| format!("a call to {}", name_of(service)));
        let of = self
            .function
            .as_deref()
            .map_or(String::new(), |function| format!(" of {function}"));
        let function = self.function.as_deref().unwrap_or("the function");
        match self.fault.as_str() {
            "throttle" => format!("{calls}{of} is throttled"),
            "error" => format!("{calls}{of} fails"),
            "timeout" => format!("{calls}{of} is lost before it arrives"),
            "timeout_after_effect" => format!("{calls}{of} is done, its answer lost"),
            "crash" => format!("{function} dies in {calls}"),
            "down" => format!("{function} does not run"),
            other => other.to_owned(),
        }
    }
}

/// A service as AWS writes it.
fn name_of(service: &str) -> &str {
    match service {
        "dynamodb" => "DynamoDB",
        "ses" => "SES",
        "sns" => "SNS",
        "sqs" => "SQS",
        other => other,
    }
}

/// A school, of `/_local/triggers`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct School {
    pub(super) id: String,
    pub(super) name: String,
}

/// A remote-learning period, of `/_local/triggers`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Period {
    pub(super) id: String,
    pub(super) scope: String,
    pub(super) start: NaiveDate,
    pub(super) end: Option<NaiveDate>,
    pub(super) delivery: String,
}
