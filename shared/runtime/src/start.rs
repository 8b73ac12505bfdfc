//! How a function starts. What it works with is made from its settings, once; what of them is an ARN is the place of a
//! secret, which is fetched with the first event: so a start talks to nobody, and no secret stands in a function's
//! configuration.

use crate::Failure;
use crate::clients::{self, Clients};
use crate::log;
use crate::settings::{Environment, Settings, WrongSettings};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Mutex;

/// How long secrets that were fetched are taken for the newest.
const FRESH: TimeDelta = TimeDelta::minutes(1);

/// After how long they are fetched anew by themselves: a secret that was withdrawn works no longer than that.
const STALE: TimeDelta = TimeDelta::minutes(15);

/// Passes for any of the secrets while only the other settings are looked at.
const PLACEHOLDER: &str = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A function that has started, with what it works with.
pub struct Started<T, B> {
    clients: Clients,
    /// As the environment has them.
    settings: BTreeMap<String, String>,
    build: B,
    held: Mutex<Option<Held<T>>>,
}

/// What a function works with, and when its secrets were fetched.
struct Held<T> {
    made: Arc<T>,
    at: DateTime<Utc>,
}

/// Starts a function: logs, clients, settings. `build` makes what it works with.
///
/// # Errors
/// One that names every setting that is missing or wrong.
pub fn start<T, B: Fn(&Clients, &mut Settings<'_>) -> T>(build: B) -> Result<Started<T, B>, WrongSettings> {
    log::start();
    let settings = std::env::vars().filter(|(name, _)| name.starts_with("CONFER_"));
    with(clients::from_environment(), settings.collect(), build)
}

/// As [`start`], with these clients and settings.
///
/// # Errors
/// The same.
pub fn with<T, B: Fn(&Clients, &mut Settings<'_>) -> T>(
    clients: Clients,
    settings: BTreeMap<String, String>,
    build: B,
) -> Result<Started<T, B>, WrongSettings> {
    let places = settings.values().any(|value| is_place(value));
    let known = settings.iter().map(|(name, value)| {
        let value = if is_place(value) { PLACEHOLDER } else { value };
        (name.clone(), value.to_owned())
    });
    let made = made(&clients, &known.collect(), &build)?;
    // Nothing to be fetched: nothing will ever be newer.
    let held = (!places).then(|| Held {
        made: Arc::new(made),
        at: DateTime::<Utc>::MAX_UTC,
    });
    Ok(Started {
        clients,
        settings,
        build,
        held: Mutex::new(held),
    })
}

impl<T, B: Fn(&Clients, &mut Settings<'_>) -> T> Started<T, B> {
    /// What the function works with.
    ///
    /// # Errors
    /// A secret cannot be had, or is none; where one was fetched before, that one goes on.
    pub async fn ready(&self, now: DateTime<Utc>) -> Result<Arc<T>, Failure> {
        let mut held = self.held.lock().await;
        if let Some(held) = held.as_mut() {
            if now >= held.at.checked_add_signed(STALE).unwrap_or(DateTime::<Utc>::MAX_UTC) {
                held.at = now;
                match self.fetched().await {
                    Ok(made) => held.made = made,
                    Err(failure) => tracing::warn!(
                        why = failure.to_string(),
                        next = "those of before go on; they are looked for again in a quarter of an hour",
                        "the secrets could not be fetched anew"
                    ),
                }
            }
            return Ok(held.made.clone());
        }
        let made = self.fetched().await?;
        *held = Some(Held {
            made: made.clone(),
            at: now,
        });
        Ok(made)
    }

    /// The same with the secrets as they are now; `None`: they were fetched within the last minute, or none is kept elsewhere.
    ///
    /// # Errors
    /// Those of [`Started::ready`].
    pub async fn renewed(&self, now: DateTime<Utc>) -> Result<Option<Arc<T>>, Failure> {
        let mut held = self.held.lock().await;
        if let Some(held) = held.as_mut() {
            if now < held.at.checked_add_signed(FRESH).unwrap_or(held.at) {
                return Ok(None);
            }
            // Also where it fails: whoever sends nonsense makes nobody ask more often.
            held.at = now;
        }
        let made = self.fetched().await?;
        *held = Some(Held {
            made: made.clone(),
            at: now,
        });
        Ok(Some(made))
    }

    async fn fetched(&self) -> Result<Arc<T>, Failure> {
        let client = self.clients.secrets();
        let mut known = BTreeMap::new();
        for (name, value) in &self.settings {
            let value = if is_place(value) {
                fetch(&client, name, value).await?
            } else {
                value.clone()
            };
            known.insert(name.clone(), value);
        }
        let made = made(&self.clients, &known, &self.build);
        made.map(Arc::new)
            .map_err(|wrong| Failure::Retryable(wrong.to_string()))
    }
}

/// Whether a setting is the place of a secret.
fn is_place(value: &str) -> bool {
    value.starts_with("arn:") && value.contains(":secretsmanager:")
}

