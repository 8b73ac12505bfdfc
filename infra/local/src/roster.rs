//! The SIS's objects as the table has them, so far as an import compares with them: nothing personal. Exempt from the
//! rule against scans: it serves one person on one machine.

use crate::api::{Problem, shown};
use crate::keeper::Keeper;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Response;
use axum::routing::get;
use chrono::{DateTime, Utc};
use domain::facts::schools;
use domain::roster::{Object, ObjectKind, Recorded, Role, RoleKind, Version};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// `GET /_local/roster`: an item for each object.
pub fn router() -> Router<Keeper> {
    Router::new().route("/_local/roster", get(roster))
}

/// An object as an import must know it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Its kind.
    pub kind: ObjectKind,
    /// Its `sourcedId`.
    pub id: String,
    /// Which state of it the table has.
    pub version: Version,
    /// When the SIS last changed it.
    #[serde(rename = "dateLastModified")]
    pub modified: DateTime<Utc>,
    /// The `sequence` of that state.
    pub sequence: u64,
    /// Not `tobedeleted`.
    pub active: bool,
    /// A student who has not left.
    pub student: bool,
    /// The least that an event must say of it, beside its id, state and date, to remove it; empty for the kinds of
    /// which an export never is the whole. Names that the table has to have are a dash.
    pub removal: Map<String, Value>,
}

impl Known {
    /// Of an object of the table; `None`: its version is not one.
    pub(crate) fn of(recorded: &Recorded) -> Option<Self> {
        let mut version = recorded.version.0.split('#');
        Some(Self {
            kind: recorded.key.kind,
            id: recorded.key.id.as_str().to_owned(),
            version: recorded.version.clone(),
            modified: version.next()?.parse().ok()?,
            sequence: version.next()?.parse().ok()?,
            active: recorded.active,
            student: match &recorded.object {
                Object::User(user) => recorded.active && user.enabled && !schools(user).is_empty(),
                _ => false,
            },
            removal: removal(&recorded.object),
        })
    }
}

/// A student stays one, of the same schools: the conferences are theirs.
fn removal(object: &Object) -> Map<String, Value> {
    let data = match object {
        Object::User(user) => json!({
            "givenName": "-",
            "familyName": "-",
            "roles": user.roles.iter().map(role).collect::<Vec<_>>(),
            "agents": user.agents.iter().map(|agent| json!({"sourcedId": agent})).collect::<Vec<_>>(),
        }),
        Object::Enrollment(enrollment) => json!({
            "class": {"sourcedId": enrollment.class},
            "user": {"sourcedId": enrollment.user},
            "role": name(enrollment.role),
        }),
        _ => Value::Null,
    };
    match data {
        Value::Object(data) => data,
        _ => Map::new(),
    }
}

fn role(role: &Role) -> Value {
    json!({
        "role": name(role.kind),
        "org": {"sourcedId": role.org},
        "status": if role.active { "active" } else { "tobedeleted" },
        "beginDate": role.begin,
        "endDate": role.end,
    })
}

fn name(role: RoleKind) -> &'static str {
    match role {
        RoleKind::Student => "student",
        RoleKind::Teacher => "teacher",
        RoleKind::Principal => "principal",
        RoleKind::Other => "other",
    }
}

async fn roster(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let items = world.with(|world| {
        Box::pin(async move {
            world.settle().await;
            known(world)
        })
    });
    Ok(shown(&json!({ "items": items.await? })))
}

fn known(world: &World) -> Vec<Known> {
    let objects = world.items().into_iter().filter(|item| {
        let pk = item["PK"].as_str();
        pk.is_some_and(|pk| pk.starts_with("OBJ#"))
    });
    objects
        .filter_map(|item| Known::of(&serde_json::from_value(item).ok()?))
        .collect()
}
