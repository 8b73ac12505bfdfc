//! What the calls of one client consumed, as the table reports it: for tests and figures that count reads and writes.

use aws_sdk_dynamodb::types::ConsumedCapacity;
use std::sync::atomic::{AtomicU64, Ordering};

/// Consumed capacity so far. Units are kept in halves, the smallest the table reports.
#[derive(Debug, Default)]
pub struct Capacity {
    read_halves: AtomicU64,
    write_halves: AtomicU64,
    queries: AtomicU64,
}

impl Capacity {
    /// Read units.
    pub fn read_units(&self) -> f64 {
        units(&self.read_halves)
    }

    /// Write units.
    pub fn write_units(&self) -> f64 {
        units(&self.write_halves)
    }

    /// Query calls, a page each.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    pub(crate) fn query(&self, consumed: Option<&ConsumedCapacity>) {
        self.queries.fetch_add(1, Ordering::Relaxed);
        self.read(consumed);
    }

    pub(crate) fn read(&self, consumed: Option<&ConsumedCapacity>) {
        add(&self.read_halves, consumed);
    }

    pub(crate) fn write(&self, consumed: Option<&ConsumedCapacity>) {
        add(&self.write_halves, consumed);
    }
}

fn units(halves: &AtomicU64) -> f64 {
    // Counts stay far below 2^52, where a float is exact.
    halves.load(Ordering::Relaxed) as f64 / 2.0
}

fn add(to: &AtomicU64, consumed: Option<&ConsumedCapacity>) {
    if let Some(units) = consumed.and_then(ConsumedCapacity::capacity_units) {
        to.fetch_add((units * 2.0).round() as u64, Ordering::Relaxed);
    }
}
