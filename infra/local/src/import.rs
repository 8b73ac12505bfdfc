//! `confer import`: a OneRoster export, compared with the table and sent as the SIS sends.

pub mod archive;
mod limit;
pub mod plan;

use crate::client::{Client, ClientError, SOURCE, taken};
use crate::roster::Known;
use chrono::{DateTime, Utc};
use plan::Plan;
use serde_json::{Value, json};
use sis::csv::{self, Files, Import, Problem};
use std::io::Write;
use std::path::Path;

/// Events in one request.
const BATCH: usize = 250;
/// Bytes of events in one request; the webhook takes a megabyte.
const BATCH_BYTES: usize = 700_000;

/// What is asked of an import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// Show what would change, and write nothing.
    pub dry_run: bool,
    /// Take out however many the export does not have, or says have left.
    pub allow_removals: bool,
    /// When the export was made; `None`: as new as what changed last in it.
    pub as_of: Option<DateTime<Utc>>,
}

/// Imports a OneRoster export from a folder or a zip file, and shows how far it is. Rows that cannot be used are named,
/// and left out; how many they were is the last that is said.
///
/// # Errors
/// What the person must mend: the export, the connection, or what the local cloud refused.
pub fn import(client: &Client, path: &Path, asked: Asked, out: &mut impl Write) -> Result<(), ClientError> {
    let mut say = |line: &str| writeln!(out, "{line}").map_err(|error| ClientError(error.to_string()));
    let (files, outside) = files(path)?;
    for problem in &outside {
        say(&format!("  {problem}"))?;
    }
    let import = match asked.as_of {
        Some(made) => csv::read_as_of(&files, SOURCE, made),
        None => csv::read(&files, SOURCE),
    };
    let import = import.map_err(|error| ClientError(error.to_string()))?;
    say(&format!("{} rows read, {} objects", import.rows, import.events.len()))?;
    for problem in &import.problems {
        say(&format!("  {problem}"))?;
    }
    let problems = outside.len() + import.problems.len();
    if problems > 0 {
        say(&format!("{problems} problems: mend them and import again"))?;
    }
    let left_out = left_out(&import);
    let policy = &client.settings().district.policy;
    let plan = Plan::new(import, &known(client)?, policy, client.now()?);
    for note in &plan.notes {
        say(note)?;
    }
    if asked.dry_run {
        show(&plan, &mut say)?;
    }
    if let Some(lost) = plan.removes_too_many().filter(|_| !asked.allow_removals) {
        return Err(ClientError(refusal(&lost, asked.dry_run)));
    }
    if asked.dry_run {
        say("this was a dry run: nothing was written")?;
    } else {
        send(client, &plan, &mut say)?;
    }
    left_out.map_or(Ok(()), |line| say(&line))
}

/// Why an import is refused that takes out `lost`.
fn refusal(lost: &str, dry_run: bool) -> String {
    let refused = if dry_run {
        "which would be refused without --allow-removals. This was a dry run: nothing was written"
    } else {
        "so nothing was written"
    };
    format!(
        "the export takes out {lost}, {refused}. If they have left, import it with --allow-removals; if not, it is not \
         the whole roster: have the student information system make it anew"
    )
}

/// How much of an export is not applied; `None`: nothing was left out.
fn left_out(import: &Import) -> Option<String> {
    let rows = (import.left_out > 0).then(|| counted(import.left_out, "row"));
    let files = import.unread.iter().map(|file| format!("all of {file}"));
    let parts: Vec<String> = rows.into_iter().chain(files).collect();
    (!parts.is_empty()).then(|| format!("left out, and named above: {}", parts.join(", ")))
}

/// "1 user", "2 users".
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The export's files, and what of a zip file was left out.
fn files(path: &Path) -> Result<(Files, Vec<Problem>), ClientError> {
    let cannot = |why: &dyn std::fmt::Display| ClientError(format!("cannot read {}: {why}", path.display()));
    if path.is_file() {
        let bytes = std::fs::read(path).map_err(|error| cannot(&error))?;
        return archive::read(&bytes).map_err(|error| ClientError(format!("{} {error}", path.display())));
    }
    let files = csv::folder(path).map_err(|error| cannot(&error))?;
    Ok((files, Vec::new()))
}

