//! What people did and what the audit trail tells of opening, asking and handing over, measured against what is allowed.

use super::commands;
use super::replay::Replay;
use crate::history::{Act, Channel};
use crate::model::asking::{Conference, Counted, Is, Round};
use crate::model::calendar::day;
use crate::model::spans::{Series, Span};
use crate::observed::{Audit, Taken, TakenWhat};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Replay<'a> {
    pub fn command(&mut self, taken: &'a Taken) {
        let (number, act, actor, refused) = match &taken.what {
            TakenWhat::Acted {
                conference, act, actor, ..
            } => (*conference, *act, actor.as_deref(), None),
            TakenWhat::Refused {
                conference,
                act,
                actor,
                status,
                ..
            } => (*conference, *act, actor.as_deref(), Some(*status)),
            _ => return,
        };
        let Some(of) = self.conferences.get_mut(&number) else {
            return;
        };
        let possible = commands::possible(of, act, actor, taken.at);
        let state = of.state.name();
        if let TakenWhat::Acted { starts_at, actor, .. } = &taken.what
            && matches!(act, Act::Schedule { .. })
        {
            of.starts_at = *starts_at;
            of.booked_by.clone_from(actor);
        }
        match refused {
            Some(409) if self.played.prompt && possible == Is::Yes => {
                self.violates(
                    "answered",
                    taken.at,
                    &format!("conference {number} is {state}: {act:?} was refused"),
                );
            }
            None if self.played.prompt && possible == Is::No => {
                self.violates(
                    "answered",
                    taken.at,
                    &format!("conference {number} is {state}: {act:?} was accepted"),
                );
            }
            None if possible == Is::Yes && !commands::told(self.own, number, act, taken.at, self.played.prompt) => {
                let what = format!("conference {number} was {state}: {act:?} was accepted, and nothing tells of it");
                self.violates("states", taken.at, &what);
            }
            _ => {}
        }
    }

    pub fn audit(&mut self, entry: &'a Audit) {
        if !commands::explained(self.played, self.own, entry) {
            self.violates(
                "states",
                entry.at,
                &format!("{} of {:?}, which nobody did", entry.kind, entry.conference),
            );
        }
        if entry.kind.starts_with("task_") {
            return self.task(entry);
        }
        if entry.kind == "emergency_contact_requested" {
            return self.asked_whom_to_call(entry);
        }
        let Some(number) = entry.conference else { return };
        match entry.kind.as_str() {
            "conference_opened" => self.opened(entry, number),
            _ if !self.conferences.contains_key(&number) => {
                self.violates(
                    "conferences",
                    entry.at,
                    &format!("{} of {number}, which was never opened", entry.kind),
                );
                self.lost = true;
            }
            "round_started" => self.round(entry, number),
            "handed_to_principal" => {
                if let Err(why) = self.allowed(number, entry.at, |v| v.hand_over) {
                    self.violates(
                        "checks",
                        entry.at,
                        &format!("conference {number} was handed over, but {why}"),
                    );
                }
                self.settle(entry.at, number);
                self.change(number, |of| of.handed_on = Some(day(entry.at)));
            }
            "check_held_back" => {
                let since = self.conferences[&number].opened_at;
                let reached = self
                    .played
                    .reached_for_another(self.student, since, entry.at, &self.facts.guardians);
                if self.played.prompt && reached == Is::No {
                    let what = format!("the check of conference {number} was held back, and no guardian was reached");
                    self.violates("checks", entry.at, &what);
                }
                self.change(number, |of| (of.held_back, of.by_teacher) = (true, true));
            }
            _ => self.moves(entry, number),
        }
    }

    pub fn change(&mut self, number: u32, change: impl FnOnce(&mut Conference)) {
        if let Some(of) = self.conferences.get_mut(&number) {
            change(of);
        }
    }

    fn settle(&mut self, at: DateTime<Utc>, number: u32) {
        let (played, student, known) = (self.played, self.student, self.surely_heard(at));
        let counted = |conference, round| Counted {
            by_all: played.accepted(student, conference, round, at, at),
            by_known: played.accepted(student, conference, round, at, known),
        };
        self.change(number, |of| of.settle(&counted));
    }

    fn opened(&mut self, entry: &Audit, number: u32) {
        let today = day(entry.at);
        let kind = self
            .played
            .observed
            .conferences
            .get(&(self.student.to_owned(), number))
            .map(|c| c.kind.as_str());
        let fits = |span: Span, ordinal: u32| {
            let due = format!("due on {}", span.due(ordinal));
            let says = !entry.detail.contains("due on") || entry.detail.contains(&due);
            says && kind
                == Some(if ordinal == 0 {
                    "remote_initial"
                } else {
                    "remote_semiannual"
                })
        };
        let candidates = self.candidates();
        let demanded = candidates.iter().flat_map(|facts| self.due(facts, today));
        let fitting = demanded.filter(|(_, span, ordinal)| fits(*span, *ordinal));
        // Where it can be the next of those that were opened before, it is.
        let Some((series, span, ordinal)) = fitting.min_by_key(|(series, ..)| series.is_none()) else {
            let spans = &self.facts.spans;
            let what = format!(
                "conference {number} ({kind:?}, {}) was opened; due are {:?}; spans are {spans:?}",
                entry.detail,
                self.due(&self.facts, today)
            );
            self.violates("conferences", entry.at, &what);
            self.lost = true;
            return;
        };
        if self.conferences.contains_key(&number) {
            self.violates(
                "conferences",
                entry.at,
                &format!("conference {number} was opened a second time"),
            );
        }
        let marked = candidates.iter().any(|facts| facts.marked.contains(&span));
        let series = series.unwrap_or_else(|| {
            self.series.push(Series {
                opened_for: span,
                marked,
                met_on: None,
            });
            self.series.len() - 1
        });
        if self.opened.0 != today {
            self.opened = (today, BTreeMap::new());
        }
        *self.opened.1.entry(span.first).or_default() += 1;
        self.conferences
            .insert(number, Conference::opened(number, series, ordinal, entry.at));
    }

    fn round(&mut self, entry: &Audit, number: u32) {
        let today = day(entry.at);
        if let Err(why) = self.allowed(number, entry.at, |v| v.round) {
            self.violates(
                "rounds",
                entry.at,
                &format!("conference {number}: {}, but {why}", entry.detail),
            );
        }
        self.settle(entry.at, number);
        let index = self.conferences[&number].rounds_ever;
        self.change(number, |of| {
            of.rounds.push(Round {
                index,
                day: today,
                settled: None,
            });
            of.rounds_ever += 1;
            of.last_round = Some(today);
        });
        let observed = self.played.observed;
        let Some((on, messages)) = observed
            .conferences
            .get(&(self.student.to_owned(), number))
            .and_then(|c| c.rounds.get(index))
        else {
            return self.violates(
                "rounds",
                entry.at,
                &format!("conference {number}: round {} is not kept", index + 1),
            );
        };
        if *on != today {
            self.violates(
                "rounds",
                entry.at,
                &format!("conference {number}: round {} is said to be of {on}", index + 1),
            );
        }
        let of = |m: &u32| observed.messages.get(&(self.student.to_owned(), *m));
        let seen: Vec<(String, Channel)> = messages
            .iter()
            .filter_map(of)
            .map(|m| (m.guardian.clone(), m.channel))
            .collect();
        let expected = self.channels(&self.facts, entry.at);
        let distinct: BTreeSet<(String, Channel)> = seen.iter().cloned().collect();
        if distinct.len() != seen.len() || (self.played.prompt && distinct != expected) {
            let what = format!(
                "conference {number}: round {} asks {seen:?}; can be asked: {expected:?}",
                index + 1
            );
            self.violates("rounds", entry.at, &what);
        }
    }
}
