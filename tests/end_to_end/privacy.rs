//! Nothing personal in a log line, a queue body or a Debug print, and no surname in a text message, whatever goes wrong.

use crate::mutations::district::district;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use confer::cloud::{Cloud, Letter};
use domain::contact::Personal;
use domain::decide::Command;
use domain::ids::UserId;
use domain::policy::Policy;
use messages::{Child, Invitation, Texts};
use runtime::queues::Queue;
use serde_json::{Value, json};
use tests::logs::Log;
use tests::{Local, period};

/// Names that nobody else has; every person of the story bears them.
const FIRST: &str = "Zyxwvia";
const SURNAME: &str = "Quistorphe";
/// What may stand nowhere, in small letters: names, the digits of every number, every address, what a principal wrote down.
const PERSONAL: [&str; 6] = ["zyxwv", "quistorph", "860555017", "555-017", "canary@", "sobbing"];

/// Everybody's own numbers and addresses are canaries.
fn people(modified: &str) -> Vec<Value> {
    let mut events = district("m", modified);
    let mut contact = events[4].clone();
    for name in ["subject", "id"] {
        contact[name] = json!("m-aunt");
    }
    contact["data"]["sourcedId"] = json!("m-aunt");
    events.push(contact);
    for (n, event) in events.iter_mut().enumerate() {
        let data = &mut event["data"];
        if data["familyName"].is_string() {
            data["givenName"] = json!(format!("{FIRST}{n}"));
            data["preferredGivenName"] = json!(format!("{FIRST} {n}"));
            data["familyName"] = json!(SURNAME);
            data["sms"] = json!(format!("(860) 555-017{n}"));
            data["phone"] = json!(format!("+1860555017{n}"));
            data["email"] = json!(format!("canary@{n}.quistorphe.example"));
        }
    }
    events
}

/// The words of `PERSONAL` that a text holds.
fn personal_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    PERSONAL.into_iter().filter(|word| text.contains(word)).collect()
}

/// Looks into every queue, and leaves it as it was. Not into the one on which AWS itself puts numbers and texts: what this
/// one holds must not come out of it.
fn look_into_queues(cloud: &Cloud, seen: &mut Vec<String>) {
    let feedback = Queue::DeliveryFeedback.name();
    for queue in cloud
        .queues()
        .into_iter()
        .filter(|queue| !queue.name.starts_with(feedback))
    {
        for message in cloud.receive(&queue.name, 1_000) {
            seen.push(message.body.clone());
            cloud.delete(&queue.name, &message.receipt);
            cloud.send(&queue.name, &message.body);
        }
    }
}

/// Lets one function after the other at its work until all is quiet, and looks into the queues in between.
async fn step(local: &Local, seen: &mut Vec<String>) {
    let cloud = local.cloud().await;
    loop {
        for allowed in Queue::ALL {
            for queue in Queue::ALL.into_iter().filter(|queue| *queue != allowed) {
                fault(local, json!({"function": queue.name(), "fault": "down"})).await;
            }
            local.queues().await;
            look_into_queues(&cloud, seen);
            cloud.healed();
        }
        if cloud.visible_queues().is_empty() {
            return;
        }
    }
}

async fn fault(local: &Local, fault: Value) {
    assert_eq!(local.post("/_local/faults", fault).await.0, 200);
}

/// Days of the story: each run by itself, then what the senders make of it.
async fn day(local: &Local, date: &str, seen: &mut Vec<String>) {
    for function in ["send-sms", "send-email", "escalate"] {
        fault(local, json!({"function": function, "fault": "down"})).await;
    }
    local.to(date).await;
    look_into_queues(&local.cloud().await, seen);
    local.cloud().await.healed();
    step(local, seen).await;
}

/// Everything that a request can be refused for, and a table that is busy.
async fn failures(local: &Local) {
    let wrong = [
        json!(people("yesterday")).to_string(),
        json!(people("2021-08-20T12:00:00Z"))
            .to_string()
            .replace("\"sourcedId\"", "\"sourcedID\""),
        format!("[{{\"givenName\":\"{FIRST}\""),
        json!([SURNAME, {"id": FIRST}]).to_string(),
        json!({"sourcedId": SURNAME}).to_string(),
    ];
    for body in &wrong {
        let request = local.signed(body, "application/cloudevents-batch+json").await;
        let (status, answer) = local.request(request).await;
        assert_eq!((status, personal_in(&answer.to_string())), (400, vec![]), "{answer}");
        let mut request = local.signed(body, "application/cloudevents-batch+json").await;
        request
            .headers_mut()
            .insert("webhook-signature", SURNAME.parse().unwrap());
        assert_eq!(local.request(request).await.0, 401);
    }
    for kind in ["throttle", "error", "timeout"] {
        fault(
            local,
            json!({"service": "dynamodb", "function": "sis-webhook", "fault": kind}),
        )
        .await;
        let body = json!(people("2021-08-21T12:00:00Z")).to_string();
        let request = local.signed(&body, "application/cloudevents-batch+json").await;
        let (status, answer) = local.request(request).await;
        assert_eq!((status, personal_in(&answer.to_string())), (503, vec![]), "{answer}");
    }
}

