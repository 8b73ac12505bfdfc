//! R3, R4, R5: which conferences are opened, and when.

use super::*;

/// With these periods of the school, these conferences stand at noon of `date`.
fn check(why: &str, periods: &[(&str, &str)], date: &str, expected: &[&str]) {
    let mut story = Story::remote(periods);
    story.until(date);
    let due: Vec<String> = story
        .record
        .conferences
        .values()
        .map(|c| format!("{} {}", c.ordinal, c.due_on))
        .collect();
    assert_eq!(due, expected, "{why}");
}

#[test]
fn r3_day_21_opens_nothing_and_day_22_one_conference() {
    let open = [("2021-09-01", "")];
    check("day 21", &open, "2021-09-21", &[]);
    check("day 22", &open, "2021-09-22", &["0 2021-09-22"]);
    check("no second one", &open, "2021-10-31", &["0 2021-09-22"]);
    check("ends on day 21", &[("2021-09-01", "2021-09-21")], "2021-10-31", &[]);
    check(
        "ends on day 22",
        &[("2021-09-01", "2021-09-22")],
        "2021-10-31",
        &["0 2021-09-22"],
    );
    check(
        "day 22 is a Saturday",
        &[("2021-09-04", "")],
        "2021-09-25",
        &["0 2021-09-25"],
    );
    check(
        "clocks go back on 7 November",
        &[("2021-10-20", "")],
        "2021-11-10",
        &["0 2021-11-10"],
    );
    check("the day before", &[("2021-10-20", "")], "2021-11-09", &[]);
    check(
        "clocks go back that very day",
        &[("2021-10-17", "")],
        "2021-11-07",
        &["0 2021-11-07"],
    );
    check(
        "clocks go forward on 13 March",
        &[("2022-02-20", "")],
        "2022-03-13",
        &["0 2022-03-13"],
    );
    check(
        "across the winter break",
        &[("2021-12-13", "")],
        "2022-01-03",
        &["0 2022-01-03"],
    );
}

#[test]
fn r4_one_every_six_months_while_it_lasts() {
    let monthly = ["0 2021-08-31", "1 2022-02-28", "2 2022-08-31"];
    check("month ends do not drift", &[("2021-08-10", "")], "2022-09-01", &monthly);
    check(
        "a leap year",
        &[("2023-08-10", "")],
        "2024-02-29",
        &["0 2023-08-31", "1 2024-02-29"],
    );
    check(
        "not a day before",
        &[("2023-08-10", "")],
        "2024-02-28",
        &["0 2023-08-31"],
    );
    check(
        "from a leap day",
        &[("2024-02-08", "")],
        "2024-08-29",
        &["0 2024-02-29", "1 2024-08-29"],
    );
    let to = |end| [("2021-09-01", end)];
    check(
        "ended the day before",
        &to("2022-03-21"),
        "2022-06-30",
        &["0 2021-09-22"],
    );
    check(
        "ended that day",
        &to("2022-03-22"),
        "2022-06-30",
        &["0 2021-09-22", "1 2022-03-22"],
    );
}

#[test]
fn spans_merge_where_they_touch_or_overlap() {
    check(
        "touching",
        &[("2021-09-01", "2021-09-10"), ("2021-09-11", "")],
        "2021-09-22",
        &["0 2021-09-22"],
    );
    check(
        "overlapping",
        &[("2021-09-01", "2021-09-15"), ("2021-09-10", "2021-09-22")],
        "2021-10-31",
        &["0 2021-09-22"],
    );
    check(
        "contained",
        &[("2021-09-01", "2021-09-30"), ("2021-09-05", "2021-09-10")],
        "2021-10-31",
        &["0 2021-09-22"],
    );
    check(
        "a day apart",
        &[("2021-09-01", "2021-09-10"), ("2021-09-12", "2021-10-02")],
        "2021-10-31",
        &[],
    );
    check(
        "two spans owe one each",
        &[("2021-09-01", "2021-09-30"), ("2021-11-01", "2021-11-30")],
        "2021-12-31",
        &["0 2021-09-22", "0 2021-11-22"],
    );
}

#[test]
fn a_grade_then_its_school_cross_on_day_22_of_that_grade() {
    for (grade, expected) in [("09", vec!["0 2021-09-22 open"]), ("10", vec![])] {
        let mut story = Story::remote(&[]);
        let ninth = Scope::Grade {
            org: Some("north".into()),
            grade: Grade::new("9"),
        };
        story.correct(|facts| {
            facts.grades = vec![Grade::new(grade)];
            facts.periods = [
                (SourcedId("g".into()), period(ninth, "2021-09-01", "2021-09-14")),
                (
                    SourcedId("s".into()),
                    period(Scope::School("north".into()), "2021-09-15", "2021-09-30"),
                ),
            ]
            .into();
        });
        story.until("2021-09-22");
        assert_eq!(story.conferences(), expected, "grade {grade}");
        story.until("2021-11-30");
        let opened = story.conferences().len();
        assert_eq!(
            opened,
            expected.len(),
            "grade {grade}: the school's 16 days alone owe nothing"
        );
    }
}

