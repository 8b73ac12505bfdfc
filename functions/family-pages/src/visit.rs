//! Who opened a link, and which conferences are theirs to answer. Only what this guardian may know is read into it: nothing
//! of another household's answers.

use crate::Call;
use chrono::{DateTime, Utc};
use domain::conference::State;
use domain::contact::{Language, Personal, usable_address, usable_number};
use domain::ids::{ConferenceId, OrgId, UserId};
use domain::record::{Booking, Conference, Reason, StudentRecord, TaskKind, TaskState};
use domain::roster::{Object, ObjectKey, ObjectKind, Org, Recorded, User};
use messages::Voice;
use runtime::Failure;
use store::links::LinkOf;

/// A guardian at the door.
pub(crate) struct Visit<'a> {
    pub(crate) link: LinkOf,
    pub(crate) voice: Voice<'a>,
    pub(crate) guardian: User,
    /// The language that the family speaks, as far as known.
    spoken: Option<Language>,
    /// It is not the district's: an interpreter is asked about first.
    pub(crate) speaks_another: bool,
    /// The children about whom the guardian may be written to, in order.
    pub(crate) children: Vec<Child>,
    now: DateTime<Utc>,
}

/// One of the guardian's children.
pub(crate) struct Child {
    pub(crate) id: UserId,
    pub(crate) first_name: String,
    pub(crate) school: OrgId,
    pub(crate) school_name: String,
    pub(crate) school_phone: Option<String>,
    pub(crate) teacher: Option<UserId>,
    pub(crate) teacher_name: Option<String>,
    /// The child's guardians, whether they may be contacted or not.
    pub(crate) agents: Vec<UserId>,
    pub(crate) record: StudentRecord,
}

/// How a conference stands, as this guardian may know it.
pub(crate) enum Stands<'a> {
    /// No time is agreed with this guardian.
    Open,
    /// A time is agreed.
    Booked(&'a Booking),
    /// The family asked for a call.
    CallAsked,
    /// The family does not want it.
    Declined,
}

impl Child {
    /// The conferences that there is something to do about for `guardian`, oldest first: those that are asked for, those whose
    /// time lies ahead (also where the other household has been already); where there is none, what was agreed or declined last.
    pub(crate) fn conferences(&self, guardian: &UserId, now: DateTime<Utc>) -> Vec<ConferenceId> {
        let ahead = |c: &Conference| c.bookings.iter().any(|booking| booking.starts_at > now);
        let own = |c: &Conference| {
            let mut own = c
                .bookings
                .iter()
                .filter(|booking| booking.guardian.as_ref() == Some(guardian));
            own.any(|booking| booking.starts_at > now)
        };
        let wanted = |c: &Conference| match c.state {
            State::Open | State::NoShow | State::Unreachable => true,
            State::Scheduled => ahead(c),
            State::Held => own(c),
            State::Declined | State::Void | State::Moot => false,
        };
        let mut found: Vec<_> = self.record.conferences.iter().filter(|(_, c)| wanted(c)).collect();
        if found.is_empty() {
            let last = self.record.conferences.iter();
            let last = last.filter(|(_, c)| matches!(c.state, State::Scheduled | State::Declined));
            found.extend(last.max_by_key(|(n, c)| (c.due_on, **n)));
        }
        found.sort_by_key(|(n, c)| (c.due_on, **n));
        let id = |n: &u32| ConferenceId {
            student: self.id.clone(),
            n: *n,
        };
        found.into_iter().map(|(n, _)| id(n)).collect()
    }

    /// How a conference stands for `guardian`. A time of which nobody said whose it is, is everybody's.
    pub(crate) fn stands(&self, n: u32, guardian: &UserId) -> Stands<'_> {
        let Some(conference) = self.record.conferences.get(&n) else {
            return Stands::Open;
        };
        let own = |of: Option<&UserId>| {
            conference
                .bookings
                .iter()
                .find(|booking| booking.guardian.as_ref() == of)
        };
        if let Some(booking) = own(Some(guardian)).or_else(|| own(None)) {
            return Stands::Booked(booking);
        }
        if conference.answered_by.as_ref().is_some_and(|who| who != guardian) {
            return Stands::Open;
        }
        let call = self.record.tasks.get(&(n, TaskKind::ReachFamily));
        match conference.state {
            State::Declined => Stands::Declined,
            _ if call.is_some_and(|t| t.state == TaskState::Open && t.reason == Reason::CallRequested) => {
                Stands::CallAsked
            }
            _ => Stands::Open,
        }
    }
}

