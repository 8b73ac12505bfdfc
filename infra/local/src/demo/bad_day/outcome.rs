//! What has become of everything, as far as it can be compared with another telling of the same days.

use super::Stage;
use crate::client::ClientError;
use crate::cloud::{Call, Service};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What has become of everything.
#[derive(Default)]
pub(super) struct Outcome {
    /// Each conference with its kind and due date.
    pub(super) conferences: BTreeSet<String>,
    /// The state of each conference and of each task.
    pub(super) ended: BTreeSet<String>,
    /// Each welfare check that was opened, as often as it was.
    pub(super) checks: Vec<String>,
    /// How many texts and e-mails left.
    pub(super) left: usize,
    /// How often the providers were called.
    pub(super) calls: usize,
    /// Sends to families of which nobody knows whether they left.
    pub(super) unknown: usize,
    /// Messages that left twice, by the providers' record.
    pub(super) twice: Vec<String>,
    /// What still waits somewhere.
    pub(super) waiting: Vec<String>,
    /// Messages of which it is not known what became of them, and letters that no message owns up to.
    pub(super) unaccounted: Vec<String>,
    /// How many messages ended in which way.
    ended_as: BTreeMap<String, usize>,
}

impl Outcome {
    /// Looks at all of it.
    pub(super) async fn of(stage: &Stage) -> Result<Self, ClientError> {
        let mut outcome = Self::default();
        for it in stage.items("/_local/conferences").await? {
            let of = |name: &str| text(&it, name);
            outcome
                .conferences
                .insert(format!("{} {} {}", of("id"), of("kind"), of("due_on")));
            outcome.ended.insert(format!("{} {}", of("id"), of("state")));
        }
        for task in stage.items("/_local/tasks").await? {
            outcome
                .ended
                .insert(format!("{} {}", text(&task, "id"), text(&task, "state")));
        }
        for event in stage.items("/_local/events").await? {
            if event["type"] == "task_opened" && text(&event, "detail").starts_with("welfare check") {
                outcome.checks.push(text(&event, "conference"));
            }
        }
        outcome.checks.sort();
        let provider = |call: &Call| matches!(call.service, Service::Ses | Service::Sns);
        outcome.calls = stage.cloud.calls().into_iter().filter(provider).count();
        outcome.letters(stage).await?;
        outcome.rows(stage).await?;
        for queue in stage.cloud.queues() {
            if queue.visible + queue.in_flight > 0 {
                outcome.waiting.push(queue.name);
            }
        }
        Ok(outcome)
    }

    /// What the providers took.
    async fn letters(&mut self, stage: &Stage) -> Result<(), ClientError> {
        let inbox = stage.items("/_local/inbox").await?;
        self.left = inbox.len();
        let mut told = BTreeSet::new();
        for letter in &inbox {
            let id = text(letter, "id");
            if letter["recipient"].is_null() {
                self.unaccounted.push(format!("{id}: no message of the table's"));
            }
            for conference in letter["conferences"].as_array().into_iter().flatten() {
                let once = (
                    text(letter, "recipient"),
                    text(letter, "channel"),
                    text(letter, "purpose"),
                    conference.as_str().map(str::to_owned),
                    // Staff are told of a conference once a day at most; families once a round.
                    letter["round"].as_u64(),
                    letter["round"].is_null().then(|| text(letter, "sent_at")),
                );
                if !told.insert(once) {
                    self.twice.push(id.clone());
                }
            }
        }
        let mut sends = BTreeSet::new();
        for letter in stage.cloud.inbox() {
            if !sends.insert(letter.tags.get("confer-send").cloned()) {
                self.twice.push(letter.id);
            }
        }
        Ok(())
    }

    /// What the table holds.
    async fn rows(&mut self, stage: &Stage) -> Result<(), ClientError> {
        let mut unknown = BTreeSet::new();
        for item in stage.table().await? {
            let (pk, sk) = (text(&item, "PK"), text(&item, "SK"));
            if text(&item, "GSI1PK").starts_with("OUT#") {
                self.waiting.push(format!("{pk} / {sk}"));
            }
            if pk.starts_with("STUDENT#") && sk.starts_with("M#") {
                let status = text(&item, "status");
                if ["pending", "sending"].contains(&status.as_str()) {
                    self.unaccounted.push(format!("{pk} / {sk}: {status}"));
                }
                if status == "unknown" {
                    unknown.insert(text(&item, "sent_as"));
                }
                *self.ended_as.entry(status).or_default() += 1;
            }
        }
        self.unknown = unknown.len();
        Ok(())
    }

    /// How many messages ended in which way, in words.
    pub(super) fn accounts(&self) -> String {
        let accounts: Vec<String> = self
            .ended_as
            .iter()
            .map(|(status, count)| format!("{count} {status}"))
            .collect();
        accounts.join(", ")
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}
