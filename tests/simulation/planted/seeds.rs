//! By which seed each planted bug was caught last.

/// The bug, and the seed.
pub const KNOWN: &[(&str, u64)] = &[];
