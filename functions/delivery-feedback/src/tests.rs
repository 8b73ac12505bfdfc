//! What is understood of the shapes that AWS documents, and what a text message demands.

use crate::Woken;
use crate::report::{self, Report};
use crate::sms::{self, Logs, Packed};
use crate::texts::{Answered, demands};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use domain::contact::Personal;
use flate2::Compression;
use flate2::write::GzEncoder;
use messages::reply::Meaning;
use runtime::Failure;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use store::contacts::News;

fn now() -> DateTime<Utc> {
    "2021-09-22T14:00:00Z".parse().unwrap()
}

fn fixtures() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "fixtures"].iter().collect()
}

fn fixture(name: &str) -> Value {
    let text = std::fs::read_to_string(fixtures().join(format!("{name}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Lines of a log, as CloudWatch Logs packs them.
fn packed(kind: &str, lines: &[String]) -> Logs {
    let events = lines.iter().zip(1_632_316_802_000_i64..);
    let events: Vec<Value> = events
        .map(|(line, at)| json!({"id": format!("line-{at}"), "timestamp": at, "message": line}))
        .collect();
    let batch = json!({
        "messageType": kind, "owner": "123456789012", "logGroup": "sns/us-east-1/123456789012/DirectPublishToPhoneNumber",
        "logStream": "6f9a2b", "subscriptionFilters": ["delivery-feedback"], "logEvents": events,
    });
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(batch.to_string().as_bytes()).unwrap();
    of(&STANDARD.encode(gzip.finish().unwrap()))
}

fn of(data: &str) -> Logs {
    let data = Personal::new(data);
    Logs {
        awslogs: Packed { data },
    }
}

fn said(what: Result<Report, Failure>) -> String {
    match what {
        Ok(report) => format!("{report:#?}"),
        Err(failure) => format!("dead letter: {failure}"),
    }
}

#[test]
fn every_shape_is_read_as_aws_documents_it() {
    let mut names: Vec<String> = std::fs::read_dir(fixtures())
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let mut all = String::new();
    for name in names {
        let body = fixture(&name);
        let read = if name.starts_with("sms-") {
            let lines = sms::unpack(&packed("DATA_MESSAGE", &[body.to_string()])).unwrap();
            sms::read(&lines[0]).map(Report::Sent)
        } else {
            report::read(body, now())
        };
        writeln!(all, "{name}\n{}\n", said(read)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn only_what_sns_says_of_the_number_itself_is_said_of_it_for_good() {
    for (reason, expected) in [
        ("Invalid phone number", Some(News::Bounced)),
        ("Phone number is opted out", Some(News::Stopped)),
        ("Blocked as spam by phone carrier", None),
        ("Destination is on a blocked list", None),
        ("Message body is invalid", None),
        ("Phone carrier has blocked this message", None),
        ("Phone carrier is currently unreachable/unavailable", None),
        ("Phone has blocked SMS", None),
        ("Phone is on a blocked list", None),
        ("Phone is currently unreachable/unavailable", None),
        ("This delivery would exceed max price", None),
        ("Unknown error attempting to reach phone", None),
        ("whatever SNS will say next year", None),
    ] {
        let mut line = fixture("sms-failure");
        line["delivery"]["providerResponse"] = json!(reason);
        let lines = sms::unpack(&packed("DATA_MESSAGE", &[line.to_string()])).unwrap();
        let outcome = sms::read(&lines[0]).unwrap();
        let expected: Vec<_> = expected
            .map(|news| (Personal::new("+18605550142"), news))
            .into_iter()
            .collect();
        assert_eq!(outcome.news, expected, "{reason}");
        let when = if expected.is_empty() {
            "2021-09-22T13:20:02Z"
        } else {
            "2021-09-22T13:20:00.558Z"
        };
        assert_eq!(outcome.at, when.parse::<DateTime<Utc>>().unwrap(), "{reason}");
    }
}

#[test]
fn log_lines_are_unpacked_or_named() {
    let lines = |logs: &Logs| {
        sms::unpack(logs)
            .map(|lines| lines.len())
            .map_err(|failure| failure.to_string())
    };
    assert_eq!(lines(&packed("DATA_MESSAGE", &["{}".into(), "{}".into()])), Ok(2));
    assert_eq!(
        lines(&packed("CONTROL_MESSAGE", &["CWL CONTROL MESSAGE".into()])),
        Ok(0)
    );
    let why = |logs: &Logs| lines(logs).unwrap_err();
    for (logs, expected) in [
        (of("no Base64!"), "not Base64"),
        (of(&STANDARD.encode("not packed")), "not gzip"),
        (packed("OTHER_MESSAGE", &[]), "unknown type"),
        // A few kilobytes that unpack to more than there is room for.
        (
            packed("DATA_MESSAGE", &[" ".repeat(17 * 1024 * 1024)]),
            "more than 16 MiB",
        ),
    ] {
        assert!(why(&logs).contains(expected), "{expected}: {}", why(&logs));
    }
    for line in ["not JSON", "{}", r#"{"status":"SUCCESS"}"#] {
        let lines = sms::unpack(&packed("DATA_MESSAGE", &[line.into()])).unwrap();
        assert!(matches!(sms::read(&lines[0]), Err(Failure::Permanent(_))), "{line}");
    }
}

#[test]
fn one_function_is_woken_by_the_queue_and_by_the_log() {
    let logs = serde_json::to_string(&packed("DATA_MESSAGE", &[])).unwrap();
    assert!(matches!(serde_json::from_str(&logs), Ok(Woken::Logs(_))));
    assert!(!format!("{:?}", packed("DATA_MESSAGE", &[])).contains("H4sI"), "a mask");
    let queue = r#"{"Records":[{"messageId":"1","body":"{}"}]}"#;
    assert!(matches!(serde_json::from_str(queue), Ok(Woken::Queue(event)) if event.records.len() == 1));
}

#[test]
fn a_text_message_demands_what_it_means() {
    use Answered::{Not, OnceADay, OnceAnHour};
    use News::{Started, Stopped, Wrong};
    let meaning = |words: &str| Meaning {
        stop: words.contains("stop"),
        start: words.contains("start"),
        wrong_number: words.contains("wrong"),
        danger: words.contains("danger"),
    };
    for (words, news, tell, answer) in [
        ("anything else", vec![], Some(false), OnceADay),
        ("stop", vec![Stopped], None, Not),
        ("start", vec![Started], None, Not),
        ("wrong", vec![Wrong], Some(false), Not),
        ("stop, wrong", vec![Stopped, Wrong], Some(false), Not),
        ("stop, start", vec![Stopped], None, Not),
        ("danger", vec![], Some(true), OnceAnHour),
        ("danger, start", vec![Started], Some(true), OnceAnHour),
        ("danger, stop", vec![Stopped], Some(true), Not),
        ("danger, wrong", vec![Wrong], Some(true), Not),
    ] {
        let demanded = demands(meaning(words));
        assert_eq!(
            (demanded.news, demanded.tell, demanded.answer),
            (news, tell, answer),
            "{words}"
        );
    }
}
