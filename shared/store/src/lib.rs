//! The one table: its keys, its items, one method an access pattern. Decides nothing; every write is conditional on
//! what was read, so that a lost race is found by the table and not by luck.

mod capacity;
pub mod contacts;
pub mod diaries;
pub mod documents;
pub mod erase;
mod error;
pub mod keys;
pub mod links;
pub mod objects;
pub mod outbox;
pub mod runs;
pub mod staff;
pub mod students;

pub use capacity::Capacity;
pub use error::StoreError;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::create_table::builders::CreateTableFluentBuilder;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType,
};
use chrono::{DateTime, Utc};
use keys::OutKind;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// An item as the SDK has it.
pub type Item = HashMap<String, AttributeValue>;

/// The table, by the client of one function.
#[derive(Clone, Debug)]
pub struct Table {
    client: Client,
    name: String,
    shards: u32,
    capacity: Arc<Capacity>,
    /// What AWS calls this very table, once it was asked: a restored one of the same name is another.
    id: Arc<OnceLock<String>>,
}

impl Table {
    /// The table of this name.
    pub fn new(client: Client, name: impl Into<String>) -> Self {
        Self {
            client,
            name: name.into(),
            shards: keys::SHARDS,
            capacity: Arc::default(),
            id: Arc::default(),
        }
    }

    /// The same with another number of shards in its indexes. A table keeps the number that its first row was written with.
    pub fn with_shards(self, shards: u32) -> Self {
        Self { shards, ..self }
    }

    /// Into how many shards the indexes of what is due and what waits are cut.
    pub fn shards(&self) -> u32 {
        self.shards
    }

    /// Puts a row on the outbox index.
    fn wait(&self, item: &mut Item, pk: &str, at: DateTime<Utc>, kind: OutKind) {
        item.insert("GSI1PK".into(), text(keys::out(pk, self.shards)));
        item.insert("GSI1SK".into(), text(keys::out_at(at, kind)));
    }

    /// What AWS calls this very table: a table that was restored is another one, whatever its name.
    pub async fn id(&self) -> Result<&str, StoreError> {
        if let Some(id) = self.id.get() {
            return Ok(id);
        }
        let answer = self.client.describe_table().table_name(&self.name).send().await?;
        let id = answer.table.and_then(|table| table.table_id);
        let missing = || StoreError::Broken("the table does not say its id".into());
        Ok(self.id.get_or_init({
            let id = id.ok_or_else(missing)?;
            || id
        }))
    }

    /// What this client's calls have consumed so far.
    pub fn capacity(&self) -> &Capacity {
        &self.capacity
    }

    /// The request that creates the table as every function expects it.
    pub fn definition(&self) -> Result<CreateTableFluentBuilder, StoreError> {
        let mut request = self
            .client
            .create_table()
            .table_name(&self.name)
            .billing_mode(BillingMode::PayPerRequest)
            .stream_specification(
                StreamSpecification::builder()
                    .stream_enabled(true)
                    .stream_view_type(StreamViewType::NewAndOldImages)
                    .build()?,
            )
            .key_schema(key("PK", KeyType::Hash)?)
            .key_schema(key("SK", KeyType::Range)?);
        for name in ["PK", "SK", "GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK"] {
            request = request.attribute_definitions(
                AttributeDefinition::builder()
                    .attribute_name(name)
                    .attribute_type(ScalarAttributeType::S)
                    .build()?,
            );
        }
        for (index, projection) in [("GSI1", ProjectionType::KeysOnly), ("GSI2", ProjectionType::KeysOnly)] {
            request = request.global_secondary_indexes(
                GlobalSecondaryIndex::builder()
                    .index_name(index)
                    .key_schema(key(&format!("{index}PK"), KeyType::Hash)?)
                    .key_schema(key(&format!("{index}SK"), KeyType::Range)?)
                    .projection(Projection::builder().projection_type(projection).build())
                    .build()?,
            );
        }
        Ok(request)
    }

    /// Every row under one partition key whose sort key begins with `prefix`, by strongly consistent reads.
    async fn rows(&self, pk: &str, prefix: &str) -> Result<Vec<Item>, StoreError> {
        let mut found = Vec::new();
        let mut from = None;
        loop {
            let mut request = self
                .client
                .query()
                .table_name(&self.name)
                .consistent_read(true)
                .key_condition_expression("PK = :pk")
                .expression_attribute_values(":pk", text(pk))
                .set_exclusive_start_key(from)
                .return_consumed_capacity(aws_sdk_dynamodb::types::ReturnConsumedCapacity::Total);
            if !prefix.is_empty() {
                request = request
                    .key_condition_expression("PK = :pk AND begins_with(SK, :prefix)")
                    .expression_attribute_values(":prefix", text(prefix));
            }
            let page = request.send().await?;
            self.capacity.query(page.consumed_capacity());
            found.extend(page.items.unwrap_or_default());
            from = page.last_evaluated_key;
            if from.is_none() {
                return Ok(found);
            }
        }
    }