impl<'a> Visit<'a> {
    /// Reads who it is; `None`: the SIS does not know this guardian any more.
    pub(crate) async fn read(
        call: &Call<'a>,
        link: LinkOf,
        chosen: Option<Language>,
    ) -> Result<Option<Visit<'a>>, Failure> {
        let table = &call.app.table;
        let today = call.app.district.today(call.now);
        let refers = table.referring(&format!("user#{}", link.guardian)).await?;
        let mut records: Vec<(UserId, StudentRecord)> = Vec::new();
        for id in refers.iter().filter_map(|row| row.strip_prefix("student#")) {
            let id = UserId::from(id);
            let record = table.load(&id).await?;
            let facts = record.facts.as_ref();
            if facts.is_some_and(|facts| !facts.left && facts.guardians.contains_key(&link.guardian)) {
                records.push((id, record));
            }
        }
        let user = |id: &UserId| ObjectKey::new(ObjectKind::User, id.as_str());
        let mut wanted = vec![user(&link.guardian)];
        for (id, record) in &records {
            wanted.push(user(id));
            wanted.extend(record.teacher_on(today).map(user));
            let school = record.school_on(today);
            wanted.extend(school.map(|school| ObjectKey::new(ObjectKind::Org, school.as_str())));
        }
        let objects = table.objects(&wanted).await?;
        let Some(guardian) = find_user(&objects, &link.guardian) else {
            return Ok(None);
        };
        let mut children: Vec<Child> = Vec::new();
        for (id, record) in records {
            let Some(child) = find_user(&objects, &id) else {
                continue;
            };
            let Some(school) = record.school_on(today).cloned() else {
                continue;
            };
            let org = find_org(&objects, &school);
            let teacher = record.teacher_on(today).cloned();
            let named = teacher.as_ref().and_then(|teacher| find_user(&objects, teacher));
            let first_name = child.preferred_given_name.as_ref().unwrap_or(&child.given_name);
            children.push(Child {
                first_name: first_name.reveal().to_owned(),
                school_name: org.map(|org| org.name.clone()).unwrap_or_default(),
                school_phone: org.and_then(|org| org.phone.clone()),
                teacher_name: named.map(|user| full_name(&user)),
                agents: child.agents.clone(),
                school,
                teacher,
                id,
                record,
            });
        }
        children.sort_by(|a, b| (&a.first_name, &a.id).cmp(&(&b.first_name, &b.id)));
        let texts = &call.families.texts;
        let home = records_language(&children, &link.guardian);
        let spoken = chosen.or(guardian.home_language.clone()).or(home);
        let district = &call.app.district.language;
        Ok(Some(Visit {
            voice: texts.voice(&texts.language(spoken.as_ref(), district)),
            speaks_another: spoken
                .as_ref()
                .is_some_and(|spoken| spoken.primary() != district.primary()),
            spoken,
            now: call.now,
            link,
            guardian,
            children,
        }))
    }

    /// The child whose conference this is, with the number; `None`: it is none of this guardian's.
    pub(crate) fn of(&self, id: &ConferenceId) -> Option<(&Child, u32)> {
        let child = self.children.iter().find(|child| child.id == id.student)?;
        let state = child.record.conferences.get(&id.n)?.state;
        (!matches!(state, State::Void | State::Moot)).then_some((child, id.n))
    }

    /// The children whose conferences there is something to do about, each with the conference.
    pub(crate) fn asked<'v>(&'v self) -> Vec<(&'v Child, ConferenceId)> {
        let of = |child: &'v Child| {
            let ids = child.conferences(&self.link.guardian, self.now);
            ids.into_iter().map(move |id| (child, id))
        };
        self.children.iter().flat_map(of).collect()
    }

    /// The language that an interpreter would speak: the family's, else the one that the page is in.
    pub(crate) fn interpreter(&self) -> Language {
        let spoken = self.spoken.clone();
        spoken.unwrap_or_else(|| self.voice.language().clone())
    }

    /// The number that the school has of the guardian.
    pub(crate) fn number(&self) -> Option<Personal> {
        let of = |number: &Option<Personal>| usable_number(number.as_ref()?.reveal());
        of(&self.guardian.phone).or_else(|| of(&self.guardian.sms))
    }

    /// The numbers and addresses that messages to the guardian go to.
    pub(crate) fn contacts(&self) -> (Option<Personal>, Option<Personal>) {
        let sms = self
            .guardian
            .sms
            .as_ref()
            .and_then(|number| usable_number(number.reveal()));
        let email = self.guardian.email.as_ref();
        (sms, email.and_then(|address| usable_address(address.reveal())))
    }
}

/// The last two digits of a number: enough to know one's own by.
pub(crate) fn last_digits(number: &Personal) -> String {
    let digits = number.reveal();
    digits[digits.len().saturating_sub(2)..].to_owned()
}

fn records_language(children: &[Child], guardian: &UserId) -> Option<Language> {
    children.iter().find_map(|child| {
        let facts = child.record.facts.as_ref()?;
        facts.guardians.get(guardian)?.language.clone()
    })
}

fn find_user(objects: &[Recorded], id: &UserId) -> Option<User> {
    objects.iter().find_map(|recorded| match &recorded.object {
        Object::User(user) if recorded.active && recorded.key.id.as_str() == id.as_str() => Some(user.as_ref().clone()),
        _ => None,
    })
}

fn find_org<'o>(objects: &'o [Recorded], id: &OrgId) -> Option<&'o Org> {
    objects.iter().find_map(|recorded| match &recorded.object {
        Object::Org(org) if recorded.key.id.as_str() == id.as_str() => Some(org),
        _ => None,
    })
}

fn full_name(user: &User) -> String {
    let given = user.preferred_given_name.as_ref().unwrap_or(&user.given_name);
    format!("{} {}", given.reveal(), user.family_name.reveal())
        .trim()
        .to_owned()
}
