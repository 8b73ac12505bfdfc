//! Following the SIS: what corrected facts make of conferences and tasks that stand. Nothing is opened here: opening is
//! the daily run's, so that the order of events between two runs cannot matter.

use super::NoticeKind;
use super::draft::Draft;
use crate::calendar::months_after;
use crate::conference::{Move, State};
use crate::due::{OpenedFor, same_spans};
use crate::facts::Facts;
use crate::ids::{SourcedId, UserId};
use crate::record::{Booking, Channel, Mark, MessageStatus, NO_CONFERENCE, Reason, StudentRecord, TaskKind, TaskState};
use crate::span::Span;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

impl Draft<'_> {
    pub(super) fn follow(&mut self, facts: Option<&Facts>, marks: &[(SourcedId, Mark)]) {
        if let Some(facts) = facts {
            self.record.facts = Some(facts.clone());
        }
        for (id, mark) in marks {
            let known = self.record.marks.get(id);
            if known.is_none_or(|known| known.version < mark.version) {
                self.record.marks.insert(id.clone(), mark.clone());
            }
        }
        self.reconcile();
    }

    /// Brings conferences, messages and tasks in line with the facts. Returns today's spans, and which of them the
    /// conferences of a series belong to.
    pub(super) fn reconcile(&mut self) -> (Vec<Span>, BTreeMap<u32, Span>) {
        let nothing = (Vec::new(), BTreeMap::new());
        let Some(facts) = self.record.facts.clone() else {
            return nothing;
        };
        self.drop_unwelcome_messages(&facts);
        // Of who left, the sender sees it.
        if self.record.has_somebody_to_call(self.today) {
            self.cancel_contact_requests();
        }
        let spans = self
            .record
            .coverage(self.context.student)
            .map(|coverage| coverage.spans(self.context.policy))
            .unwrap_or_default();
        let series = self.series(&spans);
        for n in self.numbers() {
            self.move_due_date(n, &series);
        }
        if facts.left {
            for n in self.numbers() {
                self.make(n, Move::Leave, "R3", "student left the district");
            }
            self.release_times_of_held("student left the district", |_| true);
            self.end_task(
                NO_CONFERENCE,
                TaskKind::RepairContact,
                TaskState::Withdrawn,
                "student left the district",
            );
            return nothing;
        }
        self.release_slots_of_other_schools();
        for n in self.numbers() {
            self.match_with_span(n, &series);
        }
        self.withdraw_contact_tasks(&facts, &spans);
        (spans, series)
    }

    pub(super) fn numbers(&self) -> Vec<u32> {
        self.record.conferences.keys().copied().collect()
    }

    /// Which span each series of conferences belongs to. A series in which the family met stands for the days up to its
    /// last meeting, or the opening of its last conference, only.
    fn series(&self, spans: &[Span]) -> BTreeMap<u32, Span> {
        let mut opened: BTreeMap<u32, (OpenedFor, NaiveDate, bool)> = BTreeMap::new();
        for conference in self.record.conferences.values() {
            let held_on = conference.held_on.filter(|_| conference.state == State::Held);
            let until = held_on.unwrap_or(conference.opened_on);
            let first = conference.opened_for_first;
            let (known, last_day, met) =
                opened
                    .entry(conference.series)
                    .or_insert((OpenedFor { first, last: None }, until, false));
            known.last = conference.opened_for_last;
            *last_day = until.max(*last_day);
            *met |= held_on.is_some();
        }
        let opened = opened.into_iter().map(|(n, (known, last_day, met))| {
            let limit = |last: Option<NaiveDate>| Some(last.map_or(last_day, |last| last.min(last_day)));
            let last = if met { limit(known.last) } else { known.last };
            (n, OpenedFor { last, ..known })
        });
        let (numbers, opened): (Vec<u32>, Vec<OpenedFor>) = opened.unzip();
        let matched = same_spans(&opened, spans, self.context.policy);
        numbers
            .into_iter()
            .zip(matched)
            .filter_map(|(n, span)| Some((n, span?)))
            .collect()
    }

    /// R3, R4 and "Crossing": the due date follows the span; without one it is what it was opened for. So it depends on
    /// the facts alone, whatever they were in between.
    fn move_due_date(&mut self, n: u32, series: &BTreeMap<u32, Span>) {
        let (policy, zone) = (self.context.policy, self.context.zone);
        let Some(conference) = self.record.conferences.get_mut(&n) else {
            return;
        };
        let span = series.get(&conference.series).copied().unwrap_or(Span {
            first: conference.opened_for_first,
            last: conference.opened_for_last,
            known_until: conference.opened_for_last,
        });
        let months = policy.months_between.max(1).saturating_mul(conference.ordinal);
        let Some(due) = months_after(span.crossing(policy), months).filter(|due| *due != conference.due_on) else {
            return;
        };
        let moved = format!("due on {due} instead of {}", conference.due_on);
        conference.due_on = due;
        let rule = rule(conference.ordinal);
        if self.record.attempts(n, zone) + 1 < policy.attempts_needed
            && let Some(conference) = self.record.conferences.get_mut(&n)
        {
            conference.teacher_told = false;
        }
        self.enter("conference_moved", n, rule, moved);
    }

    /// "Crossing": voids what is not demanded (any more), reinstates what is again.
    fn match_with_span(&mut self, n: u32, series: &BTreeMap<u32, Span>) {
        let today = self.today;
        let Some(conference) = self.record.conferences.get(&n) else {
            return;
        };
        let (rule, due) = (rule(conference.ordinal), conference.due_on);
        let Some(span) = series.get(&conference.series) else {
            self.make(n, Move::Rescind, rule, "no span of remote learning demands it any more");
            return;
        };
        if !span.lasted_until(due) {
            self.make(n, Move::Rescind, rule, "remote learning ended before it was due");
            return;
        }
        if due > today {
            self.make(n, Move::Rescind, rule, "corrected: not yet due");
            return;
        }
        let state = self.record.conferences.get(&n).map(|conference| conference.state);
        let back = match state {
            Some(State::Void) => true,
            Some(State::Moot) => !span.ended_before(today),
            _ => false,
        };
        if back {
            self.make(n, Move::Reinstate, rule, "remote learning demands it again");
        }
    }

    /// R7: nobody is written to who may not be, or cannot be any more.
    fn drop_unwelcome_messages(&mut self, facts: &Facts) {
        for message in self.record.messages.values_mut() {
            let welcome = facts
                .guardians
                .get(&message.guardian)
                .is_some_and(|guardian| match message.channel {
                    Channel::Sms => guardian.sms,
                    Channel::Email => guardian.email,
                });
            if message.status == MessageStatus::Pending && !welcome {
                message.status = MessageStatus::Cancelled;
            }
        }
    }

    /// "Transfer": a slot booked at a school the student no longer belongs to is released.
    /// Who kept it free is told, and who teaches now.
    fn release_slots_of_other_schools(&mut self) {
        let school = self.record.school_on(self.today).cloned();
        let teacher = self.record.teacher_on(self.today).cloned();
        self.release_times_of_held("the student changed schools", |booking| booking.school != school);
        for n in self.numbers() {
            let Some(conference) = self.record.conferences.get(&n) else {
                continue;
            };
            let elsewhere = conference.bookings.iter().any(|booking| booking.school != school);
            if conference.state != State::Scheduled || !elsewhere {
                continue;
            }
            let kept_by = conference.bookings.iter().filter_map(|booking| booking.teacher.clone());
            let told: BTreeSet<UserId> = kept_by.chain(teacher.clone()).collect();
            if self
                .make(n, Move::Cancel, "R3", "the student changed schools")
                .is_some()
            {
                for to in told {
                    self.tell(to, NoticeKind::SlotReleased, n);
                }
            }
        }
    }

    /// Where one household has met the teacher, the time that the other has ahead goes with the student all the same.
    fn release_times_of_held(&mut self, why: &str, goes: impl Fn(&Booking) -> bool) {
        let now = self.context.now;
        for n in self.numbers() {
            let conference = self.record.conferences.get_mut(&n);
            let Some(conference) = conference.filter(|conference| conference.state == State::Held) else {
                continue;
            };
            if conference.bookings.len() < 2 {
                continue;
            }
            let goes = |booking: &mut Booking| booking.starts_at > now && goes(booking);
            let gone: Vec<Booking> = conference.bookings.extract_if(.., goes).collect();
            if gone.is_empty() {
                continue;
            }
            self.enter("slot_released", n, "R3", why);
            let kept_by: BTreeSet<UserId> = gone.into_iter().filter_map(|booking| booking.teacher).collect();
            for to in kept_by {
                self.tell(to, NoticeKind::SlotReleased, n);
            }
        }
    }

    fn withdraw_contact_tasks(&mut self, facts: &Facts, spans: &[Span]) {
        if facts.can_be_written_to() || facts.can_be_called() {
            self.end_task(
                NO_CONFERENCE,
                TaskKind::RepairContact,
                TaskState::Withdrawn,
                "a way to reach the family appeared",
            );
        } else if !spans.iter().any(|span| lies_in(span, self.today)) {
            self.end_task(
                NO_CONFERENCE,
                TaskKind::RepairContact,
                TaskState::Withdrawn,
                "remote learning ended",
            );
        }
        if facts.can_be_written_to() {
            for n in self.numbers() {
                let for_want_of_one = self
                    .record
                    .tasks
                    .get(&(n, TaskKind::ReachFamily))
                    .is_some_and(|task| task.reason == Reason::NoChannel);
                let asks = self
                    .record
                    .conferences
                    .get(&n)
                    .is_some_and(|conference| conference.state == State::Open && !conference.teacher_only);
                if for_want_of_one && asks {
                    self.end_task(
                        n,
                        TaskKind::ReachFamily,
                        TaskState::Withdrawn,
                        "a way to write to the family appeared",
                    );
                }
            }
        }
    }
}

/// The rule that demands a span's conference.
fn rule(ordinal: u32) -> &'static str {
    if ordinal == 0 { "R3" } else { "R4" }
}

/// Whether `date` lies in the span, as far as its end is known.
pub(super) fn lies_in(span: &Span, date: NaiveDate) -> bool {
    span.first <= date && !span.ended_before(date)
}

impl StudentRecord {
    /// The last day of the span that conference `n` belongs to, where it is known and past on `today`.
    pub(super) fn span_ended_on(&self, n: u32, series: &BTreeMap<u32, Span>, today: NaiveDate) -> Option<NaiveDate> {
        let span = series.get(&self.conferences.get(&n)?.series)?;
        span.last.filter(|_| span.ended_before(today))
    }
}
