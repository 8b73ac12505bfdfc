//! School days and calendar months.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// When a school teaches: Monday to Friday, minus days without instruction, inside an academic session where any is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolCalendar {
    /// `nonInstructionalDays` of the school and of the district.
    pub days_off: BTreeSet<NaiveDate>,
    /// First and last day of every academic session that is known.
    pub sessions: Vec<(NaiveDate, NaiveDate)>,
}

/// How far ahead a school day is looked for: longer than any summer.
const HORIZON_DAYS: u64 = 400;

impl SchoolCalendar {
    /// Whether the school teaches on `date`.
    pub fn is_school_day(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && !self.days_off.contains(&date)
            && (self.sessions.is_empty()
                || self
                    .sessions
                    .iter()
                    .any(|(first, last)| (*first..=*last).contains(&date)))
    }

    /// The first school day on or after `date`; `None` when none is known within 400 days.
    pub fn school_day_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        (0..HORIZON_DAYS)
            .filter_map(|n| date.checked_add_days(Days::new(n)))
            .find(|day| self.is_school_day(*day))
    }

    /// The `count`-th school day after `date` (R9, R10); `None` when the calendar does not reach that far.
    pub fn school_days_after(&self, date: NaiveDate, count: u32) -> Option<NaiveDate> {
        (0..count).try_fold(date, |day, _| self.school_day_from(day.succ_opt()?))
    }
}

/// `date` plus calendar months, clamped to the month's end (R4).
pub fn months_after(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn without_a_calendar_school_is_monday_to_friday() {
        let calendar = SchoolCalendar::default();
        for (date, count, expected) in [
            ("2021-09-22", 1, "2021-09-23"),
            ("2021-09-22", 2, "2021-09-24"),
            ("2021-09-24", 2, "2021-09-28"),
            ("2021-09-28", 2, "2021-09-30"),
            ("2021-09-25", 1, "2021-09-27"),
            ("2021-09-30", 0, "2021-09-30"),
        ] {
            assert_eq!(
                calendar.school_days_after(day(date), count),
                Some(day(expected)),
                "{count} after {date}"
            );
        }
    }

    #[test]
    fn days_off_and_sessions_are_minded() {
        let calendar = SchoolCalendar {
            days_off: BTreeSet::from([day("2021-11-25"), day("2021-11-26")]),
            sessions: vec![(day("2021-08-23"), day("2022-05-27"))],
        };
        assert_eq!(
            calendar.school_days_after(day("2021-11-24"), 1),
            Some(day("2021-11-29"))
        );
        assert!(!calendar.is_school_day(day("2021-11-25")));
        assert!(!calendar.is_school_day(day("2021-08-20")), "before the first session");
        assert_eq!(
            calendar.school_days_after(day("2022-05-27"), 1),
            None,
            "no session is known after it"
        );
    }

    #[test]
    fn months_are_clamped_to_their_end() {
        for (date, months, expected) in [
            ("2021-09-22", 6, "2022-03-22"),
            ("2021-08-31", 6, "2022-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2021-08-31", 12, "2022-08-31"),
            ("2024-02-29", 12, "2025-02-28"),
        ] {
            assert_eq!(
                months_after(day(date), months),
                Some(day(expected)),
                "{date} + {months}"
            );
        }
    }
}
