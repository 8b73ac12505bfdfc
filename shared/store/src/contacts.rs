//! Numbers and addresses by their keyed digests: what became known of each, and what was written from there. No number and
//! no address is ever in a key.

use crate::keys::{self, OutKind};
use crate::{StoreError, Table, from_item, get_text, number, text, to_item};
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{ConditionCheck, TransactWriteItem, Update};
use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::{Personal, Standing};
use domain::ids::UserId;
use domain::record::MessageStatus;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fmt;

/// How long what families wrote is kept: a school year and the summer after it.
const REPLIES_KEPT: TimeDelta = TimeDelta::days(400);

/// The secret by which numbers and addresses become ids. Another key finds no opt-out of before.
#[derive(Clone)]
pub struct ContactKey(Vec<u8>);

impl fmt::Debug for ContactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl ContactKey {
    /// The key of a secret text.
    pub fn new(secret: &str) -> Self {
        Self(secret.as_bytes().to_vec())
    }

    /// The id of a number in E.164 form, or of an address; whatever its case.
    pub fn id(&self, contact: &Personal) -> ContactId {
        // HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return ContactId(String::new());
        };
        mac.update(contact.reveal().to_lowercase().as_bytes());
        let digest = mac.finalize().into_bytes();
        ContactId(digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }
}

/// A number or an address, without saying which.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContactId(pub String);

impl fmt::Display for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something that became known of a number or an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// STOP.
    Stopped,
    /// START.
    Started,
    /// "Wrong number".
    Wrong,
    /// A message came back for good.
    Bounced,
    /// A message was reported as unwanted.
    Complained,
}

impl News {
    fn attribute(self) -> &'static str {
        match self {
            Self::Stopped => "stopped_at",
            Self::Started => "started_at",
            Self::Wrong => "wrong_at",
            Self::Bounced => "bounced_at",
            Self::Complained => "complained_at",
        }
    }
}

/// What is known of a number or an address, and how often that changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// What is known.
    #[serde(flatten)]
    pub standing: Standing,
    /// How often it changed: a claim is conditional on it.
    pub changes: u64,
}

/// A text message of a family, kept for staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// From which number.
    pub from: Personal,
    /// What it says.
    pub text: Personal,
    /// It reads as danger.
    pub danger: bool,
    /// The guardians who have that number.
    pub guardians: Vec<UserId>,
    /// Their children.
    pub students: Vec<UserId>,
    /// Everything it demands was done, but for the answer.
    pub handled: bool,
    /// When the answer may be sent.
    pub relay_at: DateTime<Utc>,
    /// The answer to it, where one is due.
    pub answer: Option<MessageStatus>,
    /// It asks for a new link to the family's page, and was written on the page of one that no longer works.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_for_link: bool,
    /// How often the row was written: of two who would answer one is too late.
    pub version: u32,
}

impl Table {
    /// What is known of a number or an address.
    pub async fn contact(&self, id: &ContactId) -> Result<Contact, StoreError> {
        let item = self.item(&keys::contact(id), keys::ROOT).await?;
        item.as_ref().map_or(Ok(Contact::default()), from_item)
    }

    /// What is known of these numbers and addresses; nothing of those that are not named.
    pub async fn standings(&self, ids: &[ContactId]) -> Result<BTreeMap<ContactId, Standing>, StoreError> {
        let wanted: Vec<_> = ids
            .iter()
            .map(|id| (keys::contact(id), keys::ROOT.to_owned()))
            .collect();
        let mut found = BTreeMap::new();
        for item in self.items(&wanted).await? {
            let contact: Contact = from_item(&item)?;
            if let Some(id) = get_text(&item, "PK").and_then(|pk| pk.strip_prefix("CONTACT#")) {
                found.insert(ContactId(id.to_owned()), contact.standing);
            }
        }
        Ok(found)
    }

