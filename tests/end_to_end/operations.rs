//! What the one who runs it does when it must be done: erases a student (FERPA), takes up from a restored table, and finds out
//! what became of an event, or how a message or a task came about.

use crate::feedback::report;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use std::collections::HashMap;
use tests::town::{changed_student, enrollment, family, on_the_eve, student, user};
use tests::{Local, event};

/// What is in no row once the student is erased: everything of the student is called so.
const TRACE: &str = "vanish";

/// The student, two guardians and an aunt who are nobody else's, and an uncle who is another child's emergency contact too.
fn to_be_erased() -> Vec<Value> {
    let contact = |children: &[&str]| json!({"metadata": {"emergencyContactFor": children}, "phone": "860-555-0144"});
    vec![
        user(
            "g-vanish",
            1,
            json!({"email": "g-vanish@example.net", "sms": "860-555-0143", "phone": "860-555-0143"}),
        ),
        user("ex-of-vanish", 1, json!({"email": "ex-of-vanish@example.net"})),
        student("vanish", "a", &["g-vanish", "ex-of-vanish"]),
        enrollment("vanish", "a", "student", 1, true),
        user("aunt-of-vanish", 1, contact(&["vanish"])),
        user("uncle", 1, contact(&["vanish", "bo"])),
        event(
            "sis.attendance.recorded",
            1,
            json!({"sourcedId": "mark-of-vanish", "status": "active", "dateLastModified": "2021-09-10T12:00:00Z",
                   "student": {"sourcedId": "vanish"}, "date": "2021-09-10", "instruction": "remote"}),
        ),
    ]
}

/// A life: asked, answered, a text written, a time agreed, a contact named, staff told.
async fn lived() -> Local {
    let local = on_the_eve(&["bo"], to_be_erased()).await;
    local
        .tell(changed_student("vanish", 2, "a", &["g-vanish"], json!({})))
        .await;
    local.to("2021-09-22").await;
    assert!(!local.invited_on("vanish").await.is_empty());
    // From a number that is given up afterwards: what was written there is still about the student.
    for text in ["who is this? vanish has moved", "STOP"] {
        let wrote = json!({"sms_from": "+18605550143", "text": text});
        assert_eq!(local.post("/_local/feedback", wrote).await.0, 200);
    }
    let numbers = json!({"email": "g-vanish@example.net", "sms": "860-555-0146", "phone": "860-555-0146"});
    local.tell(user("g-vanish", 2, numbers)).await;
    let agreed = json!({"command": "schedule", "conference": "vanish.c1", "actor": "g-vanish",
                        "starts_at": "2021-09-30T19:00:00Z", "mode": "phone"});
    local.command(agreed).await;
    local
        .command(
            json!({"command": "set_emergency_contact", "conference": "vanish.c1", "name": "Aunt of vanish",
                        "phone": "860-555-0145"}),
        )
        .await;
    local.to("2021-09-23").await;
    local
}

async fn traces(local: &Local) -> Vec<String> {
    let rows = local.table().await;
    let traces = rows.iter().map(Value::to_string);
    traces.filter(|row| row.contains(TRACE)).collect()
}

#[tokio::test]
async fn ferpa_nothing_is_left_of_a_student_who_is_erased() {
    let local = lived().await;
    assert!(traces(&local).await.len() > 20);
    let gone = json!({"command": "erase_student", "student": "vanish"});
    let done = local.command(gone.clone()).await;
    assert!(done["rows"].as_u64().is_some_and(|rows| rows > 20), "{done}");
    assert_eq!(traces(&local).await, Vec::<String>::new());
    assert_eq!(local.command(gone).await["rows"], 0, "the proof");
    let numbers = ["5550143", "5550145", "5550146"];
    let table = json!(local.table().await).to_string();
    assert!(!numbers.iter().any(|number| table.contains(number)));

    // Everybody else goes on, with whom they are known by.
    assert!(table.contains("uncle"), "who is another child's too stays");
    local.to("2021-10-30").await;
    assert_eq!(local.invited_on("bo").await.len(), 3);
    assert_eq!(traces(&local).await, Vec::<String>::new());
    assert!(!local.logged().join("\n").contains("Aunt of vanish"));
}

