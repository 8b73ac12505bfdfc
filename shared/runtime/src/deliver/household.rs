//! Whom a guardian's message is about.

use super::{active_user, address, user};
use crate::{App, Failure};
use chrono::{DateTime, Utc};
use domain::contact::{Language, Personal};
use domain::facts;
use domain::ids::{MessageId, OrgId, UserId};
use domain::record::{Channel, Message, Purpose};
use domain::roster::{Object, ObjectKey, ObjectKind, Org, User};
use messages::{Child, ContactRequest, Invitation, Link, Texts};
use std::collections::BTreeMap;

/// A guardian with the children a message is about, as the SIS describes them now, or did last.
pub(super) struct Household {
    guardian: Option<User>,
    guardian_id: UserId,
    children: BTreeMap<UserId, User>,
    schools: BTreeMap<OrgId, Org>,
}

impl Household {
    pub(super) async fn read(app: &App, guardian: &UserId, group: &[(MessageId, Message)]) -> Result<Self, Failure> {
        let mut wanted = vec![ObjectKey::new(ObjectKind::User, guardian.as_str())];
        wanted.extend(
            group
                .iter()
                .map(|(id, _)| ObjectKey::new(ObjectKind::User, id.student.as_str())),
        );
        let people = app.table.objects(&wanted).await?;
        let find = |id: &str| people.iter().find(|recorded| recorded.key.id.as_str() == id);
        // That a time is off is told also where the SIS deleted the student.
        let known = |(id, message): &(MessageId, Message)| {
            let child = find(id.student.as_str())?;
            let told = child.active || message.purpose() == Purpose::Cancellation;
            Some((id.student.clone(), user(child).filter(|_| told)?.clone()))
        };
        let children: BTreeMap<UserId, User> = group.iter().filter_map(known).collect();
        let schools: Vec<ObjectKey> = children
            .values()
            .flat_map(facts::schools)
            .map(|(_, school)| ObjectKey::new(ObjectKind::Org, school.as_str()))
            .collect();
        let schools = app.table.objects(&schools).await?;
        Ok(Self {
            guardian: find(guardian.as_str()).and_then(active_user).cloned(),
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
    pub(super) fn unwelcome(&self, child: &UserId) -> Option<&'static str> {
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

    pub(super) fn address(&self, channel: Channel) -> Option<Personal> {
        address(self.guardian.as_ref()?, channel)
    }

    /// The language that the guardian chose, else the guardian's own, else that of the child's home.
    pub(super) fn language(&self, app: &App, texts: &Texts, child: &UserId, chosen: Option<Language>) -> Language {
        let own = self
            .guardian
            .as_ref()
            .and_then(|guardian| guardian.home_language.as_ref());
        let home = self.children.get(child).and_then(|child| child.home_language.as_ref());
        texts.language(chosen.as_ref().or(own).or(home), &app.district.language)
    }

    /// What messages that go together come to: an invitation, which asks whom to call along with it where any of them does;
    /// else that question alone.
    pub(super) fn asked(
        &self,
        app: &App,
        group: &[(MessageId, Message)],
        now: DateTime<Utc>,
        link: Link,
    ) -> Result<Invitation, ContactRequest> {
        let district = app.district.name.clone();
        let of = |purpose: Purpose| {
            let of = group.iter().filter(|(_, message)| message.purpose() == purpose);
            let known = of.filter(|(id, _)| self.children.contains_key(&id.student));
            known
                .map(|(id, _)| self.child(app, &id.student, now))
                .collect::<Vec<_>>()
        };
        let (invited, asked) = (of(Purpose::Invitation), of(Purpose::EmergencyContactRequest));
        if group
            .iter()
            .any(|(_, message)| message.purpose() == Purpose::Invitation)
        {
            Ok(Invitation {
                children: invited,
                asks_whom_to_call: !asked.is_empty(),
                district,
                link,
            })
        } else {
            Err(ContactRequest {
                children: asked,
                district,
                link,
            })
        }
    }

    pub(super) fn child(&self, app: &App, child: &UserId, now: DateTime<Utc>) -> Child {
        let child = self.children.get(child);
        let schools = child.map(facts::schools).unwrap_or_default();
        let today = app.district.today(now);
        let school = domain::span::school_on(&schools, today);
        let school = school.and_then(|school| self.schools.get(school));
        let first_name = child.map(|child| child.preferred_given_name.as_ref().unwrap_or(&child.given_name));
        Child {
            first_name: first_name.map(|name| name.reveal().to_owned()).unwrap_or_default(),
            school: school.map(|school| school.name.clone()).unwrap_or_default(),
            school_phone: school.and_then(|school| school.phone.clone()),
        }
    }
}
