//! Which conferences a span demands (R3, R4), and which span a conference belongs to after facts were corrected.

use crate::calendar::months_after;
use crate::policy::Policy;
use crate::span::Span;
use chrono::NaiveDate;

/// A remote conference that is due: `ordinal` 0 is the crossing's (R3), 1, 2 … are the six-month ones (R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day it is due.
    pub on: NaiveDate,
    /// Which of the span's conferences.
    pub ordinal: u32,
}

/// The conferences that `span` has demanded by `today`, oldest first: none before its 22nd day, one there, one every six
/// months after that while it lasts. Each is counted from the crossing, so that a month's end does not drift.
pub fn due_by(span: &Span, today: NaiveDate, policy: &Policy) -> Vec<Due> {
    all_due(span, policy).take_while(|due| due.on <= today).collect()
}

/// The next day after `today` on which `span` will demand a conference; `None` while its end lies before that.
pub fn next_due(span: &Span, today: NaiveDate, policy: &Policy) -> Option<NaiveDate> {
    all_due(span, policy).map(|due| due.on).find(|on| *on > today)
}

fn all_due(span: &Span, policy: &Policy) -> impl Iterator<Item = Due> {
    let (span, crossing, months) = (*span, span.crossing(policy), policy.months_between.max(1));
    (0..)
        .map_while(move |ordinal| {
            Some(Due {
                on: months_after(crossing, u32::checked_mul(months, ordinal)?)?,
                ordinal,
            })
        })
        .take_while(move |due| span.lasted_until(due.on))
}

/// The span a conference was opened for, as it was known then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenedFor {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day; `None` where none was known. For a conference that was held: the day of the meeting at the latest,
    /// so that it never stands in for one that a later span demands.
    pub last: Option<NaiveDate>,
}

impl OpenedFor {
    fn overlaps(&self, span: &Span) -> bool {
        self.last.is_none_or(|last| span.first <= last) && span.last.is_none_or(|last| self.first <= last)
    }
}

/// For each of `opened`, the span of today that is the same one, or `None`: then its conferences are void.
///
/// A span that overlaps the one it was opened for is the same span. Of two joined, the earlier stays; of one split, the
/// earliest part that reaches the crossing keeps it. The answer depends on the facts alone, never on an earlier answer.
pub fn same_spans(opened: &[OpenedFor], spans: &[Span], policy: &Policy) -> Vec<Option<Span>> {
    let mut free: Vec<Span> = spans
        .iter()
        .filter(|span| span.lasted_until(span.crossing(policy)))
        .copied()
        .collect();
    free.sort();
    let mut order: Vec<usize> = (0..opened.len()).collect();
    order.sort_by_key(|i| (opened[*i], *i));
    let mut found = vec![None; opened.len()];
    for i in order {
        if let Some(at) = free.iter().position(|span| opened[i].overlaps(span)) {
            found[i] = Some(free.remove(at));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A span or what a conference was opened for: `first..last`, an open end left out.
    fn stretch(text: &str) -> (NaiveDate, Option<NaiveDate>) {
        let (first, last) = text.split_once("..").unwrap();
        (day(first), (!last.is_empty()).then(|| day(last)))
    }

    fn span(text: &str) -> Span {
        let (first, last) = stretch(text);
        Span {
            first,
            last,
            known_until: last,
        }
    }

    fn due(text: &str, today: &str) -> Vec<String> {
        due_by(&span(text), day(today), &Policy::default())
            .iter()
            .map(|d| format!("{} {}", d.ordinal, d.on))
            .collect()
    }

    #[test]
    fn r3_r4_what_a_span_demands() {
        for (stretch, today, expected) in [
            ("2021-09-01..", "2021-09-21", vec![]),
            ("2021-09-01..", "2021-09-22", vec!["0 2021-09-22"]),
            ("2021-09-01..", "2022-03-21", vec!["0 2021-09-22"]),
            ("2021-09-01..", "2022-03-22", vec!["0 2021-09-22", "1 2022-03-22"]),
            ("2021-09-01..2021-09-21", "2022-03-22", vec![]),
            ("2021-09-01..2021-09-22", "2022-03-22", vec!["0 2021-09-22"]),
            ("2021-09-01..2022-03-21", "2022-04-01", vec!["0 2021-09-22"]),
            (
                "2021-08-10..",
                "2022-09-01",
                vec!["0 2021-08-31", "1 2022-02-28", "2 2022-08-31"],
            ),
            ("2023-08-10..", "2024-03-01", vec!["0 2023-08-31", "1 2024-02-29"]),
            ("2024-02-08..", "2024-02-29", vec!["0 2024-02-29"]),
            ("2021-10-25..", "2021-11-15", vec!["0 2021-11-15"]),
        ] {
            assert_eq!(due(stretch, today), expected, "{stretch} on {today}");
        }
    }

    #[test]
    fn the_next_due_day_is_known_ahead() {
        for (stretch, today, expected) in [
            ("2021-09-01..", "2021-09-01", Some("2021-09-22")),
            ("2021-09-01..", "2021-09-22", Some("2022-03-22")),
            ("2021-09-01..2022-03-21", "2021-09-22", None),
        ] {
            assert_eq!(
                next_due(&span(stretch), day(today), &Policy::default()),
                expected.map(day),
                "{stretch} on {today}"
            );
        }
    }

    #[test]
    fn corrected_spans_keep_their_conferences() {
        for (why, opened, spans, expected) in [
            (
                "the same",
                vec!["2021-09-01.."],
                vec!["2021-09-01.."],
                vec!["2021-09-01"],
            ),
            ("moved", vec!["2021-09-01.."], vec!["2021-09-10.."], vec!["2021-09-10"]),
            ("rescinded", vec!["2021-09-01.."], vec![], vec!["-"]),
            (
                "corrected below 22 days",
                vec!["2021-09-01.."],
                vec!["2021-09-01..2021-09-21"],
                vec!["-"],
            ),
            (
                "another span",
                vec!["2021-09-01..2021-10-01"],
                vec!["2022-01-10.."],
                vec!["-"],
            ),
            (
                "two joined",
                vec!["2021-11-01..", "2021-09-01..2021-10-20"],
                vec!["2021-09-01.."],
                vec!["-", "2021-09-01"],
            ),
            (
                "one split",
                vec!["2021-09-01.."],
                vec!["2021-09-01..2021-09-10", "2021-09-20..2021-10-30", "2021-11-15.."],
                vec!["2021-09-20"],
            ),
            (
                "held in autumn, open-ended, rescinded, a new span in spring",
                vec!["2021-09-01..2021-10-05"],
                vec!["2022-02-01.."],
                vec!["-"],
            ),
        ] {
            let opened: Vec<OpenedFor> = opened
                .into_iter()
                .map(stretch)
                .map(|(first, last)| OpenedFor { first, last })
                .collect();
            let spans: Vec<Span> = spans.into_iter().map(span).collect();
            let found: Vec<String> = same_spans(&opened, &spans, &Policy::default())
                .iter()
                .map(|span| span.map_or("-".into(), |span| span.first.to_string()))
                .collect();
            assert_eq!(found, expected, "{why}");
        }
    }
}
