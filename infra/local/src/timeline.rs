//! One student's timeline: what was decided and what left, in order, each row with the policy's rule. Read from the lists
//! that the API shows.

use serde_json::Value;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When, after RFC 3339.
    pub at: String,
    /// The rule it follows, as `R3`.
    pub rule: String,
    /// What, in words.
    pub what: String,
    /// The conference it is about, where it is about one.
    pub conference: Option<String>,
    /// The letter that left, where one did.
    pub letter: Option<String>,
}

/// The rows that the items of `/_local/events` and `/_local/inbox` make, oldest first.
pub fn rows(events: &[Value], letters: &[Value]) -> Vec<Row> {
    let mut rows: Vec<Row> = events.iter().map(decided).chain(letters.iter().map(left)).collect();
    rows.sort_by(|a, b| a.at.cmp(&b.at));
    rows
}

fn decided(event: &Value) -> Row {
    let what = text(event, "type").replace('_', " ");
    let (which, what) = match text(event, "conference").rsplit_once(".c") {
        Some((_, n)) => (
            format!("conference {n}: "),
            what.strip_prefix("conference ").unwrap_or(&what).to_owned(),
        ),
        None => (String::new(), what),
    };
    Row {
        at: text(event, "at").to_owned(),
        rule: text(event, "rule").to_owned(),
        what: format!("{which}{what} ({})", text(event, "detail")),
        conference: event["conference"].as_str().map(str::to_owned),
        letter: None,
    }
}

fn left(letter: &Value) -> Row {
    // As the audit trail cites it for what made the letter leave: a welfare check (R10), a text that reads as danger (R11).
    // Invitations, the staff's digest of them, and the answer to what a family wrote all serve to reach it (R9).
    let rule = match letter["purpose"].as_str() {
        Some("principal_alert") => "R10",
        Some("urgent_reply") => "R11",
        Some("emergency_contact_request") => "R6",
        _ => "R9",
    };
    Row {
        at: text(letter, "sent_at").to_owned(),
        rule: rule.to_owned(),
        what: format!(
            "{} {} sent to {} in {}",
            text(letter, "channel"),
            text(letter, "purpose").replace('_', " "),
            text(letter, "recipient"),
            text(letter, "language"),
        ),
        conference: None,
        letter: letter["id"].as_str().map(str::to_owned),
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_letter_cites_the_rule_that_it_serves() {
        for (purpose, rule) in [
            ("invitation", "R9"),
            ("staff_digest", "R9"),
            ("answer", "R9"),
            ("emergency_contact_request", "R6"),
            ("principal_alert", "R10"),
            ("urgent_reply", "R11"),
        ] {
            let rows = rows(&[], &[json!({"purpose": purpose})]);
            assert_eq!(rows.first().map(|row| row.rule.as_str()), Some(rule), "{purpose}");
        }
    }
}
