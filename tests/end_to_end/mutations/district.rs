//! A district of one school that is mutated, and one that nobody touches.

use serde_json::{Value, json};
use tests::{Local, event, period, school};

/// One school with everything that belongs to it, all active on this day.
pub(crate) fn district(prefix: &str, modified: &str) -> Vec<Value> {
    let id = |name: &str| format!("{prefix}-{name}");
    let to = |name: &str| json!({"sourcedId": id(name)});
    let state = |kind: &str, name: &str, more: Value| {
        let mut data = json!({"sourcedId": id(name), "status": "active", "dateLastModified": modified});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        event(kind, 1, data)
    };
    let user = |name: &str, role: &str, more: Value| {
        let mut data = json!({"givenName": "Zebulon", "familyName": "Quist", "enabledUser": true,
                              "email": "someone@example.org", "sms": "(860) 555-0123", "phone": "+1 860 555 0123",
                              "roles": [{"role": role, "org": to("school"), "beginDate": "2020-08-24"}]});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        state("sis.user.changed", name, data)
    };
    let mut events = vec![
        state(
            "sis.org.changed",
            "district",
            json!({"name": "District", "type": "district"}),
        ),
        state(
            "sis.org.changed",
            "school",
            json!({"name": "North", "type": "school", "parent": to("district"),
                                                  "metadata": {"phone": "(860) 555-0199"}}),
        ),
        user(
            "principal",
            "principal",
            json!({"metadata": {"designeeFor": [id("school")]}}),
        ),
        user("teacher", "teacher", json!({})),
        user(
            "parent",
            "parent",
            json!({"metadata": {"homeLanguage": "por", "emergencyContactFor": [id("student")],
                                                     "doNotContactFor": ["nobody"]}}),
        ),
        user(
            "student",
            "student",
            json!({"grades": ["09"], "agents": [to("parent")], "primaryOrg": to("school"),
                                          "preferredGivenName": "Zeb"}),
        ),
        state(
            "sis.class.changed",
            "class",
            json!({"classType": "homeroom", "school": to("school")}),
        ),
        state(
            "sis.calendar.changed",
            "calendar",
            json!({"org": to("school"),
              "nonInstructionalDays": [{"date": "2021-11-25", "title": "Thanksgiving"}]}),
        ),
    ];
    for (name, role) in [("student", "student"), ("teacher", "teacher")] {
        let more = json!({"class": to("class"), "user": to(name), "role": role, "primary": true,
                          "beginDate": "2021-08-23", "endDate": "2022-06-10"});
        events.push(state("sis.enrollment.changed", &format!("enrolled-{name}"), more));
    }
    events
}

/// What only the mutated district has beside: facts that cover its student.
pub(super) fn facts(prefix: &str) -> Vec<Value> {
    let of = |name: &str| json!({"sourcedId": format!("{prefix}-{name}")});
    let state = |kind: &str, name: &str, more: Value| {
        let mut data = json!({"sourcedId": format!("{prefix}-{name}"), "status": "active",
                              "dateLastModified": "2021-08-20T12:00:00Z"});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        event(kind, 1, data)
    };
    let scope =
        |scope: Value| json!({"scope": scope, "startDate": "2021-08-23", "endDate": null, "delivery": "internet"});
    vec![
        state(
            "sis.academicSession.changed",
            "year",
            json!({"startDate": "2021-08-23", "endDate": "2022-06-10"}),
        ),
        state(
            "sis.remoteLearningPeriod.changed",
            "period",
            scope(json!({"type": "school", "org": of("school")})),
        ),
        state(
            "sis.remoteLearningPeriod.changed",
            "own",
            scope(json!({"type": "student", "student": of("student")})),
        ),
        state(
            "sis.remoteLearningPeriod.changed",
            "grade",
            scope(json!({"type": "grade", "grade": "9", "org": of("district")})),
        ),
        state(
            "sis.attendance.recorded",
            "mark",
            json!({"student": of("student"), "date": "2021-09-01", "instruction": "remote"}),
        ),
    ]
}

/// What stands in the way: dead letters, students whom a run could not decide about, days whose run did not complete.
pub(super) async fn stuck(local: &Local) -> Vec<String> {
    let mut found = Vec::new();
    for queue in local.queues().await {
        if queue["visible"] != 0 {
            found.push(format!("{} of {}", queue["visible"], queue["name"]));
        }
    }
    for item in local.table().await {
        let pk = item["PK"].as_str().unwrap();
        if item.get("stuck").is_some() || (pk.starts_with("RUN#") && item.get("completed_at").is_none()) {
            found.push(pk.to_owned());
        }
    }
    found
}

/// A school that nobody touched is served: its period is taken, and day 22 opens its student's conference.
pub(super) async fn still_works(local: &Local) {
    let start = local.now().await.date_naive().succ_opt().unwrap();
    let modified = format!("{start}T12:00:00Z");
    local.send(&district("clean", &modified)).await;
    let mut remote = period(
        "clean-period",
        1,
        school("clean-school"),
        &start.to_string(),
        None,
        true,
    );
    remote["data"]["dateLastModified"] = json!(modified);
    local.send(&[remote]).await;
    let crossing = start + chrono::Days::new(21);
    local.to(&crossing.to_string()).await;
    let conferences = local.conferences().await;
    let opened = conferences
        .iter()
        .find(|conference| conference["student"] == "clean-student");
    assert_eq!(opened.unwrap()["due_on"], json!(crossing), "{conferences:?}");
}
