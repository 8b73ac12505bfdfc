//! Plays a history on the local cloud: the same handlers, clients and rules as everywhere, with a clock that jumps from due
//! time to due time. Days on which nothing is due are passed over, as a schedule that starts an empty run would.

mod objects;
mod seen;
mod trouble;

use crate::history::{Act, Channel, Fate, History, Is, Object, Says, Step, Time, What, Which};
use crate::observed::{Observed, Taken, TakenWhat};
use axum::http::StatusCode;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use confer::cloud::{self, Cloud};
use confer::settings::Settings;
use confer::world::{Work, World};
use domain::contact::{usable_address, usable_number};
use runtime::queues::Queue;
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use trouble::Queues;

/// Days that are played after the history, in peace, until everything has come to rest.
const REST_DAYS: u64 = 45;

/// Pieces of work after which it is seen that there is no end to it.
const MOST_PIECES: usize = 3_000;

/// How often the SIS sends a request again at once that was not taken.
const SENDS: usize = 4;

/// What came of a history.
pub struct Played {
    /// What can be seen of it.
    pub observed: Observed,
    /// Steps that were taken.
    pub steps: usize,
    /// Calls that functions made.
    pub calls: u64,
    /// How often a fault of each kind met a call.
    pub met: BTreeMap<cloud::FaultKind, u64>,
    /// What queues and stream did, by name, and how often.
    pub mischief: BTreeMap<&'static str, u64>,
    /// Everything that happened, line by line.
    pub trace: Vec<String>,
    /// The rows of the table at the end, where it was traced.
    pub table: Vec<String>,
}

/// Plays a history; `traced`: with every call in the trace.
pub fn play(history: &History, traced: bool) -> Played {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.expect("a runtime of one thread needs nothing");
    runtime.block_on(async {
        let mut player = Player::new(history, traced).await;
        player.history().await;
        player.rest().await;
        player.end().await
    })
}

/// The settings that every history is played with.
pub fn settings() -> Settings {
    let settings = Settings::read(|_| None).expect("the local cloud has defaults for all settings");
    // Two are enough to be told apart, and looking into sixteen takes most of the time.
    Settings { shards: 2, ..settings }
}

struct Player<'a> {
    history: &'a History,
    world: World,
    queues: Option<Queues>,
    mischief: BTreeMap<&'static str, u64>,
    observed: Observed,
    /// The newest state of each object that was taken, by key.
    objects: BTreeMap<String, Object>,
    /// Each state that was sent, and the number of its event.
    events: Vec<Object>,
    /// Requests that were not taken yet.
    unsent: Vec<Vec<Object>>,
    steps: usize,
    /// Work had no end: nothing more is played.
    restless: bool,
    /// What people will do today.
    coming: Rc<RefCell<Vec<What>>>,
    /// What they did while a call was held up.
    meanwhile: Rc<RefCell<Vec<Taken>>>,
    traced: bool,
    trace: Vec<String>,
    calls_traced: usize,
}

impl<'a> Player<'a> {
    async fn new(history: &'a History, traced: bool) -> Self {
        let settings = settings();
        let morning = NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default();
        let at = settings.district.at(history.start, morning);
        let cloud = Cloud::open_in(None, Some(at), settings.district.zone).expect("memory can be opened");
        let (mut world, _) = World::new(cloud, settings)
            .await
            .expect("a table can be created in memory");
        for (aim, skip, kind) in &history.trouble.aimed {
            world.cloud.add_fault(trouble::aimed(*aim, *skip, *kind));
        }
        for (skip, kind) in &history.trouble.faults {
            world.cloud.add_fault(trouble::fault(*skip, *kind));
        }
        let (coming, meanwhile) = (
            Rc::<RefCell<Vec<What>>>::default(),
            Rc::<RefCell<Vec<Taken>>>::default(),
        );
        let (next, done) = (coming.clone(), meanwhile.clone());
        world.meanwhile = Some(Box::new(move |world| {
            let (next, done) = (next.clone(), done.clone());
            Box::pin(async move {
                let what = if next.borrow().is_empty() {
                    return;
                } else {
                    next.borrow_mut().remove(0)
                };
                if let Some(what) = acted(world, &what).await {
                    done.borrow_mut().push(Taken { at: world.now(), what });
                }
            })
        }));
        Self {
            history,
            world,
            queues: history.trouble.queues.map(Queues::new),
            mischief: BTreeMap::new(),
            observed: Observed::default(),
            objects: BTreeMap::new(),
            events: Vec::new(),
            unsent: Vec::new(),
            steps: 0,
            coming,
            restless: false,
            meanwhile,
            traced,
            trace: Vec::new(),
            calls_traced: 0,
        }
    }

