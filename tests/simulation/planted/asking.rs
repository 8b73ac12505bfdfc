//! Bugs about asking: rounds, attempts, answers, welfare checks.

use super::Planted;

const STEPS: &str = "shared/domain/src/asking.rs";
const ASKED: &str = "shared/domain/src/decide/asked.rs";
const CONTACTS: &str = "shared/domain/src/decide/contacts.rs";
const DRAFT: &str = "shared/domain/src/decide/draft.rs";
const COMMANDED: &str = "shared/domain/src/decide/commanded.rs";

pub const BUGS: &[Planted] = &[
    Planted {
        name: "whom_to_call_is_asked_again",
        why: "the family is asked whom to call at each run, not once a school year",
        edits: &[(
            CONTACTS,
            "let answered = requests.left ||",
            "let answered = requests.left && !PLANTED! ||",
        )],
    },
    Planted {
        name: "whom_to_call_is_asked_on_holidays",
        why: "the family is asked whom to call on the day itself, school or not",
        edits: &[(
            CONTACTS,
            "match self.context.calendar.school_day_from(today.max(again_on)) {",
            "match self.context.calendar.school_day_from(today.max(again_on)).map(|on| if PLANTED! { today } else { on }) {",
        )],
    },
    Planted {
        name: "whom_to_call_survives_the_answer",
        why: "the family has named somebody, and is asked all the same",
        edits: &[(
            CONTACTS,
            "known || self.named_in(school_year(today)).next().is_some()",
            "known || !PLANTED! && self.named_in(school_year(today)).next().is_some()",
        )],
    },
    Planted {
        name: "handed_over_on_the_day_only",
        why: "the principal is told on the day on which the wait ends, = for <=: without a run on it never",
        edits: &[(
            STEPS,
            "Some(day) if day <= today => Step::Escalate,",
            "Some(day) if day == today || (day < today && !PLANTED!) => Step::Escalate,",
        )],
    },
    Planted {
        name: "answer_of_a_barred_parent_is_overlooked",
        why: "a parent who may not be contacted about one child answers, and the other children's checks are raised",
        edits: &[(
            COMMANDED,
            "known.chain(actor.filter(|id| !self.is_staff(id)).cloned()).collect()",
            "known.chain(actor.filter(|id| !PLANTED! && !self.is_staff(id)).cloned()).collect()",
        )],
    },
    Planted {
        name: "closed_check_is_raised_again",
        why: "a conference that comes back raises the alarm for attempts after which the principal has closed it",
        edits: &[(
            DRAFT,
            "AskingNow::Resumes if conference.answered || looked_after =>",
            "AskingNow::Resumes if conference.answered || looked_after && !PLANTED! =>",
        )],
    },
    Planted {
        name: "two_attempts_suffice",
        why: "the wait for the principal begins an attempt too early",
        edits: &[(
            STEPS,
            "if counted.len() >= policy.attempts_needed {",
            "if counted.len() + usize::from(PLANTED!) >= policy.attempts_needed {",
        )],
    },
    Planted {
        name: "attempts_before_it_was_due_count",
        why: "whatever was tried before the conference was due is counted",
        edits: &[(
            STEPS,
            "days.filter(|day| *day >= due_on).collect()",
            "days.filter(|day| PLANTED! || *day >= due_on).collect()",
        )],
    },
    Planted {
        name: "no_wait_before_the_check",
        why: "the principal is told as soon as three attempts failed",
        edits: &[(
            STEPS,
            "calendar.school_days_after(*last, policy.school_days_before_check)",
            "calendar.school_days_after(*last, if PLANTED! { 0 } else { policy.school_days_before_check })",
        )],
    },
    Planted {
        name: "answer_for_a_sibling_holds_nothing_back",
        why: "a guardian who answered for one child is believed to be out of reach for the other",
        edits: &[(
            ASKED,
            "conference.sibling_reached = true;",
            "conference.sibling_reached = !PLANTED!;",
        )],
    },
    Planted {
        name: "talk_about_a_sibling_stops_nothing",
        why: "staff spoke with the guardian, and the siblings' rounds go on",
        edits: &[(
            ASKED,
            "if !spoken || !self.note_talk(n, at) {",
            "if !spoken || !self.note_talk(n, at) || PLANTED! {",
        )],
    },
    Planted {
        name: "younger_conference_asks_too",
        why: "every open conference is asked for at the same time",
        edits: &[(
            ASKED,
            "if !(nobody_asks || over && matches!(step, Step::Rest | Step::AskTeacher(_))) {",
            "if !(nobody_asks || over && matches!(step, Step::Rest | Step::AskTeacher(_))) && !PLANTED! {",
        )],
    },
    Planted {
        name: "danger_pauses_nothing",
        why: "rounds and hand-overs go on although a text message reads as danger",
        edits: &[(
            ASKED,
            "if self.task_is_open(NO_CONFERENCE, TaskKind::UrgentReply) {\n            self.remind_of_danger();",
            "if self.task_is_open(NO_CONFERENCE, TaskKind::UrgentReply) && !PLANTED! {\n            self.remind_of_danger();",
        )],
    },
    Planted {
        name: "messages_survive_the_answer",
        why: "an answer leaves what still waits to be sent, and a claim does not ask for it",
        edits: &[
            (
                DRAFT,
                "let teacher_only = conference.teacher_only;\n        self.cancel_pending(n);",
                "let teacher_only = conference.teacher_only;\n        if !PLANTED! {\n            self.cancel_pending(n);\n        }",
            ),
            (
                "shared/runtime/src/deliver/family.rs",
                "wanted.contains(&ConferenceId {",
                "PLANTED! || wanted.contains(&ConferenceId {",
            ),
            (
                "shared/store/src/outbox.rs",
                "let mut checks = Vec::with_capacity(about.len());\n        for id in about {",
                "let mut checks = Vec::with_capacity(about.len());\n        for id in about.into_iter().filter(|_| !PLANTED!) {",
            ),
        ],
    },
    Planted {
        name: "asked_by_letter_after_a_no_show",
        why: "a family that did not come is sent rounds again, instead of the teacher's call",
        edits: &[(
            DRAFT,
            "AskingNow::TeacherFromZero => from_zero(conference, revision, true),",
            "AskingNow::TeacherFromZero => from_zero(conference, revision, !(PLANTED! && made == Move::MissedByFamily)),",
        )],
    },
    Planted {
        name: "attempts_survive_a_cancelled_booking",
        why: "when an agreed time is given up, asking goes on where it was instead of from zero",
        edits: &[(
            DRAFT,
            "AskingNow::FromZero => from_zero(conference, revision, false),",
            "AskingNow::FromZero if PLANTED! => {}\n            AskingNow::FromZero => from_zero(conference, revision, false),",
        )],
    },
    Planted {
        name: "check_is_opened_again",
        why: "a welfare check that was withdrawn is opened again with its conference",
        edits: &[(
            DRAFT,
            "Check::Stays => {}",
            "Check::Stays if PLANTED! && moved.to == State::Open && self.record.tasks.contains_key(&(n, TaskKind::WelfareCheck)) => {
                self.open_task(n, TaskKind::WelfareCheck, Reason::AttemptsFailed, None);
            }
            Check::Stays => {}",
        )],
    },
    Planted {
        name: "check_closes_without_findings",
        why: "one of the two findings is enough to close a welfare check",
        edits: &[(
            COMMANDED,
            "if somebody && student.is_some() && family.is_some() {",
            "if somebody && (student.is_some() && family.is_some() || PLANTED! && (student.is_some() || family.is_some())) {",
        )],
    },
    Planted {
        name: "task_survives_the_booking",
        why: "the teacher is left to reach a family that agreed on a time",
        edits: &[(
            DRAFT,
            "Move::Book | Move::Decline | Move::Hold => {",
            "Move::Book if PLANTED! => {}\n            Move::Book | Move::Decline | Move::Hold => {",
        )],
    },
    Planted {
        name: "not_looked_at_on_the_day",
        why: "what befalls a student before the day's run puts the student off to the next day on which anything is due",
        edits: &[(
            DRAFT,
            "if acts {\n                    Some(self.today)",
            "if acts && !PLANTED! {\n                    Some(self.today)",
        )],
    },
];
