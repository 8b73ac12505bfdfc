//! Hand-made cases of spans, due dates and school days, worked out on paper.

use crate::history::{Delivery, Instruction, Is, Object, Role, Scope};
use crate::model::calendar::{SchoolDays, instant};
use crate::model::contacts::{address, number};
use crate::model::facts::{Facts, World};
use crate::model::spans::{Series, Span, matched};
use chrono::NaiveDate;
use std::fmt::Debug;

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn span(first: &str, last: &str) -> Span {
    Span {
        first: date(first),
        last: (!last.is_empty()).then(|| date(last)),
    }
}

pub fn object(id: &str, is: Is) -> Object {
    Object {
        id: id.to_owned(),
        modified: instant(date("2021-08-01"), 8, 0),
        sequence: 0,
        active: true,
        is,
    }
}

pub fn student(roles: &[(&str, Option<&str>)], guardians: &[&str]) -> Is {
    Is::Student {
        enabled: true,
        roles: roles
            .iter()
            .map(|(s, b)| Role {
                school: (*s).to_owned(),
                begin: b.map(date),
            })
            .collect(),
        grade: "05".to_owned(),
        guardians: guardians.iter().map(|g| (*g).to_owned()).collect(),
    }
}

pub fn period(scope: Scope, start: &str, end: &str, delivery: Delivery) -> Is {
    Is::Period {
        scope,
        start: date(start),
        end: (!end.is_empty()).then(|| date(end)),
        delivery,
    }
}

fn mark(day: &str, instruction: Instruction) -> Object {
    object(
        day,
        Is::Mark {
            student: "s1".to_owned(),
            date: date(day),
            instruction,
        },
    )
}

/// The spans of a student of school a, who went on to school b where there is a date for it.
fn spans(moved: Option<&str>, others: Vec<Object>) -> Vec<Span> {
    let mut roles = vec![("a", None)];
    roles.extend(moved.map(|day| ("b", Some(day))));
    let own = object("s1", student(&roles, &[]));
    let mut world = World::default();
    world.take(&own);
    others.iter().for_each(|object| world.take(object));
    Facts::readings(&world, "s1").swap_remove(0).spans
}

/// Where what the model says is not what was worked out.
#[derive(Default)]
struct Cases(Vec<String>);

impl Cases {
    fn same<T: Debug + PartialEq>(&mut self, case: &str, seen: T, expected: T) {
        if seen != expected {
            self.0.push(format!("model: {case}: {seen:?}, not {expected:?}"));
        }
    }
}

pub fn wrong() -> Vec<String> {
    let mut cases = Cases::default();
    due_dates(&mut cases);
    days_of_remote_learning(&mut cases);
    corrections(&mut cases);
    school_days(&mut cases);
    contacts(&mut cases);
    cases.0
}

fn due_dates(cases: &mut Cases) {
    let open = span("2021-09-01", "");
    cases.same("R3, day 22", open.due(0), date("2021-09-22"));
    cases.same("R3, day 21", open.demands(0, date("2021-09-21")), false);
    cases.same("R3, today is day 22", open.demands(0, date("2021-09-22")), true);
    cases.same("R3, ends on day 21", span("2021-09-01", "2021-09-21").reaches(), false);
    cases.same(
        "R3, ends on day 22",
        span("2021-09-01", "2021-09-22").demands(0, date("2021-12-01")),
        true,
    );
    cases.same("R4, six months", open.due(1), date("2022-03-22"));
    let august = span("2022-08-10", "");
    cases.same("R4, from the 31st", august.due(0), date("2022-08-31"));
    cases.same("R4, to February's end", august.due(1), date("2023-02-28"));
    cases.same("R4, not from the shortened day", august.due(2), date("2023-08-31"));
    cases.same("R4, to a leap day", august.due(3), date("2024-02-29"));
    cases.same(
        "R4, ended the day before",
        span("2022-08-10", "2023-02-27").demands(1, date("2023-03-01")),
        false,
    );
    cases.same(
        "R4, ended that day",
        span("2022-08-10", "2023-02-28").demands(1, date("2023-03-01")),
        true,
    );
}

