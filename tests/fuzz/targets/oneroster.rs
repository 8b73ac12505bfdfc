#![no_main]
//! A OneRoster export: files after one another, each headed by a line `== users.csv`. Where there is no manifest, one
//! is made that promises every file that is there.
//!
//! What must hold: the same files say the same twice, and with their rows in another order; every event can be read as
//! the webhook would read it; no row is lost without being counted; every problem names a file and a line that is there,
//! and quotes nothing.

use domain::policy::Policy;
use fuzz::personal;
use sis::csv::{Files, Import, Problem, read};
use sis::event::parse;
use std::collections::BTreeSet;

libfuzzer_sys::fuzz_target!(|input: &[u8]| attempt(input));

const SOURCE: &str = "import:fuzz";

/// The files of which rows become events or problems.
const SHEETS: [&str; 6] = [
    "orgs.csv",
    "academicSessions.csv",
    "classes.csv",
    "users.csv",
    "roles.csv",
    "enrollments.csv",
];

fn attempt(input: &[u8]) {
    let files = files(input);
    let import = read(&files, SOURCE);
    assert_eq!(read(&files, SOURCE), import, "the same files said something else");
    let Ok(import) = import else {
        return;
    };
    for event in &import.events {
        let read = parse(event.to_string().as_bytes(), false, &Policy::default());
        let read = read.expect("an event that the webhook takes");
        assert!(
            read.iter()
                .all(|event| event.source == SOURCE && event.object.is_some())
        );
    }
    counted(&files, &import);
    for problem in &import.problems {
        placed(&files, problem);
    }
    if import.problems.is_empty() {
        let turned = read(&turned(&files), SOURCE).expect("rows in another order are an export, too");
        assert_eq!(turned, import, "rows in another order said something else");
    }
}

/// Every row became an event, was left out, or is a role of a user who did or was.
fn counted(files: &Files, import: &Import) {
    let told = import.events.len() + import.left_out;
    assert!(told <= import.rows, "{told} of {} rows", import.rows);
    let roles = files.get("roles.csv").map_or(0, |bytes| lines(bytes));
    assert!(
        import.rows <= told + roles,
        "{told} of {} rows, and {roles} roles",
        import.rows
    );
    let ids: BTreeSet<&str> = import.events.iter().filter_map(|event| event["id"].as_str()).collect();
    assert_eq!(ids.len(), import.events.len(), "two events have one id");
}

fn placed(files: &Files, problem: &Problem) {
    let manifest = problem.file == "manifest.csv";
    assert!(manifest || SHEETS.contains(&problem.file.as_str()), "{problem}");
    let lines = lines(&files[&problem.file]);
    assert!(
        (1..=lines as u64).contains(&problem.line),
        "of {lines} lines: {problem}"
    );
    assert!(!problem.reason.is_empty(), "{problem}");
    // The manifest holds names of files, and a header those of columns.
    assert!(manifest || !personal(&problem.reason), "personal: {problem}");
    let header = |bytes: &[u8]| {
        let begins = bytes
            .iter()
            .position(|byte| !b"\r\n".contains(byte))
            .unwrap_or_default();
        let ends = bytes[begins..].iter().position(|byte| b"\r\n".contains(byte));
        bytes[..ends.map_or(bytes.len(), |ends| begins + ends)].to_vec()
    };
    let header = header(&files[&problem.file]);
    if !header.contains(&b'"') {
        let named = personal(&String::from_utf8_lossy(&header));
        assert!(named || !personal(&problem.column), "personal: {problem}");
    }
}

/// The lines of a file, however they end; the last one need not.
fn lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| b"\r\n".contains(byte)).count() + 1
}

/// The rows of every file but the manifest the other way round, where each is a line of its own.
fn turned(files: &Files) -> Files {
    let mut turned = files.clone();
    for (name, bytes) in &mut turned {
        let plain = !bytes.iter().any(|byte| b"\r\"".contains(byte));
        if !plain || !SHEETS.contains(&name.as_str()) {
            continue;
        }
        let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        if let Some(header) = lines.iter().position(|line| !line.is_empty()) {
            lines[header + 1..].reverse();
        }
        *bytes = lines.join(&b'\n');
    }
    turned
}

fn files(input: &[u8]) -> Files {
    let mut files = Files::new();
    let mut name = None;
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        if let Some(named) = line.strip_prefix(b"== ") {
            name = Some(String::from_utf8_lossy(named.trim_ascii()).into_owned());
            continue;
        }
        if let Some(name) = &name {
            files.entry(name.clone()).or_default().extend_from_slice(line);
        }
    }
    if !files.contains_key("manifest.csv") {
        let mut manifest = String::from("propertyName,value\noneroster.version,1.2\n");
        for sheet in SHEETS.iter().filter(|sheet| files.contains_key(**sheet)) {
            manifest += &format!("file.{},bulk\n", sheet.trim_end_matches(".csv"));
        }
        files.insert("manifest.csv".into(), manifest.into());
    }
    files
}
