//! What a day costs: the calls that the functions make, counted. Cost follows what is due, never how many students there are.

use crate::mutations::district::district;
use chrono::Days;
use confer::cloud::Call;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use store::keys::SHARDS;
use tests::{Local, Roster, period, school};

type Counts = BTreeMap<String, usize>;

/// Calls of one function, by operation.
fn made(calls: &[Call], function: &str) -> Counts {
    let mut counts = Counts::new();
    for call in calls.iter().filter(|call| &*call.function == function) {
        *counts.entry(call.operation.clone()).or_default() += 1;
    }
    counts
}

fn counts(expected: &[(&str, usize)]) -> Counts {
    expected
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

/// The calls of the next daily run, and of all that follows from it at once.
async fn run(local: &Local) -> Vec<Call> {
    let calls = local.keeper.with(|world| {
        Box::pin(async move {
            world.settle().await;
            let at = |day| world.settings.district.at(day, world.settings.district.policy.run_at);
            let (today, now) = (world.today(), world.now());
            let next = if at(today) <= now {
                at(today + Days::new(1))
            } else {
                at(today)
            };
            world.cloud.set_now(next);
            world.cloud.clear_calls();
            world.start_run().await;
            world.cloud.calls()
        })
    });
    calls.await.unwrap()
}

/// What the run itself costs, whoever is due: one Query a shard, and who has done what.
fn bookkeeping() -> Vec<(&'static str, usize)> {
    let shards = usize::try_from(SHARDS).unwrap();
    vec![
        ("Query", shards),
        // The run's row; each shard leaves it; the run is complete.
        ("PutItem", 1),
        ("UpdateItem", shards + 1),
        // The shards' work items, ten at a time.
        ("SendMessageBatch", shards.div_ceil(10)),
    ]
}

fn no_scan(calls: &[Call]) {
    let scans = calls
        .iter()
        .find(|call| call.operation == "Scan" && &*call.function != "local-pages");
    assert_eq!(scans, None);
}

#[tokio::test]
async fn a_day_with_nobody_due_costs_one_query_a_shard() {
    let roster = Roster::read();
    let local = Local::start("2021-08-23").await;
    let cloud = local.cloud().await;
    local.import(&roster).await;
    no_scan(&cloud.calls());
    for _ in ["23 August", "the day after"] {
        let calls = run(&local).await;
        assert_eq!(made(&calls, "daily-detection"), counts(&bookkeeping()));
        for function in ["roster-projection", "escalate", "send-sms", "send-email"] {
            assert_eq!(made(&calls, function), Counts::new(), "{function}");
        }
        no_scan(&calls);
    }
}

#[tokio::test]
async fn each_who_is_due_costs_one_query_and_one_transaction() {
    let local = Local::start("2021-08-23").await;
    let students = 40;
    let mut events = district("m", "2021-08-20T12:00:00Z");
    let at = events.iter().position(|event| event["subject"] == "m-student").unwrap();
    for n in 0..students {
        let mut another = events[at].clone();
        for name in ["subject", "id"] {
            another[name] = json!(format!("m-student-{n}"));
        }
        another["data"]["sourcedId"] = json!(format!("m-student-{n}"));
        another["data"]["roles"][0]["org"]["sourcedId"] = json!("m-other");
        events.push(another);
    }
    local.send(&events).await;
    local
        .send(&[period("remote", 1, school("m-other"), "2021-08-23", None, true)])
        .await;
    local.to("2021-09-12").await;
    let due: BTreeSet<u32> = (0..students)
        .map(|n| store::keys::shard(&format!("m-student-{n}"), SHARDS))
        .collect();
    let read_before = units(&local).await;
    let calls = run(&local).await;
    let mut expected = counts(&bookkeeping());
    // Each student's own: one Query, one transaction. Each work item's: the one school's calendar, read once.
    *expected.get_mut("Query").unwrap() += students + CALENDAR_QUERIES * due.len();
    expected.insert("TransactWriteItems".into(), students);
    expected.insert("BatchGetItem".into(), CALENDAR_READS * due.len());
    let found = made(&calls, "daily-detection");
    eprintln!("{students} due in {} shards: {found:?}", due.len());
    assert_eq!(found, expected);
    assert_eq!(local.conferences().await.len(), students);
    no_scan(&calls);
    // Commands in the place of a person go through a table of their own, whose consumption can be read out.
    let conference = local.conferences().await[0]["id"].clone();
    local
        .command(json!({"command": "decline", "conference": conference}))
        .await;
    let (reads, writes, queries) = units(&local).await;
    assert!(reads > read_before.0 && writes > read_before.1 && queries > read_before.2);
    no_scan(&local.cloud().await.calls());
}

/// The district's and the school's calendars: who refers to them.
const CALENDAR_QUERIES: usize = 2;
/// The school, for its district.
const CALENDAR_READS: usize = 1;

async fn units(local: &Local) -> (f64, f64, u64) {
    let units = local.keeper.with(|world| {
        Box::pin(async move {
            let used = world.commands.app.table.capacity();
            (used.read_units(), used.write_units(), used.queries())
        })
    });
    units.await.unwrap()
}
