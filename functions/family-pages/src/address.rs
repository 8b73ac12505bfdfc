//! The addresses of the pages: `/f/{token}` and what is below it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ids::{ConferenceId, UserId};
use form_urlencoded::parse;
use http::Uri;
use store::links::Token;

/// What a request asks for.
#[derive(Debug)]
pub(crate) struct Address {
    /// The secret part.
    pub(crate) token: Token,
    /// Which page.
    pub(crate) place: Place,
    /// What the address says beside that.
    pub(crate) query: Vec<(String, String)>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The first one.
    Home,
    /// Which messages shall stop.
    Stop,
    /// Which language.
    Language,
    /// One click in a mail program (RFC 8058).
    Unsubscribe,
    /// For which child a link of the foot of a page is meant.
    Which(Answer),
    /// A conference, as it stands.
    Conference(ConferenceId),
    /// The way to a booked conference.
    Book(ConferenceId),
    /// The file for the family's calendar.
    Calendar(ConferenceId),
    /// Another answer.
    Answer(ConferenceId, Answer),
    /// Whom to call when the family of this student cannot be reached.
    Contact(UserId),
}

/// An answer that is no booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The booked time is given up.
    Cancel,
    /// The family does not want the conference.
    Decline,
    /// The family would rather be called.
    Call,
    /// The reader is no parent of the child.
    NotMine,
}

impl Answer {
    const ALL: [Self; 4] = [Self::Cancel, Self::Decline, Self::Call, Self::NotMine];

    /// As it stands in addresses.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Decline => "decline",
            Self::Call => "call",
            Self::NotMine => "not-mine",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

impl Address {
    /// Of a request; `None`: there is no such page.
    pub(crate) fn of(uri: &Uri) -> Option<Self> {
        let parts: Option<Vec<String>> = uri.path().strip_prefix("/f/")?.split('/').map(plain).collect();
        let parts = parts?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let (token, rest) = parts.split_first()?;
        let conference = |id: &str| id.parse::<ConferenceId>().ok();
        let place = match rest {
            [] => Place::Home,
            ["stop"] => Place::Stop,
            ["language"] => Place::Language,
            ["unsubscribe"] => Place::Unsubscribe,
            ["which", answer] => Place::Which(Answer::of(answer)?),
            ["c", id] => Place::Conference(conference(id)?),
            ["c", id, "book"] => Place::Book(conference(id)?),
            ["c", id, "conference.ics"] => Place::Calendar(conference(id)?),
            ["c", id, answer] => Place::Answer(conference(id)?, Answer::of(answer)?),
            ["s", id, "contact"] => Place::Contact(UserId::from(*id)),
            _ => return None,
        };
        Some(Self {
            token: Token::new(*token),
            place,
            query: parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect(),
        })
    }
}

/// Stands before an id that is written in other letters.
const ENCODED: char = '~';

/// An id in letters that every server leaves in a path as they are; some hand on a decoded path, in which an id with a slash
/// would be two.
fn safe(id: &str) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    match id.chars().all(is_safe) {
        true => id.to_owned(),
        false => format!("{ENCODED}{}", URL_SAFE_NO_PAD.encode(id)),
    }
}

/// What a part of a path says; `None`: nothing that we write.
fn plain(part: &str) -> Option<String> {
    match part.strip_prefix(ENCODED) {
        Some(encoded) => String::from_utf8(URL_SAFE_NO_PAD.decode(encoded).ok()?).ok(),
        None => Some(part.to_owned()),
    }
}

/// The path of a page.
pub(crate) fn path(token: &Token, place: &Place) -> String {
    let home = format!("/f/{}", token.reveal());
    let of = |id: &ConferenceId| format!("{home}/c/{}", safe(&id.to_string()));
    match place {
        Place::Home => home,
        Place::Stop => format!("{home}/stop"),
        Place::Language => format!("{home}/language"),
        Place::Unsubscribe => format!("{home}/unsubscribe"),
        Place::Which(answer) => format!("{home}/which/{}", answer.word()),
        Place::Conference(id) => of(id),
        Place::Book(id) => format!("{}/book", of(id)),
        Place::Calendar(id) => format!("{}/conference.ics", of(id)),
        Place::Answer(id, answer) => format!("{}/{}", of(id), answer.word()),
        Place::Contact(id) => format!("{home}/s/{}/contact", safe(id.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let token = Token::new("AbCdEfGhIjKlMnOpQrStUv");
        let id = || ConferenceId {
            student: "p/1 #2+ü?".into(),
            n: 3,
        };
        let mut places = vec![
            Place::Home,
            Place::Stop,
            Place::Language,
            Place::Unsubscribe,
            Place::Conference(id()),
            Place::Book(id()),
            Place::Calendar(id()),
            Place::Contact("p/1 #2+ü?".into()),
        ];
        for answer in Answer::ALL {
            places.extend([Place::Which(answer), Place::Answer(id(), answer)]);
        }
        for place in places {
            let path = path(&token, &place);
            assert!(
                path.chars().all(|c| c.is_ascii_alphanumeric() || "/-._~".contains(c)),
                "{path}"
            );
            let read = Address::of(&path.parse().expect("a path")).expect("a page");
            assert_eq!((read.token, read.place), (token.clone(), place), "{path}");
        }
    }

    #[test]
    fn whatever_else_is_asked_for_is_no_page() {
        for path in [
            "/f",
            "/",
            "/f/abc/x",
            "/f/abc/c/x",
            "/f/abc/c/~!",
            "/f/abc/c/s.c1/x",
            "/f/abc/which/x",
            "/g/abc",
        ] {
            assert!(Address::of(&path.parse().expect("a path")).is_none(), "{path}");
        }
    }
}
