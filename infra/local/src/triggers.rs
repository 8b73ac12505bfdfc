//! What the SIS would report, at the push of a button: a remote period begins, ends or is taken back, a person's data
//! change. Each is a signed event that comes in by the way every event does.

mod oneroster;

use crate::api::{Problem, read, shown, wrong};
use crate::client;
use crate::keeper::Keeper;
use crate::world::World;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode};
use axum::routing::get;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::contact::{Language, Personal};
use domain::ids::OrgId;
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded, Role, RoleKind};
use oneroster::{full, of_user, words};
use serde::Deserialize;
use serde_json::{Value, json};

/// The `source` of the events.
const SOURCE: &str = "urn:confer:triggers";

/// GET shows the schools and periods there are; POST lets something happen.
pub(crate) fn router() -> Router<Keeper> {
    Router::new().route("/_local/triggers", get(known).post(triggered))
}

/// Something the SIS would report.
#[derive(Deserialize)]
#[serde(tag = "trigger", rename_all = "snake_case", deny_unknown_fields)]
enum Trigger {
    /// A remote period over the internet begins, in the district or in one school.
    PeriodStarts {
        school: Option<String>,
        start: Option<NaiveDate>,
    },
    /// A period's last day becomes known.
    PeriodEnds { period: String, end: Option<NaiveDate> },
    /// A period turns out never to have been.
    PeriodRescinded { period: String },
    /// A person's data change.
    Roster {
        user: String,
        change: Change,
        value: Option<String>,
    },
}

/// What changes about a person.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    /// The person leaves the district.
    Leaves,
    /// The person is back.
    Returns,
    /// A student moves to the school `value`.
    Moves,
    /// The mobile number becomes `value`, or there is none.
    Mobile,
    /// The e-mail address becomes `value`, or there is none.
    Email,
    /// The language at home becomes `value`.
    Language,
}

async fn known(State(world): State<Keeper>) -> Result<Response<Body>, Problem> {
    let found = world.with(|world| Box::pin(async move { objects(world, &["OBJ#org#", "OBJ#period#"]) }));
    let (mut schools, mut periods) = (Vec::new(), Vec::new());
    for recorded in found.await?.into_iter().filter(|recorded| recorded.active) {
        let id = recorded.key.id;
        match recorded.object {
            Object::Org(org) if org.school => schools.push(json!({"id": id, "name": org.name})),
            Object::Period(period) => periods.push(json!({
                "id": id, "start": period.start, "end": period.end, "delivery": period.delivery,
                "scope": words(&period.scope),
            })),
            _ => {}
        }
    }
    Ok(shown(&json!({"items": periods, "schools": schools})))
}

/// The objects that the table has whose keys begin with one of `prefixes`.
fn objects(world: &World, prefixes: &[&str]) -> Vec<Recorded> {
    let items = world.items().into_iter();
    items
        .filter(|item| {
            let pk = item["PK"].as_str().unwrap_or_default();
            prefixes.iter().any(|prefix| pk.starts_with(prefix))
        })
        .filter_map(|item| serde_json::from_value(item).ok())
        .collect()
}

async fn triggered(State(world): State<Keeper>, body: String) -> Result<Response<Body>, Problem> {
    let trigger: Trigger = read(&body)?;
    world.with(move |world| Box::pin(play(world, trigger))).await?
}

async fn play(world: &mut World, trigger: Trigger) -> Result<Response<Body>, Problem> {
    let today = world.today();
    let (kind, id, mut data, said, from) = match trigger {
        Trigger::PeriodStarts { school, start } => {
            let start = start.unwrap_or(today);
            let periods = objects(world, &["OBJ#period#"]);
            let taken = |n: &usize| {
                periods
                    .iter()
                    .any(|known| known.key.id.as_str() == format!("period-{n}"))
            };
            let id = (1..)
                .find(|n| !taken(n))
                .map_or_else(String::new, |n| format!("period-{n}"));
            let scope = school.as_deref().map_or(
                json!({"type": "district"}),
                |school| json!({"type": "school", "org": {"sourcedId": school}}),
            );
            let said = format!("{} is remote from", school.as_deref().unwrap_or("the district"));
            let data = json!({"scope": scope, "startDate": start, "delivery": "internet"});
            (ObjectKind::Period, id, data, said, Some(start))
        }
        Trigger::PeriodEnds { period, end } => {
            let end = end.unwrap_or(today);
            let mut data = full(&recorded(world, ObjectKind::Period, &period).await?.object)?;
            data["endDate"] = json!(end);
            let said = format!("{period}'s last day is");
            (ObjectKind::Period, period, data, said, Some(end))
        }
        Trigger::PeriodRescinded { period } => {
            let mut data = full(&recorded(world, ObjectKind::Period, &period).await?.object)?;
            data["status"] = json!("tobedeleted");
            let said = format!("{period} is taken back");
            (ObjectKind::Period, period, data, said, None)
        }
        Trigger::Roster { user, change, value } => {
            let known = recorded(world, ObjectKind::User, &user).await?;
            let (data, said) = changed(known, change, value, today)?;
            (ObjectKind::User, user, data, said, None)
        }
    };
    let known = world.person.table.objects(&[ObjectKey::new(kind, id.clone())]).await?;
    let (modified, sequence) = after(known.first(), world.now());
    data["sourcedId"] = json!(id);
    data["dateLastModified"] = json!(modified);
    if data["status"].is_null() {
        data["status"] = json!("active");
    }
    let event = json!({
        "specversion": "1.0", "id": format!("{}-{id}-{modified}-{sequence}", kind.as_str()), "source": SOURCE,
        "type": if kind == ObjectKind::User { "sis.user.changed" } else { "sis.remoteLearningPeriod.changed" },
        "time": modified, "subject": id, "sequence": sequence.to_string(), "datacontenttype": "application/json",
        "data": data,
    });
    send(world, &event).await?;
    Ok(shown(&json!({"said": said, "from": from, "id": id})))
}

