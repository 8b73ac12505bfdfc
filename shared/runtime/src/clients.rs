//! The AWS clients, made once when a function starts.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::{Builder, tls};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use std::time::Duration;

/// Makes clients from one configuration.
#[derive(Clone, Debug)]
pub struct Clients {
    config: SdkConfig,
}

/// From the function's environment: region and credentials, as Lambda gives them. Nothing else is looked for: the
/// configuration files, profiles and token services of `aws-config` would be a third of a function's size.
pub fn from_environment() -> Clients {
    let of = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
    let http = Builder::new()
        .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
        .build_https();
    let credentials = Credentials::new(
        of("AWS_ACCESS_KEY_ID").unwrap_or_default(),
        of("AWS_SECRET_ACCESS_KEY").unwrap_or_default(),
        of("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(of("AWS_REGION").or_else(|| of("AWS_DEFAULT_REGION")).map(Region::new))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http);
    config.set_endpoint_url(of("AWS_ENDPOINT_URL"));
    Clients { config: config.build() }
}

impl Clients {
    /// From a configuration that stands, as the local cloud's.
    pub fn new(config: SdkConfig) -> Self {
        Self { config }
    }

    /// The configuration of a provider that takes no idempotency token: the client never tries again by itself, and
    /// gives up before the invocation does.
    pub fn sends_once(&self) -> SdkConfig {
        let timeouts = TimeoutConfig::builder()
            .operation_timeout(Duration::from_secs(20))
            .build();
        self.config
            .to_builder()
            .retry_config(RetryConfig::disabled())
            .timeout_config(timeouts)
            .build()
    }

    /// The table's.
    pub fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        aws_sdk_dynamodb::Client::new(&self.config)
    }

    /// The queues'.
    pub fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.config)
    }
}
