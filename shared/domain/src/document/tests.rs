//! Which editions are shown.

use super::*;

fn language(tag: &str) -> Language {
    Language::parse(tag).expect("a tag")
}

fn edition(id: &str, origin: Origin) -> Edition {
    let (from, tag) = id.split_once(' ').expect("a day and a tag");
    Edition {
        language: language(tag),
        from: from.parse().expect("a day"),
        origin,
        title: "Help for families".into(),
        text: "Call 211.".into(),
    }
}

fn all() -> Vec<Edition> {
    vec![
        edition("2022-01-01 en", Origin::State),
        edition("2022-01-01 es", Origin::State),
        edition("2022-03-01 pl", Origin::Translated),
        edition("2022-03-01 pl", Origin::Machine),
        edition("2022-03-01 ur", Origin::Machine),
        edition("2023-01-01 en", Origin::State),
    ]
}

#[test]
fn the_state_own_text_is_always_shown_and_a_translation_only_as_one() {
    let (all, english) = (all(), language("en"));
    for (date, tag, expected) in [
        ("2021-12-31", "en", ""),
        ("2022-01-01", "en", "2022-01-01 en"),
        ("2023-06-01", "en-US", "2023-01-01 en"),
        ("2023-06-01", "es-MX", "2022-01-01 es"),
        ("2022-02-01", "pl", "2022-01-01 en"),
        ("2022-06-01", "pl", "translated 2022-03-01 pl, then 2022-01-01 en"),
        ("2022-06-01", "ur", "machine 2022-03-01 ur, then 2022-01-01 en"),
        // The state's text is another one since.
        ("2023-06-01", "ur", "2023-01-01 en"),
        ("2023-06-01", "vi", "2023-01-01 en"),
    ] {
        let found = shown(&all, &language(tag), &english, date.parse().expect("a day"));
        let found = found.map_or(String::new(), |found| {
            let translation = found
                .translation
                .map(|edition| format!("{} {}, then ", edition.origin.as_str(), edition.id()));
            translation.unwrap_or_default() + &found.state.id()
        });
        assert_eq!(found, expected, "{date} {tag}");
    }
}

#[test]
fn without_the_states_text_nothing_is_shown() {
    let only = [edition("2022-03-01 ur", Origin::Machine)];
    let date = "2022-06-01".parse().expect("a day");
    assert_eq!(shown(&only, &language("ur"), &language("en"), date), None);
    let french = [edition("2022-01-01 fr", Origin::State)];
    assert!(shown(&french, &language("ur"), &language("en"), date).is_some());
}
