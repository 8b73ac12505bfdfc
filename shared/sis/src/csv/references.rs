//! References to what the export does not describe. Objects may come in any order, so such a row is applied all the
//! same: the reference counts once the other arrives. In a file that is the whole, though, it is most likely a mistake.

use super::sheet::{self, Sheet};
use super::{Problem, Reading, Row, place};
use serde_json::Value;

/// Which fields of which file refer to which file. What Confer does not read is not looked at.
const REFERENCES: [(&str, &str, &Sheet); 7] = [
    ("orgs", "parent", &sheet::ORGS),
    ("academicSessions", "parent", &sheet::ACADEMIC_SESSIONS),
    ("classes", "school", &sheet::ORGS),
    ("users", "primaryOrg", &sheet::ORGS),
    ("users", "agents", &sheet::USERS),
    ("enrollments", "class", &sheet::CLASSES),
    ("enrollments", "user", &sheet::USERS),
];

impl Reading<'_> {
    /// Names what the row refers to and the whole of the other file lacks.
    pub(super) fn strange_references(&mut self, sheet: &Sheet, row: &Row) {
        if row.data.get("status").and_then(Value::as_str) == Some("tobedeleted") {
            return;
        }
        let mut strange = Vec::new();
        for (from, field, to) in REFERENCES {
            if from == sheet.name {
                strange.extend(self.strange(sheet, row, field, row.data.get(field), to));
            }
        }
        let roles = row.data.get("roles").and_then(Value::as_array);
        for (i, role) in roles.into_iter().flatten().enumerate() {
            let field = format!("roles[{i}].org");
            strange.extend(self.strange(sheet, row, &field, role.get("org"), &sheet::ORGS));
        }
        self.import.problems.extend(strange);
    }

    fn strange(&self, sheet: &Sheet, row: &Row, field: &str, value: Option<&Value>, to: &Sheet) -> Option<Problem> {
        let known = self.import.whole.get(to.name)?;
        let described = |reference: &Value| {
            let id = reference.get("sourcedId").and_then(Value::as_str);
            id.is_none_or(|id| known.contains(id))
        };
        let all_described = match value? {
            Value::Array(many) => many.iter().all(described),
            one => described(one),
        };
        let reason = format!(
            "refers to what {} does not describe: the row is applied, and this counts once the other is there",
            to.file()
        );
        (!all_described).then(|| place(sheet, row, field, reason))
    }
}