    fn date(&self, day: u32) -> NaiveDate {
        self.history.start + Days::new(u64::from(day))
    }

    fn at(&self, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.world.settings.district.at(date, time)
    }

    async fn history(&mut self) {
        let prompt = self.history.trouble.is_prompt();
        for day in 0..=self.history.days {
            if self.restless {
                return;
            }
            let date = self.date(day);
            let steps: Vec<&Step> = self.history.steps.iter().filter(|step| step.day == day).collect();
            let missed = self.history.trouble.missed.contains(&day);
            if steps.is_empty() && !self.is_due_by(date) {
                if prompt {
                    self.observed.clean_runs.push(date);
                }
                continue;
            }
            self.expect(&steps);
            self.steps_of(&steps, Time::Early, date).await;
            if !missed {
                self.run(date, day).await;
                if prompt {
                    self.observed.clean_runs.push(date);
                }
            }
            for time in [Time::Between, Time::Noon, Time::Late] {
                self.wait_until(self.at(date, time.clock())).await;
                self.steps_of(&steps, time, date).await;
            }
            let midnight = self.at(date, NaiveTime::MIN) + TimeDelta::hours(23);
            self.wait_until(midnight).await;
        }
    }

    /// Heals everything, lets what was dropped come again, and passes the time until everything has come to rest.
    async fn rest(&mut self) {
        self.world.cloud.healed();
        self.world.skew.set(TimeDelta::zero());
        if let Some(queues) = self.queues.take() {
            queues.let_go(&self.world);
            self.mischief = queues.done;
        }
        self.world.redrive().await;
        self.resend().await;
        self.sweep().await;
        if !self.unsent.is_empty() {
            self.observed
                .broken
                .push("a request is not taken when all is well".into());
        }
        let last = self.date(self.history.days);
        for day in 1..=REST_DAYS {
            let date = last + Days::new(day);
            if self.restless {
                return;
            }
            if self.is_due_by(date) {
                self.world.cloud.set_now(self.run_at(date));
                self.world.schedule_run();
                self.sweep().await;
                self.wait_until(self.at(date, NaiveTime::MIN) + TimeDelta::hours(23))
                    .await;
            }
            self.observed.clean_runs.push(date);
            self.observed.last_day = date;
        }
    }

    async fn end(mut self) -> Played {
        seen::look(&self.world, &mut self.observed).await;
        let table = if self.traced {
            seen::table(&self.world)
        } else {
            Vec::new()
        };
        if self.traced {
            self.trace.extend(seen::letters(&self.world));
            self.trace.extend(table.iter().cloned());
        }
        Played {
            steps: self.steps,
            calls: self.world.cloud.functions_calls(),
            met: self.world.cloud.met(),
            mischief: self.mischief,
            observed: self.observed,
            trace: self.trace,
            table,
        }
    }

    fn run_at(&self, date: NaiveDate) -> DateTime<Utc> {
        self.at(date, self.world.settings.district.policy.run_at)
    }

    /// Whether anything is due on that day or before.
    fn is_due_by(&self, date: NaiveDate) -> bool {
        let held = self.queues.as_ref().is_some_and(Queues::holds);
        let midnight = self.at(date + Days::new(1), NaiveTime::MIN);
        held || !self.unsent.is_empty() || self.world.next_due().is_some_and(|due| due < midnight)
    }

