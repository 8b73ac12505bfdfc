//! The Lambda function: settings, clients, run.

use chrono::Utc;
use delivery_feedback::Woken;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use runtime::App;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let app = runtime::start(|clients, settings| App::with_contacts(clients, settings, &[]))?;
    run(service_fn(async |event: LambdaEvent<Woken>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        let app = app.ready(now).await?;
        Ok::<_, Error>(delivery_feedback::woken(&app, event.payload, now).await?)
    }))
    .await
}
