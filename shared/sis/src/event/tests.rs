use super::*;
use domain::roster::{Object, Scope};
use serde_json::json;

fn event(kind: &str, data: Value) -> Value {
    json!({"specversion": "1.0", "id": "e1", "source": "urn:sis:test", "type": kind, "time": "2021-09-01T12:00:00Z",
           "subject": data["sourcedId"], "sequence": "1", "data": data})
}

fn period() -> Value {
    json!({"sourcedId": "rlp-1", "status": "active", "dateLastModified": "2021-09-01T12:00:00Z",
           "scope": {"type": "school", "org": {"sourcedId": "255901107"}}, "startDate": "2021-09-01", "delivery": "internet"})
}

fn user() -> Value {
    json!({"sourcedId": "p-1", "status": "active", "dateLastModified": "2021-09-01T12:00:00Z", "enabledUser": "true",
           "givenName": "Zebulon", "familyName": "Quist", "grades": ["09"], "agents": [{"sourcedId": "c-1"}],
           "roles": [{"role": "student", "org": {"sourcedId": "north"}, "beginDate": "2021-08-23"}],
           "metadata": {"homeLanguage": "por"}, "unheardOf": 1})
}

fn parse_one(event: &Value) -> Result<Vec<Event>, Refused> {
    parse(event.to_string().as_bytes(), false, &Policy::default())
}

/// The fields that the answer names.
fn wrong(event: &Value) -> Vec<String> {
    match parse_one(event) {
        Err(Refused::Invalid(wrong)) => wrong.into_iter().map(|invalid| invalid.field).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_period_is_read() {
    let events = parse_one(&event("sis.remoteLearningPeriod.changed", period())).unwrap();
    let object = events[0].object.as_ref().unwrap();
    assert_eq!(object.key.to_string(), "period#rlp-1");
    let Object::Period(period) = &object.object else {
        panic!("{object:?}")
    };
    assert_eq!(period.scope, Scope::School("255901107".into()));
    assert_eq!((period.start.to_string(), period.end), ("2021-09-01".into(), None));
}

#[test]
fn a_user_is_read_and_prints_masked() {
    let events = parse_one(&event("sis.user.changed", user())).unwrap();
    let printed = format!("{events:?}");
    assert!(!printed.contains("Zebulon") && !printed.contains("Quist"), "{printed}");
    let Some(Object::User(user)) = events[0].object.as_ref().map(|object| &object.object) else {
        panic!()
    };
    assert_eq!(user.given_name.reveal(), "Zebulon");
    assert_eq!(
        user.home_language.as_ref().map(domain::contact::Language::tag),
        Some("pt")
    );
    assert_eq!(user.roles.len(), 1);
}

#[test]
fn an_unknown_type_is_accepted_without_an_object() {
    let events = parse_one(&event("sis.weather.changed", json!({"sourcedId": "w"}))).unwrap();
    assert_eq!(events[0].object, None);
}

#[test]
fn each_wrong_field_is_named() {
    let with = |name: &str, value: Value| {
        let mut data = period();
        data[name] = value;
        event("sis.remoteLearningPeriod.changed", data)
    };
    let without = |name: &str| {
        let mut whole = event("sis.remoteLearningPeriod.changed", period());
        whole.as_object_mut().unwrap().remove(name);
        whole
    };
    for (event, fields) in [
        (with("startDate", json!("soon")), vec!["data.startDate"]),
        (with("startDate", json!("2020-01-01")), vec!["data.startDate"]),
        (with("endDate", json!("2021-08-01")), vec!["data.endDate"]),
        (with("status", json!("gone")), vec!["data.status"]),
        (with("delivery", json!(1)), vec!["data.delivery"]),
        (with("scope", json!({"type": "school"})), vec!["data.scope.org"]),
        (with("scope", json!({"type": "world"})), vec!["data.scope.type"]),
        (with("startDate", json!("+12021-9-1")), vec!["data.startDate"]),
        (with("startDate", json!("2021- 9- 1")), vec!["data.startDate"]),
        (with("unheardOf", json!("x".repeat(256 * 1024))), vec!["data"]),
        (
            with("dateLastModified", json!("2021-09-01")),
            vec!["data.dateLastModified"],
        ),
        (
            with("dateLastModified", json!("+12021-09-01T12:00:00Z")),
            vec!["data.dateLastModified"],
        ),
        (without("id"), vec!["id"]),
        (without("source"), vec!["source"]),
        (without("type"), vec!["type"]),
        (without("data"), vec!["data"]),
        (without("specversion"), vec!["specversion"]),
    ] {
        assert_eq!(wrong(&event), fields, "{event}");
    }
    let mut other = event("sis.remoteLearningPeriod.changed", period());
    other["subject"] = json!("rlp-2");
    other["sequence"] = json!("-1");
    assert_eq!(wrong(&other), ["sequence"]);
}

#[test]
fn ids_in_lists_can_be_part_of_keys() {
    let with = |ids: Value| {
        let mut data = user();
        data["metadata"] = json!({ "emergencyContactFor": ids });
        event("sis.user.changed", data)
    };
    for ids in [json!(["p-1", ""]), json!("p-1, p-2,"), json!([]), Value::Null] {
        assert!(parse_one(&with(ids)).is_ok());
    }
    for ids in [json!(["p-1", "x".repeat(256)]), json!(["a\u{0}"]), json!([["p-1"]])] {
        assert_eq!(wrong(&with(ids)), ["data.metadata.emergencyContactFor"]);
    }
}

#[test]
fn a_batch_is_refused_whole_and_each_index_named() {
    let good = event("sis.remoteLearningPeriod.changed", period());
    let batch = |events: Value| parse(events.to_string().as_bytes(), true, &Policy::default());
    assert_eq!(batch(json!([good, good])).unwrap().len(), 2);
    assert_eq!(batch(json!([])).unwrap().len(), 0);
    let Err(Refused::Invalid(invalid)) = batch(json!([good, 7, good, {}])) else {
        panic!()
    };
    assert!(invalid.iter().all(|i| i.index == 1 || i.index == 3), "{invalid:?}");
    assert_eq!(batch(json!(vec![good; 501])), Err(Refused::TooMany));
}

#[test]
fn what_is_no_event_is_refused() {
    let policy = Policy::default();
    assert_eq!(parse(b"{", false, &policy), Err(Refused::NotEvents("JSON")));
    assert_eq!(parse(b"\xff", true, &policy), Err(Refused::NotEvents("JSON")));
    assert_eq!(parse(b"[]", false, &policy), Err(Refused::NotEvents("one CloudEvent")));
    assert_eq!(
        parse(b"{}", true, &policy),
        Err(Refused::NotEvents("an array of CloudEvents"))
    );
}

#[test]
fn the_order_of_fields_does_not_make_another_version() {
    let version = |text: &str| {
        let text = text.replace('\'', "\"");
        parse(text.as_bytes(), false, &Policy::default()).unwrap()[0]
            .object
            .clone()
            .unwrap()
            .version
    };
    let head = "{'specversion':'1.0','id':'e','source':'s','type':'sis.academicSession.changed','data':{";
    let fields = [
        "'sourcedId':'a'",
        "'status':'active'",
        "'dateLastModified':'2021-08-20T12:00:00Z'",
        "'startDate':'2021-08-23'",
        "'endDate':'2022-05-27'",
    ];
    let there = version(&format!("{head}{}}}}}", fields.join(",")));
    let back = version(&format!(
        "{head}{}}}}}",
        fields.into_iter().rev().collect::<Vec<_>>().join(",")
    ));
    assert_eq!(there, back);
}
