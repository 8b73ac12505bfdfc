use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A conference due and opened on Wednesday 22 September 2021, with one usable channel.
fn asking() -> Asking {
    Asking {
        due_on: day("2021-09-22"),
        opened_on: day("2021-09-22"),
        rounds: vec![],
        teacher_failed_on: vec![],
        teacher_only: false,
        usable_channel: true,
        span_ended_on: None,
    }
}

fn counted(days: &[&str]) -> Vec<Round> {
    days.iter()
        .map(|d| Round {
            on: day(d),
            accepted_on: Some(day(d)),
        })
        .collect()
}

fn uncounted(days: &[&str]) -> Vec<Round> {
    days.iter()
        .map(|d| Round {
            on: day(d),
            accepted_on: None,
        })
        .collect()
}

fn check(asking: &Asking, today: &str, expected: Step) {
    let step = asking.step(day(today), &SchoolCalendar::default(), &Policy::default());
    assert_eq!(step, expected, "on {today}: {asking:?}");
}

#[test]
fn r9_three_rounds_two_school_days_apart_then_the_check() {
    let wait = |d| Step::Wait(day(d));
    check(&asking(), "2021-09-22", Step::Round);
    let once = Asking {
        rounds: counted(&["2021-09-22"]),
        ..asking()
    };
    check(&once, "2021-09-22", wait("2021-09-24"));
    check(&once, "2021-09-23", wait("2021-09-24"));
    check(&once, "2021-09-24", Step::Round);
    let twice = Asking {
        rounds: counted(&["2021-09-22", "2021-09-24"]),
        ..asking()
    };
    check(&twice, "2021-09-24", wait("2021-09-28"));
    check(&twice, "2021-09-28", Step::Round);
    let thrice = Asking {
        rounds: counted(&["2021-09-22", "2021-09-24", "2021-09-28"]),
        ..asking()
    };
    check(&thrice, "2021-09-28", wait("2021-09-30"));
    check(&thrice, "2021-09-29", wait("2021-09-30"));
    check(&thrice, "2021-09-30", Step::Escalate);
    check(&thrice, "2021-10-04", Step::Escalate);
}

#[test]
fn the_first_round_waits_for_a_school_day_on_or_after_due_and_opening() {
    let saturday = Asking {
        due_on: day("2021-09-25"),
        opened_on: day("2021-09-25"),
        ..asking()
    };
    check(&saturday, "2021-09-25", Step::Wait(day("2021-09-27")));
    let late = Asking {
        opened_on: day("2021-09-29"),
        ..asking()
    };
    check(&late, "2021-09-29", Step::Round);
}

#[test]
fn a_teachers_attempts_count_one_a_day() {
    let logged = |days: &[&str]| Asking {
        rounds: counted(&["2021-09-22"]),
        teacher_failed_on: days.iter().map(|d| day(d)).collect(),
        ..asking()
    };
    check(&logged(&["2021-09-23"]), "2021-09-24", Step::Wait(day("2021-09-27")));
    check(&logged(&["2021-09-22", "2021-09-22"]), "2021-09-24", Step::Round);
    check(
        &logged(&["2021-09-23", "2021-09-24"]),
        "2021-09-27",
        Step::Wait(day("2021-09-28")),
    );
    check(&logged(&["2021-09-23", "2021-09-24"]), "2021-09-28", Step::Escalate);
    check(&logged(&["2021-09-20", "2021-09-21"]), "2021-09-24", Step::Round);
}

#[test]
fn only_the_teachers_attempts_count_when_only_the_teacher_asks() {
    let alone = |days: &[&str]| Asking {
        teacher_only: true,
        usable_channel: false,
        teacher_failed_on: days.iter().map(|d| day(d)).collect(),
        ..asking()
    };
    check(&alone(&[]), "2021-09-22", Step::Rest);
    check(&alone(&["2021-09-22", "2021-09-23"]), "2021-09-30", Step::Rest);
    check(
        &alone(&["2021-09-22", "2021-09-23", "2021-09-24"]),
        "2021-09-27",
        Step::Wait(day("2021-09-28")),
    );
    check(
        &alone(&["2021-09-22", "2021-09-23", "2021-09-24"]),
        "2021-09-28",
        Step::Escalate,
    );
}

#[test]
fn an_uncounted_round_is_repeated_on_the_next_school_day_five_in_all() {
    let failed = |days: &[&str]| Asking {
        rounds: uncounted(days),
        ..asking()
    };
    check(&failed(&["2021-09-22"]), "2021-09-22", Step::Wait(day("2021-09-23")));
    check(&failed(&["2021-09-22"]), "2021-09-23", Step::Round);
    check(&failed(&["2021-09-24"]), "2021-09-25", Step::Wait(day("2021-09-27")));
    let five = failed(&["2021-09-22", "2021-09-23", "2021-09-24", "2021-09-27", "2021-09-28"]);
    check(&five, "2021-09-29", Step::AskTeacher(Unreachable::RoundsUncounted));
    let mixed = Asking {
        rounds: [counted(&["2021-09-22"]), uncounted(&["2021-09-24"])].concat(),
        ..asking()
    };
    check(&mixed, "2021-09-27", Step::Round);
}

#[test]
fn a_round_counts_on_the_day_it_was_first_accepted() {
    let rounds = vec![Round {
        on: day("2021-09-22"),
        accepted_on: Some(day("2021-09-23")),
    }];
    check(
        &Asking { rounds, ..asking() },
        "2021-09-24",
        Step::Wait(day("2021-09-27")),
    );
}

#[test]
fn without_a_channel_or_with_a_live_attempt_demanded_the_teacher_asks() {
    check(
        &Asking {
            usable_channel: false,
            ..asking()
        },
        "2021-09-22",
        Step::AskTeacher(Unreachable::NoChannel),
    );
    let live = Policy {
        live_attempt_required: true,
        ..Policy::default()
    };
    let twice = Asking {
        rounds: counted(&["2021-09-22", "2021-09-24"]),
        ..asking()
    };
    let step = twice.step(day("2021-09-28"), &SchoolCalendar::default(), &live);
    assert_eq!(step, Step::AskTeacher(Unreachable::LiveAttempt));
}

#[test]
fn after_the_span_one_last_offer_and_no_check() {
    let ended = Some(day("2021-09-24"));
    let asked = Asking {
        rounds: counted(&["2021-09-22", "2021-09-24"]),
        span_ended_on: ended,
        ..asking()
    };
    check(&asked, "2021-09-28", Step::Round);
    let offered = Asking {
        rounds: counted(&["2021-09-22", "2021-09-27"]),
        span_ended_on: ended,
        ..asking()
    };
    check(&offered, "2021-09-29", Step::Rest);
    let thrice = Asking {
        rounds: counted(&["2021-09-22", "2021-09-24", "2021-09-28"]),
        span_ended_on: ended,
        ..asking()
    };
    check(&thrice, "2021-09-30", Step::Rest);
}
