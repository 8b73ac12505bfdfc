//! Erasing a student on request (FERPA): every row that is about the student, and about whoever is known for the student's
//! sake only. What is left of them is a tombstone, in a table of its own, so that a restored table is told again.
//!
//! Opt-outs stay: a number or an address that said STOP is a digest there, and is not written to for anybody.

use crate::contacts::{ContactId, ContactKey};
use crate::keys;
use crate::objects::roster_rows;
use crate::students::Commit;
use crate::{Item, StoreError, Table, from_item, get_text, key, text, to_item};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::create_table::builders::CreateTableFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeyType, ScalarAttributeType};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::facts::{contacts_of, is_student};
use domain::ids::{ConferenceId, OrgId, UserId};
use domain::record::{MessageStatus, StudentRecord};
use domain::roster::{Enrollment, Object, ObjectKey, ObjectKind, Recorded, RoleKind, Scope, User};
use std::collections::BTreeSet;

/// A row, by its keys.
type Key = (String, String);

/// Who was erased, apart from the table.
#[derive(Clone, Debug)]
pub struct Tombstones {
    client: Client,
    name: String,
}

/// The one partition of it.
const ERASED: &str = "ERASED";

impl Tombstones {
    /// In the table of this name.
    pub fn new(client: Client, name: impl Into<String>) -> Self {
        Self {
            client,
            name: name.into(),
        }
    }

    /// Notes that a student is to be erased: before anything of them is, so that nothing is half done for ever.
    pub async fn add(&self, student: &UserId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.client
            .put_item()
            .table_name(&self.name)
            .item("PK", text(ERASED))
            .item("SK", text(student.as_str()))
            .item("at", text(keys::instant(now)))
            .send()
            .await?;
        Ok(())
    }

    /// The request that creates the table.
    pub fn definition(&self) -> Result<CreateTableFluentBuilder, StoreError> {
        let mut request = self
            .client
            .create_table()
            .table_name(&self.name)
            .billing_mode(BillingMode::PayPerRequest);
        for (name, kind) in [("PK", KeyType::Hash), ("SK", KeyType::Range)] {
            let attribute = AttributeDefinition::builder().attribute_name(name);
            request = request
                .key_schema(key(name, kind)?)
                .attribute_definitions(attribute.attribute_type(ScalarAttributeType::S).build()?);
        }
        Ok(request)
    }

    /// Everyone who ever was.
    pub async fn all(&self) -> Result<Vec<UserId>, StoreError> {
        let mut all = Vec::new();
        let mut from = None;
        loop {
            let page = self
                .client
                .query()
                .table_name(&self.name)
                .consistent_read(true)
                .key_condition_expression("PK = :pk")
                .expression_attribute_values(":pk", text(ERASED))
                .set_exclusive_start_key(from)
                .send()
                .await?;
            let items = page.items.unwrap_or_default();
            all.extend(items.iter().filter_map(|item| get_text(item, "SK")).map(UserId::from));
            from = page.last_evaluated_key;
            if from.is_none() {
                return Ok(all);
            }
        }
    }
}

/// How the partitions begin whose rows lead to other rows: to links, numbers and addresses, children.
const LEADING: [&str; 3] = ["GUARDIAN#", "OBJ#", "REF#user#"];

/// What is to be deleted, and what is to be written without the student.
#[derive(Default)]
struct Traces {
    delete: BTreeSet<Key>,
    put: Vec<Item>,
    /// Who goes: the student, and whoever is known for the student's sake only.
    gone: BTreeSet<UserId>,
    /// Numbers and addresses that they, or whoever stays, have or had.
    contacts: BTreeSet<ContactId>,
}

impl Table {
    /// Erases a student; how many rows that took. A second time finds none.
    pub async fn erase(
        &self,
        student: &UserId,
        contacts: &ContactKey,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let record = self.load(student).await?;
        let mut traces = Traces::default();
        self.roster_traces(student, &record, contacts, &mut traces).await?;
        self.record_traces(student, &record, &mut traces).await?;
        let rows = traces.delete.len() + traces.put.len();
        self.give_back_times(student, &record, zone, now).await?;
        self.write_all(traces.put, Vec::new()).await?;
        // What leads to other rows goes after them, the student's own last: what did not come to an end is found again.
        let own = ObjectKey::new(ObjectKind::User, student.as_str());
        let own = [
            keys::object(&own),
            keys::reference(&own.to_string()),
            keys::student(student),
        ];
        let turn = |(pk, _): &Key| match pk {
            pk if own.contains(pk) => 2,
            pk if LEADING.iter().any(|start| pk.starts_with(start)) => 1,
            _ => 0,
        };
        for now in 0..=2 {
            let some = traces.delete.iter().filter(|row| turn(row) == now).cloned();
            self.write_all(Vec::new(), some.collect()).await?;
        }
        Ok(rows)
    }

    /// The rows of a partition.
    async fn partition(&self, pk: String, traces: &mut Traces) -> Result<Vec<String>, StoreError> {
        let rows = self.sort_keys(&pk, "").await?;
        traces.delete.extend(rows.iter().map(|sk| (pk.clone(), sk.clone())));
        Ok(rows)
    }

