//! Which columns each file has, and which field of the object each becomes.

use super::table::Record;
use serde_json::{Map, Value, json};

/// How a column's text is written in JSON.
#[derive(Clone, Copy)]
enum Shape {
    /// As it is.
    Text,
    /// `true` or `false`.
    Truth,
    /// An array of texts.
    Words,
    /// An object with `sourcedId`.
    Reference,
    /// An array of objects with `sourcedId`.
    References,
}

/// What must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// The column and in every row a value.
    Value,
    /// The column: without it objects would silently say something else.
    Column,
    /// Nothing.
    Nothing,
}

/// One column.
pub(super) struct Column {
    name: &'static str,
    field: &'static str,
    shape: Shape,
    need: Need,
}

/// One kind of file.
pub(super) struct Sheet {
    /// Its name without `.csv`.
    pub(super) name: &'static str,
    /// What its rows describe, as in the event's type.
    pub(super) kind: &'static str,
    columns: &'static [Column],
}

const fn column(name: &'static str, field: &'static str, shape: Shape, need: Need) -> Column {
    Column {
        name,
        field,
        shape,
        need,
    }
}

const fn text(name: &'static str, need: Need) -> Column {
    column(name, name, Shape::Text, need)
}

const ID: Column = text("sourcedId", Need::Value);
const STATUS: Column = text("status", Need::Nothing);
const MODIFIED: Column = text("dateLastModified", Need::Nothing);
const BEGIN: Column = text("beginDate", Need::Nothing);
const END: Column = text("endDate", Need::Nothing);
const PARENT: Column = column("parentSourcedId", "parent", Shape::Reference, Need::Nothing);

pub(super) const MANIFEST: Sheet = Sheet {
    name: "manifest",
    kind: "",
    columns: &[text("propertyName", Need::Column), text("value", Need::Column)],
};

pub(super) const ORGS: Sheet = Sheet {
    name: "orgs",
    kind: "org",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        text("name", Need::Value),
        text("type", Need::Value),
        text("identifier", Need::Nothing),
        PARENT,
    ],
};

pub(super) const ACADEMIC_SESSIONS: Sheet = Sheet {
    name: "academicSessions",
    kind: "academicSession",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        text("title", Need::Nothing),
        text("type", Need::Nothing),
        text("startDate", Need::Value),
        text("endDate", Need::Value),
        PARENT,
        text("schoolYear", Need::Nothing),
    ],
};

pub(super) const CLASSES: Sheet = Sheet {
    name: "classes",
    kind: "class",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        text("title", Need::Nothing),
        column("grades", "grades", Shape::Words, Need::Nothing),
        text("classType", Need::Column),
        column("schoolSourcedId", "school", Shape::Reference, Need::Column),
        column("termSourcedIds", "terms", Shape::References, Need::Nothing),
    ],
};

pub(super) const ENROLLMENTS: Sheet = Sheet {
    name: "enrollments",
    kind: "enrollment",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        column("classSourcedId", "class", Shape::Reference, Need::Value),
        column("schoolSourcedId", "school", Shape::Reference, Need::Nothing),
        column("userSourcedId", "user", Shape::Reference, Need::Value),
        text("role", Need::Value),
        column("primary", "primary", Shape::Truth, Need::Column),
        BEGIN,
        END,
    ],
};

pub(super) const USERS: Sheet = Sheet {
    name: "users",
    kind: "user",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        column("enabledUser", "enabledUser", Shape::Truth, Need::Column),
        text("givenName", Need::Value),
        text("familyName", Need::Value),
        text("preferredGivenName", Need::Nothing),
        text("email", Need::Column),
        text("sms", Need::Column),
        text("phone", Need::Column),
        column("agentSourcedIds", "agents", Shape::References, Need::Column),
        column("grades", "grades", Shape::Words, Need::Column),
        column("primaryOrgSourcedId", "primaryOrg", Shape::Reference, Need::Nothing),
    ],
};

