//! AWS, in this process: the real SDK clients talk to it through the SDK's own seam for HTTP clients, so the handlers run
//! unchanged. DynamoDB is an embedded database; SQS, SNS and SES are small stand-ins that keep queues and an inbox. All of
//! it lies in one database, in memory or in a folder that survives a `kill -9`.
//!
//! It waits for nothing and decides nothing: whoever drives it takes messages from the queues and records from the stream,
//! moves the clock, and hands the functions their events.

mod connector;
mod consumed;
mod dynamodb;
mod engine;
mod faults;
mod inbox;
mod queues;
mod seen;
mod stream;
#[cfg(test)]
mod tests;

pub use consumed::Consumed;
pub use faults::{Fault, FaultKind};
pub use inbox::{Attachment, Channel, Letter};
pub use queues::{QueueFigures, Received};

use aws_sdk_dynamodb::config::{
    BehaviorVersion, Credentials, IdentityCache, Region, SharedCredentialsProvider, StalledStreamProtectionConfig,
};
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use connector::Connector;
use engine::{Change, Engine, Row};
use fs2::FileExt;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// The district's time zone where none is given.
const DEFAULT_ZONE: Tz = chrono_tz::America::New_York;

/// The region everything is said to be in.
const REGION: &str = "us-east-1";

/// How many calls are remembered.
const CALLS_KEPT: usize = 100_000;

/// The local cloud. A handle: its copies are the same cloud.
#[derive(Clone)]
pub struct Cloud(Arc<Inner>);

struct Inner {
    engine: Engine,
    zone: Tz,
    clock: Mutex<Clock>,
    queues: Mutex<queues::Queues>,
    inbox: Mutex<Vec<Letter>>,
    replays: Mutex<dynamodb::Replays>,
    faults: Mutex<Vec<Fault>>,
    calls: Mutex<VecDeque<Call>>,
    crashes: watch::Sender<BTreeMap<String, u64>>,
    /// Everything is delivered twice.
    twice: AtomicBool,
    /// Up to where the stream was delivered twice.
    streamed: AtomicI64,
    /// A call is held up.
    held_up: watch::Sender<bool>,
    /// No fault meets any call.
    calm: AtomicBool,
    /// Calls take turns.
    turns: AtomicBool,
    /// How often a fault of each kind has met a call.
    met: Mutex<BTreeMap<FaultKind, u64>>,
    functions_calls: AtomicU64,
    invocations: AtomicU64,
    /// The functions' own handlers make the calls, and not a test of this cloud in their names.
    of_a_world: AtomicBool,
    /// What was consumed; `None`: nobody wants to know.
    consumed: Mutex<Option<Consumed>>,
    /// What Queries of an index answered last, by partition.
    last_seen: Mutex<BTreeMap<String, String>>,
    /// Held as long as the folder is ours; last, so that it is released after the database is closed.
    _lock: Option<FolderLock>,
}

/// The folder's lock file, locked.
struct FolderLock(File);

impl Drop for FolderLock {
    /// Closing the file is not enough while a child process that is just being started still has it open.
    fn drop(&mut self) {
        if let Err(error) = FileExt::unlock(&self.0) {
            tracing::error!(%error, "the data folder could not be unlocked");
        }
    }
}

/// Where the clock stands; `None`: it runs with the machine's.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Clock {
    stands_at: Option<DateTime<Utc>>,
}

/// One of the services that are stood in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Service {
    /// DynamoDB.
    Dynamodb,
    /// SES v2.
    Ses,
    /// SNS, used for SMS.
    Sns,
    /// SQS.
    Sqs,
}

/// An API call that arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The function that made it.
    pub function: Arc<str>,
    /// How many invocations of functions had begun by then.
    pub invocation: u64,
    /// The service it was made to.
    pub service: Service,
    /// The operation, as AWS names it: `TransactWriteItems`.
    pub operation: String,
    /// For a Query of an index: the index, and the partition of it.
    pub index: Option<String>,
}

/// Why the local cloud could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has the folder.
    #[error("{} is in use by another confer process (pid {pid}): stop it, or choose another --data folder", dir.display())]
    InUse {
        /// The folder.
        dir: PathBuf,
        /// The other process, as it wrote it down.
        pid: String,
    },
    /// The folder cannot be used.
    #[error("cannot keep data in {}: {source}", dir.display())]
    Folder {
        /// The folder.
        dir: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The database cannot be opened or read.
    #[error("the local cloud's database cannot be opened: {0}")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<engine::EngineError> for OpenError {
    fn from(error: engine::EngineError) -> Self {
        Self::Database(error.into())
    }
}

impl Cloud {
    /// In memory (`dir: None`), or kept in `dir`. With `start` the clock stands there and moves only when told; without,
    /// it runs with the machine's. A folder that was used before keeps the clock it has.
    pub fn open(dir: Option<&Path>, start: Option<DateTime<Utc>>) -> Result<Self, OpenError> {
        Self::open_in(dir, start, DEFAULT_ZONE)
    }

