//! Dates, times and states as people read them.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// A date: `Tue, Sep 22, 2026`.
pub(super) fn day(date: NaiveDate) -> String {
    date.format("%a, %b %-d, %Y").to_string()
}

/// An instant as the district's clocks show it: `Tue, Sep 22, 2026, 9:20 AM`.
pub(super) fn time(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%a, %b %-d, %Y, %-I:%M %p").to_string()
}

/// A name of the API as words: `remote_initial` is `remote initial`.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}

/// How a state is coloured; its word says the same.
pub(super) fn tone(state: &str) -> &'static str {
    match state {
        "held" | "closed" | "live" | "delivered" => "good",
        "scheduled" => "calm",
        "open" | "shadow" | "no_show" | "declined" => "wait",
        "unreachable" | "stopped" | "bounced" => "bad",
        _ => "quiet",
    }
}

/// A message for the page that is shown next, as part of its address.
pub(super) fn said(message: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("done", message)
        .finish()
}
