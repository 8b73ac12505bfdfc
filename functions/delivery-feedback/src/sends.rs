//! What became of messages that were sent.

use crate::count;
use crate::report::{Fate, Outcome, Send};
use chrono::{DateTime, Utc};
use domain::decide::Command;
use domain::ids::UserId;
use domain::record::MessageStatus;
use runtime::calendars::Calendars;
use runtime::change::Cause;
use runtime::{App, Failure};
use std::collections::BTreeMap;

/// Notes what became known of numbers and addresses, then of the messages that the send carried. Sends to staff carry
/// none.
pub(crate) async fn apply(app: &App, outcome: &Outcome, now: DateTime<Utc>) -> Result<(), Failure> {
    count(outcome.kind);
    for (contact, news) in &outcome.news {
        app.table
            .note_contact(&app.contact_key()?.id(contact), *news, outcome.at)
            .await?;
    }
    let (Some(fate), Some(send_id)) = (outcome.fate, send_id(app, outcome).await?) else {
        return Ok(());
    };
    let carried = app.table.carried(&send_id).await?;
    if carried
        .iter()
        .any(|(_, message)| matches!(message.status, MessageStatus::Sending { .. }))
    {
        return Err(Failure::Retryable(format!("the sender has not yet recorded {send_id}")));
    }
    let mut sent: BTreeMap<&UserId, Vec<u32>> = BTreeMap::new();
    let mut arrived = Vec::new();
    for (id, message) in &carried {
        // Whatever else has become of a message stands.
        if let MessageStatus::Sent { .. } = message.status {
            match fate {
                // What it carried has reached the family, which is a decision's to say (R8).
                Fate::Arrived if message.document.is_some() => arrived.push(id),
                Fate::Arrived => app.table.delivered(id, outcome.at).await?,
                // What bounces for now after it arrived is an answer in the reader's absence.
                Fate::CameBack if outcome.news.is_empty() && message.delivered_at.is_some() => {}
                Fate::CameBack => sent.entry(&id.student).or_default().push(id.n),
            }
        }
    }
    let calendars = Calendars::new(&app.table);
    let mut done = Ok(());
    let at = outcome.at;
    let arrived = arrived.into_iter().map(|id| {
        let command = Command::Delivered { message: id.n, at };
        (&id.student, command)
    });
    let bounced = sent
        .into_iter()
        .map(|(student, messages)| (student, Command::Bounced { messages, at }));
    for (student, command) in arrived.chain(bounced) {
        // One child about whom it cannot be decided keeps none of the others waiting.
        if let Err(failure) = app
            .change(&calendars, student, Cause::Report(&send_id), now, &command)
            .await
        {
            done = done.and(Err(failure.into()));
        }
    }
    done
}

/// Our id of the send, where it is one that carries a family's messages.
async fn send_id(app: &App, outcome: &Outcome) -> Result<Option<String>, Failure> {
    let provider_id = match &outcome.send {
        None => return Ok(None),
        Some(Send::Ours(id)) => return Ok(Some(id.clone())),
        Some(Send::Provider(id)) => id,
    };
    let known = app.table.sent_as(provider_id).await?;
    if known.is_none() && outcome.fate == Some(Fate::CameBack) {
        tracing::warn!(
            provider_id,
            next = "if it was one to staff, their e-mail says the same; if a family's, its round counts although it failed",
            "a text message that did not arrive is none that is known"
        );
    }
    Ok(known)
}
