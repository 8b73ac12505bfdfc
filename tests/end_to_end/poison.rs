//! One record that nobody can work on never takes its neighbours with it, and never disappears: it lies on the dead-letter
//! queue. A student whose record cannot be read is put off to tomorrow, and the run completes.

use crate::mutations::district::district;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use tests::{Local, period};

/// The day on which everybody's conference is due; the runs whose rounds count for nothing yet follow it.
const DAY_22: &str = "2021-09-13";
/// Two school days after the third round: the hand-over to the principal.
const HANDOVER: &str = "2021-09-21";

/// Three districts of one student each (`a`, `b`, `c`).
async fn three() -> Local {
    let local = Local::start("2021-08-23").await;
    for name in ["a", "b", "c"] {
        local.send(&district(name, "2021-08-20T12:00:00Z")).await;
    }
    local
}

/// The three, all taught remotely since 23 August.
async fn three_remote() -> Local {
    let local = three().await;
    let remote = period("remote", 1, json!({"type": "district"}), "2021-08-23", None, true);
    local.send(&[remote]).await;
    local
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.into())
}

/// Changes an item behind the functions' back; how it was.
async fn spoil(
    local: &Local,
    pk: &str,
    sk: &str,
    change: impl FnOnce(&mut HashMap<String, AttributeValue>),
) -> HashMap<String, AttributeValue> {
    let client = Client::new(&local.cloud().await.sdk_config("vandal"));
    let get = client
        .get_item()
        .table_name("confer")
        .key("PK", text(pk))
        .key("SK", text(sk));
    let before = get
        .send()
        .await
        .unwrap()
        .item
        .unwrap_or_else(|| panic!("no {pk} / {sk}"));
    let mut item = before.clone();
    change(&mut item);
    put(local, item).await;
    before
}

async fn put(local: &Local, item: HashMap<String, AttributeValue>) {
    let client = Client::new(&local.cloud().await.sdk_config("vandal"));
    client
        .put_item()
        .table_name("confer")
        .set_item(Some(item))
        .send()
        .await
        .unwrap();
}

/// Makes an item one that cannot be read.
fn unreadable(item: &mut HashMap<String, AttributeValue>) {
    item.retain(|name, _| ["PK", "SK", "GSI1PK", "GSI1SK"].contains(&name.as_str()));
}

/// Lets the period of this item begin where time ends: its 22nd day cannot be reckoned, and whoever tries panics.
fn beyond_time(period: &mut HashMap<String, AttributeValue>) {
    period.insert("start".into(), text("+262142-12-20"));
}

/// The same in a student's own facts.
fn facts_beyond_time(facts: &mut HashMap<String, AttributeValue>) {
    let Some(AttributeValue::M(periods)) = facts.get_mut("periods") else {
        panic!("no periods")
    };
    for period in periods.values_mut() {
        let AttributeValue::M(period) = period else {
            panic!("no period")
        };
        beyond_time(period);
    }
}

/// Puts poison around the work that waits on a queue, and lets its function at it. What lies on its dead-letter queue then.
async fn taken_with(local: &Local, queue: &str, poison: &[Value]) -> BTreeSet<String> {
    let cloud = local.cloud().await;
    let bodies = poison
        .iter()
        .map(|body| body.as_str().map_or_else(|| body.to_string(), str::to_owned));
    let waiting: Vec<String> = cloud
        .receive(queue, 1_000)
        .into_iter()
        .map(|message| {
            cloud.delete(queue, &message.receipt);
            message.body
        })
        .collect();
    // Between the poison, so that one batch holds both.
    let mut waiting = waiting.into_iter();
    for body in bodies {
        cloud.send(queue, &body);
        if let Some(good) = waiting.next() {
            cloud.send(queue, &good);
        }
    }
    for good in waiting {
        cloud.send(queue, &good);
    }
    cloud.healed();
    local.queues().await;
    dead(local, queue).await
}

