//! OneRoster 1.1 and 1.2 CSV: from an export's files to the CloudEvents that describe the same objects.
//!
//! An event carries an object whole, so a user of whom one role cannot be read is left out rather than sent without
//! it: a student without a role would look like one who has left. Only the columns that Confer reads, and `metadata.*`,
//! are taken over; passwords and the like stay where they are.

mod manifest;
mod references;
mod sheet;
mod table;
mod users;

use crate::event::{Refused, parse};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::policy::Policy;
use manifest::{Manifest, Mode, Standard};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use table::Record;

/// The files of a OneRoster export by name ("users.csv"), as bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// When an object of a bulk file was changed that does not say so, as the standard lets bulk files do: the same
/// instant at every import, and before every other.
const UNDATED: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// What an export says.
#[derive(Clone, Default, PartialEq)]
pub struct Import {
    /// CloudEvents, ordered by what they describe: organisations, academic sessions, classes, users who are not
    /// students, enrollments, students. The order of a file's rows does not matter.
    pub events: Vec<Value>,
    /// The rows that were left out, and why.
    pub problems: Vec<Problem>,
    /// Rows read, good and bad.
    pub rows: usize,
    /// The rows of which nothing is said, because they, or in OneRoster 1.2 a user's roles, cannot be used; a row of
    /// `roles.csv` only where it is nobody's.
    pub left_out: usize,
    /// The files of which no row could be read.
    pub unread: BTreeSet<String>,
    /// The whole of what each `bulk` file describes: every `sourcedId` in it, those of rows that were left out too. By
    /// the file's name without `.csv`; not of a file in [`Import::unsure`].
    pub whole: BTreeMap<&'static str, BTreeSet<String>>,
    /// `bulk` files that have rows of which nobody can say what they describe, or that could not be read: what is not
    /// seen in them may be there all the same.
    pub unsure: BTreeSet<&'static str>,
    /// When the newest object was changed; `None`: no object says when it was.
    pub newest: Option<DateTime<Utc>>,
}

impl fmt::Debug for Import {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Import")
            .field("events", &self.events.len())
            .field("problems", &self.problems)
            .field("rows", &self.rows)
            .field("unsure", &self.unsure)
            .field("newest", &self.newest)
            .finish_non_exhaustive()
    }
}

/// One thing wrong with one row. Never quotes the value, which may be personal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line that the row begins on, from 1; 0 where the file as a whole is meant.
    pub line: u64,
    /// The column's name; empty where the row as a whole is meant.
    pub column: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, " line {}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// The files are no export that can be read; nothing of them was.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAnExport {
    /// There is no manifest.
    #[error("there is no manifest.csv: not a OneRoster CSV export")]
    NoManifest,
    /// The manifest is not one.
    #[error("{0}")]
    Manifest(Problem),
    /// The manifest names no version.
    #[error("manifest.csv does not name the export's oneroster.version")]
    NoVersion,
    /// The export follows another version of the standard.
    #[error("the export follows OneRoster {0}; only 1.1 and 1.2 can be read")]
    Version(String),
    /// Files that the manifest promises are not there.
    #[error("manifest.csv promises files that are not there: {}", .0.join(", "))]
    Missing(Vec<String>),
    /// Users without their roles, which would make every student look like one who has left.
    #[error("users.csv cannot be read without roles.csv, which manifest.csv says is absent")]
    NoRoles,
}

/// Reads the `*.csv` files of a folder.
pub fn folder(path: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && name.ends_with(".csv")
            && path.is_file()
        {
            files.insert(name.to_owned(), std::fs::read(&path)?);
        }
    }
    Ok(files)
}

/// Reads an export. `source` becomes the events' `source`; their ids follow from what they say, so that reading the
/// same files twice makes the same events.
///
/// # Errors
/// What the files lack to be an export.
pub fn read(files: &Files, source: &str) -> Result<Import, NotAnExport> {
    read_as_of(files, source, UNDATED)
}

