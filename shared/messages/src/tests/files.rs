//! The Fluent files: each parses, holds every message, and explains it to its translator.

use super::{is_latin, language};
use crate::review::{ENGLISH, FILES};
use crate::{Encoding, sms};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Values that only some languages need.
const OPTIONAL: &[&str] = &["sound", "hour", "hour12", "hour24", "half"];

#[derive(Default)]
struct Seen {
    variables: BTreeSet<String>,
    words: String,
    references: usize,
}

impl Seen {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            InlineExpression::NumberLiteral { value } => self.words.push_str(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            // Messages refer to no others: what a message needs is seen in it.
            _ => self.references += 1,
        }
    }
}

fn files() -> Vec<(&'static str, &'static str)> {
    std::iter::once(("en", ENGLISH)).chain(FILES.iter().copied()).collect()
}

/// Every message of a file with what is in it.
fn messages(tag: &str, file: &'static str) -> BTreeMap<String, (Message<&'static str>, Seen)> {
    let resource = fluent_syntax::parser::parse(file).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut seen = Seen::default();
                seen.pattern(message.value.as_ref().expect("a value"));
                let name = message.id.name.to_owned();
                assert!(
                    messages.insert(name.clone(), (message, seen)).is_none(),
                    "{tag}: two of {name}"
                );
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => panic!("{tag}: neither message nor comment: {entry:?}"),
        }
    }
    messages
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let outline = |tag: &str, file: &'static str| -> BTreeMap<String, BTreeSet<String>> {
        let needed = |seen: Seen| {
            seen.variables
                .into_iter()
                .filter(|v| !OPTIONAL.contains(&v.as_str()))
                .collect()
        };
        let all = messages(tag, file).into_iter();
        all.map(|(name, (_, seen))| (name, needed(seen))).collect()
    };
    let english = outline("en", ENGLISH);
    assert!(english.len() > 40, "{}", english.len());
    for (tag, file) in files() {
        assert_eq!(outline(tag, file), english, "{tag}");
    }
}

#[test]
fn every_message_has_a_comment_that_explains_its_variables() {
    for (tag, file) in files() {
        for (name, (message, seen)) in messages(tag, file) {
            let comment = message
                .comment
                .unwrap_or_else(|| panic!("{tag}: {name}"))
                .content
                .join("\n");
            for variable in &seen.variables {
                assert!(comment.contains(&format!("${variable}")), "{tag}: {name}: ${variable}");
            }
            assert!(message.attributes.is_empty() && seen.references == 0, "{tag}: {name}");
        }
    }
}

#[test]
fn an_sms_is_worded_in_letters_of_gsm7_where_its_script_has_them() {
    let latin = files().into_iter().filter(|(tag, _)| is_latin(&language(tag)));
    for (tag, file) in latin {
        for (name, (_, seen)) in messages(tag, file) {
            if name.starts_with("sms-") || name.starts_with("names-") || name == "sender-unknown" {
                assert_eq!(
                    sms::measure(&seen.words).0,
                    Encoding::Gsm7,
                    "{tag}: {name}: {}",
                    seen.words
                );
            }
        }
    }
}

#[test]
fn a_familys_messages_speak_of_the_conference_only() {
    let forbidden = [
        "welfare",
        "emergency",
        "health",
        "safe",
        "attempt",
        "answered",
        "bienestar",
        "emergencia",
        "salud",
        "sano",
        "salvo",
        "intento",
        "respondido",
    ];
    for (tag, file) in files() {
        for (name, (_, seen)) in messages(tag, file) {
            // Pages ask for an emergency contact, and say where to turn in danger.
            let staff = ["digest-", "urgent-", "sms-alert", "sms-urgent", "page-"]
                .iter()
                .any(|of_staff| name.starts_with(of_staff));
            let words = seen.words.to_lowercase();
            let found = forbidden.iter().find(|word| !staff && words.contains(*word));
            assert_eq!(found, None, "{tag}: {name}");
        }
    }
}
