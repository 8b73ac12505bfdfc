//! Whatever a signed request holds: it is answered, nothing panics, and everything still works afterwards.

pub(crate) mod district;
mod extremes;
mod made_up;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Request};
use district::{district, facts, still_works, stuck};
use made_up::{Dice, garbled, misshapen};
use serde_json::{Map, Value, json};
use tests::Local;

/// How many requests are made up.
const MUTATIONS: usize = 2_000;

fn request(
    local: &Local,
    body: Vec<u8>,
    batch: bool,
    now: chrono::DateTime<chrono::Utc>,
    dice: &mut Dice,
) -> Request<Body> {
    let kind = if batch {
        "application/cloudevents-batch+json"
    } else {
        "application/cloudevents+json"
    };
    let mut request = Request::post("/sis/events")
        .header("content-type", kind)
        .body(Body::empty())
        .unwrap();
    // A body that is no text is signed as it is all the same.
    let secret = &local.settings.secrets[0];
    let (id, at) = ("msg_1".to_owned(), now.timestamp().to_string());
    let signature = secret.sign(&id, &at, &body);
    for (name, value) in [
        ("webhook-id", id),
        ("webhook-timestamp", at),
        ("webhook-signature", signature),
    ] {
        request.headers_mut().insert(name, value.parse().unwrap());
    }
    if dice.below(8) == 0 {
        let name = *dice.pick(&[
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "content-type",
            "content-length",
        ]);
        let values: [&[u8]; 8] = [
            b"",
            b" ",
            b"\xff\xfe",
            b"-9223372036854775808",
            b"v1, v1,= v1,AA==",
            b"99999999999999999999",
            b"application/cloudevents+json;;;charset",
            b"\t",
        ];
        let value = HeaderValue::from_bytes(values[dice.below(values.len())]).unwrap();
        request.headers_mut().insert(HeaderName::from_static(name), value);
        if dice.below(3) == 0 {
            request.headers_mut().remove(name);
        }
    }
    *request.body_mut() = Body::from(body);
    request
}

#[tokio::test]
async fn whatever_a_signed_request_holds_it_is_answered_and_the_cloud_goes_on() {
    let local = Local::start("2021-08-23").await;
    let valid: Vec<Value> = [district("m", "2021-08-20T12:00:00Z"), facts("m")].concat();
    local.send(&valid).await;
    let mut dice = Dice(6310);
    let mut answers: Map<String, Value> = Map::new();
    for n in 0..MUTATIONS {
        if n % 200 == 199 {
            let tomorrow = local.now().await.date_naive().succ_opt().unwrap();
            local.to(&tomorrow.to_string()).await;
        }
        let now = local.now().await;
        let fresh = |mut event: Value| {
            event["id"] = json!(format!("mutation-{n}-{}", event["id"]));
            event["sequence"] = json!((n + 2).to_string());
            event
        };
        let mut chosen = fresh(dice.pick(&valid).clone());
        let batch = dice.below(3) == 0;
        if dice.below(3) > 0 {
            misshapen(&mut chosen, &mut dice);
        }
        let whole = if batch {
            json!([chosen, fresh(dice.pick(&valid).clone())])
        } else {
            chosen
        };
        let text = whole.to_string();
        let body = if dice.below(4) == 0 {
            garbled(&text, &mut dice)
        } else {
            text.into_bytes()
        };
        let shown = String::from_utf8_lossy(&body[..body.len().min(2_000)]).into_owned();
        let (status, answer) = local.request(request(&local, body, batch, now, &mut dice)).await;
        assert!((200..500).contains(&status), "{n}: {status} {answer} to {shown}");
        let count = answers.entry(status.to_string()).or_insert(json!(0));
        *count = json!(count.as_u64().unwrap() + 1);
    }
    eprintln!("{MUTATIONS} mutations were answered so: {answers:?}");
    assert!(
        ["202", "400", "401", "415"]
            .iter()
            .all(|status| answers.contains_key(*status)),
        "{answers:?}"
    );
    assert_eq!(stuck(&local).await, Vec::<String>::new());
    still_works(&local).await;
    assert_eq!(stuck(&local).await, Vec::<String>::new());
}
