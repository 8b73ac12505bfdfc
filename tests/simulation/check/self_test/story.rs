//! One family that nobody reached, as it should have been played: nothing may be found in it. Then one thing at a time is made
//! wrong, and the invariant that it breaks must be named.

use super::policy::{date, object, period, student};
use crate::check::violations;
use crate::history::{Act, Channel, Delivery, Fate, History, Is, Says, Scope, StaffRole, Trouble};
use crate::model::calendar::{instant, plus_days};
use crate::observed::{Audit, Conference, Letter, Message, Observed, Taken, TakenWhat, Task};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

const NUMBER: &str = "+12035550123";
const ADDRESS: &str = "ana@example.org";
const ROUNDS: [&str; 3] = ["2021-09-22", "2021-09-24", "2021-09-28"];
const CHECK: &str = "2021-09-30";
const ASKED: &str = "2021-09-15";

fn history() -> History {
    History {
        seed: 0,
        start: date("2021-09-01"),
        days: 40,
        steps: Vec::new(),
        trouble: Trouble::none(),
    }
}

fn key(number: u32) -> (String, u32) {
    ("s1".to_owned(), number)
}

fn audit(observed: &mut Observed, on: &str, kind: &str, detail: &str) {
    let at = instant(date(on), 9, 0);
    let revision = observed.audit.len() as u64;
    let entry = Audit {
        at,
        student: "s1".to_owned(),
        revision,
        kind: kind.to_owned(),
        conference: (kind != "emergency_contact_requested").then_some(1),
        detail: detail.to_owned(),
    };
    observed.audit.push(entry);
}

fn letter(observed: &mut Observed, send_id: &str, purpose: &str, channel: Channel, to: &str, sent_at: DateTime<Utc>) {
    observed.letters.push(Letter {
        id: format!("id-{send_id}"),
        send_id: send_id.to_owned(),
        purpose: purpose.to_owned(),
        channel,
        to: to.to_owned(),
        sent_at,
    });
}

