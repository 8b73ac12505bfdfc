//! What a story sees of the stage, and does on it.

use super::Story;
use crate::client::ClientError;
use crate::demo::dates::school_days_after;
use crate::demo::families::{Channels, Family};
use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};
use std::collections::BTreeSet;

impl Story<'_> {
    pub(super) async fn conferences(&self) -> Result<Vec<Value>, ClientError> {
        self.stage.items("/_local/conferences").await
    }

    /// The messages to families.
    pub(super) async fn letters(&self) -> Result<Vec<Value>, ClientError> {
        let inbox = self.stage.items("/_local/inbox").await?;
        let staff = |letter: &Value| ["staff_digest", "principal_alert"].contains(&text(letter, "purpose").as_str());
        Ok(inbox.into_iter().filter(|letter| !staff(letter)).collect())
    }

    /// Whether a name of the child stands in an alert of the principal's.
    pub(super) async fn alerts_name(&self, family: &Family) -> Result<bool, ClientError> {
        let inbox = self.stage.items("/_local/inbox").await?;
        let alerts = inbox.iter().filter(|letter| letter["purpose"] == "principal_alert");
        let mut parts = alerts.flat_map(|letter| ["body", "subject", "text", "html"].map(|part| text(letter, part)));
        let names = |part: String| family.names.iter().any(|name| part.contains(name.reveal()));
        Ok(parts.any(names))
    }

    /// Student and due date of each conference of a kind, by student.
    pub(super) async fn due(&self, kind: &str) -> Result<Vec<(String, NaiveDate)>, ClientError> {
        let conferences = self.conferences().await?.into_iter().filter(|it| it["kind"] == kind);
        let due = |it: Value| (text(&it, "student"), text(&it, "due_on").parse().unwrap_or_default());
        let mut due: Vec<_> = conferences.map(due).collect();
        due.sort();
        Ok(due)
    }

    /// The students of whom a conference is in a state.
    pub(super) async fn in_state(&self, state: &str) -> Result<BTreeSet<String>, ClientError> {
        let conferences = self.conferences().await?.into_iter();
        Ok(conferences
            .filter(|it| it["state"] == state)
            .map(|it| text(&it, "student"))
            .collect())
    }

    /// Where a family's first conference stands.
    pub(super) async fn state(&self, family: &Family) -> Result<String, ClientError> {
        let path = format!("/_local/conferences?conference={}.c1", family.student);
        Ok(self
            .stage
            .items(&path)
            .await?
            .first()
            .map(|it| text(it, "state"))
            .unwrap_or_default())
    }

    /// Where a family's first conference stands, and how it is to take place.
    pub(super) async fn agreed(&self, family: &Family) -> Result<String, ClientError> {
        let path = format!("/_local/conferences?conference={}.c1", family.student);
        let found = self.stage.items(&path).await?;
        Ok(found
            .first()
            .map(|it| format!("{} {}", text(it, "state"), text(it, "mode")))
            .unwrap_or_default())
    }

    /// How many failed attempts count for a family's first conference.
    pub(super) async fn attempts(&self, family: &Family) -> Result<u64, ClientError> {
        let path = format!("/_local/conferences?conference={}.c1", family.student);
        let found = self.stage.items(&path).await?;
        Ok(found.first().and_then(|it| it["attempts"].as_u64()).unwrap_or_default())
    }

    /// Of how many numbers and addresses something is known.
    pub(super) async fn contacts_that(&self, news: &str) -> Result<usize, ClientError> {
        let items = self.stage.table().await?;
        let known = |item: &&Value| text(item, "PK").starts_with("CONTACT#") && item[news].is_string();
        Ok(items.iter().filter(known).count())
    }

    /// The family's first number must not be written to any more.
    pub(super) fn silence(&mut self, family: &Family) {
        let number = family.guardians.iter().find(|guardian| guardian.sms.is_some());
        self.silenced
            .extend(number.map(|guardian| (guardian.id.clone(), "sms")));
    }

    pub(super) async fn feedback(&self, said: Value) -> Result<(), ClientError> {
        self.stage.done("/_local/feedback", &said).await
    }

    /// The students about whom there is a task of a kind, in a state.
    pub(super) async fn tasks(&self, kind: &str, state: &str) -> Result<BTreeSet<String>, ClientError> {
        let tasks = self.stage.items("/_local/tasks").await?.into_iter();
        let wanted = tasks.filter(|task| task["kind"] == kind && task["state"] == state);
        Ok(wanted.map(|task| text(&task, "student")).collect())
    }

    /// Recipient and channel of what was sent for a purpose on a day.
    pub(super) async fn sent(&self, purpose: &str, on: NaiveDate) -> Result<Vec<(String, &'static str)>, ClientError> {
        let inbox = self.stage.items("/_local/inbox").await?.into_iter();
        let sent_on = |letter: &Value| {
            let at = text(letter, "sent_at").parse().ok()?;
            Some(self.settings.district.today(at))
        };
        let of = inbox.filter(|letter| letter["purpose"] == purpose && sent_on(letter) == Some(on));
        let mut sent: Vec<_> = of
            .map(|letter| {
                (
                    text(&letter, "recipient"),
                    if letter["channel"] == "sms" { "sms" } else { "email" },
                )
            })
            .collect();
        sent.sort();
        Ok(sent)
    }

    /// A round reaches exactly these, each with one message.
    pub(super) async fn round(&mut self, at: (NaiveDate, &str), what: String, to: Channels) -> Result<(), ClientError> {
        let found = self.sent("invitation", at.0).await?;
        self.told.step(at, "R9", what, &found, &to.into_iter().collect())
    }

    /// The ways to write to families that may be used.
    pub(super) fn of(&self, families: &[&Family]) -> Channels {
        let all: Channels = families.iter().flat_map(|family| family.channels()).collect();
        all.difference(&self.silenced).cloned().collect()
    }

    pub(super) fn counts(&self, channels: &Channels) -> String {
        let of = |wanted: &str| channels.iter().filter(|(_, channel)| *channel == wanted).count();
        format!("{} and {}", counted(of("sms"), "text"), counted(of("email"), "e-mail"))
    }

    /// The students whose families play a part.
    pub(super) fn playing(&self) -> BTreeSet<String> {
        let cast = self.cast;
        let playing = [
            cast.first,
            cast.second,
            cast.declines,
            cast.bounces,
            cast.stops,
            cast.wrong,
            cast.sibling,
            cast.other_sibling,
            cast.never,
        ];
        playing.iter().map(|family| family.student.clone()).collect()
    }

    /// The family's newest conference is agreed upon on `day`, for the next school day's afternoon.
    pub(super) async fn book(&self, family: &Family, day: NaiveDate) -> Result<(), ClientError> {
        let three = NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default();
        let starts_at = self.settings.district.at(school_days_after(day, 1), three);
        self.command("schedule", family, json!({"starts_at": starts_at, "mode": "video"}))
            .await
    }

    /// A command about the family's first conference.
    pub(super) async fn command(&self, command: &str, family: &Family, mut more: Value) -> Result<(), ClientError> {
        more["command"] = json!(command);
        more["conference"] = json!(format!("{}.c1", family.student));
        self.stage.done("/_local/commands", &more).await
    }
}

pub(super) fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// "1 text", "2 texts", "3 families".
pub(super) fn counted(count: usize, thing: &str) -> String {
    match (count, thing.strip_suffix('y')) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {thing}s"),
    }
}
