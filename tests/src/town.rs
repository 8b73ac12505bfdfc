//! A district made by hand, as small as a story needs it: two schools, `a` and `b`, each with a homeroom, its teacher and
//! its principal, and whoever else is sent to it.

use crate::logs::SURNAME;
use crate::{Local, event, period, school};
use serde_json::{Value, json};

/// When everything was changed last that says nothing else; `n` orders the states.
const MODIFIED: &str = "2021-08-20T12:00:00Z";

/// The district, its schools and their staff.
pub fn town() -> Vec<Value> {
    let mut events = vec![object(
        "sis.org.changed",
        1,
        "d",
        json!({"name": "Quarry Point Public Schools", "type": "district"}),
    )];
    for (school, name) in [("a", "Alder Street School"), ("b", "Birch Lane School")] {
        let staff = |role: &str| json!([{"role": role, "org": {"sourcedId": school}}]);
        let email = |who: &str| format!("{who}.{school}@example.org");
        events.extend([
            object(
                "sis.org.changed",
                1,
                school,
                json!({"name": name, "type": "school", "parent": {"sourcedId": "d"}, "metadata": {"phone": "860-555-0110"}}),
            ),
            user(
                &format!("t-{school}"),
                1,
                json!({"roles": staff("teacher"), "email": email("teacher")}),
            ),
            user(
                &format!("p-{school}"),
                1,
                json!({"roles": staff("principal"), "email": email("principal"), "sms": "(860) 555-0101"}),
            ),
            object(
                "sis.class.changed",
                1,
                &format!("hr-{school}"),
                json!({"classType": "homeroom", "school": {"sourcedId": school}}),
            ),
            enrollment(&format!("t-{school}"), school, "teacher", 1, true),
        ]);
    }
    events
}

/// State `n` of any object.
pub fn object(kind: &str, n: u64, id: &str, mut data: Value) -> Value {
    for (name, value) in [
        ("sourcedId", json!(id)),
        ("status", json!("active")),
        ("dateLastModified", json!(MODIFIED)),
    ] {
        if data[name].is_null() {
            data[name] = value;
        }
    }
    event(kind, n, data)
}

/// State `n` of a user.
pub fn user(id: &str, n: u64, mut data: Value) -> Value {
    for (name, value) in [("givenName", id), ("familyName", SURNAME)] {
        if data[name].is_null() {
            data[name] = json!(value);
        }
    }
    object("sis.user.changed", n, id, data)
}

/// State 1 of a student of grade 3 at a school, with these guardians.
pub fn student(id: &str, school: &str, guardians: &[&str]) -> Value {
    changed_student(id, 1, school, guardians, json!({}))
}

/// State `n` of a student, with whatever else there is to say.
pub fn changed_student(id: &str, n: u64, school: &str, guardians: &[&str], mut data: Value) -> Value {
    let agents: Vec<Value> = guardians.iter().map(|id| json!({"sourcedId": id})).collect();
    for (name, value) in [
        ("grades", json!(["03"])),
        ("roles", json!([{"role": "student", "org": {"sourcedId": school}}])),
        ("agents", json!(agents)),
    ] {
        if data[name].is_null() {
            data[name] = value;
        }
    }
    user(id, n, data)
}

/// A guardian whom an e-mail reaches, and nothing else.
pub fn guardian(id: &str) -> Value {
    user(id, 1, json!({"email": format!("{id}@example.net")}))
}

/// State `n` of somebody's place in a school's homeroom.
pub fn enrollment(who: &str, school: &str, role: &str, n: u64, active: bool) -> Value {
    let data = json!({
        "status": if active { "active" } else { "tobedeleted" }, "class": {"sourcedId": format!("hr-{school}")},
        "user": {"sourcedId": who}, "role": role, "primary": role == "teacher",
    });
    object("sis.enrollment.changed", n, &format!("hr-{school}-{who}"), data)
}

/// A family of one child of school `a` in its homeroom, and the guardian `g-<child>`.
pub fn family(child: &str) -> Vec<Value> {
    let parent = format!("g-{child}");
    vec![
        guardian(&parent),
        student(child, "a", &[&parent]),
        enrollment(child, "a", "student", 1, true),
    ]
}

/// The district with these families of school `a` and whatever else is sent, two days before the conferences of that
/// school are due: on 2021-09-22.
pub async fn on_the_eve(children: &[&str], more: Vec<Value>) -> Local {
    let local = Local::start("2021-09-20").await;
    let mut events = town();
    events.extend(children.iter().flat_map(|child| family(child)));
    events.extend(more);
    events.push(period("rlp", 1, school("a"), "2021-09-01", None, true));
    local.send(&events).await;
    local
}
