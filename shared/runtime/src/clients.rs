//! The AWS clients, made once when a function starts.

use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, SdkConfig};
use aws_smithy_http_client::{Builder, tls};
use std::time::Duration;

/// Makes clients from one configuration.
#[derive(Clone, Debug)]
pub struct Clients {
    config: SdkConfig,
}

/// From the function's environment: region and credentials, as Lambda gives them.
pub async fn from_environment() -> Clients {
    let http = Builder::new()
        .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(BehaviorVersion::latest())
        .http_client(http)
        .load()
        .await;
    Clients { config }
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
