//! The daily run: opens what is due, asks families, hands over to `escalate`. The schedule starts a run; each shard of the
//! due index is a piece of work on the function's own queue, continued from a cursor. A start that comes twice sends the
//! shards that are still to be done; a piece that comes twice finds nothing more to do.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use chrono::{DateTime, NaiveDate, Utc};
use domain::decide::Command;
use domain::ids::UserId;
use domain::record::StudentRecord;
use runtime::calendars::Calendars;
use runtime::change::Cause;
use runtime::queues::{Queue, Run};
use runtime::{App, Failure, batch, figures};

const FUNCTION: &str = "daily-detection";

/// Students that one piece of work looks at.
pub const PAGE: i32 = 50;

/// Handles a batch of work.
pub async fn handle(app: &App, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
    batch::each(FUNCTION, event, async |work: Run| match work {
        Run::Start { scheduled } => start(app, app.district.today(scheduled), now).await,
        Run::Shard { run, shard, after } => part(app, run, shard, after.as_deref(), now).await,
        Run::Student { run, student } => one(app, run, &student, now).await,
    })
    .await
}

/// A run is of today: one of another day would decide as of a day that is not, and the next run catches up by itself.
fn is_today(app: &App, run: NaiveDate, now: DateTime<Utc>) -> bool {
    let today = app.district.today(now);
    if run != today {
        tracing::warn!(
            run = run.to_string(),
            today = today.to_string(),
            next = "the next run catches up",
            "a run of another day was refused"
        );
    }
    run == today
}

async fn start(app: &App, run: NaiveDate, now: DateTime<Utc>) -> Result<(), Failure> {
    if !is_today(app, run, now) {
        return Ok(());
    }
    let pending = app.table.start_run(run, now).await?;
    let work: Vec<Run> = pending
        .into_iter()
        .map(|shard| Run::Shard {
            run,
            shard,
            after: None,
        })
        .collect();
    app.queues.send(Queue::DailyDetection, &work).await
}

async fn part(app: &App, run: NaiveDate, shard: u32, after: Option<&str>, now: DateTime<Utc>) -> Result<(), Failure> {
    if !is_today(app, run, now) {
        return Ok(());
    }
    if shard >= app.table.shards() {
        return Err(Failure::Permanent(format!(
            "there is no shard {shard} of the due index"
        )));
    }
    let (students, cursor) = app.table.due(shard, run, after, PAGE).await?;
    figures::say("Due", students.len());
    // Records first, calendars after: whoever decided on an older calendar loses its race.
    let mut loaded = Vec::with_capacity(students.len());
    for student in &students {
        loaded.push((student, app.table.load(student).await.map_err(Failure::from)));
    }
    let calendars = Calendars::new(&app.table);
    let mut put_off = Vec::new();
    for (student, record) in loaded {
        let done = match record {
            Ok(record) => decide(app, &calendars, run, student, Some(record), now).await,
            Err(failure) => Err(failure),
        };
        match done {
            Ok(()) => {}
            Err(Failure::Retryable(_)) => put_off.push(Run::Student {
                run,
                student: student.clone(),
            }),
            Err(Failure::Permanent(why)) => postpone(app, run, student, &why).await?,
        }
    }
    // Each by itself, so that nobody waits behind them.
    app.queues.send(Queue::DailyDetection, &put_off).await?;
    match cursor {
        Some(after) => {
            let rest = Run::Shard {
                run,
                shard,
                after: Some(after),
            };
            app.queues.send(Queue::DailyDetection, &[rest]).await
        }
        None => {
            if app.table.shard_done(run, shard, now).await? {
                tracing::info!(
                    run = run.to_string(),
                    event = "DailyRunCompleted",
                    "the daily run is complete"
                );
                figures::say("RunCompleted", 1);
            }
            Ok(())
        }
    }
}

async fn one(app: &App, run: NaiveDate, student: &UserId, now: DateTime<Utc>) -> Result<(), Failure> {
    if !is_today(app, run, now) {
        return Ok(());
    }
    match decide(app, &Calendars::new(&app.table), run, student, None, now).await {
        Err(Failure::Permanent(why)) => postpone(app, run, student, &why).await,
        done => done,
    }
}

async fn decide(
    app: &App,
    calendars: &Calendars,
    run: NaiveDate,
    student: &UserId,
    record: Option<StudentRecord>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let intend = async |_: &StudentRecord| Ok(Command::Run.into());
    let decided = Box::pin(app.change_with(calendars, student, Cause::Run(run), now, record, intend));
    let decision = batch::guarded(async { decided.await.map_err(Failure::from) }).await?;
    let opened = decision
        .entries
        .iter()
        .filter(|entry| entry.kind == "conference_opened");
    figures::say("Opened", opened.count());
    Ok(())
}

/// A student who cannot be decided about is looked at again tomorrow, never left at the shard's head.
async fn postpone(app: &App, run: NaiveDate, student: &UserId, why: &str) -> Result<(), Failure> {
    tracing::error!(
        student = student.as_str(),
        why,
        next = "the student is looked at again tomorrow: mend the cause before",
        "a student is stuck"
    );
    figures::say("Stuck", 1);
    Ok(app.table.postpone(student, run.succ_opt().unwrap_or(run)).await?)
}
