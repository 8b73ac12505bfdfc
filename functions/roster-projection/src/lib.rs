//! Folds what the SIS said into the students it concerns. Facts are rebuilt, not patched: each student concerned is
//! decided about anew, from the objects themselves.
//!
//! Whoever writes a row of membership then reads the scope's facts; whoever writes a scope's fact then lists the members:
//! so one of the two sees the other. Records are read before facts, and always committed, so that whoever decided on older
//! facts loses its race.

mod concerned;
mod gathered;

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use chrono::{DateTime, Utc};
use concerned::{Concerned, references};
use domain::decide::Command;
use domain::ids::{OrgId, SourcedId, UserId};
use domain::record::{Mark, StudentRecord};
use domain::roster::{Object, ObjectKey, Version};
use gathered::Gatherer;
use runtime::calendars::Calendars;
use runtime::change::{Cause, Intent};
use runtime::queues::{Projection, Queue};
use runtime::{App, Failure, batch, figures};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use store::contacts::ContactId;

const FUNCTION: &str = "roster-projection";

/// Students of a large scope that one invocation decides about; the rest is the function's own next piece of work.
pub const PAGE: i32 = 100;

/// Handles a batch of work.
pub async fn handle(app: &App, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
    let mut failed: BTreeMap<String, Failure> = BTreeMap::new();
    let mut work: Vec<(String, Projection)> = Vec::new();
    for record in &event.records {
        let id = record.message_id.clone().unwrap_or_default();
        match batch::read(record) {
            Ok(body) => work.push((id, body)),
            Err(failure) => {
                failed.insert(id, failure);
            }
        }
    }
    let together = batch::guarded(project(app, work.iter().map(|(_, work)| work), now)).await;
    if together.is_err() {
        // Something in the batch failed: each piece by itself, so that one never takes its neighbours with it.
        for (id, work) in &work {
            if let Err(failure) = batch::guarded(project(app, std::iter::once(work), now)).await {
                failed.insert(id.clone(), failure);
            }
        }
    }
    batch::failures(FUNCTION, failed)
}

/// Projects some pieces of work together: a student whom several concern is decided about once.
async fn project(app: &App, work: impl Iterator<Item = &Projection>, now: DateTime<Utc>) -> Result<(), Failure> {
    let mut keys: BTreeMap<ObjectKey, Option<(OrgId, UserId, Version)>> = BTreeMap::new();
    let mut guardians: BTreeSet<UserId> = BTreeSet::new();
    // With what brought them here.
    let mut alone: BTreeMap<UserId, BTreeSet<String>> = BTreeMap::new();
    let mut contacts: BTreeSet<ContactId> = BTreeSet::new();
    for piece in work {
        match piece {
            Projection::Object { object, after } => {
                let key = object
                    .parse()
                    .map_err(|()| Failure::Permanent("the queue message names no object of the SIS".into()))?;
                // Of two walks of one object the one that has more before it covers both.
                let known = keys.entry(key).or_insert_with(|| after.clone());
                if *after < *known {
                    known.clone_from(after);
                }
            }
            Projection::Student { student, news } => {
                alone.entry(student.clone()).or_default().extend(news.iter().cloned());
            }
            Projection::Guardian { guardian } => {
                guardians.insert(guardian.clone());
            }
            Projection::Contact { contact } => {
                contacts.insert(contact.clone());
            }
        }
    }
    let wanted: Vec<ObjectKey> = keys.keys().cloned().collect();
    let objects = app.table.objects(&wanted).await?;
    if objects.len() < wanted.len() {
        return Err(Failure::Permanent(
            "the queue message names an object that the table does not hold".into(),
        ));
    }
    let key = app.contact_key()?;
    let rows = objects.iter().flat_map(|recorded| references(recorded, key));
    app.table.refer(rows.collect()).await?;

    let mut students = alone.clone();
    let mut marks: BTreeMap<UserId, Vec<(SourcedId, Mark)>> = BTreeMap::new();
    let mut finished: Vec<(&ObjectKey, Version)> = Vec::new();
    let mut more: Vec<Projection> = Vec::new();
    for recorded in &objects {
        let concerned = Concerned::by(app, recorded).await?;
        if let Object::Attendance(attendance) = &recorded.object {
            for student in &concerned.students {
                let mark = Mark {
                    version: recorded.version.clone(),
                    active: recorded.active && attendance.student == *student,
                    attendance: attendance.clone(),
                };
                let of = marks.entry(student.clone()).or_default();
                of.push((recorded.key.id.clone(), mark));
            }
        }
        let (after, began_with) = match keys.get(&recorded.key).cloned().flatten() {
            Some((school, student, version)) => (Some((school, student)), version),
            None => (None, recorded.version.clone()),
        };
        let (some, next) = concerned.page(app, after.as_ref(), PAGE).await?;
        for student in some {
            students.entry(student).or_default().extend(recorded.event.clone());
        }
        match next {
            // A newer state than the walk began with has a walk of its own, and stays on the sweep until that is done.
            None => finished.push((&recorded.key, began_with)),
            Some((school, student)) => more.push(Projection::Object {
                object: recorded.key.to_string(),
                after: Some((school, student, began_with)),
            }),
        }
    }
    let mut carried: Vec<(&ContactId, u64)> = Vec::new();
    for contact in &contacts {
        carried.push((contact, app.table.contact(contact).await?.changes));
        let having = concerned::students_having(app, contact).await?;
        // A number that many share: the rest are pieces of work of their own.
        let (some, others) = having.split_at(having.len().min(usize::try_from(PAGE).unwrap_or_default()));
        for student in some {
            students.entry(student.clone()).or_default().insert(contact.to_string());
        }
        more.extend(others.iter().map(|student| Projection::Student {
            student: student.clone(),
            news: BTreeSet::from([contact.to_string()]),
        }));
    }
    for student in follow(app, &students, &marks, now).await? {
        // What cannot be decided about goes to the dead-letter queue by itself; everybody else's facts go on.
        if alone.contains_key(&student) || marks.contains_key(&student) {
            return Err(Failure::Permanent(format!("student {student} cannot be decided about")));
        }
        more.push(Projection::Student {
            news: students.remove(&student).unwrap_or_default(),
            student,
        });
    }
    for guardian in &guardians {
        carry(app, guardian, now).await?;
    }
    if !more.is_empty() {
        app.queues.send(Queue::RosterProjection, &more).await?;
    }
    figures::say("Projected", finished.len());
    for (key, version) in finished {
        tracing::info!(object = key.to_string(), "object projected");
        app.table.projected(key, &version).await?;
    }
    for (contact, changes) in carried {
        app.table.contact_carried(contact, changes).await?;
    }
    Ok(())
}

