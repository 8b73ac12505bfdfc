//! What is personal: names, numbers, addresses. Each is a newtype whose `Debug` and `Display` print a mask, so that
//! no log line can hold one by accident; [`Personal::reveal`] is the one way to the text.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A personal value as the SIS gave it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(String);

impl Personal {
    /// Wraps a text that belongs to a person.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: for the message, the page and the provider, never for a log.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl fmt::Display for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

/// What became known of a number or an address, whoever uses it: each with when it was said, so that reports may come
/// twice and in any order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// The person asked for an end of messages (STOP).
    pub stopped_at: Option<DateTime<Utc>>,
    /// The person asked for messages again (START).
    pub started_at: Option<DateTime<Utc>>,
    /// Somebody there said that they are not who is looked for.
    pub wrong_at: Option<DateTime<Utc>>,
    /// A message came back for good.
    pub bounced_at: Option<DateTime<Utc>>,
    /// The person reported a message as unwanted.
    pub complained_at: Option<DateTime<Utc>>,
}

impl Standing {
    /// Somebody there said that they are not who is looked for, and has not asked for messages since.
    pub fn is_wrong(&self) -> bool {
        self.wrong_at.is_some() && self.wrong_at >= self.started_at
    }

    /// Why nothing may be sent there, if so ("Usable").
    pub fn refused(&self) -> Option<&'static str> {
        if self.stopped_at.is_some() && self.stopped_at >= self.started_at {
            Some("asked for an end of messages")
        } else if self.is_wrong() {
            Some("said to be a wrong number")
        } else if self.bounced_at.is_some() {
            Some("does not take messages")
        } else if self.complained_at.is_some() {
            Some("reported a message as unwanted")
        } else {
            None
        }
    }
}

/// The E.164 form of a telephone number that can be called or texted, or `None`.
///
/// Any punctuation is understood. Without a `+` the number is North American and must satisfy the numbering plan
/// (`[2-9]xx [2-9]xx xxxx`, a leading 1 allowed); others start with `+` and have 8 to 15 digits.
pub fn usable_number(text: &str) -> Option<Personal> {
    number(text).ok()
}

/// Why this can be no telephone number, in words that follow "it"; `None`: it is usable.
pub fn number_fault(text: &str) -> Option<&'static str> {
    number(text).err()
}

fn number(text: &str) -> Result<Personal, &'static str> {
    let text = text.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text
        .chars()
        .any(|c| !c.is_ascii_digit() && !"+-.()/ \u{a0}\u{2010}\u{2011}\u{2012}\u{2013}".contains(c))
    {
        return Err("has letters or signs that no number has");
    }
    let international = text.trim_start_matches('(').starts_with('+');
    if text.matches('+').count() > usize::from(international) {
        return Err("has a + inside");
    }
    if international && !digits.starts_with('1') {
        return if (8..=15).contains(&digits.len()) {
            Ok(Personal(format!("+{digits}")))
        } else {
            Err("has not 8 to 15 digits after its +")
        };
    }
    let national = match digits.len() {
        11 => digits.strip_prefix('1'),
        10 if !international => Some(digits.as_str()),
        _ => None,
    };
    let national = national.ok_or("has not ten digits")?;
    let at = |i: usize| national.as_bytes()[i];
    if at(0) < b'2' {
        Err("has an area code that begins with 0 or 1")
    } else if at(3) < b'2' {
        Err("has a 0 or 1 after the area code")
    } else {
        Ok(Personal(format!("+1{national}")))
    }
}

/// An e-mail address that can be one (no spaces, one `@`, a dot in the domain), or `None`.
pub fn usable_address(text: &str) -> Option<Personal> {
    address(text).ok()
}

/// Why this can be no e-mail address, in words that follow "it"; `None`: it is usable.
pub fn address_fault(text: &str) -> Option<&'static str> {
    address(text).err()
}

fn address(text: &str) -> Result<Personal, &'static str> {
    let text = text.trim();
    let (local, domain) = text.split_once('@').ok_or("has no @")?;
    if domain.contains('@') {
        return Err("has more than one @");
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("has a space");
    }
    if local.is_empty() {
        return Err("has nothing before the @");
    }
    if domain.split('.').count() < 2 || domain.split('.').any(str::is_empty) {
        return Err("has no domain with a dot after the @");
    }
    if text.contains([',', ';', '<', '>', '"', '(', ')', '\\']) {
        return Err("has a sign that no address has");
    }
    if text.len() > 254 {
        return Err("is longer than an address can be");
    }
    Ok(Personal(text.to_owned()))
}

