//! The daily run over one student: opens what is due (R3, R4), asks the family (R9), hands over to the principal (R10).

use super::NoticeKind;
use super::draft::{Draft, from_zero};
use super::followed::lies_in;
use crate::asking::{Asking, Step};
use crate::conference::{Move, State};
use crate::due::{due_by, next_due};
use crate::facts::{Facts, Guardian};
use crate::ids::UserId;
use crate::record::{
    Channel, Conference, ConferenceKind, Message, MessageStatus, NO_CONFERENCE, Reason, Round, TaskKind,
};
use crate::span::Span;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;

/// Conferences that one run opens for one span: what is due for longer than that is opened on the following days, so that a
/// decision stays small whatever was backfilled.
const OPENINGS: usize = 4;

impl Draft<'_> {
    pub(super) fn run(&mut self) {
        let (spans, mut series) = self.reconcile();
        let Some(facts) = self.record.facts.clone().filter(|facts| !facts.left) else {
            return;
        };
        for span in &spans {
            self.open_due(span, &mut series);
            self.note_days_of(span);
        }
        for (begin, _) in &facts.schools {
            if let Some(begin) = begin {
                self.look_again(*begin);
            }
        }
        let reachable = facts.can_be_written_to() || facts.can_be_called();
        if !reachable && spans.iter().any(|span| lies_in(span, self.today)) {
            self.open_task(NO_CONFERENCE, TaskKind::RepairContact, Reason::NoContact, None);
        }
        if self.task_is_open(NO_CONFERENCE, TaskKind::UrgentReply) {
            self.remind_of_danger();
        } else {
            self.ask(&series);
            self.ask_for_somebody_to_call(&facts);
        }
    }

    /// The days on which the span itself may demand something.
    fn note_days_of(&mut self, span: &Span) {
        self.look_again(span.first);
        if let Some(due) = next_due(span, self.today, self.context.policy) {
            self.look_again(due);
        }
        if let Some(after) = span.last.and_then(|last| last.succ_opt()) {
            self.look_again(after);
        }
    }

    fn open_due(&mut self, span: &Span, series: &mut BTreeMap<u32, Span>) {
        let mut openings = 0;
        for due in due_by(span, self.today, self.context.policy) {
            let known = series.iter().find(|(_, matched)| *matched == span).map(|(n, _)| *n);
            let opened = known.is_some_and(|known| {
                self.record
                    .conferences
                    .values()
                    .any(|conference| conference.series == known && conference.ordinal == due.ordinal)
            });
            if opened {
                continue;
            }
            if openings == OPENINGS {
                self.look_again(self.today + Days::new(1));
                return;
            }
            openings += 1;
            let n = self.record.conferences.keys().next_back().map_or(1, |last| last + 1);
            let conference = Conference {
                ordinal: due.ordinal,
                series: known.unwrap_or(n),
                opened_for_first: span.first,
                opened_for_last: span.last,
                due_on: due.on,
                opened_on: self.today,
                opened_at: self.context.now,
                state: State::Open,
                asking_since: self.record.revision - 1,
                teacher_only: false,
                answered: false,
                teacher_told: false,
                sibling_reached: false,
                sibling_spoken_at: None,
                rounds: Vec::new(),
                attempts: Vec::new(),
                bookings: Vec::new(),
                documents: Vec::new(),
                held_on: None,
                answered_by: None,
            };
            let (rule, which) = match conference.kind() {
                ConferenceKind::RemoteInitial => (
                    "R3",
                    format!("remote since {}: day {}", span.first, self.context.policy.crossing_day),
                ),
                ConferenceKind::RemoteSemiannual => ("R4", format!("remote since {}: six months on", span.first)),
            };
            series.entry(conference.series).or_insert(*span);
            self.record.conferences.insert(n, conference);
            self.enter("conference_opened", n, rule, format!("{which}, due on {}", due.on));
        }
    }

    /// R9: asks for the oldest conference that still wants an answer; one whose span is over and whose last offer was made,
    /// or for which nobody asks any more, lets the next one have its turn.
    fn ask(&mut self, series: &BTreeMap<u32, Span>) {
        let mut wanting: Vec<(NaiveDate, u32)> = self
            .record
            .conferences
            .iter()
            .filter(|(_, conference)| matches!(conference.state, State::Open | State::NoShow))
            .map(|(n, conference)| (conference.due_on, *n))
            .collect();
        wanting.sort();
        for (_, n) in wanting {
            let Some(asking) = self.asking(n, series) else { continue };
            let step = asking.step(self.today, self.context.calendar, self.context.policy);
            let over = asking.span_ended_on.is_some();
            if !over {
                self.tell_of_failed_attempts(n, asking.counted().len());
            }
            if asking.rounds.last().is_some_and(|round| round.on == self.today) {
                // What became of it is known tomorrow.
                self.look_again(self.today + Days::new(1));
            }
            match step {
                Step::Round => self.start_round(n),
                Step::AskTeacher(why) => self.ask_teacher(n, Reason::from(why)),
                Step::Escalate => self.hand_over(n),
                Step::Wait(on) => self.look_again(on),
                Step::Rest => {}
            }
            // Staff spoke with the family and agreed no time: nobody is asking for this one.
            let nobody_asks = asking.teacher_only && step == Step::Rest && !self.task_is_open(n, TaskKind::ReachFamily);
            if !(nobody_asks || over && matches!(step, Step::Rest | Step::AskTeacher(_))) {
                break;
            }
        }
    }

    pub(super) fn asking(&self, n: u32, series: &BTreeMap<u32, Span>) -> Option<Asking> {
        let conference = self.record.conferences.get(&n)?;
        Some(Asking {
            due_on: conference.due_on,
            opened_on: conference.opened_on,
            rounds: self.record.rounds(n, self.context.zone),
            teacher_failed_on: self.record.teacher_failed_on(n),
            teacher_only: conference.teacher_only,
            usable_channel: self.record.facts.as_ref().is_some_and(Facts::can_be_written_to),
            span_ended_on: self.record.span_ended_on(n, series, self.today),
        })
    }

    /// Automated asking cannot go on: what still waits is cancelled, and the teacher reaches the family instead.
    fn ask_teacher(&mut self, n: u32, why: Reason) {
        self.cancel_pending(n);
        if !self.task_is_open(n, TaskKind::ReachFamily) {
            self.open_task(n, TaskKind::ReachFamily, why, None);
            self.tell_teacher(NoticeKind::ReachFamily, n);
        }
    }

    fn tell_of_failed_attempts(&mut self, n: u32, counted: usize) {
        let Some(conference) = self.record.conferences.get_mut(&n) else {
            return;
        };
        if counted + 1 >= self.context.policy.attempts_needed && !conference.teacher_told {
            conference.teacher_told = true;
            self.tell_teacher(NoticeKind::TwoAttemptsFailed, n);
        }
    }

    /// A round: every usable channel of every guardian who may be contacted, one message per guardian and channel.
    fn start_round(&mut self, n: u32) {
        self.cancel_pending(n);
        self.settle_rounds(n);
        let (revision, today) = (self.record.revision, self.today);
        let Some(conference) = self.record.conferences.get(&n) else {
            return;
        };
        let round = u32::try_from(conference.rounds.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let channels = self.channels();
        let messages = self.write_together(n, round, channels);
        let detail = match messages.len() {
            1 => format!("round {round}, 1 message"),
            many => format!("round {round}, {many} messages"),
        };
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            conference.rounds.push(Round {
                revision,
                on: today,
                messages,
                counted_on: None,
            });
        }
        self.enter("round_started", n, "R9", detail);
        self.look_again(today + Days::new(1));
    }

    /// Every usable channel of every guardian who may be contacted.
    pub(super) fn channels(&self) -> Vec<(UserId, Channel)> {
        let guardians = self.record.facts.iter().flat_map(|facts| &facts.guardians);
        let of = |(id, guardian): (&UserId, &Guardian)| {
            guardian
                .channels()
                .map(|channel| (id.clone(), channel))
                .collect::<Vec<_>>()
        };
        guardians.flat_map(of).collect()
    }

    /// Messages that wait a while for those about the guardian's other children. Their numbers.
    pub(super) fn write_together(&mut self, conference: u32, round: u32, to: Vec<(UserId, Channel)>) -> Vec<u32> {
        let relay_at = self.context.now + TimeDelta::minutes(self.context.policy.merge_minutes);
        let next = self.record.messages.keys().next_back().map_or(1, |last| last + 1);
        let mut messages = Vec::with_capacity(to.len());
        for (number, (guardian, channel)) in (next..).zip(to) {
            messages.push(number);
            self.record.messages.insert(
                number,
                Message {
                    conference,
                    round,
                    guardian,
                    channel,
                    run_on: self.today,
                    relay_at,
                    claims: 0,
                    sent_as: None,
                    document: None,
                    delivered_at: None,
                    held: false,
                    told: None,
                    status: MessageStatus::Pending,
                },
            );
        }
        messages
    }

    /// R9: what has bounced "before the next decision" counts for nothing; what has not, counts from here on.
    fn settle_rounds(&mut self, n: u32) {
        let Some(conference) = self.record.conferences.get(&n) else {
            return;
        };
        let zone = self.context.zone;
        let settled = conference
            .rounds
            .iter()
            .map(|round| round.counted_on.or_else(|| self.record.accepted_on(round, zone)));
        let settled: Vec<Option<NaiveDate>> = settled.collect();
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            for (round, counted_on) in conference.rounds.iter_mut().zip(settled) {
                round.counted_on = counted_on;
            }
        }
    }

    /// R10: three attempts failed and the wait is over. The principal is told by `escalate`, which decides anew.
    fn hand_over(&mut self, n: u32) {
        let sibling_reached = self
            .record
            .conferences
            .get(&n)
            .is_some_and(|conference| conference.sibling_reached);
        if sibling_reached {
            self.tell_teacher_instead(n);
            return;
        }
        if !self.record.handovers.contains_key(&n) {
            self.settle_rounds(n);
            self.record.handovers.insert(n, self.context.now);
            self.enter(
                "handed_to_principal",
                n,
                "R10",
                "three attempts failed, two school days passed",
            );
        }
        self.look_again(self.today + Days::new(1));
    }

    /// "A guardian reached for one child holds back the welfare check of that guardian's other children: the teacher is
    /// told instead." The teacher's own attempts count from zero.
    fn tell_teacher_instead(&mut self, n: u32) {
        let revision = self.record.revision;
        if let Some(conference) = self.record.conferences.get_mut(&n) {
            from_zero(conference, revision, true);
        }
        self.record.handovers.remove(&n);
        self.cancel_pending(n);
        self.enter("check_held_back", n, "R10", "a guardian was reached for another child");
        self.open_task(n, TaskKind::ReachFamily, Reason::SiblingReached, None);
        self.tell_teacher(NoticeKind::SiblingReached, n);
    }

    /// `escalate` takes the hand-over, and decides anew whether it is still warranted.
    pub(super) fn escalate(&mut self, n: u32, guardian_reached: Option<DateTime<Utc>>) {
        let (_, series) = self.reconcile();
        if self.record.handovers.remove(&n).is_none() {
            return;
        }
        if let Some(at) = guardian_reached {
            self.note_sibling(n, at);
        }
        let Some(conference) = self.record.conferences.get(&n) else {
            return;
        };
        let paused = self.task_is_open(NO_CONFERENCE, TaskKind::UrgentReply);
        let (wanting, sibling_reached) = (
            matches!(conference.state, State::Open | State::NoShow) && !paused,
            conference.sibling_reached,
        );
        let step = self
            .asking(n, &series)
            .map(|asking| asking.step(self.today, self.context.calendar, self.context.policy));
        if !wanting || step != Some(Step::Escalate) {
            self.enter("handover_dropped", n, "R10", "no longer warranted");
        } else if sibling_reached {
            self.tell_teacher_instead(n);
        } else {
            self.make(n, Move::GiveUp, "R10", "three attempts failed, two school days passed");
        }
    }

    pub(super) fn guardian_reached(&mut self, at: DateTime<Utc>, spoken: bool) {
        for n in self.numbers() {
            self.note_sibling(n, at);
            if !spoken || !self.note_talk(n, at) {
                continue;
            }
            let asked = self.record.conferences.get(&n).is_some_and(|conference| {
                matches!(conference.state, State::Open | State::NoShow) && !conference.teacher_only
            });
            if asked {
                self.tell_teacher_instead(n);
            }
        }
    }

    /// A guardian was reached for another child; it matters where the conference was open by then.
    fn note_sibling(&mut self, n: u32, at: DateTime<Utc>) {
        if let Some(conference) = self.record.conferences.get_mut(&n)
            && conference.opened_at <= at
        {
            conference.sibling_reached = true;
        }
    }

    /// Whether it is news that staff spoke with a guardian for another child since the conference opened.
    fn note_talk(&mut self, n: u32, at: DateTime<Utc>) -> bool {
        match self.record.conferences.get_mut(&n) {
            Some(conference) if conference.opened_at <= at && conference.sibling_spoken_at < Some(at) => {
                conference.sibling_spoken_at = Some(at);
                true
            }
            _ => false,
        }
    }
}
