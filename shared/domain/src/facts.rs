//! What the SIS's objects say about one student, gathered from all of them at once: the same objects always make the
//! same facts, whatever order they arrived in.

use crate::contact::{Language, Personal, Standing, usable_address, usable_number};
use crate::ids::{OrgId, SourcedId, UserId};
use crate::record::Channel;
use crate::roster::{Enrollment, Grade, Object, ObjectKind, Period, Recorded, RoleKind, User};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The facts about one student.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The student's schools, each with the day its role began; as it stands in [`crate::span::Coverage`].
    pub schools: Vec<(Option<NaiveDate>, OrgId)>,
    /// The organisation above those schools.
    pub district: Option<OrgId>,
    /// The student's grades.
    pub grades: Vec<Grade>,
    /// The student, or every student role, is `tobedeleted`, or `enabledUser` is false.
    pub left: bool,
    /// The teacher of record among the classes of each of the student's schools; a transfer lists both schools.
    #[serde(default)]
    pub teachers: BTreeMap<OrgId, UserId>,
    /// The teacher of record among all classes, for a school that names none.
    pub teacher: Option<UserId>,
    /// The principal of each of the student's schools.
    pub principals: BTreeMap<OrgId, UserId>,
    /// Who stands in for the principal of each of the student's schools, in order.
    pub designees: BTreeMap<OrgId, Vec<UserId>>,
    /// The guardians who may be contacted about this student; also whom the SIS names as one and has not described yet.
    pub guardians: BTreeMap<UserId, Guardian>,
    /// Everyone flagged as the student's emergency contact, guardians too (R6, R7).
    pub emergency_contacts: Vec<UserId>,
    /// Those of them who are no guardian of the student: they answer R6.
    #[serde(default)]
    pub other_contacts: Vec<UserId>,
    /// The active periods that may concern the student.
    pub periods: BTreeMap<SourcedId, Period>,
}

impl Facts {
    /// Some guardian can be written to by SMS or e-mail ("Usable").
    pub fn can_be_written_to(&self) -> bool {
        self.guardians.values().any(|guardian| guardian.sms || guardian.email)
    }

    /// Some guardian can be called, by a person.
    pub fn can_be_called(&self) -> bool {
        self.guardians.values().any(|guardian| guardian.phone)
    }
}

/// A guardian as far as reaching them goes. Names and addresses are read when a message is made, not kept here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guardian {
    /// The mobile number satisfies the numbering plan.
    pub sms: bool,
    /// The address can be one.
    pub email: bool,
    /// The telephone number satisfies the numbering plan; for people only.
    pub phone: bool,
    /// The language of the guardian, else of the student's home, where known.
    pub language: Option<Language>,
}

impl Guardian {
    /// The ways to write to the guardian.
    pub fn channels(&self) -> impl Iterator<Item = Channel> + use<> {
        let usable = [(self.sms, Channel::Sms), (self.email, Channel::Email)];
        let usable = usable.into_iter().filter(|(usable, _)| *usable);
        usable.map(|(_, channel)| channel)
    }
}

/// The facts about `student` in `objects`: every object that refers to the student, is referred to by it, or concerns
/// one of its schools or classes. Objects that turn out not to concern the student are passed over. `None`: the SIS has
/// not (yet) described this user as a student.
///
/// `standing` says what became known of a number in E.164 form or of an address.
pub fn gather(student: &UserId, objects: &[Recorded], standing: impl Fn(&Personal) -> Standing) -> Option<Facts> {
    let user = |id: &UserId| {
        objects.iter().find_map(|recorded| match &recorded.object {
            Object::User(user) if recorded.key.id.as_str() == id.as_str() => Some((recorded.active, user.as_ref())),
            _ => None,
        })
    };
    let (active, own) = user(student)?;
    if !is_student(own) {
        return None;
    }
    let schools = schools(own);

    let mut guardians = BTreeMap::new();
    for id in own.agents.iter().filter(|id| *id != student) {
        let guardian = match user(id) {
            Some((true, guardian)) if !guardian.do_not_contact_for.contains(student) => {
                as_guardian(guardian, own, &standing)
            }
            // Not described yet: nobody can write to them, and what they answer to somebody counts.
            None => Guardian {
                language: own.home_language.clone(),
                ..Guardian::default()
            },
            Some(_) => continue,
        };
        guardians.insert(id.clone(), guardian);
    }
    let mut emergency_contacts: Vec<UserId> = of_kind(objects, ObjectKind::User)
        .filter_map(|recorded| match &recorded.object {
            Object::User(contact) if contact.emergency_contact_for.contains(student) => {
                Some(UserId(recorded.key.id.0.clone()))
            }
            _ => None,
        })
        .collect();
    emergency_contacts.sort();
    let other_contacts = emergency_contacts.iter().filter(|id| !own.agents.contains(id));
    let other_contacts = other_contacts.cloned().collect();

    let principals = schools
        .iter()
        .filter_map(|(_, school)| Some((school.clone(), principal(school, objects)?)))
        .collect();
    let designees = schools
        .iter()
        .map(|(_, school)| (school.clone(), designees(school, objects)))
        .filter(|(_, designees)| !designees.is_empty())
        .collect();
    let teachers = schools
        .iter()
        .filter_map(|(_, school)| Some((school.clone(), teacher_of_record(student, Some(school), objects)?)))
        .collect();
    let district = schools.iter().find_map(|(_, school)| {
        objects.iter().find_map(|recorded| match &recorded.object {
            Object::Org(org) if recorded.key.id.as_str() == school.as_str() => org.parent.clone(),
            _ => None,
        })
    });
    let periods = of_kind(objects, ObjectKind::Period)
        .filter_map(|recorded| match &recorded.object {
            Object::Period(period) => Some((recorded.key.id.clone(), period.clone())),
            _ => None,
        })
        .collect();
    Some(Facts {
        left: !active || !own.enabled || schools.is_empty(),
        schools,
        district,
        grades: own.grades.clone(),
        teachers,
        teacher: teacher_of_record(student, None, objects),
        principals,
        designees,
        guardians,
        emergency_contacts,
        other_contacts,
        periods,
    })
}

