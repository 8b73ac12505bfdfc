//! The inbox: every SMS and e-mail that left, as the stand-ins for SNS and SES accepted it. Nothing leaves the machine.

use super::connector::{Answer, ApiError};
use super::engine::{Change, Engine, EngineError, Row};
use super::{Cloud, lock};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use mailparse::{DispositionType, MailHeaderMap, MailParseError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A message that left.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The id the provider answered with.
    pub id: String,
    /// How it left.
    pub channel: Channel,
    /// The number, or the addresses with a comma between.
    pub to: String,
    /// Who it says it is from.
    pub from: Option<String>,
    /// An SMS's text.
    pub body: Option<String>,
    /// An e-mail's subject.
    pub subject: Option<String>,
    /// An e-mail's text.
    pub text: Option<String>,
    /// An e-mail's HTML.
    pub html: Option<String>,
    /// An e-mail as it goes over the wire, where it was handed over like that.
    pub raw: Option<String>,
    /// An e-mail's part for the reader's calendar.
    #[serde(default)]
    pub calendar: Option<String>,
    /// An e-mail's own headers.
    pub headers: BTreeMap<String, String>,
    /// What is attached to an e-mail.
    pub attachments: Vec<Attachment>,
    /// An e-mail's tags, an SMS's attributes.
    pub tags: BTreeMap<String, String>,
    /// When it left.
    pub sent_at: DateTime<Utc>,
}

/// A file in an e-mail.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's name.
    pub name: String,
    /// The type of its content.
    pub content_type: Option<String>,
    /// Its content; what is not text is replaced.
    pub content: String,
}

/// How a message leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// A text message.
    Sms,
    /// An e-mail.
    Email,
}

impl fmt::Debug for Letter {
    /// Who it went to and what it says is personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .field("channel", &self.channel)
            .field("sent_at", &self.sent_at)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment").finish_non_exhaustive()
    }
}

/// The letters as the database has them.
pub(super) fn load(engine: &Engine) -> Result<Vec<Letter>, EngineError> {
    let rows = engine.rows("letter")?;
    let letters = rows.iter().map(|(_, kept)| serde_json::from_str(kept));
    Ok(letters.collect::<Result<_, _>>()?)
}

impl Cloud {
    /// Every SMS and e-mail that left, oldest first.
    pub fn inbox(&self) -> Vec<Letter> {
        lock(&self.0.inbox).clone()
    }

    /// Says yes, and keeps nothing.
    pub(super) fn lie(&self, service: super::Service) -> Answer {
        let id = "a-letter-that-was-lost";
        match service {
            super::Service::Sns => published(id),
            _ => Answer::json(serde_json::json!({ "MessageId": id })),
        }
    }

    /// Answers a call to SNS.
    pub(super) fn sns(&self, operation: &str, body: &[u8]) -> Result<Answer, ApiError> {
        if operation != "Publish" {
            return Err(ApiError::unknown_operation());
        }
        let fields: BTreeMap<String, String> = form(body).collect();
        let required = |name: &str| {
            let value = fields.get(name).filter(|value| !value.is_empty());
            value.ok_or_else(|| ApiError::refused("InvalidParameter", "Invalid parameter: PhoneNumber and Message"))
        };
        let attributes = (1..).map_while(|n| {
            let name = fields.get(&format!("MessageAttributes.entry.{n}.Name"))?;
            let value = fields.get(&format!("MessageAttributes.entry.{n}.Value.StringValue"));
            Some((name.clone(), value.cloned().unwrap_or_default()))
        });
        let id = self.accept(Letter {
            to: required("PhoneNumber")?.clone(),
            body: Some(required("Message")?.clone()),
            tags: attributes.collect(),
            ..Letter::empty(Channel::Sms)
        })?;
        Ok(published(&id))
    }

