//! `kill -9` in the middle of the work, again and again: what was begun goes on where it was.

use crate::running::{Folder, Serve};
use confer::client::{Client, SOURCE};
use confer::sample;
use confer::settings::Settings;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHOOL: &str = "mh-hs";

/// Days that are played, and after how many changed items of that day the process is killed, each time begun anew.
const DAYS: [(&str, &[u64]); 8] = [
    ("2021-08-24", &[]),
    ("2021-09-21", &[1]),
    ("2021-09-22", &[1, 20, 60, 1, 40, 90, 7, 7, 7, 7, 7, 7]),
    ("2021-09-23", &[]),
    ("2021-09-24", &[10, 50, 50]),
    ("2021-09-28", &[30, 30]),
    ("2021-09-30", &[2, 5, 20, 10]),
    ("2021-10-06", &[1]),
];

fn client(serve: &Serve) -> Client {
    Client::new(&serve.url, Settings::read(|_| None).unwrap()).unwrap()
}

fn items(serve: &Serve, path: &str) -> Vec<Value> {
    client(serve).get(path).unwrap()["items"].as_array().unwrap().clone()
}

/// How many items have changed, as the database in the folder has it: the process itself is busy.
fn changed(folder: &Folder) -> u64 {
    let database = rusqlite::Connection::open(format!("{}/confer.db", folder.path())).unwrap();
    let count = "SELECT seq FROM sqlite_sequence WHERE name = '_stream_records'";
    database.query_row(count, [], |row| row.get(0)).unwrap()
}

/// The sample district's high school, at home since September 1.
fn events() -> Vec<Value> {
    let import = sis::csv::read(&sample::files(2021), SOURCE).unwrap();
    let at_school = |event: &&Value| {
        let data = &event["data"];
        let roles = data["roles"].as_array().into_iter().flatten();
        let student = |role: &&Value| role["role"] == "student";
        event["type"] != "sis.user.changed" || roles.filter(student).all(|role| role["org"]["sourcedId"] == SCHOOL)
    };
    let mut events: Vec<Value> = import.events.iter().filter(at_school).cloned().collect();
    events.push(json!({
        "specversion": "1.0", "id": "evt-1", "source": "urn:sis:here", "type": "sis.remoteLearningPeriod.changed",
        "time": "2021-09-01T12:00:00Z", "subject": "rlp-1",
        "data": {"sourcedId": "rlp-1", "status": "active", "dateLastModified": "2021-09-01T12:00:00Z",
            "scope": {"type": "school", "org": {"sourcedId": SCHOOL}}, "startDate": "2021-09-01", "delivery": "internet"},
    }));
    events
}

/// How it ended.
struct Ended {
    conferences: BTreeSet<String>,
    tasks: BTreeSet<String>,
    /// Recipient, channel, conference and round of each family letter.
    letters: BTreeSet<String>,
    /// How often the process was killed while it worked.
    killed: usize,
}

/// Plays all days; where `kills`, with the process killed on the way.
fn play(kills: bool) -> Ended {
    let folder = Folder::new();
    let start = || Serve::start(&["--data", folder.path(), "--start", "2021-08-23"]);
    let mut serve = start();
    let events = events();
    for some in events.chunks(250) {
        let sent = client(&serve).send(&json!(some));
        assert_eq!(sent.unwrap().0, 202);
        if kills {
            // It has answered, and has hardly begun to project what it took.
            serve.kill();
            serve = start();
        }
    }
    let mut killed = 0;
    for (date, after) in DAYS {
        for count in after.iter().filter(|_| kills) {
            let goal = changed(&folder) + count;
            let moving = client(&serve);
            let moving = std::thread::spawn(move || moving.post("/_local/clock", &json!({"to": date})));
            while changed(&folder) < goal && !moving.is_finished() {
                std::thread::yield_now();
            }
            serve.kill();
            killed += usize::from(moving.join().unwrap().is_err());
            serve = start();
        }
        let clock = client(&serve).post("/_local/clock", &json!({"to": date})).unwrap();
        assert_eq!(clock["today"], *date, "the clock went on from where it was");
    }
    let line = |item: &Value, names: &[&str]| {
        let values: Vec<String> = names.iter().map(|name| item[*name].to_string()).collect();
        values.join(" ")
    };
    let conferences = items(&serve, "/_local/conferences");
    let tasks = items(&serve, "/_local/tasks");
    let mut letters = BTreeSet::new();
    for letter in items(&serve, "/_local/inbox") {
        assert!(
            !letter["recipient"].is_null(),
            "a letter that the table does not know: {}",
            letter["id"]
        );
        let day = letter["sent_at"].as_str().unwrap()[..10].to_owned();
        if letter["purpose"] != "invitation" {
            let once = letters.insert(format!(
                "{} on {day}",
                line(&letter, &["recipient", "channel", "purpose"])
            ));
            assert!(once, "two digests on {day}");
            continue;
        }
        for conference in letter["conferences"].as_array().unwrap() {
            let to = line(&letter, &["recipient", "channel", "round"]);
            assert!(
                letters.insert(format!("{to} {conference}")),
                "sent twice: {to} {conference}"
            );
        }
    }
    for queue in items(&serve, "/_local/queues") {
        assert_eq!(
            (&queue["visible"], &queue["in_flight"]),
            (&json!(0), &json!(0)),
            "{queue}"
        );
    }
    Ended {
        conferences: conferences
            .iter()
            .map(|it| line(it, &["id", "due_on", "kind", "state", "attempts"]))
            .collect(),
        tasks: tasks.iter().map(|it| line(it, &["id", "state"])).collect(),
        letters,
        killed,
    }
}

#[test]
fn killing_it_at_any_moment_loses_nothing_and_does_nothing_twice() {
    let (whole, killed) = (play(false), play(true));
    assert_eq!(whole.killed, 0);
    assert!(killed.killed > 10, "killed in the middle only {} times", killed.killed);
    assert_eq!(killed.conferences, whole.conferences);
    assert_eq!(killed.tasks, whole.tasks);
    // A message that was claimed when the process died is never sent again: a letter about two children at most, a kill.
    let lost: Vec<&String> = whole.letters.difference(&killed.letters).collect();
    assert!(lost.len() <= 2 * killed.killed, "lost: {lost:?}");
    let most = whole.letters.len() + 2 * killed.killed;
    assert!(
        killed.letters.len() <= most,
        "{} letters instead of {}",
        killed.letters.len(),
        whole.letters.len()
    );
}
