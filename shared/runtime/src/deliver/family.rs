//! A guardian's messages.

use super::household::Household;
use super::{BUSY, Content, LEASE, Letter, Outcome, Sender};
use crate::{Failure, figures};
use domain::contact::Language;
use domain::document::Document;
use domain::ids::{ConferenceId, MessageId};
use domain::record::{Channel, Message, MessageStatus, Purpose, Told};
use messages::{Link, News};
use std::collections::BTreeSet;
use store::StoreError;
use store::outbox::{HELD, Move, Sending};

/// Messages that one letter carries, so that its claim fits one transaction of a hundred rows: three for each, and one for
/// the address. The rest is the next letter.
const TOGETHER: usize = 30;

impl Sender<'_> {
    pub(super) async fn family(&self, id: &MessageId, send: impl AsyncFn(&Letter) -> Outcome) -> Result<(), Failure> {
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
        let invites = message.purpose() == Purpose::Invitation;
        if invites && message.held && message.run_on < self.app.district.today(self.now) {
            // A later day's round asks anew.
            return self.moved(&[settled(id, &message, MessageStatus::Cancelled)]).await;
        }
        let direct = message.told.as_ref().is_some_and(|told| told.direct);
        if let Some(morning) = self.quiet_until().filter(|_| !direct) {
            let mut later = message.clone();
            later.relay_at = morning;
            return self.moved(&[one(id, &message, later)]).await;
        }
        let mut group = match message.told {
            Some(_) => self.stands(id, &message).await?,
            None => {
                let mut group = self.app.table.together(&message).await?;
                if !group.iter().any(|(other, _)| other == id) {
                    group.push((id.clone(), message.clone()));
                }
                self.still_wanted(group).await?
            }
        };
        group.truncate(TOGETHER);
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
        let contact_id = self.app.contact_key()?.id(&to);
        let contact = self.app.table.contact(&contact_id).await?;
        if let Some(why) = contact.standing.refused() {
            let reason = format!("the number or address {why}");
            let refused: Vec<Move> = welcome
                .iter()
                .map(|(id, message)| settled(id, message, MessageStatus::Refused { reason: reason.clone() }))
                .collect();
            return self.moved(&refused).await;
        }
        if self.control.sending == Sending::Shadow {
            let withheld: Vec<Move> = welcome
                .iter()
                .map(|(id, message)| settled(id, message, MessageStatus::Withheld))
                .collect();
            return self.moved(&withheld).await;
        }
        if !direct && !self.within_cap(&welcome).await? {
            return Ok(());
        }
        // The letter is made before the claim: whatever fails until then leaves the message as it was.
        let (token, chosen) = self.families.link(self.app, &message.guardian, self.now).await?;
        let language = household.language(self.app, self.texts, &welcome[0].0.student, chosen);
        let link = self.families.address(&token);
        let document = self.document(&language, &message).await?;
        let edition = document.as_ref().map(|document| document.state.id());
        let mut content = match &message.told {
            None => match (household.asked(self.app, &welcome, self.now, link), self.channel) {
                (Ok(asked), Channel::Sms) => Content::Sms(self.texts.invitation_sms(&language, &asked)),
                (Ok(asked), Channel::Email) => Content::Email(self.texts.invitation_email(&language, &asked)),
                (Err(asked), Channel::Sms) => Content::Sms(self.texts.contact_request_sms(&language, &asked)),
                (Err(asked), Channel::Email) => Content::Email(self.texts.contact_request_email(&language, &asked)),
            },
            Some(told) => {
                let mut news = self.news(&household, (id, &message, told), link).await?;
                news.document = document;
                news.time.to = (self.channel == Channel::Email).then(|| to.clone());
                match self.channel {
                    Channel::Sms => Content::Sms(self.texts.news_sms(&language, &news)),
                    Channel::Email => Content::Email(self.texts.news_email(&language, &news)),
                }
            }
        };
        if let Content::Email(email) = &mut content {
            email.unsubscribe = Some(self.families.unsubscribe(&token));
        }
        let invitation = welcome
            .iter()
            .find(|(_, message)| message.purpose() == Purpose::Invitation);
        let purpose = invitation.map_or(message.purpose(), |_| Purpose::Invitation);
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
                claimed.next.held = false;
                claimed.next.sent_as = Some(send_id.clone());
                claimed.next.document = edition.clone();
                claimed
            })
            .collect();
        // Somebody answered, or another sender was first, since the messages were read: the queue brings the rest again.
        self.app.table.claim_messages(&claimed, &contact_id, &contact).await?;
        let letter = Letter {
            send_id,
            purpose: purpose.as_str(),
            content,
            language,
            to,
        };
        let outcome = send(&letter).await;
        let carries: Vec<String> = claimed.iter().map(|made| made.id.to_string()).collect();
        self.log(&letter.send_id, &carries, &outcome);
        let provider_id = match &outcome {
            // What SES says later names the send by its tag; what SNS says, by its own id only.
            Outcome::Accepted(provider_id) if self.channel == Channel::Sms => Some(provider_id.clone()),
            _ => None,
        };
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
                    if next.purpose() == Purpose::Invitation && next.run_on < self.app.district.today(self.now) {
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
        let write = async || match &provider_id {
            Some(provider_id) => self.app.table.record_sent(&record, provider_id, self.now).await,
            None => self.app.table.move_messages(&record).await,
        };
        self.record(write, still_claimed).await?;
        if status == MessageStatus::Pending && !direct && self.control.daily_cap.is_some() {
            let today = self.app.district.today(self.now);
            self.app.table.give_back_to_cap(today).await?;
        }
        Ok(())
    }

    /// Takes one message of the day's cap; where it is used up, the messages are held until somebody approves.
    async fn within_cap(&self, group: &[(MessageId, Message)]) -> Result<bool, Failure> {
        let Some(cap) = self.control.daily_cap else {
            return Ok(true);
        };
        let today = self.app.district.today(self.now);
        if self.app.table.take_of_cap(today, cap).await? {
            return Ok(true);
        }
        let held: Vec<Move> = group
            .iter()
            .map(|(id, message)| {
                let mut held = message.clone();
                held.held = true;
                held.relay_at = self.now + HELD;
                one(id, message, held)
            })
            .collect();
        for made in held.iter().filter(|made| !made.seen.held) {
            tracing::warn!(
                message = made.id.to_string(),
                cap,
                next = "it is sent when somebody approves of more today; else another day, or the next round asks anew",
                "a message is held: the day's cap is reached"
            );
        }
        self.moved(&held).await?;
        Ok(false)
    }

    /// The messages whose question still wants an answer; the others are cancelled, and so is an invitation that the cap held
    /// on an earlier day, for a later round asks anew. One that was claimed when the family answered, and came back because
    /// the provider was busy, is found here.
    async fn still_wanted(&self, group: Vec<(MessageId, Message)>) -> Result<Vec<(MessageId, Message)>, Failure> {
        let wanted = self.app.table.open_conferences(&group).await?;
        let today = self.app.district.today(self.now);
        let mut answered = BTreeSet::new();
        for (id, message) in &group {
            if message.purpose() == Purpose::EmergencyContactRequest {
                let record = self.app.table.load(&id.student).await?;
                if !record.lacks_somebody_to_call(today) {
                    answered.insert(id.clone());
                }
            }
        }
        let (wanted, pointless): (Vec<_>, Vec<_>) = group.into_iter().partition(|(id, message)| {
            let invites = message.purpose() == Purpose::Invitation;
            let stale = invites && message.held && message.run_on < today;
            let asked = wanted.contains(&ConferenceId {
                student: id.student.clone(),
                n: message.conference,
            });
            asked && !stale && !answered.contains(id)
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

    /// The message about an agreed time, where that stands; else it is cancelled. A reminder that waited until the time
    /// itself is of no use.
    async fn stands(&self, id: &MessageId, message: &Message) -> Result<Vec<(MessageId, Message)>, Failure> {
        let about = ConferenceId {
            student: id.student.clone(),
            n: message.conference,
        };
        let conference = self.app.table.conference(&about).await?;
        let bookings = conference.map(|conference| conference.bookings).unwrap_or_default();
        let wanted = message.told.as_ref().is_some_and(|told| {
            let over = told.purpose == Purpose::Reminder && told.booking.starts_at <= self.now;
            told.is_wanted(&bookings) && !over
        });
        if wanted {
            return Ok(vec![(id.clone(), message.clone())]);
        }
        self.moved(&[settled(id, message, MessageStatus::Cancelled)]).await?;
        Ok(Vec::new())
    }

    /// The state's document, where the message carries it (R8): an e-mail about a time that was agreed.
    async fn document(&self, language: &Language, message: &Message) -> Result<Option<Document>, Failure> {
        match (self.channel, message.purpose()) {
            (Channel::Email, Purpose::Confirmation | Purpose::Change) => self.app.document(language, self.now).await,
            _ => Ok(None),
        }
    }

    /// What a message about an agreed time says.
    async fn news(
        &self,
        household: &Household,
        (id, message, told): (&MessageId, &Message, &Told),
        link: Link,
    ) -> Result<News, Failure> {
        let conference = ConferenceId {
            student: id.student.clone(),
            n: message.conference,
        };
        Ok(News {
            purpose: told.purpose,
            child: household.child(self.app, &id.student, self.now),
            district: self.app.district.name.clone(),
            time: self
                .app
                .agreed_time(self.families, &conference, &told.booking, told.revision, self.now)
                .await?,
            document: None,
            link,
        })
    }

    async fn lapsed(&self, id: &MessageId, message: &Message) -> Result<(), Failure> {
        tracing::error!(
            send_id = message.sent_as.as_deref().unwrap_or_default(),
            next = "it is never sent again, and counts for nothing",
            "message may have been sent: its sender did not say"
        );
        figures::say("Unknown", 1);
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
