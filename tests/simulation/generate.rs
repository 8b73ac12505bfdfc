//! Makes histories from seeds: the same history from the same seed, for ever. What happens when is planned first,
//! without knowing the state things will be in; then it is told day by day, as the SIS would have it and people would
//! do it.

mod changes;
mod district;
mod events;
mod features;
mod happen;
mod look;
mod period;
mod plan;
mod season;
mod setup;
mod trouble;

pub use features::coverage;

use crate::history::{History, Is, Step, Time, What};
use fastrand::Rng;
use std::collections::BTreeMap;

/// How often what comes: chances in percent, and weights. All that decides what the histories are like stands here.
mod emphasis {
    use super::season::Season;
    use crate::history::Aim;

    /// Weight, then the range it is drawn from.
    pub type Ranges = &'static [(u32, (u32, u32))];

    /// Most districts are small: quick to play, and what goes wrong in a large one goes wrong in a small one too.
    pub const STUDENTS: Ranges = &[(840, (1, 2)), (122, (3, 5)), (34, (6, 12)), (4, (13, 40))];
    pub const SCHOOLS: Ranges = &[(55, (1, 1)), (33, (2, 2)), (12, (3, 3))];
    pub const GUARDIANS: Ranges = &[(48, (1, 1)), (42, (2, 2)), (10, (3, 3))];
    pub const DAYS: Ranges = &[(5, (1, 21)), (70, (22, 60)), (20, (61, 210)), (5, (211, 400))];
    /// What happens after the district is set up; some of it takes several steps.
    pub const EVENTS: Ranges = &[(70, (1, 3)), (24, (4, 6)), (6, (7, 12))];

    /// When in the year a history begins.
    pub const SEASONS: &[(u32, Season)] = &[
        (15, Season::ClockChange),
        (15, Season::MonthEnd),
        (14, Season::LeapDay),
        (18, Season::Holidays),
        (10, Season::Summer),
        (28, Season::Any),
    ];

    /// A period that reaches day 22 is there early on.
    pub const CROSSING: u32 = 72;
    /// Of these: the day on which it does, after the first; before the first: it was reported late.
    pub const CROSSES_ON: &[(u32, (i32, i32))] = &[
        (10, (-30, -1)),
        (50, (0, 6)),
        (25, (7, 22)),
        (10, (-186, -178)),
        (2, (-368, -362)),
        (3, (23, 60)),
    ];
    /// Such a period has no end yet.
    pub const OPEN_ENDED: u32 = 65;
    /// A period is not `internet`.
    pub const OTHER_DELIVERY: u32 = 12;
    /// Whom a period covers: district, school, grade, student.
    pub const SCOPES: [u32; 4] = [20, 38, 20, 22];
    /// Without a period that crosses: remote marks that do.
    pub const MARKED: u32 = 55;

    pub const CALENDAR: u32 = 25;
    pub const CALENDAR_IN_THE_HOLIDAYS: u32 = 85;
    /// The set-up comes in an odd order; in two requests; a part of it days later.
    pub const ODD_ORDER: u32 = 30;
    pub const TWO_REQUESTS: u32 = 35;
    pub const PART_LATER: u32 = 14;
    pub const ENROLLED_LATER: u32 = 8;

    pub const SIBLING: u32 = 45;
    pub const ONE_PARENT_IN_COMMON: u32 = 25;
    pub const SHARED_NUMBER: u32 = 6;
    pub const RESTRICTED: u32 = 5;
    /// How a guardian can be reached: both ways, SMS, e-mail, telephone only, not at all, SMS and e-mail that are
    /// unusable, one of the two unusable.
    pub const CONTACTS: [u32; 7] = [38, 24, 14, 7, 4, 6, 7];
    pub const LANGUAGES: &[(u32, Option<&str>)] = &[(65, None), (15, Some("es")), (12, Some("pt-BR")), (8, Some("ar"))];

    /// Nobody answers the rounds, so that the principal is told.
    pub const SILENT: u32 = 25;
    /// What happens falls on a day on which conferences are opened and rounds are due, or just after one.
    pub const HOT_DAY: u32 = 85;
    /// What a welfare check was about is undone and comes back after it.
    pub const UNDONE: u32 = 25;
    /// A family names somebody whom the school may call.
    pub const NAMES_SOMEBODY: u32 = 20;
    /// What happens: an answer and what follows, text messages and reports, people of the SIS, periods, marks, repeats.
    pub const HAPPENS: [u32; 6] = [42, 18, 16, 13, 6, 5];

