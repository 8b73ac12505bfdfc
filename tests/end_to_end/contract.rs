//! Every answer of `POST /sis/events`, as the contract's page has them.

mod kept;

use serde_json::{Value, json};
use tests::{Local, event, period, school};

const ONE: &str = "application/cloudevents+json";
const BATCH: &str = "application/cloudevents-batch+json";
const START: &str = "2021-08-23";

fn org(id: &str, n: u64) -> Value {
    let data = json!({"sourcedId": id, "status": "active", "dateLastModified": "2021-08-01T12:00:00Z",
                      "name": "North", "type": "school"});
    event("sis.org.changed", n, data)
}

fn user(id: &str, change: impl Fn(&mut Value)) -> Value {
    let mut data = json!({"sourcedId": id, "status": "active", "dateLastModified": "2021-08-01T12:00:00Z",
                          "givenName": "Zebulon", "familyName": "Quisthammer"});
    change(&mut data);
    event("sis.user.changed", 1, data)
}

async fn signed(local: &Local, body: &str, content_type: &str) -> (u16, Value) {
    local.request(local.signed(body, content_type).await).await
}

/// Index and field of each error; each has a reason.
fn errors(answer: &Value) -> Vec<(u64, String)> {
    let errors = answer["errors"].as_array().unwrap();
    assert!(
        errors.iter().all(|error| error["reason"].as_str().is_some()),
        "{answer}"
    );
    let named = |error: &Value| {
        (
            error["index"].as_u64().unwrap(),
            error["field"].as_str().unwrap().to_owned(),
        )
    };
    errors.iter().map(named).collect()
}

#[tokio::test]
async fn r_202_one_event_or_a_batch_each_counted_once() {
    let local = Local::start(START).await;
    let mut other_source = org("o-1", 1);
    other_source["source"] = json!("urn:sis:another");
    let mut same_id = org("o-9", 1);
    same_id["id"] = json!("sis.org.changed-o-1-1");
    let strange = json!({"specversion": "1.0", "id": "w", "source": "urn:sis:tests", "type": "sis.weather.changed",
                         "data": [1, {"deep": null}]});
    let mut odd = org("o-4", 1);
    odd["traceparent"] = json!("00-1-2-3");
    odd["data"]["unheardOf"] = json!([[[{}]]]);
    for (what, body, content_type, accepted, duplicates) in [
        ("one", org("o-1", 1), ONE, 1, 0),
        ("the same again", org("o-1", 1), ONE, 0, 1),
        (
            "a batch",
            json!([org("o-2", 1), org("o-3", 1), org("o-1", 1)]),
            BATCH,
            2,
            1,
        ),
        ("twice in one batch", json!([org("o-5", 1), org("o-5", 1)]), BATCH, 1, 1),
        ("an empty batch", json!([]), BATCH, 0, 0),
        ("the same id of another source", other_source, ONE, 1, 0),
        ("the same pair about something else", same_id, ONE, 0, 1),
        ("an unknown type", strange.clone(), ONE, 1, 0),
        ("an unknown type again", strange, ONE, 0, 1),
        ("unknown fields", odd, ONE, 1, 0),
        (
            "a parameter of the type",
            org("o-6", 1),
            "application/cloudevents+json; charset=utf-8",
            1,
            0,
        ),
        (
            "a type in capitals",
            org("o-7", 1),
            "Application/CloudEvents+JSON",
            1,
            0,
        ),
    ] {
        let (status, answer) = signed(&local, &body.to_string(), content_type).await;
        assert_eq!(status, 202, "{what}: {answer}");
        assert_eq!(
            answer,
            json!({"accepted": accepted, "duplicates": duplicates}),
            "{what}"
        );
    }
    let events: Vec<Value> = (0..500).map(|i| org(&format!("many-{i}"), 1)).collect();
    let (status, answer) = signed(&local, &json!(events).to_string(), BATCH).await;
    assert_eq!((status, &answer["accepted"]), (202, &json!(500)), "as many as may be");
    let one = json!(org("padded", 1)).to_string();
    let padded = format!("{one}{}", " ".repeat(sis_webhook::MAX_BODY - one.len()));
    assert_eq!(
        signed(&local, &padded, ONE).await.0,
        202,
        "as large as a request may be"
    );
}

