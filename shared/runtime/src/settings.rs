//! Settings from environment variables: read once, at start, with one error that names everything missing or wrong.

use crate::District;
use crate::clients::Clients;
use crate::families::Families;
use crate::queues::{Queue, Queues};
use domain::contact::Language;
use messages::Texts;
use sis::signature::Secret;
use std::collections::BTreeMap;
use store::contacts::ContactKey;
use store::links::LinkKey;

/// Reads settings, and gathers what is wrong with them.
pub struct Environment<F> {
    get: F,
    wrong: Vec<String>,
}

/// Settings as a function reads them: by whatever has them.
pub type Settings<'a> = Environment<&'a dyn Fn(&str) -> Option<String>>;

/// Everything that is missing or wrong.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("settings: {}", .0.join("; "))]
pub struct WrongSettings(pub Vec<String>);

impl<F: Fn(&str) -> Option<String>> Environment<F> {
    /// Reads by `get`, as `|name| std::env::var(name).ok()`.
    pub fn new(get: F) -> Self {
        Self { get, wrong: Vec::new() }
    }

    /// A setting that must be there.
    pub fn text(&mut self, name: &str) -> String {
        match self.optional(name) {
            Some(text) => text,
            None => {
                self.wrong.push(format!("{name} is missing"));
                String::new()
            }
        }
    }

    /// A setting that may be left out.
    pub fn optional(&self, name: &str) -> Option<String> {
        (self.get)(name).filter(|text| !text.trim().is_empty())
    }

    /// The district's settings.
    pub fn district(&mut self) -> District {
        let name = self.text("CONFER_DISTRICT_NAME");
        let zone = self.optional("CONFER_TIME_ZONE");
        let zone = zone
            .as_deref()
            .unwrap_or("America/New_York")
            .parse()
            .unwrap_or_else(|_| {
                self.wrong
                    .push("CONFER_TIME_ZONE must be a name of the tz database, as America/New_York".into());
                chrono_tz::America::New_York
            });
        let policy = match self.optional("CONFER_POLICY").map(|text| serde_json::from_str(&text)) {
            None => domain::policy::Policy::default(),
            Some(Ok(policy)) => policy,
            Some(Err(error)) => {
                self.wrong.push(format!(
                    "CONFER_POLICY must be JSON of the numbers that differ: {error}"
                ));
                domain::policy::Policy::default()
            }
        };
        let language = match self.optional("CONFER_LANGUAGE").map(|text| Language::parse(&text)) {
            None => Language::english(),
            Some(Some(language)) => language,
            Some(None) => {
                self.wrong
                    .push("CONFER_LANGUAGE must be a language tag, as en or es".into());
                Language::english()
            }
        };
        District {
            name,
            zone,
            policy,
            language,
        }
    }

    /// The queues that a function sends to, by their URLs.
    pub fn queues(&mut self, clients: &Clients, needed: &[Queue]) -> Queues {
        if needed.is_empty() {
            return Queues::default();
        }
        let urls: BTreeMap<Queue, String> = needed
            .iter()
            .map(|queue| (*queue, self.text(queue.setting())))
            .collect();
        Queues::new(clients.sqs(), urls)
    }

    /// The secret by which numbers and addresses become ids; another one finds no opt-out of before.
    pub fn contact_key(&mut self) -> ContactKey {
        let secret = self.text("CONFER_CONTACT_KEY");
        if !secret.is_empty() && secret.len() < 32 {
            self.wrong
                .push("CONFER_CONTACT_KEY must be a secret of at least 32 characters".into());
        }
        ContactKey::new(&secret)
    }

    /// What families are sent and shown. Drafts of languages only where the district allows them; links are dead that
    /// were made with another secret.
    pub fn families(&mut self) -> Families {
        let secret = self.text("CONFER_LINK_KEY");
        if !secret.is_empty() && secret.len() < 32 {
            self.wrong
                .push("CONFER_LINK_KEY must be a secret of at least 32 characters".into());
        }
        let url = self.text("CONFER_PUBLIC_URL");
        let local = ["http://127.0.0.1:", "http://localhost:"];
        if !url.is_empty() && !url.starts_with("https://") && !local.iter().any(|local| url.starts_with(local)) {
            self.wrong
                .push("CONFER_PUBLIC_URL must begin with https://, as https://confer.example.org".into());
        }
        let drafts = self.optional("CONFER_DRAFT_LANGUAGES");
        if drafts.as_ref().is_some_and(|drafts| drafts != "yes" && drafts != "no") {
            self.wrong.push("CONFER_DRAFT_LANGUAGES must be yes or no".into());
        }
        Families {
            texts: Texts::of(drafts.as_deref() == Some("yes")).into(),
            key: LinkKey::new(&secret),
            public_url: url.trim_end_matches('/').to_owned(),
            email_from: self.text("CONFER_EMAIL_FROM"),
        }
    }

    /// The secrets that the SIS signs with: one, or two while they rotate.
    pub fn webhook_secrets(&mut self) -> Vec<Secret> {
        let listed = self.text("CONFER_WEBHOOK_SECRETS");
        let secrets: Result<Vec<Secret>, _> = listed
            .split(',')
            .filter(|text| !text.trim().is_empty())
            .map(Secret::parse)
            .collect();
        match secrets {
            Ok(secrets) if (1..=2).contains(&secrets.len()) => secrets,
            Ok(_) if listed.is_empty() => Vec::new(),
            Ok(_) => {
                self.wrong
                    .push("CONFER_WEBHOOK_SECRETS must be one secret, or two with a comma between".into());
                Vec::new()
            }
            Err(error) => {
                self.wrong.push(format!("CONFER_WEBHOOK_SECRETS: {error}"));
                Vec::new()
            }
        }
    }

    /// Fails where anything was missing or wrong.
    pub fn finish(self) -> Result<(), WrongSettings> {
        if self.wrong.is_empty() {
            Ok(())
        } else {
            Err(WrongSettings(self.wrong))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_names_everything_that_is_wrong() {
        let mut settings = Environment::new(|name| match name {
            "CONFER_TIME_ZONE" => Some("Eastern".into()),
            "CONFER_POLICY" => Some(r#"{"crossing_day":22,"typo":1}"#.into()),
            "CONFER_WEBHOOK_SECRETS" => Some("whsec_c2hvcnQ=".into()),
            _ => None,
        });
        settings.district();
        settings.webhook_secrets();
        let wrong = settings.finish().unwrap_err().to_string();
        for name in [
            "CONFER_DISTRICT_NAME is missing",
            "CONFER_TIME_ZONE",
            "CONFER_POLICY",
            "typo",
            "CONFER_WEBHOOK_SECRETS",
        ] {
            assert!(wrong.contains(name), "{name} in {wrong}");
        }
        assert!(!wrong.contains("c2hvcnQ"), "a secret is not repeated: {wrong}");
    }
}
