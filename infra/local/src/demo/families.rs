//! What the roster says of one school's families: who they are, how they can be written to, and which of them play a part.

use crate::client::ClientError;
use chrono::NaiveDate;
use domain::contact::{Personal, usable_address, usable_number};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A student and the guardians who may be contacted about them.
pub(super) struct Family {
    /// The student's id.
    pub(super) student: String,
    /// The student's names, which must not stand where others read them.
    pub(super) names: [Personal; 2],
    /// Since when the student is at the school.
    pub(super) since: NaiveDate,
    /// The guardians, by id.
    pub(super) guardians: Vec<Guardian>,
    /// The roster has somebody to call who is no guardian.
    pub(super) somebody_to_call: bool,
}

/// How a guardian can be reached.
#[derive(Clone)]
pub(super) struct Guardian {
    /// The guardian's id.
    pub(super) id: String,
    /// The number that takes texts.
    pub(super) sms: Option<Personal>,
    /// The address that takes e-mails.
    pub(super) email: Option<Personal>,
    /// A number that people can call.
    pub(super) phone: Option<Personal>,
    /// What they speak, or what is spoken in the student's home; blank where the roster does not say.
    pub(super) language: String,
}

/// Guardian and channel: to each, a round sends one message.
pub(super) type Channels = BTreeSet<(String, &'static str)>;

impl Family {
    /// Every way to write to the family.
    pub(super) fn channels(&self) -> Channels {
        let of = |guardian: &Guardian| {
            let sms = guardian.sms.as_ref().map(|_| (guardian.id.clone(), "sms"));
            let email = guardian.email.as_ref().map(|_| (guardian.id.clone(), "email"));
            sms.into_iter().chain(email)
        };
        self.guardians.iter().flat_map(of).collect()
    }

    /// Whether somebody could call.
    pub(super) fn can_be_called(&self) -> bool {
        self.guardians.iter().any(|guardian| guardian.phone.is_some())
    }

    fn shares_a_guardian_with(&self, other: &Family) -> bool {
        let of = |guardian: &Guardian| other.guardians.iter().any(|others| others.id == guardian.id);
        self.guardians.iter().any(of)
    }
}

/// The families of the students who are at `school` on `date`, by student.
pub(super) fn at_school(roster: &[Value], school: &str, date: NaiveDate) -> Vec<Family> {
    let users: BTreeMap<&str, &Value> = roster
        .iter()
        .filter(|event| event["type"] == "sis.user.changed")
        .filter_map(|event| Some((event["subject"].as_str()?, &event["data"])))
        .collect();
    let students = users.iter().filter(|(_, user)| user["enabledUser"] != false);
    let is_guardian = |student: &Value, id: &str| {
        let agents = student["agents"].as_array().into_iter().flatten();
        agents.into_iter().any(|agent| agent["sourcedId"] == id)
    };
    students
        .filter_map(|(id, user)| {
            let (at, since) = school_on(user, date)?;
            let agents = user["agents"].as_array().into_iter().flatten();
            let guardians = agents.filter_map(|agent| users.get(agent["sourcedId"].as_str()?));
            (at == school).then(|| Family {
                somebody_to_call: users.iter().any(|(contact, of)| {
                    listed(&of["metadata"]["emergencyContactFor"], id) && !is_guardian(user, contact)
                }),
                student: (*id).to_owned(),
                names: ["givenName", "familyName"].map(|name| Personal::new(user[name].as_str().unwrap_or_default())),
                since,
                guardians: guardians
                    .filter(|guardian| !listed(&guardian["metadata"]["doNotContactFor"], id))
                    .map(|guardian| Guardian::of(guardian, user))
                    .collect(),
            })
        })
        .collect()
}

impl Guardian {
    fn of(user: &Value, child: &Value) -> Self {
        let text = |name: &str| user[name].as_str().unwrap_or_default();
        Self {
            id: text("sourcedId").to_owned(),
            sms: usable_number(text("sms")),
            email: usable_address(text("email")),
            phone: usable_number(text("phone")),
            language: language(user).or(language(child)).unwrap_or_default().to_owned(),
        }
    }
}

fn language(user: &Value) -> Option<&str> {
    user["metadata"]["homeLanguage"].as_str()
}

/// Where the student belongs on `date`, and since when: the school whose role began last by then.
fn school_on(user: &Value, date: NaiveDate) -> Option<(&str, NaiveDate)> {
    let roles = user["roles"]
        .as_array()?
        .iter()
        .filter(|role| role["role"] == "student");
    let begun = roles.filter_map(|role| {
        let begin: NaiveDate = role["beginDate"].as_str()?.parse().ok()?;
        (begin <= date).then_some((begin, role["org"]["sourcedId"].as_str()?))
    });
    begun.max().map(|(since, school)| (school, since))
}

/// Whether a list, written as one or with commas, holds the id.
fn listed(list: &Value, id: &str) -> bool {
    match list {
        Value::Array(ids) => ids.iter().any(|listed| listed == id),
        Value::String(ids) => ids.split(',').any(|listed| listed.trim() == id),
        _ => false,
    }
}

/// The families that play a part, found by what they are; each shares no guardian with any other at the school, the
/// siblings excepted.
pub(super) struct Cast<'a> {
    /// Answers after the first round.
    pub(super) first: &'a Family,
    /// Answers after the second.
    pub(super) second: &'a Family,
    /// Declines.
    pub(super) declines: &'a Family,
    /// Can be reached by one number only, which does not take messages.
    pub(super) bounces: &'a Family,
    /// One parent, with a number and an address, who asks for an end of texts.
    pub(super) stops: &'a Family,
    /// Two guardians have a number; that of the first is somebody else's.
    pub(super) wrong: &'a Family,
    /// Two children of the same parents: the elder …
    pub(super) sibling: &'a Family,
    /// … and the younger, whose teacher reaches a parent.
    pub(super) other_sibling: &'a Family,
    /// Two ways to write to them, and never answers.
    pub(super) never: &'a Family,
}

