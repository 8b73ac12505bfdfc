//! The SIS's objects as plain data: what `sis` makes of the events, what the table keeps, what [`crate::facts`] reads.

use crate::contact::{Language, Personal};
use crate::ids::{ClassId, OrgId, SourcedId, UserId};
use crate::policy::Policy;
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The kind of an SIS object; its text is part of keys and queue bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// A school or the district.
    Org,
    /// A student, guardian or member of staff.
    User,
    /// A homeroom or course section.
    Class,
    /// A user's place in a class.
    Enrollment,
    /// A school year, semester or term.
    AcademicSession,
    /// The days without instruction of a school or the district.
    Calendar,
    /// A stretch of remote learning.
    Period,
    /// How one student was taught on one day.
    Attendance,
}

impl ObjectKind {
    /// The kind as it stands in keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Org => "org",
            Self::User => "user",
            Self::Class => "class",
            Self::Enrollment => "enrollment",
            Self::AcademicSession => "session",
            Self::Calendar => "calendar",
            Self::Period => "period",
            Self::Attendance => "attendance",
        }
    }

    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Org,
        Self::User,
        Self::Class,
        Self::Enrollment,
        Self::AcademicSession,
        Self::Calendar,
        Self::Period,
        Self::Attendance,
    ];
}

/// Which object: kind and `sourcedId`. Prints as `<kind>#<id>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectKey {
    /// Its kind.
    pub kind: ObjectKind,
    /// Its `sourcedId`.
    pub id: SourcedId,
}

impl ObjectKey {
    /// The key of the object of this kind and `sourcedId`.
    pub fn new(kind: ObjectKind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: SourcedId(id.into()),
        }
    }
}

impl fmt::Display for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.kind.as_str(), self.id)
    }
}

impl std::str::FromStr for ObjectKey {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, id) = text.split_once('#').ok_or(())?;
        let kind = ObjectKind::ALL.into_iter().find(|k| k.as_str() == kind).ok_or(())?;
        Ok(Self::new(kind, id))
    }
}

/// Which of two states of an object is newer: `dateLastModified`, then `sequence` (none = 0), then content.
///
/// Kept as text that sorts in that order, so that the table itself can compare two of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub String);

impl Version {
    /// Of these three; `content` is a digest of the object's data.
    pub fn new(modified: DateTime<Utc>, sequence: u64, content: &str) -> Self {
        Self(format!(
            "{}#{sequence:020}#{content}",
            modified.to_rfc3339_opts(SecondsFormat::Nanos, true)
        ))
    }
}

/// One object as the SIS last described it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// Which object.
    pub key: ObjectKey,
    /// Which state of it.
    pub version: Version,
    /// `status` is `active`, not `tobedeleted`.
    pub active: bool,
    /// Its data.
    pub object: Object,
    /// The id of the event that told of this state, which leads through the logs to what was made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

/// The data of an SIS object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// See [`Org`].
    Org(Org),
    /// See [`User`].
    User(Box<User>),
    /// See [`Class`].
    Class(Class),
    /// See [`Enrollment`].
    Enrollment(Enrollment),
    /// See [`AcademicSession`].
    AcademicSession(AcademicSession),
    /// See [`Calendar`].
    Calendar(Calendar),
    /// See [`Period`].
    Period(Period),
    /// See [`Attendance`].
    Attendance(Attendance),
}

/// A school or the district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Org {
    /// Its name, as families know it.
    pub name: String,
    /// `true` for a school.
    pub school: bool,
    /// The organisation above it.
    pub parent: Option<OrgId>,
    /// The number families call.
    pub phone: Option<String>,
}

/// A student, guardian or member of staff; one person may be several of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Given name.
    pub given_name: Personal,
    /// Family name.
    pub family_name: Personal,
    /// The given name the person goes by.
    pub preferred_given_name: Option<Personal>,
    /// E-mail address as the SIS has it, usable or not.
    pub email: Option<Personal>,
    /// Mobile number as the SIS has it, usable or not.
    pub sms: Option<Personal>,
    /// Telephone number as the SIS has it, usable or not; for people only.
    pub phone: Option<Personal>,
    /// A student's grades.
    pub grades: Vec<Grade>,
    /// `enabledUser`; a student who is not has left.
    pub enabled: bool,
    /// The organisation the person belongs to first of all.
    pub primary_org: Option<OrgId>,
    /// What the person is, where and since when.
    pub roles: Vec<Role>,
    /// A student's guardians.
    pub agents: Vec<UserId>,
    /// The language spoken at home.
    pub home_language: Option<Language>,
    /// A guardian's relation to the child, as the SIS words it.
    pub relation: Option<String>,
    /// The students this person is an emergency contact of.
    pub emergency_contact_for: Vec<UserId>,
    /// The students this person must never be contacted about (R7).
    pub do_not_contact_for: Vec<UserId>,
    /// The schools whose principal this person stands in for.
    pub designee_for: Vec<OrgId>,
}

/// What a person is in an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Which role.
    pub kind: RoleKind,
    /// In which organisation.
    pub org: OrgId,
    /// Since when; none: always.
    pub begin: Option<NaiveDate>,
    /// Until when; a date that passes is not leaving.
    pub end: Option<NaiveDate>,
    /// Not `tobedeleted`.
    pub active: bool,
}

/// The roles that matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleKind {
    /// Taught here.
    Student,
    /// Teaches here.
    Teacher,
    /// Leads a school.
    Principal,
    /// Any other.
    Other,
}