#[tokio::test]
async fn r_400_names_everything_that_is_wrong_and_records_nothing() {
    let local = Local::start(START).await;
    local.send(&[org("o-1", 1)]).await;
    let before = local.table().await;
    let with = |name: &str, value: Value| {
        let mut whole = org("o-2", 1);
        whole[name] = value;
        whole
    };
    let late = |start: &str, end: Option<&str>| period("rlp-1", 1, school("o-1"), start, end, true);
    let large = user("u-1", |data| data["note"] = json!("x".repeat(300_000)));
    for (what, body, content_type, named) in [
        ("half of JSON", json!("{\"specversion\":"), ONE, vec![]),
        ("an array, said to be one", json!([org("o-2", 1)]), ONE, vec![]),
        ("one, said to be a batch", org("o-2", 1), BATCH, vec![]),
        ("a text", json!("\"event\""), ONE, vec![]),
        (
            "another version",
            with("specversion", json!("0.3")),
            ONE,
            vec![(0, "specversion")],
        ),
        ("no id", with("id", json!(null)), ONE, vec![(0, "id")]),
        ("an empty source", with("source", json!("")), ONE, vec![(0, "source")]),
        ("a number as type", with("type", json!(7)), ONE, vec![(0, "type")]),
        ("no time", with("time", json!("yesterday")), ONE, vec![(0, "time")]),
        (
            "another subject",
            with("subject", json!("o-3")),
            ONE,
            vec![(0, "subject")],
        ),
        (
            "a sequence of letters",
            with("sequence", json!("a1")),
            ONE,
            vec![(0, "sequence")],
        ),
        ("no data", with("data", json!("none")), ONE, vec![(0, "data")]),
        (
            "two of four",
            json!([org("o-2", 1), 7, org("o-3", 1), with("id", json!(""))]),
            BATCH,
            vec![(1, ""), (3, "id")],
        ),
        (
            "several of one",
            user("u-1", |data| {
                data["givenName"] = json!(null);
                data["familyName"] = json!("Quist\u{7}hammer");
                data["metadata"] = json!({"homeLanguage": "Quisthammerish!"});
            }),
            ONE,
            vec![
                (0, "data.givenName"),
                (0, "data.familyName"),
                (0, "data.metadata.homeLanguage"),
            ],
        ),
        ("too large an object", large, ONE, vec![(0, "data")]),
        (
            "401 days ahead",
            late("2022-10-07", None),
            ONE,
            vec![(0, "data.startDate")],
        ),
        (
            "401 days ago, no end",
            late("2020-07-27", None),
            ONE,
            vec![(0, "data.startDate")],
        ),
        (
            "an end 401 days ahead",
            late("2021-09-01", Some("2022-10-07")),
            ONE,
            vec![(0, "data.endDate")],
        ),
        (
            "an end before the start",
            late("2021-09-01", Some("2021-08-31")),
            ONE,
            vec![(0, "data.endDate")],
        ),
    ] {
        // A text stands for a body as it is.
        let body = body.as_str().map_or_else(|| body.to_string(), str::to_owned);
        let response = local.request(local.signed(&body, content_type).await).await;
        let (status, answer) = response;
        assert_eq!((status, &answer["status"]), (400, &json!(400)), "{what}: {answer}");
        let expected: Vec<(u64, String)> = named
            .into_iter()
            .map(|(i, field): (u64, &str)| (i, field.into()))
            .collect();
        assert_eq!(errors(&answer), expected, "{what}");
        for personal in ["Zebulon", "Quist", "xxx"] {
            assert!(!answer.to_string().contains(personal), "{what}: {answer}");
        }
    }
    assert_eq!(local.table().await, before, "nothing of any of it");
    for (what, plausible) in [
        ("400 days ahead", late("2022-10-06", None)),
        ("400 days ago, no end", late("2020-07-28", None)),
        ("401 days ago, ended", late("2020-07-27", Some("2020-09-01"))),
        (
            "rescinded",
            period("rlp-2", 1, school("o-1"), "2000-01-01", None, false),
        ),
    ] {
        let (status, answer) = signed(&local, &plausible.to_string(), ONE).await;
        assert_eq!(status, 202, "{what}: {answer}");
    }
}
