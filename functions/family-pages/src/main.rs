//! The Lambda function: settings, clients, run.

use chrono::Utc;
use family_pages::FamilyPages;
use lambda_http::request::RequestContext;
use lambda_http::{Body, Error, IntoResponse, Request, RequestExt, Response, run, service_fn};
use runtime::App;
use std::pin::Pin;
use std::sync::Arc;
use tokio::task::{LocalSet, spawn_local};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let pages = runtime::start(|clients, settings| {
        FamilyPages::new(App::with_contacts(clients, settings, &[]), settings.families())
    })?;
    let pages = Arc::new(pages);
    // The runtime wants futures that may move between threads; there is one thread.
    let local = LocalSet::new();
    let serve = run(service_fn(|request: Request| {
        let pages = pages.clone();
        async move {
            let answered = spawn_local(async move {
                #[expect(clippy::disallowed_methods, reason = "time enters here")]
                let now = Utc::now();
                let address = match request.request_context() {
                    RequestContext::ApiGatewayV2(context) => context.http.source_ip.unwrap_or_default(),
                    _ => String::new(),
                };
                let (parts, body) = request.into_parts();
                let request = http::Request::from_parts(parts, body.to_vec());
                match pages.ready(now).await {
                    Ok(pages) => pages.handle(&request, &address, now).await,
                    Err(failure) => family_pages::unready(&failure),
                }
            });
            Ok::<Text, Error>(Text(answered.await?))
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
