//! What staff are told.

use super::{BUSY, Content, LEASE, Letter, Outcome, Sender, active_user, address};
use crate::{Failure, figures};
use chrono::{NaiveDate, TimeDelta};
use domain::record::{Channel, MessageStatus, NO_CONFERENCE};
use domain::roster::{ObjectKey, ObjectKind};
use messages::Notice;
use store::outbox::Sending;
use store::staff::{Digest, Mailbox, Purpose};

impl Sender<'_> {
    pub(super) async fn staff(&self, mailbox: &Mailbox, send: impl AsyncFn(&Letter) -> Outcome) -> Result<(), Failure> {
        let table = &self.app.table;
        let today = self.app.district.today(self.now);
        let mut carried: Vec<String> = Vec::new();
        let mut sent_today = 0;
        let urgent = mailbox.purpose == Purpose::Urgent;
        for mut digest in table.digests(mailbox).await? {
            if let MessageStatus::Sending { lease_until } = digest.status {
                if lease_until > self.now {
                    if !urgent {
                        return Ok(());
                    }
                    // Another alarm does not wait for what becomes of this one.
                    sent_today += u32::from(digest.on == today);
                    carried.extend(digest.carries);
                    continue;
                }
                tracing::error!(
                    send_id = digest.sent_as,
                    next = "it is never sent again",
                    "digest may have been sent: its sender did not say"
                );
                figures::say("Unknown", 1);
                digest.status = MessageStatus::Unknown;
                table.settle_digest(mailbox, &digest).await?;
            }
            sent_today += u32::from(digest.on == today);
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
        if urgent {
            // At once, at any hour, as often as it takes.
            return self.digest(mailbox, today, sent_today, waiting, send).await;
        }
        if let Some(morning) = self.quiet_until() {
            return Ok(table.defer_notices(mailbox, &waiting, morning).await?);
        }
        if sent_today > 0 {
            let tomorrow = today.succ_opt().unwrap_or(today);
            let policy = &self.app.district.policy;
            let next = self.app.district.at(tomorrow, policy.run_at) + TimeDelta::minutes(policy.merge_minutes);
            return Ok(table.defer_notices(mailbox, &waiting, next).await?);
        }
        self.digest(mailbox, today, 0, waiting, send).await
    }

    async fn digest(
        &self,
        mailbox: &Mailbox,
        today: NaiveDate,
        nth: u32,
        waiting: Vec<(String, store::students::StaffNotice)>,
        send: impl AsyncFn(&Letter) -> Outcome,
    ) -> Result<(), Failure> {
        let table = &self.app.table;
        let found = table
            .objects(&[ObjectKey::new(ObjectKind::User, mailbox.staff.as_str())])
            .await?;
        let person = found.iter().find_map(active_user).filter(|user| user.enabled);
        let mut to = person.and_then(|user| address(user, mailbox.channel));
        let mut reason = "no usable number or address".to_owned();
        if let Some(contact) = &to {
            let known = table.contact(&self.app.contact_key()?.id(contact)).await?;
            if let Some(why) = known.standing.refused() {
                reason = format!("the number or address {why}");
                to = None;
            }
        }
        let mut digest = Digest {
            on: today,
            nth,
            carries: waiting.iter().map(|(sk, _)| sk.clone()).collect(),
            sent_as: format!("{}.{}", mailbox.staff, mailbox.digest(today, nth)),
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
            digest.status = MessageStatus::Refused { reason };
            table.claim_digest(mailbox, &digest).await?;
            return Ok(table.drop_notices(mailbox, digest.carries).await?);
        };
        if self.control.sending == Sending::Shadow {
            if mailbox.purpose == Purpose::Urgent {
                tracing::error!(
                    staff = mailbox.staff.as_str(),
                    next = "nobody is told while sending is in shadow: read the replies, and call the family",
                    "an urgent reply waits"
                );
            }
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
                    conference: (notice.conference != NO_CONFERENCE).then(|| notice.conference_id().to_string()),
                    on: notice.on,
                })
                .collect(),
        };
        let letter = Letter {
            send_id: digest.sent_as.clone(),
            purpose: match mailbox.purpose {
                Purpose::Alert => "principal_alert",
                Purpose::Urgent => "urgent_reply",
                Purpose::Digest => "staff_digest",
            },
            content: match (mailbox.channel, mailbox.purpose) {
                (Channel::Sms, Purpose::Urgent) => Content::Sms(self.texts.urgent_sms(&language, &lines)),
                (Channel::Email, Purpose::Urgent) => Content::Email(self.texts.urgent_email(&language, &lines)),
                (Channel::Sms, _) => Content::Sms(self.texts.alert_sms(&language, &lines)),
                (Channel::Email, _) => Content::Email(self.texts.digest_email(&language, &lines)),
            },
            language,
            to,
        };
        let outcome = send(&letter).await;
        self.log(&letter.send_id, &digest.carries, &outcome);
        let still_claimed = async || {
            let known = table.digests(mailbox).await?;
            Ok(known
                .iter()
                .any(|known| known.sent_as == digest.sent_as && matches!(known.status, MessageStatus::Sending { .. })))
        };
        match self.status_after(outcome) {
            None => Ok(()),
            Some(MessageStatus::Pending) => {
                let unclaim = async || table.unclaim_digest(mailbox, &digest).await;
                self.record(unclaim, still_claimed).await?;
                Ok(table.defer_notices(mailbox, &waiting, self.now + BUSY).await?)
            }
            Some(status) => {
                let settled = Digest {
                    status,
                    ..digest.clone()
                };
                let settle = async || table.settle_digest(mailbox, &settled).await;
                self.record(settle, still_claimed).await?;
                Ok(table.drop_notices(mailbox, settled.carries).await?)
            }
        }
    }
}
