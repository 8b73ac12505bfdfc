//! OneRoster 1.2 CSV: from an export's files to the CloudEvents that describe the same objects.
//!
//! An event carries an object whole, so a user of whom one role cannot be read is left out rather than sent without
//! it: a student without a role would look like one who has left. Only the columns that Confer reads, and `metadata.*`,
//! are taken over; passwords and the like stay where they are.

mod manifest;
mod sheet;
mod table;

use crate::event::{Refused, parse};
use chrono::{DateTime, Utc};
use domain::policy::Policy;
use manifest::{Manifest, Mode};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// The files of a OneRoster export by name ("users.csv"), as bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// When an object of a bulk file was changed that does not say so, as the standard lets bulk files do: the same
/// instant at every import.
const UNDATED: &str = "1970-01-01T00:00:00Z";

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
}

impl fmt::Debug for Import {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Import")
            .field("events", &self.events.len())
            .field("problems", &self.problems)
            .field("rows", &self.rows)
            .finish()
    }
}

/// One thing wrong with one row. Never quotes the value, which may be personal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line that the row begins on, from 1.
    pub line: u64,
    /// The column's name; empty where the row as a whole is meant.
    pub column: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}", self.file, self.line)?;
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
    #[error("the export follows OneRoster {0}; only 1.2 can be read")]
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
pub fn read(files: &Files, source: &str) -> Result<Import, NotAnExport> {
    let mut problems = Vec::new();
    let manifest = manifest::read(files, &mut problems)?;
    if manifest.mode("users") != Mode::Absent && manifest.mode("roles") == Mode::Absent {
        return Err(NotAnExport::NoRoles);
    }
    let mut reading = Reading {
        files,
        source,
        manifest,
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
    let (students, others) = reading.users().into_iter().partition(Row::is_student);
    reading.make(&sheet::USERS, others);
    let enrollments = parents_first(reading.rows(&sheet::ENROLLMENTS).unwrap_or_default());
    reading.make(&sheet::ENROLLMENTS, enrollments);
    reading.make(&sheet::USERS, students);
    let mut import = reading.import;
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
        let table = table::read(sheet, bytes, &mut self.import.problems)?;
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
                data.entry("dateLastModified").or_insert_with(|| json!(UNDATED));
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

    /// The users with their roles.
    fn users(&mut self) -> Vec<Row> {
        let users = self.rows(&sheet::USERS);
        let Some(mut roles) = self.rows(&sheet::ROLES) else {
            return Vec::new();
        };
        if users.is_none() && self.manifest.mode("users") != Mode::Absent {
            return Vec::new();
        }
        let mut users = parents_first(users.unwrap_or_default());
        let known: BTreeSet<String> = users.iter().map(|user| user.id.clone()).collect();
        self.strangers(&known, &roles);
        roles.sort_by(|a, b| a.id.cmp(&b.id));
        for role in roles.iter_mut().filter(|role| !role.broken) {
            role.bad |= self.wrong_role(role);
        }
        let mut by_user: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        for role in roles {
            let user = role.reference("user").unwrap_or_default().to_owned();
            by_user.entry(user).or_default().push(role);
        }
        for user in &mut users {
            let roles = by_user.get(&user.id).map(Vec::as_slice).unwrap_or_default();
            let gone = user.data.get("status").and_then(Value::as_str) == Some("tobedeleted");
            if roles.is_empty() && !gone && !user.broken {
                let reason = "is a user without a role in roles.csv, so its whole state is not known";
                self.problem(&sheet::USERS, user.line, "sourcedId", reason);
                user.bad = true;
            }
            join(user, roles);
        }
        users
    }

    /// Names the roles of users whom `users.csv` does not describe. Beside a delta of the users a bulk of the roles
    /// has many that are not meant.
    fn strangers(&mut self, known: &BTreeSet<String>, roles: &[Row]) {
        if self.manifest.mode("users") == Mode::Delta && self.manifest.mode("roles") == Mode::Bulk {
            return;
        }
        for role in roles.iter().filter(|role| !role.broken) {
            if role.reference("user").is_some_and(|user| !known.contains(user)) {
                let reason = "is a user whom users.csv does not describe";
                self.problem(&sheet::ROLES, role.line, "userSourcedId", reason);
            }
        }
    }

    /// What the reader of events does not look at, because a role is no object of its own there.
    fn wrong_role(&mut self, role: &Row) -> bool {
        let status = role.data.get("status").and_then(Value::as_str);
        let known = matches!(status, Some("active" | "tobedeleted"));
        if !known {
            let reason = "must be active or tobedeleted";
            self.problem(&sheet::ROLES, role.line, "status", reason);
        }
        let dated = role.modified().is_some();
        if !dated {
            let reason = "must be an instant after RFC 3339, as 2021-09-01T12:00:00Z";
            self.problem(&sheet::ROLES, role.line, "dateLastModified", reason);
        }
        !known || !dated
    }

    /// Makes the rows' events, leaving out those that Confer would refuse.
    fn make(&mut self, sheet: &Sheet, rows: Vec<Row>) {
        for row in rows.into_iter().filter(|row| !row.broken) {
            let (event, wrong) = self.event(sheet, &row);
            if wrong.is_empty() && !row.bad {
                self.import.events.push(event);
            }
            self.import.problems.extend(wrong);
        }
    }

    fn event(&self, sheet: &Sheet, row: &Row) -> (Value, Vec<Problem>) {
        let data = Value::Object(row.data.clone());
        let digest: String = Sha256::digest(data.to_string().as_bytes())
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let event = json!({
            "specversion": "1.0",
            "id": format!("{}:{}:{digest}", sheet.kind, row.id),
            "source": self.source,
            "type": format!("sis.{}.changed", sheet.kind),
            "time": row.data.get("dateLastModified"),
            "subject": row.id,
            "datacontenttype": "application/json",
            "data": data,
        });
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

/// A problem with an event's field, as one with the row and column that the field was made of.
fn place(sheet: &Sheet, row: &Row, field: &str, reason: String) -> Problem {
    let field = field.strip_prefix("data.").unwrap_or(field);
    let role = field.strip_prefix("roles[").and_then(|rest| rest.split_once("]."));
    let (sheet, line, field) = match role {
        Some((index, rest)) => {
            let line = index.parse().ok().and_then(|index: usize| row.role_lines.get(index));
            (&sheet::ROLES, line.copied().unwrap_or(row.line), rest)
        }
        None => (sheet, row.line, field),
    };
    Problem {
        file: sheet.file(),
        line,
        column: sheet.column(field),
        reason,
    }
}

/// Gives a user its roles. It was changed when the last of them was, and cannot be read when one of them cannot.
fn join(user: &mut Row, roles: &[Row]) {
    let mut listed = Vec::with_capacity(roles.len());
    for role in roles {
        user.bad |= role.bad;
        if role.broken {
            continue;
        }
        user.role_lines.push(role.line);
        if role.modified() > user.modified()
            && user.modified().is_some()
            && let Some(modified) = role.data.get("dateLastModified")
        {
            user.data.insert("dateLastModified".into(), modified.clone());
        }
        let mut data = role.data.clone();
        data.retain(|name, _| !matches!(name.as_str(), "sourcedId" | "dateLastModified" | "user"));
        listed.push(Value::Object(data));
    }
    if !listed.is_empty() {
        user.data.insert("roles".into(), Value::Array(listed));
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
