//! The outbox: rows that wait to be acted upon, and what becomes of messages. A message moves only from the state it was
//! seen in, so of two who would send it one is too late.

use crate::keys::{self, OutKind};
use crate::students::{message_row, status};
use crate::{Item, StoreError, Table, from_item, get_number, get_text, number, text};
use aws_sdk_dynamodb::types::{ConditionCheck, ReturnConsumedCapacity, TransactWriteItem};
use chrono::{DateTime, Utc};
use domain::ids::{ConferenceId, MessageId, UserId};
use domain::record::{Message, MessageStatus};
use std::collections::BTreeSet;

/// A row that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its partition key.
    pub pk: String,
    /// Its sort key.
    pub sk: String,
    /// Since when it may be acted upon.
    pub at: DateTime<Utc>,
    /// By whom.
    pub kind: OutKind,
}

impl Waiting {
    /// The row of these keys, as they stand on the index or in a record of the stream; `None`: not a waiting row.
    pub fn of(pk: &str, sk: &str, when: &str) -> Option<Self> {
        let (at, kind) = when.split_once('#')?;
        Some(Self {
            pk: pk.to_owned(),
            sk: sk.to_owned(),
            at: at.parse().ok()?,
            kind: OutKind::parse(kind)?,
        })
    }
}

/// Whether messages are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sending {
    /// They are.
    Live,
    /// Everything is decided, nothing is sent: messages end as withheld.
    Shadow,
    /// Messages wait.
    Stopped,
}

/// A message as it was seen, and as it shall be.
#[derive(Clone, Debug)]
pub struct Move {
    /// Which.
    pub id: MessageId,
    /// As it was seen.
    pub seen: Message,
    /// As it shall be.
    pub next: Message,
}

impl Table {
    /// Rows of one shard that may be acted upon by `until`, oldest first, at most `limit`.
    pub async fn waiting(
        &self,
        shard: u32,
        until: DateTime<Utc>,
        from: Option<Item>,
        limit: i32,
    ) -> Result<(Vec<Waiting>, Option<Item>), StoreError> {
        let page = self
            .client
            .query()
            .table_name(&self.name)
            .index_name("GSI1")
            .key_condition_expression("GSI1PK = :shard AND GSI1SK <= :until")
            .expression_attribute_values(":shard", text(keys::out_shard(shard)))
            .expression_attribute_values(":until", text(format!("{}$", keys::instant(until))))
            .set_exclusive_start_key(from)
            .limit(limit)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await?;
        self.capacity.query(page.consumed_capacity());
        Ok((
            page.items.unwrap_or_default().iter().filter_map(row).collect(),
            page.last_evaluated_key,
        ))
    }

