//! The `confer` command as somebody at a terminal has it.

use crate::running::{Done, Folder, Serve, confer};
use confer::sample;
use serde_json::{Value, json};

fn object(kind: &str, data: Value) -> Value {
    let id = data["sourcedId"].as_str().unwrap().to_owned();
    let mut data = data;
    data["status"] = json!("active");
    data["dateLastModified"] = json!("2021-09-01T12:00:00Z");
    json!({"specversion": "1.0", "id": format!("evt-{id}"), "source": "urn:sis:here", "type": format!("sis.{kind}"),
        "time": "2021-09-01T12:00:00Z", "subject": id, "data": data})
}

/// A school with a teacher, one family and its principal.
fn family() -> Value {
    let user = |id: &str, role: &str, more: Value| {
        let roles = json!([{"role": role, "org": {"sourcedId": "sch-1"}}]);
        let mut data = json!({"sourcedId": id, "givenName": "Ada", "familyName": "Byron", "roles": roles});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        object("user.changed", data)
    };
    let place = |id: &str, user: &str, role: &str| {
        object(
            "enrollment.changed",
            json!({"sourcedId": id, "role": role, "primary": role == "teacher",
                "class": {"sourcedId": "cl-1"}, "user": {"sourcedId": user}}),
        )
    };
    json!([
        object(
            "org.changed",
            json!({"sourcedId": "sch-1", "name": "Harbor School", "type": "school"})
        ),
        object(
            "class.changed",
            json!({"sourcedId": "cl-1", "classType": "homeroom", "school": {"sourcedId": "sch-1"}})
        ),
        user("pr-1", "principal", json!({"email": "principal@example.org"})),
        user("te-1", "teacher", json!({"email": "teacher@example.org"})),
        user("gu-1", "guardian", json!({"sms": "860-555-0101"})),
        user("st-1", "student", json!({"agents": [{"sourcedId": "gu-1"}]})),
        place("en-1", "te-1", "teacher"),
        place("en-2", "st-1", "student"),
        object(
            "remoteLearningPeriod.changed",
            json!({"sourcedId": "rlp-1", "startDate": "2021-09-01",
            "scope": {"type": "school", "org": {"sourcedId": "sch-1"}}, "delivery": "internet"})
        ),
    ])
}

fn done(code: i32, out: &str) -> Done {
    Done {
        code,
        out: out.to_owned(),
        err: String::new(),
    }
}

fn failed(err: &str) -> Done {
    Done {
        code: 1,
        out: String::new(),
        err: format!("confer: {err}\n"),
    }
}

#[test]
fn serving_the_sample_district_says_where_it_is_and_what_is_there() {
    let serve = Serve::start(&["--sample", "--start", "2021-08-23"]);
    let greeting = serve.greeting.join("\n").replace(&serve.url, "URL");
    assert_eq!(
        greeting,
        "Confer, the local cloud: URL
  filling it with Maple Harbor Public Schools, which does not exist …
  3 schools, 24 teachers, 180 students
  clock        Monday 2021-08-23 08:00 — it stands until you move it: confer clock +1d
  conferences  URL/_local/conferences
  inbox        URL/_local/inbox
  tasks        URL/_local/tasks
  kept in memory: it is gone when you stop this (--data FOLDER keeps it)
  for the other commands: export CONFER_LOCAL_URL=URL"
    );
    assert_eq!(
        serve.run(&["clock"]),
        done(0, "2021-08-23 (now 2021-08-23T12:00:00Z)\n")
    );
}

#[test]
fn importing_the_same_folder_again_writes_nothing() {
    let folder = Folder::new();
    for (name, content) in sample::files(2021) {
        folder.file(&name, content);
    }
    let serve = Serve::start(&["--start", "2021-08-23"]);
    let last_line = |done: Done| {
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        done.out.lines().last().unwrap().to_owned()
    };
    let first = last_line(serve.run(&["import", folder.path()]));
    assert!(first.starts_with("765 events accepted, 0 known already, "), "{first}");
    assert!(!first.ends_with(" 0 items written"), "{first}");
    assert_eq!(
        serve.run(&["import", folder.path()]),
        done(
            0,
            "1296 rows read, 765 objects
  250 of 765 objects
  500 of 765 objects
  750 of 765 objects
  765 of 765 objects
0 events accepted, 765 known already, 0 items written\n"
        )
    );
    let nowhere = serve.run(&["import", "/nowhere"]);
    assert_eq!(
        nowhere,
        failed("cannot read /nowhere: No such file or directory (os error 2)")
    );
}

#[test]
fn sending_events_says_what_became_of_each_file() {
    let serve = Serve::start(&["--start", "2021-09-20"]);
    let folder = Folder::new();
    let good = folder.file("good.json", family().to_string());
    let mut wrong = family();
    wrong[4]["data"]["enabledUser"] = json!(7);
    wrong[8]["data"]["startDate"] = json!("yesterday");
    let wrong = folder.file("wrong.json", wrong.to_string());
    assert_eq!(
        serve.run(&["send", &good]),
        done(0, &format!("{good}: 9 accepted, 0 known already\n"))
    );
    let both = format!(
        "{good}: 0 accepted, 9 known already
{wrong}: refused: 2 of the request's fields are invalid (400)
  event 5: data.enabledUser must be true or false
  event 9: data.startDate must be a date, as 2021-09-01
  nothing of it was recorded: mend it and send it again\n"
    );
    assert_eq!(serve.run(&["send", &good, &wrong]), done(1, &both));
    let half = folder.file("half.json", "{");
    let why = format!("{half} is not JSON: EOF while parsing an object at line 1 column 1");
    assert_eq!(serve.run(&["send", &half]), failed(&why));
    let nowhere = serve.run(&["send", "/nowhere.json"]);
    assert_eq!(
        nowhere,
        failed("cannot read /nowhere.json: No such file or directory (os error 2)")
    );
}

