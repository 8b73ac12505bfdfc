//! Faults on demand: what AWS does on a bad day, at a call chosen in advance. They are kept in memory only.

use super::{Call, Cloud, Service, lock};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::atomic::Ordering;

/// What the names of callers begin with that are no functions: pages, and people in person.
const NOT_A_FUNCTION: &str = "local-";

/// A fault to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The service whose calls it meets; `None`: any.
    #[serde(default)]
    pub service: Option<Service>,
    /// The function whose calls it meets; `None`: any function's.
    #[serde(default)]
    pub function: Option<String>,
    /// The operation it meets, as the service names it; `None`: any.
    #[serde(default)]
    pub operation: Option<String>,
    /// The district's day on which it happens; `None`: any.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// What happens.
    #[serde(rename = "fault")]
    pub kind: FaultKind,
    /// How many calls it meets. `down` has no end to its day.
    #[serde(default = "once")]
    pub times: u32,
    /// How many calls it would meet pass first.
    #[serde(default)]
    pub skip: u32,
    /// For `crash` and `error`: only after the call had its effect.
    #[serde(default)]
    pub after: bool,
}

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The service says that it is asked too much; nothing is done.
    Throttle,
    /// The service says that it failed; nothing is done.
    Error,
    /// No answer comes; nothing is done.
    Timeout,
    /// No answer comes, and it is done all the same.
    TimeoutAfterEffect,
    /// The function dies in the middle of the call.
    Crash,
    /// The function panics in the middle of the call.
    Panic,
    /// The call is held up, and others go first; see [`Cloud::held_up`]. Only calls that change something.
    HeldUp,
    /// A write meets a transaction that is under way; nothing is done.
    Conflict,
    /// A Query reads its first row, others go first, and it reads the rest (`after`: the rest first): it shows something that
    /// never was.
    TornRead,
    /// A Query of an index shows what it showed when it was asked last.
    StaleIndex,
    /// A provider says yes, and delivers nothing.
    Lie,
    /// The function is not run at all; see [`Cloud::is_down`].
    Down,
}

impl std::fmt::Display for FaultKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Throttle => "throttled",
            Self::Error => "server errors",
            Self::Timeout => "timeouts",
            Self::TimeoutAfterEffect => "timeouts after the effect",
            Self::Crash => "crashes",
            Self::Panic => "panics",
            Self::HeldUp => "held up while others went first",
            Self::Conflict => "transaction conflicts",
            Self::TornRead => "torn reads",
            Self::StaleIndex => "stale index reads",
            Self::Lie => "provider said yes, delivered nothing",
            Self::Down => "down",
        })
    }
}

fn once() -> u32 {
    1
}

impl Cloud {
    /// Lets a fault happen.
    pub fn add_fault(&self, fault: Fault) {
        lock(&self.0.faults).push(fault);
    }

