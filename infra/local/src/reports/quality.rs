//! What a district mends in its student information system before going live, and where the policy is not met. Reads the
//! whole table: it is asked for now and then, by one person.

mod compliance;
mod faults;

use crate::world::World;
use chrono::NaiveDate;
use domain::facts::Facts;
use domain::ids::{OrgId, UserId};
use domain::policy::Policy;
use domain::record::StudentRecord;
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded, RoleKind, User};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::StoreError;

/// What was found, section by section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The day it is in the district.
    pub as_of: NaiveDate,
    /// Schools that have students.
    pub schools: usize,
    /// Students who have not left.
    pub students: usize,
    /// Their guardians and emergency contacts.
    pub guardians: usize,
    /// Teachers, principals and those who stand in for them.
    pub staff: usize,
    /// Every section, also those in which nothing is to be mended.
    pub sections: Vec<Section>,
}

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its name for programs.
    pub section: String,
    /// What is wrong.
    pub title: String,
    /// What Confer does meanwhile.
    pub meanwhile: String,
    /// What to mend, and where.
    pub mend: String,
    /// How many items.
    pub count: usize,
    /// How many at each school.
    pub schools: Vec<AtSchool>,
    /// What is to be mended.
    pub items: Vec<Item>,
}

/// How many items a school has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtSchool {
    /// The school.
    pub school: Option<OrgId>,
    /// Its name, where known.
    pub name: Option<String>,
    /// How many.
    pub count: usize,
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The SIS's id.
    pub id: String,
    /// The school it belongs to, where one can be told.
    pub school: Option<OrgId>,
    /// What exactly is wrong; never the value itself.
    pub why: Option<String>,
}

impl World {
    /// What to mend in the SIS.
    ///
    /// # Errors
    /// An item that cannot be read.
    pub async fn data_quality(&self) -> Result<Findings, StoreError> {
        self.found(faults::sections).await
    }

    /// Where the policy is not met.
    ///
    /// # Errors
    /// An item that cannot be read.
    pub async fn compliance(&self) -> Result<Findings, StoreError> {
        self.found(compliance::sections).await
    }

    async fn found(&self, sections: fn(&District<'_>, &Policy) -> Vec<Section>) -> Result<Findings, StoreError> {
        let items = self.items().into_iter();
        let objects = items.filter(|item| item["PK"].as_str().is_some_and(|pk| pk.starts_with("OBJ#")));
        let objects: Vec<Recorded> = objects
            .map(|item| {
                let at = item["PK"].as_str().unwrap_or_default().to_owned();
                serde_json::from_value(item).map_err(|_| StoreError::Broken(format!("item {at} cannot be read")))
            })
            .collect::<Result<_, _>>()?;
        let records = self.records(None).await?;
        let district = District::new(self.today(), &objects, &records);
        let sections = sections(&district, &self.settings.district.policy);
        Ok(district.findings(sections))
    }
}

/// What the SIS describes, made ready to be looked at.
pub(super) struct District<'a> {
    today: NaiveDate,
    active: BTreeMap<&'a ObjectKey, &'a Recorded>,
    removed: BTreeSet<&'a ObjectKey>,
    /// Those who have not left.
    students: BTreeMap<&'a UserId, (&'a StudentRecord, &'a Facts)>,
    /// Guardians and emergency contacts, each with the school of a child.
    families: BTreeMap<&'a UserId, (&'a User, Option<&'a OrgId>)>,
}

impl<'a> District<'a> {
    pub(super) fn new(today: NaiveDate, objects: &'a [Recorded], records: &'a BTreeMap<UserId, StudentRecord>) -> Self {
        let (active, removed): (Vec<_>, Vec<_>) = objects.iter().partition(|recorded| recorded.active);
        let active: BTreeMap<_, _> = active.into_iter().map(|recorded| (&recorded.key, recorded)).collect();
        let here = |(id, record): (&'a UserId, &'a StudentRecord)| {
            let facts = record.facts.as_ref().filter(|facts| !facts.left)?;
            Some((id, (record, facts)))
        };
        let students: BTreeMap<_, _> = records.iter().filter_map(here).collect();
        let mut families = BTreeMap::new();
        for (student, (record, facts)) in &students {
            let guardians = user(&active, student).into_iter().flat_map(|own| &own.agents);
            for id in guardians.chain(&facts.emergency_contacts) {
                if let Some(person) = user(&active, id) {
                    families.entry(id).or_insert((person, record.school_on(today)));
                }
            }
        }
        Self {
            today,
            active,
            removed: removed.into_iter().map(|recorded| &recorded.key).collect(),
            students,
            families,
        }
    }

    /// Teachers, principals and those who stand in for them, each with a school.
    fn staff(&self) -> impl Iterator<Item = (&'a str, &'a User, &'a OrgId)> {
        self.active.iter().filter_map(|(key, recorded)| {
            let Object::User(user) = &recorded.object else {
                return None;
            };
            let works = |kind| matches!(kind, RoleKind::Teacher | RoleKind::Principal);
            let role = user.roles.iter().find(|role| role.active && works(role.kind));
            let school = role.map(|role| &role.org).or(user.designee_for.first())?;
            user.enabled.then_some((key.id.as_str(), user.as_ref(), school))
        })
    }

    /// The schools that have students.
    fn schools(&self) -> BTreeSet<&'a OrgId> {
        let schools = self.students.values().flat_map(|(_, facts)| &facts.schools);
        schools.map(|(_, school)| school).collect()
    }

    fn findings(&self, sections: Vec<Section>) -> Findings {
        Findings {
            as_of: self.today,
            schools: self.schools().len(),
            students: self.students.len(),
            guardians: self.families.len(),
            staff: self.staff().count(),
            sections,
        }
    }

    /// Everything there is to mend.
    #[cfg(test)]
    pub(super) fn quality(&self, policy: &Policy) -> Findings {
        self.findings(faults::sections(self, policy))
    }

    /// A section of these items, counted by school.
    fn section(&self, [section, title, meanwhile, mend]: [&str; 4], items: Vec<Item>) -> Section {
        let mut schools: BTreeMap<&Option<OrgId>, usize> = BTreeMap::new();
        for item in &items {
            *schools.entry(&item.school).or_default() += 1;
        }
        let schools = schools.into_iter().map(|(school, count)| AtSchool {
            school: school.clone(),
            name: school.as_ref().and_then(|school| self.name(school)),
            count,
        });
        Section {
            section: section.to_owned(),
            title: title.to_owned(),
            meanwhile: meanwhile.to_owned(),
            mend: mend.to_owned(),
            count: items.len(),
            schools: schools.collect(),
            items,
        }
    }

    fn name(&self, school: &OrgId) -> Option<String> {
        match &self
            .active
            .get(&ObjectKey::new(ObjectKind::Org, school.as_str()))?
            .object
        {
            Object::Org(org) => Some(org.name.clone()),
            _ => None,
        }
    }
}

fn user<'a>(active: &BTreeMap<&'a ObjectKey, &'a Recorded>, id: &UserId) -> Option<&'a User> {
    match &active.get(&ObjectKey::new(ObjectKind::User, id.as_str()))?.object {
        Object::User(user) => Some(user),
        _ => None,
    }
}
