//! `/_local/` as pages for people: plain HTML without any script, drawn from the same JSON that the API shows, and forms
//! that the same API answers. Whoever prefers HTML gets pages; everyone else gets the API as it is.

mod answer;
mod form;
mod frame;
mod guard;
mod items;
mod lists;
mod one;
mod words;

use crate::api::Problem;
use crate::keeper::Keeper;
use answer::Trouble;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower::ServiceExt;

/// Where the pages begin.
const ROOT: &str = "/_local/";

/// What every page needs: the API whose JSON it draws.
#[derive(Clone)]
struct Pages {
    api: Router,
    world: Keeper,
}

/// The API with pages in front of it, for browsers of this machine only.
pub fn over(api: Router, world: Keeper) -> Router {
    let pages = Pages {
        api: api.clone(),
        world,
    };
    let html = Router::new()
        .route("/", get(|| async { Redirect::temporary(ROOT) }))
        .route("/_local", get(|| async { Redirect::temporary(ROOT) }))
        .route(ROOT, get(lists::overview))
        .route("/_local/conferences", get(lists::conferences))
        .route("/_local/conferences/{id}", get(one::conference))
        .route("/_local/inbox", get(lists::inbox))
        .route("/_local/inbox/{id}", get(one::message))
        .route("/_local/replies", get(lists::replies))
        .route("/_local/tasks", get(lists::tasks))
        .route("/_local/tasks/{id}", get(one::task))
        .route("/_local/students", get(one::find_student))
        .route("/_local/students/{id}", get(one::student))
        .route("/_local/events", get(lists::events))
        .route("/_local/queues", get(lists::queues))
        .route("/_local/reports/tomorrow", get(lists::tomorrow))
        .route("/_local/reports/data-quality", get(lists::data_quality))
        .route("/_local/reports/compliance", get(lists::compliance))
        .route("/_local/clock", get(lists::clock).post(form::submitted))
        .route("/_local/triggers", get(lists::triggers).post(form::submitted))
        .route("/_local/faults", get(lists::faults).post(form::submitted))
        .route("/_local/sending", get(lists::sending))
        .route("/_local/commands", post(form::submitted))
        .route("/_local/feedback", post(form::submitted))
        .fallback(answer::no_such_page)
        .with_state(pages);
    api.layer(middleware::from_fn_with_state(html, choose))
}

/// Pages to whoever prefers them, the API to everyone else; neither to another site.
async fn choose(State(html): State<Router>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let local = path == "/" || path == "/_local" || path.starts_with(ROOT);
    if !local {
        return next.run(request).await;
    }
    let refused = guard::refused(request.method(), request.headers());
    match (refused, prefers_html(request.headers())) {
        (Some(why), true) => Trouble::refused(why).into_response(),
        (Some(why), false) => Problem(StatusCode::FORBIDDEN, why.into()).into_response(),
        (None, true) => html.oneshot(request).await.into_response(),
        (None, false) => next.run(request).await,
    }
}

/// Whether HTML is named among what is accepted, and as something better than JSON.
fn prefers_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    let weight = |wanted: &str| {
        let mut ranges = accept
            .unwrap_or_default()
            .split(',')
            .map(|range| range.split(';').map(str::trim));
        ranges.find_map(|mut range| {
            (range.next()? == wanted).then(|| {
                range
                    .find_map(|parameter| parameter.strip_prefix("q="))
                    .map_or(1.0, |q| q.parse::<f32>().unwrap_or_default())
            })
        })
    };
    weight("text/html").is_some_and(|html| html > weight("application/json").unwrap_or_default())
}

impl Pages {
    /// What the API says to a GET.
    async fn get(&self, path: &str) -> Result<Value, Trouble> {
        self.ask(Method::GET, path, None).await
    }

    /// A list of the API.
    async fn list<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<T>, Trouble> {
        let mut answer = self.get(path).await?;
        serde_json::from_value(answer["items"].take()).map_err(|error| Trouble::internal(format!("{path}: {error}")))
    }

    /// What the API says.
    async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, Trouble> {
        let request = Request::builder().method(method).uri(path);
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = request
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .body(body)
            .map_err(|error| Trouble::internal(error.to_string()))?;
        let response = self.api.clone().oneshot(request).await.into_response();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), usize::MAX).await;
        let body: Value = bytes.map_or(Value::Null, |bytes| serde_json::from_slice(&bytes).unwrap_or_default());
        if status.is_success() {
            return Ok(body);
        }
        let said = body["detail"].as_str().or(status.canonical_reason());
        Err(Trouble {
            status,
            detail: said.unwrap_or("no reason was given").to_owned(),
        })
    }
}
