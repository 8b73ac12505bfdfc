//! Takes away from a history what its violation does not need.

use crate::history::{History, Is, Object, Scope, Trouble, What};
use std::collections::BTreeSet;

/// The smallest history found, in at most `tries` plays, for which `fails` still holds. It is taken to hold for the
/// history itself.
pub fn shrunk(history: &History, tries: usize, fails: impl FnMut(&History) -> bool) -> History {
    let mut shrinking = Shrinking {
        best: history.clone(),
        tries,
        fails,
    };
    // What one pass took away lets another take more.
    loop {
        let before = shrinking.best.clone();
        shrinking.trouble();
        shrinking.days();
        shrinking.fewer(|history| (0..history.steps.len()).collect(), steps);
        shrinking.people();
        shrinking.fewer(places, objects);
        shrinking.days();
        if shrinking.tries == 0 || shrinking.best == before {
            return shrinking.best;
        }
    }
}

struct Shrinking<F> {
    best: History,
    tries: usize,
    fails: F,
}

impl<F: FnMut(&History) -> bool> Shrinking<F> {
    /// Takes a smaller history for the best one, if it fails too.
    fn takes(&mut self, smaller: History) -> bool {
        if self.tries == 0 || smaller == self.best {
            return false;
        }
        self.tries -= 1;
        let fails = (self.fails)(&smaller);
        if fails {
            self.best = smaller;
        }
        fails
    }

    /// Leaves out parts of the history: all at once, then half of them at a time, a quarter, and so on to single ones;
    /// the last first, for what came before may be needed by what came after.
    fn fewer<T: Clone>(&mut self, parts: impl Fn(&History) -> Vec<T>, with: impl Fn(&History, &[T]) -> History) {
        let whole = self.best.clone();
        let mut kept = parts(&whole);
        let mut size = kept.len();
        while size > 0 && self.tries > 0 {
            let mut end = kept.len();
            while end > 0 && self.tries > 0 {
                let begin = end.saturating_sub(size);
                let mut fewer = kept.clone();
                fewer.drain(begin..end);
                if self.takes(with(&whole, &fewer)) {
                    kept = fewer;
                }
                end = begin;
            }
            size /= 2;
        }
    }

    fn trouble(&mut self) {
        let mut without = |change: fn(&mut Trouble)| {
            let mut history = self.best.clone();
            change(&mut history.trouble);
            self.takes(history)
        };
        if without(|trouble| *trouble = Trouble::none()) {
            return;
        }
        without(|trouble| trouble.queues = None);
        without(|trouble| trouble.missed.clear());
        without(|trouble| trouble.twice.clear());
        without(|trouble| trouble.at_once.clear());
        without(|trouble| trouble.faults.clear());
        without(|trouble| trouble.aimed.clear());
        self.fewer(
            |history| history.trouble.faults.clone(),
            |history, faults| changed(history, |trouble| trouble.faults = faults.to_vec()),
        );
        for of in [
            (|trouble| &mut trouble.missed) as fn(&mut Trouble) -> &mut BTreeSet<u32>,
            |trouble| &mut trouble.twice,
            |trouble| &mut trouble.at_once,
        ] {
            self.fewer(
                |history| of(&mut history.trouble.clone()).iter().copied().collect(),
                |history, days| changed(history, |trouble| *of(trouble) = days.iter().copied().collect()),
            );
        }
    }

    /// Ends the history earlier: with its last step, else halfway between that and its end, and so on.
    fn days(&mut self) {
        let mut end = self.best.steps.iter().map(|step| step.day).max().unwrap_or(0);
        while end < self.best.days && self.tries > 0 {
            if self.takes(ended(&self.best, end)) {
                return;
            }
            end += (self.best.days - end).div_ceil(2);
        }
    }

    /// Leaves out people and schools with everything that is theirs.
    fn people(&mut self) {
        self.fewer(everybody, |history, kept| {
            let kept: BTreeSet<&String> = kept.iter().collect();
            let gone: BTreeSet<String> = everybody(history).into_iter().filter(|id| !kept.contains(id)).collect();
            without(history, &gone)
        });
    }
}

fn changed(history: &History, change: impl FnOnce(&mut Trouble)) -> History {
    let mut history = history.clone();
    change(&mut history.trouble);
    history
}

