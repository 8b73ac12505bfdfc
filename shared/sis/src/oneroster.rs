//! OneRoster 1.2 objects in JSON names, and Confer's extensions under `metadata`, as the domain's plain data.

use crate::event::{NOT_AN_ID, Reader, is_id};
use chrono::{DateTime, NaiveDate, Utc};
use domain::contact::{Language, Personal};
use domain::ids::{ClassId, OrgId, UserId};
use domain::policy::Policy;
use domain::roster::{
    AcademicSession, Attendance, Calendar, Class, Delivery, Enrollment, Grade, Instruction, Object, ObjectKey,
    ObjectKind, Org, Period, Recorded, Role, RoleKind, Scope, User, Version,
};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

type Data = Map<String, Value>;

/// Guardians that a student may have: their messages must fit one transaction.
const MAX_AGENTS: usize = 12;
/// The largest object, in bytes of its JSON: an item of the table holds 400 KB, with the names of its attributes.
const MAX_DATA: usize = 256 * 1024;

/// The kinds of event that Confer knows.
#[derive(Clone, Copy)]
pub(crate) struct Kind(ObjectKind);

impl Kind {
    pub(crate) fn of(event_type: &str) -> Option<Self> {
        Some(Self(match event_type {
            "sis.org.changed" => ObjectKind::Org,
            "sis.user.changed" => ObjectKind::User,
            "sis.class.changed" => ObjectKind::Class,
            "sis.enrollment.changed" => ObjectKind::Enrollment,
            "sis.academicSession.changed" => ObjectKind::AcademicSession,
            "sis.calendar.changed" => ObjectKind::Calendar,
            "sis.remoteLearningPeriod.changed" => ObjectKind::Period,
            "sis.attendance.recorded" => ObjectKind::Attendance,
            _ => return None,
        }))
    }
}

/// Reads one object's full state; what is wrong with it goes to `reader`.
pub(crate) fn read(kind: Kind, data: &Data, sequence: u64, policy: &Policy, reader: &mut Reader) -> Option<Recorded> {
    let whole = Value::Object(data.clone()).to_string();
    if whole.len() > MAX_DATA {
        return reader.wrong("data", "must not be larger than 256 KiB");
    }
    let id = reader.text(data, "data.", "sourcedId");
    let modified = reader.instant(data, "data.", "dateLastModified");
    let active = match data.get("status").and_then(Value::as_str) {
        Some("active") => true,
        Some("tobedeleted") => false,
        _ => return reader.wrong("data.status", "must be active or tobedeleted"),
    };
    let mut fields = Fields { data, reader };
    let object = match kind.0 {
        ObjectKind::Org => fields.org().map(Object::Org),
        ObjectKind::User => fields.user().map(|user| Object::User(Box::new(user))),
        ObjectKind::Class => fields.class().map(Object::Class),
        ObjectKind::Enrollment => fields.enrollment().map(Object::Enrollment),
        ObjectKind::AcademicSession => fields.session().map(Object::AcademicSession),
        ObjectKind::Calendar => fields.calendar().map(Object::Calendar),
        ObjectKind::Period => fields.period(modified?).map(Object::Period),
        ObjectKind::Attendance => fields.attendance().map(Object::Attendance),
    };
    if let Some(Object::Period(period)) = &object
        && let Some((field, reason)) = period.implausible(active, policy)
    {
        return reader.wrong(&format!("data.{field}"), reason);
    }
    let version = Version::new(modified?, sequence, &digest(&whole));
    Some(Recorded {
        key: ObjectKey::new(kind.0, id?),
        version,
        active,
        object: object?,
        event: None,
    })
}

/// A digest of the object's content: its JSON with its fields in order, however they came.
fn digest(whole: &str) -> String {
    Sha256::digest(whole.as_bytes())
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

struct Fields<'a> {
    data: &'a Data,
    reader: &'a mut Reader,
}

