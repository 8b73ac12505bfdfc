//! The project's own district, generated: Maple Harbor Public Schools, which does not exist, as a OneRoster 1.2 CSV
//! export that is as messy as those of districts that do.
//!
//! Names are invented, addresses lie under `example.org` and `example.net`, and telephone numbers in the range
//! 555-0100 to 555-0199, which belongs to nobody. The same year always makes the same bytes.

mod district;
mod generator;
mod names;

pub use generator::Generator;

use chrono::NaiveDate;
use district::{District, Part};
use domain::contact::Language;
use domain::document::{Edition, Origin};
use std::collections::BTreeMap;

/// The year in which the sample district's usual school year begins.
pub const SCHOOL_YEAR: i32 = 2026;

/// The export for the school year that begins on August 31 of `year`, by file name.
pub fn files(year: i32) -> BTreeMap<String, Vec<u8>> {
    let district = District::generate();
    let dates = Dates::of(year);
    let sheets = [
        orgs(&dates),
        sessions(&dates),
        classes(&dates, &district),
        enrollments(&dates, &district),
        users(&dates, &district),
        roles(&dates, &district),
    ];
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("manifest.csv".into(), manifest(&sheets).into_bytes());
    for sheet in sheets {
        files.insert(format!("{}.csv", sheet.name), sheet.text().into_bytes());
    }
    files
}

/// What stands for the state's resource document (R8), in force from the school year's first day on.
pub fn document(year: i32) -> Edition {
    let (title, text) = DOCUMENT.split_once('\n').unwrap_or_default();
    Edition {
        language: Language::english(),
        from: NaiveDate::from_ymd_opt(year, 8, 31).unwrap_or_default(),
        origin: Origin::State,
        title: title.trim().to_owned(),
        text: text.trim().to_owned(),
    }
}

const DOCUMENT: &str = include_str!("document.txt");

/// The days that a school year turns on, as the files have them.
struct Dates {
    year: i32,
    modified: String,
    first: String,
    fall_ends: String,
    spring_begins: String,
    last: String,
}

impl Dates {
    fn of(year: i32) -> Self {
        let next = year.saturating_add(1);
        Self {
            year,
            modified: format!("{year:04}-08-20T12:00:00.000Z"),
            first: format!("{year:04}-08-31"),
            fall_ends: format!("{next:04}-01-22"),
            spring_begins: format!("{next:04}-01-25"),
            last: format!("{next:04}-06-15"),
        }
    }

    /// The first and last day of the whole year or of one half of it.
    fn of_part(&self, part: Part) -> (&str, &str) {
        match part {
            Part::Year => (&self.first, &self.last),
            Part::Fall => (&self.first, &self.fall_ends),
            Part::Spring => (&self.spring_begins, &self.last),
        }
    }
}

/// A file in the making.
struct Sheet {
    name: &'static str,
    header: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn new(name: &'static str, header: &'static [&'static str]) -> Self {
        Self {
            name,
            header,
            rows: Vec::new(),
        }
    }

    /// A row by column; those not named are blank.
    fn row(&mut self, dates: &Dates, id: &str, values: &[(&str, &str)]) {
        let common = [
            ("sourcedId", id),
            ("status", "active"),
            ("dateLastModified", &dates.modified),
        ];
        let value = |column: &&str| {
            let found = common.iter().chain(values).find(|(name, _)| name == column);
            found.map_or(String::new(), |(_, value)| (*value).to_owned())
        };
        self.rows.push(self.header.iter().map(value).collect());
    }

    fn text(&self) -> String {
        let mut text = self.header.join(",") + "\n";
        for row in &self.rows {
            let row: Vec<String> = row.iter().map(|value| quoted(value)).collect();
            text.push_str(&row.join(","));
            text.push('\n');
        }
        text
    }
}

fn quoted(value: &str) -> String {
    if value.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

fn manifest(sheets: &[Sheet]) -> String {
    const FILES: [&str; 21] = [
        "academicSessions",
        "categories",
        "classResources",
        "classes",
        "courseResources",
        "courses",
        "demographics",
        "enrollments",
        "lineItemLearningObjectiveIds",
        "lineItemScoreScales",
        "lineItems",
        "orgs",
        "resources",
        "resultLearningObjectiveIds",
        "resultScoreScales",
        "results",
        "roles",
        "scoreScales",
        "userProfiles",
        "userResources",
        "users",
    ];
    let mut text = String::from("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
    for name in FILES {
        let there = sheets.iter().any(|sheet| sheet.name == name);
        text.push_str(&format!("file.{name},{}\n", if there { "bulk" } else { "absent" }));
    }
    text.push_str("source.systemName,Confer's sample district\nsource.systemCode,maple-harbor\n");
    text
}

fn orgs(dates: &Dates) -> Sheet {
    let mut sheet = Sheet::new(
        "orgs",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "name",
            "type",
            "identifier",
            "parentSourcedId",
            "metadata.phone",
        ],
    );
    sheet.row(
        dates,
        district::ID,
        &[
            ("name", district::NAME),
            ("type", "district"),
            ("metadata.phone", "860-555-0100"),
        ],
    );
    for school in &district::SCHOOLS {
        sheet.row(
            dates,
            school.id,
            &[
                ("name", school.name),
                ("type", "school"),
                ("parentSourcedId", district::ID),
                ("metadata.phone", school.phone),
            ],
        );
    }
    sheet
}

fn sessions(dates: &Dates) -> Sheet {
    let mut sheet = Sheet::new(
        "academicSessions",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "title",
            "type",
            "startDate",
            "endDate",
            "parentSourcedId",
            "schoolYear",
        ],
    );
    let (year, next) = (dates.year, dates.year.saturating_add(1));
    let whole = format!("year-{year}");
    for (id, title, kind, part, parent) in [
        (
            whole.clone(),
            format!("{year}-{next} School Year"),
            "schoolYear",
            Part::Year,
            "",
        ),
        (
            format!("fall-{year}"),
            format!("Fall {year}"),
            "semester",
            Part::Fall,
            &whole,
        ),
        (
            format!("spring-{next}"),
            format!("Spring {next}"),
            "semester",
            Part::Spring,
            &whole,
        ),
    ] {
        let (start, end) = dates.of_part(part);
        sheet.row(
            dates,
            &id,
            &[
                ("title", &title),
                ("type", kind),
                ("startDate", start),
                ("endDate", end),
                ("parentSourcedId", parent),
                ("schoolYear", &next.to_string()),
            ],
        );
    }
    sheet
}

fn classes(dates: &Dates, district: &District) -> Sheet {
    let mut sheet = Sheet::new(
        "classes",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "title",
            "grades",
            "courseSourcedId",
            "classCode",
            "classType",
            "location",
            "schoolSourcedId",
            "termSourcedIds",
            "subjects",
            "subjectCodes",
            "periods",
        ],
    );
    let terms = format!("fall-{},spring-{}", dates.year, dates.year.saturating_add(1));
    for homeroom in &district.homerooms {
        sheet.row(
            dates,
            &homeroom.id,
            &[
                ("title", &format!("Homeroom {}-{}", homeroom.grade, homeroom.number)),
                ("grades", homeroom.grade),
                ("classCode", &homeroom.id),
                ("classType", "homeroom"),
                ("schoolSourcedId", homeroom.school),
                ("termSourcedIds", &terms),
            ],
        );
    }
    sheet
}

