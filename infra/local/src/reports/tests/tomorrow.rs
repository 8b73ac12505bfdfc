use super::{at, day};
use crate::reports::tomorrow::Run;
use crate::reports::{Counts, Messages, School, Tomorrow, text};
use domain::calendar::SchoolCalendar;
use domain::contact::Language;
use domain::decide::{Command, Context, decide};
use domain::facts::{Facts, Guardian};
use domain::ids::{OrgId, SourcedId, UserId};
use domain::policy::Policy;
use domain::record::{Channel, StudentRecord};
use domain::roster::{Delivery, Period, Scope};
use serde_json::json;
use store::outbox::Sending;

/// A student of this school, remote since 1 September 2021: day 22 is the 22nd.
fn remote(school: &str, guardians: &[(&str, Guardian)]) -> StudentRecord {
    let period = Period {
        scope: Scope::District,
        start: day("2021-09-01"),
        end: None,
        delivery: Delivery::Internet,
        modified: at("2021-08-20T12:00:00Z"),
    };
    let guardians = guardians.iter().cloned();
    StudentRecord {
        facts: Some(Facts {
            schools: vec![(None, school.into())],
            guardians: guardians.map(|(id, guardian)| (id.into(), guardian)).collect(),
            periods: [(SourcedId("rlp".into()), period)].into(),
            ..Facts::default()
        }),
        ..StudentRecord::default()
    }
}

fn guardian(sms: bool, email: bool, phone: bool, language: &str) -> Guardian {
    Guardian {
        sms,
        email,
        phone,
        language: Language::parse(language),
    }
}

/// What the run of 22 September makes of a student.
fn after_day_22(student: &UserId, before: &StudentRecord) -> StudentRecord {
    let context = Context {
        student,
        now: at("2021-09-22T13:00:00Z"),
        zone: chrono_tz::America::New_York,
        policy: &Policy::default(),
        calendar: &SchoolCalendar::default(),
    };
    decide(before, &Command::Run, context).unwrap().record
}

#[test]
fn one_guardians_children_are_one_message_at_the_first_childs_school_and_in_its_language() {
    let both = guardian(true, true, true, "es");
    let mut checked = remote("b", &[("g-ed", guardian(false, true, false, "en"))]);
    checked = after_day_22(&"ed".into(), &checked);
    let mut handed_over = checked.clone();
    handed_over.handovers.insert(1, at("2021-09-22T13:00:00Z"));
    let decided = |student: &str, before: StudentRecord| {
        let after = after_day_22(&student.into(), &before);
        (student.to_owned(), before, after)
    };
    let students = [
        decided("al", remote("a", &[("g", both.clone())])),
        decided("bo", remote("b", &[("g", Guardian { language: None, ..both })])),
        decided("cy", remote("b", &[("g-cy", guardian(false, false, true, "en"))])),
        decided("di", remote("a", &[])),
        ("ed".to_owned(), checked, handed_over),
    ];
    let count = |order: &[usize]| {
        let mut run = Run::default();
        for (student, before, after) in order.iter().map(|i| &students[*i]) {
            run.add(&student.as_str().into(), before, after, day("2021-09-22"));
        }
        run.counted(|wanted| wanted.cloned().unwrap_or(Language::english()))
    };
    let (rows, schools) = count(&[0, 1, 2, 3, 4]);
    assert_eq!(count(&[4, 3, 2, 1, 0]), (rows.clone(), schools.clone()), "in any order");
    let (a, es) = (Some(OrgId::from("a")), Language::parse("es").unwrap());
    assert_eq!(
        rows,
        [
            ((a.clone(), Channel::Sms, es.clone()), 1),
            ((a.clone(), Channel::Email, es), 1)
        ]
        .into()
    );
    let at_a = Counts {
        messages: 2,
        asked: 1,
        asked_whom_to_call: 1,
        opened: 2,
        without_channel: 1,
        office_asked: 1,
        ..Counts::default()
    };
    let at_b = Counts {
        asked: 1,
        asked_whom_to_call: 1,
        opened: 2,
        without_channel: 1,
        checks: 1,
        ..Counts::default()
    };
    assert_eq!(schools, [(a, at_a), (Some("b".into()), at_b)].into());
}

fn previewed() -> Tomorrow {
    let tides = (
        Some(OrgId::from("sch-1")),
        Some("Tidewater Elementary School".to_owned()),
    );
    let hill = (Some(OrgId::from("sch-2")), None);
    let row = |(school, name): &(Option<OrgId>, Option<String>), channel, language, messages| Messages {
        school: school.clone(),
        name: name.clone(),
        channel,
        language: Language::parse(language).unwrap(),
        messages,
    };
    let counts = Counts {
        messages: 141,
        asked: 96,
        opened: 104,
        without_channel: 8,
        ..Counts::default()
    };
    let few = Counts {
        messages: 1,
        asked: 1,
        checks: 2,
        ..Counts::default()
    };
    let mut total = counts;
    total += few;
    Tomorrow {
        run_on: day("2021-09-22"),
        run_at: at("2021-09-22T13:00:00Z"),
        messages_at: at("2021-09-22T13:20:00Z"),
        now: at("2021-09-21T16:00:00Z"),
        time_zone: chrono_tz::America::New_York,
        clock_stands: true,
        sending: Sending::Live,
        daily_cap: Some(100),
        held: 42,
        rows: vec![
            row(&tides, Channel::Sms, "en", 43),
            row(&tides, Channel::Email, "en", 78),
            row(&tides, Channel::Sms, "es", 20),
            row(&hill, Channel::Email, "en", 1),
        ],
        schools: vec![
            School {
                school: tides.0.clone(),
                name: tides.1.clone(),
                counts,
            },
            School {
                school: hill.0,
                name: hill.1,
                counts: few,
            },
        ],
        total,
        waiting: 0,
        undecidable: Vec::new(),
    }
}

#[test]
fn tomorrow_reads_well() {
    let url = "http://127.0.0.1:8700";
    insta::assert_snapshot!("tomorrow", text::tomorrow(&previewed(), url));
    let nothing = Tomorrow {
        rows: Vec::new(),
        schools: Vec::new(),
        total: Counts::default(),
        clock_stands: false,
        held: 0,
        sending: Sending::Stopped,
        waiting: 3,
        undecidable: vec!["st-1".into()],
        ..previewed()
    };
    insta::assert_snapshot!("tomorrow_nothing", text::tomorrow(&nothing, url));
}

#[test]
fn the_command_reads_what_the_local_cloud_answers() {
    let read: Tomorrow = serde_json::from_value(json!(previewed())).unwrap();
    assert_eq!(read, previewed());
}
