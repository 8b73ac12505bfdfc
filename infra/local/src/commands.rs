//! What people do about conferences, tasks and sending, in the place of the pages they do it on.

use crate::api::{Problem, read, shown};
use crate::keeper::Keeper;
use crate::views::List;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode};
use axum::routing::post;
use commands::Done;
use serde_json::json;

/// POST does it.
pub(crate) fn router() -> Router<Keeper> {
    Router::new().route("/_local/commands", post(carry_out))
}

async fn carry_out(State(world): State<Keeper>, body: String) -> Result<Response<Body>, Problem> {
    let done = world.with(move |world| {
        Box::pin(async move {
            world.settle().await;
            let done = world.command(&body).await?;
            world.settle().await;
            match done {
                Done::About { conference } => {
                    let list = world.list(List::Conferences, None, Some(&conference)).await?;
                    Ok(shown(&json!({ "conference": list["items"][0] })))
                }
                Done::Said(said) => {
                    world.sweep().await;
                    Ok(shown(&said))
                }
            }
        })
    });
    done.await?
}

impl World {
    /// Does something in the place of a person, and nothing of what follows from it.
    ///
    /// # Errors
    /// Why it cannot be done, with the status that says so.
    pub async fn command(&self, body: &str) -> Result<Done, Problem> {
        Ok(commands::handle(&self.commands, read(body)?, self.now()).await?)
    }
}

impl From<commands::Problem> for Problem {
    fn from(problem: commands::Problem) -> Self {
        match problem {
            commands::Problem::Wrong(why) => Self(StatusCode::BAD_REQUEST, why),
            commands::Problem::NotFound(why) => Self(StatusCode::NOT_FOUND, why),
            commands::Problem::Conflict(why) => Self(StatusCode::CONFLICT, why),
            commands::Problem::Failed(failure) => failure.into(),
        }
    }
}
