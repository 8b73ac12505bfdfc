//! What the audit trail tells of a conference's state, its tasks and its letters, measured against the state table.

use super::replay::Replay;
use crate::model::asking::{Is, State};
use crate::model::calendar::day;
use crate::model::facts::Facts;
use crate::observed::{Audit, Message, News, TakenWhat};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use State::{Declined, Held, Moot, NoShow, Open, Scheduled, Unreachable, Void};

impl Replay<'_> {
    /// Whether a conference's span demands it on a day.
    pub fn demanded(&self, number: u32, facts: &Facts, today: NaiveDate) -> bool {
        let ordinal = self.conferences[&number].ordinal;
        self.placed(facts)[&number].is_some_and(|span| span.demands(ordinal, today))
    }

    pub fn moves(&mut self, entry: &Audit, number: u32) {
        let today = day(entry.at);
        let (from, to): (&[State], State) = match entry.kind.as_str() {
            "conference_scheduled" => (&[Open, NoShow, Declined, Unreachable, Scheduled], Scheduled),
            "conference_cancelled" => (&[Scheduled], Open),
            "conference_held" => (&[Scheduled], Held),
            "conference_missed" => (&[Scheduled], NoShow),
            "conference_declined" => (&[Open, NoShow, Unreachable, Declined], Declined),
            "call_requested" | "family_reached" => (&[Open, NoShow, Unreachable], Open),
            "family_not_reached" => (&[Open, NoShow], Unreachable),
            "conference_voided" => (&[Open, Scheduled, NoShow, Declined, Unreachable, Moot], Void),
            "conference_mooted" => (&[Open, Scheduled, NoShow, Declined, Unreachable, Void], Moot),
            "conference_reinstated" => (&[Void, Moot], Open),
            "slot_cancelled" | "slot_missed" => {
                return self.change(number, |of| {
                    if of.state == Scheduled {
                        of.unsure = true;
                        of.begin_again(false);
                    }
                });
            }
            "attempt_logged" => return self.attempt(entry, number),
            _ => return,
        };
        let state = self.conferences[&number].state;
        // Spoken with a family that has booked or declined: told, and nothing changes.
        if entry.kind == "family_reached" && matches!(state, Scheduled | Declined) {
            return;
        }
        if !self.conferences[&number].unsure && !from.contains(&state) {
            let what = format!("{} of conference {number}, which was {}", entry.kind, state.name());
            self.violates("states", entry.at, &what);
        }
        self.warranted(entry, number);
        if to == Held {
            let of = &self.conferences[&number];
            let met = of.starts_at.filter(|time| *time <= entry.at).map_or(today, day);
            let series = &mut self.series[of.series];
            series.met_on = series.met_on.max(Some(met));
        }
        self.change(number, |of| {
            (of.state, of.unsure) = (to, false);
            match entry.kind.as_str() {
                "conference_scheduled" | "conference_declined" | "conference_cancelled" => of.begin_again(false),
                "conference_missed" | "family_reached" => of.begin_again(true),
                "call_requested" => {
                    of.begin_again(true);
                    of.call = true;
                }
                // The same attempts never raise the alarm a second time.
                "conference_reinstated" if of.looked_after => of.begin_again(false),
                _ => {}
            }
        });
    }

    /// What the facts and the policy must allow, besides the state table.
    fn warranted(&mut self, entry: &Audit, number: u32) {
        let today = day(entry.at);
        let candidates = self.candidates();
        let any = |holds: &dyn Fn(&Facts) -> bool| candidates.iter().any(|facts| holds(facts));
        let (invariant, fault) = match entry.kind.as_str() {
            "conference_voided" if !any(&|facts| !self.demanded(number, facts, today)) => {
                ("states", "was made void, and its span demands it".to_owned())
            }
            "conference_mooted" if !any(&|facts| facts.left) => {
                ("states", "was made moot, and the student has not left".to_owned())
            }
            "conference_reinstated" if !any(&|facts| !facts.left && self.demanded(number, facts, today)) => {
                ("states", "was reinstated, and nothing demands it".to_owned())
            }
            "family_not_reached" => {
                let since = self.conferences[&number].opened_at;
                let reached = self
                    .played
                    .reached_for_another(self.student, since, entry.at, &self.facts.guardians);
                match self.allowed(number, entry.at, |v| v.hand_over) {
                    Err(why) => ("checks", format!("became unreachable, but {why}")),
                    Ok(()) if reached == Is::Yes => (
                        "checks",
                        "became unreachable, but a guardian was reached for another child".to_owned(),
                    ),
                    Ok(()) => return,
                }
            }
            _ => return,
        };
        self.violates(invariant, entry.at, &format!("conference {number} {fault}"));
    }

    /// An attempt of the teacher that failed; one that reached somebody is told with it.
    fn attempt(&mut self, entry: &Audit, number: u32) {
        let same = |e: &&&Audit| e.revision == entry.revision && e.conference == Some(number);
        let reached = self.own.audit.iter().filter(same).any(|e| e.kind == "family_reached");
        let today = day(entry.at);
        self.change(number, |of| {
            if !reached && matches!(of.state, Open | NoShow) {
                of.attempts.push(today);
            }
        });
    }

    pub fn task(&mut self, entry: &Audit) {
        let kinds = [
            ("welfare", "welfare_check"),
            ("reach", "reach_family"),
            ("repair", "repair_contact"),
            ("urgent", "urgent_reply"),
        ];
        let Some((_, kind)) = kinds
            .iter()
            .find(|(word, _)| entry.detail.to_lowercase().starts_with(word))
        else {
            return;
        };
        let number = entry.conference.unwrap_or_default();
        let opens = entry.kind.ends_with("opened");
        if !opens && !matches!(entry.kind.as_str(), "task_closed" | "task_withdrawn") {
            return;
        }
        let was = self.tasks.insert((number, *kind), opens) == Some(true);
        if opens && was {
            self.violates(
                "tasks",
                entry.at,
                &format!("{kind} of {number} was opened while it was open"),
            );
        }
        if !opens && !was {
            self.violates(
                "tasks",
                entry.at,
                &format!("{kind} of {number} was ended, and was not open"),
            );
        }
        match *kind {
            "reach_family" => self.change(number, |of| of.task = opens),
            "urgent_reply" => {
                self.paused = opens;
                match (opens, self.urgent.last_mut()) {
                    (true, _) => self.urgent.push((entry.at, None)),
                    (false, Some((_, until))) => *until = Some(entry.at),
                    (false, None) => {}
                }
            }
            "welfare_check" if !opens => self.change(number, |of| of.looked_after = entry.kind == "task_closed"),
            "welfare_check" if opens && self.conferences.get(&number).is_none_or(|of| of.state != Unreachable) => {
                let what = format!("a welfare check of conference {number}, which is not unreachable");
                self.violates("checks", entry.at, &what);
            }
            _ => {}
        }
        let people = |taken: &TakenWhat| match taken {
            TakenWhat::CheckClosed { conference, closed, .. } => {
                *kind == "welfare_check" && *conference == number && *closed
            }
            TakenWhat::Acknowledged { .. } => *kind == "urgent_reply",
            _ => false,
        };
        let by_people = matches!(*kind, "welfare_check" | "urgent_reply") && entry.kind == "task_closed";
        let near = |at: DateTime<Utc>| (at - entry.at).abs() < TimeDelta::minutes(1);
        if self.played.prompt && by_people && !self.own.commands.iter().any(|t| near(t.at) && people(&t.what)) {
            self.violates(
                "tasks",
                entry.at,
                &format!("{kind} of {number} was closed, and nobody closed it"),
            );
        }
    }

    /// A message leaves: only while it is asked for, of its latest round, and to somebody who may be contacted. One that was
    /// claimed before an answer may still leave; claiming takes no time where there is no trouble.
    pub fn letter(&mut self, at: DateTime<Utc>, number: u32, message: &Message) {
        let conference = message.conference;
        let claimed = if self.played.prompt {
            TimeDelta::zero()
        } else {
            TimeDelta::minutes(10)
        };
        if let Some(news) = &message.news {
            return self.news(at, number, (conference, news), claimed);
        }
        if conference == 0 {
            self.contact_letter(at, number, message.run_on, claimed);
            return self.may_be_contacted(at, number, message);
        }
        let Some(of) = self.conferences.get(&conference) else {
            return self.violates(
                "answers",
                at,
                &format!("message {number} is of {conference}, which was never opened"),
            );
        };
        let rounds = self
            .played
            .observed
            .conferences
            .get(&(self.student.to_owned(), conference))
            .map(|c| &c.rounds);
        let latest = of
            .rounds
            .last()
            .and_then(|round| rounds?.get(round.index))
            .is_some_and(|(_, m)| m.contains(&number));
        let state = of.state.name();
        if let Some(since) = self.silent.get(&conference).filter(|since| at - **since > claimed) {
            let what = format!(
                "message {number} left, and conference {conference} ({state}) is not asked for since {since}, or what reads as danger waits"
            );
            self.violates("answers", at, &what);
        } else if self.played.prompt && !latest {
            let what = format!("message {number} of conference {conference} left, which is not of its latest round");
            self.violates("answers", at, &what);
        }
        self.may_be_contacted(at, number, message);
    }

    fn may_be_contacted(&mut self, at: DateTime<Utc>, number: u32, message: &Message) {
        let may = |facts: &Facts| facts.guardians.iter().any(|g| g.id == message.guardian && !g.barred);
        if !self.candidates().iter().any(|facts| may(facts)) {
            let what = format!(
                "message {number} left for {}, who may not be contacted about the student",
                message.guardian
            );
            self.violates("welcome", at, &what);
        }
    }

    /// What is said of an agreed time is true when it leaves, and a reminder comes before the time itself.
    fn news(&mut self, at: DateTime<Utc>, number: u32, (conference, news): (u32, &News), claimed: TimeDelta) {
        let gone = self.untimed.get(&conference).filter(|since| at - **since > claimed);
        if let (Some(since), true) = (gone, news.purpose != "cancellation") {
            let what = format!(
                "message {number} ({}) left, and conference {conference} has no agreed time since {since}",
                news.purpose
            );
            self.violates("answers", at, &what);
        }
        if news.purpose == "reminder" && at > news.starts_at + claimed {
            let what = format!("message {number} reminds of a time that is over: {}", news.starts_at);
            self.violates("answers", at, &what);
        }
    }
}
