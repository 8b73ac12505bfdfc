//! Whether what was observed keeps every invariant, by the independent model. The invariants, as violations name them:
//!
//! | name | what must hold |
//! |---|---|
//! | `conferences` | exactly those that were due at a run exist, with kind and dates (R3, R4) |
//! | `states` | the table of states is kept, by commands and facts that were there |
//! | `rounds` | asked on the right days, whoever can be written to (R9) |
//! | `checks` | one welfare check after three counted attempts and the wait, never wrongly, never missing (R10) |
//! | `tasks` | the other tasks are open exactly while they are needed |
//! | `once` | at most one letter a message, and none that no message knows |
//! | `welcome` | no letter at night, after STOP, to a dead address, to somebody who may not be contacted |
//! | `answers` | no letter about a conference that is not being asked for |
//! | `rest` | nothing waits at the end, and each principal was told |
//! | `recorded` | whatever was taken is in the table |
//! | `contacts` | whom to call is asked once a school year where nobody is known, and only there (R6) |
//! | `answered` | a command is refused where it is not possible, and only there |

mod commands;
mod knowledge;
mod letters;
mod moves;
mod played;
mod replay;
mod rest;
mod runs;
mod self_test;
mod steps;
mod whom_to_call;

pub use self_test::self_test;

use crate::history::History;
use crate::observed::{Observed, Violation};
use played::Played;

/// Everything that must never be, and was.
pub fn violations(history: &History, observed: &Observed) -> Vec<Violation> {
    let played = Played::of(history, observed);
    let mut found: Vec<Violation> = Vec::new();
    found.extend(observed.broken.iter().map(|what| Violation {
        invariant: "player",
        what: what.clone(),
    }));
    for student in played.students.keys() {
        found.extend(replay::violations(&played, student));
    }
    found.extend(letters::violations(&played));
    found.extend(rest::violations(&played));
    found
}
