//! What was observed, put so that questions about it are quickly answered.

use crate::history::{Act, Channel, Fate, FaultKind, History, Is, Object};
use crate::model::asking;
use crate::model::contacts::Contacts;
use crate::observed::{Audit, Letter, Observed, Taken, TakenWhat};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

pub struct Played<'a> {
    pub observed: &'a Observed,
    pub prompt: bool,
    /// How many single calls a fault befell at most.
    pub faults: usize,
    /// A provider may have said yes and delivered nothing.
    pub lies: bool,
    pub clean: BTreeSet<NaiveDate>,
    pub contacts: Contacts,
    /// What concerns each student, by id.
    pub students: BTreeMap<&'a str, Own<'a>>,
    /// When each school was described first.
    pub described: BTreeMap<&'a str, DateTime<Utc>>,
    /// Objects that may concern any student.
    pub shared: Vec<(DateTime<Utc>, &'a Object)>,
    /// What is no object, no command and so concerns whoever it is about: texts and reports.
    pub other: Vec<DateTime<Utc>>,
    pub answers: Vec<Answer<'a>>,
    /// The states of each guardian and member of staff, as they were taken.
    pub users: BTreeMap<&'a str, Vec<(DateTime<Utc>, &'a Object)>>,
    pub letters: BTreeMap<&'a str, &'a Letter>,
    bounced: BTreeMap<&'a str, DateTime<Utc>>,
}

/// What concerns one student.
#[derive(Default)]
pub struct Own<'a> {
    pub objects: Vec<(DateTime<Utc>, &'a Object)>,
    /// Whoever was a guardian at some time.
    pub guardians: BTreeSet<&'a str>,
    pub commands: Vec<&'a Taken>,
    pub audit: Vec<&'a Audit>,
}

/// A family's answer for one child, which may hold back what is done about its other children.
pub struct Answer<'a> {
    pub at: DateTime<Utc>,
    pub student: &'a str,
    /// Whoever may have answered, and whether that is certain.
    pub guardians: Vec<(&'a str, bool)>,
    /// Staff spoke with them.
    pub spoke: bool,
}

impl<'a> Played<'a> {
    pub fn of(history: &History, observed: &'a Observed) -> Self {
        let mut played = Self {
            observed,
            prompt: history.trouble.is_prompt(),
            faults: history.trouble.faults.len() + history.trouble.aimed.len(),
            lies: {
                let single = history.trouble.faults.iter().map(|(_, fault)| fault);
                let aimed = history.trouble.aimed.iter().map(|(_, _, fault)| fault);
                single.chain(aimed).any(|fault| *fault == FaultKind::Lie)
            },
            clean: observed.clean_runs.iter().copied().collect(),
            contacts: Contacts::of(observed),
            students: observed.students.iter().map(|s| (s.as_str(), Own::default())).collect(),
            described: BTreeMap::new(),
            shared: Vec::new(),
            other: Vec::new(),
            answers: Vec::new(),
            users: BTreeMap::new(),
            letters: observed.letters.iter().map(|l| (l.send_id.as_str(), l)).collect(),
            bounced: BTreeMap::new(),
        };
        let send_ids: BTreeMap<&str, &str> = observed
            .letters
            .iter()
            .map(|l| (l.id.as_str(), l.send_id.as_str()))
            .collect();
        for taken in &observed.taken {
            match &taken.what {
                TakenWhat::Object(object) => played.object(taken.at, object),
                TakenWhat::Acted {
                    student, actor, act, ..
                } => {
                    played.answer(taken.at, student, actor.as_deref(), *act);
                    played.own(student).commands.push(taken);
                }
                TakenWhat::Refused { student, .. }
                | TakenWhat::CheckClosed { student, .. }
                | TakenWhat::Acknowledged { student }
                | TakenWhat::Named { student } => played.own(student).commands.push(taken),
                TakenWhat::Text { .. } => played.other.push(taken.at),
                TakenWhat::Report { letter, fate } => {
                    played.other.push(taken.at);
                    if let (Fate::Bounced, Some(send_id)) = (fate, send_ids.get(letter.as_str())) {
                        played.bounced.entry(send_id).or_insert(taken.at);
                    }
                }
            }
        }
        for entry in &observed.audit {
            played.own(&entry.student).audit.push(entry);
        }
        // The revision is the order; clocks may disagree.
        for own in played.students.values_mut() {
            own.audit.sort_by_key(|entry| entry.revision);
        }
        played
    }

    /// The keys of all rows of a student.
    pub fn all_of(&self, student: &str) -> RangeInclusive<(String, u32)> {
        (student.to_owned(), 0)..=(student.to_owned(), u32::MAX)
    }

