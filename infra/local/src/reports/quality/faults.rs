//! What is wrong, section by section.

use super::{District, Item, Section};
use domain::contact::{Personal, address_fault, number_fault};
use domain::facts::Facts;
use domain::ids::{OrgId, UserId};
use domain::policy::Policy;
use domain::record::StudentRecord;
use domain::roster::{Instruction, Object, ObjectKey, ObjectKind, Recorded, Scope, User};
use domain::span::Coverage;
use std::collections::BTreeSet;

/// Every section, the one that hurts families most first.
pub(super) fn sections(district: &District<'_>, policy: &Policy) -> Vec<Section> {
    vec![
        district.section(
            [
                "no_contact",
                "Students whose family cannot be reached at all",
                "while they learn remotely, the school office has a task to find a contact (R9)",
                "sms, email or phone of a guardian, or the student's agents",
            ],
            district.students_with(|_, _, facts| unreached(facts, false)),
        ),
        district.section(
            [
                "phone_only",
                "Students whose family has nothing but a telephone number",
                "nothing is sent: the teacher is asked to call (R9)",
                "sms or email of a guardian",
            ],
            district.students_with(|_, _, facts| unreached(facts, true)),
        ),
        district.section(
            [
                "unusable_contact",
                "Numbers and addresses that cannot be right",
                "nothing is sent there, and nobody is told to call there",
                "the field of the person that is named",
            ],
            unusable_contacts(district),
        ),
        district.section(
            [
                "staff_without_email",
                "Staff without an e-mail address",
                "they are not told what waits for them: it only stands in Confer (R9, R10)",
                "email of the person",
            ],
            staff_without_email(district),
        ),
        district.section(
            [
                "no_teacher",
                "Students without a teacher of record",
                "nobody is asked to call the family after two failed attempts (R9)",
                "the student's enrollment in a homeroom or class, or the class's primary teacher",
            ],
            district.students_with(|_, record, _| match record.teacher_on(district.today) {
                None => vec![None],
                Some(_) => Vec::new(),
            }),
        ),
        district.section(
            [
                "no_principal",
                "Schools without a principal",
                "a welfare check reaches nobody but whoever stands in for the principal (R10)",
                "a user's role principal at the school",
            ],
            schools_without_principal(district),
        ),
        district.section(
            [
                "contradiction",
                "Attendance in person inside a period of remote learning",
                "the period counts, the mark changes nothing (R3)",
                "the period or the mark, whichever is wrong",
            ],
            district.students_with(|student, record, _| in_person_while_remote(student, record, policy)),
        ),
        district.section(
            [
                "unknown_reference",
                "Objects that refer to something unknown",
                "they take effect as far as they can, and wholly when the rest arrives",
                "the object, or send what it refers to",
            ],
            unknown_references(district),
        ),
    ]
}

impl District<'_> {
    /// An item for each fault that `faults` finds with a student; `None`: the section says it all.
    pub(super) fn students_with(
        &self,
        faults: impl Fn(&UserId, &StudentRecord, &Facts) -> Vec<Option<String>>,
    ) -> Vec<Item> {
        let of = |(student, (record, facts)): (&&UserId, &(&StudentRecord, &Facts))| {
            let school = record.school_on(self.today).cloned();
            let items = faults(student, record, facts).into_iter().map(move |why| Item {
                id: student.0.clone(),
                school: school.clone(),
                why,
            });
            items.collect::<Vec<_>>()
        };
        self.students.iter().flat_map(of).collect()
    }
}

/// Why no message reaches the family, if none does and a telephone number is left, or not, as asked for.
fn unreached(facts: &Facts, phone: bool) -> Vec<Option<String>> {
    if facts.can_be_written_to() || facts.can_be_called() != phone {
        return Vec::new();
    }
    let why = match facts.guardians.len() {
        0 => "no guardian is known who may be contacted",
        _ if phone => return vec![None],
        _ => "no guardian has a number or address that can be used",
    };
    vec![Some(why.to_owned())]
}

/// Of those whom Confer writes to, calls, or names to a principal.
fn unusable_contacts(district: &District<'_>) -> Vec<Item> {
    let families = district
        .families
        .iter()
        .map(|(id, (user, school))| (id.as_str(), *user, *school));
    let staff = district.staff().map(|(id, user, school)| (id, user, Some(school)));
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (id, user, school) in families.chain(staff) {
        if !seen.insert(id) {
            continue;
        }
        for (field, value, fault) in contacts(user) {
            let text = value.as_ref().map(Personal::reveal).unwrap_or_default();
            if let Some(why) = fault(text).filter(|_| !text.trim().is_empty()) {
                items.push(item(id, school, format!("{field} {why}")));
            }
        }
    }
    items
}

