//! What `confer report` says: a preview that the run then keeps to, and what is to be mended in the data.

use crate::families::{Families, Ids, ids, text};
use confer::client::SOURCE;
use confer::sample;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::town::{changed_student, on_the_eve, user};
use tests::{Local, Roster, period, school};

/// Messages by school, channel and language.
type Messages = BTreeMap<[String; 3], u64>;
/// How much of each kind, by school.
type Counts = BTreeMap<String, BTreeMap<&'static str, u64>>;

const KINDS: [&str; 6] = [
    "asked",
    "opened",
    "without_channel",
    "teacher_asked",
    "office_asked",
    "checks",
];

fn items(value: &Value) -> Vec<Value> {
    value.as_array().unwrap().clone()
}

/// What the preview says of the next run, which writes nothing; and the day of that run.
async fn previewed(local: &Local) -> (String, Messages, Counts) {
    let before = local.table().await;
    let report = local.get("/_local/reports/tomorrow").await;
    assert_eq!(local.table().await, before, "a preview writes nothing");
    let row = |row: &Value| {
        (
            ["school", "channel", "language"].map(|name| text(&row[name])),
            row["messages"].as_u64().unwrap(),
        )
    };
    let messages: Messages = items(&report["rows"]).iter().map(row).collect();
    let counts = |of: &Value| -> BTreeMap<&'static str, u64> {
        let counts = KINDS.map(|kind| (kind, of[kind].as_u64().unwrap()));
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    };
    let schools = items(&report["schools"]);
    let sum = |kind: &str| schools.iter().map(|of| of[kind].as_u64().unwrap()).sum::<u64>();
    for kind in KINDS {
        assert_eq!(report["total"][kind], sum(kind), "{kind}");
    }
    assert_eq!(report["total"]["messages"], messages.values().sum::<u64>());
    assert_eq!(report["total"]["messages"], sum("messages"));
    assert_eq!(report["undecidable"], json!([]));
    let schools: Counts = schools
        .iter()
        .map(|of| (text(&of["school"]), counts(of)))
        .filter(|(_, of)| !of.is_empty())
        .collect();
    (text(&report["run_on"]), messages, schools)
}

/// What happened on a day, as the lists show it.
async fn happened(local: &Local, date: &str) -> (Messages, Counts) {
    let (conferences, tasks, inbox) = (local.conferences().await, local.tasks().await, local.inbox().await);
    let schools: BTreeMap<String, String> = conferences
        .iter()
        .map(|conference| (text(&conference["student"]), text(&conference["school"])))
        .collect();
    let mut messages = Messages::new();
    let mut asked = Ids::new();
    for sent in inbox {
        if sent["purpose"] == "invitation" && local.day_of(&sent["sent_at"]) == date {
            let students = ids(&sent["students"]);
            let first = schools[students.first().unwrap()].clone();
            *messages
                .entry([first, text(&sent["channel"]), text(&sent["language"])])
                .or_default() += 1;
            asked.extend(students);
        }
    }
    let mut counts = Counts::new();
    let mut one = |school: String, kind| *counts.entry(school).or_default().entry(kind).or_default() += 1;
    for student in asked {
        one(schools[&student].clone(), "asked");
    }
    for conference in conferences.iter().filter(|conference| conference["opened_on"] == date) {
        one(text(&conference["school"]), "opened");
    }
    for task in tasks.iter().filter(|task| task["opened_on"] == date) {
        let kind = match (text(&task["kind"]).as_str(), text(&task["reason"]).as_str()) {
            ("reach_family", "no usable mobile number or address") => "without_channel",
            ("reach_family", _) => "teacher_asked",
            ("repair_contact", _) => "office_asked",
            _ => "checks",
        };
        one(text(&task["school"]), kind);
    }
    (messages, counts)
}

/// Looks ahead, lets the day come, and compares; how much was announced.
async fn foretold(local: &Local) -> u64 {
    let (date, messages, counts) = previewed(local).await;
    local.to(&date).await;
    assert_eq!(
        happened(local, &date).await,
        (messages.clone(), counts.clone()),
        "{date}"
    );
    messages.values().sum::<u64>() + counts.values().flat_map(BTreeMap::values).sum::<u64>()
}

