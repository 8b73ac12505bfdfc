//! What AWS does around the functions: takes records from the stream and messages from the queues, starts the daily run,
//! sweeps, and lets time pass from one due time to the next. One thing at a time, always in the same order.

use crate::cloud::{Cloud, Received};
use crate::settings::Settings;
use aws_lambda_events::dynamodb::Event;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use commands::Office;
use family_pages::FamilyPages;
use futures::FutureExt;
use futures::future::LocalBoxFuture;
use http::{Request, Response};
use outbox_relay::{Answer, Woken};
use runtime::App;
use runtime::queues::{Queue, Queues, Run};
use send_email::SendEmail;
use send_sms::SendSms;
use sis_webhook::Webhook;
use std::cell::Cell;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use store::erase::Tombstones;
use store::{StoreError, Table};

/// Records of the stream that the relay takes at once.
const STREAM_BATCH: usize = 100;
/// Messages that a function takes at once.
const QUEUE_BATCH: usize = 10;
/// Pieces of work that `roster-projection` takes at once: a roster comes in by the thousand, and what belongs to a class, a
/// school or the district is read once for all of them.
const PROJECTION_BATCH: usize = 100;
/// How often records of the stream are tried before they are left to the sweep.
const STREAM_TRIES: usize = 10;
/// Pieces of work that go first while a call is held up.
const GO_FIRST: usize = 20;
/// The name by which the calls of whoever looks at this world are known.
const PERSON: &str = "local-person";
/// The name by which the calls of `commands` are known: people give them, and no fault that is meant for a function meets one.
const COMMANDS: &str = "local-commands";
/// The name of the table of who was erased.
const ERASED: &str = "erased";
/// The name by which the schedule's own look at the table is known.
const SCHEDULE: &str = "local-schedule";

/// Something that is done in the world from outside, while a function waits.
pub type Meanwhile = Box<dyn for<'a> Fn(&'a World) -> LocalBoxFuture<'a, ()>>;

/// What waits for a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Records of the table's stream, for the relay.
    Stream,
    /// Messages of a queue.
    Queue(Queue),
}

/// The functions, wired to one local cloud.
pub struct World {
    /// The cloud.
    pub cloud: Cloud,
    /// The settings.
    pub settings: Settings,
    /// The functions' own application, for whoever looks at this world.
    pub person: App,
    /// The same, for commands in the place of a person.
    pub commands: Office,
    webhook: Webhook,
    family_pages: FamilyPages,
    roster_projection: App,
    daily_detection: App,
    outbox_relay: App,
    escalate: App,
    pub(crate) delivery_feedback: App,
    send_sms: SendSms,
    send_email: SendEmail,
    swept_at: Option<DateTime<Utc>>,
    /// What people do while a call is held up.
    pub meanwhile: Option<Meanwhile>,
    /// By how much the functions' clocks are wrong.
    pub skew: Cell<TimeDelta>,
    /// How often the next records of the stream have failed.
    stream_failed: Cell<usize>,
    /// How many text messages families have written since it was wired.
    pub(crate) texts: u64,
}

