//! The way to a booked conference, one question a page: interpreter (first, where the family speaks another language), time,
//! how to meet, check. Each answer is carried in the address; nothing is kept until the family books.

use crate::Call;
use crate::address::{Place, path};
use crate::document::{self, OnPage};
use crate::page::{Frame, Shown};
use crate::visit::{Child, Stands, Visit, last_digits};
use askama::Template;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use domain::contact::{Personal, usable_number};
use domain::ids::{ConferenceId, UserId};
use domain::record::{Appointment, Booking, Mode};
use http::StatusCode;
use runtime::Failure;
use runtime::agreed::Read;
use store::diaries::holder;

/// Days with free times on one page.
const DAYS: usize = 4;
/// Free times that are shown close to another child's.
const NEAR: usize = 3;
/// What is wrong with a time that somebody else was faster to take.
pub(crate) const TAKEN: &str = "taken";
/// What is wrong with a number that cannot be called.
pub(crate) const NUMBER: &str = "number";
/// A local time as addresses have it.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// The questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Interpreter,
    Time,
    How,
}

impl Step {
    /// The field that answers it.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Interpreter => "interpreter",
            Self::Time => "at",
            Self::How => "how",
        }
    }

    fn of(field: &str) -> Option<Self> {
        [Self::Interpreter, Self::Time, Self::How]
            .into_iter()
            .find(|step| step.field() == field)
    }
}

/// What was answered so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answers {
    pub(crate) interpreter: Option<bool>,
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) how: Option<Mode>,
}

impl Answers {
    /// Of a request; what makes no sense is not answered.
    pub(crate) fn of(call: &Call<'_>) -> Self {
        let local = call
            .field("at")
            .and_then(|at| NaiveDateTime::parse_from_str(at, LOCAL).ok());
        let zone = call.app.district.zone;
        Self {
            interpreter: match call.field("interpreter") {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            },
            at: local
                .and_then(|local| zone.from_local_datetime(&local).single())
                .map(|at| at.to_utc()),
            how: match call.field("how") {
                Some("in_person") => Some(Mode::InPerson),
                Some("phone") => Some(Mode::Phone),
                Some("video") => Some(Mode::Video),
                _ => None,
            },
        }
    }

    fn has(&self, step: Step) -> bool {
        match step {
            Step::Interpreter => self.interpreter.is_some(),
            Step::Time => self.at.is_some(),
            Step::How => self.how.is_some(),
        }
    }

    /// The same without the answer to one question.
    fn without(&self, step: Step) -> Self {
        let mut less = self.clone();
        match step {
            Step::Interpreter => less.interpreter = None,
            Step::Time => less.at = None,
            Step::How => less.how = None,
        }
        less
    }

    /// As fields of a form.
    pub(crate) fn fields(&self, call: &Call<'_>) -> Vec<(&'static str, String)> {
        let at = self.at.map(|at| local(at, call));
        let how = self.how.map(|how| word(how).to_owned());
        let interpreter = self.interpreter.map(|yes| if yes { "yes" } else { "no" }.to_owned());
        let all = [("interpreter", interpreter), ("at", at), ("how", how)];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

fn local(at: DateTime<Utc>, call: &Call<'_>) -> String {
    at.with_timezone(&call.app.district.zone).format(LOCAL).to_string()
}

fn word(mode: Mode) -> &'static str {
    match mode {
        Mode::InPerson => "in_person",
        Mode::Phone => "phone",
        Mode::Video => "video",
    }
}

/// The questions in the order in which this family is asked them.
fn steps(visit: &Visit<'_>) -> [Step; 3] {
    if visit.speaks_another {
        [Step::Interpreter, Step::Time, Step::How]
    } else {
        [Step::Time, Step::How, Step::Interpreter]
    }
}

/// A question that is answered by one of a few choices.
#[derive(Template)]
#[template(path = "choice.html")]
struct Choice<'a> {
    frame: Frame<'a>,
    hint: Option<String>,
    action: String,
    field: &'static str,
    hidden: Vec<(&'static str, String)>,
    options: Vec<(&'static str, String)>,
}

/// Free times of one day.
struct Day {
    name: String,
    times: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "time.html")]
struct Times<'a> {
    frame: Frame<'a>,
    with: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    days: Vec<Day>,
    earlier: Option<String>,
    later: Option<String>,
    call: String,
}

