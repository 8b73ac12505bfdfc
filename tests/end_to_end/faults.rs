//! One fault at one call, at every place that matters: the story ends as it does without, nothing is lost, and nothing is
//! done twice.

mod story;

use confer::cloud::{Call, Fault, FaultKind};
use futures::StreamExt;
use runtime::queues::Run;
use std::collections::BTreeMap;
use tests::{Local, day};

/// Worlds that are played at the same time.
const AT_ONCE: usize = 2;

/// What may befall a call that changes something: the function dies before or after it, or the answer is lost.
const OF_CHANGES: [(FaultKind, bool); 3] = [
    (FaultKind::Crash, false),
    (FaultKind::Crash, true),
    (FaultKind::TimeoutAfterEffect, false),
];
/// What may befall any call; nothing is done then.
const OF_ALL: [(FaultKind, bool); 4] = [
    (FaultKind::Throttle, false),
    (FaultKind::Error, false),
    (FaultKind::Timeout, false),
    (FaultKind::Crash, false),
];

/// How many faults are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// Of the calls of one function and operation on one day the first and the last; of those to a provider all. Calls
    /// that change something meet all of [`OF_CHANGES`], and every call one of [`OF_ALL`], in turn.
    Some,
    /// Every fault at every call: takes an hour. Chosen by `CONFER_EVERY_FAULT=1`.
    All,
}

/// A fault to try, and where.
struct Case {
    fault: Fault,
    place: String,
}

fn cases(calls: &[(&'static str, u32, Call)], tried: Tried) -> Vec<Case> {
    let mut alike: BTreeMap<(&str, &str, &str), Vec<u32>> = BTreeMap::new();
    for (date, index, call) in calls {
        let which = (&*call.function, *date, call.operation.as_str());
        // The others stand for people.
        if story::FUNCTIONS.contains(&&*call.function) {
            alike.entry(which).or_default().push(*index);
        }
    }
    let mut turn = OF_ALL.into_iter().cycle();
    let mut cases = Vec::new();
    for ((function, date, operation), mut indices) in alike {
        let every = tried == Tried::All || ["Publish", "SendEmail"].contains(&operation);
        if !every && indices.len() > 2 {
            indices.drain(1..indices.len() - 1);
        }
        let changes = !["Query", "GetItem", "BatchGetItem"].contains(&operation);
        for index in indices {
            let others: Vec<_> = match tried {
                Tried::Some => turn.next().into_iter().collect(),
                Tried::All => OF_ALL.to_vec(),
            };
            for (kind, after) in OF_CHANGES.into_iter().filter(|_| changes).chain(others) {
                let fault = Fault {
                    service: None,
                    function: Some(function.to_owned()),
                    on: None,
                    kind,
                    times: 1,
                    skip: index,
                    after,
                };
                let when = if after { ", after" } else { "" };
                let place = format!("{kind:?}{when} at {function}'s call {index}, {operation} on {date}");
                cases.push(Case { fault, place });
            }
        }
    }
    cases
}

async fn one_fault_at_a_time(tried: Tried) {
    let clean = story::play(None).await;
    assert_eq!(clean.broken, Vec::<String>::new());
    let cases = cases(&clean.calls, tried);
    println!("{} faults", cases.len());
    for function in story::FUNCTIONS {
        let met = cases
            .iter()
            .filter(|case| case.fault.function.as_deref() == Some(function));
        assert!(met.count() > 5, "{function} meets hardly any fault");
    }
    let clean = &clean;
    let played = cases.into_iter().map(|case| async move {
        let broken = story::play(Some(case.fault)).await.against(clean);
        (!broken.is_empty()).then(|| format!("{}:\n    {}", case.place, broken.join("\n    ")))
    });
    let played: Vec<Option<String>> = futures::stream::iter(played).buffer_unordered(AT_ONCE).collect().await;
    let wrong: Vec<String> = played.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn nothing_differs_from(clean: &story::Outcome, played: story::Outcome) {
    assert_eq!(played.against(clean), Vec::<String>::new());
}

#[tokio::test]
async fn everything_delivered_twice_is_done_once() {
    let clean = story::play(None).await;
    let local = Local::start(story::DAYS[0]).await;
    local.cloud().await.deliver_twice();
    story::import(&local).await;
    let twice = story::play_on(&local, None).await;
    assert!(twice.calls.len() > clean.calls.len() + 100, "nothing came twice");
    nothing_differs_from(&clean, twice);
}

/// The schedule's start of the run of a day.
fn start_of(local: &Local, date: &str) -> String {
    let district = &local.settings.district;
    let scheduled = district.at(day(date), district.policy.run_at);
    serde_json::json!(Run::Start { scheduled }).to_string()
}

#[tokio::test]
async fn a_run_that_is_started_again_and_again_is_one_run() {
    let clean = story::play(None).await;
    let local = story::begin(None).await;
    let today = start_of(&local, story::ANSWERS_ON);
    let yesterday = start_of(&local, story::DAYS[0]);
    let at = local
        .settings
        .district
        .at(day(story::ANSWERS_ON), "09:05:00".parse().unwrap());
    let send_all = async |starts: Vec<String>| {
        let sent = local.keeper.with(move |world| {
            Box::pin(async move {
                world.cloud.set_now(at);
                for start in starts {
                    world.cloud.send("daily-detection", &start);
                }
                world.settle().await;
            })
        });
        sent.await.unwrap();
    };
    // The second start finds the first one's work queued, the third finds it done; the run of yesterday is over.
    send_all(vec![today.clone(), today.clone(), yesterday]).await;
    assert_eq!(local.conferences().await.len(), 4);
    send_all(vec![today]).await;
    nothing_differs_from(&clean, story::play_on(&local, None).await);
}

#[tokio::test]
async fn a_run_whose_start_was_lost_is_caught_up_with() {
    let clean = story::play(None).await;
    let local = story::begin(None).await;
    let at = local
        .settings
        .district
        .at(day(story::ANSWERS_ON), "09:05:00".parse().unwrap());
    local.cloud().await.set_now(at);
    nothing_differs_from(&clean, story::play_on(&local, None).await);
}

#[tokio::test]
async fn one_fault_changes_nothing_but_the_days() {
    let every = std::env::var("CONFER_EVERY_FAULT").is_ok_and(|every| !every.is_empty());
    one_fault_at_a_time(if every { Tried::All } else { Tried::Some }).await;
}
