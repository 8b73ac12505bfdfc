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
    /// The conference's opaque id.
    pub conference: String,
    /// The day it happened.
    pub on: chrono::NaiveDate,
}