    /// The day's run, as often as the history says.
    async fn run(&mut self, date: NaiveDate, day: u32) {
        let trouble = &self.history.trouble;
        self.wait_until(self.run_at(date)).await;
        self.world.schedule_run();
        if trouble.at_once.contains(&day) {
            self.world.schedule_run();
            self.world.cloud.take_turns(true);
            let runs = Work::Queue(Queue::DailyDetection);
            while self.world.work().contains(&runs) {
                let waiting = self.world.cloud.bodies(Queue::DailyDetection.name()).len();
                futures::future::join_all((0..waiting).map(|_| self.world.take(runs, 1))).await;
            }
            self.world.cloud.take_turns(false);
        }
        self.settle().await;
        if trouble.twice.contains(&day) {
            self.world.schedule_run();
        }
        self.sweep().await;
    }

    /// Sweeps, unless nothing is due: each minute's sweep that finds nothing is passed over.
    async fn sweep(&mut self) {
        if self.world.is_waiting() {
            self.world.sweep_once().await;
        }
        self.settle().await;
    }

    /// Lets time pass, each due time on the way to quiet.
    async fn wait_until(&mut self, until: DateTime<Utc>) {
        while let Some(due) = self.world.next_waiting().filter(|due| !self.restless && *due <= until) {
            self.world.cloud.set_now(due);
            self.sweep().await;
        }
        self.world.cloud.set_now(until);
    }

    async fn settle(&mut self) {
        let mut pieces = 0;
        if let Some(queues) = &mut self.queues {
            pieces = queues.settle(&self.world, MOST_PIECES).await;
            if pieces >= MOST_PIECES {
                // A sender whose clock is behind puts off what the relay takes for due, until its clock has come there.
                self.world.skew.set(TimeDelta::zero());
                pieces = 0;
            }
        }
        while pieces < MOST_PIECES
            && let Some(work) = self.world.work().first()
        {
            self.world.take(*work, usize::MAX).await;
            pieces += 1;
        }
        if pieces >= MOST_PIECES && !self.restless {
            self.restless = true;
            self.observed.broken.push("work leads to work without an end".into());
        }
        self.gather();
        self.trace_calls();
    }

    fn trace_calls(&mut self) {
        if self.traced {
            let calls = self.world.cloud.calls();
            let now = self.world.now();
            for call in &calls[self.calls_traced..] {
                let index = call.index.as_deref().unwrap_or_default();
                let (function, invocation, operation) = (&call.function, call.invocation, &call.operation);
                self.trace
                    .push(format!("{now} {function} {invocation} {operation} {index}"));
            }
            self.calls_traced = calls.len();
        }
    }

    async fn steps_of(&mut self, steps: &[&Step], time: Time, date: NaiveDate) {
        for (minute, step) in steps.iter().filter(|step| step.time == time).enumerate() {
            let minute = TimeDelta::minutes(i64::try_from(minute).unwrap_or_default());
            self.wait_until(self.at(date, time.clock()) + minute).await;
            self.resend().await;
            self.steps += 1;
            if self.traced {
                self.trace.push(format!("{} {:?}", self.world.now(), step.what));
            }
            self.step(&step.what).await;
            self.settle().await;
        }
    }

    fn taken(&mut self, what: TakenWhat) {
        let at = self.world.now();
        self.observed.taken.push(Taken { at, what });
    }

    async fn step(&mut self, what: &What) {
        match what {
            What::Sis(objects) => self.tell(objects).await,
            What::Act { .. } => {
                let at = self.coming.borrow().iter().position(|coming| coming == what);
                let Some(at) = at else { return };
                self.coming.borrow_mut().remove(at);
                if let Some(taken) = acted(&self.world, what).await {
                    self.taken(taken);
                }
            }
            What::CloseCheck {
                student,
                which,
                student_safe,
                family_safe,
            } => {
                let Some(n) = conference(&self.world, student, *which).await else {
                    return;
                };
                let body = json!({
                    "command": "close_task", "task": format!("{student}.t{n}.welfare_check"), "called": "a neighbour",
                    "student_safe": student_safe, "family_safe": family_safe,
                });
                if self.command(&body).await == StatusCode::OK {
                    self.taken(TakenWhat::CheckClosed {
                        student: student.clone(),
                        conference: n,
                        closed: student_safe.is_some() && family_safe.is_some(),
                    });
                }
            }
            What::Acknowledge { student } => {
                let body = json!({"command": "close_task", "task": format!("{student}.t0.urgent_reply")});
                if self.command(&body).await == StatusCode::OK {
                    self.taken(TakenWhat::Acknowledged {
                        student: student.clone(),
                    });
                }
            }
            What::Names { student } => {
                let body = json!({
                    "command": "set_emergency_contact", "student": student, "name": "a neighbour",
                    "relation": "neighbour", "phone": "860-555-0199",
                });
                if self.command(&body).await == StatusCode::OK {
                    self.taken(TakenWhat::Named {
                        student: student.clone(),
                    });
                }
            }
            What::Text { guardian, says } => self.text(guardian, *says).await,
            What::Report {
                guardian,
                channel,
                fate,
            } => self.report(guardian, *channel, *fate).await,
        }
    }

