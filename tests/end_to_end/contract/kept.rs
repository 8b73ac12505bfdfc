//! Who may send, what is kept of a request that failed half way, and which state of an object stays.

use super::{BATCH, ONE, START, org, signed};
use axum::body::Body;
use axum::http::Request;
use confer::settings::Settings;
use serde_json::{Value, json};
use sis::signature::Secret;
use tests::Local;

/// A request with these headers beside its type, signed or not.
fn bare(body: &str, content_type: &str, headers: &[(&str, String)]) -> Request<Body> {
    let mut request = Request::post("/sis/events").header("content-type", content_type);
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn r_401_without_a_word_why_and_413_and_415() {
    let local = Local::start(START).await;
    let before = local.table().await;
    let body = org("o-1", 1).to_string();
    let now = local.now().await.timestamp();
    let secret = local.settings.secrets[0].clone();
    let sign = |id: &str, at: &str, body: &str| {
        vec![
            ("webhook-id", id.to_owned()),
            ("webhook-timestamp", at.to_owned()),
            ("webhook-signature", secret.sign(id, at, body.as_bytes())),
        ]
    };
    let without = |name: &str| {
        let mut headers = sign("m", &now.to_string(), &body);
        headers.retain(|(known, _)| *known != name);
        headers
    };
    let with = |value: &str| {
        let mut headers = without("webhook-signature");
        headers.push(("webhook-signature", value.to_owned()));
        headers
    };
    let stranger = Secret::parse(&format!("whsec_{}", "A".repeat(32))).unwrap();
    let mut refused = vec![
        ("no headers", vec![]),
        ("no id", without("webhook-id")),
        ("no timestamp", without("webhook-timestamp")),
        ("no signature", without("webhook-signature")),
        ("an empty signature", with("")),
        ("no base64", with("v1,%%%")),
        (
            "a version of the future",
            with(
                &secret
                    .sign("m", &now.to_string(), body.as_bytes())
                    .replace("v1,", "v2,"),
            ),
        ),
        (
            "a stranger's",
            with(&stranger.sign("m", &now.to_string(), body.as_bytes())),
        ),
        ("of another body", sign("m", &now.to_string(), "{}")),
        ("a letter that is not ASCII", with("v1,é")),
        (
            "of another message",
            with(&secret.sign("n", &now.to_string(), body.as_bytes())),
        ),
    ];
    let odd = [
        (now - 301).to_string(),
        (now + 301).to_string(),
        i64::MIN.to_string(),
        i64::MAX.to_string(),
        "soon".into(),
        "1e9".into(),
        format!("{now}.5"),
        format!(" {now}"),
        "99999999999999999999".into(),
        String::new(),
    ];
    refused.extend(odd.iter().map(|at| (at.as_str(), sign("m", at, &body))));
    for (what, headers) in refused {
        let (status, answer) = local.request(bare(&body, ONE, &headers)).await;
        assert_eq!(status, 401, "{what}");
        assert_eq!(answer, json!({"title": "Unauthorized", "status": 401}), "{what}");
    }
    for (status, what, body, content_type) in [
        (413, "too large", " ".repeat(sis_webhook::MAX_BODY + 1), ONE),
        (413, "far too large", " ".repeat(3 * sis_webhook::MAX_BODY), BATCH),
        (413, "too many", json!(vec![org("o-1", 1); 501]).to_string(), BATCH),
        (415, "plain JSON", body.clone(), "application/json"),
        (415, "no type", body.clone(), ""),
        (415, "nearly", body.clone(), "application/cloudevents"),
    ] {
        let (found, answer) = signed(&local, &body, content_type).await;
        assert_eq!(found, status, "{what}: {answer}");
    }
    assert_eq!(local.table().await, before, "nothing of any of it");
    for at in [now - 300, now + 300] {
        let headers = sign("m", &at.to_string(), &body);
        assert_eq!(local.request(bare(&body, ONE, &headers)).await.0, 202, "five minutes");
    }
    for method in ["GET", "PUT", "DELETE", "HEAD"] {
        let request = Request::builder().method(method).uri("/sis/events");
        let (status, _) = local.request(request.body(Body::empty()).unwrap()).await;
        assert_eq!(status, 405, "{method}");
    }
}

#[tokio::test]
async fn r_503_and_sending_the_whole_request_again_completes_it() {
    for (fault, after) in [
        ("throttle", false),
        ("error", false),
        ("timeout", false),
        ("timeout_after_effect", false),
        ("crash", false),
        ("crash", true),
    ] {
        for skip in [0, 1, 7, 20] {
            let local = Local::start(START).await;
            let events: Vec<Value> = (0..20).map(|i| org(&format!("o-{i}"), 1)).collect();
            let body = json!(events).to_string();
            let times = json!({"service": "dynamodb", "function": "sis-webhook", "fault": fault, "skip": skip,
                               "after": after, "times": 1});
            assert_eq!(local.post("/_local/faults", times).await.0, 200);
            let request = local.signed(&body, BATCH).await;
            let response = local.respond(request).await;
            assert_eq!(response.status(), 503, "{fault} after {skip} calls");
            assert!(response.headers().contains_key("retry-after"), "{fault}");
            let (status, answer) = signed(&local, &body, BATCH).await;
            assert_eq!(status, 202, "{fault} after {skip} calls: {answer}");
            let sum = answer["accepted"].as_u64().unwrap() + answer["duplicates"].as_u64().unwrap();
            assert_eq!(sum, 20, "{fault} after {skip} calls");
            let items = local.table().await;
            let count = |prefix: &str| {
                let pk = |item: &&Value| item["PK"].as_str().unwrap().starts_with(prefix);
                items.iter().filter(pk).count()
            };
            assert_eq!(
                (count("OBJ#org#"), count("EVENT#")),
                (20, 20),
                "{fault} after {skip} calls"
            );
            let waits = items.iter().filter(|item| item.get("GSI1PK").is_some()).count();
            assert_eq!(waits, 0, "{fault} after {skip} calls: all are projected");
            let again = signed(&local, &body, BATCH).await.1;
            assert_eq!(again, json!({"accepted": 0, "duplicates": 20}));
        }
    }
}

#[tokio::test]
async fn the_newer_state_wins_whenever_it_comes() {
    let state = |id: &str, modified: &str, sequence: Option<&str>, name: &str| {
        let mut event = org("o-1", 1);
        event["id"] = json!(id);
        event["data"]["dateLastModified"] = json!(modified);
        event["data"]["name"] = json!(name);
        event["sequence"] = json!(sequence);
        event
    };
    let (noon, later) = ("2021-08-01T12:00:00Z", "2021-08-01T12:00:00.001Z");
    // From the oldest to the newest.
    let states = [
        state("e-1", noon, None, "none"),
        state("e-2", noon, Some("9"), "nine"),
        state("e-3", noon, Some("10"), "ten"),
        state("e-4", later, None, "later"),
        state("e-5", "2031-08-01T12:00:00+14:00", None, "long after our own clock"),
    ];
    let mut contents = Vec::new();
    for first in 0..states.len() {
        let local = Local::start(START).await;
        let mut order = states.clone().to_vec();
        order.rotate_left(first);
        let mut newest = -1;
        for event in order {
            let rank = states.iter().position(|state| *state == event).unwrap() as i32;
            let stored = || async {
                let items = local.table().await;
                items.into_iter().find(|item| item["PK"] == "OBJ#org#o-1")
            };
            let before = stored().await;
            let answer = local.send(std::slice::from_ref(&event)).await;
            assert_eq!(answer["accepted"], 1, "old or new, it is taken");
            let after = stored().await.unwrap();
            if rank > newest {
                assert_eq!(after["object"]["org"]["name"], event["data"]["name"]);
                newest = rank;
            } else {
                assert_eq!(Some(&after), before.as_ref(), "an older state changes nothing");
            }
        }
    }
    for names in [["left", "right"], ["right", "left"]] {
        let local = Local::start(START).await;
        for (i, name) in names.iter().enumerate() {
            local.send(&[state(&format!("e-{i}"), noon, None, name)]).await;
        }
        let items = local.table().await;
        contents.extend(
            items
                .into_iter()
                .find(|item| item["PK"] == "OBJ#org#o-1")
                .map(|item| item["version"].clone()),
        );
    }
    assert_eq!(contents[0], contents[1], "either order ends in the same state");
}

#[tokio::test]
async fn a_rotated_secret_loses_nothing() {
    let (old, new) = (format!("whsec_{}", "T".repeat(32)), format!("whsec_{}", "U".repeat(32)));
    let settings = |secrets: &str| {
        let secrets = secrets.to_owned();
        Settings::read(move |name| (name == "CONFER_WEBHOOK_SECRETS").then(|| secrets.clone())).unwrap()
    };
    let mut local = Local::start(START).await;
    let mut n = 0;
    let both = format!("{old} {new}");
    for (configured, signed_with, status) in [
        (old.clone(), &old, 202),
        (old.clone(), &new, 401),
        (format!("{old},{new}"), &old, 202),
        (format!("{old}, {new}"), &new, 202),
        (format!("{new},{old}"), &both, 202),
        (new.clone(), &both, 202),
        (new.clone(), &new, 202),
        (new.clone(), &old, 401),
    ] {
        local.redeploy(settings(&configured)).await;
        n += 1;
        let body = org(&format!("o-{n}"), 1).to_string();
        let at = local.now().await.timestamp().to_string();
        let signatures: Vec<String> = signed_with
            .split(' ')
            .map(|secret| Secret::parse(secret).unwrap().sign("m", &at, body.as_bytes()))
            .collect();
        let headers = [
            ("webhook-id", "m".to_owned()),
            ("webhook-timestamp", at),
            ("webhook-signature", signatures.join(" ")),
        ];
        let (found, answer) = local.request(bare(&body, ONE, &headers)).await;
        assert_eq!(found, status, "{n}: {answer}");
    }
    let kept = local.table().await;
    let orgs: Vec<&str> = kept
        .iter()
        .filter_map(|item| item["PK"].as_str()?.strip_prefix("OBJ#org#"))
        .collect();
    assert_eq!(orgs.len(), 6, "{orgs:?}");
}