    /// What the SIS said of the student, and of whoever is known for the student's sake.
    async fn roster_traces(
        &self,
        student: &UserId,
        record: &StudentRecord,
        contacts: &ContactKey,
        traces: &mut Traces,
    ) -> Result<(), StoreError> {
        let own = ObjectKey::new(ObjectKind::User, student.as_str());
        let known = self.objects(std::slice::from_ref(&own)).await?;
        let user = known.into_iter().find_map(user_of);
        let mut people: BTreeSet<UserId> = user.iter().flat_map(|user| user.agents.clone()).collect();
        let referring = self.partition(keys::reference(&own.to_string()), traces).await?;
        let had = contacts_among(&referring);
        people.extend(referring.iter().filter_map(|row| keys::agent_named(row)));
        let referring: Vec<ObjectKey> = referring.iter().filter_map(|row| row.parse().ok()).collect();
        // Nothing refers from a student to a mark but the student's own rows.
        let marks = record
            .marks
            .keys()
            .map(|id| ObjectKey::new(ObjectKind::Attendance, id.as_str()));
        for recorded in self
            .objects(&referring.into_iter().chain(marks).collect::<Vec<_>>())
            .await?
        {
            let own = match &recorded.object {
                Object::User(_) => {
                    people.insert(UserId::from(recorded.key.id.as_str()));
                    false
                }
                Object::Enrollment(Enrollment { class, user, .. }) if user == student => {
                    let class = keys::reference(&format!("class#{class}"));
                    traces.delete.insert((class, format!("student#{student}")));
                    true
                }
                Object::Period(period) => matches!(&period.scope, Scope::Student(id) if id == student),
                Object::Attendance(attendance) => attendance.student == *student,
                _ => false,
            };
            if own {
                self.object_traces(&recorded.key, traces).await?;
            }
        }
        for school in self.schools().await? {
            traces.delete.extend(self.membership(&school, student).await?);
        }
        for person in &people {
            self.person_traces(person, student, contacts, traces).await?;
        }
        gone(student, all_contacts(had, user.as_ref(), contacts), traces);
        self.object_traces(&own, traces).await?;
        self.text_traces(student, traces).await
    }

    /// The row that makes the student a member of a school, if there is one.
    async fn membership(&self, school: &OrgId, student: &UserId) -> Result<Option<Key>, StoreError> {
        let [row, _] = roster_rows(school, student);
        Ok(self.item(&row.0, &row.1).await?.map(|_| row))
    }

    /// An object of the SIS's, and what it refers to.
    async fn object_traces(&self, key: &ObjectKey, traces: &mut Traces) -> Result<(), StoreError> {
        self.partition(keys::reference(&key.to_string()), traces).await?;
        self.partition(keys::object(key), traces).await?;
        Ok(())
    }

    /// A guardian or emergency contact: whoever is nobody else's, and does not work or learn here, goes too; whoever stays
    /// is parted from the student.
    async fn person_traces(
        &self,
        person: &UserId,
        student: &UserId,
        contacts: &ContactKey,
        traces: &mut Traces,
    ) -> Result<(), StoreError> {
        let key = ObjectKey::new(ObjectKind::User, person.as_str());
        let referring = self.referring(&key.to_string()).await?;
        let others = referring.iter().any(|row| {
            row.strip_prefix("student#")
                .is_some_and(|child| child != student.as_str())
        });
        let item = self.item(&keys::object(&key), keys::ROOT).await?;
        let recorded: Option<Recorded> = item.as_ref().map(from_item).transpose()?;
        let of_the_house = |user: &User| is_student(user) || user.roles.iter().any(|role| role.kind != RoleKind::Other);
        let user = recorded.clone().and_then(user_of);
        let guardian = keys::guardian(person);
        let theirs = all_contacts(contacts_among(&referring), user.as_ref(), contacts);
        if others || user.as_ref().is_some_and(of_the_house) {
            let row = (keys::reference(&key.to_string()), format!("student#{student}"));
            traces.delete.extend(referring.contains(&row.1).then_some(row));
            let answers = ["answered", "spoken"].map(|how| format!("{how}#{student}"));
            let known = self.sort_keys(&guardian, "").await?;
            let answers = known.into_iter().filter(|sk| answers.contains(sk));
            traces.delete.extend(answers.map(|sk| (guardian.clone(), sk)));
            if let (Some(recorded), Some(mut item)) = (recorded, item) {
                let parted = parted(recorded.clone(), student);
                if parted != recorded {
                    item.extend(to_item(&parted, &keys::object(&key), keys::ROOT)?);
                    traces.put.push(item);
                }
            }
            traces.contacts.extend(theirs);
            return Ok(());
        }
        for row in self.rows(&guardian, "").await? {
            let digest = get_text(&row, "known").map(|digest| (keys::link(digest), keys::ROOT.to_owned()));
            traces.delete.extend(digest);
        }
        self.partition(guardian, traces).await?;
        gone(person, theirs, traces);
        self.object_traces(&key, traces).await
    }

