//! Bugs about the table: conditions that are left out, races that are not minded, rows that are forgotten.

use super::Planted;

const STUDENTS: &str = "shared/store/src/students.rs";
const OBJECTS: &str = "shared/store/src/objects.rs";
const OUTBOX: &str = "shared/store/src/outbox.rs";
const CHANGE: &str = "shared/runtime/src/change.rs";

pub const BUGS: &[Planted] = &[
    Planted {
        name: "commit_without_condition",
        why: "a commit does not ask whether the record is still the one that was loaded",
        edits: &[(
            STUDENTS,
            r#".condition_expression("revision = :seen")"#,
            r#".condition_expression(if PLANTED! { "revision = :seen OR attribute_exists(PK)" } else { "revision = :seen" })"#,
        )],
    },
    Planted {
        name: "revision_not_raised",
        why: "a commit writes the record, and leaves its revision at what it was first",
        edits: &[(
            STUDENTS,
            r#"("revision".into(), number(record.revision)),"#,
            r#"("revision".into(), number(if PLANTED! { record.revision.min(1) } else { record.revision })),"#,
        )],
    },
    Planted {
        name: "read_in_part_passes_for_whole",
        why: "a Query is taken for a snapshot, whichever of its rows were read before a commit and whichever after",
        edits: &[(
            STUDENTS,
            "if !is_whole(&rows) && !stays {",
            "if !PLANTED! && !is_whole(&rows) && !stays {",
        )],
    },
    Planted {
        name: "lost_race_decides_on_what_it_had",
        why: "after a lost race only the revision is read again, and what was decided before is written on top",
        edits: &[(
            CHANGE,
            "Err(StoreError::LostRace) => calendars = &fresh,",
            "Err(StoreError::LostRace) if PLANTED! => {
                    let revision = self.table.load(student).await.map_err(Failure::from)?.revision;
                    loaded = Some(StudentRecord { revision, ..before });
                }
                Err(StoreError::LostRace) => calendars = &fresh,",
        )],
    },
    Planted {
        name: "lost_race_passes_for_done",
        why: "who loses a race believes that the other did the same",
        edits: &[(
            CHANGE,
            "match self.table.commit(&before, &decision, &commit).await {",
            "match self.table.commit(&before, &decision, &commit).await {\n                Err(StoreError::LostRace) if PLANTED! => return Ok(decision),",
        )],
    },
    Planted {
        name: "claim_without_fence",
        why: "messages are claimed, and settled, without asking whether they are still as they were seen",
        edits: &[(
            OUTBOX,
            r##"put.condition_expression("#status = :status AND claims = :claims")"##,
            r##"put.condition_expression(if PLANTED! { "#status <> :status OR claims <> :claims OR attribute_exists(PK)" } else { "#status = :status AND claims = :claims" })"##,
        )],
    },
    Planted {
        name: "due_today_only",
        why: "the run asks for who is due on its day, = for <=: who was due on a day without a run is forgotten",
        edits: &[(
            STUDENTS,
            r#"after.map_or("0".into(), "#,
            r#"after.map_or(if PLANTED! { until.to_string() } else { "0".into() }, "#,
        )],
    },
    Planted {
        name: "off_the_outbox_before_it_is_on_the_queue",
        why: "the sweep takes rows off the outbox, then sends their work",
        edits: &[(
            "functions/outbox-relay/src/lib.rs",
            "relay(app, rows.iter().cloned()).await?;",
            "for row in rows.iter().filter(|_| PLANTED!) {
                app.table.relayed(row, now + TimeDelta::days(4000)).await?;
            }
            relay(app, rows.iter().cloned()).await?;",
        )],
    },
    Planted {
        name: "older_object_wins",
        why: "of two states of an object the one that came last is kept",
        edits: &[(
            OBJECTS,
            r#"put.condition_expression("attribute_not_exists(PK) OR version < :version")"#,
            r#"put.condition_expression(if PLANTED! { "attribute_not_exists(PK) OR version <> :version" } else { "attribute_not_exists(PK) OR version < :version" })"#,
        )],
    },
    Planted {
        name: "receipt_before_the_object",
        why: "the receipt of an event is written first, then its object: between the two it may be lost",
        edits: &[
            (
                OBJECTS,
                "let mut object = object;\n        loop {",
                r#"let mut object = object;
        let apart = PLANTED!;
        if apart {
            let write = self.put(receipt.clone(), |put| put.condition_expression("attribute_not_exists(PK)"))?;
            match self.client.transact_write_items().transact_items(write).send().await.map_err(StoreError::from) {
                Ok(_) => {}
                Err(StoreError::LostRace) => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        loop {"#,
            ),
            (
                OBJECTS,
                "put.condition_expression(\"attribute_not_exists(PK)\")\n            })?];",
                "put.condition_expression(if apart { \"attribute_exists(PK)\" } else { \"attribute_not_exists(PK)\" })\n            })?];",
            ),
        ],
    },
    Planted {
        name: "some_are_recorded_all_are_acknowledged",
        why: "a request is answered with 202 although one of its events could not be recorded",
        edits: &[(
            "functions/sis-webhook/src/lib.rs",
            "Err(error) => failed = Some(error),",
            "Err(error) => failed = Some(error).filter(|_| !PLANTED!),",
        )],
    },
];