impl World {
    /// Wires the functions, and creates the table where it is not there yet; whether it was created.
    ///
    /// # Errors
    /// The table's.
    pub async fn new(cloud: Cloud, settings: Settings) -> Result<(Self, bool), StoreError> {
        let app = |function: &str| App {
            table: Table::new(cloud.dynamodb_client(function), &settings.table).with_shards(settings.shards),
            district: settings.district.clone(),
            contacts: Some(settings.contacts.clone()),
            queues: Queues::new(
                cloud.sqs_client(function),
                Queue::ALL
                    .map(|queue| (queue, Cloud::queue_url(queue.name())))
                    .into_iter()
                    .collect(),
            ),
        };
        cloud.is_of_a_world();
        let person = app(PERSON);
        let created = person.table.definition()?.send().await;
        let created = match created {
            Ok(_) => true,
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|e| e.is_resource_in_use_exception()) =>
            {
                false
            }
            Err(error) => return Err(error.into()),
        };
        let erased = |function| Tombstones::new(cloud.dynamodb_client(function), ERASED);
        if created {
            person.table.adopt().await?;
            erased(PERSON).definition()?.send().await?;
        }
        let world = Self {
            webhook: Webhook {
                table: app("sis-webhook").table,
                secrets: settings.secrets.clone(),
                policy: settings.district.policy.clone(),
            },
            family_pages: FamilyPages::new(app("family-pages"), settings.families.clone()),
            roster_projection: app("roster-projection"),
            daily_detection: app("daily-detection"),
            outbox_relay: app("outbox-relay"),
            escalate: app("escalate"),
            commands: Office {
                app: app(COMMANDS),
                erased: erased(COMMANDS),
            },
            delivery_feedback: app("delivery-feedback"),
            send_sms: SendSms {
                app: app("send-sms"),
                sns: cloud.sns_client("send-sms"),
                families: settings.families.clone(),
                origin: settings.sms_origin.clone(),
            },
            send_email: SendEmail {
                app: app("send-email"),
                ses: cloud.ses_client("send-email"),
                families: settings.families.clone(),
            },
            person,
            cloud,
            settings,
            swept_at: None,
            meanwhile: None,
            skew: Cell::new(TimeDelta::zero()),
            stream_failed: Cell::new(0),
            texts: 0,
        };
        Ok((world, created))
    }

    /// The time it is.
    pub fn now(&self) -> DateTime<Utc> {
        self.cloud.now()
    }

    /// The day it is in the district.
    pub fn today(&self) -> NaiveDate {
        self.settings.district.today(self.now())
    }

    /// Answers a request to `POST /sis/events`; `None`: the function crashed.
    pub async fn sis_event(&self, request: &Request<Vec<u8>>) -> Option<Response<String>> {
        let answer = Box::pin(self.webhook.handle(request, self.now()));
        self.attend("sis-webhook", answer).await
    }

    /// Answers a request below `/f/`, from this machine; `None`: the function crashed.
    pub async fn family_page(&self, request: &Request<Vec<u8>>) -> Option<Response<String>> {
        let answer = Box::pin(self.family_pages.handle(request, "127.0.0.1", self.now()));
        self.attend("family-pages", answer).await
    }

    /// Brings stream and queues to quiet: only what a function that is down would take may be left.
    pub async fn settle(&self) {
        while let Some(work) = self.work().first() {
            self.take(*work, usize::MAX).await;
        }
    }

    /// What waits for functions that run, in the order in which it is taken.
    pub fn work(&self) -> Vec<Work> {
        let stream = self.runs("outbox-relay") && self.cloud.streams(&self.settings.table);
        let queues = self.cloud.visible_queues();
        let waits = |queue: &Queue| queues.iter().any(|name| name == queue.name()) && self.runs(queue.name());
        let queues = Queue::ALL.into_iter().filter(waits).map(Work::Queue);
        stream.then_some(Work::Stream).into_iter().chain(queues).collect()
    }

    pub(crate) fn runs(&self, function: &str) -> bool {
        !self.cloud.is_down(function, self.today())
    }

    /// Hands the next of some work to its function: as much as it takes at once, `most` at most.
    pub async fn take(&self, work: Work, most: usize) {
        self.hand_over(work, most, true).await;
    }

    /// As [`World::take`], but what is done is not crossed off: it comes again.
    pub async fn take_for_nothing(&self, work: Work, most: usize) {
        self.hand_over(work, most, false).await;
    }

    async fn hand_over(&self, work: Work, most: usize, crossed_off: bool) {
        match work {
            Work::Stream => self.take_records(most, crossed_off).await,
            Work::Queue(queue) => self.take_messages(queue, most, crossed_off).await,
        }
    }

    /// Lets the next records of the stream expire, as they do that nobody took within a day.
    pub fn expire_records(&self) {
        let records = self.cloud.stream(&self.settings.table, STREAM_BATCH);
        if let Some(last) = records.last().and_then(|record| record.change.sequence_number.as_ref()) {
            self.cloud.stream_done(last);
        }
    }

    /// Somebody mended the cause: whatever became a dead letter is done again.
    pub async fn redrive(&self) {
        for queue in Queue::ALL {
            let dead = format!("{}-dlq", queue.name());
            for message in self.cloud.receive(&dead, usize::MAX) {
                self.cloud.send(queue.name(), &message.body);
                self.cloud.delete(&dead, &message.receipt);
            }
        }
    }

    /// Waits for a function; `None`: it died. While a call of it is held up, others go first.
    pub(crate) async fn attend<T>(&self, function: &str, work: impl Future<Output = T>) -> Option<T> {
        self.cloud.invoked();
        let mut crashed = pin!(self.cloud.crashed_in(function));
        let mut work = pin!(AssertUnwindSafe(work).catch_unwind());
        loop {
            tokio::select! {
                biased;
                () = &mut crashed => return None,
                () = self.cloud.held_up() => {
                    self.cloud.calm(true);
                    self.cloud.lapse();
                    self.cloud.go_on();
                    if let Some(meanwhile) = &self.meanwhile {
                        meanwhile(self).await;
                    }
                    for _ in 0..GO_FIRST {
                        match self.work().first() {
                            Some(work) => Box::pin(self.take(*work, usize::MAX)).await,
                            None => break,
                        }
                    }
                    self.cloud.calm(false);
                }
                done = &mut work => return done.ok(),
            }
        }
    }

    /// Hands the next records of the stream to the relay.
    async fn take_records(&self, most: usize, crossed_off: bool) {
        let records = self.cloud.stream(&self.settings.table, STREAM_BATCH.min(most));
        let Some(last) = records.last().and_then(|record| record.change.sequence_number.clone()) else {
            return;
        };
        let mut event = Event::default();
        event.records = records;
        let done = match self.relay(Woken::Stream(event)).await {
            Some(Answer::Stream(answer)) => answer.batch_item_failures.is_empty(),
            _ => false,
        };
        let failed = if done { 0 } else { self.stream_failed.get() + 1 };
        self.stream_failed.set(failed % STREAM_TRIES);
        if crossed_off && done || failed == STREAM_TRIES {
            self.cloud.stream_done(&last);
        }
    }

    async fn relay(&self, woken: Woken) -> Option<Answer> {
        let relay = Box::pin(outbox_relay::handle(&self.outbox_relay, woken, self.now()));
        match self.attend("outbox-relay", relay).await? {
            Ok(answer) => Some(answer),
            Err(failure) => {
                runtime::batch::report("outbox-relay", "sweep", &failure);
                None
            }
        }
    }

    /// Hands the next messages of a queue to its function.
    async fn take_messages(&self, queue: Queue, most: usize, crossed_off: bool) {
        let received = self.cloud.receive(queue.name(), taken_at_once(queue).min(most));
        let response = self.attend(queue.name(), self.handle(queue, batch(&received))).await;
        for message in &received {
            let failed = response.as_ref().is_none_or(|response| {
                response
                    .batch_item_failures
                    .iter()
                    .any(|failure| failure.item_identifier == message.id)
            });
            if failed || !crossed_off {
                self.cloud.give_back(queue.name(), &message.receipt);
            } else {
                self.cloud.delete(queue.name(), &message.receipt);
            }
        }
    }

    async fn handle(&self, queue: Queue, event: SqsEvent) -> SqsBatchResponse {
        let now = self.now() + self.skew.get();
        match queue {
            Queue::RosterProjection => Box::pin(roster_projection::handle(&self.roster_projection, event, now)).await,
            Queue::DailyDetection => Box::pin(daily_detection::handle(&self.daily_detection, event, now)).await,
            Queue::Escalate => Box::pin(escalate::handle(&self.escalate, event, now)).await,
            Queue::SendSms => Box::pin(self.send_sms.handle(event, now)).await,
            Queue::SendEmail => Box::pin(self.send_email.handle(event, now)).await,
            Queue::DeliveryFeedback => Box::pin(delivery_feedback::handle(&self.delivery_feedback, event, now)).await,
        }
    }

    /// Relays what waits and is due, then brings everything to quiet.
    pub async fn sweep(&mut self) {
        self.sweep_once().await;
        self.settle().await;
    }

    /// Relays what waits and is due.
    pub async fn sweep_once(&mut self) {
        self.swept_at = Some(self.now());
        if self.runs("outbox-relay") {
            self.relay(Woken::Schedule { sweep: true }).await;
        }
    }

    /// The schedule starts today's run, and everything that follows is done.
    pub async fn start_run(&self) {
        self.schedule_run();
        self.settle().await;
    }

    /// The schedule starts today's run.
    pub fn schedule_run(&self) {
        let scheduled = self
            .settings
            .district
            .at(self.today(), self.settings.district.policy.run_at);
        let start = serde_json::json!(Run::Start { scheduled });
        self.cloud.send(Queue::DailyDetection.name(), &start.to_string());
    }

    /// When the next daily run starts.
    pub(crate) fn next_run(&self) -> DateTime<Utc> {
        let district = &self.settings.district;
        let today = district.at(self.today(), district.policy.run_at);
        if today > self.now() {
            today
        } else {
            let tomorrow = self.today().succ_opt().unwrap_or(self.today());
            district.at(tomorrow, district.policy.run_at)
        }
    }

    /// Lets a standing clock move to noon of `to`, through every due time on the way, each to quiet.
    pub async fn advance(&mut self, to: NaiveDate) {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        self.play_until(self.settings.district.at(to, noon)).await;
    }

    /// When something is due next: what waits to be sent, or the run that must look at a student; `None`: nothing is.
    pub fn next_due(&self) -> Option<DateTime<Utc>> {
        let (run, district) = (self.next_run(), &self.settings.district);
        let looked_at = self.cloud.first_in_index(&self.settings.table, "GSI1", "DUE", "");
        let looked_at = looked_at.and_then(|key| {
            let date: NaiveDate = key.split_once('#')?.0.parse().ok()?;
            Some(run.max(district.at(date, district.policy.run_at)))
        });
        [looked_at, self.next_waiting()].into_iter().flatten().min()
    }

    /// When the next row of the outbox comes due after now; `None`: nothing waits for a later time.
    pub fn next_waiting(&self) -> Option<DateTime<Utc>> {
        self.waiting_after(&format!("{}$", store::keys::instant(self.now())))
    }

    /// Whether a row of the outbox is due, so that a sweep finds something.
    pub fn is_waiting(&self) -> bool {
        self.waiting_after("").is_some_and(|due| due <= self.now())
    }

    fn waiting_after(&self, key: &str) -> Option<DateTime<Utc>> {
        let key = self.cloud.first_in_index(&self.settings.table, "GSI1", "OUT", key)?;
        key.split_once('#')?.0.parse().ok()
    }

    /// Lets a standing clock move to `rest_at`, through every due time on the way, each to quiet.
    pub async fn play_until(&mut self, rest_at: DateTime<Utc>) {
        self.start_run_if_missed().await;
        self.sweep().await;
        loop {
            let run = self.next_run();
            let due = self.next_waiting();
            let next = due.map_or(run, |due| due.min(run));
            if next > rest_at {
                break;
            }
            self.cloud.set_now(next);
            if next == run {
                self.start_run().await;
            }
            self.sweep().await;
        }
        self.cloud.set_now(rest_at);
        self.sweep().await;
    }

    /// What a running clock makes happen: called every second or so.
    pub async fn tick(&mut self) {
        self.start_run_if_missed().await;
        let now = self.now();
        if self.swept_at.is_none_or(|at| now - at >= chrono::TimeDelta::minutes(1)) {
            self.sweep().await;
        } else {
            self.settle().await;
        }
    }

    /// Starts today's run where its time has come and it has not begun: this process was not there, or was killed between
    /// moving the clock and starting it.
    async fn start_run_if_missed(&self) {
        let (today, district) = (self.today(), &self.settings.district);
        if self.now() >= district.at(today, district.policy.run_at)
            && self.runs("daily-detection")
            && !self.ran_on(today).await
        {
            self.start_run().await;
        }
    }

    async fn ran_on(&self, date: NaiveDate) -> bool {
        let client = self.cloud.dynamodb_client(SCHEDULE);
        let run = client
            .get_item()
            .table_name(&self.settings.table)
            .key("PK", AttributeValue::S(store::keys::run(date)))
            .key("SK", AttributeValue::S(store::keys::ROOT.to_owned()))
            .send()
            .await;
        run.is_ok_and(|run| run.item.is_some())
    }

    /// Every item of the table, as plain JSON.
    pub fn items(&self) -> Vec<serde_json::Value> {
        self.cloud.items(&self.settings.table)
    }
}

fn taken_at_once(queue: Queue) -> usize {
    match queue {
        Queue::RosterProjection => PROJECTION_BATCH,
        _ => QUEUE_BATCH,
    }
}

fn batch(received: &[Received]) -> SqsEvent {
    let mut event = SqsEvent::default();
    for message in received {
        let mut record = SqsMessage::default();
        record.message_id = Some(message.id.clone());
        record.receipt_handle = Some(message.receipt.clone());
        record.body = Some(message.body.clone());
        event.records.push(record);
    }
    event
}
