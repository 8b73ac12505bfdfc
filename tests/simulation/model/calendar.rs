//! Days: the district's clock, months that end early, and which days are school days.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};
use chrono_tz::America::New_York;
use std::collections::{BTreeMap, BTreeSet};

/// What the district's clocks show.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&New_York).naive_local()
}

/// The district's day.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    local(at).date()
}

/// An hour and minute of a day there. Nothing here happens in the hour that is skipped or comes twice.
pub fn instant(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let naive = day.and_hms_opt(hour, minute, 0).expect("an hour and minute of a day");
    New_York
        .from_local_datetime(&naive)
        .earliest()
        .expect("an hour that every day has")
        .to_utc()
}

pub fn plus_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The school year of a day, by the year it begins in: from July on.
pub fn school_year(day: NaiveDate) -> i32 {
    if day.month() >= 7 { day.year() } else { day.year() - 1 }
}

/// So many months later; the month's last day where it has no such day (R4).
pub fn plus_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The days without instruction of the district and of each school, and at which school a student is from which day on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolDays {
    pub off: BTreeMap<String, BTreeSet<NaiveDate>>,
    pub places: Vec<(NaiveDate, String)>,
}

impl SchoolDays {
    /// The school on a day: the one whose role began last by then.
    pub fn school(&self, day: NaiveDate) -> Option<&str> {
        let (_, school) = self
            .places
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .or(self.places.first())?;
        Some(school)
    }

    pub fn is(&self, day: NaiveDate) -> bool {
        let off = |org: &str| self.off.get(org).is_some_and(|days| days.contains(&day));
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !off("d") && !self.school(day).is_some_and(off)
    }

    /// Some role has begun by then.
    pub fn enrolled(&self, day: NaiveDate) -> bool {
        self.places.iter().any(|(from, _)| *from <= day)
    }

    /// The school day that comes so many school days after a day.
    pub fn after(&self, day: NaiveDate, mut count: u32) -> NaiveDate {
        let mut at = day;
        // A calendar may be wrong; a year without any school day is not waited out.
        for _ in 0..800 {
            if count == 0 {
                break;
            }
            at = plus_days(at, 1);
            if self.is(at) {
                count -= 1;
            }
        }
        at
    }
}
