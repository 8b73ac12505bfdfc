//! Whom the school may call when the family cannot be reached (R6): one more each time, and never shown again in full.

use crate::Call;
use crate::address::{Place, path};
use crate::page::{Frame, Shown};
use crate::visit::{Child, Visit};
use askama::Template;
use domain::contact::{Personal, usable_number};
use domain::decide::{Command, Refusal};
use domain::ids::UserId;
use domain::record::{EmergencyContact, StudentRecord};
use domain::roster::{Object, ObjectKey, ObjectKind};
use http::StatusCode;
use runtime::Failure;
use runtime::change::{Cause, Unchanged};

/// The longest entry that is kept, in characters.
const LONGEST: usize = 100;

/// What is wrong with an entry: the text that says it, and the field.
pub(crate) type Wrong = (&'static str, &'static str);

#[derive(Template)]
#[template(path = "contact.html")]
struct Form<'a> {
    frame: Frame<'a>,
    about: String,
    known: Option<String>,
    action: String,
    nonce: String,
    /// Name, label and kind of each field, and what was entered.
    fields: Vec<(&'static str, String, &'static str, String)>,
    skip: String,
}

/// The words and the place to name somebody for a child, where there is nobody to call as far as this guardian may know.
pub(crate) fn missing(call: &Call<'_>, visit: &Visit<'_>, child: &Child) -> Option<(String, String)> {
    let name = child.first_name.as_str();
    (known(call, &visit.link.guardian, child) == 0).then(|| {
        let words = visit.voice.say("page-contact-add", [("name", name.into())]);
        (words, path(&call.address.token, &Place::Contact(child.id.clone())))
    })
}

fn known(call: &Call<'_>, guardian: &UserId, child: &Child) -> usize {
    let today = call.app.district.today(call.now);
    child.record.to_call_as_known_to(guardian, today)
}

/// The form; what was entered stays in it where something is wrong.
pub(crate) fn form(call: &Call<'_>, visit: &Visit<'_>, student: &UserId, wrong: Option<Wrong>) -> Option<Shown> {
    let child = visit.children.iter().find(|child| child.id == *student)?;
    let voice = visit.voice;
    let mut frame = Frame::of(call, visit, "page-contact-title", None);
    frame.problem = wrong.map(|(words, field)| (voice.word(words), field));
    let field = |name: &'static str, kind| {
        let entered = call.form.iter().find(|(field, _)| field == name);
        let entered = entered.map(|(_, value)| value.clone()).unwrap_or_default();
        (name, voice.word(&format!("page-contact-{name}")), kind, entered)
    };
    let count = known(call, &visit.link.guardian, child);
    let form = Form {
        about: format!("{}, {}", child.first_name, child.school_name),
        known: (count > 0).then(|| voice.say("page-contact-known", [("count", count.into())])),
        action: path(&call.address.token, &Place::Contact(student.clone())),
        nonce: nonce(call, student),
        fields: vec![
            field("name", "text"),
            field("relation", "text"),
            field("phone", "tel"),
            field("language", "text"),
        ],
        skip: path(&call.address.token, &Place::Home),
        frame,
    };
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Some(Shown::page(status, &form))
}

/// What proves that the form came from us.
pub(crate) fn nonce(call: &Call<'_>, student: &UserId) -> String {
    let token = call.address.token.reveal();
    call.families.key.nonce(&[token, "contact", student.as_str()])
}

/// Adds somebody, unless something is wrong with what was entered.
pub(crate) async fn add(call: &Call<'_>, visit: &Visit<'_>, child: &Child) -> Result<Option<Wrong>, Failure> {
    let entered = |name: &str| {
        let text = call.field(name).unwrap_or_default().trim();
        let text: String = text.chars().take(LONGEST).collect();
        (!text.is_empty()).then(|| Personal::new(text))
    };
    let Some(name) = entered("name") else {
        return Ok(Some(("page-contact-name-missing", "name")));
    };
    let Some(relation) = entered("relation") else {
        return Ok(Some(("page-contact-relation-missing", "relation")));
    };
    let Some(phone) = call.field("phone").and_then(usable_number) else {
        return Ok(Some(("page-check-number-wrong", "phone")));
    };
    let guardian = &visit.link.guardian;
    match whose(call, child, &phone).await? {
        Some(who) if who == *guardian => return Ok(Some(("page-contact-guardian", "phone"))),
        // The school has this number already. Whose it is, is not said: it may be of the other household.
        Some(_) => return Ok(None),
        None => {}
    }
    let contact = EmergencyContact {
        name,
        relation,
        phone,
        speaks: entered("language"),
        given_by: Some(guardian.clone()),
        on: call.app.district.today(call.now),
    };
    let intend = async |before: &StudentRecord| {
        let facts = before.facts.as_ref();
        if !facts.is_some_and(|facts| facts.guardians.contains_key(guardian)) {
            return Err(Refusal::NoConference.into());
        }
        Ok(Command::AddEmergencyContact(contact.clone()).into())
    };
    let changed = call.app.change_with(
        &call.calendars,
        &child.id,
        Cause::Person(Some(guardian)),
        call.now,
        None,
        intend,
    );
    match Box::pin(changed).await {
        // Of ten one can be reached.
        Ok(_) | Err(Unchanged::Refused(_)) => Ok(None),
        Err(Unchanged::Failed(failure)) => Err(failure),
    }
}

/// R6: "it must be someone else". The guardian of the child whose number it is.
async fn whose(call: &Call<'_>, child: &Child, phone: &Personal) -> Result<Option<UserId>, Failure> {
    let agents = child.agents.iter();
    let wanted: Vec<ObjectKey> = agents.map(|id| ObjectKey::new(ObjectKind::User, id.as_str())).collect();
    let agents = call.app.table.objects(&wanted).await?;
    let own = agents.iter().find(|recorded| match &recorded.object {
        Object::User(user) => {
            let numbers = [&user.sms, &user.phone].into_iter().flatten();
            let mut numbers = numbers.filter_map(|number| usable_number(number.reveal()));
            numbers.any(|number| number == *phone)
        }
        _ => false,
    });
    Ok(own.map(|recorded| UserId(recorded.key.id.0.clone())))
}
