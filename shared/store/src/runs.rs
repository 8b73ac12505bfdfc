//! The daily run: which of its shards are still to be done.

use crate::{Item, StoreError, Table, keys, text};
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use chrono::{DateTime, NaiveDate, Utc};

impl Table {
    /// Starts the run of `date`, or finds it started; the shards that are still to be done.
    pub async fn start_run(&self, date: NaiveDate, now: DateTime<Utc>) -> Result<Vec<u32>, StoreError> {
        let all: Vec<String> = (0..self.shards).map(|shard| shard.to_string()).collect();
        let item = Item::from([
            ("PK".into(), text(keys::run(date))),
            ("SK".into(), text(keys::ROOT)),
            ("started_at".into(), text(keys::instant(now))),
            ("pending".into(), AttributeValue::Ns(all)),
        ]);
        let started = self
            .client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(PK)")
            .send()
            .await;
        match started.map_err(StoreError::from) {
            Ok(_) => Ok((0..self.shards).collect()),
            Err(StoreError::LostRace) => self.pending_shards(date).await,
            Err(error) => Err(error),
        }
    }

    async fn pending_shards(&self, date: NaiveDate) -> Result<Vec<u32>, StoreError> {
        let item = self.item(&keys::run(date), keys::ROOT).await?.unwrap_or_default();
        Ok(shards(item.get("pending")))
    }

    /// One shard of the run is done; whether that completed the run, which is said once. `LostRace`: the run was never
    /// started.
    pub async fn shard_done(&self, date: NaiveDate, shard: u32, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::run(date)))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_exists(PK)")
            .update_expression("DELETE pending :shard")
            .expression_attribute_values(":shard", AttributeValue::Ns(vec![shard.to_string()]))
            .return_values(ReturnValue::AllNew)
            .send()
            .await?;
        if !shards(answer.attributes().and_then(|item| item.get("pending"))).is_empty() {
            return Ok(false);
        }
        let completed = self
            .client
            .update_item()
            .table_name(&self.name)
            .key("PK", text(keys::run(date)))
            .key("SK", text(keys::ROOT))
            .condition_expression("attribute_not_exists(completed_at)")
            .update_expression("SET completed_at = :now")
            .expression_attribute_values(":now", text(keys::instant(now)))
            .send()
            .await;
        match completed.map_err(StoreError::from) {
            Ok(_) => Ok(true),
            Err(StoreError::LostRace) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn shards(pending: Option<&AttributeValue>) -> Vec<u32> {
    let Some(Ok(pending)) = pending.map(AttributeValue::as_ns) else {
        return Vec::new();
    };
    let mut shards: Vec<u32> = pending.iter().filter_map(|shard| shard.parse().ok()).collect();
    shards.sort_unstable();
    shards
}