async fn dead(local: &Local, queue: &str) -> BTreeSet<String> {
    let cloud = local.cloud().await;
    assert!(cloud.visible_queues().is_empty(), "nothing waits any more");
    let dlq = format!("{queue}-dlq");
    let letters = cloud.receive(&dlq, 1_000);
    letters.into_iter().map(|letter| letter.body).collect()
}

async fn down(local: &Local, function: &str) {
    let fault = json!({"function": function, "fault": "down"});
    assert_eq!(local.post("/_local/faults", fault).await.0, 200);
}

fn bodies(some: &[Value]) -> BTreeSet<String> {
    let body = |body: &Value| body.as_str().map_or_else(|| body.to_string(), str::to_owned);
    some.iter().map(body).collect()
}

async fn item(local: &Local, pk: &str, sk: &str) -> Value {
    let items = local.table().await;
    let found = items.into_iter().find(|item| item["PK"] == pk && item["SK"] == sk);
    found.unwrap_or(Value::Null)
}

#[tokio::test]
async fn roster_projection() {
    let local = three().await;
    down(&local, "roster-projection").await;
    let names: Vec<Value> = ["a", "b", "c"]
        .iter()
        .flat_map(|name| {
            let mut school = district(name, "2021-08-21T12:00:00Z");
            school.truncate(2);
            school
                .iter_mut()
                .for_each(|org| org["id"] = json!(format!("newer {}", org["id"])));
            school
        })
        .collect();
    local.send(&names).await;
    for (id, change) in [("unreadable", unreadable as fn(&mut _)), ("panics", beyond_time)] {
        let own = period(
            id,
            1,
            json!({"type": "student", "student": {"sourcedId": "nobody-yet"}}),
            "2021-09-01",
            None,
            true,
        );
        local.send(&[own]).await;
        spoil(&local, &format!("OBJ#period#{id}"), "!", |item| {
            match item.get_mut("object") {
                Some(AttributeValue::M(object)) if id == "panics" => {
                    let Some(AttributeValue::M(period)) = object.get_mut("period") else {
                        panic!("no period")
                    };
                    let scope = AttributeValue::M(HashMap::from([("student".into(), text("b-student"))]));
                    period.insert("scope".into(), scope);
                    change(period);
                }
                _ => change(item),
            }
        })
        .await;
    }
    let poison = [
        json!("no JSON"),
        json!("{}"),
        json!([]),
        json!({"object": 7}),
        json!({"object": "planet#x"}),
        json!({"object": ""}),
        json!({"object": "user#a", "after": "b"}),
    ];
    let mut expected = bodies(&poison);
    expected.extend(bodies(&[
        json!({"object": "period#unreadable"}),
        json!(r#"{"student":"b-student","news":["sis.remoteLearningPeriod.changed-panics-1"]}"#),
    ]));
    assert_eq!(taken_with(&local, "roster-projection", &poison).await, expected);
    for name in ["a", "b", "c"] {
        for org in ["school", "district"] {
            let object = item(&local, &format!("OBJ#org#{name}-{org}"), "!").await;
            assert!(
                object["version"].as_str().unwrap().starts_with("2021-08-21"),
                "{object}"
            );
            if name != "b" {
                assert_eq!(object.get("GSI1PK"), None, "projected: {object}");
            }
        }
    }
}

#[tokio::test]
async fn daily_detection_and_students_that_are_stuck() {
    let local = three_remote().await;
    local.to("2021-09-12").await;
    let (b, c) = ("STUDENT#b-student", "STUDENT#c-student");
    let whole_b = spoil(&local, b, "F", unreadable).await;
    let whole_c = spoil(&local, c, "F", facts_beyond_time).await;
    down(&local, "daily-detection").await;
    local.to(DAY_22).await;
    let poison = [
        json!("no JSON"),
        json!("{}"),
        json!({"run": "someday", "shard": 1}),
        json!({"run": DAY_22, "shard": -1}),
        json!({"run": DAY_22, "shard": "all"}),
        json!({"scheduled": "at nine"}),
        json!(null),
    ];
    assert_eq!(taken_with(&local, "daily-detection", &poison).await, bodies(&poison));
    let run = item(&local, &format!("RUN#{DAY_22}"), "!").await;
    assert!(run["completed_at"].is_string(), "{run}");
    assert_eq!(item(&local, "STUDENT#a-student", "C#000001").await["due_on"], DAY_22);
    for stuck in [b, c] {
        let root = item(&local, stuck, "!").await;
        assert_eq!(
            (&root["stuck"], &root["next_action_on"]),
            (&json!("2021-09-14"), &json!("2021-09-14")),
            "{root}"
        );
        assert_eq!(item(&local, stuck, "C#000001").await, Value::Null);
    }
    put(&local, whole_b).await;
    put(&local, whole_c).await;
    local.to("2021-09-14").await;
    for mended in [b, c] {
        let conference = item(&local, mended, "C#000001").await;
        assert_eq!(
            (&conference["due_on"], &conference["opened_on"]),
            (&json!(DAY_22), &json!("2021-09-14"))
        );
        assert_eq!(item(&local, mended, "!").await.get("stuck"), None);
    }
}

#[tokio::test]
async fn escalate() {
    let local = three_remote().await;
    down(&local, "escalate").await;
    local.to(HANDOVER).await;
    let whole_b = spoil(&local, "STUDENT#b-student", "F", unreadable).await;
    let whole_c = spoil(&local, "STUDENT#c-student", "F", facts_beyond_time).await;
    let poison = [
        json!("no JSON"),
        json!("{}"),
        json!({"conference": 7}),
        json!({"conference": "nonsense"}),
        json!({"conference": "a-student.c"}),
    ];
    let mut expected = bodies(&poison);
    expected.extend(bodies(&[
        json!({"conference": "b-student.c1"}),
        json!({"conference": "c-student.c1"}),
    ]));
    assert_eq!(taken_with(&local, "escalate", &poison).await, expected);
    put(&local, whole_b).await;
    put(&local, whole_c).await;
    let checks = async |local: &Local| {
        let tasks = local.tasks().await;
        let checks = tasks.into_iter().filter(|task| task["kind"] == "welfare_check");
        checks
            .map(|task| task["student"].as_str().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(checks(&local).await, BTreeSet::from(["a-student".into()]));
    // The rows still wait, so the sweep brings them again once they are mended.
    local.to("2021-09-22").await;
    assert_eq!(checks(&local).await.len(), 3);
}

#[tokio::test]
async fn send_sms_and_send_email() {
    for (function, channel, row) in [("send-sms", "sms", 1), ("send-email", "email", 2)] {
        let local = three_remote().await;
        down(&local, function).await;
        local.to(DAY_22).await;
        let rows: Vec<String> = (1..=2).map(|n| format!("M#{n:06}")).collect();
        let mut sk = rows[row - 1].clone();
        for other in &rows {
            if item(&local, "STUDENT#b-student", other).await["channel"] == channel {
                sk = other.clone();
            }
        }
        spoil(&local, "STUDENT#b-student", &sk, unreadable).await;
        let n: u32 = sk[2..].parse().unwrap();
        let poison = [
            json!("no JSON"),
            json!("{}"),
            json!({"message": 7}),
            json!({"message": "nonsense"}),
            json!({"message": "nobody.m1"}),
            json!({"staff": "t", "purpose": "fun", "channel": "sms"}),
        ];
        let mut expected = bodies(&poison);
        expected.extend(bodies(&[json!({"message": format!("b-student.m{n}")})]));
        assert_eq!(taken_with(&local, function, &poison).await, expected, "{function}");
        let sent = local.cloud().await.inbox();
        let mut to: Vec<String> = Vec::new();
        for letter in sent {
            if json!(letter.channel) == channel
                && letter
                    .tags
                    .get("confer-purpose")
                    .is_some_and(|purpose| purpose == "invitation")
            {
                to.push(
                    runtime::deliver::untagged(&letter.tags["confer-send"])
                        .split('.')
                        .next()
                        .unwrap()
                        .to_owned(),
                );
            }
        }
        to.sort();
        assert_eq!(to, ["a-student", "c-student"], "{function}");
    }
}
