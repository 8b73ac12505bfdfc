//! The student's item collection: one Query loads it, one transaction writes the difference between the record before
//! and the record after, conditional on the revision that was seen.

use crate::keys::{self, OutKind};
use crate::{Item, StoreError, Table, from_item, get_number, get_text, number, text, to_item};
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnConsumedCapacity, TransactWriteItem, Update,
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::calendar::school_year;
use domain::decide::{Decision, Entry, Notice, NoticeKind};
use domain::ids::{ConferenceId, UserId};
use domain::record::{Channel, Mark, Message, MessageStatus, StudentRecord, TaskKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long rows that only point at others are kept.
const POINTERS_KEPT: TimeDelta = TimeDelta::days(30);

/// What one commit wrote about a student, as the audit trail keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, where known.
    pub actor: Option<UserId>,
    /// What, in order.
    pub entries: Vec<Entry>,
}

/// What a commit needs besides the decision.
#[derive(Clone, Debug)]
pub struct Commit<'a> {
    /// Whose record.
    pub student: &'a UserId,
    /// The present.
    pub now: DateTime<Utc>,
    /// The day it is in the district.
    pub today: NaiveDate,
    /// Who commands, where known.
    pub actor: Option<&'a UserId>,
    /// When staff digests of today are sent at the earliest.
    pub digest_at: DateTime<Utc>,
    /// Guardians who must still be as they were read, each with the count of answers seen.
    pub guardians_seen: Vec<(UserId, u64)>,
    /// The district's time zone: teachers' days are the district's.
    pub zone: Tz,
    /// What is taken of a teacher's time must be free.
    pub only_if_free: bool,
}

/// How often a student's rows are read before others are left to finish what they write.
const TORN_READS: usize = 4;
/// At which revision a row was written.
const WRITTEN_AT: &str = "written_at";
/// The rows that the root's revision wrote, by sort key.
const WROTE: &str = "wrote";
/// The rows that it deleted.
const DROPPED: &str = "dropped";

#[derive(Serialize, Deserialize)]
struct Year {
    marks: BTreeMap<String, Mark>,
}

impl Table {
    /// The record of a student, by one strongly consistent Query; empty where nothing is known. A Query is no snapshot:
    /// where it shows a commit in part, it is asked again.
    pub async fn load(&self, student: &UserId) -> Result<StudentRecord, StoreError> {
        let mut seen = Vec::new();
        for reads in 1..=TORN_READS {
            let rows = self.rows(&keys::student(student), "").await?;
            // What stays as it is was put there by hand, and is no commit under way.
            let stays = reads == TORN_READS && rows == seen;
            if !is_whole(&rows) && !stays {
                seen = rows;
                continue;
            }
            let mut record = StudentRecord::default();
            for row in &rows {
                read_row(&mut record, row)?;
            }
            return Ok(record);
        }
        let why = format!("student {student}: the rows changed each time they were read");
        Err(StoreError::Unavailable(why))
    }

    /// Writes what `decision` changes against `before`, all or nothing, if the record is still the one that was seen.
    pub async fn commit(
        &self,
        before: &StudentRecord,
        decision: &Decision,
        commit: &Commit<'_>,
    ) -> Result<(), StoreError> {
        let after = &decision.record;
        let writes = self.writes(before, decision, commit)?;
        if writes.len() > 100 {
            return Err(StoreError::Broken(format!(
                "student {}: {} rows in one commit, a transaction holds 100",
                commit.student,
                writes.len()
            )));
        }
        if after.revision != before.revision + 1 {
            return Err(StoreError::Broken(format!(
                "student {}: a commit is one revision",
                commit.student
            )));
        }
        let answer = self
            .client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await?;
        self.capacity.write(answer.consumed_capacity().first());
        Ok(())
    }

