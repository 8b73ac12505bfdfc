//! What providers report, and what families write back, at the push of a button: the very payloads that AWS sends, by the
//! ways that they come.

use crate::api::{Problem, read, shown, wrong};
use crate::cloud::{Channel, Letter};
use crate::keeper::Keeper;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode};
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, SecondsFormat, Utc};
use delivery_feedback::{Logs, Packed, log_lines};
use domain::contact::{Personal, usable_number};
use domain::ids::MessageId;
use flate2::Compression;
use flate2::write::GzEncoder;
use runtime::queues::Queue;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::io::Write;

/// How often Lambda calls a function with the same lines of a log.
const LOG_TRIES: usize = 3;

/// POST lets a provider report something, or a family write.
pub(crate) fn router() -> Router<Keeper> {
    Router::new().route("/_local/feedback", post(asked))
}

/// A report about a message that left, or a text message.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    message: Option<String>,
    event: Option<Event>,
    /// In the provider's own words: SES's type of a bounce (`Transient`), SNS's reason of a failure.
    detail: Option<String>,
    sms_from: Option<String>,
    text: Option<Personal>,
}

/// What a provider reports.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Delivered,
    Bounced,
    Complained,
}

async fn asked(State(world): State<Keeper>, body: String) -> Result<Response<Body>, Problem> {
    let reported = world.with(move |world| {
        Box::pin(async move {
            world.feedback(&body).await?;
            world.settle().await;
            Ok::<_, Problem>(shown(&json!({})))
        })
    });
    reported.await?
}

async fn play(world: &mut World, asked: Asked) -> Result<(), Problem> {
    match asked {
        Asked {
            message: Some(message),
            event: Some(event),
            detail,
            sms_from: None,
            text: None,
        } => {
            let letter = world.letter(&message).await?;
            world.report(&letter, event, detail.as_deref()).await?;
        }
        Asked {
            message: None,
            event: None,
            detail: None,
            sms_from: Some(from),
            text: Some(text),
        } => {
            let from = usable_number(&from).ok_or_else(|| wrong("sms_from: this is no telephone number"))?;
            world.text(&from, &text);
        }
        _ => return Err(wrong("give message and event, or sms_from and text")),
    }
    Ok(())
}

impl World {
    /// Lets a provider report something, or a family write, and nothing of what follows from it.
    ///
    /// # Errors
    /// What is wrong with what is asked for.
    pub async fn feedback(&mut self, body: &str) -> Result<(), Problem> {
        play(self, read(body)?).await
    }

    /// The letter of this id, or the one that carried the message of this id.
    async fn letter(&self, id: &str) -> Result<Letter, Problem> {
        let send_id = match id.parse::<MessageId>() {
            Ok(message) => self
                .person
                .table
                .message(&message)
                .await?
                .and_then(|known| known.sent_as),
            Err(_) => None,
        };
        let sent_as = |letter: &Letter| {
            let tag = letter.tags.get("confer-send")?;
            Some(runtime::deliver::untagged(tag))
        };
        let letters = self.cloud.inbox().into_iter();
        let mut found = letters.filter(|letter| letter.id == id || send_id.is_some() && sent_as(letter) == send_id);
        found
            .next()
            .ok_or_else(|| Problem(StatusCode::NOT_FOUND, format!("no message {id} has left")))
    }

    /// A provider reports something of a letter.
    async fn report(&mut self, letter: &Letter, event: Event, detail: Option<&str>) -> Result<(), Problem> {
        match (letter.channel, event) {
            (Channel::Email, event) => {
                let body = email_event(letter, event, detail.unwrap_or("Permanent"), self.now());
                self.publish(&body);
            }
            (Channel::Sms, Event::Delivered) => {
                let said = detail.unwrap_or("Message has been accepted by phone carrier");
                self.log(&sms_status(letter, "SUCCESS", said)).await;
            }
            (Channel::Sms, Event::Bounced) => {
                let said = detail.unwrap_or("Invalid phone number");
                self.log(&sms_status(letter, "FAILURE", said)).await;
            }
            (Channel::Sms, Event::Complained) => {
                return Err(wrong(
                    "event: nobody can complain of a text message; they can text STOP",
                ));
            }
        }
        Ok(())
    }

