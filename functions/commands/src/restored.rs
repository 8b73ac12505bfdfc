//! A table that was restored from a backup is as it was then. What waited to be sent then has most likely been sent since,
//! so none of it is sent again; whoever was erased since is erased again.

use crate::{Office, Problem, erase};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{MessageId, UserId};
use domain::record::{Message, MessageStatus};
use runtime::App;
use serde_json::{Value, json};
use store::StoreError;
use store::contacts::ContactId;
use store::keys::OutKind;
use store::outbox::{Move, Sending, Waiting};
use store::staff::Mailbox;

/// Rows that one read of the outbox takes.
const PAGE: i32 = 100;

/// Takes up from a restored table; what was done, in numbers. Nothing is sent until somebody says so.
pub(crate) async fn take_up(office: &Office, now: DateTime<Utc>) -> Result<Value, Problem> {
    let app = &office.app;
    if !app.table.control().await?.restored {
        return Err(Problem::Conflict("this table was not restored from a backup".into()));
    }
    app.table.set_sending(Sending::Stopped).await?;
    let erased = office.erased.all().await?;
    for student in &erased {
        erase(office, student, now).await?;
    }
    let mut given_up = 0;
    for shard in 0..app.table.shards() {
        let mut from = None;
        loop {
            // Whatever is to be sent at any time, reminders of next month too: they were written by a decision of then.
            let (rows, next) = app.table.waiting(shard, now + FAR, from, PAGE).await?;
            for row in rows
                .iter()
                .filter(|row| matches!(row.kind, OutKind::Sms | OutKind::Email))
            {
                given_up += usize::from(give_up(app, row, now).await?);
            }
            from = next;
            if from.is_none() {
                break;
            }
        }
    }
    // Last: until all of it is done, the table counts as restored.
    app.table.adopt().await?;
    Ok(json!({ "erased_again": erased.len(), "not_sent_again": given_up, "sending": Sending::Stopped }))
}

/// How far ahead anything waits.
const FAR: TimeDelta = TimeDelta::days(3_660);

/// A row is never sent; whether it was to be.
async fn give_up(app: &App, row: &Waiting, now: DateTime<Utc>) -> Result<bool, Problem> {
    let table = &app.table;
    if let Some(student) = row.pk.strip_prefix("STUDENT#") {
        let n = row.sk.strip_prefix("M#").and_then(|n| n.parse().ok());
        let Some(n) = n else { return Ok(false) };
        let id = MessageId {
            student: UserId::from(student),
            n,
        };
        let Some(seen) = table.message(&id).await? else {
            return Ok(false);
        };
        // What was to be sent after the present has certainly not been sent.
        if seen.status == MessageStatus::Pending && seen.relay_at > now {
            return Ok(false);
        }
        let next = Message {
            status: MessageStatus::Unknown,
            ..seen.clone()
        };
        table.move_messages(&[Move { id, seen, next }]).await?;
        return Ok(true);
    }
    if let Some(contact) = row.pk.strip_prefix("CONTACT#") {
        let id = ContactId(contact.to_owned());
        let Some(mut reply) = table.reply(&id, &row.sk).await? else {
            return Ok(false);
        };
        reply.answer = Some(MessageStatus::Unknown);
        return match table.put_reply(&id, &row.sk, &reply).await {
            Ok(()) => Ok(true),
            Err(StoreError::LostRace) => Ok(false),
            Err(error) => Err(error.into()),
        };
    }
    let Some(mailbox) = Mailbox::of(&row.pk, &row.sk) else {
        return Ok(false);
    };
    if row.sk.starts_with("N#") {
        table.drop_notices(&mailbox, vec![row.sk.clone()]).await?;
        return Ok(true);
    }
    for mut digest in table.digests(&mailbox).await? {
        if matches!(digest.status, MessageStatus::Sending { .. }) {
            digest.status = MessageStatus::Unknown;
            table.settle_digest(&mailbox, &digest).await?;
        }
    }
    Ok(true)
}
