//! However the daily run is disturbed, the table at the end is the same but for work stamps.

use super::{Case, Clean, stories};
use crate::history::Trouble;
use crate::play;
use crate::run::{self, Tally};
use std::sync::Mutex;

/// A way to disturb the run, in words.
type Disturbed<'a> = (&'a Clean, &'static str, Trouble);

/// The stories whose tables are compared.
const COMPARED: [&str; 2] = [stories::THREE_STRIKES, stories::SIBLING];

/// Whether this crash is one of a daily run, after which the table is to be the same.
pub fn is_of_run(case: &Case) -> bool {
    let [(n, _)] = case.faults[..] else { return false };
    let call = usize::try_from(n).ok().and_then(|n| case.story.calls.get(n));
    COMPARED.contains(&case.story.name) && call.is_some_and(|call| call.function == "daily-detection")
}

/// Plays these stories with every run started twice, and with two side by side, and compares.
pub fn compared(stories: &[Clean]) -> Tally {
    let compared = stories.iter().filter(|story| COMPARED.contains(&story.name));
    let disturbed: Vec<Disturbed> = compared.flat_map(ways).collect();
    let tally: Mutex<Tally> = Mutex::default();
    run::each(disturbed.len() as u64, |n| {
        let Some((story, how, trouble)) = usize::try_from(n).ok().and_then(|n| disturbed.get(n)) else {
            return;
        };
        let mut history = story.history.clone();
        history.trouble.clone_from(trouble);
        let table = play::play(&history, true).table;
        let differs = difference(&story.table, &table);
        if let Some(row) = &differs {
            println!("{}, {how}: the table differs: {row}", story.name);
        }
        let mut tally = run::locked(&tally);
        tally.same_table.0 += u64::from(differs.is_none());
        tally.same_table.1 += 1;
        tally.violations += u64::from(differs.is_some());
    });
    tally.into_inner().unwrap_or_default()
}

/// Every run started twice; every two side by side.
fn ways(story: &Clean) -> [Disturbed<'_>; 2] {
    let days = || (0..=story.history.days).collect();
    let twice = Trouble {
        twice: days(),
        ..Trouble::none()
    };
    let at_once = Trouble {
        at_once: days(),
        ..Trouble::none()
    };
    [
        (story, "each run started twice", twice),
        (story, "two runs side by side each day", at_once),
    ]
}

/// The first row that only one of the tables has. No row and no attribute is left out: the clock stands while a run is done,
/// so not even work stamps differ.
pub fn difference(clean: &[String], other: &[String]) -> Option<String> {
    let only = |of: &[String], rows: &[String]| of.iter().find(|row| !rows.contains(row)).cloned();
    let (missing, more) = (only(clean, other), only(other, clean));
    (missing.is_some() || more.is_some()).then(|| {
        format!(
            "clean {}; disturbed {}",
            missing.unwrap_or("has nothing".into()),
            more.unwrap_or("has nothing".into())
        )
    })
}
