//! What providers report, and what families write back: the payloads that AWS sends, through the function, to what becomes
//! of rounds, numbers, addresses and tasks.

mod numbers;
mod replies;
mod twice;

use serde_json::{Value, json};
use tests::town::{on_the_eve, student, user};
use tests::{Local, day};

/// A provider reports something of a message.
pub(crate) async fn report(local: &Local, message: &Value, event: &str) {
    done(local, json!({"message": message, "event": event})).await;
}

/// Somebody writes a text message.
pub(crate) async fn text(local: &Local, from: &str, text: &str) {
    done(local, json!({"sms_from": from, "text": text})).await;
}

async fn done(local: &Local, body: Value) {
    let (status, answer) = local.post("/_local/feedback", body.clone()).await;
    assert_eq!(status, 200, "{body}: {answer}");
}

/// The letters of a channel that a person was sent, oldest first.
async fn letters(local: &Local, recipient: &str, channel: &str) -> Vec<Value> {
    let mut inbox = local.inbox().await;
    inbox.retain(|sent| sent["recipient"] == recipient && sent["channel"] == channel);
    inbox
}

/// The days on which a person was sent something by a channel.
async fn days(local: &Local, recipient: &str, channel: &str) -> Vec<String> {
    let letters = letters(local, recipient, channel).await;
    letters.iter().map(|sent| local.day_of(&sent["sent_at"])).collect()
}

/// Lets the clock stand at a local time of today; nothing is played on the way.
pub(crate) async fn at(local: &Local, date: &str, time: &str) {
    let now = local.settings.district.at(day(date), time.parse().unwrap());
    let moved = local
        .keeper
        .with(move |world| Box::pin(async move { world.cloud.set_now(now) }));
    moved.await.unwrap();
}

/// The run of `date` has made its messages, and they wait.
async fn run_of(local: &Local, date: &str) {
    at(local, date, "09:00:00").await;
    let ran = local
        .keeper
        .with(|world| Box::pin(async move { world.start_run().await }));
    ran.await.unwrap();
}

/// What became of the messages to a person, as `<channel> <status>`.
async fn fates(local: &Local, person: &str) -> Vec<String> {
    let of = |item: &Value| item["guardian"] == person && item["SK"].as_str().unwrap().starts_with("M#");
    let word = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
    let table = local.table().await;
    let items = table.iter().filter(|item| of(item));
    let mut fates: Vec<String> = items
        .map(|item| format!("{} {}", word(item, "channel"), word(item, "status")))
        .collect();
    fates.sort();
    fates
}

/// A guardian of `child` whom a number, and where it is given an address reaches.
fn parent(id: &str, number: &str, email: bool) -> Value {
    let mut data = json!({"sms": number});
    if email {
        data["email"] = json!(format!("{id}@example.net"));
    }
    user(id, 1, data)
}

#[tokio::test]
async fn r9_a_bounce_of_the_only_channel_is_no_attempt_and_leaves_the_family_to_the_teacher() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.to("2021-09-22").await;
    assert_eq!(local.only_conference("al").await["attempts"], 1);
    report(&local, &local.inbox().await[0]["id"], "bounced").await;
    assert_eq!(local.only_conference("al").await["attempts"], 0);
    assert_eq!(local.inbox().await[0]["bounced"], true);
    local.to("2021-10-08").await;
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-22"],
        "never again to that address"
    );
    assert_eq!(
        local.tasks_of("al").await,
        ["reach_family open", "repair_contact open"],
        "no check without an attempt"
    );
    // The family has another address: a correction of the SIS mends it.
    local
        .tell(user("g-al", 2, json!({"email": "another@example.net"})))
        .await;
    assert_eq!(
        local.tasks_of("al").await,
        ["reach_family withdrawn", "repair_contact withdrawn"]
    );
    local.to("2021-10-11").await;
    assert_eq!(local.invited_on("al").await, ["2021-09-22", "2021-10-11"]);
}

