//! What the local cloud shows of the table: lists of plain JSON, as tests and people read them. Exempt from the rule
//! against scans: it serves one person on one machine.

use crate::world::World;
use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};
use domain::ids::{ConferenceId, UserId};
use domain::record::{MessageStatus, NO_CONFERENCE, StudentRecord, TaskKind, task_id};
use messages::sms::{Encoding, measure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::contacts::Reply;
use store::students::{Audit, StaffNotice};
use store::{StoreError, Table};

/// The lists that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Conferences.
    Conferences,
    /// Every SMS and e-mail that left.
    Inbox,
    /// Tasks for staff.
    Tasks,
    /// The audit trail.
    Events,
    /// Text messages that were written to the district.
    Replies,
}

impl World {
    /// A list, oldest first; only what concerns `student` or `conference`, where given.
    ///
    /// # Errors
    /// An item that cannot be read.
    pub async fn list(&self, list: List, student: Option<&str>, conference: Option<&str>) -> Result<Value, StoreError> {
        let of_conference = conference.and_then(|id| id.parse::<ConferenceId>().ok());
        let only = student.map(UserId::from).or(of_conference.map(|id| id.student));
        let items = match list {
            List::Conferences => self.conferences(&self.records(only.as_ref()).await?),
            List::Inbox => self.inbox().await?,
            List::Tasks => self.tasks(&self.records(only.as_ref()).await?),
            List::Events => self.events()?,
            List::Replies => self.replies()?,
        };
        let concerns = |item: &Value, one: &str, many: &str, wanted: Option<&str>| {
            wanted.is_none_or(|wanted| {
                item[one] == wanted
                    || item[many]
                        .as_array()
                        .is_some_and(|ids| ids.iter().any(|id| id == wanted))
            })
        };
        let items: Vec<Value> = items
            .into_iter()
            .filter(|item| concerns(item, "student", "students", student))
            .filter(|item| {
                concerns(item, "conference", "conferences", conference)
                    || (list == List::Conferences && conference.is_some_and(|id| item["id"] == id))
            })
            .collect();
        Ok(json!({ "items": items }))
    }

    /// All conferences and all tasks, as their lists show them, by one look at the table.
    ///
    /// # Errors
    /// An item that cannot be read.
    pub async fn conferences_and_tasks(&self) -> Result<(Vec<Value>, Vec<Value>), StoreError> {
        let records = self.records(None).await?;
        Ok((self.conferences(&records), self.tasks(&records)))
    }

    /// The records of all students, or of one.
    pub(crate) async fn records(&self, only: Option<&UserId>) -> Result<BTreeMap<UserId, StudentRecord>, StoreError> {
        let client = self.cloud.dynamodb_client("local-pages");
        if let Some(student) = only {
            let record = Table::new(client, &self.settings.table).load(student).await?;
            return Ok(BTreeMap::from([(student.clone(), record)]));
        }
        let mut rows = Vec::new();
        let mut from = None;
        loop {
            let page = client
                .scan()
                .table_name(&self.settings.table)
                .filter_expression("begins_with(PK, :student)")
                .expression_attribute_values(":student", AttributeValue::S("STUDENT#".into()))
                .set_exclusive_start_key(from)
                .send()
                .await?;
            rows.extend(page.items.unwrap_or_default());
            from = page.last_evaluated_key;
            if from.is_none() {
                break;
            }
        }
        store::students::records(&rows)
    }

    fn conferences(&self, records: &BTreeMap<UserId, StudentRecord>) -> Vec<Value> {
        let since = self.settings.district.policy.document_needed_since;
        let mut found: Vec<(DateTime<Utc>, Value)> = Vec::new();
        for (student, record) in records {
            for (n, conference) in &record.conferences {
                let booking = conference.bookings.iter().min_by_key(|booking| booking.starts_at);
                found.push((
                    conference.opened_at,
                    json!({
                        "id": ConferenceId { student: student.clone(), n: *n }.to_string(),
                        "student": student,
                        "school": record.school_on(self.today()),
                        "teacher": record.teacher_on(self.today()),
                        "kind": conference.kind(),
                        "due_on": conference.due_on,
                        "opened_on": conference.opened_on,
                        "state": conference.state,
                        "attempts": record.attempts(*n, self.settings.district.zone),
                        "rounds": conference.rounds.len(),
                        "starts_at": booking.map(|booking| booking.starts_at),
                        "mode": booking.map(|booking| booking.mode),
                        "document": record.document_provided(*n),
                        "document_missing": record.document_missing(*n, since),
                    }),
                ));
            }
        }
        in_order(found)
    }

