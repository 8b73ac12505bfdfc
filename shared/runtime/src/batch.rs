//! A batch from a queue, record by record: one that cannot be read, fails or panics is named to the queue, which brings
//! it again and at last puts it on the dead-letter queue; its neighbours are done.

use crate::Failure;
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use futures::FutureExt;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

/// Does the work of each record, in order.
pub async fn each<T: DeserializeOwned>(
    function: &str,
    event: SqsEvent,
    work: impl AsyncFn(T) -> Result<(), Failure>,
) -> SqsBatchResponse {
    let mut failed = BTreeMap::new();
    for record in event.records {
        let done = match read(&record) {
            Ok(body) => guarded(Box::pin(work(body))).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = done {
            failed.insert(record.message_id.unwrap_or_default(), failure);
        }
    }
    failures(function, failed)
}

/// Does a piece of work; a panic in it is a failure like any other.
pub async fn guarded<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    AssertUnwindSafe(work)
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Failure::Permanent("the function panicked".into())))
}

/// Names the records that were not done, by their ids, and says so in the log.
pub fn failures(function: &str, failed: BTreeMap<String, Failure>) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for (id, failure) in failed {
        report(function, &id, &failure);
        let mut item = BatchItemFailure::default();
        item.item_identifier = id;
        response.batch_item_failures.push(item);
    }
    response
}

/// Reads a record's body; what it holds is never repeated in the failure.
pub fn read<T: DeserializeOwned>(record: &SqsMessage) -> Result<T, Failure> {
    serde_json::from_str(record.body.as_deref().unwrap_or_default())
        .map_err(|_| Failure::Permanent("the queue message is not work of this function".into()))
}

/// One line for a piece of work that was not done.
pub fn report(function: &str, record: &str, failure: &Failure) {
    match failure {
        Failure::Retryable(why) => tracing::warn!(
            function,
            record,
            why,
            next = "the queue brings it again",
            "work was put off"
        ),
        Failure::Permanent(why) => tracing::error!(
            function,
            record,
            why,
            next = "it goes to the dead-letter queue: mend the cause, then redrive it",
            "work cannot be done"
        ),
    }
}
