//! `confer serve`: the local cloud on a port of this machine, and how it is filled with the sample district.

use crate::api::router;
use crate::client::{ClientError, SOURCE, of_the_sis};
use crate::cloud::Cloud;
use crate::keeper::{Gone, Keeper};
use crate::sample;
use crate::settings::Settings;
use crate::world::World;
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// The port where the other commands look for it.
pub const PORT: u16 = 8700;

/// Events in one request of the SIS.
const BATCH: usize = 250;

/// What is to be served.
pub struct Serve {
    /// The folder that keeps it; `None`: memory.
    pub data: Option<PathBuf>,
    /// The port on 127.0.0.1; 0: any that is free.
    pub port: u16,
    /// The day at whose 08:00 the clock stands; `None`: it runs.
    pub start: Option<NaiveDate>,
    /// Fill a new one with the sample district.
    pub sample: bool,
}

impl From<Gone> for ClientError {
    fn from(gone: Gone) -> Self {
        Self(gone.to_string())
    }
}

/// Serves until the process ends.
///
/// # Errors
/// What the person at the terminal must mend: the port, the folder.
pub async fn serve(asked: Serve, settings: Settings) -> Result<(), ClientError> {
    let failed = |error: &dyn std::fmt::Display| ClientError(error.to_string());
    let morning = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
    let at = asked.start.map(|date| settings.district.at(date, morning));
    let (listener, port) = listen(asked.port).await?;
    let settings = settings.at_port(port);
    let world = Keeper::start(async move || {
        let cloud = Cloud::open_in(asked.data.as_deref(), at, settings.district.zone).map_err(|e| failed(&e))?;
        let (world, created) = World::new(cloud, settings).await.map_err(|e| failed(&e))?;
        say(format_args!("Confer, the local cloud: http://127.0.0.1:{port}"));
        if asked.sample && created {
            fill(&world).await?;
        }
        world.settle().await;
        say(format_args!("  clock        {}", clock(&world)));
        places(port);
        if asked.data.is_none() {
            say(format_args!(
                "  kept in memory: it is gone when you stop this (--data FOLDER keeps it)"
            ));
        }
        elsewhere(port);
        Ok::<World, ClientError>(world)
    })
    .await?;
    axum::serve(listener, router(world)).await.map_err(|e| failed(&e))
}

/// The port, taken; which it is.
///
/// # Errors
/// Another process has it.
pub(crate) async fn listen(port: u16) -> Result<(TcpListener, u16), ClientError> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|e| ClientError(format!("port {port} cannot be had: {e}; choose another with --port")))?;
    let port = listener.local_addr().map_err(|e| ClientError(e.to_string()))?.port();
    Ok((listener, port))
}

/// Fills a new local cloud with the sample district, by the way every roster comes in.
async fn fill(world: &World) -> Result<(), ClientError> {
    let today = world.today();
    let year = if today.month() >= 8 {
        today.year()
    } else {
        today.year() - 1
    };
    let import = sis::csv::read(&sample::files(year), SOURCE).map_err(|e| ClientError(e.to_string()))?;
    say(format_args!(
        "  filling it with Maple Harbor Public Schools, which does not exist …"
    ));
    tell(world, &import.events).await?;
    let kept = world.person.table.keep_edition(&sample::document(year)).await;
    kept.map_err(|e| ClientError(e.to_string()))?;
    say(format_args!("  3 schools, 24 teachers, 180 students"));
    Ok(())
}

/// Brings in what the SIS says, signed, and everything that follows from it to quiet.
async fn tell(world: &World, events: &[Value]) -> Result<(), ClientError> {
    for some in requests(events) {
        let request = of_the_sis(&world.settings, &json!(some).to_string(), world.now())?;
        let answered = world.sis_event(&request).await;
        if answered.map(|response| response.status().as_u16()) != Some(202) {
            return Err(ClientError("the sample district was not taken".into()));
        }
        world.settle().await;
    }
    Ok(())
}

/// Events as requests: no more than a request holds, and kind by kind, as they come in order. What a student is made of is
/// there then when the student comes, who is put together once.
pub(crate) fn requests(events: &[Value]) -> impl Iterator<Item = &[Value]> {
    let kinds = events.chunk_by(|one, next| one["type"] == next["type"]);
    kinds.flat_map(|kind| kind.chunks(BATCH))
}

/// What time it is, and what makes it move.
fn clock(world: &World) -> String {
    let moves = if world.cloud.standing() {
        "it stands until you move it: confer clock +1d"
    } else {
        "it runs with this machine's"
    };
    let now = world.now().with_timezone(&world.settings.district.zone);
    format!("{} — {moves}", now.format("%A %Y-%m-%d %H:%M"))
}

/// Where a person looks.
pub(crate) fn places(port: u16) {
    for place in ["conferences", "inbox", "tasks"] {
        say(format_args!("  {place:<12} http://127.0.0.1:{port}/_local/{place}"));
    }
}

/// Says a line to whoever reads the terminal; nobody need read to the end.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// How the other commands find it, where it is not where they look.
pub(crate) fn elsewhere(port: u16) {
    if port != PORT {
        say(format_args!(
            "  for the other commands: export CONFER_LOCAL_URL=http://127.0.0.1:{port}"
        ));
    }
}
