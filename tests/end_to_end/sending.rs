//! When messages leave, whether they do, and in which language (R9, R15).

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::Local;
use tests::town::{changed_student, on_the_eve, user};

#[tokio::test]
async fn r9_rounds_that_were_not_sent_do_not_count() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.command(json!({"command": "sending", "sending": "stopped"})).await;
    local.to("2021-09-23").await;
    assert_eq!(local.inbox().await, Vec::<Value>::new(), "they wait");
    local.command(json!({"command": "sending", "sending": "live"})).await;
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-23"],
        "the last one, not those it replaced"
    );
    local.to("2021-09-24").await;
    assert_eq!(local.only_conference("al").await["attempts"], 1);
    local.command(json!({"command": "sending", "sending": "shadow"})).await;
    local.to("2021-09-29").await;
    local.command(json!({"command": "sending", "sending": "live"})).await;
    let conference = local.only_conference("al").await;
    assert_eq!(
        (&conference["attempts"], &conference["state"]),
        (&json!(1), &json!("open"))
    );
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-23"],
        "what shadow withheld never leaves"
    );
    assert_eq!(
        local.tasks_of("al").await,
        Vec::<String>::new(),
        "so far four did not count"
    );
    local.to("2021-09-30").await;
    assert_eq!(local.invited_on("al").await, ["2021-09-23", "2021-09-30"]);
}

#[tokio::test]
async fn r9_five_uncounted_rounds_are_the_teachers_business() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.command(json!({"command": "sending", "sending": "shadow"})).await;
    local.to("2021-09-28").await;
    assert_eq!(local.tasks_of("al").await, Vec::<String>::new());
    local.to("2021-09-29").await;
    assert_eq!(local.tasks_of("al").await, ["reach_family open"]);
    local.command(json!({"command": "sending", "sending": "live"})).await;
    local.to("2021-10-15").await;
    assert_eq!(local.invited_on("al").await, Vec::<String>::new());
    assert_eq!(
        local.tasks_of("al").await,
        ["reach_family open"],
        "no check without an attempt"
    );
}

#[tokio::test]
async fn r9_what_is_late_in_the_evening_waits_for_the_morning() {
    let local = on_the_eve(&["al"], Vec::new()).await;
    local.command(json!({"command": "sending", "sending": "stopped"})).await;
    local.to("2021-09-22").await;
    let evening = local
        .settings
        .district
        .at(tests::day("2021-09-22"), "20:30:00".parse().unwrap());
    local
        .keeper
        .with(move |world| Box::pin(async move { world.cloud.set_now(evening) }))
        .await
        .unwrap();
    local.command(json!({"command": "sending", "sending": "live"})).await;
    assert_eq!(local.inbox().await, Vec::<Value>::new());
    local.to("2021-09-23").await;
    let inbox = local.inbox().await;
    assert_eq!(inbox.len(), 1);
    assert_eq!(inbox[0]["sent_at"], "2021-09-23T12:00:00Z", "08:00 there");
    local.to("2021-09-27").await;
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-23", "2021-09-27"],
        "it counts on the day it was sent"
    );
}

/// How many invitations each of a day's families was sent on which day, and how many messages are held.
async fn sent_and_held(local: &Local) -> (Vec<(String, usize)>, u64) {
    let mut days: BTreeMap<String, usize> = BTreeMap::new();
    for sent in local.inbox().await {
        if sent["purpose"] == "invitation" {
            *days.entry(local.day_of(&sent["sent_at"])).or_default() += 1;
        }
    }
    let held = local.get("/_local/figures").await["held"].as_u64().unwrap();
    (days.into_iter().collect(), held)
}

const TEN: [&str; 10] = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"];

#[tokio::test]
async fn what_exceeds_the_days_cap_is_held_until_somebody_approves() {
    let local = on_the_eve(&TEN, Vec::new()).await;
    local.command(json!({"command": "sending", "daily_cap": 3})).await;
    local.to("2021-09-22").await;
    let on = |day: &str, letters| (day.to_owned(), letters);
    assert_eq!(sent_and_held(&local).await, (vec![on("2021-09-22", 3)], 7));
    local.command(json!({"command": "approve_sends"})).await;
    assert_eq!(sent_and_held(&local).await, (vec![on("2021-09-22", 10)], 0), "at once");
    // Approval was for that day.
    local.to("2021-09-24").await;
    assert_eq!(
        sent_and_held(&local).await,
        (vec![on("2021-09-22", 10), on("2021-09-24", 3)], 7)
    );
    assert_eq!(
        local.refused(json!({"command": "sending"})).await,
        400,
        "what about it?"
    );
}

#[tokio::test]
async fn what_nobody_approved_of_is_asked_anew_by_the_next_round() {
    let local = on_the_eve(&TEN, Vec::new()).await;
    local.command(json!({"command": "sending", "daily_cap": 3})).await;
    local.to("2021-09-22").await;
    local.to("2021-09-23").await;
    let on = |day: &str, letters| (day.to_owned(), letters);
    let days = vec![on("2021-09-22", 3), on("2021-09-23", 3)];
    assert_eq!(sent_and_held(&local).await, (days, 4), "seven were asked anew");
    local.command(json!({"command": "sending", "daily_cap": null})).await;
    local.to("2021-09-24").await;
    let days = vec![on("2021-09-22", 3), on("2021-09-23", 7), on("2021-09-24", 3)];
    assert_eq!(
        sent_and_held(&local).await,
        (days, 0),
        "without a cap those that were held go on the same day"
    );
    for child in TEN {
        let invited = local.invited_on(child).await;
        let mut days = invited.clone();
        days.dedup();
        assert_eq!(invited, days, "{child}: one a day");
    }
}

#[tokio::test]
async fn r15_families_are_written_to_in_their_language() {
    let mut more = Vec::new();
    for (child, own, home) in [
        ("es", Some("spa"), None),
        ("mx", Some("es-MX"), Some("en")),
        ("home", None, Some("es")),
        ("other", Some("tlh"), None),
        ("none", None, None),
    ] {
        let parent = format!("g-{child}");
        let mut speaks = json!({"sms": "(203) 555-0142", "email": format!("{parent}@example.net")});
        speaks["metadata"]["homeLanguage"] = json!(own);
        let lives = json!({"metadata": {"homeLanguage": home}});
        more.push(user(&parent, 1, speaks));
        more.push(changed_student(child, 1, "a", &[&parent], lives));
    }
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    let inbox = local.inbox().await;
    assert_eq!(inbox.len(), 10);
    for sent in inbox {
        let spanish = ["g-es", "g-mx", "g-home"].iter().any(|id| sent["recipient"] == *id);
        assert_eq!(sent["language"], if spanish { "es" } else { "en" }, "{sent}");
        let words = sent["body"].as_str().or(sent["text"].as_str()).unwrap();
        assert_eq!(words.contains("conferencia"), spanish, "{sent}");
        assert_eq!(words.contains("conference"), !spanish, "{sent}");
    }
}
