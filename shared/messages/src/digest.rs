//! What staff are told: the digest of a day, and the principal's alert.

use crate::email::Block;
use crate::texts::Voice;
use crate::tidy::tidy;
use crate::{Digest, Email, Notice, Sms};
use chrono::Datelike;
use domain::decide::NoticeKind;
use std::collections::BTreeSet;

/// Every kind, the most urgent first: the order of a digest.
pub(crate) const ORDER: [NoticeKind; 9] = [
    NoticeKind::WelfareCheck,
    NoticeKind::ReachFamily,
    NoticeKind::TwoAttemptsFailed,
    NoticeKind::SiblingReached,
    NoticeKind::Cancelled,
    NoticeKind::SlotReleased,
    NoticeKind::Scheduled,
    NoticeKind::Declined,
    NoticeKind::CheckWithdrawn,
];

/// The messages with the kind's heading and with what to do.
fn texts_of(kind: NoticeKind) -> (&'static str, &'static str) {
    match kind {
        NoticeKind::TwoAttemptsFailed => ("digest-two-attempts-failed", "digest-two-attempts-failed-do"),
        NoticeKind::ReachFamily => ("digest-reach-family", "digest-reach-family-do"),
        NoticeKind::Declined => ("digest-declined", "digest-declined-do"),
        NoticeKind::CheckWithdrawn => ("digest-check-withdrawn", "digest-check-withdrawn-do"),
        NoticeKind::WelfareCheck => ("digest-welfare-check", "digest-welfare-check-do"),
        NoticeKind::SlotReleased => ("digest-slot-released", "digest-slot-released-do"),
        NoticeKind::SiblingReached => ("digest-sibling-reached", "digest-sibling-reached-do"),
        NoticeKind::Scheduled => ("digest-scheduled", "digest-scheduled-do"),
        NoticeKind::Cancelled => ("digest-cancelled", "digest-cancelled-do"),
    }
}

pub(crate) fn email(voice: &Voice<'_>, digest: &Digest) -> Email {
    let mut blocks = vec![Block::Paragraph(voice.word("digest-intro"))];
    for kind in ORDER {
        let mut notices: Vec<&Notice> = digest.lines.iter().filter(|notice| notice.kind == kind).collect();
        if notices.is_empty() {
            continue;
        }
        notices.sort_by_key(|notice| (notice.on, &notice.student, &notice.conference));
        let (heading, instruction) = texts_of(kind);
        blocks.push(Block::Heading(voice.word(heading)));
        blocks.push(Block::Paragraph(voice.word(instruction)));
        blocks.push(Block::List(
            notices.into_iter().map(|notice| line(voice, notice)).collect(),
        ));
    }
    let mut district = tidy(&digest.district);
    if district.is_empty() {
        district = voice.word("sender-unknown");
    }
    blocks.push(Block::Paragraph(
        voice.say("digest-sender", [("district", district.into())]),
    ));
    let subject = voice.say("digest-subject", [("count", digest.lines.len().into())]);
    Email::new(voice.language(), subject, &blocks)
}

pub(crate) fn alert(voice: &Voice<'_>, digest: &Digest) -> Sms {
    let checks = digest
        .lines
        .iter()
        .filter(|notice| notice.kind == NoticeKind::WelfareCheck);
    // There is one check per conference: the same one told twice is one that waits.
    let checks: BTreeSet<_> = checks.map(|notice| (&notice.student, &notice.conference)).collect();
    Sms::new(voice.say("sms-alert", [("checks", checks.len().into())]))
}

fn line(voice: &Voice<'_>, notice: &Notice) -> String {
    let day = voice.say(
        "day",
        [
            ("month", notice.on.month().into()),
            ("day", notice.on.day().into()),
            ("year", notice.on.year().to_string().into()),
        ],
    );
    voice.say(
        "digest-line",
        [
            ("day", day.into()),
            ("student", tidy(&notice.student).into()),
            ("conference", tidy(&notice.conference).into()),
        ],
    )
}