    /// What was written in text messages: by whoever goes, about the student, or from where nobody is left.
    async fn text_traces(&self, student: &UserId, traces: &mut Traces) -> Result<(), StoreError> {
        for id in traces.contacts.clone() {
            let name = keys::reference(&keys::contact_name(&id));
            let of = self.sort_keys(&name, "").await?;
            let deserted = of
                .iter()
                .all(|who| traces.delete.contains(&(name.clone(), who.clone())));
            let pk = keys::contact(&id);
            for row in self.rows(&pk, "").await? {
                let sk = get_text(&row, "SK").unwrap_or_default();
                if sk == keys::ROOT {
                    continue;
                }
                let reply: crate::contacts::Reply = from_item(&row)?;
                let theirs = reply.guardians.iter().any(|guardian| traces.gone.contains(guardian));
                if deserted || theirs || reply.students.contains(student) {
                    traces.delete.insert((pk.clone(), sk.to_owned()));
                }
            }
        }
        Ok(())
    }

    /// What Confer itself wrote about the student.
    async fn record_traces(
        &self,
        student: &UserId,
        record: &StudentRecord,
        traces: &mut Traces,
    ) -> Result<(), StoreError> {
        self.partition(keys::audit(student), traces).await?;
        self.partition(keys::student(student), traces).await?;
        for (n, message) in &record.messages {
            let pointers = keys::merge(&message.guardian, message.run_on, message.channel);
            let pointer = (pointers, format!("{student}#{}", keys::message(*n)));
            traces.delete.insert(pointer);
            if let MessageStatus::Sent { provider_id, .. } = &message.status {
                traces.delete.insert((keys::sent(provider_id), keys::ROOT.to_owned()));
            }
        }
        let facts = record.facts.iter();
        let staff: BTreeSet<&UserId> = facts
            .flat_map(|facts| {
                let teachers = facts.teachers.values().chain(&facts.teacher);
                let leads = facts.principals.values().chain(facts.designees.values().flatten());
                teachers.chain(leads)
            })
            .collect();
        for person in staff {
            let pk = keys::staff(person);
            for row in self.rows(&pk, "").await? {
                if about(&row, student) {
                    let sk = get_text(&row, "SK").unwrap_or_default();
                    traces.delete.insert((pk.clone(), sk.to_owned()));
                }
            }
        }
        Ok(())
    }

    /// The teachers' time that the student's agreed times take.
    async fn give_back_times(
        &self,
        student: &UserId,
        record: &StudentRecord,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let today = now.with_timezone(&zone).date_naive();
        let commit = Commit {
            student,
            now,
            today,
            actor: None,
            digest_at: now,
            guardians_seen: Vec::new(),
            zone,
            only_if_free: false,
        };
        for write in self.slots(record, &StudentRecord::default(), &commit)? {
            self.client.transact_write_items().transact_items(write).send().await?;
        }
        Ok(())
    }
}

/// Numbers and addresses among rows of reference: all that somebody ever had.
fn contacts_among(referring: &[String]) -> BTreeSet<ContactId> {
    referring.iter().filter_map(|row| keys::contact_named(row)).collect()
}

/// With those that somebody has by now.
fn all_contacts(mut had: BTreeSet<ContactId>, user: Option<&User>, keys: &ContactKey) -> BTreeSet<ContactId> {
    let has = user.map(contacts_of).unwrap_or_default();
    had.extend(has.iter().map(|contact| keys.id(contact)));
    had
}

/// Somebody goes, and is no longer among those who have these numbers and addresses.
fn gone(person: &UserId, theirs: BTreeSet<ContactId>, traces: &mut Traces) {
    for id in &theirs {
        let who = (keys::reference(&keys::contact_name(id)), format!("user#{person}"));
        traces.delete.insert(who);
    }
    traces.gone.insert(person.clone());
    traces.contacts.extend(theirs);
}

fn user_of(recorded: Recorded) -> Option<User> {
    match recorded.object {
        Object::User(user) => Some(*user),
        _ => None,
    }
}

/// What the SIS said of somebody who stays, without the student.
fn parted(mut recorded: Recorded, student: &UserId) -> Recorded {
    if let Object::User(user) = &mut recorded.object {
        let before = (user.emergency_contact_for.len(), user.do_not_contact_for.len());
        user.emergency_contact_for.retain(|child| child != student);
        user.do_not_contact_for.retain(|child| child != student);
        if before != (user.emergency_contact_for.len(), user.do_not_contact_for.len()) {
            // An SIS may put names into the ids of its events.
            recorded.event = None;
        }
    }
    recorded
}

/// Whether a notice or a digest is about the student, or carries what was.
fn about(row: &Item, student: &UserId) -> bool {
    let of = |conference: &str| {
        let id = conference.parse::<ConferenceId>();
        id.is_ok_and(|id| id.student == *student)
    };
    let carried = row.get("carries").and_then(|carried| carried.as_l().ok());
    let mut carried = carried.into_iter().flatten().filter_map(|sk| sk.as_s().ok());
    get_text(row, "student") == Some(student.as_str()) || carried.any(|sk| sk.split('#').any(of))
}
