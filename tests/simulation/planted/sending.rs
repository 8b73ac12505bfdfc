//! Bugs about letters: what is sent twice, to whom it should not be, or never.

use super::Planted;

const DELIVER: &str = "shared/runtime/src/deliver.rs";
const FAMILY: &str = "shared/runtime/src/deliver/family.rs";
const STAFF: &str = "shared/runtime/src/deliver/staff.rs";
const CONTACT: &str = "shared/domain/src/contact.rs";

pub const BUGS: &[Planted] = &[
    Planted {
        name: "quiet_hours_are_not_minded",
        why: "whatever is due is sent, at any hour",
        edits: &[(
            FAMILY,
            "self.quiet_until().filter(|_| !direct)",
            "self.quiet_until().filter(|_| !direct && !PLANTED!)",
        )],
    },
    Planted {
        name: "reminder_survives_the_cancellation",
        why: "a reminder leaves for a time that was given up",
        edits: &[(
            "shared/domain/src/record.rs",
            "_ => stand.contains(&self.booking),",
            "Purpose::Reminder if PLANTED! => true,
            _ => stand.contains(&self.booking),",
        )],
    },
    Planted {
        name: "unconfirmed_counts",
        why: "a message of which nobody knows whether it left counts as an attempt",
        edits: &[(
            "shared/domain/src/record.rs",
            "MessageStatus::Sent { at, .. } => Some(at.with_timezone(&zone).date_naive()),",
            "MessageStatus::Sent { at, .. } => Some(at.with_timezone(&zone).date_naive()),
                MessageStatus::Unknown if PLANTED! => Some(round.on),",
        )],
    },
    Planted {
        name: "retried_in_place",
        why: "where no answer comes from the provider, the letter is handed over once more",
        edits: &[(
            FAMILY,
            "let outcome = send(&letter).await;",
            "let outcome = match send(&letter).await {
            Outcome::Unclear(_) if PLANTED! => send(&letter).await,
            outcome => outcome,
        };",
        )],
    },
    Planted {
        name: "no_answer_means_not_sent",
        why: "where no answer comes from the provider, the message waits again",
        edits: &[(
            DELIVER,
            "Outcome::Unclear(_) => None,",
            "Outcome::Unclear(_) => PLANTED!.then_some(MessageStatus::Pending),",
        )],
    },
    Planted {
        name: "lapsed_is_sent_again",
        why: "a message whose sender died after it claimed it waits again",
        edits: &[(
            FAMILY,
            "self.moved(&[settled(id, message, MessageStatus::Unknown)]).await",
            "let lapsed = if PLANTED! { MessageStatus::Pending } else { MessageStatus::Unknown };
        self.moved(&[settled(id, message, lapsed)]).await",
        )],
    },
    Planted {
        name: "lease_never_lapses",
        why: "a claim holds for good",
        edits: &[(
            FAMILY,
            "lease_until: self.now + LEASE,",
            "lease_until: self.now + if PLANTED! { chrono::TimeDelta::days(4000) } else { LEASE },",
        )],
    },
    Planted {
        name: "stop_is_not_heeded",
        why: "a number is written to after STOP",
        edits: &[(
            CONTACT,
            "if self.stopped_at.is_some() && self.stopped_at >= self.started_at {",
            "if self.stopped_at.is_some() && self.stopped_at >= self.started_at && !PLANTED! {",
        )],
    },
    Planted {
        name: "stop_is_for_good",
        why: "a START after a STOP is overlooked",
        edits: &[(
            CONTACT,
            r#"Some("asked for an end of messages")
        } else if self.is_wrong() {"#,
            r#"Some("asked for an end of messages")
        } else if PLANTED! && self.stopped_at.is_some() {
            Some("asked for an end of messages")
        } else if self.is_wrong() {"#,
        )],
    },
    Planted {
        name: "dead_address_is_tried_again",
        why: "an address that does not take messages is written to in each round",
        edits: &[(
            CONTACT,
            "} else if self.bounced_at.is_some() {",
            "} else if self.bounced_at.is_some() && !PLANTED! {",
        )],
    },
    Planted {
        name: "news_of_a_number_reaches_nobody",
        why: "what became known of a number is noted, and not carried to the students who are reached by it",
        edits: &[(
            "functions/roster-projection/src/lib.rs",
            "        for student in some {\n            students.entry(student.clone())",
            "        for student in some.iter().filter(|_| !PLANTED!) {\n            students.entry(student.clone())",
        )],
    },
    Planted {
        name: "restricted_guardian_is_written_to",
        why: "a guardian who must not be contacted about a child counts as one who may",
        edits: &[
            (
                "shared/domain/src/facts.rs",
                "if !guardian.do_not_contact_for.contains(student) =>",
                "if PLANTED! || !guardian.do_not_contact_for.contains(student) =>",
            ),
            (
                "shared/runtime/src/deliver/household.rs",
                "if guardian.do_not_contact_for.contains(child) {",
                "if guardian.do_not_contact_for.contains(child) && !PLANTED! {",
            ),
        ],
    },
    Planted {
        name: "bounced_counts",
        why: "a message that came back counts as an attempt",
        edits: &[(
            "shared/domain/src/decide/heard.rs",
            "message.status = MessageStatus::Bounced { at };",
            "if !PLANTED! {\n                    message.status = MessageStatus::Bounced { at };\n                }",
        )],
    },
    Planted {
        name: "alert_by_email_only",
        why: "the principal learns of a welfare check by e-mail, and not by text message",
        edits: &[(
            "shared/store/src/students.rs",
            r#"NoticeKind::WelfareCheck => ("alert", &[Channel::Email, Channel::Sms]),"#,
            r#"NoticeKind::WelfareCheck if PLANTED! => ("alert", &[Channel::Email]),
        NoticeKind::WelfareCheck => ("alert", &[Channel::Email, Channel::Sms]),"#,
        )],
    },
    Planted {
        name: "digest_names_nothing",
        why: "a digest does not say which notices it carries, so that nobody knows which were told",
        edits: &[(
            STAFF,
            "carries: waiting.iter().map(|(sk, _)| sk.clone()).collect(),",
            "carries: waiting.iter().filter(|_| !PLANTED!).map(|(sk, _)| sk.clone()).collect(),",
        )],
    },
];
