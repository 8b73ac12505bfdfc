//! Reports for whoever runs Confer in a district: whom the next daily run would ask, what to mend in the data before going
//! live, and where the policy is not met. `/_local/reports/` answers them as JSON, `confer report` prints them.

mod quality;
mod text;
mod tomorrow;

pub use quality::{Findings, Section};
pub use tomorrow::{Counts, Messages, School, Tomorrow};

use crate::api::{Problem, shown};
use crate::client::{Client, ClientError};
use crate::keeper::Keeper;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Response;
use axum::routing::get;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::io::Write;

/// Where [`Tomorrow`] is.
const TOMORROW: &str = "/_local/reports/tomorrow";
/// What to mend in the data, as [`Findings`].
const DATA_QUALITY: &str = "/_local/reports/data-quality";
/// Where the policy is not met, as [`Findings`].
const COMPLIANCE: &str = "/_local/reports/compliance";

/// The routes of the reports.
pub fn router() -> Router<Keeper> {
    Router::new()
        .route(TOMORROW, get(tomorrow))
        .route(DATA_QUALITY, get(data_quality))
        .route(COMPLIANCE, get(compliance))
}

async fn tomorrow(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let report = world.with(|world| {
        Box::pin(async move {
            world.settle().await;
            world.tomorrow().await
        })
    });
    Ok(shown(&json!(report.await??)))
}

async fn data_quality(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    async fn of(world: &World) -> Result<Findings, Problem> {
        world.settle().await;
        Ok(world.data_quality().await?)
    }
    let report = world.with(|world| Box::pin(of(world)));
    Ok(shown(&json!(report.await??)))
}

async fn compliance(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    async fn of(world: &World) -> Result<Findings, Problem> {
        world.settle().await;
        Ok(world.compliance().await?)
    }
    let report = world.with(|world| Box::pin(of(world)));
    Ok(shown(&json!(report.await??)))
}

/// Prints whom the next daily run of the local cloud at `url` would ask.
///
/// # Errors
/// What the local cloud said is wrong.
pub fn print_tomorrow(client: &Client, url: &str, out: &mut impl Write) -> Result<(), ClientError> {
    print(out, &text::tomorrow(&read(client, TOMORROW)?, url))
}

/// Prints what to mend in the data before going live; of each list every id, where `all` is asked for.
///
/// # Errors
/// What the local cloud said is wrong.
pub fn print_data_quality(client: &Client, all: bool, out: &mut impl Write) -> Result<(), ClientError> {
    print(out, &text::data_quality(&read(client, DATA_QUALITY)?, all))
}

/// Prints where the policy is not met; of each list every id, where `all` is asked for.
///
/// # Errors
/// What the local cloud said is wrong.
pub fn print_compliance(client: &Client, all: bool, out: &mut impl Write) -> Result<(), ClientError> {
    print(out, &text::compliance(&read(client, COMPLIANCE)?, all))
}

fn read<T: DeserializeOwned>(client: &Client, path: &str) -> Result<T, ClientError> {
    serde_json::from_value(client.get(path)?).map_err(|error| {
        ClientError(format!(
            "the local cloud is of another release than this command ({error}): stop it and start it again"
        ))
    })
}

fn print(out: &mut impl Write, text: &str) -> Result<(), ClientError> {
    out.write_all(text.as_bytes())
        .map_err(|error| ClientError(error.to_string()))
}

#[cfg(test)]
mod tests;
