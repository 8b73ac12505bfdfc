//! What families are told of agreed times: confirmations, changes, cancellations, reminders.

use super::*;

/// Mother (mobile number and address) and father (mobile number only); the conference is open since the 22nd.
fn apart() -> Story {
    let mut story = Story::new();
    story.correct(|facts| {
        facts.guardians.insert("father".into(), guardian(true, false, false));
    });
    story.until("2021-09-22");
    story
}

/// Every message about an agreed time, as `<guardian> <channel> <purpose> <local time> <status>`.
fn told(story: &Story) -> Vec<String> {
    let told = story.record.messages.values().filter(|message| message.told.is_some());
    let line = |message: &crate::record::Message| {
        let channel = if message.channel == Channel::Sms {
            "sms"
        } else {
            "email"
        };
        let at = message.relay_at.with_timezone(&ZONE).format("%m-%d %H:%M");
        let status = match message.status {
            MessageStatus::Pending => "waits",
            MessageStatus::Cancelled => "cancelled",
            _ => "left",
        };
        format!(
            "{} {channel} {} {at} {status}",
            message.guardian,
            message.purpose().as_str()
        )
    };
    told.map(line).collect()
}

#[test]
fn who_books_is_told_and_reminded_by_every_channel() {
    let mut story = apart();
    story.book("2021-10-01");
    assert_eq!(
        told(&story),
        [
            "mother sms confirmation 09-22 12:00 waits",
            "mother email confirmation 09-22 12:00 waits",
            "mother sms reminder 09-30 17:00 waits",
            "mother email reminder 09-30 17:00 waits",
            "mother sms reminder 10-01 08:00 waits",
            "mother email reminder 10-01 08:00 waits",
        ]
    );
    let direct = |message: &crate::record::Message| message.told.as_ref().map(|told| (told.purpose, told.direct));
    let direct: Vec<_> = story.record.messages.values().filter_map(direct).collect();
    assert!(
        direct
            .iter()
            .all(|(purpose, direct)| *direct == (*purpose == Purpose::Confirmation)),
        "reminders wait for the morning: {direct:?}"
    );
}

#[test]
fn where_nobody_said_who_booked_everybody_is_told() {
    let mut story = apart();
    story.act(1, "", schedule("2021-09-23"));
    assert_eq!(
        told(&story),
        [
            "father sms confirmation 09-22 12:00 waits",
            "mother sms confirmation 09-22 12:00 waits",
            "mother email confirmation 09-22 12:00 waits",
            "father sms reminder 09-22 17:00 waits",
            "mother sms reminder 09-22 17:00 waits",
            "mother email reminder 09-22 17:00 waits",
            "father sms reminder 09-23 08:00 waits",
            "mother sms reminder 09-23 08:00 waits",
            "mother email reminder 09-23 08:00 waits",
        ]
    );
}

#[test]
fn another_time_cancels_the_reminders_of_the_first() {
    let mut story = apart();
    story.book("2021-10-01");
    story.book("2021-10-05");
    let told = told(&story);
    assert_eq!(
        told[..6].iter().filter(|line| line.ends_with("cancelled")).count(),
        6,
        "{told:?}"
    );
    assert_eq!(
        told[6..],
        [
            "mother sms change 09-22 12:00 waits",
            "mother email change 09-22 12:00 waits",
            "mother sms reminder 10-04 17:00 waits",
            "mother email reminder 10-04 17:00 waits",
            "mother sms reminder 10-05 08:00 waits",
            "mother email reminder 10-05 08:00 waits",
        ]
    );
}

#[test]
fn a_time_given_up_is_told_and_its_reminders_go() {
    for who in ["mother", "teacher"] {
        let mut story = apart();
        story.book("2021-10-01");
        story.until("2021-09-23");
        story.act(1, who, Act::Cancel);
        assert_eq!(
            told(&story),
            [
                "mother sms confirmation 09-22 12:00 left",
                "mother email confirmation 09-22 12:00 left",
                "mother sms reminder 09-30 17:00 cancelled",
                "mother email reminder 09-30 17:00 cancelled",
                "mother sms reminder 10-01 08:00 cancelled",
                "mother email reminder 10-01 08:00 cancelled",
                "mother sms cancellation 09-23 12:00 waits",
                "mother email cancellation 09-23 12:00 waits",
            ],
            "{who}"
        );
    }
}

