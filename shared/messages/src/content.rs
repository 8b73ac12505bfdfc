//! What a message is made of.

use domain::decide::NoticeKind;
use std::fmt;

/// The invitation of one guardian to the extra conferences of one or several children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The children, at one or several schools.
    pub children: Vec<Child>,
    /// The district's name: it is the sender where the children are at several schools.
    pub district: String,
}

/// One child of an [`Invitation`]. `Debug` prints a mask.
#[derive(Clone, PartialEq, Eq)]
pub struct Child {
    /// The first name, never with the surname.
    pub first_name: String,
    /// The school's name.
    pub school: String,
    /// The school's telephone number, printed as the school writes it.
    pub school_phone: Option<String>,
}

impl fmt::Debug for Child {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

/// What the answer to a family's text message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The schools of the family's children: name, and telephone number as the school writes it. A school may be named
    /// twice; none: it is not known whose family it is.
    pub schools: Vec<(String, Option<String>)>,
    /// The district's name: it is the sender where there is not one school.
    pub district: String,
}

/// One staff member's digest of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The district's name: the sender.
    pub district: String,
    /// What there is to tell, in any order.
    pub lines: Vec<Notice>,
}

/// One fact a member of staff is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub kind: NoticeKind,
    /// The student's opaque id.
    pub student: String,
    /// The conference's opaque id; none: it is about the student.
    pub conference: Option<String>,
    /// The day it happened.
    pub on: chrono::NaiveDate,
}
