//! What staff are told: the digest of a day, the principal's alert, and the urgent one.

use crate::email::Block;
use crate::texts::Voice;
use crate::tidy::tidy;
use crate::{Digest, Email, Notice, Sms};
use chrono::Datelike;
use domain::decide::NoticeKind;
use std::collections::BTreeSet;

/// Every kind, the most urgent first: the order of a digest.
pub(crate) const ORDER: [NoticeKind; 11] = [
    NoticeKind::UrgentReply,
    NoticeKind::WelfareCheck,
    NoticeKind::ReachFamily,
    NoticeKind::TwoAttemptsFailed,
    NoticeKind::SiblingReached,
    NoticeKind::Cancelled,
    NoticeKind::SlotReleased,
    NoticeKind::Scheduled,
    NoticeKind::Declined,
    NoticeKind::CheckWithdrawn,
    NoticeKind::FamilyWrote,
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
        NoticeKind::FamilyWrote => ("digest-family-wrote", "digest-family-wrote-do"),
        NoticeKind::UrgentReply => ("digest-urgent-reply", "digest-urgent-reply-do"),
    }
}

pub(crate) fn email(voice: &Voice<'_>, digest: &Digest) -> Email {
    let mut blocks = vec![Block::Paragraph(voice.word("digest-intro"))];
    for kind in ORDER {
        let notices: Vec<&Notice> = digest.lines.iter().filter(|notice| notice.kind == kind).collect();
        if notices.is_empty() {
            continue;
        }
        let (heading, instruction) = texts_of(kind);
        blocks.push(Block::Heading(voice.word(heading)));
        blocks.push(Block::Paragraph(voice.word(instruction)));
        blocks.push(list(voice, notices));
    }
    blocks.push(sender(voice, digest));
    let subject = voice.say("digest-subject", [("count", digest.lines.len().into())]);
    Email::new(voice.language(), subject, &blocks)
}

/// At once, and the same whatever the family wrote: nothing of it is quoted.
pub(crate) fn urgent_sms(voice: &Voice<'_>) -> Sms {
    Sms::new(voice.word("sms-urgent"))
}

pub(crate) fn urgent_email(voice: &Voice<'_>, digest: &Digest) -> Email {
    let paragraph = |id: &str| Block::Paragraph(voice.word(id));
    let blocks = [
        paragraph("urgent-do"),
        Block::Heading(voice.word("urgent-students")),
        list(voice, digest.lines.iter().collect()),
        Block::Heading(voice.word("urgent-next")),
        paragraph("urgent-paused"),
        sender(voice, digest),
    ];
    Email::new(voice.language(), voice.word("urgent-subject"), &blocks)
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

/// The notices by day, a line each.
fn list(voice: &Voice<'_>, mut notices: Vec<&Notice>) -> Block {
    notices.sort_by_key(|notice| (notice.on, &notice.student, &notice.conference));
    Block::List(notices.into_iter().map(|notice| line(voice, notice)).collect())
}

/// Who sends the e-mail.
fn sender(voice: &Voice<'_>, digest: &Digest) -> Block {
    let mut district = tidy(&digest.district);
    if district.is_empty() {
        district = voice.word("sender-unknown");
    }
    Block::Paragraph(voice.say("digest-sender", [("district", district.into())]))
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
    let student = [("day", day.into()), ("student", tidy(&notice.student).into())];
    match &notice.conference {
        Some(conference) => voice.say(
            "digest-line",
            student.into_iter().chain([("conference", tidy(conference).into())]),
        ),
        None => voice.say("digest-line-student", student),
    }
}