impl<'a> Cast<'a> {
    /// Finds them.
    ///
    /// # Errors
    /// Where the school has no such family.
    pub(super) fn of(families: &'a [Family]) -> Result<Self, ClientError> {
        let mut free: Vec<&Family> = families.iter().collect();
        let ids = |family: &Family| -> BTreeSet<String> { family.guardians.iter().map(|g| g.id.clone()).collect() };
        let texts = |family: &Family| {
            family
                .guardians
                .iter()
                .filter(|guardian| guardian.sms.is_some())
                .count()
        };
        let alone = |family: &Family| {
            families
                .iter()
                .filter(|other| family.shares_a_guardian_with(other))
                .count()
                == 1
        };
        let mut take = |what: &str, is: &dyn Fn(&Family) -> bool| {
            let found = free.iter().position(|family| is(family));
            let found = found.map(|index| free.remove(index));
            found.ok_or_else(|| ClientError(format!("the sample district has no family {what}")))
        };
        let siblings = |one: &Family| {
            let twin = |other: &&Family| other.student != one.student && ids(other) == ids(one);
            !one.channels().is_empty() && families.iter().filter(twin).count() == 1
        };
        let bounces = take("that one number alone reaches", &|family| {
            alone(family) && family.channels().len() == 1 && texts(family) == 1
        })?;
        let stops = take("of one parent with a number and an address", &|family| {
            alone(family) && family.guardians.len() == 1 && family.channels().len() == 2
        })?;
        let wrong = take("with two numbers", &|family| alone(family) && texts(family) == 2)?;
        let sibling = take("with two children", &siblings)?;
        let other_sibling = take("with two children", &|family| family.shares_a_guardian_with(sibling))?;
        let never = take("that two messages reach", &|family| {
            alone(family) && family.channels().len() == 2
        })?;
        let mut reached = || {
            take("that can be written to", &|family| {
                alone(family) && !family.channels().is_empty()
            })
        };
        Ok(Self {
            first: reached()?,
            second: reached()?,
            declines: reached()?,
            bounces,
            stops,
            wrong,
            sibling,
            other_sibling,
            never,
        })
    }
}
