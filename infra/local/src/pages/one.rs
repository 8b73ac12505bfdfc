//! The pages of one thing: a conference, a message, a task, a student.

use super::Pages;
use super::answer::{Answer, Page, Trouble};
use super::frame::{Frame, Rows};
use super::items::{Conference, Letter, School, Task};
use super::lists::named;
use crate::client::escaped;
use crate::timeline::{self, Row};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect};
use chrono::{DateTime, Utc};
use domain::facts::is_student;
use domain::roster::{Object, ObjectKey, ObjectKind};
use serde::Deserialize;
use serde_json::Value;

/// A row of a timeline.
struct Happened {
    at: Option<DateTime<Utc>>,
    row: Row,
}

impl From<Row> for Happened {
    fn from(row: Row) -> Self {
        Self {
            at: row.at.parse().ok(),
            row,
        }
    }
}

impl Pages {
    /// One page of what happened to a student, or about one of its conferences: its newest rows, in the order of time.
    async fn timeline(&self, filter: &str, frame: &Frame) -> Result<Rows<Happened>, Trouble> {
        let events: Vec<Value> = self.list(&format!("/_local/events?{filter}")).await?;
        let letters: Vec<Value> = self.list(&format!("/_local/inbox?{filter}")).await?;
        let rows = timeline::rows(&events, &letters)
            .into_iter()
            .map(Happened::from)
            .collect();
        let mut rows = Rows::of(rows, frame);
        rows.rows.reverse();
        Ok(rows)
    }

    /// Whether the SIS told of such a student, present or gone.
    async fn is_known(&self, student: &str) -> Result<bool, Trouble> {
        let key = ObjectKey::new(ObjectKind::User, student);
        let found = self
            .world
            .with(move |world| Box::pin(async move { world.person.table.objects(&[key]).await }));
        let found = found.await?.map_err(|error| Trouble::internal(error.to_string()))?;
        let student = |object: &Object| matches!(object, Object::User(user) if is_student(user));
        Ok(found.iter().any(|recorded| student(&recorded.object)))
    }
}

#[derive(Template)]
#[template(path = "conference.html")]
struct ConferencePage {
    frame: Frame,
    conference: Conference,
    schools: Vec<School>,
    tasks: Vec<Task>,
    list: Rows<Happened>,
}

/// One conference, and what a family or a teacher can do about it.
pub(super) async fn conference(State(pages): State<Pages>, Path(id): Path<String>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, format!("Conference {id}")).await?;
    let filter = format!("conference={}", escaped(&id));
    let found: Vec<Conference> = pages.list(&format!("/_local/conferences?{filter}")).await?;
    let conference = found
        .into_iter()
        .next()
        .ok_or_else(|| Trouble::not_found("conference", &id))?;
    let page = ConferencePage {
        schools: pages.schools().await?,
        tasks: pages.list(&format!("/_local/tasks?{filter}")).await?,
        list: pages.timeline(&filter, &frame).await?,
        frame,
        conference,
    };
    Ok(page.html())
}

#[derive(Template)]
#[template(path = "task.html")]
struct TaskPage {
    frame: Frame,
    task: Task,
    schools: Vec<School>,
}

/// One task, and how it is closed.
pub(super) async fn task(State(pages): State<Pages>, Path(id): Path<String>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, format!("Task {id}")).await?;
    let all: Vec<Task> = pages.list("/_local/tasks").await?;
    let task = all
        .into_iter()
        .find(|task| task.id == id)
        .ok_or_else(|| Trouble::not_found("task", &id))?;
    let schools = pages.schools().await?;
    Ok(TaskPage { frame, task, schools }.html())
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    frame: Frame,
    letter: Letter,
}

/// One message, as it looks where it arrives.
pub(super) async fn message(State(pages): State<Pages>, Path(id): Path<String>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, format!("Message {id}")).await?;
    let all: Vec<Letter> = pages.list("/_local/inbox").await?;
    let letter = all
        .into_iter()
        .find(|letter| letter.id == id)
        .ok_or_else(|| Trouble::not_found("message", &id))?;
    Ok(MessagePage { frame, letter }.html())
}

#[derive(Template)]
#[template(path = "student.html")]
struct StudentPage {
    frame: Frame,
    id: String,
    conferences: Vec<Conference>,
    tasks: Vec<Task>,
    list: Rows<Happened>,
}

/// One student's whole timeline.
pub(super) async fn student(State(pages): State<Pages>, Path(id): Path<String>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, format!("Student {id}")).await?;
    let filter = format!("student={}", escaped(&id));
    let page = StudentPage {
        conferences: pages.list(&format!("/_local/conferences?{filter}")).await?,
        tasks: pages.list(&format!("/_local/tasks?{filter}")).await?,
        list: pages.timeline(&filter, &frame).await?,
        frame,
        id,
    };
    let nothing = page.conferences.is_empty() && page.tasks.is_empty() && page.list.total == 0;
    if nothing && !pages.is_known(&page.id).await? {
        return Err(Trouble::not_found("student", &page.id));
    }
    Ok(page.html())
}

/// Which student is looked for.
#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    id: String,
}

/// Leads to the student's page.
pub(super) async fn find_student(Query(wanted): Query<Wanted>) -> Answer {
    match wanted.id.trim() {
        "" => Err(Trouble::wrong("Give a student's id, as st-001.")),
        id => Ok(Redirect::to(&format!("/_local/students/{}", escaped(id))).into_response()),
    }
}
