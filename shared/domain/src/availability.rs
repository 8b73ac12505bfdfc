//! When a teacher has time for a conference: a working plan, the school's calendar, and what is taken already. Free times
//! are never stored; they follow from these three.

use crate::calendar::SchoolCalendar;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Minutes of one grain: a teacher's day is taken grain by grain, so that times overlap exactly where they share one,
/// whatever the length of a slot was when each was booked.
pub const GRAIN: u32 = 5;
/// No day is looked at beyond this, whatever a plan says.
const FURTHEST: u64 = 120;

/// When a teacher meets families. A school's stands for teachers who have none, the district's for schools that have none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingPlan {
    /// The hours of each school day; several on one day are fine.
    pub hours: Vec<Hours>,
    /// Minutes of a conference.
    pub minutes: u32,
    /// Minutes between two conferences.
    pub between: u32,
    /// Hours from now to the first time that is offered.
    pub lead_hours: u32,
    /// Days from today to the last day that is offered.
    pub furthest_days: u32,
    /// Where video conferences take place, where it is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_link: Option<String>,
}

/// From when to when, on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The day, as `Mon`.
    pub day: Weekday,
    /// From this local time …
    pub from: NaiveTime,
    /// … until this one.
    pub until: NaiveTime,
}

impl Default for WorkingPlan {
    /// Early, after school, and one evening for those who work all day.
    fn default() -> Self {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let mut hours = Vec::new();
        for day in [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri] {
            let mut add = |from, until| hours.push(Hours { day, from, until });
            add(at(7, 30), at(8, 20));
            add(at(15, 0), at(17, 0));
            if day == Weekday::Wed {
                add(at(18, 0), at(20, 0));
            }
        }
        Self {
            hours,
            minutes: 20,
            between: 5,
            lead_hours: 18,
            furthest_days: 28,
            video_link: None,
        }
    }
}

/// Why a plan cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPlan {
    /// `minutes`.
    #[error("minutes must be 5 to 120, in steps of 5")]
    Minutes,
    /// `between`.
    #[error("between must be 0 to 120 minutes, in steps of 5")]
    Between,
    /// `hours`.
    #[error("hours must end after they begin, at times in steps of 5 minutes; at most 30 of them")]
    Hours,
    /// `furthest_days`.
    #[error("furthest_days must be 1 to 120")]
    Furthest,
    /// `video_link`.
    #[error("video_link must begin with https:// and hold no more than 300 characters")]
    VideoLink,
}

impl WorkingPlan {
    /// Whether the plan can be used.
    ///
    /// # Errors
    /// What must be mended.
    pub fn check(&self) -> Result<(), BadPlan> {
        let grains = |minutes: u32| minutes <= 120 && minutes.is_multiple_of(GRAIN);
        let on_grain = |time: NaiveTime| minute_of(time).is_multiple_of(GRAIN) && time.second() == 0;
        let sound = |hours: &Hours| hours.from < hours.until && on_grain(hours.from) && on_grain(hours.until);
        let link = |link: &String| link.starts_with("https://") && link.len() <= 300;
        match self {
            _ if self.minutes == 0 || !grains(self.minutes) => Err(BadPlan::Minutes),
            _ if !grains(self.between) => Err(BadPlan::Between),
            _ if self.hours.len() > 30 || !self.hours.iter().all(sound) => Err(BadPlan::Hours),
            _ if !(1..=FURTHEST).contains(&self.furthest_days.into()) => Err(BadPlan::Furthest),
            _ if !self.video_link.as_ref().is_none_or(link) => Err(BadPlan::VideoLink),
            _ => Ok(()),
        }
    }
}

/// What is taken of one teacher's day: who holds each grain, by the minute of the day at which it begins.
pub type Taken = BTreeMap<u32, BTreeSet<String>>;

/// The grains that a conference takes: those that its minutes touch, by the minute of the day.
///
/// ```
/// use chrono::NaiveTime;
/// let at = NaiveTime::from_hms_opt(15, 2, 0).unwrap();
/// assert_eq!(domain::availability::grains(at, 10).collect::<Vec<_>>(), [900, 905, 910]);
/// ```
pub fn grains(at: NaiveTime, minutes: u32) -> impl Iterator<Item = u32> {
    let from = minute_of(at);
    let first = from / GRAIN * GRAIN;
    (first..from + minutes.max(1)).step_by(GRAIN as usize)
}

fn minute_of(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// A teacher's time: what free times follow from.
#[derive(Clone, Copy, Debug)]
pub struct Diary<'a> {
    /// When the teacher meets families.
    pub plan: &'a WorkingPlan,
    /// When the school teaches.
    pub calendar: &'a SchoolCalendar,
    /// What is taken, by day.
    pub taken: &'a BTreeMap<NaiveDate, Taken>,
    /// The district's time zone.
    pub zone: Tz,
}

impl Diary<'_> {
    /// The first and the last day on which a time may be free.
    pub fn days(&self, now: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
        let first = (now + TimeDelta::hours(self.plan.lead_hours.into()))
            .with_timezone(&self.zone)
            .date_naive();
        let today = now.with_timezone(&self.zone).date_naive();
        (
            first,
            today + Days::new(u64::from(self.plan.furthest_days).min(FURTHEST)),
        )
    }

    /// The free times of a day, earliest first. What one of `own` holds is free.
    pub fn free_on(&self, day: NaiveDate, own: &[String], now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let (first, last) = self.days(now);
        if !(first..=last).contains(&day) || !self.calendar.is_school_day(day) {
            return Vec::new();
        }
        let earliest = now + TimeDelta::hours(self.plan.lead_hours.into());
        let taken = self.taken.get(&day);
        let free = |at: NaiveTime| {
            grains(at, self.plan.minutes).all(|grain| {
                let holders = taken.and_then(|taken| taken.get(&grain));
                holders.is_none_or(|holders| holders.iter().all(|holder| own.contains(holder)))
            })
        };
        let step = TimeDelta::minutes((self.plan.minutes + self.plan.between).into());
        let length = TimeDelta::minutes(self.plan.minutes.into());
        let mut found = BTreeSet::new();
        for hours in self.plan.hours.iter().filter(|hours| hours.day == day.weekday()) {
            let (mut at, until) = (day.and_time(hours.from), day.and_time(hours.until));
            while at + length <= until && step > TimeDelta::zero() {
                // Where the clocks change, a time that is skipped or comes twice is not offered.
                if let Some(instant) = self.zone.from_local_datetime(&at).single()
                    && instant >= earliest
                    && free(at.time())
                {
                    found.insert(instant.to_utc());
                }
                at += step;
            }
        }
        found.into_iter().collect()
    }

    /// Whether this very time is free.
    pub fn is_free(&self, at: DateTime<Utc>, own: &[String], now: DateTime<Utc>) -> bool {
        let day = at.with_timezone(&self.zone).date_naive();
        self.free_on(day, own, now).contains(&at)
    }

    /// Days with free times from `from` on, at most `most` of them.
    pub fn free_from(
        &self,
        from: NaiveDate,
        most: usize,
        own: &[String],
        now: DateTime<Utc>,
    ) -> Vec<(NaiveDate, Vec<DateTime<Utc>>)> {
        let (first, last) = self.days(now);
        let days = from.max(first).iter_days().take_while(|day| *day <= last);
        let free = days.map(|day| (day, self.free_on(day, own, now)));
        free.filter(|(_, times)| !times.is_empty()).take(most).collect()
    }
}

#[cfg(test)]
mod tests;
