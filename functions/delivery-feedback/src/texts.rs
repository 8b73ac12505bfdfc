//! A text message that somebody wrote: kept for staff, followed at once, answered once.
//!
//! What it says of the number itself counts first of all. Then it is kept, with whoever has the number; then staff are told;
//! then it is marked as handled. Whoever finds it kept and not handled does the rest.

use crate::report::Text;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::contact::{Personal, usable_number};
use domain::decide::Command;
use domain::facts::is_student;
use domain::ids::UserId;
use domain::record::MessageStatus;
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded, User};
use messages::reply::{Meaning, meaning};
use runtime::calendars::Calendars;
use runtime::change::Cause;
use runtime::{App, Failure, batch};
use std::collections::BTreeSet;
use store::contacts::{ContactId, ContactKey, News, Reply};
use store::{StoreError, keys};

/// How often marking a text message as handled is tried while somebody answers it.
const TRIES: usize = 5;

/// What a text message demands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Demands {
    /// What became known of the number.
    pub(crate) news: Vec<News>,
    /// Staff are told: that the family wrote, or (`true`) that it reads as danger.
    pub(crate) tell: Option<bool>,
    /// Whether it is answered.
    pub(crate) answer: Answered,
}

/// Whether a text message is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answered {
    /// Nobody waits for an answer, or it must not be written to any more.
    Not,
    /// Unless the number had an answer today.
    OnceADay,
    /// Unless it had one within the hour, or what the policy says instead.
    OnceAnHour,
}

/// What a text message of this meaning demands. Danger is followed whatever else it says; "STOP" and "wrong number" are the
/// last word to that number, and staff learn that it is a wrong one; "START" wants nothing but messages again.
pub(crate) fn demands(meaning: Meaning) -> Demands {
    let silenced = meaning.stop || meaning.wrong_number;
    let mut news = Vec::new();
    if meaning.stop {
        news.push(News::Stopped);
    }
    if meaning.wrong_number {
        news.push(News::Wrong);
    }
    if meaning.start && !silenced {
        news.push(News::Started);
    }
    let tell = match (meaning.danger, news.is_empty() || meaning.wrong_number) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    };
    let answer = match tell {
        Some(true) if !silenced => Answered::OnceAnHour,
        Some(false) if !silenced => Answered::OnceADay,
        _ => Answered::Not,
    };
    Demands { news, tell, answer }
}

pub(crate) async fn receive(app: &App, text: Text, now: DateTime<Utc>) -> Result<(), Failure> {
    let number = usable_number(text.from.reveal());
    let mut demands = demands(meaning(text.body.reveal()));
    if number.is_none() {
        // A short code is a machine.
        demands.answer = Answered::Not;
    }
    let contact = app.contact_key()?.id(number.as_ref().unwrap_or(&text.from));
    let key = keys::reply(&text.id);
    let kept = app.table.reply(&contact, &key).await?;
    if kept.as_ref().is_some_and(|kept| kept.handled) {
        return Ok(());
    }
    // First of all: nothing that comes after may keep a STOP from counting.
    let at = kept.as_ref().map_or(text.at, |kept| kept.at);
    for news in &demands.news {
        app.table.note_contact(&contact, *news, at).await?;
    }
    let reply = match kept {
        Some(kept) => kept,
        None => keep(app, &contact, &key, text, &demands, now).await?,
    };
    if let Some(danger) = demands.tell {
        tell(app, &contact, &reply.students, &key, danger, now).await?;
    }
    if reply.danger && reply.students.is_empty() {
        tracing::error!(
            contact = contact.to_string(),
            text = key,
            next = "nobody was told: read it among the replies, and call the number",
            "a text message reads as danger, and it is not known which family wrote it"
        );
    }
    handled(app, &contact, &key, reply).await
}

/// Keeps the text message, with its answer where one is due.
async fn keep(
    app: &App,
    contact: &ContactId,
    key: &str,
    text: Text,
    demands: &Demands,
    now: DateTime<Utc>,
) -> Result<Reply, Failure> {
    let (guardians, students) = match demands.tell {
        Some(_) => people(app, contact).await?,
        None => (Vec::new(), Vec::new()),
    };
    let unanswered = Reply {
        at: text.at,
        from: usable_number(text.from.reveal()).unwrap_or(text.from),
        text: text.body,
        danger: demands.tell == Some(true),
        guardians,
        students,
        handled: false,
        relay_at: now,
        answer: None,
        asks_for_link: false,
        version: 0,
    };
    let answered = Reply {
        answer: Some(MessageStatus::Pending),
        ..unanswered.clone()
    };
    let table = &app.table;
    let mut kept = match demands.answer {
        Answered::Not => {
            table.put_reply(contact, key, &unanswered).await?;
            unanswered
        }
        seldom => {
            let since = match seldom {
                Answered::OnceADay => app.district.at(app.district.today(now), NaiveTime::MIN),
                _ => now - TimeDelta::minutes(app.district.policy.danger_answer_minutes),
            };
            if table.answer_reply(contact, key, &answered, now, since).await? {
                answered
            } else {
                table.put_reply(contact, key, &unanswered).await?;
                unanswered
            }
        }
    };
    kept.version += 1;
    tracing::info!(
        contact = contact.to_string(),
        text = key,
        danger = kept.danger,
        students = kept.students.len(),
        answered = kept.answer.is_some(),
        "a text message was kept"
    );
    Ok(kept)
}

