//! R9: automated rounds, and which of them count.

use super::*;
use crate::record::Reason;

/// The story goes on until `date`; by then these rounds went out.
fn check(why: &str, mut story: Story, date: &str, rounds: &[&str], state: State) {
    story.until(date);
    assert_eq!(
        (story.rounds(1), story.state(1)),
        (rounds.iter().map(|s| (*s).into()).collect(), state),
        "{why}"
    );
}

#[test]
fn three_rounds_two_school_days_apart_then_the_check() {
    let story = Story::new;
    check("day 22", story(), "2021-09-22", &["09-22"], Open);
    check("one school day on", story(), "2021-09-23", &["09-22"], Open);
    check("two school days on", story(), "2021-09-24", &["09-22", "09-24"], Open);
    check(
        "over the weekend",
        story(),
        "2021-09-28",
        &["09-22", "09-24", "09-28"],
        Open,
    );
    check(
        "the day before the check",
        story(),
        "2021-09-29",
        &["09-22", "09-24", "09-28"],
        Open,
    );
    check(
        "the check",
        story(),
        "2021-09-30",
        &["09-22", "09-24", "09-28"],
        Unreachable,
    );
    check(
        "nothing after it",
        story(),
        "2021-11-30",
        &["09-22", "09-24", "09-28"],
        Unreachable,
    );
}

#[test]
fn rounds_go_out_on_school_days_only() {
    let with = |start: &str, days_off: &[&str], sessions: &[(&str, &str)]| {
        let mut story = Story::remote(&[(start, "")]);
        story.calendar = SchoolCalendar {
            days_off: days_off.iter().map(|text| day(text)).collect(),
            sessions: sessions.iter().map(|(first, last)| (day(first), day(last))).collect(),
        };
        story.follow();
        story
    };
    check(
        "day 22 is a Saturday",
        with("2021-09-04", &[], &[]),
        "2021-10-05",
        &["09-27", "09-29", "10-01"],
        Unreachable,
    );
    check(
        "days off",
        with("2021-09-01", &["2021-09-22", "2021-09-24", "2021-09-28"], &[]),
        "2021-10-05",
        &["09-23", "09-29", "10-01"],
        Unreachable,
    );
    check(
        "between sessions",
        with(
            "2021-09-01",
            &[],
            &[("2021-08-30", "2021-09-23"), ("2021-10-11", "2022-06-10")],
        ),
        "2021-10-14",
        &["09-22", "10-11", "10-13"],
        Open,
    );
    check(
        "no session known ahead",
        with("2021-09-01", &[], &[("2021-08-30", "2021-09-23")]),
        "2021-11-30",
        &["09-22"],
        Open,
    );
    check(
        "across the change of clocks",
        with("2021-10-14", &[], &[]),
        "2021-11-12",
        &["11-04", "11-08", "11-10"],
        Unreachable,
    );
}

#[test]
fn a_round_is_one_message_per_guardian_and_usable_channel() {
    let mut story = Story::new();
    story.fate = Fate::Waiting;
    story.correct(|facts| {
        facts.guardians = [
            ("aunt".into(), guardian(false, false, true)),
            ("father".into(), guardian(false, true, false)),
            ("mother".into(), guardian(true, true, true)),
        ]
        .into();
    });
    story.until("2021-09-22");
    let expected = [
        ("father", Channel::Email),
        ("mother", Channel::Sms),
        ("mother", Channel::Email),
    ];
    assert_eq!(
        story.messages(1, &MessageStatus::Pending),
        expected,
        "phone is for people only"
    );
    let message = &story.record.messages[&1];
    assert_eq!(message.relay_at, ZONE.with_ymd_and_hms(2021, 9, 22, 9, 20, 0).unwrap());
    assert_eq!((message.round, message.run_on), (1, day("2021-09-22")));
}

