//! What talks to a running `confer serve`: signs events as the SIS does, and shows what is there.

use crate::settings::Settings;
use crate::timeline;
use chrono::{DateTime, NaiveDate, Utc};
use domain::document::Origin;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;

/// What went wrong, said to the person at the terminal.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ClientError(pub String);

impl From<reqwest::Error> for ClientError {
    fn from(error: reqwest::Error) -> Self {
        let at = error
            .url()
            .map(|url| url.origin().ascii_serialization())
            .unwrap_or_default();
        if error.is_builder() {
            Self("CONFER_LOCAL_URL must be where `confer serve` runs, as http://127.0.0.1:8700".into())
        } else if error.is_connect() {
            Self(format!(
                "nothing answers at {at}: start `confer serve`, or set CONFER_LOCAL_URL to where it runs"
            ))
        } else {
            Self(format!(
                "the local cloud did not answer as expected: {}",
                error.without_url()
            ))
        }
    }
}

/// A running local cloud.
pub struct Client {
    url: String,
    http: reqwest::blocking::Client,
    settings: Settings,
}

impl Client {
    /// At `url`, as `http://127.0.0.1:8700`.
    ///
    /// # Errors
    /// The HTTP client's.
    pub fn new(url: &str, settings: Settings) -> Result<Self, ClientError> {
        let http = reqwest::blocking::Client::builder().timeout(None).build()?;
        Ok(Self {
            url: url.trim_end_matches('/').to_owned(),
            http,
            settings,
        })
    }

    /// The settings that it shares with the local cloud.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// GETs a path of `/_local/` as JSON.
    ///
    /// # Errors
    /// What the local cloud said is wrong.
    pub fn get(&self, path: &str) -> Result<Value, ClientError> {
        let response = self
            .http
            .get(format!("{}{path}", self.url))
            .header("accept", "application/json")
            .send()?;
        read(response)
    }

    /// POSTs JSON to a path of `/_local/`.
    ///
    /// # Errors
    /// What the local cloud said is wrong.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, ClientError> {
        let response = self
            .http
            .post(format!("{}{path}", self.url))
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .body(body.to_string())
            .send()?;
        read(response)
    }

    /// The items of a list of `/_local/`.
    pub(crate) fn items(&self, path: &str) -> Result<Vec<Value>, ClientError> {
        Ok(self.get(path)?["items"].as_array().cloned().unwrap_or_default())
    }

    /// POSTs events, signed by the local cloud's clock; status and answer.
    ///
    /// # Errors
    /// The connection's.
    pub fn send(&self, events: &Value) -> Result<(u16, Value), ClientError> {
        let body = events.to_string();
        let signed = sign(&self.settings, &body, self.now()?)?;
        let mut request = self.http.post(format!("{}/sis/events", self.url));
        for (name, value) in signed {
            request = request.header(name, value);
        }
        let kind = if events.is_array() {
            "application/cloudevents-batch+json"
        } else {
            "application/cloudevents+json"
        };
        let response = request.header("content-type", kind).body(body).send()?;
        let status = response.status().as_u16();
        Ok((status, response.json().unwrap_or(Value::Null)))
    }

    /// What the local cloud's clock shows.
    pub(crate) fn now(&self) -> Result<DateTime<Utc>, ClientError> {
        serde_json::from_value(self.get("/_local/clock")?["now"].clone())
            .map_err(|error| ClientError(error.to_string()))
    }

    /// How many items of the table have changed since it was made.
    pub(crate) fn changed_items(&self) -> Result<u64, ClientError> {
        Ok(self.get("/_local/figures")?["changed_items"]
            .as_u64()
            .unwrap_or_default())
    }

    /// One student's whole timeline, oldest first, each row with its rule.
    ///
    /// # Errors
    /// Where nothing is known of the student.
    pub fn student(&self, id: &str, out: &mut impl Write) -> Result<(), ClientError> {
        let filter = format!("?student={}", escaped(id));
        let rows = timeline::rows(
            &self.items(&format!("/_local/events{filter}"))?,
            &self.items(&format!("/_local/inbox{filter}"))?,
        );
        let conferences = self.items(&format!("/_local/conferences{filter}"))?;
        let tasks = self.items(&format!("/_local/tasks{filter}"))?;
        if rows.is_empty() && conferences.is_empty() && tasks.is_empty() {
            return Err(ClientError(format!("nothing has happened to a student {id}")));
        }
        let zone = self.settings.district.zone;
        let mut lines = vec![format!("Student {id}")];
        for row in rows {
            let at = row
                .at
                .parse::<DateTime<Utc>>()
                .map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string())
                .unwrap_or(row.at);
            lines.push(format!("  {at}  {:<4} {}", row.rule, row.what));
        }
        lines.push("Now".into());
        for conference in conferences {
            lines.push(format!(
                "  {} {}, due {}: {}, {} attempts count",
                text(&conference, "id"),
                text(&conference, "kind").replace('_', " "),
                text(&conference, "due_on"),
                text(&conference, "state").replace('_', " "),
                conference["attempts"],
            ));
        }
        for task in tasks {
            lines.push(format!(
                "  {} since {}: {} ({})",
                text(&task, "id"),
                text(&task, "opened_on"),
                text(&task, "state"),
                task["outcome"].as_str().unwrap_or(text(&task, "reason")),
            ));
        }
        for line in lines {
            writeln!(out, "{line}").map_err(|error| ClientError(error.to_string()))?;
        }
        Ok(())
    }
}

