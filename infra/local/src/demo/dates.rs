//! When things must happen, counted here from the policy's words, and not by the code that is watched.

use chrono::Datelike;
use chrono::{Days, Months, NaiveDate, Weekday};

/// R3: the day on which remote learning has lasted more than three weeks, its first day counted.
pub(super) fn day_22(first: NaiveDate) -> NaiveDate {
    first + Days::new(21)
}

/// R9, R10: school days later. The sample district's are Monday to Friday; it has no other days off.
pub(super) fn school_days_after(date: NaiveDate, count: usize) -> NaiveDate {
    date.iter_days()
        .skip(1)
        .filter(|day| is_school_day(*day))
        .nth(count.saturating_sub(1))
        .unwrap_or(date)
}

/// The first school day from this day on.
pub(super) fn school_day_from(date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|day| is_school_day(*day)).unwrap_or(date)
}

/// R6: families are asked whom to call from the middle of September on, in a school year that begins on this day.
pub(super) fn yearly_question(first: NaiveDate) -> NaiveDate {
    school_day_from(NaiveDate::from_ymd_opt(first.year(), 9, 15).unwrap_or(first))
}

/// R4: six months later.
pub(super) fn six_months_after(date: NaiveDate) -> NaiveDate {
    date + Months::new(6)
}

fn is_school_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
