//! A local cloud that a test talks to by its HTTP routes, without a socket.

pub mod logs;
pub mod town;

use crate::logs::Log;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use chrono::{DateTime, NaiveDate, Utc};
use confer::api::router;
use confer::client::{ClientError, SOURCE, sign};
use confer::cloud::Cloud;
use confer::keeper::{Gone, Keeper};
use confer::sample;
use confer::settings::Settings;
use confer::world::World;
use domain::policy::Policy;
use serde_json::{Value, json};
use sis::csv::{self, Files};
use std::path::Path;
use tower::ServiceExt;

/// A local cloud under test.
pub struct Local {
    /// The world itself.
    pub keeper: Keeper,
    /// Its settings.
    pub settings: Settings,
    router: Router,
    log: Log,
}

impl Drop for Local {
    /// No test ends well whose cloud logged something personal.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.log.holds_nothing_personal();
        }
    }
}

/// Why a local cloud did not start.
#[derive(Debug)]
pub struct NotStarted(pub String);

impl From<Gone> for NotStarted {
    fn from(gone: Gone) -> Self {
        Self(gone.to_string())
    }
}

/// A date.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Local {
    /// In memory, its clock standing at 08:00 of `start`.
    pub async fn start(start: &str) -> Self {
        Self::open(None, start).await.unwrap()
    }

    /// Kept in a folder.
    pub async fn open(dir: Option<&Path>, start: &str) -> Result<Self, NotStarted> {
        let mut settings = Settings::read(|_| None).unwrap();
        // The yearly question has stories of its own (`whom_to_call`).
        settings.district.policy.emergency_contact_request = None;
        let at = settings.district.at(day(start), "08:00:00".parse().unwrap());
        let (dir, own) = (dir.map(Path::to_owned), settings.clone());
        let keeper = Keeper::start(async move || {
            let cloud = Cloud::open_in(dir.as_deref(), Some(at), own.district.zone)
                .map_err(|error| NotStarted(error.to_string()))?;
            let (world, _) = World::new(cloud, own)
                .await
                .map_err(|error| NotStarted(error.to_string()))?;
            world.settle().await;
            Ok::<World, NotStarted>(world)
        })
        .await?;
        let log = Log::default();
        log.listen_to(&keeper).await;
        Ok(Self {
            router: router(keeper.clone()),
            keeper,
            settings,
            log,
        })
    }

    /// Runs with another policy from now on.
    pub async fn set_policy(&mut self, change: impl FnOnce(&mut Policy)) {
        let mut settings = self.settings.clone();
        change(&mut settings.district.policy);
        self.redeploy(settings).await;
    }

    /// What it has logged so far.
    pub fn logged(&self) -> Vec<String> {
        self.log.lines()
    }

    /// Any request, answered whole.
    pub async fn respond(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// The cloud itself: calls, faults, letters as they left.
    pub async fn cloud(&self) -> Cloud {
        let cloud = self.keeper.with(|world| Box::pin(async move { world.cloud.clone() }));
        cloud.await.unwrap()
    }

    /// Any request; status and body.
    pub async fn request(&self, request: Request<Body>) -> (u16, Value) {
        let response = self.respond(request).await;
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// GETs a path; it must answer 200.
    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.request(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// POSTs JSON; status and body.
    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let request = Request::post(path).body(Body::from(body.to_string())).unwrap();
        self.request(request).await
    }

    async fn items(&self, path: &str) -> Vec<Value> {
        self.get(path).await["items"].as_array().unwrap().clone()
    }

    /// `/_local/conferences`.
    pub async fn conferences(&self) -> Vec<Value> {
        self.items("/_local/conferences").await
    }

    /// `/_local/tasks`.
    pub async fn tasks(&self) -> Vec<Value> {
        self.items("/_local/tasks").await
    }

    /// `/_local/inbox`.
    pub async fn inbox(&self) -> Vec<Value> {
        self.items("/_local/inbox").await
    }

    /// `/_local/events`.
    pub async fn events(&self) -> Vec<Value> {
        self.items("/_local/events").await
    }

    /// `/_local/queues`; everything is quiet when it answers.
    pub async fn queues(&self) -> Vec<Value> {
        self.items("/_local/queues").await
    }

    /// The one conference of this student, or the `n`-th by its number.
    pub async fn conference(&self, id: &str) -> Value {
        let found = self.items(&format!("/_local/conferences?conference={id}")).await;
        assert_eq!(found.len(), 1, "{id}: {found:?}");
        found[0].clone()
    }

    /// Does something in the place of a person; it must be possible.
    pub async fn command(&self, command: Value) -> Value {
        let (status, body) = self.post("/_local/commands", command.clone()).await;
        assert_eq!(status, 200, "{command}: {body}");
        body
    }

    /// Does something in the place of a person that cannot be done; the status.
    pub async fn refused(&self, command: Value) -> u16 {
        let (status, body) = self.post("/_local/commands", command.clone()).await;
        assert!((400..500).contains(&status), "{command}: {status} {body}");
        status
    }

    /// The conferences of a student, oldest first.
    pub async fn conferences_of(&self, student: &str) -> Vec<Value> {
        self.items(&format!("/_local/conferences?student={student}")).await
    }

    /// The one conference of a student.
    pub async fn only_conference(&self, student: &str) -> Value {
        let found = self.conferences_of(student).await;
        assert_eq!(found.len(), 1, "{student}: {found:?}");
        found[0].clone()
    }

    /// The tasks about a student, as `<kind> <state>`, in order.
    pub async fn tasks_of(&self, student: &str) -> Vec<String> {
        let tasks = self.items(&format!("/_local/tasks?student={student}")).await;
        let words = |task: &Value| format!("{} {}", task["kind"].as_str().unwrap(), task["state"].as_str().unwrap());
        let mut tasks: Vec<String> = tasks.iter().map(words).collect();
        tasks.sort();
        tasks
    }

    /// The days on which a guardian was sent an invitation for a student, each as often as one was.
    pub async fn invited_on(&self, student: &str) -> Vec<String> {
        let inbox = self.items(&format!("/_local/inbox?student={student}")).await;
        let invitations = inbox.iter().filter(|sent| sent["purpose"] == "invitation");
        invitations.map(|sent| self.day_of(&sent["sent_at"])).collect()
    }

    /// The district's day of an instant.
    pub fn day_of(&self, at: &Value) -> String {
        let at: DateTime<Utc> = serde_json::from_value(at.clone()).unwrap();
        self.settings.district.today(at).to_string()
    }

    /// Sends one event, which must be taken, and waits until everything is quiet.
    pub async fn tell(&self, event: Value) {
        self.send(&[event]).await;
    }

    /// Lets time pass to noon of `date`.
    pub async fn to(&self, date: &str) {
        let (status, body) = self.post("/_local/clock", json!({ "to": date })).await;
        assert_eq!(status, 200, "{date}: {body}");
    }

    /// What time it is there.
    pub async fn now(&self) -> DateTime<Utc> {
        serde_json::from_value(self.get("/_local/clock").await["now"].clone()).unwrap()
    }

    /// A request of events, signed as the SIS does.
    pub async fn signed(&self, body: &str, content_type: &str) -> Request<Body> {
        let mut request = Request::post("/sis/events").header("content-type", content_type);
        let signed = sign(&self.settings, body, self.now().await).map_err(|ClientError(why)| why);
        for (name, value) in signed.unwrap() {
            request = request.header(name, value);
        }
        request.body(Body::from(body.to_owned())).unwrap()
    }

    /// Deploys the functions anew with other settings; table, queues and clock go on.
    pub async fn redeploy(&mut self, settings: Settings) {
        self.settings = settings.clone();
        let deployed = self.keeper.with(|world| {
            Box::pin(async move {
                *world = World::new(world.cloud.clone(), settings).await.unwrap().0;
            })
        });
        deployed.await.unwrap();
    }

    /// Every item of the table, as plain JSON, once everything is quiet.
    pub async fn table(&self) -> Vec<Value> {
        let items = self.keeper.with(|world| {
            Box::pin(async move {
                world.settle().await;
                world.items()
            })
        });
        items.await.unwrap()
    }

    /// Sends events, signed; they must be taken, and are projected when this returns.
    pub async fn send(&self, events: &[Value]) -> Value {
        let mut last = Value::Null;
        for some in events.chunks(250) {
            let request = self
                .signed(&json!(some).to_string(), "application/cloudevents-batch+json")
                .await;
            let (status, body) = self.request(request).await;
            assert_eq!(status, 202, "{body}");
            last = body;
        }
        self.queues().await;
        last
    }

    /// Imports the roster that tests run on.
    pub async fn import(&self, roster: &Roster) {
        self.send(&roster.events).await;
    }
}

/// The roster that tests run on: `CONFER_SAMPLE_ROSTER` where it is set, else the project's own generated district.
pub struct Roster {
    /// Its objects, as events.
    pub events: Vec<Value>,
    /// A school, and the day before its year begins.
    pub school: String,
    /// Whether it is the generated one.
    pub generated: bool,
}

impl Roster {
    /// Reads it.
    pub fn read() -> Self {
        match std::env::var("CONFER_SAMPLE_ROSTER") {
            Ok(folder) if !folder.is_empty() => Self::of(&csv::folder(Path::new(&folder)).unwrap(), false),
            _ => {
                eprintln!("CONFER_SAMPLE_ROSTER is not set: this runs on the generated district");
                Self::generated()
            }
        }
    }

    /// The generated district, whatever else there is.
    pub fn generated() -> Self {
        Self::of(&sample::files(2021), true)
    }

    fn of(files: &Files, generated: bool) -> Self {
        let import = csv::read(files, SOURCE).unwrap();
        assert!(import.problems.is_empty(), "{:?}", import.problems);
        let mut sizes: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        for event in &import.events {
            for role in event["data"]["roles"].as_array().into_iter().flatten() {
                if role["role"] == "student" {
                    *sizes
                        .entry(role["org"]["sourcedId"].as_str().unwrap().into())
                        .or_default() += 1;
                }
            }
        }
        let school = sizes.iter().max_by_key(|(_, size)| **size).unwrap().0.clone();
        Self {
            events: import.events,
            school,
            generated,
        }
    }

    /// The students of a school that have not left.
    pub fn students_of(&self, school: &str) -> Vec<String> {
        let of = |event: &&Value| {
            let data = &event["data"];
            data["status"] == "active"
                && data["enabledUser"] != false
                && data["roles"].as_array().is_some_and(|roles| {
                    roles
                        .iter()
                        .any(|role| role["role"] == "student" && role["org"]["sourcedId"] == school)
                })
        };
        let students = self.events.iter().filter(of);
        students
            .map(|event| event["subject"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// An event of the SIS; `n` orders the states of one object.
pub fn event(kind: &str, n: u64, data: Value) -> Value {
    let id = data["sourcedId"].as_str().unwrap().to_owned();
    let modified = data["dateLastModified"].clone();
    json!({
        "specversion": "1.0", "id": format!("{kind}-{id}-{n}"), "source": "urn:sis:tests", "type": kind,
        "time": modified, "subject": id, "sequence": n.to_string(), "datacontenttype": "application/json", "data": data,
    })
}

/// A period of remote learning over the internet.
pub fn period(id: &str, n: u64, scope: Value, start: &str, end: Option<&str>, active: bool) -> Value {
    event(
        "sis.remoteLearningPeriod.changed",
        n,
        json!({
            "sourcedId": id, "status": if active { "active" } else { "tobedeleted" },
            "dateLastModified": "2021-09-01T12:00:00Z", "scope": scope, "startDate": start, "endDate": end,
            "delivery": "internet",
        }),
    )
}

/// The scope of a whole school.
pub fn school(id: &str) -> Value {
    json!({"type": "school", "org": {"sourcedId": id}})
}
