//! What every page has around it: the way to the other pages, the clock, and what has just happened.

use super::answer::Trouble;
use super::words::{self, plain};
use super::{Pages, ROOT};
use crate::client::escaped;
use axum::http::Uri;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::policy::Policy;
use runtime::District;
use serde::Deserialize;

/// Rows on a page.
pub(super) const ROWS: usize = 50;

/// What the address says beside the path.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Query {
    /// Only what concerns this student.
    pub(super) student: Option<String>,
    /// Only what concerns this conference.
    pub(super) conference: Option<String>,
    /// Which page, from 1, the newest.
    pub(super) page: Option<usize>,
    /// What has just happened.
    done: Option<String>,
}

impl Query {
    /// Of the address; what is not understood is as if it were not there.
    fn of(uri: &Uri) -> Self {
        axum::extract::Query::try_from_uri(uri)
            .map(|axum::extract::Query(query)| query)
            .unwrap_or_default()
    }

    /// The filters, as they stand in addresses.
    pub(super) fn filters(&self) -> String {
        let mut filters = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("student", &self.student), ("conference", &self.conference)] {
            if let Some(value) = value {
                filters.append_pair(name, value);
            }
        }
        filters.finish()
    }
}

/// The pages one can always go to.
const SECTIONS: [(&str, &str); 11] = [
    ("", "Overview"),
    ("conferences", "Conferences"),
    ("inbox", "Inbox"),
    ("replies", "Replies"),
    ("tasks", "Tasks"),
    ("events", "Audit trail"),
    ("reports/tomorrow", "Reports"),
    ("triggers", "Triggers"),
    ("sending", "Sending"),
    ("faults", "Faults"),
    ("queues", "Queues"),
];

/// What is around a page.
pub(super) struct Frame {
    /// What the page is called.
    pub(super) title: String,
    /// The district's name.
    pub(super) district: String,
    /// What has just happened.
    pub(super) done: Option<String>,
    /// What the address asks for.
    pub(super) query: Query,
    /// The clock, where it could be read.
    pub(super) clock: Option<Clock>,
    /// The page's own address, to come back to after a form.
    pub(super) here: String,
    /// R9: how many attempts the district's policy needs.
    pub(super) attempts_needed: usize,
    zone: Tz,
}

/// The local cloud's clock.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Clock {
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
    pub(super) stands: bool,
}

impl Frame {
    /// Around a page that says what is wrong.
    pub(super) fn bare(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            district: String::new(),
            done: None,
            query: Query::default(),
            clock: None,
            here: ROOT.to_owned(),
            attempts_needed: Policy::default().attempts_needed,
            zone: Tz::UTC,
        }
    }

    /// Every section: its address, its name, whether this page belongs to it.
    pub(super) fn sections(&self) -> Vec<(String, &'static str, bool)> {
        let here = self
            .here
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .trim_start_matches(ROOT);
        let first = here.split('/').next().unwrap_or_default();
        SECTIONS
            .into_iter()
            .map(|(path, name)| {
                let section = path.split('/').next().unwrap_or_default();
                (format!("{ROOT}{path}"), name, section == first && self.clock.is_some())
            })
            .collect()
    }

    /// A date in words.
    pub(super) fn day(&self, date: &NaiveDate) -> String {
        words::day(*date)
    }

    /// An instant in words, in the district's time.
    pub(super) fn time(&self, at: &DateTime<Utc>) -> String {
        words::time(*at, self.zone)
    }

    /// A name of the API in words.
    pub(super) fn plain(&self, name: &str) -> String {
        plain(name)
    }

    /// How a state is coloured.
    pub(super) fn tone(&self, state: &str) -> &'static str {
        words::tone(state)
    }

    /// An id as part of an address.
    pub(super) fn id(&self, id: &str) -> String {
        escaped(id)
    }
}

impl Pages {
    /// The district's settings.
    pub(super) async fn district(&self) -> Result<District, Trouble> {
        let district = self
            .world
            .with(|world| Box::pin(async move { world.settings.district.clone() }));
        Ok(district.await?)
    }

