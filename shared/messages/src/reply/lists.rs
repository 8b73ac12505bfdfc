//! The lists of `replies/*.txt`: a heading in square brackets, phrases a line each below it, `#` comments.

use super::{Mark, plain};
use std::collections::HashMap;

/// The language of each file, and the file. A new language is a new file and a line here.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../../replies/en.txt")),
    ("es", include_str!("../../replies/es.txt")),
];

/// What the phrases below a heading say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Heading {
    /// Words around the others that change nothing.
    Polite,
    /// An end of messages, wherever it stands.
    Stop,
    /// An end of messages, when nothing else is said.
    StopAlone,
    /// No end of messages, whatever else is said.
    NotStop,
    /// Messages again, when nothing else is said.
    StartAlone,
    /// A wrong number, wherever it stands.
    WrongNumber,
    /// A wrong number, when nothing else is said.
    WrongNumberAlone,
    /// No wrong number, whatever else is said.
    NotWrongNumber,
    /// Danger, wherever it stands.
    Danger,
    /// Danger, when nothing else is said.
    DangerAlone,
    /// Everyday words: a phrase of danger that shares a word with these does not count.
    NotDanger,
}

impl Heading {
    /// Every heading.
    pub(crate) const ALL: [Self; 11] = [
        Self::Polite,
        Self::Stop,
        Self::StopAlone,
        Self::NotStop,
        Self::StartAlone,
        Self::WrongNumber,
        Self::WrongNumberAlone,
        Self::NotWrongNumber,
        Self::Danger,
        Self::DangerAlone,
        Self::NotDanger,
    ];

    /// As it stands in the files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Polite => "polite",
            Self::Stop => "stop",
            Self::StopAlone => "stop alone",
            Self::NotStop => "not stop",
            Self::StartAlone => "start alone",
            Self::WrongNumber => "wrong number",
            Self::WrongNumberAlone => "wrong number alone",
            Self::NotWrongNumber => "not wrong number",
            Self::Danger => "danger",
            Self::DangerAlone => "danger alone",
            Self::NotDanger => "not danger",
        }
    }

    /// Whether its phrases only take back what others say.
    pub(crate) fn is_exception(self) -> bool {
        matches!(self, Self::NotStop | Self::NotWrongNumber | Self::NotDanger)
    }
}

/// A line of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    /// Phrases below their heading, as they are written.
    Phrases(Heading, &'a str),
    /// Neither a phrase below a heading, nor a heading, comment or empty line.
    Unreadable(&'a str),
}

/// The lines of a file that are neither headings, comments nor empty.
pub(crate) fn lines(file: &str) -> impl Iterator<Item = Line<'_>> {
    let mut below = None;
    file.lines().map(str::trim).filter_map(move |line| {
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            below = Heading::ALL.into_iter().find(|heading| heading.name() == name);
            return below.is_none().then_some(Line::Unreadable(line));
        }
        Some(match below {
            Some(heading) if line.split([' ', '/']).all(|word| !plain(word).is_empty()) => Line::Phrases(heading, line),
            _ => Line::Unreadable(line),
        })
    })
}

/// The phrases a line stands for, in plain words: "hits me/us" is "hits me" and "hits us".
pub(crate) fn phrases(line: &str) -> Vec<String> {
    let begun = vec![String::new()];
    let all = line.split_whitespace().fold(begun, |begun, word| {
        let next =
            |phrase: &String| -> Vec<String> { word.split('/').map(|word| format!("{phrase} {word}")).collect() };
        begun.iter().flat_map(next).collect()
    });
    all.iter().map(|phrase| plain(phrase)).collect()
}

/// Where a phrase stands in a message.
pub(crate) struct Found {
    /// What it says.
    pub(crate) heading: Heading,
    /// Its first word, counted from 0.
    pub(crate) start: usize,
    /// The word after its last.
    pub(crate) end: usize,
    /// The strongest mark that may stand between its words, where its heading asks.
    allows: Mark,
}

impl Found {
    /// Whether one of its words is among these.
    pub(crate) fn touches(&self, words: &[bool]) -> bool {
        words.iter().take(self.end).skip(self.start).any(|word| *word)
    }

    /// Whether no stronger mark stands between its words than its line allows; `marks` are those after each word.
    pub(crate) fn is_unbroken(&self, marks: &[Mark]) -> bool {
        let between = marks.iter().take(self.end.saturating_sub(1)).skip(self.start);
        between.max().is_none_or(|mark| *mark <= self.allows)
    }
}

/// Phrases by their plain words.
pub(crate) struct Lists {
    /// With what may stand between the words: commas, where the line has one.
    headings: HashMap<String, (Heading, Mark)>,
    /// How many words the longest phrase has.
    longest: usize,
}

impl Lists {
    /// The phrases of all files.
    pub(crate) fn of<'a>(files: impl IntoIterator<Item = &'a str>) -> Self {
        let mut headings = HashMap::new();
        for line in files.into_iter().flat_map(lines) {
            if let Line::Phrases(heading, line) = line {
                let allows = if line.contains(',') { Mark::Comma } else { Mark::None };
                headings.extend(phrases(line).into_iter().map(|phrase| (phrase, (heading, allows))));
            }
        }
        let longest = headings.keys().map(|phrase: &String| phrase.split(' ').count()).max();
        Self {
            longest: longest.unwrap_or_default(),
            headings,
        }
    }

    /// Every phrase that stands in these plain words. The time it takes grows with the length of the message only: as
    /// many words are looked at from each word on as the longest phrase has.
    pub(crate) fn find(&self, words: &[&str]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut phrase = String::new();
        for start in 0..words.len() {
            phrase.clear();
            for (word, end) in words.iter().skip(start).take(self.longest).zip(start + 1..) {
                if !phrase.is_empty() {
                    phrase.push(' ');
                }
                phrase.push_str(word);
                if let Some((heading, allows)) = self.headings.get(phrase.as_str()) {
                    found.push(Found {
                        heading: *heading,
                        start,
                        end,
                        allows: *allows,
                    });
                }
            }
        }
        found
    }
}
