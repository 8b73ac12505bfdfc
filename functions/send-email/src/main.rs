//! The Lambda function: settings, clients, run.

use aws_lambda_events::sqs::SqsEvent;
use chrono::Utc;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use runtime::settings::Environment;
use runtime::{App, clients};
use send_email::SendEmail;
use store::Table;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    runtime::log::start();
    let clients = clients::from_environment();
    let mut settings = Environment::new(|name| std::env::var(name).ok());
    let sender = SendEmail {
        app: App {
            table: Table::new(clients.dynamodb(), settings.text("CONFER_TABLE")),
            district: settings.district(),
            contacts: settings.contact_key(),
            queues: settings.queues(&clients, &[]),
        },
        families: settings.families(),
        ses: aws_sdk_sesv2::Client::new(&clients.sends_once()),
    };
    settings.finish()?;
    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        Ok::<_, Error>(sender.handle(event.payload, now).await)
    }))
    .await
}
