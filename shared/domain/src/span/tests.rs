use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(scope: Scope, start: &str, end: &str, delivery: Delivery) -> Period {
    let end = (!end.is_empty()).then(|| day(end));
    Period {
        scope,
        start: day(start),
        end,
        delivery,
        modified: "2021-09-01T12:00:00Z".parse().unwrap(),
    }
}

fn student(periods: Vec<Period>) -> Coverage {
    Coverage {
        student: Some("s".into()),
        schools: vec![(None, "north".into())],
        district: Some("district".into()),
        grades: vec![Grade::new("09")],
        periods,
        marks: vec![],
    }
}

fn school(id: &str) -> Scope {
    Scope::School(id.into())
}

/// The spans as text: `first..last`, an open end left out.
fn spans(coverage: &Coverage) -> Vec<String> {
    let end = |span: &Span| span.last.map_or(String::new(), |d| d.to_string());
    coverage
        .spans(&Policy::default())
        .iter()
        .map(|s| format!("{}..{}", s.first, end(s)))
        .collect()
}

#[test]
fn r5_only_instruction_over_the_internet_counts() {
    for (delivery, expected) in [
        (Delivery::Internet, vec!["2021-09-01.."]),
        (Delivery::Paper, vec![]),
        (Delivery::Homebound, vec![]),
        (Delivery::Hybrid, vec![]),
    ] {
        assert_eq!(
            spans(&student(vec![period(Scope::District, "2021-09-01", "", delivery)])),
            expected,
            "{delivery:?}"
        );
    }
}

#[test]
fn a_scope_covers_its_own_students() {
    let grade = |org: Option<&str>, grade: &str| Scope::Grade {
        org: org.map(OrgId::from),
        grade: Grade::new(grade),
    };
    for (scope, covered) in [
        (Scope::District, true),
        (school("north"), true),
        (school("south"), false),
        (grade(Some("north"), "9"), true),
        (grade(Some("district"), "09"), true),
        (grade(None, "09"), true),
        (grade(Some("north"), "10"), false),
        (grade(Some("south"), "09"), false),
        (Scope::Student("s".into()), true),
        (Scope::Student("t".into()), false),
    ] {
        let one = student(vec![period(scope.clone(), "2021-09-01", "", Delivery::Internet)]);
        assert_eq!(!spans(&one).is_empty(), covered, "{scope:?}");
    }
}

#[test]
fn stretches_merge_where_they_touch_or_overlap() {
    for (others, expected) in [
        (
            vec![("2021-09-01", "2021-09-10"), ("2021-09-11", "")],
            vec!["2021-09-01.."],
        ),
        (
            vec![("2021-09-01", "2021-09-10"), ("2021-09-12", "")],
            vec!["2021-09-01..2021-09-10", "2021-09-12.."],
        ),
        (
            vec![("2021-09-01", "2021-09-30"), ("2021-09-05", "2021-09-10")],
            vec!["2021-09-01..2021-09-30"],
        ),
        (
            vec![("2021-09-05", "2021-09-20"), ("2021-09-01", "2021-09-06")],
            vec!["2021-09-01..2021-09-20"],
        ),
    ] {
        let of = |(start, end): &(&str, &str)| period(school("north"), start, end, Delivery::Internet);
        let mut facts: Vec<Period> = others.iter().map(of).collect();
        assert_eq!(spans(&student(facts.clone())), expected);
        facts.reverse();
        assert_eq!(spans(&student(facts)), expected, "the order of facts does not matter");
    }
}

#[test]
fn r3_day_22_is_the_crossing() {
    let facts = student(vec![period(Scope::District, "2021-09-01", "", Delivery::Internet)]);
    let span = facts.spans(&Policy::default())[0];
    assert_eq!(span.crossing(&Policy::default()), day("2021-09-22"));
    let short = student(vec![period(
        Scope::District,
        "2021-09-01",
        "2021-09-21",
        Delivery::Internet,
    )]);
    let short = short.spans(&Policy::default())[0];
    assert!(!short.lasted_until(day("2021-09-22")), "21 days do not reach day 22");
    assert!(short.ended_before(day("2021-09-22")));
}

#[test]
fn days_count_from_the_first_role_and_at_the_school_of_the_day() {
    let everywhere = vec![period(Scope::District, "2021-09-01", "", Delivery::Internet)];
    let late = Coverage {
        schools: vec![(Some(day("2021-09-13")), "north".into())],
        ..student(everywhere)
    };
    assert_eq!(spans(&late), ["2021-09-13.."]);
    assert_eq!(school_on(&late.schools, day("2021-09-12")), Some(&"north".into()));

    let north = vec![period(school("north"), "2021-09-01", "", Delivery::Internet)];
    let moved = Coverage {
        schools: vec![(Some(day("2021-09-13")), "south".into()), (None, "north".into())],
        ..student(north.clone())
    };
    assert_eq!(spans(&moved), ["2021-09-01..2021-09-12"]);
    assert_eq!(school_on(&moved.schools, day("2021-09-12")), Some(&"north".into()));
    assert_eq!(school_on(&moved.schools, day("2021-09-13")), Some(&"south".into()));
    assert_eq!(
        spans(&Coverage {
            schools: vec![],
            ..student(north)
        }),
        Vec::<String>::new(),
        "no role, no days"
    );
}

#[test]
fn attendance_makes_a_span_only_where_no_period_does() {
    let mark = |date: &str, instruction| Attendance {
        student: "s".into(),
        date: day(date),
        instruction,
    };
    let marks = vec![
        mark("2021-10-08", Instruction::InPerson),
        mark("2021-09-01", Instruction::Remote),
        mark("2021-09-15", Instruction::None),
        mark("2021-09-22", Instruction::Remote),
        mark("2021-10-11", Instruction::Remote),
    ];
    let marked = Coverage {
        marks: marks.clone(),
        ..student(vec![])
    };
    assert_eq!(spans(&marked), ["2021-09-01..2021-09-22", "2021-10-11.."]);
    let last = marked.spans(&Policy::default())[1];
    assert!(!last.lasted_until(day("2021-10-12")), "an unmarked day proves nothing");

    let explicit = vec![period(Scope::District, "2021-09-01", "2021-09-10", Delivery::Internet)];
    let both = Coverage {
        marks,
        ..student(explicit)
    };
    assert_eq!(spans(&both), ["2021-09-01..2021-09-10", "2021-10-11.."]);
}
