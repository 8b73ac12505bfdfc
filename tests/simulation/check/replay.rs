//! One student's history played again: what the audit trail tells, step by step, measured against what the policy allows at
//! that moment. Where there is trouble, an object takes effect some time between being taken and the end of the next clean
//! run: until then every mixture of what was known is allowed.

use super::played::{Own, Played};
use crate::history::{Is as What, Object};
use crate::model::RUN_AT;
use crate::model::asking::{Conference, State};
use crate::model::calendar::{self, day, instant};
use crate::model::facts::{Facts, World};
use crate::model::spans::Series;
use crate::observed::{Audit, Message, Taken, Violation};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Days after which an object has taken effect, whatever went wrong: the sweep brings it again every few minutes.
const SURELY_KNOWN_AFTER: i64 = 7;

pub(super) struct Replay<'a> {
    pub played: &'a Played<'a>,
    pub student: &'a str,
    pub own: &'a Own<'a>,
    /// All that was taken.
    pub world: World<'a>,
    pub facts: Rc<Facts>,
    /// All that has surely taken effect, and what may have.
    pub certain: World<'a>,
    pub pending: Vec<(DateTime<Utc>, &'a Object)>,
    /// What may be known, once it was asked for.
    pub known: Option<Rc<[Rc<Facts>]>>,
    /// The schools that have surely been described.
    pub described: BTreeSet<&'a str>,
    /// Whether `facts` are of all that was taken.
    pub fresh: bool,
    pub conferences: BTreeMap<u32, Conference>,
    pub series: Vec<Series>,
    /// How many conferences of a span were opened on the day.
    pub opened: (NaiveDate, BTreeMap<NaiveDate, usize>),
    pub paused: bool,
    /// From when to when something that read as danger waited for the principal.
    pub urgent: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// When the family was asked whom the school may call.
    pub asked_whom: Vec<DateTime<Utc>>,
    /// Since when nothing is asked about a conference.
    pub silent: BTreeMap<u32, DateTime<Utc>>,
    /// Since when no time is agreed for a conference.
    pub untimed: BTreeMap<u32, DateTime<Utc>>,
    /// Whether the tasks are open, by conference (0: about the student) and kind.
    pub tasks: BTreeMap<(u32, &'static str), bool>,
    pub found: Vec<Violation>,
    /// What is seen cannot be followed any further.
    pub lost: bool,
}

/// What happens, in this order where it happens at once.
#[derive(Clone, Copy)]
enum Event<'a> {
    Object(&'a Object),
    /// A school has surely been described.
    Described(&'a str),
    Command(&'a Taken),
    Audit(&'a Audit),
    /// Staff spoke with a guardian about another child.
    Spoken(usize),
    /// A message left.
    Letter(u32, &'a Message),
    /// What was taken a moment ago must have taken effect.
    Followed,
    /// A clean run is over.
    RunOver(NaiveDate),
}

pub fn violations(played: &Played, student: &str) -> Vec<Violation> {
    let Some((student, own)) = played.students.get_key_value(student) else {
        return Vec::new();
    };
    let mut replay = Replay {
        played,
        student,
        own,
        world: World::default(),
        facts: Rc::new(Facts {
            left: true,
            ..Facts::default()
        }),
        known: None,
        described: BTreeSet::new(),
        fresh: false,
        certain: World::default(),
        pending: Vec::new(),
        conferences: BTreeMap::new(),
        series: Vec::new(),
        opened: (NaiveDate::MIN, BTreeMap::new()),
        paused: false,
        urgent: Vec::new(),
        asked_whom: Vec::new(),
        silent: BTreeMap::new(),
        untimed: BTreeMap::new(),
        tasks: BTreeMap::new(),
        found: Vec::new(),
        lost: false,
    };
    for (at, _, event) in replay.events() {
        replay.happens(at, event);
        if replay.lost {
            return replay.found;
        }
    }
    replay.at_the_end();
    replay.found
}

impl<'a> Replay<'a> {
    fn events(&self) -> Vec<(DateTime<Utc>, u8, Event<'a>)> {
        let (played, own) = (self.played, self.own);
        // Where there is trouble the functions' clocks are not the same.
        let skew = if played.prompt {
            TimeDelta::zero()
        } else {
            TimeDelta::minutes(2)
        };
        let mut events: Vec<(DateTime<Utc>, u8, Event<'a>)> = Vec::new();
        for (at, object) in own.objects.iter().chain(&played.shared) {
            if self.concerns(object) {
                events.push((*at - skew, 0, Event::Object(object)));
                if played.prompt {
                    events.push((*at + TimeDelta::seconds(50), 4, Event::Followed));
                }
            }
        }
        let described = played.described.iter();
        events.extend(described.map(|(school, at)| (self.surely_after(*at), 0, Event::Described(school))));
        events.extend(own.commands.iter().map(|taken| (taken.at, 1, Event::Command(taken))));
        let mut latest = DateTime::<Utc>::MIN_UTC;
        for entry in &own.audit {
            latest = latest.max(entry.at);
            events.push((latest, 2, Event::Audit(entry)));
        }
        for (index, answer) in played
            .answers
            .iter()
            .enumerate()
            .filter(|(_, a)| a.spoke && a.student != self.student)
        {
            events.push((self.surely_after(answer.at), 3, Event::Spoken(index)));
        }
        for ((_, number), message) in played.observed.messages.range(played.all_of(self.student)) {
            if let Some(letter) = message.sent_as.as_deref().and_then(|id| played.letters.get(id)) {
                events.push((letter.sent_at + skew, 3, Event::Letter(*number, message)));
            }
        }
        let busy = self.busy();
        for today in &played.clean {
            if played.prompt {
                events.push((instant(*today, RUN_AT.0, RUN_AT.1 + 5), 5, Event::RunOver(*today)));
            } else if !busy.contains(today) {
                events.push((instant(*today, 23, 59), 5, Event::RunOver(*today)));
            }
        }
        events.sort_by_key(|(at, order, _)| (*at, *order));
        events
    }

    /// When what was taken then has taken effect at the latest.
    fn surely_after(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let played = self.played;
        if played.prompt {
            return at;
        }
        let next = played.clean.range(calendar::plus_days(day(at), 1)..).next();
        instant(*next.unwrap_or(&played.observed.last_day), 23, 58)
    }

    fn concerns(&self, object: &Object) -> bool {
        match &object.is {
            What::Guardian { .. } => self.own.guardians.contains(object.id.as_str()),
            _ => true,
        }
    }

    /// The days on which something happened after the run: what must have been done by then is not known.
    fn busy(&self) -> BTreeSet<NaiveDate> {
        let late = |at: DateTime<Utc>| (at >= instant(day(at), RUN_AT.0, RUN_AT.1)).then(|| day(at));
        let (played, own) = (self.played, self.own);
        let objects = own
            .objects
            .iter()
            .chain(&played.shared)
            .filter(|(_, o)| self.concerns(o))
            .map(|(at, _)| *at);
        let commands = own.commands.iter().map(|taken| taken.at);
        let answers = played.answers.iter().map(|answer| answer.at);
        objects
            .chain(commands)
            .chain(answers)
            .chain(played.other.iter().copied())
            .filter_map(late)
            .collect()
    }

    fn happens(&mut self, at: DateTime<Utc>, event: Event<'a>) {
        if !matches!(event, Event::Object(_) | Event::Described(_)) {
            self.now_known();
        }
        match event {
            Event::Object(object) => {
                self.world.take(object);
                self.surely_known(at - TimeDelta::days(SURELY_KNOWN_AFTER));
                self.pending.push((at, object));
                self.known = None;
                self.fresh = false;
                return;
            }
            Event::Described(school) => {
                self.described.insert(school);
                self.known = None;
                self.fresh = false;
                return;
            }
            Event::Command(taken) => self.command(taken),
            Event::Audit(entry) => self.audit(entry),
            Event::Spoken(index) => {
                let answer = &self.played.answers[index];
                let facts = &self.facts.guardians;
                let theirs = |id: &str| facts.iter().any(|g| g.id == id && !g.barred);
                if answer.guardians.iter().any(|(id, certain)| *certain && theirs(id)) {
                    for of in self.conferences.values_mut() {
                        if of.state == State::Open && of.opened_at < answer.at {
                            of.by_teacher = true;
                        }
                    }
                }
            }
            Event::Letter(number, message) => self.letter(at, number, message),
            Event::Followed => self.followed(at),
            Event::RunOver(today) => {
                self.run_over(at, today);
                self.surely_known(instant(today, RUN_AT.0, RUN_AT.1));
            }
        }
        for (number, of) in &self.conferences {
            let asked = of.unsure || (of.state == State::Open && !of.by_teacher && !self.paused);
            if asked {
                self.silent.remove(number);
            } else {
                self.silent.entry(*number).or_insert(at);
            }
            // Where one household has met the teacher, the other's time may still stand.
            if of.unsure || matches!(of.state, State::Scheduled | State::Held) {
                self.untimed.remove(number);
            } else {
                self.untimed.entry(*number).or_insert(at);
            }
        }
    }

    /// What was taken before then has taken effect by now.
    fn surely_known(&mut self, before: DateTime<Utc>) {
        for (_, object) in self.pending.extract_if(.., |(when, _)| *when < before) {
            self.certain.take(object);
            self.known = None;
        }
    }

    pub fn violates(&mut self, invariant: &'static str, at: DateTime<Utc>, what: &str) {
        let when = calendar::local(at).format("%a %Y-%m-%d %H:%M");
        self.found.push(Violation {
            invariant,
            what: format!("student {}, {when}: {what}", self.student),
        });
    }
}
