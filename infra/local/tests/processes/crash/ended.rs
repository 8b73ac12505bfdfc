//! How a run ended, so that two can be compared; what cannot be right in any run is found at once.

use crate::running::{Folder, Serve};
use confer::client::Client;
use confer::cloud::Cloud;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// How it ended.
pub(super) struct Ended {
    /// Each conference, with what must not depend on when a process died.
    pub(super) conferences: BTreeSet<String>,
    /// Each task and its state.
    pub(super) tasks: BTreeSet<String>,
    /// Each welfare check, as often as one was opened.
    pub(super) checks: Vec<String>,
    /// Recipient, channel, round and conference of each letter to families.
    pub(super) letters: BTreeSet<String>,
    /// The same of each message of which nobody knows whether it left.
    pub(super) unknown: BTreeSet<String>,
    /// How often the process was killed.
    pub(super) killed: usize,
}

fn items(client: &Client, path: &str) -> Vec<Value> {
    client.get(path).unwrap()["items"].as_array().unwrap().clone()
}

fn line(item: &Value, names: &[&str]) -> String {
    let values: Vec<String> = names.iter().map(|name| item[*name].to_string()).collect();
    values.join(" ")
}

/// The messages of which nobody knows whether they left.
fn unknown(folder: &Folder) -> BTreeSet<String> {
    let cloud = Cloud::open(Some(Path::new(folder.path())), None).unwrap();
    let items = cloud.items("confer");
    let unknown = items
        .iter()
        .filter(|item| item["status"] == "unknown" && item["guardian"].is_string());
    unknown
        .map(|item| {
            let student = item["PK"].as_str().unwrap().strip_prefix("STUDENT#").unwrap();
            let to = line(item, &["guardian", "channel", "round"]);
            format!("{to} \"{student}.c{}\"", item["conference"])
        })
        .collect()
}

impl Ended {
    /// Looks at all of it, over HTTP and then in the folder itself.
    pub(super) fn of(mut serve: Serve, client: &Client, folder: &Folder, killed: usize) -> Self {
        for queue in items(client, "/_local/queues") {
            assert_eq!(
                (&queue["visible"], &queue["in_flight"]),
                (&json!(0), &json!(0)),
                "{queue}"
            );
        }
        let (mut letters, mut digests) = (BTreeSet::new(), BTreeSet::new());
        for letter in items(client, "/_local/inbox") {
            let id = &letter["id"];
            assert!(
                !letter["recipient"].is_null(),
                "a letter that the table does not know: {id}"
            );
            if letter["purpose"] != "invitation" {
                let day = &letter["sent_at"].as_str().unwrap()[..10];
                let to = line(&letter, &["recipient", "channel", "purpose"]);
                assert!(digests.insert(format!("{to} on {day}")), "two digests on {day}: {id}");
                continue;
            }
            for conference in letter["conferences"].as_array().unwrap() {
                let to = line(&letter, &["recipient", "channel", "round"]);
                assert!(
                    letters.insert(format!("{to} {conference}")),
                    "sent twice: {to} {conference}"
                );
            }
        }
        let events = items(client, "/_local/events");
        let opened = |event: &&Value| {
            event["type"] == "task_opened" && event["detail"].as_str().unwrap().starts_with("welfare check")
        };
        let mut checks: Vec<String> = events
            .iter()
            .filter(opened)
            .map(|it| line(it, &["conference"]))
            .collect();
        checks.sort();
        let conferences = items(client, "/_local/conferences");
        let tasks = items(client, "/_local/tasks");
        serve.kill();
        Self {
            conferences: conferences
                .iter()
                .map(|it| line(it, &["id", "due_on", "kind", "state", "attempts"]))
                .collect(),
            tasks: tasks.iter().map(|it| line(it, &["id", "state"])).collect(),
            unknown: unknown(folder),
            checks,
            letters,
            killed,
        }
    }
}