/// What must be seen of it.
fn played() -> Observed {
    let mut observed = Observed {
        last_day: date("2021-11-30"),
        students: vec!["s1".to_owned()],
        ..Observed::default()
    };
    let mut today = date("2021-09-01");
    while today <= observed.last_day {
        observed.clean_runs.push(today);
        today = plus_days(today, 1);
    }
    let guardian = Is::Guardian {
        sms: Some("(203) 555-0123".to_owned()),
        email: Some(ADDRESS.to_owned()),
        phone: None,
        language: None,
        do_not_contact_for: Vec::new(),
    };
    let principal = Is::Staff {
        role: StaffRole::Principal,
        school: "a".to_owned(),
    };
    let remote = period(Scope::School("a".to_owned()), "2021-09-01", "", Delivery::Internet);
    let objects = [
        ("user", object("s1", student(&[("a", None)], &["g1"]))),
        ("user", object("g1", guardian)),
        ("user", object("pr1", principal)),
        ("period", object("p1", remote)),
    ];
    for (kind, object) in objects {
        let version = (object.modified, object.sequence, object.active);
        observed.objects.insert(format!("{kind}#{}", object.id), version);
        take(&mut observed, "2021-09-01", 8, TakenWhat::Object(object));
    }
    audit(&mut observed, ASKED, "emergency_contact_requested", "2 messages");
    audit(
        &mut observed,
        ROUNDS[0],
        "conference_opened",
        "day 22, due on 2021-09-22",
    );
    let mut rounds: Vec<(NaiveDate, Vec<u32>)> = Vec::new();
    for (index, on) in ROUNDS.into_iter().enumerate() {
        let round = index as u32 + 1;
        audit(
            &mut observed,
            on,
            "round_started",
            &format!("round {round}, 2 messages"),
        );
        let mut numbers = Vec::new();
        for (channel, to) in [(Channel::Sms, NUMBER), (Channel::Email, ADDRESS)] {
            let number = observed.messages.len() as u32 + 1;
            let send_id = format!("s1.m{number}.1");
            let sent_at = instant(date(on), 9, 20);
            letter(&mut observed, &send_id, "invitation", channel, to, sent_at);
            let message = Message {
                news: None,
                conference: 1,
                round,
                guardian: "g1".to_owned(),
                channel,
                run_on: date(on),
                status: "sent".to_owned(),
                sent_at: Some(sent_at),
                sent_as: Some(send_id),
            };
            observed.messages.insert(key(number), message);
            numbers.push(number);
        }
        rounds.push((date(on), numbers));
    }
    for (channel, to) in [(Channel::Sms, NUMBER), (Channel::Email, ADDRESS)] {
        let number = observed.messages.len() as u32 + 1;
        let (send_id, sent_at) = (format!("s1.m{number}.1"), instant(date(ASKED), 9, 20));
        letter(
            &mut observed,
            &send_id,
            "emergency_contact_request",
            channel,
            to,
            sent_at,
        );
        let message = Message {
            news: None,
            conference: 0,
            round: 0,
            guardian: "g1".to_owned(),
            channel,
            run_on: date(ASKED),
            status: "sent".to_owned(),
            sent_at: Some(sent_at),
            sent_as: Some(send_id),
        };
        observed.messages.insert(key(number), message);
    }
    audit(&mut observed, CHECK, "handed_to_principal", "");
    audit(&mut observed, CHECK, "family_not_reached", "");
    audit(
        &mut observed,
        CHECK,
        "task_opened",
        "welfare check: three attempts failed",
    );
    letter(
        &mut observed,
        "n1",
        "principal_alert",
        Channel::Email,
        "pr1@example.org",
        instant(date(CHECK), 9, 20),
    );
    letter(
        &mut observed,
        "n2",
        "principal_alert",
        Channel::Sms,
        "+12035550999",
        instant(date(CHECK), 9, 20),
    );
    let conference = Conference {
        kind: "remote_initial".to_owned(),
        due_on: date(ROUNDS[0]),
        opened_on: date(ROUNDS[0]),
        state: "unreachable".to_owned(),
        rounds,
    };
    observed.conferences = BTreeMap::from([(key(1), conference)]);
    let task = Task {
        state: "open".to_owned(),
    };
    observed.tasks = BTreeMap::from([(("s1".to_owned(), 1, "welfare_check".to_owned()), task)]);
    observed
}

fn take(observed: &mut Observed, on: &str, hour: u32, what: TakenWhat) {
    observed.taken.push(Taken {
        at: instant(date(on), hour, 30),
        what,
    });
}

fn decline() -> TakenWhat {
    let student = "s1".to_owned();
    TakenWhat::Acted {
        student,
        conference: 1,
        actor: Some("g1".to_owned()),
        act: Act::Decline,
        starts_at: None,
    }
}

fn entry<'a>(observed: &'a mut Observed, kind: &str) -> &'a mut Audit {
    observed
        .audit
        .iter_mut()
        .rfind(|entry| entry.kind == kind)
        .expect("the story tells of it")
}

fn conference(observed: &mut Observed) -> &mut Conference {
    observed.conferences.get_mut(&key(1)).expect("the story's conference")
}

/// What is made wrong, the invariant that must name it, and how.
type MadeWrong = (&'static str, &'static str, fn(&mut Observed));