fn client(cloud: &confer::cloud::Cloud) -> Client {
    Client::new(&cloud.sdk_config("local-backup"))
}

/// Every row of the table, as a backup keeps it.
async fn backup(local: &Local) -> Vec<HashMap<String, AttributeValue>> {
    let rows = client(&local.cloud().await)
        .scan()
        .table_name("confer")
        .send()
        .await
        .unwrap();
    assert!(rows.last_evaluated_key.is_none(), "one page");
    rows.items.unwrap_or_default()
}

/// What a restored table is: the rows of then, and another id.
async fn restore(local: &Local, rows: Vec<HashMap<String, AttributeValue>>) {
    let client = client(&local.cloud().await);
    for mut row in rows {
        if row["PK"].as_s().is_ok_and(|pk| pk == "CONTROL") {
            row.insert(
                "table_id".into(),
                AttributeValue::S("of the table that was lost".into()),
            );
        }
        client
            .put_item()
            .table_name("confer")
            .set_item(Some(row))
            .send()
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_waited_when_a_backup_was_made_is_not_sent_again() {
    let local = on_the_eve(&["al", "bo"], Vec::new()).await;
    let keep = local.keeper.with(|world| {
        Box::pin(async move {
            let district = world.settings.district.clone();
            world
                .cloud
                .set_now(district.at(tests::day("2021-09-22"), district.policy.run_at));
            world.start_run().await;
        })
    });
    keep.await.unwrap();
    assert_eq!(local.inbox().await.len(), 0, "the invitations wait for twenty minutes");
    let rows = backup(&local).await;
    local.to("2021-09-22").await;
    assert_eq!(local.inbox().await.len(), 2, "and are sent");

    restore(&local, rows).await;
    local.to("2021-09-23").await;
    assert_eq!(local.inbox().await.len(), 2, "nothing leaves from a restored table");
    assert_eq!(
        local.refused(json!({"command": "sending", "sending": "live"})).await,
        409,
        "before somebody has said what is to become of it"
    );
    let done = local.command(json!({"command": "restored"})).await;
    assert_eq!(
        (&done["not_sent_again"], &done["sending"]),
        (&json!(2), &json!("stopped"))
    );
    assert_eq!(local.refused(json!({"command": "restored"})).await, 409, "once");
    local.command(json!({"command": "sending", "sending": "live"})).await;
    local.to("2021-09-23").await;
    assert_eq!(local.inbox().await.len(), 2, "what waited then is not sent again");
    assert_eq!(
        local.only_conference("al").await["attempts"],
        0,
        "and counts for nothing"
    );
    local.to("2021-10-04").await;
    assert!(local.inbox().await.len() > 2, "the family is asked on");
}

#[tokio::test]
async fn who_was_erased_stays_erased_in_a_restored_table() {
    let local = lived().await;
    let rows = backup(&local).await;
    local
        .command(json!({"command": "erase_student", "student": "vanish"}))
        .await;
    restore(&local, rows).await;
    assert!(traces(&local).await.len() > 20, "the backup knows them");
    let done = local.command(json!({"command": "restored"})).await;
    assert_eq!(done["erased_again"], 1);
    assert_eq!(traces(&local).await, Vec::<String>::new());
}

#[tokio::test]
async fn nothing_is_sent_from_a_new_table_before_somebody_says_so() {
    let local = on_the_eve(&["al"], family("bo")).await;
    let forgotten = client(&local.cloud().await)
        .delete_item()
        .table_name("confer")
        .key("PK", AttributeValue::S("CONTROL".into()))
        .key("SK", AttributeValue::S("SENDING".into()));
    forgotten.send().await.unwrap();
    local.to("2021-09-22").await;
    assert_eq!(local.inbox().await.len(), 0);
    local.command(json!({"command": "sending", "sending": "live"})).await;
    assert_eq!(local.inbox().await.len(), 2);
}

/// Log lines that say `message`, of which `field` holds `part` as a word.
fn told<'a>(lines: &'a [Value], message: &str, field: &str, part: &str) -> Vec<&'a Value> {
    let holds = |line: &&Value| {
        line[field]
            .as_str()
            .is_some_and(|text| text.split([' ', '#']).any(|word| word == part))
    };
    lines
        .iter()
        .filter(|line| line["message"] == message)
        .filter(holds)
        .collect()
}

