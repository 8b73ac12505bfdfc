//! What a message is made of.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::contact::Personal;
use domain::decide::NoticeKind;
use domain::document::Document;
use domain::record::{Mode, Purpose};
use std::fmt;

/// The invitation of one guardian to the extra conferences of one or several children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The children, at one or several schools.
    pub children: Vec<Child>,
    /// Whom the school may call is asked with it (R6), in the e-mail only.
    pub asks_whom_to_call: bool,
    /// The district's name: it is the sender where the children are at several schools.
    pub district: String,
    /// The guardian's page.
    pub link: Link,
}

/// The yearly question whom the school may call when it cannot reach the family (R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRequest {
    /// The children, at one or several schools.
    pub children: Vec<Child>,
    /// The district's name: it is the sender where the children are at several schools.
    pub district: String,
    /// The guardian's page.
    pub link: Link,
}

/// The address of a guardian's page. `Debug` prints a mask: whoever has it may book and cancel.
#[derive(Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Of the address itself.
    pub fn new(address: impl Into<String>) -> Self {
        Self(address.into())
    }

    /// The address itself: for the message, never for a log.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

/// What a guardian is told of one agreed time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// What it is for: confirmation, reminder, change or cancellation.
    pub purpose: Purpose,
    /// For which child.
    pub child: Child,
    /// The district's name: the sender where the school has none.
    pub district: String,
    /// The agreed time.
    pub time: AgreedTime,
    /// The state's document, which goes with the e-mail where there is one (R8).
    pub document: Option<Document>,
    /// The guardian's page.
    pub link: Link,
}

/// An agreed time, as families and their calendars are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedTime {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How many minutes it takes.
    pub minutes: u32,
    /// The district's time zone.
    pub zone: Tz,
    /// How it takes place (R2).
    pub mode: Mode,
    /// The interpreter's language, in its own words.
    pub interpreter: Option<String>,
    /// Where a video conference takes place, where that is known.
    pub video_link: Option<String>,
    /// What a calendar knows the entry by: the same for every message about it.
    pub uid: String,
    /// Grows with every change, so that a calendar knows which is the latest.
    pub sequence: u64,
    /// When this message was made.
    pub made_at: DateTime<Utc>,
    /// The address that e-mails come from.
    pub from: String,
    /// The address that the family is invited by, where it is an e-mail.
    pub to: Option<Personal>,
}

/// A new link that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// The district's name: the sender.
    pub district: String,
    /// The guardian's page.
    pub link: Link,
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
