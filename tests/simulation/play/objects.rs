//! The SIS's objects as the SIS sends them.

use crate::history::{Delivery, Instruction, Is, Object, Scope, StaffRole};
use chrono::SecondsFormat;
use serde_json::{Value, json};

/// The event that brings this state of an object; `n` tells it from every other event.
pub fn event(object: &Object, n: usize) -> Value {
    let modified = object.modified.to_rfc3339_opts(SecondsFormat::Millis, true);
    let (kind, mut data) = data(object);
    data["sourcedId"] = json!(object.id);
    data["status"] = json!(if object.active { "active" } else { "tobedeleted" });
    data["dateLastModified"] = json!(modified);
    json!({
        "specversion": "1.0", "id": format!("event-{n}"), "source": "urn:sis:simulation", "type": kind,
        "time": modified, "subject": object.id, "sequence": object.sequence.to_string(),
        "datacontenttype": "application/json", "data": data,
    })
}

/// The key that the table has it by: `<kind>#<id>`.
pub fn key(object: &Object) -> String {
    let kind = match object.is {
        Is::District | Is::School => "org",
        Is::Student { .. } | Is::Guardian { .. } | Is::Staff { .. } => "user",
        Is::Homeroom { .. } => "class",
        Is::Enrollment { .. } => "enrollment",
        Is::Period { .. } => "period",
        Is::Mark { .. } => "attendance",
        Is::Calendar { .. } => "calendar",
    };
    format!("{kind}#{}", object.id)
}

fn data(object: &Object) -> (&'static str, Value) {
    let of = |id: &str| json!({ "sourcedId": id });
    let user = |mut more: Value| {
        more["givenName"] = json!("Ada");
        more["familyName"] = json!("Canaryname");
        ("sis.user.changed", more)
    };
    match &object.is {
        Is::District => (
            "sis.org.changed",
            json!({"name": "Quarry Point Public Schools", "type": "district"}),
        ),
        Is::School => (
            "sis.org.changed",
            json!({"name": "Alder Street School", "type": "school", "parent": of("d"),
                "metadata": {"phone": "860-555-0110"}}),
        ),
        Is::Student {
            enabled,
            roles,
            grade,
            guardians,
        } => {
            let roles = roles.iter().map(|role| {
                let mut said = json!({"role": "student", "org": of(&role.school)});
                if let Some(begin) = role.begin {
                    said["beginDate"] = json!(begin);
                }
                said
            });
            let agents = guardians.iter().map(|id| of(id));
            user(json!({
                "enabledUser": enabled, "grades": [grade], "roles": roles.collect::<Vec<_>>(),
                "agents": agents.collect::<Vec<_>>(),
            }))
        }
        Is::Guardian {
            sms,
            email,
            phone,
            language,
            do_not_contact_for,
        } => user(json!({
            "sms": sms, "email": email, "phone": phone,
            "metadata": {"homeLanguage": language, "doNotContactFor": do_not_contact_for},
        })),
        Is::Staff { role, school } => {
            let (word, digit) = match role {
                StaffRole::Teacher => ("teacher", 1),
                StaffRole::Principal => ("principal", 2),
            };
            let place = school.bytes().map(u32::from).sum::<u32>() % 100;
            user(json!({
                "roles": [{"role": word, "org": of(school)}], "email": format!("{}@example.org", object.id),
                "sms": format!("860-22{digit}-01{place:02}"),
            }))
        }
        Is::Homeroom { school } => (
            "sis.class.changed",
            json!({"classType": "homeroom", "school": of(school)}),
        ),
        Is::Enrollment { class, user, teacher } => (
            "sis.enrollment.changed",
            json!({"class": of(class), "user": of(user), "role": if *teacher { "teacher" } else { "student" },
                "primary": teacher}),
        ),
        Is::Period {
            scope,
            start,
            end,
            delivery,
        } => {
            let scope = match scope {
                Scope::District => json!({"type": "district"}),
                Scope::School(school) => json!({"type": "school", "org": of(school)}),
                Scope::Grade { school: None, grade } => json!({"type": "grade", "grade": grade}),
                Scope::Grade {
                    school: Some(school),
                    grade,
                } => json!({"type": "grade", "grade": grade, "org": of(school)}),
                Scope::Student(student) => json!({"type": "student", "student": of(student)}),
            };
            let delivery = match delivery {
                Delivery::Internet => "internet",
                Delivery::Paper => "paper",
                Delivery::Homebound => "homebound",
                Delivery::Hybrid => "hybrid",
            };
            let mut said = json!({"scope": scope, "startDate": start, "delivery": delivery});
            if let Some(end) = end {
                said["endDate"] = json!(end);
            }
            ("sis.remoteLearningPeriod.changed", said)
        }
        Is::Mark {
            student,
            date,
            instruction,
        } => {
            let instruction = match instruction {
                Instruction::Remote => "remote",
                Instruction::InPerson => "inPerson",
                Instruction::None => "none",
            };
            (
                "sis.attendance.recorded",
                json!({"student": of(student), "date": date, "instruction": instruction}),
            )
        }
        Is::Calendar { org, days } => {
            let days = days.iter().map(|date| json!({"date": date, "title": "no school"}));
            (
                "sis.calendar.changed",
                json!({"org": of(org), "nonInstructionalDays": days.collect::<Vec<_>>()}),
            )
        }
    }
}
