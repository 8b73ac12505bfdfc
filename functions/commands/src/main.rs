//! The Lambda function: settings, clients, run.

use chrono::Utc;
use commands::Office;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use runtime::App;
use serde_json::Value;
use store::erase::Tombstones;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let office = runtime::start(|clients, settings| Office {
        app: App::with_contacts(clients, settings, &[]),
        erased: Tombstones::new(clients.dynamodb(), settings.text("CONFER_ERASED_TABLE")),
    })?;
    run(service_fn(async |event: LambdaEvent<Value>| {
        #[expect(clippy::disallowed_methods, reason = "time enters here")]
        let now = Utc::now();
        let office = office.ready(now).await?;
        Ok::<_, Error>(commands::handle(&office, event.payload, now).await?)
    }))
    .await
}
