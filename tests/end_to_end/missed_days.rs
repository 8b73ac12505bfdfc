//! Runs that are missed, started twice or cut off, and events in any order and any number: the same conferences.

use crate::families::text;
use futures::future::join_all;
use runtime::queues::{Queue, Run};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::town::{changed_student, enrollment, guardian, on_the_eve, student, town, user};
use tests::{Local, Roster, period, school};

/// Every conference as the invariants mean it: whose, which, due when, where it stands.
async fn conferences(local: &Local) -> BTreeSet<String> {
    let facts = |of: &Value| {
        json!([
            of["id"],
            of["student"],
            of["kind"],
            of["due_on"],
            of["state"],
            of["attempts"]
        ])
    };
    local
        .conferences()
        .await
        .iter()
        .map(|of| facts(of).to_string())
        .collect()
}

async fn tasks(local: &Local) -> BTreeSet<String> {
    let facts = |of: &Value| json!([of["student"], of["kind"], of["conference"], of["state"], of["assignee"]]);
    local.tasks().await.iter().map(|of| facts(of).to_string()).collect()
}

/// What left: to whom, about what, on which day; sorted, each as often as it left.
async fn sent(local: &Local) -> Vec<String> {
    let inbox = local.inbox().await;
    let mut sent: Vec<String> = inbox
        .iter()
        .map(|sent| {
            let day = local.day_of(&sent["sent_at"]);
            json!([
                day,
                sent["purpose"],
                sent["to"],
                sent["recipient"],
                sent["students"],
                sent["round"]
            ])
            .to_string()
        })
        .collect();
    sent.sort();
    sent
}

#[tokio::test]
async fn after_two_missed_days_one_run_equals_never_having_missed() {
    let children = ["al", "bo", "cy"];
    let (missed, whole) = (
        on_the_eve(&children, Vec::new()).await,
        on_the_eve(&children, Vec::new()).await,
    );
    for day in ["2021-09-22", "2021-09-23"] {
        let down = json!({"function": "daily-detection", "on": day, "fault": "down"});
        assert_eq!(missed.post("/_local/faults", down).await.0, 200);
    }
    missed.to("2021-09-23").await;
    assert_eq!(missed.conferences().await, Vec::<Value>::new(), "nothing ran");
    missed.to("2021-09-24").await;
    whole.to("2021-09-24").await;
    let due = async |local: &Local| -> BTreeSet<String> {
        let facts = |of: &Value| json!([of["id"], of["kind"], of["due_on"], of["state"]]);
        local
            .conferences()
            .await
            .iter()
            .map(|of| facts(of).to_string())
            .collect()
    };
    assert_eq!(due(&missed).await.len(), children.len());
    assert_eq!(due(&missed).await, due(&whole).await);
    missed.to("2021-10-10").await;
    whole.to("2021-10-10").await;
    assert_eq!(due(&missed).await, due(&whole).await);
    assert_eq!(tasks(&missed).await, tasks(&whole).await);
    assert_eq!(
        missed.invited_on("al").await,
        ["2021-09-24", "2021-09-28", "2021-09-30"]
    );
}

#[tokio::test]
async fn a_run_that_is_started_again_or_cut_off_doubles_nothing() {
    let children = ["al", "bo", "cy", "di", "ed", "fi"];
    let (troubled, whole) = (
        on_the_eve(&children, Vec::new()).await,
        on_the_eve(&children, Vec::new()).await,
    );
    whole.to("2021-09-30").await;
    for day in ["2021-09-22", "2021-09-24", "2021-09-28", "2021-09-30"] {
        for (fault, times) in [("timeout_after_effect", 2), ("crash", 2)] {
            let fault = json!({
                "service": "dynamodb", "function": "daily-detection", "on": day, "fault": fault, "times": times, "skip": 5,
                "after": true,
            });
            assert_eq!(troubled.post("/_local/faults", fault).await.0, 200);
        }
        troubled.to(day).await;
        troubled
            .keeper
            .with(|world| {
                Box::pin(async move {
                    let scheduled = world
                        .settings
                        .district
                        .at(world.today(), world.settings.district.policy.run_at);
                    let start = json!(Run::Start { scheduled }).to_string();
                    world.cloud.send(Queue::DailyDetection.name(), &start);
                    world.cloud.send(Queue::DailyDetection.name(), &start);
                    for shard in 0..store::keys::SHARDS {
                        let part = json!(Run::Shard {
                            run: world.today(),
                            shard,
                            after: None
                        });
                        world.cloud.send(Queue::DailyDetection.name(), &part.to_string());
                    }
                    world.settle().await;
                })
            })
            .await
            .unwrap();
    }
    assert_eq!(conferences(&troubled).await, conferences(&whole).await);
    assert_eq!(tasks(&troubled).await, tasks(&whole).await);
    assert_eq!(sent(&troubled).await, sent(&whole).await);
}