    /// A row was relayed: it comes up again only after `until`, if it still waits then. Lost to whoever acted upon it
    /// meanwhile.
    pub async fn relayed(&self, row: &Waiting, until: DateTime<Utc>) -> Result<(), StoreError> {
        let moved = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(&row.pk))
            .key("SK", text(&row.sk))
            .condition_expression("GSI1SK = :seen")
            .update_expression("SET GSI1SK = :later")
            .expression_attribute_values(":seen", text(keys::out_at(row.at, row.kind)))
            .expression_attribute_values(":later", text(keys::out_at(until, row.kind)))
            .send()
            .await;
        match moved.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::LostRace) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// When the next row comes due after `after`; `None`: nothing waits.
    pub async fn next_waiting(&self, after: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
        let mut next = None;
        for shard in 0..keys::SHARDS {
            let page = self
                .client
                .query()
                .table_name(&self.name)
                .index_name("GSI1")
                .key_condition_expression("GSI1PK = :shard AND GSI1SK > :after")
                .expression_attribute_values(":shard", text(keys::out_shard(shard)))
                .expression_attribute_values(":after", text(format!("{}$", keys::instant(after))))
                .limit(1)
                .send()
                .await?;
            let at = page.items.unwrap_or_default().first().and_then(row).map(|row| row.at);
            next = [next, at].into_iter().flatten().min();
        }
        Ok(next)
    }

    /// Whether messages are sent; they are, where nothing else was said.
    pub async fn sending(&self) -> Result<Sending, StoreError> {
        let item = self.item(keys::CONTROL, keys::SENDING).await?;
        Ok(match item.as_ref().and_then(|item| get_text(item, "sending")) {
            Some("shadow") => Sending::Shadow,
            Some("stopped") => Sending::Stopped,
            _ => Sending::Live,
        })
    }

    /// Sets whether messages are sent.
    pub async fn set_sending(&self, sending: Sending) -> Result<(), StoreError> {
        let word = match sending {
            Sending::Live => "live",
            Sending::Shadow => "shadow",
            Sending::Stopped => "stopped",
        };
        let item = Item::from([
            ("PK".into(), text(keys::CONTROL)),
            ("SK".into(), text(keys::SENDING)),
            ("sending".into(), text(word)),
        ]);
        self.client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(item))
            .send()
            .await?;
        Ok(())
    }

    /// A message as it is.
    pub async fn message(&self, id: &MessageId) -> Result<Option<Message>, StoreError> {
        let item = self.item(&keys::student(&id.student), &keys::message(id.n)).await?;
        item.as_ref().map(from_item).transpose()
    }

    /// The messages that wait together with this one: the same guardian's of the same day by the same channel.
    pub async fn together(&self, message: &Message) -> Result<Vec<(MessageId, Message)>, StoreError> {
        let pointers = self
            .rows(&keys::merge(&message.guardian, message.run_on, message.channel), "")
            .await?;
        let ids: Vec<MessageId> = pointers
            .iter()
            .filter_map(|row| {
                Some(MessageId {
                    student: UserId::from(get_text(row, "student")?),
                    n: get_number(row, "n")?,
                })
            })
            .collect();
        let wanted: Vec<(String, String)> = ids
            .iter()
            .map(|id| (keys::student(&id.student), keys::message(id.n)))
            .collect();
        let mut found = Vec::new();
        for item in self.items(&wanted).await? {
            let message: Message = from_item(&item)?;
            let id = ids
                .iter()
                .zip(&wanted)
                .find(|(_, (pk, sk))| get_text(&item, "PK") == Some(pk) && get_text(&item, "SK") == Some(sk));
            if let (Some((id, _)), MessageStatus::Pending) = (id, &message.status) {
                found.push((id.clone(), message));
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    /// Which of the messages' conferences still want an answer.
    pub async fn open_conferences(
        &self,
        messages: &[(MessageId, Message)],
    ) -> Result<BTreeSet<ConferenceId>, StoreError> {
        let ids: BTreeSet<ConferenceId> = messages.iter().map(|(id, message)| about(id, message)).collect();
        let wanted: Vec<(String, String)> = ids
            .iter()
            .map(|id| (keys::student(&id.student), keys::conference(id.n)))
            .collect();
        let items = self.items(&wanted).await?;
        let open = |(pk, sk): &(String, String)| {
            items.iter().any(|item| {
                get_text(item, "PK") == Some(pk)
                    && get_text(item, "SK") == Some(sk)
                    && get_text(item, "state") == Some(OPEN)
            })
        };
        let found = ids.iter().zip(&wanted).filter(|(_, keys)| open(keys));
        Ok(found.map(|(id, _)| id.clone()).collect())
    }

    /// Claims messages as [`Table::move_messages`] moves them, if their conferences still want an answer.
    pub async fn claim_messages(&self, moves: &[Move]) -> Result<(), StoreError> {
        let about: BTreeSet<ConferenceId> = moves.iter().map(|made| about(&made.id, &made.seen)).collect();
        let mut checks = Vec::with_capacity(about.len());
        for id in about {
            let check = ConditionCheck::builder()
                .table_name(&self.name)
                .key("PK", text(keys::student(&id.student)))
                .key("SK", text(keys::conference(id.n)))
                .condition_expression("#state = :open")
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":open", text(OPEN))
                .build()?;
            checks.push(TransactWriteItem::builder().condition_check(check).build());
        }
        self.move_if(moves, checks).await
    }

    /// Moves messages in one transaction, each if it is still as it was seen. A claim is the fence: it is counted, so a
    /// claim that lapsed cannot settle what a later one holds.
    pub async fn move_messages(&self, moves: &[Move]) -> Result<(), StoreError> {
        self.move_if(moves, Vec::new()).await
    }

    async fn move_if(&self, moves: &[Move], mut writes: Vec<TransactWriteItem>) -> Result<(), StoreError> {
        for made in moves {
            let item = message_row(&made.id.student, made.id.n, &made.next)?;
            writes.push(self.put(item, |put| {
                put.condition_expression("#status = :status AND claims = :claims")
                    .expression_attribute_names("#status", "status")
                    .expression_attribute_values(":status", text(status(&made.seen.status)))
                    .expression_attribute_values(":claims", number(made.seen.claims))
            })?);
        }
        self.client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .send()
            .await?;
        Ok(())
    }
}

/// The state of a conference that wants an answer, as its item has it.
const OPEN: &str = "open";

/// The conference that a message is about.
fn about(id: &MessageId, message: &Message) -> ConferenceId {
    ConferenceId {
        student: id.student.clone(),
        n: message.conference,
    }
}

fn row(item: &Item) -> Option<Waiting> {
    Waiting::of(get_text(item, "PK")?, get_text(item, "SK")?, get_text(item, "GSI1SK")?)
}
