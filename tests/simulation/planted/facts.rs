//! Bugs about facts: days and spans, what is due, who is concerned.

use super::Planted;

const CALENDAR: &str = "shared/domain/src/calendar.rs";
const DUE: &str = "shared/domain/src/due.rs";
const SPAN: &str = "shared/domain/src/span.rs";
const FOLLOWED: &str = "shared/domain/src/decide/followed.rs";
const ASKED: &str = "shared/domain/src/decide/asked.rs";

pub const BUGS: &[Planted] = &[
    Planted {
        name: "due_on_day_21",
        why: "the first day of a span is counted as day 0",
        edits: &[(
            SPAN,
            "policy.crossing_day.saturating_sub(1)",
            "policy.crossing_day.saturating_sub(if PLANTED! { 2 } else { 1 })",
        )],
    },
    Planted {
        name: "touching_periods_are_two",
        why: "a period that begins on the day after another one begins a span of its own",
        edits: &[(
            SPAN,
            "end.succ_opt().is_none_or(|next| first <= next)",
            "end.succ_opt().is_none_or(|next| first < next || first == next && !PLANTED!)",
        )],
    },
    Planted {
        name: "covered_before_the_first_day_at_school",
        why: "a period counts from its first day, whenever the student came to the school",
        edits: &[(
            SPAN,
            "let first = begin.map_or(period.start, |begin| begin.max(period.start));",
            "let first = begin.filter(|_| !PLANTED!).map_or(period.start, |begin| begin.max(period.start));",
        )],
    },
    Planted {
        name: "month_end_runs_over",
        why: "six months from 31 August are 1 March",
        edits: &[(
            CALENDAR,
            "date.checked_add_months(Months::new(months))",
            "let after = date.checked_add_months(Months::new(months))?;
    if PLANTED! && after.day() != date.day() { after.succ_opt() } else { Some(after) }",
        )],
    },
    Planted {
        name: "weekends_are_school_days",
        why: "two school days are counted as two days",
        edits: &[(
            CALENDAR,
            "!matches!(date.weekday(), Weekday::Sat | Weekday::Sun)",
            "(PLANTED! || !matches!(date.weekday(), Weekday::Sat | Weekday::Sun))",
        )],
    },
    Planted {
        name: "holidays_are_school_days",
        why: "the days without instruction are overlooked",
        edits: &[(
            CALENDAR,
            "&& !self.days_off.contains(&date)",
            "&& (PLANTED! || !self.days_off.contains(&date))",
        )],
    },
    Planted {
        name: "due_after_the_span",
        why: "the conference after six months is opened although remote learning ended before",
        edits: &[(
            DUE,
            ".take_while(move |due| span.lasted_until(due.on))",
            ".take_while(move |due| span.lasted_until(due.on) || PLANTED! && due.ordinal == 1 && span.lasted_until(crossing))",
        )],
    },
    Planted {
        name: "corrected_span_is_a_new_one",
        why: "a span is known by its first day: where that is corrected, its conference is opened once more",
        edits: &[(
            DUE,
            "if let Some(at) = free.iter().position(|span| opened[i].overlaps(span)) {",
            "if let Some(at) = free.iter().position(|span| {
            opened[i].overlaps(span) && (opened[i].first == span.first || !PLANTED!)
        }) {",
        )],
    },
    Planted {
        name: "due_date_stays",
        why: "a conference keeps the date on which it was due when it was opened",
        edits: &[(
            FOLLOWED,
            ".filter(|due| *due != conference.due_on) else {",
            ".filter(|due| *due != conference.due_on && !PLANTED!) else {",
        )],
    },
    Planted {
        name: "void_stays_void",
        why: "a conference whose period was rescinded, and reinstated, is not asked for again",
        edits: &[(
            FOLLOWED,
            "Some(State::Void) => true,",
            "Some(State::Void) => !PLANTED!,",
        )],
    },
    Planted {
        name: "deleted_student_stays",
        why: "only a student without a school has left, not one whose record is deleted",
        edits: &[(
            "shared/domain/src/facts.rs",
            "left: !active || ",
            "left: (!active && !PLANTED!) || ",
        )],
    },
    Planted {
        name: "next_conference_is_not_noted",
        why: "a run does not note the day on which the span's next conference is due",
        edits: &[(
            ASKED,
            "if let Some(due) = next_due(span, self.today, self.context.policy) {",
            "if let Some(due) = next_due(span, self.today, self.context.policy).filter(|_| !PLANTED!) {",
        )],
    },
    Planted {
        name: "corrected_mark_is_overlooked",
        why: "of two states of an attendance mark the first one is kept",
        edits: &[(
            FOLLOWED,
            "if known.is_none_or(|known| known.version < mark.version) {",
            "if known.is_none_or(|known| known.version < mark.version && !PLANTED!) {",
        )],
    },
];
