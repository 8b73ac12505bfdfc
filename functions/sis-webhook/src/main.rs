//! The Lambda function: settings, clients, run.

use chrono::Utc;
use lambda_http::{Body, Error, Request, Response, run, service_fn};
use sis_webhook::Webhook;
use store::Table;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let webhook = runtime::start(|clients, settings| Webhook {
        table: Table::new(clients.dynamodb(), settings.text("CONFER_TABLE")),
        secrets: settings.webhook_secrets(),
        policy: settings.district().policy,
    })?;
    run(service_fn(async |request: Request| {
        let (parts, body) = request.into_parts();
        let request = http::Request::from_parts(parts, body.to_vec());
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let response = sis_webhook::receive(&webhook, &request, Utc::now()).await;
        Ok::<Response<Body>, Error>(response.map(Body::from))
    }))
    .await
}
