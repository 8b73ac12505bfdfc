//! The `confer` command.

use chrono::{NaiveDate, NaiveTime};
use clap::{Parser, Subcommand};
use confer::api::router;
use confer::client::{self, Client, ClientError};
use confer::cloud::Cloud;
use confer::keeper::{Gone, Keeper};
use confer::sample;
use confer::settings::Settings;
use confer::world::World;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Remote-learning parent-teacher conferences: the local cloud, and what talks to it.
#[derive(Parser)]
#[command(name = "confer", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run everything on this machine: the functions, the table, the queues, an inbox instead of providers
    Serve {
        /// Keep everything in this folder, and go on from where it was; without it, in memory
        #[arg(long)]
        data: Option<PathBuf>,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8700)]
        port: u16,
        /// Let the clock stand at 08:00 local of this day, and move only when told; without it, the clock runs
        #[arg(long, value_name = "DATE")]
        start: Option<NaiveDate>,
        /// Fill a new local cloud with a generated district
        #[arg(long)]
        sample: bool,
    },
    /// Import a OneRoster 1.2 CSV folder
    Import {
        /// The folder that holds manifest.csv
        path: PathBuf,
    },
    /// Send SIS events from JSON files, signed: one event, or an array of them, a file
    Send {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Show the clock, or move it: +7d, or a date
    Clock {
        /// How far, or to which day
        #[arg(allow_hyphen_values = true)]
        to: Option<String>,
    },
    /// Show one student's whole timeline, each row with its rule
    Student {
        /// The student's sourcedId
        id: String,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve {
            data,
            port,
            start,
            sample,
        } => serve(data, port, start, sample),
        talk => talk_to_serve(talk),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("confer: {error}");
            ExitCode::FAILURE
        }
    }
}

fn settings() -> Result<Settings, ClientError> {
    Settings::read(|name| std::env::var(name).ok())
        .map_err(|error| ClientError(format!("these settings must be mended:\n  {}", error.0.join("\n  "))))
}

