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
