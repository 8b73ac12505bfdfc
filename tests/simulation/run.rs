//! Plays many histories, and counts.

use crate::check;
use crate::generate;
use crate::history::History;
use crate::observed::Violation;
use crate::play::{self, Played};
use crate::shrink;
use crate::story;
use std::collections::BTreeMap;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

/// Plays that shrinking a history may take.
const SHRINKING: usize = 300;

/// Histories that are shrunk and told in full; of more only the seeds are.
const TOLD: usize = 3;

/// After so many histories it is told how many there were: whoever plays many waits for hours.
const TOLD_EVERY: u64 = 1_000;

/// How many seeds are played again, and once more in another process.
const PLAYED_AGAIN: u64 = 6;

/// What was played, and what came of it.
#[derive(Default)]
pub struct Tally {
    pub histories: u64,
    pub steps: u64,
    pub calls: u64,
    pub letters: u64,
    /// Crash points that were reached, of those that can be.
    pub crashes: (u64, u64),
    /// Disturbed daily runs after which the table was the same, of those after which it was compared.
    pub same_table: (u64, u64),
    /// Faults of each kind, and tricks of the queues, that happened.
    pub met: BTreeMap<String, u64>,
    pub violations: u64,
    /// Further lines of the summary.
    pub lines: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.histories += other.histories;
        self.steps += other.steps;
        self.calls += other.calls;
        self.letters += other.letters;
        self.crashes.0 += other.crashes.0;
        self.crashes.1 += other.crashes.1;
        self.same_table.0 += other.same_table.0;
        self.same_table.1 += other.same_table.1;
        for (kind, count) in other.met {
            *self.met.entry(kind).or_default() += count;
        }
        self.violations += other.violations;
        self.lines.extend(other.lines);
    }

    pub fn count(&mut self, history: &History, played: &Played) {
        self.histories += 1;
        self.steps += played.steps as u64;
        self.calls += played.calls;
        self.letters += played.observed.letters.len() as u64;
        let trouble = &history.trouble;
        let days = [
            ("days without a run", trouble.missed.len()),
            ("runs started twice", trouble.twice.len()),
            ("runs side by side", trouble.at_once.len()),
        ];
        let days = days.into_iter().map(|(what, days)| (what.to_owned(), days as u64));
        let met = played.met.iter().map(|(kind, times)| (kind.to_string(), *times));
        let tricks = played.mischief.iter().map(|(what, times)| ((*what).to_owned(), *times));
        for (what, times) in days.chain(met).chain(tricks).filter(|(_, times)| *times > 0) {
            *self.met.entry(what).or_default() += times;
        }
    }

    /// The summary.
    pub fn summary(&self) -> String {
        let mut lines = vec![
            format!("histories      {}", self.histories),
            format!("steps          {}", self.steps),
            format!("calls          {}", self.calls),
            format!("letters        {}", self.letters),
        ];
        if self.crashes.1 > 0 {
            lines.push(format!("crash points   {} of {}", self.crashes.0, self.crashes.1));
        }
        lines.extend(self.met.iter().map(|(kind, times)| format!("  {times:>8}  {kind}")));
        lines.extend(self.lines.iter().cloned());
        if self.same_table.1 > 0 {
            let (same, of) = self.same_table;
            lines.push(format!(
                "same table     {same} of {of}: runs twice, side by side, crashed at each call"
            ));
        }
        lines.push(format!("violations     {}", self.violations));
        lines.join("\n")
    }
}

/// Does `work` for each number below `count`, on every core.
pub fn each(count: u64, work: impl Fn(u64) + Sync) {
    let next = AtomicU64::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        return;
                    }
                    work(n);
                }
            });
        }
    });
}

/// Plays `count` histories from this seed on.
pub fn histories(from: u64, count: u64) -> Tally {
    let (tally, bad) = (Mutex::new(Tally::default()), Mutex::new(BTreeMap::new()));
    each(count, |n| {
        let history = generate::history(from + n);
        let (played, violations) = judged(&history);
        let mut tally = locked(&tally);
        tally.count(&history, &played);
        if !violations.is_empty() {
            eprintln!("seed {} goes wrong", history.seed);
            locked(&bad).insert(history.seed, violations);
        }
        if tally.histories.is_multiple_of(TOLD_EVERY) && tally.histories < count {
            eprintln!("{} of {count} histories", tally.histories);
        }
    });
    let mut tally = tally.into_inner().unwrap_or_default();
    let bad = bad.into_inner().unwrap_or_default();
    tally.violations = bad.len() as u64;
    for (nth, (seed, violations)) in bad.into_iter().enumerate() {
        println!("seed {seed}: {}: {}", violations[0].invariant, violations[0].what);
        if nth < TOLD {
            tell_shrunk(&generate::history(seed), violations[0].invariant);
        }
    }
    tally
}

