//! Faults on demand: what AWS does on a bad day, at a call chosen in advance. They are kept in memory only.

use super::{Call, Cloud, Service, lock};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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
    /// For `crash`: only after the call had its effect.
    #[serde(default)]
    pub after: bool,
}

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The function is not run at all; see [`Cloud::is_down`].
    Down,
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
        let count = move |crashes: &std::collections::BTreeMap<String, u64>| match &function {
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
        let mut faults = lock(&self.0.faults);
        if faults.is_empty() {
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
            fault.times -= 1;
            let met = fault.clone();
            if met.times == 0 {
                faults.remove(index);
            }
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

impl Fault {
    fn meets(&self, call: &Call, today: NaiveDate) -> bool {
        self.kind != FaultKind::Down
            && self.times > 0
            && self.service.is_none_or(|service| service == call.service)
            && match self.function.as_deref() {
                Some(name) => name == &*call.function,
                None => call.is_of_a_function(),
            }
            && self.on.is_none_or(|day| day == today)
    }
}
