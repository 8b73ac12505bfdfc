//! Sends text messages by SNS, each at most once.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use aws_sdk_sns::Client;
use aws_sdk_sns::types::MessageAttributeValue;
use chrono::{DateTime, Utc};
use domain::record::Channel;
use runtime::deliver::{Content, Letter, Outcome, deliver};
use runtime::families::Families;
use runtime::queues::Delivery;
use runtime::{App, batch};

/// Codes which show that the provider did not take the message.
const BUSY: [&str; 5] = [
    "Throttled",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
];
/// Codes which show that it never will.
const REFUSED: [&str; 4] = [
    "InvalidParameter",
    "InvalidParameterValue",
    "OptedOut",
    "ValidationException",
];

/// What the function works with. The client must not try again by itself.
#[derive(Debug)]
pub struct SendSms {
    /// The table and the district.
    pub app: App,
    /// The provider.
    pub sns: Client,
    /// What messages say, and where their links lead.
    pub families: Families,
    /// The number that messages come from (`CONFER_SMS_ORIGIN`).
    pub origin: Option<String>,
}

impl SendSms {
    /// Handles a batch of deliveries.
    pub async fn handle(&self, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
        batch::each("send-sms", event, async |work: Delivery| {
            deliver(&self.app, &self.families, Channel::Sms, &work, now, async |letter| {
                self.publish(letter).await
            })
            .await
        })
        .await
    }

    async fn publish(&self, letter: &Letter) -> Outcome {
        let Content::Sms(sms) = &letter.content else {
            return Outcome::Refused("not a text message".into());
        };
        let mut request = self.sns.publish().phone_number(letter.to.reveal()).message(&sms.body);
        let mut attributes = vec![("AWS.SNS.SMS.SMSType", "Transactional".to_owned())];
        attributes.extend(
            self.origin
                .clone()
                .map(|origin| ("AWS.MM.SMS.OriginationNumber", origin)),
        );
        attributes.extend(letter.tags());
        for (name, value) in attributes {
            match MessageAttributeValue::builder()
                .data_type("String")
                .string_value(value)
                .build()
            {
                Ok(value) => request = request.message_attributes(name, value),
                Err(error) => return Outcome::Refused(error.to_string()),
            }
        }
        match request.send().await {
            Ok(answer) => Outcome::Accepted(answer.message_id().unwrap_or_default().to_owned()),
            Err(error) => Outcome::of(&error, &BUSY, &REFUSED),
        }
    }
}