    fn writes(
        &self,
        before: &StudentRecord,
        decision: &Decision,
        commit: &Commit<'_>,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let after = &decision.record;
        let mut root = self.root(commit.student, after);
        let mut writes = Vec::new();
        let (was, is) = (
            self.rows_of(before, commit.student, commit.today)?,
            self.rows_of(after, commit.student, commit.today)?,
        );
        for (sk, item) in &is {
            if was.get(sk) != Some(item) {
                let mut item = item.clone();
                item.insert(WRITTEN_AT.into(), number(after.revision));
                name(&mut root, WROTE, sk);
                let message = message_number(sk).map(|n| before.messages.get(&n));
                writes.push(self.put(item, |put| {
                    match message {
                        None => put,
                        Some(None) => put.condition_expression("attribute_not_exists(PK)"),
                        Some(Some(seen)) => put
                            .condition_expression("#status = :status AND claims = :claims")
                            .expression_attribute_names("#status", "status")
                            .expression_attribute_values(":status", text(status(&seen.status)))
                            .expression_attribute_values(":claims", number(seen.claims)),
                    }
                })?);
            }
        }
        for sk in was.keys().filter(|sk| !is.contains_key(*sk)) {
            name(&mut root, DROPPED, sk);
            let delete = Delete::builder()
                .table_name(&self.name)
                .key("PK", text(keys::student(commit.student)))
                .key("SK", text(sk))
                .build()?;
            writes.push(TransactWriteItem::builder().delete(delete).build());
        }
        let new = after
            .messages
            .iter()
            .filter(|(n, message)| message.is_put_together() && !before.messages.contains_key(n));
        for (n, message) in new {
            writes.push(self.put(pointer(commit, *n, message), |put| put)?);
        }
        writes.extend(self.slots(before, after, commit)?);
        if !decision.entries.is_empty() {
            let audit = Audit {
                at: commit.now,
                actor: commit.actor.cloned(),
                entries: decision.entries.clone(),
            };
            let item = to_item(&audit, &keys::audit(commit.student), &keys::revision(after.revision))?;
            writes.push(self.put(item, |put| put)?);
        }
        for (i, notice) in decision.notices.iter().enumerate() {
            for item in self.notice_rows(commit, after.revision, i, notice)? {
                writes.push(self.put(item, |put| put)?);
            }
        }
        if let Some(reached) = &decision.reached {
            for guardian in &reached.guardians {
                writes.extend(self.reached(guardian, reached.spoken, commit)?);
            }
        }
        writes.push(self.put(root, |put| {
            match before.revision {
                0 => put.condition_expression("attribute_not_exists(PK)"),
                seen => put
                    .condition_expression("revision = :seen")
                    .expression_attribute_values(":seen", number(seen)),
            }
        })?);
        for (guardian, seen) in &commit.guardians_seen {
            let check = ConditionCheck::builder()
                .table_name(&self.name)
                .key("PK", text(keys::guardian(guardian)))
                .key("SK", text(keys::ROOT))
                .condition_expression("attribute_not_exists(answers) OR answers = :seen")
                .expression_attribute_values(":seen", number(seen))
                .build()?;
            writes.push(TransactWriteItem::builder().condition_check(check).build());
        }
        Ok(writes)
    }

