//! A history as a story that a person can read.

use crate::history::{
    Act, Aim, Channel, Delivery, Fate, History, Instruction, Is, Object, Says, Scope, StaffRole, What, Which,
};
use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::mem::discriminant;

/// The history in words: one line a step, dates spelled out, what goes wrong at the end.
pub fn told(history: &History) -> String {
    let mut story = String::new();
    let last = on(history, history.days);
    let _ = writeln!(
        story,
        "seed {}: {} to {}, {}, {}",
        history.seed,
        day(history.start),
        day(last),
        many(history.days as usize, "day"),
        many(students(history), "student"),
    );
    let mut known = Known::new();
    for step in &history.steps {
        let when = format!("{} {}", day(on(history, step.day)), step.time.clock().format("%H:%M"));
        let _ = match &step.what {
            What::Sis(objects) => writeln!(story, "{when}  SIS: {}", request(objects, &mut known).join("\n      ")),
            what => writeln!(story, "{when}  {}", done(history, step.day, what)),
        };
    }
    for line in trouble(history) {
        let _ = writeln!(story, "trouble: {line}");
    }
    story
}

fn on(history: &History, days: u32) -> NaiveDate {
    history.start + TimeDelta::days(days.into())
}

fn day(date: NaiveDate) -> String {
    date.format("%F %a").to_string()
}

