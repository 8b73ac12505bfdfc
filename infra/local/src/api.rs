//! HTTP on this machine alone: the routes of the functions as deployed, and `/_local/` for people and tests.

use crate::cloud::{Fault, FaultKind};
use crate::keeper::{Gone, Keeper};
use crate::views::List;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use chrono::{Days, NaiveDate};
use futures::StreamExt;
use runtime::Failure;
use serde::Deserialize;
use serde_json::{Value, json};

/// How far ahead the clock may be told to go at once.
const FARTHEST_DAYS: u64 = 3_660;

/// The routes.
pub fn router(world: Keeper) -> Router {
    let list = |list: List| {
        get(async move |State(world): State<Keeper>, Query(filter): Query<Filter>| {
            world.with(move |world| Box::pin(show(world, list, filter))).await?
        })
    };
    let api = Router::new()
        .route("/sis/events", post(sis_events))
        .route("/f/{*rest}", any(family_page))
        .route("/_local/conferences", list(List::Conferences))
        .route("/_local/inbox", list(List::Inbox))
        .route("/_local/tasks", list(List::Tasks))
        .route("/_local/events", list(List::Events))
        .route("/_local/replies", list(List::Replies))
        .route("/_local/queues", get(queues))
        .route("/_local/figures", get(figures))
        .route("/_local/clock", get(clock).post(move_clock))
        .route("/_local/faults", get(waiting_faults).post(faults).delete(heal))
        .merge(crate::reports::router())
        .merge(crate::roster::router())
        .merge(crate::commands::router())
        .merge(crate::feedback::router())
        .merge(crate::triggers::router());
    crate::pages::over(api.with_state(world.clone()), world)
}

/// Why a request to `/_local/` cannot be done.
#[derive(Debug)]
pub struct Problem(pub StatusCode, pub String);

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let Self(status, detail) = self;
        let body = json!({"title": status.canonical_reason(), "status": status.as_u16(), "detail": detail});
        reply(status, "application/problem+json", &body)
    }
}

impl From<Gone> for Problem {
    fn from(gone: Gone) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, gone.to_string())
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        Self::from(Failure::from(error))
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Retryable(why) => Self(StatusCode::SERVICE_UNAVAILABLE, format!("{why}: try again")),
            Failure::Permanent(why) => Self(StatusCode::INTERNAL_SERVER_ERROR, why),
        }
    }
}

/// What was sent cannot be used.
pub(crate) fn wrong(detail: impl Into<String>) -> Problem {
    Problem(StatusCode::BAD_REQUEST, detail.into())
}

fn reply(status: StatusCode, content_type: &'static str, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type));
    response
}

/// JSON as the answer.
pub(crate) fn shown(body: &Value) -> Response<Body> {
    reply(StatusCode::OK, "application/json", body)
}

/// A request with its whole body; what is beyond the largest that any function takes is not kept.
async fn whole(request: Request<Body>) -> Request<Vec<u8>> {
    let (parts, body) = request.into_parts();
    let mut kept = Vec::new();
    let mut stream = body.into_data_stream();
    while let Some(Ok(bytes)) = stream.next().await {
        let room = (sis_webhook::MAX_BODY + 1).saturating_sub(kept.len());
        kept.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }
    Request::from_parts(parts, kept)
}

async fn family_page(State(world): State<Keeper>, request: Request<Body>) -> Result<Response<Body>, Problem> {
    let request = whole(request).await;
    let acts = request.method() == Method::POST;
    let response = world
        .with(move |world| Box::pin(async move { world.family_page(&request).await }))
        .await?;
    if acts {
        // What it answers leaves at once.
        world.later(|world| {
            Box::pin(async move {
                world.settle().await;
                world.sweep().await;
            })
        })?;
    }
    match response {
        Some(response) => Ok(response.map(Body::from)),
        None => Err(Problem(StatusCode::BAD_GATEWAY, "the function died".into())),
    }
}

async fn sis_events(State(world): State<Keeper>, request: Request<Body>) -> Result<Response<Body>, Problem> {
    let request = whole(request).await;
    let response = world
        .with(move |world| Box::pin(async move { world.sis_event(&request).await }))
        .await?;
    world.later(|world| Box::pin(async move { world.settle().await }))?;
    match response {
        Some(response) => Ok(response.map(Body::from)),
        // In the place of the API in front of a function that died.
        None => {
            let again = Problem(StatusCode::SERVICE_UNAVAILABLE, "send the whole request again".into());
            Ok(([(header::RETRY_AFTER, "5")], again).into_response())
        }
    }
}