#[test]
fn the_clock_moves_and_a_students_timeline_cites_its_rules() {
    let serve = Serve::start(&["--start", "2021-09-20"]);
    let folder = Folder::new();
    serve.run(&["send", &folder.file("family.json", family().to_string())]);
    for (to, says) in [
        ("+1d", done(0, "2021-09-21 (now 2021-09-21T16:00:00Z)\n")),
        ("2021-09-30", done(0, "2021-09-30 (now 2021-09-30T16:00:00Z)\n")),
        (
            "yesterday",
            failed("yesterday is neither a number of days, as +7d, nor a date, as 2021-09-22"),
        ),
        (
            "-1d",
            failed("-1d is neither a number of days, as +7d, nor a date, as 2021-09-22"),
        ),
        (
            "2021-09-01",
            failed("today is 2021-09-30: the clock moves forward only"),
        ),
        ("+9999d", failed("the clock moves at most 3660 days at once")),
    ] {
        assert_eq!(serve.run(&["clock", to]), says, "{to}");
    }
    let timeline = "Student st-1
  2021-09-20 09:00  R6   emergency contact requested (1 message)
  2021-09-20 09:20  R6   sms emergency contact request sent to gu-1 in en
  2021-09-22 09:00  R3   conference 1: opened (remote since 2021-09-01: day 22, due on 2021-09-22)
  2021-09-22 09:00  R9   conference 1: round started (round 1, 1 message)
  2021-09-22 09:20  R9   sms invitation sent to gu-1 in en
  2021-09-24 09:00  R9   conference 1: round started (round 2, 1 message)
  2021-09-24 09:20  R9   sms invitation sent to gu-1 in en
  2021-09-25 09:20  R9   email staff digest sent to te-1 in en
  2021-09-28 09:00  R9   conference 1: round started (round 3, 1 message)
  2021-09-28 09:20  R9   sms invitation sent to gu-1 in en
  2021-09-30 09:00  R10  conference 1: handed to principal (three attempts failed, two school days passed)
  2021-09-30 09:00  R10  conference 1: family not reached (three attempts failed, two school days passed)
  2021-09-30 09:00  R10  conference 1: task opened (welfare check: three attempts to reach the family failed)
  2021-09-30 09:20  R10  email principal alert sent to pr-1 in en
Now
  st-1.c1 remote initial, due 2021-09-22: unreachable, 3 attempts count
  st-1.t1.welfare_check since 2021-09-30: open (three attempts to reach the family failed)\n";
    assert_eq!(serve.run(&["student", "st-1"]), done(0, timeline));
    assert_eq!(
        serve.run(&["student", "nobody"]),
        failed("nothing has happened to a student nobody")
    );
}

#[test]
fn what_is_wrong_around_it_is_said_plainly() {
    let at = |url: &str| Done::of(confer(&["clock"]).env("CONFER_LOCAL_URL", url).output().unwrap());
    let nobody =
        "nothing answers at http://127.0.0.1:1: start `confer serve`, or set CONFER_LOCAL_URL to where it runs";
    assert_eq!(at("http://127.0.0.1:1"), failed(nobody));
    let no_url = "CONFER_LOCAL_URL must be where `confer serve` runs, as http://127.0.0.1:8700";
    assert_eq!(at("nonsense"), failed(no_url));

    let mut bad = confer(&["serve"]);
    bad.env("CONFER_TIME_ZONE", "Eastern")
        .env("CONFER_POLICY", r#"{"typo":1}"#)
        .env("CONFER_WEBHOOK_SECRETS", "whsec_c2hvcnQ=");
    let bad = Done::of(bad.output().unwrap());
    assert_eq!((bad.code, bad.out.as_str()), (1, ""));
    for says in [
        "confer: these settings must be mended:\n",
        "\n  CONFER_TIME_ZONE must be a name of the tz database",
        "\n  CONFER_POLICY must be JSON of the numbers that differ: unknown field `typo`",
        "\n  CONFER_WEBHOOK_SECRETS: a webhook secret is ",
    ] {
        assert!(bad.err.contains(says), "{says} in {}", bad.err);
    }
    assert!(!bad.err.contains("c2hvcnQ"), "a secret is not repeated");
}

#[test]
fn a_folder_and_a_port_belong_to_one_process() {
    let folder = Folder::new();
    let data = ["--data", folder.path()];
    let mut first = Serve::start(&[&data[..], &["--start", "2021-08-23"]].concat());
    let again = |args: &[&str]| Done::of(confer(&[&["serve"], args].concat()).output().unwrap());
    let second = again(&["--port", "0", "--data", folder.path()]);
    let dir = folder.path();
    let start = format!(
        "confer: {dir} is in use by another confer process (pid {}): ",
        first.pid()
    );
    assert!(second.code == 1 && second.err.starts_with(&start), "{second:?}");
    let port = first.url.rsplit_once(':').unwrap().1.to_owned();
    let second = again(&["--port", &port]);
    assert!(
        second.code == 1 && second.err.contains(&format!("port {port} cannot be had")),
        "{second:?}"
    );

    first.run(&["clock", "+3d"]);
    first.kill();
    let later = Serve::start(&[&data[..], &["--start", "2019-01-01"]].concat());
    let clock = later.run(&["clock"]);
    assert_eq!(
        clock,
        done(0, "2021-08-26 (now 2021-08-26T16:00:00Z)\n"),
        "a used folder keeps its clock"
    );
}
