//! R8: the state's resource document. Which editions a family is shown, and whether it reached a parent before the conference.

use crate::conference::State;
use crate::contact::Language;
use crate::ids::UserId;
use crate::record::{Conference, Message, MessageStatus, StudentRecord};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One edition of the document, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The language it is in.
    pub language: Language,
    /// The day from which it is in force, until a newer one of the same language and origin is.
    pub from: NaiveDate,
    /// Whose text it is.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// Its text: paragraphs with an empty line between them.
    pub text: String,
}

/// Whose text an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The state's own.
    State,
    /// A person translated it for the district.
    Translated,
    /// A machine translated it.
    Machine,
}

impl Origin {
    /// As keys and records have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Translated => "translated",
            Self::Machine => "machine",
        }
    }
}

impl Edition {
    /// Which edition it is, as `2022-01-01 en`.
    pub fn id(&self) -> String {
        format!("{} {}", self.from, self.language)
    }
}

/// What a reader is shown: the state's own text always, and before it a translation where the state has none in the reader's
/// language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// A translation, which is never passed off as the state's.
    pub translation: Option<Edition>,
    /// The state's own.
    pub state: Edition,
}

impl Document {
    /// The state's text is in the reader's language.
    pub fn is_in(&self, language: &Language) -> bool {
        self.state.language.primary() == language.primary()
    }
}

/// The editions of `all` in force on `date` that a reader of `language` is shown; where the state has none in it, its own is
/// that in the district's language, else in English, else in any. `None`: the state's document is not there.
pub fn shown(all: &[Edition], language: &Language, district: &Language, date: NaiveDate) -> Option<Document> {
    let newest = |language: &Language, origin: Origin| {
        let in_force = all
            .iter()
            .filter(|edition| edition.from <= date && edition.origin == origin);
        let exact = in_force.clone().filter(|edition| edition.language == *language);
        let same = in_force.filter(|edition| edition.language.primary() == language.primary());
        exact
            .max_by_key(|edition| edition.from)
            .or(same.max_by_key(|edition| edition.from))
    };
    if let Some(own) = newest(language, Origin::State) {
        return Some(Document {
            translation: None,
            state: own.clone(),
        });
    }
    let of_state = all
        .iter()
        .filter(|edition| edition.from <= date && edition.origin == Origin::State);
    let state = newest(district, Origin::State)
        .or_else(|| newest(&Language::english(), Origin::State))
        .or_else(|| of_state.max_by_key(|edition| edition.from))?;
    // A translation of what the state has replaced since is none of its text.
    let current = |edition: &&Edition| edition.from >= state.from;
    let translation = newest(language, Origin::Translated)
        .filter(current)
        .or_else(|| newest(language, Origin::Machine).filter(current));
    Some(Document {
        translation: translation.cloned(),
        state: state.clone(),
    })
}

/// That the document reached somebody, otherwise than by an e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provided {
    /// Whom; `None`: the teacher did not say.
    pub guardian: Option<UserId>,
    /// When; of what was handed over, the day counts.
    pub at: DateTime<Utc>,
    /// How.
    pub how: Way,
    /// Which edition, as [`Edition::id`]; `None`: the teacher did not say.
    pub edition: Option<String>,
}

/// How the document reached somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Its text stood on the page on which the family confirmed.
    Shown,
    /// An e-mail that carried it was delivered.
    Email,
    /// The teacher handed it over on paper.
    Paper,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shown => "shown on the page",
            Self::Email => "by e-mail",
            Self::Paper => "on paper",
        })
    }
}

impl StudentRecord {
    /// How the document first reached a guardian who attends conference `n`, before it began; `None`: it did not. A link in a
    /// text message alone is no way.
    pub fn document_provided(&self, n: u32) -> Option<Way> {
        let conference = self.conferences.get(&n)?;
        let arrived =
            |message: &&Message| message.conference == n && matches!(message.status, MessageStatus::Sent { .. });
        let carried = self.messages.values().filter(arrived);
        let emailed = carried.filter_map(|message| {
            let (_, at) = (message.document.as_ref()?, message.delivered_at?);
            Some((at, Way::Email, Some(&message.guardian)))
        });
        let noted = conference.documents.iter();
        let noted = noted.map(|provided| (provided.at, provided.how, provided.guardian.as_ref()));
        let in_time = emailed
            .chain(noted)
            .filter(|(at, _, guardian)| conference.attends_after(*guardian, *at));
        in_time.min_by_key(|(at, way, _)| (*at, *way)).map(|(_, way, _)| way)
    }

    /// R8: conference `n` was held without the document having reached the parent, on a day from which that is demanded.
    pub fn document_missing(&self, n: u32, since: NaiveDate) -> bool {
        let held_on = self
            .conferences
            .get(&n)
            .filter(|conference| conference.state == State::Held);
        let held_on = held_on.and_then(|conference| conference.held_on);
        held_on.is_some_and(|on| on >= since) && self.document_provided(n).is_none()
    }
}

impl Conference {
    /// Whether this guardian (none: somebody) has a time of their own, or one of which nobody said whose it is, after `at`.
    /// Where no time is agreed, whoever it reached may come.
    fn attends_after(&self, guardian: Option<&UserId>, at: DateTime<Utc>) -> bool {
        let theirs = |of: Option<&UserId>| guardian.is_none() || of.is_none() || of == guardian;
        let mut bookings = self.bookings.iter();
        let has_time = bookings.any(|booking| theirs(booking.guardian.as_ref()) && at <= booking.starts_at);
        has_time || self.bookings.is_empty()
    }
}

#[cfg(test)]
mod tests;