/// A grade in its plain form: `9` for `09`, `KG` for `kg`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grade(String);

impl Grade {
    /// The grade written any usual way.
    pub fn new(text: &str) -> Self {
        let plain = text.trim().trim_start_matches('0').to_ascii_uppercase();
        Self(if plain.is_empty() { "0".into() } else { plain })
    }
}

/// A homeroom or course section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// `classType` is `homeroom`.
    pub homeroom: bool,
    /// Where it is taught.
    pub school: Option<OrgId>,
}

/// A user's place in a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enrollment {
    /// Which class.
    pub class: ClassId,
    /// Who.
    pub user: UserId,
    /// As what.
    pub role: RoleKind,
    /// The class's first teacher.
    pub primary: bool,
    /// Since when.
    pub begin: Option<NaiveDate>,
    /// Until when.
    pub end: Option<NaiveDate>,
}

/// A school year, semester or term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcademicSession {
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
}

/// The days without instruction of a school or the district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    /// Whose.
    pub org: OrgId,
    /// Which days.
    pub days: Vec<NaiveDate>,
}

/// A stretch of days on which a scope is not taught in person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// Whom it covers.
    pub scope: Scope,
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day; none while it is not known.
    pub end: Option<NaiveDate>,
    /// How instruction reaches the students (R5).
    pub delivery: Delivery,
    /// `dateLastModified`: when the SIS said so.
    pub modified: DateTime<Utc>,
}

/// Whom a period covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Every student of the district.
    District,
    /// Every student of a school.
    School(OrgId),
    /// One grade of a school, or of every school where the organisation is the district or is not named.
    Grade {
        /// The school.
        org: Option<OrgId>,
        /// The grade.
        grade: Grade,
    },
    /// One student.
    Student(UserId),
}

/// How instruction reaches the students (R5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Internet-based software platforms: remote learning.
    Internet,
    /// Paper packets.
    Paper,
    /// At home, by a visiting teacher.
    Homebound,
    /// Partly in school.
    Hybrid,
}

/// How one student was taught on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Who.
    pub student: UserId,
    /// When.
    pub date: NaiveDate,
    /// How.
    pub instruction: Instruction,
}

/// How a student was taught on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instruction {
    /// Over the internet.
    Remote,
    /// In the building.
    InPerson,
    /// Not at all.
    None,
}

impl Period {
    /// Why the period cannot be meant, if so ("Plausible"): judged against the day the SIS reported it, never our clock.
    /// The first text is the field, the second the reason. A rescinded period is always plausible.
    pub fn implausible(&self, active: bool, policy: &Policy) -> Option<(&'static str, String)> {
        if !active {
            return None;
        }
        let reported = self.modified.date_naive();
        let limit = policy.plausible_days;
        let earliest = reported - TimeDelta::days(limit);
        let latest = reported + TimeDelta::days(limit);
        if self.end.is_some_and(|end| end < self.start) {
            return Some(("endDate", "lies before startDate".into()));
        }
        if self.start > latest {
            return Some((
                "startDate",
                format!("lies more than {limit} days after dateLastModified"),
            ));
        }
        if self.end.is_some_and(|end| end > latest) {
            return Some(("endDate", format!("lies more than {limit} days after dateLastModified")));
        }
        if self.end.is_none() && self.start < earliest {
            return Some((
                "startDate",
                format!("lies more than {limit} days before dateLastModified, and the period has no endDate"),
            ));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newer_state_sorts_later() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let states = [
            Version::new(at("2021-09-01T12:00:00Z"), 0, "f"),
            Version::new(at("2021-09-01T12:00:00.5Z"), 0, "a"),
            Version::new(at("2021-09-01T14:00:01+01:00"), 0, "a"),
            Version::new(at("2021-09-01T13:00:01Z"), 9, "a"),
            Version::new(at("2021-09-01T13:00:01Z"), 10, "a"),
            Version::new(at("2021-09-01T13:00:01Z"), 10, "b"),
        ];
        assert!(states.is_sorted_by(|a, b| a < b), "{states:?}");
    }

    #[test]
    fn a_period_is_plausible_against_the_day_it_was_reported() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (start, end, active, field) in [
            ("2021-09-01", None, true, None),
            ("2020-07-28", None, true, None),
            ("2020-07-27", None, true, Some("startDate")),
            ("2020-07-27", Some("2020-09-01"), true, None),
            ("2020-07-27", None, false, None),
            ("2022-10-06", None, true, None),
            ("2022-10-07", None, true, Some("startDate")),
            ("2021-09-01", Some("2022-10-07"), true, Some("endDate")),
            ("2021-09-01", Some("2021-08-31"), true, Some("endDate")),
        ] {
            let period = Period {
                scope: Scope::District,
                start: day(start),
                end: end.map(day),
                delivery: Delivery::Internet,
                modified: "2021-09-01T12:00:00Z".parse().unwrap(),
            };
            let found = period.implausible(active, &Policy::default()).map(|(field, _)| field);
            assert_eq!(found, field, "{start} to {end:?}, active: {active}");
        }
    }

    #[test]
    fn grades_compare_in_their_plain_form() {
        assert_eq!(Grade::new("09"), Grade::new(" 9"));
        assert_eq!(Grade::new("kg"), Grade::new("KG"));
        assert_ne!(Grade::new("01"), Grade::new("10"));
    }
}