#[derive(Template)]
#[template(path = "check.html")]
struct Check<'a> {
    frame: Frame<'a>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    nonce: String,
    /// Name, value, and where it is changed.
    lines: Vec<(String, String, Option<String>)>,
    number: Option<Number>,
    document: Option<OnPage>,
}

/// The question for the number to call.
struct Number {
    /// The line with the number that the school has.
    known: Option<String>,
    /// The other one is chosen.
    other: bool,
}

/// The next question, or what was answered to check.
pub(crate) async fn next(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32)) -> Result<Shown, Failure> {
    let answers = Answers::of(call);
    let asked_for = call.field("step").and_then(Step::of);
    let next = steps(visit).into_iter().find(|step| !answers.has(*step));
    match next {
        Some(step) => {
            let taken = step == Step::Time && call.field("wrong") == Some(TAKEN);
            let missing = (asked_for == Some(step)).then_some("missing");
            let wrong = if taken { Some(TAKEN) } else { missing };
            question(call, visit, (child, n), &answers, step, wrong).await
        }
        None => {
            let document = document::on_page(call, visit).await?;
            Ok(check(call, visit, (child, n), &answers, document))
        }
    }
}

/// One question; `wrong`: what was wrong with the answer.
async fn question(
    call: &Call<'_>,
    visit: &Visit<'_>,
    (child, n): (&Child, u32),
    answers: &Answers,
    step: Step,
    wrong: Option<&str>,
) -> Result<Shown, Failure> {
    let id = of(child, n);
    let (name, voice) = (name(step), visit.voice);
    let mut frame = Frame::of(call, visit, &format!("page-{name}-title"), Some(&id));
    let order = steps(visit);
    let before = order.iter().position(|known| *known == step).filter(|at| *at > 0);
    if let Some(at) = before {
        frame.back = Some(address(call, &id, &answers.without(order[at - 1]).without(step)));
    }
    frame.problem = wrong.map(|wrong| (voice.word(&format!("page-{name}-{wrong}")), "first"));
    let action = path(&call.address.token, &Place::Book(id.clone()));
    let mut hidden = answers.without(step).fields(call);
    hidden.push(("step", step.field().to_owned()));
    let school = child.school_name.as_str();
    let (hint, options) = match step {
        Step::Time => return times(call, visit, (child, n), frame, (action, hidden)).await,
        Step::How => {
            let options = vec![
                ("phone", voice.word("page-how-phone")),
                ("video", voice.word("page-how-video")),
                (
                    "in_person",
                    voice.say("page-how-in-person", [("school", school.into())]),
                ),
            ];
            (None, options)
        }
        Step::Interpreter => {
            let language = messages::language_name(&visit.interpreter());
            let options = vec![
                (
                    "yes",
                    voice.say("page-interpreter-yes", [("language", language.into())]),
                ),
                ("no", voice.word("page-interpreter-no")),
            ];
            (Some(voice.word("page-interpreter-hint")), options)
        }
    };
    let choice = Choice {
        frame,
        hint,
        action,
        field: step.field(),
        hidden,
        options,
    };
    Ok(Shown::page(StatusCode::OK, &choice))
}

fn name(step: Step) -> &'static str {
    match step {
        Step::Interpreter => "interpreter",
        Step::Time => "time",
        Step::How => "how",
    }
}

