//! The pages that show a list, or one thing of which there is only one.

use super::Pages;
use super::answer::{Answer, Page, Trouble};
use super::frame::{Frame, Rows};
use super::items::{Conference, Event, Fault, Letter, Period, Queue, Reply, School, Task};
use crate::reports::{Findings, Tomorrow};
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

impl Pages {
    /// The page of a list that the address asks for.
    async fn rows<T: DeserializeOwned>(&self, list: &str, frame: &Frame) -> Result<Rows<T>, Trouble> {
        let filters = frame.query.filters();
        let all = self.list(&format!("/_local/{list}?{filters}")).await?;
        Ok(Rows::of(all, frame))
    }

    /// The schools and the remote periods.
    async fn known(&self) -> Result<Known, Trouble> {
        let known = self.get("/_local/triggers").await?;
        serde_json::from_value(known).map_err(|error| Trouble::internal(error.to_string()))
    }

    /// The schools.
    pub(super) async fn schools(&self) -> Result<Vec<School>, Trouble> {
        Ok(self.known().await?.schools)
    }
}

/// What `/_local/triggers` shows.
#[derive(Deserialize)]
struct Known {
    schools: Vec<School>,
    #[serde(rename = "items")]
    periods: Vec<Period>,
}

/// The school's name, where it is known; else its id.
pub(super) fn named<'a>(schools: &'a [School], id: &'a str) -> &'a str {
    schools
        .iter()
        .find(|school| school.id == id)
        .map_or(id, |school| &school.name)
}

