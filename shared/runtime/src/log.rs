//! Logs: JSON, one line an outcome, opaque ids only.

use tracing_subscriber::EnvFilter;

/// Writes log lines as JSON to standard output, as CloudWatch takes them; `RUST_LOG` chooses how much (default: `info`).
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A second start, as in tests, leaves the first as it is.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_target(false)
        .with_current_span(false)
        .flatten_event(true)
        .try_init();
}