/// What it guards, also where somebody panicked with it in hand.
pub fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Plays a history, and what is wrong with it.
pub fn judged(history: &History) -> (Played, Vec<Violation>) {
    let played = play::play(history, false);
    let violations = check::violations(history, &played.observed);
    (played, violations)
}

/// The first seed that goes wrong, of so many from this one on.
pub fn until_violation(from: u64, count: u64) -> ExitCode {
    let found: Mutex<BTreeMap<u64, &'static str>> = Mutex::default();
    let over = AtomicBool::new(false);
    each(count, |n| {
        if over.load(Ordering::Relaxed) {
            return;
        }
        let (_, violations) = judged(&generate::history(from + n));
        if let Some(first) = violations.first() {
            locked(&found).insert(from + n, first.invariant);
            over.store(true, Ordering::Relaxed);
        }
    });
    match locked(&found).first_key_value() {
        Some((seed, invariant)) => {
            println!("seed {seed} invariant {invariant}");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}

/// Plays one history, and tells everything of it.
pub fn one(seed: u64, traced: bool, shrunk: bool) -> ExitCode {
    let history = generate::history(seed);
    println!("{}", story::told(&history));
    let start = Instant::now();
    let played = play::play(&history, traced);
    for line in &played.trace {
        println!("{line}");
    }
    for entry in &played.observed.audit {
        let (at, conference) = (entry.at, entry.conference.unwrap_or_default());
        println!("{at} {} {} {conference} {}", entry.student, entry.kind, entry.detail);
    }
    let violations = check::violations(&history, &played.observed);
    for violation in &violations {
        println!("{}: {}", violation.invariant, violation.what);
    }
    if let (true, Some(first)) = (shrunk, violations.first()) {
        tell_shrunk(&history, first.invariant);
    }
    println!(
        "{} calls, {} violations, {:.2} s",
        played.calls,
        violations.len(),
        start.elapsed().as_secs_f64()
    );
    if violations.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The smallest history found that still breaks the invariant, as a story, and how to play the whole again.
fn tell_shrunk(history: &History, invariant: &str) {
    let fails = |smaller: &History| {
        judged(smaller)
            .1
            .iter()
            .any(|violation| violation.invariant == invariant)
    };
    let smallest = shrink::shrunk(history, SHRINKING, fails);
    println!("the least that breaks it:\n{}", story::told(&smallest));
    for violation in judged(&smallest).1 {
        println!("  {}: {}", violation.invariant, violation.what);
    }
    println!(
        "again: cargo test -p tests --test simulation -- --seed {} --shrink",
        history.seed
    );
}

/// The same seed gives the same trace, byte for byte, in this process and in another.
pub fn twice_the_same() -> Tally {
    let differing: Mutex<Vec<u64>> = Mutex::default();
    each(PLAYED_AGAIN, |n| {
        let seed = n * 7;
        let trace = |history: &History| play::play(history, true).trace.join("\n");
        let (one, again) = (trace(&generate::history(seed)), trace(&generate::history(seed)));
        let elsewhere = std::env::current_exe().and_then(|exe| {
            Command::new(exe)
                .args(["--seed", &seed.to_string(), "--trace"])
                .output()
        });
        let elsewhere = elsewhere.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        if one != again || !elsewhere.is_ok_and(|said| said.contains(&one)) {
            locked(&differing).push(seed);
        }
    });
    let differing = differing.into_inner().unwrap_or_default();
    for seed in &differing {
        println!("seed {seed}: played twice, its traces differ");
    }
    Tally {
        violations: differing.len() as u64,
        lines: vec![format!(
            "same traces    {} of {PLAYED_AGAIN}, in two processes",
            PLAYED_AGAIN - differing.len() as u64
        )],
        ..Tally::default()
    }
}
