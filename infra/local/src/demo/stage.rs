//! A local cloud in memory that a story is played on, by the same routes that anybody has.

use crate::api::router;
use crate::client::{ClientError, SOURCE, of_the_sis};
use crate::cloud::Cloud;
use crate::keeper::Keeper;
use crate::serve::requests;
use crate::settings::Settings;
use crate::world::World;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::{Value, json};
use tower::ServiceExt;

/// What the story is played on.
pub(super) struct Stage {
    /// The cloud itself: what left it, and who called what.
    pub(super) cloud: Cloud,
    /// Its routes, as `confer serve` has them.
    pub(super) router: Router,
    settings: Settings,
    keeper: Keeper,
}

impl Stage {
    /// An empty one, its clock standing at 08:00 of `start`.
    pub(super) async fn new(settings: &Settings, start: NaiveDate) -> Result<Self, ClientError> {
        let failed = |error: &dyn std::fmt::Display| ClientError(error.to_string());
        let morning = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
        let at = settings.district.at(start, morning);
        let cloud = Cloud::open_in(None, Some(at), settings.district.zone).map_err(|e| failed(&e))?;
        let (own, of_cloud) = (settings.clone(), cloud.clone());
        let keeper = Keeper::start(async move || {
            let (world, _) = World::new(of_cloud, own).await.map_err(|e| failed(&e))?;
            Ok::<World, ClientError>(world)
        })
        .await?;
        Ok(Self {
            cloud,
            router: router(keeper.clone()),
            settings: settings.clone(),
            keeper,
        })
    }

    /// Answers a request: status and body.
    async fn ask(&self, request: Request<Body>) -> Result<(u16, Value), ClientError> {
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        let body = body.map_err(|error| ClientError(error.to_string()))?;
        Ok((status, serde_json::from_slice(&body).unwrap_or(Value::Null)))
    }

    /// GETs a path.
    pub(super) async fn get(&self, path: &str) -> Result<Value, ClientError> {
        let request = Request::get(path).header(header::ACCEPT, "application/json");
        let (status, body) = self.ask(built(request, String::new())?).await?;
        match status {
            200 => Ok(body),
            _ => Err(ClientError(format!("{path} answered {status}: {}", body["detail"]))),
        }
    }

    /// The items of a list.
    pub(super) async fn items(&self, path: &str) -> Result<Vec<Value>, ClientError> {
        let mut body = self.get(path).await?;
        Ok(serde_json::from_value(body["items"].take()).unwrap_or_default())
    }

    /// POSTs JSON: status and body.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<(u16, Value), ClientError> {
        let request = Request::post(path)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json");
        self.ask(built(request, body.to_string())?).await
    }

    /// POSTs JSON that must be taken.
    pub(super) async fn done(&self, path: &str, body: &Value) -> Result<(), ClientError> {
        match self.post(path, body).await? {
            (200, _) => Ok(()),
            (status, answer) => Err(ClientError(format!(
                "{path} refused what the story needs ({status}): {}",
                answer["detail"].as_str().unwrap_or("no reason was given")
            ))),
        }
    }

    /// How many students the table knows.
    pub(super) async fn students(&self) -> Result<usize, ClientError> {
        let root = |item: &&Value| {
            item["SK"] == store::keys::ROOT && item["PK"].as_str().is_some_and(|pk| pk.starts_with("STUDENT#"))
        };
        Ok(self.table().await?.iter().filter(root).count())
    }

    /// Lets time pass to noon of `date`.
    pub(super) async fn to(&self, date: NaiveDate) -> Result<(), ClientError> {
        self.done("/_local/clock", &json!({ "to": date })).await
    }

    /// Sends events as the SIS does, until they are taken and everything that follows from them is done.
    pub(super) async fn tell(&self, events: &[Value]) -> Result<(), ClientError> {
        for some in requests(events) {
            let body = json!(some).to_string();
            let mut tries = 3;
            loop {
                let (status, answer) = self.deliver(&body, &self.settings, self.cloud.now()).await?;
                tries -= 1;
                match status {
                    202 => break,
                    // As the SIS does: what was not taken for now is sent again, the whole of it.
                    429 | 503 if tries > 0 => {}
                    _ => return Err(ClientError(crate::client::taken(status, &answer))),
                }
            }
        }
        self.get("/_local/queues").await?;
        Ok(())
    }

    /// Delivers the body of a request to `POST /sis/events`, signed with the secret of `settings` at `at`.
    pub(super) async fn deliver(
        &self,
        body: &str,
        settings: &Settings,
        at: DateTime<Utc>,
    ) -> Result<(u16, Value), ClientError> {
        self.ask(of_the_sis(settings, body, at)?.map(Body::from)).await
    }

    /// Every item of the table, once everything is quiet.
    pub(super) async fn table(&self) -> Result<Vec<Value>, ClientError> {
        let items = self.keeper.with(|world| {
            Box::pin(async move {
                world.settle().await;
                world.items()
            })
        });
        Ok(items.await?)
    }
}

fn built(request: axum::http::request::Builder, body: String) -> Result<Request<Body>, ClientError> {
    request
        .body(Body::from(body))
        .map_err(|error| ClientError(error.to_string()))
}

/// The sample district's whole roster, as the SIS sends it.
pub(super) fn roster() -> Result<Vec<Value>, ClientError> {
    let files = crate::sample::files(crate::sample::SCHOOL_YEAR);
    let import = sis::csv::read(&files, SOURCE).map_err(|error| ClientError(error.to_string()))?;
    Ok(import.events)
}

/// A period of remote learning over the internet at one school, as the SIS reports it at `at`; rescinded where not
/// `active`.
pub(super) fn period(school: &str, first: NaiveDate, at: DateTime<Utc>, active: bool) -> Value {
    json!({
        "specversion": "1.0",
        "id": format!("rlp-1-{}", at.timestamp()),
        "source": "urn:sis:maple-harbor",
        "type": "sis.remoteLearningPeriod.changed",
        "time": at,
        "subject": "rlp-1",
        "datacontenttype": "application/json",
        "data": {
            "sourcedId": "rlp-1",
            "status": if active { "active" } else { "tobedeleted" },
            "dateLastModified": at,
            "scope": {"type": "school", "org": {"sourcedId": school}},
            "startDate": first,
            "delivery": "internet",
        },
    })
}
