//! What providers and families say back: messages that did not arrive, text messages that somebody wrote.

use super::draft::Draft;
use super::{NoticeKind, Refusal};
use crate::document::Way;
use crate::record::{MessageStatus, NO_CONFERENCE, Reason, TaskKind, TaskState};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Draft<'_> {
    /// R9: a message that came back is no attempt, where nothing was decided upon it yet.
    pub(super) fn bounced(&mut self, messages: &[u32], at: DateTime<Utc>) {
        let (mut about, mut undone) = (BTreeSet::new(), BTreeSet::new());
        for n in messages {
            if let Some(message) = self.record.messages.get_mut(n)
                && matches!(message.status, MessageStatus::Sent { .. })
            {
                message.status = MessageStatus::Bounced { at };
                if message.delivered_at.is_some() && message.document.is_some() {
                    undone.insert(message.conference);
                }
                about.insert((message.conference, message.round));
            }
        }
        for (conference, round) in about {
            let (rule, detail) = match (conference, round) {
                (NO_CONFERENCE, _) => ("R6", "the question whom to call did not arrive".to_owned()),
                (_, 0) => ("R2", "a message about an agreed time did not arrive".to_owned()),
                (_, round) => ("R9", format!("round {round}: a message did not arrive")),
            };
            self.enter("message_bounced", conference, rule, detail);
        }
        for conference in undone {
            let detail = "the e-mail that carried it came back";
            self.enter("document_not_provided", conference, "R8", detail);
        }
    }

    /// R8: the document that a message carried has reached the guardian.
    pub(super) fn delivered(&mut self, n: u32, at: DateTime<Utc>) {
        let Some(message) = self.record.messages.get_mut(&n) else {
            return;
        };
        // What has come back meanwhile did not arrive.
        if message.delivered_at.is_some() || !matches!(message.status, MessageStatus::Sent { .. }) {
            return;
        }
        message.delivered_at = Some(at);
        if let Some(edition) = message.document.clone() {
            let conference = message.conference;
            self.enter(
                "document_provided",
                conference,
                "R8",
                format!("{}, edition {edition}", Way::Email),
            );
        }
    }

    /// The teacher learns that the family wrote. What reads as danger goes to the principal and the designees at once
    /// (where a school has neither, to the teacher), and nothing is sent by itself until it was acknowledged.
    pub(super) fn family_wrote(&mut self, text: &str, danger: bool) {
        if self.record.heard.as_deref() == Some(text) {
            return;
        }
        self.record.heard = Some(text.to_owned());
        if !danger {
            let detail = "a text message, kept for staff";
            self.enter("family_wrote", NO_CONFERENCE, "R9", detail);
            self.tell_teacher(NoticeKind::FamilyWrote, NO_CONFERENCE);
            return;
        }
        if self.task_is_open(NO_CONFERENCE, TaskKind::UrgentReply) {
            let detail = "another text message reads as danger";
            self.enter("family_wrote", NO_CONFERENCE, "R11", detail);
        } else {
            for n in self.numbers() {
                self.cancel_pending(n);
                self.record.handovers.remove(&n);
            }
            self.cancel_contact_requests();
            self.open_task(NO_CONFERENCE, TaskKind::UrgentReply, Reason::ReadsAsDanger, None);
        }
        self.tell_of_danger();
    }

    /// Once each school day until it is acknowledged: the alarm may have reached nobody, or the student is at another school
    /// now.
    pub(super) fn remind_of_danger(&mut self) {
        let today = self.today;
        let tomorrow = today.succ_opt().unwrap_or(today);
        if let Some(next) = self.context.calendar.school_day_from(tomorrow) {
            self.look_again(next);
        }
        let teaches = self.context.calendar.school_day_from(today) == Some(today);
        let Some(task) = self.record.tasks.get_mut(&(NO_CONFERENCE, TaskKind::UrgentReply)) else {
            return;
        };
        if teaches && task.opened_on < today && task.reminded_on != Some(today) {
            task.reminded_on = Some(today);
            self.enter("task_waits", NO_CONFERENCE, "R11", "urgent reply: not acknowledged");
            self.tell_of_danger();
        }
    }

    fn tell_of_danger(&mut self) {
        let told = self.notices.len();
        self.tell_principal(NoticeKind::UrgentReply, NO_CONFERENCE);
        if self.notices.len() == told {
            self.tell_teacher(NoticeKind::UrgentReply, NO_CONFERENCE);
        }
    }

    /// Somebody took care of it: automated sends go on.
    pub(super) fn acknowledge(&mut self) -> Result<(), Refusal> {
        let key = (NO_CONFERENCE, TaskKind::UrgentReply);
        if !self.record.tasks.contains_key(&key) {
            return Err(Refusal::NoTask);
        }
        if !self.end_task(NO_CONFERENCE, TaskKind::UrgentReply, TaskState::Closed, "acknowledged") {
            return Err(Refusal::TaskNotOpen);
        }
        Ok(())
    }
}
