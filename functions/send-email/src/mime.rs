//! An e-mail as it goes over the wire: plain text, HTML and, where there is one, the part for the reader's calendar, side
//! by side. Calendars show buttons only for a part that stands there, not for an attached file.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use messages::Email;

/// Parts the parts. No encoding of a part can produce it.
const BOUNDARY: &str = "=_the_next_part_of_this_message";

/// Parts the message from the files that come with it.
const OUTER_BOUNDARY: &str = "=_the_next_file_of_this_message";

/// The message; `None`: an address is none that an e-mail's head can hold.
pub(crate) fn raw(from: &str, to: &str, email: &Email, now: DateTime<Utc>) -> Option<Vec<u8>> {
    let mailbox = |address: &str| address.parse::<Mailbox>().ok();
    let mut message = lettre::Message::builder()
        .from(mailbox(from)?)
        .to(mailbox(to)?)
        .date(now.into())
        .subject(&email.subject);
    if let Some(link) = &email.unsubscribe {
        // RFC 8058.
        let header = |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        message = message
            .raw_header(header("List-Unsubscribe", format!("<{}>", link.reveal())))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    let mut parts = MultiPart::alternative()
        .boundary(BOUNDARY)
        .singlepart(SinglePart::plain(email.text.clone()))
        .singlepart(SinglePart::html(email.html.clone()));
    if let Some(calendar) = &email.calendar {
        let kind = format!("text/calendar; charset=utf-8; method={}", calendar.method);
        let part = SinglePart::builder().header(ContentType::parse(&kind).ok()?);
        parts = parts.singlepart(part.body(calendar.text.clone()));
    }
    if email.attachments.is_empty() {
        return Some(message.multipart(parts).ok()?.formatted());
    }
    let mut whole = MultiPart::mixed().boundary(OUTER_BOUNDARY).multipart(parts);
    for file in &email.attachments {
        let attachment = Attachment::new(file.name.clone());
        whole = whole.singlepart(attachment.body(file.text.clone(), ContentType::TEXT_PLAIN));
    }
    Some(message.multipart(whole).ok()?.formatted())
}
