//! The state's resource document (R8): before the family confirms, and on the page of the booked conference.

use crate::Call;
use crate::visit::Visit;
use domain::document::{Document, Edition};
use runtime::Failure;

/// The field that says which edition stood on the page.
pub(crate) const FIELD: &str = "document";

/// The document as a page shows it.
pub(crate) struct OnPage {
    pub(crate) heading: String,
    /// That it is a translation, or not in the reader's language.
    pub(crate) note: Option<String>,
    pub(crate) parts: Vec<Part>,
    /// The state's edition.
    pub(crate) edition: String,
}

/// One text of it.
pub(crate) struct Part {
    pub(crate) language: String,
    pub(crate) direction: &'static str,
    pub(crate) title: String,
    pub(crate) paragraphs: Vec<String>,
}

/// The document in the reader's language, else the state's own; `None`: it is not there.
pub(crate) async fn on_page(call: &Call<'_>, visit: &Visit<'_>) -> Result<Option<OnPage>, Failure> {
    let voice = visit.voice;
    let document = call.app.document(voice.language(), call.now).await?;
    Ok(document.map(|document: Document| OnPage {
        heading: voice.word("page-document-heading"),
        note: messages::document_note(&voice, &document),
        edition: document.state.id(),
        parts: document.translation.iter().chain([&document.state]).map(part).collect(),
    }))
}

fn part(edition: &Edition) -> Part {
    let paragraphs = edition.text.split("\n\n").map(str::trim);
    Part {
        language: edition.language.tag().to_owned(),
        direction: messages::direction(&edition.language),
        title: edition.title.clone(),
        paragraphs: paragraphs.filter(|text| !text.is_empty()).map(str::to_owned).collect(),
    }
}

/// The edition that stood on the page that was sent, where it is the one that such a page shows.
pub(crate) async fn seen(call: &Call<'_>, visit: &Visit<'_>) -> Result<Option<String>, Failure> {
    let Some(said) = call.form.iter().find(|(name, _)| name == FIELD) else {
        return Ok(None);
    };
    let document = call.app.document(visit.voice.language(), call.now).await?;
    let edition = document.map(|document| document.state.id());
    Ok(edition.filter(|edition| *edition == said.1))
}
