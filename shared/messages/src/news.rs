//! What guardians are told of agreed times, and a new link.

use crate::email::Block;
use crate::texts::Voice;
use crate::tidy::{cut, tidy};
use crate::{Email, Encoding, Link, NewLink, News, Sms, calendar, document};
use domain::record::Purpose;

/// The longest sender of an SMS: with it the text still fits in two segments.
const LONGEST_IN_SMS: usize = 40;
/// The longest sender of a subject.
const LONGEST_IN_SUBJECT: usize = 80;

/// The school, else the district.
fn sender(voice: &Voice<'_>, news: &News) -> String {
    let named = [tidy(&news.child.school), tidy(&news.district)];
    let named = named.into_iter().find(|name| !name.is_empty());
    named.unwrap_or_else(|| voice.word("sender-unknown"))
}

fn word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Reminder => "reminder",
        Purpose::Change => "change",
        Purpose::Cancellation => "cancellation",
        Purpose::Confirmation | Purpose::Invitation | Purpose::EmergencyContactRequest => "confirmation",
    }
}

/// A sender in another script than the text's would cost all of it its encoding, and is left out; a long one is cut as far
/// as one segment needs, and at least so far that two do.
pub(crate) fn sms(voice: &Voice<'_>, news: &News) -> Sms {
    let local = news.time.starts_at.with_timezone(&news.time.zone);
    let compose = |sender: &str| {
        let values = [
            ("sender", sender.into()),
            ("date", voice.short_date(local.date_naive()).into()),
            ("time", voice.time(news.time.starts_at, news.time.zone).into()),
            ("mode", voice.mode(news.time.mode).into()),
            ("link", news.link.reveal().into()),
        ];
        Sms::new(voice.say(&format!("sms-{}", word(news.purpose)), values))
    };
    fitting(voice, &sender(voice, news), compose)
}

pub(crate) fn fitting(voice: &Voice<'_>, sender: &str, compose: impl Fn(&str) -> Sms) -> Sms {
    let unknown = voice.word("sender-unknown");
    let plain = compose(&unknown);
    let sender = match compose(sender) {
        sms if sms.segments == 1 => return sms,
        sms if sms.encoding != plain.encoding && plain.encoding == Encoding::Gsm7 => return plain,
        _ => cut(sender, LONGEST_IN_SMS),
    };
    let longest = sender.chars().count();
    let shorter = (longest / 2..=longest)
        .rev()
        .map(|length| compose(&cut(&sender, length)));
    let all: Vec<Sms> = shorter.collect();
    let within = |most: usize| all.iter().find(|sms| sms.segments <= most).cloned();
    within(1).or_else(|| within(2)).unwrap_or(plain)
}

pub(crate) fn email(voice: &Voice<'_>, news: &News) -> Email {
    let sender = sender(voice, news);
    let time = &news.time;
    let kind = word(news.purpose);
    let name = match tidy(&news.child.first_name) {
        name if name.is_empty() => voice.word("email-child-unknown"),
        name => name,
    };
    let mut lines = vec![
        voice.say("email-for", [("name", name.into()), ("school", sender.as_str().into())]),
        voice.when(time.starts_at, time.zone),
    ];
    let stands = news.purpose != Purpose::Cancellation;
    if stands {
        lines.push(voice.say("email-how", [("mode", voice.mode(time.mode).into())]));
        if let Some(language) = &time.interpreter {
            lines.push(voice.say("email-interpreter", [("language", language.as_str().into())]));
        }
    }
    let button = if stands {
        "email-link-change"
    } else {
        "email-link-again"
    };
    let mut blocks = vec![
        Block::Paragraph(voice.word("email-hello")),
        Block::Paragraph(voice.word(&format!("email-{kind}-intro"))),
        Block::List(lines),
        Block::Button(voice.word(button), news.link.clone()),
    ];
    if let (true, Some(video)) = (stands && time.mode == domain::record::Mode::Video, &time.video_link) {
        blocks.insert(
            3,
            Block::Button(voice.word("page-done-video"), Link::new(video.as_str())),
        );
    }
    if news.document.is_some() {
        blocks.insert(3, Block::Paragraph(voice.word("email-document")));
    }
    blocks.push(Block::Paragraph(
        voice.say("email-sender", [("sender", sender.as_str().into())]),
    ));
    let subject = voice.say(
        &format!("email-{kind}-subject"),
        [("sender", cut(&sender, LONGEST_IN_SUBJECT).into())],
    );
    let mut email = Email::new(voice.language(), subject, &blocks);
    if let Some(document) = &news.document {
        document::attach(voice, document, &mut email);
    }
    email.calendar = (news.purpose != Purpose::Reminder).then(|| calendar::part(voice, news, &sender));
    email
}

pub(crate) fn new_link_sms(voice: &Voice<'_>, new: &NewLink) -> Sms {
    let compose = |sender: &str| {
        let values = [("sender", sender.into()), ("link", new.link.reveal().into())];
        Sms::new(voice.say("sms-new-link", values))
    };
    fitting(voice, &district(voice, new), compose)
}

pub(crate) fn new_link_email(voice: &Voice<'_>, new: &NewLink) -> Email {
    let sender = district(voice, new);
    let blocks = [
        Block::Paragraph(voice.word("email-hello")),
        Block::Paragraph(voice.word("email-new-link-intro")),
        Block::Button(voice.word("email-link-open"), new.link.clone()),
        Block::Paragraph(voice.say("email-sender", [("sender", sender.as_str().into())])),
    ];
    let short = cut(&sender, LONGEST_IN_SUBJECT);
    let subject = voice.say("email-new-link-subject", [("sender", short.into())]);
    Email::new(voice.language(), subject, &blocks)
}

fn district(voice: &Voice<'_>, new: &NewLink) -> String {
    match tidy(&new.district) {
        name if name.is_empty() => voice.word("sender-unknown"),
        name => name,
    }
}
