//! Figures for CloudWatch, one log line each in its embedded metric format. They are counts, and hold no id.

use chrono::{DateTime, Utc};
use serde_json::json;
use std::io::Write;
use tracing::field::{Field, Visit};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::layer::{Context, Layer};

/// The target of events that are figures.
pub(crate) const TARGET: &str = "confer_figure";

/// The namespace of all figures.
const NAMESPACE: &str = "Confer";

/// Says a figure: so many more of something, or how much of it there is now.
pub fn say(figure: &'static str, value: usize) {
    if value > 0 {
        tracing::info!(target: TARGET, figure, value);
    }
}

/// As [`say`], also where there is none: that it was looked at is worth knowing.
pub fn say_always(figure: &'static str, value: usize) {
    tracing::info!(target: TARGET, figure, value);
}

/// Writes figures as CloudWatch takes them.
pub(crate) struct Figures<W> {
    /// The stack that they are of.
    pub(crate) stack: String,
    pub(crate) writer: W,
}

#[derive(Default)]
struct Said {
    figure: String,
    value: u64,
}

impl Visit for Said {
    fn record_u64(&mut self, _: &Field, value: u64) {
        self.value = value;
    }

    fn record_str(&mut self, _: &Field, value: &str) {
        value.clone_into(&mut self.figure);
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

impl<S: tracing::Subscriber, W: for<'w> MakeWriter<'w> + 'static> Layer<S> for Figures<W> {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() != TARGET {
            return;
        }
        let mut said = Said::default();
        event.record(&mut said);
        let line = line(&self.stack, &said, written_at());
        // A figure that cannot be written is no reason to fail.
        let _ = writeln!(self.writer.make_writer(), "{line}");
    }
}

/// The time of a log line, as every other line has it, in milliseconds since 1970.
fn written_at() -> i64 {
    let mut text = String::new();
    let known = SystemTime.format_time(&mut Writer::new(&mut text)).ok();
    let at = known.and_then(|()| text.parse::<DateTime<Utc>>().ok());
    at.unwrap_or_default().timestamp_millis()
}

fn line(stack: &str, said: &Said, at: i64) -> serde_json::Value {
    let unit = if said.figure.ends_with("Minutes") {
        "None"
    } else {
        "Count"
    };
    let mut line = json!({
        "_aws": {
            "Timestamp": at,
            "CloudWatchMetrics": [{
                "Namespace": NAMESPACE,
                "Dimensions": [["Stack"]],
                "Metrics": [{"Name": said.figure, "Unit": unit}],
            }],
        },
        "Stack": stack,
    });
    line[&said.figure] = said.value.into();
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::tests::Lines;
    use tracing_subscriber::layer::SubscriberExt;

    #[test]
    fn a_figure_is_one_line_of_the_embedded_metric_format() {
        let lines = Lines::default();
        let kept = lines.clone();
        let figures = Figures {
            stack: "confer".into(),
            writer: move || kept.clone(),
        };
        let subscriber = tracing_subscriber::registry().with(figures);
        tracing::subscriber::with_default(subscriber, || {
            say("Sent", 3);
            say("Failed", 0);
            say_always("OldestPendingMinutes", 0);
            tracing::info!(send_id = "kid.m1.1", "message sent");
        });
        let said = lines.text();
        let said: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(
            said.len(),
            2,
            "nothing is said of none, and nothing but figures is one: {said:?}"
        );
        assert_eq!(
            (said[0]["Sent"].as_u64(), said[0]["Stack"].as_str()),
            (Some(3), Some("confer"))
        );
        let metrics = &said[0]["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(
            metrics,
            &json!({"Namespace": "Confer", "Dimensions": [["Stack"]], "Metrics": [{"Name": "Sent", "Unit": "Count"}]})
        );
        assert!(
            said[0]["_aws"]["Timestamp"]
                .as_i64()
                .is_some_and(|at| at > 1_600_000_000_000)
        );
        assert_eq!(said[1]["OldestPendingMinutes"], 0);
    }
}