#[test]
fn an_uncounted_round_is_repeated_on_the_next_school_day() {
    for fate in [Fate::Unknown, Fate::Refused, Fate::Waiting] {
        let mut story = Story::new();
        story.fate = fate;
        check("the next day", story.clone(), "2021-09-23", &["09-22", "09-23"], Open);
        check(
            "not at the weekend",
            story.clone(),
            "2021-09-26",
            &["09-22", "09-23", "09-24"],
            Open,
        );
        story.until("2021-09-23");
        story.fate = Fate::Accepted;
        check(
            "two school days after the one that counted",
            story,
            "2021-10-04",
            &["09-22", "09-23", "09-24", "09-28", "09-30"],
            Unreachable,
        );
    }
}

#[test]
fn pending_messages_are_cancelled_before_the_round_is_repeated() {
    let mut story = Story::new();
    story.fate = Fate::Waiting;
    story.until("2021-09-24");
    assert_eq!(story.pending(1), 2, "the third round's");
    assert_eq!(story.messages(1, &MessageStatus::Cancelled).len(), 4);
    assert!(
        story
            .record
            .messages
            .values()
            .filter(|m| m.status == MessageStatus::Pending)
            .all(|m| m.round == 3)
    );
}

#[test]
fn after_five_uncounted_rounds_the_teacher_asks() {
    for fate in [Fate::Unknown, Fate::Refused, Fate::Waiting] {
        let mut story = Story::new();
        story.fate = fate;
        let five = ["09-22", "09-23", "09-24", "09-27", "09-28"];
        story.until("2021-09-28");
        assert_eq!(
            (story.rounds(1), story.task(1, TaskKind::ReachFamily)),
            (five.map(String::from).into(), None)
        );
        story.until("2021-10-31");
        assert_eq!(story.rounds(1), five, "{fate:?}");
        assert_eq!(
            story.task(1, TaskKind::ReachFamily),
            Some((TaskState::Open, Reason::RoundsUncounted))
        );
        assert_eq!(story.told(NoticeKind::ReachFamily), ["09-29 teacher"], "once");
        assert_eq!(story.pending(1), 0, "{fate:?}: nothing waits to be sent any more");
        assert_eq!(story.state(1), Open, "none of them counts");
    }
}

#[test]
fn five_uncounted_in_all_not_in_a_row() {
    let mut story = Story::new();
    for (on, fate) in [
        ("2021-09-22", Fate::Unknown),
        ("2021-09-23", Fate::Accepted),
        ("2021-09-27", Fate::Unknown),
        ("2021-09-28", Fate::Refused),
        ("2021-09-29", Fate::Accepted),
        ("2021-10-01", Fate::Unknown),
        ("2021-10-04", Fate::Unknown),
    ] {
        story.fate = fate;
        story.until(on);
        assert_eq!(story.rounds(1).last().unwrap(), &on[5..]);
    }
    story.until("2021-10-15");
    assert_eq!(story.rounds(1).len(), 7);
    assert_eq!(
        story.task(1, TaskKind::ReachFamily),
        Some((TaskState::Open, Reason::RoundsUncounted))
    );
    assert_eq!(story.record.attempts(1, ZONE), 2);
}

#[test]
fn a_round_counts_on_the_day_its_first_message_was_accepted() {
    let mut story = Story::new();
    story.fate = Fate::Waiting;
    story.until("2021-09-24");
    story.at("2021-09-25", "08:00");
    let at = story.now;
    let waiting = story
        .record
        .messages
        .values_mut()
        .filter(|m| m.status == MessageStatus::Pending);
    waiting.for_each(|message| {
        message.status = MessageStatus::Sent {
            at,
            provider_id: "p".into(),
        };
    });
    story.fate = Fate::Accepted;
    story.run(day("2021-09-25"));
    story.until("2021-09-30");
    assert_eq!(
        story.rounds(1),
        ["09-22", "09-23", "09-24", "09-28", "09-30"],
        "two school days after Saturday"
    );
}
