//! R6: every student's family is asked once a school year whom the school may call when it cannot be reached; and what
//! answers it.

use super::draft::Draft;
use super::{MOST_EMERGENCY_CONTACTS, Refusal};
use crate::calendar::school_year;
use crate::facts::Facts;
use crate::ids::UserId;
use crate::record::{EmergencyContact, MessageStatus, NO_CONFERENCE, Purpose, StudentRecord};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Channels of a household to which a round and a request are written in one decision: of more the rows would not fit one
/// transaction, and the request waits for the next run.
const TOGETHER: usize = 16;

/// Days until it is looked again whether school has begun, where no session is known.
const NO_SESSION: Days = Days::new(7);

/// What became of a school year's requests.
struct Requests {
    /// The days on which they were made, those apart that were cancelled.
    tried_on: BTreeSet<NaiveDate>,
    /// One has left, or may have.
    left: bool,
    /// One waits.
    waits: bool,
}

impl StudentRecord {
    /// Whether somebody is known whom the school may call: of the SIS, who is no guardian of the student, or whom a guardian
    /// named this school year.
    pub fn has_somebody_to_call(&self, today: NaiveDate) -> bool {
        let known = self
            .facts
            .as_ref()
            .is_some_and(|facts| !facts.other_contacts.is_empty());
        known || self.named_in(school_year(today)).next().is_some()
    }

    /// Whether the question still wants an answer: the student is here, and nobody is known.
    pub fn lacks_somebody_to_call(&self, today: NaiveDate) -> bool {
        let here = self.facts.as_ref().is_some_and(|facts| !facts.left);
        here && !self.has_somebody_to_call(today)
    }

    /// How many one guardian may know of: whom the other household named is not said.
    pub fn to_call_as_known_to(&self, guardian: &UserId, today: NaiveDate) -> usize {
        let own = self
            .named_in(school_year(today))
            .filter(|contact| contact.given_by.as_ref() == Some(guardian));
        let of_sis = self.facts.as_ref().map_or(0, |facts| facts.other_contacts.len());
        own.count() + of_sis
    }

    /// Whether the family was asked for somebody to call in the school year of `today`, or is about to be.
    pub fn is_asked_whom_to_call(&self, today: NaiveDate) -> bool {
        let requests = self.requests_in(school_year(today));
        requests.left || requests.waits
    }

    fn requests_in(&self, year: i32) -> Requests {
        let mut found = Requests {
            tried_on: BTreeSet::new(),
            left: false,
            waits: false,
        };
        let requests = self.messages.values().filter(|message| {
            message.purpose() == Purpose::EmergencyContactRequest && school_year(message.run_on) == year
        });
        for message in requests.filter(|message| message.status != MessageStatus::Cancelled) {
            found.tried_on.insert(message.run_on);
            match message.status {
                MessageStatus::Pending | MessageStatus::Sending { .. } => found.waits = true,
                MessageStatus::Sent { .. } | MessageStatus::Unknown => found.left = true,
                _ => {}
            }
        }
        found
    }

    fn named_in(&self, year: i32) -> impl Iterator<Item = &EmergencyContact> {
        let named = self.emergency_contacts.values();
        named.filter(move |contact| school_year(contact.on) == year)
    }
}

impl Draft<'_> {
    /// Once a school year, on the first school day from the policy's day on. What reached nobody is asked again.
    pub(super) fn ask_for_somebody_to_call(&mut self, facts: &Facts) {
        let (today, year) = (self.today, school_year(self.today));
        let Some(day) = self.context.policy.emergency_contact_request else {
            return;
        };
        let requests = self.record.requests_in(year);
        let answered = requests.left || self.record.has_somebody_to_call(today);
        if requests.waits && !answered {
            return self.look_at_requests_after(today);
        }
        let over = answered || requests.tried_on.len() >= self.context.policy.contact_requests;
        let from = day.in_school_year(if over { year.saturating_add(1) } else { year });
        if over || from > today {
            self.look_again(from);
            return;
        }
        let begun = |(begin, _): &(Option<NaiveDate>, _)| begin.is_none_or(|begin| begin <= today);
        let enrolled = facts.schools.iter().any(begun);
        if !enrolled || !facts.can_be_written_to() {
            return;
        }
        let again_on = requests
            .tried_on
            .last()
            .map_or(today, |last| self.looked_at_after(*last));
        match self.context.calendar.school_day_from(today.max(again_on)) {
            Some(on) if on == today => {}
            Some(on) => return self.look_again(on),
            None => return self.look_again(today + NO_SESSION),
        }
        let channels = self.channels();
        let mut messages = self.record.messages.values();
        let round = messages.any(|message| message.run_on == today && message.purpose() == Purpose::Invitation);
        if round && channels.len() > TOGETHER {
            return self.look_again(today + Days::new(1));
        }
        self.cancel_contact_requests();
        let many = self.write_together(NO_CONFERENCE, 0, channels).len();
        let detail = format!("{many} {}", if many == 1 { "message" } else { "messages" });
        self.enter("emergency_contact_requested", NO_CONFERENCE, "R6", detail);
        self.look_at_requests_after(today);
    }

    fn looked_at_after(&self, day: NaiveDate) -> NaiveDate {
        let wait = self.context.policy.school_days_between_contact_requests;
        let after = self.context.calendar.school_days_after(day, wait);
        after.unwrap_or(day + NO_SESSION)
    }

    fn look_at_requests_after(&mut self, day: NaiveDate) {
        let on = self.looked_at_after(day);
        self.look_again(on);
    }

    /// Cancels the requests that still wait.
    pub(super) fn cancel_contact_requests(&mut self) {
        for message in self.record.messages.values_mut() {
            let waits = message.status == MessageStatus::Pending;
            if waits && message.purpose() == Purpose::EmergencyContactRequest {
                message.status = MessageStatus::Cancelled;
            }
        }
    }

    /// One more, never instead of another. Whoever names the same number again means the same person, for this school year.
    pub(super) fn add_emergency_contact(&mut self, contact: &EmergencyContact) -> Result<(), Refusal> {
        if self.record.facts.is_none() {
            return Err(Refusal::NoStudent);
        }
        let year = school_year(contact.on);
        let many = self.record.named_in(year).count();
        let known = &mut self.record.emergency_contacts;
        let same =
            |other: &&mut EmergencyContact| (&other.phone, &other.given_by) == (&contact.phone, &contact.given_by);
        let (kind, detail) = match known.values_mut().find(same) {
            Some(same) if school_year(same.on) >= year => return Ok(()),
            Some(same) => {
                same.on = contact.on;
                ("emergency_contact_confirmed", "named again")
            }
            None if many >= MOST_EMERGENCY_CONTACTS => return Err(Refusal::TooManyContacts),
            None => {
                let n = known.keys().next_back().map_or(1, |last| last + 1);
                known.insert(n, contact.clone());
                (
                    "emergency_contact_added",
                    "somebody to call when the family cannot be reached",
                )
            }
        };
        self.enter(kind, NO_CONFERENCE, "R6", detail);
        self.cancel_contact_requests();
        Ok(())
    }
}
