//! CloudEvents 1.0: from a request's body to the objects it describes, or to every reason why not.

use crate::oneroster;
use domain::policy::Policy;
use domain::roster::Recorded;
use serde::Serialize;
use serde_json::{Map, Value};

/// Events that one request may carry.
pub const MAX_EVENTS: usize = 500;

/// One event of the SIS.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// With `id` the deduplication key.
    pub source: String,
    /// With `source` the deduplication key.
    pub id: String,
    /// The object's state; `None` for a type that Confer does not know, which is accepted, ignored and counted.
    pub object: Option<Recorded>,
}

/// One thing wrong with one event. Never quotes the value, which may be personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invalid {
    /// The event's place in the request, from 0.
    pub index: usize,
    /// The attribute or field, as `data.scope.type`.
    pub field: String,
    /// What it must be.
    pub reason: String,
}

/// Why a request was refused; nothing of it may be recorded.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Refused {
    /// The body is not JSON, or not one event (a batch: not an array of them).
    #[error("the body is not {0}")]
    NotEvents(&'static str),
    /// There are too many events.
    #[error("more than {MAX_EVENTS} events in one request")]
    TooMany,
    /// Some events are invalid.
    #[error("{} of the request's fields are invalid", .0.len())]
    Invalid(Vec<Invalid>),
}

/// Reads a body of one event, or of a `batch` of them.
pub fn parse(body: &[u8], batch: bool, policy: &Policy) -> Result<Vec<Event>, Refused> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Refused::NotEvents("JSON"))?;
    let values = match value {
        Value::Array(values) if batch => values,
        Value::Object(_) if !batch => vec![value],
        _ if batch => return Err(Refused::NotEvents("an array of CloudEvents")),
        _ => return Err(Refused::NotEvents("one CloudEvent")),
    };
    if values.len() > MAX_EVENTS {
        return Err(Refused::TooMany);
    }
    let mut invalid = Vec::new();
    let mut events = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let mut reader = Reader::default();
        let event = match value {
            Value::Object(event) => read(event, policy, &mut reader),
            _ => reader.wrong("", "must be a CloudEvent: a JSON object"),
        };
        match event {
            Some(event) if reader.wrong.is_empty() => events.push(event),
            _ => invalid.extend(
                reader
                    .wrong
                    .into_iter()
                    .map(|(field, reason)| Invalid { index, field, reason }),
            ),
        }
    }
    if invalid.is_empty() {
        Ok(events)
    } else {
        Err(Refused::Invalid(invalid))
    }
}

fn read(event: &Map<String, Value>, policy: &Policy, reader: &mut Reader) -> Option<Event> {
    if event.get("specversion").and_then(Value::as_str) != Some("1.0") {
        reader.wrong::<()>("specversion", "must be \"1.0\"");
    }
    let id = reader.text(event, "", "id");
    let source = reader.text(event, "", "source");
    let kind = reader.text(event, "", "type");
    if event.get("time").is_some_and(|time| !time.is_null()) {
        reader.instant(event, "", "time");
    }
    let sequence = reader.sequence(event);
    let object = match oneroster::Kind::of(kind.as_deref().unwrap_or_default()) {
        None => None,
        Some(kind) => match event.get("data") {
            Some(Value::Object(data)) => {
                let object = oneroster::read(kind, data, sequence?, policy, reader);
                let subject = event.get("subject").filter(|subject| !subject.is_null());
                if let (Some(object), Some(subject)) = (&object, subject)
                    && subject.as_str() != Some(object.key.id.as_str())
                {
                    reader.wrong::<()>("subject", "must be data.sourcedId");
                }
                Some(Recorded {
                    event: id.clone(),
                    ..object?
                })
            }
            _ => return reader.wrong("data", "must be the object's full state: a JSON object"),
        },
    };
    Some(Event {
        source: source?,
        id: id?,
        object,
    })
}

/// Reads fields and gathers everything that is wrong, so that one answer names it all.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) wrong: Vec<(String, String)>,
}

/// Whether a text can be part of the table's keys.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len()) && !text.chars().any(char::is_control)
}

/// Why a text cannot.
pub(crate) const NOT_AN_ID: &str = "must have 1 to 255 bytes and no control characters";

/// The longest identifier that fits the table's keys with room to spare, in bytes.
const MAX_ID: usize = 255;

impl Reader {
    pub(crate) fn wrong<T>(&mut self, field: &str, reason: impl Into<String>) -> Option<T> {
        self.wrong.push((field.to_owned(), reason.into()));
        None
    }

    /// A required identifier or short text: not empty, at most 255 bytes, no control characters.
    pub(crate) fn text(&mut self, from: &Map<String, Value>, at: &str, name: &str) -> Option<String> {
        match from.get(name).and_then(Value::as_str) {
            Some(text) if is_id(text) => Some(text.to_owned()),
            Some(_) => self.wrong(&format!("{at}{name}"), NOT_AN_ID),
            None => self.wrong(&format!("{at}{name}"), "is required, as text"),
        }
    }

    pub(crate) fn instant(
        &mut self,
        from: &Map<String, Value>,
        at: &str,
        name: &str,
    ) -> Option<chrono::DateTime<chrono::Utc>> {
        let found = from
            .get(name)
            .and_then(Value::as_str)
            .and_then(|text| text.parse().ok());
        let sane = found.filter(|at: &chrono::DateTime<chrono::Utc>| {
            use chrono::Datelike;
            (1970..=9999).contains(&at.year())
        });
        sane.or_else(|| {
            self.wrong(
                &format!("{at}{name}"),
                "must be an instant after RFC 3339, as 2021-09-01T12:00:00Z",
            )
        })
    }

    fn sequence(&mut self, event: &Map<String, Value>) -> Option<u64> {
        match event.get("sequence") {
            None | Some(Value::Null) => Some(0),
            Some(Value::String(text)) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => text
                .parse()
                .ok()
                .or_else(|| self.wrong("sequence", "must be below 2^64")),
            Some(_) => self.wrong("sequence", "must be decimal digits, as text"),
        }
    }
}

#[cfg(test)]
mod tests;
