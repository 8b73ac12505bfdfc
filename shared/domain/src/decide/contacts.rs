//! R6: every student's family is asked once a school year whom the school may call when it cannot be reached; and what
//! answers it.

use super::draft::Draft;
use super::{MOST_EMERGENCY_CONTACTS, Refusal};
use crate::calendar::school_year;
use crate::facts::Facts;
use crate::ids::UserId;
use crate::record::{EmergencyContact, MessageStatus, NO_CONFERENCE, Purpose, StudentRecord};
use crate::span;
use chrono::{Days, NaiveDate};

/// Channels of a household to which a round and a request are written in one decision: of more the rows would not fit one
/// transaction, and the request waits for the next run.
const TOGETHER: usize = 16;

/// Days until it is looked again whether school has begun, where no session is known.
const NO_SESSION: Days = Days::new(7);

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

    /// The same as one guardian may know: whom the other household named is not said. How many.
    pub fn to_call_as_known_to(&self, guardian: &UserId, today: NaiveDate) -> usize {
        let own = self
            .named_in(school_year(today))
            .filter(|contact| contact.given_by.as_ref() == Some(guardian));
        let of_sis = self.facts.as_ref().map_or(0, |facts| facts.other_contacts.len());
        own.count() + of_sis
    }

    fn named_in(&self, year: i32) -> impl Iterator<Item = &EmergencyContact> {
        let named = self.emergency_contacts.values();
        named.filter(move |contact| school_year(contact.on) == year)
    }
}

impl Draft<'_> {
    /// Once a school year, on the first school day from the policy's day on.
    pub(super) fn ask_for_somebody_to_call(&mut self, facts: &Facts) {
        let (today, year) = (self.today, school_year(self.today));
        let Some(day) = self.context.policy.emergency_contact_request else {
            return;
        };
        let done = self.record.contact_requested == Some(year) || self.record.has_somebody_to_call(today);
        let from = day.in_school_year(if done { year.saturating_add(1) } else { year });
        if done || from > today {
            self.look_again(from);
            return;
        }
        let enrolled = span::school_on(&facts.schools, today).is_some();
        if !enrolled || !facts.can_be_written_to() {
            return;
        }
        match self.context.calendar.school_day_from(today) {
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
        self.record.contact_requested = Some(year);
        let messages = self.write_together(NO_CONFERENCE, 0, channels);
        let detail = format!(
            "{} {}",
            messages.len(),
            if messages.len() == 1 { "message" } else { "messages" }
        );
        self.enter("emergency_contact_requested", NO_CONFERENCE, "R6", detail);
        self.look_again(day.in_school_year(year.saturating_add(1)));
    }

    /// Cancels the requests that still wait. Whether there were any.
    pub(super) fn cancel_contact_requests(&mut self) -> bool {
        let mut any = false;
        for message in self.record.messages.values_mut() {
            let waits = message.status == MessageStatus::Pending;
            if waits && message.purpose() == Purpose::EmergencyContactRequest {
                message.status = MessageStatus::Cancelled;
                any = true;
            }
        }
        any
    }

    /// The family has other things to think of: what waits is asked anew when that is over, unless it was asked already.
    pub(super) fn put_off_contact_requests(&mut self) {
        let requests = self.record.messages.values();
        let mut requests = requests.filter(|message| message.purpose() == Purpose::EmergencyContactRequest);
        let year = self.record.contact_requested;
        let asked = requests.any(|message| {
            let this_years = Some(school_year(message.run_on)) == year;
            this_years && !matches!(message.status, MessageStatus::Pending | MessageStatus::Cancelled)
        });
        if self.cancel_contact_requests() && !asked {
            self.record.contact_requested = None;
        }
    }

    /// One more, never instead of another. The same number named again is the same person, named for this school year.
    pub(super) fn add_emergency_contact(&mut self, contact: &EmergencyContact) -> Result<(), Refusal> {
        if self.record.facts.is_none() {
            return Err(Refusal::NoStudent);
        }
        let known = &mut self.record.emergency_contacts;
        if let Some(same) = known.values_mut().find(|other| other.phone == contact.phone) {
            if same.given_by == contact.given_by && school_year(same.on) < school_year(contact.on) {
                same.on = contact.on;
                self.enter("emergency_contact_confirmed", NO_CONFERENCE, "R6", "named again");
                self.cancel_contact_requests();
            }
            return Ok(());
        }
        if known.len() >= MOST_EMERGENCY_CONTACTS {
            return Err(Refusal::TooManyContacts);
        }
        let n = known.keys().next_back().map_or(1, |last| last + 1);
        known.insert(n, contact.clone());
        self.enter(
            "emergency_contact_added",
            NO_CONFERENCE,
            "R6",
            "somebody to call when the family cannot be reached",
        );
        self.cancel_contact_requests();
        Ok(())
    }
}