macro_rules! page {
    ($(#[$doc:meta])* $name:ident, $path:literal, { $($field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Template)]
        #[template(path = $path)]
        struct $name {
            frame: Frame,
            $($field: $type,)*
        }
    };
}

page!(
    /// What there is, and what to try.
    Overview, "overview.html", {
        states: Vec<(&'static str, usize)>,
        open_tasks: usize,
        letters: usize,
        periods: usize,
        schools: Vec<School>,
        waiting: u64,
    }
);

impl Overview {
    /// How many conferences there are.
    fn conferences(&self) -> usize {
        self.states.iter().map(|(_, count)| count).sum()
    }
}

/// The ending of what there are `count` of.
fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The overview.
pub(super) async fn overview(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Overview").await?;
    let mut states: BTreeMap<&'static str, usize> = BTreeMap::new();
    for conference in pages.list::<Conference>("/_local/conferences").await? {
        *states.entry(conference.state()).or_default() += 1;
    }
    let tasks: Vec<Task> = pages.list("/_local/tasks").await?;
    let letters: Vec<Letter> = pages.list("/_local/inbox").await?;
    let Known { schools, periods } = pages.known().await?;
    let queues: Vec<Queue> = pages.list("/_local/queues").await?;
    let page = Overview {
        states: states.into_iter().collect(),
        open_tasks: tasks.iter().filter(|task| task.is_open()).count(),
        letters: letters.len(),
        periods: periods.len(),
        schools,
        waiting: queues.iter().map(|queue| queue.visible + queue.in_flight).sum(),
        frame,
    };
    Ok(page.html())
}

page!(
    /// Conferences.
    Conferences, "conferences.html", { list: Rows<Conference>, schools: Vec<School> }
);

/// The conferences.
pub(super) async fn conferences(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Conferences").await?;
    let list = pages.rows("conferences", &frame).await?;
    let schools = pages.schools().await?;
    Ok(Conferences { frame, list, schools }.html())
}

page!(
    /// Every message that left.
    Inbox, "inbox.html", { list: Rows<Letter> }
);

/// The inbox.
pub(super) async fn inbox(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Inbox").await?;
    let list = pages.rows("inbox", &frame).await?;
    Ok(Inbox { frame, list }.html())
}

page!(
    /// What families texted.
    Replies, "replies.html", { list: Rows<Reply> }
);

/// The texts of families that are kept for staff.
pub(super) async fn replies(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Replies").await?;
    let list = pages.rows("replies", &frame).await?;
    Ok(Replies { frame, list }.html())
}

page!(
    /// Tasks for staff.
    Tasks, "tasks.html", { list: Rows<Task>, schools: Vec<School> }
);

/// The tasks.
pub(super) async fn tasks(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Tasks").await?;
    let list = pages.rows("tasks", &frame).await?;
    let schools = pages.schools().await?;
    Ok(Tasks { frame, list, schools }.html())
}

page!(
    /// The audit trail.
    Events, "events.html", { list: Rows<Event> }
);

/// The audit trail.
pub(super) async fn events(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Audit trail").await?;
    let list = pages.rows("events", &frame).await?;
    Ok(Events { frame, list }.html())
}

page!(
    /// Queues and dead-letter queues.
    Queues, "queues.html", { queues: Vec<Queue> }
);

/// The queues.
pub(super) async fn queues(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Queues").await?;
    let queues = pages.list("/_local/queues").await?;
    Ok(Queues { frame, queues }.html())
}

page!(
    /// The clock.
    ClockPage, "clock.html", {}
);

/// The clock.
pub(super) async fn clock(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Clock").await?;
    Ok(ClockPage { frame }.html())
}

page!(
    /// What the SIS and the families do.
    Triggers, "triggers.html", { schools: Vec<School>, list: Rows<Period>, user: Option<String> }
);

/// The triggers.
pub(super) async fn triggers(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Triggers").await?;
    let Known { schools, periods } = pages.known().await?;
    let list = Rows::of(periods, &frame);
    let user = frame.query.student.clone();
    Ok(Triggers {
        frame,
        schools,
        list,
        user,
    }
    .html())
}

page!(
    /// What AWS does on a bad day.
    Faults, "faults.html", { faults: Vec<Fault>, functions: Vec<&'static str> }
);

/// The functions that faults can be aimed at: the two that no queue feeds, and those that are named as theirs.
fn functions() -> Vec<&'static str> {
    let fed = runtime::queues::Queue::ALL.map(runtime::queues::Queue::name);
    ["sis-webhook", "outbox-relay"].into_iter().chain(fed).collect()
}

/// The faults.
pub(super) async fn faults(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Faults").await?;
    let faults = pages.list("/_local/faults").await?;
    let functions = functions();
    Ok(Faults {
        frame,
        faults,
        functions,
    }
    .html())
}

page!(
    /// Whether messages are sent, and how many a day.
    SendingPage, "sending.html", { sending: String, daily_cap: Option<u32>, held: u64 }
);

/// Sending control.
pub(super) async fn sending(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "Sending").await?;
    let figures = pages.get("/_local/figures").await?;
    let page = SendingPage {
        sending: figures["sending"].as_str().unwrap_or_default().to_owned(),
        daily_cap: serde_json::from_value(figures["daily_cap"].clone()).unwrap_or_default(),
        held: figures["held"].as_u64().unwrap_or_default(),
        frame,
    };
    Ok(page.html())
}

page!(
    /// Whom the next daily run would ask.
    TomorrowPage, "tomorrow.html", { report: Tomorrow }
);

/// The preview of the next daily run.
pub(super) async fn tomorrow(State(pages): State<Pages>, uri: Uri) -> Answer {
    let frame = pages.frame(&uri, "The next daily run").await?;
    let report = pages.get("/_local/reports/tomorrow").await?;
    let report = serde_json::from_value(report).map_err(|error| Trouble::internal(error.to_string()))?;
    Ok(TomorrowPage { frame, report }.html())
}

page!(
    /// What to mend in the SIS, or where the policy is not met.
    FindingsPage, "findings.html", { report: Findings, what: &'static str, name: &'static str }
);

/// How many items a section shows.
const SHOWN: usize = 20;

/// What to mend before going live.
pub(super) async fn data_quality(State(pages): State<Pages>, uri: Uri) -> Answer {
    let what = "What to mend in the student information system before going live";
    findings(&pages, &uri, "Data quality", what, "data-quality").await
}

/// Where the policy is not met.
pub(super) async fn compliance(State(pages): State<Pages>, uri: Uri) -> Answer {
    findings(&pages, &uri, "Compliance", "Where the policy is not met", "compliance").await
}

async fn findings(pages: &Pages, uri: &Uri, title: &str, what: &'static str, name: &'static str) -> Answer {
    let frame = pages.frame(uri, title).await?;
    let report = pages.get(&format!("/_local/reports/{name}")).await?;
    let report = serde_json::from_value(report).map_err(|error| Trouble::internal(error.to_string()))?;
    Ok(FindingsPage {
        frame,
        report,
        what,
        name,
    }
    .html())
}
