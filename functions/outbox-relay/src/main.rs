//! The Lambda function: settings, clients, run.

use chrono::Utc;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use outbox_relay::Woken;
use runtime::App;
use runtime::queues::Queue;

/// Whom it wakes.
const QUEUES: [Queue; 4] = [
    Queue::RosterProjection,
    Queue::Escalate,
    Queue::SendSms,
    Queue::SendEmail,
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let app = runtime::start(|clients, settings| App::new(clients, settings, &QUEUES))?;
    run(service_fn(async |event: LambdaEvent<Woken>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        let app = app.ready(now).await?;
        Ok::<_, Error>(outbox_relay::handle(&app, event.payload, now).await?)
    }))
    .await
}
