//! The settings of the deployed functions, with defaults that suit one machine.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use runtime::District;
use runtime::families::Families;
use runtime::settings::{Environment, WrongSettings};
use sis::signature::Secret;
use store::contacts::ContactKey;

/// The settings of the local cloud.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The table's name.
    pub table: String,
    /// The district.
    pub district: District,
    /// The secrets that the SIS signs with.
    pub secrets: Vec<Secret>,
    /// By which numbers and addresses become ids.
    pub contacts: ContactKey,
    /// What families are sent and shown.
    pub families: Families,
    /// The number that messages come from.
    pub sms_origin: Option<String>,
    /// Into how many shards the table's indexes are cut. No setting: a table keeps the number it was made with.
    pub shards: u32,
}

impl Settings {
    /// Reads them by `get`, as `|name| std::env::var(name).ok()`.
    ///
    /// # Errors
    /// One that names everything that is wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, WrongSettings> {
        let mut settings = Environment::new(|name| get(name).or_else(|| default(name)));
        let read = Self {
            table: settings.text("CONFER_TABLE"),
            district: settings.district(),
            secrets: settings.webhook_secrets(),
            contacts: settings.contact_key(),
            families: settings.families(),
            sms_origin: settings.optional("CONFER_SMS_ORIGIN"),
            shards: store::keys::SHARDS,
        };
        settings.finish()?;
        Ok(read)
    }
}

impl Settings {
    /// The same, with families' links that lead to this port of this machine, unless another place was set for them.
    pub fn at_port(mut self, port: u16) -> Self {
        let url = &mut self.families.public_url;
        if Some(&*url) == default("CONFER_PUBLIC_URL").as_ref() {
            *url = format!("http://127.0.0.1:{port}");
        }
        self
    }
}

fn default(name: &str) -> Option<String> {
    Some(match name {
        "CONFER_TABLE" => "confer".into(),
        "CONFER_DISTRICT_NAME" => "Maple Harbor Public Schools".into(),
        "CONFER_EMAIL_FROM" => "confer@district.example".into(),
        "CONFER_SMS_ORIGIN" => "+18605550100".into(),
        // Protect nothing: the local cloud listens on this machine alone.
        "CONFER_WEBHOOK_SECRETS" => format!("whsec_{}", STANDARD.encode("of the local cloud, and no secret")),
        "CONFER_CONTACT_KEY" => "of the local cloud, and no secret at all".into(),
        "CONFER_LINK_KEY" => "of the local cloud, and no secret either".into(),
        "CONFER_PUBLIC_URL" => format!("http://127.0.0.1:{}", crate::serve::PORT),
        "CONFER_DRAFT_LANGUAGES" => "yes".into(),
        _ => return None,
    })
}
