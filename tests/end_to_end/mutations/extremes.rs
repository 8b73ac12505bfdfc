//! Values that are valid, and that something later may stumble over: dates at the ends of time, texts without end.

use super::district::{district, facts, still_works, stuck};
use serde_json::{Value, json};
use tests::Local;

/// The valid event about `name`, another state of it.
fn changed(name: &str, change: impl Fn(&mut Value)) -> Vec<Value> {
    let valid: Vec<Value> = [district("m", "2021-08-20T12:00:00Z"), facts("m")].concat();
    let mut event = valid
        .into_iter()
        .find(|event| event["subject"] == format!("m-{name}"))
        .unwrap();
    event["id"] = json!("m-changed");
    event["sequence"] = json!("2");
    change(&mut event["data"]);
    vec![event]
}

fn dated(name: &'static str, modified: &'static str, start: &'static str, end: Option<&'static str>) -> Vec<Value> {
    changed(name, |data| {
        data["dateLastModified"] = json!(modified);
        data["startDate"] = json!(start);
        data["endDate"] = json!(end);
    })
}

fn roles(begin: &'static str, end: &'static str) -> Vec<Value> {
    changed("student", |data| {
        data["roles"][0]["beginDate"] = json!(begin);
        data["roles"][0]["endDate"] = json!(end);
    })
}

#[tokio::test]
async fn no_value_however_extreme_stops_a_run() {
    let long = "Zebulon ".repeat(20_000);
    let cases = [
        (
            "a period at the end of time",
            dated("own", "9999-12-01T12:00:00Z", "9999-12-31", None),
        ),
        (
            "a period that ends there",
            dated("own", "9999-12-01T12:00:00Z", "9998-12-31", Some("9999-12-31")),
        ),
        (
            "reported at its very end",
            dated("own", "9999-12-31T23:59:59.999999999Z", "9999-12-31", None),
        ),
        (
            "a session of all time",
            dated("year", "2021-08-20T12:00:00Z", "0001-01-01", Some("9999-12-31")),
        ),
        (
            "a session long past",
            dated("year", "2021-08-20T12:00:00Z", "0001-01-01", Some("0001-12-31")),
        ),
        ("a role since ever", roles("0001-01-01", "9999-12-31")),
        ("a role that never begins", roles("9999-12-31", "0001-01-01")),
        (
            "a mark at the end of time",
            changed("mark", |data| data["date"] = json!("9999-12-31")),
        ),
        (
            "a mark at its beginning",
            changed("mark", |data| data["date"] = json!("0001-01-01")),
        ),
        (
            "marks of every century",
            (1..100)
                .flat_map(|n| {
                    let mut mark = changed("mark", |data| data["date"] = json!(format!("{n:02}00-03-01")));
                    mark[0]["id"] = json!(format!("m-mark-{n}"));
                    mark[0]["subject"] = json!(format!("m-mark-{n}"));
                    mark[0]["data"]["sourcedId"] = json!(format!("m-mark-{n}"));
                    mark
                })
                .collect(),
        ),
        (
            "a calendar of 9999",
            changed("calendar", |data| {
                data["nonInstructionalDays"] = json!([{"date": "9999-12-31"}, {"date": "0001-01-01"}])
            }),
        ),
        (
            "a calendar without a school day",
            changed("calendar", |data| {
                let day = |n| json!({"date": tests::day("2021-08-01") + chrono::Days::new(n)});
                data["nonInstructionalDays"] = (0..3_000).map(day).collect();
            }),
        ),
        (
            "names without end",
            changed("student", |data| data["preferredGivenName"] = json!(long)),
        ),
        (
            "a number without end",
            changed("parent", |data| data["sms"] = json!("1".repeat(200_000))),
        ),
        (
            "an address without end",
            changed("parent", |data| {
                data["email"] = json!(format!("{}@example.org", "x".repeat(200_000)))
            }),
        ),
        (
            "a school's number without end",
            changed("school", |data| data["metadata"]["phone"] = json!("1".repeat(200_000))),
        ),
        (
            "three thousand roles",
            changed("student", |data| {
                data["roles"] = json!(vec![data["roles"][0].clone(); 2_500])
            }),
        ),
        (
            "its own guardian",
            changed("student", |data| data["agents"] = json!([{"sourcedId": "m-student"}])),
        ),
        (
            "its own district",
            changed("district", |data| data["parent"] = json!({"sourcedId": "m-district"})),
        ),
        (
            "a school above itself",
            changed("school", |data| data["parent"] = json!({"sourcedId": "m-school"})),
        ),
    ];
    let local = Local::start("2021-08-23").await;
    for (n, (_, events)) in cases.iter().enumerate() {
        let all = json!([district("m", "2021-08-20T12:00:00Z"), facts("m"), events.clone()].concat());
        // Each in a district of its own.
        let own: Vec<Value> = serde_json::from_str(&all.to_string().replace("m-", &format!("m{n}-"))).unwrap();
        local.send(&own).await;
    }
    still_works(&local).await;
    assert_eq!(stuck(&local).await, Vec::<String>::new(), "by place in the table");
    let conferences = local.conferences().await;
    for (n, (what, _)) in cases.iter().enumerate() {
        let opened = conferences.iter().any(|c| c["student"] == format!("m{n}-student"));
        assert_eq!(opened, *what != "a role that never begins", "{what}");
    }
}