    /// Notes what became known; `false`: as much, or newer, was known already. It waits to be carried to everyone who has
    /// that number or address.
    pub async fn note_contact(&self, id: &ContactId, news: News, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let pk = keys::contact(id);
        let noted = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(&pk))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_not_exists(#news) OR #news < :at")
            .update_expression("SET #news = :at, GSI1PK = :shard, GSI1SK = :due ADD changes :one")
            .expression_attribute_names("#news", news.attribute())
            .expression_attribute_values(":at", text(keys::instant(at)))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":shard", text(keys::out(&pk, self.shards)))
            .expression_attribute_values(":due", text(keys::out_at(at, OutKind::Project)))
            .send()
            .await;
        match noted {
            Ok(_) => Ok(true),
            Err(error) if known_already(&error) => Ok(false),
            // Also where a claim is just looking at it: what is new must not be lost.
            Err(error) => Err(error.into()),
        }
    }

    /// What is known after so many changes shows in everyone who has that number or address: it leaves the sweep.
    pub async fn contact_carried(&self, id: &ContactId, changes: u64) -> Result<(), StoreError> {
        self.no_longer_waits(&keys::contact(id), keys::ROOT, "changes", number(changes))
            .await
    }

    /// The users who have, or once had, that number or address.
    pub async fn users_of(&self, id: &ContactId) -> Result<Vec<UserId>, StoreError> {
        let referring = self.referring(&keys::contact_name(id)).await?;
        Ok(referring
            .iter()
            .filter_map(|row| row.strip_prefix("user#"))
            .map(UserId::from)
            .collect())
    }

    /// A text message that was kept, by its contact and its sort key (see [`keys::reply`]).
    pub async fn reply(&self, id: &ContactId, sk: &str) -> Result<Option<Reply>, StoreError> {
        let item = self.item(&keys::contact(id), sk).await?;
        item.as_ref().map(from_item).transpose()
    }

    /// Writes a text message, if it is still in the version that was seen (0: not there yet).
    pub async fn put_reply(&self, id: &ContactId, sk: &str, reply: &Reply) -> Result<(), StoreError> {
        let write = self.reply_write(id, sk, reply)?;
        self.client.transact_write_items().transact_items(write).send().await?;
        Ok(())
    }

    /// As [`Table::put_reply`], and notes that the contact is answered now; `false`: the last answer was after `since`, and
    /// nothing is written. `LostRace`: the reply has changed.
    pub async fn answer_reply(
        &self,
        id: &ContactId,
        sk: &str,
        reply: &Reply,
        now: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let seldom = Update::builder()
            .table_name(&self.name)
            .key("PK", text(keys::contact(id)))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_not_exists(answered_at) OR answered_at < :since")
            .update_expression("SET answered_at = :now")
            .expression_attribute_values(":now", text(keys::instant(now)))
            .expression_attribute_values(":since", text(keys::instant(since)))
            .build()?;
        let answered = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().update(seldom).build())
            .transact_items(self.reply_write(id, sk, reply)?)
            .send()
            .await;
        match answered {
            Ok(_) => Ok(true),
            Err(error) if first_condition_failed(&error) => Ok(false),
            // Also where somebody is just looking at the contact: the day's answer is still free.
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Table::put_reply`], if nothing more became known of the number than was `seen`.
    pub async fn claim_reply(&self, id: &ContactId, sk: &str, reply: &Reply, seen: &Contact) -> Result<(), StoreError> {
        self.client
            .transact_write_items()
            .transact_items(self.reply_write(id, sk, reply)?)
            .transact_items(self.unchanged(id, seen)?)
            .send()
            .await?;
        Ok(())
    }

    /// The condition that nothing more became known of a number or address than was `seen`.
    pub(crate) fn unchanged(&self, id: &ContactId, seen: &Contact) -> Result<TransactWriteItem, StoreError> {
        let check = ConditionCheck::builder()
            .table_name(&self.name)
            .key("PK", text(keys::contact(id)))
            .key("SK", text(keys::ROOT));
        let check = match seen.changes {
            0 => check.condition_expression("attribute_not_exists(changes)"),
            seen => check
                .condition_expression("changes = :seen")
                .expression_attribute_values(":seen", number(seen)),
        };
        Ok(TransactWriteItem::builder().condition_check(check.build()?).build())
    }

    fn reply_write(&self, id: &ContactId, sk: &str, reply: &Reply) -> Result<TransactWriteItem, StoreError> {
        let pk = keys::contact(id);
        let next = Reply {
            version: reply.version + 1,
            ..reply.clone()
        };
        let mut item = to_item(&next, &pk, sk)?;
        let by = if reply.from.reveal().contains('@') {
            OutKind::Email
        } else {
            OutKind::Sms
        };
        match reply.answer {
            Some(MessageStatus::Pending) => self.wait(&mut item, &pk, reply.relay_at, by),
            Some(MessageStatus::Sending { lease_until }) => self.wait(&mut item, &pk, lease_until, by),
            _ => {}
        }
        item.insert("expires_at".into(), number((reply.at + REPLIES_KEPT).timestamp()));
        self.put(item, |put| match reply.version {
            0 => put.condition_expression("attribute_not_exists(PK)"),
            seen => put
                .condition_expression("version = :seen")
                .expression_attribute_values(":seen", number(seen)),
        })
    }
}

/// Whether a transaction was cancelled by the condition of its first write.
fn first_condition_failed(error: &SdkError<TransactWriteItemsError>) -> bool {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
            let first = cancelled.cancellation_reasons().first();
            first.is_some_and(|reason| reason.code() == Some("ConditionalCheckFailed"))
        }
        _ => false,
    }
}

/// Whether an update was refused by its condition, rather than by somebody at work on the same row.
pub(crate) fn known_already(error: &SdkError<UpdateItemError>) -> bool {
    let error = error.as_service_error();
    error.is_some_and(UpdateItemError::is_conditional_check_failed_exception)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_the_key_and_not_on_the_case() {
        let key = ContactKey::new("one");
        let id = key.id(&Personal::new("A.Parent@example.org"));
        assert_eq!(id, key.id(&Personal::new("a.parent@example.org")));
        assert_ne!(
            id,
            ContactKey::new("another").id(&Personal::new("a.parent@example.org"))
        );
        assert!(!id.0.contains("parent") && id.0.len() == 32);
        assert_eq!(format!("{key:?}"), "•••");
    }
}
