//! Every key of the table, in one place. Sort keys with numbers are padded, so that they sort as the numbers do.

use crate::contacts::ContactId;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::document::Edition;
use domain::ids::{OrgId, UserId};
use domain::record::{Channel, TaskKind};
use domain::roster::ObjectKey;
use sha2::{Digest, Sha256};

/// Shards of the due index and of the outbox index.
pub const SHARDS: u32 = 16;

/// The sort key of an item that stands alone in its partition; sorts before every other.
pub const ROOT: &str = "!";

/// The consistency boundary of a student.
pub fn student(id: &UserId) -> String {
    format!("STUDENT#{id}")
}

/// The facts of a student.
pub const FACTS: &str = "F";

/// A conference of a student.
pub fn conference(n: u32) -> String {
    format!("C#{n:06}")
}

/// A conference handed to `escalate`.
pub fn handover(n: u32) -> String {
    format!("E#{n:06}")
}

/// A message of a student.
pub fn message(n: u32) -> String {
    format!("M#{n:06}")
}

/// A task of a student, about a conference or (0) about the student.
pub fn task(conference: u32, kind: TaskKind) -> String {
    format!("T#{conference:06}#{kind}")
}

/// Somebody whom a family named to be called.
pub fn emergency_contact(n: u32) -> String {
    format!("K#{n:06}")
}

/// The attendance marks of a year.
pub fn attendance(year: i32) -> String {
    format!("Y#{year}")
}

/// The audit trail of a student.
pub fn audit(id: &UserId) -> String {
    format!("AUDIT#{id}")
}

/// One commit's audit item.
pub fn revision(revision: u64) -> String {
    format!("{revision:012}")
}

/// The due index: students whom the daily run must look at.
pub fn due(id: &UserId, shards: u32) -> String {
    due_shard(shard(id.as_str(), shards))
}

/// One shard of the due index.
pub fn due_shard(shard: u32) -> String {
    format!("DUE#{shard:02}")
}

/// When, and whom.
pub fn due_on(date: NaiveDate, id: &UserId) -> String {
    format!("{date}#{id}")
}

/// One shard of the outbox index.
pub fn out_shard(shard: u32) -> String {
    format!("OUT#{shard:02}")
}

/// The outbox index: rows that wait to be acted upon.
pub fn out(pk: &str, shards: u32) -> String {
    out_shard(shard(pk, shards))
}

/// When a row of the outbox is due, and for whom; where it was relayed before, `#` and since when it has waited follow.
pub fn out_at(at: DateTime<Utc>, kind: OutKind) -> String {
    format!("{}#{}", instant(at), kind.as_str())
}

/// An instant as text that sorts as time does.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Who acts upon a row of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutKind {
    /// `send-sms`.
    Sms,
    /// `send-email`.
    Email,
    /// `escalate`.
    Escalate,
    /// `roster-projection`.
    Project,
}

impl OutKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Sms, Self::Email, Self::Escalate, Self::Project];

    /// As it stands in the key.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Escalate => "escalate",
            Self::Project => "project",
        }
    }

    /// Of the key.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl From<Channel> for OutKind {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Sms => Self::Sms,
            Channel::Email => Self::Email,
        }
    }
}

/// A channel as it stands in keys.
pub fn channel(channel: Channel) -> &'static str {
    OutKind::from(channel).as_str()
}

/// An SIS object.
pub fn object(key: &ObjectKey) -> String {
    format!("OBJ#{key}")
}

/// Who refers to a thing.
pub fn reference(to: &str) -> String {
    format!("REF#{to}")
}

/// The students of a school, and those who ever were.
pub fn roster(school: &OrgId) -> String {
    format!("ROSTER#{school}")
}

/// Every school that ever had a student.
pub const SCHOOLS: &str = "ROSTER#";

/// The receipt of an event.
pub fn event(source: &str, id: &str) -> String {
    // The length keeps (`a#`, `b`) and (`a`, `#b`) apart.
    format!("EVENT#{}", digest(&format!("{}#{source}#{id}", source.len())))
}

