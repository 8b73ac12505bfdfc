//! The main job on a whole roster that nobody made for it: who is owed a conference, who is asked and when, whom the
//! principal hears of. What is expected is worked out here from the roster itself, not by the code under test.

use crate::families::{Families, Ids, address, ids, number, of_kind, sorted, students_in, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::{Local, Roster, period, school};

/// What left on a day for a purpose.
fn of_day<'a>(local: &Local, inbox: &'a [Value], purpose: &str, day: &str) -> Vec<&'a Value> {
    let of_day = |sent: &&Value| sent["purpose"] == purpose && local.day_of(&sent["sent_at"]) == day;
    inbox.iter().filter(of_day).collect()
}

/// The invitations of a day are exactly those that asking these students' families makes.
fn asked_on(local: &Local, families: &Families<'_>, inbox: &[Value], (day, round): (&str, u32), asked: &Ids) {
    let of_day = of_day(local, inbox, "invitation", day);
    let mut found = BTreeMap::new();
    for sent in &of_day {
        let students = ids(&sent["students"]);
        assert_eq!(sent["round"], round, "{day}: {sent}");
        let body = sent["body"].as_str().or(sent["text"].as_str()).unwrap();
        assert!(body.contains(&families.school_name), "the school is named: {sent}");
        if sent["channel"] == "sms" {
            let most = if sent["encoding"] == "GSM-7" { 1 } else { 2 };
            assert!(sent["segments"].as_u64().unwrap() <= most, "{sent}");
            assert_eq!(families.surname_in(body, &students), None, "{sent}");
        }
        found.insert(
            (text(&sent["recipient"]), text(&sent["channel"]), text(&sent["to"])),
            students,
        );
    }
    assert_eq!(found.len(), of_day.len(), "{day}: one message a guardian and channel");
    assert_eq!(found, families.invitations(asked), "{day}");
}

/// The principal, and each designee, heard once of exactly these checks, by each channel there is.
fn alerted_on(local: &Local, families: &Families<'_>, inbox: &[Value], day: &str, students: &Ids) {
    let leads = |user: &Value| {
        let roles = user["roles"].as_array().into_iter().flatten();
        let own = |org: &Value| *org == families.school.as_str();
        let principal = roles
            .into_iter()
            .any(|role| role["role"] == "principal" && own(&role["org"]["sourcedId"]));
        principal
            || ids(&user["metadata"]["designeeFor"]).contains(&families.school)
            || text(&user["metadata"]["designeeFor"])
                .split(',')
                .any(|org| org == families.school)
    };
    let leaders = families.users.values().filter(|user| leads(user));
    let mut expected: Vec<String> = leaders
        .flat_map(|user| [number(&user["sms"]), address(&user["email"])])
        .flatten()
        .collect();
    expected.sort();
    let of_day = of_day(local, inbox, "principal_alert", day);
    let mut to: Vec<String> = of_day.iter().map(|sent| text(&sent["to"])).collect();
    to.sort();
    assert_eq!(to, expected, "{day}");
    for alert in of_day {
        assert_eq!(ids(&alert["students"]), *students, "{day}");
        let words = format!("{} {} {}", alert["subject"], alert["body"], alert["text"]);
        let words: BTreeSet<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
        for student in students {
            let names = ["givenName", "preferredGivenName"].map(|name| text(&families.users[student][name]));
            assert!(
                names
                    .iter()
                    .all(|name| name.is_empty() || !words.contains(name.as_str())),
                "{alert}"
            );
        }
    }
}

