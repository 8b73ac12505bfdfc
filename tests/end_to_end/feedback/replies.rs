//! Text messages that families write.

use super::{at, fates, letters, parent, report, run_of, text};
use serde_json::{Value, json};
use tests::Local;
use tests::town::{on_the_eve, student, user};

/// A family with two children and another with one, a principal, and a designee.
async fn families() -> Local {
    let more = vec![
        user(
            "d-a",
            1,
            json!({"email": "designee@example.org", "sms": "860-555-0131", "metadata": {"designeeFor": ["a"]}}),
        ),
        parent("g-1", "860-555-0123", true),
        parent("g-2", "860-555-0124", false),
        student("bo", "a", &["g-1"]),
        student("cy", "a", &["g-1", "g-2"]),
        tests::town::enrollment("bo", "a", "student", 1, true),
    ];
    on_the_eve(&["al"], more).await
}

async fn replies(local: &Local) -> Vec<Value> {
    local.get("/_local/replies").await["items"].as_array().unwrap().clone()
}

async fn of_purpose(local: &Local, purpose: &str) -> Vec<Value> {
    let mut inbox = local.inbox().await;
    inbox.retain(|sent| sent["purpose"] == purpose);
    inbox
}

#[tokio::test]
async fn anything_else_is_kept_answered_once_a_day_at_any_hour_and_told_in_the_morning() {
    let local = families().await;
    at(&local, "2021-09-20", "22:00:00").await;
    text(&local, "(860) 555-0123", "can we stop by?").await;
    let kept = replies(&local).await;
    let expected = json!({
        "id": kept[0]["id"], "at": "2021-09-21T02:00:00Z", "from": "+18605550123", "text": "can we stop by?",
        "danger": false, "students": ["bo", "cy"], "guardians": ["g-1"], "handled": true, "answered": true,
    });
    assert_eq!(kept, [expected]);
    let answers = of_purpose(&local, "answer").await;
    assert_eq!(answers.len(), 1);
    assert_eq!(
        (&answers[0]["to"], &answers[0]["recipient"], &answers[0]["sent_at"]),
        (&json!("+18605550123"), &json!("g-1"), &json!("2021-09-21T02:00:00Z")),
        "quiet hours do not hold it"
    );
    text(&local, "+18605550123", "hello?").await;
    text(&local, "+18605550124", "hello from the other parent").await;
    let kept = replies(&local).await;
    let answered: Vec<_> = kept.iter().map(|reply| (&reply["from"], &reply["answered"])).collect();
    assert_eq!(answered.len(), 3);
    for (from, expected) in [("+18605550123", 1), ("+18605550124", 1)] {
        let of = answered
            .iter()
            .filter(|(number, answered)| **number == from && **answered == true);
        assert_eq!(of.count(), expected, "{from}: one answer a day");
    }
    assert_eq!(
        of_purpose(&local, "staff_digest").await,
        Vec::<Value>::new(),
        "not in the night"
    );
    local.to("2021-09-21").await;
    let told = letters(&local, "t-a", "email").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&told[0]["sent_at"], &told[0]["students"]),
        (&json!("2021-09-21T13:20:00Z"), &json!(["bo"]))
    );
    text(&local, "+18605550123", "a new day").await;
    assert_eq!(of_purpose(&local, "answer").await.len(), 3, "a new day, a new answer");
    // It is no answer to the invitation: the family is asked all the same.
    local.to("2021-09-22").await;
    assert_eq!(local.invited_on("bo").await, ["2021-09-22", "2021-09-22"]);
}

#[tokio::test]
async fn what_reads_as_danger_is_told_at_once_and_everything_to_the_family_waits_until_acknowledged() {
    let local = families().await;
    run_of(&local, "2021-09-22").await;
    assert_eq!(fates(&local, "g-2").await, ["sms pending"]);
    text(&local, "+18605550123", "I want to hurt myself").await;
    // Without waiting: nothing has moved the clock.
    let alerts = of_purpose(&local, "urgent_reply").await;
    let mut told: Vec<String> = alerts
        .iter()
        .map(|sent| {
            format!(
                "{} {}",
                sent["recipient"].as_str().unwrap(),
                sent["channel"].as_str().unwrap()
            )
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        ["d-a email", "d-a sms", "p-a email", "p-a sms"],
        "one each, for both children"
    );
    for alert in &alerts {
        let said = alert.to_string().to_lowercase();
        assert!(!said.contains("hurt myself"), "{alert}");
        assert!(!said.contains(&tests::logs::SURNAME.to_lowercase()), "{alert}");
        let words = alert["body"]
            .as_str()
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric());
        assert!(
            !words.into_iter().any(|word| ["bo", "cy"].contains(&word)),
            "no child in a text message: {alert}"
        );
    }
    let answers = of_purpose(&local, "answer").await;
    assert_eq!((answers.len(), &answers[0]["to"]), (1, &json!("+18605550123")));
    assert_eq!(
        fates(&local, "g-1").await,
        ["email cancelled", "email cancelled", "sms cancelled", "sms cancelled"]
    );
    assert_eq!(
        fates(&local, "g-2").await,
        ["sms cancelled"],
        "the other parent of one of the children"
    );
    local.to("2021-09-28").await;
    for child in ["bo", "cy"] {
        assert_eq!(local.tasks_of(child).await, ["urgent_reply open"]);
        assert_eq!(local.invited_on(child).await, Vec::<String>::new(), "paused");
    }
    assert_eq!(local.invited_on("al").await.len(), 3, "other families are asked");
    for child in ["bo", "cy"] {
        let close = json!({"command": "close_task", "task": format!("{child}.t0.urgent_reply"), "actor": "p-a"});
        local.command(close.clone()).await;
        assert_eq!(local.refused(close).await, 409, "once");
    }
    local.to("2021-09-29").await;
    assert_eq!(
        local.invited_on("cy").await,
        ["2021-09-29", "2021-09-29", "2021-09-29"],
        "asking goes on"
    );
}

