//! The state's resource document, as families get it (R8).

use crate::texts::Voice;
use crate::tidy::{cut, tidy};
use crate::{Attachment, Email};
use domain::document::{Document, Edition, Origin};

/// The longest name of a file, in letters.
const LONGEST_NAME: usize = 60;

/// What is said above the state's text where it is not in the reader's language: that what comes first is a translation, and by
/// whom, or that there is none.
pub fn note(voice: &Voice<'_>, document: &Document) -> Option<String> {
    let note = match &document.translation {
        _ if document.is_in(voice.language()) => return None,
        Some(Edition {
            origin: Origin::Machine,
            ..
        }) => "page-document-machine",
        Some(_) => "page-document-translated",
        None => "page-document-other",
    };
    Some(voice.word(note))
}

/// Puts the document into an e-mail: one file, in which a translation says that it is one.
pub(crate) fn attach(voice: &Voice<'_>, document: &Document, email: &mut Email) {
    let text = |edition: &Edition| format!("{}\n\n{}\n", edition.title.trim(), edition.text.trim());
    let parts = note(voice, document).map(|note| note + "\n");
    let parts = parts.into_iter().chain(document.translation.as_ref().map(text));
    let parts: Vec<String> = parts.chain([text(&document.state)]).collect();
    let first = document.translation.as_ref().unwrap_or(&document.state);
    email.attachments.push(Attachment {
        name: format!("{}.txt", cut(&tidy(&first.title).replace('/', "-"), LONGEST_NAME)),
        text: parts.join("\n"),
    });
}