    pub(crate) fn put(
        &self,
        item: Item,
        condition: impl FnOnce(
            aws_sdk_dynamodb::types::builders::PutBuilder,
        ) -> aws_sdk_dynamodb::types::builders::PutBuilder,
    ) -> Result<TransactWriteItem, StoreError> {
        let put = condition(Put::builder().table_name(&self.name).set_item(Some(item))).build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// What an answer writes about the guardian who gave it: a row that `roster-projection` carries to the guardian's
    /// other children, and a count that `escalate` makes a condition of its commit.
    fn reached(
        &self,
        guardian: &UserId,
        spoken: bool,
        commit: &Commit<'_>,
    ) -> Result<[TransactWriteItem; 2], StoreError> {
        let pk = keys::guardian(guardian);
        let how = if spoken { "spoken" } else { "answered" };
        let answer = Answer {
            child: commit.student.clone(),
            at: commit.now,
            spoken,
        };
        let mut item = to_item(&answer, &pk, &format!("{how}#{}", commit.student))?;
        self.wait(&mut item, &pk, commit.now, OutKind::Project);
        let count = Update::builder()
            .table_name(&self.name)
            .key("PK", text(&pk))
            .key("SK", text(keys::ROOT))
            .update_expression("ADD answers :one")
            .expression_attribute_values(":one", number(1))
            .build()?;
        Ok([
            self.put(item, |put| put)?,
            TransactWriteItem::builder().update(count).build(),
        ])
    }

    /// What a guardian answered for any child, and the count of answers so far.
    pub async fn answers(&self, guardian: &UserId) -> Result<(Vec<Answer>, u64), StoreError> {
        let rows = self.rows(&keys::guardian(guardian), "").await?;
        let mut answers = Vec::new();
        let mut count = 0;
        for row in &rows {
            let sk = get_text(row, "SK").unwrap_or_default();
            if sk == keys::ROOT {
                count = get_number(row, "answers").unwrap_or_default();
            } else if ["spoken#", "answered#"].iter().any(|how| sk.starts_with(how)) {
                answers.push(from_item(row)?);
            }
        }
        Ok((answers, count))
    }

    /// The answer has reached the guardian's other children.
    pub async fn answer_carried(&self, guardian: &UserId, answer: &Answer) -> Result<(), StoreError> {
        let how = if answer.spoken { "spoken" } else { "answered" };
        let at = serde_json::to_value(answer.at).ok();
        self.no_longer_waits(
            &keys::guardian(guardian),
            &format!("{how}#{}", answer.child),
            "at",
            text(at.as_ref().and_then(|at| at.as_str()).unwrap_or_default()),
        )
        .await
    }

    /// Students of one shard whom the run of `until` must look at, oldest first, at most `limit`; the cursor continues.
    pub async fn due(
        &self,
        shard: u32,
        until: NaiveDate,
        after: Option<&str>,
        limit: i32,
    ) -> Result<(Vec<UserId>, Option<String>), StoreError> {
        let mut request = self
            .client
            .query()
            .table_name(&self.name)
            .index_name("GSI1")
            .key_condition_expression("GSI1PK = :shard AND GSI1SK BETWEEN :after AND :until")
            .expression_attribute_values(":shard", text(keys::due_shard(shard)))
            .expression_attribute_values(":until", text(format!("{until}$")))
            .limit(limit)
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        // A sort key is at least one character past the cursor.
        request =
            request.expression_attribute_values(":after", text(after.map_or("0".into(), |at| format!("{at}\u{1}"))));
        let page = request.send().await?;
        self.capacity.query(page.consumed_capacity());
        let rows = page.items.unwrap_or_default();
        let cursor = page
            .last_evaluated_key
            .and_then(|_| rows.last().and_then(|row| get_text(row, "GSI1SK")).map(str::to_owned));
        let students = rows
            .iter()
            .filter_map(|row| get_text(row, "PK")?.strip_prefix("STUDENT#").map(UserId::from))
            .collect();
        Ok((students, cursor))
    }

    /// A student whom the run cannot decide about: looked at again on `to`, never left at the shard's head.
    pub async fn postpone(&self, student: &UserId, to: NaiveDate) -> Result<(), StoreError> {
        self.client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::student(student)))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_exists(PK)")
            .update_expression("SET next_action_on = :on, GSI1PK = :shard, GSI1SK = :sort, stuck = :on")
            .expression_attribute_values(":on", text(to.to_string()))
            .expression_attribute_values(":shard", text(keys::due(student, self.shards)))
            .expression_attribute_values(":sort", text(keys::due_on(to, student)))
            .send()
            .await?;
        Ok(())
    }
}

/// A guardian's answer for one child.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// For which child.
    pub child: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Staff spoke with the guardian.
    pub spoken: bool,
}

/// The records among rows of the table: for whoever reads the whole of it, as the local cloud's pages do.
///
/// # Errors
/// Names the first row that cannot be read.
pub fn records<'a>(rows: impl IntoIterator<Item = &'a Item>) -> Result<BTreeMap<UserId, StudentRecord>, StoreError> {
    let mut records: BTreeMap<UserId, StudentRecord> = BTreeMap::new();
    for row in rows {
        if let Some(student) = get_text(row, "PK").and_then(|pk| pk.strip_prefix("STUDENT#")) {
            read_row(records.entry(UserId::from(student)).or_default(), row)?;
        }
    }
    Ok(records)
}

