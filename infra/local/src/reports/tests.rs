use super::quality::District;
use super::tomorrow::Run;
use super::*;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::SchoolCalendar;
use domain::contact::{Language, Standing};
use domain::decide::{Command, Context, decide};
use domain::facts::{self, Facts, Guardian};
use domain::ids::{OrgId, SourcedId, UserId};
use domain::policy::Policy;
use domain::record::{Channel, Mark, StudentRecord};
use domain::roster::{Delivery, Object, ObjectKind, Period, Recorded, Scope};
use serde_json::Value;
use std::collections::BTreeMap;
use store::outbox::Sending;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

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
        opened: 2,
        without_channel: 1,
        office_asked: 1,
        ..Counts::default()
    };
    let at_b = Counts {
        asked: 1,
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

/// An object as the SIS sends it.
fn object(kind: &str, id: &str, mut data: Value) -> Recorded {
    for (name, value) in [
        ("sourcedId", json!(id)),
        ("status", json!("active")),
        ("dateLastModified", json!("2021-08-20T12:00:00Z")),
    ] {
        if data[name].is_null() {
            data[name] = value;
        }
    }
    let event = json!({
        "specversion": "1.0", "id": id, "source": "urn:test", "type": format!("sis.{kind}"), "subject": id,
        "time": "2021-08-20T12:00:00Z", "data": data,
    });
    let read = sis::event::parse(event.to_string().as_bytes(), false, &Policy::default()).unwrap();
    read.into_iter().find_map(|event| event.object).unwrap()
}

fn person(id: &str, more: Value) -> Recorded {
    let mut data = json!({"givenName": "Ada", "familyName": "Byron"});
    data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object("user.changed", id, data)
}

fn pupil(id: &str, school: &str, agents: &[&str], more: Value) -> Recorded {
    let agents: Vec<Value> = agents.iter().map(|id| json!({"sourcedId": id})).collect();
    let mut data = json!({"roles": [{"role": "student", "org": {"sourcedId": school}}], "agents": agents});
    data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person(id, data)
}

fn staff(id: &str, role: &str, school: &str, more: Value) -> Recorded {
    let mut data = json!({"roles": [{"role": role, "org": {"sourcedId": school}}]});
    data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person(id, data)
}

fn place(user: &str, class: &str, role: &str) -> Recorded {
    let data =
        json!({"class": {"sourcedId": class}, "user": {"sourcedId": user}, "role": role, "primary": role == "teacher"});
    object("enrollment.changed", &format!("{class}-{user}"), data)
}

/// Two schools, of which one is without fault.
fn sound() -> Vec<Recorded> {
    let home = json!({"classType": "homeroom", "school": {"sourcedId": "sch-1"}});
    vec![
        object(
            "org.changed",
            "sch-1",
            json!({"name": "Tidewater Elementary School", "type": "school"}),
        ),
        object("class.changed", "hr-1", home),
        staff("pr-1", "principal", "sch-1", json!({"email": "principal@example.org"})),
        staff("te-1", "teacher", "sch-1", json!({"email": "teacher@example.org"})),
        place("te-1", "hr-1", "teacher"),
        person("gu-1", json!({"sms": "860-555-0101"})),
        pupil("st-1", "sch-1", &["gu-1"], json!({})),
        place("st-1", "hr-1", "student"),
    ]
}

/// The report on these objects, each student's facts gathered from all of them.
fn quality_of(objects: &[Recorded]) -> DataQuality {
    let students = objects.iter().filter_map(|recorded| match &recorded.object {
        Object::User(user) if facts::is_student(user) => Some(UserId(recorded.key.id.0.clone())),
        _ => None,
    });
    let mut records: BTreeMap<UserId, StudentRecord> = BTreeMap::new();
    for student in students {
        let of = |recorded: &&Recorded| recorded.key.kind == ObjectKind::Attendance;
        let marks = objects.iter().filter(of).filter_map(|recorded| match &recorded.object {
            Object::Attendance(attendance) if attendance.student == student => {
                let mark = Mark {
                    version: recorded.version.clone(),
                    active: recorded.active,
                    attendance: attendance.clone(),
                };
                Some((recorded.key.id.clone(), mark))
            }
            _ => None,
        });
        let record = StudentRecord {
            facts: facts::gather(&student, objects, |_| Standing::default()),
            marks: marks.collect(),
            ..StudentRecord::default()
        };
        records.insert(student, record);
    }
    District::new(day("2021-09-20"), objects, &records).quality(&Policy::default())
}

/// The faults that are found, as `<section> <id>: <why>`.
fn faults(objects: &[Recorded]) -> Vec<String> {
    let mut found = Vec::new();
    for section in quality_of(objects).sections {
        assert_eq!(section.count, section.items.len());
        assert_eq!(section.count, section.schools.iter().map(|at| at.count).sum::<usize>());
        for item in section.items {
            found.push(format!(
                "{} {}: {}",
                section.section,
                item.id,
                item.why.unwrap_or_default()
            ));
        }
    }
    found
}

#[test]
fn what_is_sound_has_no_fault() {
    assert_eq!(faults(&sound()), Vec::<String>::new());
}

#[test]
fn every_fault_is_found_and_no_value_is_quoted() {
    let mark = |id: &str, date: &str, instruction: &str| {
        let data = json!({"student": {"sourcedId": "st-1"}, "date": date, "instruction": instruction});
        object("attendance.recorded", id, data)
    };
    let period = |delivery: &str, start: &str, end: &str| {
        let data = json!({"scope": {"type": "student", "student": {"sourcedId": "st-1"}}, "startDate": start,
            "endDate": end, "delivery": delivery});
        object("remoteLearningPeriod.changed", delivery, data)
    };
    for (more, expected) in [
        (
            vec![pupil("st-2", "sch-1", &[], json!({})), place("st-2", "hr-1", "student")],
            vec!["no_contact st-2: no guardian is known who may be contacted"],
        ),
        (
            vec![
                person("gu-2", json!({"sms": "(950) 102 5146"})),
                pupil("st-2", "sch-1", &["gu-2"], json!({})),
                place("st-2", "hr-1", "student"),
            ],
            vec![
                "no_contact st-2: no guardian has a number or address that can be used",
                "unusable_contact gu-2: sms has a 0 or 1 after the area code",
            ],
        ),
        (
            vec![
                person(
                    "gu-2",
                    json!({"phone": "860-555-0102", "email": "a parent@example.org"}),
                ),
                pupil("st-2", "sch-1", &["gu-2"], json!({})),
                place("st-2", "hr-1", "student"),
            ],
            vec!["phone_only st-2: ", "unusable_contact gu-2: email has a space"],
        ),
        (
            vec![pupil("st-2", "sch-1", &["gu-1"], json!({}))],
            vec!["no_teacher st-2: "],
        ),
        (vec![pupil("st-2", "sch-1", &[], json!({"enabledUser": false}))], vec![]),
        (
            vec![
                staff("te-2", "teacher", "sch-1", json!({})),
                staff("te-3", "teacher", "sch-1", json!({"email": "teacher.example.org"})),
                staff("te-4", "teacher", "sch-1", json!({"enabledUser": false})),
            ],
            vec!["unusable_contact te-3: email has no @", "staff_without_email te-2: "],
        ),
        (
            vec![
                object(
                    "org.changed",
                    "sch-2",
                    json!({"name": "Lantern Hill Middle School", "type": "school"}),
                ),
                pupil("st-2", "sch-2", &["gu-1"], json!({})),
            ],
            vec!["no_teacher st-2: ", "no_principal sch-2: "],
        ),
        (
            vec![
                period("internet", "2021-09-01", "2021-09-10"),
                period("homebound", "2021-09-11", "2021-09-20"),
                mark("at-1", "2021-09-10", "inPerson"),
                mark("at-2", "2021-09-11", "inPerson"),
                mark("at-3", "2021-09-09", "remote"),
            ],
            vec!["contradiction st-1: on 2021-09-10"],
        ),
        (
            vec![
                pupil("st-2", "sch-1", &["gu-1", "gu-9"], json!({})),
                place("st-2", "hr-1", "student"),
                object(
                    "class.changed",
                    "hr-9",
                    json!({"status": "tobedeleted", "school": {"sourcedId": "sch-1"}}),
                ),
                place("st-2", "hr-9", "student"),
                person("gu-3", json!({"metadata": {"emergencyContactFor": ["st-9"]}})),
            ],
            vec![
                "unknown_reference user#gu-3: user st-9 is not known",
                "unknown_reference user#st-2: user gu-9 is not known",
                "unknown_reference enrollment#hr-9-st-2: class hr-9 was removed",
            ],
        ),
    ] {
        assert_eq!(faults(&[sound(), more].concat()), expected);
    }
}

#[test]
fn data_quality_reads_well() {
    insta::assert_snapshot!("data_quality_sound", text::data_quality(&quality_of(&sound()), false));
    let mut many = sound();
    for n in 10..60 {
        many.push(person(
            &format!("gu-{n}"),
            json!({"sms": "5550101", "email": if n % 5 == 0 { "nobody" } else { "" }}),
        ));
        let school = if n % 3 == 0 { "sch-9" } else { "sch-1" };
        many.push(pupil(&format!("st-{n}"), school, &[&format!("gu-{n}")], json!({})));
    }
    let report = quality_of(&many);
    insta::assert_snapshot!("data_quality", text::data_quality(&report, false));
    let all = text::data_quality(&report, true);
    for section in &report.sections {
        for item in &section.items {
            assert!(all.contains(&item.id), "{}", item.id);
        }
    }
    assert!(!all.contains("--all"), "{all}");
    let again: DataQuality = serde_json::from_value(json!(report)).unwrap();
    assert_eq!(again, report, "the command reads what the local cloud answers");
    let tomorrow: Tomorrow = serde_json::from_value(json!(previewed())).unwrap();
    assert_eq!(tomorrow, previewed());
}
