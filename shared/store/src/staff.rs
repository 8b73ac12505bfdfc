//! What staff are told: notices wait until one digest a person, purpose and day carries them. A digest names the notices
//! it carries, so that a notice is told once even where its sender died before tidying up.

use crate::keys;
use crate::students::StaffNotice;
use crate::{StoreError, Table, from_item, get_text, text, to_item};
use aws_sdk_dynamodb::types::{Delete, TransactWriteItem};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::UserId;
use domain::record::{Channel, MessageStatus};
use serde::{Deserialize, Serialize};

/// What a digest is for; each has its own message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A principal's or designee's welfare checks.
    Alert,
    /// What a principal must see at once, at any hour.
    Urgent,
    /// Everything else.
    Digest,
}

impl Purpose {
    /// As it stands in keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Urgent => "urgent",
            Self::Digest => "digest",
        }
    }
}

/// Whose digest, for what, by which channel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mailbox {
    /// Who.
    pub staff: UserId,
    /// For what.
    pub purpose: Purpose,
    /// How.
    pub channel: Channel,
}

impl Mailbox {
    /// The mailbox of a row of the outbox, from its keys.
    pub fn of(pk: &str, sk: &str) -> Option<Self> {
        let staff = UserId::from(pk.strip_prefix("STAFF#")?);
        let mut parts = sk.split('#').skip(1);
        let purpose = match parts.next()? {
            "alert" => Purpose::Alert,
            "urgent" => Purpose::Urgent,
            "digest" => Purpose::Digest,
            _ => return None,
        };
        let channel = match parts.next()? {
            "sms" => Channel::Sms,
            "email" => Channel::Email,
            _ => return None,
        };
        Some(Self {
            staff,
            purpose,
            channel,
        })
    }

    fn prefix(&self, kind: &str) -> String {
        format!("{kind}#{}#{}#", self.purpose.as_str(), keys::channel(self.channel))
    }

    /// The sort key of this mailbox's digest of a day: the first (0), or the next of several.
    pub fn digest(&self, date: NaiveDate, nth: u32) -> String {
        let prefix = self.prefix("D");
        match nth {
            0 => format!("{prefix}{date}"),
            nth => format!("{prefix}{date}#{nth:03}"),
        }
    }
}

/// One digest that was claimed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// Its day.
    pub on: NaiveDate,
    /// How many came before it on that day: what is urgent does not wait for the next.
    #[serde(default)]
    pub nth: u32,
    /// The sort keys of the notices it carries.
    pub carries: Vec<String>,
    /// The send that carried it.
    pub sent_as: String,
    /// What became of it.
    #[serde(flatten)]
    pub status: MessageStatus,
}

/// A digest is kept as long as a notice could come back.
const DIGESTS_KEPT: chrono::TimeDelta = chrono::TimeDelta::days(30);

impl Table {
    /// The notices that wait, by sort key.
    pub async fn notices(&self, mailbox: &Mailbox) -> Result<Vec<(String, StaffNotice)>, StoreError> {
        let rows = self.rows(&keys::staff(&mailbox.staff), &mailbox.prefix("N")).await?;
        rows.iter()
            .map(|row| Ok((get_text(row, "SK").unwrap_or_default().to_owned(), from_item(row)?)))
            .collect()
    }

    /// The digests of the last days, oldest first.
    pub async fn digests(&self, mailbox: &Mailbox) -> Result<Vec<Digest>, StoreError> {
        let rows = self.rows(&keys::staff(&mailbox.staff), &mailbox.prefix("D")).await?;
        rows.iter().map(from_item).collect()
    }

    /// Claims the digest of its day; `LostRace`: there is one already.
    pub async fn claim_digest(&self, mailbox: &Mailbox, digest: &Digest) -> Result<(), StoreError> {
        self.put_digest(mailbox, digest, |put| {
            put.condition_expression("attribute_not_exists(PK)")
        })
        .await
    }

    /// Settles a digest that is still the claimed one.
    pub async fn settle_digest(&self, mailbox: &Mailbox, digest: &Digest) -> Result<(), StoreError> {
        self.put_digest(mailbox, digest, |put| {
            put.condition_expression("#status = :sending")
                .expression_attribute_names("#status", "status")
                .expression_attribute_values(":sending", text("sending"))
        })
        .await
    }

    async fn put_digest(
        &self,
        mailbox: &Mailbox,
        digest: &Digest,
        condition: impl FnOnce(
            aws_sdk_dynamodb::types::builders::PutBuilder,
        ) -> aws_sdk_dynamodb::types::builders::PutBuilder,
    ) -> Result<(), StoreError> {
        let pk = keys::staff(&mailbox.staff);
        let mut item = to_item(digest, &pk, &mailbox.digest(digest.on, digest.nth))?;
        if let MessageStatus::Sending { lease_until } = digest.status {
            self.wait(&mut item, &pk, lease_until, mailbox.channel.into());
        }
        let midnight = digest.on.and_time(chrono::NaiveTime::MIN).and_utc();
        item.insert(
            "expires_at".into(),
            crate::number((midnight + DIGESTS_KEPT).timestamp()),
        );
        self.client
            .transact_write_items()
            .transact_items(self.put(item, condition)?)
            .send()
            .await?;
        Ok(())
    }

    /// Gives a digest that is still the claimed one back: nothing of it left.
    pub async fn unclaim_digest(&self, mailbox: &Mailbox, digest: &Digest) -> Result<(), StoreError> {
        let delete = Delete::builder()
            .table_name(&self.name)
            .key("PK", text(keys::staff(&mailbox.staff)))
            .key("SK", text(mailbox.digest(digest.on, digest.nth)))
            .condition_expression("#status = :sending")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":sending", text("sending"))
            .build()?;
        self.client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().delete(delete).build())
            .send()
            .await?;
        Ok(())
    }

    /// Notices that a digest has carried.
    pub async fn drop_notices(&self, mailbox: &Mailbox, carried: Vec<String>) -> Result<(), StoreError> {
        let pk = keys::staff(&mailbox.staff);
        let keys = carried.into_iter().map(|sk| (pk.clone(), sk)).collect();
        self.write_all(Vec::new(), keys).await
    }

    /// Notices that must wait for a later digest.
    pub async fn defer_notices(
        &self,
        mailbox: &Mailbox,
        notices: &[(String, StaffNotice)],
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let pk = keys::staff(&mailbox.staff);
        let mut rows = Vec::with_capacity(notices.len());
        for (sk, notice) in notices {
            let mut item = to_item(notice, &pk, sk)?;
            self.wait(&mut item, &pk, until, mailbox.channel.into());
            rows.push(item);
        }
        self.write_all(rows, Vec::new()).await
    }
}
