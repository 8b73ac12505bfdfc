//! Wakes whoever acts upon rows of the outbox. The table's stream makes it quick; the sweep makes it sure: whatever still
//! waits when it is due is relayed again. A row relayed twice finds its work done.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{ConferenceId, MessageId, UserId};
use futures::future::join_all;
use runtime::queues::{Delivery, Escalation, Projection, Queue};
use runtime::{App, Failure, figures};
use serde::{Deserialize, Serialize};
use serde_dynamo::AttributeValue;
use std::collections::{BTreeMap, BTreeSet};
use store::contacts::ContactId;
use store::keys::OutKind;
use store::outbox::{Sending, Waiting};
use store::staff::Mailbox;

/// Rows that one read of the sweep takes.
const PAGE: i32 = 100;

/// When a row that was relayed and still waits is relayed again.
const AGAIN_AFTER: TimeDelta = TimeDelta::minutes(15);

/// What wakes the function.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Woken {
    /// The table's stream.
    Stream(Event),
    /// The schedule: `{"sweep": true}`.
    Schedule {
        /// Always `true`.
        sweep: bool,
    },
}

/// What the function answers.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To the stream: where to begin again.
    Stream(DynamoDbEventResponse),
    /// To the schedule.
    Swept {
        /// Rows that were relayed.
        relayed: usize,
    },
}

/// Relays what is due.
///
/// # Errors
/// The sweep's; the schedule comes again.
pub async fn handle(app: &App, woken: Woken, now: DateTime<Utc>) -> Result<Answer, Failure> {
    match woken {
        Woken::Stream(event) => Ok(Answer::Stream(stream(app, event.records, now).await)),
        Woken::Schedule { .. } => Ok(Answer::Swept {
            relayed: sweep(app, now).await?,
        }),
    }
}

/// Relays the rows that records of the stream put on the outbox, as far as they are due; the sweep takes the others.
pub async fn stream(app: &App, records: Vec<EventRecord>, now: DateTime<Utc>) -> DynamoDbEventResponse {
    let mut answer = DynamoDbEventResponse::default();
    let waiting = records.iter().filter_map(waiting).filter(|row| row.at <= now);
    if let Err(failure) = relay(app, waiting).await {
        let first = records.first().and_then(|record| record.change.sequence_number.clone());
        runtime::batch::report("outbox-relay", first.as_deref().unwrap_or_default(), &failure);
        let mut failed = DynamoDbBatchItemFailure::default();
        failed.item_identifier = first;
        answer.batch_item_failures.push(failed);
    }
    answer
}

/// Relays every row that is due; how many there were. A row that was relayed comes up again only after a while, so that a
/// queue that is behind is not filled with the same work. While sending is stopped, messages stay where they are.
async fn sweep(app: &App, now: DateTime<Utc>) -> Result<usize, Failure> {
    let stopped = app.table.control().await?.sending == Sending::Stopped;
    let mut relayed = 0;
    let mut oldest = now;
    for shard in 0..app.table.shards() {
        let mut from = None;
        loop {
            let (mut rows, next) = app.table.waiting(shard, now, from, PAGE).await?;
            rows.retain(|row| !stopped || !matches!(row.kind, OutKind::Sms | OutKind::Email));
            relayed += rows.len();
            oldest = rows.iter().map(Waiting::waits_since).fold(oldest, DateTime::min);
            relay(app, rows.iter().cloned()).await?;
            let again = rows.iter().map(|row| app.table.relayed(row, now + AGAIN_AFTER));
            for moved in join_all(again).await {
                moved?;
            }
            from = next;
            if from.is_none() {
                break;
            }
        }
    }
    let minutes = usize::try_from((now - oldest).num_minutes());
    figures::say_always("OldestPendingMinutes", minutes.unwrap_or_default());
    Ok(relayed)
}

/// The waiting row that a record of the stream put on the outbox, if so.
fn waiting(record: &EventRecord) -> Option<Waiting> {
    let image = &record.change.new_image;
    let text = |name: &str| match image.get(name) {
        Some(AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    };
    text("GSI1PK").filter(|shard| shard.starts_with("OUT#"))?;
    Waiting::of(text("PK")?, text("SK")?, text("GSI1SK")?)
}

/// Sends each row's work to its queue, once.
async fn relay(app: &App, rows: impl Iterator<Item = Waiting>) -> Result<(), Failure> {
    let mut work: BTreeMap<Queue, Vec<serde_json::Value>> = BTreeMap::new();
    let mut seen: BTreeSet<(Queue, String)> = BTreeSet::new();
    for row in rows {
        let Some((queue, body)) = work_of(&row) else {
            tracing::error!(
                row = format!("{} / {}", row.pk, row.sk),
                next = "it stays where it is: mend it by hand",
                "a row of the outbox is nobody's work"
            );
            continue;
        };
        if seen.insert((queue, body.to_string())) {
            work.entry(queue).or_default().push(body);
        }
    }
    for (queue, bodies) in work {
        app.queues.send(queue, &bodies).await?;
    }
    Ok(())
}

fn work_of(row: &Waiting) -> Option<(Queue, serde_json::Value)> {
    match row.kind {
        OutKind::Project => {
            let work = match row.pk.strip_prefix("OBJ#") {
                Some(object) => Projection::Object {
                    object: object.to_owned(),
                    after: None,
                },
                None => match row.pk.strip_prefix("CONTACT#") {
                    Some(contact) => Projection::Contact {
                        contact: ContactId(contact.to_owned()),
                    },
                    None => Projection::Guardian {
                        guardian: UserId::from(row.pk.strip_prefix("GUARDIAN#")?),
                    },
                },
            };
            Some((Queue::RosterProjection, serde_json::to_value(work).ok()?))
        }
        OutKind::Escalate => {
            let conference = ConferenceId {
                student: UserId::from(row.pk.strip_prefix("STUDENT#")?),
                n: row.sk.strip_prefix("E#")?.parse().ok()?,
            };
            let work = Escalation {
                conference: conference.to_string(),
            };
            Some((Queue::Escalate, serde_json::to_value(work).ok()?))
        }
        OutKind::Sms | OutKind::Email => {
            let work = match row.pk.strip_prefix("STUDENT#") {
                Some(student) => Delivery::Message {
                    message: MessageId {
                        student: UserId::from(student),
                        n: row.sk.strip_prefix("M#")?.parse().ok()?,
                    }
                    .to_string(),
                },
                None => match row.pk.strip_prefix("CONTACT#") {
                    Some(contact) => Delivery::Reply {
                        contact: ContactId(contact.to_owned()),
                        reply: row.sk.clone(),
                    },
                    None => Delivery::Staff(Mailbox::of(&row.pk, &row.sk)?),
                },
            };
            let queue = if row.kind == OutKind::Sms {
                Queue::SendSms
            } else {
                Queue::SendEmail
            };
            Some((queue, serde_json::to_value(work).ok()?))
        }
    }
}
