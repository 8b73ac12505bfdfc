//! `confer demo`: the sample district in a new local cloud, with something about to happen; and stories that are played on
//! it, each step checked.

mod bad_day;
mod chronicle;
mod dates;
mod families;
mod stage;
mod three_strikes;

use crate::client::ClientError;
use crate::serve::{elsewhere, listen, places, say};
use crate::settings::Settings;
use chrono::{Datelike, Days};
use serde_json::json;
use stage::{Stage, period, roster};
use std::io::stdout;

/// A story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Script {
    /// Three attempts, and what becomes of each family.
    ThreeStrikes,
    /// Providers, functions and the table fail, and somebody forges a request.
    BadDay,
}

/// What is to be shown.
pub struct Demo {
    /// The story; `None`: the sample district on the eve of day 22.
    pub script: Option<Script>,
    /// Where it is served; `None`: not at all, it ends once it stands.
    pub port: Option<u16>,
    /// How the command was called, so that what is printed to try can be typed as it stands.
    pub confer: String,
}

/// Plays what was asked for; whether every step held. Where all did, it is served until the process ends.
///
/// # Errors
/// The port is taken, or the story cannot go on.
pub async fn demo(asked: Demo, settings: &Settings) -> Result<bool, ClientError> {
    let listener = match asked.port {
        Some(port) => Some(listen(port).await?),
        None => None,
    };
    let settings = match &listener {
        Some((_, port)) => &settings.clone().at_port(*port),
        None => settings,
    };
    let (stage, holds) = match asked.script {
        None => (eve_of_day_22(settings).await?, true),
        Some(Script::ThreeStrikes) => three_strikes::play(settings, &mut stdout()).await?,
        Some(Script::BadDay) => bad_day::play(settings, &mut stdout()).await?,
    };
    let (Some((listener, port)), true) = (listener, holds) else {
        return Ok(holds);
    };
    let now = stage.cloud.now().with_timezone(&settings.district.zone);
    say(format_args!(
        "Confer: http://127.0.0.1:{port}/_local/ — in memory, and nothing leaves this machine"
    ));
    say(format_args!(
        "  clock        {} — it stands until you move it",
        now.format("%A %Y-%m-%d %H:%M")
    ));
    places(port);
    if asked.script.is_none() {
        say(to_try(&asked.confer, port));
    }
    elsewhere(port);
    axum::serve(listener, stage.router)
        .await
        .map_err(|error| ClientError(error.to_string()))?;
    Ok(true)
}

/// The sample district, of which a school has been remote for twenty-one days.
async fn eve_of_day_22(settings: &Settings) -> Result<Stage, ClientError> {
    let first = three_strikes::first_day();
    let stage = Stage::new(settings, dates::day_22(first) - Days::new(1)).await?;
    say(format_args!(
        "Maple Harbor Public Schools, which does not exist: 3 schools, 24 teachers, 180 students"
    ));
    say(format_args!(
        "Lantern Hill Middle School has been remote for three weeks: today is day 21"
    ));
    stage.tell(&roster()?).await?;
    let mut document = json!(crate::sample::document(first.year()));
    document["command"] = json!("resource_document");
    stage.done("/_local/commands", &document).await?;
    stage
        .tell(&[period(three_strikes::SCHOOL, first, stage.cloud.now(), true)])
        .await?;
    Ok(stage)
}

fn to_try(confer: &str, port: u16) -> String {
    let url = match port {
        crate::serve::PORT => String::new(),
        port => format!("CONFER_LOCAL_URL=http://127.0.0.1:{port} "),
    };
    format!(
        "Three things to try, in a second terminal or a browser:
  1. {url}{confer} clock +1d
     lets day 22 come: each student is owed a conference, and each family is asked for a time
  2. http://127.0.0.1:{port}/_local/inbox
     shows what the families were sent, each in its language: open one and its link, and book as a parent
  3. {confer} demo --script three-strikes --headless
     plays the whole story to its end, from the first message to the principal's check"
    )
}
