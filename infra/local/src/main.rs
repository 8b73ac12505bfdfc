//! The `confer` command.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Parser, Subcommand};
use confer::client::{self, Client, ClientError};
use confer::demo::{Demo, Script, demo};
use confer::import::{Asked, import};
use confer::reports;
use confer::serve::{PORT, Serve, serve};
use confer::settings::Settings;
use mimalloc::MiMalloc;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// The local cloud turns each call into JSON and back: a fifth of its time went into the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
        #[arg(long, default_value_t = PORT)]
        port: u16,
        /// Let the clock stand at 08:00 local of this day, and move only when told; without it, the clock runs
        #[arg(long, value_name = "DATE")]
        start: Option<NaiveDate>,
        /// Fill a new local cloud with a generated district
        #[arg(long)]
        sample: bool,
    },
    /// Show what it does: a sample district on the eve of day 22; or play a story, checked step by step
    Demo {
        /// The story to play
        #[arg(long, value_name = "NAME")]
        script: Option<Script>,
        /// End with the story, or once the district stands, instead of serving it
        #[arg(long)]
        headless: bool,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = PORT)]
        port: u16,
    },
    /// Import a OneRoster 1.1 or 1.2 CSV export: the whole roster of the district, where its files are bulk
    ///
    /// Rows that cannot be used are named, with file, line and reason, and left out; the rest is applied. It ends with 0
    /// where rows were left out but named, and the last line says how many; with 1 where nothing, or not all that was
    /// sent, was taken.
    Import {
        /// The folder that holds manifest.csv, or a zip file of it
        path: PathBuf,
        /// Write nothing, and show what would change
        #[arg(long)]
        dry_run: bool,
        /// Take out however many the export does not have, or says have left; without it, no more than one in ten of
        /// the students, of the other users, and of the enrollments
        #[arg(long)]
        allow_removals: bool,
        /// When the export was made, as 2021-09-01 or 2021-09-01T12:00:00Z: for exports that do not say
        #[arg(long, value_name = "WHEN")]
        as_of: Option<String>,
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
    /// Give the state's resource document, or a translation of it: a text file whose first line is its title (R8)
    Document {
        /// The file; paragraphs have an empty line between them
        file: PathBuf,
        /// Its language, as en or pt-BR
        #[arg(long, value_name = "LANGUAGE")]
        language: String,
        /// The day from which it is in force
        #[arg(long, value_name = "DATE")]
        from: NaiveDate,
        /// Whose text it is
        #[arg(long, value_enum, default_value_t = Origin::State)]
        origin: Origin,
    },
    /// Show what a report finds
    Report {
        #[command(subcommand)]
        report: Report,
    },
    /// Print every text for families and staff, each with its English: for whoever reviews a language
    Messages {
        /// One language only, as es or pt-BR
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<String>,
    },
}

/// Whose text a document is.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Origin {
    /// The state's own
    State,
    /// A person translated it for the district
    Translated,
    /// A machine translated it
    Machine,
}

#[derive(Subcommand)]
enum Report {
    /// Whom the next daily run would ask, before anything is sent
    Tomorrow,
    /// What to mend in the student information system before going live
    DataQuality {
        /// Show every id, not the first twenty of each list
        #[arg(long)]
        all: bool,
    },
    /// Where the policy is not met: nobody to call (R6), conferences held without the state's document (R8)
    Compliance {
        /// Show every id, not the first twenty of each list
        #[arg(long)]
        all: bool,
    },
}

/// Prints the texts of every language, or of one.
fn review(only: Option<&str>) -> Result<ExitCode, ClientError> {
    let reviews = messages::review::reviews(only);
    if reviews.is_empty() {
        let all = messages::review::reviews(None);
        let known: Vec<&str> = all.iter().map(|review| review.tag).collect();
        return Err(ClientError(format!(
            "there are no texts in that language; there are: {}",
            known.join(", ")
        )));
    }
    let mut out = std::io::stdout().lock();
    for review in reviews {
        let state = if review.draft {
            "a draft: nobody has reviewed it"
        } else {
            "reviewed"
        };
        // Nobody need read to the end.
        let _ = writeln!(out, "== {} ({state})", review.tag);
        for text in review.texts {
            let _ = writeln!(out, "\n{}: {}\n  en  {}", text.id, text.about, indented(&text.english));
            let _ = writeln!(out, "  {:<3} {}", review.tag, indented(&text.own));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn indented(text: &str) -> String {
    text.trim_start_matches('\n').replace('\n', "\n      ")
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve {
            data,
            port,
            start,
            sample,
        } => serve_district(Serve {
            data,
            port,
            start,
            sample,
        }),
        Command::Demo { script, headless, port } => show(Demo {
            script,
            port: (!headless).then_some(port),
            confer: std::env::args().next().unwrap_or_else(|| "confer".into()),
        }),
        Command::Messages { language } => review(language.as_deref()),
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

fn serve_district(asked: Serve) -> Result<ExitCode, ClientError> {
    run(serve(asked, settings()?))?;
    Ok(ExitCode::SUCCESS)
}

fn show(asked: Demo) -> Result<ExitCode, ClientError> {
    let settings = settings()?;
    Ok(match run(demo(asked, &settings))? {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

fn talk_to_serve(command: Command) -> Result<ExitCode, ClientError> {
    let url = std::env::var("CONFER_LOCAL_URL").unwrap_or_else(|_| "http://127.0.0.1:8700".into());
    let client = Client::new(&url, settings()?)?;
    let out = &mut std::io::stdout();
    match command {
        Command::Serve { .. } | Command::Demo { .. } | Command::Messages { .. } => {}
        Command::Import {
            path,
            dry_run,
            allow_removals,
            as_of,
        } => {
            let as_of = as_of.map(|text| instant(&text, client.settings())).transpose()?;
            let asked = Asked {
                dry_run,
                allow_removals,
                as_of,
            };
            import(&client, &path, asked, out)?;
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
        Command::Document {
            file,
            language,
            from,
            origin,
        } => {
            let origin = match origin {
                Origin::State => domain::document::Origin::State,
                Origin::Translated => domain::document::Origin::Translated,
                Origin::Machine => domain::document::Origin::Machine,
            };
            client.document(&file, &language, from, origin, out)?;
        }
        Command::Report { report } => match report {
            Report::Tomorrow => reports::print_tomorrow(&client, &url, out)?,
            Report::DataQuality { all } => reports::print_data_quality(&client, all, out)?,
            Report::Compliance { all } => reports::print_compliance(&client, all, out)?,
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// An instant, or where a day begins in the district.
fn instant(text: &str, settings: &Settings) -> Result<DateTime<Utc>, ClientError> {
    let instant = text.parse::<DateTime<Utc>>().ok();
    let midnight = |date: NaiveDate| settings.district.at(date, NaiveTime::MIN);
    instant.or_else(|| text.parse().ok().map(midnight)).ok_or_else(|| {
        ClientError(format!(
            "{text} is neither a day, as 2021-09-01, nor an instant, as 2021-09-01T12:00:00Z"
        ))
    })
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

/// Runs on two threads: one for the world, one for who asks.
fn run<T>(work: impl Future<Output = Result<T, ClientError>>) -> Result<T, ClientError> {
    if std::env::var("RUST_LOG").is_ok_and(|level| !level.is_empty()) {
        runtime::log::start();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| ClientError(error.to_string()))?;
    runtime.block_on(work)
}
