//! The exhaustive part: for each of the named stories a crash before and after every call that a function makes, one at a
//! time, each then played to its end and checked; pairs of crashes where a family is given up; and that the daily run
//! leaves the same table however it was disturbed.

mod pairs;
mod same_table;
mod stories;
mod telling;

use crate::check;
use crate::history::{FaultKind, History};
use crate::observed::Violation;
use crate::play;
use crate::run::{self, Tally};
use crate::story;
use chrono::{DateTime, Days, Timelike, Utc};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// What befalls calls: how many calls came before, and what.
type Faults = Vec<(u64, FaultKind)>;

/// A named story as it goes where nothing goes wrong.
struct Clean {
    name: &'static str,
    history: History,
    /// The calls that functions made until it was over. Those of the peace that follows cannot fail any more.
    calls: Vec<Call>,
    table: Vec<String>,
    violations: Vec<Violation>,
}

/// A call that a function made.
struct Call {
    at: DateTime<Utc>,
    function: String,
    invocation: u64,
    /// Function, invocation, operation, index.
    what: String,
}

/// A story with crashes at these calls.
struct Case<'a> {
    story: &'a Clean,
    faults: Faults,
}

/// Plays the stories; what came of it. `--every-call NAME` only that story, and with `--before N` and `--after N` only with
/// crashes at these calls, telling all that there is to see.
pub fn played() -> Tally {
    let args: Vec<String> = std::env::args().collect();
    let name = args.iter().skip_while(|arg| *arg != "--every-call").nth(1);
    let told = stories::all().into_iter();
    let stories: Vec<Clean> = told
        .filter(|(known, _)| name.is_none_or(|name| name.starts_with("--") || name == known))
        .map(|(name, history)| Clean::of(name, history))
        .collect();
    if stories.is_empty() {
        println!("no story is called so");
        return Tally {
            violations: 1,
            ..Tally::default()
        };
    }
    let faults = faults_of(&args);
    if let (false, [alone]) = (faults.is_empty(), &stories[..]) {
        return told_in_full(alone, &faults);
    }
    let mut tally = Tally::default();
    for story in &stories {
        for violation in &story.violations {
            println!("{}: {}: {}", story.name, violation.invariant, violation.what);
        }
        tally.violations += u64::from(!story.violations.is_empty());
    }
    let cases: Vec<Case> = stories.iter().flat_map(cases).collect();
    tally.add(played_with_crashes(&cases));
    let singles = cases.iter().filter(|case| case.faults.len() == 1).count();
    tally.crashes.1 = singles as u64;
    let calls: usize = stories.iter().map(|story| story.calls.len()).sum();
    tally.lines.push(format!(
        "named stories  {}, with {singles} crashes for all {} before and after {calls} calls, and {} pairs of crashes",
        stories.len(),
        2 * calls,
        cases.len() - singles
    ));
    tally.add(same_table::compared(&stories));
    tally
}

/// A crash before and after each call, and pairs of crashes where the family is given up. What an invocation knows dies with
/// it, so that all crashes between two changes are one crash: it is played before the first call of an invocation, and after
/// each call that may change something. Some functions make several calls at once: when one dies, others may still go out.
fn cases(story: &Clean) -> impl Iterator<Item = Case<'_>> {
    let singles = story.calls.iter().enumerate().flat_map(|(nth, call)| {
        let begins = nth == 0 || story.calls[nth - 1].invocation != call.invocation;
        let several = SEVERAL_AT_ONCE.contains(&call.function.as_str());
        let before = (begins || several).then_some(FaultKind::CrashBefore);
        let after = call.changes().then_some(FaultKind::CrashAfter);
        before
            .into_iter()
            .chain(after)
            .map(move |kind| vec![(nth as u64, kind)])
    });
    let escalating = story.name == stories::THREE_STRIKES;
    let pairs = escalating.then(|| pairs::of(story)).into_iter().flatten();
    singles.chain(pairs).map(move |faults| Case { story, faults })
}

impl Clean {
    fn of(name: &'static str, history: History) -> Self {
        let played = play::play(&history, true);
        let zone = play::settings().district.zone;
        let calls = played.trace.iter().filter_map(|line| Call::of(line));
        // What the story entails is done before 23:00 of its last day, when all is healed.
        let in_story = |call: &Call| {
            let local = call.at.with_timezone(&zone);
            local.hour() < 23 && local.date_naive() <= history.start + Days::new(history.days.into())
        };
        Self {
            name,
            calls: calls.take_while(in_story).collect(),
            violations: check::violations(&history, &played.observed),
            table: played.table,
            history,
        }
    }

    fn with(&self, faults: &Faults) -> History {
        let mut history = self.history.clone();
        history.trouble.faults.clone_from(faults);
        history
    }