/// The family writes, an e-mail comes back and a text message does not arrive: who wrote what goes no further.
async fn feedback(local: &Local, seen: &mut Vec<String>) {
    let inbox = local.inbox().await;
    let invited = |channel: &str| {
        let of = |letter: &&Value| letter["purpose"] == "invitation" && letter["channel"] == channel;
        inbox.iter().find(of).unwrap().clone()
    };
    let (sms, email) = (invited("sms"), invited("email"));
    let texts = ["can we stop by?", "he is going to kill us", "wrong number"];
    let wrote =
        texts.map(|text| json!({"sms_from": sms["to"], "text": format!("{text} {FIRST} sobbing, 860-555-0170")}));
    let reported = [
        json!({"message": email["id"], "event": "bounced"}),
        json!({"message": email["id"], "event": "complained"}),
        json!({"message": sms["id"], "event": "bounced"}),
    ];
    for body in wrote.into_iter().chain(reported) {
        for function in ["roster-projection", "send-sms", "send-email"] {
            fault(local, json!({"function": function, "fault": "down"})).await;
        }
        let (status, answer) = local.post("/_local/feedback", body).await;
        assert_eq!((status, personal_in(&answer.to_string())), (200, vec![]), "{answer}");
        look_into_queues(&local.cloud().await, seen);
        local.cloud().await.healed();
        step(local, seen).await;
    }
    let replies = local.get("/_local/replies").await;
    assert_eq!(
        replies["items"].as_array().unwrap().len(),
        3,
        "staff can read them: {replies}"
    );
    assert!(personal_in(&replies.to_string()).contains(&"sobbing"));
}

/// Bodies that hold names, and objects of which only the names can be read.
async fn poison(local: &Local) {
    let cloud = local.cloud().await;
    let client = Client::new(&cloud.sdk_config("vandal"));
    for (pk, sk) in [("OBJ#user#m-broken", "!"), ("STUDENT#m-broken", "F")] {
        let text = |value: &str| AttributeValue::S(value.into());
        let names = [
            ("PK", pk),
            ("SK", sk),
            ("object", SURNAME),
            ("guardians", FIRST),
            ("version", FIRST),
        ];
        let mut put = client.put_item().table_name("confer");
        for (name, value) in names {
            put = put.item(name, text(value));
        }
        put.send().await.unwrap();
    }
    for queue in Queue::ALL {
        for body in [
            json!(SURNAME),
            json!({"message": SURNAME, "object": FIRST, "conference": SURNAME, "run": FIRST, "shard": SURNAME}),
            json!({"object": "user#m-broken"}),
            json!({"conference": "m-broken.c1"}),
            json!({"message": "m-broken.m1"}),
        ] {
            cloud.send(queue.name(), &body.to_string());
        }
    }
    local.queues().await;
}

#[tokio::test]
async fn nothing_personal_leaves_by_a_side_door() {
    let local = Local::start("2021-08-23").await;
    let (log, mut seen) = (Log::of_everything(), Vec::new());
    log.listen_to(&local.keeper).await;
    failures(&local).await;
    for function in Queue::ALL {
        fault(&local, json!({"function": function.name(), "fault": "down"})).await;
    }
    local.send(&people("2021-08-20T12:00:00Z")).await;
    local
        .send(&[period(
            "remote",
            1,
            json!({"type": "district"}),
            "2021-08-23",
            None,
            true,
        )])
        .await;
    look_into_queues(&local.cloud().await, &mut seen);
    local.cloud().await.healed();
    step(&local, &mut seen).await;
    // Day 22, two more rounds, and the hand-over; the providers fail on the way.
    for (service, kind) in [
        ("ses", "error"),
        ("sns", "throttle"),
        ("ses", "timeout"),
        ("dynamodb", "throttle"),
    ] {
        fault(&local, json!({"service": service, "fault": kind, "on": "2021-09-13"})).await;
    }
    local.to("2021-09-13").await;
    for date in [
        "2021-09-15",
        "2021-09-17",
        "2021-09-21",
        "2021-09-22",
        "2021-09-24",
        "2021-09-28",
    ] {
        day(&local, date, &mut seen).await;
    }
    let tasks = local.tasks().await;
    let check = tasks
        .iter()
        .find(|task| task["kind"] == "welfare_check")
        .unwrap_or_else(|| panic!("{tasks:?}"));
    for safe in [Value::Null, json!(true)] {
        let closed = json!({"command": "close_task", "task": check["id"], "actor": "m-principal", "student_safe": safe,
                            "family_safe": safe, "called": format!("{FIRST} {SURNAME}, 860-555-0179"),
                            "note": "sobbing on canary@aunt.example"});
        let answer = local.command(closed).await;
        assert_eq!(personal_in(&answer.to_string()), Vec::<&str>::new());
    }
    step(&local, &mut seen).await;
    feedback(&local, &mut seen).await;

    for kind in [
        "roster-projection",
        "send-sms",
        "send-email",
        "escalate",
        "daily-detection",
    ] {
        let queues = local.queues().await;
        assert!(queues.iter().any(|queue| queue["name"] == kind), "{queues:?}");
    }
    assert!(seen.len() > 20, "{seen:?}");
    for body in &seen {
        assert_eq!(personal_in(body), Vec::<&str>::new(), "{body}");
    }
    letters(&local.cloud().await.inbox());
    debug_prints(&local).await;
    poison(&local).await;

    let lines = log.lines();
    let logged = |text: &str| lines.iter().any(|line| line.contains(text));
    for told in [
        "events recorded",
        "an unsigned request was refused",
        "work cannot be done",
        "message sent",
        "DailyRunCompleted",
        "a text message was kept",
        "a report was counted",
    ] {
        assert!(logged(told), "{told} among {} lines", lines.len());
    }
    assert!(logged("\"level\":\"DEBUG\""), "every level");
    let telling: Vec<&String> = lines.iter().filter(|line| !personal_in(line).is_empty()).collect();
    assert!(
        telling.is_empty(),
        "{} of {} lines, first: {}",
        telling.len(),
        lines.len(),
        telling[0]
    );
}

