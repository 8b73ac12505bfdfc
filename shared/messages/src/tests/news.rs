//! What families are told of agreed times, in every language.

use super::{LINK, child, language};
use crate::{AgreedTime, Link, NewLink, News, Sms, Texts};
use domain::document::{Document, Edition, Origin};
use domain::record::{Mode, Purpose};

const PURPOSES: [Purpose; 4] = [
    Purpose::Confirmation,
    Purpose::Reminder,
    Purpose::Change,
    Purpose::Cancellation,
];

fn news(purpose: Purpose, mode: Mode, school: &str, starts_at: &str) -> News {
    News {
        purpose,
        child: child("María", school, Some("(950) 245-3101")),
        district: "Pine County Public Schools".into(),
        time: AgreedTime {
            starts_at: starts_at.parse().expect("a time"),
            minutes: 20,
            zone: chrono_tz::America::New_York,
            mode,
            interpreter: Some("Español".into()),
            video_link: None,
            uid: "p-1.c1-g-1@confer".into(),
            sequence: 7,
            made_at: "2026-09-22T16:00:00Z".parse().expect("a time"),
            from: "confer@district.example".into(),
            to: Some(domain::contact::Personal::new("maria@example.net")),
        },
        document: None,
        link: Link::new(LINK),
    }
}

fn edition(tag: &str, origin: Origin, title: &str, text: &str) -> Edition {
    Edition {
        language: language(tag),
        from: "2022-01-01".parse().expect("a day"),
        origin,
        title: title.into(),
        text: text.into(),
    }
}

#[test]
fn the_states_document_comes_with_it_and_a_translation_says_that_it_is_one() {
    let state = || edition("en", Origin::State, "Help for families", "Call 211.\n\nCall 988.");
    let in_polish = |origin| Some(edition("pl", origin, "Pomoc / dla rodzin", "Zadzwoń pod 211."));
    let mut shown = Vec::new();
    for (tag, translation) in [
        ("en", None),
        ("pl", in_polish(Origin::Translated)),
        ("pl", in_polish(Origin::Machine)),
        ("vi", None),
    ] {
        let document = Document {
            translation,
            state: state(),
        };
        let news = News {
            document: Some(document),
            ..news(Purpose::Confirmation, Mode::Phone, "Pine Hill School", LATE)
        };
        let email = Texts::new().news_email(&language(tag), &news);
        let [file] = &email.attachments[..] else {
            panic!("one file");
        };
        let said = Texts::new().voice(&language(tag)).word("email-document");
        assert!(
            email.text.contains(&said) && email.html.contains(&said),
            "{}",
            email.text
        );
        shown.push(format!("== {tag}: {said}\n{}\n{}", file.name, file.text));
        assert_eq!(Texts::new().news_sms(&language(tag), &news).segments, 1);
    }
    insta::assert_snapshot!("news_document", shown.join("\n"));
}

fn new_link(district: &str) -> NewLink {
    NewLink {
        district: district.into(),
        link: Link::new(LINK),
    }
}

/// The longest day and time that occur.
const LATE: &str = "2026-09-30T16:40:00Z";

#[test]
fn the_texts_in_each_language() {
    let texts = Texts::new();
    let mut lines = Vec::new();
    for language in texts.languages() {
        let mut line = |what: &str, sms: Sms| {
            lines.push(format!(
                "{} {what}: {:?} {} | {}",
                language.tag(),
                sms.encoding,
                sms.segments,
                sms.body
            ));
        };
        for purpose in PURPOSES {
            let news = news(purpose, Mode::InPerson, "Pine Hill School", LATE);
            line(purpose.as_str(), texts.news_sms(language, &news));
        }
        line(
            "new link",
            texts.new_link_sms(language, &new_link("Pine County Public Schools")),
        );
    }
    insta::assert_snapshot!("news_sms", lines.join("\n"));
}

#[test]
fn the_emails_in_each_language() {
    let texts = Texts::new();
    let mut lines = Vec::new();
    for language in texts.languages() {
        for purpose in PURPOSES {
            let email = texts.news_email(language, &news(purpose, Mode::Video, "Pine Hill School", LATE));
            lines.push(format!(
                "== {} {}\n{}\n\n{}",
                language.tag(),
                purpose.as_str(),
                email.subject,
                email.text
            ));
        }
        let email = texts.new_link_email(language, &new_link("Pine County Public Schools"));
        lines.push(format!(
            "== {} new link\n{}\n\n{}",
            language.tag(),
            email.subject,
            email.text
        ));
    }
    insta::assert_snapshot!("news_email", lines.join("\n"));
}

#[test]
fn one_segment_in_four_languages_and_never_more_than_two() {
    let texts = Texts::new();
    for language in texts.languages() {
        for school in [
            "Oak School",
            "Clinton Elementary School",
            "Dr. Martin Luther King Jr. Academy of Letters and of Kindness",
            "学校",
            "",
        ] {
            for mode in [Mode::InPerson, Mode::Phone, Mode::Video] {
                for purpose in PURPOSES {
                    let sms = texts.news_sms(language, &news(purpose, mode, school, LATE));
                    let short = ["en", "es", "pt-BR", "ht"].contains(&language.tag()) && school == "Oak School";
                    assert!(sms.segments <= if short { 1 } else { 2 }, "{}", sms.body);
                    assert!(sms.body.ends_with(LINK) || sms.body.contains(LINK), "{}", sms.body);
                    assert!(!sms.body.contains("María"), "{}", sms.body);
                }
            }
            let sms = texts.new_link_sms(language, &new_link(school));
            assert!(sms.segments <= 2, "{}", sms.body);
        }
    }
}

/// `tests/calendar/second_parser.py` reads these snapshots as a calendar would, one after the other.
#[test]
fn a_calendar_gets_one_entry_without_a_childs_name() {
    let texts = Texts::new();
    let told = [
        ("1_request", Purpose::Confirmation, Mode::InPerson, LATE, 7),
        ("2_request", Purpose::Change, Mode::Phone, "2026-10-01T19:00:00Z", 9),
        (
            "3_cancel",
            Purpose::Cancellation,
            Mode::Phone,
            "2026-10-01T19:00:00Z",
            12,
        ),
    ];
    for (name, purpose, mode, starts_at, sequence) in told {
        let mut news = news(purpose, mode, "Pine, Hill; School", starts_at);
        news.time.sequence = sequence;
        let part = texts.news_email(&language("en"), &news).calendar.expect("a part").text;
        assert!(
            part.lines().all(|line| line.len() <= 75) && part.contains("\r\n"),
            "{part}"
        );
        assert!(!part.contains("María"), "{part}");
        insta::assert_snapshot!(format!("calendar_{name}"), part.replace('\r', ""));
    }
    let mut arabic = news(Purpose::Confirmation, Mode::Video, "学校 Ñandú", LATE);
    arabic.time.uid = "p-2.c1-g-2@confer".into();
    let part = texts
        .news_email(&language("ar"), &arabic)
        .calendar
        .expect("a part")
        .text;
    insta::assert_snapshot!("calendar_4_request", part.replace('\r', ""));
    let reminder = texts.news_email(&language("en"), &news(Purpose::Reminder, Mode::Phone, "Pine", LATE));
    assert_eq!(reminder.calendar, None, "a reminder changes nothing");
}