    /// What is around the page at `uri`.
    pub(super) async fn frame(&self, uri: &Uri, title: impl Into<String>) -> Result<Frame, Trouble> {
        let district = self.district().await?;
        let clock = self.get("/_local/clock").await?;
        let query = Query::of(uri);
        Ok(Frame {
            title: title.into(),
            district: district.name,
            done: query.done.clone(),
            query,
            clock: Some(serde_json::from_value(clock).map_err(|error| Trouble::internal(error.to_string()))?),
            here: back_to(&uri.to_string()),
            attempts_needed: district.policy.attempts_needed,
            zone: district.zone,
        })
    }
}

/// A page of ours to go back to, without what an earlier form said there; anything else leads to the overview.
pub(super) fn back_to(asked: &str) -> String {
    let Some(uri) = asked.parse::<Uri>().ok().filter(|uri| uri.authority().is_none()) else {
        return ROOT.to_owned();
    };
    if !uri.path().starts_with(ROOT) {
        return ROOT.to_owned();
    }
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("done="))
        .collect();
    if kept.is_empty() {
        uri.path().to_owned()
    } else {
        format!("{}?{}", uri.path(), kept.join("&"))
    }
}

/// One page of a list, the newest rows first.
pub(super) struct Rows<T> {
    /// The rows of this page.
    pub(super) rows: Vec<T>,
    /// How many there are in all.
    pub(super) total: usize,
    /// Where newer ones are.
    pub(super) newer: Option<String>,
    /// Where older ones are.
    pub(super) older: Option<String>,
    page: usize,
}

impl<T> Rows<T> {
    /// The page that the address asks for, of a list that is oldest first.
    pub(super) fn of(all: Vec<T>, frame: &Frame) -> Self {
        let total = all.len();
        let last = total.div_ceil(ROWS).max(1);
        let page = frame.query.page.unwrap_or(1).clamp(1, last);
        let filters = frame.query.filters();
        let glue = if filters.is_empty() { "" } else { "&" };
        let at = |page: usize| format!("?{filters}{glue}page={page}");
        Self {
            rows: all.into_iter().rev().skip((page - 1) * ROWS).take(ROWS).collect(),
            total,
            newer: (page > 1).then(|| at(page - 1)),
            older: (page < last).then(|| at(page + 1)),
            page,
        }
    }

    /// Which rows of all these are.
    pub(super) fn range(&self) -> String {
        let first = (self.page - 1) * ROWS;
        format!("{}–{} of {}", first + 1, first + self.rows.len(), self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_leads_back_to_pages_of_ours_only() {
        for (asked, back) in [
            ("/_local/inbox", "/_local/inbox"),
            (
                "/_local/inbox?student=a%20b&page=2",
                "/_local/inbox?student=a%20b&page=2",
            ),
            ("/_local/inbox?done=Yes&page=2", "/_local/inbox?page=2"),
            ("/_local/inbox?done=Yes", "/_local/inbox"),
            ("https://elsewhere.example/_local/", ROOT),
            ("//elsewhere.example/_local/", ROOT),
            ("/\\elsewhere.example", ROOT),
            ("/_local/\r\nset-cookie: a=b", ROOT),
            ("/sis/events", ROOT),
            ("", ROOT),
        ] {
            assert_eq!(back_to(asked), back, "{asked}");
        }
    }

    #[test]
    fn a_list_is_paged_newest_first_and_keeps_its_filters() {
        let mut frame = Frame::bare("");
        frame.query.student = Some("a&b".into());
        for (page, total, shown, newer, older) in [
            (None, 0, (None, None), None, None),
            (None, 50, (Some(49), Some(0)), None, None),
            (None, 120, (Some(119), Some(70)), None, Some("?student=a%26b&page=2")),
            (
                Some(2),
                120,
                (Some(69), Some(20)),
                Some("?student=a%26b&page=1"),
                Some("?student=a%26b&page=3"),
            ),
            (Some(3), 120, (Some(19), Some(0)), Some("?student=a%26b&page=2"), None),
            (Some(9), 120, (Some(19), Some(0)), Some("?student=a%26b&page=2"), None),
        ] {
            frame.query.page = page;
            let rows = Rows::of((0..total).collect::<Vec<usize>>(), &frame);
            let found = (rows.rows.first().copied(), rows.rows.last().copied());
            assert_eq!(
                (found, rows.newer.as_deref(), rows.older.as_deref()),
                (shown, newer, older),
                "{page:?}"
            );
        }
    }
}