    /// The sort keys under one partition key.
    async fn sort_keys(&self, pk: &str, prefix: &str) -> Result<Vec<String>, StoreError> {
        let rows = self.rows(pk, prefix).await?;
        Ok(rows
            .iter()
            .filter_map(|row| get_text(row, "SK"))
            .map(str::to_owned)
            .collect())
    }

    /// One item, by a strongly consistent read.
    async fn item(&self, pk: &str, sk: &str) -> Result<Option<Item>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.name)
            .key("PK", text(pk))
            .key("SK", text(sk))
            .consistent_read(true)
            .return_consumed_capacity(aws_sdk_dynamodb::types::ReturnConsumedCapacity::Total)
            .send()
            .await?;
        self.capacity.read(answer.consumed_capacity());
        Ok(answer.item)
    }

    /// These items, as far as they exist, by strongly consistent reads.
    async fn items(&self, keys: &[(String, String)]) -> Result<Vec<Item>, StoreError> {
        use aws_sdk_dynamodb::types::KeysAndAttributes;
        let mut found = Vec::new();
        let unique: std::collections::BTreeSet<_> = keys.iter().collect();
        let unique: Vec<_> = unique.into_iter().collect();
        for some in unique.chunks(100) {
            let mut wanted = KeysAndAttributes::builder().consistent_read(true);
            for (pk, sk) in some {
                wanted = wanted.keys(HashMap::from([("PK".into(), text(pk)), ("SK".into(), text(sk))]));
            }
            let mut wanted = Some(HashMap::from([(self.name.clone(), wanted.build()?)]));
            // Keys left over are asked for again; a table that serves none of them is busy.
            for _ in 0..8 {
                let Some(request) = wanted.take() else { break };
                let answer = self
                    .client
                    .batch_get_item()
                    .set_request_items(Some(request))
                    .return_consumed_capacity(aws_sdk_dynamodb::types::ReturnConsumedCapacity::Total)
                    .send()
                    .await?;
                self.capacity.read(answer.consumed_capacity().first());
                found.extend(answer.responses.unwrap_or_default().into_values().flatten());
                wanted = answer.unprocessed_keys.filter(|keys| !keys.is_empty());
            }
            if wanted.is_some() {
                return Err(StoreError::Unavailable("the table did not serve every key".into()));
            }
        }
        Ok(found)
    }

    /// Puts and deletes without conditions, for rows where that is harmless.
    async fn write_all(&self, puts: Vec<Item>, deletes: Vec<(String, String)>) -> Result<(), StoreError> {
        use aws_sdk_dynamodb::types::{DeleteRequest, PutRequest, WriteRequest};
        let mut requests = Vec::with_capacity(puts.len() + deletes.len());
        for item in puts {
            let put = PutRequest::builder().set_item(Some(item)).build()?;
            requests.push(WriteRequest::builder().put_request(put).build());
        }
        for (pk, sk) in deletes {
            let delete = DeleteRequest::builder()
                .key("PK", text(&pk))
                .key("SK", text(&sk))
                .build()?;
            requests.push(WriteRequest::builder().delete_request(delete).build());
        }
        for some in requests.chunks(25) {
            let mut wanted = Some(HashMap::from([(self.name.clone(), some.to_vec())]));
            for _ in 0..8 {
                let Some(request) = wanted.take() else { break };
                let answer = self
                    .client
                    .batch_write_item()
                    .set_request_items(Some(request))
                    .return_consumed_capacity(aws_sdk_dynamodb::types::ReturnConsumedCapacity::Total)
                    .send()
                    .await?;
                self.capacity.write(answer.consumed_capacity().first());
                wanted = answer.unprocessed_items.filter(|items| !items.is_empty());
            }
            if wanted.is_some() {
                return Err(StoreError::Unavailable("the table did not take every row".into()));
            }
        }
        Ok(())
    }
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, StoreError> {
    Ok(KeySchemaElement::builder()
        .attribute_name(name)
        .key_type(kind)
        .build()?)
}

fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

fn number(value: impl ToString) -> AttributeValue {
    AttributeValue::N(value.to_string())
}

fn get_text<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.as_s().ok().map(String::as_str)
}

fn get_number<T: std::str::FromStr>(item: &Item, name: &str) -> Option<T> {
    item.get(name)?.as_n().ok()?.parse().ok()
}

/// The attributes of an item that holds `value` beside its keys.
fn to_item(value: &impl serde::Serialize, pk: &str, sk: &str) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(value).map_err(|error| StoreError::Broken(error.to_string()))?;
    item.insert("PK".into(), text(pk));
    item.insert("SK".into(), text(sk));
    Ok(item)
}

/// The value that an item holds. The error names the item by its keys, never by its content.
fn from_item<T: serde::de::DeserializeOwned>(item: &Item) -> Result<T, StoreError> {
    serde_dynamo::from_item(item.clone()).map_err(|_| {
        let at = |name| get_text(item, name).unwrap_or("?").to_owned();
        StoreError::Broken(format!("item {} / {} cannot be read", at("PK"), at("SK")))
    })
}