    /// Somebody writes a text message to the district's number.
    fn text(&mut self, from: &Personal, text: &Personal) {
        self.texts += 1;
        // The changes so far tell it from those of before a restart.
        let id = format!("text-{}-{}", self.cloud.changed_items(), self.texts);
        self.publish(&json!({
            "originationNumber": from.reveal(), "destinationNumber": self.settings.sms_origin,
            "messageKeyword": "KEYWORD_LOCAL", "messageBody": text.reveal(), "inboundMessageId": id,
        }));
    }

    /// The topic that feedback comes by passes a message on.
    fn publish(&self, message: &Value) {
        let envelope = json!({
            "Type": "Notification", "MessageId": format!("notification-{}", self.cloud.changed_items()),
            "TopicArn": "arn:aws:sns:us-east-1:000000000000:delivery-feedback", "Message": message.to_string(),
            "Timestamp": instant(self.now()), "SignatureVersion": "1",
        });
        self.cloud.send(Queue::DeliveryFeedback.name(), &envelope.to_string());
    }

    /// SNS writes a line into its log, and CloudWatch Logs hands it over.
    async fn log(&self, line: &Value) {
        self.log_lines(&packed(line, self.now())).await;
    }

    /// CloudWatch Logs hands lines over: as often as Lambda tries, then they are a dead letter.
    pub(crate) async fn log_lines(&self, lines: &Logs) {
        let function = Queue::DeliveryFeedback.name();
        for _ in 0..LOG_TRIES {
            let work = log_lines(&self.delivery_feedback, lines, self.now());
            if self.runs(function) && self.attend(function, work).await.is_some_and(|done| done.is_ok()) {
                return;
            }
        }
        self.cloud.send(&format!("{function}-dlq"), &json!(lines).to_string());
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// What SES publishes of an e-mail.
fn email_event(letter: &Letter, event: Event, bounce_type: &str, now: DateTime<Utc>) -> Value {
    let to: Vec<&str> = letter.to.split(", ").collect();
    let recipients: Vec<Value> = to.iter().map(|to| json!({"emailAddress": to})).collect();
    let mut tags: Map<String, Value> = letter
        .tags
        .iter()
        .map(|(name, value)| (name.clone(), json!([value])))
        .collect();
    tags.insert("ses:configuration-set".into(), json!(["local"]));
    let (kind, name, told) = match event {
        Event::Delivered => (
            "Delivery",
            "delivery",
            json!({"timestamp": instant(now), "recipients": to, "smtpResponse": "250 2.6.0 Message received"}),
        ),
        Event::Bounced => (
            "Bounce",
            "bounce",
            json!({
                "bounceType": bounce_type, "bounceSubType": "General", "bouncedRecipients": recipients,
                "timestamp": instant(now), "feedbackId": "local",
            }),
        ),
        Event::Complained => (
            "Complaint",
            "complaint",
            json!({
                "complainedRecipients": recipients, "complaintFeedbackType": "abuse", "timestamp": instant(now),
                "feedbackId": "local",
            }),
        ),
    };
    json!({
        "eventType": kind, name: told,
        "mail": {
            "timestamp": instant(letter.sent_at), "messageId": letter.id, "source": letter.from, "destination": to,
            "tags": tags,
        },
    })
}

/// What SNS writes of a text message.
fn sms_status(letter: &Letter, status: &str, said: &str) -> Value {
    json!({
        "notification": {
            "messageId": letter.id, "timestamp": letter.sent_at.format("%Y-%m-%d %H:%M:%S%.3f").to_string(),
        },
        "delivery": {"destination": letter.to, "smsType": "Transactional", "providerResponse": said},
        "status": status,
    })
}

/// A line of a log, as CloudWatch Logs packs it.
fn packed(line: &Value, now: DateTime<Utc>) -> Logs {
    let batch = json!({
        "messageType": "DATA_MESSAGE", "owner": "000000000000", "logStream": "local",
        "logGroup": "sns/us-east-1/000000000000/DirectPublishToPhoneNumber", "subscriptionFilters": ["delivery-feedback"],
        "logEvents": [{"id": "line", "timestamp": now.timestamp_millis(), "message": line.to_string()}],
    });
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    let written = gzip
        .write_all(batch.to_string().as_bytes())
        .and_then(|()| gzip.finish());
    let data = Personal::new(STANDARD.encode(written.unwrap_or_default()));
    Logs {
        awslogs: Packed { data },
    }
}