/// Only these of its steps.
fn steps(history: &History, kept: &[usize]) -> History {
    let steps = kept.iter().filter_map(|n| history.steps.get(*n).cloned()).collect();
    History {
        steps,
        ..history.clone()
    }
}

/// The history up to a day.
fn ended(history: &History, days: u32) -> History {
    let mut history = history.clone();
    history.days = days;
    history.steps.retain(|step| step.day <= days);
    for of in [
        &mut history.trouble.missed,
        &mut history.trouble.twice,
        &mut history.trouble.at_once,
    ] {
        of.retain(|day| *day <= days);
    }
    history
}

/// Where each object of the SIS is: the step, and the place in it.
fn places(history: &History) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (n, step) in history.steps.iter().enumerate() {
        if let What::Sis(objects) = &step.what {
            places.extend((0..objects.len()).map(|i| (n, i)));
        }
    }
    places
}

/// Only the objects at these places.
fn objects(history: &History, kept: &[(usize, usize)]) -> History {
    let kept: BTreeSet<&(usize, usize)> = kept.iter().collect();
    let mut history = history.clone();
    for (n, step) in history.steps.iter_mut().enumerate() {
        if let What::Sis(objects) = &mut step.what {
            let mut i = 0..;
            objects.retain(|_| i.next().is_some_and(|i| kept.contains(&(n, i))));
        }
    }
    settled(history)
}

/// Students, guardians and schools, each once.
fn everybody(history: &History) -> Vec<String> {
    let mut ids = BTreeSet::new();
    for step in &history.steps {
        if let What::Sis(objects) = &step.what {
            let people = objects
                .iter()
                .filter(|object| matches!(object.is, Is::Student { .. } | Is::Guardian { .. } | Is::School));
            ids.extend(people.map(|object| object.id.clone()));
        }
    }
    ids.into_iter().collect()
}

/// The history without these students, guardians and schools, and without all that concerns only them.
fn without(history: &History, gone: &BTreeSet<String>) -> History {
    let is_gone = |id: &String| gone.contains(id);
    let mut history = history.clone();
    history.steps.retain(|step| match &step.what {
        What::Sis(_) => true,
        What::Act { student, actor, .. } => !is_gone(student) && !actor.as_ref().is_some_and(is_gone),
        What::CloseCheck { student, .. } | What::Acknowledge { student } | What::Names { student } => !is_gone(student),
        What::Text { guardian, .. } | What::Report { guardian, .. } => !is_gone(guardian),
    });
    for step in &mut history.steps {
        if let What::Sis(objects) = &mut step.what {
            objects.retain(|object| !is_gone(&object.id) && !is_about(object, is_gone));
            objects.iter_mut().for_each(|object| forget(object, is_gone));
        }
    }
    settled(history)
}

/// Whether an object is about somebody alone.
fn is_about(object: &Object, who: impl Fn(&String) -> bool) -> bool {
    match &object.is {
        Is::Student { roles, .. } => roles.iter().all(|role| who(&role.school)),
        Is::Staff { school, .. } | Is::Homeroom { school } => who(school),
        Is::Enrollment { user, class, .. } => {
            let school = |id: &str| id.rsplit('-').next().map(str::to_owned);
            who(user)
                || [class, user]
                    .into_iter()
                    .filter_map(|id| school(id))
                    .any(|school| who(&school))
        }
        Is::Period { scope, .. } => match scope {
            Scope::School(school)
            | Scope::Grade {
                school: Some(school), ..
            } => who(school),
            Scope::Student(student) => who(student),
            Scope::District | Scope::Grade { school: None, .. } => false,
        },
        Is::Mark { student, .. } => who(student),
        Is::Calendar { org, .. } => who(org),
        Is::District | Is::School | Is::Guardian { .. } => false,
    }
}

/// Takes somebody out of what an object refers to.
fn forget(object: &mut Object, who: impl Fn(&String) -> bool) {
    match &mut object.is {
        Is::Student { guardians, roles, .. } => {
            guardians.retain(|id| !who(id));
            roles.retain(|role| !who(&role.school));
        }
        Is::Guardian { do_not_contact_for, .. } => do_not_contact_for.retain(|id| !who(id)),
        _ => {}
    }
}

/// Without requests that hold nothing any more.
fn settled(mut history: History) -> History {
    history
        .steps
        .retain(|step| !matches!(&step.what, What::Sis(objects) if objects.is_empty()));
    history
}
