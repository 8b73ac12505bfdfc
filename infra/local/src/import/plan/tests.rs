mod limit;

use super::*;
use sis::csv::Files;

/// A row of users.csv: id, status and when it was changed.
type Row<'a> = (&'a str, &'a str, &'a str);

const SEPTEMBER: &str = "2021-09-01T12:00:00Z";
const OCTOBER: &str = "2021-10-01T12:00:00Z";
const NOVEMBER: &str = "2021-11-01T12:00:00Z";
/// What the clock shows when an export is imported.
const NOW: &str = "2021-12-01T08:00:00Z";

/// An export in which everybody is a student.
fn export(mode: &str, users: &[Row]) -> Import {
    read(mode, users, csv::read)
}

fn read(mode: &str, users: &[Row], read: impl Fn(&Files, &str) -> Result<Import, csv::NotAnExport>) -> Import {
    let rows: String = users
        .iter()
        .map(|(id, status, at)| format!("{id},{status},{at},true,north,student,Ada,Byron,,,,,\n"))
        .collect();
    let header = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,familyName,email,sms,\
                  phone,agentSourcedIds,grades\n";
    let manifest = format!("propertyName,value\noneroster.version,1.1\nfile.users,{mode}\n");
    let files = Files::from([
        ("manifest.csv".to_owned(), manifest.into_bytes()),
        ("users.csv".to_owned(), format!("{header}{rows}").into_bytes()),
    ]);
    read(&files, SOURCE).unwrap()
}

/// What the table has after these events, the later ones over the older ones, as the table does it.
fn table(events: &[Value]) -> Vec<Known> {
    let mut table: BTreeMap<String, Known> = BTreeMap::new();
    for event in events {
        let read = sis::event::parse(event.to_string().as_bytes(), false, &Policy::default()).unwrap();
        let recorded = read[0].object.clone().unwrap();
        let known = Known::of(&recorded).unwrap();
        let newer = table.get(&known.id).is_none_or(|before| before.version < known.version);
        if newer {
            table.insert(known.id.clone(), known);
        }
    }
    table.into_values().collect()
}

fn plan(import: Import, known: &[Known]) -> Plan {
    Plan::new(import, known, &Policy::default(), NOW.parse().unwrap())
}

/// What is left after an import; it must be allowed.
fn after(known: &[Value], import: Import) -> Vec<Value> {
    let plan = plan(import, &table(known));
    [known, &plan.events, &plan.removals].concat()
}

fn active(events: &[Value]) -> Vec<String> {
    let active = table(events).into_iter().filter(|known| known.active);
    active.map(|known| known.id).collect()
}

fn ids(import: &Plan) -> Vec<&str> {
    let users = import.changes.get(&ObjectKind::User);
    users
        .map(|users| users.removed.iter().map(String::as_str).collect())
        .unwrap_or_default()
}

#[test]
fn what_changes_is_what_the_table_would_take() {
    let known = table(
        &export(
            "bulk",
            &[
                ("same", "active", SEPTEMBER),
                ("newer", "active", SEPTEMBER),
                ("older", "active", NOVEMBER),
                ("gone", "active", SEPTEMBER),
            ],
        )
        .events,
    );
    let rows = [
        ("same", "active", SEPTEMBER),
        ("newer", "active", OCTOBER),
        ("older", "active", OCTOBER),
        ("new", "active", OCTOBER),
    ];
    let plan = plan(export("bulk", &rows), &known);
    let changes = Changes {
        new: 1,
        changed: 1,
        unchanged: 2,
        removed: ["gone".to_owned()].into(),
    };
    assert_eq!(plan.changes, BTreeMap::from([(ObjectKind::User, changes)]));
    assert_eq!(plan.events.len(), 4, "all are sent: the table judges by itself");
}

#[test]
fn a_bulk_export_removes_whom_it_lacks_unless_they_changed_since() {
    let everybody = [
        ("a", "active", SEPTEMBER),
        ("b", "active", SEPTEMBER),
        ("late", "active", NOVEMBER),
    ];
    let known = table(&export("bulk", &everybody).events);
    let rows = [("a", "active", OCTOBER)];
    assert_eq!(ids(&plan(export("bulk", &rows), &known)), ["b"]);
    assert_eq!(ids(&plan(export("delta", &rows), &known)), Vec::<&str>::new());
    let later = [("a", "active", NOVEMBER)];
    assert_eq!(ids(&plan(export("bulk", &later), &known)), ["b", "late"]);
}

#[test]
fn a_removal_is_an_event_that_is_taken_and_leaves_the_student_one() {
    let known = export("bulk", &[("a", "active", SEPTEMBER), ("b", "active", SEPTEMBER)]).events;
    let after = after(&known, export("bulk", &[("a", "active", OCTOBER)]));
    let gone = table(&after).into_iter().find(|known| known.id == "b").unwrap();
    assert_eq!(
        (gone.active, gone.student, gone.modified),
        (false, false, OCTOBER.parse().unwrap())
    );
    assert_eq!(gone.removal["roles"][0]["role"], "student");
    assert_eq!(gone.removal["roles"][0]["org"]["sourcedId"], "north");
    assert!(!json!(gone).to_string().contains("Byron"));
}

