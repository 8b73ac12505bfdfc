//! The answer to a family's text message: at once, at any hour.

use super::{BUSY, Content, LEASE, Letter, Sender, active_user};
use crate::{Failure, figures};
use domain::contact::Language;
use domain::facts;
use domain::ids::UserId;
use domain::record::{Channel, MessageStatus};
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded, User};
use messages::{Answer, NewLink};
use std::collections::BTreeSet;
use store::StoreError;
use store::contacts::{ContactId, Reply};
use store::outbox::Sending;

impl Sender<'_> {
    pub(super) async fn answer(
        &self,
        contact: &ContactId,
        key: &str,
        send: impl AsyncFn(&Letter) -> super::Outcome,
    ) -> Result<(), Failure> {
        let table = &self.app.table;
        let Some(mut reply) = table.reply(contact, key).await? else {
            return Err(Failure::Permanent(format!(
                "there is no text message {key} of contact {contact}"
            )));
        };
        match reply.answer {
            Some(MessageStatus::Pending) if reply.relay_at <= self.now => {}
            Some(MessageStatus::Sending { lease_until }) if lease_until <= self.now => {
                tracing::error!(
                    contact = contact.to_string(),
                    next = "it is never sent again",
                    "an answer may have been sent: its sender did not say"
                );
                figures::say("Unknown", 1);
                return self.settle(contact, key, &mut reply, MessageStatus::Unknown).await;
            }
            _ => return Ok(()),
        }
        let known = table.contact(contact).await?;
        if let Some(why) = known.standing.refused() {
            let reason = format!("the number {why}");
            return self
                .settle(contact, key, &mut reply, MessageStatus::Refused { reason })
                .await;
        }
        if self.control.sending == Sending::Shadow {
            return self.settle(contact, key, &mut reply, MessageStatus::Withheld).await;
        }
        let people = self.people(&reply).await?;
        let (language, purpose, content) = if reply.asks_for_link {
            self.new_link(&people, &reply).await?
        } else {
            let wanted = language(&people, &reply);
            let language = self.texts.language(wanted, &self.app.district.language);
            let answer = Answer {
                schools: self.schools(&people, &reply).await?,
                district: self.app.district.name.clone(),
            };
            let content = Content::Sms(self.texts.answer_sms(&language, &answer));
            (language, "answer", content)
        };
        let lease_until = self.now + LEASE;
        reply.answer = Some(MessageStatus::Sending { lease_until });
        table.claim_reply(contact, key, &reply, &known).await?;
        let letter = Letter {
            send_id: format!("{contact}.{key}"),
            purpose,
            content,
            language,
            to: reply.from.clone(),
        };
        let outcome = send(&letter).await;
        self.log(&letter.send_id, &[], &outcome);
        let Some(status) = self.status_after(outcome) else {
            return Ok(());
        };
        // Whoever received the text may mark it as handled meanwhile: what is recorded goes on top of that.
        let claimed = async || {
            let known = table.reply(contact, key).await?;
            Ok::<_, StoreError>(known.filter(|known| known.answer == reply.answer))
        };
        let write = async || {
            let Some(mut next) = claimed().await? else {
                return Ok(());
            };
            if status == MessageStatus::Pending {
                next.relay_at = self.now + BUSY;
            }
            next.answer = Some(status.clone());
            table.put_reply(contact, key, &next).await
        };
        self.record(write, async || Ok(claimed().await?.is_some())).await
    }

    /// A new link for the guardian who asked.
    async fn new_link(&self, people: &[Recorded], reply: &Reply) -> Result<(Language, &'static str, Content), Failure> {
        let guardian = reply.guardians.first();
        let guardian = guardian.ok_or_else(|| Failure::Permanent("nobody asked for this link".into()))?;
        let (token, chosen) = self.families.link(self.app, guardian, self.now).await?;
        let wanted = chosen.as_ref().or(language(people, reply));
        let language = self.texts.language(wanted, &self.app.district.language);
        let new = NewLink {
            district: self.app.district.name.clone(),
            link: self.families.address(&token),
        };
        let content = match self.channel {
            Channel::Sms => Content::Sms(self.texts.new_link_sms(&language, &new)),
            Channel::Email => Content::Email(self.texts.new_link_email(&language, &new)),
        };
        Ok((language, "new_link", content))
    }

    async fn settle(
        &self,
        contact: &ContactId,
        key: &str,
        reply: &mut Reply,
        answer: MessageStatus,
    ) -> Result<(), Failure> {
        reply.answer = Some(answer);
        match self.app.table.put_reply(contact, key, reply).await {
            Ok(()) => {
                reply.version += 1;
                Ok(())
            }
            Err(StoreError::LostRace) => Err(Failure::Retryable("somebody else answers it".into())),
            Err(error) => Err(error.into()),
        }
    }

    async fn people(&self, reply: &Reply) -> Result<Vec<Recorded>, Failure> {
        let wanted: Vec<ObjectKey> = reply
            .guardians
            .iter()
            .chain(&reply.students)
            .map(|id| ObjectKey::new(ObjectKind::User, id.as_str()))
            .collect();
        Ok(self.app.table.objects(&wanted).await?)
    }

    /// The schools of the children that the writer may be told about (R7).
    async fn schools(&self, people: &[Recorded], reply: &Reply) -> Result<Vec<(String, Option<String>)>, Failure> {
        let today = self.app.district.today(self.now);
        let welcome = |child: &UserId| {
            reply.guardians.iter().all(|guardian| {
                find(people, guardian).is_some_and(|guardian| !guardian.do_not_contact_for.contains(child))
            })
        };
        let mut wanted = BTreeSet::new();
        for child in reply.students.iter().filter(|child| welcome(child)) {
            let schools = find(people, child).map(facts::schools).unwrap_or_default();
            let school = domain::span::school_on(&schools, today);
            wanted.extend(school.map(|school| ObjectKey::new(ObjectKind::Org, school.as_str())));
        }
        let wanted: Vec<ObjectKey> = wanted.into_iter().collect();
        let schools = self.app.table.objects(&wanted).await?;
        Ok(schools
            .into_iter()
            .filter_map(|recorded| match recorded.object {
                Object::Org(org) => Some((org.name, org.phone)),
                _ => None,
            })
            .collect())
    }
}

fn find<'a>(people: &'a [Recorded], id: &UserId) -> Option<&'a User> {
    people
        .iter()
        .find(|recorded| recorded.key.id.as_str() == id.as_str())
        .and_then(active_user)
}

/// The writer's language, else that of the home.
fn language<'a>(people: &'a [Recorded], reply: &Reply) -> Option<&'a Language> {
    let of = |ids: &[UserId]| ids.iter().find_map(|id| find(people, id)?.home_language.as_ref());
    of(&reply.guardians).or_else(|| of(&reply.students))
}
