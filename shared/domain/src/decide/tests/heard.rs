//! What came back: messages that did not arrive, text messages of the family.

use super::*;
use crate::record::Reason;

impl Story {
    /// These of round `round`'s messages come back now.
    fn bounce(&mut self, round: u32, channels: &[Channel]) {
        let of = |m: &crate::record::Message| m.round == round && channels.contains(&m.channel);
        let messages = self.record.messages.iter().filter(|(_, m)| of(m)).map(|(n, _)| *n);
        let (messages, at) = (messages.collect(), self.now);
        self.command(&Command::Bounced { messages, at }).unwrap();
    }

    fn writes(&mut self, danger: bool) {
        let text = format!("R#{}", self.record.revision);
        self.command(&Command::FamilyWrote { text, danger }).unwrap();
    }
}

const BOTH: [Channel; 2] = [Channel::Sms, Channel::Email];

#[test]
fn r9_a_round_of_which_nothing_arrived_is_repeated_on_the_next_school_day() {
    for (why, channels, on, rounds) in [
        (
            "the SMS came back, the e-mail did not",
            &BOTH[..1],
            "09-28",
            ["09-22", "09-24", "09-28"].as_slice(),
        ),
        (
            "both came back on the same day",
            &BOTH,
            "09-22",
            &["09-22", "09-23", "09-27", "09-29"],
        ),
        (
            "both came back the day before the next round",
            &BOTH,
            "09-23",
            &["09-22", "09-24", "09-28", "09-30"],
        ),
    ] {
        let mut story = Story::new();
        let bounced_on = if on == "09-28" {
            "2021-09-22".to_owned()
        } else {
            format!("2021-{on}")
        };
        story.until(&bounced_on);
        story.bounce(1, channels);
        story.until("2021-09-30");
        assert_eq!(story.rounds(1), rounds, "{why}");
    }
}

#[test]
fn r9_what_comes_back_after_the_next_decision_changes_nothing() {
    let mut story = Story::new();
    story.until("2021-09-24");
    story.bounce(1, &BOTH);
    assert_eq!(
        story.record.attempts(1, ZONE),
        2,
        "round 2 was sent because round 1 counted"
    );
    story.until("2021-09-29");
    story.bounce(3, &BOTH[..1]);
    story.until("2021-09-30");
    assert_eq!((story.rounds(1).len(), story.state(1)), (3, Unreachable));
    story.bounce(3, &BOTH);
    assert_eq!((story.state(1), story.record.attempts(1, ZONE)), (Unreachable, 3));
}

#[test]
fn r10_no_check_where_the_third_round_came_back_in_time() {
    let mut story = Story::new();
    story.until("2021-09-29");
    story.bounce(3, &BOTH);
    story.until("2021-09-30");
    assert_eq!(
        (story.rounds(1).last().unwrap().as_str(), story.state(1)),
        ("09-30", Open)
    );
    story.until("2021-10-04");
    assert_eq!(story.state(1), Unreachable);
}

#[test]
fn a_message_comes_back_once_and_only_one_that_was_accepted() {
    let mut story = Story::new();
    story.fate = Fate::Unknown;
    story.until("2021-09-22");
    let before = story.record.clone();
    story.bounce(1, &BOTH);
    assert_eq!(story.record.messages, before.messages, "nobody knows whether it left");
    let mut story = Story::new();
    story.until("2021-09-22");
    story.bounce(1, &BOTH);
    let entries = story.entries.len();
    story.bounce(1, &BOTH);
    assert_eq!(story.entries.len(), entries);
}

#[test]
fn r9_the_teacher_learns_that_the_family_wrote_and_it_is_no_answer() {
    let mut story = Story::new();
    story.until("2021-09-22");
    story.writes(false);
    assert_eq!(story.told(NoticeKind::FamilyWrote), ["09-22 teacher"]);
    let same = Command::FamilyWrote {
        text: story.record.heard.clone().unwrap(),
        danger: false,
    };
    story.command(&same).unwrap();
    assert_eq!(story.told(NoticeKind::FamilyWrote).len(), 1, "it came twice");
    story.until("2021-09-24");
    assert_eq!(story.rounds(1), ["09-22", "09-24"]);
}

#[test]
fn what_reads_as_danger_is_told_at_once_and_nothing_is_sent_until_it_was_acknowledged() {
    let mut story = Story::new();
    story.correct(|facts| {
        facts.designees.insert("north".into(), vec!["designee".into()]);
    });
    story.fate = Fate::Waiting;
    story.until("2021-09-22");
    story.fate = Fate::Accepted;
    story.writes(true);
    assert_eq!(
        story.told(NoticeKind::UrgentReply),
        ["09-22 designee", "09-22 principal"]
    );
    assert_eq!(story.pending(1), 0, "what waits is cancelled");
    let open = Some((TaskState::Open, Reason::ReadsAsDanger));
    assert_eq!(story.task(NO_CONFERENCE, TaskKind::UrgentReply), open);
    story.writes(true);
    assert_eq!(
        story.told(NoticeKind::UrgentReply).len(),
        4,
        "another text, another alarm"
    );
    story.until("2021-09-30");
    assert_eq!(story.rounds(1), ["09-22"], "paused");
    let principal = story.told(NoticeKind::UrgentReply);
    let principal: Vec<&str> = principal
        .iter()
        .filter_map(|told| told.strip_suffix(" principal"))
        .collect();
    let reminded = ["09-23", "09-24", "09-27", "09-28", "09-29", "09-30"];
    assert_eq!(
        principal,
        [&["09-22", "09-22"], &reminded[..]].concat(),
        "on each school day that it waits"
    );
    story.command(&Command::Acknowledge).unwrap();
    assert_eq!(story.command(&Command::Acknowledge), Err(Refusal::TaskNotOpen));
    story.until("2021-10-01");
    assert_eq!(story.rounds(1), ["09-22", "10-01"], "asking goes on");
    let before = story.told(NoticeKind::UrgentReply).len();
    story.writes(true);
    assert_eq!(story.told(NoticeKind::UrgentReply).len(), before + 2, "a new alarm");
}

#[test]
fn who_leads_the_new_school_is_told_of_a_danger_that_waits() {
    let mut story = Story::new();
    story.writes(true);
    story.until("2021-09-02");
    story.correct(|facts| facts.schools.push((Some(day("2021-09-03")), "south".into())));
    story.until("2021-09-03");
    let told = story.told(NoticeKind::UrgentReply);
    assert_eq!(told, ["09-01 principal", "09-02 principal", "09-03 south principal"]);
}

#[test]
fn r10_no_check_is_raised_while_the_principal_looks_into_a_danger() {
    let mut story = Story::new();
    story.escalates = false;
    story.until("2021-09-30");
    assert!(story.record.handovers.contains_key(&1));
    story.writes(true);
    story.escalates = true;
    story.until("2021-10-04");
    assert_eq!((story.state(1), story.task(1, TaskKind::WelfareCheck)), (Open, None));
    story.command(&Command::Acknowledge).unwrap();
    story.until("2021-10-05");
    assert_eq!(story.state(1), Unreachable);
}

#[test]
fn a_school_without_a_principal_has_the_teacher_told_of_danger() {
    let mut story = Story::new();
    story.correct(|facts| facts.principals.clear());
    story.writes(true);
    assert_eq!(story.told(NoticeKind::UrgentReply), ["09-01 teacher"]);
    assert_eq!(Story::new().command(&Command::Acknowledge), Err(Refusal::NoTask));
}
