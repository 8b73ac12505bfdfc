//! The SIS's objects as recorded, their receipts, and the rows that say who refers to whom. Rows of reference hold keys
//! only and are never deleted: a stale one costs a read, a missing one cannot arise.

use crate::keys::{self, OutKind};
use crate::{Item, StoreError, Table, from_item, get_text, number, text, to_item};
use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{OrgId, UserId};
use domain::roster::{ObjectKey, Recorded, Version};
use std::collections::BTreeSet;

/// How long a receipt keeps an event from being taken twice.
const RECEIPTS_KEPT: TimeDelta = TimeDelta::days(30);

/// A row of reference: whom it refers to (as in [`keys::reference`]), and who refers.
pub type Reference = (String, String);

impl Table {
    /// Which of these events (source, id) have a receipt.
    pub async fn received(&self, events: &[(String, String)]) -> Result<BTreeSet<(String, String)>, StoreError> {
        let keyed: Vec<(String, String)> = events
            .iter()
            .map(|(source, id)| (keys::event(source, id), keys::ROOT.to_owned()))
            .collect();
        let found = self.items(&keyed).await?;
        let known: BTreeSet<&str> = found.iter().filter_map(|item| get_text(item, "PK")).collect();
        Ok(events
            .iter()
            .zip(&keyed)
            .filter(|(_, (pk, _))| known.contains(pk.as_str()))
            .map(|(event, _)| event.clone())
            .collect())
    }

    /// Records an event with its object, where that is newer than the one known; `false`: it has a receipt already.
    pub async fn record(
        &self,
        source: &str,
        id: &str,
        object: Option<&Recorded>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let receipt = Item::from([
            ("PK".into(), text(keys::event(source, id))),
            ("SK".into(), text(keys::ROOT)),
            ("at".into(), text(keys::instant(now))),
            ("expires_at".into(), number((now + RECEIPTS_KEPT).timestamp())),
        ]);
        let mut object = object;
        loop {
            let mut writes = vec![self.put(receipt.clone(), |put| {
                put.condition_expression("attribute_not_exists(PK)")
            })?];
            if let Some(recorded) = object {
                let pk = keys::object(&recorded.key);
                let mut item = to_item(recorded, &pk, keys::ROOT)?;
                self.wait(&mut item, &pk, now, OutKind::Project);
                writes.push(self.put(item, |put| {
                    put.condition_expression("attribute_not_exists(PK) OR version < :version")
                        .expression_attribute_values(":version", text(&recorded.version.0))
                })?);
            }
            let answer = self
                .client
                .transact_write_items()
                .set_transact_items(Some(writes))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await;
            let error = match answer {
                Ok(answer) => {
                    self.capacity.write(answer.consumed_capacity().first());
                    return Ok(true);
                }
                Err(error) => error,
            };
            let failed: Vec<bool> = match error.as_service_error() {
                Some(service) if service.is_transaction_canceled_exception() => {
                    use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError as E;
                    match service {
                        E::TransactionCanceledException(cancelled) => cancelled
                            .cancellation_reasons()
                            .iter()
                            .map(|reason| reason.code() == Some("ConditionalCheckFailed"))
                            .collect(),
                        _ => Vec::new(),
                    }
                }
                _ => Vec::new(),
            };
            match failed.as_slice() {
                [true, ..] => return Ok(false),
                // A newer state is known: the event is received, and changes nothing.
                [false, true] => object = None,
                _ if error.code() == Some("TransactionCanceledException") => {
                    return Err(StoreError::Unavailable("another event of the same object".into()));
                }
                _ => return Err(error.into()),
            }
        }
    }

    /// These objects, as far as they are known.
    pub async fn objects(&self, wanted: &[ObjectKey]) -> Result<Vec<Recorded>, StoreError> {
        let keyed: Vec<(String, String)> = wanted
            .iter()
            .map(|key| (keys::object(key), keys::ROOT.to_owned()))
            .collect();
        self.items(&keyed).await?.iter().map(from_item).collect()
    }

    /// The object in this state shows in everything it concerns: it leaves the sweep.
    pub async fn projected(&self, key: &ObjectKey, version: &Version) -> Result<(), StoreError> {
        self.no_longer_waits(&keys::object(key), keys::ROOT, "version", text(&version.0))
            .await
    }

    /// Takes a row off the outbox index, if `name` is still `value`.
    pub(crate) async fn no_longer_waits(
        &self,
        pk: &str,
        sk: &str,
        name: &str,
        value: AttributeValue,
    ) -> Result<(), StoreError> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(pk))
            .key("SK", text(sk))
            .condition_expression("#name = :value")
            .update_expression("REMOVE GSI1PK, GSI1SK")
            .expression_attribute_names("#name", name)
            .expression_attribute_values(":value", value)
            .send()
            .await;
        match answer.map_err(StoreError::from) {
            // A newer state is on its way by itself.
            Ok(_) | Err(StoreError::LostRace) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Writes rows of reference; those of a roster among them (see [`roster_rows`]).
    pub async fn refer(&self, references: BTreeSet<Reference>) -> Result<(), StoreError> {
        let rows = references
            .into_iter()
            .map(|(pk, sk)| Item::from([("PK".into(), text(pk)), ("SK".into(), text(sk))]))
            .collect();
        self.write_all(rows, Vec::new()).await
    }

    /// Who refers to `to`.
    pub async fn referring(&self, to: &str) -> Result<Vec<String>, StoreError> {
        self.sort_keys(&keys::reference(to), "").await
    }

    /// Students who are or were of a school, by id, after `after`, at most `limit`.
    pub async fn members(&self, school: &OrgId, after: Option<&UserId>, limit: i32) -> Result<Vec<UserId>, StoreError> {
        let page = self
            .client
            .query()
            .table_name(&self.name)
            .consistent_read(true)
            .key_condition_expression("PK = :pk AND SK > :after")
            .expression_attribute_values(":pk", text(keys::roster(school)))
            .expression_attribute_values(":after", text(after.map_or("\u{1}", UserId::as_str)))
            .limit(limit)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await?;
        self.capacity.query(page.consumed_capacity());
        let rows = page.items.unwrap_or_default();
        Ok(rows
            .iter()
            .filter_map(|row| get_text(row, "SK"))
            .map(UserId::from)
            .collect())
    }

    /// Every school that ever had a student, by id.
    pub async fn schools(&self) -> Result<Vec<OrgId>, StoreError> {
        let schools = self.sort_keys(keys::SCHOOLS, "").await?;
        Ok(schools.iter().map(|school| OrgId::from(school.as_str())).collect())
    }
}

/// The rows that make a student a member of a school.
pub fn roster_rows(school: &OrgId, student: &UserId) -> [Reference; 2] {
    [
        (keys::roster(school), student.0.clone()),
        (keys::SCHOOLS.to_owned(), school.0.clone()),
    ]
}