fn days_of_remote_learning(cases: &mut Cases) {
    let of = |id: &str, scope, start: &str, end: &str| object(id, period(scope, start, end, Delivery::Internet));
    let school = |of: &str| Scope::School(of.to_owned());
    let touching = vec![
        of("p1", Scope::District, "2021-09-01", "2021-09-10"),
        of("p2", Scope::Student("s1".to_owned()), "2021-09-11", "2021-09-30"),
    ];
    cases.same(
        "touching periods are one span",
        spans(None, touching),
        vec![span("2021-09-01", "2021-09-30")],
    );
    let apart = vec![
        of("p1", Scope::District, "2021-09-01", "2021-09-10"),
        of("p2", Scope::District, "2021-09-12", "2021-09-30"),
    ];
    let two = vec![span("2021-09-01", "2021-09-10"), span("2021-09-12", "2021-09-30")];
    cases.same("a day between makes two", spans(None, apart), two);
    let within = vec![
        of("p1", Scope::District, "2021-09-01", ""),
        of("p2", school("a"), "2021-09-05", "2021-09-07"),
    ];
    cases.same("one inside another", spans(None, within), vec![span("2021-09-01", "")]);
    let paper = object("p1", period(Scope::District, "2021-09-01", "", Delivery::Paper));
    cases.same("R5, paper does not count", spans(None, vec![paper]), vec![]);
    let other = vec![of(
        "p1",
        Scope::Grade {
            school: None,
            grade: "06".to_owned(),
        },
        "2021-09-01",
        "",
    )];
    cases.same("another grade", spans(None, other), vec![]);
    let both = || {
        vec![
            of("p1", school("a"), "2021-09-01", ""),
            of("p2", school("b"), "2021-09-01", ""),
        ]
    };
    cases.same(
        "a transfer between remote schools",
        spans(Some("2021-09-15"), both()),
        vec![span("2021-09-01", "")],
    );
    let first = vec![of("p1", school("a"), "2021-09-01", "")];
    let ends = vec![span("2021-09-01", "2021-09-14")];
    cases.same("a transfer away", spans(Some("2021-09-15"), first), ends);
    use Instruction::{InPerson, None as Unmarked, Remote};
    let marks = || {
        vec![
            mark("2021-09-01", Remote),
            mark("2021-09-10", Unmarked),
            mark("2021-09-23", Remote),
            mark("2021-09-24", InPerson),
            mark("2021-09-27", Remote),
        ]
    };
    let marked = vec![span("2021-09-01", "2021-09-23"), span("2021-09-27", "2021-09-27")];
    cases.same("daily marks, broken in person", spans(None, marks()), marked);
    let mut covered = marks();
    covered.push(of("p1", Scope::District, "2021-10-01", ""));
    cases.same(
        "marks count only without periods",
        spans(None, covered),
        vec![span("2021-10-01", "")],
    );
}

fn corrections(cases: &mut Cases) {
    let series = |first: &str, last: &str| Series {
        opened_for: span(first, last),
        marked: false,
        met_on: None,
    };
    let long = span("2021-09-01", "2022-01-31");
    let joined = matched(&[series("2021-11-15", ""), series("2021-09-01", "2021-10-20")], &[long]);
    cases.same("joined: the earlier stays", joined, vec![None, Some(long)]);
    let split = [
        span("2021-09-01", "2021-09-10"),
        span("2021-09-20", "2021-10-31"),
        span("2021-11-10", ""),
    ];
    cases.same(
        "split: the first that reaches day 22",
        matched(&[series("2021-09-01", "")], &split),
        vec![Some(split[1])],
    );
    cases.same("rescinded", matched(&[series("2021-09-01", "")], &[]), vec![None]);
    let held = Series {
        met_on: Some(date("2021-10-05")),
        ..series("2021-09-01", "")
    };
    let spring = span("2022-02-01", "");
    cases.same(
        "held in autumn: spring is another",
        matched(&[held], &[spring]),
        vec![None],
    );
    cases.same(
        "not held: spring is the same",
        matched(&[series("2021-09-01", "")], &[spring]),
        vec![Some(spring)],
    );
}

fn school_days(cases: &mut Cases) {
    let mut days = SchoolDays {
        places: vec![(NaiveDate::MIN, "a".to_owned())],
        ..SchoolDays::default()
    };
    let chain = |days: &SchoolDays| {
        let second = days.after(date("2021-09-22"), 2);
        let third = days.after(second, 2);
        [second, third, days.after(third, 2)]
    };
    let plain = ["2021-09-24", "2021-09-28", "2021-09-30"].map(date);
    cases.same("R9, rounds and check without a calendar", chain(&days), plain);
    days.off.insert("a".to_owned(), [date("2021-09-27")].into());
    days.off.insert("b".to_owned(), [date("2021-09-23")].into());
    days.off.insert("d".to_owned(), [date("2021-09-30")].into());
    let off = ["2021-09-24", "2021-09-29", "2021-10-04"].map(date);
    cases.same("days off of the school and the district", chain(&days), off);
    let winter = instant(date("2021-11-08"), 9, 0) - instant(date("2021-11-06"), 9, 0);
    cases.same("two days over a change of the clock", winter.num_hours(), 49);
}

fn contacts(cases: &mut Cases) {
    let dialled = Some("+12035550123".to_owned());
    cases.same("a number in punctuation", number("(203) 555-0123"), dialled.clone());
    cases.same("a number with its country", number("+1 203.555.0123"), dialled);
    cases.same("an area code from 1", number("103-555-0123"), None);
    cases.same("an exchange from 0", number("203-055-0123"), None);
    cases.same("a short number", number("555-0123"), None);
    cases.same(
        "an address",
        address("Ana@Example.org"),
        Some("ana@example.org".to_owned()),
    );
    cases.same("an address with a space", address("an a@example.org"), None);
    cases.same("two addresses", address("a@b@example.org"), None);
    cases.same("no dot in the domain", address("a@example"), None);
}