    /// The SIS sends objects, in requests of at most as many events as one may hold.
    async fn tell(&mut self, objects: &[Object]) {
        self.unsent.extend(objects.chunks(250).map(<[Object]>::to_vec));
        for object in objects {
            self.taken(TakenWhat::Object(object.clone()));
            let known = self.objects.get(&objects::key(object));
            let newer = |known: &Object| (known.modified, known.sequence) <= (object.modified, object.sequence);
            if known.is_none_or(newer) {
                self.objects.insert(objects::key(object), object.clone());
            }
        }
        for _ in 0..SENDS {
            self.resend().await;
            self.settle().await;
        }
    }

    /// Sends again what was not taken.
    async fn resend(&mut self) {
        for objects in std::mem::take(&mut self.unsent) {
            let events: Vec<_> = objects
                .iter()
                .map(|object| objects::event(object, self.event_number(object)))
                .collect();
            let now = self.world.now();
            let request = confer::client::of_the_sis(&self.world.settings, &json!(events).to_string(), now);
            let request = request
                .map_err(|confer::client::ClientError(why)| why)
                .expect("a secret is set");
            let answer = self.world.sis_event(&request).await;
            match answer.map(|answer| (answer.status(), answer.into_body())) {
                Some((StatusCode::ACCEPTED, _)) => {}
                Some((status, body)) if status != StatusCode::SERVICE_UNAVAILABLE => {
                    self.observed
                        .broken
                        .push(format!("the SIS was answered {status}: {body}"));
                }
                _ => self.unsent.push(objects),
            }
        }
    }

    /// One state of one object is one event, however often it is sent.
    fn event_number(&mut self, object: &Object) -> usize {
        self.events.iter().position(|known| known == object).unwrap_or_else(|| {
            self.events.push(object.clone());
            self.events.len() - 1
        })
    }

    /// What people do today can happen earlier, in the middle of a function's call.
    fn expect(&mut self, steps: &[&Step]) {
        let acts = steps
            .iter()
            .map(|step| &step.what)
            .filter(|what| matches!(what, What::Act { .. }));
        *self.coming.borrow_mut() = acts.cloned().collect();
    }

    async fn command(&mut self, body: &serde_json::Value) -> StatusCode {
        commanded(&self.world, body).await
    }

    /// Whatever was done while a call was held up.
    fn gather(&mut self) {
        let done = std::mem::take(&mut *self.meanwhile.borrow_mut());
        if self.traced {
            self.trace.extend(
                done.iter()
                    .map(|taken| format!("{} meanwhile {:?}", taken.at, taken.what)),
            );
        }
        self.observed.taken.extend(done);
    }

    /// The guardian's number and address, as the SIS has them now, where they can be used.
    fn contact(&self, guardian: &str, channel: Channel) -> Option<String> {
        let object = self.objects.get(&format!("user#{guardian}"))?;
        let Is::Guardian { sms, email, .. } = &object.is else {
            return None;
        };
        let usable = match channel {
            Channel::Sms => usable_number(sms.as_ref()?),
            Channel::Email => usable_address(email.as_ref()?),
        };
        usable.map(|contact| contact.reveal().to_owned())
    }

