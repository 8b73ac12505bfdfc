//! What providers report of messages that were sent, and what families write back.
//!
//! SES and the two-way number of the district report to topics, which put it on the function's queue; what became of a
//! text message stands in a log, which calls the function itself. Whatever comes may come twice, in any order, or while
//! the same is being dealt with: each step finds what was done already.

mod email;
mod report;
mod sends;
mod sms;
#[cfg(test)]
mod tests;
mod texts;

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use chrono::{DateTime, Utc};
use report::Report;
use runtime::{App, Failure, batch};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use sms::{Logs, Packed};

const FUNCTION: &str = "delivery-feedback";

/// What wakes the function.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Woken {
    /// CloudWatch Logs, with what SNS says of text messages.
    Logs(Logs),
    /// The queue, with what SES says of e-mails and what families write.
    Queue(SqsEvent),
}

/// What the function answers.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To the queue: which records were not done.
    Queue(SqsBatchResponse),
    /// To the log.
    Done {},
}

/// Handles whatever woke the function.
///
/// # Errors
/// Of log lines, those of [`log_lines`].
pub async fn woken(app: &App, woken: Woken, now: DateTime<Utc>) -> Result<Answer, Failure> {
    match woken {
        Woken::Queue(event) => Ok(Answer::Queue(handle(app, event, now).await)),
        Woken::Logs(logs) => log_lines(app, &logs, now).await.map(|()| Answer::Done {}),
    }
}

/// Handles a batch from the queue.
pub async fn handle(app: &App, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
    batch::each(FUNCTION, event, async |body: Value| {
        // Lambda puts what woke the function among the dead letters, and from there it comes back by the queue.
        if body.get("awslogs").is_some() {
            let logs: Logs = report::shaped(body, "lines of a log without their fields")?;
            return log_lines(app, &logs, now).await;
        }
        match report::read(body, now)? {
            Report::Sent(outcome) => sends::apply(app, &outcome, now).await,
            Report::Wrote(text) => texts::receive(app, text, now).await,
            Report::Unused(kind) => {
                count(kind);
                Ok(())
            }
        }
    })
    .await
}

/// Handles lines of the log that SNS writes of text messages. One that fails never keeps its neighbours from being done.
///
/// # Errors
/// The first failure: Lambda calls again with the same lines, and at last puts them on the dead-letter queue.
pub async fn log_lines(app: &App, logs: &Logs, now: DateTime<Utc>) -> Result<(), Failure> {
    let mut done = Ok(());
    for line in sms::unpack(logs)? {
        let outcome = async { sends::apply(app, &sms::read(&line)?, now).await };
        if let Err(failure) = batch::guarded(Box::pin(outcome)).await {
            batch::report(FUNCTION, &line.id, &failure);
            done = done.and(Err(failure));
        }
    }
    done
}

/// One line for a report of which nothing follows, so that it can be counted.
fn count(kind: &'static str) {
    tracing::info!(kind, "a report was counted");
}
