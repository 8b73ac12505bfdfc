//! What a GET shows. It writes nothing, and is never an answer of the family.

use crate::Call;
use crate::address::{Answer, Place, path};
use crate::booking::{self, nonce, of};
use crate::contact;
use crate::document::{self, OnPage};
use crate::page::{self, Frame, Said, Shown};
use crate::visit::{Child, Stands, Visit, last_digits};
use askama::Template;
use domain::conference::State;
use domain::ids::ConferenceId;
use domain::record::{Booking, Mode};
use http::StatusCode;
use runtime::Failure;

pub(crate) async fn shown(call: &Call<'_>, visit: &Visit<'_>) -> Result<Shown, Failure> {
    let conference = |id: &ConferenceId| visit.of(id);
    match &call.address.place {
        Place::Home => Ok(home(call, visit)),
        Place::Stop | Place::Unsubscribe => Ok(stop(call, visit)),
        Place::Language => Ok(language(call, visit)),
        Place::Contact(student) => Ok(contact::form(call, visit, student, None).unwrap_or_else(|| home(call, visit))),
        Place::Which(answer) => Ok(which(call, visit, *answer)),
        Place::Conference(id) => match conference(id) {
            Some((child, n)) => stands(call, visit, (child, n)).await,
            None => Ok(home(call, visit)),
        },
        Place::Book(id) => match conference(id) {
            Some((child, n)) => booking::next(call, visit, (child, n)).await,
            None => Ok(home(call, visit)),
        },
        Place::Calendar(id) => match conference(id) {
            Some((child, n)) => calendar(call, visit, (child, n)).await,
            None => Ok(Shown::status(StatusCode::NOT_FOUND)),
        },
        Place::Answer(id, answer) => match conference(id) {
            Some((child, n)) => Ok(question(call, visit, (child, n), *answer)),
            None => Ok(home(call, visit)),
        },
    }
}

/// One child on the first page.
struct Row {
    name: String,
    school: String,
    line: Option<String>,
    /// What kindly comes next, where nobody has answered twice.
    next: Option<String>,
    button: Option<(String, String)>,
    link: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    frame: Frame<'a>,
    news: Option<String>,
    rows: Vec<Row>,
    /// For the children for whom there is nobody to call.
    contacts: Vec<(String, String)>,
}

fn home(call: &Call<'_>, visit: &Visit<'_>) -> Shown {
    let voice = visit.voice;
    let mut frame = Frame::of(call, visit, "page-home-title", None);
    frame.back = None;
    let row = |(child, id): (&Child, ConferenceId)| {
        let name = || [("name", child.first_name.as_str().into())];
        let book = path(&call.address.token, &Place::Book(id.clone()));
        let pick = Some((voice.say("page-home-pick", name()), book));
        let mut row = Row {
            name: child.first_name.clone(),
            school: child.school_name.clone(),
            line: None,
            next: None,
            button: pick,
            link: None,
        };
        match child.stands(id.n, &visit.link.guardian) {
            Stands::Booked(booking) => {
                row.line = Some(booked(call, visit, booking));
                row.button = None;
                let place = path(&call.address.token, &Place::Conference(id));
                row.link = Some((voice.say("page-home-see", name()), place));
            }
            Stands::CallAsked => row.line = Some(voice.word("page-home-call")),
            Stands::Declined => row.line = Some(voice.word("page-home-declined")),
            Stands::Open => {
                let (zone, needed) = (call.app.district.zone, call.app.district.policy.attempts_needed);
                let attempts = child.record.attempts(id.n, zone);
                row.next = (attempts + 1 >= needed).then(|| voice.word("page-home-next"));
            }
        }
        row
    };
    let home = Home {
        frame,
        news: news(call, visit),
        rows: visit.asked().into_iter().map(row).collect(),
        contacts: visit
            .children
            .iter()
            .filter_map(|child| contact::missing(call, visit, child))
            .collect(),
    };
    Shown::page(StatusCode::OK, &home)
}

/// What has just been done, where the address says so; only words of ours are ever shown for it.
fn news(call: &Call<'_>, visit: &Visit<'_>) -> Option<String> {
    let words = match call.field("news")? {
        "stale" => "page-stale",
        "stopped" => "page-stopped-title",
        "declined" => "page-declined-title",
        "called" => "page-called-title",
        "cancelled" => "page-cancelled-title",
        "saved" => "page-contact-saved",
        _ => return None,
    };
    Some(visit.voice.word(words))
}