#[tokio::test]
async fn a_run_does_what_the_preview_said_for_a_whole_district() {
    let local = Local::start("2021-08-23").await;
    let roster = sis::csv::read(&sample::files(2021), SOURCE).unwrap();
    local.send(&roster.events).await;
    local
        .send(&[period("rlp", 1, json!({"type": "district"}), "2021-08-31", None, true)])
        .await;
    local.to("2021-08-30").await;
    assert!(foretold(&local).await > 0, "whoever cannot be reached at all");
    local.to("2021-09-19").await;
    assert_eq!(foretold(&local).await, 0, "day 21");
    assert!(foretold(&local).await > 180, "day 22");
    let open = local.conferences().await;
    let mut without: Vec<String> = Vec::new();
    for task in local.tasks().await {
        if task["kind"] == "reach_family" {
            without.push(text(&task["conference"]));
        }
    }
    for (conference, mut command) in open.iter().step_by(9).zip([
        json!({"command": "schedule", "starts_at": "2021-10-05T18:00:00Z", "mode": "video"}),
        json!({"command": "decline"}),
        json!({"command": "ask_for_call"}),
        json!({"command": "log_attempt", "channel": "phone", "reached": true}),
    ]) {
        command["conference"] = conference["id"].clone();
        local.command(command).await;
    }
    let mut announced = Vec::new();
    for _ in 0..14 {
        for conference in without.iter().take(2) {
            if local.conference(conference).await["state"] == "open" {
                let call =
                    json!({"command": "log_attempt", "conference": conference, "channel": "phone", "reached": false});
                local.command(call).await;
            }
        }
        announced.push(foretold(&local).await > 0);
    }
    assert!(announced.contains(&true) && announced.contains(&false), "{announced:?}");
    let checks = local.tasks().await;
    assert!(
        checks.iter().any(|task| task["kind"] == "welfare_check"),
        "the story goes as far as that"
    );
}

#[tokio::test]
async fn the_preview_counts_messages_as_a_guardian_gets_them() {
    let spanish = json!({"sms": "(203) 555-0142", "email": "g@example.net", "metadata": {"homeLanguage": "spa"}});
    let only_called = json!({"phone": "(203) 555-0143"});
    let local = on_the_eve(
        &[],
        vec![
            user("g", 1, spanish),
            user("c", 1, only_called),
            changed_student("al", 1, "a", &["g"], json!({})),
            changed_student("bo", 1, "a", &["g"], json!({})),
            changed_student("cy", 1, "a", &["c"], json!({})),
        ],
    )
    .await;
    local.to("2021-09-21").await;
    let report = local.get("/_local/reports/tomorrow").await;
    let facts = ["run_on", "run_at", "messages_at", "clock_stands", "sending", "waiting"].map(|name| &report[name]);
    let expected = json!([
        "2021-09-22",
        "2021-09-22T13:00:00Z",
        "2021-09-22T13:20:00Z",
        true,
        "live",
        0
    ]);
    assert_eq!(json!(facts), expected);
    let row = |channel: &str| json!({"school": "a", "name": "Alder Street School", "channel": channel, "language": "es", "messages": 1});
    assert_eq!(report["rows"], json!([row("sms"), row("email")]));
    let counts = json!({"school": "a", "name": "Alder Street School", "messages": 2, "asked": 2, "asked_whom_to_call": 0, "opened": 3,
        "without_channel": 1, "teacher_asked": 0, "office_asked": 0, "checks": 0});
    assert_eq!(report["schools"], json!([counts]));

    let cap = local
        .keeper
        .with(|world| Box::pin(async move { world.person.table.set_daily_cap(Some(1)).await }));
    cap.await.unwrap().unwrap();
    let report = local.get("/_local/reports/tomorrow").await;
    assert_eq!(
        (&report["daily_cap"], &report["held"]),
        (&json!(1), &json!(1)),
        "the second waits for approval"
    );

    local.command(json!({"command": "sending", "sending": "stopped"})).await;
    local.to("2021-09-22").await;
    let report = local.get("/_local/reports/tomorrow").await;
    let facts = ["run_on", "sending", "waiting"].map(|name| &report[name]);
    assert_eq!(
        json!(facts),
        json!(["2021-09-23", "stopped", 4]),
        "a child's and channel's each"
    );
    assert_eq!(
        report["rows"],
        json!([row("sms"), row("email")]),
        "what did not leave is repeated"
    );
}

