#![no_main]
//! A request to `/sis/events`: headers, an empty line, the body. `SIGNED` in `webhook-signature` stands for the
//! signature that the SIS would have made, so that what lies behind the signature is tried as well.
//!
//! What must hold: a request that the SIS did not sign, or signed at another time, is refused and asks nothing of the
//! table, and so does every request that was tampered with; what is refused writes nothing; the answer is the same each
//! time; neither answer nor log holds anything of the body.

use domain::roster::Recorded;
use fuzz::json::mutate;
use fuzz::{Ground, on_ground, personal};
use http::{HeaderName, HeaderValue, Request, Response};
use serde_json::Value;
use sis::event::parse;
use sis::signature::TOLERANCE_SECONDS;

libfuzzer_sys::fuzz_target!(|input: &[u8]| on_ground(|ground| attempt(ground, input)));

libfuzzer_sys::fuzz_mutator!(|input: &mut [u8], size: usize, most: usize, seed: u32| {
    let head = input[..size].windows(2).position(|two| two == b"\n\n");
    mutate(input, size, most, seed, head.map_or(0, |end| end + 2))
});

fn attempt(ground: &Ground, input: &[u8]) {
    let request = request(ground, input);
    let (answer, operations) = answer(ground, &request);
    let genuine = genuine(ground, &request);
    match answer.status().as_u16() {
        202 => {
            assert!(genuine, "a request was accepted that the SIS did not sign");
            accepted(ground, &request, &answer, &operations);
        }
        400 => assert!(genuine, "what the SIS did not sign was read"),
        401 => assert!(!genuine, "a request of the SIS was refused as unsigned"),
        413 | 415 => {}
        other => panic!("{other} is no answer to a request: {}", answer.body()),
    }
    if answer.status() != 202 {
        assert_eq!(
            operations, [""; 0],
            "a request was refused, and yet asked this of the table"
        );
    }
    if genuine {
        tampered(ground, &request);
    }
}

/// The answer, which must be the same a second time, and the operations asked of the table.
fn answer(ground: &Ground, request: &Request<Vec<u8>>) -> (Response<String>, Vec<String>) {
    let (answer, operations, lines) = ground.done(ground.webhook.handle(request, ground.now));
    assert!(!personal(answer.body()), "personal: {}", answer.body());
    assert!(!personal(&lines), "personal: {lines}");
    let (again, _, _) = ground.done(ground.webhook.handle(request, ground.now));
    assert_eq!(
        (again.status(), again.body()),
        (answer.status(), answer.body()),
        "a request was answered otherwise the second time"
    );
    (answer, operations)
}

fn accepted(ground: &Ground, request: &Request<Vec<u8>>, answer: &Response<String>, operations: &[String]) {
    let kind = text(request, "content-type").to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default();
    let batch = kind.trim() == "application/cloudevents-batch+json";
    let read = |body: &[u8]| parse(body, batch, &ground.webhook.policy);
    let events = read(request.body()).expect("what was accepted can be read");
    let said: Value = serde_json::from_str(answer.body()).expect("an answer in JSON");
    let count = |name: &str| said[name].as_u64().expect("a count");
    assert_eq!(count("accepted") + count("duplicates"), events.len() as u64);
    let written = operations.iter().filter(|name| *name == "TransactWriteItems").count();
    assert_eq!(written, events.len(), "accepted, and not recorded");
    for recorded in events.iter().filter_map(|event| event.object.as_ref()) {
        let kept = serde_json::to_value(recorded).expect("an object can be kept");
        let found: Recorded = serde_json::from_value(kept).expect("an object that was kept can be read");
        assert_eq!(&found, recorded, "an object is another after it was kept");
    }
    let value: Value = serde_json::from_slice(request.body()).expect("what was accepted is JSON");
    let rewritten = read(value.to_string().as_bytes());
    assert_eq!(
        rewritten,
        Ok(events),
        "the same JSON, written otherwise, says something else"
    );
}

/// One thing of a genuine request is changed at a time.
fn tampered(ground: &Ground, request: &Request<Vec<u8>>) {
    let refused = |what: &str, tampered: Request<Vec<u8>>| {
        let (answer, operations, _) = ground.done(ground.webhook.handle(&tampered, ground.now));
        let status = answer.status().as_u16();
        assert!(
            matches!(status, 401 | 413 | 415),
            "another {what} was answered with {status}"
        );
        assert_eq!(
            operations, [""; 0],
            "another {what}, and yet this was asked of the table"
        );
    };
    let mut other = request.clone();
    other.body_mut().push(b' ');
    refused("body", other);
    for name in ["webhook-id", "webhook-timestamp"] {
        let mut other = request.clone();
        let value = HeaderValue::from_str(&format!("{}0", text(request, name))).expect("a header");
        other.headers_mut().insert(HeaderName::from_static(name), value);
        refused(name, other);
    }
}

/// Whether a secret of the SIS made one of the request's signatures within five minutes: worked out anew, by comparing texts.
fn genuine(ground: &Ground, request: &Request<Vec<u8>>) -> bool {
    let (id, timestamp) = (text(request, "webhook-id"), text(request, "webhook-timestamp"));
    let timely = timestamp
        .parse::<i64>()
        .is_ok_and(|sent| ground.now.timestamp().abs_diff(sent) <= TOLERANCE_SECONDS.unsigned_abs());
    let secrets = &ground.webhook.secrets;
    let made = |signature: &str| {
        let mut expected = secrets.iter().map(|secret| secret.sign(id, timestamp, request.body()));
        expected.any(|expected| expected == signature)
    };
    timely && !id.is_empty() && text(request, "webhook-signature").split(' ').any(made)
}

fn request(ground: &Ground, input: &[u8]) -> Request<Vec<u8>> {
    let end = input.windows(2).position(|two| two == b"\n\n");
    let (head, body) = match end {
        Some(end) => (&input[..end], &input[end + 2..]),
        None => (input, &b""[..]),
    };
    let mut request = Request::new(body.to_vec());
    for line in head.split(|byte| *byte == b'\n') {
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let (Some(name), Some(value)) = (parts.next(), parts.next()) else {
            continue;
        };
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name),
            HeaderValue::from_bytes(value.trim_ascii()),
        ) {
            request.headers_mut().append(name, value);
        }
    }
    let signatures = text(&request, "webhook-signature");
    if signatures.contains("SIGNED") {
        let (id, timestamp) = (text(&request, "webhook-id"), text(&request, "webhook-timestamp"));
        let secret = ground.webhook.secrets.last().expect("a secret");
        let signed = signatures.replace("SIGNED", &secret.sign(id, timestamp, body));
        let signed = HeaderValue::from_str(&signed).expect("a header");
        request.headers_mut().insert("webhook-signature", signed);
    }
    request
}

/// A header as the webhook sees it.
fn text<'a>(request: &'a Request<Vec<u8>>, name: &str) -> &'a str {
    let value = request.headers().get(name);
    value.and_then(|value| value.to_str().ok()).unwrap_or_default()
}
