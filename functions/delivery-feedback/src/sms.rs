//! What SNS says of text messages: lines of a log, which CloudWatch Logs hands over packed (Lambda, "Using Lambda with
//! CloudWatch Logs").

use crate::count;
use crate::report::{Fate, Outcome, Send, shaped, unknown};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::contact::{Personal, usable_number};
use flate2::read::GzDecoder;
use runtime::Failure;
use serde::{Deserialize, Serialize};
use std::io::Read;
use store::contacts::News;

/// The most bytes that lines may unpack to: many times what CloudWatch Logs packs together.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Lines of a log, as CloudWatch Logs hands them over.
#[derive(Debug, Serialize, Deserialize)]
pub struct Logs {
    /// The lines.
    pub awslogs: Packed,
}

/// JSON, as gzip, as Base64.
#[derive(Debug, Serialize, Deserialize)]
pub struct Packed {
    /// The text; it holds numbers.
    pub data: Personal,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Batch {
    message_type: String,
    log_events: Vec<Line>,
}

/// One line of the log.
#[derive(Deserialize)]
pub(crate) struct Line {
    /// CloudWatch's id of it.
    pub(crate) id: String,
    timestamp: i64,
    message: Personal,
}

/// What SNS writes of one text message (SNS, "Viewing CloudWatch metrics and logs for SMS deliveries").
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    notification: Notification,
    delivery: Delivery,
    status: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    message_id: String,
    timestamp: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Delivery {
    destination: Personal,
    #[serde(default)]
    provider_response: String,
}

/// The lines; none where CloudWatch only tries whether it can reach the function.
pub(crate) fn unpack(logs: &Logs) -> Result<Vec<Line>, Failure> {
    let packed = STANDARD.decode(logs.awslogs.data.reveal());
    let packed = packed.map_err(|_| unknown("log lines that are not Base64"))?;
    let mut text = Vec::new();
    let read = GzDecoder::new(packed.as_slice())
        .take(MOST_BYTES + 1)
        .read_to_end(&mut text);
    read.map_err(|_| unknown("log lines that are not gzip"))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(unknown("log lines of more than 16 MiB"));
    }
    let batch: Batch = serde_json::from_slice(&text).map_err(|_| unknown("log lines without their fields"))?;
    match batch.message_type.as_str() {
        "DATA_MESSAGE" => Ok(batch.log_events),
        "CONTROL_MESSAGE" => {
            count("log tried");
            Ok(Vec::new())
        }
        _ => Err(unknown("log lines of an unknown type")),
    }
}

/// What a line says.
pub(crate) fn read(line: &Line) -> Result<Outcome, Failure> {
    let not_one = "a log line that is no status of a text message";
    let body = serde_json::from_str(line.message.reveal()).map_err(|_| unknown(not_one))?;
    let Status {
        notification,
        delivery,
        status,
    } = shaped(body, not_one)?;
    let at = DateTime::from_timestamp_millis(line.timestamp).ok_or_else(|| unknown(not_one))?;
    let (kind, fate) = match status.as_str() {
        "SUCCESS" => ("text message arrived", Fate::Arrived),
        "FAILURE" => ("text message did not arrive", Fate::CameBack),
        _ => return Err(unknown("a text message of an unknown status")),
    };
    let news = match fate {
        Fate::Arrived => None,
        Fate::CameBack => said_of_number(&delivery.provider_response).zip(usable_number(delivery.destination.reveal())),
    };
    Ok(Outcome {
        kind,
        send: Some(Send::Provider(notification.message_id)),
        fate: Some(fate),
        // A carrier reports up to three days late: what it found was so when the message was sent, and a START may have
        // come since.
        at: if news.is_some() {
            sent_at(&notification.timestamp).unwrap_or(at)
        } else {
            at
        },
        news: news.into_iter().map(|(news, number)| (number, news)).collect(),
    })
}

/// What a failure says of the number for good, by the reasons that SNS documents ("SMS delivery failure reasons"). All
/// others may pass (unreachable, unavailable), are about the message or its price, or leave open whom the carrier blocks: a
/// number given up for nothing loses a family, one that is kept is handed to the teacher after five rounds.
fn said_of_number(reason: &str) -> Option<News> {
    match reason {
        "Invalid phone number" => Some(News::Bounced),
        "Phone number is opted out" => Some(News::Stopped),
        _ => None,
    }
}

/// As SNS writes it: `2016-06-28 00:40:34.558`, in UTC.
fn sent_at(text: &str) -> Option<DateTime<Utc>> {
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").ok()?;
    Some(at.and_utc())
}