type Fault = fn(&str) -> Option<&'static str>;

/// A person's contacts by field, each with what tells whether it can be used.
fn contacts(user: &User) -> [(&'static str, &Option<Personal>, Fault); 3] {
    [
        ("sms", &user.sms, number_fault),
        ("email", &user.email, address_fault),
        ("phone", &user.phone, number_fault),
    ]
}

fn staff_without_email(district: &District<'_>) -> Vec<Item> {
    let none = |user: &User| user.email.as_ref().is_none_or(|email| email.reveal().trim().is_empty());
    let without = district.staff().filter(|(_, user, _)| none(user));
    without.map(|(id, _, school)| bare(id, Some(school))).collect()
}

fn schools_without_principal(district: &District<'_>) -> Vec<Item> {
    let facts = district.students.values().map(|(_, facts)| facts);
    let led: BTreeSet<&OrgId> = facts.flat_map(|facts| facts.principals.keys()).collect();
    let schools = district.schools().into_iter().filter(|school| !led.contains(school));
    schools.map(|school| bare(school.as_str(), Some(school))).collect()
}

/// The days on which a student was marked in person although an explicit period makes the day a remote one.
fn in_person_while_remote(student: &UserId, record: &StudentRecord, policy: &Policy) -> Vec<Option<String>> {
    let coverage = record.coverage(student).map(|coverage| Coverage {
        marks: Vec::new(),
        ..coverage
    });
    let spans = coverage.map(|coverage| coverage.spans(policy)).unwrap_or_default();
    let marks = record
        .marks
        .values()
        .filter(|mark| mark.active)
        .map(|mark| &mark.attendance);
    let in_person = marks.filter(|mark| mark.instruction == Instruction::InPerson);
    let days: BTreeSet<_> = in_person.map(|mark| mark.date).collect();
    let contradicting = days
        .into_iter()
        .filter(|day| spans.iter().any(|span| span.lasted_until(*day)));
    contradicting.map(|day| Some(format!("on {day}"))).collect()
}

fn unknown_references(district: &District<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for (key, recorded) in &district.active {
        for wanted in refers_to(recorded) {
            if district.active.contains_key(&wanted) {
                continue;
            }
            let fate = if district.removed.contains(&wanted) {
                "was removed"
            } else {
                "is not known"
            };
            let why = format!("{} {} {fate}", wanted.kind.as_str(), wanted.id);
            items.push(item(&key.to_string(), school_of(recorded), why));
        }
    }
    items
}

/// The objects that an object needs to take effect.
fn refers_to(recorded: &Recorded) -> BTreeSet<ObjectKey> {
    let org = |id: &OrgId| ObjectKey::new(ObjectKind::Org, id.as_str());
    let user = |id: &UserId| ObjectKey::new(ObjectKind::User, id.as_str());
    match &recorded.object {
        Object::Org(own) => own.parent.iter().map(org).collect(),
        Object::User(own) => {
            let roles = own.roles.iter().filter(|role| role.active).map(|role| &role.org);
            let people = own
                .agents
                .iter()
                .chain(&own.emergency_contact_for)
                .chain(&own.do_not_contact_for);
            roles
                .chain(&own.designee_for)
                .map(org)
                .chain(people.map(user))
                .collect()
        }
        Object::Class(class) => class.school.iter().map(org).collect(),
        Object::Enrollment(place) => {
            let class = ObjectKey::new(ObjectKind::Class, place.class.as_str());
            [class, user(&place.user)].into()
        }
        Object::Calendar(calendar) => [org(&calendar.org)].into(),
        Object::Period(period) => match &period.scope {
            Scope::School(id) | Scope::Grade { org: Some(id), .. } => [org(id)].into(),
            Scope::Student(id) => [user(id)].into(),
            Scope::District | Scope::Grade { org: None, .. } => BTreeSet::new(),
        },
        Object::Attendance(attendance) => [user(&attendance.student)].into(),
        Object::AcademicSession(_) => BTreeSet::new(),
    }
}

/// The school that an object names for itself.
fn school_of(recorded: &Recorded) -> Option<&OrgId> {
    match &recorded.object {
        Object::User(user) => user.roles.iter().find(|role| role.active).map(|role| &role.org),
        Object::Class(class) => class.school.as_ref(),
        _ => None,
    }
}

fn bare(id: &str, school: Option<&OrgId>) -> Item {
    Item {
        id: id.to_owned(),
        school: school.cloned(),
        why: None,
    }
}

fn item(id: &str, school: Option<&OrgId>, why: String) -> Item {
    Item {
        why: Some(why),
        ..bare(id, school)
    }
}