/// Reads an export that was made at `made`: that is when those of its objects were changed that do not say so.
///
/// # Errors
/// What the files lack to be an export.
pub fn read_as_of(files: &Files, source: &str, made: DateTime<Utc>) -> Result<Import, NotAnExport> {
    let mut problems = Vec::new();
    let manifest = manifest::read(files, &mut problems)?;
    if manifest.standard == Standard::V1_2
        && manifest.mode("users") != Mode::Absent
        && manifest.mode("roles") == Mode::Absent
    {
        return Err(NotAnExport::NoRoles);
    }
    let mut reading = Reading {
        files,
        source,
        manifest,
        undated: made.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        policy: Policy::default(),
        import: Import {
            problems,
            ..Import::default()
        },
    };
    for sheet in [&sheet::ORGS, &sheet::ACADEMIC_SESSIONS, &sheet::CLASSES] {
        let rows = reading.rows(sheet).unwrap_or_default();
        let rows = parents_first(rows);
        reading.make(sheet, rows);
    }
    let users = reading.manifest.standard.users();
    let (students, others) = reading.users().into_iter().partition(Row::is_student);
    reading.make(users, others);
    let enrollments = parents_first(reading.rows(&sheet::ENROLLMENTS).unwrap_or_default());
    reading.make(&sheet::ENROLLMENTS, enrollments);
    reading.make(users, students);
    let mut import = reading.import;
    let dates = import
        .events
        .iter()
        .filter_map(|event| event.get("time")?.as_str()?.parse().ok());
    import.newest = dates.max().filter(|newest| *newest > UNDATED);
    // Of several reasons at one place, the first that was found.
    let at = |problem: &Problem| (problem.file.clone(), problem.line, problem.column.clone());
    import.problems.sort_by_key(at);
    import.problems.dedup_by_key(|problem| at(problem));
    Ok(import)
}

/// A row as the object it describes, as far as it could be read.
struct Row {
    line: u64,
    id: String,
    data: Map<String, Value>,
    /// Its fields cannot be told apart or read; that was said, and there is no use in looking at them.
    broken: bool,
    /// Something is wrong with it, and was said.
    bad: bool,
    /// A user's rows in `roles.csv`, in the order of `data.roles`.
    role_lines: Vec<u64>,
}

impl Row {
    fn reference(&self, field: &str) -> Option<&str> {
        self.data.get(field)?.get("sourcedId")?.as_str()
    }

    fn modified(&self) -> Option<DateTime<Utc>> {
        self.data.get("dateLastModified")?.as_str()?.parse().ok()
    }

    fn is_student(&self) -> bool {
        let roles = self.data.get("roles").and_then(Value::as_array);
        roles.is_some_and(|roles| {
            roles
                .iter()
                .any(|role| role.get("role").and_then(Value::as_str) == Some("student"))
        })
    }
}

struct Reading<'a> {
    files: &'a Files,
    source: &'a str,
    manifest: Manifest,
    /// When those objects of bulk files were changed that do not say so.
    undated: String,
    policy: Policy,
    import: Import,
}

impl Reading<'_> {
    fn problem(&mut self, sheet: &Sheet, line: u64, column: &str, reason: impl Into<String>) {
        self.import.problems.push(Problem {
            file: sheet.file(),
            line,
            column: column.to_owned(),
            reason: reason.into(),
        });
    }

    /// A file's rows in its own order; `None` where it is absent or its header cannot be used.
    fn rows(&mut self, sheet: &Sheet) -> Option<Vec<Row>> {
        let mode = self.manifest.mode(sheet.name);
        let bytes = self.files.get(&sheet.file()).filter(|_| mode != Mode::Absent)?;
        let table = table::read(sheet, bytes, &mut self.import.problems);
        if mode == Mode::Bulk {
            self.look_whether_whole(sheet, table.as_ref());
        }
        let Some(table) = table else {
            self.import.unread.insert(sheet.file());
            return None;
        };
        self.import.rows += table.len();
        let mut seen = BTreeSet::new();
        let mut rows = Vec::with_capacity(table.len());
        for read in table {
            let (line, mut bad) = (read.line, read.broken);
            let (mut data, wrong) = sheet.object(&read);
            for (column, reason) in wrong.into_iter().filter(|_| !read.broken) {
                self.problem(sheet, line, column, reason);
                bad = true;
            }
            if mode == Mode::Bulk {
                data.entry("status").or_insert_with(|| json!("active"));
                data.entry("dateLastModified").or_insert_with(|| json!(self.undated));
            }
            let id = read.get("sourcedId").unwrap_or_default().to_owned();
            if !id.is_empty() && !seen.insert(id.clone()) {
                self.problem(sheet, line, "sourcedId", "stands in an earlier row already");
                bad = true;
            }
            rows.push(Row {
                line,
                id,
                data,
                broken: read.broken,
                bad,
                role_lines: Vec::new(),
            });
        }
        Some(rows)
    }

    /// Notes which objects a bulk file has, if that can be said of all of its rows.
    fn look_whether_whole(&mut self, sheet: &Sheet, table: Option<&Vec<Record>>) {
        let ids = table.and_then(|rows| {
            rows.iter()
                .map(|row| row.get("sourcedId").filter(|_| !row.broken).map(str::to_owned))
                .collect::<Option<BTreeSet<String>>>()
        });
        match ids {
            Some(ids) => _ = self.import.whole.insert(sheet.name, ids),
            None => _ = self.import.unsure.insert(sheet.name),
        }
    }

    /// Makes the rows' events, leaving out those that Confer would refuse.
    fn make(&mut self, sheet: &Sheet, rows: Vec<Row>) {
        for row in rows {
            if row.broken {
                self.import.left_out += 1;
                continue;
            }
            let (event, wrong) = self.event(sheet, &row);
            if wrong.is_empty() && !row.bad {
                self.strange_references(sheet, &row);
                self.import.events.push(event);
            } else {
                self.import.left_out += 1;
            }
            self.import.problems.extend(wrong);
        }
    }

    fn event(&self, sheet: &Sheet, row: &Row) -> (Value, Vec<Problem>) {
        let event = event(sheet.kind, &row.data, None, self.source);
        let wrong = match parse(event.to_string().as_bytes(), false, &self.policy) {
            Ok(_) => Vec::new(),
            Err(Refused::Invalid(wrong)) => wrong
                .into_iter()
                .map(|invalid| place(sheet, row, &invalid.field, invalid.reason))
                .collect(),
            Err(refused) => vec![place(sheet, row, "", refused.to_string())],
        };
        (event, wrong)
    }
}

