//! A bad day, which lasts from the roster to the principal's checks: everything fails that can fail. The same days are
//! played a second time without a fault, and what became of both is compared.

mod outcome;

use super::chronicle::Chronicle;
use super::dates::{day_22, school_days_after};
use super::families::{Family, at_school};
use super::stage::{Stage, period, roster};
use super::three_strikes::{SCHOOL, first_day};
use crate::client::ClientError;
use crate::settings::Settings;
use chrono::{Days, NaiveDate, TimeDelta};
use outcome::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;

/// Calls that the providers throttle, half of them SNS, half of them SES: they may be made again.
const REFUSED: usize = 6;
/// Calls that do not reach a provider, and are not answered.
const LOST: usize = 1;
/// Sends of which nobody can know: what was lost, what was taken and not answered, and what a function died over.
const LAPSED: usize = LOST + 4;

/// Plays it; the stage as it is then, and whether nothing was lost.
pub(super) async fn play(settings: &Settings, out: &mut (dyn Write + Send)) -> Result<(Stage, bool), ClientError> {
    let first = first_day();
    let roster = roster()?;
    let families = at_school(&roster, SCHOOL, day_22(first));
    let mut day = BadDay {
        stage: Stage::new(settings, first).await?,
        settings,
        told: Chronicle::new(out),
        first,
        families: &families,
        faults: 0,
    };
    day.told
        .say("A bad day at Maple Harbor Public Schools, which does not exist. ✓ where nothing came of it.")?;
    day.roster(&roster).await?;
    day.forged(&roster).await?;
    day.missed_runs().await?;
    day.providers().await?;

    // Nobody answers, so that each family is asked three times, and each child is checked on. What a fault made unknown
    // is asked again; by then all of it is over, on the bad day too.
    let end = school_days_after(day_22(first), 15);
    day.stage.to(end).await?;
    let calm = Stage::new(settings, first).await?;
    calm.tell(&roster).await?;
    calm.tell(&[period(SCHOOL, first, calm.cloud.now(), true)]).await?;
    calm.to(end).await?;
    day.compare(end, &Outcome::of(&calm).await?).await?;
    let BadDay { stage, told, .. } = day;
    Ok((stage, told.end()?))
}

struct BadDay<'a> {
    stage: Stage,
    settings: &'a Settings,
    told: Chronicle<'a>,
    first: NaiveDate,
    families: &'a [Family],
    /// How many faults were asked for since they were last counted.
    faults: u64,
}

