//! The invitation of a guardian to the extra conferences of the children, and the yearly question whom to call.

use crate::email::Block;
use crate::news::fitting;
use crate::texts::Voice;
use crate::tidy::{cut, tidy};
use crate::{Child, ContactRequest, Email, Encoding, Invitation, Sms};
use std::collections::BTreeSet;

/// More first names than these are not even tried in an SMS.
const MOST_NAMES: usize = 5;
/// A longer number is none that an SMS can print, and is left out of it.
const LONGEST_PHONE: usize = 30;
/// The sender is not cut below this for the sake of a child's name.
const LEAST_SENDER: usize = 20;
/// The longest sender in a subject.
const LONGEST_SENDER: usize = 80;

/// One child, its values cleaned.
struct Tidied {
    name: String,
    school: String,
    phone: Option<String>,
}

/// How a family answers.
enum Call {
    /// The one school's number.
    Number(String),
    /// One school, its number unknown.
    School,
    /// Several schools.
    Schools,
}

/// What both messages are made of.
struct Parts {
    children: Vec<Tidied>,
    sender: String,
    call: Call,
}

impl Parts {
    fn of(voice: &Voice<'_>, children: &[Child], district: &str) -> Self {
        let children = children.iter().map(|child| Tidied {
            name: tidy(&child.first_name),
            school: tidy(&child.school),
            phone: child
                .school_phone
                .as_deref()
                .map(tidy)
                .filter(|phone| !phone.is_empty()),
        });
        let children: Vec<Tidied> = children.collect();
        let schools: BTreeSet<&str> = children.iter().map(|child| child.school.as_str()).collect();
        let several = schools.len() > 1;
        let school = schools.first().filter(|_| !several).map(|school| (*school).to_owned());
        let named = |name: &String| !name.is_empty();
        let sender = school.filter(named).or_else(|| Some(tidy(district)).filter(named));
        let phone = children.iter().find_map(|child| child.phone.clone());
        Self {
            sender: sender.unwrap_or_else(|| voice.word("sender-unknown")),
            call: match phone {
                _ if several => Call::Schools,
                Some(phone) => Call::Number(phone),
                None => Call::School,
            },
            children,
        }
    }

    /// How many children, for the plural; an empty list speaks of one.
    fn count(&self) -> usize {
        self.children.len().max(1)
    }
}

/// The invitation with the link to the guardian's page. Shortened by these steps. In one segment: every first name and the
/// ways to meet; "your children" for the names;
/// the same two without the ways to meet (a single child, and names of a script that GSM-7 lacks, stay named). Else in
/// two segments: the names, with the ways to meet or without; a single child's sender is cut before its name goes; no
/// name; no name and the sender cut.
pub(crate) fn sms(voice: &Voice<'_>, invitation: &Invitation) -> Sms {
    const FULL: &str = "sms-invitation";
    const SHORT: &str = "sms-invitation-short";
    let parts = Parts::of(voice, &invitation.children, &invitation.district);
    let several = parts.count() > 1;
    let unnamed = voice.word(if several { "sms-who-children" } else { "sms-who-child" });
    let named = names(voice, &parts).unwrap_or_else(|| unnamed.clone());
    let compose = |message: &str, sender: &str, who: &str| {
        Sms::new(voice.say(
            message,
            [
                ("children", parts.count().into()),
                ("sender", sender.into()),
                ("who", who.into()),
                ("link", invitation.link.reveal().into()),
            ],
        ))
    };
    let sender = &parts.sender;
    let full = [compose(FULL, sender, &named), compose(FULL, sender, &unnamed)];
    let short = [compose(SHORT, sender, &named), compose(SHORT, sender, &unnamed)];
    let [full_named, full_unnamed] = &full;
    let [short_named, short_unnamed] = &short;
    let in_one = if several && short_named.encoding == Encoding::Gsm7 {
        vec![full_named, full_unnamed, short_named, short_unnamed]
    } else {
        vec![full_named, short_named]
    };
    let fitting = |all: [&Sms; 2]| all.into_iter().find(|sms| sms.segments <= 2).cloned();
    let cut_to = |least: usize, who: &str| {
        let (mut longest, mut low, mut high) = (None, least, sender.chars().count());
        while low <= high {
            let middle = (low + high) / 2;
            let sms = compose(SHORT, &cut(sender, middle), who);
            if sms.segments <= 2 {
                (longest, low) = (Some(sms), middle + 1);
            } else {
                high = middle.saturating_sub(1);
            }
        }
        longest
    };
    let in_one = in_one.into_iter().find(|sms| sms.segments == 1).cloned();
    in_one
        .or_else(|| fitting([full_named, short_named]))
        .or_else(|| if several { None } else { cut_to(LEAST_SENDER, &named) })
        .or_else(|| fitting([full_unnamed, short_unnamed]))
        .or_else(|| cut_to(1, &unnamed))
        .unwrap_or_else(|| compose(SHORT, &voice.word("sender-unknown"), &unnamed))
}

/// Whether an SMS can print a number: it is no longer than numbers are, and costs no other letter its encoding.
pub(crate) fn printable(phone: &str) -> bool {
    phone.chars().count() <= LONGEST_PHONE && Sms::new(phone.to_owned()).encoding == Encoding::Gsm7
}

