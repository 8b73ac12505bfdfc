//! What every function needs around its decision: settings and secrets, clients, queues, the loop of load, decide and commit,
//! batches of which one bad record never takes another with it, and log lines that a stranger can read.

pub mod agreed;
pub mod batch;
pub mod calendars;
pub mod change;
pub mod clients;
pub mod deliver;
pub mod families;
pub mod figures;
pub mod log;
pub mod queues;
pub mod settings;
pub mod start;

pub use start::start;

use clients::Clients;
use domain::contact::Language;
use domain::policy::Policy;
use queues::Queue;
use settings::Settings;
use store::contacts::ContactKey;
use store::{StoreError, Table};

/// What a function works with; made once, when it starts.
#[derive(Clone, Debug)]
pub struct App {
    /// The table.
    pub table: Table,
    /// The district's settings.
    pub district: District,
    /// By which numbers and addresses become ids (`CONFER_CONTACT_KEY`), for the functions that meet any.
    pub contacts: Option<ContactKey>,
    /// The queues this function sends to.
    pub queues: queues::Queues,
}

impl App {
    /// Of a function that meets no number and no address; `needed` are the queues it sends to.
    pub fn new(clients: &Clients, settings: &mut Settings<'_>, needed: &[Queue]) -> Self {
        Self {
            table: Table::new(clients.dynamodb(), settings.text("CONFER_TABLE")),
            district: settings.district(),
            contacts: None,
            queues: settings.queues(clients, needed),
        }
    }

    /// The same, of a function that does.
    pub fn with_contacts(clients: &Clients, settings: &mut Settings<'_>, needed: &[Queue]) -> Self {
        Self {
            contacts: Some(settings.contact_key()),
            ..Self::new(clients, settings, needed)
        }
    }

    /// By which numbers and addresses become ids.
    ///
    /// # Errors
    /// This function was not given the key.
    pub fn contact_key(&self) -> Result<&ContactKey, Failure> {
        let missing = || Failure::Permanent("CONFER_CONTACT_KEY is not among this function's settings".into());
        self.contacts.as_ref().ok_or_else(missing)
    }
}

/// The district's settings, as every function needs them.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// As families know it (`CONFER_DISTRICT_NAME`).
    pub name: String,
    /// Dates are the district's (`CONFER_TIME_ZONE`).
    pub zone: chrono_tz::Tz,
    /// The policy's numbers (`CONFER_POLICY`).
    pub policy: Policy,
    /// The language of families who named none (`CONFER_LANGUAGE`).
    pub language: Language,
}

impl District {
    /// The instant of a local time on a day; where the clocks skip it, the first one after.
    pub fn at(&self, date: chrono::NaiveDate, time: chrono::NaiveTime) -> chrono::DateTime<chrono::Utc> {
        use chrono::{Duration, LocalResult, TimeZone};
        let local = date.and_time(time);
        let found = (0..8).find_map(|quarter| {
            match self
                .zone
                .from_local_datetime(&(local + Duration::minutes(15 * quarter)))
            {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
                LocalResult::None => None,
            }
        });
        found.unwrap_or_else(|| local.and_utc())
    }

    /// The day it is in the district.
    pub fn today(&self, now: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDate {
        now.with_timezone(&self.zone).date_naive()
    }
}

/// Why a piece of work was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Doing the same again can help.
    #[error("{0}")]
    Retryable(String),
    /// It cannot: somebody must look at it.
    #[error("{0}")]
    Permanent(String),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::LostRace | StoreError::Unavailable(_) => Self::Retryable(error.to_string()),
            StoreError::Broken(_) => Self::Permanent(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, NaiveTime};

    #[test]
    fn local_times_follow_the_clocks() {
        let district = District {
            name: "Maple Harbor".into(),
            zone: chrono_tz::America::New_York,
            policy: Policy::default(),
            language: Language::english(),
        };
        let at = |date: &str, hour, minute| {
            district
                .at(
                    date.parse::<NaiveDate>().unwrap_or_default(),
                    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default(),
                )
                .to_rfc3339()
        };
        assert_eq!(at("2021-09-22", 9, 0), "2021-09-22T13:00:00+00:00");
        assert_eq!(at("2021-11-08", 9, 0), "2021-11-08T14:00:00+00:00");
        assert_eq!(at("2022-03-13", 2, 30), "2022-03-13T07:00:00+00:00", "skipped: 03:00");
        assert_eq!(at("2021-11-07", 1, 30), "2021-11-07T05:30:00+00:00", "twice: the first");
    }
}
