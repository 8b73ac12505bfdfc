//! R8: the state's document, from whoever gives it to the conference that was held.

use crate::family_pages::{form, get, link, post};
use serde_json::{Value, json};
use tests::Local;
use tests::town::{enrollment, on_the_eve, student, user};

const TEXT: &str = "Call 211 for food and housing.\n\nCall or text 988 in a crisis.";

/// A family that is written to by e-mail, one by text messages only, and one that speaks Spanish; on the day that their
/// conferences are due. The document is there, in English and as a machine's Spanish.
async fn families() -> Local {
    let mobile = user("g-sms", 1, json!({"sms": "(860) 555-0142"}));
    let spanish = user(
        "g-es",
        1,
        json!({"email": "g-es@example.net", "metadata": {"homeLanguage": "es"}}),
    );
    let mut more = vec![
        mobile,
        student("sms", "a", &["g-sms"]),
        spanish,
        student("es", "a", &["g-es"]),
    ];
    more.extend(["sms", "es"].map(|child| enrollment(child, "a", "student", 1, true)));
    let mut local = on_the_eve(&["kid"], more).await;
    local
        .set_policy(|policy| policy.document_needed_since = tests::day("2021-09-01"))
        .await;
    for (language, origin, title) in [
        ("en", "state", "Help for families"),
        ("es", "machine", "Ayuda para familias"),
    ] {
        let edition = json!({"command": "resource_document", "language": language, "from": "2021-09-01",
            "origin": origin, "title": title, "text": TEXT});
        local.command(edition).await;
    }
    local.to("2021-09-22").await;
    local
}

async fn conference(local: &Local, child: &str) -> (Value, Value) {
    let conference = local.only_conference(child).await;
    (conference["document"].clone(), conference["document_missing"].clone())
}

async fn held(local: &Local, child: &str) -> (Value, Value) {
    local.to("2021-09-28").await;
    local
        .command(json!({"command": "mark_held", "conference": format!("{child}.c1")}))
        .await;
    conference(local, child).await
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_a_family_reads_it_before_it_confirms_and_gets_it_by_email() {
    let local = families().await;
    let home = link(&local, "g-kid").await;
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    let check = get(&local, &format!("{book}?{}", filled.split("&nonce").next().unwrap())).await;
    assert!(check.body.contains("Help for families") && check.body.contains("<p class=\"text\">Call 211"));
    let edition = check.hidden("document");
    assert_eq!(edition, "2021-09-01 en");
    let came = post(&local, &book, &format!("{filled}&document=2021-09-01+en")).await;
    assert_eq!(came.status, 303);
    assert_eq!(conference(&local, "kid").await, (json!("shown"), json!(false)));
    let booked = get(&local, &came.location).await.body;
    assert!(booked.contains("Please read this before you meet") && booked.contains("Call or text 988"));
    let inbox = local.inbox().await;
    let confirmation = inbox.iter().find(|letter| letter["purpose"] == "confirmation").unwrap();
    assert_eq!(confirmation["attachments"][0]["name"], "Help for families.txt");
    assert_eq!(
        confirmation["attachments"][0]["content"],
        format!("Help for families\n\n{TEXT}\n")
    );
    assert!(confirmation["calendar"].is_string() && confirmation["html"].is_string());
    let events = local.events().await;
    let noted: Vec<&Value> = events
        .iter()
        .filter(|event| event["type"] == "document_provided")
        .collect();
    assert_eq!((noted.len(), &noted[0]["rule"]), (1, &json!("R8")));
    assert_eq!(held(&local, "kid").await, (json!("shown"), json!(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_an_edition_that_stood_on_no_page_counts_for_nothing() {
    let local = families().await;
    let home = link(&local, "g-kid").await;
    let (book, filled) = form(&local, &home, "kid", "2021-09-27T15:00").await;
    assert_eq!(
        post(&local, &book, &format!("{filled}&document=2020-01-01+en"))
            .await
            .status,
        303
    );
    assert_eq!(conference(&local, "kid").await.0, Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_an_email_counts_once_delivered_and_a_text_message_never() {
    let local = families().await;
    for child in ["kid", "sms"] {
        let agreed = json!({"command": "schedule", "conference": format!("{child}.c1"),
            "starts_at": "2021-09-27T19:00:00Z", "mode": "phone"});
        local.command(agreed).await;
    }
    assert_eq!(conference(&local, "kid").await.0, Value::Null, "sent, not delivered");
    let inbox = local.inbox().await;
    for letter in inbox.iter().filter(|letter| letter["purpose"] == "confirmation") {
        let (status, said) = local
            .post(
                "/_local/feedback",
                json!({"message": letter["id"], "event": "delivered"}),
            )
            .await;
        assert_eq!(status, 200, "{said}");
    }
    assert_eq!(held(&local, "kid").await, (json!("email"), json!(false)));
    assert_eq!(held(&local, "sms").await, (Value::Null, json!(true)));
    let report = local.get("/_local/reports/compliance").await;
    let section = &report["sections"][1];
    assert_eq!(
        (&section["section"], &section["count"], &section["items"][0]["why"]),
        (&json!("held_without_document"), &json!(1), &json!("sms.c1"))
    );
    // It was handed over, and not written down.
    let paper = json!({"command": "hand_over_document", "conference": "sms.c1", "on": "2021-09-27", "actor": "t-a"});
    local.command(paper).await;
    assert_eq!(conference(&local, "sms").await, (json!("paper"), json!(false)));
    assert_eq!(local.get("/_local/reports/compliance").await["sections"][1]["count"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_a_machines_translation_is_never_passed_off_as_the_states() {
    let local = families().await;
    let home = link(&local, "g-es").await;
    let (book, filled) = form(&local, &home, "es", "2021-09-27T15:00").await;
    let check = get(&local, &format!("{book}?{}", filled.split("&nonce").next().unwrap())).await;
    let at = |text: &str| check.body.find(text).unwrap_or_else(|| panic!("{text}"));
    let (note, own) = (at("<div lang=\"es\""), at("<div lang=\"en\""));
    assert!(note < own && check.hidden("document") == "2021-09-01 en");
    let before = &check.body[..note];
    let note = before
        .rsplit_once("<strong>")
        .unwrap()
        .1
        .split("</strong>")
        .next()
        .unwrap();
    post(&local, &book, &filled).await;
    let inbox = local.inbox().await;
    let confirmation = inbox.iter().find(|letter| letter["purpose"] == "confirmation").unwrap();
    let file = confirmation["attachments"][0]["content"].as_str().unwrap();
    assert!(file.starts_with(note) && file.contains("Ayuda para familias") && file.contains("Help for families"));
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_a_document_that_says_nothing_or_too_much_is_refused() {
    let local = families().await;
    let long = "x".repeat(30_001);
    for (language, text, why) in [
        ("e", "Help", "language must be a language tag"),
        ("en", "", "must say something"),
        ("en", long.as_str(), "30001 bytes"),
    ] {
        let edition = json!({"command": "resource_document", "language": language, "from": "2022-01-01",
            "origin": "state", "title": "Help", "text": text});
        let (status, said) = local.post("/_local/commands", edition).await;
        assert!(
            status == 400 && said["detail"].as_str().unwrap().contains(why),
            "{said}"
        );
    }
    let edition = json!({"command": "resource_document", "language": "Spanish", "from": "2022-01-01",
        "origin": "state", "title": "Ayuda", "text": "Llame al 211."});
    assert_eq!(
        local.post("/_local/commands", edition).await.1["edition"],
        "2022-01-01 es"
    );
}
