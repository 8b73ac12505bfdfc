//! What families are told of agreed times. It follows from the times before and after, whatever changed them: so nobody is
//! reminded of a time that is gone, and none is given up in silence.

use super::draft::Draft;
use crate::conference::State;
use crate::ids::UserId;
use crate::record::{Booking, Channel, Message, MessageStatus, Purpose, Told};
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

impl Draft<'_> {
    pub(super) fn tell_of_agreed_times(&mut self) {
        let numbers: Vec<u32> = self.record.conferences.keys().copied().collect();
        for n in numbers {
            let Some(conference) = self.record.conferences.get(&n) else {
                continue;
            };
            let before = self.before.conferences.get(&n);
            let before = before.map(|conference| conference.bookings.clone()).unwrap_or_default();
            let (after, state) = (conference.bookings.clone(), conference.state);
            self.drop_pointless_news(n, &after);
            if before == after {
                continue;
            }
            let of_one = |one: &Booking, others: &[Booking]| others.iter().any(|other| other.guardian == one.guardian);
            let nobodys_is_gone = |of: &[Booking]| of.iter().any(|b| b.guardian.is_none() && !after.contains(b));
            for booking in after.iter().filter(|booking| !before.contains(booking)) {
                let purpose = if of_one(booking, &before) || nobodys_is_gone(&before) {
                    Purpose::Change
                } else {
                    Purpose::Confirmation
                };
                self.write_about(n, booking, purpose, self.context.now);
                self.remind_of(n, booking);
            }
            // Who did not come need not be told; nor is a time given up that is over.
            let given_up = |booking: &&Booking| {
                !of_one(booking, &after) && state != State::NoShow && booking.starts_at > self.context.now
            };
            let gone: Vec<Booking> = before.iter().filter(given_up).cloned().collect();
            for booking in &gone {
                // Who has another time by now is told of that one.
                let elsewhere = |id: &UserId| after.iter().any(|other| other.guardian.as_ref() == Some(id));
                self.write_to(n, booking, Purpose::Cancellation, self.context.now, |id| !elsewhere(id));
            }
        }
    }

    /// What waits to be said of a time that no longer stands is not said any more; nor that a time is gone, to whom another
    /// one is agreed with.
    fn drop_pointless_news(&mut self, n: u32, stand: &[Booking]) {
        for message in self.record.messages.values_mut() {
            let Some(told) = message.told.as_ref().filter(|_| message.conference == n) else {
                continue;
            };
            if message.status == MessageStatus::Pending && !told.is_wanted(stand) {
                message.status = MessageStatus::Cancelled;
            }
        }
    }

    /// To whom a time belongs: the guardian who booked it; where that is not known, whoever may be contacted. By every
    /// usable channel.
    fn owners(&self, booking: &Booking) -> Vec<(UserId, Vec<Channel>)> {
        let facts = self.record.facts.iter();
        let guardians = facts.flat_map(|facts| &facts.guardians);
        let own = guardians.filter(|(id, _)| booking.guardian.as_ref().is_none_or(|guardian| guardian == *id));
        let reached = own.map(|(id, guardian)| (id.clone(), guardian.channels().collect()));
        reached.collect()
    }

    /// By every channel, for each may be lost or given up.
    fn write_about(&mut self, n: u32, booking: &Booking, purpose: Purpose, at: DateTime<Utc>) {
        self.write_to(n, booking, purpose, at, |_| true);
    }

    fn write_to(
        &mut self,
        n: u32,
        booking: &Booking,
        purpose: Purpose,
        at: DateTime<Utc>,
        wanted: impl Fn(&UserId) -> bool,
    ) {
        for (guardian, channels) in self.owners(booking).into_iter().filter(|(id, _)| wanted(id)) {
            for channel in channels {
                self.write(n, booking, purpose, (guardian.clone(), channel), at);
            }
        }
    }

    fn remind_of(&mut self, n: u32, booking: &Booking) {
        let zone = self.context.zone;
        for reminder in &self.context.policy.reminders {
            let day = booking
                .on(zone)
                .checked_sub_days(Days::new(reminder.days_before.into()));
            let at = day.and_then(|day| instant(zone, day, reminder.at));
            if let Some(at) = at.filter(|at| (self.context.now..booking.starts_at).contains(at)) {
                self.write_about(n, booking, Purpose::Reminder, at);
            }
        }
    }

    fn write(
        &mut self,
        n: u32,
        booking: &Booking,
        purpose: Purpose,
        (guardian, channel): (UserId, Channel),
        relay_at: DateTime<Utc>,
    ) {
        let number = self.record.messages.keys().next_back().map_or(1, |last| last + 1);
        let message = Message {
            conference: n,
            round: 0,
            guardian,
            channel,
            run_on: relay_at.with_timezone(&self.context.zone).date_naive(),
            relay_at,
            claims: 0,
            sent_as: None,
            document: None,
            delivered_at: None,
            held: false,
            told: Some(Told {
                purpose,
                booking: booking.clone(),
                revision: self.record.revision,
                direct: self.direct && purpose != Purpose::Reminder,
            }),
            status: MessageStatus::Pending,
        };
        self.record.messages.insert(number, message);
    }
}

fn instant(zone: Tz, day: NaiveDate, time: chrono::NaiveTime) -> Option<DateTime<Utc>> {
    let at = zone.from_local_datetime(&day.and_time(time)).earliest();
    at.map(|at| at.to_utc())
}
