//! DynamoDB's operations, handed to the embedded database; and whole tables for whoever looks at the cloud from outside.

use super::connector::{Answer, ApiError};
use super::{Cloud, Service, lock};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dynoxide::actions::describe_table::DescribeTableResponse;
use dynoxide::actions::scan::ScanRequest;
use dynoxide::actions::transact_write_items::TransactWriteItemsRequest;
use dynoxide::{AttributeValue, Database, DynoxideError, Item};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{HashMap, VecDeque};

/// How many transactions are remembered by their token.
const REPLAYS_KEPT: usize = 1_000;

/// The last transactions that were carried out, by `ClientRequestToken`: one that comes again is answered, not repeated.
/// dynoxide would do the same, but looks through all of the last ten minutes at each transaction.
#[derive(Default)]
pub(super) struct Replays {
    by_token: HashMap<String, (Vec<u8>, String)>,
    order: VecDeque<String>,
}

impl Cloud {
    /// All items of a table, in natural JSON: a string set is an array, a map an object. Empty where there is no table.
    pub fn items(&self, table: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut after = None;
        loop {
            let request = ScanRequest {
                table_name: table.to_owned(),
                exclusive_start_key: after,
                ..Default::default()
            };
            let page = match self.0.engine.database(|database| database.scan(request)) {
                Ok(page) => page,
                Err(DynoxideError::ResourceNotFoundException(_)) => return items,
                Err(error) => {
                    tracing::error!(%error, table, next = "make room on the disk that holds the data folder, and start again", "the table cannot be read");
                    return items;
                }
            };
            items.extend(page.items.unwrap_or_default().into_iter().map(natural_item));
            match page.last_evaluated_key {
                Some(last) => after = Some(last),
                None => return items,
            }
        }
    }

    /// The first sort key after `after` among the partitions of an index whose names begin with `partitions`; `None`: there
    /// is none, or no such table.
    pub fn first_in_index(&self, table: &str, index: &str, partitions: &str, after: &str) -> Option<String> {
        let sql = format!(
            "SELECT MIN(gsi_sk) FROM \"{table}::gsi::{index}\" WHERE gsi_pk >= ?1 AND gsi_pk < ?2 AND gsi_sk > ?3"
        );
        // dynoxide keeps the key's type before it.
        let (from, to) = (format!("S:{partitions}#"), format!("S:{partitions}$"));
        let after = format!("S:{after}");
        let found = self.0.engine.side(|side| {
            side.prepare_cached(&sql)?
                .query_row([&from, &to, &after], |row| row.get(0))
        });
        let found: Option<String> = found.unwrap_or_else(|error| {
            tracing::error!(%error, table, index, next = "what is due is not known: start again", "an index cannot be read");
            None
        });
        found.and_then(|key| key.strip_prefix("S:").map(str::to_owned))
    }

    /// Answers a call to DynamoDB.
    pub(super) fn dynamodb(&self, operation: &str, body: &[u8]) -> Answer {
        if operation == "TransactWriteItems" {
            return self.transact_write_items(body);
        }
        self.0
            .engine
            .database(|database| run(database, operation, body))
            .unwrap_or_else(|| ApiError::unknown_operation().shaped_by(Service::Dynamodb))
    }

    /// Remembers what a Query of an index answered.
    pub(super) fn seen_last(&self, index: &str, answer: &str) {
        lock(&self.0.last_seen).insert(index.to_owned(), answer.to_owned());
    }

    /// What the Query of this index answered last; where it was never asked, the index was empty.
    pub(super) fn stale(&self, call: &super::Call) -> Answer {
        let seen = call
            .index
            .as_ref()
            .and_then(|index| lock(&self.0.last_seen).get(index).cloned());
        let empty = || serde_json::json!({"Items": [], "Count": 0, "ScannedCount": 0}).to_string();
        Answer::of(200, seen.unwrap_or_else(empty))
    }

    fn transact_write_items(&self, body: &[u8]) -> Answer {
        let mut request: TransactWriteItemsRequest = match parse(body) {
            Ok(request) => request,
            Err(error) => return failed(&error),
        };
        let token = request.client_request_token.take();
        let mut replays = lock(&self.0.replays);
        if let Some((before, answer)) = token.as_ref().and_then(|token| replays.by_token.get(token)) {
            return match same_transaction(before, body) {
                true => Answer::of(200, answer.clone()),
                false => failed(&DynoxideError::IdempotentParameterMismatchException(
                    "the token was used for another transaction".to_owned(),
                )),
            };
        }
        let done = self
            .0
            .engine
            .database(|database| database.transact_write_items(request));
        match done.and_then(|done| write(&done)) {
            Ok(answer) => {
                if let Some(token) = token {
                    replays.remember(token, body.to_vec(), answer.clone());
                }
                Answer::of(200, answer)
            }
            Err(error) => failed(&error),
        }
    }
}