async fn times(
    call: &Call<'_>,
    visit: &Visit<'_>,
    (child, n): (&Child, u32),
    frame: Frame<'_>,
    (action, hidden): (String, Vec<(&'static str, String)>),
) -> Result<Shown, Failure> {
    let id = of(child, n);
    let (voice, zone) = (visit.voice, call.app.district.zone);
    let read = diary(call, child).await?;
    let own = holders(visit, &id);
    let from = call.field("from").and_then(|from| from.parse::<NaiveDate>().ok());
    let mut days = Vec::new();
    let (mut earlier, mut later) = (None, None);
    if let Some(read) = &read {
        let diary = read.diary();
        let (first, _) = diary.days(call.now);
        let shown = diary.free_from(from.unwrap_or(first), DAYS + 1, &own, call.now);
        let to = |day: &NaiveDate| {
            let mut fields = hidden
                .iter()
                .filter(|(name, _)| *name != "step")
                .cloned()
                .collect::<Vec<_>>();
            fields.push(("from", day.to_string()));
            with_query(&action, &fields)
        };
        later = shown.get(DAYS).map(|(day, _)| to(day));
        earlier = from.filter(|from| *from > first).map(|_| to(&first));
        if from.is_none() {
            days.extend(near(call, visit, child, &diary, &own));
        }
        let free = shown.iter().take(DAYS).map(|(day, times)| Day {
            name: voice.date(*day),
            times: times
                .iter()
                .map(|at| (local(*at, call), voice.time(*at, zone)))
                .collect(),
        });
        days.extend(free);
    }
    let zone = voice.zone(zone);
    let with = match &child.teacher_name {
        Some(teacher) => voice.say(
            "page-time-with",
            [("teacher", teacher.as_str().into()), ("zone", zone.into())],
        ),
        None => voice.say("page-time-zone", [("zone", zone.into())]),
    };
    let call_me = Place::Answer(id, crate::address::Answer::Call);
    let times = Times {
        frame,
        with,
        action,
        hidden,
        days,
        earlier,
        later,
        call: path(&call.address.token, &call_me),
    };
    Ok(Shown::page(StatusCode::OK, &times))
}

/// Free times close to a conference that is booked for another child: one way for both.
fn near(
    call: &Call<'_>,
    visit: &Visit<'_>,
    child: &Child,
    diary: &domain::availability::Diary<'_>,
    own: &[String],
) -> Option<Day> {
    let zone = call.app.district.zone;
    let booked = visit.asked().into_iter().filter(|(other, _)| other.id != child.id);
    let booked = booked.filter_map(|(other, id)| match other.stands(id.n, &visit.link.guardian) {
        Stands::Booked(booking) => Some((other, booking)),
        _ => None,
    });
    let (other, booking) = booked.min_by_key(|(_, booking)| booking.starts_at)?;
    let mut times = diary.free_on(booking.on(zone), own, call.now);
    times.retain(|at| *at != booking.starts_at);
    times.sort_by_key(|at| (*at - booking.starts_at).abs());
    times.truncate(NEAR);
    times.sort();
    let voice = visit.voice;
    let name = voice.say(
        "page-time-near",
        [
            ("name", other.first_name.as_str().into()),
            ("date", voice.date(booking.on(zone)).into()),
            ("time", voice.time(booking.starts_at, zone).into()),
        ],
    );
    let times: Vec<_> = times
        .iter()
        .map(|at| (local(*at, call), voice.time(*at, zone)))
        .collect();
    (!times.is_empty()).then_some(Day { name, times })
}

/// The diary of a child's teacher; `None`: nobody is known to be.
pub(crate) async fn diary(call: &Call<'_>, child: &Child) -> Result<Option<Read>, Failure> {
    let Some(teacher) = &child.teacher else { return Ok(None) };
    let read = call
        .app
        .diary(&call.calendars, teacher, Some(&child.school), call.now)
        .await?;
    Ok(Some(read))
}

/// Everything that was answered, to check.
fn check(
    call: &Call<'_>,
    visit: &Visit<'_>,
    (child, n): (&Child, u32),
    answers: &Answers,
    document: Option<OnPage>,
) -> Shown {
    let id = of(child, n);
    let wrong = (call.field("wrong") == Some(NUMBER)).then_some("page-check-number-wrong");
    let (voice, zone) = (visit.voice, call.app.district.zone);
    let mut frame = Frame::of(call, visit, "page-check-title", Some(&id));
    let last = steps(visit)[2];
    frame.back = Some(address(call, &id, &answers.without(last)));
    frame.problem = wrong.map(|wrong| (voice.word(wrong), "other"));
    let change = |step: Step| Some(address(call, &id, &answers.without(step)));
    let when = answers.at.map(|at| voice.when(at, zone));
    let how = answers.how.map(|how| match how {
        Mode::Phone => voice.word("page-how-phone"),
        Mode::Video => voice.word("page-how-video"),
        Mode::InPerson => voice.say("page-how-in-person", [("school", child.school_name.as_str().into())]),
    });
    let interpreter = match answers.interpreter {
        Some(true) => {
            let language = messages::language_name(&visit.interpreter());
            voice.say("page-interpreter-yes", [("language", language.into())])
        }
        _ => voice.word("page-interpreter-no"),
    };
    let lines = vec![
        (
            voice.word("page-check-child"),
            format!("{}, {}", child.first_name, child.school_name),
            None,
        ),
        (
            voice.word("page-check-when"),
            when.unwrap_or_default(),
            change(Step::Time),
        ),
        (voice.word("page-check-how"), how.unwrap_or_default(), change(Step::How)),
        (
            voice.word("page-check-interpreter"),
            interpreter,
            change(Step::Interpreter),
        ),
    ];
    let known = visit
        .number()
        .map(|number| voice.say("page-check-number-known", [("digits", last_digits(&number).into())]));
    let number = (answers.how == Some(Mode::Phone)).then(|| Number {
        other: wrong.is_some() || known.is_none(),
        known,
    });
    let page = Check {
        frame,
        action: path(&call.address.token, &Place::Book(id.clone())),
        hidden: answers.fields(call),
        nonce: nonce(call, visit, (child, n), "book"),
        lines,
        number,
        document,
    };
    Shown::page(StatusCode::OK, &page)
}

/// What was answered, as what is agreed upon; an error: what is wrong.
pub(crate) fn appointment(
    call: &Call<'_>,
    visit: &Visit<'_>,
    answers: &Answers,
    minutes: u32,
) -> Result<Option<Appointment>, &'static str> {
    let (Some(starts_at), Some(mode)) = (answers.at, answers.how) else {
        return Ok(None);
    };
    let phone: Option<Personal> = match mode {
        Mode::Phone if call.field("number") == Some("known") && visit.number().is_some() => visit.number(),
        Mode::Phone => {
            let entered = call.field("other").unwrap_or_default();
            Some(usable_number(entered).ok_or(NUMBER)?)
        }
        _ => None,
    };
    Ok(Some(Appointment {
        starts_at,
        minutes: Some(minutes),
        mode,
        interpreter: answers.interpreter.filter(|yes| *yes).map(|_| visit.interpreter()),
        phone,
        document: None,
    }))
}

/// What proves that a form was made for how the conference stood for this guardian: one that is older acts no more.
pub(crate) fn nonce(call: &Call<'_>, visit: &Visit<'_>, (child, n): (&Child, u32), what: &str) -> String {
    let stands = match child.stands(n, &visit.link.guardian) {
        Stands::Booked(Booking {
            starts_at,
            mode,
            guardian,
            ..
        }) => {
            let who = guardian.as_ref().map_or("", UserId::as_str);
            format!("booked {starts_at} {mode:?} {who}")
        }
        Stands::Open => "open".to_owned(),
        Stands::CallAsked => "call".to_owned(),
        Stands::Declined => "declined".to_owned(),
    };
    let id = of(child, n).to_string();
    call.families
        .key
        .nonce(&[call.address.token.reveal(), what, id.as_str(), stands.as_str()])
}

/// By whom time is held that is the guardian's: what they booked, and what is booked for nobody in particular.
pub(crate) fn holders(visit: &Visit<'_>, id: &ConferenceId) -> [String; 2] {
    [holder(id, Some(&visit.link.guardian)), holder(id, None)]
}

pub(crate) fn of(child: &Child, n: u32) -> ConferenceId {
    ConferenceId {
        student: child.id.clone(),
        n,
    }
}

/// The same question again: something is wrong with what was sent.
pub(crate) fn again(call: &Call<'_>, id: &ConferenceId, answers: &Answers, wrong: &str) -> Shown {
    let answers = if wrong == TAKEN {
        answers.without(Step::Time)
    } else {
        answers.clone()
    };
    let place = path(&call.address.token, &Place::Book(id.clone()));
    let mut fields = answers.fields(call);
    fields.push(("wrong", wrong.to_owned()));
    Shown::see_at(with_query(&place, &fields))
}

fn address(call: &Call<'_>, id: &ConferenceId, answers: &Answers) -> String {
    let place = path(&call.address.token, &Place::Book(id.clone()));
    with_query(&place, &answers.fields(call))
}

fn with_query(place: &str, fields: &[(&'static str, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() {
        place.to_owned()
    } else {
        format!("{place}?{query}")
    }
}
