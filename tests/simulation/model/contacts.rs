//! Numbers and addresses: which ones can be written to, and what became known of them.

use crate::history::{Fate, Says};
use crate::observed::{Observed, TakenWhat};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// A number as it is dialled: `+` and digits, where it satisfies the numbering plan.
pub fn number(written: &str) -> Option<String> {
    let trimmed = written.trim();
    if trimmed.chars().any(char::is_alphabetic) {
        return None;
    }
    let digits: String = trimmed.chars().filter(char::is_ascii_digit).collect();
    let american = match (trimmed.starts_with('+'), digits.len()) {
        (false, 10) => &digits[..],
        (_, 11) if digits.starts_with('1') => &digits[1..],
        (true, 8..=15) if !digits.starts_with(['0', '1']) => return Some(format!("+{digits}")),
        _ => return None,
    };
    let first_of = |at: usize| (b'2'..=b'9').contains(&american.as_bytes()[at]);
    (first_of(0) && first_of(3)).then(|| format!("+1{american}"))
}

/// An address, where it can be one: no spaces, one `@`, a dot in the domain.
pub fn address(written: &str) -> Option<String> {
    let trimmed = written.trim();
    let (name, domain) = trimmed.split_once('@')?;
    let can_be = !name.is_empty()
        && !domain.contains('@')
        && !trimmed.contains(char::is_whitespace)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.');
    can_be.then(|| trimmed.to_lowercase())
}

/// A number or address as letters are compared by.
pub fn either(written: &str) -> String {
    address(written)
        .or_else(|| number(written))
        .unwrap_or_else(|| written.to_owned())
}

/// What became known of numbers and addresses, and when.
#[derive(Debug, Default)]
pub struct Contacts(BTreeMap<String, Vec<(DateTime<Utc>, News)>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Stopped,
    Started,
    /// It is somebody else's.
    Wrong,
    /// It bounced, or somebody complained: never again.
    Dead,
}

impl Contacts {
    pub fn of(observed: &Observed) -> Self {
        let to: BTreeMap<&str, &str> = observed
            .letters
            .iter()
            .map(|l| (l.id.as_str(), l.to.as_str()))
            .collect();
        let mut all = Self::default();
        for taken in &observed.taken {
            let (of, news) = match &taken.what {
                TakenWhat::Text { number, says } => match says {
                    Says::Stop => (number.as_str(), News::Stopped),
                    Says::Start => (number.as_str(), News::Started),
                    Says::WrongNumber => (number.as_str(), News::Wrong),
                    Says::Question | Says::Danger => continue,
                },
                TakenWhat::Report {
                    letter,
                    fate: Fate::Bounced | Fate::Complained,
                } => match to.get(letter.as_str()) {
                    Some(to) => (*to, News::Dead),
                    None => continue,
                },
                _ => continue,
            };
            all.0.entry(either(of)).or_default().push((taken.at, news));
        }
        all
    }

    /// Since when nothing may be sent to it, by what was known at that time. Whoever writes START from it wants to be written
    /// to, after STOP and after "wrong number".
    pub fn silent_since(&self, contact: &str, at: DateTime<Utc>) -> Option<(DateTime<Utc>, News)> {
        let mut stopped = None;
        for (when, news) in self.0.get(contact)?.iter().filter(|(when, _)| *when <= at) {
            match news {
                News::Started => stopped = None,
                News::Stopped | News::Wrong => stopped = stopped.or(Some((*when, *news))),
                News::Dead => return Some((*when, *news)),
            }
        }
        stopped
    }

    /// Whether calling it would reach somebody else: "wrong number", also after a STOP, and no START since.
    pub fn is_somebody_elses(&self, contact: &str, at: DateTime<Utc>) -> bool {
        let news = self.0.get(contact).into_iter().flatten();
        news.filter(|(when, _)| *when <= at)
            .fold(false, |wrong, (_, news)| match news {
                News::Started => false,
                News::Wrong | News::Dead => true,
                News::Stopped => wrong,
            })
    }
}
