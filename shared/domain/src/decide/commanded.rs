//! What families and staff do: answers, attempts, outcomes (R2, R9, R11).

use super::draft::Draft;
use super::{Act, NoticeKind, Reached, Refusal};
use crate::conference::{Move, State};
use crate::document::{Provided, Way};
use crate::ids::UserId;
use crate::record::{Appointment, Attempt, AttemptChannel, Booking, Finding, Reason, TaskKind, TaskState};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};

impl Draft<'_> {
    pub(super) fn act(&mut self, n: u32, actor: Option<&UserId>, act: &Act) -> Result<(), Refusal> {
        let state = self.record.conferences.get(&n).ok_or(Refusal::NoConference)?.state;
        self.direct = actor.is_some_and(|id| self.is_guardian(id));
        match act {
            Act::Schedule(appointment) => {
                if appointment.starts_at < self.context.now {
                    return Err(Refusal::InThePast);
                }
                if self.stands_already(n, actor, appointment) {
                    self.note_shown(n, actor, appointment);
                    return Ok(());
                }
                self.must(n, state, Move::Book, "R2", "scheduled", appointment.mode.words())?;
                self.book(n, actor, appointment);
                self.note_shown(n, actor, appointment);
                self.reached_by(actor, false);
                self.tell_teacher(NoticeKind::Scheduled, n);
            }
            Act::Cancel => {
                let guardian = actor.filter(|_| self.direct);
                if !self.give_up_own(n, state, guardian)? {
                    let detail = "the agreed time was given up";
                    self.must(n, state, Move::Cancel, "R2", "cancelled", detail)?;
                }
                self.tell_teacher(NoticeKind::Cancelled, n);
            }
            Act::Decline => {
                self.must(n, state, Move::Decline, "R9", "declined", "the family does not want it")?;
                self.note_who_answered(n, actor);
                self.reached_by(actor, false);
                self.tell_teacher(NoticeKind::Declined, n);
            }
            Act::AskForCall => {
                self.must(
                    n,
                    state,
                    Move::AskForCall,
                    "R9",
                    "answered",
                    "the family asked for a call",
                )?;
                self.note_who_answered(n, actor);
                self.reached_by(actor, false);
                self.wants_a_call(n);
            }
            Act::DeclineInstead => {
                self.give_up_for(n, state, actor, "declined")?;
                self.act(n, actor, &Act::Decline)?;
            }
            Act::AskForCallInstead => {
                self.give_up_for(n, state, actor, "answered")?;
                self.act(n, actor, &Act::AskForCall)?;
            }
            Act::LogAttempt { channel, reached } => self.log(n, state, actor, *channel, *reached)?,
            Act::MarkHeld => self.hold(n, state)?,
            Act::MarkNoShow => self.miss(n, state)?,
            Act::HandOverDocument { guardian, on } => self.hand_over_document(n, state, guardian.as_ref(), *on)?,
        }
        Ok(())
    }

    /// What one household answers is not shown to the other.
    fn note_who_answered(&mut self, n: u32, actor: Option<&UserId>) {
        let guardian = actor.filter(|_| self.direct).cloned();
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            conference.answered_by = guardian;
        }
    }

    /// A call that was asked for is what the teacher's task is about from here on.
    fn wants_a_call(&mut self, n: u32) {
        let task = self.record.tasks.get(&(n, TaskKind::ReachFamily));
        if task.is_some_and(|task| task.reason != Reason::CallRequested) {
            let outcome = "the family asked for a call";
            self.end_task(n, TaskKind::ReachFamily, TaskState::Closed, outcome);
        }
        self.open_task(n, TaskKind::ReachFamily, Reason::CallRequested, None);
        self.tell_teacher(NoticeKind::ReachFamily, n);
    }

    /// The conference took place: on the day that was agreed, whenever that is recorded.
    fn hold(&mut self, n: u32, state: State) -> Result<(), Refusal> {
        self.began(n)?;
        self.must(n, state, Move::Hold, "R3", "held", "the conference took place")?;
        let (zone, today) = (self.context.zone, self.today);
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            let days = conference.bookings.iter().map(|booking| booking.on(zone));
            conference.held_on = days.filter(|on| *on <= today).max().or(Some(today));
        }
        if self
            .record
            .document_missing(n, self.context.policy.document_needed_since)
        {
            let detail = "held before the state's document had reached the parent";
            self.enter("document_missing", n, "R8", detail);
        }
        Ok(())
    }

    /// R8: what stood on the page on which the family agreed.
    fn note_shown(&mut self, n: u32, actor: Option<&UserId>, appointment: &Appointment) {
        if let Some(edition) = &appointment.document {
            let guardian = actor.filter(|_| self.direct).cloned();
            let edition = Some(edition.clone());
            self.note_document(n, guardian, edition, (Way::Shown, self.context.now));
        }
    }

    /// R8: noted once a guardian, way and edition.
    fn note_document(
        &mut self,
        n: u32,
        guardian: Option<UserId>,
        edition: Option<String>,
        (how, at): (Way, DateTime<Utc>),
    ) {
        let Some(conference) = self.record.conferences.get_mut(&n) else {
            return;
        };
        let provided = Provided {
            guardian,
            at,
            how,
            edition,
        };
        let same = |known: &Provided| {
            (&known.guardian, known.how, &known.edition) == (&provided.guardian, how, &provided.edition)
                && known.at <= provided.at
        };
        if conference.documents.iter().any(same) {
            return;
        }
        let more = match &provided.edition {
            Some(edition) => format!(", edition {edition}"),
            None => format!(" on {}", at.with_timezone(&self.context.zone).date_naive()),
        };
        let detail = format!("{how}{more}");
        conference.documents.push(provided);
        self.enter("document_provided", n, "R8", detail);
    }

    fn hand_over_document(
        &mut self,
        n: u32,
        state: State,
        guardian: Option<&UserId>,
        on: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        if matches!(state, State::Void | State::Moot) {
            return Err(Refusal::NotNow(state, "given a document for"));
        }
        if guardian.is_some_and(|id| !self.is_guardian(id)) {
            return Err(Refusal::NoGuardian);
        }
        if state == State::Held && on.is_none() {
            return Err(Refusal::DayMissing);
        }
        let opened = self.record.conferences.get(&n).map(|conference| conference.opened_on);
        let day = on.unwrap_or(self.today);
        if day > self.today || opened.is_some_and(|opened| day < opened) {
            return Err(Refusal::NoSuchDay);
        }
        // Only the day is known: its beginning.
        let morning = self.context.zone.from_local_datetime(&day.and_time(NaiveTime::MIN));
        let at = morning.earliest().map_or(self.context.now, |at| at.to_utc());
        self.note_document(n, guardian.cloned(), None, (Way::Paper, at));
        Ok(())
    }

    /// The family did not come. Where another household's time lies ahead, that stands.
    fn miss(&mut self, n: u32, state: State) -> Result<(), Refusal> {
        self.began(n)?;
        let (zone, today, now) = (self.context.zone, self.today, self.context.now);
        let bookings = self.record.conferences.get(&n).map(|conference| &conference.bookings);
        let begun = bookings.into_iter().flatten().any(|booking| booking.starts_at <= now);
        // Where none has begun, the day's are meant.
        let stands = |booking: &Booking| {
            if begun {
                booking.starts_at > now
            } else {
                booking.on(zone) > today
            }
        };
        if let Some(conference) = self.record.conferences.get_mut(&n)
            && state == State::Scheduled
            && conference.bookings.iter().any(stands)
        {
            conference.bookings.retain(stands);
            let detail = "one household did not come, the other's time stands";
            self.enter("slot_missed", n, "R9", detail);
            return Ok(());
        }
        let detail = "the family did not come";
        self.must(n, state, Move::MissedByFamily, "R9", "missed", detail)?;
        self.open_task(n, TaskKind::ReachFamily, Reason::NoShow, None);
        self.tell_teacher(NoticeKind::ReachFamily, n);
        Ok(())
    }

    fn must(
        &mut self,
        n: u32,
        state: State,
        made: Move,
        rule: &str,
        command: &'static str,
        detail: &str,
    ) -> Result<(), Refusal> {
        self.make(n, made, rule, detail)
            .map(|_| ())
            .ok_or(Refusal::NotNow(state, command))
    }

    /// Whether a guardian has agreed upon exactly this already: a form that comes twice changes nothing.
    fn stands_already(&self, n: u32, actor: Option<&UserId>, appointment: &Appointment) -> bool {
        let bookings = self.record.conferences.get(&n).map(|conference| &conference.bookings);
        bookings.into_iter().flatten().any(|booking| {
            self.direct
                && booking.guardian.as_ref() == actor
                && (booking.starts_at, booking.mode) == (appointment.starts_at, appointment.mode)
                && (&booking.interpreter, &booking.phone) == (&appointment.interpreter, &appointment.phone)
        })
    }

    /// One booking a household: the same guardian's replaces the earlier one.
    fn book(&mut self, n: u32, guardian: Option<&UserId>, appointment: &Appointment) {
        let school = self.record.school_on(self.today).cloned();
        let teacher = self.record.teacher_on(self.today).cloned();
        let guardian = guardian.filter(|id| self.is_guardian(id)).cloned();
        let direct = self.direct;
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            // A time of which nobody said whose it is, is theirs who change it.
            let own = conference.bookings.iter().any(|booking| booking.guardian == guardian);
            let nobodys = |booking: &Booking| direct && !own && booking.guardian.is_none();
            conference
                .bookings
                .retain(|booking| booking.guardian != guardian && !nobodys(booking));
            conference.bookings.push(Booking {
                guardian,
                school,
                teacher,
                starts_at: appointment.starts_at,
                minutes: appointment.minutes.unwrap_or(self.context.policy.working_plan.minutes),
                mode: appointment.mode,
                interpreter: appointment.interpreter.clone(),
                phone: appointment.phone.clone(),
            });
        }
    }

    /// A guardian gives up their own time only: the one they booked, else one of which nobody said whose it is. Where another
    /// household's time stands, or one of them has met the teacher, the conference stays as it is. Whether that was so.
    fn give_up_own(&mut self, n: u32, state: State, guardian: Option<&UserId>) -> Result<bool, Refusal> {
        let now = self.context.now;
        let (Some(guardian), Some(conference)) = (guardian, self.record.conferences.get_mut(&n)) else {
            return Ok(false);
        };
        let several = conference.bookings.len() > 1;
        let ahead =
            |booking: &Booking| state == State::Scheduled || state == State::Held && several && booking.starts_at > now;
        let find = |of: Option<&UserId>| {
            let mut bookings = conference.bookings.iter();
            bookings.position(|booking| booking.guardian.as_ref() == of && ahead(booking))
        };
        let own = find(Some(guardian)).or_else(|| find(None).filter(|_| state == State::Scheduled));
        let own = own.ok_or(Refusal::NotNow(state, "cancelled"))?;
        if !several {
            return Ok(false);
        }
        conference.bookings.remove(own);
        let detail = "one household gave up its time, the other's stands";
        self.enter("slot_cancelled", n, "R2", detail);
        Ok(true)
    }

    /// Gives up the guardian's time for another answer. Where another household's time stands there is none: the conference
    /// takes place.
    fn give_up_for(
        &mut self,
        n: u32,
        state: State,
        actor: Option<&UserId>,
        command: &'static str,
    ) -> Result<(), Refusal> {
        let guardian = actor.filter(|_| self.direct);
        let conference = self.record.conferences.get(&n).ok_or(Refusal::NoConference)?;
        // One of which nobody said whose it is, is everybody's.
        let own = |booking: &Booking| booking.guardian.is_none() || booking.guardian.as_ref() == guardian;
        let only_own = matches!(&conference.bookings[..], [booking] if own(booking));
        if state != State::Scheduled || guardian.is_none() || !only_own {
            return Err(Refusal::NotNow(state, command));
        }
        let detail = "the agreed time was given up";
        self.must(n, state, Move::Cancel, "R2", "cancelled", detail)?;
        self.tell_teacher(NoticeKind::Cancelled, n);
        Ok(())
    }

    fn is_guardian(&self, id: &UserId) -> bool {
        self.record
            .facts
            .as_ref()
            .is_some_and(|facts| facts.guardians.contains_key(id))
    }

    /// Who was reached: the guardian who acted; where that is not known, or staff acted, any of them may have been. Somebody
    /// who is neither acted all the same: a parent who may not be contacted about this child may have others.
    fn reached_by(&mut self, actor: Option<&UserId>, spoken: bool) {
        let guardians = match actor.filter(|id| self.is_guardian(id)) {
            Some(guardian) => vec![guardian.clone()],
            None => {
                let known = self
                    .record
                    .facts
                    .iter()
                    .flat_map(|facts| facts.guardians.keys().cloned());
                known.chain(actor.filter(|id| !self.is_staff(id)).cloned()).collect()
            }
        };
        self.reached = Some(Reached { guardians, spoken });
    }

    fn is_staff(&self, id: &UserId) -> bool {
        self.record.facts.as_ref().is_some_and(|facts| {
            let one = facts
                .teachers
                .values()
                .chain(&facts.teacher)
                .chain(facts.principals.values());
            one.chain(facts.designees.values().flatten()).any(|known| known == id)
        })
    }

    fn log(
        &mut self,
        n: u32,
        state: State,
        actor: Option<&UserId>,
        channel: AttemptChannel,
        reached: bool,
    ) -> Result<(), Refusal> {
        if !matches!(state, State::Open | State::NoShow | State::Unreachable) {
            return Err(Refusal::NotNow(state, "asked for again"));
        }
        let (revision, now, today) = (self.record.revision, self.context.now, self.today);
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            conference.attempts.push(Attempt {
                revision,
                at: now,
                on: today,
                channel,
                reached,
                actor: actor.cloned(),
            });
        }
        let how = format!(
            "{}, family {}reached",
            channel.words(),
            if reached { "" } else { "not " }
        );
        self.enter("attempt_logged", n, "R9", how);
        if !reached {
            return Ok(());
        }
        self.must(n, state, Move::Reach, "R9", "reached", "staff spoke with the family")?;
        self.reached_by(actor, true);
        if !self.end_task(n, TaskKind::ReachFamily, TaskState::Closed, "family reached") {
            self.open_task(n, TaskKind::ReachFamily, Reason::ReachedWithoutTime, None);
        }
        Ok(())
    }

    /// An outcome can be recorded on the day of the agreed time or later.
    fn began(&self, n: u32) -> Result<(), Refusal> {
        let bookings = self.record.conferences.get(&n).map(|conference| &conference.bookings);
        let days = bookings
            .into_iter()
            .flatten()
            .map(|booking| booking.on(self.context.zone));
        match days.min() {
            Some(first) if first > self.today => Err(Refusal::NotYet),
            _ => Ok(()),
        }
    }

    /// R11: who was called and both findings close the check; "could not determine" keeps it open.
    pub(super) fn close_check(&mut self, n: u32, finding: Finding) -> Result<(), Refusal> {
        let task = self
            .record
            .tasks
            .get_mut(&(n, TaskKind::WelfareCheck))
            .ok_or(Refusal::NoTask)?;
        if task.state != TaskState::Open {
            return Err(Refusal::TaskNotOpen);
        }
        let (student, family) = (finding.student_safe, finding.family_safe);
        let somebody = !finding.called.reveal().trim().is_empty();
        task.findings.push(finding);
        let words = |who: &str, safe: Option<bool>| match safe {
            Some(true) => format!("{who} safe"),
            Some(false) => format!("{who} not safe"),
            None => format!("{who}: could not be determined"),
        };
        let found = format!("{}, {}", words("student", student), words("family", family));
        self.enter("emergency_contact_called", n, "R11", found.clone());
        if somebody && student.is_some() && family.is_some() {
            self.end_task(n, TaskKind::WelfareCheck, TaskState::Closed, &found);
        }
        Ok(())
    }
}
