//! Sending, at most once: claim, send, record. No provider takes an idempotency token, so a message that was claimed and
//! whose sending was not recorded is never sent again: it becomes `Unknown` when its lease lapses, and counts for nothing.

use crate::queues::Delivery;
use crate::{App, Failure};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::contact::{Language, Personal, usable_address, usable_number};
use domain::facts;
use domain::ids::{ConferenceId, MessageId, OrgId, UserId};
use domain::record::{Channel, Message, MessageStatus};
use domain::roster::{Object, ObjectKey, ObjectKind, Org, Recorded, User};
use messages::{Child, Email, Invitation, Notice, Sms, Texts};
use std::collections::BTreeMap;
use store::StoreError;
use store::outbox::{Move, Sending};
use store::staff::{Digest, Mailbox, Purpose};

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
            _ if busy.contains(&code) => Self::NotSent(code.to_owned()),
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
    texts: &Texts,
    channel: Channel,
    work: &Delivery,
    now: DateTime<Utc>,
    send: impl AsyncFn(&Letter) -> Outcome,
) -> Result<(), Failure> {
    let sending = app.table.sending().await?;
    if sending == Sending::Stopped {
        return Ok(());
    }
    let sender = Sender {
        app,
        texts,
        channel,
        now,
        sending,
    };
    match work {
        Delivery::Message { message } => {
            let id = message
                .parse()
                .map_err(|error: domain::ids::NotAnId| Failure::Permanent(error.to_string()))?;
            sender.family(&id, send).await
        }
        Delivery::Staff(mailbox) => sender.staff(mailbox, send).await,
    }
}

struct Sender<'a> {
    app: &'a App,
    texts: &'a Texts,
    channel: Channel,
    now: DateTime<Utc>,
    sending: Sending,
}

