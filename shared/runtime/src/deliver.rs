//! Sending, at most once: claim, send, record. No provider takes an idempotency token, so a message that was claimed and
//! whose sending was not recorded is never sent again: it becomes `Unknown` when its lease lapses, and counts for nothing.

mod answer;
mod family;
mod household;
mod staff;

use crate::families::Families;
use crate::queues::Delivery;
use crate::{App, Failure, figures};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::{Language, Personal, usable_address, usable_number};
use domain::record::{Channel, MessageStatus};
use domain::roster::{Object, Recorded, User};
use messages::{Email, Sms, Texts};
use store::StoreError;
use store::outbox::{Control, Sending};

/// How long a claim holds: longer than any invocation lasts.
const LEASE: TimeDelta = TimeDelta::minutes(15);
/// How long a message waits that the provider was too busy for.
const BUSY: TimeDelta = TimeDelta::minutes(5);
/// How often recording what became of a message is tried within one invocation.
const RECORD_TRIES: usize = 5;

/// What a provider is asked to send.
#[derive(Debug)]
pub struct Letter {
    /// The id of this send: it travels with the message, so that what left can be matched with what was claimed.
    pub send_id: String,
    /// What it is for, as `invitation`.
    pub purpose: &'static str,
    /// Its language.
    pub language: Language,
    /// To which number or address.
    pub to: Personal,
    /// What it says.
    pub content: Content,
}

impl Letter {
    /// What travels with the letter, by name, in letters that every provider takes.
    pub fn tags(&self) -> [(&'static str, String); 3] {
        [
            ("confer-send", tagged(&self.send_id)),
            ("confer-purpose", self.purpose.to_owned()),
            ("confer-language", tagged(self.language.tag())),
        ]
    }
}

/// A text in letters that every provider takes as a tag: letters, digits and `-`; others as `_<code>_`.
fn tagged(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() || c == '-' => c.to_string(),
            c => format!("_{:x}_", u32::from(c)),
        })
        .collect()
}

/// The text that was tagged.
pub fn untagged(tag: &str) -> String {
    let mut parts = tag.split('_');
    let mut text = parts.next().unwrap_or_default().to_owned();
    while let Some(code) = parts.next() {
        text.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        text.push_str(parts.next().unwrap_or_default());
    }
    text
}

/// What a letter says.
pub enum Content {
    /// A text message.
    Sms(Sms),
    /// An e-mail.
    Email(Email),
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("•••")
    }
}

/// Codes which show that AWS did not let the function in: whoever set it up must mend its role, and nothing is used up till then.
const LOCKED_OUT: [&str; 9] = [
    "AccessDenied",
    "AccessDeniedException",
    "AuthorizationError",
    "AuthorizationErrorException",
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidClientTokenId",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];

/// What a provider answered.
#[derive(Debug)]
pub enum Outcome {
    /// It took the message; its own id of it.
    Accepted(String),
    /// It proves that nothing was sent: busy, or not reached at all.
    NotSent(String),
    /// It will never take this message.
    Refused(String),
    /// Nobody knows.
    Unclear(String),
}

impl Outcome {
    /// What a provider's error proves, by its codes: `busy` ones show that it did not take the message, `refused` ones that
    /// it never will. Whatever shows neither leaves open whether the message left.
    pub fn of<E, R>(error: &SdkError<E, R>, busy: &[&str], refused: &[&str]) -> Self
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
        R: std::fmt::Debug + 'static,
    {
        let code = error.code().unwrap_or_default();
        match error {
            SdkError::ConstructionFailure(_) => Self::Refused("the request could not be built".into()),
            SdkError::DispatchFailure(_) if never_connected(error) => {
                Self::NotSent("the provider was not reached".into())
            }
            _ if busy.contains(&code) || LOCKED_OUT.contains(&code) => Self::NotSent(code.to_owned()),
            _ if refused.contains(&code) => Self::Refused(code.to_owned()),
            _ if code.is_empty() => Self::Unclear("no answer".into()),
            _ => Self::Unclear(code.to_owned()),
        }
    }
}

/// Whether the connection was refused before anything could be sent. Any other failure of a connection may have come after.
fn never_connected(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(|error| {
        error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::ConnectionRefused)
    })
}

/// Does the work of a sender: `send` hands a letter to the provider.
pub async fn deliver(
    app: &App,
    families: &Families,
    channel: Channel,
    work: &Delivery,
    now: DateTime<Utc>,
    send: impl AsyncFn(&Letter) -> Outcome,
) -> Result<(), Failure> {
    let control = app.table.control().await?;
    if control.sending == Sending::Stopped {
        return Ok(());
    }
    let sender = Sender {
        app,
        texts: &families.texts,
        families,
        channel,
        now,
        control,
    };
    match work {
        Delivery::Message { message } => {
            let id = message
                .parse()
                .map_err(|error: domain::ids::NotAnId| Failure::Permanent(error.to_string()))?;
            sender.family(&id, send).await
        }
        Delivery::Reply { contact, reply } => sender.answer(contact, reply, send).await,
        Delivery::Staff(mailbox) => sender.staff(mailbox, send).await,
    }
}