#[derive(Deserialize)]
struct Filter {
    student: Option<String>,
    conference: Option<String>,
}

async fn show(world: &mut World, list: List, filter: Filter) -> Result<Response<Body>, Problem> {
    world.settle().await;
    let items = world
        .list(list, filter.student.as_deref(), filter.conference.as_deref())
        .await?;
    Ok(shown(&items))
}

async fn queues(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let queues = world.with(|world| {
        Box::pin(async move {
            world.settle().await;
            world.cloud.queues()
        })
    });
    Ok(shown(&json!({ "items": queues.await? })))
}

async fn figures(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let figures = world.with(|world| {
        Box::pin(async move {
            world.settle().await;
            let control = world.person.table.control().await?;
            Ok::<_, Problem>(json!({
                "changed_items": world.cloud.changed_items(),
                "held": world.held(),
                "sending": control.sending,
                "daily_cap": control.daily_cap,
            }))
        })
    });
    Ok(shown(&figures.await??))
}

fn time(world: &World) -> Value {
    json!({"now": world.now(), "today": world.today(), "stands": world.cloud.standing()})
}

async fn clock(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let time = world.with(|world| Box::pin(async move { time(world) }));
    Ok(shown(&time.await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveClock {
    advance_days: Option<u64>,
    to: Option<NaiveDate>,
    /// To when something is due next.
    #[serde(default)]
    to_next_due: bool,
}

async fn move_clock(State(world): State<Keeper>, body: String) -> Result<Response<Body>, Problem> {
    let asked: MoveClock = read(&body)?;
    world.with(move |world| Box::pin(advance(world, asked))).await?
}

async fn advance(world: &mut World, asked: MoveClock) -> Result<Response<Body>, Problem> {
    let today = world.today();
    let farthest = today + Days::new(FARTHEST_DAYS);
    let to = match (asked.advance_days, asked.to) {
        (None, None) if asked.to_next_due => None,
        (Some(days), None) if days <= FARTHEST_DAYS => Some(today + Days::new(days)),
        (None, Some(to)) if to < today => {
            return Err(wrong(format!("today is {today}: the clock moves forward only")));
        }
        (None, Some(to)) if to <= farthest => Some(to),
        (None, Some(_)) | (Some(_), None) => {
            return Err(wrong(format!("the clock moves at most {FARTHEST_DAYS} days at once")));
        }
        _ => return Err(wrong("give one of advance_days, to and to_next_due")),
    };
    if !world.cloud.standing() {
        return Err(Problem(
            StatusCode::CONFLICT,
            "the clock runs with the machine's: serve with --start DATE to move it".into(),
        ));
    }
    match to {
        Some(to) => world.advance(to).await,
        None => match world.next_due() {
            Some(due) => world.play_until(due).await,
            None => {
                let nothing = "nothing is due: no student waits for a run, and no message to be sent";
                return Err(Problem(StatusCode::CONFLICT, nothing.into()));
            }
        },
    }
    Ok(shown(&time(world)))
}

async fn faults(State(world): State<Keeper>, body: String) -> Result<Response<Body>, Problem> {
    let fault: Fault = read(&body)?;
    if fault.kind == FaultKind::Down && fault.function.is_none() {
        return Err(wrong("fault down needs a function"));
    }
    if fault.times == 0 {
        return Err(wrong(
            "times must be at least 1: a fault of no calls would never happen",
        ));
    }
    world
        .with(move |world| Box::pin(async move { world.cloud.add_fault(fault) }))
        .await?;
    Ok(shown(&json!({})))
}

async fn waiting_faults(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let faults = world.with(|world| Box::pin(async move { world.cloud.faults() }));
    Ok(shown(&json!({ "items": faults.await? })))
}

async fn heal(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    world
        .with(|world| Box::pin(async move { world.cloud.healed() }))
        .await?;
    Ok(shown(&json!({})))
}

/// What was sent, as it must be.
pub(crate) fn read<T: serde::de::DeserializeOwned>(body: &str) -> Result<T, Problem> {
    serde_json::from_str(body).map_err(|error| wrong(format!("the body cannot be read: {error}")))
}