    /// As [`Cloud::open`], for a district in another time zone: what day a fault's `on` means.
    pub fn open_in(dir: Option<&Path>, start: Option<DateTime<Utc>>, zone: Tz) -> Result<Self, OpenError> {
        let lock = dir.map(take).transpose()?;
        let file = dir.map(|dir| dir.join("confer.db"));
        let engine = Engine::open(file.as_deref())?;
        let clock = match engine.rows("clock")?.pop() {
            Some((_, kept)) => serde_json::from_str(&kept).map_err(engine::EngineError::from)?,
            None => {
                let clock = Clock { stands_at: start };
                engine.change(vec![clock.kept()])?;
                clock
            }
        };
        let queues = queues::Queues::load(&engine)?;
        let inbox = inbox::load(&engine)?;
        Ok(Self(Arc::new(Inner {
            engine,
            zone,
            clock: Mutex::new(clock),
            queues: Mutex::new(queues),
            inbox: Mutex::new(inbox),
            replays: Mutex::default(),
            faults: Mutex::default(),
            calls: Mutex::default(),
            crashes: watch::Sender::default(),
            twice: AtomicBool::new(false),
            streamed: AtomicI64::new(0),
            held_up: watch::Sender::new(false),
            calm: AtomicBool::new(false),
            turns: AtomicBool::new(false),
            met: Mutex::default(),
            functions_calls: AtomicU64::new(0),
            invocations: AtomicU64::new(0),
            of_a_world: AtomicBool::new(false),
            consumed: Mutex::default(),
            last_seen: Mutex::default(),
            _lock: lock,
        })))
    }

    /// What time it is here.
    pub fn now(&self) -> DateTime<Utc> {
        lock(&self.0.clock).stands_at.unwrap_or_else(machine_time)
    }

    /// What day it is in the district.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.0.zone).date_naive()
    }

    /// Whether the clock stands until it is told to move.
    pub fn standing(&self) -> bool {
        lock(&self.0.clock).stands_at.is_some()
    }

    /// Moves a standing clock forward. A clock that runs, or a time that is past, is left alone.
    pub fn set_now(&self, at: DateTime<Utc>) {
        let mut clock = lock(&self.0.clock);
        if clock.stands_at.is_some_and(|now| now < at) {
            clock.stands_at = Some(at);
            if let Err(error) = self.0.engine.change(vec![clock.kept()]) {
                tracing::error!(%error, "the clock could not be kept");
            }
        }
    }

    /// The SDK configuration of one function: clients made from it talk to this cloud, and their calls are known as that
    /// function's.
    pub fn sdk_config(&self, function: &str) -> SdkConfig {
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static(REGION))
            .endpoint_url("http://localhost")
            .credentials_provider(SharedCredentialsProvider::new(Credentials::new(
                "local", "local", None, None, "local",
            )))
            .identity_cache(IdentityCache::no_cache())
            .retry_config(RetryConfig::disabled())
            .timeout_config(TimeoutConfig::disabled())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .auth_scheme_preference([AuthSchemeId::from("noAuth")])
            .http_client(Connector::new(self.clone(), function))
            .build()
    }

    /// One function's client of the table. Like the others it signs nothing: nobody here checks signatures, and to make
    /// them takes a quarter of a small call's time.
    pub fn dynamodb_client(&self, function: &str) -> aws_sdk_dynamodb::Client {
        let config = aws_sdk_dynamodb::config::Builder::from(&self.sdk_config(function)).allow_no_auth();
        aws_sdk_dynamodb::Client::from_conf(config.build())
    }

    /// One function's client of the queues.
    pub fn sqs_client(&self, function: &str) -> aws_sdk_sqs::Client {
        let config = aws_sdk_sqs::config::Builder::from(&self.sdk_config(function)).allow_no_auth();
        aws_sdk_sqs::Client::from_conf(config.build())
    }

    /// One function's client of SNS.
    pub fn sns_client(&self, function: &str) -> aws_sdk_sns::Client {
        let config = aws_sdk_sns::config::Builder::from(&self.sdk_config(function)).allow_no_auth();
        aws_sdk_sns::Client::from_conf(config.build())
    }

    /// One function's client of SES.
    pub fn ses_client(&self, function: &str) -> aws_sdk_sesv2::Client {
        let config = aws_sdk_sesv2::config::Builder::from(&self.sdk_config(function)).allow_no_auth();
        aws_sdk_sesv2::Client::from_conf(config.build())
    }

    /// The calls that arrived since they were last cleared, oldest first; the last 100,000 at most.
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.0.calls).iter().cloned().collect()
    }

    /// A function is invoked: what it calls from now on is of that invocation.
    pub(crate) fn invoked(&self) {
        self.0.invocations.fetch_add(1, Ordering::Relaxed);
    }

    /// Forgets the calls so far.
    pub fn clear_calls(&self) {
        lock(&self.0.calls).clear();
    }

    fn record_call(&self, call: Call) {
        let mut calls = lock(&self.0.calls);
        if calls.len() == CALLS_KEPT {
            calls.pop_front();
        }
        calls.push_back(call);
    }
}

impl Clock {
    fn kept(self) -> Change {
        let row = Row {
            kind: "clock",
            key: "clock".to_owned(),
        };
        Change::Put(row, serde_json::json!(self).to_string())
    }
}

/// Makes the folder ours, or says whose it is.
fn take(dir: &Path) -> Result<FolderLock, OpenError> {
    let folder = |source| OpenError::Folder {
        dir: dir.to_owned(),
        source,
    };
    std::fs::create_dir_all(dir).map_err(folder)?;
    let path = dir.join("confer.lock");
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(folder)?;
    match FileExt::try_lock_exclusive(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == fs2::lock_contended_error().kind() => {
            let pid = std::fs::read_to_string(&path).unwrap_or_default();
            let pid = match pid.trim() {
                "" => "unknown".to_owned(),
                pid => pid.to_owned(),
            };
            return Err(OpenError::InUse {
                dir: dir.to_owned(),
                pid,
            });
        }
        Err(error) => return Err(folder(error)),
    }
    file.set_len(0).map_err(folder)?;
    writeln!(file, "{}", std::process::id()).map_err(folder)?;
    Ok(FolderLock(file))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the local cloud's clock is where everything else gets its time from"
)]
fn machine_time() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

/// Whoever panicked while holding the lock left whole values behind: each holder changes one thing.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
