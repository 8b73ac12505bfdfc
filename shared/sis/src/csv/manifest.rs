//! `manifest.csv`: which version an export follows, and which files are in it.

use super::sheet::{self, Sheet};
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

/// The version of the standard that an export follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standard {
    /// Users have one role, in their own row.
    V1_1,
    /// Roles have a file of their own.
    V1_2,
}

impl Standard {
    fn named(version: &str) -> Option<Self> {
        match version {
            "1.1" | "v1p1" => Some(Self::V1_1),
            "1.2" | "v1p2" => Some(Self::V1_2),
            _ => None,
        }
    }

    /// How it lays users out.
    pub(super) fn users(self) -> &'static Sheet {
        match self {
            Self::V1_1 => &sheet::USERS_1_1,
            Self::V1_2 => &sheet::USERS,
        }
    }
}

/// What the manifest says.
pub(super) struct Manifest {
    /// Which version the export follows.
    pub(super) standard: Standard,
    /// Of each file, by name without `.csv`.
    modes: BTreeMap<String, Mode>,
}

impl Manifest {
    pub(super) fn mode(&self, name: &str) -> Mode {
        self.modes.get(name).copied().unwrap_or(Mode::Absent)
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
    let version = version.ok_or(NotAnExport::NoVersion)?;
    let standard = Standard::named(version).ok_or_else(|| {
        let plain = version.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.');
        NotAnExport::Version(plain.take(16).collect())
    })?;
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
    Ok(Manifest { standard, modes })
}
