//! STOP, START and wrong numbers: what becomes of messages to a number, for every child of whoever has it.

use super::{days, fates, letters, parent, run_of, text};
use domain::contact::Personal;
use domain::record::MessageStatus;
use serde_json::{Value, json};
use store::StoreError;
use store::contacts::News;
use store::outbox::Move;
use tests::town::{guardian, on_the_eve, student, user};

#[tokio::test]
async fn stop_silences_a_number_for_every_child_and_start_lets_it_speak_again() {
    let more = vec![
        parent("g-1", "860-555-0123", true),
        parent("g-2", "860-555-0124", false),
        student("bo", "a", &["g-1", "g-2"]),
        student("cy", "a", &["g-1"]),
    ];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    text(&local, "+18605550123", "STOP").await;
    local.to("2021-09-24").await;
    assert_eq!(days(&local, "g-1", "sms").await, ["2021-09-22"], "for both children");
    assert_eq!(
        days(&local, "g-1", "email").await,
        ["2021-09-22", "2021-09-24"],
        "e-mail goes on"
    );
    assert_eq!(
        days(&local, "g-2", "sms").await,
        ["2021-09-22", "2021-09-24"],
        "another number"
    );
    text(&local, "(860) 555-0123", "start").await;
    local.to("2021-09-28").await;
    assert_eq!(days(&local, "g-1", "sms").await, ["2021-09-22", "2021-09-28"]);
    let answers = local
        .inbox()
        .await
        .into_iter()
        .filter(|sent| sent["purpose"] == "answer");
    assert_eq!(answers.count(), 0, "neither is answered");
    let told = local
        .events()
        .await
        .into_iter()
        .filter(|event| event["type"] == "family_wrote");
    assert_eq!(told.count(), 0, "nor is it for the teacher");
}

#[tokio::test]
async fn a_message_that_waits_when_stop_comes_is_never_claimed() {
    let more = vec![parent("g-bo", "860-555-0123", true), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    run_of(&local, "2021-09-22").await;
    assert_eq!(fates(&local, "g-bo").await, ["email pending", "sms pending"]);
    text(&local, "+18605550123", "STOP").await;
    local.to("2021-09-22").await;
    assert_eq!(fates(&local, "g-bo").await, ["email sent", "sms cancelled"]);
    assert_eq!(letters(&local, "g-bo", "sms").await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_claim_that_did_not_see_stop_is_lost() {
    let more = vec![parent("g-bo", "860-555-0123", false), student("bo", "a", &["g-bo"])];
    let local = on_the_eve(&[], more).await;
    run_of(&local, "2021-09-22").await;
    let claimed = local.keeper.with(|world| {
        Box::pin(async move {
            let (table, now) = (&world.person.table, world.now());
            let id = "bo.m1".parse().unwrap();
            let seen = table.message(&id).await.unwrap().unwrap();
            let mut next = seen.clone();
            next.status = MessageStatus::Sending { lease_until: now };
            let claim = [Move { id, seen, next }];
            let number = world.settings.contacts.id(&Personal::new("+18605550123"));
            let contact = table.contact(&number).await.unwrap();
            // The sender has looked; now STOP comes.
            assert!(table.note_contact(&number, News::Stopped, now).await.unwrap());
            let lost = table.claim_messages(&claim, &number, &contact).await;
            let contact = table.contact(&number).await.unwrap();
            // One that has seen it would not be lost: nothing else was wrong with the claim.
            (lost, table.claim_messages(&claim, &number, &contact).await)
        })
    });
    let (lost, seen) = claimed.await.unwrap();
    assert!(matches!(lost, Err(StoreError::LostRace)), "{lost:?}");
    assert!(seen.is_ok(), "{seen:?}");
}

#[tokio::test]
async fn a_wrong_number_is_nobodys_for_all_children_as_a_telephone_too() {
    let more = vec![
        user("g-1", 1, json!({"sms": "860-555-0123", "phone": "(860) 555-0123"})),
        guardian("g-2"),
        student("bo", "a", &["g-1"]),
        student("cy", "a", &["g-1", "g-2"]),
    ];
    let local = on_the_eve(&[], more).await;
    local.to("2021-09-22").await;
    text(&local, "+18605550123", "wrong number").await;
    local.to("2021-09-24").await;
    assert_eq!(days(&local, "g-1", "sms").await, ["2021-09-22"]);
    assert_eq!(
        local.tasks_of("bo").await,
        ["reach_family open", "repair_contact open"],
        "nothing is left"
    );
    assert_eq!(
        local.tasks_of("cy").await,
        Vec::<String>::new(),
        "the other parent is left"
    );
    assert_eq!(days(&local, "g-2", "email").await, ["2021-09-22", "2021-09-24"]);
}
