//! Pairs of crashes on the day on which a family is given up: from the daily run that hands it over until all is quiet.

use super::{Clean, Faults};
use crate::history::FaultKind;

/// Every two crashes after calls of that day that change something, the second after the first.
pub fn of(story: &Clean) -> Vec<Faults> {
    let Some(handed_over) = story.calls.iter().find(|call| call.function == "escalate") else {
        return Vec::new();
    };
    let day = handed_over.at.date_naive();
    let of_the_day = (0..).zip(&story.calls).filter(|(_, call)| call.at.date_naive() == day);
    let changing: Vec<u64> = of_the_day.filter(|(_, call)| call.changes()).map(|(n, _)| n).collect();
    let mut pairs = Vec::new();
    for (nth, first) in changing.iter().enumerate() {
        // The call that the first crash meets is not one of those that the second waits for.
        let later = changing[nth + 1..].iter().map(|second| second - 1);
        pairs.extend(later.map(|second| vec![(*first, FaultKind::CrashAfter), (second, FaultKind::CrashAfter)]));
    }
    pairs
}
