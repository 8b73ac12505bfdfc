//! Sends e-mails by SES, each at most once.

mod mime;

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::BuildError;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Destination, EmailContent, MessageTag, RawMessage};
use chrono::{DateTime, Utc};
use domain::record::Channel;
use runtime::deliver::{Content, Letter, Outcome, deliver};
use runtime::families::Families;
use runtime::queues::Delivery;
use runtime::{App, batch};

/// Codes which show that the provider did not take the message.
const BUSY: [&str; 4] = [
    "TooManyRequestsException",
    "LimitExceededException",
    "ThrottlingException",
    "SendingPausedException",
];
/// Codes which show that it never will.
const REFUSED: [&str; 4] = [
    "MessageRejected",
    "BadRequestException",
    "NotFoundException",
    "MailFromDomainNotVerifiedException",
];

/// What the function works with. The client must not try again by itself.
#[derive(Debug)]
pub struct SendEmail {
    /// The table and the district.
    pub app: App,
    /// The provider.
    pub ses: Client,
    /// What messages say, and where their links lead.
    pub families: Families,
}

impl SendEmail {
    /// Handles a batch of deliveries.
    pub async fn handle(&self, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
        batch::each("send-email", event, async |work: Delivery| {
            deliver(&self.app, &self.families, Channel::Email, &work, now, async |letter| {
                self.send(letter, now).await
            })
            .await
        })
        .await
    }

    async fn send(&self, letter: &Letter, now: DateTime<Utc>) -> Outcome {
        let Content::Email(email) = &letter.content else {
            return Outcome::Refused("not an e-mail".into());
        };
        let from = &self.families.email_from;
        let Some(raw) = mime::raw(from, letter.to.reveal(), email, now) else {
            return Outcome::Refused("the address is none that an e-mail can be sent to".into());
        };
        let (content, tags) = match (content(raw), tags(letter)) {
            (Ok(content), Ok(tags)) => (content, tags),
            _ => return Outcome::Refused("the e-mail could not be built".into()),
        };
        let sent = self
            .ses
            .send_email()
            .from_email_address(from)
            .destination(Destination::builder().to_addresses(letter.to.reveal()).build())
            .content(content)
            .set_email_tags(Some(tags))
            .send()
            .await;
        match sent {
            Ok(answer) => Outcome::Accepted(answer.message_id().unwrap_or_default().to_owned()),
            Err(error) => Outcome::of(&error, &BUSY, &REFUSED),
        }
    }
}

fn content(raw: Vec<u8>) -> Result<EmailContent, BuildError> {
    let raw = RawMessage::builder().data(Blob::new(raw)).build()?;
    Ok(EmailContent::builder().raw(raw).build())
}

fn tags(letter: &Letter) -> Result<Vec<MessageTag>, BuildError> {
    let tag = |(name, value)| MessageTag::builder().name(name).value(value).build();
    letter.tags().into_iter().map(tag).collect()
}
