//! `POST /sis/events`: checks that the request is the SIS's, that every event of it makes sense, and records them. It
//! decides nothing: `roster-projection` folds what was recorded.

use chrono::{DateTime, Utc};
use domain::policy::Policy;
use futures::StreamExt;
use http::{Request, Response, StatusCode, header};
use runtime::clients::Clients;
use runtime::figures;
use runtime::settings::Settings;
use runtime::start::Started;
use serde_json::{Value, json};
use sis::event::{Event, MAX_EVENTS, Refused, parse};
use sis::signature::{Secret, verify};
use std::collections::{BTreeMap, BTreeSet};
use store::{StoreError, Table};

/// The largest request, in bytes.
pub const MAX_BODY: usize = 1024 * 1024;
/// Objects that are recorded at the same time.
const AT_ONCE: usize = 8;
/// Seconds after which a busy webhook may be asked again.
const RETRY_AFTER: &str = "5";

/// What the function works with.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The table.
    pub table: Table,
    /// The secrets that the SIS signs with.
    pub secrets: Vec<Secret>,
    /// The policy's numbers: which periods are plausible.
    pub policy: Policy,
}

/// Answers a request. One that no secret of ours signed is looked at again where the secrets have changed meanwhile.
pub async fn receive<B>(
    webhook: &Started<Webhook, B>,
    request: &Request<Vec<u8>>,
    now: DateTime<Utc>,
) -> Response<String>
where
    B: Fn(&Clients, &mut Settings<'_>) -> Webhook,
{
    let ready = match webhook.ready(now).await {
        Ok(ready) => ready,
        Err(failure) => {
            tracing::error!(
                why = failure.to_string(),
                next = "the SIS sends the whole request again",
                "the webhook has no secret"
            );
            return busy("nothing was recorded: send the whole request again");
        }
    };
    let response = ready.handle(request, now).await;
    let response = if response.status() == StatusCode::UNAUTHORIZED {
        once_more(webhook, request, response, now).await
    } else {
        response
    };
    if response.status().is_client_error() {
        figures::say("Rejected", 1);
    }
    response
}

/// A request that was not signed by what is known: the answer by what is known now.
async fn once_more<B>(
    webhook: &Started<Webhook, B>,
    request: &Request<Vec<u8>>,
    response: Response<String>,
    now: DateTime<Utc>,
) -> Response<String>
where
    B: Fn(&Clients, &mut Settings<'_>) -> Webhook,
{
    match webhook.renewed(now).await {
        Ok(Some(renewed)) => renewed.handle(request, now).await,
        Ok(None) => response,
        Err(failure) => {
            tracing::error!(
                why = failure.to_string(),
                next = "requests are judged by the secrets of before",
                "the webhook's secret could not be fetched anew"
            );
            response
        }
    }
}

impl Webhook {
    /// Answers a request, after its whole body has been read.
    pub async fn handle(&self, request: &Request<Vec<u8>>, now: DateTime<Utc>) -> Response<String> {
        let body = request.body();
        if body.len() > MAX_BODY {
            return problem(
                StatusCode::PAYLOAD_TOO_LARGE,
                "a request holds at most 1 MiB",
                Value::Null,
            );
        }
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
        let content_type = header("content-type").unwrap_or_default();
        let batch = match content_type
            .split(';')
            .next()
            .map(|kind| kind.trim().to_ascii_lowercase())
            .as_deref()
        {
            Some("application/cloudevents+json") => false,
            Some("application/cloudevents-batch+json") => true,
            _ => {
                return problem(
                    StatusCode::UNSUPPORTED_MEDIA_TYPE,
                    "content-type must be application/cloudevents+json or application/cloudevents-batch+json",
                    Value::Null,
                );
            }
        };
        let signed = verify(
            &self.secrets,
            header("webhook-id").unwrap_or_default(),
            header("webhook-timestamp").unwrap_or_default(),
            header("webhook-signature").unwrap_or_default(),
            body,
            now,
        );
        if signed.is_err() {
            tracing::warn!(next = "nothing of it was recorded", "an unsigned request was refused");
            return answer(
                StatusCode::UNAUTHORIZED,
                "application/problem+json",
                &json!({"title": "Unauthorized", "status": 401}),
            );
        }
        match parse(body, batch, &self.policy) {
            Ok(events) => self.record(events, now).await,
            Err(Refused::TooMany) => problem(
                StatusCode::PAYLOAD_TOO_LARGE,
                &format!("a request holds at most {MAX_EVENTS} events"),
                Value::Null,
            ),
            Err(refused) => {
                let errors = match &refused {
                    Refused::Invalid(errors) => json!(errors),
                    _ => json!([]),
                };
                problem(StatusCode::BAD_REQUEST, &refused.to_string(), errors)
            }
        }
    }

    async fn record(&self, events: Vec<Event>, now: DateTime<Utc>) -> Response<String> {
        let ignored = events.iter().filter(|event| event.object.is_none()).count();
        match self.record_all(events, now).await {
            Ok((accepted, duplicates)) => {
                tracing::info!(accepted, duplicates, ignored, "events recorded");
                figures::say("Accepted", accepted);
                figures::say("Duplicate", duplicates);
                answer(
                    StatusCode::ACCEPTED,
                    "application/json",
                    &json!({"accepted": accepted, "duplicates": duplicates}),
                )
            }
            Err(error) => {
                tracing::error!(
                    why = error.to_string(),
                    next = "the SIS sends the whole request again",
                    "events could not be recorded"
                );
                busy("some events may be recorded: send the whole request again")
            }
        }
    }

    /// Records every event; how many are new, and how many were known.
    async fn record_all(&self, events: Vec<Event>, now: DateTime<Utc>) -> Result<(usize, usize), StoreError> {
        let count = events.len();
        let ids: Vec<(String, String)> = events
            .iter()
            .map(|event| (event.source.clone(), event.id.clone()))
            .collect();
        let received: BTreeSet<(String, String)> = self.table.received(&ids).await?;
        // The events of one object are recorded one after the other, different objects at the same time.
        let mut objects: BTreeMap<String, Vec<Event>> = BTreeMap::new();
        for (event, id) in events.into_iter().zip(ids) {
            if !received.contains(&id) {
                let of = match &event.object {
                    Some(object) => object.key.to_string(),
                    None => format!("?{}", event.id),
                };
                objects.entry(of).or_default().push(event);
            }
        }
        let mut recorded = futures::stream::iter(objects.into_values())
            .map(|events| self.record_object(events, now))
            .buffer_unordered(AT_ONCE);
        let mut accepted = 0;
        let mut failed = None;
        while let Some(some) = recorded.next().await {
            match some {
                Ok(some) => accepted += some,
                Err(error) => failed = Some(error),
            }
        }
        match failed {
            None => Ok((accepted, count - accepted)),
            Some(error) => Err(error),
        }
    }

    async fn record_object(&self, events: Vec<Event>, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let mut accepted = 0;
        for event in events {
            let new = self
                .table
                .record(&event.source, &event.id, event.object.as_ref(), now)
                .await?;
            if new {
                let object = event.object.as_ref().map(|object| object.key.to_string());
                tracing::info!(event = event.id, object, "event recorded");
            }
            accepted += usize::from(new);
        }
        Ok(accepted)
    }
}

/// What can be asked again in a moment.
fn busy(detail: &str) -> Response<String> {
    let mut answer = problem(StatusCode::SERVICE_UNAVAILABLE, detail, Value::Null);
    answer
        .headers_mut()
        .insert(header::RETRY_AFTER, http::HeaderValue::from_static(RETRY_AFTER));
    answer
}

/// `application/problem+json` (RFC 9457).
fn problem(status: StatusCode, detail: &str, errors: Value) -> Response<String> {
    let mut body = json!({
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "detail": detail,
    });
    if let (Value::Object(body), false) = (&mut body, errors.is_null()) {
        body.insert("errors".into(), errors);
    }
    answer(status, "application/problem+json", &body)
}

fn answer(status: StatusCode, content_type: &'static str, body: &Value) -> Response<String> {
    let mut response = Response::new(body.to_string());
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, http::HeaderValue::from_static(content_type));
    response
}
