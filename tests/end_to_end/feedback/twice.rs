//! Whatever comes twice, or is interrupted anywhere, has its effects once.

use super::{report, text};
use confer::cloud::{Call, Fault, FaultKind};
use futures::StreamExt;
use serde_json::{Value, json};
use tests::Local;
use tests::town::{on_the_eve, student, user};

/// The function whose calls meet faults.
const FUNCTION: &str = "delivery-feedback";

async fn begin() -> Local {
    let more = vec![
        user("g-1", 1, json!({"sms": "860-555-0123", "email": "g-1@example.net"})),
        user("g-2", 1, json!({"sms": "860-555-0124", "email": "g-2@example.net"})),
        student("bo", "a", &["g-1"]),
        student("cy", "a", &["g-1"]),
        student("di", "a", &["g-2"]),
        tests::town::enrollment("bo", "a", "student", 1, true),
        tests::town::enrollment("di", "a", "student", 1, true),
    ];
    let local = on_the_eve(&["al"], more).await;
    local.to("2021-09-22").await;
    local
}

/// A bounce, a delivery, a number that is opted out, a question, STOP and danger; then the rest of the week.
async fn play(local: &Local) -> Vec<String> {
    let inbox = local.inbox().await;
    let sent = |to: &str, channel: &str| {
        let of = |letter: &&Value| letter["recipient"] == to && letter["channel"] == channel;
        inbox.iter().find(of).unwrap()["id"].clone()
    };
    report(local, &sent("g-al", "email"), "bounced").await;
    report(local, &sent("g-2", "email"), "delivered").await;
    report(local, &sent("g-1", "sms"), "delivered").await;
    report(local, &sent("g-2", "sms"), "bounced").await;
    text(local, "+18605550124", "can we stop by?").await;
    text(local, "+18605550123", "STOP").await;
    text(local, "+18605550123", "he is going to kill us").await;
    local.to("2021-09-24").await;
    ended(local).await
}

/// What there is to see at the end, but for when things were decided.
async fn ended(local: &Local) -> Vec<String> {
    let mut seen = Vec::new();
    for list in ["conferences", "tasks", "events", "inbox", "replies"] {
        let body = local.get(&format!("/_local/{list}")).await;
        for item in body["items"].as_array().unwrap() {
            let mut item = item.clone();
            for name in ["headers", "html", "text", "raw"] {
                item.as_object_mut().unwrap().remove(name);
            }
            if list == "inbox" || list == "replies" {
                // Numbered in the order they came, which is not the point.
                item.as_object_mut().unwrap().remove("id");
            }
            // Whether one alarm or two tell of a family's two children is all the same.
            let students = match item["purpose"] == "urgent_reply" {
                true => item["students"].as_array().unwrap().clone(),
                false => vec![item["students"].clone()],
            };
            for student in students {
                item["students"] = student;
                seen.push(format!("{list} {item}"));
            }
        }
    }
    for queue in local.queues().await {
        seen.push(format!("queue {queue}"));
    }
    for item in local.table().await {
        if item["GSI1PK"].as_str().is_some_and(|shard| shard.starts_with("OUT#")) {
            seen.push(format!("waits: {} / {}", item["PK"], item["SK"]));
        }
    }
    seen.sort();
    seen
}

#[tokio::test]
async fn every_report_that_comes_twice_has_its_effects_once() {
    let clean = play(&begin().await).await;
    let local = begin().await;
    local.cloud().await.deliver_twice();
    let twice = play(&local).await;
    assert_eq!(twice, clean);
}

#[tokio::test]
async fn a_fault_at_any_call_changes_nothing() {
    let local = begin().await;
    let cloud = local.cloud().await;
    cloud.clear_calls();
    let clean = play(&local).await;
    assert!(!clean.iter().any(|seen| seen.starts_with("waits:")), "{clean:#?}");
    let calls: Vec<Call> = cloud
        .calls()
        .into_iter()
        .filter(|call| &*call.function == FUNCTION)
        .collect();
    assert!(calls.len() > 30, "{calls:?}");
    let mut faults = Vec::new();
    for (skip, call) in (0..).zip(&calls) {
        let changes = !["Query", "GetItem", "BatchGetItem"].contains(&call.operation.as_str());
        let always = [(FaultKind::Crash, false), (FaultKind::Throttle, false)];
        let of_changes = [(FaultKind::Crash, true), (FaultKind::TimeoutAfterEffect, false)];
        for (kind, after) in always.into_iter().chain(of_changes.into_iter().filter(|_| changes)) {
            let function = Some(FUNCTION.to_owned());
            let fault = Fault {
                service: None,
                function,
                operation: None,
                on: None,
                kind,
                times: 1,
                skip,
                after,
            };
            faults.push((
                format!("{kind:?} (after: {after}) at call {skip}, {}", call.operation),
                fault,
            ));
        }
    }
    println!("{} faults", faults.len());
    let clean = &clean;
    let played = faults.into_iter().map(|(place, fault)| async move {
        let local = begin().await;
        local.cloud().await.add_fault(fault);
        let played = play(&local).await;
        let differ =
            |a: &[String], b: &[String]| a.iter().filter(|seen| !b.contains(seen)).cloned().collect::<Vec<_>>();
        let (missing, more) = (differ(clean, &played), differ(&played, clean));
        (played != *clean).then(|| format!("{place}:\n  missing {missing:#?}\n  too much {more:#?}"))
    });
    let played: Vec<Option<String>> = futures::stream::iter(played).buffer_unordered(2).collect().await;
    let wrong: Vec<String> = played.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
