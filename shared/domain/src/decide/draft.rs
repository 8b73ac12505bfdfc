//! A decision in the making: the record as it changes, and what every move of a conference entails.

use super::{Command, Context, Decision, Entry, Notice, NoticeKind, Reached, decide, word};
use crate::conference::{AskingNow, Check, Move, Moved, State};
use crate::ids::UserId;
use crate::record::{Conference, MessageStatus, NO_CONFERENCE, Reason, StudentRecord, Task, TaskKind, TaskState};
use chrono::NaiveDate;

pub(super) struct Draft<'a> {
    pub(super) before: &'a StudentRecord,
    pub(super) record: StudentRecord,
    pub(super) context: Context<'a>,
    pub(super) today: NaiveDate,
    pub(super) entries: Vec<Entry>,
    pub(super) notices: Vec<Notice>,
    pub(super) reached: Option<Reached>,
    /// The earliest day after today on which something may be due.
    pub(super) look_again_on: Option<NaiveDate>,
    /// A guardian is acting: what comes of it is an answer, and leaves at any hour.
    pub(super) direct: bool,
}

impl<'a> Draft<'a> {
    pub(super) fn new(before: &'a StudentRecord, context: Context<'a>) -> Self {
        let mut record = before.clone();
        record.revision += 1;
        Self {
            before,
            record,
            context,
            today: context.today(),
            entries: Vec::new(),
            notices: Vec::new(),
            reached: None,
            look_again_on: None,
            direct: false,
        }
    }

    /// The decision, with the day the daily run must look at the student next. After a run that is the day it found;
    /// else it is today where a run would change something, so that nothing is missed and nothing is looked at in vain.
    pub(super) fn finish(mut self, ran: bool) -> Decision {
        self.tell_of_agreed_times();
        if ran {
            self.record.next_action_on = self.look_again_on;
        } else {
            self.record.next_action_on = None;
            let probe = decide(&self.record, &Command::Run, self.context);
            self.record.next_action_on = probe.ok().and_then(|run| {
                let acts = StudentRecord {
                    revision: self.record.revision,
                    next_action_on: None,
                    ..run.record.clone()
                } != self.record;
                if acts {
                    Some(self.today)
                } else {
                    run.record.next_action_on
                }
            });
        }
        Decision {
            record: self.record,
            entries: self.entries,
            notices: self.notices,
            reached: self.reached,
        }
    }

    pub(super) fn look_again(&mut self, on: NaiveDate) {
        if on > self.today {
            self.look_again_on = Some(self.look_again_on.map_or(on, |known| known.min(on)));
        }
    }

    pub(super) fn enter(&mut self, kind: &str, conference: u32, rule: &str, detail: impl Into<String>) {
        self.entries.push(Entry {
            kind: kind.to_owned(),
            conference: (conference != NO_CONFERENCE).then_some(conference),
            rule: rule.to_owned(),
            detail: detail.into(),
        });
    }

    pub(super) fn tell_teacher(&mut self, kind: NoticeKind, conference: u32) {
        if let Some(teacher) = self.record.teacher_on(self.today).cloned() {
            self.tell(teacher, kind, conference);
        }
    }

    pub(super) fn tell(&mut self, to: UserId, kind: NoticeKind, conference: u32) {
        self.notices.push(Notice { to, kind, conference });
    }

    pub(super) fn tell_principal(&mut self, kind: NoticeKind, conference: u32) {
        let (Some(facts), Some(school)) = (&self.record.facts, self.record.school_on(self.today)) else {
            return;
        };
        let mut told: Vec<UserId> = facts.principals.get(school).cloned().into_iter().collect();
        told.extend(facts.designees.get(school).into_iter().flatten().cloned());
        told.sort();
        told.dedup();
        self.notices
            .extend(told.into_iter().map(|to| Notice { to, kind, conference }));
    }

