//! Bugs about the table: conditions that are left out, races that are not minded, rows that are forgotten.

use super::Planted;

const STUDENTS: &str = "shared/store/src/students.rs";
const OBJECTS: &str = "shared/store/src/objects.rs";

pub const BUGS: &[Planted] = &[
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