#[test]
fn one_households_change_leaves_the_others_reminders() {
    let mut story = apart();
    story.book("2021-10-01");
    story.act(1, "father", schedule("2021-10-04"));
    story.act(1, "mother", Act::Cancel);
    let waits: Vec<String> = told(&story)
        .into_iter()
        .filter(|line| line.ends_with("waits"))
        .collect();
    assert_eq!(
        waits,
        [
            "father sms confirmation 09-22 12:00 waits",
            "father sms reminder 10-03 17:00 waits",
            "father sms reminder 10-04 08:00 waits",
            "mother sms cancellation 09-22 12:00 waits",
            "mother email cancellation 09-22 12:00 waits",
        ]
    );
}

#[test]
fn whatever_ends_a_conference_tells_whose_time_is_gone() {
    type Ends = fn(&mut Story);
    let ends: [(&str, Ends); 3] = [
        ("rescinded", |story| story.move_period("2021-09-20", "2021-09-21")),
        ("left", |story| story.correct(|facts| facts.left = true)),
        ("another school", |story| {
            story.correct(|facts| facts.schools = vec![(None, "south".into())]);
        }),
    ];
    for (why, ends) in ends {
        let mut story = apart();
        story.book("2021-10-01");
        story.until("2021-09-23");
        ends(&mut story);
        let cancelled = told(&story)
            .into_iter()
            .filter(|line| line.contains(" cancellation "))
            .count();
        assert_eq!(cancelled, 2, "{why}: {:?}", told(&story));
        assert!(
            !told(&story)
                .iter()
                .any(|line| line.contains("reminder") && line.ends_with("waits"))
        );
    }
}

#[test]
fn nobody_is_told_of_what_took_place_or_did_not() {
    for outcome in [Act::MarkHeld, Act::MarkNoShow] {
        let mut story = apart();
        story.book("2021-10-01");
        story.until("2021-10-01");
        story.set(day("2021-10-01"), time("16:00"));
        story.act(1, "teacher", outcome.clone());
        let news = told(&story)
            .into_iter()
            .filter(|line| line.contains("cancellation"))
            .count();
        assert_eq!(news, 0, "{outcome:?}");
    }
}

#[test]
fn a_channel_that_is_given_up_leaves_the_other() {
    let mut story = apart();
    story.book("2021-10-01");
    story.correct(|facts| {
        facts.guardians.insert("mother".into(), guardian(false, true, true));
    });
    let waits: Vec<String> = told(&story)
        .into_iter()
        .filter(|line| line.ends_with("waits"))
        .collect();
    assert_eq!(
        waits,
        [
            "mother email confirmation 09-22 12:00 waits",
            "mother email reminder 09-30 17:00 waits",
            "mother email reminder 10-01 08:00 waits",
        ]
    );
}

#[test]
fn a_time_is_given_up_for_a_call_or_a_refusal_in_one_decision() {
    for (act, state) in [(Act::DeclineInstead, Declined), (Act::AskForCallInstead, Open)] {
        let mut story = Story::new();
        story.until("2021-09-22");
        assert_eq!(
            story.try_act(1, "mother", act.clone()),
            Err(Refusal::NotNow(
                Open,
                if state == Declined { "declined" } else { "answered" }
            ))
        );
        story.book("2021-09-28");
        story.act(1, "mother", act.clone());
        assert_eq!(story.state(1), state);
        assert_eq!(story.task_is_open(1, TaskKind::ReachFamily), state == Open);
        let gone = |message: &&crate::record::Message| message.purpose() == Purpose::Cancellation;
        assert_eq!(story.record.messages.values().filter(gone).count(), 2, "{act:?}");
    }
    // The other household comes all the same.
    let mut story = Story::new();
    story.correct(|facts| drop(facts.guardians.insert("father".into(), guardian(true, true, true))));
    story.until("2021-09-22");
    story.book("2021-09-28");
    story.act(1, "father", schedule("2021-09-29"));
    let refused = story.try_act(1, "mother", Act::DeclineInstead);
    assert_eq!(refused, Err(Refusal::NotNow(Scheduled, "declined")));
    // Also where staff agreed on a time with nobody in particular.
    let mut story = Story::new();
    story.until("2021-09-22");
    story.book("2021-09-28");
    story.act(1, "", schedule("2021-09-29"));
    let refused = story.try_act(1, "mother", Act::DeclineInstead);
    assert_eq!(refused, Err(Refusal::NotNow(Scheduled, "declined")));
}