#[tokio::test]
async fn r9_a_round_of_which_everything_bounced_is_repeated_the_next_school_day_by_what_is_left() {
    let more = vec![parent("g-bo", "860-555-0123", true), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    for (channel, attempts) in [("email", 1), ("sms", 0)] {
        let sent = &letters(&local, "g-bo", channel).await[0]["id"];
        // The address is dead; the phone was out of reach.
        let detail = if channel == "email" {
            "Permanent"
        } else {
            "Phone is currently unreachable/unavailable"
        };
        done(&local, json!({"message": sent, "event": "bounced", "detail": detail})).await;
        assert_eq!(local.only_conference("bo").await["attempts"], attempts, "{channel}");
    }
    local.to("2021-09-29").await;
    assert_eq!(days(&local, "g-bo", "email").await, ["2021-09-22"]);
    assert_eq!(
        days(&local, "g-bo", "sms").await,
        ["2021-09-22", "2021-09-23", "2021-09-27", "2021-09-29"]
    );
    assert_eq!(local.only_conference("bo").await["attempts"], 3);
}

#[tokio::test]
async fn r9_what_bounces_after_the_next_round_changes_nothing() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.to("2021-09-24").await;
    let first = local.inbox().await[0]["id"].clone();
    let bounced = json!({"message": first, "event": "bounced", "detail": "Transient"});
    done(&local, bounced).await;
    assert_eq!(
        local.only_conference("al").await["attempts"],
        2,
        "round 2 was decided upon it"
    );
    local.to("2021-09-28").await;
    assert_eq!(local.invited_on("al").await, ["2021-09-22", "2021-09-24", "2021-09-28"]);
}

#[tokio::test]
async fn r9_a_transient_bounce_repeats_the_round_and_keeps_the_address() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.to("2021-09-22").await;
    // By the message's own id as well.
    done(
        &local,
        json!({"message": "al.m1", "event": "bounced", "detail": "Transient"}),
    )
    .await;
    assert_eq!(local.only_conference("al").await["attempts"], 0);
    local.to("2021-09-23").await;
    assert_eq!(local.invited_on("al").await, ["2021-09-22", "2021-09-23"]);
}