fn booked(call: &Call<'_>, visit: &Visit<'_>, booking: &Booking) -> String {
    let (voice, zone) = (visit.voice, call.app.district.zone);
    voice.say(
        "page-home-booked",
        [
            ("date", voice.date(booking.on(zone)).into()),
            ("time", voice.time(booking.starts_at, zone).into()),
            ("mode", voice.mode(booking.mode).into()),
        ],
    )
}

#[derive(Template)]
#[template(path = "booked.html")]
struct Booked<'a> {
    frame: Frame<'a>,
    news: Option<String>,
    lines: Vec<(String, String)>,
    next: Vec<String>,
    video: Option<String>,
    calendar: String,
    change: Option<String>,
    cancel: String,
    others: Vec<(String, String)>,
    document: Option<OnPage>,
    /// Where there is nobody to call for the child.
    contact: Option<(String, String)>,
}

/// A booked conference, right after booking and whenever the page is opened again.
async fn stands(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32)) -> Result<Shown, Failure> {
    let Stands::Booked(booking) = child.stands(n, &visit.link.guardian) else {
        return Ok(home(call, visit));
    };
    let (voice, zone) = (visit.voice, call.app.district.zone);
    let id = of(child, n);
    let plan = call.app.plan(booking.teacher.as_ref(), booking.school.as_ref()).await?;
    let when = voice.when(booking.starts_at, zone);
    let lines = vec![
        (
            voice.word("page-check-child"),
            format!("{}, {}", child.first_name, child.school_name),
        ),
        (voice.word("page-check-when"), when),
        (voice.word("page-check-how"), voice.mode(booking.mode)),
    ];
    let mut next = vec![voice.word("page-done-messages")];
    let mut video = None;
    match booking.mode {
        Mode::InPerson => {
            next.push(voice.say("page-done-in-person", [("school", child.school_name.as_str().into())]));
        }
        Mode::Phone => next.push(match &booking.phone {
            Some(phone) => voice.say("page-done-phone", [("digits", last_digits(phone).into())]),
            None => voice.word("page-done-phone-unknown"),
        }),
        Mode::Video => match plan.video_link {
            Some(link) => video = Some(link),
            None => next.push(voice.word("page-done-video-later")),
        },
    }
    if booking.interpreter.is_some() {
        next.push(voice.word("page-done-interpreter"));
    }
    let others = visit.asked().into_iter().filter(|(other, id)| {
        other.id != child.id && !matches!(other.stands(id.n, &visit.link.guardian), Stands::Booked(_))
    });
    let others = others.map(|(other, id)| {
        let words = voice.say("page-done-other", [("name", other.first_name.as_str().into())]);
        (words, path(&call.address.token, &Place::Book(id)))
    });
    let place = |place: Place| path(&call.address.token, &place);
    let state = child.record.conferences.get(&n).map(|conference| conference.state);
    let booked = Booked {
        frame: Frame::of(call, visit, "page-done-title", Some(&id)),
        news: news(call, visit),
        lines,
        next,
        video,
        calendar: place(Place::Calendar(id.clone())),
        // Where the other household has been, this time can be given up, and no other one booked.
        change: (state != Some(State::Held)).then(|| place(Place::Book(id.clone()))),
        cancel: place(Place::Answer(id, Answer::Cancel)),
        others: others.collect(),
        document: document::on_page(call, visit).await?,
        contact: contact::missing(call, visit, child),
    };
    Ok(Shown::page(StatusCode::OK, &booked))
}

async fn calendar(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32)) -> Result<Shown, Failure> {
    let Stands::Booked(booking) = child.stands(n, &visit.link.guardian) else {
        return Ok(Shown::status(StatusCode::NOT_FOUND));
    };
    let told = child
        .record
        .messages
        .values()
        .filter_map(|message| message.told.as_ref());
    let latest = told
        .filter(|told| told.booking == *booking)
        .map(|told| told.revision)
        .max();
    let revision = latest.unwrap_or(child.record.revision);
    let time = call
        .app
        .agreed_time(call.families, &of(child, n), booking, revision, call.now)
        .await?;
    Ok(Shown::calendar(messages::calendar_file(
        &visit.voice,
        &time,
        &child.school_name,
    )))
}

#[derive(Template)]
#[template(path = "which.html")]
struct Which<'a> {
    frame: Frame<'a>,
    children: Vec<(String, String)>,
}

