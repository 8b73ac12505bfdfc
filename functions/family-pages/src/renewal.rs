//! A new link for somebody whose link no longer works: sent to a number or an address that the school has on file, and never
//! shown. Whether the school has it, is not said.

use crate::FamilyPages;
use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::{Personal, usable_address, usable_number};
use domain::facts::is_student;
use domain::ids::UserId;
use domain::record::MessageStatus;
use domain::roster::{Object, ObjectKey, ObjectKind};
use runtime::Failure;
use store::contacts::Reply;
use store::{StoreError, keys};

/// New links that one number or address is sent at most within a day.
const A_DAY: u32 = 4;

impl FamilyPages {
    /// Sends a new link where the school knows whom to; `false`: what was entered can be no number and no address.
    pub(crate) async fn renew(&self, entered: &str, now: DateTime<Utc>) -> Result<bool, Failure> {
        let contact = if entered.contains('@') {
            usable_address(entered)
        } else {
            usable_number(entered)
        };
        let Some(contact) = contact else { return Ok(false) };
        let id = self.app.contact_key()?.id(&contact);
        let few = self
            .app
            .table
            .within_limit(&id.0, A_DAY, TimeDelta::days(1), now)
            .await?;
        if let (Some(guardian), true) = (self.guardian_of(&contact).await?, few) {
            let key = keys::asked_for_link(now.timestamp().div_euclid(60));
            let asked = Reply {
                at: now,
                from: contact,
                text: Personal::new(""),
                danger: false,
                guardians: vec![guardian],
                students: Vec::new(),
                handled: true,
                relay_at: now,
                answer: Some(MessageStatus::Pending),
                asks_for_link: true,
                version: 0,
            };
            match self.app.table.put_reply(&id, &key, &asked).await {
                // It was asked for a moment ago, and is on its way.
                Ok(()) | Err(StoreError::LostRace) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }

    /// The guardian who has that number or address now: of several, the first. One that too many share is an office's.
    async fn guardian_of(&self, contact: &Personal) -> Result<Option<UserId>, Failure> {
        let (table, key) = (&self.app.table, self.app.contact_key()?);
        let having = table.users_of(&key.id(contact)).await?;
        if having.len() > self.app.district.policy.number_shared_by {
            return Ok(None);
        }
        let wanted: Vec<ObjectKey> = having
            .iter()
            .map(|id| ObjectKey::new(ObjectKind::User, id.as_str()))
            .collect();
        let mut guardians: Vec<UserId> = Vec::new();
        for recorded in table.objects(&wanted).await? {
            let Object::User(user) = &recorded.object else { continue };
            let sms = user.sms.as_ref().and_then(|number| usable_number(number.reveal()));
            let email = user.email.as_ref().and_then(|address| usable_address(address.reveal()));
            let same = |own: Personal| key.id(&own) == key.id(contact);
            if recorded.active && !is_student(user) && [sms, email].into_iter().flatten().any(same) {
                guardians.push(UserId(recorded.key.id.0.clone()));
            }
        }
        guardians.sort();
        for guardian in guardians {
            let refers = table.referring(&format!("user#{guardian}")).await?;
            if refers.iter().any(|row| row.starts_with("student#")) {
                return Ok(Some(guardian));
            }
        }
        Ok(None)
    }
}
