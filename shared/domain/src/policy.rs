//! The numbers of the policy, in one place, each citing its rule. A district changes one with `CONFER_POLICY`.

use crate::availability::WorkingPlan;
use crate::calendar::YearDay;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// The district's settings of the policy. [`Policy::default`] is Clinton Public Schools' policy 6310.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// R3: the calendar day of a span, first day included, that opens the extra conference ("more than three consecutive weeks").
    pub crossing_day: u32,
    /// R4: calendar months from one remote conference to the next while the span lasts.
    pub months_between: u32,
    /// R9: failed attempts after which the teacher reports to the principal.
    pub attempts_needed: usize,
    /// R9: school days from one counted attempt to the next round.
    pub school_days_between_rounds: u32,
    /// R10: school days from the last needed attempt to the welfare check.
    pub school_days_before_check: u32,
    /// R9: rounds that count for nothing, in all, before the teacher is asked to reach the family instead.
    pub uncounted_rounds: usize,
    /// R9: the third attempt must be a teacher's own call, visit or letter.
    pub live_attempt_required: bool,
    /// R5: hybrid instruction counts as remote learning.
    pub hybrid_counts: bool,
    /// R9: no automated send from this local time …
    pub quiet_from: NaiveTime,
    /// … until this local time.
    pub quiet_until: NaiveTime,
    /// The local time of the daily run.
    pub run_at: NaiveTime,
    /// Minutes that invitations wait after the run, so that one guardian's children become one message.
    pub merge_minutes: i64,
    /// Minutes from one answer to a text message that reads as danger to the next, so that two machines never go on
    /// answering each other.
    pub danger_answer_minutes: i64,
    /// People who may share a number: one that more have is an office's, and says nothing of which family wrote.
    pub number_shared_by: usize,
    /// How far, in days, a period may lie from the day it was reported.
    pub plausible_days: i64,
    /// R6: the day from which families are asked once a school year whom the school may call; `null`: they are not asked by
    /// message.
    pub emergency_contact_request: Option<YearDay>,
    /// R6: school days after which it is looked what became of that question; where it reached nobody it is asked again then.
    pub school_days_between_contact_requests: u32,
    /// R6: how often it is asked in one school year where it reaches nobody.
    pub contact_requests: usize,
    /// R8: the first day on which a remote conference must not be held before the state's resource document reached the parent.
    pub document_needed_since: NaiveDate,
    /// When families are reminded of an agreed time.
    pub reminders: Vec<ReminderAt>,
    /// When teachers meet families, for schools and teachers who have no plan of their own (R2).
    pub working_plan: WorkingPlan,
}

/// When families are reminded of an agreed time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderAt {
    /// So many days before; 0: on the day itself.
    pub days_before: u32,
    /// At this local time.
    pub at: NaiveTime,
}

impl Default for Policy {
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            crossing_day: 22,
            months_between: 6,
            attempts_needed: 3,
            school_days_between_rounds: 2,
            school_days_before_check: 2,
            uncounted_rounds: 5,
            live_attempt_required: false,
            hybrid_counts: false,
            quiet_from: at(20),
            quiet_until: at(8),
            run_at: at(9),
            merge_minutes: 20,
            danger_answer_minutes: 60,
            number_shared_by: 25,
            plausible_days: 400,
            emergency_contact_request: Some(YearDay { month: 9, day: 15 }),
            school_days_between_contact_requests: 5,
            contact_requests: 5,
            document_needed_since: NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or_default(),
            reminders: vec![
                ReminderAt {
                    days_before: 1,
                    at: at(17),
                },
                ReminderAt {
                    days_before: 0,
                    at: at(8),
                },
            ],
            working_plan: WorkingPlan::default(),
        }
    }
}