/// The event that says an object's state, `kind` as in its type. Its id follows from what it says.
pub fn event(kind: &str, data: &Map<String, Value>, sequence: Option<u64>, source: &str) -> Value {
    let id = data.get("sourcedId").and_then(Value::as_str).unwrap_or_default();
    let sequence = sequence.map(|sequence| sequence.to_string());
    let said = format!(
        "{}{}",
        Value::Object(data.clone()),
        sequence.as_deref().unwrap_or_default()
    );
    let digest: String = Sha256::digest(said.as_bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut event = json!({
        "specversion": "1.0",
        "id": format!("{kind}:{id}:{digest}"),
        "source": source,
        "type": format!("sis.{kind}.changed"),
        "time": data.get("dateLastModified"),
        "subject": id,
        "datacontenttype": "application/json",
        "data": data,
    });
    if let (Some(sequence), Some(event)) = (sequence, event.as_object_mut()) {
        event.insert("sequence".into(), sequence.into());
    }
    event
}

/// A problem with an event's field, as one with the row and column that the field was made of.
fn place(sheet: &Sheet, row: &Row, field: &str, reason: String) -> Problem {
    let field = field.strip_prefix("data.").unwrap_or(field);
    let role = field.strip_prefix("roles[").and_then(|rest| rest.split_once("]."));
    let line_of_role = |index: &str| row.role_lines.get(index.parse::<usize>().ok()?).copied();
    let (sheet, line, field) = match role {
        Some((index, rest)) => match line_of_role(index) {
            Some(line) => (&sheet::ROLES, line, rest),
            // A user of OneRoster 1.1 has its roles in its own row.
            None => (sheet, row.line, rest),
        },
        None => (sheet, row.line, field),
    };
    Problem {
        file: sheet.file(),
        line,
        column: sheet.column(field),
        reason,
    }
}

/// Sorts by `sourcedId`, but what has a parent after its parent.
fn parents_first(rows: Vec<Row>) -> Vec<Row> {
    let parents: BTreeMap<&str, &str> = rows
        .iter()
        .filter_map(|row| Some((row.id.as_str(), row.reference("parent")?)))
        .collect();
    let depth = |row: &Row| {
        let mut at = row.id.as_str();
        // No deeper than there are rows: a circle of parents ends, too.
        for depth in 0..rows.len() {
            match parents.get(at) {
                Some(parent) => at = parent,
                None => return depth,
            }
        }
        rows.len()
    };
    let depths: Vec<usize> = rows.iter().map(depth).collect();
    let mut sorted: Vec<(usize, Row)> = depths.into_iter().zip(rows).collect();
    // The line last, so that of two rows of one id the earlier stays the first.
    sorted.sort_by(|(a, one), (b, other)| (a, &one.id, one.line).cmp(&(b, &other.id, other.line)));
    sorted.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests;