/// The child's first name is all that a text message says of it.
fn letters(inbox: &[Letter]) {
    assert!(inbox.len() > 4, "{inbox:?}");
    assert_eq!(personal_in(&format!("{inbox:?}")), Vec::<&str>::new());
    for body in inbox.iter().filter_map(|letter| letter.body.as_deref()) {
        assert!(!body.to_lowercase().contains("quistorph"), "{body}");
        assert!(
            !body.contains("555017") && !body.contains("555-017") && !body.contains("sobbing"),
            "{body}"
        );
    }
    let tags: Vec<String> = inbox.iter().map(|letter| format!("{:?}", letter.tags)).collect();
    assert_eq!(personal_in(&tags.concat()), Vec::<&str>::new());
}

async fn debug_prints(local: &Local) {
    let body = json!(people("2021-08-20T12:00:00Z")).to_string();
    let events = sis::event::parse(body.as_bytes(), true, &Policy::default()).unwrap();
    let record = local.keeper.with(|world| {
        Box::pin(async move { format!("{:?}", world.person.table.load(&UserId::from("m-student")).await) })
    });
    let record = record.await.unwrap();
    assert!(record.contains("findings"), "the record is there: {record}");
    let note = || Personal::new(format!("{FIRST} sobbing"));
    let child = Child {
        first_name: FIRST.into(),
        school: "North".into(),
        school_phone: None,
    };
    let invitation = Invitation {
        asks_whom_to_call: false,
        children: vec![child],
        district: "District".into(),
        link: messages::Link::new(format!("https://example.org/f/{FIRST}")),
    };
    let (texts, english) = (Texts::new(), domain::contact::Language::english());
    let command = Command::CloseTask {
        conference: 1,
        actor: None,
        called: note(),
        student_safe: None,
        family_safe: None,
        note: Some(note()),
    };
    for printed in [
        format!("{events:?}"),
        record,
        format!("{command:?}"),
        format!("{invitation:?}"),
        format!("{:?}", texts.invitation_sms(&english, &invitation)),
        format!("{:?}", texts.invitation_email(&english, &invitation)),
        format!("{:?} {}", note(), note()),
        format!("{:?}", local.settings.secrets),
    ] {
        assert_eq!(personal_in(&printed), Vec::<&str>::new(), "{printed}");
        assert!(!printed.contains("bG9jYWw"), "a secret: {printed}");
    }
}

#[tokio::test]
async fn every_cloud_under_test_listens_to_itself() {
    let local = Local::start("2021-09-20").await;
    local.send(&tests::town::town()).await;
    let recorded = local
        .logged()
        .iter()
        .filter(|line| line.contains("events recorded"))
        .count();
    assert_eq!(recorded, 1, "{:?}", local.logged());
}

#[test]
fn a_line_with_something_personal_is_found() {
    for personal in ["to a@b.example", "to +12035550100", "Zzyzx asked"] {
        let log = Log::default();
        log.listen();
        tracing::info!("{personal}");
        tracing::info!("student p-604821, message p-604821.m1.1");
        let found = std::panic::catch_unwind(|| log.holds_nothing_personal());
        assert!(found.is_err(), "{personal}");
    }
}