    /// The faults that have not happened yet, or not as often as they may.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.0.faults).clone()
    }

    /// Drops all faults that have not happened.
    pub fn healed(&self) {
        lock(&self.0.faults).clear();
    }

    /// From now on every message is received again after it was dealt with, and every record of a stream likewise: at least
    /// once is all that the queues and streams promise.
    pub fn deliver_twice(&self) {
        self.0.twice.store(true, Ordering::Relaxed);
    }

    /// Whether a fault keeps the function from running on that day.
    pub fn is_down(&self, function: &str, on: NaiveDate) -> bool {
        let down = |fault: &Fault| {
            fault.kind == FaultKind::Down
                && fault.function.as_deref().is_none_or(|name| name == function)
                && fault.on.is_none_or(|day| day == on)
        };
        lock(&self.0.faults).iter().any(down)
    }

    /// Resolves when a call is held up: the driver lets others go first, and then says [`Cloud::go_on`].
    pub fn held_up(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut held_up = self.0.held_up.subscribe();
        async move {
            if held_up.wait_for(|held_up| *held_up).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    /// Holds a call up until the driver says [`Cloud::go_on`].
    pub(super) fn hold_up(&self) -> impl Future<Output = ()> + Send + Sync + 'static {
        let mut held_up = self.0.held_up.subscribe();
        self.0.held_up.send_replace(true);
        async move {
            let _ = held_up.wait_for(|held_up| !held_up).await;
        }
    }

    /// The call that was held up goes on.
    pub fn go_on(&self) {
        self.0.held_up.send_replace(false);
    }

    /// No fault meets any call until this is called with `false`.
    pub fn calm(&self, calm: bool) {
        self.0.calm.store(calm, Ordering::Relaxed);
    }

    /// From now on every call lets others go before it has its effect, so that two functions that are run at the same time
    /// take turns.
    pub fn take_turns(&self, turns: bool) {
        self.0.turns.store(turns, Ordering::Relaxed);
    }

    pub(super) fn takes_turns(&self) -> bool {
        self.0.turns.load(Ordering::Relaxed)
    }

    /// How often a fault of each kind has met a call.
    pub fn met(&self) -> BTreeMap<FaultKind, u64> {
        lock(&self.0.met).clone()
    }

    /// How many calls functions have made, whatever became of them.
    pub fn functions_calls(&self) -> u64 {
        self.0.functions_calls.load(Ordering::Relaxed)
    }

    /// Resolves when a `crash` fault meets a call made after this was called: the driver drops the handlers' futures then,
    /// which will never resolve.
    pub fn crashed(&self) -> impl Future<Output = ()> + Send + 'static {
        self.crash_of(None)
    }

    /// As [`Cloud::crashed`], for the calls of one function only.
    pub fn crashed_in(&self, function: &str) -> impl Future<Output = ()> + Send + 'static {
        self.crash_of(Some(function.to_owned()))
    }

    fn crash_of(&self, function: Option<String>) -> impl Future<Output = ()> + Send + 'static {
        let mut crashes = self.0.crashes.subscribe();
        let count = move |crashes: &BTreeMap<String, u64>| match &function {
            Some(function) => crashes.get(function).copied().unwrap_or(0),
            None => crashes.values().sum(),
        };
        let before = count(&crashes.borrow());
        async move {
            if crashes.wait_for(|crashes| count(crashes) > before).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    /// Lets the driver know that the function died.
    pub(super) fn crash(&self, function: &str) {
        self.0.crashes.send_modify(|crashes| {
            *crashes.entry(function.to_owned()).or_default() += 1;
        });
    }

    /// The fault that meets this call, if any: the first that applies and has let enough calls pass.
    pub(super) fn fault_for(&self, call: &Call) -> Option<Fault> {
        if call.is_of_a_function() {
            self.0.functions_calls.fetch_add(1, Ordering::Relaxed);
        }
        let mut faults = lock(&self.0.faults);
        if faults.is_empty() || self.0.calm.load(Ordering::Relaxed) {
            return None;
        }
        let today = self.today();
        for index in 0..faults.len() {
            let fault = &mut faults[index];
            if !fault.meets(call, today) {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                continue;
            }
            if !fault.kind.can_befall(call) {
                continue;
            }
            fault.times -= 1;
            let met = fault.clone();
            if met.times == 0 {
                faults.remove(index);
            }
            *lock(&self.0.met).entry(met.kind).or_default() += 1;
            return Some(met);
        }
        None
    }
}

impl Call {
    /// Whether a function made it: only they can die, and whoever drives the cloud waits for that.
    pub(super) fn is_of_a_function(&self) -> bool {
        !self.function.starts_with(NOT_A_FUNCTION)
    }
}

impl FaultKind {
    /// Whether such a call can meet it at all.
    fn can_befall(self, call: &Call) -> bool {
        let operation = call.operation.as_str();
        match self {
            Self::Conflict => matches!(
                operation,
                "TransactWriteItems" | "PutItem" | "UpdateItem" | "DeleteItem"
            ),
            Self::TornRead => operation == "Query" && call.index.is_none(),
            Self::StaleIndex => operation == "Query" && call.index.is_some(),
            Self::Lie => matches!(call.service, Service::Ses | Service::Sns),
            Self::HeldUp => !matches!(operation, "Query" | "GetItem" | "BatchGetItem"),
            _ => true,
        }
    }
}

impl Fault {
    fn meets(&self, call: &Call, today: NaiveDate) -> bool {
        self.kind != FaultKind::Down
            && self.times > 0
            && self.service.is_none_or(|service| service == call.service)
            && match self.function.as_deref() {
                Some(name) => name == &*call.function,
                None => call.is_of_a_function(),
            }
            && self
                .operation
                .as_ref()
                .is_none_or(|operation| *operation == call.operation)
            && self.on.is_none_or(|day| day == today)
    }
}
