#![no_main]
//! What providers report and families write. The input's first line says how it comes: `queue` as the body of a queue's
//! message, `line` as one line of the log, `lines` as what log lines are packed from, `packed` as what was packed, `event`
//! as all that wakes the function.
//!
//! What must hold: what is not understood is refused for good, by its kind, and asks nothing of the table; what is
//! understood leaves a line in the log; the outcome is the same each time; no log line holds anything personal.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use delivery_feedback::{Answer, Logs, Packed, Woken, woken};
use domain::contact::Personal;
use flate2::Compression;
use flate2::write::GzEncoder;
use fuzz::json::mutate;
use fuzz::{Ground, on_ground, personal};
use serde_json::{Value, json};
use std::io::Write;

libfuzzer_sys::fuzz_target!(|input: &[u8]| on_ground(|ground| attempt(ground, input)));

libfuzzer_sys::fuzz_mutator!(|input: &mut [u8], size: usize, most: usize, seed: u32| {
    let line = input[..size].iter().position(|byte| *byte == b'\n');
    mutate(input, size, most, seed, line.map_or(0, |end| end + 1))
});

/// An input, as it wakes the function.
struct Report {
    woken: Value,
    /// Nothing of it may be in the log; `false` where it is an id of the provider's, or cannot be seen.
    hides: bool,
    /// It is one report, which is counted, kept or refused.
    one: bool,
}

fn attempt(ground: &Ground, input: &[u8]) {
    let Some(report) = report(input) else {
        return;
    };
    let Ok(first) = serde_json::from_value::<Woken>(report.woken.clone()) else {
        return;
    };
    let (outcome, operations, lines) = ground.done(woken(&ground.app, first, ground.now));
    let refused = match &outcome {
        Ok(Answer::Queue(answer)) => answer.batch_item_failures.len(),
        Ok(Answer::Done {}) => 0,
        Err(_) => 1,
    };
    assert!(!report.hides || !personal(&lines), "personal: {lines}");
    assert!(
        !lines.contains("work was put off"),
        "the table answers, and yet work was put off: {lines}"
    );
    if report.one {
        let noted = lines.contains("a report was counted") || lines.contains("a text message was kept");
        assert!(refused == 1 || noted, "a report vanished: {lines}");
        assert!(refused == 0 || operations.is_empty(), "refused after {operations:?}");
    }
    if refused > 0 {
        let named =
            lines.contains("a report that is not understood: ") || lines.contains("is not work of this function");
        let unread =
            matches!(&outcome, Err(failure) if failure.to_string().starts_with("a report that is not understood: "));
        assert!(named || unread, "refused, and nobody knows why: {lines}");
    }
    let again = serde_json::from_value(report.woken).expect("what was read before");
    let (outcome_again, operations_again, lines_again) = ground.done(woken(&ground.app, again, ground.now));
    assert_eq!(
        (format!("{outcome_again:?}"), operations_again, lines_again),
        (format!("{outcome:?}"), operations, lines),
        "the same report came to something else"
    );
}

fn report(input: &[u8]) -> Option<Report> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let (way, rest) = (&input[..end], &input[end + 1..]);
    let text = || String::from_utf8_lossy(rest);
    Some(match way {
        b"queue" => Report {
            woken: json!({"Records": [{"messageId": "record-1", "body": text()}]}),
            hides: true,
            one: true,
        },
        b"line" => {
            let line: Value = serde_json::from_str(&text()).unwrap_or_default();
            let batch = json!({"messageType": "DATA_MESSAGE", "logEvents": [
                {"id": "line-1", "timestamp": 1_632_316_802_000_i64, "message": text()},
            ]});
            Report {
                woken: packed(batch.to_string().as_bytes()),
                hides: !says_as_an_id(&line),
                one: true,
            }
        }
        b"lines" => {
            let batch: Value = serde_json::from_slice(rest).unwrap_or_default();
            Report {
                woken: packed(rest),
                hides: !says_as_an_id(&batch),
                one: false,
            }
        }
        b"packed" => Report {
            woken: handed_over(STANDARD.encode(rest)),
            hides: false,
            one: false,
        },
        b"event" => {
            let woken: Value = serde_json::from_slice(rest).ok()?;
            Report {
                hides: !says_as_an_id(&woken),
                woken,
                one: false,
            }
        }
        _ => return None,
    })
}

/// As CloudWatch Logs packs what it hands over.
fn packed(batch: &[u8]) -> Value {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::none());
    gzip.write_all(batch).expect("memory takes what is written");
    handed_over(STANDARD.encode(gzip.finish().expect("memory takes what is written")))
}

fn handed_over(data: String) -> Value {
    let data = Personal::new(data);
    let logs = Logs {
        awslogs: Packed { data },
    };
    serde_json::to_value(logs).expect("log lines are JSON")
}

/// Whether the personal value stands where a provider's id does, which logs may hold. A line of the log is JSON itself.
fn says_as_an_id(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.iter().any(|(name, value)| match value {
            Value::String(text) if matches!(name.as_str(), "id" | "messageId") => personal(text),
            Value::String(text) if name == "message" => {
                serde_json::from_str(text).is_ok_and(|line: Value| says_as_an_id(&line))
            }
            _ => says_as_an_id(value),
        }),
        Value::Array(values) => values.iter().any(says_as_an_id),
        _ => false,
    }
}
