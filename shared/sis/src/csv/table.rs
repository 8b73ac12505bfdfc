//! A CSV file's rows as values by column name.

use super::Problem;
use super::sheet::Sheet;
use csv::{ByteRecord, ReaderBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// The longest value that can be meant, in bytes.
const MAX_FIELD: usize = 64 * 1024;

/// One row.
pub(super) struct Record {
    /// The line it begins on, from 1.
    pub(super) line: u64,
    /// Its fields cannot be told apart or read, which was said.
    pub(super) broken: bool,
    values: BTreeMap<String, String>,
}

impl Record {
    /// The column's value; `None` where it is blank or could not be read.
    pub(super) fn get(&self, column: &str) -> Option<&str> {
        self.values.get(column).map(String::as_str)
    }

    /// The values of the columns whose name begins with `prefix`, by the rest of the name.
    pub(super) fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.values
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
            .filter(|(name, _)| !name.is_empty())
    }
}

/// Reads a file; `None` where its header cannot be used. A row may be shorter than the header, as spreadsheets write
/// those that end in blanks; blank rows are passed over.
pub(super) fn read(sheet: &Sheet, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Vec<Record>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines = Lines {
        bytes,
        offset: 0,
        line: 1,
    };
    let mut problem = |line: u64, column: &str, reason: &str| {
        problems.push(Problem {
            file: sheet.file(),
            line,
            column: column.to_owned(),
            reason: reason.to_owned(),
        });
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        // A last line that nothing ends: a quotation mark left open in it swallows this line break, and is noticed.
        .from_reader(bytes.chain(&b"\n"[..]));
    let mut header: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => {
                problem(lines.line, "", "cannot be read as CSV, nor can what follows");
                break;
            }
        }
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.at(usize::try_from(start).unwrap_or(usize::MAX));
        match &header {
            None => header = Some(read_header(sheet, &record, line, &mut problem)?),
            Some(header) => {
                if record.iter().all(<[u8]>::is_empty) {
                    continue;
                }
                rows.push(read_row(sheet, header, &record, line, &mut problem));
            }
        }
    }
    if header.is_none() {
        read_header(sheet, &ByteRecord::new(), 1, &mut problem)?;
    }
    Some(rows)
}

fn read_header(
    sheet: &Sheet,
    record: &ByteRecord,
    line: u64,
    problem: &mut impl FnMut(u64, &str, &str),
) -> Option<Vec<String>> {
    let header: Vec<String> = record
        .iter()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    let mut usable = true;
    for name in sheet.required().filter(|name| !header.iter().any(|h| h == name)) {
        problem(line, name, "is not in the header, so no row of the file was read");
        usable = false;
    }
    if !usable {
        return None;
    }
    let mut seen = BTreeSet::new();
    for name in header.iter().filter(|name| sheet.reads(name)) {
        if !seen.insert(name) {
            problem(line, name, "stands twice in the header, so no row of the file was read");
            usable = false;
        }
    }
    usable.then_some(header)
}

fn read_row(
    sheet: &Sheet,
    header: &[String],
    record: &ByteRecord,
    line: u64,
    problem: &mut impl FnMut(u64, &str, &str),
) -> Record {
    let mut row = Record {
        line,
        broken: false,
        values: BTreeMap::new(),
    };
    if record.len() > header.len() {
        problem(
            line,
            "",
            "has more fields than the header: is a comma not in quotation marks?",
        );
        row.broken = true;
    }
    for (name, field) in header.iter().zip(record.iter()) {
        if field.contains(&b'\n') || field.contains(&b'\r') {
            let reason = "holds a line break: is a quotation mark left open? Rows after it may not have been read";
            problem(line, name, reason);
            row.broken = true;
            continue;
        }
        if !sheet.reads(name) {
            continue;
        }
        if field.len() > MAX_FIELD {
            problem(line, name, "is longer than 64 KiB");
            row.broken = true;
            continue;
        }
        match std::str::from_utf8(field) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => {
                row.values.insert(name.clone(), text.to_owned());
            }
            Err(_) => {
                problem(line, name, "is not UTF-8");
                row.broken = true;
            }
        }
    }
    row
}

/// Counts lines. The reader's own count is one behind where lines end with `\r\n` or blank lines lie between.
struct Lines<'a> {
    bytes: &'a [u8],
    offset: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first byte from `start` on that is no line break; `start` never goes back.
    fn at(&mut self, start: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.offset) {
            let breaks = *byte == b'\n' || *byte == b'\r';
            if self.offset >= start && !breaks {
                break;
            }
            if *byte == b'\n' || (breaks && self.bytes.get(self.offset + 1) != Some(&b'\n')) {
                self.line += 1;
            }
            self.offset += 1;
        }
        self.line
    }
}
