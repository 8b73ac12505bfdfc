//! Agreed times for the family's calendar (RFC 5545, RFC 5546). No child is named: others may see the calendar.

use crate::email::Calendar;
use crate::texts::Voice;
use crate::tidy::tidy;
use crate::{AgreedTime, News};
use chrono::{DateTime, TimeDelta, Utc};
use domain::record::{Mode, Purpose};
use icalendar::{Component, Event, EventLike, EventStatus, Property};

/// What made the file, as RFC 5545 wants it said.
const PRODUCT: &str = "-//Confer//Confer//EN";

/// The part of an e-mail: it puts the entry in, changes it, or takes it out.
pub(crate) fn part(voice: &Voice<'_>, news: &News, school: &str) -> Calendar {
    let cancelled = news.purpose == Purpose::Cancellation;
    let method = if cancelled { "CANCEL" } else { "REQUEST" };
    Calendar {
        method,
        text: text(voice, &news.time, school, method, cancelled),
    }
}

/// The file that a family may load from its page: published, for it is no invitation, but what stands.
pub fn file(voice: &Voice<'_>, time: &AgreedTime, school: &str) -> String {
    text(voice, time, &tidy(school), "PUBLISH", false)
}

fn text(voice: &Voice<'_>, time: &AgreedTime, school: &str, method: &str, cancelled: bool) -> String {
    let utc = |at: DateTime<Utc>| at.format("%Y%m%dT%H%M%SZ").to_string();
    let title = voice.say("calendar-title", [("school", school.into())]);
    let ends_at = time.starts_at + TimeDelta::minutes(time.minutes.max(5).into());
    let mut event = Event::new();
    event
        .uid(&time.uid)
        .add_property("SEQUENCE", time.sequence.to_string())
        .add_property("DTSTAMP", utc(time.made_at))
        .add_property("DTSTART", utc(time.starts_at))
        .add_property("DTEND", utc(ends_at))
        .summary(&title)
        .add_property("TRANSP", "OPAQUE");
    match (time.mode, &time.video_link) {
        (Mode::InPerson, _) => {
            event.location(school);
        }
        (Mode::Video, Some(link)) => {
            event.location(link);
        }
        _ => {
            event.location(&voice.mode(time.mode));
        }
    }
    event.status(if cancelled {
        EventStatus::Cancelled
    } else {
        EventStatus::Confirmed
    });
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", time.from));
    organizer.add_parameter("CN", &school.replace(['"', ';', ':', ','], " "));
    event.append_property(organizer.done());
    if let Some(to) = &time.to {
        // Nobody reads an answer of a calendar: the family has agreed already.
        let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", to.reveal()));
        attendee
            .add_parameter("PARTSTAT", "ACCEPTED")
            .add_parameter("RSVP", "FALSE");
        event.append_property(attendee.done());
    }
    let mut calendar = icalendar::Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", PRODUCT));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", method));
    calendar.push(event.done());
    calendar.to_string()
}