/// Decides about each student anew; whom it cannot decide about, whatever is done again.
async fn follow(
    app: &App,
    students: &BTreeMap<UserId, BTreeSet<String>>,
    marks: &BTreeMap<UserId, Vec<(SourcedId, Mark)>>,
    now: DateTime<Utc>,
) -> Result<Vec<UserId>, Failure> {
    let mut stuck = Vec::new();
    // Records first, facts after.
    let mut loaded = Vec::with_capacity(students.len());
    for (student, news) in students {
        match app.table.load(student).await.map_err(Failure::from) {
            Ok(record) => loaded.push((student, Cause::News(news), record)),
            Err(failure) => put_aside(student, failure, &mut stuck)?,
        }
    }
    let shared = Gatherer::new(app)?;
    let calendars = Calendars::new(&app.table);
    for (student, cause, record) in loaded {
        let first = Cell::new(true);
        let intend = async |before: &StudentRecord| {
            // A lost race reads the facts afresh.
            let fresh = Gatherer::new(app)?;
            let gatherer = if first.replace(false) { &shared } else { &fresh };
            let facts = gatherer.facts(student).await?;
            Ok(Intent {
                always: before.revision > 0 || facts.is_some() || marks.contains_key(student),
                command: Command::Follow {
                    facts,
                    marks: marks.get(student).cloned().unwrap_or_default(),
                },
                guardians_seen: Vec::new(),
                only_if_free: false,
            })
        };
        let followed = app.change_with(&calendars, student, cause, now, Some(record), intend);
        let followed = batch::guarded(async { Box::pin(followed).await.map_err(Failure::from) });
        if let Err(failure) = followed.await {
            put_aside(student, failure, &mut stuck)?;
        }
    }
    Ok(stuck)
}

/// Puts a student aside whom doing the same again does not help.
fn put_aside(student: &UserId, failure: Failure, stuck: &mut Vec<UserId>) -> Result<(), Failure> {
    let Failure::Permanent(why) = failure else {
        return Err(failure);
    };
    tracing::error!(
        student = student.as_str(),
        why,
        next = "the student's facts go to the dead-letter queue: mend the cause, then redrive",
        "a student is stuck"
    );
    figures::say("Stuck", 1);
    stuck.push(student.clone());
    Ok(())
}

/// Carries a guardian's answers to the guardian's other children.
async fn carry(app: &App, guardian: &UserId, now: DateTime<Utc>) -> Result<(), Failure> {
    let (answers, _) = app.table.answers(guardian).await?;
    let calendars = Calendars::new(&app.table);
    let children: Vec<UserId> = concerned::students_of(&app.table.referring(&format!("user#{guardian}")).await?);
    for answer in &answers {
        for child in children.iter().filter(|child| **child != answer.child) {
            let intend = async |before: &StudentRecord| {
                let still = before
                    .facts
                    .as_ref()
                    .is_some_and(|facts| facts.guardians.contains_key(guardian));
                let command = if still {
                    Command::GuardianReached {
                        at: answer.at,
                        spoken: answer.spoken,
                    }
                } else {
                    Command::Follow {
                        facts: None,
                        marks: Vec::new(),
                    }
                };
                Ok(command.into())
            };
            app.change_with(&calendars, child, Cause::Reached(guardian), now, None, intend)
                .await?;
        }
        app.table.answer_carried(guardian, answer).await?;
    }
    Ok(())
}
