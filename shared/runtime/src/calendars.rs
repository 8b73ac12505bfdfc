//! School calendars, read once an invocation.

use chrono::NaiveDate;
use domain::calendar::SchoolCalendar;
use domain::facts::Facts;
use domain::ids::OrgId;
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded};
use domain::span::school_on;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{StoreError, Table};
use tokio::sync::Mutex;

/// The calendars of the schools an invocation meets.
#[derive(Debug)]
pub struct Calendars {
    table: Table,
    known: Mutex<BTreeMap<Option<OrgId>, Arc<SchoolCalendar>>>,
}

impl Calendars {
    /// Nothing is read yet.
    pub fn new(table: &Table) -> Self {
        Self {
            table: table.clone(),
            known: Mutex::default(),
        }
    }

    /// When a student is taught: each day at the school of that day.
    pub async fn of_student(&self, facts: Option<&Facts>) -> Result<Arc<SchoolCalendar>, StoreError> {
        let schools = facts.map(|facts| &facts.schools[..]).unwrap_or_default();
        if let [] | [_] = schools {
            return self.of(schools.first().map(|(_, school)| school)).await;
        }
        let mut all = SchoolCalendar::default();
        for (_, school) in schools {
            let of = self.of(Some(school)).await?;
            let there = of
                .days_off
                .iter()
                .filter(|day| school_on(schools, **day) == Some(school));
            all.days_off.extend(there);
            all.sessions.clone_from(&of.sessions);
        }
        Ok(Arc::new(all))
    }

    /// When a school teaches: its own days off and the district's, inside the academic sessions.
    pub async fn of(&self, school: Option<&OrgId>) -> Result<Arc<SchoolCalendar>, StoreError> {
        let mut known = self.known.lock().await;
        if let Some(calendar) = known.get(&school.cloned()) {
            return Ok(calendar.clone());
        }
        let mut orgs: Vec<OrgId> = school.cloned().into_iter().collect();
        if let Some(school) = school {
            let found = self
                .table
                .objects(&[ObjectKey::new(ObjectKind::Org, school.as_str())])
                .await?;
            orgs.extend(found.into_iter().filter_map(|recorded| match recorded.object {
                Object::Org(org) => org.parent,
                _ => None,
            }));
        }
        let mut refers = self.table.referring("district").await?;
        for org in &orgs {
            refers.extend(self.table.referring(&format!("org#{org}")).await?);
        }
        let wanted: Vec<ObjectKey> = refers
            .iter()
            .filter_map(|key| key.parse().ok())
            .filter(|key: &ObjectKey| matches!(key.kind, ObjectKind::Calendar | ObjectKind::AcademicSession))
            .collect();
        let objects = self.table.objects(&wanted).await?;
        let calendar = Arc::new(assemble(&orgs, &objects));
        known.insert(school.cloned(), calendar.clone());
        Ok(calendar)
    }
}

fn assemble(orgs: &[OrgId], objects: &[Recorded]) -> SchoolCalendar {
    let mut days_off: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut sessions = Vec::new();
    for recorded in objects.iter().filter(|recorded| recorded.active) {
        match &recorded.object {
            Object::Calendar(calendar) if orgs.contains(&calendar.org) => days_off.extend(&calendar.days),
            Object::AcademicSession(session) => sessions.push((session.start, session.end)),
            _ => {}
        }
    }
    sessions.sort();
    SchoolCalendar { days_off, sessions }
}
