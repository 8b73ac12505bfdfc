//! The lists of `replies/*.txt`: what a reviewer may have mistyped, and whether they contradict each other.

use crate::reply::lists::{self, FILES, Heading, Line, lines};
use crate::reply::meaning;
use crate::texts::OTHERS;
use std::collections::{BTreeMap, BTreeSet};

/// Every phrase with its file and heading.
fn phrases() -> Vec<(&'static str, Heading, String)> {
    let mut all = Vec::new();
    for (tag, file) in FILES {
        for line in lines(file) {
            match line {
                Line::Phrases(heading, line) => {
                    all.extend(lists::phrases(line).into_iter().map(|phrase| (*tag, heading, phrase)));
                }
                Line::Unreadable(line) => panic!("{tag}: this stands below no heading, or lacks a word: {line}"),
            }
        }
    }
    all
}

#[test]
fn every_list_is_of_a_language_of_the_texts_and_has_every_heading() {
    for (tag, _) in FILES {
        // What is written in another language goes to a person.
        assert!(*tag == "en" || OTHERS.iter().any(|(other, ..)| other == tag), "{tag}");
        let found: BTreeSet<Heading> = phrases().iter().filter(|p| p.0 == *tag).map(|p| p.1).collect();
        assert_eq!(found, Heading::ALL.into(), "{tag}");
    }
}

#[test]
fn each_phrase_stands_on_one_list_only() {
    let mut seen = BTreeMap::new();
    for (tag, heading, phrase) in phrases() {
        seen.entry(phrase).or_insert_with(Vec::new).push((tag, heading.name()));
    }
    seen.retain(|_, places| places.len() > 1);
    assert!(seen.is_empty(), "{seen:#?}");
}

#[test]
fn each_phrase_alone_says_what_its_heading_says_and_nothing_else() {
    let mut others = Vec::new();
    for (tag, heading, phrase) in phrases() {
        let meaning = meaning(&phrase);
        let said = (meaning.stop, meaning.start, meaning.wrong_number, meaning.danger);
        let expected = match heading {
            Heading::Stop | Heading::StopAlone => (true, false, false, false),
            Heading::StartAlone => (false, true, false, false),
            Heading::WrongNumber | Heading::WrongNumberAlone => (false, false, true, false),
            Heading::Danger | Heading::DangerAlone => (false, false, false, true),
            Heading::Polite | Heading::NotStop | Heading::NotWrongNumber | Heading::NotDanger => {
                (false, false, false, false)
            }
        };
        if said != expected {
            others.push((tag, heading.name(), phrase));
        }
    }
    assert!(others.is_empty(), "{others:#?}");
}

/// Whether two phrases can stand in a message so that they share a word.
fn can_overlap(one: &[String], other: &[String]) -> bool {
    let agree = |one: &[String], other: &[String]| one.iter().zip(other).all(|(a, b)| a == b);
    (0..one.len()).any(|skip| agree(&one[skip..], other)) || (0..other.len()).any(|skip| agree(one, &other[skip..]))
}

#[test]
fn everyday_words_except_something() {
    let all = phrases();
    let of = |heading| all.iter().filter(move |phrase| phrase.1 == heading);
    let words = |phrase: &'_ String| phrase.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let danger: Vec<Vec<String>> = of(Heading::Danger).map(|phrase| words(&phrase.2)).collect();
    let mut idle = Vec::new();
    for (tag, _, phrase) in of(Heading::NotDanger) {
        let excepts = danger.iter().any(|danger| can_overlap(danger, &words(phrase)));
        if !excepts {
            idle.push((tag, phrase));
        }
    }
    assert!(
        idle.is_empty(),
        "no phrase of [danger] shares a word with these: {idle:#?}"
    );
}

#[test]
fn a_draft_says_so_at_its_head() {
    for (tag, file) in FILES {
        let head: String = file.lines().take(5).collect();
        assert!(head.contains("DRAFT") || head.contains("Reviewed by"), "{tag}");
    }
}

#[test]
fn what_cannot_be_read_is_told_from_what_can() {
    let file = "over\n# a note\n[stop]\n  \n Stop it! \n...\nstop/\n[stops]\nthis\n[danger]\nfire";
    let read: Vec<Line<'_>> = lines(file).collect();
    let expected = vec![
        Line::Unreadable("over"),
        Line::Phrases(Heading::Stop, "Stop it!"),
        Line::Unreadable("..."),
        Line::Unreadable("stop/"),
        Line::Unreadable("[stops]"),
        Line::Unreadable("this"),
        Line::Phrases(Heading::Danger, "fire"),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_line_stands_for_each_choice_of_its_words() {
    let stands_for = lists::phrases("He/She Hit me/us again");
    let expected = [
        "he hit me again",
        "he hit us again",
        "she hit me again",
        "she hit us again",
    ];
    assert_eq!(stands_for, expected);
}