fn many(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn students(history: &History) -> usize {
    let mut ids = BTreeSet::new();
    for step in &history.steps {
        if let What::Sis(objects) = &step.what {
            ids.extend(
                objects
                    .iter()
                    .filter(|o| matches!(o.is, Is::Student { .. }))
                    .map(|o| &o.id),
            );
        }
    }
    ids.len()
}

/// What people and providers do.
fn done(history: &History, today: u32, what: &What) -> String {
    let who = |actor: &Option<String>| actor.clone().unwrap_or("somebody".into());
    let newest = |which: &Which| match which {
        Which::Oldest => "oldest",
        Which::Newest => "newest",
    };
    match what {
        What::Sis(_) => String::new(),
        What::Act {
            student,
            which,
            actor,
            act,
        } => {
            let does = match act {
                Act::Schedule { in_days } => {
                    let agreed = on(history, today + in_days);
                    format!("books, in {} ({})", many(*in_days as usize, "day"), day(agreed))
                }
                Act::Decline => "declines".into(),
                Act::Cancel => "cancels the agreed time".into(),
                Act::AskForCall => "asks for a call".into(),
                Act::LogAttempt { reached: true } => "notes a call: reached".into(),
                Act::LogAttempt { reached: false } => "notes a call: not reached".into(),
                Act::MarkHeld => "notes that the conference took place".into(),
                Act::MarkNoShow => "notes that nobody came".into(),
            };
            format!("{} for {student} ({}): {does}", who(actor), newest(which))
        }
        What::CloseCheck {
            student,
            which,
            student_safe,
            family_safe,
        } => {
            let safe = |safe: &Option<bool>| match safe {
                Some(true) => "safe",
                Some(false) => "not safe",
                None => "not known",
            };
            format!(
                "principal closes the check of {student} ({}): student {}, family {}",
                newest(which),
                safe(student_safe),
                safe(family_safe)
            )
        }
        What::Acknowledge { student } => format!("principal has taken care of what reads as danger for {student}"),
        What::Names { student } => format!("family of {student} names somebody to call"),
        What::Text { guardian, says } => {
            let says = match says {
                Says::Stop => "STOP",
                Says::Start => "START",
                Says::WrongNumber => "wrong number",
                Says::Question => "a question",
                Says::Danger => "what reads as danger",
            };
            format!("{guardian} texts: {says}")
        }
        What::Report {
            guardian,
            channel,
            fate,
        } => {
            let channel = match channel {
                Channel::Sms => "SMS",
                Channel::Email => "e-mail",
            };
            let fate = match fate {
                Fate::Delivered => "was delivered",
                Fate::Bounced => "bounced",
                Fate::Complained => "was complained about",
            };
            format!("the last {channel} to {guardian} {fate}")
        }
    }
}

/// A request of the SIS, line by line: what takes few words shares one, and so do marks of one student that are alike.
fn request(objects: &[Object], known: &mut Known) -> Vec<String> {
    const WIDTH: usize = 110;
    let mut lines: Vec<String> = Vec::new();
    let said: Vec<&str> = objects.iter().map(|object| version(object, known)).collect();
    let mut rest: Vec<(&Object, &str)> = objects.iter().zip(said).collect();
    while let Some((object, said)) = rest.first().copied() {
        let alike = rest
            .iter()
            .take_while(|(other, so)| *so == said && are_alike(object, other))
            .count()
            .max(1);
        let last = rest[alike - 1].0;
        let words = match (marked(object), marked(last)) {
            (Some((student, from, how)), Some((_, to, _))) if alike > 1 => {
                let how = instruction(how);
                format!("{student} {how} on {alike} days from {} to {}", day(from), day(to))
            }
            _ => words(object),
        };
        let words = format!("{words}{said}");
        match lines.last_mut() {
            Some(line) if is_short(object) && line.len() + words.len() < WIDTH => {
                let _ = write!(line, "; {words}");
            }
            _ => lines.push(words),
        }
        rest.drain(..alike);
    }
    lines
}

/// Two marks of one student that say the same.
fn are_alike(a: &Object, b: &Object) -> bool {
    a.active && b.active && marked(a).zip(marked(b)).is_some_and(|(a, b)| (a.0, a.2) == (b.0, b.2))
}

fn is_short(object: &Object) -> bool {
    use Is::{District, Enrollment, Homeroom, School, Staff};
    matches!(
        object.is,
        District | School | Staff { .. } | Homeroom { .. } | Enrollment { .. }
    )
}

/// The newest state of each object that was told so far.
type Known = Vec<Object>;

/// How a state stands to the newest before it, where it is not just newer.
fn version(object: &Object, known: &mut Known) -> &'static str {
    let is_it = |other: &&mut Object| other.id == object.id && discriminant(&other.is) == discriminant(&object.is);
    let of = |object: &Object| (object.modified, object.sequence);
    let Some(newest) = known.iter_mut().find(is_it) else {
        known.push(object.clone());
        return "";
    };
    let before = of(newest);
    if of(object) < before {
        return " (older than what came before)";
    }
    let again = object == newest;
    *newest = object.clone();
    match of(object) {
        same if same == before && again => " (again)",
        (modified, _) if modified == before.0 => " (of the same second, the newer)",
        _ => "",
    }
}

fn marked(object: &Object) -> Option<(&str, NaiveDate, Instruction)> {
    match &object.is {
        Is::Mark {
            student,
            date,
            instruction,
        } => Some((student, *date, *instruction)),
        _ => None,
    }
}

fn instruction(instruction: Instruction) -> &'static str {
    match instruction {
        Instruction::Remote => "remote",
        Instruction::InPerson => "in person",
        Instruction::None => "not taught",
    }
}

