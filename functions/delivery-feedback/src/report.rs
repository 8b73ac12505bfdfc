//! What comes by the queue: with the envelope of an SNS topic, or without it (raw delivery).

use crate::email;
use chrono::{DateTime, Utc};
use domain::contact::Personal;
use runtime::Failure;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::contacts::News;

/// Something that was reported.
#[derive(Debug, PartialEq)]
pub(crate) enum Report {
    /// What became of something that was sent.
    Sent(Outcome),
    /// Somebody wrote a text message.
    Wrote(Text),
    /// Understood, and nothing follows; what it was, in words.
    Unused(&'static str),
}

/// What became of something that was sent.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    /// What was reported, in words.
    pub(crate) kind: &'static str,
    /// Which send, where it is said.
    pub(crate) send: Option<Send>,
    /// What its messages have become; `None`: they stay as they are.
    pub(crate) fate: Option<Fate>,
    /// What became known of numbers and addresses.
    pub(crate) news: Vec<(Personal, News)>,
    /// When it happened.
    pub(crate) at: DateTime<Utc>,
}

/// A send, by one of its ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Send {
    /// By the one that travelled with it.
    Ours(String),
    /// By the provider's.
    Provider(String),
}

/// What a message has become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It arrived.
    Arrived,
    /// It did not arrive: no attempt (R9).
    CameBack,
}

/// A text message that somebody wrote.
#[derive(Debug, PartialEq)]
pub(crate) struct Text {
    /// From which number.
    pub(crate) from: Personal,
    /// What it says.
    pub(crate) body: Personal,
    /// The provider's id of it.
    pub(crate) id: String,
    /// When the provider passed it on.
    pub(crate) at: DateTime<Utc>,
}

/// What AWS makes of a text message to a two-way number (End User Messaging SMS, "Example of a two-way SMS message
/// payload").
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TwoWay {
    origination_number: Personal,
    #[serde(default = "nothing")]
    message_body: Personal,
    inbound_message_id: String,
}

fn nothing() -> Personal {
    Personal::new("")
}

/// The envelope of an SNS topic (SNS, "HTTP/HTTPS notification JSON format").
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope {
    r#type: String,
    message: Personal,
    timestamp: DateTime<Utc>,
}

/// What SNS sends once, as a text of its own, when SES is told to report to a topic.
const TOPIC_TRIED: &str = "Successfully validated SNS topic";

/// Reads what came; what is not understood goes to the dead-letter queue, named by its kind and never by its content.
pub(crate) fn read(body: Value, now: DateTime<Utc>) -> Result<Report, Failure> {
    if body.get("TopicArn").is_none() {
        return message(body, now);
    }
    let envelope: Envelope = shaped(body, "an SNS envelope without its fields")?;
    if envelope.r#type != "Notification" {
        return Err(unknown("an SNS envelope that is no notification"));
    }
    if envelope.message.reveal().starts_with(TOPIC_TRIED) {
        return Ok(Report::Unused("topic validated"));
    }
    let body = serde_json::from_str(envelope.message.reveal());
    let body = body.map_err(|_| unknown("a notification that is not JSON"))?;
    message(body, envelope.timestamp)
}

fn message(body: Value, at: DateTime<Utc>) -> Result<Report, Failure> {
    if body.get("eventType").or(body.get("notificationType")).is_some() {
        email::read(shaped(body, "an SES event without its fields")?)
    } else if body.get("inboundMessageId").is_some() {
        let text: TwoWay = shaped(body, "a text message without its fields")?;
        Ok(Report::Wrote(Text {
            from: text.origination_number,
            body: text.message_body,
            id: text.inbound_message_id,
            at,
        }))
    } else {
        Err(unknown("neither an SES event nor a text message"))
    }
}

/// The value, as it must be; the error says nothing of what it holds.
pub(crate) fn shaped<T: DeserializeOwned>(body: Value, otherwise: &str) -> Result<T, Failure> {
    serde_json::from_value(body).map_err(|_| unknown(otherwise))
}

/// Something of a kind that nothing is known of.
pub(crate) fn unknown(kind: &str) -> Failure {
    Failure::Permanent(format!("a report that is not understood: {kind}"))
}