    /// No trouble at all; only days that were missed, or runs that came twice; the rest: faults.
    pub const NO_TROUBLE: u32 = 40;
    pub const ONLY_RUNS: u32 = 15;
    pub const FAULTS: (u32, u32) = (1, 6);
    /// A fault lets others in between: few are in the middle of the same thing.
    pub const RACES: u32 = 35;
    /// A fault is aimed at calls of which there are few, and on which most depends.
    pub const AIMED: u32 = 60;
    pub const AIMS: &[(u32, Aim)] = &[
        (16, Aim::Sms),
        (16, Aim::Email),
        (24, Aim::Transaction("daily-detection")),
        (14, Aim::Transaction("roster-projection")),
        (10, Aim::Transaction("send-sms")),
        (10, Aim::Transaction("send-email")),
        (10, Aim::Transaction("escalate")),
    ];
    pub const LAST_CALL: u32 = 2000;
    pub const QUEUES: u32 = 50;
    pub const RUNS_TOO: u32 = 25;
}

/// The history of a seed: always the same.
pub fn history(seed: u64) -> History {
    let mut rng = Rng::with_seed(seed);
    let days = range(&mut rng, emphasis::DAYS);
    let began = season::begin(&mut rng);
    // Each part draws from a stream of its own, so that what is changed in one leaves the others as they were.
    let (mut of_setup, mut of_plan, mut of_telling, mut of_trouble) = (rng.fork(), rng.fork(), rng.fork(), rng.fork());
    let setup = setup::district(&mut of_setup, &began, days);
    let plan = plan::plan(&mut of_plan, &began, days, setup);
    let trouble = trouble::trouble(&mut of_trouble, days, &plan.hot);
    let mut steps = happen::told(&mut of_telling, began.start, plan);
    whom_to_call(&mut rng, days, &mut steps);
    History {
        seed,
        start: began.start,
        days,
        steps,
        trouble,
    }
}

/// Some families name somebody whom the school may call.
fn whom_to_call(rng: &mut Rng, days: u32, steps: &mut Vec<Step>) {
    let enrolled = |step: &Step| match &step.what {
        What::Sis(objects) => objects
            .iter()
            .filter(|object| matches!(object.is, Is::Student { .. }))
            .map(|object| (object.id.clone(), step.day))
            .collect(),
        _ => Vec::new(),
    };
    let students: BTreeMap<String, u32> = steps.iter().rev().flat_map(enrolled).collect();
    for (student, since) in students {
        if chance(rng, emphasis::NAMES_SOMEBODY) {
            let step = Step {
                day: rng.u32(since..=days),
                time: Time::Noon,
                what: What::Names { student },
            };
            let at = steps.partition_point(|other| (other.day, other.time) <= (step.day, step.time));
            steps.insert(at, step);
        }
    }
}

/// Whether what has this chance happens.
fn chance(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(0..100) < percent
}

/// One of several, by weight.
fn weighted<'a, T>(rng: &mut Rng, choices: &'a [(u32, T)]) -> &'a T {
    let mut at = rng.u32(0..choices.iter().map(|(weight, _)| weight).sum());
    for (weight, choice) in choices {
        if at < *weight {
            return choice;
        }
        at -= weight;
    }
    unreachable!("what was drawn is below the sum of the weights")
}

/// The place of one of several weights.
fn which<const N: usize>(rng: &mut Rng, weights: &[u32; N]) -> usize {
    let mut at = rng.u32(0..weights.iter().sum());
    for (place, weight) in weights.iter().enumerate() {
        if at < *weight {
            return place;
        }
        at -= weight;
    }
    unreachable!("what was drawn is below the sum of the weights")
}

/// A number from one of several ranges, by weight.
fn range(rng: &mut Rng, ranges: emphasis::Ranges) -> u32 {
    let (from, to) = *weighted(rng, ranges);
    rng.u32(from..=to)
}

/// One of these.
fn one<'a, T>(rng: &mut Rng, of: &'a [T]) -> Option<&'a T> {
    rng.choice(of.iter())
}
