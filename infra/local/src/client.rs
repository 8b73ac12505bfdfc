//! What talks to a running `confer serve`: signs events as the SIS does, and shows what is there.

use crate::settings::Settings;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sis::csv::{self, Files};
use std::io::Write;
use std::path::Path;

/// Events in one request of an import.
const BATCH: usize = 250;

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

    fn items(&self, path: &str) -> Result<Vec<Value>, ClientError> {
        Ok(self.get(path)?["items"].as_array().cloned().unwrap_or_default())
    }

    /// POSTs events, signed by the local cloud's clock; status and answer.
    ///
    /// # Errors
    /// The connection's.
    pub fn send(&self, events: &Value) -> Result<(u16, Value), ClientError> {
        let body = events.to_string();
        let now: DateTime<Utc> = serde_json::from_value(self.get("/_local/clock")?["now"].clone())
            .map_err(|error| ClientError(error.to_string()))?;
        let signed = sign(&self.settings, &body, now)?;
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

    /// Imports a OneRoster CSV folder, and shows how far it is. Rows that cannot be used are named, and left out.
    ///
    /// # Errors
    /// What the person must mend: the folder, the connection, or what the local cloud refused.
    pub fn import(&self, path: &Path, out: &mut impl Write) -> Result<(), ClientError> {
        let files =
            csv::folder(path).map_err(|error| ClientError(format!("cannot read {}: {error}", path.display())))?;
        self.import_files(&files, out)
    }

    fn import_files(&self, files: &Files, out: &mut impl Write) -> Result<(), ClientError> {
        let say =
            |out: &mut dyn Write, line: &str| writeln!(out, "{line}").map_err(|error| ClientError(error.to_string()));
        let import = csv::read(files, SOURCE).map_err(|error| ClientError(error.to_string()))?;
        say(
            out,
            &format!("{} rows read, {} objects", import.rows, import.events.len()),
        )?;
        for problem in &import.problems {
            say(out, &format!("  {problem}"))?;
        }
        if !import.problems.is_empty() {
            say(
                out,
                &format!("{} rows left out: mend them and import again", import.problems.len()),
            )?;
        }
        let before = self.changed_items()?;
        let (mut accepted, mut duplicates, mut sent) = (0, 0, 0);
        for some in import.events.chunks(BATCH) {
            let (status, answer) = self.send(&json!(some))?;
            if status != 202 {
                return Err(ClientError(taken(status, &answer)));
            }
            accepted += answer["accepted"].as_u64().unwrap_or_default();
            duplicates += answer["duplicates"].as_u64().unwrap_or_default();
            sent += some.len();
            // Waits until everything sent so far is projected.
            self.get("/_local/queues")?;
            say(out, &format!("  {sent} of {} objects", import.events.len()))?;
        }
        let waiting: Vec<String> = self
            .items("/_local/queues")?
            .iter()
            .filter(|queue| queue["visible"].as_u64().unwrap_or_default() > 0)
            .map(|queue| format!("{} {}", queue["name"].as_str().unwrap_or_default(), queue["visible"]))
            .collect();
        let written = self.changed_items()?.saturating_sub(before);
        say(
            out,
            &format!("{accepted} events accepted, {duplicates} known already, {written} items written"),
        )?;
        if !waiting.is_empty() {
            say(out, &format!("still waiting: {}", waiting.join(", ")))?;
        }
        Ok(())
    }

    fn changed_items(&self) -> Result<u64, ClientError> {
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
        let mut rows: Vec<(String, String, String)> = Vec::new();
        for event in self.items(&format!("/_local/events{filter}"))? {
            let what = text(&event, "type").replace('_', " ");
            let (which, what) = match text(&event, "conference").rsplit_once(".c") {
                Some((_, n)) => (
                    format!("conference {n}: "),
                    what.strip_prefix("conference ").unwrap_or(&what).to_owned(),
                ),
                None => (String::new(), what),
            };
            rows.push((
                text(&event, "at").to_owned(),
                text(&event, "rule").to_owned(),
                format!("{which}{what} ({})", text(&event, "detail")),
            ));
        }
        for letter in self.items(&format!("/_local/inbox{filter}"))? {
            let what = format!(
                "{} {} sent to {} in {}",
                text(&letter, "channel"),
                text(&letter, "purpose").replace('_', " "),
                text(&letter, "recipient"),
                text(&letter, "language"),
            );
            rows.push((text(&letter, "sent_at").to_owned(), rule_of(&letter).to_owned(), what));
        }
        let conferences = self.items(&format!("/_local/conferences{filter}"))?;
        let tasks = self.items(&format!("/_local/tasks{filter}"))?;
        if rows.is_empty() && conferences.is_empty() && tasks.is_empty() {
            return Err(ClientError(format!("nothing has happened to a student {id}")));
        }
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let zone = self.settings.district.zone;
        let mut lines = vec![format!("Student {id}")];
        for (at, rule, what) in rows {
            let at = at
                .parse::<DateTime<Utc>>()
                .map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string())
                .unwrap_or(at);
            lines.push(format!("  {at}  {rule:<4} {what}"));
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

fn rule_of(letter: &Value) -> &'static str {
    match letter["purpose"].as_str() {
        Some("principal_alert") => "R10",
        _ => "R9",
    }
}

fn escaped(id: &str) -> String {
    id.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
