//! Days and times of day as each language writes them.

use crate::Voice;
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use domain::record::Mode;

impl Voice<'_> {
    /// A day with its weekday.
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated("weekday-date", date)
    }

    /// A day in few letters, for SMS.
    pub(crate) fn short_date(&self, date: NaiveDate) -> String {
        self.dated("sms-date", date)
    }

    fn dated(&self, message: &str, date: NaiveDate) -> String {
        let values = [
            ("weekday", date.weekday().number_from_monday().into()),
            ("month", date.month().into()),
            ("day", date.day().into()),
        ];
        self.say(message, values)
    }

    /// A time of day.
    pub fn time(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        let (afternoon, hour12) = local.hour12();
        let values = [
            ("hour", local.hour().into()),
            ("hour24", format!("{:02}", local.hour()).into()),
            ("hour12", hour12.into()),
            ("minute", format!("{:02}", local.minute()).into()),
            ("half", if afternoon { "pm" } else { "am" }.into()),
        ];
        self.say("clock-time", values)
    }

    /// Day, time and time zone.
    pub fn when(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let values = [
            ("date", self.date(at.with_timezone(&zone).date_naive()).into()),
            ("time", self.time(at, zone).into()),
            ("zone", self.zone(zone).into()),
        ];
        self.say("email-when", values)
    }

    /// The name of a time zone, as families know it.
    pub fn zone(&self, zone: Tz) -> String {
        use chrono_tz::{America, Pacific};
        let known = match zone {
            America::New_York | America::Detroit => "eastern",
            America::Chicago => "central",
            America::Denver | America::Phoenix => "mountain",
            America::Los_Angeles => "pacific",
            America::Anchorage => "alaska",
            Pacific::Honolulu => "hawaii",
            America::Puerto_Rico => "atlantic",
            _ => "other",
        };
        self.say("time-zone", [("zone", known.into())])
    }

    /// A way to meet, inside a line.
    pub fn mode(&self, mode: Mode) -> String {
        let mode = match mode {
            Mode::InPerson => "in_person",
            Mode::Phone => "phone",
            Mode::Video => "video",
        };
        self.say("how-to-meet", [("mode", mode.into())])
    }
}
