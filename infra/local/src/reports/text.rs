//! The reports as a person at a terminal reads them: plain, aligned, dated, and what to do next in the last line.

use super::quality::{Findings, Section};
use super::tomorrow::{Counts, Messages, Tomorrow};
use chrono::{DateTime, Utc};
use domain::ids::OrgId;
use domain::record::Channel;
use std::collections::BTreeMap;
use store::outbox::Sending;

/// Ids of one section that are shown unless all are asked for.
const SHOWN: usize = 20;
/// Letters in a line.
const WIDTH: usize = 100;

/// Whom the next daily run would ask; `url` is where the local cloud is.
pub(super) fn tomorrow(report: &Tomorrow, url: &str) -> String {
    let local = |at: DateTime<Utc>| at.with_timezone(&report.time_zone);
    let mut text = format!(
        "The next daily run: {}. It is {} now; nothing of this has been written or sent.\n",
        local(report.run_at).format("%A %Y-%m-%d %H:%M"),
        local(report.now).format("%Y-%m-%d %H:%M")
    );
    if report.total == Counts::default() {
        text += "\nIt would ask nobody and open no conference.\n";
    }
    if !report.rows.is_empty() {
        text += "\nMessages to families, as they would be sent (one guardian's children are one message)\n";
        text += &table(&messages(&report.rows), 2);
    }
    let shown: Vec<&Column> = COLUMNS.iter().filter(|column| (column.of)(&report.total) > 0).collect();
    if !shown.is_empty() {
        text += "\nStudents\n";
        let row = |first: &str, cell: &dyn Fn(&Column) -> String| {
            let cells = shown.iter().map(|column| cell(column));
            std::iter::once(first.to_owned()).chain(cells).collect::<Vec<_>>()
        };
        let numbers = |first: &str, counts: &Counts| row(first, &|column| (column.of)(counts).to_string());
        let mut rows = vec![row("school", &|column| column.name.to_owned())];
        for school in &report.schools {
            rows.push(numbers(
                &named(school.name.as_deref(), school.school.as_ref()),
                &school.counts,
            ));
        }
        rows.push(numbers("all", &report.total));
        text += &table(&rows, 1);
        for column in &shown {
            text += &format!("  {}: {}\n", column.name, column.means);
        }
    }
    let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    if report.waiting > 0 {
        let waiting = count(report.waiting, "message waits", "messages wait");
        text += &format!("\n{waiting} already, counted child by child; a round that is repeated replaces its own.\n");
    }
    if let Some(cap) = report.daily_cap.filter(|_| report.held > 0) {
        let held = count(report.held, "message is", "messages are");
        text += &format!("\nThe cap is {cap} a day: {held} held beyond it until somebody approves.\n");
    }
    if !report.undecidable.is_empty() {
        let students = count(report.undecidable.len(), "student is", "students are");
        text += &format!(
            "\n{students} left out: the run could not decide about them. The log of `confer serve` says why.\n"
        );
        text += &wrapped("  ", report.undecidable.iter().map(|id| id.as_str()));
    }
    text + "\n" + &what_next(report, url)
}

/// What a run does with students, as far as it does.
struct Column {
    name: &'static str,
    means: &'static str,
    of: fn(&Counts) -> usize,
}

const COLUMNS: [Column; 7] = [
    Column {
        name: "conferences",
        means: "that open because they are due (R3, R4)",
        of: |counts| counts.opened,
    },
    Column {
        name: "asked",
        means: "the family is sent a round of messages (R9)",
        of: |counts| counts.asked,
    },
    Column {
        name: "whom to call",
        means: "the family is asked whom the school may call when it cannot reach it (R6)",
        of: |counts| counts.asked_whom_to_call,
    },
    Column {
        name: "no channel",
        means: "no usable mobile number or address, so the teacher is asked to reach the family (R9)",
        of: |counts| counts.without_channel,
    },
    Column {
        name: "teacher",
        means: "the teacher is asked to reach the family for another reason (R9)",
        of: |counts| counts.teacher_asked,
    },
    Column {
        name: "office",
        means: "no way to reach the family at all, so the school office is asked to find one (R9)",
        of: |counts| counts.office_asked,
    },
    Column {
        name: "checks",
        means: "three attempts failed, so the principal is asked to check on the family (R10)",
        of: |counts| counts.checks,
    },
];

/// Those of one school and language.
type Families<'a> = (Option<&'a OrgId>, &'a str);

/// School and language, messages by channel, and their sums.
fn messages(rows: &[Messages]) -> Vec<Vec<String>> {
    let mut by_language: BTreeMap<Families, (String, [usize; 2])> = BTreeMap::new();
    let mut all = [0, 0];
    for row in rows {
        let school = row.school.as_ref();
        let (name, counts) = by_language.entry((school, row.language.tag())).or_default();
        *name = named(row.name.as_deref(), school);
        for [sms, email] in [counts, &mut all] {
            match row.channel {
                Channel::Sms => *sms += row.messages,
                Channel::Email => *email += row.messages,
            }
        }
    }
    let line = |school: &str, language: &str, [sms, email]: [usize; 2]| {
        [sms, email, sms + email]
            .iter()
            .fold(vec![school.to_owned(), language.to_owned()], |mut line, n| {
                line.push(n.to_string());
                line
            })
    };
    let head = ["school", "language", "sms", "email", "messages"]
        .map(str::to_owned)
        .to_vec();
    let lines = by_language
        .iter()
        .map(|((_, language), (name, counts))| line(name, language, *counts));
    std::iter::once(head)
        .chain(lines)
        .chain([line("all", "", all)])
        .collect()
}