fn known(client: &Client) -> Result<Vec<Known>, ClientError> {
    let items = client.items("/_local/roster")?.into_iter();
    items
        .map(serde_json::from_value)
        .collect::<Result<_, _>>()
        .map_err(|error| ClientError(format!("the local cloud did not answer as expected: {error}")))
}

type Say<'a> = dyn FnMut(&str) -> Result<(), ClientError> + 'a;

fn show(plan: &Plan, say: &mut Say) -> Result<(), ClientError> {
    for (kind, changes) in &plan.changes {
        say(&format!(
            "  {:<10} {} new, {} changed, {} unchanged, {} removed",
            kind.as_str(),
            changes.new,
            changes.changed,
            changes.unchanged,
            changes.removed.len()
        ))?;
    }
    for (kind, changes) in &plan.changes {
        for id in &changes.removed {
            say(&format!("  removed {} {id}", kind.as_str()))?;
        }
    }
    Ok(())
}

fn send(client: &Client, plan: &Plan, say: &mut Say) -> Result<(), ClientError> {
    let before = client.changed_items()?;
    let (mut accepted, mut duplicates, mut sent) = (0, 0, 0);
    for (what, events) in [("objects", &plan.events), ("removals", &plan.removals)] {
        for some in batches(events) {
            let (status, answer) = client.send(&json!(some))?;
            if status != 202 {
                return Err(ClientError(taken(status, &answer)));
            }
            accepted += answer["accepted"].as_u64().unwrap_or_default();
            duplicates += answer["duplicates"].as_u64().unwrap_or_default();
            sent += some.len();
            // Waits until everything sent so far is projected.
            client.get("/_local/queues")?;
            say(&format!("  {sent} of {} {what}", events.len()))?;
        }
        sent = 0;
    }
    let waiting: Vec<String> = client
        .items("/_local/queues")?
        .iter()
        .filter(|queue| queue["visible"].as_u64().unwrap_or_default() > 0)
        .map(|queue| format!("{} in {}", queue["visible"], queue["name"].as_str().unwrap_or_default()))
        .collect();
    let written = client.changed_items()?.saturating_sub(before);
    let removed = plan.changes.iter().filter(|(_, changes)| !changes.removed.is_empty());
    let removed: Vec<String> = removed
        .map(|(kind, changes)| counted(changes.removed.len(), kind.as_str()))
        .collect();
    if !removed.is_empty() {
        say(&format!(
            "removed because the export does not have them: {}",
            removed.join(", ")
        ))?;
    }
    say(&format!(
        "{accepted} events accepted, {duplicates} known already, {written} items written"
    ))?;
    if !waiting.is_empty() {
        say(&format!("still waiting: {}", waiting.join(", ")))?;
    }
    Ok(())
}

/// Events as requests that the webhook takes.
fn batches(events: &[Value]) -> Vec<Vec<&Value>> {
    let mut batches: Vec<Vec<&Value>> = Vec::new();
    let mut bytes = 0;
    for event in events {
        let size = event.to_string().len() + 1;
        match batches.last_mut() {
            Some(last) if last.len() < BATCH && bytes + size <= BATCH_BYTES => {
                last.push(event);
                bytes += size;
            }
            _ => {
                batches.push(vec![event]);
                bytes = size;
            }
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_request_is_larger_than_the_webhook_takes() {
        for (count, size, expected) in [
            (0, 10, &[][..]),
            (251, 10, &[250, 1]),
            (7, 250_000, &[2, 2, 2, 1]),
            (2, 900_000, &[1, 1]),
        ] {
            let events = vec![json!("x".repeat(size)); count];
            let sizes: Vec<usize> = batches(&events).iter().map(Vec::len).collect();
            assert_eq!(sizes, expected, "{count} of {size} bytes");
        }
    }
}