#[test]
fn r5_only_instruction_over_the_internet_counts() {
    for (delivery, hybrid_counts, opens) in [
        (Delivery::Internet, false, true),
        (Delivery::Paper, true, false),
        (Delivery::Homebound, true, false),
        (Delivery::Hybrid, false, false),
        (Delivery::Hybrid, true, true),
    ] {
        let mut story = Story::new();
        story.policy.hybrid_counts = hybrid_counts;
        story.correct(|facts| facts.periods.values_mut().for_each(|period| period.delivery = delivery));
        story.until("2021-09-30");
        assert_eq!(
            !story.conferences().is_empty(),
            opens,
            "{delivery:?}, hybrid counts: {hybrid_counts}"
        );
    }
}

#[test]
fn what_is_noticed_late_is_opened_late() {
    let mut story = Story::remote(&[]);
    story.policy.emergency_contact_request = None;
    story.follow();
    story.until("2021-10-05");
    assert_eq!(story.record.next_action_on, None, "nothing to look at");
    story.move_period("2021-09-01", "");
    assert_eq!(story.conferences(), Vec::<String>::new(), "opening is the run's");
    story.until("2021-10-06");
    assert_eq!(story.conferences(), ["0 2021-09-22 open"]);
    assert_eq!(story.record.conferences[&1].opened_on, day("2021-10-06"));
    assert_eq!(story.rounds(1), ["10-06"], "asked for at once");

    let mut ended = Story::remote(&[]);
    ended.until("2021-10-05");
    ended.move_period("2021-09-01", "2021-09-30");
    ended.until("2021-12-31");
    assert_eq!(ended.conferences(), ["0 2021-09-22 open"], "it lasted until day 22");
    assert_eq!(ended.rounds(1), ["10-06"], "one last offer");

    let mut long_ago = Story::remote(&[]);
    long_ago.until("2022-04-01");
    long_ago.move_period("2021-09-01", "");
    long_ago.until("2022-04-04");
    assert_eq!(long_ago.conferences(), ["0 2021-09-22 open", "1 2022-03-22 open"]);
}

#[test]
fn a_run_that_did_not_happen_for_three_days_catches_up() {
    let mut story = Story::new();
    story.until("2021-09-21");
    story.run(day("2021-09-25"));
    assert_eq!(story.conferences(), ["0 2021-09-22 open"]);
    story.run(day("2021-09-25"));
    assert_eq!(story.conferences(), ["0 2021-09-22 open"], "twice on a day");
    story.until("2021-09-27");
    assert_eq!(story.rounds(1), ["09-27"], "asked for on the next school day");
}

#[test]
fn days_count_from_the_first_begin_date() {
    for (begin, date, expected) in [
        ("2021-09-13", "2021-10-03", vec![]),
        ("2021-09-13", "2021-10-04", vec!["0 2021-10-04 open"]),
        ("2021-08-01", "2021-09-22", vec!["0 2021-09-22 open"]),
    ] {
        let mut story = Story::new();
        story.correct(|facts| facts.schools = vec![(Some(day(begin)), "north".into())]);
        story.until(date);
        assert_eq!(story.conferences(), expected, "since {begin}, on {date}");
    }
}

#[test]
fn daily_marks_open_a_conference_where_no_period_covers_the_student() {
    use crate::roster::{Attendance, Instruction, Version};
    let mark = |date: &str, instruction| {
        let attendance = Attendance {
            student: Story::student(),
            date: day(date),
            instruction,
        };
        let (version, active) = (Version("1".into()), true);
        (
            SourcedId(date.into()),
            Mark {
                version,
                active,
                attendance,
            },
        )
    };
    let follow = |story: &mut Story, mark| {
        let marks = vec![mark];
        story.command(&Command::Follow { facts: None, marks }).unwrap();
    };
    let mut story = Story::remote(&[]);
    follow(&mut story, mark("2021-09-01", Instruction::Remote));
    story.until("2021-09-22");
    assert_eq!(
        story.conferences(),
        Vec::<String>::new(),
        "no mark says that day 22 was remote"
    );
    follow(&mut story, mark("2021-09-22", Instruction::Remote));
    story.until("2021-09-23");
    assert_eq!(story.conferences(), ["0 2021-09-22 open"]);
    follow(&mut story, mark("2021-09-10", Instruction::InPerson));
    assert_eq!(
        story.conferences(),
        ["0 2021-09-22 void"],
        "a day in the building broke it"
    );
}