impl Fields<'_> {
    fn org(&mut self) -> Option<Org> {
        let name = self.reader.text(self.data, "data.", "name");
        let school = match self.data.get("type").and_then(Value::as_str) {
            Some(kind) => kind == "school",
            None => return self.wrong("type", "is required: district or school"),
        };
        let phone = self.metadata("phone").and_then(Value::as_str).map(str::to_owned);
        Some(Org {
            name: name?,
            school,
            parent: self.reference("parent", false)?.map(OrgId),
            phone,
        })
    }

    fn user(&mut self) -> Option<User> {
        let given_name = self.reader.text(self.data, "data.", "givenName");
        let family_name = self.reader.text(self.data, "data.", "familyName");
        let enabled = match self.data.get("enabledUser") {
            None | Some(Value::Null) => true,
            Some(Value::Bool(enabled)) => *enabled,
            Some(Value::String(text)) if text == "true" || text == "false" => text == "true",
            Some(_) => return self.wrong("enabledUser", "must be true or false"),
        };
        let agents = self.references("agents")?;
        if agents.len() > MAX_AGENTS {
            return self.wrong("agents", format!("must not be more than {MAX_AGENTS}"));
        }
        let home_language = match self.metadata("homeLanguage").and_then(Value::as_str) {
            None | Some("") => None,
            Some(text) => match Language::parse(text) {
                Some(language) => Some(language),
                None => {
                    return self.wrong(
                        "metadata.homeLanguage",
                        "must be a language tag after BCP 47, as es or pt-BR",
                    );
                }
            },
        };
        Some(User {
            given_name: Personal::new(given_name?),
            family_name: Personal::new(family_name?),
            preferred_given_name: self.personal("preferredGivenName"),
            email: self.personal("email"),
            sms: self.personal("sms"),
            phone: self.personal("phone"),
            grades: self
                .words("grades", self.data.get("grades"))?
                .iter()
                .map(|grade| Grade::new(grade))
                .collect(),
            enabled,
            primary_org: self.reference("primaryOrg", false)?.map(OrgId),
            roles: self.roles()?,
            agents: agents.into_iter().map(UserId).collect(),
            home_language,
            relation: self.metadata("relation").and_then(Value::as_str).map(str::to_owned),
            emergency_contact_for: self.listed("emergencyContactFor")?.into_iter().map(UserId).collect(),
            do_not_contact_for: self.listed("doNotContactFor")?.into_iter().map(UserId).collect(),
            designee_for: self.listed("designeeFor")?.into_iter().map(OrgId).collect(),
        })
    }

    fn roles(&mut self) -> Option<Vec<Role>> {
        let roles = match self.data.get("roles") {
            None | Some(Value::Null) => return Some(Vec::new()),
            Some(Value::Array(roles)) => roles,
            Some(_) => return self.wrong("roles", "must be an array"),
        };
        let mut read = Vec::with_capacity(roles.len());
        for (i, role) in roles.iter().enumerate() {
            let at = format!("roles[{i}].");
            let Value::Object(data) = role else {
                return self.wrong(&format!("roles[{i}]"), "must be an object");
            };
            let mut fields = Fields {
                data,
                reader: &mut *self.reader,
            };
            let kind = fields.reader.text(data, &format!("data.{at}"), "role");
            let org = fields.reference_at(&at, "org", true)?;
            let active = data.get("status").and_then(Value::as_str) != Some("tobedeleted");
            let (begin, end) = (
                fields.date_at(&at, "beginDate", false)?,
                fields.date_at(&at, "endDate", false)?,
            );
            read.push(Role {
                kind: role_kind(&kind?),
                org: OrgId(org?),
                begin,
                end,
                active,
            });
        }
        Some(read)
    }

    fn class(&mut self) -> Option<Class> {
        let homeroom = self.data.get("classType").and_then(Value::as_str) == Some("homeroom");
        Some(Class {
            homeroom,
            school: self.reference("school", false)?.map(OrgId),
        })
    }

    fn enrollment(&mut self) -> Option<Enrollment> {
        let role = self.reader.text(self.data, "data.", "role");
        let primary = match self.data.get("primary") {
            Some(Value::Bool(primary)) => *primary,
            Some(Value::String(text)) => text == "true",
            _ => false,
        };
        Some(Enrollment {
            class: ClassId(self.reference("class", true)??),
            user: UserId(self.reference("user", true)??),
            role: role_kind(&role?),
            primary,
            begin: self.date("beginDate", false)?,
            end: self.date("endDate", false)?,
        })
    }

    fn session(&mut self) -> Option<AcademicSession> {
        let (start, end) = (self.date("startDate", true)??, self.date("endDate", true)??);
        if end < start {
            self.wrong("endDate", "lies before startDate")
        } else {
            Some(AcademicSession { start, end })
        }
    }

    fn calendar(&mut self) -> Option<Calendar> {
        let org = self.reference("org", true)?;
        let listed = match self.data.get("nonInstructionalDays") {
            None | Some(Value::Null) => &Vec::new(),
            Some(Value::Array(days)) => days,
            Some(_) => return self.wrong("nonInstructionalDays", "must be an array"),
        };
        let mut days = Vec::with_capacity(listed.len());
        for (i, day) in listed.iter().enumerate() {
            let at = format!("nonInstructionalDays[{i}].");
            let Value::Object(data) = day else {
                return self.wrong(at.trim_end_matches('.'), "must be an object");
            };
            days.push(
                Fields {
                    data,
                    reader: &mut *self.reader,
                }
                .date_at(&at, "date", true)??,
            );
        }
        Some(Calendar { org: OrgId(org?), days })
    }

    fn period(&mut self, modified: DateTime<Utc>) -> Option<Period> {
        let delivery = match self.data.get("delivery").and_then(Value::as_str) {
            Some("internet") => Delivery::Internet,
            Some("paper") => Delivery::Paper,
            Some("homebound") => Delivery::Homebound,
            Some("hybrid") => Delivery::Hybrid,
            _ => return self.wrong("delivery", "must be internet, paper, homebound or hybrid"),
        };
        let (start, end) = (self.date("startDate", true)??, self.date("endDate", false)?);
        Some(Period {
            scope: self.scope()?,
            start,
            end,
            delivery,
            modified,
        })
    }

    fn scope(&mut self) -> Option<Scope> {
        let Some(Value::Object(data)) = self.data.get("scope") else {
            return self.wrong("scope", "is required");
        };
        let mut scope = Fields {
            data,
            reader: &mut *self.reader,
        };
        match data.get("type").and_then(Value::as_str) {
            Some("district") => Some(Scope::District),
            Some("school") => scope
                .reference_at("scope.", "org", true)?
                .map(|org| Scope::School(OrgId(org))),
            Some("grade") => {
                let org = scope.reference_at("scope.", "org", false)?.map(OrgId);
                let grade = scope.reader.text(data, "data.scope.", "grade")?;
                Some(Scope::Grade {
                    org,
                    grade: Grade::new(&grade),
                })
            }
            Some("student") => scope
                .reference_at("scope.", "student", true)?
                .map(|id| Scope::Student(UserId(id))),
            _ => self.wrong("scope.type", "must be district, school, grade or student"),
        }
    }

    fn attendance(&mut self) -> Option<Attendance> {
        let instruction = match self.data.get("instruction").and_then(Value::as_str) {
            Some("remote") => Instruction::Remote,
            Some("inPerson") => Instruction::InPerson,
            Some("none") => Instruction::None,
            _ => return self.wrong("instruction", "must be remote, inPerson or none"),
        };
        let (student, date) = (self.reference("student", true)??, self.date("date", true)??);
        Some(Attendance {
            student: UserId(student),
            date,
            instruction,
        })
    }

    fn wrong<T>(&mut self, field: &str, reason: impl Into<String>) -> Option<T> {
        self.reader.wrong(&format!("data.{field}"), reason)
    }

    fn metadata(&self, name: &str) -> Option<&Value> {
        self.data.get("metadata").and_then(|metadata| metadata.get(name))
    }

    fn personal(&self, name: &str) -> Option<Personal> {
        self.data
            .get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.trim().is_empty())
            .map(Personal::new)
    }

    fn reference(&mut self, name: &str, required: bool) -> Option<Option<String>> {
        self.reference_at("", name, required)
    }

    /// `{name}.sourcedId`. The outer `None`: wrong, and said so; the inner: left out.
    fn reference_at(&mut self, at: &str, name: &str, required: bool) -> Option<Option<String>> {
        match self.data.get(name) {
            Some(Value::Object(reference)) => self
                .reader
                .text(reference, &format!("data.{at}{name}."), "sourcedId")
                .map(Some),
            None | Some(Value::Null) if !required => Some(None),
            _ => self.wrong(&format!("{at}{name}"), "must be an object with sourcedId"),
        }
    }

    fn references(&mut self, name: &str) -> Option<Vec<String>> {
        let listed = match self.data.get(name) {
            None | Some(Value::Null) => return Some(Vec::new()),
            Some(Value::Array(listed)) => listed,
            Some(_) => return self.wrong(name, "must be an array"),
        };
        let mut ids = Vec::with_capacity(listed.len());
        for (i, reference) in listed.iter().enumerate() {
            let Value::Object(reference) = reference else {
                return self.wrong(&format!("{name}[{i}]"), "must be an object with sourcedId");
            };
            ids.push(
                self.reader
                    .text(reference, &format!("data.{name}[{i}]."), "sourcedId")?,
            );
        }
        Some(ids)
    }

    /// A list of ids under `metadata`: an array of texts, or one text with commas.
    fn listed(&mut self, name: &str) -> Option<Vec<String>> {
        let value = self.metadata(name).cloned();
        let field = format!("metadata.{name}");
        let mut ids = self.words(&field, value.as_ref())?;
        ids.retain(|id| !id.is_empty());
        if ids.iter().all(|id| is_id(id)) {
            Some(ids)
        } else {
            self.wrong(&field, NOT_AN_ID)
        }
    }

    fn words(&mut self, field: &str, value: Option<&Value>) -> Option<Vec<String>> {
        match value {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(Value::String(text)) => Some(
                text.split(',')
                    .map(str::trim)
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect(),
            ),
            Some(Value::Array(words)) if words.iter().all(Value::is_string) => {
                Some(words.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
            Some(_) => self.wrong(field, "must be an array of texts"),
        }
    }

    fn date(&mut self, name: &str, required: bool) -> Option<Option<NaiveDate>> {
        self.date_at("", name, required)
    }

    fn date_at(&mut self, at: &str, name: &str, required: bool) -> Option<Option<NaiveDate>> {
        let date = match self.data.get(name) {
            None | Some(Value::Null) if !required => return Some(None),
            Some(Value::String(text)) if text.is_empty() && !required => return Some(None),
            value => value.and_then(Value::as_str).and_then(date),
        };
        match date {
            Some(date) => Some(Some(date)),
            None => self.wrong(&format!("{at}{name}"), "must be a date, as 2021-09-01"),
        }
    }
}

/// A date as OneRoster writes it, and in no other way that could be read as one.
fn date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !text.starts_with('-');
    plain.then(|| text.parse().ok()).flatten()
}

fn role_kind(role: &str) -> RoleKind {
    match role {
        "student" => RoleKind::Student,
        "teacher" => RoleKind::Teacher,
        "principal" => RoleKind::Principal,
        _ => RoleKind::Other,
    }
}
