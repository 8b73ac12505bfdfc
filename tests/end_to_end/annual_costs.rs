//! What a year costs, computed from what is measured: the page infra/COSTS.md says what this test finds.

use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use tests::{Local, Roster, event, period};

/// One family in so many answers none of the messages.
const ONE_IN: usize = 20;
/// Milliseconds that a function waits for one call, and needs for itself: an assumption, of the right order.
const MILLISECONDS_A_CALL: f64 = 8.0;
/// Gigabytes of memory of a function.
const MEMORY: f64 = 0.25;
/// Bytes of log that a call leaves behind: an assumption.
const LOG_BYTES_A_CALL: f64 = 150.0;
/// Calls that one invocation makes, as batches are in the local cloud.
const CALLS_AN_INVOCATION: f64 = 6.0;
/// Pages that a family looks at, and forms that it sends, for one conference: an assumption.
const PAGES: f64 = 8.0;
/// People whom the SIS changes in a week: everybody once in a school year.
const A_WEEK: usize = 16;
/// Minutes of a year: each has its sweep.
const MINUTES: f64 = 365.0 * 24.0 * 60.0;

/// A year of the generated district, all of it remote from the first day of school on: the policy's worst case.
struct Year {
    students: f64,
    conferences: f64,
    reads: f64,
    writes: f64,
    queues: f64,
    calls: f64,
    events: f64,
    emails: f64,
    segments: f64,
    bytes: f64,
    sweep_reads: f64,
    sweep_calls: f64,
}

async fn year() -> Year {
    let local = Local::start("2021-08-29").await;
    let import = Roster::generated().events;
    let students = import.iter().filter(|event| {
        let roles = event["data"]["roles"].as_array();
        roles.is_some_and(|roles| roles.iter().any(|role| role["role"] == "student"))
    });
    let students = students.count();
    let cloud = local.cloud().await;
    cloud.count_consumed();
    local.send(&import).await;
    let remote = period("rlp", 1, json!({"type": "district"}), "2021-08-30", None, true);
    local.send(&[remote]).await;
    let mut events = import.len() + 1;
    let mut answered: BTreeMap<String, usize> = BTreeMap::new();
    let mut day = NaiveDate::from_ymd_opt(2021, 8, 30).unwrap();
    let mut changed = 0;
    while day < NaiveDate::from_ymd_opt(2022, 6, 15).unwrap() {
        local.to(&day.to_string()).await;
        // Families answer on the day on which they are asked, but for a few who never do.
        for conference in local.conferences().await {
            let id = conference["id"].as_str().unwrap().to_owned();
            let known = answered.len();
            let nth = *answered.entry(id.clone()).or_insert(known);
            let asked = conference["opened_on"]
                .as_str()
                .is_some_and(|on| on < day.to_string().as_str());
            if conference["state"] == "open" && asked && !nth.is_multiple_of(ONE_IN) {
                local
                    .command(json!({"command": "schedule", "conference": id, "mode": "video",
                                    "starts_at": format!("{}T20:00:00Z", day + chrono::Days::new(6))}))
                    .await;
            }
            let held = conference["starts_at"]
                .as_str()
                .is_some_and(|at| at < day.to_string().as_str());
            if conference["state"] == "scheduled" && held {
                local.command(json!({"command": "mark_held", "conference": id})).await;
            }
        }
        // Everybody is changed about once a year: a number, a class, a grade.
        let users = import.iter().filter(|it| it["type"] == "sis.user.changed");
        for user in users.skip(changed).take(A_WEEK) {
            let mut data = user["data"].clone();
            data["dateLastModified"] = json!(format!("{day}T11:00:00Z"));
            local.send(&[event("sis.user.changed", 9_000, data)]).await;
            events += 1;
        }
        changed += A_WEEK;
        day = day + chrono::Days::new(7);
    }
    let consumed = cloud.consumed();
    let inbox = local.inbox().await;
    let of = |channel: &str| inbox.iter().filter(|letter| letter["channel"] == channel).count();
    let segments: u64 = inbox.iter().filter_map(|letter| letter["segments"].as_u64()).sum();
    let bytes: usize = local.table().await.iter().map(|row| row.to_string().len()).sum();
    let before = cloud.consumed();
    local.keeper.with(|world| Box::pin(world.sweep_once())).await.unwrap();
    let swept = cloud.consumed();
    let f = |count: usize| f64::from(u32::try_from(count).unwrap());
    Year {
        students: f(students),
        conferences: f(local.conferences().await.len()),
        reads: consumed.reads,
        writes: consumed.writes,
        queues: f(usize::try_from(consumed.queues).unwrap()),
        calls: f(usize::try_from(consumed.calls).unwrap()),
        events: f(events),
        emails: f(of("email")),
        segments: f(usize::try_from(segments).unwrap()),
        bytes: f(bytes),
        sweep_reads: swept.reads - before.reads,
        sweep_calls: f(usize::try_from(swept.calls - before.calls).unwrap()),
    }
}