impl BadDay<'_> {
    async fn roster(&mut self, roster: &[Value]) -> Result<(), ClientError> {
        for fault in [
            json!({"function": "sis-webhook", "fault": "crash", "skip": 300, "after": true}),
            json!({"service": "dynamodb", "function": "sis-webhook", "fault": "throttle", "times": 3, "skip": 20}),
            json!({"service": "dynamodb", "function": "roster-projection", "fault": "throttle", "times": 9, "skip": 90}),
            json!({"service": "dynamodb", "function": "roster-projection", "fault": "crash", "skip": 700, "after": true}),
            json!({"service": "sqs", "function": "outbox-relay", "fault": "timeout_after_effect", "times": 2, "skip": 5}),
        ] {
            self.fault(fault).await?;
        }
        self.stage.tell(roster).await?;
        self.stage
            .tell(&[period(SCHOOL, self.first, self.stage.cloud.now(), true)])
            .await?;
        let described = roster
            .iter()
            .filter(|event| event["data"]["roles"][0]["role"] == "student")
            .count();
        let what = format!(
            "The table throttles, functions die half-way, and the roster comes in: all {described} students are there"
        );
        let at = (self.first, "08:00");
        self.told
            .step(at, "R3", what, &self.stage.students().await?, &described)?;
        self.all_met(at)
    }

    async fn forged(&mut self, roster: &[Value]) -> Result<(), ClientError> {
        let changed = self.changed().await?;
        let now = self.stage.cloud.now();
        let rescinded = json!([period(SCHOOL, self.first, now + TimeDelta::minutes(1), false)]).to_string();
        let stranger = Settings::read(|name| {
            (name == "CONFER_WEBHOOK_SECRETS").then(|| "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldCwgZ3Vlc3NlZA==".into())
        })
        .map_err(|error| ClientError(error.to_string()))?;
        let (forged, _) = self.stage.deliver(&rescinded, &stranger, now).await?;
        let earlier = now - TimeDelta::minutes(6);
        let (stale, _) = self.stage.deliver(&rescinded, self.settings, earlier).await?;
        let known = json!(roster.iter().take(100).collect::<Vec<_>>()).to_string();
        let (again, answer) = self.stage.deliver(&known, self.settings, now).await?;
        let found = (
            forged,
            stale,
            again,
            answer["duplicates"].as_u64(),
            self.changed().await? - changed,
        );
        let what = "A request is forged, one is six minutes old, one a copy of what was taken: nothing is written";
        self.told.step(
            (self.first, "08:00"),
            "R3",
            what,
            &found,
            &(401, 401, 202, Some(100), 0),
        )
    }

    async fn missed_runs(&mut self) -> Result<(), ClientError> {
        let due = day_22(self.first);
        let back = due + Days::new(3);
        for missed in 0..3 {
            let on = due + Days::new(missed);
            self.fault(json!({"function": "daily-detection", "fault": "down", "on": on}))
                .await?;
        }
        self.stage.to(back - Days::new(1)).await?;
        let what = "No daily run for three days, day 22 among them: nobody has been asked";
        let at = (back - Days::new(1), "12:00");
        self.told.step(
            at,
            "R3",
            what,
            &self.stage.items("/_local/conferences").await?.len(),
            &0,
        )?;

        self.stage.cloud.healed();
        self.faults = 0;
        for fault in [
            json!({"function": "daily-detection", "fault": "crash", "skip": 60, "after": true}),
            json!({"function": "daily-detection", "fault": "crash", "skip": 20}),
            json!({"service": "dynamodb", "function": "daily-detection", "fault": "throttle", "times": 20, "skip": 40}),
            json!({"service": "dynamodb", "function": "daily-detection", "fault": "timeout_after_effect", "skip": 70}),
            json!({"service": "sns", "fault": "throttle", "times": REFUSED / 2, "skip": 1}),
            json!({"service": "sns", "fault": "timeout", "times": LOST, "skip": 3}),
            json!({"service": "sns", "fault": "timeout_after_effect", "times": 2, "skip": 5}),
            json!({"service": "ses", "fault": "throttle", "times": REFUSED / 2, "skip": 1}),
            json!({"service": "ses", "fault": "timeout_after_effect", "skip": 4}),
            json!({"service": "ses", "function": "send-email", "fault": "crash", "skip": 8, "after": true}),
        ] {
            self.fault(fault).await?;
        }
        self.stage.to(back).await?;
        let expected: BTreeSet<String> = self.families.iter().map(|it| format!("{} {due}", it.student)).collect();
        let mut found: Vec<String> = Vec::new();
        for conference in self.stage.items("/_local/conferences").await? {
            let of = |name: &str| conference[name].as_str().unwrap_or_default().to_owned();
            found.push(format!("{} {}", of("student"), of("due_on")));
        }
        found.sort();
        let what = format!(
            "The next run dies twice and is throttled: {} conferences, one a student, each still due on {due}",
            expected.len()
        );
        self.told
            .step((back, "09:00"), "R3", what, &found, &expected.into_iter().collect())
    }

    async fn providers(&mut self) -> Result<(), ClientError> {
        let back = day_22(self.first) + Days::new(3);
        let outcome = Outcome::of(&self.stage).await?;
        let what = format!(
            "Providers throttle and time out: of {LAPSED} messages nobody can know whether they left, so they never count"
        );
        self.told.step((back, "09:20"), "R9", what, &outcome.unknown, &LAPSED)?;
        self.all_met((back, "12:00"))
    }

    /// Why one can know.
    async fn compare(&mut self, end: NaiveDate, calm: &Outcome) -> Result<(), ClientError> {
        let bad = Outcome::of(&self.stage).await?;
        let at = (end, "12:00");
        self.told
            .say("Why one can know that nothing is lost: the same days, played a second time without a fault.")?;
        let what = format!(
            "The same {} conferences, each with the same due date",
            calm.conferences.len()
        );
        self.told.step(at, "R3", what, &bad.conferences, &calm.conferences)?;
        let what = format!(
            "The same end of each, and the same {} tasks",
            calm.ended.len() - calm.conferences.len()
        );
        self.told.step(at, "R10", what, &bad.ended, &calm.ended)?;
        let what = format!(
            "By the providers' own record {} messages left, and none of them twice",
            bad.left
        );
        self.told.step(at, "R9", what, &bad.twice, &Vec::new())?;
        let what = format!(
            "They were called {} times: {REFUSED} calls they throttled, {LOST} did not reach them, {} they took",
            bad.calls, bad.left
        );
        self.told
            .step(at, "R9", what, &bad.calls, &(bad.left + REFUSED + LOST))?;
        let what = format!("{} welfare checks were opened, none of them twice", bad.checks.len());
        self.told.step(at, "R10", what, &bad.checks, &calm.checks)?;
        let what = "Every queue is empty, and every dead-letter queue; nothing waits to be sent";
        self.told.step(at, "R9", what, &bad.waiting, &Vec::new())?;
        let what = format!(
            "Every message to a family is accounted for: {} ({} without faults)",
            bad.accounts(),
            calm.accounts()
        );
        self.told.step(at, "R9", what, &bad.unaccounted, &Vec::new())
    }

    /// Every fault that was asked for befell a call: one that did not would prove nothing.
    fn all_met(&mut self, at: (NaiveDate, &str)) -> Result<(), ClientError> {
        let asked_for = std::mem::take(&mut self.faults);
        let what = format!("{asked_for} faults were asked for, and each of them befell a call");
        self.told.step(at, "", what, &self.stage.cloud.faults(), &Vec::new())
    }

    async fn fault(&mut self, fault: Value) -> Result<(), ClientError> {
        self.faults += fault["times"].as_u64().unwrap_or(1);
        self.stage.done("/_local/faults", &fault).await
    }

    async fn changed(&self) -> Result<u64, ClientError> {
        let figures = self.stage.get("/_local/figures").await?;
        Ok(figures["changed_items"].as_u64().unwrap_or_default())
    }
}