fn which(call: &Call<'_>, visit: &Visit<'_>, answer: Answer) -> Shown {
    let children = visit.asked().into_iter().map(|(child, id)| {
        let place = path(&call.address.token, &Place::Answer(id, answer));
        (format!("{}, {}", child.first_name, child.school_name), place)
    });
    let which = Which {
        frame: Frame::of(call, visit, "page-home-which", None),
        children: children.collect(),
    };
    Shown::page(StatusCode::OK, &which)
}

#[derive(Template)]
#[template(path = "question.html")]
struct Question<'a> {
    frame: Frame<'a>,
    about: String,
    hint: String,
    action: String,
    nonce: String,
    yes: String,
    no: String,
    back: String,
}

/// Another answer: what it means, and a button.
fn question(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32), answer: Answer) -> Shown {
    let (voice, id) = (visit.voice, of(child, n));
    let what = answer.word();
    let frame = Frame::of(call, visit, &format!("page-{what}-title"), Some(&id));
    let booking = match child.stands(n, &visit.link.guardian) {
        Stands::Booked(booking) => Some(booking),
        _ => None,
    };
    if answer == Answer::Cancel && booking.is_none() {
        return home(call, visit);
    }
    let about = match (answer, booking) {
        (Answer::Cancel, Some(booking)) => booked(call, visit, booking),
        _ => format!("{}, {}", child.first_name, child.school_name),
    };
    let back = match answer {
        Answer::Cancel => path(&call.address.token, &Place::Conference(id.clone())),
        _ => path(&call.address.token, &Place::Home),
    };
    let no = if answer == Answer::Cancel {
        "page-cancel-no"
    } else {
        "page-back"
    };
    let question = Question {
        about,
        hint: voice.word(&format!("page-{what}-hint")),
        action: path(&call.address.token, &Place::Answer(id, answer)),
        nonce: nonce(call, visit, (child, n), what),
        yes: voice.word(&format!("page-{what}-yes")),
        no: voice.word(no),
        back,
        frame,
    };
    Shown::page(StatusCode::OK, &question)
}

#[derive(Template)]
#[template(path = "stop.html")]
struct Stop<'a> {
    frame: Frame<'a>,
    hint: String,
    action: String,
    nonce: String,
    options: Vec<(&'static str, String)>,
}

/// Which messages shall stop.
fn stop(call: &Call<'_>, visit: &Visit<'_>) -> Shown {
    let voice = visit.voice;
    let wrong = (call.field("news") == Some("missing")).then_some("page-stop-missing");
    let mut frame = Frame::of(call, visit, "page-stop-title", None);
    frame.problem = wrong.map(|wrong| (voice.word(wrong), "first"));
    let (sms, email) = visit.contacts();
    let texts = sms.map(|_| ("texts", voice.word("page-stop-texts")));
    let emails = email.map(|_| ("emails", voice.word("page-stop-emails")));
    let stop = Stop {
        hint: voice.word("page-stop-hint"),
        action: path(&call.address.token, &Place::Stop),
        nonce: call.families.key.nonce(&[call.address.token.reveal(), "stop"]),
        options: texts.into_iter().chain(emails).collect(),
        frame,
    };
    Shown::page(StatusCode::OK, &stop)
}

#[derive(Template)]
#[template(path = "language.html")]
struct Languages<'a> {
    frame: Frame<'a>,
    hint: String,
    action: String,
    nonce: String,
    /// Tag, direction and own name.
    languages: Vec<(String, &'static str, String)>,
}

fn language(call: &Call<'_>, visit: &Visit<'_>) -> Shown {
    let texts = &call.families.texts;
    let languages = texts.languages().map(|language| {
        let name = texts.voice(language).word("language-name");
        (language.tag().to_owned(), messages::direction(language), name)
    });
    let languages = Languages {
        frame: Frame::of(call, visit, "page-language-title", None),
        hint: visit.voice.word("page-language-hint"),
        action: path(&call.address.token, &Place::Language),
        nonce: call.families.key.nonce(&[call.address.token.reveal(), "language"]),
        languages: languages.collect(),
    };
    Shown::page(StatusCode::OK, &languages)
}

/// What is said to somebody who is not the child's parent, and whose link is dead from here on.
pub(crate) fn not_mine(call: &Call<'_>, visit: &Visit<'_>) -> Shown {
    let voice = visit.voice;
    let said = Said {
        frame: Frame::stranger(voice, &call.app.district.name, "page-not-mine-done"),
        hint: voice.word("page-not-mine-done-hint"),
    };
    page::Shown::page(StatusCode::OK, &said)
}
