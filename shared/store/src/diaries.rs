//! Teachers' time: their working plans, and what is taken of each of their days. A time is taken by the transaction that
//! books the conference, grain by grain, so that the table itself sees what overlaps.

use crate::keys;
use crate::students::Commit;
use crate::{Item, StoreError, Table, from_item, get_text, number, text, to_item};
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, TransactWriteItem, Update};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use domain::availability::{Taken, WorkingPlan, grains};
use domain::ids::{ConferenceId, OrgId, UserId};
use domain::record::{Booking, StudentRecord};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How long a teacher's day is kept after it is over.
const DAYS_KEPT: TimeDelta = TimeDelta::days(30);

/// Whose working plan.
#[derive(Clone, Copy, Debug)]
pub enum PlanOf<'a> {
    /// A teacher's.
    Teacher(&'a UserId),
    /// A school's: of its teachers who have none.
    School(&'a OrgId),
}

impl PlanOf<'_> {
    fn key(self) -> (String, String) {
        let pk = match self {
            Self::Teacher(id) => keys::teacher(id),
            Self::School(id) => keys::school(id),
        };
        (pk, keys::PLAN.to_owned())
    }
}

#[derive(Serialize, Deserialize)]
struct Kept {
    plan: WorkingPlan,
}

/// Who holds a teacher's time: a conference, and the guardian who booked it where that is known.
pub fn holder(conference: &ConferenceId, guardian: Option<&UserId>) -> String {
    format!("{conference}/{}", guardian.map_or("", UserId::as_str))
}

/// Some of a teacher's time: the teacher, the day, a grain of it and who holds it.
type Grain = (UserId, NaiveDate, u32, String);

impl Table {
    /// The plan that holds for a teacher at a school: the teacher's own, else the school's; `None`: the district's.
    pub async fn plan(
        &self,
        teacher: Option<&UserId>,
        school: Option<&OrgId>,
    ) -> Result<Option<WorkingPlan>, StoreError> {
        let teachers = teacher.map(|id| PlanOf::Teacher(id).key());
        let schools = school.map(|id| PlanOf::School(id).key());
        let wanted: Vec<(String, String)> = teachers.into_iter().chain(schools).collect();
        let found = self.items(&wanted).await?;
        let at = |(pk, _): &(String, String)| found.iter().find(|item| get_text(item, "PK") == Some(pk));
        let kept: Option<Kept> = wanted.iter().find_map(at).map(from_item).transpose()?;
        Ok(kept.map(|kept| kept.plan))
    }

    /// Sets a plan; `None`: there is none any more.
    pub async fn set_plan(&self, whose: PlanOf<'_>, plan: Option<&WorkingPlan>) -> Result<(), StoreError> {
        let (pk, sk) = whose.key();
        match plan {
            Some(plan) => {
                let kept = Kept { plan: plan.clone() };
                self.write_all(vec![to_item(&kept, &pk, &sk)?], Vec::new()).await
            }
            None => self.write_all(Vec::new(), vec![(pk, sk)]).await,
        }
    }

