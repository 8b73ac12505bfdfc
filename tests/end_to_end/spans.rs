//! Spans that join, end, move and come back (R3, R5), and what becomes of conferences that were opened for them.

use serde_json::{Value, json};
use tests::town::{changed_student, enrollment, family, guardian, object, student, town};
use tests::{Local, period, school};

const ROUNDS: [&str; 3] = ["2021-09-22", "2021-09-24", "2021-09-28"];

fn of(student: &str) -> Value {
    json!({"type": "student", "student": {"sourcedId": student}})
}

/// The hand-made district with these families of school `a`, and what else is sent before anything happens.
async fn start(children: &[&str], more: Vec<Value>) -> Local {
    let local = Local::start("2021-08-23").await;
    let mut events = town();
    events.extend(children.iter().flat_map(|child| family(child)));
    events.extend(more);
    local.send(&events).await;
    local
}

async fn state(local: &Local, student: &str) -> Value {
    let conference = local.only_conference(student).await;
    json!([conference["state"], conference["due_on"], conference["opened_on"]])
}

#[tokio::test]
async fn r3_periods_that_touch_are_one_span() {
    let third_grade = json!({"type": "grade", "org": {"sourcedId": "a"}, "grade": "3"});
    let fourth = changed_student("bo", 2, "a", &["g-bo"], json!({"grades": ["04"]}));
    let local = start(
        &["al", "bo"],
        vec![
            fourth,
            period("grade", 1, third_grade, "2021-09-01", Some("2021-09-10"), true),
            period("school", 1, school("a"), "2021-09-11", None, true),
        ],
    )
    .await;
    local.to("2021-09-22").await;
    assert_eq!(state(&local, "al").await, json!(["open", "2021-09-22", "2021-09-22"]));
    local.to("2021-10-01").await;
    assert_eq!(local.conferences_of("bo").await, Vec::<Value>::new());
    local.to("2021-10-15").await;
    assert_eq!(
        state(&local, "bo").await,
        json!(["unreachable", "2021-10-02", "2021-10-02"]),
        "due and opened on a Saturday"
    );
    let asked = ["2021-10-04", "2021-10-06", "2021-10-08"];
    assert_eq!(local.invited_on("bo").await, asked, "asked from Monday on");
}

#[tokio::test]
async fn r3_who_is_covered() {
    let mark = |student: &str, date: &str, how: &str| {
        let id = format!("{student}-{date}");
        let data = json!({"student": {"sourcedId": student}, "date": date, "instruction": how});
        object("sis.attendance.recorded", 1, &id, data)
    };
    let days = [1, 2, 3, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 21, 22].map(|day| format!("2021-09-{day:02}"));
    let marks = |student: &str, all: &[String]| all.iter().map(|day| mark(student, day, "remote")).collect::<Vec<_>>();
    let mut events = vec![
        guardian("g-far"),
        student("far", "b", &["g-far"]),
        period("own", 1, of("own"), "2021-09-01", None, true),
    ];
    events.push(mark("broken", "2021-09-04", "inPerson"));
    events.extend(marks("broken", &days));
    events.extend(marks("marked", &days));
    let (until_day_21, _) = days.split_at(days.len() - 1);
    events.extend(marks("short", until_day_21));
    events.extend(marks("homebound", &days));
    let mut homebound = period("at-home", 1, of("homebound"), "2021-09-01", None, true);
    homebound["data"]["delivery"] = json!("homebound");
    events.push(homebound);
    let local = start(&["own", "marked", "short", "broken", "homebound"], events).await;
    local.to("2021-09-25").await;
    for (child, expected) in [
        ("own", json!(["open", "2021-09-22", "2021-09-22"])),
        ("marked", json!(["open", "2021-09-22", "2021-09-22"])),
    ] {
        assert_eq!(state(&local, child).await, expected, "{child}");
    }
    assert_eq!(
        local.conferences().await.len(),
        2,
        "neither short, broken, homebound nor far"
    );

    let everywhere = json!({"type": "district"});
    local
        .tell(period("everywhere", 1, everywhere, "2021-09-08", None, true))
        .await;
    local.to("2021-09-29").await;
    for child in ["far", "short", "broken", "homebound"] {
        let expected = json!(["open", "2021-09-29", "2021-09-29"]);
        assert_eq!(state(&local, child).await, expected, "{child}");
    }
    assert_eq!(local.only_conference("own").await["due_on"], "2021-09-22");
    assert_eq!(local.conferences().await.len(), 6);
}

