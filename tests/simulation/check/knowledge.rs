//! What may be known of a student at one moment, and what the policy says by it.

use super::replay::Replay;
use crate::history::Channel;
use crate::model::asking::{Conference, Counted, Is, Now, Verdict, Verdicts};
use crate::model::calendar::{SchoolDays, day, instant};
use crate::model::facts::{Facts, World};
use crate::model::spans::{Series, Span, matched};
use crate::model::{OPENED_A_DAY, RUN_AT};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Which news had become known when something was decided.
#[derive(Clone, Copy)]
pub struct Heard {
    /// Bounces until then.
    pub bounces: DateTime<Utc>,
    /// News of numbers and addresses until then.
    pub contacts: DateTime<Utc>,
    /// What was decided before was decided on the bounces that had surely become known, not on all.
    pub before_by_known: bool,
}

impl Heard {
    pub fn all(at: DateTime<Utc>) -> Self {
        Self {
            bounces: at,
            contacts: at,
            before_by_known: false,
        }
    }
}

impl Replay<'_> {
    /// What is known once all that was taken has taken effect; in the first way to read it.
    pub fn now_known(&mut self) {
        if self.known.is_none() && !self.fresh {
            let readings = self.readings(&self.world);
            let readings: Vec<Rc<Facts>> = readings.into_iter().map(Rc::new).collect();
            self.facts = Rc::clone(&readings[0]);
            self.fresh = true;
            if self.played.prompt {
                self.known = Some(readings.into());
            }
        }
    }

    /// What may be known: all that was taken, or where there is trouble any part of what was taken lately.
    pub fn candidates(&mut self) -> Rc<[Rc<Facts>]> {
        let known = self.known.take().unwrap_or_else(|| self.mixtures().into());
        self.known = Some(Rc::clone(&known));
        known
    }

    /// Whose days off count is not known where a school was not described: it need not be the district's.
    fn readings(&self, world: &World) -> Vec<Facts> {
        let mut all = Facts::readings(world, self.student);
        let described = |(_, school): &(NaiveDate, String)| self.described.contains(school.as_str());
        let without = |facts: &Facts| {
            let days = &facts.school_days;
            let district = !days.places.iter().all(described) && days.off.contains_key("d");
            let mut days = district.then(|| SchoolDays::clone(days))?;
            days.off.remove("d");
            Some(Facts {
                school_days: Rc::new(days),
                ..facts.clone()
            })
        };
        all.extend(all.iter().filter_map(without).collect::<Vec<Facts>>());
        all
    }

    fn mixtures(&self) -> Vec<Rc<Facts>> {
        let mut all: Vec<Rc<Facts>> = Vec::new();
        let mut add = |world: &World| {
            for facts in self.readings(world) {
                if !all.iter().any(|known| **known == facts) {
                    all.push(Rc::new(facts));
                }
            }
        };
        add(&self.world);
        if self.played.prompt || self.pending.is_empty() {
            return all;
        }
        let count = self.pending.len();
        let parts: Vec<Vec<usize>> = if count <= 5 {
            (0..(1_usize << count))
                .map(|bits| (0..count).filter(|i| bits & (1 << i) != 0).collect())
                .collect()
        } else {
            let until = (count.saturating_sub(20)..count).map(|until| (0..until).collect());
            let without = (count.saturating_sub(20)..count).map(|out| (0..count).filter(|i| *i != out).collect());
            until.chain(without).collect()
        };
        for part in parts {
            let mut world = self.certain.clone();
            part.iter().for_each(|index| world.take(self.pending[*index].1));
            add(&world);
        }
        all
    }

    fn matched(&self, facts: &Facts) -> Vec<Option<Span>> {
        let open = facts.marks_are_open;
        let series: Vec<Series> = self.series.iter().map(|series| series.opened(open)).collect();
        matched(&series, &facts.spans)
    }

    /// Which span each conference is matched with.
    pub fn placed(&self, facts: &Facts) -> BTreeMap<u32, Option<Span>> {
        let spans = self.matched(facts);
        self.conferences
            .values()
            .map(|of| (of.number, spans[of.series]))
            .collect()
    }

    /// The conferences that are due and were not opened yet: series where there is one, span and ordinal.
    pub fn due(&self, facts: &Facts, today: NaiveDate) -> Vec<(Option<usize>, Span, u32)> {
        let mut due = Vec::new();
        if facts.left {
            return due;
        }
        let taken = self.matched(facts);
        for span in facts.spans.iter().filter(|span| span.reaches()) {
            let series = taken.iter().position(|t| *t == Some(*span));
            let has = |ordinal| {
                self.conferences
                    .values()
                    .any(|c| Some(c.series) == series && c.ordinal == ordinal)
            };
            let opened = if self.opened.0 == today {
                self.opened.1.get(&span.first).copied().unwrap_or(0)
            } else {
                0
            };
            let demanded = (0..)
                .take_while(|ordinal| span.demands(*ordinal, today))
                .filter(|ordinal| !has(*ordinal));
            due.extend(
                demanded
                    .take(OPENED_A_DAY.saturating_sub(opened))
                    .map(|ordinal| (series, *span, ordinal)),
            );
        }
        due
    }

    /// What the policy says about a conference at that time, as it is known to `facts`, by the news heard.
    pub fn verdicts(&self, number: u32, facts: &Facts, at: DateTime<Utc>, heard: Heard) -> (Verdicts, bool) {
        let today = day(at);
        let accepted = |conference, round| self.played.accepted(self.student, conference, round, at, heard.bounces);
        let now = Now {
            today,
            school_days: &facts.school_days,
            paused: self.paused,
            channels: !self.channels(facts, heard.contacts).is_empty(),
            accepted: &accepted,
            by_known: heard.before_by_known,
        };
        let placed = self.placed(facts);
        let over = |span: Option<Span>| match span.and_then(|span| Some((span, span.last?))) {
            Some((span, last)) if last < today => {
                let broken = facts.last_in_person.is_some_and(|day| day > last);
                if facts.marked.contains(&span) && !broken {
                    Is::Unsure
                } else {
                    Is::Yes
                }
            }
            _ => Is::No,
        };
        let this = &self.conferences[&number];
        let due = |c: &Conference| placed[&c.number].map(|span| span.due(c.ordinal));
        let mut blocked = Is::No;
        for other in self.conferences.values().filter(|c| c.number != number) {
            let (first, earlier) = (other.number < number, (due(other), other.number) < (due(this), number));
            let blocks = match other.blocks(placed[&other.number], over(placed[&other.number]), &now) {
                Is::Yes if first && earlier => Is::Yes,
                Is::No => Is::No,
                _ if first || earlier => Is::Unsure,
                _ => Is::No,
            };
            blocked = match (blocked, blocks) {
                (Is::Yes, _) | (_, Is::Yes) => Is::Yes,
                (Is::Unsure, _) | (_, Is::Unsure) => Is::Unsure,
                _ => Is::No,
            };
        }
        let span = placed[&number];
        (this.verdicts(span, over(span), blocked, &now), this.cannot(&now))
    }

    /// Who can be written to, and how.
    pub fn channels(&self, facts: &Facts, at: DateTime<Utc>) -> BTreeSet<(String, Channel)> {
        let mut usable = BTreeSet::new();
        for guardian in facts.guardians.iter().filter(|g| !g.barred) {
            for (channel, contact) in [(Channel::Sms, &guardian.sms), (Channel::Email, &guardian.email)] {
                if contact
                    .as_ref()
                    .is_some_and(|contact| self.played.contacts.silent_since(contact, at).is_none())
                {
                    usable.insert((guardian.id.clone(), channel));
                }
            }
        }
        usable
    }

    /// Until when news has surely become known: where there is trouble, until the last clean run.
    pub fn surely_heard(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.played.prompt {
            return at;
        }
        let last = self.played.clean.range(..day(at)).next_back();
        last.map_or(DateTime::<Utc>::MIN_UTC, |clean| instant(*clean, RUN_AT.0, RUN_AT.1))
    }

    /// Whether what was decided before may have been decided on fewer bounces than there were: where it makes no difference, it
    /// was not.
    pub fn ways_before(&self) -> &'static [bool] {
        let mut rounds = self.conferences.values().flat_map(|of| &of.rounds);
        let differs = |counted: Counted| counted.by_all != counted.by_known;
        if rounds.any(|round| round.settled.is_some_and(differs)) {
            &[false, true]
        } else {
            &[false]
        }
    }

    /// Whether a step is allowed by anything that may be known; else why not.
    pub fn allowed(
        &mut self,
        number: u32,
        at: DateTime<Utc>,
        step: impl Fn(Verdicts) -> Verdict,
    ) -> Result<(), String> {
        let mut moments = vec![at, self.surely_heard(at)];
        moments.dedup();
        let before = self.ways_before();
        let pairs = moments
            .iter()
            .flat_map(|one| moments.iter().map(move |other| (*one, *other)));
        let heard: Vec<Heard> = pairs
            .flat_map(|(bounces, contacts)| {
                before.iter().map(move |before_by_known| Heard {
                    bounces,
                    contacts,
                    before_by_known: *before_by_known,
                })
            })
            .collect();
        let mut first_reason = None;
        for facts in self.candidates().iter() {
            for heard in &heard {
                match step(self.verdicts(number, facts, at, *heard).0) {
                    Verdict::Never(why) => first_reason = first_reason.or(Some(why)),
                    Verdict::Must | Verdict::May => return Ok(()),
                }
            }
        }
        Err(first_reason.unwrap_or_default())
    }
}