    fn tasks(&self, records: &BTreeMap<UserId, StudentRecord>) -> Vec<Value> {
        let mut found = Vec::new();
        for (student, record) in records {
            let school = record.school_on(self.today());
            let facts = record.facts.as_ref();
            for ((n, kind), task) in &record.tasks {
                let assignee = match kind {
                    TaskKind::RepairContact => None,
                    TaskKind::ReachFamily => record.teacher_on(self.today()),
                    TaskKind::WelfareCheck | TaskKind::UrgentReply => {
                        facts.and_then(|facts| facts.principals.get(school?))
                    }
                };
                let assignee = assignee.map(UserId::as_str).or(school.map(|school| school.as_str()));
                let conference = ConferenceId {
                    student: student.clone(),
                    n: *n,
                };
                found.push((
                    task.opened_on,
                    json!({
                        "id": task_id(student, *n, *kind),
                        "kind": kind,
                        "assignee": assignee,
                        "student": student,
                        "school": school,
                        "conference": (*n != NO_CONFERENCE).then(|| conference.to_string()),
                        "reason": task.reason.words(),
                        "detail": task.detail,
                        "opened_on": task.opened_on,
                        "state": task.state,
                        "outcome": task.outcome,
                    }),
                ));
            }
        }
        in_order(found)
    }

    fn events(&self) -> Result<Vec<Value>, StoreError> {
        let mut found = Vec::new();
        for item in self.items() {
            let Some(student) = item["PK"]
                .as_str()
                .and_then(|pk| pk.strip_prefix("AUDIT#"))
                .map(UserId::from)
            else {
                continue;
            };
            let audit: Audit =
                serde_json::from_value(item.clone()).map_err(|error| StoreError::Broken(error.to_string()))?;
            for entry in audit.entries {
                let conference = entry.conference.map(|n| {
                    ConferenceId {
                        student: student.clone(),
                        n,
                    }
                    .to_string()
                });
                found.push((
                    audit.at,
                    json!({
                        "at": audit.at,
                        "type": entry.kind,
                        "student": student,
                        "conference": conference,
                        "actor": audit.actor,
                        "rule": entry.rule,
                        "detail": entry.detail,
                    }),
                ));
            }
        }
        Ok(in_order(found))
    }

    /// The text messages that families wrote, each with the id of the send that answers it.
    fn texts(&self) -> Result<Vec<(String, Reply)>, StoreError> {
        let mut found = Vec::new();
        for item in self.items() {
            let (pk, sk) = (item["PK"].as_str(), item["SK"].as_str());
            let contact = pk.and_then(|pk| pk.strip_prefix("CONTACT#"));
            let (Some(contact), Some(sk)) = (contact, sk.filter(|sk| *sk != store::keys::ROOT)) else {
                continue;
            };
            let id = format!("{contact}.{sk}");
            let reply = serde_json::from_value(item).map_err(|error| StoreError::Broken(error.to_string()))?;
            found.push((id, reply));
        }
        Ok(found)
    }

    fn replies(&self) -> Result<Vec<Value>, StoreError> {
        let written = self.texts()?.into_iter().filter(|(_, reply)| !reply.asks_for_link);
        let found = written.map(|(id, reply)| {
            let shown = json!({
                "id": id,
                "at": reply.at,
                "from": reply.from,
                "text": reply.text,
                "danger": reply.danger,
                "students": reply.students,
                "guardians": reply.guardians,
                "handled": reply.handled,
                "answered": matches!(reply.answer, Some(MessageStatus::Sent { .. })),
            });
            ((reply.at, id), shown)
        });
        Ok(in_order(found.collect()))
    }