/// The first names in a row, or `None` where one is unknown or they are too many.
fn names(voice: &Voice<'_>, parts: &Parts) -> Option<String> {
    let names: Vec<&str> = parts.children.iter().map(|child| child.name.as_str()).collect();
    if names.len() > MOST_NAMES || names.contains(&"") {
        return None;
    }
    let (last, others) = names.split_last()?;
    let Some((first, between)) = others.split_first() else {
        return Some((*last).to_owned());
    };
    let mut row = (*first).to_owned();
    for next in between {
        row = voice.say("names-next", [("first", row.into()), ("next", (*next).into())]);
    }
    let sound = if begins_with_i(last) { "i" } else { "other" };
    Some(voice.say(
        "names-last",
        [("first", row.into()), ("last", (*last).into()), ("sound", sound.into())],
    ))
}

/// Whether a name begins with the sound of "i" (`Inés`, `Hilda`), alone and not before a vowel (`Iago`, `Hierro`).
fn begins_with_i(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut letters = lower.strip_prefix('h').unwrap_or(&lower).chars();
    matches!(letters.next(), Some('i' | 'í')) && !matches!(letters.next(), Some('a' | 'e' | 'o' | 'u'))
}

pub(crate) fn email(voice: &Voice<'_>, invitation: &Invitation) -> Email {
    let parts = Parts::of(voice, &invitation.children, &invitation.district);
    let paragraph = |id: &str| Block::Paragraph(voice.word(id));
    let heading = |id: &str| Block::Heading(voice.word(id));
    let call = match &parts.call {
        Call::Number(phone) => voice.say("email-invitation-call-number", [("phone", phone.into())]),
        Call::School => voice.word("email-invitation-call-school"),
        Call::Schools => voice.word("email-invitation-call-schools"),
    };
    let mut blocks = vec![
        paragraph("email-hello"),
        Block::Paragraph(voice.say("email-invitation-why", [("children", parts.count().into())])),
    ];
    if let Some(list) = list(voice, &parts) {
        blocks.extend([heading("email-invitation-who"), list]);
    }
    blocks.extend([
        heading("email-invitation-how-heading"),
        paragraph("email-invitation-how"),
        paragraph("email-invitation-interpreter"),
        heading("email-invitation-answer-heading"),
        Block::Button(voice.word("email-invitation-link"), invitation.link.clone()),
        Block::Paragraph(call),
    ]);
    if invitation.asks_whom_to_call {
        blocks.extend([
            heading("email-invitation-contact-heading"),
            paragraph("email-invitation-contact"),
        ]);
    }
    let sender = parts.sender.as_str();
    blocks.push(Block::Paragraph(voice.say("email-sender", [("sender", sender.into())])));
    let sender = cut(&parts.sender, LONGEST_SENDER);
    let subject = voice.say("email-invitation-subject", [("sender", sender.into())]);
    Email::new(voice.language(), subject, &blocks)
}

/// The children, where any are known.
fn list(voice: &Voice<'_>, parts: &Parts) -> Option<Block> {
    let items = || parts.children.iter().map(|child| item(voice, child)).collect();
    (!parts.children.is_empty()).then(|| Block::List(items()))
}

pub(crate) fn contact_request_sms(voice: &Voice<'_>, request: &ContactRequest) -> Sms {
    let parts = Parts::of(voice, &request.children, &request.district);
    let compose = |sender: &str| {
        let values = [("sender", sender.into()), ("link", request.link.reveal().into())];
        Sms::new(voice.say("sms-contact-request", values))
    };
    fitting(voice, &parts.sender, compose)
}

pub(crate) fn contact_request_email(voice: &Voice<'_>, request: &ContactRequest) -> Email {
    let parts = Parts::of(voice, &request.children, &request.district);
    let why = voice.say("email-contact-request-why", [("children", parts.count().into())]);
    let mut blocks = vec![Block::Paragraph(voice.word("email-hello")), Block::Paragraph(why)];
    blocks.extend(list(voice, &parts));
    let sender = parts.sender.as_str();
    blocks.extend([
        Block::Paragraph(voice.word("email-contact-request-who")),
        Block::Button(voice.word("email-contact-request-link"), request.link.clone()),
        Block::Paragraph(voice.say("email-sender", [("sender", sender.into())])),
    ]);
    let subject = voice.say(
        "email-contact-request-subject",
        [("sender", cut(sender, LONGEST_SENDER).into())],
    );
    Email::new(voice.language(), subject, &blocks)
}

/// One child's line in the e-mail.
fn item(voice: &Voice<'_>, child: &Tidied) -> String {
    let known = |value: &str, instead: &str| {
        if value.is_empty() {
            voice.word(instead)
        } else {
            value.to_owned()
        }
    };
    let name = known(&child.name, "email-child-unknown");
    let school = known(&child.school, "sender-unknown");
    let named = [("name", name.into()), ("school", school.into())];
    match &child.phone {
        Some(phone) => voice.say("email-child", named.into_iter().chain([("phone", phone.into())])),
        None => voice.say("email-child-no-phone", named),
    }
}
