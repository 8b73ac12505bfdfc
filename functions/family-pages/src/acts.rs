//! What a POST does. Everything goes the way of every change: load, decide, commit; and what was agreed meanwhile wins.

use crate::Call;
use crate::address::{Answer, Place};
use crate::answers;
use crate::booking::{self, Answers, TAKEN, nonce, of};
use crate::contact;
use crate::document;
use crate::page::{self, Shown};
use crate::visit::{Child, Stands, Visit};
use domain::conference::State;
use domain::contact::Language;
use domain::decide::{Act, Command, Refusal};
use domain::document::Way;
use domain::ids::{ConferenceId, UserId};
use domain::record::{Appointment, StudentRecord};
use http::StatusCode;
use runtime::Failure;
use runtime::change::{Cause, Intent, Unchanged};
use store::contacts::News;

pub(crate) async fn done(call: &Call<'_>, visit: &Visit<'_>) -> Result<Shown, Failure> {
    let token = &call.address.token;
    let home = || Ok(Shown::see(token, &Place::Home, Some("stale")));
    match &call.address.place {
        Place::Book(id) => match visit.of(id) {
            Some((child, n)) => book(call, visit, (child, n)).await,
            None => home(),
        },
        Place::Answer(id, answer) => match visit.of(id) {
            Some((child, n)) => answered(call, visit, (child, n), *answer).await,
            None => home(),
        },
        Place::Stop => stop(call, visit).await,
        Place::Unsubscribe => {
            // A mail program, on behalf of whoever reads the mail: no page of ours came before (RFC 8058).
            silence(call, visit, (false, true)).await?;
            Ok(Shown::status(StatusCode::OK))
        }
        Place::Language => language(call, visit).await,
        Place::Contact(student) => add_contact(call, visit, student).await,
        Place::Home | Place::Which(_) | Place::Conference(_) | Place::Calendar(_) => {
            Ok(Shown::status(StatusCode::METHOD_NOT_ALLOWED))
        }
    }
}

/// Whether the form was made by a page of ours, for how things stand.
fn is_current(call: &Call<'_>, nonce: &str) -> bool {
    call.form.iter().any(|(name, value)| name == "nonce" && value == nonce)
}

async fn book(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32)) -> Result<Shown, Failure> {
    let (token, id) = (&call.address.token, of(child, n));
    let stands = Place::Conference(id.clone());
    let answers = Answers::of(call);
    let plan = call.app.plan(child.teacher.as_ref(), Some(&child.school)).await?;
    let appointment = match booking::appointment(call, visit, &answers, plan.minutes) {
        Ok(Some(appointment)) => appointment,
        Ok(None) => return booking::next(call, visit, (child, n)).await,
        Err(wrong) => return Ok(booking::again(call, &id, &answers, wrong)),
    };
    let appointment = Appointment {
        document: document::seen(call, visit).await?,
        ..appointment
    };
    if let Stands::Booked(booked) = child.stands(n, &visit.link.guardian)
        && (booked.starts_at, booked.mode) == (appointment.starts_at, appointment.mode)
        && (&booked.interpreter, &booked.phone) == (&appointment.interpreter, &appointment.phone)
        && (appointment.document.is_none() || child.record.document_provided(n) == Some(Way::Shown))
    {
        // The same form once more.
        return Ok(Shown::see(token, &stands, None));
    }
    if !is_current(call, &nonce(call, visit, (child, n), "book")) {
        return Ok(Shown::see(token, &stands, Some("stale")));
    }
    let own = booking::holders(visit, &id);
    let intend = async |before: &StudentRecord| {
        guards(before, visit)?;
        let read = booking::diary(call, child).await?;
        let free = read.is_some_and(|read| read.diary().is_free(appointment.starts_at, &own, call.now));
        let agreed = before.conferences.get(&n).is_some_and(|conference| {
            let same = |booking: &domain::record::Booking| {
                booking.guardian.as_ref() == Some(&visit.link.guardian) && booking.starts_at == appointment.starts_at
            };
            conference.bookings.iter().any(same)
        });
        if !free && !agreed {
            return Err(Refusal::Taken.into());
        }
        Ok(Intent {
            only_if_free: true,
            ..command(visit, n, Act::Schedule(appointment.clone())).into()
        })
    };
    match change(call, visit, child, intend).await {
        Ok(_) => {
            tracing::info!(conference = id.to_string(), "a family booked");
            Ok(Shown::see(token, &stands, None))
        }
        Err(Unchanged::Refused(Refusal::Taken | Refusal::InThePast)) => Ok(booking::again(call, &id, &answers, TAKEN)),
        Err(Unchanged::Refused(_)) => Ok(Shown::see(token, &stands, Some("stale"))),
        Err(Unchanged::Failed(failure)) => Err(failure),
    }
}

