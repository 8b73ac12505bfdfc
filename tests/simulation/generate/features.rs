//! What there is in a history: which of the things that must occur in some.

use super::history;
use super::look::{Look, attends, contacts, is_student, version};
use super::season::sunday;
use crate::history::{
    Act, Channel, Delivery, Fate, FaultKind, History, Instruction, Is, Role, Says, Scope, Time, Trouble, What,
};
use chrono::{Datelike, Months, TimeDelta};
use std::collections::BTreeMap;

/// Which of them a history has.
pub fn features(history: &History) -> Vec<&'static str> {
    let look = Look::at(history);
    FEATURES
        .iter()
        .filter(|(_, has)| has(&look))
        .map(|(name, _)| *name)
        .collect()
}

/// In how many of the histories from the seeds below `seeds` each of them is.
pub fn coverage(seeds: u64) -> Vec<(&'static str, u64)> {
    let mut found: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in 0..seeds {
        for feature in features(&history(seed)) {
            *found.entry(feature).or_default() += 1;
        }
    }
    let counted = FEATURES
        .iter()
        .map(|(name, _)| (*name, found.get(name).copied().unwrap_or(0)));
    counted.collect()
}

type Feature = (&'static str, fn(&Look) -> bool);

const FEATURES: &[Feature] = &[
    // The district.
    ("two schools", |l| l.ids(|is| *is == Is::School) == 2),
    ("three schools", |l| l.ids(|is| *is == Is::School) == 3),
    ("6 students or more", |l| {
        l.ids(|is| matches!(is, Is::Student { .. })) >= 6
    }),
    ("13 students or more", |l| {
        l.ids(|is| matches!(is, Is::Student { .. })) >= 13
    }),
    ("siblings", |l| {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        l.told.iter().any(|(_, object)| match &object.is {
            Is::Student { guardians, .. } => guardians
                .iter()
                .any(|g| seen.insert(g, &object.id).is_some_and(|s| s != object.id)),
            _ => false,
        })
    }),
    ("two guardians or more", |l| {
        l.is(|is| matches!(is, Is::Student { guardians, .. } if guardians.len() > 1))
    }),
    ("both channels", |l| {
        l.is(|is| matches!(contacts(is), Some((Some(_), Some(_), _))))
    }),
    ("telephone only", |l| {
        l.is(|is| matches!(contacts(is), Some((None, None, true))))
    }),
    ("no contact at all", |l| {
        l.is(|is| matches!(contacts(is), Some((None, None, false))))
    }),
    ("unusable number", |l| {
        l.is(|is| matches!(contacts(is), Some((Some(sms), _, _)) if !sms.starts_with("860-52")))
    }),
    ("unusable address", |l| {
        let usable = |email: &str| email.ends_with("@example.net") && !email.starts_with('@');
        l.is(|is| matches!(contacts(is), Some((_, Some(email), _)) if !usable(email)))
    }),
    ("shared number", |l| {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        l.told.iter().any(|(_, object)| match contacts(&object.is) {
            Some((Some(sms), _, _)) if sms.starts_with("860-52") => {
                seen.insert(sms, &object.id).is_some_and(|g| g != object.id)
            }
            _ => false,
        })
    }),
    ("other language", |l| {
        l.is(|is| matches!(is, Is::Guardian { language: Some(_), .. }))
    }),
    ("guardian restricted", |l| {
        l.is(|is| matches!(is, Is::Guardian { do_not_contact_for, .. } if !do_not_contact_for.is_empty()))
    }),
    ("contact changed", |l| {
        l.change(|b, a| contacts(&a.is).is_some() && contacts(&b.is) != contacts(&a.is))
    }),
    ("guardian deleted", |l| {
        l.any(|o| !o.active && matches!(o.is, Is::Guardian { .. }))
    }),
    ("guardian added", |l| {
        l.change(|b, a| match (&b.is, &a.is) {
            (Is::Student { guardians: before, .. }, Is::Student { guardians: after, .. }) => before.len() < after.len(),
            _ => false,
        })
    }),
    // Who attends where.
    ("part of the set-up later", |l| l.someone_later),
    ("late enrolment", |l| {
        let later = |roles: &[Role]| matches!(roles, [only] if only.begin > Some(l.history.start));
        l.is(|is| matches!(is, Is::Student { roles, .. } if later(roles)))
    }),
    ("transfer", |l| {
        l.is(|is| matches!(is, Is::Student { roles, .. } if roles.len() > 1))
    }),
    ("withdrawal", |l| {
        l.change(|b, a| is_student(a) && attends(b) && !attends(a))
    }),
    ("student deleted", |l| l.any(|o| is_student(o) && !o.active)),
    ("return", |l| l.change(|b, a| !attends(b) && attends(a))),
    ("grade change", |l| {
        l.change(
            |b, a| matches!((&b.is, &a.is), (Is::Student { grade: x, .. }, Is::Student { grade: y, .. }) if x != y),
        )
    }),
    // Periods and marks.
    ("period of the district", |l| l.scope(|s| *s == Scope::District)),
    ("period of a school", |l| l.scope(|s| matches!(s, Scope::School(_)))),
    ("period of a grade", |l| {
        l.scope(|s| matches!(s, Scope::Grade { school: None, .. }))
    }),
    ("period of a school's grade", |l| {
        l.scope(|s| matches!(s, Scope::Grade { school: Some(_), .. }))
    }),
    ("period of a student", |l| l.scope(|s| matches!(s, Scope::Student(_)))),
    ("other delivery", |l| {
        l.is(|is| matches!(is, Is::Period { delivery, .. } if *delivery != Delivery::Internet))
    }),
    ("periods overlap", |l| {
        l.two_periods(|a, b| a.0 <= b.0 && a.1.is_none_or(|end| end >= b.0))
    }),
    ("periods touch", |l| {
        l.two_periods(|a, b| a.1.is_some_and(|end| end + TimeDelta::days(1) == b.0))
    }),
    ("period back-dated", |l| {
        l.any(|o| matches!(o.is, Is::Period { start, .. } if start < o.modified.date_naive() - TimeDelta::days(14)))
    }),
    ("half a year back", |l| {
        l.any(|o| matches!(o.is, Is::Period { start, .. } if start < o.modified.date_naive() - TimeDelta::days(190)))
    }),
    ("period's start moved", |l| {
        l.change(|b, a| matches!((&b.is, &a.is), (Is::Period { start: x, .. }, Is::Period { start: y, .. }) if x != y))
    }),
    ("period's end moved", |l| {
        l.change(|b, a| matches!((&b.is, &a.is), (Is::Period { end: x, .. }, Is::Period { end: y, .. }) if x != y))
    }),
    ("period rescinded", |l| {
        l.change(|b, a| matches!(a.is, Is::Period { .. }) && b.active && !a.active)
    }),
    ("period reinstated", |l| {
        l.change(|b, a| matches!(a.is, Is::Period { .. }) && !b.active && a.active)
    }),
    ("ends on day 21 or 22", |l| {
        let long = |days: TimeDelta| (20..=21).contains(&days.num_days());
        l.is(|is| matches!(is, Is::Period { start, end: Some(end), .. } if long(*end - *start)))
    }),
    ("marks", |l| l.is(|is| matches!(is, Is::Mark { .. }))),
    ("marks without a period", |l| {
        l.is(|is| matches!(is, Is::Mark { .. })) && !l.is(|is| matches!(is, Is::Period { .. }))
    }),
    ("in person", |l| {
        l.is(|is| {
            matches!(
                is,
                Is::Mark {
                    instruction: Instruction::InPerson,
                    ..
                }
            )
        })
    }),
    ("mark corrected", |l| {
        l.change(|b, a| matches!(a.is, Is::Mark { .. }) && b.is != a.is)
    }),
    ("mark taken back", |l| {
        l.any(|o| !o.active && matches!(o.is, Is::Mark { .. }))
    }),
    // The calendar.
    ("holidays known", |l| l.is(|is| matches!(is, Is::Calendar { .. }))),
    ("holidays changed", |l| {
        l.change(|b, a| matches!(a.is, Is::Calendar { .. }) && b != a)
    }),
    ("dst change", |l| {
        l.day(|d| d == sunday(d.year(), 3, 2) || d == sunday(d.year(), 11, 1))
    }),
    ("leap day", |l| l.day(|d| (d.month(), d.day()) == (2, 29))),
    ("month end clamped", |l| {
        l.any(|o| match o.is {
            Is::Period { start, .. } => {
                let due = start + TimeDelta::days(21);
                let next = due.checked_add_months(Months::new(6));
                next.is_some_and(|next| next.day() != due.day() && l.day(|d| d == next))
            }
            _ => false,
        })
    }),
    ("winter holidays", |l| l.day(|d| (d.month(), d.day()) == (12, 25))),
    ("summer", |l| l.day(|d| (d.month(), d.day()) == (7, 15))),
    ("below 22 days", |l| l.history.days < 22),
    ("> 60 days", |l| l.history.days > 60),
    ("> 210 days", |l| l.history.days > 210),
    // Versions.
    ("older state after newer", |l| l.change(|b, a| version(a) < version(b))),
    ("two states of one second", |l| {
        l.change(|b, a| a.modified == b.modified && a.sequence != b.sequence)
    }),
    ("same state again", |l| l.change(|b, a| a == b)),
    ("objects in odd order", |l| {
        l.told.iter().position(|(_, o)| is_student(o))
            < l.told.iter().position(|(_, o)| matches!(o.is, Is::Guardian { .. }))
    }),
    // Answers.
    ("booked", |l| l.act(|a| matches!(a, Act::Schedule { .. }))),
    ("held", |l| l.act(|a| a == Act::MarkHeld)),
    ("no-show", |l| l.act(|a| a == Act::MarkNoShow)),
    ("cancelled", |l| l.act(|a| a == Act::Cancel)),
    ("declined", |l| l.act(|a| a == Act::Decline)),
    ("call asked for", |l| l.act(|a| a == Act::AskForCall)),
    ("teacher's call failed", |l| {
        l.act(|a| a == Act::LogAttempt { reached: false })
    }),
    ("teacher's call reached", |l| {
        l.act(|a| a == Act::LogAttempt { reached: true })
    }),
    ("nobody knows who", |l| {
        l.step(|s| matches!(s.what, What::Act { actor: None, .. }))
    }),
    ("check closed", |l| {
        l.step(|s| {
            matches!(
                s.what,
                What::CloseCheck {
                    student_safe: Some(_),
                    family_safe: Some(_),
                    ..
                }
            )
        })
    }),
    ("check without findings", |l| {
        l.step(|s| {
            matches!(
                s.what,
                What::CloseCheck { student_safe: None, .. } | What::CloseCheck { family_safe: None, .. }
            )
        })
    }),
    ("stop", |l| l.says(Says::Stop)),
    ("start", |l| l.says(Says::Start)),
    ("wrong number", |l| l.says(Says::WrongNumber)),
    ("question", |l| l.says(Says::Question)),
    ("danger", |l| l.says(Says::Danger)),
    ("names somebody to call", |l| {
        l.step(|s| matches!(s.what, What::Names { .. }))
    }),
    ("acknowledged", |l| {
        l.step(|s| matches!(s.what, What::Acknowledge { .. }))
    }),
    ("sms bounced", |l| l.report(Channel::Sms, Fate::Bounced)),
    ("e-mail bounced", |l| l.report(Channel::Email, Fate::Bounced)),
    ("complaint", |l| l.report(Channel::Email, Fate::Complained)),
    ("in the quiet hours", |l| l.step(|s| s.time == Time::Late)),
    ("between run and letters", |l| l.step(|s| s.time == Time::Between)),
    // Trouble.
    ("no trouble", |l| l.history.trouble == Trouble::none()),
    ("runs missed", |l| !l.history.trouble.missed.is_empty()),
    ("run twice", |l| !l.history.trouble.twice.is_empty()),
    ("runs at once", |l| !l.history.trouble.at_once.is_empty()),
    ("queues misbehave", |l| l.history.trouble.queues.is_some()),
    ("crash before a call", |l| l.fault(FaultKind::CrashBefore)),
    ("crash after a call", |l| l.fault(FaultKind::CrashAfter)),
    ("throttling", |l| l.fault(FaultKind::Throttle)),
    ("5xx", |l| l.fault(FaultKind::Error)),
    ("timeout", |l| l.fault(FaultKind::Timeout)),
    ("effect, then timeout", |l| l.fault(FaultKind::TimeoutAfterEffect)),
    ("transaction conflict", |l| l.fault(FaultKind::Conflict)),
    ("torn read", |l| l.fault(FaultKind::TornRead)),
    ("stale index read", |l| l.fault(FaultKind::StaleIndex)),
    ("panic", |l| l.fault(FaultKind::Panic)),
    ("provider lies", |l| l.fault(FaultKind::Lie)),
];
