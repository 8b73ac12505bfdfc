//! What goes wrong, done: faults for single calls, and queues that keep no more than queues promise.

use crate::history::{Aim, FaultKind};
use chrono::{NaiveDate, TimeDelta};
use confer::cloud;
use confer::world::{Work, World};
use std::collections::BTreeMap;

/// Tricks that are played in one go; after them everything is taken as it comes, so that it comes to an end.
const TRICKS: u32 = 12;
/// Somebody redrives the dead letters after so long, whatever the dice say.
const SURELY_REDRIVEN: TimeDelta = TimeDelta::days(5);

/// The fault that befalls the call of a function before which `skip` others came.
pub fn fault(skip: u64, kind: FaultKind) -> cloud::Fault {
    let (kind, after) = match kind {
        FaultKind::CrashBefore => (cloud::FaultKind::Crash, false),
        FaultKind::CrashAfter => (cloud::FaultKind::Crash, true),
        FaultKind::Throttle => (cloud::FaultKind::Throttle, false),
        FaultKind::Error => (cloud::FaultKind::Error, skip % 2 == 1),
        FaultKind::Timeout => (cloud::FaultKind::Timeout, false),
        FaultKind::TimeoutAfterEffect => (cloud::FaultKind::TimeoutAfterEffect, false),
        FaultKind::Conflict => (cloud::FaultKind::Conflict, false),
        FaultKind::TornRead => (cloud::FaultKind::TornRead, skip % 2 == 1),
        FaultKind::StaleIndex => (cloud::FaultKind::StaleIndex, false),
        FaultKind::HeldUp => (cloud::FaultKind::HeldUp, false),
        FaultKind::Panic => (cloud::FaultKind::Panic, false),
        FaultKind::Lie => (cloud::FaultKind::Lie, false),
    };
    cloud::Fault {
        service: None,
        function: None,
        on: None,
        kind,
        times: 1,
        operation: None,
        skip: u32::try_from(skip).unwrap_or(u32::MAX),
        after,
    }
}

/// The fault that befalls the call aimed at before which `skip` others like it came.
pub fn aimed(at: Aim, skip: u64, kind: FaultKind) -> cloud::Fault {
    let any = fault(skip, kind);
    match at {
        Aim::Sms => cloud::Fault {
            service: Some(cloud::Service::Sns),
            ..any
        },
        Aim::Email => cloud::Fault {
            service: Some(cloud::Service::Ses),
            ..any
        },
        Aim::Transaction(function) => cloud::Fault {
            function: Some(function.to_owned()),
            operation: Some(
                match kind {
                    FaultKind::TornRead | FaultKind::StaleIndex => "Query",
                    _ => "TransactWriteItems",
                }
                .to_owned(),
            ),
            ..any
        },
    }
}

/// Queues and stream on a bad day: messages come twice, late, in any order, or only after somebody redrove them; records
/// of the stream come twice or expire; clocks are a minute wrong.
pub struct Queues {
    dice: fastrand::Rng,
    /// Messages that are held back, by queue and receipt.
    held: Vec<(String, String)>,
    /// When somebody redrove the dead letters last.
    redriven_on: Option<NaiveDate>,
    /// What was done, and how often.
    pub done: BTreeMap<&'static str, u64>,
}

impl Queues {
    pub fn new(seed: u64) -> Self {
        Self {
            dice: fastrand::Rng::with_seed(seed),
            held: Vec::new(),
            redriven_on: None,
            done: BTreeMap::new(),
        }
    }

    /// Whether messages are held back.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// What was held back comes now.
    pub fn let_go(&self, world: &World) {
        for (queue, receipt) in &self.held {
            world.cloud.give_back(queue, receipt);
        }
    }

    /// Lets the functions work until nothing waits that is not held back; how many pieces of work they took, so many at most.
    pub async fn settle(&mut self, world: &World, most_pieces: usize) -> usize {
        // Nothing lies for more than a week: that is what is expected of whoever runs it.
        let today = world.today();
        let late = self.redriven_on.is_none_or(|on| today - on > SURELY_REDRIVEN);
        if self.dice.u8(..) < 128 || late {
            self.let_go(world);
            self.held.clear();
        }
        if self.dice.u8(..) < 64 || late {
            self.redriven_on = Some(today);
            world.redrive().await;
        }
        world.skew.set(TimeDelta::seconds(self.dice.i64(-60..=60)));
        let mut tricks = 0;
        for pieces in 0..most_pieces {
            let work = world.work();
            let Some(chosen) = self.dice.choice(&work) else {
                return pieces;
            };
            let most = self.dice.usize(1..=10);
            if tricks == TRICKS {
                world.take(*chosen, most).await;
                continue;
            }
            match (self.dice.u8(0..100), chosen) {
                (0..8, work) => {
                    tricks += 1;
                    self.note("handed over twice");
                    world.take_for_nothing(*work, most).await;
                }
                (8..14, Work::Stream) => {
                    tricks += 1;
                    self.note("records expired");
                    world.expire_records();
                }
                (8..14, Work::Queue(queue)) => {
                    tricks += 1;
                    self.note("messages sent twice");
                    let bodies = world.cloud.bodies(queue.name());
                    if let Some(body) = self.dice.choice(&bodies) {
                        world.cloud.send(queue.name(), body);
                    }
                }
                (14..20, Work::Queue(queue)) => {
                    tricks += 1;
                    self.note("messages dropped, then redriven");
                    world.cloud.bury(queue.name());
                }
                (20..28, Work::Queue(queue)) => {
                    tricks += 1;
                    self.note("messages delayed");
                    let received = world.cloud.receive(queue.name(), 1);
                    let held = received
                        .into_iter()
                        .map(|message| (queue.name().to_owned(), message.receipt));
                    self.held.extend(held);
                }
                (_, Work::Queue(queue)) => {
                    let waiting = world.cloud.bodies(queue.name()).len();
                    let next = self.dice.usize(0..waiting.max(1));
                    if next > 0 {
                        self.note("messages reordered");
                        world.cloud.hurry(queue.name(), next);
                    }
                    world.take(*chosen, most).await;
                }
                (_, Work::Stream) => world.take(*chosen, most).await,
            }
        }
        most_pieces
    }

    fn note(&mut self, what: &'static str) {
        *self.done.entry(what).or_default() += 1;
    }
}
