//! The AWS clients, made once when a function starts.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{self, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
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

/// What an AWS endpoint's certificate leads to. Reading the system's hundred and more instead would be most of a cold start.
const AMAZON_ROOTS: &[u8] = include_bytes!("amazon-roots.pem");

/// From the function's environment: region and credentials, as Lambda gives them. Nothing else is looked for: the
/// configuration files, profiles and token services of `aws-config` would be a third of a function's size.
pub fn from_environment() -> Clients {
    let of = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
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
        .http_client(Unchecked(https()));
    config.set_endpoint_url(of("AWS_ENDPOINT_URL"));
    Clients { config: config.build() }
}

/// HTTPS, which trusts Amazon's roots and no others.
fn https() -> SharedHttpClient {
    Builder::new()
        .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
        .tls_context(trusted())
        .build_https()
}

/// A client that is ready when it is first used. Each AWS client has it check itself as it is made: it would read the
/// roots, set TLS up and throw that away, only to do it again for its first request.
#[derive(Debug)]
struct Unchecked(SharedHttpClient);

impl HttpClient for Unchecked {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.0.connector_metadata()
    }
}

fn trusted() -> TlsContext {
    let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
    TlsContext::builder()
        .with_trust_store(roots)
        .build()
        .unwrap_or_default()
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

    /// The secrets'.
    pub fn secrets(&self) -> aws_sdk_secretsmanager::Client {
        aws_sdk_secretsmanager::Client::new(&self.config)
    }

    /// The queues'.
    pub fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    /// As published at https://www.amazontrust.com/repository/.
    const FINGERPRINTS: [(&str, &str); 5] = [
        (
            "Amazon Root CA 1",
            "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
        ),
        (
            "Amazon Root CA 2",
            "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
        ),
        (
            "Amazon Root CA 3",
            "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
        ),
        (
            "Amazon Root CA 4",
            "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
        ),
        (
            "Starfield Services Root Certificate Authority - G2",
            "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5",
        ),
    ];

    #[test]
    fn the_roots_are_amazons() {
        let text = std::str::from_utf8(AMAZON_ROOTS).unwrap();
        let certificates = text.split("-----BEGIN CERTIFICATE-----").collect::<Vec<_>>();
        let names = certificates
            .iter()
            .filter_map(|part| part.trim_end().lines().next_back());
        let found: Vec<(String, String)> = names
            .zip(certificates.iter().skip(1))
            .map(|(name, part)| {
                let base64 = part.split("-----END").next().unwrap();
                let der = STANDARD.decode(base64.replace(char::is_whitespace, "")).unwrap();
                let digest: String = Sha256::digest(der).iter().map(|byte| format!("{byte:02x}")).collect();
                (name.to_owned(), digest)
            })
            .collect();
        let expected = FINGERPRINTS.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn every_root_is_read() {
        // A client that has HTTPS check itself panics over a certificate that cannot be read.
        let config = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(https());
        let _ = aws_sdk_sqs::Client::new(&config.build());
        assert!(format!("{:?}", trusted()).contains("enable_native_roots: false"));
    }
}
