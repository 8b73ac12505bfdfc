//! R10: three attempts failed and the wait is over. Decides anew whether the principal must be told, from what the table
//! says now; a guardian who answered for another child meanwhile is read strongly and made a condition of the commit.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use chrono::{DateTime, Utc};
use domain::decide::Command;
use domain::ids::{ConferenceId, NotAnId};
use domain::record::StudentRecord;
use runtime::calendars::Calendars;
use runtime::change::{Cause, Intent};
use runtime::queues::Escalation;
use runtime::{App, Failure, batch, figures};

/// Handles a batch of hand-overs.
pub async fn handle(app: &App, event: SqsEvent, now: DateTime<Utc>) -> SqsBatchResponse {
    batch::each("escalate", event, async |work: Escalation| {
        let id = work
            .conference
            .parse()
            .map_err(|error: NotAnId| Failure::Permanent(error.to_string()))?;
        escalate(app, &id, now).await
    })
    .await
}

async fn escalate(app: &App, id: &ConferenceId, now: DateTime<Utc>) -> Result<(), Failure> {
    let intend = async |before: &StudentRecord| {
        if !before.conferences.contains_key(&id.n) {
            return Err(Failure::Permanent(format!("there is no conference {id}")).into());
        }
        let mut guardians_seen = Vec::new();
        let mut guardian_reached = None;
        for guardian in before.facts.iter().flat_map(|facts| facts.guardians.keys()) {
            let (answers, count) = app.table.answers(guardian).await?;
            let others = answers.iter().filter(|answer| answer.child != id.student);
            guardian_reached = others.map(|answer| answer.at).chain(guardian_reached).max();
            guardians_seen.push((guardian.clone(), count));
        }
        Ok(Intent {
            command: Command::Escalate {
                conference: id.n,
                guardian_reached,
            },
            guardians_seen,
            only_if_free: false,
            always: false,
        })
    };
    let calendars = Calendars::new(&app.table);
    let decision = app
        .change_with(&calendars, &id.student, Cause::HandOver(id), now, None, intend)
        .await?;
    let unreachable = decision
        .entries
        .iter()
        .filter(|entry| entry.kind == "family_not_reached");
    figures::say("Escalated", unreachable.count());
    Ok(())
}