/// OneRoster 1.1: one role, in each of several organisations.
pub(super) const USERS_1_1: Sheet = Sheet {
    name: "users",
    kind: "user",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        column("enabledUser", "enabledUser", Shape::Truth, Need::Column),
        column("orgSourcedIds", "org", Shape::References, Need::Value),
        text("role", Need::Value),
        text("givenName", Need::Value),
        text("familyName", Need::Value),
        text("email", Need::Column),
        text("sms", Need::Column),
        text("phone", Need::Column),
        column("agentSourcedIds", "agents", Shape::References, Need::Column),
        column("grades", "grades", Shape::Words, Need::Column),
    ],
};

pub(super) const ROLES: Sheet = Sheet {
    name: "roles",
    kind: "role",
    columns: &[
        ID,
        STATUS,
        MODIFIED,
        column("userSourcedId", "user", Shape::Reference, Need::Value),
        text("roleType", Need::Nothing),
        text("role", Need::Value),
        BEGIN,
        END,
        column("orgSourcedId", "org", Shape::Reference, Need::Value),
    ],
};

/// Every file that is read.
pub(super) const ALL: [&Sheet; 6] = [&ORGS, &ACADEMIC_SESSIONS, &CLASSES, &ENROLLMENTS, &USERS, &ROLES];

/// The columns under `metadata.` that hold lists.
const LISTS: [&str; 4] = [
    "emergencyContactFor",
    "doNotContactFor",
    "designeeFor",
    "primaryContactFor",
];

impl Sheet {
    /// Its name.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The columns that must be in the header.
    pub(super) fn required(&self) -> impl Iterator<Item = &'static str> {
        self.columns
            .iter()
            .filter(|column| column.need != Need::Nothing)
            .map(|column| column.name)
    }

    /// Whether anything is made of the column.
    pub(super) fn reads(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name) || name.starts_with("metadata.")
    }

    /// The column that a field of the object, or an attribute of its event, was made of.
    pub(super) fn column(&self, field: &str) -> String {
        match field {
            "id" | "subject" => return "sourcedId".into(),
            "time" => return "dateLastModified".into(),
            // The row as a whole.
            "data" => return String::new(),
            _ if field.starts_with("metadata.") => return field.to_owned(),
            _ => {}
        }
        let first = field.split(['.', '[']).next().unwrap_or_default();
        self.columns
            .iter()
            .find(|column| column.field == first)
            .map_or(first, |column| column.name)
            .to_owned()
    }

    /// The object that a row describes, and what is wrong with it: column and reason.
    pub(super) fn object(&self, record: &Record) -> (Map<String, Value>, Vec<(&'static str, &'static str)>) {
        let mut data = Map::new();
        let mut wrong = Vec::new();
        for column in self.columns {
            let Some(text) = record.get(column.name) else {
                if column.need == Need::Value {
                    wrong.push((column.name, "is required"));
                }
                continue;
            };
            let value = match column.shape {
                Shape::Text => json!(text),
                Shape::Truth if text.eq_ignore_ascii_case("true") => json!(true),
                Shape::Truth if text.eq_ignore_ascii_case("false") => json!(false),
                Shape::Truth => {
                    wrong.push((column.name, "must be true or false"));
                    continue;
                }
                Shape::Words => words(text).map(Value::from).collect(),
                Shape::Reference => json!({ "sourcedId": text }),
                Shape::References => words(text).map(|id| json!({ "sourcedId": id })).collect(),
            };
            data.insert(column.field.to_owned(), value);
        }
        let metadata: Map<String, Value> = record
            .under("metadata.")
            .map(|(name, text)| {
                let list = LISTS.contains(&name);
                let value = if list { words(text).collect() } else { json!(text) };
                (name.to_owned(), value)
            })
            .collect();
        if !metadata.is_empty() {
            data.insert("metadata".into(), Value::Object(metadata));
        }
        (data, wrong)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty())
}