fn talk_to_serve(command: Command) -> Result<ExitCode, ClientError> {
    let url = std::env::var("CONFER_LOCAL_URL").unwrap_or_else(|_| "http://127.0.0.1:8700".into());
    let client = Client::new(&url, settings()?)?;
    let out = &mut std::io::stdout();
    match command {
        Command::Serve { .. } => {}
        Command::Import { path } => {
            client.import(&path, out)?;
        }
        Command::Send { files } => {
            let mut refused = false;
            for file in files {
                let name = file.display();
                let text =
                    std::fs::read_to_string(&file).map_err(|e| ClientError(format!("cannot read {name}: {e}")))?;
                let events: Value =
                    serde_json::from_str(&text).map_err(|e| ClientError(format!("{name} is not JSON: {e}")))?;
                let (status, answer) = client.send(&events)?;
                refused |= status != 202;
                println!("{name}: {}", client::taken(status, &answer));
            }
            if refused {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Clock { to } => {
            let time = match to {
                None => client.get("/_local/clock")?,
                Some(to) => client.post("/_local/clock", &clock_move(&to)?)?,
            };
            println!(
                "{} (now {})",
                time["today"].as_str().unwrap_or("-"),
                time["now"].as_str().unwrap_or("-")
            );
        }
        Command::Student { id } => client.student(&id, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn clock_move(to: &str) -> Result<Value, ClientError> {
    let days = to
        .strip_prefix('+')
        .and_then(|to| to.strip_suffix('d'))
        .map(str::parse::<u64>);
    match (days, to.parse::<NaiveDate>()) {
        (Some(Ok(days)), _) => Ok(json!({ "advance_days": days })),
        (_, Ok(date)) => Ok(json!({ "to": date })),
        _ => Err(ClientError(format!(
            "{to} is neither a number of days, as +7d, nor a date, as 2021-09-22"
        ))),
    }
}

fn serve(data: Option<PathBuf>, port: u16, start: Option<NaiveDate>, sample: bool) -> Result<ExitCode, ClientError> {
    let settings = settings()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| ClientError(error.to_string()))?;
    runtime.block_on(run(data, port, start, sample, settings))
}

async fn run(
    data: Option<PathBuf>,
    port: u16,
    start: Option<NaiveDate>,
    sample: bool,
    settings: Settings,
) -> Result<ExitCode, ClientError> {
    let failed = |error: &dyn std::fmt::Display| ClientError(error.to_string());
    if let Ok(level) = std::env::var("RUST_LOG")
        && !level.is_empty()
    {
        runtime::log::start();
    }
    let morning = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
    let at = start.map(|date| settings.district.at(date, morning));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|e| ClientError(format!("port {port} cannot be had: {e}; choose another with --port")))?;
    let port = listener.local_addr().map_err(|e| failed(&e))?.port();
    let world = Keeper::start(async move || {
        let cloud = Cloud::open_in(data.as_deref(), at, settings.district.zone).map_err(|e| failed(&e))?;
        let (world, created) = World::new(cloud, settings).await.map_err(|e| failed(&e))?;
        println!("Confer, the local cloud: http://127.0.0.1:{port}");
        if sample && created {
            fill(&world).await?;
        }
        world.settle().await;
        greet(&world, port, data.is_some());
        Ok::<World, ServeError>(world)
    })
    .await
    .map_err(|e| e.0)?;
    axum::serve(listener, router(world)).await.map_err(|e| failed(&e))?;
    Ok(ExitCode::SUCCESS)
}

/// Why the local cloud did not start.
struct ServeError(ClientError);

impl From<Gone> for ServeError {
    fn from(gone: Gone) -> Self {
        Self(ClientError(gone.to_string()))
    }
}

impl From<ClientError> for ServeError {
    fn from(error: ClientError) -> Self {
        Self(error)
    }
}

/// Fills a new local cloud with the sample district, by the way every roster comes in.
async fn fill(world: &World) -> Result<(), ClientError> {
    use chrono::Datelike;
    let today = world.today();
    let year = if today.month() >= 8 {
        today.year()
    } else {
        today.year() - 1
    };
    let import = sis::csv::read(&sample::files(year), client::SOURCE).map_err(|e| ClientError(e.to_string()))?;
    println!("  filling it with Maple Harbor Public Schools, which does not exist …");
    for some in import.events.chunks(250) {
        let body = json!(some).to_string();
        let signed = client::sign(&world.settings, &body, world.now())?;
        let mut request =
            http::Request::post("/sis/events").header("content-type", "application/cloudevents-batch+json");
        for (name, value) in signed {
            request = request.header(name, value);
        }
        let request = request
            .body(body.into_bytes())
            .map_err(|e| ClientError(e.to_string()))?;
        let answered = world
            .sis_event(&request)
            .await
            .map(|response| response.status().as_u16());
        if answered != Some(202) {
            return Err(ClientError("the sample district was not taken".into()));
        }
        world.settle().await;
    }
    println!("  3 schools, 24 teachers, 180 students");
    Ok(())
}

fn greet(world: &World, port: u16, kept: bool) {
    let clock = if world.cloud.standing() {
        "it stands until you move it: confer clock +1d"
    } else {
        "it runs with this machine's"
    };
    println!(
        "  clock        {} — {clock}",
        world
            .now()
            .with_timezone(&world.settings.district.zone)
            .format("%A %Y-%m-%d %H:%M")
    );
    println!("  conferences  http://127.0.0.1:{port}/_local/conferences");
    println!("  inbox        http://127.0.0.1:{port}/_local/inbox");
    println!("  tasks        http://127.0.0.1:{port}/_local/tasks");
    if !kept {
        println!("  kept in memory: it is gone when you stop this (--data FOLDER keeps it)");
    }
    if port != 8700 {
        println!("  for the other commands: export CONFER_LOCAL_URL=http://127.0.0.1:{port}");
    }
}
