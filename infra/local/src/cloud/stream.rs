//! The application table's stream: every change of an item, in order. The position is what is left in it: records that
//! were dealt with are deleted, so there is no second truth that could disagree after a restart, and a long run does not
//! carry its whole past along.

use super::engine::EngineError;
use super::{Cloud, REGION};
use aws_lambda_events::dynamodb::{EventRecord, StreamViewType};
use std::sync::atomic::Ordering;

/// What dynoxide adds to the number it keeps to make a sequence number look like DynamoDB's.
const SEQUENCE_NUMBER_OFFSET: u128 = 100_000_000_000_000_000_000;

const DELETE: &str = "DELETE FROM _stream_records WHERE CAST(sequence_number AS INTEGER) <= ?1 \
     AND table_name IN (SELECT table_name FROM _tables WHERE stream_enabled = 1)";

/// The table numbers its rows for ever, so its last number counts the changes, those that were deleted included.
const COUNT: &str = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '_stream_records'), 0)";

const NEXT: &str = "SELECT CAST(sequence_number AS INTEGER), COALESCE(event_id, sequence_number), event_name, keys_json, \
     new_image, old_image FROM _stream_records \
     WHERE table_name = ?1 ORDER BY CAST(sequence_number AS INTEGER) LIMIT ?2";

const WAITS: &str = "SELECT EXISTS (SELECT 1 FROM _stream_records WHERE table_name = ?1)";

/// A stream record as dynoxide keeps it: items are in DynamoDB's JSON.
struct Row {
    number: u64,
    event_id: String,
    event_name: String,
    keys: String,
    after: Option<String>,
    before: Option<String>,
}

impl Row {
    fn read(row: &rusqlite::Row) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get::<_, i64>(0)?.unsigned_abs(),
            event_id: row.get(1)?,
            event_name: row.get(2)?,
            keys: row.get(3)?,
            after: row.get(4)?,
            before: row.get(5)?,
        })
    }
}

impl Cloud {
    /// Whether there are changes that were not yet dealt with.
    pub fn streams(&self, table: &str) -> bool {
        let waits = self
            .0
            .engine
            .side(|side| side.prepare_cached(WAITS)?.query_row([table], |row| row.get(0)));
        waits.unwrap_or(true)
    }

    /// The next changes of the table's items that were not yet dealt with, oldest first; none where there is no such table.
    pub fn stream(&self, table: &str, max: usize) -> Vec<EventRecord> {
        let max = i64::try_from(max).unwrap_or(i64::MAX);
        let rows = self.0.engine.side(|side| {
            let mut next = side.prepare_cached(NEXT)?;
            let rows = next.query_map((table, max), Row::read)?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        });
        let rows = rows.unwrap_or_else(|error| {
            tracing::error!(%error, table, next = "the sweep brings what they would have", "the stream cannot be read");
            Vec::new()
        });
        let records = rows.into_iter().filter_map(|row| match self.record(table, row) {
            Ok(record) => Some(record),
            Err(error) => {
                tracing::error!(%error, table, next = "the sweep brings what it would have", "a stream record cannot be read");
                None
            }
        });
        records.collect()
    }

    /// The record as Lambda hands it over. The application table's stream shows an item before and after each change.
    fn record(&self, table: &str, row: Row) -> serde_json::Result<EventRecord> {
        let size = [Some(&row.keys), row.after.as_ref(), row.before.as_ref()];
        let size: usize = size.into_iter().flatten().map(String::len).sum();
        let mut record = EventRecord::default();
        record.aws_region = REGION.to_owned();
        record.table_name = Some(table.to_owned());
        record.event_id = row.event_id;
        record.event_name = row.event_name;
        record.event_version = Some("1.1".to_owned());
        record.event_source = Some("aws:dynamodb".to_owned());
        record.event_source_arn = Some(dynoxide::streams::stream_arn(table, "local"));
        record.change.approximate_creation_date_time = self.now();
        record.change.keys = serde_json::from_str(&row.keys)?;
        if let Some(image) = row.after {
            record.change.new_image = serde_json::from_str(&image)?;
        }
        if let Some(image) = row.before {
            record.change.old_image = serde_json::from_str(&image)?;
        }
        record.change.sequence_number = Some((SEQUENCE_NUMBER_OFFSET + u128::from(row.number)).to_string());
        record.change.size_bytes = i64::try_from(size).unwrap_or(i64::MAX);
        record.change.stream_view_type = Some(StreamViewType::NewAndOldImages);
        Ok(record)
    }

    /// Acknowledges the records up to and with this one: they do not come again.
    pub fn stream_done(&self, up_to_sequence_number: &str) {
        let kept = up_to_sequence_number
            .parse::<u128>()
            .ok()
            .and_then(|number| i64::try_from(number.checked_sub(SEQUENCE_NUMBER_OFFSET)?).ok());
        let Some(kept) = kept else {
            tracing::error!(
                up_to_sequence_number,
                next = "the records come again",
                "no stream record has this number"
            );
            return;
        };
        if self.0.twice.load(Ordering::Relaxed) && self.0.streamed.fetch_max(kept, Ordering::Relaxed) < kept {
            return;
        }
        if let Err(error) = self.0.engine.side(|side| side.prepare_cached(DELETE)?.execute([kept])) {
            tracing::error!(%error, next = "the records come again after a restart", "the stream's position could not be kept");
        }
    }

    /// How many changes of items the tables with a stream have seen, ever.
    pub fn changed_items(&self) -> u64 {
        let counted = self
            .0
            .engine
            .side(|side| side.query_row(COUNT, [], |row| row.get::<_, i64>(0)));
        count_or_zero(counted)
    }
}

fn count_or_zero(counted: Result<i64, EngineError>) -> u64 {
    match counted {
        Ok(count) => count.unsigned_abs(),
        Err(error) => {
            tracing::error!(%error, next = "the figures show none", "the changes cannot be counted");
            0
        }
    }
}
