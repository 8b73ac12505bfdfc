//! Days and times of day, as each language writes them. `tests/browser/dates.test.mjs` holds what stands in the snapshot
//! against CLDR.

use crate::Texts;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

#[test]
fn a_year_of_days_and_a_day_of_times() {
    let texts = Texts::new();
    let mut lines = Vec::new();
    for language in texts.languages() {
        let voice = texts.voice(language);
        // Every day of the week, of the month and of every month.
        for n in 0..31 {
            let day = NaiveDate::from_ymd_opt(2027, 1, 1).expect("a day") + TimeDelta::days(n * 12);
            lines.push(format!("{} {day} {}", language.tag(), voice.date(day)));
        }
        for n in 0..24 {
            let at: DateTime<Utc> = "2027-01-01T00:05:00Z".parse().expect("a time");
            let at = at + TimeDelta::hours(n);
            let time = voice.time(at, chrono_tz::UTC);
            lines.push(format!("{} {} {time}", language.tag(), at.format("%H:%M")));
        }
    }
    insta::assert_snapshot!("dates", lines.join("\n"));
}
