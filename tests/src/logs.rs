//! What is logged, kept for whoever must know that nothing personal is in it: as the functions log it, at every level.
//! The AWS clients' own traces are left out: they print whole requests and answers, and must never be asked for.
//!
//! There is one log for the whole test binary, because each cloud lives on a thread of its own. A thread is listened to once
//! it was named; so tests beside it do not add to it. Every [`crate::Local`] listens to itself
//! and, when it is dropped, fails where a line of its whole life holds something personal.

use confer::keeper::Keeper;
use std::cell::RefCell;
use std::io::Write;
use std::sync::{Arc, Mutex, Once, PoisonError};
use tracing::Level;
use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::layer::{Layer, SubscriberExt};

/// Everybody's surname in the districts that tests make by hand.
pub const SURNAME: &str = "Zzyzx";

thread_local! {
    static LISTENED_TO: RefCell<Option<Log>> = const { RefCell::new(None) };
}

/// What some threads log.
#[derive(Clone, Default)]
pub struct Log {
    kept: Arc<Mutex<Vec<u8>>>,
    /// At every level, rather than as a function that is deployed logs.
    everything: bool,
}

impl Log {
    /// Of every level.
    pub fn of_everything() -> Self {
        Self {
            everything: true,
            ..Self::default()
        }
    }

    /// Fails where a line holds what can only be personal: an address, a telephone number, or the surname that everybody
    /// has in the districts that tests make by hand.
    pub fn holds_nothing_personal(&self) {
        for line in self.lines() {
            let digits = line.bytes().fold((0, 0), |(run, longest): (usize, usize), byte| {
                let run = if byte.is_ascii_digit() { run + 1 } else { 0 };
                (run, longest.max(run))
            });
            let number = line.contains("+1") && digits.1 >= 10;
            assert!(
                !line.contains('@') && !number && !line.contains(SURNAME),
                "personal: {line}"
            );
        }
    }

    /// Listens to this thread from now on.
    pub fn listen(&self) {
        start();
        LISTENED_TO.set(Some(self.clone()));
    }

    /// Listens to the thread of a cloud, and to this one.
    pub async fn listen_to(&self, keeper: &Keeper) {
        self.listen();
        let log = self.clone();
        let listening = keeper.with(move |_| Box::pin(async move { log.listen() }));
        listening.await.unwrap();
    }

    /// Its lines so far.
    pub fn lines(&self) -> Vec<String> {
        let bytes = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    }
}

struct Writer;

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LISTENED_TO.with_borrow(|log| {
            if let Some(Log { kept, .. }) = log {
                kept.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Once for the whole binary: the functions' own format, without the time, whose digits could be anybody's number.
fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let listened_to = dynamic_filter_fn(|about, _| {
            let whole_bodies = about.target().starts_with("aws_") && *about.level() == Level::TRACE;
            let deployed = *about.level() <= Level::INFO;
            !whole_bodies && LISTENED_TO.with_borrow(|log| log.as_ref().is_some_and(|log| log.everything || deployed))
        });
        let json = tracing_subscriber::fmt::layer()
            .json()
            .flatten_event(true)
            .with_target(false)
            .without_time()
            .with_writer(|| Writer)
            .with_filter(listened_to);
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(json)).unwrap();
    });
}