#[tokio::test]
async fn before_nine_the_next_run_is_todays() {
    let local = Local::start("2021-09-22").await;
    let next = async || local.get("/_local/reports/tomorrow").await["run_on"].clone();
    assert_eq!(next().await, "2021-09-22");
    local.to("2021-09-22").await;
    assert_eq!(next().await, "2021-09-23");
}

#[tokio::test]
async fn what_is_to_be_mended_in_a_whole_roster() {
    let roster = Roster::read();
    let families = Families::of(&roster);
    let local = Local::start("2021-08-23").await;
    local.import(&roster).await;
    let report = local.get("/_local/reports/data-quality").await;
    let found = |section: &str| -> Ids {
        let sections = items(&report["sections"]);
        let section = sections.iter().find(|of| of["section"] == section).unwrap();
        items(&section["items"]).iter().map(|item| text(&item["id"])).collect()
    };
    let of_school = |ids: Ids| ids.intersection(&families.students).cloned().collect::<Ids>();
    let (silent, reached): (Ids, Ids) = families
        .students
        .clone()
        .into_iter()
        .partition(|student| families.channels(student).is_empty());
    let (lost, called): (Ids, Ids) = silent
        .into_iter()
        .partition(|student| families.cannot_be_called(student));
    assert_eq!(of_school(found("no_contact")), lost);
    assert_eq!(of_school(found("phone_only")), called);
    assert!(!lost.is_empty() && !called.is_empty() && !reached.is_empty());

    let works = |user: &&Value| {
        let roles = user["roles"].as_array().into_iter().flatten();
        let mut roles = roles.map(|role| text(&role["role"]));
        roles.any(|role| role == "teacher" || role == "principal") || !user["metadata"]["designeeFor"].is_null()
    };
    let staff = families
        .users
        .values()
        .filter(|user| user["enabledUser"] != false)
        .filter(|user| works(user));
    let unwritten: Ids = staff
        .filter(|user| user["email"].as_str().is_none_or(|email| email.trim().is_empty()))
        .map(|user| text(&user["sourcedId"]))
        .collect();
    assert_eq!(found("staff_without_email"), unwritten);

    let unusable = found("unusable_contact");
    assert!(!unusable.is_empty());
    let said = report.to_string();
    for user in families.users.values() {
        for field in ["sms", "phone", "email"] {
            let value = text(&user[field]);
            assert!(value.is_empty() || !said.contains(&value), "a value is quoted");
        }
    }
    assert_eq!(found("contradiction"), Ids::new());
    let events = families.students.iter().take(1).map(|student| {
        let data = json!({"sourcedId": "at-1", "status": "active", "dateLastModified": "2021-09-08T12:00:00Z",
            "student": {"sourcedId": student}, "date": "2021-09-07", "instruction": "inPerson"});
        tests::event("sis.attendance.recorded", 1, data)
    });
    let mut events: Vec<Value> = events.collect();
    events.push(period("rlp-1", 1, school(&roster.school), "2021-09-01", None, true));
    local.send(&events).await;
    let report = local.get("/_local/reports/data-quality").await;
    let sections = items(&report["sections"]);
    let section = sections.iter().find(|of| of["section"] == "contradiction").unwrap();
    let contradicting = &section["items"][0];
    assert_eq!(
        (&section["count"], &contradicting["why"]),
        (&json!(1), &json!("on 2021-09-07"))
    );
}
