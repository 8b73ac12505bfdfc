//! An export is the whole roster: who is no longer in it has left, and who is in it again is back.

use confer::client::SOURCE;
use confer::import::plan::Plan;
use confer::roster::Known;
use confer::sample;
use serde_json::Value;
use sis::csv::{self, Files};
use tests::{Local, period, school};

const SCHOOL: &str = "mh-hs";

/// The generated district's export as of a day, without those rows that say anything of `without`.
fn export(without: Option<&str>, day: &str) -> Files {
    let mut files = sample::files(2021);
    for (name, content) in &mut files {
        let text = String::from_utf8(content.clone()).unwrap();
        let of = |line: &str| without.is_some_and(|id| line.split([',', '"']).any(|field| field == id));
        let kept: Vec<&str> = text.lines().filter(|line| !of(line)).collect();
        let mut text = kept.join("\n") + "\n";
        if name == "orgs.csv" {
            text = text.replace("2021-08-20T", &format!("{day}T"));
        }
        *content = text.into_bytes();
    }
    files
}

/// Imports an export as the command does; how many users it removed.
async fn import(local: &Local, files: &Files) -> usize {
    let import = csv::read(files, SOURCE).unwrap();
    let known: Vec<Known> = serde_json::from_value(local.get("/_local/roster").await["items"].clone()).unwrap();
    let now = local.get("/_local/clock").await["now"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let plan = Plan::new(import, &known, &local.settings.district.policy, now);
    assert_eq!((plan.removes_too_many(), &plan.notes), (None, &Vec::new()));
    local.send(&plan.events).await;
    local.send(&plan.removals).await;
    plan.removals
        .iter()
        .filter(|event| event["type"] == "sis.user.changed")
        .count()
}

fn states(conferences: &[Value]) -> Vec<String> {
    conferences
        .iter()
        .map(|conference| format!("{} {}", conference["id"], conference["state"]))
        .collect()
}

#[tokio::test]
async fn a_child_who_is_no_longer_in_the_export_has_left_and_is_back_when_it_is() {
    let local = Local::start("2021-08-23").await;
    assert_eq!(import(&local, &export(None, "2021-08-20")).await, 0);
    local
        .tell(period("rlp-1", 1, school(SCHOOL), "2021-09-01", None, true))
        .await;
    local.to("2021-09-22").await;
    let before = local.conferences().await;
    let child = before[0]["student"].as_str().unwrap().to_owned();
    let id = before[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(before[0]["state"], "open");

    assert_eq!(import(&local, &export(Some(&child), "2021-09-22")).await, 1);
    assert_eq!(local.conference(&id).await["state"], "moot");
    let changed = |now: &[Value]| {
        let (before, now) = (states(&before), states(now));
        now.into_iter().filter(|state| !before.contains(state)).count()
    };
    assert_eq!(changed(&local.conferences().await), 1, "nobody else's");

    local.to("2021-09-23").await;
    assert_eq!(import(&local, &export(None, "2021-09-23")).await, 0);
    assert_eq!(local.conference(&id).await["state"], "open", "the same conference");
    assert_eq!(changed(&local.conferences().await), 0);
    assert_eq!(
        import(&local, &export(None, "2021-08-20")).await,
        0,
        "an old export takes nobody away"
    );
    assert_eq!(changed(&local.conferences().await), 0);
}
