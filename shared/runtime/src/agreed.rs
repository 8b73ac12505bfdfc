//! Teachers' free times, agreed times as families are told of them, and the state's document that goes with them.

use crate::calendars::Calendars;
use crate::families::Families;
use crate::{App, Failure};
use chrono::{DateTime, NaiveDate, Utc};
use domain::availability::{Diary, Taken, WorkingPlan};
use domain::calendar::SchoolCalendar;
use domain::contact::Language;
use domain::document::Document;
use domain::ids::{ConferenceId, OrgId, UserId};
use domain::record::Booking;
use messages::AgreedTime;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::diaries::holder;

/// A teacher's diary, as it was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// When the teacher meets families.
    pub plan: WorkingPlan,
    calendar: Arc<SchoolCalendar>,
    taken: BTreeMap<NaiveDate, Taken>,
    zone: chrono_tz::Tz,
}

impl Read {
    /// What free times follow from.
    pub fn diary(&self) -> Diary<'_> {
        Diary {
            plan: &self.plan,
            calendar: &self.calendar,
            taken: &self.taken,
            zone: self.zone,
        }
    }
}

impl App {
    /// The plan that holds for a teacher at a school: the teacher's own, else the school's, else the district's.
    pub async fn plan(&self, teacher: Option<&UserId>, school: Option<&OrgId>) -> Result<WorkingPlan, Failure> {
        let own = self.table.plan(teacher, school).await?;
        Ok(own.unwrap_or_else(|| self.district.policy.working_plan.clone()))
    }

    /// A teacher's diary for as far ahead as times are offered.
    pub async fn diary(
        &self,
        calendars: &Calendars,
        teacher: &UserId,
        school: Option<&OrgId>,
        now: DateTime<Utc>,
    ) -> Result<Read, Failure> {
        let mut read = Read {
            plan: self.plan(Some(teacher), school).await?,
            calendar: calendars.of(school).await?,
            taken: BTreeMap::new(),
            zone: self.district.zone,
        };
        let (first, last) = read.diary().days(now);
        read.taken = self.table.taken(teacher, first, last).await?;
        Ok(read)
    }

    /// What a reader of this language is shown of the state's document today (R8); `None`: it is not there.
    pub async fn document(&self, language: &Language, now: DateTime<Utc>) -> Result<Option<Document>, Failure> {
        let editions = self.table.editions().await?;
        let today = self.district.today(now);
        Ok(domain::document::shown(
            &editions,
            language,
            &self.district.language,
            today,
        ))
    }

    /// An agreed time as a family and its calendar are told of it.
    pub async fn agreed_time(
        &self,
        families: &Families,
        conference: &ConferenceId,
        booking: &Booking,
        revision: u64,
        now: DateTime<Utc>,
    ) -> Result<AgreedTime, Failure> {
        let plan = self.plan(booking.teacher.as_ref(), booking.school.as_ref()).await?;
        let minutes = match booking.minutes {
            0 => plan.minutes,
            minutes => minutes,
        };
        Ok(AgreedTime {
            starts_at: booking.starts_at,
            minutes,
            zone: self.district.zone,
            mode: booking.mode,
            interpreter: booking.interpreter.as_ref().map(messages::language_name),
            video_link: plan.video_link,
            uid: format!(
                "{}@confer",
                holder(conference, booking.guardian.as_ref()).replace('/', "-")
            ),
            sequence: revision,
            made_at: now,
            from: families.email_from.clone(),
            to: None,
        })
    }
}