#[tokio::test]
async fn r3_a_period_that_is_rescinded_and_reinstated() {
    let own = |n, active| period("rlp", n, school("a"), "2021-09-01", None, active);
    let local = start(&["al"], vec![own(1, true)]).await;
    local.to("2021-09-23").await;
    let before = local.only_conference("al").await;
    local.tell(own(2, false)).await;
    assert_eq!(state(&local, "al").await, json!(["void", "2021-09-22", "2021-09-22"]));
    local.to("2021-10-05").await;
    assert_eq!(local.invited_on("al").await, ROUNDS[..1], "nothing further");
    assert_eq!(local.tasks().await, Vec::<Value>::new());

    local.tell(own(3, true)).await;
    let after = local.only_conference("al").await;
    assert_eq!((&after["id"], &after["state"]), (&before["id"], &json!("open")));
    assert_eq!(after["attempts"], 1, "it goes on where it was");
    local.to("2021-10-12").await;
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-22", "2021-10-06", "2021-10-08"],
        "two rounds more"
    );
    assert_eq!(local.tasks_of("al").await, ["welfare_check open"]);

    local.tell(own(4, false)).await;
    assert_eq!(local.tasks_of("al").await, ["welfare_check withdrawn"]);
    assert_eq!(state(&local, "al").await[0], "void");
}

#[tokio::test]
async fn r3_messages_that_wait_when_a_period_is_rescinded_never_leave() {
    let own = |n, active| period("rlp", n, school("a"), "2021-09-01", None, active);
    let local = start(&["al"], vec![own(1, true)]).await;
    local.command(json!({"command": "sending", "sending": "stopped"})).await;
    local.to("2021-09-22").await;
    assert_eq!(state(&local, "al").await[0], "open");
    local.tell(own(2, false)).await;
    local.command(json!({"command": "sending", "sending": "live"})).await;
    local.to("2021-09-30").await;
    assert_eq!(local.inbox().await, Vec::<Value>::new());
}

#[tokio::test]
async fn r3_a_corrected_first_day_moves_the_due_date() {
    let own = |n, start| period("rlp", n, school("a"), start, None, true);
    let local = start(&["al"], vec![own(1, "2021-09-01")]).await;
    local.to("2021-09-23").await;
    let id = local.only_conference("al").await["id"].clone();
    local.tell(own(2, "2021-08-25")).await;
    assert_eq!(
        state(&local, "al").await,
        json!(["open", "2021-09-15", "2021-09-22"]),
        "late, not new"
    );
    local.tell(own(3, "2021-09-08")).await;
    assert_eq!(state(&local, "al").await, json!(["void", "2021-09-29", "2021-09-22"]));
    local.to("2021-09-28").await;
    assert_eq!(local.invited_on("al").await, ROUNDS[..1], "not while it is not due");
    local.to("2021-10-07").await;
    let conference = local.only_conference("al").await;
    assert_eq!((&conference["id"], &conference["due_on"]), (&id, &json!("2021-09-29")));
    assert_eq!(
        local.invited_on("al").await,
        ["2021-09-22", "2021-09-29", "2021-10-01", "2021-10-05"],
        "what was asked before it was due is no attempt"
    );
    assert_eq!(conference["state"], "unreachable");
}

