//! Where the policy is not met.

use super::{District, Section};
use chrono::NaiveDate;
use domain::ids::{ConferenceId, UserId};
use domain::policy::Policy;
use domain::record::StudentRecord;

/// Every section.
pub(super) fn sections(district: &District<'_>, policy: &Policy) -> Vec<Section> {
    let since = policy.document_needed_since;
    vec![
        district.section(
            [
                "nobody_to_call",
                "Students of whom nobody is known to call but their guardians (R6)",
                "the family is asked once a school year; a principal who checks on the family finds only whom nobody could reach",
                "metadata.emergencyContactFor of somebody who is no guardian; or the family names somebody on its page",
            ],
            district.students_with(|_, record, _| nobody_to_call(record, district.today)),
        ),
        district.section(
            [
                "held_without_document",
                "Remote conferences held before the state's document had reached the parent (R8)",
                "they are reported as not compliant",
                "where it was handed over and not written down: hand_over_document, with its day",
            ],
            district.students_with(|student, record, _| held_without_document(student, record, since)),
        ),
    ]
}

/// Whether the family was asked for somebody to call, where nobody is known.
fn nobody_to_call(record: &StudentRecord, today: NaiveDate) -> Vec<Option<String>> {
    if record.has_somebody_to_call(today) {
        return Vec::new();
    }
    let why = if record.is_asked_whom_to_call(today) {
        "asked this school year"
    } else {
        "not asked yet this school year"
    };
    vec![Some(why.to_owned())]
}

fn held_without_document(student: &UserId, record: &StudentRecord, since: NaiveDate) -> Vec<Option<String>> {
    let numbers = record.conferences.keys().copied();
    let missing = numbers.filter(|n| record.document_missing(*n, since));
    let id = |n: u32| ConferenceId {
        student: student.clone(),
        n,
    };
    missing.map(|n| Some(id(n).to_string())).collect()
}