#[tokio::test]
async fn a_school_year_of_a_whole_roster() {
    let roster = Roster::read();
    let families = Families::of(&roster);
    let (reachable, others): (Ids, Ids) = families
        .students
        .clone()
        .into_iter()
        .partition(|student| !families.channels(student).is_empty());
    let local = Local::start("2021-08-23").await;

    local.import(&roster).await;
    let before = local.get("/_local/figures").await;
    for some in roster.events.chunks(250) {
        let again = local.send(some).await;
        assert_eq!(again, json!({"accepted": 0, "duplicates": some.len()}));
    }
    assert_eq!(
        local.get("/_local/figures").await,
        before,
        "the same roster changes nothing"
    );

    local
        .send(&[period("rlp-1", 1, school(&roster.school), "2021-09-01", None, true)])
        .await;
    local.to("2021-08-31").await;
    assert_eq!(local.tasks().await, Vec::<Value>::new(), "nothing before the first day");
    local.to("2021-09-01").await;
    let tasks = local.tasks().await;
    let lost: Ids = others
        .iter()
        .filter(|student| families.cannot_be_called(student))
        .cloned()
        .collect();
    assert!(!lost.is_empty() && lost.len() < others.len());
    assert_eq!(students_in(&tasks), sorted(&lost), "who cannot be reached at all");
    for task in &tasks {
        let facts = [&task["kind"], &task["assignee"], &task["opened_on"], &task["state"]];
        assert_eq!(
            json!(facts),
            json!(["repair_contact", families.school, "2021-09-01", "open"])
        );
    }

    local.to("2021-09-21").await;
    assert_eq!(local.conferences().await, Vec::<Value>::new(), "nothing before day 22");
    assert_eq!(local.inbox().await, Vec::<Value>::new());

    local.to("2021-09-22").await;
    let opened = local.conferences().await;
    assert_eq!(
        students_in(&opened),
        sorted(&families.students),
        "one for each student of the school"
    );
    for conference in &opened {
        let facts = ["kind", "due_on", "opened_on", "state", "school"].map(|name| &conference[name]);
        assert_eq!(
            json!(facts),
            json!(["remote_initial", "2021-09-22", "2021-09-22", "open", families.school])
        );
    }
    let conference = |student: &str| {
        let of = opened.iter().find(|conference| conference["student"] == student);
        text(&of.unwrap()["id"])
    };
    let all_year = families.students_on("2022-03-22");
    let alone = |student: &&String| !families.has_siblings(student) && all_year.contains(*student);
    let answering: Vec<&String> = reachable.iter().filter(alone).take(4).collect();
    for (student, mut command) in answering.iter().zip([
        json!({"command": "schedule", "starts_at": "2021-10-05T18:00:00Z", "mode": "video"}),
        json!({"command": "decline"}),
        json!({"command": "ask_for_call"}),
        json!({"command": "log_attempt", "channel": "phone", "reached": true}),
    ]) {
        command["conference"] = json!(conference(student));
        local.command(command).await;
    }
    let silent: Ids = reachable.iter().filter(|id| !answering.contains(id)).cloned().collect();
    let called: Vec<&String> = others.iter().filter(alone).take(3).collect();
    let [early, late, twice_a_day] = called[..] else {
        panic!("too few families without a channel")
    };
    let no_answer = async |student: &str, channel: &str| {
        let command =
            json!({"command": "log_attempt", "channel": channel, "reached": false, "conference": conference(student)});
        local.command(command).await;
    };
    no_answer(early, "phone").await;
    local.to("2021-09-23").await;
    no_answer(early, "visit").await;
    no_answer(late, "phone").await;
    no_answer(twice_a_day, "phone").await;
    no_answer(twice_a_day, "letter").await;
    local.to("2021-09-24").await;
    no_answer(early, "letter").await;
    no_answer(late, "phone").await;
    no_answer(twice_a_day, "phone").await;
    local.to("2021-09-28").await;
    no_answer(late, "phone").await;

    local.to("2021-10-15").await;
    let inbox = local.inbox().await;
    for (day, asked) in [
        (("2021-09-22", 1), &reachable),
        (("2021-09-24", 2), &silent),
        (("2021-09-28", 3), &silent),
    ] {
        asked_on(&local, &families, &inbox, day, asked);
    }
    let checks = of_kind(local.tasks().await, "kind", "welfare_check");
    let first: Ids = [early.clone()].into();
    let told: Ids = silent.iter().chain([late]).cloned().collect();
    for (day, expected) in [("2021-09-28", &first), ("2021-09-30", &told)] {
        let opened = of_kind(checks.clone(), "opened_on", day);
        assert_eq!(students_in(&opened), sorted(expected), "{day}");
        alerted_on(&local, &families, &inbox, day, expected);
    }
    let ever: Ids = told.union(&first).cloned().collect();
    assert_eq!(students_in(&checks), sorted(&ever), "nobody else, and no second check");
    let unreachable = of_kind(local.conferences().await, "state", "unreachable");
    assert_eq!(students_in(&unreachable), sorted(&ever));

    local.to("2022-03-21").await;
    assert_eq!(local.conferences().await.len(), opened.len());
    local.to("2022-03-22").await;
    let spring = of_kind(local.conferences().await, "kind", "remote_semiannual");
    assert_eq!(students_in(&spring), sorted(&families.students_on("2022-03-22")));
    assert!(
        spring
            .iter()
            .all(|of| of["due_on"] == "2022-03-22" && of["opened_on"] == "2022-03-22")
    );

    local.to(&families.last_session_day).await;
    local
        .command(json!({"command": "cancel", "conference": conference(answering[0])}))
        .await;
    local.to("2022-06-30").await;
    let (inbox, conferences) = (local.inbox().await, local.conferences().await);
    let invitations = of_kind(inbox.clone(), "purpose", "invitation");
    let days: BTreeSet<String> = invitations.iter().map(|sent| local.day_of(&sent["sent_at"])).collect();
    let expected = [
        "2021-09-22",
        "2021-09-24",
        "2021-09-28",
        "2022-03-22",
        "2022-03-24",
        "2022-03-28",
    ];
    assert_eq!(days.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert_eq!(conferences.len(), opened.len() + spring.len());
    assert_eq!(
        of_kind(conferences.clone(), "state", "moot"),
        Vec::<Value>::new(),
        "no end date is leaving"
    );
    let everything = [inbox, conferences, local.tasks().await].concat();
    for item in everything {
        let of = ids(&item["students"])
            .into_iter()
            .chain(item["student"].as_str().map(str::to_owned));
        let elsewhere: Vec<String> = of.filter(|id| !families.students.contains(id)).collect();
        assert_eq!(elsewhere, Vec::<String>::new(), "nothing at other schools: {item}");
    }
}
