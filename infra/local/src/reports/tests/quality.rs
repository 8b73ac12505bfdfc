use super::day;
use crate::reports::quality::District;
use crate::reports::{Findings, text};
use domain::contact::Standing;
use domain::facts;
use domain::ids::UserId;
use domain::policy::Policy;
use domain::record::{Mark, StudentRecord};
use domain::roster::{Object, ObjectKind, Recorded};
use serde_json::{Value, json};
use std::collections::BTreeMap;

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
fn quality_of(objects: &[Recorded]) -> Findings {
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
    let again: Findings = serde_json::from_value(json!(report)).unwrap();
    assert_eq!(again, report, "the command reads what the local cloud answers");
}
