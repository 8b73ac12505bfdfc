//! The answer to a family's text message.

use crate::invitation::printable;
use crate::texts::Voice;
use crate::tidy::{cut, tidy};
use crate::{Answer, Encoding, Sms};
use std::collections::BTreeMap;

/// The longest sender: with it and the longest number the answer still fits in two segments.
const LONGEST_SENDER: usize = 40;

/// The school is the sender where there is one, else the district. Every school's number is given where all are known
/// and fit in two segments, else the family is asked to call. A sender in another script than GSM-7's would cost the
/// whole answer its encoding, and is left out.
pub(crate) fn sms(voice: &Voice<'_>, answer: &Answer) -> Sms {
    let mut schools: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (name, phone) in &answer.schools {
        let phone = phone.as_deref().map(tidy).filter(|phone| !phone.is_empty());
        let known = schools.entry(tidy(name)).or_default();
        *known = known.take().or(phone);
    }
    let school = match schools.len() {
        1 => schools.keys().next().cloned(),
        _ => None,
    };
    let sender = [school, Some(tidy(&answer.district))]
        .into_iter()
        .flatten()
        .find(|name| in_gsm7(name));
    let sender = sender.unwrap_or_else(|| voice.word("sender-unknown"));
    let compose = |call: String| {
        let sender = cut(&sender, LONGEST_SENDER);
        Sms::new(voice.say("sms-answer", [("sender", sender.into()), ("call", call.into())]))
    };
    let numbers = numbers(voice, &schools).map(&compose);
    numbers.filter(|sms| sms.segments <= 2).unwrap_or_else(|| {
        let call = if schools.len() > 1 {
            "sms-call-schools"
        } else {
            "sms-call-school"
        };
        compose(voice.word(call))
    })
}

/// How to call the schools by their numbers, or `None` where one is unknown or none that an SMS can print.
fn numbers(voice: &Voice<'_>, schools: &BTreeMap<String, Option<String>>) -> Option<String> {
    let mut row: Option<String> = None;
    for (name, phone) in schools {
        let phone = phone.as_ref().filter(|phone| printable(phone))?;
        if schools.len() == 1 {
            return Some(voice.say("sms-call-number", [("phone", phone.as_str().into())]));
        }
        let next = Some(format!("{name} {phone}")).filter(|_| in_gsm7(name))?;
        row = Some(match row {
            Some(first) => voice.say("names-next", [("first", first.into()), ("next", next.into())]),
            None => next,
        });
    }
    row.map(|schools| voice.say("sms-call-numbers", [("schools", schools.into())]))
}

fn in_gsm7(name: &str) -> bool {
    !name.is_empty() && Sms::new(name.to_owned()).encoding == Encoding::Gsm7
}
