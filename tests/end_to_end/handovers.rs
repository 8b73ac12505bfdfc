//! A hand-over to the principal that waits, because `escalate` does not run (R10): whoever learns that the family was heard of
//! takes it back, and no alarm is raised when `escalate` runs again.

use crate::family_pages::{form, get, link, post};
use serde_json::{Value, json};
use tests::Local;
use tests::town::{enrollment, on_the_eve, student, user};

async fn fault(local: &Local, fault: Value) {
    assert_eq!(local.post("/_local/faults", fault).await.0, 200);
}

/// Who waits to be handed over.
async fn waiting(local: &Local) -> Vec<String> {
    let rows = local.table().await;
    let handed = rows.iter().filter(|row| row["SK"] == "E#000001");
    let mut students: Vec<String> = handed
        .map(|row| row["PK"].as_str().unwrap().trim_start_matches("STUDENT#").to_owned())
        .collect();
    students.sort();
    students
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_hears_of_the_family_takes_back_a_hand_over_that_waits() {
    let more = vec![
        user("g-writes", 1, json!({"sms": "860-555-0177", "phone": "860-555-0177"})),
        student("writes", "a", &["g-writes"]),
        enrollment("writes", "a", "student", 1, true),
        user("g-two", 1, json!({"email": "g-two@example.net"})),
        student("elder", "a", &["g-two"]),
        enrollment("elder", "a", "student", 1, true),
        student("younger", "a", &["g-two"]),
        enrollment("younger", "a", "student", 1, true),
    ];
    let local = on_the_eve(&["books", "called", "silent"], more).await;
    local.to("2021-09-29").await;
    fault(
        &local,
        json!({"function": "escalate", "on": "2021-09-30", "fault": "down"}),
    )
    .await;
    fault(
        &local,
        json!({"function": "escalate", "on": "2021-10-01", "fault": "down"}),
    )
    .await;
    local.to("2021-09-30").await;
    assert_eq!(
        waiting(&local).await,
        ["books", "called", "elder", "silent", "writes", "younger"]
    );

    let home = link(&local, "g-books").await;
    let times = get(&local, &format!("{home}/c/books.c1/book")).await.times();
    let (book, filled) = form(&local, &home, "books", &times[0]).await;
    assert_eq!(post(&local, &book, &filled).await.status, 303);
    let call = json!({"command": "log_attempt", "conference": "called.c1", "channel": "phone", "reached": true});
    local.command(call).await;
    let text = json!({"sms_from": "+18605550177", "text": "he wants to kill himself"});
    assert_eq!(local.post("/_local/feedback", text).await.0, 200);
    let declines = json!({"command": "decline", "conference": "younger.c1", "actor": "g-two"});
    local.command(declines).await;
    assert_eq!(waiting(&local).await, ["elder", "silent"]);
    // The run finds that a guardian was reached for the other child: the teacher is told instead.
    local.to("2021-10-01").await;
    assert_eq!(waiting(&local).await, ["silent"]);

    // The provider is busy when the principal is to be told: the digest is given back, and told once.
    fault(
        &local,
        json!({"function": "send-sms", "service": "sns", "fault": "throttle", "times": 1}),
    )
    .await;
    local.to("2021-10-04").await;
    assert_eq!(waiting(&local).await, Vec::<String>::new());
    let tasks = local.tasks().await;
    let checks = tasks.iter().filter(|task| task["kind"] == "welfare_check");
    let checks: Vec<&str> = checks.map(|task| task["student"].as_str().unwrap()).collect();
    assert_eq!(checks, ["silent"]);
    let inbox = local.inbox().await;
    let of = |letter: &&Value| letter["purpose"] == "principal_alert" && letter["channel"] == "sms";
    let told = inbox
        .iter()
        .filter(of)
        .filter(|letter| letter["conferences"].to_string().contains("silent"));
    assert_eq!(told.count(), 1, "{inbox:?}");
}
