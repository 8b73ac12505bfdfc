//! What stops the asking, what begins it anew, and what the principal's task needs to be closed (R2, R9 to R11).

use serde_json::{Value, json};
use tests::Local;
use tests::town::{enrollment, guardian, on_the_eve, student};

const ROUNDS: [&str; 3] = ["2021-09-22", "2021-09-24", "2021-09-28"];

/// On the day the conferences are due: these families of school `a`, and what else was sent.
async fn day_22(children: &[&str], more: Vec<Value>) -> Local {
    let local = on_the_eve(children, more).await;
    local.to("2021-09-22").await;
    local
}

async fn act(local: &Local, student: &str, command: Value) {
    let id = local.only_conference(student).await["id"].clone();
    local.command(about(command, &id)).await;
}

fn about(mut command: Value, conference: &Value) -> Value {
    command["conference"] = conference.clone();
    command
}

fn schedule(starts_at: &str) -> Value {
    json!({"command": "schedule", "starts_at": starts_at, "mode": "phone"})
}

fn logged(reached: bool) -> Value {
    json!({"command": "log_attempt", "channel": "phone", "reached": reached})
}

async fn state(local: &Local, student: &str) -> String {
    local.only_conference(student).await["state"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Two children of one guardian.
fn siblings(first: &str, second: &str, parent: &str) -> Vec<Value> {
    vec![
        guardian(parent),
        student(first, "a", &[parent]),
        student(second, "a", &[parent]),
        enrollment(first, "a", "student", 1, true),
        enrollment(second, "a", "student", 1, true),
    ]
}

#[tokio::test]
async fn r9_an_answer_stops_the_rounds() {
    let mut more = siblings("sp1", "sp2", "g-sp");
    more.extend(siblings("bk1", "bk2", "g-bk"));
    let local = day_22(&["booked", "declined", "call", "reached", "silent"], more).await;
    for (student, command) in [
        ("booked", schedule("2021-10-20T18:00:00Z")),
        ("declined", json!({"command": "decline"})),
        ("call", json!({"command": "ask_for_call"})),
        ("reached", logged(true)),
        ("sp1", logged(true)),
        ("bk1", schedule("2021-10-20T18:00:00Z")),
    ] {
        act(&local, student, command).await;
    }
    local.to("2021-10-08").await;
    for (student, expected, asked, tasks) in [
        ("silent", "unreachable", &ROUNDS[..], vec!["welfare_check open"]),
        ("booked", "scheduled", &ROUNDS[..1], vec![]),
        ("declined", "declined", &ROUNDS[..1], vec![]),
        ("call", "open", &ROUNDS[..1], vec!["reach_family open"]),
        ("reached", "open", &ROUNDS[..1], vec!["reach_family open"]),
        ("sp1", "open", &ROUNDS[..1], vec!["reach_family open"]),
        ("sp2", "open", &ROUNDS[..1], vec!["reach_family open"]),
        ("bk1", "scheduled", &ROUNDS[..1], vec![]),
        ("bk2", "open", &ROUNDS[..], vec!["reach_family open"]),
    ] {
        assert_eq!(state(&local, student).await, expected, "{student}");
        assert_eq!(local.invited_on(student).await, asked, "{student}");
        assert_eq!(local.tasks_of(student).await, tasks, "{student}");
    }
}

#[tokio::test]
async fn r10_a_guardian_whom_the_sis_describes_late_has_answered_before() {
    let named = |first, second, parent| siblings(first, second, parent).split_off(1);
    let more = [named("sp1", "sp2", "g-sp"), named("ca1", "ca2", "g-ca")].concat();
    let local = day_22(&[], more).await;
    act(&local, "sp1", logged(true)).await;
    act(&local, "ca1", json!({"command": "ask_for_call"})).await;
    local.send(&[guardian("g-sp"), guardian("g-ca")]).await;
    local.to("2021-10-08").await;
    let late = ["2021-09-23", "2021-09-27", "2021-09-29"];
    for (student, asked) in [("sp2", &late[..0]), ("ca2", &late[..])] {
        assert_eq!(local.invited_on(student).await, asked, "{student}");
        let tasks = ["reach_family open", "repair_contact withdrawn"];
        assert_eq!(local.tasks_of(student).await, tasks, "{student}");
    }
}

#[tokio::test]
async fn r10_a_late_answer_withdraws_the_check_and_it_is_never_doubled() {
    let local = day_22(&["books", "declines", "calls", "talks"], Vec::new()).await;
    local.to("2021-10-01").await;
    for (student, command, after) in [
        ("books", schedule("2021-10-20T18:00:00Z"), "scheduled"),
        ("declines", json!({"command": "decline"}), "declined"),
        ("calls", json!({"command": "ask_for_call"}), "open"),
        ("talks", logged(true), "open"),
    ] {
        assert_eq!(state(&local, student).await, "unreachable", "{student}");
        act(&local, student, command).await;
        assert_eq!(state(&local, student).await, after, "{student}");
    }
    let checks: Vec<Value> = local.tasks().await;
    let checks: Vec<&Value> = checks.iter().filter(|task| task["kind"] == "welfare_check").collect();
    assert_eq!(checks.len(), 4);
    for check in checks {
        assert_eq!(
            json!([check["state"], check["outcome"]]),
            json!(["withdrawn", "family answered"])
        );
    }
    act(&local, "books", json!({"command": "cancel"})).await;
    local.to("2021-10-20").await;
    assert_eq!(
        local.tasks_of("books").await,
        ["welfare_check open"],
        "the same, reopened"
    );
    let asked = ["2021-10-04", "2021-10-06", "2021-10-08"];
    assert_eq!(local.invited_on("books").await[3..], asked, "from zero");
}

#[tokio::test]
async fn r9_a_cancelled_time_is_asked_for_from_zero_and_a_no_show_by_the_teacher() {
    let local = day_22(&["cancels", "misses"], Vec::new()).await;
    for student in ["cancels", "misses"] {
        act(&local, student, schedule("2021-09-23T19:00:00Z")).await;
    }
    local.to("2021-09-23").await;
    act(&local, "cancels", json!({"command": "cancel"})).await;
    act(&local, "misses", json!({"command": "mark_no_show"})).await;
    assert_eq!(local.only_conference("cancels").await["attempts"], 0);
    assert_eq!(state(&local, "misses").await, "no_show");
    assert_eq!(local.tasks_of("misses").await, ["reach_family open"]);
    for day in ["2021-09-24", "2021-09-27", "2021-09-28"] {
        local.to(day).await;
        act(&local, "misses", logged(false)).await;
        assert_eq!(state(&local, "misses").await, "no_show", "{day}");
    }
    local.to("2021-09-30").await;
    assert_eq!(state(&local, "misses").await, "unreachable");
    assert_eq!(
        local.invited_on("misses").await,
        ROUNDS[..1],
        "no automated round after a no-show"
    );
    let check = local.tasks().await;
    let check = check.iter().find(|task| task["kind"] == "welfare_check").unwrap();
    assert_eq!(check["detail"], "confirmed by the teacher");
    local.to("2021-10-04").await;
    assert_eq!(
        local.invited_on("cancels").await,
        ["2021-09-22", "2021-09-24", "2021-09-28", "2021-09-30"]
    );
    assert_eq!(state(&local, "cancels").await, "unreachable");
}

#[tokio::test]
async fn two_households_are_both_asked_and_either_may_book() {
    let more = vec![
        guardian("mother"),
        guardian("father"),
        student("kim", "a", &["mother", "father"]),
    ];
    let local = day_22(&[], more).await;
    assert_eq!(local.invited_on("kim").await, ["2021-09-22", "2021-09-22"]);
    let by = |mut command: Value, who: &str| {
        command["actor"] = json!(who);
        command
    };
    act(&local, "kim", by(schedule("2021-09-29T19:00:00Z"), "mother")).await;
    act(&local, "kim", by(schedule("2021-09-28T19:00:00Z"), "father")).await;
    let starts_at = async || local.only_conference("kim").await["starts_at"].clone();
    assert_eq!(starts_at().await, "2021-09-28T19:00:00Z");
    act(&local, "kim", by(json!({"command": "cancel"}), "father")).await;
    assert_eq!(
        (state(&local, "kim").await, starts_at().await),
        ("scheduled".into(), json!("2021-09-29T19:00:00Z"))
    );
    local.to("2021-09-29").await;
    act(&local, "kim", by(json!({"command": "mark_held"}), "t-a")).await;
    assert_eq!(state(&local, "kim").await, "held");
    local.to("2021-10-08").await;
    assert_eq!(local.invited_on("kim").await.len(), 2, "one held conference satisfies");
    assert_eq!(local.tasks().await, Vec::<Value>::new());
}

#[tokio::test]
async fn r11_a_check_closes_with_both_findings_only() {
    let local = day_22(&["al", "held"], Vec::new()).await;
    act(&local, "held", schedule("2021-09-23T19:00:00Z")).await;
    let (al, held) = (
        local.only_conference("al").await["id"].clone(),
        local.only_conference("held").await["id"].clone(),
    );
    assert_eq!(
        local.refused(about(json!({"command": "mark_held"}), &held)).await,
        409,
        "not yet"
    );
    local.to("2021-09-24").await;
    act(&local, "held", json!({"command": "mark_held"})).await;
    local.to("2021-09-30").await;
    let task = local.tasks().await[0]["id"].clone();
    let close = |student: Value, family: Value| json!({"command": "close_task", "task": task, "called": "aunt", "student_safe": student, "family_safe": family, "actor": "p-a"});
    for called in [json!(null), json!(" ")] {
        let mut nobody = close(json!(true), json!(true));
        nobody["called"] = called;
        assert_eq!(local.refused(nobody).await, 400);
    }
    for (student, family, state) in [
        (json!(null), json!(true), "open"),
        (json!(true), json!(null), "open"),
        (json!(true), json!(false), "closed"),
    ] {
        local.command(close(student, family)).await;
        assert_eq!(local.tasks_of("al").await, [format!("welfare_check {state}")]);
    }
    assert_eq!(local.tasks().await[0]["outcome"], "student safe, family not safe");
    let unknown = json!("al.c7");
    let mut no_task = close(json!(true), json!(true));
    no_task["task"] = json!("held.t1.welfare_check");
    for (why, command, status) in [
        ("closed already", close(json!(true), json!(true)), 409),
        ("no such task", no_task, 404),
        (
            "no such conference",
            about(json!({"command": "decline"}), &unknown),
            404,
        ),
        ("no id at all", about(json!({"command": "decline"}), &json!("?")), 404),
        ("held", about(schedule("2021-10-20T18:00:00Z"), &held), 409),
        ("held twice", about(json!({"command": "mark_held"}), &held), 409),
        ("held, declined", about(json!({"command": "decline"}), &held), 409),
        ("nothing agreed", about(json!({"command": "cancel"}), &al), 409),
        (
            "nothing agreed, missed",
            about(json!({"command": "mark_no_show"}), &al),
            409,
        ),
        ("past", about(schedule("2021-09-01T18:00:00Z"), &al), 400),
        (
            "no mode",
            about(json!({"command": "schedule", "starts_at": "2021-10-20T18:00:00Z"}), &al),
            400,
        ),
        ("no command", json!({"command": "dance"}), 400),
    ] {
        assert_eq!(local.refused(command).await, status, "{why}");
    }
    assert_eq!(
        state(&local, "al").await,
        "unreachable",
        "nothing of it changed anything"
    );
}
