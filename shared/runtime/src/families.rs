//! What families are sent and shown: the texts, and the addresses of their pages.

use crate::{App, Failure};
use chrono::{DateTime, Utc};
use domain::calendar::school_year;
use domain::contact::Language;
use domain::ids::UserId;
use messages::{Link, Texts};
use std::sync::Arc;
use store::links::{LinkKey, Token};

/// What a function needs that writes to families or shows them pages.
#[derive(Clone, Debug)]
pub struct Families {
    /// What is said, in the languages that families may be written to in.
    pub texts: Arc<Texts>,
    /// The secret by which links are derived (`CONFER_LINK_KEY`).
    pub key: LinkKey,
    /// Where the pages are, without a slash at its end (`CONFER_PUBLIC_URL`).
    pub public_url: String,
    /// The address that e-mails and calendar entries come from (`CONFER_EMAIL_FROM`).
    pub email_from: String,
}

impl Families {
    /// The address of a page.
    pub fn address(&self, token: &Token) -> Link {
        Link::new(format!("{}/f/{}", self.public_url, token.reveal()))
    }

    /// Where one click ends a guardian's e-mails (RFC 8058).
    pub fn unsubscribe(&self, token: &Token) -> Link {
        Link::new(format!("{}/f/{}/unsubscribe", self.public_url, token.reveal()))
    }

    /// A guardian's link of this school year, and the language that the guardian chose on the page.
    pub(crate) async fn link(
        &self,
        app: &App,
        guardian: &UserId,
        now: DateTime<Utc>,
    ) -> Result<(Token, Option<Language>), Failure> {
        let year = school_year(app.district.today(now));
        Ok(app.table.link(&self.key, guardian, year).await?)
    }
}