struct Sender<'a> {
    app: &'a App,
    texts: &'a Texts,
    families: &'a Families,
    channel: Channel,
    now: DateTime<Utc>,
    control: Control,
}

impl Sender<'_> {
    /// What a message is after the provider's answer; `None`: nobody knows, the lease will lapse.
    fn status_after(&self, outcome: Outcome) -> Option<MessageStatus> {
        match outcome {
            Outcome::Accepted(provider_id) => Some(MessageStatus::Sent {
                at: self.now,
                provider_id,
            }),
            Outcome::NotSent(_) => Some(MessageStatus::Pending),
            Outcome::Refused(reason) => Some(MessageStatus::Refused { reason }),
            Outcome::Unclear(_) => None,
        }
    }

    /// `carries`: what the letter is about, by its ids.
    fn log(&self, send_id: &str, carries: &[String], outcome: &Outcome) {
        let carries = carries.join(" ");
        match outcome {
            Outcome::Accepted(_) => {
                figures::say("Sent", 1);
                tracing::info!(send_id, carries, "message sent");
            }
            Outcome::NotSent(why) => {
                tracing::warn!(
                    send_id,
                    carries,
                    why,
                    next = "it is tried again in five minutes",
                    "message not sent"
                );
            }
            Outcome::Refused(why) => {
                figures::say("Failed", 1);
                tracing::error!(send_id, carries, why, next = "it is not tried again", "message refused");
            }
            // Counted when its lease lapses: until then its sender may still record it.
            Outcome::Unclear(why) => tracing::error!(
                send_id,
                carries,
                why,
                next = "it is never sent again, and counts for nothing",
                "message may have been sent"
            ),
        }
    }

    /// Records what became of a message; tried again while the invocation lasts, for the provider will not be asked twice.
    /// A lost race may be an earlier try of this very record whose answer was lost: `still_claimed` tells.
    async fn record(
        &self,
        write: impl AsyncFn() -> Result<(), StoreError>,
        still_claimed: impl AsyncFn() -> Result<bool, StoreError>,
    ) -> Result<(), Failure> {
        let mut last = Ok(());
        for _ in 0..RECORD_TRIES {
            let failed = match write().await {
                Ok(()) => return Ok(()),
                Err(StoreError::LostRace) => match still_claimed().await {
                    Ok(false) => return Ok(()),
                    Ok(true) => StoreError::LostRace,
                    Err(error) => error,
                },
                Err(error) => error,
            };
            last = match failed {
                StoreError::Broken(_) => return Err(failed.into()),
                failed => Err(failed.into()),
            };
        }
        last
    }

    /// The end of the quiet hours, if it is quiet now (R9).
    fn quiet_until(&self) -> Option<DateTime<Utc>> {
        let policy = &self.app.district.policy;
        let local = self.now.with_timezone(&self.app.district.zone);
        let (time, date) = (local.time(), local.date_naive());
        let quiet = if policy.quiet_from <= policy.quiet_until {
            (policy.quiet_from..policy.quiet_until).contains(&time)
        } else {
            time >= policy.quiet_from || time < policy.quiet_until
        };
        let morning = if time < policy.quiet_until {
            date
        } else {
            date.succ_opt()?
        };
        quiet.then(|| self.app.district.at(morning, policy.quiet_until))
    }
}

fn user(recorded: &Recorded) -> Option<&User> {
    match &recorded.object {
        Object::User(user) => Some(user),
        _ => None,
    }
}

fn active_user(recorded: &Recorded) -> Option<&User> {
    user(recorded).filter(|_| recorded.active)
}

fn address(user: &User, channel: Channel) -> Option<Personal> {
    match channel {
        Channel::Sms => usable_number(user.sms.as_ref()?.reveal()),
        Channel::Email => usable_address(user.email.as_ref()?.reveal()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::error::ErrorMetadata;

    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Answered(ErrorMetadata);

    impl ProvideErrorMetadata for Answered {
        fn meta(&self) -> &ErrorMetadata {
            &self.0
        }
    }

    #[test]
    fn what_an_answer_proves() {
        for (code, proves) in [
            ("ThrottlingException", "NotSent"),
            ("AccessDeniedException", "NotSent"),
            ("AuthorizationError", "NotSent"),
            ("InvalidParameter", "Refused"),
            ("InternalFailure", "Unclear"),
        ] {
            let answered = Answered(ErrorMetadata::builder().code(code).build());
            let error = SdkError::service_error(answered, ());
            let outcome = Outcome::of(&error, &["ThrottlingException"], &["InvalidParameter"]);
            assert!(format!("{outcome:?}").starts_with(proves), "{code}: {outcome:?}");
        }
    }

    #[test]
    fn tags_hold_any_id() {
        for id in ["p-1.m3.1", "p#1 ü/2.m3.1", "_", "a__b", ""] {
            let tag = tagged(id);
            assert!(
                tag.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c)),
                "{tag}"
            );
            assert_eq!(untagged(&tag), id);
        }
    }
}