#[tokio::test]
async fn a_run_that_was_not_started_or_is_of_another_day_decides_nothing() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.to("2021-09-21").await;
    let part = |run: &str, shard: u32| json!({"run": run, "shard": shard}).to_string();
    let mut sent: Vec<String> = (0..store::keys::SHARDS)
        .map(|shard| part("2021-09-22", shard))
        .collect();
    sent.extend([
        part("2021-09-20", 0),
        part("2021-09-21", 99),
        json!({"scheduled": "2021-09-22T13:00:00Z"}).to_string(),
    ]);
    local
        .keeper
        .with(|world| {
            Box::pin(async move {
                for body in sent {
                    world.cloud.send(Queue::DailyDetection.name(), &body);
                }
                world.settle().await;
            })
        })
        .await
        .unwrap();
    assert!(local.conferences().await.is_empty(), "the 22nd is not yet");
    local.to("2021-09-22").await;
    assert_eq!(local.conferences().await.len(), 1);
    let run = local
        .table()
        .await
        .into_iter()
        .find(|item| item["PK"] == "RUN#2021-09-22");
    assert!(
        run.is_some_and(|run| run["completed_at"].is_string()),
        "the run is complete"
    );
}

#[tokio::test]
async fn a_part_that_comes_before_its_run_was_started_does_not_complete_it() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.to("2021-09-21").await;
    local
        .keeper
        .with(|world| {
            Box::pin(async move {
                let (today, district) = (world.today().succ_opt().unwrap(), &world.settings.district);
                world.cloud.set_now(district.at(today, "08:30:00".parse().unwrap()));
                let part = Run::Shard {
                    run: today,
                    shard: 0,
                    after: None,
                };
                world.cloud.send(Queue::DailyDetection.name(), &json!(part).to_string());
                world.settle().await;
            })
        })
        .await
        .unwrap();
    let begun = |item: &Value| item["PK"] == "RUN#2021-09-22";
    assert!(!local.table().await.iter().any(begun), "it begins with its start");
    local.to("2021-09-22").await;
    assert_eq!(local.conferences().await.len(), 1);
}

/// A small generator (xorshift): the same seed gives the same order.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn shuffled(&mut self, mut events: Vec<Value>) -> Vec<Value> {
        for i in (1..events.len()).rev() {
            events.swap(i, self.below(i + 1));
        }
        events
    }
}

/// Some forty students of the roster's school with everything that refers to them.
fn some_of(roster: &Roster) -> Vec<Value> {
    let students: BTreeSet<String> = roster.students_of(&roster.school).into_iter().take(40).collect();
    let events = || roster.events.iter();
    let mut people = students.clone();
    for event in events().filter(|event| students.contains(&text(&event["subject"]))) {
        let agents = event["data"]["agents"].as_array().into_iter().flatten();
        people.extend(agents.map(|agent| text(&agent["sourcedId"])));
    }
    let staff = |event: &Value| {
        let roles = event["data"]["roles"].as_array().into_iter().flatten();
        let works = |role: &Value| role["role"] != "student" && role["org"]["sourcedId"] == roster.school.as_str();
        roles.into_iter().any(works)
    };
    let wanted = |event: &&Value| match event["type"].as_str().unwrap() {
        "sis.user.changed" => people.contains(&text(&event["subject"])) || staff(event),
        "sis.enrollment.changed" => {
            let user = &event["data"]["user"]["sourcedId"];
            event["data"]["role"] != "student" || students.contains(&text(user))
        }
        _ => true,
    };
    events().filter(wanted).cloned().collect()
}

/// An older state of a user, in which everything that matters was different.
fn older(event: &Value) -> Option<Value> {
    if event["type"] != "sis.user.changed" {
        return None;
    }
    let mut older = event.clone();
    older["id"] = json!(format!("{}-older", text(&event["id"])));
    let data = &mut older["data"];
    data["dateLastModified"] = json!("2021-08-01T12:00:00Z");
    data["enabledUser"] = json!(false);
    data["sms"] = json!("203-555-0199");
    data["agents"] = json!([]);
    for role in data["roles"].as_array_mut().into_iter().flatten() {
        role["org"]["sourcedId"] = json!("elsewhere");
    }
    Some(older)
}

/// States of one period, oldest first.
fn periods(roster: &Roster) -> Vec<Value> {
    let own = |n, start, end, active| period("rlp", n, school(&roster.school), start, end, active);
    let grade = json!({"type": "grade", "grade": "01"});
    let everywhere = json!({"type": "district"});
    vec![
        own(1, "2021-08-10", None, true),
        own(2, "2021-09-01", Some("2021-09-03"), true),
        own(3, "2021-09-01", None, false),
        own(4, "2021-09-02", None, true),
        period("early", 1, everywhere, "2021-08-23", None, true),
        period("early", 2, grade.clone(), "2021-08-25", None, true),
        period("early", 3, grade, "2021-08-25", Some("2021-09-01"), true),
    ]
}

