//! English at reading grade 6 or lower (R15), by Flesch and Kincaid's formula.

use super::{answer, child, invitation, language, one};
use crate::Texts;

/// Vowel groups, a silent final "e" not counted.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !vowel(c)).filter(|group| !group.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

fn grade(text: &str) -> f64 {
    let sentences = text
        .split(['.', ':', '\n'])
        .filter(|s| s.split_whitespace().count() > 1)
        .count();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * words.len() as f64 / sentences as f64 + 11.8 * syllables as f64 / words.len() as f64 - 15.59
}

#[test]
fn a_familys_english_reads_at_grade_6_or_lower() {
    let texts = Texts::new();
    let two = invitation(vec![
        child("Ana", "Pine School", None),
        child("Ben", "Oak School", None),
    ]);
    for invitation in [one("Ana", "Pine School"), two] {
        let text = texts.invitation_email(&language("en"), &invitation).text;
        let prose: Vec<&str> = text.lines().filter(|line| !line.starts_with('-')).collect();
        let grade = grade(&prose.join("\n"));
        assert!(grade <= 6.0, "{grade}: {text}");
    }
    let answers = [
        vec![("Pine School", Some("(950) 245-3101"))],
        vec![("Pine School", None), ("Oak School", None)],
    ];
    for schools in answers {
        let text = texts.answer_sms(&language("en"), &answer(&schools)).body;
        let grade = grade(&text);
        assert!(grade <= 6.0, "{grade}: {text}");
    }
}

/// The texts of `en.ftl` that families read, by page or message, with something for each value.
fn families_read() -> Vec<(String, String)> {
    use std::collections::BTreeMap;
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for text in &crate::review::reviews(Some("es"))[0].texts {
        let parts: Vec<&str> = text.id.split('-').collect();
        let group = match parts.as_slice() {
            ["page", page, ..] => format!("page-{page}"),
            ["email", ..] => parts[..2].join("-"),
            _ => continue,
        };
        // Of a choice, the last.
        let last = text.english.lines().rev().find(|line| line.contains(']'));
        let words = last
            .and_then(|line| line.split_once(']'))
            .map_or(text.english.as_str(), |(_, words)| words);
        let mut plain = String::new();
        for (n, part) in words.split(['{', '}']).enumerate() {
            plain.push_str(if n % 2 == 0 { part } else { "Ana" });
        }
        groups.entry(group).or_default().push(plain.trim().to_owned());
    }
    groups
        .into_iter()
        .map(|(group, lines)| (group, lines.join("\n")))
        .collect()
}

#[test]
fn every_page_and_message_of_a_family_reads_at_grade_6_or_lower() {
    let groups = families_read();
    assert!(groups.len() > 15, "{groups:?}");
    for (group, text) in groups {
        // A name of three letters is shorter than most; a few words alone say little.
        if text.split_whitespace().count() > 12 {
            let grade = grade(&text);
            assert!(grade <= 6.0, "{group}: {grade:.1}\n{text}");
        }
    }
}