/// One line of the bill of a year: what, for one student, and for the district whatever its size.
type Line = (&'static str, f64, f64);

fn bill(year: &Year, prices: &Value) -> Vec<Line> {
    let price = |name: &str| prices[name].as_f64().unwrap();
    let each = |total: f64| total / year.students;
    let million = |count: f64, name: &str| count / 1e6 * price(name);
    let seconds = |calls: f64| calls * MILLISECONDS_A_CALL / 1e3 * MEMORY * price("lambda_gigabyte_second_arm");
    let sweeps = MINUTES * year.sweep_calls;
    let months: f64 = prices["month"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_f64)
        .sum();
    vec![
        (
            "Texts",
            each(year.segments) * price("sms_segment_with_carrier_fee"),
            0.0,
        ),
        ("E-mails", each(year.emails) / 1e3 * price("thousand_emails"), 0.0),
        (
            "Table: reads",
            million(each(year.reads), "dynamodb_million_reads"),
            million(MINUTES * year.sweep_reads, "dynamodb_million_reads"),
        ),
        (
            "Table: writes",
            million(each(year.writes), "dynamodb_million_writes"),
            0.0,
        ),
        (
            "Table: storage and backups",
            each(year.bytes) / 1e9 * price("dynamodb_gigabyte_month_with_backups") * 12.0,
            0.0,
        ),
        (
            "Functions",
            seconds(each(year.calls)) + million(each(year.calls) / CALLS_AN_INVOCATION, "lambda_million_requests"),
            seconds(sweeps) + million(MINUTES, "lambda_million_requests"),
        ),
        // Each message is received and deleted as well.
        ("Queues", million(each(year.queues) * 3.0, "sqs_million_requests"), 0.0),
        (
            "Requests",
            million(
                each(year.events) + each(year.conferences) * PAGES,
                "api_million_requests",
            ),
            0.0,
        ),
        (
            "Logs",
            each(year.calls) * LOG_BYTES_A_CALL / 1e9 * price("logs_gigabyte"),
            sweeps * LOG_BYTES_A_CALL / 10.0 / 1e9 * price("logs_gigabyte"),
        ),
        ("Secrets, key, alarms, figures, number", 0.0, months * 12.0),
    ]
}

fn page(year: &Year, prices: &Value) -> String {
    let lines = bill(year, prices);
    let sizes = [500.0, 10_000.0, 1_000_000.0];
    let mut page = String::new();
    let as_of = prices["as_of"].as_str().unwrap();
    writeln!(page, "# What it costs\n").unwrap();
    writeln!(
        page,
        "US dollars a student and year, with the prices of {as_of} in {} (prices.json; look at the sources before you\n\
         plan with them). Computed by `cargo test -p tests --test end_to_end annual_costs` from a year of the generated district\n\
         on the local cloud, all of it remote for the whole school year, the most that the policy can demand: {:.1} conferences a\n\
         student, one family in {ONE_IN} never answering, each record changed once. Free tiers are not taken off.\n",
        prices["region"].as_str().unwrap(),
        year.conferences / year.students,
    )
    .unwrap();
    writeln!(page, "| | 500 students | 10,000 | 1,000,000 |\n|---|---:|---:|---:|").unwrap();
    for (what, student, district) in &lines {
        let cells = sizes.map(|size| format!("{:.4}", student + district / size));
        writeln!(page, "| {what} | {} |", cells.join(" | ")).unwrap();
    }
    let of = |size: f64| -> f64 {
        lines
            .iter()
            .map(|(_, student, district)| student + district / size)
            .sum()
    };
    let totals = sizes.map(|size| format!("**{:.2}**", of(size)));
    writeln!(page, "| **a student and year** | {} |", totals.join(" | ")).unwrap();
    let totals = sizes.map(|size| format!("{:.0}", of(size) * size));
    writeln!(page, "| the district, a year | {} |\n", totals.join(" | ")).unwrap();
    writeln!(page, "Measured, a student and year:\n").unwrap();
    for (what, count) in [
        ("segments of texts", year.segments),
        ("e-mails", year.emails),
        ("write units", year.writes),
        ("read units", year.reads),
        ("calls to AWS", year.calls),
        ("requests to queues", year.queues),
    ] {
        writeln!(page, "- {:.1} {what}", count / year.students).unwrap();
    }
    writeln!(page, "- {:.0} bytes kept", year.bytes / year.students).unwrap();
    writeln!(
        page,
        "\nA sweep takes {:.1} read units, once a minute. Assumed, not measured: {MILLISECONDS_A_CALL:.0} ms of a function for each call, {:.0} MB of memory,\n\
         {CALLS_AN_INVOCATION:.0} calls an invocation, {PAGES:.0} requests of a family for each conference, {LOG_BYTES_A_CALL:.0} bytes of log for each call.",
        year.sweep_reads,
        MEMORY * 1024.0,
    )
    .unwrap();
    page
}

#[tokio::test]
async fn the_page_of_costs_says_what_is_measured() {
    let infra = concat!(env!("CARGO_MANIFEST_DIR"), "/../infra");
    let prices: Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{infra}/prices.json")).unwrap()).unwrap();
    let page = page(&year().await, &prices);
    let file = format!("{infra}/COSTS.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(&file, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(
        page, kept,
        "what is measured has changed: look at it, and keep it with INSTA_UPDATE=always"
    );
}