/// Corrections while families are asked.
fn corrections(roster: &Roster, students: &[String]) -> Vec<Value> {
    let own = |n, start| period("rlp", n, school(&roster.school), start, None, true);
    let mut events = vec![own(5, "2021-09-14"), own(6, "2021-09-01")];
    for id in students {
        let of = roster
            .events
            .iter()
            .find(|event| event["subject"] == id.as_str())
            .unwrap();
        for (n, left) in [(1, true), (2, id != &students[0])] {
            let mut event = of.clone();
            event["id"] = json!(format!("{id}-corrected-{n}"));
            event["data"]["dateLastModified"] = json!(format!("2021-09-25T1{n}:00:00Z"));
            event["data"]["enabledUser"] = json!(!left || n == 2);
            if id == &students[0] {
                event["data"]["enabledUser"] = json!(false);
            }
            events.push(event);
        }
    }
    events
}

#[tokio::test]
async fn events_twice_and_in_any_order_lead_to_the_same() {
    let roster = Roster::read();
    let base = some_of(&roster);
    let students: Vec<String> = roster.students_of(&roster.school).into_iter().take(6).collect();
    let first: Vec<Value> = base
        .iter()
        .filter_map(older)
        .chain(base.clone())
        .chain(periods(&roster))
        .collect();
    let second = corrections(&roster, &students);

    let story = async |seed: Option<u64>| {
        let mut dice = Dice(seed.unwrap_or(1));
        let local = Local::start("2021-09-20").await;
        for (events, until) in [(&first, "2021-09-25"), (&second, "2021-10-08")] {
            let events = match seed {
                None => events.clone(),
                Some(_) => dice.shuffled([events.clone(), events.clone()].concat()),
            };
            let mut left = &events[..];
            while !left.is_empty() {
                let (some, rest) = left.split_at(left.len().min(1 + dice.below(200)));
                local.send(some).await;
                left = rest;
            }
            local.to(until).await;
        }
        (conferences(&local).await, tasks(&local).await, sent(&local).await)
    };
    // Each on a thread of its own.
    let (in_order, shuffled) = futures::join!(story(None), join_all([3, 17, 6310].map(|seed| story(Some(seed)))));
    let all = in_order.0.len();
    assert!(all >= 40, "{all} conferences, for some cross earlier with their grade");
    for word in ["\"moot\"", "\"unreachable\"", "2021-09-22"] {
        assert!(
            in_order.0.iter().any(|of| of.contains(word)),
            "{word} among {:?}",
            in_order.0
        );
    }
    for (seed, shuffled) in shuffled.iter().enumerate() {
        assert_eq!(shuffled.0, in_order.0, "conferences, order {seed}");
        assert_eq!(shuffled.1, in_order.1, "tasks, order {seed}");
        assert_eq!(shuffled.2, in_order.2, "messages, order {seed}");
    }
}

#[tokio::test]
async fn what_refers_to_something_unknown_takes_effect_when_the_rest_arrives() {
    let mut events = town();
    events.extend([
        guardian("g-al"),
        student("al", "a", &["g-al"]),
        enrollment("al", "a", "student", 1, true),
        period("rlp", 1, school("a"), "2021-09-01", None, true),
        user(
            "deputy",
            1,
            json!({"metadata": {"designeeFor": ["a"]}, "email": "deputy@example.org"}),
        ),
    ]);
    for turn in 0..events.len() {
        events.rotate_left(1);
        let local = Local::start("2021-09-20").await;
        for event in &events {
            local.tell(event.clone()).await;
        }
        local.to("2021-09-30").await;
        let conference = local.only_conference("al").await;
        let facts = ["state", "due_on", "teacher", "school"].map(|name| &conference[name]);
        assert_eq!(
            json!(facts),
            json!(["unreachable", "2021-09-22", "t-a", "a"]),
            "turn {turn}"
        );
        let alerts = local
            .inbox()
            .await
            .into_iter()
            .filter(|sent| sent["purpose"] == "principal_alert");
        assert_eq!(
            alerts.count(),
            3,
            "principal by both channels, designee by e-mail; turn {turn}"
        );
    }
    let local = Local::start("2021-09-20").await;
    local.send(&events).await;
    local
        .tell(changed_student("al", 2, "a", &["g-al", "g-late"], json!({})))
        .await;
    local.to("2021-09-22").await;
    local.tell(guardian("g-late")).await;
    local.to("2021-09-24").await;
    let to: BTreeSet<String> = local
        .inbox()
        .await
        .iter()
        .map(|sent| text(&sent["recipient"]))
        .collect();
    assert_eq!(to, ["g-al", "g-late"].map(str::to_owned).into());
}