    /// Answers a call to SES.
    pub(super) fn ses(&self, operation: &str, body: &[u8]) -> Result<Answer, ApiError> {
        if operation != "SendEmail" {
            return Err(ApiError::unknown_operation());
        }
        let bad = |message: &str| ApiError::refused("BadRequestException", message);
        let email: SendEmail = serde_json::from_slice(body).map_err(|error| bad(&error.to_string()))?;
        if email.email_tags.iter().any(|tag| !tag.is_taken()) {
            return Err(bad(
                "Invalid tag: only alphanumeric ASCII characters, '_', and '-' are allowed",
            ));
        }
        let destination = email.destination.unwrap_or_default();
        let to: Vec<String> = [
            destination.to_addresses,
            destination.cc_addresses,
            destination.bcc_addresses,
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut letter = Letter {
            to: to.join(", "),
            from: email.from_email_address,
            tags: email.email_tags.into_iter().map(NameValue::pair).collect(),
            ..Letter::empty(Channel::Email)
        };
        match (email.content.simple, email.content.raw) {
            (Some(simple), None) if !letter.to.is_empty() => {
                letter.subject = Some(simple.subject.data);
                letter.text = simple.body.text.map(|text| text.data);
                letter.html = simple.body.html.map(|html| html.data);
                letter.headers = simple.headers.into_iter().map(NameValue::pair).collect();
                for attached in simple.attachments {
                    letter.attachments.push(Attachment {
                        name: attached.file_name,
                        content_type: attached.content_type,
                        content: decoded(&attached.raw_content)?,
                    });
                }
            }
            (None, Some(raw)) => {
                let raw = decoded(&raw.data)?;
                letter
                    .read(&raw)
                    .map_err(|error| bad(&format!("not an e-mail: {error}")))?;
                letter.raw = Some(raw);
            }
            _ => return Err(bad("an e-mail needs a recipient, and simple or raw content")),
        }
        let id = self.accept(letter)?;
        Ok(Answer::json(serde_json::json!({ "MessageId": id })))
    }

    /// Gives the letter its id and its time, and keeps it.
    fn accept(&self, letter: Letter) -> Result<String, EngineError> {
        let mut inbox = lock(&self.0.inbox);
        let number = inbox.len() + 1;
        let id = match letter.channel {
            Channel::Sms => format!("sms-{number:08}"),
            Channel::Email => format!("email-{number:08}"),
        };
        let letter = Letter {
            id: id.clone(),
            sent_at: self.now(),
            ..letter
        };
        let row = Row {
            kind: "letter",
            key: format!("{number:012}"),
        };
        let kept = Change::Put(row, serde_json::json!(letter).to_string());
        self.0.engine.change(vec![kept])?;
        inbox.push(letter);
        Ok(id)
    }
}

fn published(id: &str) -> Answer {
    Answer::xml(format!(
        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>{id}</MessageId>\
         </PublishResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></PublishResponse>"
    ))
}

impl Letter {
    /// Takes subject, headers and parts from an e-mail as it goes over the wire.
    fn read(&mut self, raw: &str) -> Result<(), MailParseError> {
        let email = mailparse::parse_mail(raw.as_bytes())?;
        for header in &email.headers {
            self.headers.insert(header.get_key(), header.get_value());
        }
        self.subject = email.headers.get_first_value("Subject");
        for part in email.parts() {
            let part_of = |name| part.ctype.mimetype == name;
            let words = || part.get_body().map(|body| body.replace("\r\n", "\n"));
            let disposition = part.get_content_disposition();
            if disposition.disposition == DispositionType::Attachment {
                self.attachments.push(Attachment {
                    name: disposition.params.get("filename").cloned().unwrap_or_default(),
                    content_type: Some(part.ctype.mimetype.clone()),
                    content: words()?,
                });
            } else if part_of("text/plain") {
                self.text = Some(words()?);
            } else if part_of("text/html") {
                self.html = Some(words()?);
            } else if part_of("text/calendar") {
                self.calendar = Some(part.get_body()?);
            }
        }
        Ok(())
    }

    fn empty(channel: Channel) -> Self {
        Self {
            id: String::new(),
            channel,
            to: String::new(),
            from: None,
            body: None,
            subject: None,
            text: None,
            html: None,
            raw: None,
            calendar: None,
            headers: BTreeMap::new(),
            attachments: Vec::new(),
            tags: BTreeMap::new(),
            sent_at: DateTime::UNIX_EPOCH,
        }
    }
}

fn decoded(base64: &str) -> Result<String, ApiError> {
    let bytes = STANDARD.decode(base64);
    let bytes = bytes.map_err(|error| ApiError::refused("BadRequestException", &error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The fields of a form body, in order.
pub(super) fn form(body: &[u8]) -> impl Iterator<Item = (String, String)> {
    let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let mut half = || unescaped(halves.next().unwrap_or_default());
        (half(), half())
    })
}

fn unescaped(text: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let escape = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, escape.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
                continue;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    from_email_address: Option<String>,
    destination: Option<Destination>,
    content: Content,
    #[serde(default)]
    email_tags: Vec<NameValue>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Destination {
    to_addresses: Vec<String>,
    cc_addresses: Vec<String>,
    bcc_addresses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Content {
    simple: Option<Simple>,
    raw: Option<Data>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Data,
    body: Body,
    #[serde(default)]
    headers: Vec<NameValue>,
    #[serde(default)]
    attachments: Vec<Attached>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Data>,
    html: Option<Data>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Data {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Attached {
    file_name: String,
    raw_content: String,
    content_type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct NameValue {
    name: String,
    value: String,
}

impl NameValue {
    /// Whether SES takes it as a tag.
    fn is_taken(&self) -> bool {
        let taken = |text: &str| {
            (1..=256).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
        };
        taken(&self.name) && taken(&self.value)
    }

    fn pair(self) -> (String, String) {
        (self.name, self.value)
    }
}
