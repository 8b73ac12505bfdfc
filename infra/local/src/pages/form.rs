//! Forms: what a person fills in becomes the JSON that the API takes at the same path, and its answer a page.

use super::answer::{Answer, Trouble};
use super::frame::back_to;
use super::words::{self, day, plain, time};
use super::{Pages, ROOT};
use axum::extract::State;
use axum::http::{Method, Uri};
use axum::response::{IntoResponse, Redirect};
use chrono::{DateTime, NaiveDateTime, Utc};
use runtime::District;
use serde_json::{Map, Value};

/// A form that was filled in.
///
/// A field's name says what its value is: `note` is text, `times:json` is JSON, `starts_at:local` is a time of the
/// district's. What is left empty is left out. `:back` is the page to go back to, `:method` what to do instead of POST.
#[derive(Debug, PartialEq)]
struct Form {
    body: Value,
    back: String,
    method: Method,
}

impl Form {
    fn read(body: &[u8], district: &District) -> Result<Self, Trouble> {
        let (mut fields, mut back, mut method) = (Map::new(), ROOT.to_owned(), Method::POST);
        for (name, value) in form_urlencoded::parse(body) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let (name, kind) = name.split_once(':').unwrap_or((&name, "text"));
            let value = match (name, kind) {
                ("", "back") => {
                    value.clone_into(&mut back);
                    continue;
                }
                ("", "method") if value == "delete" => {
                    method = Method::DELETE;
                    continue;
                }
                (_, "text") => Value::from(value),
                (_, "json") => serde_json::from_str(value)
                    .map_err(|_| Trouble::wrong(format!("{}: this cannot be meant", plain(name))))?,
                (_, "local") => Value::from(instant(value, district).ok_or_else(|| {
                    Trouble::wrong(format!("{}: give a date and a time, as 2026-09-22 15:30", plain(name)))
                })?),
                _ => return Err(Trouble::wrong(format!("there is no field {name}:{kind}"))),
            };
            fields.insert(name.to_owned(), value);
        }
        Ok(Self {
            body: Value::Object(fields),
            back: back_to(&back),
            method,
        })
    }
}

/// The instant of a local date and time, as browsers send it or a person types it.
fn instant(text: &str, district: &District) -> Option<String> {
    let text = text.replace('T', " ");
    let local = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok())?;
    Some(district.at(local.date(), local.time()).to_rfc3339())
}

/// Lets the API answer what the form asks, and goes back to the page it came from.
pub(super) async fn submitted(State(pages): State<Pages>, uri: Uri, body: axum::body::Bytes) -> Answer {
    let district = pages.district().await?;
    let form = Form::read(&body, &district)?;
    match pages.ask(form.method.clone(), uri.path(), Some(&form.body)).await {
        Ok(answer) => {
            let done = words::said(&done(uri.path(), &form, &answer, &district));
            let glue = if form.back.contains('?') { '&' } else { '?' };
            Ok(Redirect::to(&format!("{}{glue}{done}", form.back)).into_response())
        }
        Err(trouble) => Ok(trouble.page(&form.back)),
    }
}

/// What has happened, in a sentence.
fn done(path: &str, form: &Form, answer: &Value, district: &District) -> String {
    let sent = |name: &str| form.body[name].as_str().unwrap_or_default();
    match path.trim_start_matches(ROOT) {
        "clock" => match serde_json::from_value::<DateTime<Utc>>(answer["now"].clone()) {
            Ok(now) => format!("It is now {}.", time(now, district.zone)),
            Err(_) => "The clock was moved.".into(),
        },
        "commands" if sent("command") == "sending" => match (&answer["sending"], answer["daily_cap"].as_u64()) {
            (sending, Some(cap)) => format!(
                "Sending is now {}, with a cap of {cap} a day.",
                sending.as_str().unwrap_or("set")
            ),
            (sending, None) => format!("Sending is now {}, without a cap.", sending.as_str().unwrap_or("set")),
        },
        "commands" if sent("command") == "approve_sends" => "Whatever the cap held today is on its way.".into(),
        "commands" => match (
            answer["conference"]["id"].as_str(),
            answer["conference"]["state"].as_str(),
        ) {
            (Some(id), Some(state)) => format!("Done. Conference {id} is now: {}.", plain(state)),
            _ => "Done.".into(),
        },
        "faults" if form.method == Method::DELETE => "All faults that had not happened yet are gone.".into(),
        "faults" => "The fault waits for its call.".into(),
        "feedback" if !sent("text").is_empty() => "The text message was received.".into(),
        "feedback" => format!("The provider reported: {}.", plain(sent("event"))),
        "triggers" => match (
            answer["said"].as_str(),
            answer["from"].as_str().and_then(|day| day.parse().ok()),
        ) {
            (Some(said), Some(from)) => format!("The SIS says: {said} {}.", day(from)),
            (Some(said), None) => format!("The SIS says: {said}."),
            _ => "The SIS has sent it.".into(),
        },
        _ => "Done.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use serde_json::json;

    #[test]
    fn fields_say_what_their_values_are() {
        let district = Settings::read(|_| None).unwrap().district;
        let post = Method::POST;
        for (body, expected, back, method) in [
            (
                "command=decline&conference=a.c1",
                json!({"command": "decline", "conference": "a.c1"}),
                ROOT,
                &post,
            ),
            ("advance_days:json=7&to=", json!({"advance_days": 7}), ROOT, &post),
            (
                "reached:json=false&note=12",
                json!({"reached": false, "note": "12"}),
                ROOT,
                &post,
            ),
            ("student_safe:json=null", json!({"student_safe": null}), ROOT, &post),
            (
                "starts_at:local=2026-09-22T15%3A30",
                json!({"starts_at": "2026-09-22T19:30:00+00:00"}),
                ROOT,
                &post,
            ),
            (
                "starts_at:local=2026-12-22+15%3A30",
                json!({"starts_at": "2026-12-22T20:30:00+00:00"}),
                ROOT,
                &post,
            ),
            (
                ":method=delete&:back=/_local/faults",
                json!({}),
                "/_local/faults",
                &Method::DELETE,
            ),
            (
                "text=no+m%C3%A1s&sms_from=%2B18605550101",
                json!({"text": "no más", "sms_from": "+18605550101"}),
                ROOT,
                &post,
            ),
            (":back=https://elsewhere.example/", json!({}), ROOT, &post),
        ] {
            let form = Form::read(body.as_bytes(), &district).unwrap();
            let expected = Form {
                body: expected,
                back: back.to_owned(),
                method: method.clone(),
            };
            assert_eq!(form, expected, "{body}");
        }
        for (body, says) in [
            ("times:json=many", "times: this cannot be meant"),
            (
                "starts_at:local=tomorrow",
                "starts at: give a date and a time, as 2026-09-22 15:30",
            ),
            ("a:b=c", "there is no field a:b"),
        ] {
            let trouble = Form::read(body.as_bytes(), &district).unwrap_err();
            assert_eq!(trouble.detail, says, "{body}");
        }
    }
}