fn enrollments(dates: &Dates, district: &District) -> Sheet {
    let mut sheet = Sheet::new(
        "enrollments",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "classSourcedId",
            "schoolSourcedId",
            "userSourcedId",
            "role",
            "primary",
            "beginDate",
            "endDate",
        ],
    );
    for place in &district.places {
        let (begin, end) = dates.of_part(place.part);
        sheet.row(
            dates,
            &format!("{}-{}", place.class, place.user),
            &[
                ("classSourcedId", &place.class),
                ("schoolSourcedId", place.school),
                ("userSourcedId", &place.user),
                ("role", place.role),
                ("primary", if place.role == "teacher" { "true" } else { "" }),
                ("beginDate", begin),
                ("endDate", end),
            ],
        );
    }
    sheet
}

fn users(dates: &Dates, district: &District) -> Sheet {
    let mut sheet = Sheet::new(
        "users",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "enabledUser",
            "username",
            "userIds",
            "givenName",
            "familyName",
            "middleName",
            "identifier",
            "email",
            "sms",
            "phone",
            "agentSourcedIds",
            "grades",
            "password",
            "userMasterIdentifier",
            "preferredGivenName",
            "preferredMiddleName",
            "preferredFamilyName",
            "primaryOrgSourcedId",
            "pronouns",
            "metadata.homeLanguage",
            "metadata.relation",
            "metadata.emergencyContactFor",
            "metadata.doNotContactFor",
            "metadata.designeeFor",
        ],
    );
    for person in &district.people {
        sheet.row(
            dates,
            &person.id,
            &[
                ("enabledUser", if person.disabled { "false" } else { "true" }),
                ("username", &person.id),
                ("givenName", &person.given),
                ("familyName", &person.family),
                ("email", &person.email),
                ("sms", &person.sms),
                ("phone", &person.phone),
                ("agentSourcedIds", &person.agents.join(",")),
                ("grades", &person.grades),
                ("preferredGivenName", &person.preferred),
                ("primaryOrgSourcedId", person.org()),
                ("metadata.homeLanguage", person.language),
                ("metadata.relation", person.relation),
                ("metadata.emergencyContactFor", &person.emergency_for.join(",")),
                ("metadata.doNotContactFor", &person.do_not_contact_for.join(",")),
                ("metadata.designeeFor", &person.designee_for.join(",")),
            ],
        );
    }
    sheet
}

fn roles(dates: &Dates, district: &District) -> Sheet {
    let mut sheet = Sheet::new(
        "roles",
        &[
            "sourcedId",
            "status",
            "dateLastModified",
            "userSourcedId",
            "roleType",
            "role",
            "beginDate",
            "endDate",
            "orgSourcedId",
            "userProfileSourcedId",
        ],
    );
    for person in &district.people {
        for (i, role) in person.roles.iter().enumerate() {
            let (begin, end) = dates.of_part(role.part);
            sheet.row(
                dates,
                &format!("{}-{}-{}", person.id, role.kind, role.org),
                &[
                    ("userSourcedId", &person.id),
                    ("roleType", if i == 0 { "primary" } else { "secondary" }),
                    ("role", role.kind),
                    ("beginDate", begin),
                    ("endDate", end),
                    ("orgSourcedId", role.org),
                ],
            );
        }
    }
    sheet
}

#[cfg(test)]
mod tests;