/// A language as a BCP 47 tag in its usual case (`en`, `es`, `pt-BR`, `zh-Hans`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// English, the language every text exists in.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// Understands tags, ISO 639-2 codes and English names as school systems write them (`por`, `pt_PT`, `Spanish`).
    /// `None` when the text can be no language.
    pub fn parse(text: &str) -> Option<Self> {
        const ALIASES: &[(&str, &str)] = &[
            ("eng", "en"),
            ("english", "en"),
            ("spa", "es"),
            ("spanish", "es"),
            ("por", "pt"),
            ("portuguese", "pt"),
            ("hat", "ht"),
            ("haitian creole", "ht"),
            ("haitian", "ht"),
            ("pol", "pl"),
            ("polish", "pl"),
            ("zho", "zh"),
            ("chi", "zh"),
            ("cmn", "zh"),
            ("chinese", "zh"),
            ("mandarin", "zh"),
            ("ara", "ar"),
            ("arabic", "ar"),
            ("urd", "ur"),
            ("urdu", "ur"),
            ("vie", "vi"),
            ("vietnamese", "vi"),
            ("sqi", "sq"),
            ("alb", "sq"),
            ("albanian", "sq"),
        ];
        let lower = text.trim().to_ascii_lowercase().replace('_', "-");
        if let Some((_, tag)) = ALIASES.iter().find(|(alias, _)| *alias == lower) {
            return Some(Self((*tag).into()));
        }
        let mut parts = lower.split('-');
        let language = parts
            .next()
            .filter(|l| (2..=3).contains(&l.len()) && l.bytes().all(|b| b.is_ascii_lowercase()))?;
        let mut tag = ALIASES
            .iter()
            .find(|(alias, _)| *alias == language)
            .map_or(language, |(_, t)| t)
            .to_owned();
        for part in parts {
            if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return None;
            }
            tag.push('-');
            match part.len() {
                2 => tag.push_str(&part.to_ascii_uppercase()),
                4 => tag.extend(
                    part.chars()
                        .enumerate()
                        .map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }),
                ),
                _ => tag.push_str(part),
            }
        }
        Some(Self(tag))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary subtag: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_satisfy_the_numbering_plan_or_are_unusable() {
        for (text, expected) in [
            ("(950) 245-3101", Some("+19502453101")),
            ("1 950 245 3101", Some("+19502453101")),
            ("+1 (950) 245.3101", Some("+19502453101")),
            ("+44 20 7946 0958", Some("+442079460958")),
            ("(950) 102 5146", None),
            ("(950) 022 2846", None),
            ("(150) 245 3101", None),
            ("2453101", None),
            ("44 20 7946 0958", None),
            ("950-245-3101 ext 5", None),
            ("950+2453101", None),
            ("++442079460958", None),
            ("", None),
        ] {
            assert_eq!(usable_number(text).as_ref().map(Personal::reveal), expected, "{text}");
        }
    }

    #[test]
    fn addresses_can_be_one_or_are_unusable() {
        for (text, usable) in [
            ("a.parent@example.org", true),
            (" a.parent@example.org ", true),
            ("a parent@example.org", false),
            ("a.parent@example", false),
            ("a.parent@example..org", false),
            ("a@parent@example.org", false),
            ("@example.org", false),
            ("a.parent@example.org\r\nBcc: x@example.org", false),
        ] {
            assert_eq!(usable_address(text).is_some(), usable, "{text}");
        }
    }

    #[test]
    fn what_is_unusable_says_why_and_never_what_it_is() {
        for (text, fault) in [
            ("(950) 245-3101", None),
            ("950-245-3101 ext 5", Some("has letters or signs that no number has")),
            ("950+2453101", Some("has a + inside")),
            ("+44 20", Some("has not 8 to 15 digits after its +")),
            ("2453101", Some("has not ten digits")),
            ("(150) 245 3101", Some("has an area code that begins with 0 or 1")),
            ("(950) 102 5146", Some("has a 0 or 1 after the area code")),
        ] {
            assert_eq!(number_fault(text), fault, "{text}");
        }
        for (text, fault) in [
            ("a.parent@example.org", None),
            ("a.parent.example.org", Some("has no @")),
            ("a@parent@example.org", Some("has more than one @")),
            ("a parent@example.org", Some("has a space")),
            ("@example.org", Some("has nothing before the @")),
            ("a.parent@example", Some("has no domain with a dot after the @")),
            ("a.parent@example.org;", Some("has a sign that no address has")),
        ] {
            assert_eq!(address_fault(text), fault, "{text}");
        }
        let long = format!("{}@example.org", "a".repeat(250));
        assert_eq!(address_fault(&long), Some("is longer than an address can be"));
    }

    #[test]
    fn languages_are_understood_as_school_systems_write_them() {
        for (text, expected) in [
            ("es", Some("es")),
            ("ES-mx", Some("es-MX")),
            ("por", Some("pt")),
            ("pt_PT", Some("pt-PT")),
            ("zho-hans", Some("zh-Hans")),
            ("Haitian Creole", Some("ht")),
            ("", None),
            ("speaks several", None),
        ] {
            assert_eq!(Language::parse(text).as_ref().map(Language::tag), expected, "{text}");
        }
    }

    #[test]
    fn personal_values_print_a_mask() {
        let name = Personal::new("Zebulon");
        assert_eq!(format!("{name} {name:?}"), "••• •••");
    }
}