impl Client {
    /// Gives an edition of the state's document (R8).
    ///
    /// # Errors
    /// A file that cannot be read, and what the local cloud said is wrong.
    pub fn document(
        &self,
        file: &Path,
        language: &str,
        from: NaiveDate,
        origin: Origin,
        out: &mut impl Write,
    ) -> Result<(), ClientError> {
        let named = |error: &dyn std::fmt::Display| ClientError(format!("{}: {error}", file.display()));
        let text = std::fs::read_to_string(file)
            .map_err(|error| ClientError(format!("cannot read {}: {error}", file.display())))?;
        let (title, text) = text.trim().split_once('\n').unwrap_or((text.trim(), ""));
        let edition = json!({
            "command": "resource_document", "language": language, "from": from, "origin": origin,
            "title": title.trim_start_matches('#').trim(), "text": text.trim(),
        });
        let answer = self.post("/_local/commands", &edition).map_err(|error| named(&error))?;
        writeln!(
            out,
            "edition {} ({}) is in force from {from} on",
            self::text(&answer, "edition"),
            self::text(&answer, "origin")
        )
        .map_err(|error| ClientError(error.to_string()))
    }
}

/// What the local cloud made of a request of events, in words.
pub fn taken(status: u16, answer: &Value) -> String {
    if status == 202 {
        return format!(
            "{} accepted, {} known already",
            answer["accepted"], answer["duplicates"]
        );
    }
    let detail = answer["detail"].as_str().or(answer["title"].as_str());
    let mut lines = vec![format!(
        "refused: {} ({status})",
        detail.unwrap_or("no reason was given")
    )];
    for error in answer["errors"].as_array().into_iter().flatten() {
        let index = error["index"].as_u64().map_or(0, |index| index + 1);
        lines.push(format!(
            "  event {index}: {} {}",
            text(error, "field"),
            text(error, "reason")
        ));
    }
    if status == 400 {
        lines.push("  nothing of it was recorded: mend it and send it again".into());
    }
    lines.join("\n")
}

/// The `source` of events that an import makes.
pub const SOURCE: &str = "urn:oneroster:import";

/// The headers that make a request the SIS's.
///
/// # Errors
/// Where no secret is set.
pub fn sign(settings: &Settings, body: &str, now: DateTime<Utc>) -> Result<[(&'static str, String); 3], ClientError> {
    let secret = settings
        .secrets
        .first()
        .ok_or_else(|| ClientError("CONFER_WEBHOOK_SECRETS is missing".into()))?;
    let digest: String = Sha256::digest(body.as_bytes())
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (id, timestamp) = (format!("msg_{digest}"), now.timestamp().to_string());
    let signature = secret.sign(&id, &timestamp, body.as_bytes());
    Ok([
        ("webhook-id", id),
        ("webhook-timestamp", timestamp),
        ("webhook-signature", signature),
    ])
}

/// A request to `POST /sis/events` of this content, as the SIS signs it at `now`.
///
/// # Errors
/// Where no secret is set.
pub fn of_the_sis(
    settings: &Settings,
    events: &str,
    now: DateTime<Utc>,
) -> Result<http::Request<Vec<u8>>, ClientError> {
    let kind = if events.starts_with('[') {
        "application/cloudevents-batch+json"
    } else {
        "application/cloudevents+json"
    };
    let mut request = http::Request::post("/sis/events").header("content-type", kind);
    for (name, value) in sign(settings, events, now)? {
        request = request.header(name, value);
    }
    request
        .body(events.as_bytes().to_vec())
        .map_err(|error| ClientError(error.to_string()))
}

fn read(response: reqwest::blocking::Response) -> Result<Value, ClientError> {
    let status = response.status();
    let body: Value = response.json().unwrap_or(Value::Null);
    if status.is_success() {
        Ok(body)
    } else {
        let detail = body["detail"].as_str().unwrap_or("no reason was given");
        Err(ClientError(if status.is_client_error() {
            detail.to_owned()
        } else {
            format!("{detail} ({})", status.as_u16())
        }))
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("-")
}

/// An id as part of an address.
pub(crate) fn escaped(id: &str) -> String {
    form_urlencoded::byte_serialize(id.as_bytes())
        .map(|part| if part == "+" { "%20" } else { part })
        .collect()
}
