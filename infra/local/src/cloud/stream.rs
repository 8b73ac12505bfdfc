//! The application table's stream: every change of an item, in order. The position is what is left in it: records that
//! were dealt with are deleted, so there is no second truth that could disagree after a restart, and a long run does not
//! carry its whole past along.

use super::engine::EngineError;
use super::{Cloud, REGION};
use aws_lambda_events::dynamodb::EventRecord;
use dynoxide::actions::get_records::GetRecordsRequest;
use dynoxide::actions::get_shard_iterator::encode_shard_iterator;
use dynoxide::streams::shard_id;
use std::sync::atomic::Ordering;

/// What dynoxide adds to the number it keeps to make a sequence number look like DynamoDB's.
const SEQUENCE_NUMBER_OFFSET: u128 = 100_000_000_000_000_000_000;

const DELETE: &str = "DELETE FROM _stream_records WHERE CAST(sequence_number AS INTEGER) <= ?1 \
     AND table_name IN (SELECT table_name FROM _tables WHERE stream_enabled = 1)";

/// The table numbers its rows for ever, so its last number counts the changes, those that were deleted included.
const COUNT: &str = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '_stream_records'), 0)";

const WAITS: &str = "SELECT EXISTS (SELECT 1 FROM _stream_records WHERE table_name = ?1)";

impl Cloud {
    /// Whether there are changes that were not yet dealt with.
    pub fn streams(&self, table: &str) -> bool {
        let waits = self
            .0
            .engine
            .side(|side| side.query_row(WAITS, [table], |row| row.get(0)));
        waits.unwrap_or(true)
    }

    /// The next changes of the table's items that were not yet dealt with, oldest first; none where there is no such table.
    pub fn stream(&self, table: &str, max: usize) -> Vec<EventRecord> {
        let request = GetRecordsRequest {
            shard_iterator: encode_shard_iterator(table, &shard_id(table), 0),
            limit: Some(max),
        };
        let Ok(found) = self.0.engine.database(|database| database.get_records(request)) else {
            return Vec::new();
        };
        let now = self.now();
        let records = found.records.into_iter().filter_map(|record| {
            let parsed = serde_json::to_value(record).and_then(serde_json::from_value::<EventRecord>);
            match parsed {
                Ok(mut record) => {
                    record.change.approximate_creation_date_time = now;
                    record.aws_region = REGION.to_owned();
                    record.table_name = Some(table.to_owned());
                    record.event_source_arn = Some(dynoxide::streams::stream_arn(table, "local"));
                    Some(record)
                }
                Err(error) => {
                    tracing::error!(%error, table, next = "the sweep brings what it would have", "a stream record cannot be read");
                    None
                }
            }
        });
        records.collect()
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
        if let Err(error) = self.0.engine.side(|side| side.execute(DELETE, [kept])) {
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
