//! The outbox: rows that wait to be acted upon, and what becomes of messages. A message moves only from the state it was
//! seen in, so of two who would send it one is too late.

use crate::contacts::{Contact, ContactId, known_already};
use crate::keys::{self, OutKind};
use crate::students::status;
use crate::{Item, StoreError, Table, from_item, get_number, get_text, number, text};
use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, ReturnConsumedCapacity, TransactWriteItem};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::ids::{ConferenceId, MessageId, UserId};
use domain::record::{Conference, Message, MessageStatus, NO_CONFERENCE, TaskKind};
use std::collections::BTreeSet;

/// A row that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its partition key.
    pub pk: String,
    /// Its sort key.
    pub sk: String,
    /// Since when it may be acted upon, or when it is looked at again.
    pub at: DateTime<Utc>,
    /// By whom.
    pub kind: OutKind,
    /// Since when it has waited, where it was relayed before.
    pub since: Option<DateTime<Utc>>,
}

impl Waiting {
    /// The row of these keys, as they stand on the index or in a record of the stream; `None`: not a waiting row.
    pub fn of(pk: &str, sk: &str, when: &str) -> Option<Self> {
        let (at, kind) = when.split_once('#')?;
        let (kind, since) = match kind.split_once('#') {
            Some((kind, since)) => (kind, Some(since.parse().ok()?)),
            None => (kind, None),
        };
        Some(Self {
            pk: pk.to_owned(),
            sk: sk.to_owned(),
            at: at.parse().ok()?,
            kind: OutKind::parse(kind)?,
            since,
        })
    }

    /// Since when it has waited.
    pub fn waits_since(&self) -> DateTime<Utc> {
        self.since.unwrap_or(self.at)
    }