    /// How to play it again with these faults.
    fn again(&self, faults: &Faults) -> String {
        let mut command = format!("cargo test -p tests --test simulation -- --every-call {}", self.name);
        for (n, kind) in faults {
            let option = if *kind == FaultKind::CrashBefore {
                "--before"
            } else {
                "--after"
            };
            command += &format!(" {option} {n}");
        }
        command
    }
}

/// Functions that make several calls at once.
const SEVERAL_AT_ONCE: [&str; 2] = ["sis-webhook", "outbox-relay"];
/// Calls that change nothing.
const READS: [&str; 3] = ["Query", "GetItem", "BatchGetItem"];

impl Call {
    /// Whether it may change something.
    fn changes(&self) -> bool {
        !self.what.split(' ').any(|word| READS.contains(&word))
    }

    /// The call that a line of the trace shows, where it shows one of a function:
    /// `<date> <time> UTC <function> <invocation> <operation>`.
    fn of(line: &str) -> Option<Self> {
        const FUNCTIONS: [&str; 8] = [
            "sis-webhook",
            "roster-projection",
            "daily-detection",
            "outbox-relay",
            "escalate",
            "delivery-feedback",
            "send-sms",
            "send-email",
        ];
        let (at, what) = line.split_once(" UTC ")?;
        let mut words = what.split(' ');
        let (function, invocation) = (words.next()?, words.next()?);
        FUNCTIONS.contains(&function).then_some(Self {
            at: format!("{at}Z").parse().ok()?,
            function: function.to_owned(),
            invocation: invocation.parse().ok()?,
            what: what.trim_end().to_owned(),
        })
    }
}

/// Plays all cases, and tells of those that go wrong.
fn played_with_crashes(cases: &[Case]) -> Tally {
    let tally = Mutex::new(Tally::default());
    let bad: Mutex<BTreeMap<u64, Vec<Violation>>> = Mutex::default();
    run::each(cases.len() as u64, |n| {
        let Some(case) = usize::try_from(n).ok().and_then(|n| cases.get(n)) else {
            return;
        };
        let history = case.story.with(&case.faults);
        let of_run = same_table::is_of_run(case);
        let played = play::play(&history, of_run);
        let mut violations = check::violations(&history, &played.observed);
        let differs = of_run.then(|| same_table::difference(&case.story.table, &played.table));
        let mut tally = run::locked(&tally);
        tally.count(&history, &played);
        tally.crashes.0 += u64::from(case.faults.len() == 1 && !played.met.is_empty());
        tally.same_table.0 += u64::from(differs == Some(None));
        tally.same_table.1 += u64::from(of_run);
        violations.extend(differs.flatten().map(|row| Violation {
            invariant: "same table",
            what: row,
        }));
        if !violations.is_empty() {
            tally.violations += 1;
            run::locked(&bad).insert(n, violations);
        }
    });
    for (n, violations) in bad.into_inner().unwrap_or_default() {
        if let Some(case) = usize::try_from(n).ok().and_then(|n| cases.get(n)) {
            tell(case, &violations);
        }
    }
    tally.into_inner().unwrap_or_default()
}

/// What went wrong, where, and how to see it again.
fn tell(case: &Case, violations: &[Violation]) {
    for (n, kind) in &case.faults {
        let call = usize::try_from(*n).ok().and_then(|n| case.story.calls.get(n));
        let what = call.map_or("a call that a clean play has not", |call| &call.what);
        println!("{}: {kind} {n}, {what}", case.story.name);
    }
    for violation in violations {
        println!("  {}: {}", violation.invariant, violation.what);
    }
    println!("  again: {}", case.story.again(&case.faults));
}

/// The crashes that were asked for.
fn faults_of(args: &[String]) -> Faults {
    let fault = |pair: &[String]| {
        let kind = match pair[0].as_str() {
            "--before" => FaultKind::CrashBefore,
            "--after" => FaultKind::CrashAfter,
            _ => return None,
        };
        Some((pair[1].parse().ok()?, kind))
    };
    args.windows(2).filter_map(fault).collect()
}

/// One play of one story, and all that there is to see of it.
fn told_in_full(story: &Clean, faults: &Faults) -> Tally {
    let history = story.with(faults);
    let played = play::play(&history, true);
    let violations = check::violations(&history, &played.observed);
    println!("{}{}", story::told(&history), played.trace.join("\n"));
    tell(
        &Case {
            story,
            faults: faults.clone(),
        },
        &violations,
    );
    let mut tally = Tally::default();
    tally.count(&history, &played);
    tally.violations = u64::from(!violations.is_empty());
    tally
}
