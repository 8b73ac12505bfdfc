//! One small story, and what must hold at its end whatever fault befell one call of it.

use confer::cloud::{Call, Cloud, Fault, FaultKind, Service};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tests::{Local, day, event, period, school};

/// Days with something of their own: the import, the first round and the answers, the second round, the check. Faults
/// are let loose on these.
pub const DAYS: [&str; 4] = ["2021-09-21", ANSWERS_ON, "2021-09-24", "2021-09-30"];
/// The first round goes out in the morning, and by noon two families have answered.
pub const ANSWERS_ON: &str = "2021-09-22";
/// Every function.
pub const FUNCTIONS: [&str; 7] = [
    "sis-webhook",
    "roster-projection",
    "daily-detection",
    "outbox-relay",
    "escalate",
    "send-sms",
    "send-email",
];
/// By then a round that had to be repeated has led to the check, and what was put off has been done.
const LAST_DAY: &str = "2021-10-02";

/// One letter about one conference: recipient, channel, purpose, conference, round.
type Told = (String, String, String, String, u64);

/// How the story ended.
#[derive(Default)]
pub struct Outcome {
    /// Each call on one of the [`DAYS`]: the day, how many calls of the same function came before it, and the call.
    pub calls: Vec<(&'static str, u32, Call)>,
    /// Conferences and tasks, each with what must not depend on a fault.
    pub ended: BTreeSet<String>,
    /// What reached whom.
    pub told: BTreeSet<Told>,
    /// Sends of which nobody knows whether they left.
    pub unknown: BTreeSet<String>,
    /// What does not hold, in words.
    pub broken: Vec<String>,
}

/// The families: the first never answers, the second books, the last guardian books for one of two children.
const FAMILIES: [(&str, &[&str], &[&str]); 3] = [
    ("gu-a", &["st-a"], &["sms"]),
    ("gu-b", &["st-b"], &["email"]),
    ("gu-c", &["st-c", "st-d"], &["email", "sms"]),
];

/// The roster: a school with its principal and one teacher, and the families.
fn roster() -> Vec<Value> {
    let mut events = Vec::new();
    let mut say = |kind: &str, id: &str, more: Value| {
        let mut data = json!({"sourcedId": id, "status": "active", "dateLastModified": "2021-08-20T12:00:00Z"});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        events.push(event(kind, 1, data));
    };
    let at_school = |role: &str| json!([{"role": role, "org": {"sourcedId": "sch-1"}}]);
    say(
        "sis.org.changed",
        "sch-1",
        json!({"name": "Harbor School", "type": "school"}),
    );
    say(
        "sis.class.changed",
        "cl-1",
        json!({"classType": "homeroom", "school": {"sourcedId": "sch-1"}}),
    );
    let mut number = 100;
    let mut user = |id: &str, role: &str, channels: &[&str], more: Value| {
        number += 1;
        let mut data = json!({"givenName": "Ada", "familyName": id, "roles": at_school(role)});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        for channel in channels {
            data[*channel] = match *channel {
                "sms" => json!(format!("860-555-0{number}")),
                _ => json!(format!("{id}@example.org")),
            };
        }
        say("sis.user.changed", id, data);
        if ["student", "teacher"].contains(&role) {
            let place = json!({"role": role, "primary": role == "teacher", "class": {"sourcedId": "cl-1"},
                "user": {"sourcedId": id}});
            say("sis.enrollment.changed", &format!("en-{id}"), place);
        }
    };
    user("pr-1", "principal", &["email", "sms"], json!({}));
    user("te-1", "teacher", &["email"], json!({}));
    for (guardian, children, channels) in FAMILIES {
        user(guardian, "guardian", channels, json!({}));
        for child in children {
            user(child, "student", &[], json!({"agents": [{"sourcedId": guardian}]}));
        }
    }
    events.push(period("rlp-1", 1, school("sch-1"), "2021-09-01", None, true));
    events
}

/// Sends the roster as the SIS does: the same again until it is taken.
pub async fn import(local: &Local) {
    let body = json!(roster()).to_string();
    for _ in 0..3 {
        let request = local.signed(&body, "application/cloudevents-batch+json").await;
        let (status, answer) = local.request(request).await;
        local.queues().await;
        if status == 202 {
            return;
        }
        assert_eq!(status, 503, "{answer}");
    }
    panic!("the roster was not taken");
}

/// What the families do on the day of the first round; what they could not do.
async fn answer(local: &Local) -> Vec<String> {
    let mut refused = Vec::new();
    for (conference, actor) in [("st-b.c1", "gu-b"), ("st-c.c1", "gu-c")] {
        let command = json!({"command": "schedule", "conference": conference, "actor": actor,
            "starts_at": "2021-09-24T15:00:00Z", "mode": "phone"});
        let (status, answer) = local.post("/_local/commands", command).await;
        if status != 200 {
            refused.push(format!("{actor} cannot book: {answer}"));
        }
    }
    refused
}

/// Plays the story with at most one fault.
pub async fn play(fault: Option<Fault>) -> Outcome {
    let local = begin(fault.as_ref()).await;
    play_on(&local, fault.as_ref()).await
}

/// The roster has come in.
pub async fn begin(fault: Option<&Fault>) -> Local {
    let local = Local::start(DAYS[0]).await;
    let cloud = local.cloud().await;
    cloud.clear_calls();
    if let Some(fault) = fault {
        cloud.add_fault(fault.clone());
    }
    import(&local).await;
    local
}

/// From where the clock stands to the end.
pub async fn play_on(local: &Local, fault: Option<&Fault>) -> Outcome {
    let cloud = local.cloud().await;
    let mut calls = Vec::new();
    let mut counts: BTreeMap<Arc<str>, u32> = BTreeMap::new();
    let mut seen = 0;
    let mut refused = Vec::new();
    let mut between = DAYS[0].to_owned();
    for date in DAYS {
        // What happens between two of the days counts, but belongs to neither.
        while day(&between).succ_opt() < Some(day(date)) {
            between = day(&between).succ_opt().unwrap().to_string();
            pass(local, &between).await;
        }
        if date != DAYS[0] {
            for call in cloud.calls().split_off(seen) {
                *counts.entry(call.function).or_default() += 1;
                seen += 1;
            }
        }
        pass(local, date).await;
        if date == ANSWERS_ON {
            refused = answer(local).await;
        }
        for call in cloud.calls().split_off(seen) {
            let count = counts.entry(call.function.clone()).or_default();
            calls.push((date, *count, call));
            *count += 1;
            seen += 1;
        }
        between = date.to_owned();
    }
    local.to(LAST_DAY).await;
    let mut outcome = end(local, &cloud, fault).await;
    outcome.calls = calls;
    outcome.broken.append(&mut refused);
    outcome
}

/// Lets time pass, unless it has.
async fn pass(local: &Local, date: &str) {
    if local.settings.district.today(local.now().await) <= day(date) {
        local.to(date).await;
    }
}

/// What has become of everything; what cannot be right in any story is `broken`.
async fn end(local: &Local, cloud: &Cloud, fault: Option<&Fault>) -> Outcome {
    let mut outcome = Outcome::default();
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    for conference in local.conferences().await {
        let of = |name| text(&conference, name);
        outcome.ended.insert(format!(
            "{} due {} {} {}",
            of("id"),
            of("due_on"),
            of("kind"),
            of("state")
        ));
        if of("state") == "unreachable" && conference["attempts"] != 3 {
            let attempts = &conference["attempts"];
            outcome
                .broken
                .push(format!("{} went to the principal after {attempts} attempts", of("id")));
        }
    }
    for task in local.tasks().await {
        outcome
            .ended
            .insert(format!("{} {}", text(&task, "id"), text(&task, "state")));
    }
    let mut days = BTreeSet::new();
    for letter in local.inbox().await {
        let of = |name| text(&letter, name);
        let day = of("sent_at")[..10].to_owned();
        if of("recipient").is_empty() {
            outcome
                .broken
                .push(format!("letter {} is of no send in the table", of("id")));
        }
        if !days.insert((of("recipient"), of("channel"), of("purpose"), day.clone())) {
            let to = format!("{} {} {}", of("recipient"), of("channel"), of("purpose"));
            outcome.broken.push(format!("two letters on {day}: {to}"));
        }
        let staff = of("purpose") != "invitation";
        for conference in letter["conferences"].as_array().into_iter().flatten() {
            let about = conference.as_str().unwrap().to_owned();
            let round = letter["round"].as_u64().unwrap_or_default();
            let told = (of("recipient"), of("channel"), of("purpose"), about, round);
            if !outcome.told.insert(told.clone()) && !staff {
                outcome.broken.push(format!("sent twice: {told:?}"));
            }
        }
    }
    let mut sends = BTreeSet::new();
    for letter in cloud.inbox() {
        let send = letter.tags["confer-send"].clone();
        if !sends.insert(send.clone()) {
            outcome.broken.push(format!("two letters of one send: {send}"));
        }
    }
    let items = local.table().await;
    let mut claimed = BTreeSet::new();
    for item in &items {
        let (pk, sk) = (text(item, "PK"), text(item, "SK"));
        if text(item, "GSI1PK").starts_with("OUT#") {
            outcome
                .broken
                .push(format!("{pk} / {sk} still waits: {}", item["GSI1SK"]));
        }
        if pk.starts_with("RUN#") && item["completed_at"].is_null() {
            outcome.broken.push(format!("{pk} is not complete"));
        }
        claimed.extend(item["sent_as"].as_str());
        if item["status"] == "unknown" {
            outcome.unknown.insert(text(item, "sent_as"));
        }
    }
    let provider = |call: &Call| matches!(call.service, Service::Ses | Service::Sns);
    let made = cloud.calls().iter().filter(|call| provider(call)).count();
    // A throttled call proves that nothing was sent: it alone may be made again.
    let again = fault.is_some_and(|fault| fault.kind == FaultKind::Throttle);
    if made > claimed.len() + usize::from(again) {
        outcome
            .broken
            .push(format!("{made} calls to providers for {} sends", claimed.len()));
    }
    for queue in cloud.queues() {
        if queue.visible + queue.in_flight > 0 {
            outcome.broken.push(format!("{} holds messages", queue.name));
        }
    }
    outcome
}

impl Outcome {
    /// What differs from the story without a fault and must not.
    pub fn against(mut self, clean: &Outcome) -> Vec<String> {
        let differ = |what: &str, a: &BTreeSet<String>, b: &BTreeSet<String>| {
            let differing: Vec<String> = a.difference(b).cloned().collect();
            (!differing.is_empty()).then(|| format!("{what}: {}", differing.join(", ")))
        };
        self.broken.extend(differ("missing", &clean.ended, &self.ended));
        self.broken.extend(differ("too much", &self.ended, &clean.ended));
        if self.unknown.len() > 1 {
            self.broken
                .push(format!("one fault, but unknown are {:?}", self.unknown));
        }
        let lost: Vec<&Told> = clean.told.difference(&self.told).collect();
        let more: Vec<&Told> = self.told.difference(&clean.told).collect();
        // One letter is about two children at most; and only the first family's rounds may have to be repeated.
        let allowed = match self.unknown.len() {
            0 => lost.is_empty() && more.is_empty(),
            _ => {
                lost.iter()
                    .all(|told| (&told.0, &told.1, &told.2, told.4) == (&lost[0].0, &lost[0].1, &lost[0].2, lost[0].4))
                    && more.iter().all(|told| told.0 == "gu-a" && told.4 == 4)
            }
        };
        if !allowed {
            self.broken.push(format!(
                "not told: {lost:?}; told beyond: {more:?}; unknown: {:?}",
                self.unknown
            ));
        }
        self.broken
    }
}
