//! What happened, a line a step: when, by which rule, and whether it is what the rule demands.

use crate::client::ClientError;
use chrono::NaiveDate;
use std::fmt::{Debug, Display};
use std::io::Write;

/// A story as it is told, and how much of it held.
pub(super) struct Chronicle<'a> {
    out: &'a mut (dyn Write + Send),
    steps: usize,
    failed: usize,
}

impl<'a> Chronicle<'a> {
    /// Nothing told yet.
    pub(super) fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self {
            out,
            steps: 0,
            failed: 0,
        }
    }

    /// A line that is no step.
    pub(super) fn say(&mut self, line: impl Display) -> Result<(), ClientError> {
        writeln!(self.out, "{line}").map_err(|error| ClientError(error.to_string()))
    }

    /// A step, which holds where what was found is what the rule demands.
    pub(super) fn step<T: PartialEq + Debug>(
        &mut self,
        (date, time): (NaiveDate, &str),
        rule: &str,
        what: impl Display,
        found: &T,
        demanded: &T,
    ) -> Result<(), ClientError> {
        let holds = found == demanded;
        let mark = if holds { '✓' } else { '✗' };
        self.steps += 1;
        self.say(format_args!(
            "{} {time}  {rule:<4} {mark} {what}",
            date.format("%a %Y-%m-%d")
        ))?;
        if !holds {
            self.failed += 1;
            self.say(format_args!("{:27}expected: {demanded:?}", ""))?;
            self.say(format_args!("{:27}found:    {found:?}", ""))?;
        }
        Ok(())
    }

    /// Ends the story; whether every step of it held.
    pub(super) fn end(mut self) -> Result<bool, ClientError> {
        let (steps, failed) = (self.steps, self.failed);
        match failed {
            0 => self.say(format_args!("{steps} steps, and every one holds."))?,
            _ => self.say(format_args!("{failed} of {steps} steps do not hold: see ✗ above."))?,
        }
        Ok(failed == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_does_not_hold_says_what_was_expected_and_is_not_forgotten() {
        let day = "2026-09-21".parse().unwrap();
        let mut told = Vec::new();
        let mut chronicle = Chronicle::new(&mut told);
        chronicle.step((day, "09:00"), "R3", "one conference", &1, &1).unwrap();
        chronicle.step((day, "09:00"), "R3", "one conference", &2, &1).unwrap();
        chronicle.step((day, "09:20"), "R9", "one message", &1, &1).unwrap();
        assert!(!chronicle.end().unwrap());
        assert_eq!(
            String::from_utf8(told).unwrap(),
            "Mon 2026-09-21 09:00  R3   ✓ one conference
Mon 2026-09-21 09:00  R3   ✗ one conference
                           expected: 1
                           found:    2
Mon 2026-09-21 09:20  R9   ✓ one message
1 of 3 steps do not hold: see ✗ above.
"
        );
        let mut told = Vec::new();
        let mut chronicle = Chronicle::new(&mut told);
        chronicle.step((day, "09:00"), "R3", "one conference", &1, &1).unwrap();
        assert!(chronicle.end().unwrap());
    }
}
