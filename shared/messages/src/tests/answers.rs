//! What a family is answered.

use super::{answer, is_latin, language};
use crate::{Answer, Encoding, Texts};

const PHONE: Option<&str> = Some("(950) 245-3101");

#[test]
fn the_answer_in_each_language() {
    let cases = [
        ("one school", answer(&[("Pine Hill School", PHONE)])),
        ("no phone", answer(&[("Pine Hill School", None)])),
        (
            "long school",
            answer(&[("The Eleanor B. Kennelly Elementary School of Letters", PHONE)]),
        ),
        (
            "two children at one school",
            answer(&[("Pine Hill School", None), ("Pine Hill School ", PHONE)]),
        ),
        (
            "two schools",
            answer(&[("Pine Hill School", PHONE), ("Oak Middle School", Some("950-245-3199"))]),
        ),
        (
            "two schools, one number unknown",
            answer(&[("Pine Hill School", PHONE), ("Oak Middle School", None)]),
        ),
        ("another script", answer(&[("学校", PHONE)])),
        ("nobody knows whose number it is", answer(&[])),
        (
            "nothing known",
            Answer {
                schools: vec![],
                district: String::new(),
            },
        ),
    ];
    let texts = Texts::new();
    for tag in ["en", "es"] {
        let lines: Vec<String> = cases
            .iter()
            .map(|(case, answer)| {
                let sms = texts.answer_sms(&language(tag), answer);
                format!("{case}:\n  {:?} {} | {}", sms.encoding, sms.segments, sms.body)
            })
            .collect();
        insta::assert_snapshot!(format!("answer_sms_{tag}"), lines.join("\n"));
    }
}

#[test]
fn a_usual_school_is_answered_for_in_one_segment() {
    let texts = Texts::new();
    for language in texts.languages() {
        for school in ["Oak School", "Pine Hill School", "Clinton Elementary School"] {
            for phone in [PHONE, Some("+1 950-245-3101"), None] {
                let sms = texts.answer_sms(language, &answer(&[(school, phone)]));
                if is_latin(language) {
                    assert_eq!(sms.encoding, Encoding::Gsm7, "{}", sms.body);
                    assert!(sms.body.starts_with(school), "{}", sms.body);
                }
                let short = ["en", "es"].contains(&language.tag());
                assert!(sms.segments <= if short { 1 } else { 2 }, "{}", sms.body);
                assert!(phone.is_none_or(|phone| sms.body.contains(phone)), "{}", sms.body);
            }
        }
    }
}

#[test]
fn many_schools_are_called_without_their_numbers() {
    let names: Vec<String> = (1..=12).map(|n| format!("School Number {n}")).collect();
    let schools: Vec<_> = names.iter().map(|name| (name.as_str(), PHONE)).collect();
    let sms = Texts::new().answer_sms(&language("en"), &answer(&schools));
    assert!(sms.body.contains("Please call each school."), "{}", sms.body);
}
