//! What families and staff read: SMS and e-mail in every language, made from the Fluent files under `texts/`.
//!
//! Nothing here sends. Values are cleaned before they go into a text: control characters become spaces, marks that
//! turn the direction of writing go, white space collapses; so no name can add a header line, markup or a second SMS.

mod answer;
mod calendar;
mod content;
mod digest;
mod document;
mod email;
mod invitation;
mod news;
pub mod reply;
pub mod review;
pub mod sms;
mod texts;
mod tidy;
mod when;

pub use calendar::file as calendar_file;
pub use content::{AgreedTime, Answer, Child, ContactRequest, Digest, Invitation, Link, NewLink, News, Notice};
pub use document::note as document_note;
pub use email::{Attachment, Calendar, Email, direction};
pub use sms::{Encoding, Sms};
pub use texts::{Texts, Voice, language_name};

#[cfg(test)]
mod tests;
