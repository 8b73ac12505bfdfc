//! What goes wrong in a history.

use super::{chance, emphasis, one, weighted};
use crate::history::{FaultKind, Trouble};
use fastrand::Rng;

/// What lets others in between.
const RACES: [FaultKind; 3] = [FaultKind::HeldUp, FaultKind::HeldUp, FaultKind::TornRead];

/// What goes wrong; `hot` are the days on which most is to be done.
pub fn trouble(rng: &mut Rng, days: u32, hot: &[u32]) -> Trouble {
    let mut trouble = Trouble::none();
    let drawn = rng.u32(0..100);
    if drawn < emphasis::NO_TROUBLE {
        return trouble;
    }
    if drawn < emphasis::NO_TROUBLE + emphasis::ONLY_RUNS {
        runs(rng, days, hot, &mut trouble);
        return trouble;
    }
    let (few, many) = emphasis::FAULTS;
    for _ in 0..rng.u32(few..=many) {
        let kind = match one(rng, &FaultKind::ALL) {
            _ if chance(rng, emphasis::RACES) => *one(rng, &RACES).unwrap_or(&FaultKind::HeldUp),
            kind => *kind.unwrap_or(&FaultKind::CrashBefore),
        };
        if chance(rng, emphasis::AIMED) {
            let aim = *weighted(rng, emphasis::AIMS);
            trouble.aimed.push((aim, rng.u64(0..6), kind));
        } else {
            trouble.faults.push((call(rng), kind));
        }
    }
    trouble.aimed.sort_unstable();
    trouble.aimed.dedup_by_key(|(aim, call, _)| (*aim, *call));
    trouble.faults.sort_unstable();
    trouble.faults.dedup_by_key(|(call, _)| *call);
    if chance(rng, emphasis::QUEUES) {
        trouble.queues = Some(rng.u64(..));
    }
    if chance(rng, emphasis::RUNS_TOO) {
        runs(rng, days, hot, &mut trouble);
    }
    trouble
}

/// A call's number: as many below 8 as between 8 and 64, and so on, for short histories make few calls. By bits and
/// not by logarithms, which may differ between machines.
fn call(rng: &mut Rng) -> u64 {
    let bits = rng.u32(0..=u32::BITS - emphasis::LAST_CALL.leading_zeros());
    u64::from(rng.u32(0..(1 << bits).min(emphasis::LAST_CALL + 1)))
}

/// Runs that are missed, or come twice.
fn runs(rng: &mut Rng, days: u32, hot: &[u32], trouble: &mut Trouble) {
    let near = |rng: &mut Rng| match one(rng, hot) {
        Some(day) if chance(rng, 80) => day.saturating_sub(rng.u32(0..3)),
        _ => rng.u32(0..=days),
    };
    let what = rng.u32(1..8);
    if what & 1 != 0 {
        let from = near(rng);
        let many = rng.u32(1..=10);
        trouble.missed.extend((from..from + many).filter(|day| *day <= days));
    }
    for (bit, days_of) in [(2, &mut trouble.twice), (4, &mut trouble.at_once)] {
        if what & bit != 0 {
            for _ in 0..rng.u32(1..=4) {
                days_of.insert(near(rng).min(days));
            }
        }
    }
}
