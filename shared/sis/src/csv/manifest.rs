//! `manifest.csv`: which version an export follows, and which files are in it.

use super::sheet;
use super::{Files, NotAnExport, Problem, table};
use std::collections::BTreeMap;

/// What the manifest says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The file is the whole.
    Bulk,
    /// The file holds what changed.
    Delta,
    /// The file is not to be read.
    Absent,
}

/// What the manifest says of each file, by name without `.csv`.
pub(super) struct Manifest(BTreeMap<String, Mode>);

impl Manifest {
    pub(super) fn mode(&self, name: &str) -> Mode {
        self.0.get(name).copied().unwrap_or(Mode::Absent)
    }
}

/// Reads the manifest and compares it with the files that are there.
pub(super) fn read(files: &Files, problems: &mut Vec<Problem>) -> Result<Manifest, NotAnExport> {
    let bytes = files.get("manifest.csv").ok_or(NotAnExport::NoManifest)?;
    let mut wrong = Vec::new();
    let rows = table::read(&sheet::MANIFEST, bytes, &mut wrong);
    let rows = match wrong.into_iter().next() {
        Some(problem) => return Err(NotAnExport::Manifest(problem)),
        None => rows.unwrap_or_default(),
    };
    let mut modes = BTreeMap::new();
    let mut version = None;
    for row in &rows {
        let (name, value) = (row.get("propertyName").unwrap_or_default(), row.get("value"));
        if name == "oneroster.version" {
            version = value;
        }
        let Some(file) = name.strip_prefix("file.") else {
            continue;
        };
        let mode = match value {
            Some("bulk") => Mode::Bulk,
            Some("delta") => Mode::Delta,
            Some("absent") => Mode::Absent,
            _ => {
                return Err(NotAnExport::Manifest(Problem {
                    file: "manifest.csv".into(),
                    line: row.line,
                    column: "value".into(),
                    reason: format!("must be bulk, delta or absent, as the value of {name}"),
                }));
            }
        };
        modes.insert(file.to_owned(), mode);
    }
    match version {
        Some("1.2") => {}
        Some(other) => {
            let plain = other.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.');
            return Err(NotAnExport::Version(plain.take(16).collect()));
        }
        None => return Err(NotAnExport::NoVersion),
    }
    let missing: Vec<String> = modes
        .iter()
        .filter(|(_, mode)| **mode != Mode::Absent)
        .map(|(name, _)| format!("{name}.csv"))
        .filter(|file| !files.contains_key(file))
        .collect();
    if !missing.is_empty() {
        return Err(NotAnExport::Missing(missing));
    }
    let unsaid: Vec<String> = sheet::ALL
        .iter()
        .filter(|sheet| !modes.contains_key(sheet.name))
        .map(|sheet| sheet.file())
        .filter(|file| files.contains_key(file))
        .collect();
    if !unsaid.is_empty() {
        problems.push(Problem {
            file: "manifest.csv".into(),
            line: 1,
            column: "propertyName".into(),
            reason: format!(
                "does not name these files, so they were not read: {}",
                unsaid.join(", ")
            ),
        });
    }
    Ok(Manifest(modes))
}
