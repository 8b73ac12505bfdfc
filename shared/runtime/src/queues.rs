//! The queues between functions. Bodies hold ids only: whoever takes one reads the table.

use crate::Failure;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OrgId, UserId};
use domain::roster::Version;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::contacts::ContactId;
use store::staff::Mailbox;

/// A function that takes work from a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Queue {
    /// `roster-projection`.
    RosterProjection,
    /// `daily-detection`.
    DailyDetection,
    /// `escalate`.
    Escalate,
    /// `send-sms`.
    SendSms,
    /// `send-email`.
    SendEmail,
    /// `delivery-feedback`; what providers say comes here from topics, not from functions.
    DeliveryFeedback,
}

impl Queue {
    /// Every queue.
    pub const ALL: [Self; 6] = [
        Self::RosterProjection,
        Self::DailyDetection,
        Self::Escalate,
        Self::SendSms,
        Self::SendEmail,
        Self::DeliveryFeedback,
    ];

    /// The name of the queue and of the function that takes from it.
    pub fn name(self) -> &'static str {
        match self {
            Self::RosterProjection => "roster-projection",
            Self::DailyDetection => "daily-detection",
            Self::Escalate => "escalate",
            Self::SendSms => "send-sms",
            Self::SendEmail => "send-email",
            Self::DeliveryFeedback => "delivery-feedback",
        }
    }

    /// The setting that holds its URL.
    pub fn setting(self) -> &'static str {
        match self {
            Self::RosterProjection => "CONFER_QUEUE_ROSTER_PROJECTION",
            Self::DailyDetection => "CONFER_QUEUE_DAILY_DETECTION",
            Self::Escalate => "CONFER_QUEUE_ESCALATE",
            Self::SendSms => "CONFER_QUEUE_SEND_SMS",
            Self::SendEmail => "CONFER_QUEUE_SEND_EMAIL",
            Self::DeliveryFeedback => "CONFER_QUEUE_DELIVERY_FEEDBACK",
        }
    }
}

/// Work of `roster-projection`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, untagged)]
pub enum Projection {
    /// An SIS object was recorded; a large scope is continued after a student of a school.
    Object {
        /// Its key, as [`domain::roster::ObjectKey`] prints.
        object: String,
        /// Where the last page ended, and which state of the object the walk began with.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<(OrgId, UserId, Version)>,
    },
    /// One student, who could not be decided about together with others.
    Student {
        /// Who.
        student: UserId,
        /// What brought that about: ids of events, and of numbers or addresses.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        news: BTreeSet<String>,
    },
    /// Something became known of a number or an address.
    Contact {
        /// Which.
        contact: ContactId,
    },
    /// A guardian was reached for one child.
    Guardian {
        /// Who.
        guardian: UserId,
    },
}

/// Work of `send-sms` and `send-email`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Delivery {
    /// A family's message.
    Message {
        /// Its id, as [`domain::ids::MessageId`] prints.
        message: String,
    },
    /// The answer to a family's text message.
    Reply {
        /// From which number.
        contact: ContactId,
        /// Its sort key.
        reply: String,
    },
    /// What a member of staff is told.
    Staff(Mailbox),
}

/// Work of `escalate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// The conference that was handed over, as [`domain::ids::ConferenceId`] prints.
    pub conference: String,
}

/// Work of `daily-detection`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Run {
    /// A part of a run.
    Shard {
        /// The run's day.
        run: NaiveDate,
        /// Which shard of the due index.
        shard: u32,
        /// Where the last page ended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
    },
    /// One student of a run, who could not be decided about with the others.
    Student {
        /// The run's day.
        run: NaiveDate,
        /// Who.
        student: UserId,
    },
    /// The schedule starts a run.
    Start {
        /// The time the schedule meant.
        scheduled: DateTime<Utc>,
    },
}

/// The queues a function sends to.
#[derive(Clone, Debug, Default)]
pub struct Queues {
    client: Option<aws_sdk_sqs::Client>,
    urls: BTreeMap<Queue, String>,
}

impl Queues {
    /// By their URLs. A function that sends to none has no client for them, which would be a third of its start.
    pub fn new(client: aws_sdk_sqs::Client, urls: BTreeMap<Queue, String>) -> Self {
        Self {
            client: Some(client),
            urls,
        }
    }

    /// Sends work, in batches of ten.
    pub async fn send(&self, queue: Queue, work: &[impl Serialize]) -> Result<(), Failure> {
        let (client, url) = self
            .client
            .as_ref()
            .zip(self.urls.get(&queue))
            .ok_or_else(|| Failure::Permanent(format!("{} is not among this function's queues", queue.name())))?;
        for some in work.chunks(10) {
            let mut request = client.send_message_batch().queue_url(url);
            for (i, body) in some.iter().enumerate() {
                let entry = SendMessageBatchRequestEntry::builder()
                    .id(i.to_string())
                    .message_body(serde_json::to_string(body).map_err(|error| Failure::Permanent(error.to_string()))?)
                    .build()
                    .map_err(|error| Failure::Permanent(error.to_string()))?;
                request = request.entries(entry);
            }
            let answer = request.send().await.map_err(|error| {
                use aws_sdk_sqs::error::ProvideErrorMetadata;
                Failure::Retryable(format!(
                    "the queue {} did not take the work: {}",
                    queue.name(),
                    error.code().unwrap_or("no answer")
                ))
            })?;
            if !answer.failed().is_empty() {
                return Err(Failure::Retryable(format!(
                    "the queue {} did not take all work",
                    queue.name()
                )));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_read_back_as_they_were_written() {
        let shard = Run::Shard {
            run: NaiveDate::default(),
            shard: 3,
            after: None,
        };
        let text = serde_json::to_string(&shard).unwrap_or_default();
        assert_eq!(serde_json::from_str::<Run>(&text).ok(), Some(shard));
        let start = r#"{"scheduled":"2021-09-22T13:00:00Z"}"#;
        assert!(matches!(serde_json::from_str(start), Ok(Run::Start { .. })));
        let staff = Delivery::Staff(Mailbox {
            staff: "s-1".into(),
            purpose: store::staff::Purpose::Alert,
            channel: domain::record::Channel::Sms,
        });
        let text = serde_json::to_string(&staff).unwrap_or_default();
        assert_eq!(serde_json::from_str::<Delivery>(&text).ok(), Some(staff));
    }
}