fn lines(local: &Local) -> Vec<Value> {
    let logged = local.logged().into_iter();
    logged.map(|line| serde_json::from_str(&line).unwrap()).collect()
}

/// An event's or a run's id leads to the messages and tasks that came of it, and back.
#[tokio::test]
async fn logs_lead_from_an_event_or_a_run_to_messages_and_tasks() {
    let local = lived().await;
    // A run, the message that it wrote, and the letter that carried it.
    let said = lines(&local);
    let invited = told(&said, "message written", "message_id", "vanish.m1");
    assert_eq!(invited[0]["cause"], "run 2021-09-22");
    assert_eq!(told(&said, "message sent", "carries", "vanish.m1").len(), 1);
    // What a guardian does on the page, or staff for them, has a name; what somebody wrote, the number's and the text's ids.
    assert!(!told(&said, "decided", "cause", "g-vanish").is_empty());
    let wrote = told(&said, "decided", "what", "family_wrote");
    assert!(wrote[0]["cause"].as_str().unwrap().starts_with("text "));

    // An event: the student changes schools, and whoever agreed upon a time is told that it is off.
    let leaves = changed_student("vanish", 3, "b", &["g-vanish"], json!({}));
    let id = leaves["id"].as_str().unwrap();
    local.tell(leaves.clone()).await;
    local.to("2021-09-24").await;
    let said = lines(&local);
    assert_eq!(told(&said, "event recorded", "event", id).len(), 1);
    assert!(!told(&said, "decided", "cause", id).is_empty());
    let written = told(&said, "message written", "cause", id);
    assert!(!written.is_empty());
    for message in written {
        let message = message["message_id"].as_str().unwrap();
        assert_eq!(told(&said, "message sent", "carries", message).len(), 1, "{message}");
    }

    // A family that stays silent: the run that handed over, the task, and what the principal got.
    local.to("2021-10-08").await;
    let said = lines(&local);
    let tasks = told(&said, "task created", "task", "bo.t1.welfare_check");
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0]["cause"], "hand-over bo.c1");
    let handed_over = told(&said, "decided", "what", "handed_to_principal");
    assert!(
        handed_over
            .iter()
            .any(|line| line["student"] == "bo" && line["cause"].as_str().unwrap().starts_with("run "))
    );
    assert!(!told(&said, "message sent", "carries", "bo.c1").is_empty());
}

/// So does a provider's report, for each child that the letter was about.
#[tokio::test]
async fn logs_lead_from_a_report_to_what_was_decided() {
    let sibling = changed_student("bo", 2, "a", &["g-al"], json!({}));
    let local = on_the_eve(&["al", "bo"], vec![sibling]).await;
    local.to("2021-09-22").await;
    report(&local, &local.inbox().await[0]["id"], "bounced").await;
    let said = lines(&local);
    let bounced = told(&said, "decided", "what", "message_bounced");
    let facts: Vec<[&Value; 2]> = bounced
        .iter()
        .map(|line| ["student", "cause"].map(|name| &line[name]))
        .collect();
    let sent = told(&said, "message sent", "carries", "al.m1")[0]["send_id"]
        .as_str()
        .unwrap();
    let cause = format!("report {sent}");
    assert_eq!(json!(facts), json!([["al", cause], ["bo", cause]]));
}