fn made<T>(
    clients: &Clients,
    known: &BTreeMap<String, String>,
    build: impl Fn(&Clients, &mut Settings<'_>) -> T,
) -> Result<T, WrongSettings> {
    let get = |name: &str| known.get(name).cloned();
    let mut settings: Settings<'_> = Environment::new(&get);
    let made = build(clients, &mut settings);
    settings.finish()?;
    Ok(made)
}

async fn fetch(client: &aws_sdk_secretsmanager::Client, name: &str, place: &str) -> Result<String, Failure> {
    use aws_sdk_secretsmanager::error::ProvideErrorMetadata;
    let answer = client
        .get_secret_value()
        .secret_id(place)
        .send()
        .await
        .map_err(|error| {
            let why = error.code().unwrap_or("no answer");
            Failure::Retryable(format!("the secret of {name} cannot be had: {why}"))
        })?;
    let empty = || Failure::Retryable(format!("the secret of {name} is no text"));
    answer.secret_string().map(str::to_owned).ok_or_else(empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_credential_types::Credentials;
    use aws_credential_types::provider::SharedCredentialsProvider;
    use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
    use aws_smithy_runtime_api::client::http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
    };
    use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
    use aws_smithy_types::body::SdkBody;
    use aws_smithy_types::retry::RetryConfig;
    use aws_types::SdkConfig;
    use aws_types::region::Region;
    use std::sync::Mutex;

    const PLACE: &str = "arn:aws:secretsmanager:us-east-1:0:secret:link-key";

    /// Secrets Manager: what it keeps (`None`: it is away), and how often it was asked.
    #[derive(Clone, Debug, Default)]
    struct Kept(Arc<Mutex<(Option<&'static str>, usize)>>);

    impl Kept {
        fn put(&self, text: Option<&'static str>) {
            self.0.lock().unwrap().0 = text;
        }

        fn asked(&self) -> usize {
            self.0.lock().unwrap().1
        }

        fn clients(&self) -> Clients {
            let nobody = Credentials::new("id", "key", None, None, "test");
            let config = SdkConfig::builder()
                .behavior_version(BehaviorVersion::latest())
                .region(Region::from_static("us-east-1"))
                .credentials_provider(SharedCredentialsProvider::new(nobody))
                .retry_config(RetryConfig::disabled())
                .http_client(self.clone());
            Clients::new(config.build())
        }
    }

    impl HttpClient for Kept {
        fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
            SharedHttpConnector::new(self.clone())
        }
    }

    impl HttpConnector for Kept {
        fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
            let mut kept = self.0.lock().unwrap();
            kept.1 += 1;
            let (status, body) = match kept.0 {
                Some(text) => (200, serde_json::json!({"SecretString": text}).to_string()),
                None => (500, r#"{"__type":"InternalServiceError"}"#.to_owned()),
            };
            let status = status.try_into().unwrap();
            HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(body))))
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_600_000_000 + seconds, 0).unwrap()
    }

    fn settings(value: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("CONFER_LINK_KEY".to_owned(), value.to_owned())])
    }

    #[tokio::test]
    async fn a_secret_is_fetched_with_the_first_event_and_seldom_again() {
        let kept = Kept::default();
        let build = |_: &Clients, settings: &mut Settings<'_>| settings.text("CONFER_LINK_KEY");
        let started = with(kept.clients(), settings(PLACE), build).unwrap();
        assert_eq!(kept.asked(), 0, "a start talks to nobody");
        assert!(started.ready(at(0)).await.is_err(), "it is away");
        kept.put(Some("old"));
        assert_eq!(*started.ready(at(0)).await.unwrap(), "old");

        kept.put(Some("new"));
        assert_eq!(*started.ready(at(899)).await.unwrap(), "old");
        assert_eq!(kept.asked(), 2);
        assert_eq!(
            *started.ready(at(900)).await.unwrap(),
            "new",
            "a quarter of an hour later"
        );

        kept.put(Some("newer"));
        assert_eq!(started.renewed(at(959)).await.unwrap(), None, "at most once a minute");
        assert_eq!(
            started.renewed(at(960)).await.unwrap().as_deref(),
            Some(&"newer".to_owned())
        );
        assert_eq!(kept.asked(), 4);

        kept.put(None);
        assert!(started.renewed(at(1_020)).await.is_err());
        assert_eq!(started.renewed(at(1_021)).await.unwrap(), None, "also where it failed");
        assert_eq!(
            *started.ready(at(9_000)).await.unwrap(),
            "newer",
            "what is known goes on"
        );
        assert_eq!(kept.asked(), 6);
    }

    #[tokio::test]
    async fn a_secret_that_stands_in_the_settings_is_never_fetched() {
        let kept = Kept::default();
        let build = |_: &Clients, settings: &mut Settings<'_>| settings.text("CONFER_LINK_KEY");
        let started = with(kept.clients(), settings("here"), build).unwrap();
        assert_eq!(*started.ready(at(0)).await.unwrap(), "here");
        assert_eq!(*started.ready(at(1_000_000)).await.unwrap(), "here");
        assert_eq!(started.renewed(at(1_000_000)).await.unwrap(), None);
        assert_eq!(kept.asked(), 0);
    }

    #[test]
    fn what_else_is_wrong_is_said_at_the_start() {
        let build = |_: &Clients, settings: &mut Settings<'_>| {
            settings.webhook_secrets();
            settings.text("CONFER_TABLE")
        };
        let place = BTreeMap::from([("CONFER_WEBHOOK_SECRETS".to_owned(), PLACE.to_owned())]);
        let wrong = with(Kept::default().clients(), place, build).err().map(|wrong| wrong.0);
        assert_eq!(wrong, Some(vec!["CONFER_TABLE is missing".to_owned()]));
    }
}
