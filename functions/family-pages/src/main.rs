//! The Lambda function: settings, clients, run.

use chrono::Utc;
use family_pages::FamilyPages;
use lambda_http::request::RequestContext;
use lambda_http::{Body, Error, IntoResponse, Request, RequestExt, Response, run, service_fn};
use runtime::settings::Environment;
use runtime::{App, clients};
use std::pin::Pin;
use std::sync::Arc;
use store::Table;
use tokio::task::{LocalSet, spawn_local};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    runtime::log::start();
    let clients = clients::from_environment();
    let mut settings = Environment::new(|name| std::env::var(name).ok());
    let app = App {
        table: Table::new(clients.dynamodb(), settings.text("CONFER_TABLE")),
        district: settings.district(),
        contacts: settings.contact_key(),
        queues: settings.queues(&clients, &[]),
    };
    let pages = FamilyPages::new(app, settings.families());
    settings.finish()?;
    let pages = Arc::new(pages);
    // The runtime wants futures that may move between threads; there is one thread.
    let local = LocalSet::new();
    let serve = run(service_fn(|request: Request| {
        let pages = pages.clone();
        async move {
            spawn_local(async move { answer(&pages, request).await })
                .await
                .map_err(Error::from)
        }
    }));
    local.run_until(serve).await
}

/// A page as it goes out, which is text: what would look for another character set in it is 0.2 MB.
struct Text(Response<String>);

impl IntoResponse for Text {
    fn into_response(self) -> Pin<Box<dyn Future<Output = Response<Body>> + Send>> {
        Box::pin(std::future::ready(self.0.map(Body::Text)))
    }
}

async fn answer(pages: &FamilyPages, request: Request) -> Text {
    let address = match request.request_context() {
        RequestContext::ApiGatewayV2(context) => context.http.source_ip.unwrap_or_default(),
        _ => String::new(),
    };
    let (parts, body) = request.into_parts();
    let request = http::Request::from_parts(parts, body.to_vec());
    #[expect(clippy::disallowed_methods, reason = "time enters here")]
    Text(pages.handle(&request, &address, Utc::now()).await)
}
