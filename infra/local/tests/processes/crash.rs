//! `kill -9` in the middle of the work, again and again: what was begun goes on where it was.

mod ended;

use crate::running::{Folder, Serve};
use confer::client::{Client, SOURCE};
use confer::sample::{self, Generator};
use confer::settings::Settings;
use ended::Ended;
use serde_json::{Value, json};
use sis::csv;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

/// Decides the moments.
const SEED: u64 = 6310;
/// How often the process is killed while the roster comes in, and how often on the days after.
const KILLS: [usize; 2] = [8, 22];
/// Events in one request.
const BATCH: usize = 250;
/// Days that are played to: those of the roster, of the three rounds and of the checks; and one by which what a killed
/// process left unknown was asked for again.
const DAYS: [&str; 6] = [
    "2021-09-21",
    "2021-09-22",
    "2021-09-24",
    "2021-09-28",
    "2021-09-30",
    "2021-10-08",
];

/// What a process is busy with when it is killed.
enum Work {
    /// The SIS sends events, and they are projected.
    Events(Value),
    /// Time passes to a day.
    Day(&'static str),
}

impl Work {
    /// Does it, from wherever it was left; whether the process lived to the end.
    fn done(&self, client: &Client) -> bool {
        match self {
            Self::Events(events) => {
                let sent = client.send(events).map(|(status, _)| assert_eq!(status, 202));
                sent.is_ok() && client.get("/_local/queues").is_ok()
            }
            Self::Day(date) => client.post("/_local/clock", &json!({ "to": date })).is_ok(),
        }
    }
}

/// The roster that `CONFER_SAMPLE_ROSTER` names, else the generated district; its largest school at home since September 1.
fn events() -> Vec<Value> {
    let files = match std::env::var("CONFER_SAMPLE_ROSTER") {
        Ok(folder) if !folder.is_empty() => csv::folder(Path::new(&folder)).unwrap(),
        _ => {
            eprintln!("CONFER_SAMPLE_ROSTER is not set: this runs on the generated district");
            sample::files(2021)
        }
    };
    let mut events = csv::read(&files, SOURCE).unwrap().events;
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for role in events
        .iter()
        .flat_map(|event| event["data"]["roles"].as_array().into_iter().flatten())
    {
        if role["role"] == "student" {
            *sizes.entry(role["org"]["sourcedId"].as_str().unwrap()).or_default() += 1;
        }
    }
    let school = sizes.into_iter().max_by_key(|(_, size)| *size).unwrap().0.to_owned();
    events.push(json!({
        "specversion": "1.0", "id": "evt-1", "source": "urn:sis:here", "type": "sis.remoteLearningPeriod.changed",
        "time": "2021-09-01T12:00:00Z", "subject": "rlp-1",
        "data": {"sourcedId": "rlp-1", "status": "active", "dateLastModified": "2021-09-01T12:00:00Z",
            "scope": {"type": "school", "org": {"sourcedId": school}}, "startDate": "2021-09-01", "delivery": "internet"},
    }));
    events
}

/// How many items have changed, as the database in the folder has it: the process itself is busy.
fn changed(folder: &Folder) -> u64 {
    let database = rusqlite::Connection::open(format!("{}/confer.db", folder.path())).unwrap();
    let count = "SELECT seq FROM sqlite_sequence WHERE name = '_stream_records'";
    database.query_row(count, [], |row| row.get(0)).unwrap_or_default()
}

/// Does all the work, and kills the process whenever as many items have changed as `moments` says; how it ended, and how
/// many items had changed when the roster was in and at the end.
fn play(work: &[Work], mut moments: VecDeque<u64>) -> (Ended, [u64; 2]) {
    let folder = Folder::new();
    let start = || Serve::start(&["--data", folder.path(), "--start", "2021-08-23"]);
    let client = |serve: &Serve| Client::new(&serve.url, Settings::read(|_| None).unwrap()).unwrap();
    let mut serve = start();
    let (mut killed, mut roster_in) = (0, 0);
    for piece in work {
        if matches!(piece, Work::Day(_)) && roster_in == 0 {
            roster_in = changed(&folder);
        }
        loop {
            let finished = std::thread::scope(|scope| {
                let working = client(&serve);
                let working = scope.spawn(move || piece.done(&working));
                while moments.front().is_some_and(|moment| changed(&folder) < *moment) && !working.is_finished() {
                    std::thread::yield_now();
                }
                if !working.is_finished() && moments.pop_front().is_some() {
                    serve.kill();
                    killed += 1;
                }
                working.join().unwrap()
            });
            if serve.is_dead() {
                serve = start();
            }
            if finished {
                break;
            }
        }
    }
    assert_eq!(moments, VecDeque::<u64>::new(), "moments that never came");
    let all = changed(&folder);
    let client = client(&serve);
    (Ended::of(serve, &client, &folder, killed), [roster_in, all])
}

/// `count` moments between two, in order.
fn between(random: &mut Generator, from: u64, to: u64, count: usize) -> VecDeque<u64> {
    let mut moments: Vec<u64> = (0..count).map(|_| from + random.below(to - from)).collect();
    moments.sort_unstable();
    moments.into()
}

#[test]
fn killing_it_at_any_moment_loses_nothing_and_does_nothing_twice() {
    let events = events();
    let requests = events.chunks(BATCH).map(|some| Work::Events(json!(some)));
    let work: Vec<Work> = requests.chain(DAYS.map(Work::Day)).collect();

    let (whole, [roster_in, all]) = play(&work, VecDeque::new());
    let mut random = Generator::new(SEED);
    let mut moments = between(&mut random, 1, roster_in, KILLS[0]);
    moments.append(&mut between(&mut random, roster_in, all, KILLS[1]));
    println!("seed {SEED}: of {all} changes of items, killed after {moments:?}");
    let (ended, _) = play(&work, moments);

    assert_eq!(whole.killed, 0);
    assert_eq!(ended.killed, KILLS.iter().sum::<usize>());
    assert_eq!(ended.conferences, whole.conferences);
    assert_eq!(ended.tasks, whole.tasks);
    assert_eq!(ended.checks, whole.checks);
    // A message that was claimed when the process died is never sent again, and its round may be repeated.
    let lost: Vec<&String> = whole.letters.difference(&ended.letters).collect();
    assert!(
        lost.iter().all(|letter| ended.unknown.contains(*letter)),
        "lost: {lost:?}"
    );
    let about = |letter: &String| letter.rsplit(' ').next().unwrap_or_default().to_owned();
    let asked_again: BTreeSet<String> = ended.unknown.iter().map(about).collect();
    let more: Vec<&String> = ended.letters.difference(&whole.letters).collect();
    assert!(
        more.iter().all(|letter| asked_again.contains(&about(letter))),
        "more: {more:?}"
    );
    println!(
        "{} letters without a kill, {} with; of {} messages nobody knows whether they left",
        whole.letters.len(),
        ended.letters.len(),
        ended.unknown.len()
    );
}