/// Whether two requests ask for the same, in whatever order their fields are written.
fn same_transaction(one: &[u8], other: &[u8]) -> bool {
    let items = |body| serde_json::from_slice::<Value>(body).map(|mut request| request["TransactItems"].take());
    matches!((items(one), items(other)), (Ok(one), Ok(other)) if one == other)
}

impl Replays {
    fn remember(&mut self, token: String, asked: Vec<u8>, answer: String) {
        if self.order.len() == REPLAYS_KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_token.remove(&oldest);
        }
        self.order.push_back(token.clone());
        self.by_token.insert(token, (asked, answer));
    }
}

fn run(database: &Database, operation: &str, body: &[u8]) -> Option<Answer> {
    Some(match operation {
        "BatchGetItem" => answer(body, |request| database.batch_get_item(request)),
        "BatchWriteItem" => answer(body, |request| database.batch_write_item(request)),
        "CreateTable" => answer(body, |request| database.create_table(request)),
        "DeleteItem" => answer(body, |request| database.delete_item(request)),
        "DeleteTable" => answer(body, |request| database.delete_table(request)),
        "DescribeTable" => answer(body, |request| database.describe_table(request).map(named)),
        "DescribeTimeToLive" => answer(body, |request| database.describe_time_to_live(request)),
        "GetItem" => answer(body, |request| database.get_item(request)),
        "ListTables" => answer(body, |request| database.list_tables(request)),
        "PutItem" => answer(body, |request| database.put_item(request)),
        "Query" => answer(body, |request| database.query(request)),
        "Scan" => answer(body, |request| database.scan(request)),
        "TransactGetItems" => answer(body, |request| database.transact_get_items(request)),
        "UpdateItem" => answer(body, |request| database.update_item(request)),
        "UpdateTimeToLive" => answer(body, |request| database.update_time_to_live(request)),
        _ => return None,
    })
}

/// A table's id is made up anew each time a table is; here it follows from the name, so that the same history is the same, byte
/// for byte.
fn named(mut described: DescribeTableResponse) -> DescribeTableResponse {
    described.table.table_id = Some(format!("{}-0001", described.table.table_name));
    described
}

fn answer<Q: DeserializeOwned, A: Serialize>(body: &[u8], work: impl FnOnce(Q) -> dynoxide::Result<A>) -> Answer {
    match parse(body).and_then(work).and_then(|done| write(&done)) {
        Ok(done) => Answer::of(200, done),
        Err(error) => failed(&error),
    }
}

/// dynoxide's request types say by a mark before the message which error DynamoDB answers a bad request with.
fn parse<T: DeserializeOwned>(body: &[u8]) -> dynoxide::Result<T> {
    serde_json::from_slice(body).map_err(|error| {
        let message = error.to_string();
        match message.split_once(':') {
            Some((mark, rest)) if mark.starts_with("SERIALIZATION") => {
                DynoxideError::SerializationException(rest.to_owned())
            }
            Some((mark, rest)) if mark.starts_with("VALIDATION") => DynoxideError::ValidationException(rest.to_owned()),
            _ => DynoxideError::ValidationException(message),
        }
    })
}

fn write<T: Serialize>(done: &T) -> dynoxide::Result<String> {
    serde_json::to_string(done).map_err(|error| DynoxideError::InternalServerError(error.to_string()))
}

fn failed(error: &DynoxideError) -> Answer {
    Answer::of(error.status_code(), error.to_json())
}

fn natural_item(item: Item) -> Value {
    Value::Object(item.into_iter().map(|(name, value)| (name, natural(value))).collect())
}

fn natural(value: AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => Value::String(text),
        AttributeValue::N(number) => natural_number(number),
        AttributeValue::B(bytes) => Value::String(STANDARD.encode(bytes)),
        AttributeValue::BOOL(truth) => Value::Bool(truth),
        AttributeValue::NULL(_) => Value::Null,
        AttributeValue::SS(set) => set.into_iter().map(Value::String).collect(),
        AttributeValue::NS(set) => set.into_iter().map(natural_number).collect(),
        AttributeValue::BS(set) => set.into_iter().map(|bytes| STANDARD.encode(bytes)).collect(),
        AttributeValue::L(list) => list.into_iter().map(natural).collect(),
        AttributeValue::M(map) => natural_item(map),
    }
}

fn natural_number(number: String) -> Value {
    serde_json::from_str::<serde_json::Number>(&number).map_or(Value::String(number), Value::Number)
}