fn read_row(record: &mut StudentRecord, row: &Item) -> Result<(), StoreError> {
    let sk = get_text(row, "SK").unwrap_or_default();
    let broken = || {
        StoreError::Broken(format!(
            "item {} / {sk} cannot be read",
            get_text(row, "PK").unwrap_or("?")
        ))
    };
    let mut parts = sk.split('#');
    let (kind, n) = (parts.next().unwrap_or_default(), parts.next());
    let numbered = || n.and_then(|n| n.parse::<u32>().ok()).ok_or_else(broken);
    match kind {
        keys::ROOT => {
            record.revision = get_number(row, "revision").ok_or_else(broken)?;
            record.next_action_on = get_text(row, "next_action_on").and_then(|on| on.parse().ok());
            record.heard = get_text(row, "heard").map(str::to_owned);
        }
        keys::FACTS => record.facts = Some(from_item(row)?),
        "Y" => {
            let year: Year = from_item(row)?;
            record.marks.extend(
                year.marks
                    .into_iter()
                    .map(|(id, mark)| (domain::ids::SourcedId(id), mark)),
            );
        }
        "C" => {
            record.conferences.insert(numbered()?, from_item(row)?);
        }
        "M" => {
            record.messages.insert(numbered()?, from_item(row)?);
        }
        "T" => {
            let kind = TaskKind::ALL
                .into_iter()
                .find(|kind| parts.clone().next() == Some(kind.to_string().as_str()))
                .ok_or_else(broken)?;
            record.tasks.insert((numbered()?, kind), from_item(row)?);
        }
        "K" => {
            record.emergency_contacts.insert(numbered()?, from_item(row)?);
        }
        "E" => {
            let at = get_text(row, "at").and_then(|at| at.parse().ok()).ok_or_else(broken)?;
            record.handovers.insert(numbered()?, at);
        }
        _ => return Err(broken()),
    }
    Ok(())
}

/// Names a row in a set of the root's.
fn name(root: &mut Item, set: &str, sk: &str) {
    if let AttributeValue::Ss(named) = root
        .entry(set.to_owned())
        .or_insert_with(|| AttributeValue::Ss(Vec::new()))
    {
        named.push(sk.to_owned());
    }
}

/// Whether rows show every commit that they show whole: all that the root's revision wrote, and nothing of a later one. A
/// message is its sender's too, so that it may be as its sender left it.
fn is_whole(rows: &[Item]) -> bool {
    let at = |sk: &str| rows.iter().find(|row| get_text(row, "SK") == Some(sk));
    let Some(root) = at(keys::ROOT) else {
        return rows.is_empty();
    };
    let revision = get_number::<u64>(root, "revision");
    let named = |set: &str| root.get(set).and_then(|set| set.as_ss().ok()).into_iter().flatten();
    let written =
        |sk: &String| at(sk).is_some_and(|row| message_number(sk).is_some() || get_number(row, WRITTEN_AT) == revision);
    named(WROTE).all(written)
        && named(DROPPED).all(|sk| at(sk).is_none())
        && rows.iter().all(|row| get_number(row, WRITTEN_AT) <= revision)
}

fn message_number(sk: &str) -> Option<u32> {
    sk.strip_prefix("M#")?.parse().ok()
}

/// A status as the item has it.
pub(crate) fn status(status: &MessageStatus) -> &'static str {
    match status {
        MessageStatus::Pending => "pending",
        MessageStatus::Sending { .. } => "sending",
        MessageStatus::Sent { .. } => "sent",
        MessageStatus::Bounced { .. } => "bounced",
        MessageStatus::Unknown => "unknown",
        MessageStatus::Cancelled => "cancelled",
        MessageStatus::Withheld => "withheld",
        MessageStatus::Refused { .. } => "refused",
    }
}