fn what_next(report: &Tomorrow, url: &str) -> String {
    let at = report.messages_at.with_timezone(&report.time_zone).format("%H:%M");
    let (stands, purpose, state) = match report.sending {
        Sending::Live => (format!("live: messages leave at {at}"), "hold them back", "stopped"),
        Sending::Shadow => (
            "in shadow: messages are made and withheld".to_owned(),
            "send them",
            "live",
        ),
        Sending::Stopped => ("stopped: messages are made and wait".to_owned(), "send them", "live"),
    };
    let run = if report.clock_stands {
        format!("confer clock {} lets it run", report.run_on)
    } else {
        "it runs by itself".to_owned()
    };
    format!(
        "Sending is {stands}. To {purpose}:\n  \
         curl -d '{{\"command\":\"sending\",\"sending\":\"{state}\"}}' {url}/_local/commands\n\
         Next: {run}.\n"
    )
}

/// What to mend before going live; of each section every id, where `all` is asked for.
pub(super) fn data_quality(report: &Findings, all: bool) -> String {
    let text = findings(report, "What to mend in the student information system", all);
    text + if report.sections.iter().all(|section| section.count == 0) {
        "\nNext: there is nothing to mend; `confer report tomorrow` shows whom the next run would ask.\n"
    } else {
        "\nNext: mend these in the student information system, bring them in again (the SIS sends what changed,\n\
         or `confer import PATH`), and run this again.\n"
    }
}

/// Where the policy is not met; of each section every id, where `all` is asked for.
pub(super) fn compliance(report: &Findings, all: bool) -> String {
    findings(report, "Where the policy is not met", all)
}

fn findings(report: &Findings, title: &str, all: bool) -> String {
    let mut text = format!(
        "{title}, as of {}\n\
         Looked at: students {}, guardians and emergency contacts {}, staff {}, schools with students {}\n",
        report.as_of, report.students, report.guardians, report.staff, report.schools
    );
    let (clean, faulty): (Vec<_>, Vec<_>) = report.sections.iter().partition(|section| section.count == 0);
    for section in &faulty {
        text += "\n";
        text += &section_text(section, all);
    }
    if !clean.is_empty() {
        let titles: Vec<&str> = clean.iter().map(|section| section.title.as_str()).collect();
        text += &format!("\nNone:\n  {}\n", titles.join("\n  "));
    }
    text
}

fn section_text(section: &Section, all: bool) -> String {
    let mut text = format!("{}: {}\n", section.title, section.count);
    let schools = section.schools.iter();
    let schools = schools.map(|at| format!("{} {}", named(at.name.as_deref(), at.school.as_ref()), at.count));
    text += &wrapped("  by school  ", listed(schools).iter().map(String::as_str));
    text += &wrapped("  mend       ", section.mend.split(' '));
    text += &wrapped("  meanwhile  ", section.meanwhile.split(' '));
    let groups = by_reason(section);
    let most = if all { usize::MAX } else { SHOWN };
    let share = (most / groups.len().max(1)).max(1);
    let mut left = section.count;
    for (n, (why, ids)) in groups.iter().take(most).enumerate() {
        let shown: Vec<&str> = ids.iter().take(share).copied().collect();
        left -= shown.len();
        let why = if why.is_empty() {
            String::new()
        } else {
            format!("{why} ({}): ", ids.len())
        };
        let head = if n == 0 { "  which      " } else { "             " };
        text += &wrapped(head, (why + &shown.join(", ")).split(' '));
    }
    if left > 0 {
        text += &format!("             … and {left} more: --all\n");
    }
    text
}

/// The ids of a section by what is wrong with them, the commonest first.
fn by_reason(section: &Section) -> Vec<(&str, Vec<&str>)> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in &section.items {
        let why = item.why.as_deref().unwrap_or_default();
        groups.entry(why).or_default().push(&item.id);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
    groups
}

fn named(name: Option<&str>, id: Option<&OrgId>) -> String {
    name.or(id.map(|id| id.as_str())).unwrap_or("no school").to_owned()
}

/// The pieces of a list, each but the last with its comma.
fn listed(pieces: impl Iterator<Item = String>) -> Vec<String> {
    let mut pieces: Vec<String> = pieces.collect();
    let last = pieces.len().saturating_sub(1);
    for piece in pieces.iter_mut().take(last) {
        piece.push(',');
    }
    pieces
}

/// Aligned columns: the first ones to the left, the others to the right.
fn table(rows: &[Vec<String>], left: usize) -> String {
    let letters = |cell: &String| cell.chars().count();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |i: usize| {
        rows.iter()
            .filter_map(|row| row.get(i))
            .map(letters)
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if i < left {
                text += &format!("  {cell:<width$}");
            } else {
                text += &format!("  {cell:>width$}");
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// Pieces over as many lines as they need, none broken: the first line behind `head`, the others as far to the right.
fn wrapped<'a>(head: &str, pieces: impl IntoIterator<Item = &'a str>) -> String {
    let indent = head.chars().count();
    let (mut text, mut used) = (head.to_owned(), indent);
    for piece in pieces {
        let length = piece.chars().count();
        if used > indent && used + 1 + length > WIDTH {
            text.push('\n');
            text += &" ".repeat(indent);
            used = indent;
        }
        if used > indent {
            text.push(' ');
            used += 1;
        }
        text += piece;
        used += length;
    }
    text + "\n"
}