    async fn text(&mut self, guardian: &str, says: Says) {
        let Some(number) = self.contact(guardian, Channel::Sms) else {
            return;
        };
        let words = match says {
            Says::Stop => "STOP",
            Says::Start => "START",
            Says::WrongNumber => "wrong number",
            Says::Question => "What time does school start?",
            Says::Danger => "I want to kill myself",
        };
        let asked = json!({"sms_from": number, "text": words});
        if let Err(problem) = self.world.feedback(&asked.to_string()).await {
            self.observed
                .broken
                .push(format!("a text cannot come in: {}", problem.1));
        }
        self.taken(TakenWhat::Text { number, says });
    }

    async fn report(&mut self, guardian: &str, channel: Channel, fate: Fate) {
        let Some(to) = self.contact(guardian, channel) else {
            return;
        };
        let left = self.world.cloud.inbox();
        let wanted = match channel {
            Channel::Sms => cloud::Channel::Sms,
            Channel::Email => cloud::Channel::Email,
        };
        let of_family = |letter: &&cloud::Letter| {
            letter.channel == wanted
                && letter.to.eq_ignore_ascii_case(&to)
                && letter
                    .tags
                    .get("confer-purpose")
                    .is_some_and(|purpose| purpose == "invitation")
        };
        let Some(letter) = left.iter().rfind(of_family) else {
            return;
        };
        let event = match (fate, channel) {
            (Fate::Delivered, _) => "delivered",
            (Fate::Bounced, _) => "bounced",
            (Fate::Complained, Channel::Email) => "complained",
            (Fate::Complained, Channel::Sms) => return,
        };
        let asked = json!({"message": letter.id, "event": event});
        if let Err(problem) = self.world.feedback(&asked.to_string()).await {
            self.observed
                .broken
                .push(format!("a report cannot come in: {}", problem.1));
        }
        self.taken(TakenWhat::Report {
            letter: letter.id.clone(),
            fate,
        });
    }
}

/// The number of a student's oldest or newest conference.
async fn conference(world: &World, student: &str, which: Which) -> Option<u32> {
    let record = world.person.table.load(&student.into()).await;
    let mut numbers = record.expect("no fault befalls a person").conferences.into_keys();
    match which {
        Which::Oldest => numbers.next(),
        Which::Newest => numbers.next_back(),
    }
}

async fn commanded(world: &World, body: &serde_json::Value) -> StatusCode {
    match world.command(&body.to_string()).await {
        Ok(_) => StatusCode::OK,
        Err(problem) => problem.0,
    }
}

/// A family or staff do something about a conference; `None`: there is none.
async fn acted(world: &World, what: &What) -> Option<TakenWhat> {
    let What::Act {
        student,
        which,
        actor,
        act,
    } = what
    else {
        return None;
    };
    let n = conference(world, student, *which).await?;
    let mut starts_at = None;
    let mut body = match act {
        Act::Schedule { in_days } => {
            let afternoon = NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default();
            let at = (world.today() + Days::new(u64::from(*in_days)))
                .and_time(afternoon)
                .and_utc();
            starts_at = Some(at);
            json!({"command": "schedule", "starts_at": at, "mode": "phone"})
        }
        Act::Decline => json!({"command": "decline"}),
        Act::Cancel => json!({"command": "cancel"}),
        Act::AskForCall => json!({"command": "ask_for_call"}),
        Act::LogAttempt { reached } => json!({"command": "log_attempt", "channel": "phone", "reached": reached}),
        Act::MarkHeld => json!({"command": "mark_held"}),
        Act::MarkNoShow => json!({"command": "mark_no_show"}),
    };
    body["conference"] = json!(format!("{student}.c{n}"));
    body["actor"] = json!(actor);
    Some(match commanded(world, &body).await {
        StatusCode::OK => TakenWhat::Acted {
            student: student.clone(),
            conference: n,
            actor: actor.clone(),
            act: *act,
            starts_at,
        },
        refused => TakenWhat::Refused {
            student: student.clone(),
            conference: n,
            actor: actor.clone(),
            act: *act,
            status: refused.as_u16(),
        },
    })
}