#[tokio::test]
async fn danger_is_followed_at_night_and_from_a_number_that_had_its_answer() {
    let local = families().await;
    text(&local, "+18605550123", "hello?").await;
    at(&local, "2021-09-20", "23:30:00").await;
    text(&local, "+18605550123", "he is going to kill us").await;
    let alerts = of_purpose(&local, "urgent_reply").await;
    assert!(
        alerts.iter().all(|sent| sent["sent_at"] == "2021-09-21T03:30:00Z"),
        "{alerts:?}"
    );
    assert_eq!((alerts.len(), of_purpose(&local, "answer").await.len()), (4, 2));
}

#[tokio::test]
async fn an_address_of_staff_that_bounced_is_written_to_no_more() {
    let local = families().await;
    text(&local, "+18605550123", "he is going to kill us").await;
    let alert = letters(&local, "p-a", "email").await;
    report(&local, &alert[0]["id"], "bounced").await;
    for child in ["bo", "cy"] {
        local
            .command(json!({"command": "close_task", "task": format!("{child}.t0.urgent_reply")}))
            .await;
    }
    text(&local, "+18605550123", "he is going to kill us").await;
    assert_eq!(letters(&local, "p-a", "email").await.len(), 1);
    assert_eq!(
        letters(&local, "p-a", "sms").await.len(),
        2,
        "the number still tells of it"
    );
}

#[tokio::test]
async fn danger_from_a_number_that_nobody_has_is_kept_answered_and_shouted_about() {
    let local = families().await;
    text(&local, "+18605550199", "he is going to kill me").await;
    let kept = replies(&local).await;
    assert_eq!(
        (&kept[0]["danger"], &kept[0]["students"], &kept[0]["answered"]),
        (&json!(true), &json!([]), &json!(true))
    );
    assert_eq!(of_purpose(&local, "urgent_reply").await, Vec::<Value>::new());
    let logged = local.logged();
    let line = logged
        .iter()
        .find(|line| line.contains("not known which family wrote it"));
    let line = line.unwrap_or_else(|| panic!("{logged:?}"));
    assert!(
        line.contains("\"level\":\"ERROR\"") && line.contains("call the number"),
        "{line}"
    );
}

#[tokio::test]
async fn a_number_that_changed_hands_speaks_for_whoever_has_it_now() {
    let local = families().await;
    local.tell(user("g-1", 2, json!({"sms": "860-555-0125"}))).await;
    text(&local, "+18605550123", "he is going to kill us").await;
    text(&local, "+18605550125", "hello?").await;
    let kept = replies(&local).await;
    let students = |from: &str| kept.iter().find(|reply| reply["from"] == from).unwrap()["students"].clone();
    assert_eq!(students("+18605550123"), json!([]), "nobody's any more");
    assert_eq!(students("+18605550125"), json!(["bo", "cy"]));
}

#[tokio::test]
async fn stop_with_danger_is_both_and_is_not_answered() {
    let local = families().await;
    text(&local, "+18605550123", "Stop texting me, he is going to kill us").await;
    assert_eq!(of_purpose(&local, "urgent_reply").await.len(), 4);
    assert_eq!(of_purpose(&local, "answer").await, Vec::<Value>::new());
    for child in ["bo", "cy"] {
        assert_eq!(local.tasks_of(child).await, ["urgent_reply open"]);
        let close = json!({"command": "close_task", "task": format!("{child}.t0.urgent_reply")});
        local.command(close).await;
    }
    local.to("2021-09-22").await;
    assert_eq!(
        letters(&local, "g-1", "sms").await,
        Vec::<Value>::new(),
        "the number asked for an end of messages"
    );
    assert_eq!(letters(&local, "g-1", "email").await.len(), 1);
}