#[tokio::test]
async fn a_complaint_ends_messages_to_that_address_and_undoes_none() {
    let more = vec![parent("g-bo", "860-555-0123", true), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    report(&local, &letters(&local, "g-bo", "email").await[0]["id"], "complained").await;
    assert_eq!(local.only_conference("bo").await["attempts"], 1);
    local.to("2021-09-28").await;
    assert_eq!(days(&local, "g-bo", "email").await, ["2021-09-22"]);
    assert_eq!(
        days(&local, "g-bo", "sms").await,
        ["2021-09-22", "2021-09-24", "2021-09-28"]
    );
}

#[tokio::test]
async fn what_arrived_is_noted() {
    let more = vec![parent("g-bo", "860-555-0123", true), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    for channel in ["sms", "email"] {
        let sent = letters(&local, "g-bo", channel).await;
        assert_eq!(sent[0]["delivered_at"], Value::Null);
        report(&local, &sent[0]["id"], "delivered").await;
        let sent = letters(&local, "g-bo", channel).await;
        assert_eq!(sent[0]["delivered_at"], "2021-09-22T16:00:00Z", "{channel}");
    }
    assert_eq!(
        local.only_conference("bo").await["attempts"],
        1,
        "arriving is no answer"
    );
}

#[tokio::test]
async fn a_report_that_overtakes_the_sender_waits_and_one_that_comes_too_late_changes_nothing() {
    use chrono::TimeDelta;
    use domain::contact::Personal;
    use domain::record::MessageStatus;
    use store::outbox::Move;
    let local = on_the_eve(&["al"], Vec::new()).await;
    run_of(&local, "2021-09-22").await;
    let bounce = json!({
        "eventType": "Bounce", "mail": {"timestamp": "2021-09-22T13:00:00Z", "tags": {"confer-send": ["al_2e_m1_2e_1"]}},
        "bounce": {"bounceType": "Transient", "bouncedRecipients": [], "timestamp": "2021-09-22T13:00:00Z"},
    });
    // The sender has claimed the message, and dies before it records what SES answered.
    let claimed = local.keeper.with(|world| {
        Box::pin(async move {
            let (table, now) = (&world.person.table, world.now());
            let id = "al.m1".parse().unwrap();
            let seen = table.message(&id).await.unwrap().unwrap();
            let mut next = seen.clone();
            next.sent_as = Some("al.m1.1".into());
            next.claims = 1;
            let lease_until = now + TimeDelta::minutes(15);
            next.status = MessageStatus::Sending { lease_until };
            let address = world.settings.contacts.id(&Personal::new("g-al@example.net"));
            let contact = table.contact(&address).await.unwrap();
            table
                .claim_messages(&[Move { id, seen, next }], &address, &contact)
                .await
        })
    });
    claimed.await.unwrap().unwrap();
    let dead = async || {
        local.cloud().await.send("delivery-feedback", &bounce.to_string());
        let queues = local.queues().await;
        let dlq = queues
            .iter()
            .find(|queue| queue["name"] == "delivery-feedback-dlq")
            .unwrap();
        dlq["visible"].clone()
    };
    assert_eq!(dead().await, 1, "it came again and again");
    let logged = local.logged();
    assert!(
        logged
            .iter()
            .any(|line| line.contains("the sender has not yet recorded al.m1.1")),
        "{logged:?}"
    );
    local.to("2021-09-22").await;
    assert_eq!(fates(&local, "g-al").await, ["email unknown"]);
    assert_eq!(
        dead().await,
        1,
        "nobody knows whether it left: there is nothing to undo"
    );
    assert_eq!(fates(&local, "g-al").await, ["email unknown"]);
}

#[tokio::test]
async fn what_is_not_understood_is_kept_and_said_so() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    let cloud = local.cloud().await;
    for body in [
        r#"{"eventType":"Teleport","mail":{"timestamp":"2021-09-20T12:00:00Z"}}"#,
        r#"{"hello":"world"}"#,
        "not JSON",
    ] {
        cloud.send("delivery-feedback", body);
    }
    let open = json!({"eventType": "Open", "mail": {"timestamp": "2021-09-20T12:00:00Z"}, "open": {}});
    cloud.send("delivery-feedback", &open.to_string());
    let queues = local.queues().await;
    let kept = |name: &str| queues.iter().find(|queue| queue["name"] == name).unwrap()["visible"].clone();
    assert_eq!(
        (kept("delivery-feedback"), kept("delivery-feedback-dlq")),
        (json!(0), json!(3))
    );
    let logged = |text: &str| local.logged().iter().filter(|line| line.contains(text)).count();
    assert_eq!(logged("an SES event of an unknown type"), 5, "each time it came");
    assert_eq!(logged("e-mail opened"), 1, "counted");
}

#[tokio::test]
async fn feedback_that_cannot_be_is_refused_by_name() {
    let more = vec![parent("g-bo", "860-555-0123", false), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    let sent = local.inbox().await[0]["id"].clone();
    for (body, status, says) in [
        (
            json!({"message": "sms-99", "event": "bounced"}),
            404,
            "no message sms-99",
        ),
        (json!({"message": "bo.m9", "event": "bounced"}), 404, "no message bo.m9"),
        (json!({"message": sent, "event": "complained"}), 400, "STOP"),
        (json!({"message": sent, "event": "lost"}), 400, "lost"),
        (json!({"message": sent}), 400, "message and event"),
        (json!({"sms_from": "12", "text": "STOP"}), 400, "sms_from"),
        (json!({"sms_from": "+18605550123"}), 400, "sms_from and text"),
        (
            json!({"sms_from": "+18605550123", "text": "STOP", "event": "bounced"}),
            400,
            "message and event",
        ),
        (json!({"whatever": 1}), 400, "whatever"),
    ] {
        let (answered, problem) = local.post("/_local/feedback", body.clone()).await;
        assert_eq!(answered, status, "{body}: {problem}");
        assert!(problem["detail"].as_str().unwrap().contains(says), "{body}: {problem}");
    }
}