#[test]
fn the_same_export_again_changes_nothing() {
    let mut events = export("bulk", &[("a", "active", SEPTEMBER), ("b", "active", SEPTEMBER)]).events;
    // Of the same instant, too: the day the whole roster was last touched.
    for at in [SEPTEMBER, OCTOBER] {
        let rows = [("a", "active", at)];
        events = after(&events, export("bulk", &rows));
        assert_eq!(active(&events), ["a"], "{at}");
        let again = plan(export("bulk", &rows), &table(&events));
        assert_eq!((again.removals.len(), ids(&again).len()), (0, 0), "{at}");
        assert_eq!(again.changes[&ObjectKind::User].unchanged, 1, "{at}");
    }
}

#[test]
fn whom_a_later_export_has_again_comes_back_though_unchanged() {
    let both = [("a", "active", SEPTEMBER), ("b", "active", SEPTEMBER)];
    let cut_short = [("a", "active", SEPTEMBER)];
    let mut events = export("bulk", &both).events;
    for _ in 0..3 {
        events = after(&events, export("bulk", &cut_short));
        assert_eq!(active(&events), ["a"]);
        events = after(&events, export("bulk", &both));
        assert_eq!(active(&events), ["a", "b"]);
        let again = plan(export("bulk", &both), &table(&events));
        assert_eq!(again.changes[&ObjectKind::User].unchanged, 2);
    }
}

#[test]
fn an_older_export_brings_nobody_back_and_removes_nobody_who_is_newer() {
    let first = [("a", "active", SEPTEMBER), ("left", "active", SEPTEMBER)];
    let mut events = export("bulk", &first).events;
    events = after(
        &events,
        export("bulk", &[("a", "active", SEPTEMBER), ("came", "active", NOVEMBER)]),
    );
    assert_eq!(active(&events), ["a", "came"]);
    let older = [
        ("a", "active", SEPTEMBER),
        ("left", "active", SEPTEMBER),
        ("b", "active", OCTOBER),
    ];
    events = after(&events, export("bulk", &older));
    assert_eq!(active(&events), ["a", "b", "came"]);
}

#[test]
fn whom_the_export_itself_calls_deleted_does_not_come_back() {
    let mut events = export("bulk", &[("a", "active", SEPTEMBER), ("b", "tobedeleted", SEPTEMBER)]).events;
    events = after(
        &events,
        export("bulk", &[("a", "active", OCTOBER), ("b", "tobedeleted", SEPTEMBER)]),
    );
    assert_eq!(active(&events), ["a"]);
}

#[test]
fn an_export_that_does_not_say_when_it_was_made_removes_nobody() {
    let known = export(
        "bulk",
        &[
            ("a", "active", SEPTEMBER),
            ("b", "active", SEPTEMBER),
            ("c", "active", NOVEMBER),
        ],
    )
    .events;
    let undated = [("a", "", "")];
    let unsaid = plan(export("bulk", &undated), &table(&known));
    assert_eq!(unsaid.removals, Vec::<Value>::new());
    assert_eq!(
        unsaid.notes,
        [
            "users.csv lacks 2 that are known, and nothing in the export says when it was made: they stay. Say with \
          --as-of when it was made"
        ]
    );
    let said = read("bulk", &undated, |files, source| {
        csv::read_as_of(files, source, OCTOBER.parse().unwrap())
    });
    let said = plan(said, &table(&known));
    assert_eq!(
        (ids(&said), said.notes.len(), said.changes[&ObjectKind::User].changed),
        (vec!["b"], 0, 1)
    );
}

#[test]
fn where_a_row_cannot_be_told_nobody_is_removed() {
    let known = export("bulk", &[("a", "active", SEPTEMBER), ("b", "active", SEPTEMBER)]).events;
    let plan = plan(
        export("bulk", &[("a", "active", OCTOBER), ("b,", "active", OCTOBER)]),
        &table(&known),
    );
    assert_eq!(plan.removals, Vec::<Value>::new());
    assert_eq!(
        plan.notes,
        [
            "users.csv has rows of which nobody can say what they describe: mend them, so that what the file lacks can be \
          removed"
        ]
    );
}

#[test]
fn a_date_that_is_yet_to_come_removes_nobody_and_brings_nobody_back() {
    let mut events = export("bulk", &[("a", "active", SEPTEMBER), ("b", "active", SEPTEMBER)]).events;
    events = after(
        &events,
        export("bulk", &[("a", "active", SEPTEMBER), ("c", "active", OCTOBER)]),
    );
    assert_eq!(active(&events), ["a", "c"]);
    let rows = |at| {
        [
            ("a", "active", at),
            ("b", "active", SEPTEMBER),
            ("new", "active", OCTOBER),
        ]
    };
    let wrong = plan(export("bulk", &rows("2121-08-20T12:00:00Z")), &table(&events));
    assert_eq!(
        wrong.notes,
        [
            "the newest date in the export is yet to come: 2121-08-20, of user a. So nobody is removed and nobody brought \
          back for being in the export or not. Mend such dates in the student information system, or what --as-of says, \
          and import again"
        ]
    );
    assert_eq!(wrong.removals, Vec::<Value>::new());
    let applied = [events.clone(), wrong.events].concat();
    assert_eq!(active(&applied), ["a", "c", "new"], "the rest is applied");

    // What a wrong time zone makes of today is today still.
    for (at, notes, left) in [
        ("2021-12-02T08:00:00Z", 0, &["a", "b", "new"][..]),
        ("2021-12-02T08:00:01Z", 1, &["a", "c", "new"]),
    ] {
        let plan = plan(export("bulk", &rows(at)), &table(&events));
        let all = [&events[..], &plan.events, &plan.removals].concat();
        assert_eq!(
            (plan.notes.len(), active(&all)),
            (notes, left.iter().map(|id| (*id).to_owned()).collect()),
            "{at}"
        );
    }
}
