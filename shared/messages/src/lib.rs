//! What families and staff read: SMS and e-mail in every language, made from the Fluent files under `texts/`.
//!
//! Nothing here sends. Values are cleaned before they go into a text: control characters become spaces, marks that
//! turn the direction of writing go, white space collapses; so no name can add a header line, markup or a second SMS.

mod answer;
mod content;
mod digest;
mod email;
mod invitation;
pub mod reply;
pub mod sms;
mod texts;
mod tidy;

pub use content::{Answer, Child, Digest, Invitation, Notice};
pub use email::Email;
pub use sms::{Encoding, Sms};
pub use texts::Texts;

#[cfg(test)]
mod tests;