impl Sender<'_> {
    async fn family(&self, id: &MessageId, send: impl AsyncFn(&Letter) -> Outcome) -> Result<(), Failure> {
        let Some(message) = self.app.table.message(id).await? else {
            return Err(Failure::Permanent(format!("there is no message {id}")));
        };
        match message.status {
            MessageStatus::Sending { lease_until } if lease_until <= self.now => {
                return self.lapsed(id, &message).await;
            }
            MessageStatus::Pending if message.relay_at <= self.now => {}
            _ => return Ok(()),
        }
        if let Some(morning) = self.quiet_until() {
            let mut later = message.clone();
            later.relay_at = morning;
            return self.moved(&[one(id, &message, later)]).await;
        }
        let mut group = self.app.table.together(&message).await?;
        if !group.iter().any(|(other, _)| other == id) {
            group.push((id.clone(), message.clone()));
        }
        let group = self.still_wanted(group).await?;
        if group.is_empty() {
            return Ok(());
        }
        let household = Household::read(self.app, &message.guardian, &group).await?;
        let (welcome, unwelcome): (Vec<_>, Vec<_>) = group
            .into_iter()
            .partition(|(id, _)| household.unwelcome(&id.student).is_none());
        let refused: Vec<Move> = unwelcome
            .iter()
            .map(|(id, message)| {
                let reason = household.unwelcome(&id.student).unwrap_or_default().to_owned();
                settled(id, message, MessageStatus::Refused { reason })
            })
            .collect();
        if !refused.is_empty() {
            self.moved(&refused).await?;
        }
        if welcome.is_empty() {
            return Ok(());
        }
        let Some(to) = household.address(self.channel) else {
            let reason = "no usable number or address".to_owned();
            let refused: Vec<Move> = welcome
                .iter()
                .map(|(id, message)| settled(id, message, MessageStatus::Refused { reason: reason.clone() }))
                .collect();
            return self.moved(&refused).await;
        };
        if self.sending == Sending::Shadow {
            let withheld: Vec<Move> = welcome
                .iter()
                .map(|(id, message)| settled(id, message, MessageStatus::Withheld))
                .collect();
            return self.moved(&withheld).await;
        }
        let send_id = format!("{}.{}", welcome[0].0, welcome[0].1.claims + 1);
        let claimed: Vec<Move> = welcome
            .iter()
            .map(|(id, message)| {
                let mut claimed = settled(
                    id,
                    message,
                    MessageStatus::Sending {
                        lease_until: self.now + LEASE,
                    },
                );
                claimed.next.claims += 1;
                claimed.next.sent_as = Some(send_id.clone());
                claimed
            })
            .collect();
        // Somebody answered, or another sender was first, since the messages were read: the queue brings the rest again.
        self.app.table.claim_messages(&claimed).await?;
        let language = household.language(self.app, self.texts, &welcome[0].0.student);
        let invitation = household.invitation(self.app, &welcome, self.now);
        let letter = Letter {
            send_id,
            purpose: "invitation",
            content: match self.channel {
                Channel::Sms => Content::Sms(self.texts.invitation_sms(&language, &invitation)),
                Channel::Email => Content::Email(self.texts.invitation_email(&language, &invitation)),
            },
            language,
            to,
        };
        let outcome = send(&letter).await;
        self.log(&letter.send_id, &outcome);
        let Some(status) = self.status_after(outcome) else {
            return Ok(());
        };
        let record: Vec<Move> = claimed
            .iter()
            .map(|claim| {
                let mut next = claim.next.clone();
                next.status = status.clone();
                if status == MessageStatus::Pending {
                    next.relay_at = self.now + BUSY;
                    next.sent_as = None;
                    // A later day's round asks anew.
                    if next.run_on < self.app.district.today(self.now) {
                        next.status = MessageStatus::Cancelled;
                    }
                }
                one(&claim.id, &claim.next, next)
            })
            .collect();
        let (first, claims) = (&record[0].id, record[0].seen.claims);
        let still_claimed = async || {
            let message = self.app.table.message(first).await?;
            Ok(message.is_some_and(|message| {
                message.claims == claims && matches!(message.status, MessageStatus::Sending { .. })
            }))
        };
        self.record(async || self.app.table.move_messages(&record).await, still_claimed)
            .await
    }

    /// The messages whose conference still wants an answer; the others are cancelled. One that was claimed when the family
    /// answered, and came back because the provider was busy, is found here.
    async fn still_wanted(&self, group: Vec<(MessageId, Message)>) -> Result<Vec<(MessageId, Message)>, Failure> {
        let wanted = self.app.table.open_conferences(&group).await?;
        let (wanted, pointless): (Vec<_>, Vec<_>) = group.into_iter().partition(|(id, message)| {
            wanted.contains(&ConferenceId {
                student: id.student.clone(),
                n: message.conference,
            })
        });
        if !pointless.is_empty() {
            let cancelled: Vec<Move> = pointless
                .iter()
                .map(|(id, message)| settled(id, message, MessageStatus::Cancelled))
                .collect();
            self.moved(&cancelled).await?;
        }
        Ok(wanted)
    }

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

    fn log(&self, send_id: &str, outcome: &Outcome) {
        match outcome {
            Outcome::Accepted(_) => tracing::info!(send_id, "message sent"),
            Outcome::NotSent(why) => {
                tracing::warn!(
                    send_id,
                    why,
                    next = "it is tried again in five minutes",
                    "message not sent"
                );
            }
            Outcome::Refused(why) => {
                tracing::error!(send_id, why, next = "it is not tried again", "message refused");
            }
            Outcome::Unclear(why) => tracing::error!(
                send_id,
                why,
                next = "it is never sent again, and counts for nothing",
                "message may have been sent"
            ),
        }
    }

    async fn lapsed(&self, id: &MessageId, message: &Message) -> Result<(), Failure> {
        tracing::error!(
            send_id = message.sent_as.as_deref().unwrap_or_default(),
            next = "it is never sent again, and counts for nothing",
            "message may have been sent: its sender did not say"
        );
        self.moved(&[settled(id, message, MessageStatus::Unknown)]).await
    }

    /// Moves messages that somebody else may have moved first: then there is nothing to do.
    async fn moved(&self, moves: &[Move]) -> Result<(), Failure> {
        match self.app.table.move_messages(moves).await {
            Ok(()) => Ok(()),
            Err(StoreError::LostRace) => Err(Failure::Retryable("somebody else moved the message".into())),
            Err(error) => Err(error.into()),
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

    async fn staff(&self, mailbox: &Mailbox, send: impl AsyncFn(&Letter) -> Outcome) -> Result<(), Failure> {
        let table = &self.app.table;
        let today = self.app.district.today(self.now);
        let mut carried: Vec<String> = Vec::new();
        let mut sent_today = false;
        for mut digest in table.digests(mailbox).await? {
            if let MessageStatus::Sending { lease_until } = digest.status {
                if lease_until > self.now {
                    return Ok(());
                }
                tracing::error!(
                    send_id = digest.sent_as,
                    next = "it is never sent again",
                    "digest may have been sent: its sender did not say"
                );
                digest.status = MessageStatus::Unknown;
                table.settle_digest(mailbox, &digest).await?;
            }
            sent_today |= digest.on == today;
            carried.extend(digest.carries);
        }
        let (told, waiting): (Vec<_>, Vec<_>) = table
            .notices(mailbox)
            .await?
            .into_iter()
            .partition(|(sk, _)| carried.contains(sk));
        if !told.is_empty() {
            let told = told.into_iter().map(|(sk, _)| sk).collect();
            table.drop_notices(mailbox, told).await?;
        }
        if waiting.is_empty() {
            return Ok(());
        }
        if let Some(morning) = self.quiet_until() {
            return Ok(table.defer_notices(mailbox, &waiting, morning).await?);
        }
        if sent_today {
            let tomorrow = today.succ_opt().unwrap_or(today);
            let policy = &self.app.district.policy;
            let next = self.app.district.at(tomorrow, policy.run_at) + TimeDelta::minutes(policy.merge_minutes);
            return Ok(table.defer_notices(mailbox, &waiting, next).await?);
        }
        self.digest(mailbox, today, waiting, send).await
    }

    async fn digest(
        &self,
        mailbox: &Mailbox,
        today: NaiveDate,
        waiting: Vec<(String, store::students::StaffNotice)>,
        send: impl AsyncFn(&Letter) -> Outcome,
    ) -> Result<(), Failure> {
        let table = &self.app.table;
        let found = table
            .objects(&[ObjectKey::new(ObjectKind::User, mailbox.staff.as_str())])
            .await?;
        let person = found.iter().find_map(as_user).filter(|user| user.enabled);
        let to = person.and_then(|user| address(user, mailbox.channel));
        let mut digest = Digest {
            on: today,
            carries: waiting.iter().map(|(sk, _)| sk.clone()).collect(),
            sent_as: format!(
                "{}.{}.{}.{today}",
                mailbox.staff,
                mailbox.purpose.as_str(),
                store::keys::channel(mailbox.channel)
            ),
            status: MessageStatus::Sending {
                lease_until: self.now + LEASE,
            },
        };
        let Some(to) = to else {
            tracing::warn!(
                staff = mailbox.staff.as_str(),
                next =
                    "the tasks stand in Confer; give the person an address or number in the student information system",
                "a member of staff cannot be told"
            );
            digest.status = MessageStatus::Refused {
                reason: "no usable number or address".into(),
            };
            table.claim_digest(mailbox, &digest).await?;
            return Ok(table.drop_notices(mailbox, digest.carries).await?);
        };
        if self.sending == Sending::Shadow {
            digest.status = MessageStatus::Withheld;
            table.claim_digest(mailbox, &digest).await?;
            return Ok(table.drop_notices(mailbox, digest.carries).await?);
        }
        table.claim_digest(mailbox, &digest).await?;
        let language = self.texts.language(
            person.and_then(|user| user.home_language.as_ref()),
            &self.app.district.language,
        );
        let lines = messages::Digest {
            district: self.app.district.name.clone(),
            lines: waiting
                .iter()
                .map(|(_, notice)| Notice {
                    kind: notice.kind,
                    student: notice.student.0.clone(),
                    conference: notice.conference_id().to_string(),
                    on: notice.on,
                })
                .collect(),
        };
        let letter = Letter {
            send_id: digest.sent_as.clone(),
            purpose: match mailbox.purpose {
                Purpose::Alert => "principal_alert",
                Purpose::Digest => "staff_digest",
            },
            content: match mailbox.channel {
                Channel::Sms => Content::Sms(self.texts.alert_sms(&language, &lines)),
                Channel::Email => Content::Email(self.texts.digest_email(&language, &lines)),
            },
            language,
            to,
        };
        let outcome = send(&letter).await;
        self.log(&letter.send_id, &outcome);
        match self.status_after(outcome) {
            None => Ok(()),
            Some(MessageStatus::Pending) => {
                let unclaim = async || table.unclaim_digest(mailbox, &digest).await;
                self.record(unclaim, async || Ok(false)).await?;
                Ok(table.defer_notices(mailbox, &waiting, self.now + BUSY).await?)
            }
            Some(status) => {
                digest.status = status;
                let still_claimed = async || {
                    let known = table.digests(mailbox).await?;
                    Ok(known
                        .iter()
                        .any(|known| known.on == digest.on && matches!(known.status, MessageStatus::Sending { .. })))
                };
                self.record(async || table.settle_digest(mailbox, &digest).await, still_claimed)
                    .await?;
                Ok(table.drop_notices(mailbox, digest.carries.clone()).await?)
            }
        }
    }
}

fn one(id: &MessageId, seen: &Message, next: Message) -> Move {
    Move {
        id: id.clone(),
        seen: seen.clone(),
        next,
    }
}

fn settled(id: &MessageId, seen: &Message, status: MessageStatus) -> Move {
    let mut next = seen.clone();
    next.status = status;
    one(id, seen, next)
}

fn as_user(recorded: &Recorded) -> Option<&User> {
    match &recorded.object {
        Object::User(user) if recorded.active => Some(user),
        _ => None,
    }
}

fn address(user: &User, channel: Channel) -> Option<Personal> {
    match channel {
        Channel::Sms => usable_number(user.sms.as_ref()?.reveal()),
        Channel::Email => usable_address(user.email.as_ref()?.reveal()),
    }
}

/// A guardian with the children a message is about, as the SIS describes them now.
struct Household {
    guardian: Option<User>,
    guardian_id: UserId,
    children: BTreeMap<UserId, User>,
    schools: BTreeMap<OrgId, Org>,
}

impl Household {
    async fn read(app: &App, guardian: &UserId, group: &[(MessageId, Message)]) -> Result<Self, Failure> {
        let mut wanted = vec![ObjectKey::new(ObjectKind::User, guardian.as_str())];
        wanted.extend(
            group
                .iter()
                .map(|(id, _)| ObjectKey::new(ObjectKind::User, id.student.as_str())),
        );
        let people = app.table.objects(&wanted).await?;
        let find = |id: &str| {
            people
                .iter()
                .find(|recorded| recorded.key.id.as_str() == id)
                .and_then(as_user)
                .cloned()
        };
        let children: BTreeMap<UserId, User> = group
            .iter()
            .filter_map(|(id, _)| Some((id.student.clone(), find(id.student.as_str())?)))
            .collect();
        let schools: Vec<ObjectKey> = children
            .values()
            .flat_map(facts::schools)
            .map(|(_, school)| ObjectKey::new(ObjectKind::Org, school.as_str()))
            .collect();
        let schools = app.table.objects(&schools).await?;
        Ok(Self {
            guardian: find(guardian.as_str()),
            guardian_id: guardian.clone(),
            children,
            schools: schools
                .into_iter()
                .filter_map(|recorded| match recorded.object {
                    Object::Org(org) => Some((OrgId(recorded.key.id.0), org)),
                    _ => None,
                })
                .collect(),
        })
    }

    /// Why the guardian must not be written to about this child (R7), if so.
    fn unwelcome(&self, child: &UserId) -> Option<&'static str> {
        let guardian = self.guardian.as_ref();
        let own = self.children.get(child);
        match (guardian, own) {
            (Some(guardian), Some(own)) => {
                if guardian.do_not_contact_for.contains(child) {
                    Some("must not be contacted about this child")
                } else if !own.agents.contains(&self.guardian_id) {
                    Some("is no guardian of this child any more")
                } else {
                    None
                }
            }
            _ => Some("is no longer known to the student information system"),
        }
    }

    fn address(&self, channel: Channel) -> Option<Personal> {
        address(self.guardian.as_ref()?, channel)
    }

    fn language(&self, app: &App, texts: &Texts, child: &UserId) -> Language {
        let own = self
            .guardian
            .as_ref()
            .and_then(|guardian| guardian.home_language.as_ref());
        let home = self.children.get(child).and_then(|child| child.home_language.as_ref());
        texts.language(own.or(home), &app.district.language)
    }

    fn invitation(&self, app: &App, group: &[(MessageId, Message)], now: DateTime<Utc>) -> Invitation {
        let today = app.district.today(now);
        let mut children: Vec<Child> = Vec::new();
        for child in group.iter().filter_map(|(id, _)| self.children.get(&id.student)) {
            let schools = facts::schools(child);
            let school = domain::span::school_on(&schools, today).or(schools.first().map(|(_, school)| school));
            let school = school.and_then(|school| self.schools.get(school));
            let first_name = child.preferred_given_name.as_ref().unwrap_or(&child.given_name);
            children.push(Child {
                first_name: first_name.reveal().to_owned(),
                school: school.map(|school| school.name.clone()).unwrap_or_default(),
                school_phone: school.and_then(|school| school.phone.clone()),
            });
        }
        Invitation {
            children,
            district: app.district.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