/// The row by which one guardian's messages of a day are found together.
fn pointer(commit: &Commit<'_>, n: u32, message: &Message) -> Item {
    Item::from([
        (
            "PK".into(),
            text(keys::merge(&message.guardian, message.run_on, message.channel)),
        ),
        ("SK".into(), text(format!("{}#{}", commit.student, keys::message(n)))),
        ("student".into(), text(commit.student.as_str())),
        ("n".into(), number(n)),
        ("expires_at".into(), number((commit.now + POINTERS_KEPT).timestamp())),
    ])
}

/// One thing a member of staff is told by one channel, until a digest has carried it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffNotice {
    /// What.
    pub kind: NoticeKind,
    /// About which student.
    pub student: UserId,
    /// About which conference.
    pub conference: u32,
    /// Which day.
    pub on: NaiveDate,
}

impl StaffNotice {
    /// The conference it is about.
    pub fn conference_id(&self) -> ConferenceId {
        ConferenceId {
            student: self.student.clone(),
            n: self.conference,
        }
    }

    /// The conference that a notice of this sort key is about.
    pub fn conference_of(sk: &str) -> Option<ConferenceId> {
        let mut parts = sk.splitn(4, '#').nth(3)?.rsplitn(3, '#');
        parts.nth(2)?.parse().ok()
    }
}

impl Table {
    fn root(&self, student: &UserId, record: &StudentRecord) -> Item {
        let mut item = Item::from([
            ("PK".into(), text(keys::student(student))),
            ("SK".into(), text(keys::ROOT)),
            ("revision".into(), number(record.revision)),
        ]);
        if let Some(on) = record.next_action_on {
            item.insert("next_action_on".into(), text(on.to_string()));
            item.insert("GSI1PK".into(), text(keys::due(student, self.shards)));
            item.insert("GSI1SK".into(), text(keys::due_on(on, student)));
        }
        if let Some(heard) = &record.heard {
            item.insert("heard".into(), text(heard));
        }
        item
    }

    /// A message's row; on the outbox index until nothing more will happen to it.
    pub(crate) fn message_row(&self, student: &UserId, n: u32, message: &Message) -> Result<Item, StoreError> {
        let pk = keys::student(student);
        let mut item = to_item(message, &pk, &keys::message(n))?;
        match message.status {
            MessageStatus::Pending => self.wait(&mut item, &pk, message.relay_at, message.channel.into()),
            MessageStatus::Sending { lease_until } => self.wait(&mut item, &pk, lease_until, message.channel.into()),
            _ => {}
        }
        Ok(item)
    }

    /// Every row of a record but the root, by sort key.
    fn rows_of(
        &self,
        record: &StudentRecord,
        student: &UserId,
        today: NaiveDate,
    ) -> Result<BTreeMap<String, Item>, StoreError> {
        let pk = keys::student(student);
        let mut rows = BTreeMap::new();
        if let Some(facts) = &record.facts {
            rows.insert(keys::FACTS.to_owned(), to_item(facts, &pk, keys::FACTS)?);
        }
        let mut years: BTreeMap<i32, Year> = BTreeMap::new();
        for (id, mark) in &record.marks {
            let year = years
                .entry(mark.attendance.date.year())
                .or_insert(Year { marks: BTreeMap::new() });
            year.marks.insert(id.0.clone(), mark.clone());
        }
        for (year, marks) in years {
            let sk = keys::attendance(year);
            rows.insert(sk.clone(), to_item(&marks, &pk, &sk)?);
        }
        let teacher = record.teacher_on(today);
        for (n, conference) in &record.conferences {
            let sk = keys::conference(*n);
            let mut item = to_item(conference, &pk, &sk)?;
            if let Some(teacher) = teacher {
                item.insert(
                    "GSI2PK".into(),
                    text(format!("TEACHER#{teacher}#{}", school_year(conference.due_on))),
                );
                item.insert("GSI2SK".into(), text(keys::due_on(conference.due_on, student)));
            }
            rows.insert(sk, item);
        }
        for (n, message) in &record.messages {
            rows.insert(keys::message(*n), self.message_row(student, *n, message)?);
        }
        let school = record.school_on(today);
        for ((n, kind), task) in &record.tasks {
            let sk = keys::task(*n, *kind);
            let mut item = to_item(task, &pk, &sk)?;
            if let Some(school) = school {
                let state = match task.state {
                    domain::record::TaskState::Open => "open",
                    domain::record::TaskState::Closed => "closed",
                    domain::record::TaskState::Withdrawn => "withdrawn",
                };
                item.insert("GSI2PK".into(), text(format!("SCHOOL#{school}#{state}")));
                item.insert("GSI2SK".into(), text(keys::due_on(task.opened_on, student)));
            }
            rows.insert(sk, item);
        }
        for (n, contact) in &record.emergency_contacts {
            let sk = keys::emergency_contact(*n);
            rows.insert(sk.clone(), to_item(contact, &pk, &sk)?);
        }
        for (n, at) in &record.handovers {
            let sk = keys::handover(*n);
            let mut item = Item::from([
                ("PK".into(), text(&pk)),
                ("SK".into(), text(&sk)),
                ("at".into(), text(keys::instant(*at))),
            ]);
            self.wait(&mut item, &pk, *at, OutKind::Escalate);
            rows.insert(sk, item);
        }
        Ok(rows)
    }

