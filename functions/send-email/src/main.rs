//! The Lambda function: settings, clients, run.

use aws_lambda_events::sqs::SqsEvent;
use chrono::Utc;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use runtime::App;
use send_email::SendEmail;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let sender = runtime::start(|clients, settings| SendEmail {
        app: App::with_contacts(clients, settings, &[]),
        families: settings.families(),
        ses: aws_sdk_sesv2::Client::new(&clients.sends_once()),
    })?;
    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        let sender = sender.ready(now).await?;
        Ok::<_, Error>(sender.handle(event.payload, now).await)
    }))
    .await
}
