//! `confer demo`: what it prints is what somebody reads who has never seen Confer, so all of it is looked at.

use crate::running::{Done, Serve, confer};
use serde_json::Value;

/// Plays a script to its end; what it printed.
fn played(script: &str) -> String {
    let done = Done::of(confer(&["demo", "--script", script, "--headless"]).output().unwrap());
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    done.out
}

#[test]
fn three_strikes_is_told_and_every_step_holds() {
    insta::assert_snapshot!(played("three-strikes"));
}

#[test]
fn on_a_bad_day_nothing_is_lost_and_it_says_why_one_can_know() {
    insta::assert_snapshot!(played("bad-day"));
}

#[test]
fn the_readme_shows_what_is_really_printed() {
    let readme = include_str!("../../../../README.md");
    for line in played("three-strikes").lines() {
        assert!(readme.contains(line), "not in the README: {line}");
    }
    let greeting = Done::of(confer(&["demo", "--headless"]).output().unwrap());
    assert_eq!(greeting.code, 0);
    for line in greeting.out.lines() {
        assert!(readme.contains(line), "not in the README: {line}");
    }
    let to_try = include_str!(
        "snapshots/processes__demo__the_first_minute_prints_three_things_to_try_and_each_works_as_printed.snap"
    );
    let elsewhere = "  for the other commands: ";
    for line in to_try.lines().skip_while(|line| !line.starts_with("Maple")) {
        let line = line
            .replace("CONFER_LOCAL_URL=URL ", "")
            .replace("URL", "http://127.0.0.1:8700");
        let line = line.replace(". confer ", ". target/debug/confer ");
        assert!(
            line.starts_with(elsewhere) || readme.contains(&line),
            "not in the README: {line}"
        );
    }
}

#[test]
fn a_rule_that_the_functions_do_not_follow_is_seen() {
    let mut story = confer(&["demo", "--script", "three-strikes", "--headless"]);
    let done = Done::of(story.env("CONFER_POLICY", r#"{"crossing_day":23}"#).output().unwrap());
    let missed = "R3   ✗ Day 22: each of the 44 students is owed one conference, due today\n";
    assert!(done.code == 1 && done.out.contains(missed), "{done:?}");
    let stuck = "confer: /_local/commands refused what the story needs (404): there is no conference st-002.c1\n";
    assert_eq!(done.err, stuck);
}

#[test]
fn the_first_minute_prints_three_things_to_try_and_each_works_as_printed() {
    let serve = Serve::start_as("demo", &[]);
    let greeting = serve.greeting.join("\n");
    let binary = env!("CARGO_BIN_EXE_confer");
    insta::assert_snapshot!(greeting.replace(&serve.url, "URL").replace(binary, "confer"));

    let to_try: Vec<&str> = greeting
        .lines()
        .filter_map(|line| {
            ["  1. ", "  2. ", "  3. "]
                .iter()
                .find_map(|number| line.strip_prefix(number))
        })
        .collect();
    let [clock, inbox, story] = to_try[..] else {
        panic!("not three things: {greeting}");
    };
    let typed = |line: &str| Done::of(std::process::Command::new("sh").args(["-c", line]).output().unwrap());
    let moved = typed(clock);
    assert_eq!(
        (moved.code, moved.out.as_str(), moved.err.as_str()),
        (0, "2026-09-21 (now 2026-09-21T16:00:00Z)\n", "")
    );
    let clicked = reqwest::blocking::Client::new()
        .get(inbox)
        .header("accept", "text/html")
        .send()
        .unwrap();
    assert_eq!(clicked.status(), 200);
    assert!(clicked.text().unwrap().contains("<html"));
    let letters: Value = reqwest::blocking::get(inbox).unwrap().json().unwrap();
    assert!(letters["items"].as_array().unwrap().len() > 50, "families were asked");
    let story = typed(story);
    assert!(
        story.code == 0 && story.out.ends_with("and every one holds.\n"),
        "{story:?}"
    );
}

#[test]
fn a_port_that_is_taken_is_said_plainly() {
    let first = Serve::start_as("demo", &[]);
    let port = first.url.rsplit_once(':').unwrap().1;
    let second = Done::of(confer(&["demo", "--port", port]).output().unwrap());
    assert_eq!((second.code, second.out.as_str()), (1, ""));
    let says = format!("confer: port {port} cannot be had: ");
    assert!(
        second.err.starts_with(&says) && second.err.ends_with("; choose another with --port\n"),
        "{}",
        second.err
    );
}