/// An object in words.
fn words(object: &Object) -> String {
    let id = &object.id;
    let gone = if object.active { "" } else { ", deleted" };
    let words = match &object.is {
        Is::District => format!("district {id}"),
        Is::School => format!("school {id}"),
        Is::Student {
            enabled,
            roles,
            grade,
            guardians,
        } => {
            let roles: Vec<String> = roles
                .iter()
                .map(|role| match role.begin {
                    Some(begin) => format!("{} from {}", role.school, day(begin)),
                    None => role.school.clone(),
                })
                .collect();
            let left = if *enabled { "" } else { ", not enabled" };
            format!(
                "student {id} at {}, grade {grade}, of {}{left}",
                roles.join(" and "),
                listed(guardians, "nobody")
            )
        }
        Is::Guardian {
            sms,
            email,
            phone,
            language,
            do_not_contact_for,
        } => {
            let mut ways: Vec<String> = Vec::new();
            ways.extend(sms.iter().map(|sms| format!("SMS {sms}")));
            ways.extend(email.iter().map(|email| format!("e-mail {email}")));
            ways.extend(phone.iter().map(|phone| format!("telephone {phone}")));
            let speaks = language
                .as_ref()
                .map(|tag| format!(", speaks {tag}"))
                .unwrap_or_default();
            let never = match do_not_contact_for.is_empty() {
                true => String::new(),
                false => format!(", never about {}", listed(do_not_contact_for, "")),
            };
            format!("guardian {id}, {}{speaks}{never}", listed(&ways, "no contact"))
        }
        Is::Staff { role, school } => match role {
            StaffRole::Teacher => format!("teacher {id} at {school}"),
            StaffRole::Principal => format!("principal {id} at {school}"),
        },
        Is::Homeroom { school } => format!("homeroom {id} at {school}"),
        Is::Enrollment { class, user, teacher } => {
            let does = if *teacher { "teaches" } else { "is" };
            format!("{user} {does} in {class}")
        }
        Is::Period {
            scope,
            start,
            end,
            delivery,
        } => {
            let end = end.map_or("open".to_owned(), |end| format!("to {}", day(end)));
            format!(
                "period {id}: {} {}, from {} {end}",
                covered(scope),
                how(*delivery),
                day(*start)
            )
        }
        Is::Mark {
            student,
            date,
            instruction: mark,
        } => format!("{student} {} on {}", instruction(*mark), day(*date)),
        Is::Calendar { org, days } => format!("calendar {id} of {org}: no school on {}", stretches(days)),
    };
    format!("{words}{gone}")
}

fn listed(of: &[String], none: &str) -> String {
    if of.is_empty() { none.to_owned() } else { of.join(", ") }
}

fn covered(scope: &Scope) -> String {
    match scope {
        Scope::District => "the district".into(),
        Scope::School(school) => format!("school {school}"),
        Scope::Grade { school, grade } => match school {
            Some(school) => format!("grade {grade} of {school}"),
            None => format!("grade {grade}"),
        },
        Scope::Student(student) => student.clone(),
    }
}

fn how(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Internet => "remote",
        Delivery::Paper => "on paper",
        Delivery::Homebound => "homebound",
        Delivery::Hybrid => "hybrid",
    }
}

/// Days that follow each other as one.
fn stretches(days: &[NaiveDate]) -> String {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let stretches = sorted
        .chunk_by(|a, b| *b - *a <= TimeDelta::days(1))
        .map(|days| match days {
            [only] => day(*only),
            [first, .., last] => format!("{} to {}", day(*first), day(*last)),
            [] => String::new(),
        });
    listed(&stretches.collect::<Vec<_>>(), "no day")
}

fn trouble(history: &History) -> Vec<String> {
    let trouble = &history.trouble;
    let days = |of: &BTreeSet<u32>| stretches(&of.iter().map(|n| on(history, *n)).collect::<Vec<_>>());
    let mut lines = Vec::new();
    for (what, of) in [
        ("no run on", &trouble.missed),
        ("a second run on", &trouble.twice),
        ("two runs side by side on", &trouble.at_once),
    ] {
        if !of.is_empty() {
            lines.push(format!("{what} {}", days(of)));
        }
    }
    if let Some(seed) = trouble.queues {
        lines.push(format!(
            "queues and stream repeat, reorder, delay and drop (seed {seed})"
        ));
    }
    lines.extend(trouble.faults.iter().map(|(call, kind)| format!("call {call}: {kind}")));
    lines.extend(trouble.aimed.iter().map(|(aim, call, kind)| match aim {
        Aim::Sms => format!("SMS {call}: {kind}"),
        Aim::Email => format!("e-mail {call}: {kind}"),
        Aim::Transaction(function) => format!("transaction {call} of {function}: {kind}"),
    }));
    lines
}