/// Whoever has the number now, and their children: by the SIS's objects themselves, for rows of reference outlive what they
/// say. A student who has the number is meant too.
async fn people(app: &App, contact: &ContactId) -> Result<(Vec<UserId>, Vec<UserId>), Failure> {
    let having = app.table.users_of(contact).await?;
    if having.len() > app.district.policy.number_shared_by {
        return Ok((Vec::new(), Vec::new()));
    }
    let key = app.contact_key()?;
    let mut guardians = Vec::new();
    let mut students = BTreeSet::new();
    let mut children = BTreeSet::new();
    for (id, user) in users(&app.table.objects(&of_users(&having)).await?) {
        if !has(user, contact, key) {
            continue;
        }
        if is_student(user) {
            students.insert(id);
            continue;
        }
        let referring = app.table.referring(&format!("user#{id}")).await?;
        let named = referring.iter().filter_map(|row| row.strip_prefix("student#"));
        children.extend(named.map(UserId::from));
        guardians.push(id);
    }
    let children: Vec<UserId> = children.into_iter().collect();
    for (id, child) in users(&app.table.objects(&of_users(&children)).await?) {
        if child.agents.iter().any(|agent| guardians.contains(agent)) {
            students.insert(id);
        }
    }
    Ok((guardians, students.into_iter().collect()))
}

fn of_users(ids: &[UserId]) -> Vec<ObjectKey> {
    ids.iter()
        .map(|id| ObjectKey::new(ObjectKind::User, id.as_str()))
        .collect()
}

fn users(objects: &[Recorded]) -> impl Iterator<Item = (UserId, &User)> {
    objects.iter().filter_map(|recorded| match &recorded.object {
        Object::User(user) if recorded.active => Some((UserId(recorded.key.id.0.clone()), user.as_ref())),
        _ => None,
    })
}

fn has(user: &User, contact: &ContactId, keys: &ContactKey) -> bool {
    let numbers = [&user.sms, &user.phone].into_iter().flatten();
    let mut usable = numbers.filter_map(|number: &Personal| usable_number(number.reveal()));
    usable.any(|number| keys.id(&number) == *contact)
}

/// Tells the staff of every student; one about whom it cannot be decided keeps none of the others waiting.
async fn tell(
    app: &App,
    contact: &ContactId,
    students: &[UserId],
    text: &str,
    danger: bool,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let calendars = Calendars::new(&app.table);
    let command = Command::FamilyWrote {
        text: text.to_owned(),
        danger,
    };
    let mut told = Ok(());
    for student in students {
        let change = async {
            let decision = app
                .change(&calendars, student, Cause::Text(contact, text), now, &command)
                .await?;
            if danger && !decision.entries.is_empty() && decision.notices.is_empty() {
                tracing::error!(
                    student = student.as_str(),
                    next = "nobody was told: read it among the replies, and give the school a principal",
                    "a text message reads as danger, and the student's school has no staff"
                );
            }
            Ok(())
        };
        if let Err(failure) = batch::guarded(Box::pin(change)).await {
            if let Failure::Permanent(why) = &failure {
                tracing::error!(
                    student = student.as_str(),
                    danger,
                    why,
                    next = "the text message goes to the dead-letter queue: tell the school, mend the cause, then redrive it",
                    "staff cannot be told of a text message"
                );
            }
            told = told.and(Err(failure));
        }
    }
    told
}

/// Marks the text message as handled, while somebody may be answering it.
async fn handled(app: &App, contact: &ContactId, key: &str, kept: Reply) -> Result<(), Failure> {
    let mut kept = Some(kept);
    for _ in 0..TRIES {
        match kept {
            Some(reply) if !reply.handled => {
                let handled = Reply { handled: true, ..reply };
                match app.table.put_reply(contact, key, &handled).await {
                    Err(StoreError::LostRace) => {}
                    done => return Ok(done?),
                }
            }
            _ => return Ok(()),
        }
        kept = app.table.reply(contact, key).await?;
    }
    Err(Failure::Retryable("others wrote the text message's row".into()))
}
