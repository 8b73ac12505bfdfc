//! What a family's text message says. The words that count are in `replies/*.txt`, for people to read and edit; here is
//! only how they are looked for.
//!
//! Where it is in doubt whether a family wants no more messages, a person reads what it wrote: nobody is silenced by a
//! guess. Where it is in doubt whether somebody is in danger, the school is alarmed.

pub(crate) mod lists;

use crate::sms::is_mark;
use crate::tidy::is_hidden;
use icu_normalizer::DecomposingNormalizerBorrowed;
use lists::{Found, Heading, Lists};
use std::sync::LazyLock;

/// What a text message says, in whatever language. Several may hold at once; of `stop` and `start` one at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// No more text messages to this number.
    pub stop: bool,
    /// Text messages to this number again.
    pub start: bool,
    /// Whoever is looked for is not there.
    pub wrong_number: bool,
    /// It reads as danger to somebody's life or safety.
    pub danger: bool,
}

/// Every language's lists, parsed once. What a file says wrongly is left out; a test proves that no file does.
static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::of(lists::FILES.iter().map(|(_, file)| *file)));

/// Understands a text message. A parent writes in whatever language, so the lists of all of them count.
///
/// A phrase counts where it stands as whole words. A phrase of a list "alone" counts only when the message says nothing
/// but what is on the lists: "stop, please" asks for an end of messages, "the bus stop" does not.
pub fn meaning(text: &str) -> Meaning {
    let (text, marks) = read(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = LISTS.find(&words);
    // "He is missing. Class is over" is not "missing class".
    found.retain(|found| found.heading != Heading::NotDanger || found.is_unbroken(&marks));
    let known = covered(&found, words.len(), |heading| !heading.is_exception());
    let alone = known.iter().all(|known| *known);
    // An everyday phrase takes back what it shares a word with, nothing else; and the "end" of "end my life" does not also
    // ask for an end of messages.
    let everyday = covered(&found, words.len(), |heading| heading == Heading::NotDanger);
    let dangerous = covered(&found, words.len(), |heading| heading == Heading::Danger);

    let has = |heading| found.iter().any(|found| found.heading == heading);
    let apart = |heading, from: &[bool]| {
        found
            .iter()
            .any(|found| found.heading == heading && !found.touches(from))
    };
    let says_alone = |heading| alone && apart(heading, &dangerous);
    let stop = (has(Heading::Stop) || says_alone(Heading::StopAlone)) && !has(Heading::NotStop);
    let wrong_number = has(Heading::WrongNumber) || says_alone(Heading::WrongNumberAlone);
    Meaning {
        stop,
        start: says_alone(Heading::StartAlone) && !stop,
        wrong_number: wrong_number && !has(Heading::NotWrongNumber),
        danger: apart(Heading::Danger, &everyday) || (alone && apart(Heading::DangerAlone, &everyday)),
    }
}

/// Which of the words stand in a phrase of such a heading.
fn covered(found: &[Found], words: usize, of: impl Fn(Heading) -> bool) -> Vec<bool> {
    let mut covered = vec![false; words];
    for found in found.iter().filter(|found| of(found.heading)) {
        covered
            .iter_mut()
            .take(found.end)
            .skip(found.start)
            .for_each(|covered| *covered = true);
    }
    covered
}

/// The words in small letters without accents and apostrophes, one space between them: how messages and lists are
/// compared. Marks that are not seen are dropped, everything else that is no letter or digit parts words.
pub(crate) fn plain(text: &str) -> String {
    read(text).0
}

/// What stands between two words of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Nothing but a space or a hyphen.
    #[default]
    None,
    /// A comma.
    Comma,
    /// Anything else: a full stop, a new line, a dash, a picture.
    Break,
}

/// The text in plain words, and the strongest mark after each word.
fn read(text: &str) -> (String, Vec<Mark>) {
    let mut marks = Vec::new();
    let mut mark = Mark::None;
    let seen = text
        .chars()
        .filter(|letter| !is_hidden(*letter) && !is_apostrophe(*letter));
    let mut plain = String::with_capacity(text.len());
    // Lower case first: a capital may be made of several letters. Then the letters without their marks, and letters of
    // another shape (full width, bold) as the usual ones.
    for letter in DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(seen.flat_map(char::to_lowercase)) {
        if letter.is_alphanumeric() {
            if plain.ends_with(' ') {
                marks.push(std::mem::take(&mut mark));
            }
            plain.extend(letter.to_lowercase());
        } else if !is_mark(letter) && !plain.is_empty() {
            mark = mark.max(Mark::of(letter, plain.ends_with(' ')));
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
    }
    plain.truncate(plain.trim_end().len());
    (plain, marks)
}

impl Mark {
    /// The mark that a letter is which belongs to no word. A hyphen after a space is a dash.
    fn of(letter: char, after_space: bool) -> Self {
        match letter {
            ',' => Self::Comma,
            '-' | '\u{2010}' if !after_space => Self::None,
            '\n' | '\r' => Self::Break,
            _ if letter.is_whitespace() => Self::None,
            _ => Self::Break,
        }
    }
}

/// What people type for an apostrophe: "don't", "don’t" and "don´t" are "dont".
fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | '′')
}