    /// How many letters wait because the day's cap is reached: what one guardian gets of a day by one channel is one letter,
    /// as the cap counts it, whatever the number of children.
    pub(crate) fn held(&self) -> usize {
        let items = self.items();
        let held = items
            .iter()
            .filter(|item| item["held"] == true && item["status"] == "pending");
        let letters: BTreeSet<[Option<&str>; 3]> = held
            .map(|item| ["guardian", "channel", "run_on"].map(|part| item[part].as_str()))
            .collect();
        letters.len()
    }

    async fn inbox(&self) -> Result<Vec<Value>, StoreError> {
        let mut sends: BTreeMap<String, Send> = BTreeMap::new();
        for (student, record) in self.records(None).await? {
            for message in record.messages.values() {
                let Some(sent_as) = &message.sent_as else { continue };
                let send = sends.entry(sent_as.clone()).or_default();
                send.recipient = Some(message.guardian.clone());
                send.round = send.round.or(Some(message.round).filter(|round| *round > 0));
                send.delivered_at = message.delivered_at;
                send.bounced |= matches!(message.status, MessageStatus::Bounced { .. });
                send.about(ConferenceId {
                    student: student.clone(),
                    n: message.conference,
                });
            }
        }
        for item in self.items() {
            let staff = item["PK"].as_str().and_then(|pk| pk.strip_prefix("STAFF#"));
            let (Some(staff), Some(sent_as)) = (staff, item["sent_as"].as_str()) else {
                continue;
            };
            let send = sends.entry(sent_as.to_owned()).or_default();
            send.recipient = Some(UserId::from(staff));
            let carries = item["carries"].as_array().into_iter().flatten();
            for conference in carries.filter_map(|sk| StaffNotice::conference_of(sk.as_str()?)) {
                send.about(conference);
            }
        }
        for (id, reply) in self.texts()? {
            let send = sends.entry(id).or_default();
            send.recipient = reply.guardians.first().or(reply.students.first()).cloned();
            send.students.extend(reply.students);
        }
        let letters = self.cloud.inbox();
        let unknown = Send::default();
        Ok(letters
            .iter()
            .map(|letter| {
                let tag = |name: &str| letter.tags.get(name).map(|value| runtime::deliver::untagged(value));
                let measured = letter.body.as_deref().map(measure);
                let send = tag("confer-send").and_then(|id| sends.get(&id)).unwrap_or(&unknown);
                json!({
                    "id": letter.id,
                    "channel": letter.channel,
                    "purpose": letter.tags.get("confer-purpose"),
                    "to": letter.to,
                    "recipient": send.recipient,
                    "language": tag("confer-language"),
                    "body": letter.body,
                    "segments": measured.map(|(_, segments)| segments),
                    "encoding": measured.map(|(encoding, _)| match encoding {
                        Encoding::Gsm7 => "GSM-7",
                        Encoding::Ucs2 => "UCS-2",
                    }),
                    "from": letter.from,
                    "headers": letter.headers,
                    "raw": letter.raw,
                    "subject": letter.subject,
                    "text": letter.text,
                    "html": letter.html,
                    "calendar": letter.calendar,
                    "attachments": letter.attachments,
                    "sent_at": letter.sent_at,
                    "delivered_at": send.delivered_at,
                    "bounced": send.bounced,
                    "students": send.students,
                    "conferences": send.conferences,
                    "round": send.round,
                })
            })
            .collect())
    }
}

/// What is known of a send beside what the provider got.
#[derive(Default)]
struct Send {
    recipient: Option<UserId>,
    round: Option<u32>,
    delivered_at: Option<DateTime<Utc>>,
    bounced: bool,
    students: BTreeSet<UserId>,
    conferences: BTreeSet<String>,
}

impl Send {
    fn about(&mut self, conference: ConferenceId) {
        if conference.n != NO_CONFERENCE {
            self.conferences.insert(conference.to_string());
        }
        self.students.insert(conference.student);
    }
}

fn in_order<K: Ord>(mut found: Vec<(K, Value)>) -> Vec<Value> {
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.into_iter().map(|(_, value)| value).collect()
}
