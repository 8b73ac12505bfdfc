//! What the targets share: the functions as they are deployed, over a table that is empty and takes whatever is
//! written; what they asked of it, and what they logged.
//!
//! The table answers every call with `{}`: it is there so that the public doors of the functions can be tried. What a
//! real table would say is the simulation's matter.

pub mod json;
mod log;
mod table;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use chrono::{DateTime, Utc};
use domain::contact::Language;
use domain::policy::Policy;
use runtime::clients::Clients;
use runtime::queues::Queues;
use runtime::{App, District};
use sis::signature::Secret;
use sis_webhook::Webhook;
use std::collections::BTreeMap;
use std::future::Future;
use store::Table;
use store::contacts::ContactKey;

pub use log::logged;

/// Whether a text holds what stands in the corpus for a family's names, addresses and words, or for its numbers.
pub fn personal(text: &str) -> bool {
    text.contains("8605550142") || text.to_ascii_lowercase().contains("zebulon")
}

/// When every input arrives.
pub const NOW: &str = "2021-09-22T14:00:00Z";

thread_local! {
    static GROUND: Ground = Ground::new();
}

/// One thread's functions.
pub struct Ground {
    /// `sis-webhook`.
    pub webhook: Webhook,
    /// What `delivery-feedback` works with.
    pub app: App,
    /// [`NOW`].
    pub now: DateTime<Utc>,
    asked: table::Asked,
    executor: tokio::runtime::Runtime,
}

/// Tries something on this thread's functions.
pub fn on_ground(attempt: impl FnOnce(&Ground)) {
    GROUND.with(attempt);
}

impl Ground {
    fn new() -> Self {
        log::listen();
        let asked = table::Asked::default();
        let config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .endpoint_url("http://localhost")
            .credentials_provider(SharedCredentialsProvider::new(Credentials::new(
                "nobody", "nobody", None, None, "fuzzing",
            )))
            .retry_config(RetryConfig::disabled())
            .timeout_config(TimeoutConfig::disabled())
            .http_client(asked.clone())
            .build();
        let clients = Clients::new(config);
        let table = Table::new(clients.dynamodb(), "confer");
        // The SIS rotates its secret: two are known.
        let secrets = [
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
        ];
        Self {
            webhook: Webhook {
                table: table.clone(),
                secrets: secrets.map(|text| Secret::parse(text).expect("a secret")).to_vec(),
                policy: Policy::default(),
            },
            app: App {
                table,
                district: District {
                    name: "The District".into(),
                    zone: chrono_tz::America::New_York,
                    policy: Policy::default(),
                    language: Language::parse("en").expect("a language"),
                },
                contacts: Some(ContactKey::new("not a secret, only as long as one")),
                queues: Queues::new(clients.sqs(), BTreeMap::new()),
            },
            now: NOW.parse().expect("an instant"),
            asked,
            executor: tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .build()
                .expect("an executor"),
        }
    }

    /// What came of some work: its result, the operations it asked of the table, and the lines it logged.
    pub fn done<T>(&self, work: impl Future<Output = T>) -> (T, Vec<String>, String) {
        self.asked.forget();
        log::forget();
        let result = self.executor.block_on(work);
        (result, self.asked.operations(), logged())
    }
}
