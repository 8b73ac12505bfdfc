//! Objects as the table has them, in the JSON that the SIS sends.

use crate::api::{Problem, wrong};
use domain::contact::Personal;
use domain::roster::{Delivery, Object, RoleKind, Scope, User};
use serde_json::{Value, json};

/// An object's whole state, as the SIS sends it.
pub(super) fn full(object: &Object) -> Result<Value, Problem> {
    match object {
        Object::Period(period) => Ok(json!({
            "scope": of_scope(&period.scope), "startDate": period.start, "endDate": period.end,
            "delivery": delivery(period.delivery),
        })),
        Object::User(user) => Ok(of_user(user)),
        _ => Err(wrong("only periods and people change here")),
    }
}

/// A person's whole state.
pub(super) fn of_user(user: &User) -> Value {
    let personal = |value: &Option<Personal>| value.as_ref().map(|value| value.reveal().to_owned());
    let roles: Vec<Value> = user
        .roles
        .iter()
        .map(|role| {
            json!({
                "role": match role.kind {
                    RoleKind::Student => "student",
                    RoleKind::Teacher => "teacher",
                    RoleKind::Principal => "principal",
                    RoleKind::Other => "other",
                },
                "org": {"sourcedId": role.org}, "beginDate": role.begin, "endDate": role.end,
                "status": if role.active { "active" } else { "tobedeleted" },
            })
        })
        .collect();
    json!({
        "givenName": user.given_name.reveal(), "familyName": user.family_name.reveal(),
        "preferredGivenName": personal(&user.preferred_given_name), "email": personal(&user.email),
        "sms": personal(&user.sms), "phone": personal(&user.phone), "grades": user.grades,
        "enabledUser": user.enabled, "primaryOrg": user.primary_org.as_ref().map(|org| json!({"sourcedId": org})),
        "roles": roles,
        "agents": user.agents.iter().map(|agent| json!({"sourcedId": agent})).collect::<Vec<_>>(),
        "metadata": {
            "homeLanguage": user.home_language, "relation": user.relation,
            "emergencyContactFor": user.emergency_contact_for, "doNotContactFor": user.do_not_contact_for,
            "designeeFor": user.designee_for,
        },
    })
}

fn of_scope(scope: &Scope) -> Value {
    match scope {
        Scope::District => json!({"type": "district"}),
        Scope::School(org) => json!({"type": "school", "org": {"sourcedId": org}}),
        Scope::Grade { org, grade } => {
            json!({"type": "grade", "grade": grade, "org": org.as_ref().map(|org| json!({"sourcedId": org}))})
        }
        Scope::Student(student) => json!({"type": "student", "student": {"sourcedId": student}}),
    }
}

fn delivery(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Internet => "internet",
        Delivery::Paper => "paper",
        Delivery::Homebound => "homebound",
        Delivery::Hybrid => "hybrid",
    }
}

/// Whom a period covers, in words.
pub(super) fn words(scope: &Scope) -> String {
    match scope {
        Scope::District => "the whole district".into(),
        Scope::School(org) => format!("school {org}"),
        Scope::Grade { org, grade } => {
            let grade = json!(grade);
            let grade = grade.as_str().unwrap_or_default();
            org.as_ref()
                .map_or(format!("grade {grade}"), |org| format!("grade {grade} of school {org}"))
        }
        Scope::Student(student) => format!("student {student}"),
    }
}