    /// Moves conference `n` along the state table, with all that the move entails; `None` where the table knows no such
    /// move.
    pub(super) fn make(&mut self, n: u32, made: Move, rule: &str, detail: &str) -> Option<Moved> {
        let revision = self.record.revision;
        // The principal knows how the family is: only attempts from now on may raise the alarm again.
        let looked_after = self
            .record
            .tasks
            .get(&(n, TaskKind::WelfareCheck))
            .is_some_and(|check| check.state == TaskState::Closed);
        let conference = self.record.conferences.get_mut(&n)?;
        let was = conference.state;
        let moved = was.after(made)?;
        conference.state = moved.to;
        match moved.asking {
            AskingNow::FromZero => from_zero(conference, revision, false),
            AskingNow::TeacherFromZero => from_zero(conference, revision, true),
            AskingNow::Resumes if conference.answered || looked_after => from_zero(conference, revision, false),
            AskingNow::Resumes | AskingNow::Stops => {}
        }
        conference.answered = match made {
            Move::Rescind | Move::Leave => conference.answered || matches!(was, State::Scheduled | State::Declined),
            _ => false,
        };
        if moved.to != State::Scheduled && moved.to != State::Held {
            conference.bookings.clear();
        }
        let teacher_only = conference.teacher_only;
        self.cancel_pending(n);
        self.record.handovers.remove(&n);
        self.enter(entry(made), n, rule, detail);
        match moved.check {
            Check::Stays => {}
            Check::Opens => {
                let confirmed = self.teacher_confirmed(n);
                self.open_task(n, TaskKind::WelfareCheck, Reason::AttemptsFailed, Some(confirmed));
                self.tell_principal(NoticeKind::WelfareCheck, n);
            }
            Check::Withdrawn(why) => {
                if self.end_task(n, TaskKind::WelfareCheck, TaskState::Withdrawn, why) {
                    self.tell_principal(NoticeKind::CheckWithdrawn, n);
                }
            }
        }
        match made {
            Move::Book | Move::Decline | Move::Hold => {
                self.end_task(n, TaskKind::ReachFamily, TaskState::Closed, word(moved.to));
            }
            Move::Rescind | Move::Leave => {
                self.end_task(n, TaskKind::ReachFamily, TaskState::Withdrawn, detail);
            }
            Move::Reinstate if teacher_only => {
                let task = self.record.tasks.get(&(n, TaskKind::ReachFamily));
                if let Some(task) = task.filter(|task| task.state == TaskState::Withdrawn) {
                    let reason = task.reason;
                    self.open_task(n, TaskKind::ReachFamily, reason, None);
                }
            }
            _ => {}
        }
        Some(moved)
    }

    /// Cancels the invitations to conference `n` that still wait: they are pointless now.
    pub(super) fn cancel_pending(&mut self, n: u32) {
        for message in self.record.messages.values_mut() {
            if message.conference == n && message.told.is_none() && message.status == MessageStatus::Pending {
                message.status = MessageStatus::Cancelled;
            }
        }
    }

    /// Whether the teacher's own attempts are among the failed ones (R10).
    fn teacher_confirmed(&self, n: u32) -> String {
        let confirmed = self.record.conferences.get(&n).is_some_and(|conference| {
            conference
                .attempts
                .iter()
                .any(|attempt| attempt.revision > conference.asking_since && !attempt.reached)
        });
        if confirmed {
            "confirmed by the teacher".into()
        } else {
            "by the system, not confirmed".into()
        }
    }

    /// Opens the task, or reopens it: there is one of a kind per conference, ever.
    pub(super) fn open_task(&mut self, n: u32, kind: TaskKind, reason: Reason, detail: Option<String>) {
        let (rule, today) = (rule(kind), self.today);
        let task = self.record.tasks.entry((n, kind)).or_insert_with(|| Task {
            reason,
            opened_on: today,
            state: TaskState::Withdrawn,
            outcome: None,
            detail: None,
            findings: Vec::new(),
            reminded_on: None,
        });
        if task.state == TaskState::Open {
            return;
        }
        task.state = TaskState::Open;
        task.reason = reason;
        task.opened_on = today;
        task.outcome = None;
        task.detail = detail;
        self.enter("task_opened", n, rule, format!("{}: {}", kind.words(), reason.words()));
    }

    /// Closes or withdraws the task where it is open; whether it was.
    pub(super) fn end_task(&mut self, n: u32, kind: TaskKind, state: TaskState, outcome: &str) -> bool {
        let Some(task) = self.record.tasks.get_mut(&(n, kind)) else {
            return false;
        };
        if task.state != TaskState::Open {
            return false;
        }
        task.state = state;
        task.outcome = Some(outcome.to_owned());
        let what = if state == TaskState::Closed {
            "task_closed"
        } else {
            "task_withdrawn"
        };
        self.enter(what, n, rule(kind), format!("{}: {outcome}", kind.words()));
        true
    }

    pub(super) fn task_is_open(&self, n: u32, kind: TaskKind) -> bool {
        self.record
            .tasks
            .get(&(n, kind))
            .is_some_and(|task| task.state == TaskState::Open)
    }
}

/// Failed attempts count from zero from here on: those of this very decision, which has this revision, are the first.
pub(super) fn from_zero(conference: &mut Conference, revision: u64, teacher_only: bool) {
    conference.asking_since = revision.saturating_sub(1);
    conference.teacher_only = teacher_only;
    conference.teacher_told = false;
}

fn rule(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::RepairContact | TaskKind::ReachFamily => "R9",
        TaskKind::WelfareCheck => "R10",
        TaskKind::UrgentReply => "R11",
    }
}

fn entry(made: Move) -> &'static str {
    match made {
        Move::Book => "conference_scheduled",
        Move::Cancel => "conference_cancelled",
        Move::Hold => "conference_held",
        Move::MissedByFamily => "conference_missed",
        Move::Decline => "conference_declined",
        Move::AskForCall => "call_requested",
        Move::Reach => "family_reached",
        Move::GiveUp => "family_not_reached",
        Move::Rescind => "conference_voided",
        Move::Leave => "conference_mooted",
        Move::Reinstate => "conference_reinstated",
    }
}
