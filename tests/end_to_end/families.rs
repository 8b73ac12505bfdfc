//! What a roster says of one school's families, worked out from its events and not by the code under test.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tests::Roster;

/// Ids of people.
pub(crate) type Ids = BTreeSet<String>;

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The number as a provider takes it, where the numbering plan knows it.
pub(crate) fn number(value: &Value) -> Option<String> {
    let written = value.as_str()?;
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let ten = if digits.len() == 11 {
        digits.strip_prefix('1')?
    } else {
        &digits
    };
    let place = |i: usize| ten.chars().nth(i).is_some_and(|digit| ('2'..='9').contains(&digit));
    let plain = !written.chars().any(char::is_alphabetic);
    (ten.len() == 10 && place(0) && place(3) && plain).then(|| format!("+1{ten}"))
}

pub(crate) fn address(value: &Value) -> Option<String> {
    let written = value.as_str()?.trim();
    let (name, domain) = written.split_once('@')?;
    let plain = !written.contains(char::is_whitespace) && !domain.contains('@') && !name.is_empty();
    (plain && domain.contains('.') && !domain.split('.').any(str::is_empty)).then(|| written.to_owned())
}

/// What the roster says of one school's families.
pub(crate) struct Families<'a> {
    pub(crate) users: BTreeMap<String, &'a Value>,
    pub(crate) school: String,
    pub(crate) school_name: String,
    pub(crate) students: Ids,
    pub(crate) last_session_day: String,
    surnames: Ids,
}

impl<'a> Families<'a> {
    pub(crate) fn of(roster: &'a Roster) -> Self {
        let of_kind = |kind: &'static str| roster.events.iter().filter(move |event| event["type"] == kind);
        let sessions = of_kind("sis.academicSession.changed").map(|event| text(&event["data"]["endDate"]));
        let own = |event: &&Value| event["subject"] == roster.school.as_str();
        Self {
            users: of_kind("sis.user.changed")
                .map(|event| (text(&event["subject"]), &event["data"]))
                .collect(),
            school: roster.school.clone(),
            school_name: text(&of_kind("sis.org.changed").find(own).unwrap()["data"]["name"]),
            students: roster.students_of(&roster.school).into_iter().collect(),
            last_session_day: sessions.max().unwrap(),
            surnames: of_kind("sis.user.changed")
                .map(|event| words(&text(&event["data"]["familyName"])))
                .collect(),
        }
    }

    pub(crate) fn guardians(&self, student: &str) -> Vec<&'a Value> {
        let agents = self.users[student]["agents"].as_array().into_iter().flatten();
        let known = agents.filter_map(|agent| self.users.get(agent["sourcedId"].as_str()?).copied());
        let kept_away = |guardian: &Value| {
            let from = guardian["metadata"]["doNotContactFor"].as_array().into_iter().flatten();
            from.into_iter().any(|id| id == student)
                || text(&guardian["metadata"]["doNotContactFor"])
                    .split(',')
                    .any(|id| id == student)
        };
        known
            .filter(|guardian| guardian["status"] == "active" && !kept_away(guardian))
            .collect()
    }

    /// Guardian, channel and address of each way to write to the family.
    pub(crate) fn channels(&self, student: &str) -> Vec<(String, &'static str, String)> {
        let of = |guardian: &Value| {
            let id = text(&guardian["sourcedId"]);
            let sms = number(&guardian["sms"]).map(|to| (id.clone(), "sms", to));
            sms.into_iter()
                .chain(address(&guardian["email"]).map(|to| (id, "email", to)))
                .collect::<Vec<_>>()
        };
        self.guardians(student).into_iter().flat_map(of).collect()
    }

    pub(crate) fn cannot_be_called(&self, student: &str) -> bool {
        let phones = self
            .guardians(student)
            .into_iter()
            .map(|guardian| number(&guardian["phone"]));
        phones.flatten().next().is_none()
    }

    pub(crate) fn has_siblings(&self, student: &str) -> bool {
        let agents = |id: &str| -> Ids {
            let agents = self.users[id]["agents"].as_array().into_iter().flatten();
            agents.map(|agent| text(&agent["sourcedId"])).collect()
        };
        let own = agents(student);
        self.users
            .keys()
            .any(|other| other != student && !agents(other).is_disjoint(&own))
    }

    /// Students whose last role begun by then is one at this school.
    pub(crate) fn students_on(&self, date: &str) -> Ids {
        let there = |id: &&String| {
            let roles = self.users[*id]["roles"].as_array().unwrap().iter();
            let begun = roles.filter(|role| role["role"] == "student" && *text(&role["beginDate"]) <= *date);
            let last = begun.max_by_key(|role| text(&role["beginDate"]));
            last.is_some_and(|role| role["org"]["sourcedId"] == self.school.as_str())
        };
        self.students.iter().filter(there).cloned().collect()
    }

    /// Who hears of what, when these students' families are asked: one message a guardian and channel.
    pub(crate) fn invitations(&self, asked: &Ids) -> BTreeMap<(String, String, String), Ids> {
        let mut expected: BTreeMap<_, Ids> = BTreeMap::new();
        for student in asked {
            for (guardian, channel, to) in self.channels(student) {
                let of = expected.entry((guardian, channel.to_owned(), to)).or_default();
                of.insert(student.clone());
            }
        }
        expected
    }

    /// The first family name of the roster that stands in the text as a word, once what may stand there is taken away.
    pub(crate) fn surname_in(&self, body: &str, students: &Ids) -> Option<&str> {
        let mut words = words(&body.replace(&self.school_name, "-"));
        for student in students {
            for name in ["givenName", "preferredGivenName"] {
                let name = self.users[student][name].as_str().unwrap_or_default();
                words = words.replacen(&self::words(name), " - ", 1);
            }
        }
        self.surnames
            .iter()
            .map(String::as_str)
            .find(|name| words.contains(name))
    }
}

/// The words of a text, each between two blanks.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .fold(" ".to_owned(), |all, word| all + word + " ")
}

pub(crate) fn ids(value: &Value) -> Ids {
    value.as_array().into_iter().flatten().map(text).collect()
}

pub(crate) fn of_kind(items: Vec<Value>, name: &str, value: &str) -> Vec<Value> {
    items.into_iter().filter(|item| item[name] == value).collect()
}

pub(crate) fn students_in(items: &[Value]) -> Vec<String> {
    let mut students: Vec<String> = items.iter().map(|item| text(&item["student"])).collect();
    students.sort();
    students
}

pub(crate) fn sorted(ids: &Ids) -> Vec<String> {
    ids.iter().cloned().collect()
}