    /// What is taken of a teacher's days from `first` to `last`.
    pub async fn taken(
        &self,
        teacher: &UserId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<BTreeMap<NaiveDate, Taken>, StoreError> {
        let mut taken = BTreeMap::new();
        let mut from = None;
        loop {
            let page = self
                .client
                .query()
                .table_name(&self.name)
                .consistent_read(true)
                .key_condition_expression("PK = :pk AND SK BETWEEN :first AND :last")
                .expression_attribute_values(":pk", text(keys::teacher(teacher)))
                .expression_attribute_values(":first", text(keys::day(first)))
                .expression_attribute_values(":last", text(keys::day(last)))
                .set_exclusive_start_key(from)
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await?;
            self.capacity.query(page.consumed_capacity());
            for item in page.items.unwrap_or_default() {
                let day = get_text(&item, "SK").and_then(|sk| sk.strip_prefix("DAY#")?.parse().ok());
                taken.extend(day.map(|day: NaiveDate| (day, taken_of(&item))));
            }
            from = page.last_evaluated_key;
            if from.is_none() {
                return Ok(taken);
            }
        }
    }

    /// What a commit takes and gives back of teachers' time: one write a teacher and day. Where the family chose among free
    /// times (`Commit::only_if_free`), on condition that nobody holds what is taken.
    pub(crate) fn slots(
        &self,
        before: &StudentRecord,
        after: &StudentRecord,
        commit: &Commit<'_>,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let (was, is) = (held(before, commit), held(after, commit));
        let mut days: BTreeMap<(&UserId, NaiveDate), Day<'_>> = BTreeMap::new();
        for (teacher, day, grain, holder) in is.difference(&was) {
            let day = days.entry((teacher, *day)).or_default();
            day.taken.entry(*grain).or_default().insert(holder);
        }
        for (teacher, day, grain, holder) in was.difference(&is) {
            let day = days.entry((teacher, *day)).or_default();
            day.given_back.entry(*grain).or_default().insert(holder);
        }
        let days = days.into_iter();
        days.map(|((teacher, date), day)| self.day(teacher, date, &day, commit.only_if_free))
            .collect()
    }

    fn day(
        &self,
        teacher: &UserId,
        date: NaiveDate,
        day: &Day<'_>,
        only_if_free: bool,
    ) -> Result<TransactWriteItem, StoreError> {
        // One expression names a grain only once: with all who take it, or give it back.
        let sets: BTreeSet<&Holders<'_>> = day.taken.values().chain(day.given_back.values()).collect();
        let named = |holders: &Holders<'_>| {
            let at = sets.iter().position(|known| *known == holders).unwrap_or_default();
            format!(":h{at}")
        };
        // A grain may change hands within one commit.
        let hands_over = |grain: &u32| day.taken.contains_key(grain) && day.given_back.contains_key(grain);
        let list = |grains: &BTreeMap<u32, Holders<'_>>, between: &str, wanted: bool| {
            let some = grains.iter().filter(|(grain, _)| hands_over(grain) == wanted);
            let some = some.map(|(grain, holders)| format!("{}{between}{}", attribute(*grain), named(holders)));
            some.collect::<Vec<_>>().join(", ")
        };
        let mut expression = "SET expires_at = :end".to_owned();
        for (verb, some) in [
            (",", list(&day.taken, " = ", true)),
            (" ADD", list(&day.taken, " ", false)),
            (" DELETE", list(&day.given_back, " ", false)),
        ] {
            if !some.is_empty() {
                expression += &format!("{verb} {some}");
            }
        }
        let mut update = Update::builder()
            .table_name(&self.name)
            .key("PK", text(keys::teacher(teacher)))
            .key("SK", text(keys::day(date)))
            .update_expression(expression)
            .expression_attribute_values(":end", number(expires(date)));
        for (at, holders) in sets.iter().enumerate() {
            let holders = holders.iter().map(|holder| (*holder).to_owned()).collect();
            update = update.expression_attribute_values(format!(":h{at}"), AttributeValue::Ss(holders));
        }
        if only_if_free && !day.taken.is_empty() {
            let free = day.taken.keys().map(|grain| {
                let at = attribute(*grain);
                match day.given_back.get(grain) {
                    // Nobody has it but who gives it back.
                    Some(holders) => format!("{at} = {}", named(holders)),
                    None => format!("attribute_not_exists({at})"),
                }
            });
            update = update.condition_expression(free.collect::<Vec<_>>().join(" AND "));
        }
        Ok(TransactWriteItem::builder().update(update.build()?).build())
    }
}

/// What a commit takes and gives back of one day: grains, and who holds them.
#[derive(Default)]
struct Day<'a> {
    taken: BTreeMap<u32, Holders<'a>>,
    given_back: BTreeMap<u32, Holders<'a>>,
}

/// Who holds a grain.
type Holders<'a> = BTreeSet<&'a str>;

/// A grain as the item of the day has it.
fn attribute(grain: u32) -> String {
    format!("at{grain:04}")
}

fn taken_of(item: &Item) -> Taken {
    let grains = item.iter().filter_map(|(name, holders)| {
        let grain = name.strip_prefix("at")?.parse().ok()?;
        Some((grain, holders.as_ss().ok()?.iter().cloned().collect()))
    });
    grains.collect()
}

fn expires(day: NaiveDate) -> i64 {
    (day.and_time(NaiveTime::MIN).and_utc() + DAYS_KEPT).timestamp()
}

/// The time that a student's agreed times take.
fn held(record: &StudentRecord, commit: &Commit<'_>) -> BTreeSet<Grain> {
    let mut held = BTreeSet::new();
    for (n, conference) in &record.conferences {
        let id = ConferenceId {
            student: commit.student.clone(),
            n: *n,
        };
        for booking in conference.bookings.iter().filter(|booking| booking.minutes > 0) {
            let Booking {
                teacher: Some(teacher),
                guardian,
                starts_at,
                minutes,
                ..
            } = booking
            else {
                continue;
            };
            let local = starts_at.with_timezone(&commit.zone);
            let holder = holder(&id, guardian.as_ref());
            held.extend(
                grains(local.time(), *minutes)
                    .map(|grain| (teacher.clone(), local.date_naive(), grain, holder.clone())),
            );
        }
    }
    held
}