    /// As it stands on the index.
    fn when(&self) -> String {
        let when = keys::out_at(self.at, self.kind);
        match self.since {
            Some(since) => format!("{when}#{}", keys::instant(since)),
            None => when,
        }
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

/// What governs sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Control {
    /// Whether messages are sent.
    pub sending: Sending,
    /// How many messages a day go to families without anybody's approval; `None`: as many as there are.
    pub daily_cap: Option<u32>,
    /// This is not the table that the word was given for: it was restored from a backup, and what waits in it may have been
    /// sent long ago. Nothing is sent until somebody says what is to become of it.
    pub restored: bool,
}

/// The attribute that names the table which the word was given for.
const TABLE: &str = "table_id";

/// How long a message waits that the day's cap holds, before it is looked up again whether somebody approved of more.
pub const HELD: TimeDelta = TimeDelta::minutes(30);

/// Rows that one read of the index takes.
const PAGE: i32 = 100;

/// How long a provider may say something more of a message.
const REPORTS_COME: TimeDelta = TimeDelta::days(30);

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
        let later = Waiting {
            at: until,
            since: Some(row.waits_since()),
            ..row.clone()
        };
        let moved = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(&row.pk))
            .key("SK", text(&row.sk))
            .condition_expression("GSI1SK = :seen")
            .update_expression("SET GSI1SK = :later")
            .expression_attribute_values(":seen", text(row.when()))
            .expression_attribute_values(":later", text(later.when()))
            .send()
            .await;
        match moved.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::LostRace) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// What governs sending. Nothing is sent until somebody has said anything, nor from a table that was restored.
    pub async fn control(&self) -> Result<Control, StoreError> {
        let item = self.item(keys::CONTROL, keys::SENDING).await?.unwrap_or_default();
        let table = get_text(&item, TABLE);
        let restored = match table {
            Some(table) => table != self.id().await?,
            None => false,
        };
        Ok(Control {
            sending: match get_text(&item, "sending") {
                _ if table.is_none() || restored => Sending::Stopped,
                Some("shadow") => Sending::Shadow,
                Some("stopped") => Sending::Stopped,
                _ => Sending::Live,
            },
            daily_cap: get_number(&item, "daily_cap"),
            restored,
        })
    }

    /// What is said of sending is said of this very table. A new one, of which nothing was said yet, sends from here on.
    pub async fn adopt(&self) -> Result<(), StoreError> {
        let id = text(self.id().await?);
        self.set_control(TABLE, Some(id)).await
    }

    /// Sets whether messages are sent.
    pub async fn set_sending(&self, sending: Sending) -> Result<(), StoreError> {
        let word = match sending {
            Sending::Live => "live",
            Sending::Shadow => "shadow",
            Sending::Stopped => "stopped",
        };
        self.set_control("sending", Some(text(word))).await
    }

    /// Sets how many messages a day go to families without anybody's approval; `None`: as many as there are.
    pub async fn set_daily_cap(&self, cap: Option<u32>) -> Result<(), StoreError> {
        self.set_control("daily_cap", cap.map(number)).await
    }

    async fn set_control(&self, name: &str, value: Option<AttributeValue>) -> Result<(), StoreError> {
        let request = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::CONTROL))
            .key("SK", text(keys::SENDING))
            .expression_attribute_names("#name", name);
        let request = match value {
            Some(value) => request
                .update_expression("SET #name = :value")
                .expression_attribute_values(":value", value),
            None => request.update_expression("REMOVE #name"),
        };
        request.send().await?;
        Ok(())
    }

    /// Takes one message of the day's cap; `false`: it is used up, and nobody has approved of more.
    pub async fn take_of_cap(&self, day: NaiveDate, cap: u32) -> Result<bool, StoreError> {
        let taken = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::CONTROL))
            .key("SK", text(keys::day(day)))
            .condition_expression(
                "approved = :yes OR letters < :cap OR (attribute_not_exists(letters) AND :cap > :none)",
            )
            .update_expression("ADD letters :one")
            .expression_attribute_values(":yes", AttributeValue::Bool(true))
            .expression_attribute_values(":cap", number(cap))
            .expression_attribute_values(":none", number(0))
            .expression_attribute_values(":one", number(1))
            .send()
            .await;
        match taken.map_err(StoreError::from) {
            Ok(_) => Ok(true),
            Err(StoreError::LostRace) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Gives back what [`Table::take_of_cap`] took: nothing was sent.
    pub async fn give_back_to_cap(&self, day: NaiveDate) -> Result<(), StoreError> {
        self.client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::CONTROL))
            .key("SK", text(keys::day(day)))
            .update_expression("ADD letters :less")
            .expression_attribute_values(":less", number(-1))
            .send()
            .await?;
        Ok(())
    }

    /// Somebody approves of whatever the day's cap holds: what is held by then goes at once.
    pub async fn approve(&self, day: NaiveDate, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::CONTROL))
            .key("SK", text(keys::day(day)))
            .update_expression("SET approved = :yes")
            .expression_attribute_values(":yes", AttributeValue::Bool(true))
            .send()
            .await?;
        for (id, seen) in self.held(now + HELD).await? {
            let next = Message {
                relay_at: now,
                ..seen.clone()
            };
            match self.move_messages(&[Move { id, seen, next }]).await {
                // Whoever moved it first looked at the approval after it was written.
                Ok(()) | Err(StoreError::LostRace) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The messages that the day's cap holds, as far as they are looked at again by `until`.
    async fn held(&self, until: DateTime<Utc>) -> Result<Vec<(MessageId, Message)>, StoreError> {
        let mut held = Vec::new();
        for shard in 0..self.shards {
            let mut from = None;
            loop {
                let (rows, next) = self.waiting(shard, until, from, PAGE).await?;
                for id in rows.iter().filter_map(message_of) {
                    let message = self.message(&id).await?;
                    let message = message.filter(|message| message.held && message.status == MessageStatus::Pending);
                    held.extend(message.map(|message| (id, message)));
                }
                from = next;
                if from.is_none() {
                    break;
                }
            }
        }
        Ok(held)
    }

    /// A message as it is.
    pub async fn message(&self, id: &MessageId) -> Result<Option<Message>, StoreError> {
        let item = self.item(&keys::student(&id.student), &keys::message(id.n)).await?;
        item.as_ref().map(from_item).transpose()
    }

    /// The messages that wait together with this one: the same guardian's of the same day by the same channel.
    pub async fn together(&self, message: &Message) -> Result<Vec<(MessageId, Message)>, StoreError> {
        let mut found = self.of_one_day(message).await?;
        found.retain(|(_, message)| message.status == MessageStatus::Pending);
        Ok(found)
    }

    /// The messages that one send carried, by its id.
    pub async fn carried(&self, send_id: &str) -> Result<Vec<(MessageId, Message)>, StoreError> {
        let first = send_id
            .rsplit_once('.')
            .and_then(|(id, _)| id.parse::<MessageId>().ok());
        let Some(first) = first else { return Ok(Vec::new()) };
        let Some(message) = self.message(&first).await? else {
            return Ok(Vec::new());
        };
        let mut found = self.of_one_day(&message).await?;
        if !found.iter().any(|(id, _)| *id == first) {
            found.push((first, message));
        }
        found.retain(|(_, message)| message.sent_as.as_deref() == Some(send_id));
        Ok(found)
    }

    /// One guardian's messages of one day by one channel.
    async fn of_one_day(&self, message: &Message) -> Result<Vec<(MessageId, Message)>, StoreError> {
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
            let id = ids
                .iter()
                .zip(&wanted)
                .find(|(_, (pk, sk))| get_text(&item, "PK") == Some(pk) && get_text(&item, "SK") == Some(sk));
            if let Some((id, _)) = id {
                found.push((id.clone(), from_item(&item)?));
            }
        }
        found.sort_by(|a: &(MessageId, Message), b| a.0.cmp(&b.0));
        Ok(found)
    }

    /// A conference as it is.
    pub async fn conference(&self, id: &ConferenceId) -> Result<Option<Conference>, StoreError> {
        let item = self.item(&keys::student(&id.student), &keys::conference(id.n)).await?;
        item.as_ref().map(from_item).transpose()
    }

    /// Which of the messages' conferences still want an answer that is asked for by messages; no conference
    /// ([`NO_CONFERENCE`]) always does, where nothing pauses what is sent to the family.
    pub async fn open_conferences(
        &self,
        messages: &[(MessageId, Message)],
    ) -> Result<BTreeSet<ConferenceId>, StoreError> {
        let ids: BTreeSet<ConferenceId> = messages.iter().map(|(id, message)| about(id, message)).collect();
        let wanted: Vec<[(String, String); 2]> = ids
            .iter()
            .map(|id| {
                let student = keys::student(&id.student);
                [(student.clone(), keys::conference(id.n)), (student, urgent())]
            })
            .collect();
        let items = self.items(wanted.as_flattened()).await?;
        let has = |(pk, sk): &(String, String), test: fn(&Item) -> bool| {
            items
                .iter()
                .any(|item| get_text(item, "PK") == Some(pk) && get_text(item, "SK") == Some(sk) && test(item))
        };
        let asked = |id: &ConferenceId, [conference, urgent]: &[(String, String); 2]| {
            let wants = |item: &Item| {
                get_text(item, "state") == Some(OPEN) && item.get("teacher_only") == Some(&AttributeValue::Bool(false))
            };
            (id.n == NO_CONFERENCE || has(conference, wants))
                && !has(urgent, |item| get_text(item, "state") == Some(OPEN))
        };
        let found = ids.iter().zip(&wanted).filter(|(id, keys)| asked(id, keys));
        Ok(found.map(|(id, _)| id.clone()).collect())
    }

    /// Claims messages as [`Table::move_messages`] moves them, if nothing more became known of the number or address than was
    /// `seen`; invitations, if their conferences still want an answer, and they and the question whom to call, if nothing
    /// pauses what is sent to the family. Of an agreed time the message itself says whether it stands: whatever changes it cancels
    /// the message.
    pub async fn claim_messages(&self, moves: &[Move], to: &ContactId, seen: &Contact) -> Result<(), StoreError> {
        let asking = || moves.iter().filter(|made| made.seen.is_put_together());
        let mut about: BTreeSet<ConferenceId> = asking().map(|made| about(&made.id, &made.seen)).collect();
        about.retain(|id| id.n != NO_CONFERENCE);
        let mut checks = Vec::with_capacity(about.len());
        for id in about {
            let check = ConditionCheck::builder()
                .table_name(&self.name)
                .key("PK", text(keys::student(&id.student)))
                .key("SK", text(keys::conference(id.n)))
                .condition_expression("#state = :open AND teacher_only = :no")
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":open", text(OPEN))
                .expression_attribute_values(":no", AttributeValue::Bool(false))
                .build()?;
            checks.push(TransactWriteItem::builder().condition_check(check).build());
        }
        let students: BTreeSet<&UserId> = asking().map(|made| &made.id.student).collect();
        for student in students {
            let check = ConditionCheck::builder()
                .table_name(&self.name)
                .key("PK", text(keys::student(student)))
                .key("SK", text(urgent()))
                .condition_expression("attribute_not_exists(PK) OR #state <> :open")
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":open", text(OPEN))
                .build()?;
            checks.push(TransactWriteItem::builder().condition_check(check).build());
        }
        checks.push(self.unchanged(to, seen)?);
        self.move_if(moves, checks).await
    }

    /// Records what became of messages as [`Table::move_messages`] moves them, so that what the provider says later of the
    /// send by its own id finds them.
    pub async fn record_sent(&self, moves: &[Move], provider_id: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some(send_id) = moves.first().and_then(|made| made.next.sent_as.as_ref()) else {
            return self.move_messages(moves).await;
        };
        let row = Item::from([
            ("PK".into(), text(keys::sent(provider_id))),
            ("SK".into(), text(keys::ROOT)),
            ("sent_as".into(), text(send_id)),
            ("expires_at".into(), number((now + REPORTS_COME).timestamp())),
        ]);
        let row = self.put(row, |put| put)?;
        self.move_if(moves, vec![row]).await
    }

    /// The send that the provider knows by this id; `None`: none of ours, or long ago.
    pub async fn sent_as(&self, provider_id: &str) -> Result<Option<String>, StoreError> {
        let item = self.item(&keys::sent(provider_id), keys::ROOT).await?;
        Ok(item.and_then(|item| get_text(&item, "sent_as").map(str::to_owned)))
    }

    /// The provider said that a message arrived.
    pub async fn delivered(&self, id: &MessageId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let noted = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::student(&id.student)))
            .key("SK", text(keys::message(id.n)))
            .condition_expression("attribute_exists(PK) AND attribute_not_exists(delivered_at)")
            .update_expression("SET delivered_at = :at")
            .expression_attribute_values(":at", text(at.to_rfc3339()))
            .send()
            .await;
        match noted {
            Ok(_) => Ok(()),
            Err(error) if known_already(&error) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Moves messages in one transaction, each if it is still as it was seen. A claim is the fence: it is counted, so a
    /// claim that lapsed cannot settle what a later one holds.
    pub async fn move_messages(&self, moves: &[Move]) -> Result<(), StoreError> {
        self.move_if(moves, Vec::new()).await
    }

    async fn move_if(&self, moves: &[Move], mut writes: Vec<TransactWriteItem>) -> Result<(), StoreError> {
        for made in moves {
            let item = self.message_row(&made.id.student, made.id.n, &made.next)?;
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

/// The state of a conference that wants an answer, and of a task that is to be done, as their items have it.
const OPEN: &str = "open";

/// The sort key of the task that pauses whatever is sent to a family by itself.
fn urgent() -> String {
    keys::task(NO_CONFERENCE, TaskKind::UrgentReply)
}

/// The conference that a message is about.
fn about(id: &MessageId, message: &Message) -> ConferenceId {
    ConferenceId {
        student: id.student.clone(),
        n: message.conference,
    }
}

/// The message of a row that waits, where it is a family's.
fn message_of(row: &Waiting) -> Option<MessageId> {
    Some(MessageId {
        student: UserId::from(row.pk.strip_prefix("STUDENT#")?),
        n: row.sk.strip_prefix("M#")?.parse().ok()?,
    })
}

fn row(item: &Item) -> Option<Waiting> {
    Waiting::of(get_text(item, "PK")?, get_text(item, "SK")?, get_text(item, "GSI1SK")?)
}
