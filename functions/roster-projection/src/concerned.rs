//! Whom an SIS object concerns: by what it says now, and by rows of reference that say whom it ever concerned.

use domain::facts::{contacts_of, is_student, schools};
use domain::ids::{OrgId, UserId};
use domain::roster::{Object, ObjectKey, ObjectKind, Recorded, RoleKind, Scope};
use runtime::{App, Failure};
use std::collections::BTreeSet;
use store::contacts::{ContactId, ContactKey};
use store::keys;
use store::objects::{Reference, roster_rows};

/// The rows of reference that an object declares. They are never deleted.
pub(crate) fn references(recorded: &Recorded, contacts: &ContactKey) -> Vec<Reference> {
    let own = recorded.key.to_string();
    let to = |what: String| (keys::reference(&what), own.clone());
    let from = |what: String| (keys::reference(&own), what);
    let student = |id: &UserId| format!("student#{id}");
    match &recorded.object {
        Object::User(user) => {
            let id = UserId::from(recorded.key.id.as_str());
            // Both ways: an erasure must find numbers, addresses and guardians that were given up long ago.
            let mut rows: Vec<Reference> = contacts_of(user)
                .iter()
                .map(|contact| keys::contact_name(&contacts.id(contact)))
                .flat_map(|contact| [to(contact.clone()), from(contact)])
                .collect();
            for agent in &user.agents {
                rows.push((keys::reference(&format!("user#{agent}")), student(&id)));
                rows.push(from(keys::agent_name(agent)));
            }
            if is_student(user) {
                rows.extend(schools(user).iter().flat_map(|(_, school)| roster_rows(school, &id)));
            }
            for child in &user.emergency_contact_for {
                rows.extend([to(format!("user#{child}")), from(student(child))]);
            }
            let leads = user.roles.iter().filter(|role| role.kind == RoleKind::Principal);
            for org in leads.map(|role| &role.org).chain(&user.designee_for) {
                rows.extend([to(format!("org#{org}")), from(format!("org#{org}"))]);
            }
            rows
        }
        Object::Enrollment(enrollment) => {
            let class = format!("class#{}", enrollment.class);
            match enrollment.role {
                RoleKind::Student => vec![
                    to(format!("user#{}", enrollment.user)),
                    (keys::reference(&class), student(&enrollment.user)),
                    from(student(&enrollment.user)),
                ],
                _ => vec![to(class.clone()), from(class)],
            }
        }
        Object::Calendar(calendar) => vec![
            to(format!("org#{}", calendar.org)),
            from(format!("org#{}", calendar.org)),
        ],
        Object::AcademicSession(_) => vec![to("district".into())],
        Object::Period(period) => match &period.scope {
            Scope::District | Scope::Grade { org: None, .. } => vec![to("district".into()), from("district#".into())],
            Scope::School(org) | Scope::Grade { org: Some(org), .. } => {
                vec![to(format!("org#{org}")), from(format!("org#{org}"))]
            }
            Scope::Student(id) => vec![to(format!("user#{id}")), from(student(id))],
        },
        Object::Attendance(attendance) => vec![from(student(&attendance.student))],
        Object::Org(_) | Object::Class(_) => Vec::new(),
    }
}

/// The students whom a number or an address concerns: those who, or whose guardians, have or had it.
pub(crate) async fn students_having(app: &App, contact: &ContactId) -> Result<Vec<UserId>, Failure> {
    let mut students = BTreeSet::new();
    for user in app.table.users_of(contact).await? {
        let referring = app.table.referring(&format!("user#{user}")).await?;
        students.extend(students_of(&referring));
    }
    Ok(students.into_iter().collect())
}

/// The students among rows of reference.
pub(crate) fn students_of(referring: &[String]) -> Vec<UserId> {
    referring
        .iter()
        .filter_map(|row| row.strip_prefix("student#"))
        .map(UserId::from)
        .collect()
}

/// Whom an object concerns.
#[derive(Debug, Default)]
pub(crate) struct Concerned {
    /// These students.
    pub(crate) students: BTreeSet<UserId>,
    /// Every student of these schools, in order.
    pub(crate) schools: BTreeSet<OrgId>,
}

impl Concerned {
    /// By what it says, and by whom it ever concerned.
    pub(crate) async fn by(app: &App, recorded: &Recorded) -> Result<Self, Failure> {
        let mut named = app.table.referring(&recorded.key.to_string()).await?;
        let mut concerned = Self::default();
        match &recorded.object {
            Object::User(user) => {
                concerned.students.extend(user.emergency_contact_for.iter().cloned());
                if is_student(user) {
                    concerned.students.insert(UserId::from(recorded.key.id.as_str()));
                }
            }
            // A roster that arrives says of itself that it may be the student's.
            Object::Enrollment(enrollment) if enrollment.role != RoleKind::Student => {
                named.push(format!("class#{}", enrollment.class));
            }
            Object::Org(_) => named.push(recorded.key.to_string()),
            Object::AcademicSession(_) => named.push("district#".into()),
            _ => {}
        }
        concerned.students.extend(students_of(&named));
        for name in &named {
            if let Some(class) = name.strip_prefix("class#") {
                let of = app.table.referring(&format!("class#{class}")).await?;
                concerned.students.extend(students_of(&of));
            } else if let Some(org) = name.strip_prefix("org#") {
                concerned.add_org(app, &OrgId::from(org)).await?;
            } else if name == "district#" {
                concerned.schools.extend(app.table.schools().await?);
            }
        }
        Ok(concerned)
    }

    /// A school's students; the district's are everybody's.
    async fn add_org(&mut self, app: &App, org: &OrgId) -> Result<(), Failure> {
        let known = app
            .table
            .objects(&[ObjectKey::new(ObjectKind::Org, org.as_str())])
            .await?;
        let district = matches!(known.first().map(|recorded| &recorded.object), Some(Object::Org(org)) if !org.school);
        if district {
            self.schools.extend(app.table.schools().await?);
        } else {
            self.schools.insert(org.clone());
        }
        Ok(())
    }

    /// The next students after `after`, and where the page ended if there may be more.
    pub(crate) async fn page(
        &self,
        app: &App,
        after: Option<&(OrgId, UserId)>,
        limit: i32,
    ) -> Result<(BTreeSet<UserId>, Option<(OrgId, UserId)>), Failure> {
        let mut students = BTreeSet::new();
        if after.is_none() {
            students.extend(self.students.iter().cloned());
        }
        let mut left = limit;
        for school in &self.schools {
            let from = match after {
                Some((done, _)) if school < done => continue,
                Some((done, student)) if school == done => Some(student),
                _ => None,
            };
            let members = app.table.members(school, from, left).await?;
            let full = members.len() >= usize::try_from(left).unwrap_or_default();
            left -= i32::try_from(members.len()).unwrap_or(left);
            let last = members.last().cloned();
            students.extend(members);
            if let (true, Some(last)) = (full, last) {
                return Ok((students, Some((school.clone(), last))));
            }
        }
        Ok((students, None))
    }
}