/// The object as it is known.
async fn recorded(world: &World, kind: ObjectKind, id: &str) -> Result<Recorded, Problem> {
    let key = ObjectKey::new(kind, id);
    let mut found = world.person.table.objects(std::slice::from_ref(&key)).await?;
    found.pop().ok_or_else(|| {
        Problem(
            StatusCode::NOT_FOUND,
            format!("the SIS told nothing of a {} {id}", kind.as_str()),
        )
    })
}

/// When the object was changed, and in which order, so that the change is newer than what is known.
fn after(known: Option<&Recorded>, now: DateTime<Utc>) -> (String, u64) {
    let now = now.to_rfc3339_opts(SecondsFormat::Nanos, true);
    let mut version = known.map_or("", |known| known.version.0.as_str()).split('#');
    let modified = version.next().unwrap_or_default().to_owned();
    let sequence: u64 = version
        .next()
        .and_then(|sequence| sequence.parse().ok())
        .unwrap_or_default();
    if modified >= now {
        (modified, sequence + 1)
    } else {
        (now, 0)
    }
}

/// The person's data after the change, and the change in words.
fn changed(
    known: Recorded,
    change: Change,
    value: Option<String>,
    today: NaiveDate,
) -> Result<(Value, String), Problem> {
    let id = known.key.id;
    let Object::User(mut user) = known.object else {
        return Err(wrong(format!("{id} is not a person")));
    };
    let mut status = if known.active { "active" } else { "tobedeleted" };
    let said = match change {
        Change::Leaves => {
            status = "tobedeleted";
            format!("{id} has left the district")
        }
        Change::Returns => {
            (status, user.enabled) = ("active", true);
            format!("{id} is back")
        }
        Change::Moves => {
            let to = value.ok_or_else(|| wrong("say which school the student moves to"))?;
            user.roles.push(Role {
                kind: RoleKind::Student,
                org: OrgId(to.clone()),
                begin: Some(today),
                end: None,
                active: true,
            });
            format!("{id} is at school {to} from today")
        }
        Change::Mobile => {
            let said = format!(
                "{id} has {}",
                if value.is_some() {
                    "another mobile number"
                } else {
                    "no mobile number"
                }
            );
            user.sms = value.map(Personal::new);
            said
        }
        Change::Email => {
            let said = format!(
                "{id} has {}",
                if value.is_some() {
                    "another address"
                } else {
                    "no address"
                }
            );
            user.email = value.map(Personal::new);
            said
        }
        Change::Language => {
            let language = value.as_deref().map(|tag| {
                Language::parse(tag).ok_or_else(|| wrong("value must be a language tag after BCP 47, as es or pt-BR"))
            });
            user.home_language = language.transpose()?;
            format!("{id} speaks another language at home")
        }
    };
    let mut data = of_user(&user);
    data["status"] = json!(status);
    Ok((data, said))
}

/// Brings a signed event in, and everything that follows from it to quiet.
async fn send(world: &World, event: &Value) -> Result<(), Problem> {
    let internal = |why: String| Problem(StatusCode::INTERNAL_SERVER_ERROR, why);
    let request = client::of_the_sis(&world.settings, &event.to_string(), world.now());
    let request = request.map_err(|error| internal(error.0))?;
    let answer = world.sis_event(&request).await;
    world.settle().await;
    match answer {
        Some(answer) if answer.status() == StatusCode::ACCEPTED => Ok(()),
        Some(answer) => {
            let said: Value = serde_json::from_str(answer.body()).unwrap_or_default();
            Err(wrong(client::taken(answer.status().as_u16(), &said)))
        }
        None => Err(Problem(
            StatusCode::SERVICE_UNAVAILABLE,
            "the function died: send it again".into(),
        )),
    }
}
