//! R6: once a school year every family of which nobody is known to call is asked, in one letter a guardian and channel.

use crate::family_pages::{get, link, post};
use domain::calendar::YearDay;
use domain::policy::Policy;
use serde_json::{Value, json};
use tests::Local;
use tests::town::{enrollment, guardian, on_the_eve, student, town, user};

/// What was sent, as `<day> <purpose> <channel> <recipient>`.
async fn sent(local: &Local) -> Vec<String> {
    let inbox = local.inbox().await;
    let line = |letter: &Value| {
        let of = |name: &str| letter[name].as_str().unwrap_or_default().to_owned();
        let day = local.day_of(&letter["sent_at"]);
        format!("{day} {} {} {}", of("purpose"), of("channel"), of("recipient"))
    };
    let mut sent: Vec<String> = inbox.iter().map(line).collect();
    sent.retain(|line| !line.contains("staff_digest"));
    sent.sort();
    sent
}

/// Two children at two schools with one mother; one whose neighbour may be called; nobody learns remotely.
async fn at_school() -> Local {
    let mut local = Local::start("2021-09-13").await;
    let asks = Policy::default().emergency_contact_request;
    local.set_policy(|policy| policy.emergency_contact_request = asks).await;
    let mut events = town();
    events.extend([
        user("m", 1, json!({"email": "m@example.net", "sms": "(860) 555-0142"})),
        student("ana", "a", &["m"]),
        enrollment("ana", "a", "student", 1, true),
        student("ben", "b", &["m"]),
        enrollment("ben", "b", "student", 1, true),
        guardian("g-cal"),
        student("cal", "a", &["g-cal"]),
        user(
            "neighbour",
            1,
            json!({"phone": "860-555-0177", "metadata": {"emergencyContactFor": ["cal"]}}),
        ),
    ]);
    local.send(&events).await;
    local
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_one_letter_a_guardian_and_channel_once_a_school_year() {
    let local = at_school().await;
    local.to("2021-09-14").await;
    assert_eq!(sent(&local).await, Vec::<String>::new());
    local.to("2021-12-17").await;
    let expected = [
        "2021-09-15 emergency_contact_request email m",
        "2021-09-15 emergency_contact_request sms m",
    ];
    assert_eq!(sent(&local).await, expected);
    let inbox = local.inbox().await;
    assert_eq!(inbox[0]["students"], json!(["ana", "ben"]));
    let sms = inbox.iter().find(|letter| letter["channel"] == "sms").unwrap();
    let body = sms["body"].as_str().unwrap();
    assert!(
        body.contains("one question") && !body.contains("emergency") && !body.contains("call"),
        "{body}"
    );
    local.to("2022-09-15").await;
    assert_eq!(sent(&local).await.len(), 4, "the next school year");
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_who_answers_on_the_page_is_not_asked_again_and_the_list_is_shorter() {
    let local = at_school().await;
    local.to("2021-09-15").await;
    let missing = async || {
        let report = local.get("/_local/reports/compliance").await;
        let items = report["sections"][0]["items"].as_array().unwrap().clone();
        let line = |item: &Value| format!("{} {}: {}", item["school"], item["id"], item["why"]).replace('"', "");
        items.iter().map(line).collect::<Vec<_>>()
    };
    let both = ["a ana: asked this school year", "b ben: asked this school year"];
    assert_eq!(missing().await, both);
    let home = link(&local, "m").await;
    let page = get(&local, &home).await;
    let contact = page
        .links()
        .into_iter()
        .find(|link| link.ends_with("/s/ana/contact"))
        .unwrap();
    let nonce = get(&local, &contact).await.hidden("nonce");
    let form = format!("nonce={nonce}&name=Aunt&relation=aunt&phone=860-555-0188");
    assert_eq!(post(&local, &contact, &form).await.status, 303);
    assert_eq!(missing().await, ["b ben: asked this school year"]);
    assert!(!get(&local, &home).await.links().contains(&contact));
    local.to("2021-12-01").await;
    assert_eq!(sent(&local).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_an_invitation_of_the_same_day_asks_it_too() {
    let sibling = vec![
        student("sib", "b", &["g-kid"]),
        enrollment("sib", "b", "student", 1, true),
    ];
    let mut local = on_the_eve(&["kid"], sibling).await;
    let asks = Some(YearDay { month: 9, day: 22 });
    local.set_policy(|policy| policy.emergency_contact_request = asks).await;
    local
        .send(&[user("g-kid", 2, json!({"email": "g-kid@example.net"}))])
        .await;
    local.to("2021-09-23").await;
    assert_eq!(sent(&local).await, ["2021-09-22 invitation email g-kid"]);
    let inbox = local.inbox().await;
    let text = inbox[0]["text"].as_str().unwrap();
    assert!(
        text.contains("One more question") && text.contains("Whom can we call"),
        "{text}"
    );
    assert_eq!(
        (&inbox[0]["students"], &inbox[0]["conferences"]),
        (&json!(["kid", "sib"]), &json!(["kid.c1"]))
    );
    local.to("2021-09-27").await;
    let rounds = sent(&local).await;
    assert_eq!(rounds.len(), 2, "{rounds:?}");
    assert!(
        !local.inbox().await[1]["text"]
            .as_str()
            .unwrap()
            .contains("One more question")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_what_the_cap_holds_goes_on_a_later_day() {
    let local = at_school().await;
    local.command(json!({"command": "sending", "daily_cap": 0})).await;
    local.to("2021-09-16").await;
    assert_eq!(sent(&local).await, Vec::<String>::new());
    local.command(json!({"command": "sending", "daily_cap": null})).await;
    local.to("2021-09-17").await;
    let sent = sent(&local).await;
    assert_eq!(sent.len(), 2, "{sent:?}");
}