async fn answered(
    call: &Call<'_>,
    visit: &Visit<'_>,
    (child, n): (&Child, u32),
    answer: Answer,
) -> Result<Shown, Failure> {
    let (token, id) = (&call.address.token, of(child, n));
    if !is_current(call, &nonce(call, visit, (child, n), answer.word())) {
        return Ok(Shown::see(token, &Place::Conference(id), Some("stale")));
    }
    let (act, news) = match answer {
        Answer::Cancel => (Act::Cancel, "cancelled"),
        Answer::Decline => (Act::Decline, "declined"),
        Answer::Call => (Act::AskForCall, "called"),
        // Somebody who has other children here, is told wrongly of this one: the teacher sorts it out.
        Answer::NotMine if visit.children.len() > 1 => (Act::AskForCall, "called"),
        Answer::NotMine => return not_mine(call, visit, &id).await,
    };
    // Who has a time gives it up for the answer: a family that wants a call, or nothing at all, does not come.
    let booked = matches!(child.stands(n, &visit.link.guardian), Stands::Booked(_));
    let act = match act {
        Act::Decline if booked => Act::DeclineInstead,
        Act::AskForCall if booked => Act::AskForCallInstead,
        act => act,
    };
    let intend = async |before: &StudentRecord| {
        guards(before, visit)?;
        Ok(command(visit, n, act.clone()).into())
    };
    match change(call, visit, child, intend).await {
        Ok(_) => {
            tracing::info!(conference = id.to_string(), answer = answer.word(), "a family answered");
            Ok(Shown::see(token, &Place::Home, Some(news)))
        }
        // The same form once more: it is given up already.
        Err(Unchanged::Refused(_)) if answer == Answer::Cancel => Ok(Shown::see(token, &Place::Home, Some(news))),
        // Another household's time stands: nothing is given up for what cannot be had.
        Err(Unchanged::Refused(Refusal::NotNow(State::Scheduled, _))) => {
            Ok(page::impossible(visit.voice, &call.app.district.name))
        }
        Err(Unchanged::Refused(_)) => Ok(Shown::see(token, &Place::Conference(id), Some("stale"))),
        Err(Unchanged::Failed(failure)) => Err(failure),
    }
}

/// The reader is no parent of anybody here: the number, which may be somebody else's now, is not written to any more (where
/// there is none, the address), and the link is dead.
async fn not_mine(call: &Call<'_>, visit: &Visit<'_>, id: &ConferenceId) -> Result<Shown, Failure> {
    let (sms, email) = visit.contacts();
    if let Some(contact) = sms.or(email) {
        let contact = call.app.contact_key()?.id(&contact);
        call.app.table.note_contact(&contact, News::Wrong, call.now).await?;
    }
    call.app
        .table
        .revoke_links(&visit.link.guardian, visit.link.year)
        .await?;
    tracing::warn!(
        conference = id.to_string(),
        next = "their number is not written to any more, and their link is dead",
        "somebody says that they are not the child's parent"
    );
    Ok(answers::not_mine(call, visit))
}

