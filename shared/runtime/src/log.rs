//! Logs: JSON, one line an outcome, opaque ids only.
//!
//! What others log at their finest levels holds whole requests, and so what is personal: they never get to say more than
//! `info`, whatever `RUST_LOG` asks for.

use crate::figures::{self, Figures};
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt, Targets, filter_fn};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

/// Writes log lines as JSON to standard output, as CloudWatch takes them; `RUST_LOG` chooses how much (default: `info`).
pub fn start() {
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .with_target(false)
        .with_current_span(false)
        .flatten_event(true);
    let chosen = filtered(lines, std::env::var("RUST_LOG").ok().as_deref());
    // Figures are for CloudWatch, which takes them from what a deployed function writes.
    let stack = std::env::var("CONFER_STACK").ok();
    let figures = stack.map(|stack| Figures {
        stack,
        writer: std::io::stdout,
    });
    // A second start, as in tests, leaves the first as it is.
    let _ = tracing_subscriber::registry().with(figures).with(chosen).try_init();
}

/// Libraries that handle requests; a name covers every crate that begins with it.
const OTHERS: [&str; 6] = ["aws", "hyper", "lambda", "rustls", "h2", "tower"];

/// Our own lines as `asked` says, those of others at `info` at most.
fn filtered<S>(lines: impl Layer<S>, asked: Option<&str>) -> impl Layer<S>
where
    S: tracing::Subscriber + for<'span> LookupSpan<'span>,
{
    let asked = asked.filter(|asked| !asked.trim().is_empty()).unwrap_or("info");
    let asked: Targets = asked.parse().unwrap_or_default();
    // Whatever is asked for, or mistyped: an error is always said.
    let asked = match asked.default_level() {
        None => asked.with_default(Level::ERROR),
        Some(_) => asked,
    };
    let discreet = |metadata: &Metadata<'_>| {
        if metadata.target() == figures::TARGET {
            return false;
        }
        *metadata.level() <= Level::INFO || !OTHERS.iter().any(|name| metadata.target().starts_with(name))
    };
    lines.with_filter(asked.and(filter_fn(discreet)))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    /// What was written, by whoever has a copy.
    #[derive(Clone, Default)]
    pub(crate) struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Lines {
        pub(crate) fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn others_never_say_whole_requests() {
        for asked in [
            "trace",
            "info,aws_smithy_runtime=trace",
            "debug,hyper_util=trace",
            "",
            "no such level",
        ] {
            let lines = Lines::default();
            let writer = lines.clone();
            let layer = tracing_subscriber::fmt::layer().with_writer(move || writer.clone());
            let subscriber = tracing_subscriber::registry().with(filtered(layer, Some(asked)));
            tracing::subscriber::with_default(subscriber, || {
                tracing::trace!(target: "aws_smithy_runtime::client::orchestrator", "request with Zebulon");
                tracing::trace!(target: "hyper_util::client", "request with Zebulon");
                tracing::error!(target: "runtime", "our own line");
            });
            let said = lines.text();
            assert!(
                said.contains("our own line") && !said.contains("Zebulon"),
                "{asked}: {said}"
            );
        }
    }
}