/// How the SIS says that a student has left the district, each of a student of its own.
fn ways_to_leave() -> [(&'static str, Value); 3] {
    let role = json!([{"role": "student", "org": {"sourcedId": "a"}, "status": "tobedeleted"}]);
    [
        ("gone", json!({"enabledUser": false})),
        ("deleted", json!({"status": "tobedeleted"})),
        ("role", json!({"roles": role})),
    ]
}

#[tokio::test]
async fn a_student_who_leaves_and_comes_back() {
    let local = start(
        &["gone", "deleted", "role"],
        vec![period("rlp", 1, school("a"), "2021-09-01", None, true)],
    )
    .await;
    local.to("2021-09-22").await;
    let ids = local.conferences().await;
    for (child, leaving) in ways_to_leave() {
        let guardian = format!("g-{child}");
        local.tell(changed_student(child, 2, "a", &[&guardian], leaving)).await;
        assert_eq!(state(&local, child).await[0], "moot", "{child}");
    }
    local.to("2021-10-04").await;
    assert_eq!(local.inbox().await.len(), 3, "nobody is asked further");
    for child in ["gone", "deleted", "role"] {
        let guardian = format!("g-{child}");
        local
            .tell(changed_student(child, 3, "a", &[&guardian], json!({})))
            .await;
    }
    local.to("2021-10-05").await;
    for (before, after) in ids.iter().zip(local.conferences().await) {
        assert_eq!((&after["id"], &after["due_on"]), (&before["id"], &before["due_on"]));
        assert_eq!((&after["state"], &after["attempts"]), (&json!("open"), &json!(2)));
    }
}

#[tokio::test]
async fn a_family_is_told_that_its_time_is_off_however_the_student_left() {
    let local = start(
        &["gone", "deleted", "role"],
        vec![period("rlp", 1, school("a"), "2021-09-01", None, true)],
    )
    .await;
    local.to("2021-09-22").await;
    for (child, leaving) in ways_to_leave() {
        let guardian = format!("g-{child}");
        let booked = local.only_conference(child).await["id"].clone();
        let schedule =
            json!({"command": "schedule", "conference": booked, "starts_at": "2021-10-20T18:00:00Z", "mode": "phone"});
        local.command(schedule).await;
        local.tell(changed_student(child, 2, "a", &[&guardian], leaving)).await;
        let inbox = local.inbox().await;
        let own = inbox.iter().filter(|sent| sent["recipient"] == guardian.as_str());
        let told: Vec<&Value> = own.map(|sent| &sent["purpose"]).collect();
        assert_eq!(
            json!(told),
            json!(["invitation", "confirmation", "cancellation"]),
            "{child}"
        );
    }
}

#[tokio::test]
async fn r10_a_school_day_is_one_at_the_school_of_that_day() {
    let roles = json!([
        {"role": "student", "org": {"sourcedId": "b"}},
        {"role": "student", "org": {"sourcedId": "a"}, "beginDate": "2021-09-30"},
    ]);
    let days_off = json!([{"date": "2021-09-28"}, {"date": "2021-09-29"}]);
    let off = json!({"org": {"sourcedId": "a"}, "nonInstructionalDays": days_off});
    let local = start(
        &["stays"],
        vec![
            guardian("g-moves"),
            changed_student("moves", 1, "b", &["g-moves"], json!({"roles": roles})),
            object("sis.calendar.changed", 1, "cal-a", off),
            period("rlp", 1, json!({"type": "district"}), "2021-09-01", None, true),
        ],
    )
    .await;
    local.to("2021-09-30").await;
    let checks = async |student| (local.invited_on(student).await, local.tasks_of(student).await);
    let handed_over = vec!["welfare_check open".to_owned()];
    let asked = ROUNDS.map(str::to_owned).to_vec();
    assert_eq!(checks("moves").await, (asked, handed_over));
    let asked = vec![
        "2021-09-22".to_owned(),
        "2021-09-24".to_owned(),
        "2021-09-30".to_owned(),
    ];
    assert_eq!(checks("stays").await, (asked, Vec::new()));
}

#[tokio::test]
async fn a_transfer_takes_span_conference_and_attempts_along() {
    let everywhere = json!({"type": "district"});
    let local = start(
        &["al", "bo"],
        vec![period("rlp", 1, everywhere, "2021-09-01", None, true)],
    )
    .await;
    local.to("2021-09-23").await;
    let booked = local.only_conference("al").await["id"].clone();
    let schedule =
        json!({"command": "schedule", "conference": booked, "starts_at": "2021-10-20T18:00:00Z", "mode": "phone"});
    local.command(schedule).await;
    local.to("2021-09-24").await;
    let roles = json!([
        {"role": "student", "org": {"sourcedId": "a"}, "endDate": "2021-09-24"},
        {"role": "student", "org": {"sourcedId": "b"}, "beginDate": "2021-09-27"},
    ]);
    for child in ["al", "bo"] {
        let guardian = format!("g-{child}");
        local
            .send(&[
                changed_student(child, 2, "a", &[&guardian], json!({"roles": roles})),
                enrollment(child, "a", "student", 2, false),
                enrollment(child, "b", "student", 1, true),
            ])
            .await;
    }
    assert_eq!(
        local.only_conference("al").await["state"],
        "scheduled",
        "not before the day"
    );
    local.to("2021-09-27").await;
    let conference = local.only_conference("al").await;
    let facts = ["id", "state", "due_on", "school", "teacher", "starts_at"].map(|name| &conference[name]);
    assert_eq!(json!(facts), json!([booked, "open", "2021-09-22", "b", "t-b", null]));
    let digests: Vec<Value> = local.inbox().await;
    let told = digests.iter().filter(|sent| sent["purpose"] == "staff_digest");
    assert!(
        told.clone().any(|sent| sent["recipient"] == "t-b"),
        "the slot was released: {digests:?}"
    );
    local.to("2021-09-30").await;
    assert_eq!(local.invited_on("bo").await, ROUNDS, "attempts went on");
    let tasks = local.tasks().await;
    let check = tasks.iter().find(|task| task["student"] == "bo").unwrap();
    let facts = ["kind", "opened_on", "school", "assignee"].map(|name| &check[name]);
    assert_eq!(json!(facts), json!(["welfare_check", "2021-09-30", "b", "p-b"]));
    assert_eq!(local.invited_on("al").await, ["2021-09-22", "2021-09-27", "2021-09-29"]);
}
