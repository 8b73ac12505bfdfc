//! The main job on a whole roster that nobody made for it.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tests::{Local, Roster, period, school};

fn count<'a>(items: &'a [Value], name: &str) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item[name].as_str().unwrap_or("-")).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn from_the_roster_to_the_principals_tasks() {
    let roster = Roster::read();
    let students = roster.students_of(&roster.school);
    let local = Local::start("2021-08-23").await;
    local.import(&roster).await;
    let again = local.send(&roster.events[..250]).await;
    assert_eq!(again["accepted"], 0, "the same roster again: {again}");

    local
        .send(&[period("rlp-1", 1, school(&roster.school), "2021-09-01", None, true)])
        .await;
    local.to("2021-09-01").await;
    let tasks = local.tasks().await;
    assert!(!tasks.is_empty());
    assert_eq!(count(&tasks, "kind").keys().collect::<Vec<_>>(), [&"repair_contact"]);
    local.to("2021-09-21").await;
    assert_eq!(local.conferences().await, Vec::<Value>::new(), "nothing before day 22");

    local.to("2021-09-22").await;
    let opened = local.conferences().await;
    let of: BTreeSet<&str> = opened.iter().map(|c| c["student"].as_str().unwrap()).collect();
    assert_eq!(opened.len(), students.len(), "one for each student of the school");
    assert_eq!(of, students.iter().map(String::as_str).collect());
    assert_eq!(
        count(&opened, "kind"),
        BTreeMap::from([("remote_initial", students.len())])
    );
    assert_eq!(
        count(&opened, "due_on"),
        BTreeMap::from([("2021-09-22", students.len())])
    );
}
