//! What SES says of e-mails: events of a configuration set, which carry the tags of the send (SES, "Contents of event data
//! that Amazon SES publishes to Amazon SNS"), and the older notifications of an identity, which do not.

use crate::report::{Fate, Outcome, Report, Send, unknown};
use chrono::{DateTime, Utc};
use domain::contact::{Personal, usable_address};
use runtime::Failure;
use runtime::deliver::untagged;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::contacts::News;

/// An event as SES publishes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    #[serde(alias = "notificationType")]
    event_type: String,
    mail: Option<Mail>,
    bounce: Option<Bounce>,
    complaint: Option<Complaint>,
    delivery: Option<Dated>,
}

#[derive(Deserialize)]
struct Mail {
    timestamp: DateTime<Utc>,
    #[serde(default)]
    destination: Vec<Personal>,
    #[serde(default)]
    tags: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
    bounced_recipients: Vec<Recipient>,
    timestamp: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    complained_recipients: Vec<Recipient>,
    complaint_feedback_type: Option<String>,
    timestamp: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: Personal,
}

#[derive(Deserialize)]
struct Dated {
    timestamp: DateTime<Utc>,
}

/// What an event says.
pub(crate) fn read(event: Event) -> Result<Report, Failure> {
    let incomplete = || unknown("an SES event without its fields");
    let unused = match event.event_type.as_str() {
        "Send" => Some("e-mail taken"),
        "Open" => Some("e-mail opened"),
        "Click" => Some("link followed"),
        "DeliveryDelay" => Some("e-mail delayed"),
        "Subscription" => Some("subscription changed"),
        "AmazonSnsSubscriptionSucceeded" => Some("topic validated"),
        _ => None,
    };
    if let Some(kind) = unused {
        return Ok(Report::Unused(kind));
    }
    let mail = event.mail.ok_or_else(incomplete)?;
    let outcome = |kind, fate, news, at| {
        let send = mail.tags.get("confer-send").and_then(|tag| tag.first());
        Report::Sent(Outcome {
            kind,
            send: send.map(|tag| Send::Ours(untagged(tag))),
            fate,
            news,
            at,
        })
    };
    Ok(match event.event_type.as_str() {
        "Delivery" => {
            let at = event.delivery.ok_or_else(incomplete)?.timestamp;
            outcome("e-mail arrived", Some(Fate::Arrived), Vec::new(), at)
        }
        "Bounce" => {
            let bounce = event.bounce.ok_or_else(incomplete)?;
            // Transient and undetermined ones say nothing of the address for good.
            let news = match bounce.bounce_type.as_str() {
                "Permanent" => news(&bounce.bounced_recipients, &mail, News::Bounced),
                _ => Vec::new(),
            };
            outcome("e-mail came back", Some(Fate::CameBack), news, bounce.timestamp)
        }
        "Complaint" => {
            let complaint = event.complaint.ok_or_else(incomplete)?;
            // The reader took the complaint of a filter back.
            if complaint.complaint_feedback_type.as_deref() == Some("not-spam") {
                return Ok(Report::Unused("e-mail said to be no spam"));
            }
            let news = news(&complaint.complained_recipients, &mail, News::Complained);
            outcome("e-mail reported as unwanted", None, news, complaint.timestamp)
        }
        "Reject" => outcome("e-mail rejected", Some(Fate::CameBack), Vec::new(), mail.timestamp),
        "Rendering Failure" => outcome("e-mail not rendered", Some(Fate::CameBack), Vec::new(), mail.timestamp),
        _ => return Err(unknown("an SES event of an unknown type")),
    })
}

/// What became known of the addresses. A server that forwards names the address it forwarded to: the one address that was
/// written to is meant as well.
fn news(recipients: &[Recipient], mail: &Mail, news: News) -> Vec<(Personal, News)> {
    let written_to = match mail.destination.as_slice() {
        [one] => Some(one),
        _ => None,
    };
    let named = recipients.iter().map(|recipient| &recipient.email_address);
    let mut addresses: Vec<Personal> = named
        .chain(written_to)
        .filter_map(|address| usable_address(address.reveal()))
        .collect();
    addresses.sort();
    addresses.dedup();
    addresses.into_iter().map(|address| (address, news)).collect()
}
