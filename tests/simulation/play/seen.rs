//! What can be seen at the end: the table, the letters, the queues, as plain data.

use crate::history::Channel;
use crate::observed::{Audit, Conference, Letter, Message, News, Observed, Task};
use chrono::{DateTime, NaiveDate, Utc};
use confer::cloud;
use confer::world::World;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// Fills in what the world shows.
pub async fn look(world: &World, observed: &mut Observed) {
    let items = world.items();
    for item in &items {
        row(item, observed);
    }
    observed
        .audit
        .sort_by_key(|entry| (entry.at, entry.student.clone(), entry.revision));
    let (conferences, tasks) = match world.conferences_and_tasks().await {
        Ok(shown) => shown,
        Err(error) => panic!("conferences and tasks cannot be listed: {error}"),
    };
    for shown in conferences {
        let id = text(&shown, "id");
        let Some((student, n)) = id
            .rsplit_once(".c")
            .and_then(|(s, n)| Some((s.to_owned(), n.parse().ok()?)))
        else {
            observed.broken.push(format!("a conference has the id {id}"));
            continue;
        };
        let rounds = observed
            .conferences
            .get(&(student.clone(), n))
            .map(|known| known.rounds.clone());
        let seen = Conference {
            kind: text(&shown, "kind"),
            due_on: read(&shown["due_on"]),
            opened_on: read(&shown["opened_on"]),
            state: text(&shown, "state"),
            rounds: rounds.unwrap_or_default(),
        };
        observed.conferences.insert((student, n), seen);
    }
    for shown in tasks {
        let id = text(&shown, "id");
        let parsed = id.rsplit_once('.').and_then(|(rest, kind)| {
            let (student, n) = rest.rsplit_once(".t")?;
            Some((student.to_owned(), n.parse().ok()?, kind.to_owned()))
        });
        let Some(key) = parsed else {
            observed.broken.push(format!("a task has the id {id}"));
            continue;
        };
        let seen = Task {
            state: text(&shown, "state"),
        };
        observed.tasks.insert(key, seen);
    }
    for queue in world.cloud.queues() {
        if queue.visible + queue.in_flight > 0 {
            let bodies = world.cloud.bodies(&queue.name);
            observed
                .dead_letters
                .extend(bodies.into_iter().map(|body| format!("{}: {body}", queue.name)));
        }
    }
    observed.letters = world.cloud.inbox().iter().map(letter).collect();
}

fn letter(left: &cloud::Letter) -> Letter {
    let tag = |name: &str| {
        left.tags
            .get(name)
            .map(|tag| runtime::deliver::untagged(tag))
            .unwrap_or_default()
    };
    Letter {
        id: left.id.clone(),
        send_id: tag("confer-send"),
        purpose: left.tags.get("confer-purpose").cloned().unwrap_or_default(),
        channel: match left.channel {
            cloud::Channel::Sms => Channel::Sms,
            cloud::Channel::Email => Channel::Email,
        },
        to: left.to.clone(),
        sent_at: left.sent_at,
    }
}

/// One row of the table.
fn row(item: &Value, observed: &mut Observed) {
    let (pk, sk) = (text(item, "PK"), text(item, "SK"));
    if item["GSI1PK"].as_str().is_some_and(|shard| shard.starts_with("OUT#")) {
        observed
            .waiting
            .push(format!("{pk} / {sk} at {}", text(item, "GSI1SK")));
    }
    let (kind, id) = pk.split_once('#').unwrap_or((&pk, ""));
    let numbered = |prefix: &str| sk.strip_prefix(prefix).and_then(|n| n.parse::<u32>().ok());
    match kind {
        "AUDIT" => {
            for entry in item["entries"].as_array().into_iter().flatten() {
                observed.audit.push(Audit {
                    at: read(&item["at"]),
                    student: id.to_owned(),
                    revision: sk.parse().unwrap_or_default(),
                    kind: text(entry, "type"),
                    conference: read(&entry["conference"]),
                    detail: text(entry, "detail"),
                });
            }
        }
        "OBJ" => {
            let version = text(item, "version");
            let mut parts = version.split('#');
            let modified = parts.next().and_then(|at| at.parse().ok());
            let sequence = parts.next().and_then(|n| n.parse().ok());
            if let (Some(modified), Some(sequence)) = (modified, sequence) {
                observed
                    .objects
                    .insert(id.to_owned(), (modified, sequence, item["active"] == true));
            }
        }
        "STUDENT" if sk == "!" => observed.students.push(id.to_owned()),
        "STUDENT" => {
            if let Some(n) = numbered("C#") {
                let rounds = item["rounds"].as_array().into_iter().flatten();
                let rounds = rounds
                    .map(|round| (read(&round["on"]), read(&round["messages"])))
                    .collect();
                let conference = Conference {
                    kind: String::new(),
                    due_on: NaiveDate::MIN,
                    opened_on: NaiveDate::MIN,
                    state: String::new(),
                    rounds,
                };
                observed.conferences.insert((id.to_owned(), n), conference);
            }
            if let Some(n) = numbered("M#") {
                observed.messages.insert((id.to_owned(), n), message(item));
            }
        }
        _ => {}
    }
}

fn message(item: &Value) -> Message {
    let status = text(item, "status");
    Message {
        conference: read(&item["conference"]),
        round: read(&item["round"]),
        guardian: text(item, "guardian"),
        channel: match item["channel"].as_str() {
            Some("sms") => Channel::Sms,
            _ => Channel::Email,
        },
        run_on: read(&item["run_on"]),
        sent_at: (status == "sent").then(|| read(&item["at"])),
        status,
        sent_as: item["sent_as"].as_str().map(str::to_owned),
        news: item.get("told").map(|told| News {
            purpose: text(told, "purpose"),
            starts_at: read(&told["booking"]["starts_at"]),
            direct: told["direct"] == true,
            due: read(&item["relay_at"]),
        }),
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    match serde_json::from_value(value.clone()) {
        Ok(read) => read,
        Err(error) => panic!("the table holds {value} where something else must be: {error}"),
    }
}

/// The table as text, a row a line, in order; sets are sorted.
pub fn table(world: &World) -> Vec<String> {
    let mut rows: Vec<String> = world
        .items()
        .into_iter()
        .map(|mut item| {
            for value in item.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
                if let Some(set) = value.as_array_mut()
                    && set.iter().all(|one| one.is_string() || one.is_number())
                {
                    set.sort_by_key(ToString::to_string);
                }
            }
            format!("{} / {} {item}", text(&item, "PK"), text(&item, "SK"))
        })
        .collect();
    rows.sort();
    rows
}

/// Every letter that left, a line each, for the trace.
pub fn letters(world: &World) -> Vec<String> {
    let line = |left: &cloud::Letter| {
        let tags: BTreeMap<_, _> = left.tags.iter().collect();
        let at: DateTime<Utc> = left.sent_at;
        format!(
            "{} {at} {:?} {} {tags:?} {:?}",
            left.id,
            left.channel,
            left.to,
            left.body.as_ref().or(left.text.as_ref())
        )
    };
    world.cloud.inbox().iter().map(line).collect()
}