/// Whether the SIS describes this user as a student.
pub fn is_student(user: &User) -> bool {
    user.roles.iter().any(|role| role.kind == RoleKind::Student) || !user.agents.is_empty() || !user.grades.is_empty()
}

/// The numbers and addresses by which a user can be reached.
pub fn contacts_of(user: &User) -> Vec<Personal> {
    let of = |text: &Option<Personal>, usable: fn(&str) -> Option<Personal>| usable(text.as_ref()?.reveal());
    [
        of(&user.sms, usable_number),
        of(&user.phone, usable_number),
        of(&user.email, usable_address),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A student's schools, each with the day its role began.
pub fn schools(student: &User) -> Vec<(Option<NaiveDate>, OrgId)> {
    let mut schools: Vec<_> = student
        .roles
        .iter()
        .filter(|role| role.kind == RoleKind::Student && role.active)
        .map(|role| (role.begin, role.org.clone()))
        .collect();
    schools.sort();
    schools.dedup();
    schools
}

fn of_kind(objects: &[Recorded], kind: ObjectKind) -> impl Iterator<Item = &Recorded> {
    objects
        .iter()
        .filter(move |recorded| recorded.active && recorded.key.kind == kind)
}

fn as_guardian(guardian: &User, student: &User, standing: impl Fn(&Personal) -> Standing) -> Guardian {
    let of = |text: &Option<Personal>, check: fn(&str) -> Option<Personal>| {
        let contact = check(text.as_ref()?.reveal())?;
        Some(standing(&contact))
    };
    let written_to = |standing: Option<Standing>| standing.is_some_and(|standing| standing.refused().is_none());
    Guardian {
        sms: written_to(of(&guardian.sms, usable_number)),
        email: written_to(of(&guardian.email, usable_address)),
        phone: of(&guardian.phone, usable_number).is_some_and(|standing| !standing.is_wrong()),
        language: guardian.home_language.clone().or_else(|| student.home_language.clone()),
    }
}

/// A school's principal: of several, the first by id.
fn principal(school: &OrgId, objects: &[Recorded]) -> Option<UserId> {
    let leads = |user: &User| {
        user.enabled
            && user
                .roles
                .iter()
                .any(|role| role.active && role.kind == RoleKind::Principal && role.org == *school)
    };
    of_kind(objects, ObjectKind::User)
        .filter(|recorded| matches!(&recorded.object, Object::User(user) if leads(user)))
        .map(|recorded| UserId(recorded.key.id.0.clone()))
        .min()
}

/// Who stands in for a school's principal, by id.
fn designees(school: &OrgId, objects: &[Recorded]) -> Vec<UserId> {
    let mut found: Vec<UserId> = of_kind(objects, ObjectKind::User)
        .filter(|recorded| {
            matches!(&recorded.object, Object::User(user) if user.enabled && user.designee_for.contains(school))
        })
        .map(|recorded| UserId(recorded.key.id.0.clone()))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The homeroom's primary teacher, else the primary teacher of the first class by `sourcedId`; of several primary
/// teachers the first by id. Among the classes of one school, where it is given.
fn teacher_of_record(student: &UserId, school: Option<&OrgId>, objects: &[Recorded]) -> Option<UserId> {
    let enrollments: Vec<&Enrollment> = of_kind(objects, ObjectKind::Enrollment)
        .filter_map(|recorded| match &recorded.object {
            Object::Enrollment(enrollment) => Some(enrollment),
            _ => None,
        })
        .collect();
    let class = |id: &str| {
        of_kind(objects, ObjectKind::Class).find_map(|recorded| match &recorded.object {
            Object::Class(class) if recorded.key.id.as_str() == id => Some(class),
            _ => None,
        })
    };
    let homeroom = |id: &str| class(id).is_some_and(|class| class.homeroom);
    let taught_there = |id: &str| school.is_none() || class(id).is_some_and(|class| class.school.as_ref() == school);
    let mut classes: Vec<_> = enrollments
        .iter()
        .filter(|enrollment| enrollment.user == *student && enrollment.role == RoleKind::Student)
        .filter(|enrollment| taught_there(enrollment.class.as_str()))
        .map(|enrollment| (!homeroom(enrollment.class.as_str()), &enrollment.class))
        .collect();
    classes.sort();
    classes.into_iter().find_map(|(_, class)| {
        enrollments
            .iter()
            .filter(|enrollment| {
                enrollment.class == *class && enrollment.role == RoleKind::Teacher && enrollment.primary
            })
            .map(|enrollment| enrollment.user.clone())
            .min()
    })
}

#[cfg(test)]
mod tests;