/// What is known of a guardian who was reached.
pub fn guardian(id: &UserId) -> String {
    format!("GUARDIAN#{id}")
}

/// A guardian's links of a school year, by the year it begins in.
pub fn links(year: i32) -> String {
    format!("L#{year}")
}

/// What a guardian chose on the family's pages.
pub const CHOICES: &str = "P";

/// A link, by the digest of its token.
pub fn link(digest: &str) -> String {
    format!("LINK#{digest}")
}

/// How much came from one place within a time.
pub fn limit(place: &str, window: i64) -> String {
    format!("LIMIT#{place}#{window}")
}

/// A teacher: the working plan, and the days.
pub fn teacher(id: &UserId) -> String {
    format!("TEACHER#{id}")
}

/// What is set for a school.
pub fn school(id: &OrgId) -> String {
    format!("SCHOOL#{id}")
}

/// A working plan.
pub const PLAN: &str = "PLAN";

/// The editions of the state's document.
pub const DOCUMENT: &str = "DOCUMENT";

/// One edition of the state's document.
pub fn edition(edition: &Edition) -> String {
    format!("{}#{}#{}", edition.language, edition.origin.as_str(), edition.from)
}

/// What is known of a number or an address, and what was written from there.
pub fn contact(id: &ContactId) -> String {
    format!("CONTACT#{id}")
}

/// A number or an address as a thing that users refer to, as in [`reference`].
pub fn contact_name(id: &ContactId) -> String {
    format!("contact#{id}")
}

/// Which number or address a name of that kind is of.
pub(crate) fn contact_named(name: &str) -> Option<ContactId> {
    name.strip_prefix("contact#").map(|id| ContactId(id.to_owned()))
}

/// A guardian as one whom a student refers to, or once did. No object is called so: whoever gathers facts passes it over.
pub fn agent_name(id: &UserId) -> String {
    format!("agent#{id}")
}

/// Which guardian a name of that kind is of.
pub(crate) fn agent_named(name: &str) -> Option<UserId> {
    name.strip_prefix("agent#").map(UserId::from)
}

/// A text message of a family, by the provider's id of it.
pub fn reply(provider_id: &str) -> String {
    format!("R#{}", digest(provider_id))
}

/// That somebody asked for a new link, once within a window of time.
pub fn asked_for_link(window: i64) -> String {
    format!("L#{window}")
}

/// A send by the id that the provider gave it.
pub fn sent(provider_id: &str) -> String {
    format!("SENT#{provider_id}")
}

/// One guardian's messages of a day by one channel.
pub fn merge(guardian: &UserId, date: NaiveDate, by: Channel) -> String {
    format!("MERGE#{guardian}#{date}#{}", channel(by))
}

/// What a member of staff is told.
pub fn staff(id: &UserId) -> String {
    format!("STAFF#{id}")
}

/// A daily run.
pub fn run(date: NaiveDate) -> String {
    format!("RUN#{date}")
}

/// What governs the whole.
pub const CONTROL: &str = "CONTROL";

/// Whether messages are sent, and how many a day.
pub const SENDING: &str = "SENDING";

/// A day: of the cap of messages, and of a teacher.
pub fn day(date: NaiveDate) -> String {
    format!("DAY#{date}")
}

/// Which of so many shards an id belongs to.
pub fn shard(id: &str, shards: u32) -> u32 {
    u32::from(Sha256::digest(id.as_bytes())[0]) % shards.max(1)
}

/// A digest that fits a key.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .take(20)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_sorts_before_everything_else() {
        for other in [
            FACTS.to_owned(),
            conference(1),
            handover(1),
            message(1),
            task(0, TaskKind::RepairContact),
            attendance(2021),
        ] {
            assert!(ROOT < other.as_str(), "{other}");
        }
    }

    #[test]
    fn events_are_told_apart_by_the_pair() {
        assert_ne!(event("a#", "b"), event("a", "#b"));
        assert_eq!(event("a", "b"), event("a", "b"));
    }
}
