//! The one database behind the local cloud, and the table in it where the cloud keeps what is its own: queued messages,
//! letters, the clock. Every write here is one transaction, so a process that is killed has lost nothing it acknowledged.
//!
//! The database is opened twice: by dynoxide, and by a connection of our own beside it, because dynoxide never forgets a
//! stream record and reads all of them at each write. The second connection gives that table an index, reads the records
//! that come next and deletes those that were dealt with. Both are used under one lock.

use super::lock;
use dynoxide::actions::{create_table, delete_item, put_item, query, transact_write_items};
use dynoxide::{AttributeValue, Database, DynoxideError, Item};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// The table of the cloud's own state.
pub(super) const OWN_TABLE: &str = "confer-local";

/// Makes the last record's number, and the records after a number, an index look-up instead of a walk over all.
const STREAM_INDEX: &str = "CREATE INDEX IF NOT EXISTS confer_stream_records \
     ON _stream_records (table_name, CAST(sequence_number AS INTEGER))";

/// The database failed.
#[derive(Debug, thiserror::Error)]
pub(super) enum EngineError {
    /// dynoxide refused or failed.
    #[error(transparent)]
    Dynoxide(#[from] DynoxideError),
    /// SQLite failed.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// A row of the own table is not what this program writes.
    #[error("a row of {OWN_TABLE} cannot be read: {0}")]
    Row(#[from] serde_json::Error),
}

/// The database, in memory or in a file.
pub(super) struct Engine {
    connections: Mutex<Connections>,
    /// It lies in a file: what is in memory goes with the process, and nobody will look for the cloud's own state.
    survives: bool,
}

struct Connections {
    database: Database,
    side: rusqlite::Connection,
}

/// One row of the cloud's own table.
pub(super) struct Row {
    /// What kind of row it is.
    pub kind: &'static str,
    /// Its key among its kind; rows come back in its order.
    pub key: String,
}

/// A change to the cloud's own table.
pub(super) enum Change {
    /// Write the row.
    Put(Row, String),
    /// Remove the row.
    Delete(Row),
}

impl Engine {
    /// Opens the file, or a new database in memory.
    pub fn open(file: Option<&Path>) -> Result<Self, EngineError> {
        static IN_MEMORY: AtomicU64 = AtomicU64::new(0);
        let place = match file {
            Some(file) => file.to_string_lossy().into_owned(),
            None => format!(
                "file:confer-{}?mode=memory&cache=shared",
                IN_MEMORY.fetch_add(1, Ordering::Relaxed)
            ),
        };
        let database = Database::new(&place)?;
        // Despite its name, all this does on a database that was not bulk loading: no fsync at each commit. A killed
        // process loses nothing by that; the WAL is the operating system's to write.
        database.disable_bulk_loading()?;
        let side = rusqlite::Connection::open(&place)?;
        side.pragma_update(None, "synchronous", "NORMAL")?;
        side.execute(STREAM_INDEX, [])?;
        create_own_table(&database)?;
        Ok(Self {
            connections: Mutex::new(Connections { database, side }),
            survives: file.is_some(),
        })
    }

    /// Runs `work` with the database to itself.
    pub fn database<T>(&self, work: impl FnOnce(&Database) -> T) -> T {
        work(&lock(&self.connections).database)
    }

    /// Runs `work` with the second connection, while the database stands still.
    pub fn side<T>(&self, work: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<T>) -> Result<T, EngineError> {
        Ok(work(&lock(&self.connections).side)?)
    }

    /// The rows of a kind: key and content, by key.
    pub fn rows(&self, kind: &'static str) -> Result<Vec<(String, String)>, EngineError> {
        let mut rows = Vec::new();
        let mut after = None;
        loop {
            let page = self.database(|database| {
                database.query(query::QueryRequest {
                    table_name: OWN_TABLE.to_owned(),
                    key_condition_expression: Some("kind = :kind".to_owned()),
                    expression_attribute_values: Some(HashMap::from([(":kind".to_owned(), text(kind))])),
                    scan_index_forward: true,
                    exclusive_start_key: after,
                    ..Default::default()
                })
            })?;
            rows.extend(page.items.unwrap_or_default().into_iter().filter_map(|mut item| {
                match (item.remove("key"), item.remove("content")) {
                    (Some(AttributeValue::S(key)), Some(AttributeValue::S(content))) => Some((key, content)),
                    _ => None,
                }
            }));
            match page.last_evaluated_key {
                Some(last) => after = Some(last),
                None => return Ok(rows),
            }
        }
    }

    /// Makes the changes, all of them or none.
    pub fn change(&self, changes: Vec<Change>) -> Result<(), EngineError> {
        if !self.survives {
            return Ok(());
        }
        let mut changes = changes;
        match (changes.len(), changes.pop()) {
            (_, None) => Ok(()),
            (1, Some(Change::Put(row, content))) => {
                let request = put_item::PutItemRequest {
                    table_name: OWN_TABLE.to_owned(),
                    item: row.item(content),
                    ..Default::default()
                };
                self.database(|database| database.put_item(request))?;
                Ok(())
            }
            (1, Some(Change::Delete(row))) => {
                let request = delete_item::DeleteItemRequest {
                    table_name: OWN_TABLE.to_owned(),
                    key: row.into_key(),
                    ..Default::default()
                };
                self.database(|database| database.delete_item(request))?;
                Ok(())
            }
            (_, Some(last)) => {
                changes.push(last);
                let request = transact_write_items::TransactWriteItemsRequest {
                    transact_items: changes.into_iter().map(Change::into_action).collect(),
                    ..Default::default()
                };
                self.database(|database| database.transact_write_items(request))?;
                Ok(())
            }
        }
    }
}

impl Row {
    fn into_key(self) -> Item {
        HashMap::from([
            ("kind".to_owned(), text(self.kind)),
            ("key".to_owned(), AttributeValue::S(self.key)),
        ])
    }

    fn item(self, content: String) -> Item {
        let mut item = self.into_key();
        item.insert("content".to_owned(), AttributeValue::S(content));
        item
    }
}

impl Change {
    fn into_action(self) -> transact_write_items::TransactWriteItem {
        let mut action = transact_write_items::TransactWriteItem::default();
        match self {
            Self::Put(row, content) => {
                action.put = Some(transact_write_items::TransactPut {
                    table_name: OWN_TABLE.to_owned(),
                    item: row.item(content),
                    ..Default::default()
                });
            }
            Self::Delete(row) => {
                action.delete = Some(transact_write_items::TransactDelete {
                    table_name: OWN_TABLE.to_owned(),
                    key: row.into_key(),
                    ..Default::default()
                });
            }
        }
        action
    }
}

fn create_own_table(database: &Database) -> Result<(), EngineError> {
    let request: create_table::CreateTableRequest = serde_json::from_value(serde_json::json!({
        "TableName": OWN_TABLE,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": "kind", "AttributeType": "S"},
            {"AttributeName": "key", "AttributeType": "S"},
        ],
        "KeySchema": [
            {"AttributeName": "kind", "KeyType": "HASH"},
            {"AttributeName": "key", "KeyType": "RANGE"},
        ],
    }))?;
    match database.create_table(request) {
        Ok(_) | Err(DynoxideError::ResourceInUseException(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}
