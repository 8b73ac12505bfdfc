//! However the daily run is disturbed, the table at the end is the same but for work stamps.

use super::{Clean, stories};
use crate::history::{FaultKind, Trouble};
use crate::play;
use crate::run::{self, Tally};
use std::sync::{Mutex, PoisonError};

/// A way to disturb the run, in words.
type Disturbed<'a> = (&'a Clean, String, Trouble);

/// No row and no attribute is left out: the clock stands while a run is done, so not even work stamps differ.
/// Plays two stories with their runs disturbed in every way, and compares.
pub fn compared(stories: &[Clean]) -> Tally {
    let disturbed: Vec<Disturbed> = stories
        .iter()
        .filter(|story| [stories::THREE_STRIKES, stories::SIBLING].contains(&story.name))
        .flat_map(ways)
        .collect();
    let differing: Mutex<Vec<String>> = Mutex::default();
    run::each(disturbed.len() as u64, |n| {
        let Some((story, how, trouble)) = usize::try_from(n).ok().and_then(|n| disturbed.get(n)) else {
            return;
        };
        let mut history = story.history.clone();
        history.trouble.clone_from(trouble);
        let table = play::play(&history, true).table;
        if let Some(row) = difference(&story.table, &table) {
            let mut differing = differing.lock().unwrap_or_else(PoisonError::into_inner);
            differing.push(format!("{}, {how}: the table differs: {row}", story.name));
        }
    });
    let mut differing = differing.into_inner().unwrap_or_else(PoisonError::into_inner);
    differing.sort();
    for line in &differing {
        println!("{line}");
    }
    let same = disturbed.len() - differing.len();
    Tally {
        violations: differing.len() as u64,
        lines: vec![format!(
            "same table     {same} of {}: runs twice, side by side, crashed at each call",
            disturbed.len()
        )],
        ..Tally::default()
    }
}

/// Every run started twice; every two side by side; and a crash before and after each call of a run.
fn ways(story: &Clean) -> Vec<Disturbed<'_>> {
    let days = || (0..=story.history.days).collect();
    let twice = Trouble {
        twice: days(),
        ..Trouble::none()
    };
    let at_once = Trouble {
        at_once: days(),
        ..Trouble::none()
    };
    let mut ways = vec![
        (story, "each run started twice".to_owned(), twice),
        (story, "two runs side by side each day".to_owned(), at_once),
    ];
    let of_runs = (0..)
        .zip(&story.calls)
        .filter(|(_, call)| call.function == "daily-detection");
    for (n, call) in of_runs {
        for kind in [FaultKind::CrashBefore, FaultKind::CrashAfter] {
            let trouble = Trouble {
                faults: vec![(n, kind)],
                ..Trouble::none()
            };
            ways.push((story, format!("{kind} {n}, {}", call.what), trouble));
        }
    }
    ways
}

/// The first row that only one of the tables has.
fn difference(clean: &[String], other: &[String]) -> Option<String> {
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
