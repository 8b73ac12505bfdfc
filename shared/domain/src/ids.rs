//! Identifiers. All are opaque strings from the SIS (OneRoster `sourcedId`) or numbers of ours; none is personal,
//! so all may be logged.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id!(
    /// A user of the SIS: student, guardian or staff.
    UserId
);
id!(
    /// A school or the district.
    OrgId
);
id!(
    /// A class (homeroom or course section).
    ClassId
);
id!(
    /// Any other SIS object: an enrollment, a calendar, a period, a session, an attendance mark.
    SourcedId
);

/// A conference: the student and its number among the student's conferences. Prints as `<student>.c<n>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConferenceId {
    /// Whose conference.
    pub student: UserId,
    /// Its number inside the student, from 1.
    pub n: u32,
}

/// A message: the student and its number among the student's messages. Prints as `<student>.m<n>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId {
    /// In whose collection the message lies.
    pub student: UserId,
    /// Its number inside the student, from 1.
    pub n: u32,
}

impl fmt::Display for ConferenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.c{}", self.student, self.n)
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.m{}", self.student, self.n)
    }
}

/// The text is not an identifier that Confer gave out.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an id that Confer gave out: expected {expected}")]
pub struct NotAnId {
    expected: &'static str,
}

impl std::str::FromStr for ConferenceId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        numbered(text, ".c", "<student>.c<number>").map(|(student, n)| Self { student, n })
    }
}

impl std::str::FromStr for MessageId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        numbered(text, ".m", "<student>.m<number>").map(|(student, n)| Self { student, n })
    }
}

fn numbered(text: &str, mark: &str, expected: &'static str) -> Result<(UserId, u32), NotAnId> {
    text.rsplit_once(mark)
        .and_then(|(student, n)| Some((UserId::from(student), n.parse().ok()?)))
        .ok_or(NotAnId { expected })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_as_they_print() {
        let conference = ConferenceId {
            student: "p.c1-604821".into(),
            n: 12,
        };
        assert_eq!(conference.to_string().parse(), Ok(conference));
        let message = MessageId {
            student: "p-604821".into(),
            n: 3,
        };
        assert_eq!(message.to_string().parse(), Ok(message));
        assert!("p-604821".parse::<ConferenceId>().is_err());
        assert!("p-604821.cx".parse::<ConferenceId>().is_err());
    }
}