    fn notice_rows(
        &self,
        commit: &Commit<'_>,
        revision: u64,
        i: usize,
        notice: &Notice,
    ) -> Result<Vec<Item>, StoreError> {
        let (purpose, channels): (_, &[Channel]) = match notice.kind {
            NoticeKind::WelfareCheck => ("alert", &[Channel::Email, Channel::Sms]),
            NoticeKind::UrgentReply => ("urgent", &[Channel::Email, Channel::Sms]),
            _ => ("digest", &[Channel::Email]),
        };
        let pk = keys::staff(&notice.to);
        let row = StaffNotice {
            kind: notice.kind,
            student: commit.student.clone(),
            conference: notice.conference,
            on: commit.today,
        };
        channels
            .iter()
            .map(|channel| {
                let sk = format!(
                    "N#{purpose}#{}#{}#{}#{i}",
                    keys::channel(*channel),
                    row.conference_id(),
                    keys::revision(revision)
                );
                let mut item = to_item(&row, &pk, &sk)?;
                let at = match notice.kind {
                    NoticeKind::UrgentReply => commit.now,
                    _ => commit.digest_at.max(commit.now),
                };
                self.wait(&mut item, &pk, at, (*channel).into());
                Ok(item)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(sk: &str, written_at: u64) -> Item {
        Item::from([("SK".into(), text(sk)), (WRITTEN_AT.into(), number(written_at))])
    }

    fn root(revision: u64, wrote: &[&str], dropped: &[&str]) -> Item {
        let mut root = Item::from([("SK".into(), text(keys::ROOT)), ("revision".into(), number(revision))]);
        for sk in wrote {
            name(&mut root, WROTE, sk);
        }
        for sk in dropped {
            name(&mut root, DROPPED, sk);
        }
        root
    }

    #[test]
    fn a_read_that_shows_a_commit_in_part_is_not_whole() {
        for (why, rows, whole) in [
            ("nothing is known", vec![], true),
            (
                "whole",
                vec![root(3, &["C#1"], &["E#1"]), row("C#1", 3), row("F", 1)],
                true,
            ),
            (
                "the root before, a row after",
                vec![root(3, &[], &[]), row("C#1", 4)],
                false,
            ),
            (
                "the root after, a row before",
                vec![root(3, &["C#1"], &[]), row("C#1", 2)],
                false,
            ),
            (
                "the root after, a new row not yet",
                vec![root(3, &["T#1"], &[]), row("C#1", 2)],
                false,
            ),
            (
                "the root after, a dropped row still",
                vec![root(3, &[], &["E#1"]), row("E#1", 2)],
                false,
            ),
            ("the first commit without its root", vec![row("F", 1)], false),
            (
                "a message that was sent since",
                vec![root(3, &["M#1"], &[]), row("M#1", 2)],
                true,
            ),
        ] {
            assert_eq!(is_whole(&rows), whole, "{why}");
        }
    }
}
