//! What must have been done once a clean run is over, and at the end.

use super::knowledge::Heard;
use super::replay::Replay;
use crate::history::{Is as What, Says};
use crate::model::OFFICE_NUMBER;
use crate::model::asking::{Is, State, Verdict};
use crate::model::calendar::day;
use crate::model::contacts::either;
use crate::model::facts::Facts;
use crate::observed::TakenWhat;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

type Complaints = Vec<(&'static str, String)>;

impl Replay<'_> {
    /// What was taken a moment ago stops at once what it makes pointless.
    pub fn followed(&mut self, at: DateTime<Utc>) {
        let candidates = self.candidates();
        let pointless = |facts: &Facts, number| facts.left || !self.demanded(number, facts, day(at));
        let going_on = self
            .conferences
            .values()
            .filter(|c| !matches!(c.state, State::Held | State::Void | State::Moot));
        let wrong: Vec<String> = going_on
            .filter(|of| candidates.iter().all(|facts| pointless(facts, of.number)))
            .map(|of| format!("conference {} goes on as {}", of.number, of.state.name()))
            .collect();
        for what in wrong {
            let why = if self.facts.left {
                "the student has left"
            } else {
                "no span demands it"
            };
            self.violates("states", at, &format!("{what}, and {why}"));
        }
    }

    pub fn run_over(&mut self, at: DateTime<Utc>, today: NaiveDate) {
        let mut best: Option<Complaints> = None;
        let candidates = self.candidates();
        let before = self.ways_before();
        let may_be = candidates
            .iter()
            .flat_map(|facts| before.iter().map(move |way| (facts, *way)));
        for (facts, before_by_known) in may_be {
            let heard = Heard {
                before_by_known,
                ..Heard::all(at)
            };
            let complaints = self.complaints(facts, heard, at, today);
            if best.as_ref().is_none_or(|best| complaints.len() < best.len()) {
                best = Some(complaints);
            }
        }
        let complaints = best.unwrap_or_default();
        for (invariant, what) in complaints {
            // The other tasks change nothing of what follows, and each is complained of once.
            self.lost |= !["tasks", "contacts"].contains(&invariant);
            if self.found.iter().any(|violation| violation.what.ends_with(&what)) {
                continue;
            }
            self.violates(invariant, at, &format!("after the run, {what}"));
        }
        let unable = |number: &u32| self.verdicts(*number, &self.facts, at, Heard::all(at)).1;
        let unable: Vec<u32> = self.conferences.keys().copied().filter(unable).collect();
        for number in unable {
            self.change(number, |of| of.could_not_write = true);
        }
    }

    /// What is overdue, or goes on although it must not, if these are the facts.
    fn complaints(&self, facts: &Facts, heard: Heard, at: DateTime<Utc>, today: NaiveDate) -> Complaints {
        let mut found: Complaints = Vec::new();
        for (_, span, ordinal) in self.due(facts, today) {
            let due = span.due(ordinal);
            found.push((
                "conferences",
                format!("the one due on {due} ({ordinal} of {span:?}) was not opened"),
            ));
        }
        for of in self.conferences.values().filter(|of| of.state != State::Held) {
            let number = of.number;
            let is = of.state.name();
            let placed = self.placed(facts)[&number];
            let fits = match (facts.left, self.demanded(number, facts, today), of.state) {
                (true, _, State::Moot) | (false, false, State::Void | State::Moot) => true,
                (true, demanded, State::Void) => !demanded || of.rounds_ever == 0,
                (true, _, _) | (false, false, _) | (false, true, State::Void) => false,
                (false, true, State::Moot) => placed.is_some_and(|span| span.last.is_some_and(|last| last < today)),
                (false, true, _) => true,
            };
            if !fits {
                let demanded = self.demanded(number, facts, today);
                let what = format!(
                    "conference {number} is {is}; left: {}, demanded: {demanded}",
                    facts.left
                );
                found.push(("states", what));
            }
            let (verdicts, cannot) = self.verdicts(number, facts, at, heard);
            if verdicts.round == Verdict::Must {
                found.push(("rounds", format!("a round of conference {number} is overdue")));
            }
            let last = today == self.played.observed.last_day;
            if verdicts.hand_over == Verdict::Must && (self.played.prompt || last) {
                found.push(("checks", format!("conference {number} should have been handed over")));
            }
            if verdicts.task || of.state == State::NoShow || (of.state == State::Open && of.call) {
                if !of.task {
                    found.push((
                        "tasks",
                        format!("nobody is asked to reach the family about conference {number} ({is})"),
                    ));
                }
            } else if of.task && !of.unsure {
                let plain = of.state == State::Open && !of.by_teacher && !cannot;
                let asked = plain && !of.could_not_write && self.played.prompt;
                let ended = matches!(of.state, State::Scheduled | State::Declined | State::Void | State::Moot);
                if asked || ended {
                    found.push((
                        "tasks",
                        format!("reach_family about conference {number} ({is}) is open for no reason"),
                    ));
                }
            }
        }
        if self.whom_to_call_is_overdue(facts, at, today) {
            found.push(("contacts", "the family has not been asked whom to call".to_owned()));
        }
        let repair = self.tasks.get(&(0, "repair_contact")) == Some(&true);
        match (self.needs_repair(facts, at, today), repair) {
            (Is::Yes, false) => found.push(("tasks", "the office is not asked to repair the contacts".to_owned())),
            (Is::No, true) => found.push(("tasks", "repair_contact is open for no reason".to_owned())),
            _ => {}
        }
        found
    }

    /// A student in an open span whose family can be neither written to nor called.
    fn needs_repair(&self, facts: &Facts, at: DateTime<Utc>, today: NaiveDate) -> Is {
        let in_span = facts.spans.iter().any(|span| span.contains(today));
        if facts.left || (!in_span && facts.marked.is_empty()) || !self.channels(facts, at).is_empty() {
            return Is::No;
        }
        let phones: Vec<_> = facts
            .guardians
            .iter()
            .filter_map(|g| Some((g.barred, g.phone.as_deref()?)))
            .collect();
        let wrong = |phone: &str| self.played.contacts.is_somebody_elses(phone, at);
        if phones.iter().any(|(barred, phone)| !barred && !wrong(phone)) {
            Is::No
        } else if phones.is_empty() && facts.marked.is_empty() {
            Is::Yes
        } else {
            Is::Unsure
        }
    }

    pub fn at_the_end(&mut self) {
        let observed = self.played.observed;
        let at = observed.audit.last().map_or(DateTime::<Utc>::MIN_UTC, |entry| entry.at);
        let mut wrong: Complaints = Vec::new();
        let candidates = self.candidates();
        for ((_, number), seen) in observed.conferences.range(self.played.all_of(self.student)) {
            let Some(of) = self.conferences.get(number) else {
                wrong.push((
                    "conferences",
                    format!("conference {number} is there, and nothing tells of its opening"),
                ));
                continue;
            };
            let unsure = of.unsure && ["open", "scheduled", "no_show"].contains(&seen.state.as_str());
            if seen.state != of.state.name() && !unsure {
                let what = format!(
                    "conference {number} is {}, and was last seen to be {}",
                    seen.state,
                    of.state.name()
                );
                wrong.push(("states", what));
            }
            let settled = matches!(of.state, State::Held | State::Void | State::Moot);
            let due = |facts: &Facts| self.placed(facts)[number].map(|span| span.due(of.ordinal));
            if !settled && !candidates.iter().any(|facts| due(facts) == Some(seen.due_on)) {
                let due = due(&self.facts);
                wrong.push((
                    "conferences",
                    format!("conference {number} is due on {}, not on {due:?}", seen.due_on),
                ));
            }
            if seen.opened_on != day(of.opened_at) {
                wrong.push((
                    "conferences",
                    format!("conference {number} was not opened on {}", seen.opened_on),
                ));
            }
            if seen.rounds.len() != of.rounds_ever {
                let what = format!(
                    "conference {number} has {} rounds, and {} are told of",
                    seen.rounds.len(),
                    of.rounds_ever
                );
                wrong.push(("rounds", what));
            }
            let check = (self.student.to_owned(), *number, "welfare_check".to_owned());
            if seen.state == "unreachable" && !observed.tasks.contains_key(&check) {
                wrong.push((
                    "checks",
                    format!("conference {number} is unreachable, and has no welfare check"),
                ));
            }
        }
        for number in self.conferences.keys() {
            if !observed.conferences.contains_key(&(self.student.to_owned(), *number)) {
                wrong.push(("conferences", format!("conference {number} was opened, and is gone")));
            }
        }
        for ((student, number, kind), task) in &observed.tasks {
            let told = self
                .tasks
                .iter()
                .find(|((n, k), _)| n == number && k == kind)
                .map(|(_, open)| *open);
            if *student == self.student && told.unwrap_or_default() != (task.state == "open") {
                wrong.push((
                    "tasks",
                    format!("{kind} of {number} is {}, and is told of as open: {told:?}", task.state),
                ));
            }
        }
        for ((number, kind), _) in self.tasks.iter().filter(|(_, open)| **open) {
            if !observed
                .tasks
                .contains_key(&(self.student.to_owned(), *number, (*kind).to_owned()))
            {
                wrong.push(("tasks", format!("{kind} of {number} was opened, and is gone")));
            }
        }
        wrong.extend(self.dangers());
        for (invariant, what) in wrong {
            self.violates(invariant, at, &format!("at the end, {what}"));
        }
    }

    /// What reads as danger alarms the school about each child of the family, and nothing else does.
    fn dangers(&self) -> Complaints {
        let texts: Vec<(DateTime<Utc>, String)> = self
            .played
            .observed
            .taken
            .iter()
            .filter_map(|taken| match &taken.what {
                TakenWhat::Text {
                    number,
                    says: Says::Danger,
                } => Some((taken.at, either(number))),
                _ => None,
            })
            .collect();
        let mut wrong: Complaints = Vec::new();
        for (from, _) in &self.urgent {
            if !texts.iter().any(|(at, _)| *at <= *from + TimeDelta::minutes(20)) {
                wrong.push((
                    "tasks",
                    format!("urgent_reply was opened at {from}, and nobody wrote of danger"),
                ));
            }
        }
        if !self.played.prompt {
            return wrong;
        }
        for (at, number) in &texts {
            let has = |what: &What| matches!(what, What::Guardian { sms: Some(sms), .. } if either(sms) == *number);
            let people: Vec<&str> = self
                .played
                .users
                .iter()
                .filter(|(_, states)| {
                    states
                        .iter()
                        .rfind(|(when, _)| when <= at)
                        .is_some_and(|(_, o)| o.active && has(&o.is))
                })
                .map(|(id, _)| *id)
                .collect();
            let then = self
                .own
                .objects
                .iter()
                .filter(|(when, o)| when <= at && matches!(o.is, What::Student { .. }));
            let newest = then.max_by_key(|(_, o)| (o.modified, o.sequence)).map(|(_, o)| *o);
            let theirs = newest.is_some_and(|o| match &o.is {
                What::Student {
                    enabled: true,
                    guardians,
                    roles,
                    ..
                } if o.active && !roles.is_empty() => guardians.iter().any(|g| people.contains(&g.as_str())),
                _ => false,
            });
            let soon = *at + TimeDelta::seconds(50);
            let alarmed = self
                .urgent
                .iter()
                .any(|(from, until)| *from <= soon && until.is_none_or(|until| until >= *at));
            if theirs && people.len() <= OFFICE_NUMBER && !alarmed {
                wrong.push((
                    "tasks",
                    format!("{number} wrote of danger at {at}, and no urgent_reply was opened"),
                ));
            }
        }
        wrong
    }
}
