//! When a history begins, and the days without instruction around it.

use super::{chance, emphasis, one, weighted};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use fastrand::Rng;

/// What is special about the time of year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// The clocks change in the first weeks.
    ClockChange,
    /// Six months after a conference fell due there is no such day.
    MonthEnd,
    /// A 29 February.
    LeapDay,
    /// Thanksgiving, or winter.
    Holidays,
    Summer,
    Any,
}

/// When a history begins.
pub struct Began {
    pub season: Season,
    pub start: NaiveDate,
    /// The days without instruction around it.
    pub holidays: Vec<NaiveDate>,
    /// The day on which a conference should fall due, where that is what the season is about.
    pub due: Option<NaiveDate>,
}

/// The years that are drawn from.
const YEARS: std::ops::RangeInclusive<i32> = 2019..=2027;
/// Month and day of days that have no counterpart six months later.
const ENDS: [(u32, u32); 7] = [(8, 29), (8, 30), (8, 31), (3, 31), (5, 31), (10, 31), (12, 31)];

/// The first day of a history.
pub fn begin(rng: &mut Rng) -> Began {
    let season = *weighted(rng, emphasis::SEASONS);
    let year = rng.i32(YEARS);
    let back = |rng: &mut Rng, to: i64| TimeDelta::days(rng.i64(0..=to));
    let mut due = None;
    let start = match season {
        Season::ClockChange if rng.bool() => sunday(year, 3, 2) - back(rng, 25),
        Season::ClockChange => sunday(year, 11, 1) - back(rng, 25),
        Season::MonthEnd => {
            let (month, end) = *one(rng, &ENDS).unwrap_or(&(8, 31));
            let end = day(year, month, end);
            due = Some(end);
            // Either the end itself, or the day six months later: by then the first conference is half a year back.
            let seen = if rng.bool() { end } else { end + TimeDelta::days(180) };
            seen - back(rng, 8)
        }
        Season::LeapDay => {
            let leap = day(if rng.bool() { 2020 } else { 2024 }, 2, 29);
            due = if rng.bool() { Some(leap) } else { None };
            leap - back(rng, 20)
        }
        Season::Holidays if rng.bool() => day(year, 11, 26) - back(rng, 14),
        Season::Holidays => day(year, 12, 23) - back(rng, 14),
        Season::Summer => day(year, 6, 25) - back(rng, 20),
        Season::Any => day(year, 1, 1) + back(rng, 364),
    };
    let holidays = holidays(rng, start);
    Began {
        season,
        start,
        holidays,
        due,
    }
}

impl Began {
    /// Monday to Friday, holidays or not: near enough to guess on which days rounds fall.
    fn is_weekday(&self, n: i32) -> bool {
        !matches!(self.on(n).weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The date so many days after the first.
    pub fn on(&self, n: i32) -> NaiveDate {
        self.start + TimeDelta::days(n.into())
    }

    /// How many days after the first a date lies.
    pub fn days_to(&self, date: NaiveDate) -> i32 {
        i32::try_from((date - self.start).num_days()).unwrap_or(0)
    }

    /// The day of each of the school days 0, 1, 2 … after this one, as many as asked for.
    pub fn school_days(&self, from: i32, many: usize, calendar: bool) -> Vec<i32> {
        (from..from + 60)
            .filter(|n| self.is_weekday(*n) && !(calendar && self.holidays.contains(&self.on(*n))))
            .take(many)
            .collect()
    }
}

/// Thanksgiving, the weeks of winter, February and April, single days; from a month before to fourteen months after.
fn holidays(rng: &mut Rng, start: NaiveDate) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for year in start.year() - 1..=start.year() + 2 {
        let thanksgiving = day(year, 11, 1)
            .iter_days()
            .filter(|d| d.weekday() == Weekday::Thu)
            .nth(3);
        let thanksgiving = thanksgiving.unwrap_or(day(year, 11, 26));
        days.extend(week(thanksgiving - TimeDelta::days(1), 3));
        days.extend(week(day(year, 12, 24), 9));
        days.extend(week(sunday(year, 2, 3) - TimeDelta::days(6), 5));
        days.extend(week(sunday(year, 4, 2) + TimeDelta::days(1), 5));
        days.extend([day(year, 7, 4), day(year, 10, 9), day(year, 5, 30)]);
    }
    let (from, to) = (start - TimeDelta::days(31), start + TimeDelta::days(430));
    days.retain(|d| (from..=to).contains(d));
    if chance(rng, 40) {
        days.push(start + TimeDelta::days(rng.i64(0..12)));
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn week(from: NaiveDate, many: usize) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take(many)
}

/// The nth Sunday of a month: the clocks change on the second of March and the first of November.
pub fn sunday(year: i32, month: u32, nth: usize) -> NaiveDate {
    let mut sundays = day(year, month, 1).iter_days().filter(|d| d.weekday() == Weekday::Sun);
    sundays.nth(nth - 1).unwrap_or(day(year, month, 1))
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the dates in this file exist")
}