    fn own(&mut self, student: &'a str) -> &mut Own<'a> {
        self.students.entry(student).or_default()
    }

    fn object(&mut self, at: DateTime<Utc>, object: &'a Object) {
        match &object.is {
            Is::Student { guardians, .. } => {
                let own = self.own(&object.id);
                own.objects.push((at, object));
                own.guardians.extend(guardians.iter().map(String::as_str));
            }
            Is::Mark { student, .. } => self.own(student).objects.push((at, object)),
            Is::Period { .. } | Is::Calendar { .. } => self.shared.push((at, object)),
            Is::Guardian { .. } => {
                self.shared.push((at, object));
                self.note_user(at, object);
            }
            Is::Staff { .. } => self.note_user(at, object),
            Is::School => {
                self.described.entry(&object.id).or_insert(at);
            }
            Is::District | Is::Homeroom { .. } | Is::Enrollment { .. } => {}
        }
    }

    fn answer(&mut self, at: DateTime<Utc>, student: &'a str, actor: Option<&'a str>, act: Act) {
        let spoke = matches!(act, Act::LogAttempt { reached: true });
        if !spoke && !matches!(act, Act::Schedule { .. } | Act::Decline | Act::AskForCall) {
            return;
        }
        let lists: Vec<&'a Vec<String>> = self.students.get(student).map_or_else(Vec::new, |own| {
            let newest_last = own.objects.iter().filter(|(when, _)| *when <= at);
            newest_last
                .filter_map(|(_, object)| match &object.is {
                    Is::Student { guardians, .. } => Some(guardians),
                    _ => None,
                })
                .collect()
        });
        let always = |id: &str| lists.iter().all(|list| list.iter().any(|g| g == id));
        let guardian = actor.filter(|id| {
            self.users
                .get(id)
                .is_some_and(|states| states.iter().any(|(_, o)| matches!(o.is, Is::Guardian { .. })))
        });
        let theirs = |id: &str| always(id) && !self.ever_barred(id, student);
        let all: BTreeSet<&'a str> = lists.iter().flat_map(|list| list.iter().map(String::as_str)).collect();
        let guardians = match guardian {
            Some(id) if theirs(id) => vec![(id, true)],
            // Somebody who may not be contacted about the child acted: perhaps for those who may.
            Some(id) => {
                let others = all.into_iter().filter(|other| *other != id);
                others.map(|other| (other, false)).chain([(id, always(id))]).collect()
            }
            None => all.into_iter().map(|id| (id, theirs(id))).collect(),
        };
        self.answers.push(Answer {
            at,
            student,
            guardians,
            spoke,
        });
    }

    /// A state that comes after a newer one never was.
    fn note_user(&mut self, at: DateTime<Utc>, object: &'a Object) {
        let states = self.users.entry(&object.id).or_default();
        let version = |of: &Object| (of.modified, of.sequence);
        if states.last().is_none_or(|(_, known)| version(known) <= version(object)) {
            states.push((at, object));
        }
    }

    /// Whether some state of a guardian says not to contact them about a student, or that they are deleted.
    fn ever_barred(&self, guardian: &str, student: &str) -> bool {
        self.users.get(guardian).is_some_and(|states| {
            states.iter().any(|(_, object)| match &object.is {
                Is::Guardian { do_not_contact_for, .. } => {
                    !object.active || do_not_contact_for.iter().any(|s| s == student)
                }
                _ => false,
            })
        })
    }

    /// The day on which the first message of a round that had not come back by `bounces` was taken by a provider, before `at`.
    pub fn accepted(
        &self,
        student: &str,
        conference: u32,
        round: usize,
        at: DateTime<Utc>,
        bounces: DateTime<Utc>,
    ) -> Option<NaiveDate> {
        let of = self.observed.conferences.get(&(student.to_owned(), conference))?;
        let (_, messages) = of.rounds.get(round)?;
        let taken = messages.iter().filter_map(|number| {
            let message = self.observed.messages.get(&(student.to_owned(), *number))?;
            let send_id = message.sent_as.as_deref()?;
            let letter = self.letters.get(send_id).map(|letter| letter.sent_at);
            let sent_at = match message.status.as_str() {
                "sent" | "bounced" => message.sent_at.or(letter)?,
                _ => return None,
            };
            let back = self.bounced.get(send_id).is_some_and(|when| *when <= bounces);
            (sent_at < at && !back).then_some(sent_at)
        });
        taken.min().map(crate::model::calendar::day)
    }

    /// Whether a guardian was reached for another child since then.
    pub fn reached_for_another(
        &self,
        student: &str,
        since: DateTime<Utc>,
        until: DateTime<Utc>,
        guardians: &[crate::model::facts::Guardian],
    ) -> asking::Is {
        let mut found = asking::Is::No;
        for answer in self.answers.iter().filter(|a| a.at > since && a.at <= until) {
            if answer.student == student {
                found = asking::Is::Unsure;
                continue;
            }
            for guardian in guardians {
                match answer.guardians.iter().find(|(id, _)| *id == guardian.id) {
                    Some((_, true)) if !guardian.barred => return asking::Is::Yes,
                    Some(_) => found = asking::Is::Unsure,
                    None => {}
                }
            }
        }
        found
    }

    /// The number or address of a guardian, in each state taken by then.
    pub fn contacts_of(&self, guardian: &str, channel: Channel, by: DateTime<Utc>) -> Vec<(DateTime<Utc>, String)> {
        let states = self.users.get(guardian).map_or(&[][..], Vec::as_slice);
        let known = states.iter().filter(|(when, _)| *when <= by);
        known
            .filter_map(|(when, object)| match (&object.is, channel) {
                (Is::Guardian { sms: Some(written), .. }, Channel::Sms)
                | (
                    Is::Guardian {
                        email: Some(written), ..
                    },
                    Channel::Email,
                ) => Some((*when, crate::model::contacts::either(written))),
                _ => None,
            })
            .collect()
    }
}