fn command(visit: &Visit<'_>, n: u32, act: Act) -> Command {
    Command::Act {
        conference: n,
        actor: Some(visit.link.guardian.clone()),
        act,
    }
}

/// The guardian may still answer for this child (R7).
fn guards(before: &StudentRecord, visit: &Visit<'_>) -> Result<(), Unchanged> {
    let facts = before.facts.as_ref();
    match facts.is_some_and(|facts| facts.guardians.contains_key(&visit.link.guardian)) {
        true => Ok(()),
        false => Err(Refusal::NoConference.into()),
    }
}

async fn change(
    call: &Call<'_>,
    visit: &Visit<'_>,
    child: &Child,
    intend: impl AsyncFn(&StudentRecord) -> Result<Intent, Unchanged>,
) -> Result<(), Unchanged> {
    let guardian = Cause::Person(Some(&visit.link.guardian));
    let changed = call
        .app
        .change_with(&call.calendars, &child.id, guardian, call.now, None, intend);
    Box::pin(changed).await.map(|_| ())
}

async fn stop(call: &Call<'_>, visit: &Visit<'_>) -> Result<Shown, Failure> {
    let token = &call.address.token;
    if !is_current(call, &call.families.key.nonce(&[token.reveal(), "stop"])) {
        return Ok(Shown::see(token, &Place::Stop, Some("stale")));
    }
    let wanted = |what: &str| call.form.iter().any(|(name, value)| name == "stop" && value == what);
    let (texts, emails) = (wanted("texts"), wanted("emails"));
    if !texts && !emails {
        return Ok(Shown::see(token, &Place::Stop, Some("missing")));
    }
    silence(call, visit, (texts, emails)).await?;
    Ok(Shown::see(token, &Place::Home, Some("stopped")))
}

/// Ends messages to the guardian's number, or address, or both.
async fn silence(call: &Call<'_>, visit: &Visit<'_>, which: (bool, bool)) -> Result<(), Failure> {
    for contact in contacts(visit, which) {
        let contact = call.app.contact_key()?.id(&contact);
        call.app.table.note_contact(&contact, News::Stopped, call.now).await?;
        tracing::info!(contact = contact.to_string(), "a family stopped messages on its page");
    }
    Ok(())
}

fn contacts(
    visit: &Visit<'_>,
    (texts, emails): (bool, bool),
) -> impl Iterator<Item = domain::contact::Personal> + use<> {
    let (sms, email) = visit.contacts();
    sms.filter(|_| texts).into_iter().chain(email.filter(|_| emails))
}

async fn add_contact(call: &Call<'_>, visit: &Visit<'_>, student: &UserId) -> Result<Shown, Failure> {
    let token = &call.address.token;
    let child = visit.children.iter().find(|child| child.id == *student);
    let Some(child) = child.filter(|_| is_current(call, &contact::nonce(call, student))) else {
        return Ok(Shown::see(token, &Place::Home, Some("stale")));
    };
    match contact::add(call, visit, child).await? {
        None => Ok(Shown::see(token, &Place::Home, Some("saved"))),
        wrong => {
            let form = contact::form(call, visit, student, wrong);
            Ok(form.unwrap_or_else(|| Shown::see(token, &Place::Home, Some("stale"))))
        }
    }
}

async fn language(call: &Call<'_>, visit: &Visit<'_>) -> Result<Shown, Failure> {
    let token = &call.address.token;
    if !is_current(call, &call.families.key.nonce(&[token.reveal(), "language"])) {
        return Ok(Shown::see(token, &Place::Language, Some("stale")));
    }
    let wanted = call.field("language").and_then(Language::parse);
    let known = wanted.filter(|wanted| call.families.texts.languages().any(|known| known == wanted));
    if let Some(language) = known {
        call.app.table.choose_language(&visit.link.guardian, &language).await?;
    }
    Ok(Shown::see(token, &Place::Home, None))
}
