//! School days and calendar months.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
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

/// The school year of a date, by the year it begins in: July to June.
pub fn school_year(date: NaiveDate) -> i32 {
    date.year() - i32::from(date.month() < SCHOOL_YEAR_BEGINS)
}

/// The month that a school year begins with.
const SCHOOL_YEAR_BEGINS: u32 = 7;

/// A day of the year, as `{"month": 9, "day": 15}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; the month's last day where it has fewer.
    pub day: u32,
}

impl YearDay {
    /// The day of this school year, which goes by the year it begins in.
    pub fn in_school_year(self, year: i32) -> NaiveDate {
        let calendar_year = year.saturating_add(i32::from(self.month < SCHOOL_YEAR_BEGINS));
        let days = (28..=self.day).rev().chain([self.day]);
        let mut days = days.filter_map(|day| NaiveDate::from_ymd_opt(calendar_year, self.month, day));
        days.next().unwrap_or(NaiveDate::MAX)
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
    fn a_school_year_begins_in_july() {
        for (date, year) in [("2021-06-30", 2020), ("2021-07-01", 2021), ("2022-01-01", 2021)] {
            assert_eq!(school_year(day(date)), year, "{date}");
        }
        for ((month, day_of_month), expected) in [
            ((9, 15), "2021-09-15"),
            ((7, 1), "2021-07-01"),
            ((6, 30), "2022-06-30"),
            ((2, 31), "2022-02-28"),
        ] {
            let day_of_year = YearDay {
                month,
                day: day_of_month,
            };
            assert_eq!(day_of_year.in_school_year(2021), day(expected));
        }
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
