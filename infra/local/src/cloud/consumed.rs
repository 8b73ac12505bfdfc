//! What the functions' calls consume, where somebody asks for it: for the page of costs.

use super::connector::Answer;
use super::{Call, Cloud, Service, lock};
use serde_json::{Value, json};

/// What was consumed since it was first asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Consumed {
    /// Read units of the table and its indexes.
    pub reads: f64,
    /// Write units of the table and its indexes.
    pub writes: f64,
    /// Requests to queues, those of their functions left out.
    pub queues: u64,
    /// Calls of all kinds.
    pub calls: u64,
}

impl Cloud {
    /// From here on what is consumed is counted.
    pub fn count_consumed(&self) {
        *lock(&self.0.consumed) = Some(Consumed::default());
    }

    /// What was consumed since [`Cloud::count_consumed`].
    pub fn consumed(&self) -> Consumed {
        lock(&self.0.consumed).unwrap_or_default()
    }

    /// Answers a call to DynamoDB, and counts what it consumes where that is wanted.
    pub(super) fn counted(&self, call: &Call, body: &[u8]) -> Answer {
        let counts = call.is_of_a_function() && lock(&self.0.consumed).is_some();
        let asked = counts.then(|| serde_json::from_slice::<Value>(body).ok()).flatten();
        let Some(mut asked) = asked else {
            return self.dynamodb(&call.operation, body);
        };
        asked["ReturnConsumedCapacity"] = json!("TOTAL");
        let answer = self.dynamodb(&call.operation, asked.to_string().as_bytes());
        let said: Value = serde_json::from_str(answer.body()).unwrap_or_default();
        let units: f64 = match &said["ConsumedCapacity"] {
            Value::Array(tables) => tables.iter().filter_map(|table| table["CapacityUnits"].as_f64()).sum(),
            table => table["CapacityUnits"].as_f64().unwrap_or_default(),
        };
        if let Some(consumed) = lock(&self.0.consumed).as_mut() {
            match call.operation.as_str() {
                "Query" | "GetItem" | "BatchGetItem" => consumed.reads += units,
                _ => consumed.writes += units,
            }
        }
        answer
    }

    /// Counts a call, where that is wanted.
    pub(super) fn count(&self, call: &Call) {
        if let Some(consumed) = lock(&self.0.consumed).as_mut().filter(|_| call.is_of_a_function()) {
            consumed.calls += 1;
            consumed.queues += u64::from(call.service == Service::Sqs);
        }
    }
}