const MADE_WRONG: [MadeWrong; 24] = [
    ("nobody asks whom to call", "contacts", |o| {
        o.audit.retain(|entry| entry.kind != "emergency_contact_requested")
    }),
    ("asked a second time whom to call", "contacts", |o| {
        audit(o, "2021-10-15", "emergency_contact_requested", "2 messages")
    }),
    ("asked too early whom to call", "contacts", |o| {
        entry(o, "emergency_contact_requested").at = instant(date("2021-09-14"), 9, 0)
    }),
    ("asked whom to call after the answer", "contacts", |o| {
        let student = "s1".to_owned();
        take(o, "2021-09-10", 12, TakenWhat::Named { student })
    }),
    ("a last round a day early", "rounds", |o| {
        entry(o, "round_started").at = instant(date("2021-09-27"), 9, 0);
        conference(o).rounds[2].0 = date("2021-09-27");
    }),
    ("no last round", "rounds", |o| {
        o.audit.retain(|entry| !entry.detail.starts_with("round 3"));
    }),
    ("a round that forgets the e-mail", "rounds", |o| {
        conference(o).rounds[1].1.truncate(1)
    }),
    ("opened on day 21", "conferences", |o| {
        entry(o, "conference_opened").at = instant(date("2021-09-21"), 9, 0)
    }),
    ("never opened", "conferences", |o| {
        o.audit.clear();
        o.conferences.clear();
        o.messages.clear();
        o.tasks.clear();
    }),
    ("another due date", "conferences", |o| {
        conference(o).due_on = date("2021-09-23")
    }),
    ("no check", "checks", |o| {
        o.audit.retain(|entry| entry.at < instant(date(CHECK), 0, 0))
    }),
    ("a check a day early", "checks", |o| {
        for entry in o.audit.iter_mut().filter(|entry| entry.at > instant(date(CHECK), 0, 0)) {
            entry.at = instant(date("2021-09-29"), 9, 0);
        }
    }),
    ("a check although a bounce uncounts a round", "checks", |o| {
        for send_id in ["s1.m5.1", "s1.m6.1"] {
            let letter = format!("id-{send_id}");
            take(
                o,
                "2021-09-28",
                12,
                TakenWhat::Report {
                    letter,
                    fate: Fate::Bounced,
                },
            );
        }
    }),
    ("unreachable without a task", "checks", |o| o.tasks.clear()),
    ("asked again after declining", "rounds", |o| {
        take(o, "2021-09-25", 12, decline());
        audit(o, "2021-09-25", "conference_declined", "");
        entry(o, "conference_declined").at = instant(date("2021-09-25"), 12, 30);
    }),
    ("an answer that nothing tells of", "states", |o| {
        take(o, "2021-09-25", 12, decline())
    }),
    ("an answer that nobody gave", "states", |o| {
        audit(o, "2021-11-01", "conference_declined", "")
    }),
    ("a refusal without a reason", "answered", |o| {
        let student = "s1".to_owned();
        take(
            o,
            "2021-09-25",
            12,
            TakenWhat::Refused {
                student,
                conference: 1,
                actor: None,
                act: Act::Decline,
                status: 409,
            },
        );
    }),
    ("sent twice", "once", |o| {
        let again = o.letters[0].clone();
        o.letters.push(again);
    }),
    ("sent, and cancelled", "once", |o| {
        o.messages.get_mut(&key(2)).expect("the story's message").status = "cancelled".to_owned();
    }),
    ("sent at night", "welcome", |o| {
        o.letters[0].sent_at = instant(date(ROUNDS[0]), 21, 0)
    }),
    ("sent after STOP", "welcome", |o| {
        take(
            o,
            "2021-09-23",
            12,
            TakenWhat::Text {
                number: NUMBER.to_owned(),
                says: Says::Stop,
            },
        );
    }),
    ("a principal who was not told", "rest", |o| {
        o.letters.retain(|letter| letter.send_id != "n2")
    }),
    ("an object that is not there", "recorded", |o| {
        o.objects.remove("period#p1");
    }),
];

pub fn wrong() -> Vec<String> {
    let mut wrong = Vec::new();
    for violation in violations(&history(), &played()) {
        wrong.push(format!("checks: in the story as it should be: {violation:?}"));
    }
    for (case, invariant, make_wrong) in MADE_WRONG {
        let mut observed = played();
        make_wrong(&mut observed);
        observed.taken.sort_by_key(|taken| taken.at);
        observed.audit.sort_by_key(|entry| entry.at);
        observed
            .audit
            .iter_mut()
            .zip(1..)
            .for_each(|(entry, revision)| entry.revision = revision);
        let found = violations(&history(), &observed);
        if !found.iter().any(|violation| violation.invariant == invariant) {
            wrong.push(format!("checks: {case}: not found by {invariant}, but {found:?}"));
        }
    }
    wrong
}
