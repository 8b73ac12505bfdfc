//! The Lambda function: settings, clients, run.

use aws_lambda_events::sqs::SqsEvent;
use chrono::Utc;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use runtime::App;
use runtime::queues::Queue;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let app = runtime::start(|clients, settings| App::new(clients, settings, &[Queue::DailyDetection]))?;
    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        let app = app.ready(now).await?;
        Ok::<_, Error>(daily_detection::handle(&app, event.payload, now).await)
    }))
    .await
}
