//! The Lambda function: settings, clients, run.

use chrono::Utc;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use outbox_relay::Woken;
use runtime::queues::Queue;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let needed = [
        Queue::RosterProjection,
        Queue::Escalate,
        Queue::SendSms,
        Queue::SendEmail,
    ];
    let app = runtime::start(&needed)?;
    run(service_fn(async |event: LambdaEvent<Woken>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        Ok::<_, Error>(outbox_relay::handle(&app, event.payload, now).await?)
    }))
    .await
}
