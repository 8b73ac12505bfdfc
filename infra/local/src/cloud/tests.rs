use super::*;
use aws_sdk_dynamodb::Client as Dynamo;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue as Value, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType,
    Projection, ProjectionType, Put, ReturnConsumedCapacity, ReturnValuesOnConditionCheckFailure, ScalarAttributeType,
    StreamSpecification, StreamViewType, TransactWriteItem, Update,
};
use aws_sdk_sesv2::types::{
    Attachment as Attached, Body, Content, Destination, EmailContent, Message, MessageTag, RawMessage,
};
use aws_sdk_sns::types::MessageAttributeValue;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use chrono::{Duration, TimeZone};
use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

const TABLE: &str = "confer";

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "confer-cloud-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        Self(std::env::temp_dir().join(name))
    }

    fn open(&self) -> Cloud {
        Cloud::open(Some(&self.0), None).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2021, 9, 22, 12, 0, 0).unwrap()
}

fn in_memory() -> Cloud {
    Cloud::open(None, Some(start())).unwrap()
}

fn dynamo(cloud: &Cloud) -> Dynamo {
    Dynamo::new(&cloud.sdk_config("escalate"))
}

fn s(text: impl Into<String>) -> Value {
    Value::S(text.into())
}

fn key(name: &str, kind: KeyType) -> KeySchemaElement {
    KeySchemaElement::builder()
        .attribute_name(name)
        .key_type(kind)
        .build()
        .unwrap()
}

async fn create_table(client: &Dynamo) {
    let attribute = |name: &str| {
        let kind = ScalarAttributeType::S;
        let builder = AttributeDefinition::builder().attribute_name(name).attribute_type(kind);
        builder.build().unwrap()
    };
    let index = GlobalSecondaryIndex::builder()
        .index_name("work")
        .key_schema(key("G1PK", KeyType::Hash))
        .key_schema(key("G1SK", KeyType::Range))
        .projection(Projection::builder().projection_type(ProjectionType::KeysOnly).build());
    let stream = StreamSpecification::builder()
        .stream_enabled(true)
        .stream_view_type(StreamViewType::NewAndOldImages);
    client
        .create_table()
        .table_name(TABLE)
        .billing_mode(BillingMode::PayPerRequest)
        .set_attribute_definitions(Some(["PK", "SK", "G1PK", "G1SK"].map(attribute).to_vec()))
        .key_schema(key("PK", KeyType::Hash))
        .key_schema(key("SK", KeyType::Range))
        .global_secondary_indexes(index.build().unwrap())
        .stream_specification(stream.build().unwrap())
        .send()
        .await
        .unwrap();
}

async fn put(client: &Dynamo, pk: &str, n: usize) {
    client
        .put_item()
        .table_name(TABLE)
        .item("PK", s(pk))
        .item("SK", s(format!("{n:06}")))
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn dynamodb_answers_in_the_sdks_own_types() {
    let cloud = in_memory();
    let client = dynamo(&cloud);
    create_table(&client).await;
    let described = client.describe_table().table_name(TABLE).send().await.unwrap();
    assert_eq!(described.table().unwrap().global_secondary_indexes().len(), 1);
    let answer = client
        .put_item()
        .table_name(TABLE)
        .item("PK", s("STUDENT#1"))
        .item("SK", s("!"))
        .item("revision", Value::N("1".into()))
        .item("G1PK", s("DUE#01"))
        .item("G1SK", s("2021-09-22#1"))
        .item("tags", Value::Ss(vec!["a".into(), "b".into()]))
        .return_consumed_capacity(ReturnConsumedCapacity::Indexes)
        .send()
        .await
        .unwrap();
    let capacity = answer.consumed_capacity().unwrap();
    assert_eq!(
        capacity.capacity_units(),
        Some(2.0),
        "one for the table, one for the index"
    );
    assert_eq!(capacity.global_secondary_indexes().unwrap().len(), 1);

    let refused = client
        .transact_write_items()
        .transact_items(revise(7))
        .transact_items(
            TransactWriteItem::builder()
                .put(
                    Put::builder()
                        .table_name(TABLE)
                        .item("PK", s("STUDENT#1"))
                        .item("SK", s("AUDIT#1"))
                        .build()
                        .unwrap(),
                )
                .build(),
        )
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    let TransactWriteItemsError::TransactionCanceledException(refused) = refused else {
        panic!("{refused:?}");
    };
    let reasons = refused.cancellation_reasons();
    assert_eq!(reasons[0].code(), Some("ConditionalCheckFailed"));
    assert_eq!(reasons[0].item().unwrap()["revision"], Value::N("1".into()));
    assert_eq!(reasons[1].code(), Some("None"));

    let due = client
        .query()
        .table_name(TABLE)
        .index_name("work")
        .key_condition_expression("G1PK = :pk AND G1SK <= :day")
        .expression_attribute_values(":pk", s("DUE#01"))
        .expression_attribute_values(":day", s("2021-09-22$"))
        .return_consumed_capacity(ReturnConsumedCapacity::Total)
        .send()
        .await
        .unwrap();
    assert_eq!(due.count(), 1);
    assert!(due.consumed_capacity().is_some());
    assert_eq!(
        cloud.items(TABLE),
        [serde_json::json!({
            "PK": "STUDENT#1", "SK": "!", "revision": 1, "G1PK": "DUE#01", "G1SK": "2021-09-22#1", "tags": ["a", "b"],
        })]
    );
    assert_eq!(cloud.items("no-such-table"), Vec::<serde_json::Value>::new());
    let operations: Vec<String> = cloud.calls().into_iter().map(|call| call.operation).collect();
    assert_eq!(
        operations,
        ["CreateTable", "DescribeTable", "PutItem", "TransactWriteItems", "Query"]
    );
    assert_eq!(&*cloud.calls()[0].function, "escalate");
    cloud.clear_calls();
    assert!(cloud.calls().is_empty());
}

fn revise(seen: u64) -> TransactWriteItem {
    let update = Update::builder()
        .table_name(TABLE)
        .key("PK", s("STUDENT#1"))
        .key("SK", s("!"))
        .update_expression("SET revision = :next")
        .condition_expression("revision = :seen")
        .expression_attribute_values(":seen", Value::N(seen.to_string()))
        .expression_attribute_values(":next", Value::N((seen + 1).to_string()))
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    TransactWriteItem::builder().update(update.build().unwrap()).build()
}

#[tokio::test]
async fn every_operation_the_functions_use_is_there() {
    let cloud = in_memory();
    let client = dynamo(&cloud);
    create_table(&client).await;
    put(&client, "A", 1).await;
    put(&client, "A", 2).await;
    let key = || std::collections::HashMap::from([("PK".to_owned(), s("A")), ("SK".to_owned(), s("000001"))]);
    let got = client
        .get_item()
        .table_name(TABLE)
        .set_key(Some(key()))
        .consistent_read(true)
        .send()
        .await
        .unwrap();
    assert!(got.item().is_some());
    let updated = client
        .update_item()
        .table_name(TABLE)
        .set_key(Some(key()))
        .update_expression("SET held = :yes")
        .expression_attribute_values(":yes", Value::Bool(true))
        .return_values(aws_sdk_dynamodb::types::ReturnValue::AllNew)
        .send()
        .await
        .unwrap();
    assert_eq!(updated.attributes().unwrap()["held"], Value::Bool(true));
    let keys = aws_sdk_dynamodb::types::KeysAndAttributes::builder()
        .keys(key())
        .build()
        .unwrap();
    let batch = client.batch_get_item().request_items(TABLE, keys).send().await.unwrap();
    assert_eq!(batch.responses().unwrap()[TABLE].len(), 1);
    let get = aws_sdk_dynamodb::types::Get::builder()
        .table_name(TABLE)
        .set_key(Some(key()))
        .build()
        .unwrap();
    let get = aws_sdk_dynamodb::types::TransactGetItem::builder().get(get).build();
    let transact = client.transact_get_items().transact_items(get).send().await.unwrap();
    assert_eq!(transact.responses().len(), 1);
    let delete = aws_sdk_dynamodb::types::DeleteRequest::builder()
        .set_key(Some(key()))
        .build()
        .unwrap();
    let delete = aws_sdk_dynamodb::types::WriteRequest::builder()
        .delete_request(delete)
        .build();
    let written = client
        .batch_write_item()
        .request_items(TABLE, vec![delete])
        .send()
        .await
        .unwrap();
    assert!(written.unprocessed_items().is_none_or(|left| left.is_empty()));
    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 1);
    let delete = client
        .delete_item()
        .table_name(TABLE)
        .key("PK", s("A"))
        .key("SK", s("000002"));
    delete.send().await.unwrap();
    assert_eq!(cloud.items(TABLE).len(), 0);
    let wrong = client
        .get_item()
        .table_name(TABLE)
        .key("PK", s("A"))
        .send()
        .await
        .unwrap_err();
    assert!(format!("{wrong:?}").contains("ValidationException"), "{wrong:?}");
    let unknown = client.list_backups().send().await.unwrap_err();
    assert!(
        format!("{unknown:?}").contains("UnknownOperationException"),
        "{unknown:?}"
    );
}

#[tokio::test]
async fn a_transaction_that_comes_again_with_its_token_is_answered_and_not_repeated() {
    let cloud = in_memory();
    let client = dynamo(&cloud);
    create_table(&client).await;
    let item = [
        ("PK", s("STUDENT#1")),
        ("SK", s("!")),
        ("revision", Value::N("1".into())),
    ];
    let item = item.map(|(name, value)| (name.to_owned(), value)).into();
    client
        .put_item()
        .table_name(TABLE)
        .set_item(Some(item))
        .send()
        .await
        .unwrap();
    let revised = |seen| {
        let transaction = client.transact_write_items().client_request_token("token");
        transaction.transact_items(revise(seen)).send()
    };
    revised(1).await.unwrap();
    revised(1).await.unwrap();
    assert_eq!(cloud.items(TABLE)[0]["revision"], 2);
    let other = revised(2).await.unwrap_err().into_service_error();
    assert!(other.is_idempotent_parameter_mismatch_exception(), "{other:?}");
}

#[tokio::test]
async fn the_stream_comes_in_order_and_goes_on_where_it_was() {
    let folder = Folder::new();
    let cloud = Cloud::open(Some(&folder.0), Some(start())).unwrap();
    assert!(cloud.stream(TABLE, 10).is_empty(), "there is no table yet");
    let client = dynamo(&cloud);
    create_table(&client).await;
    for n in 0..5 {
        put(&client, "A", n).await;
    }
    let first = cloud.stream(TABLE, 2);
    assert_eq!(cloud.stream(TABLE, 2), first, "nothing was acknowledged");
    assert_eq!(first.len(), 2);
    assert_eq!(first[0].event_name, "INSERT");
    let sk = |record: &aws_lambda_events::dynamodb::EventRecord| format!("{:?}", record.change.new_image.get("SK"));
    assert!(sk(&first[0]).contains("000000"), "{}", sk(&first[0]));
    assert!(sk(&first[1]).contains("000001"));
    cloud.stream_done(first[1].change.sequence_number.as_deref().unwrap());
    drop((client, cloud));

    let cloud = folder.open();
    assert_eq!(cloud.changed_items(), 5);
    let rest = cloud.stream(TABLE, 100);
    assert_eq!(rest.len(), 3);
    assert!(sk(&rest[0]).contains("000002"));
    let numbers: Vec<_> = rest
        .iter()
        .map(|record| record.change.sequence_number.clone())
        .collect();
    assert!(numbers.is_sorted());
    cloud.stream_done(numbers[2].as_deref().unwrap());
    assert!(cloud.stream(TABLE, 100).is_empty());

    let client = dynamo(&cloud);
    let delete = client
        .delete_item()
        .table_name(TABLE)
        .key("PK", s("A"))
        .key("SK", s("000004"));
    delete.send().await.unwrap();
    let last = cloud.stream(TABLE, 100);
    assert_eq!(last[0].event_name, "REMOVE");
    assert!(last[0].change.old_image.get("SK").is_some());
    assert_eq!(cloud.changed_items(), 6);
}

#[tokio::test]
async fn what_dynoxide_reads_of_the_stream_at_each_write_is_found_by_the_index() {
    let cloud = in_memory();
    create_table(&dynamo(&cloud)).await;
    for query in [
        "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'confer'",
        "SELECT event_name FROM _stream_records WHERE table_name = 'confer' AND shard_id = 's' \
         AND CAST(sequence_number AS INTEGER) > 5 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 3",
        "DELETE FROM _stream_records WHERE CAST(sequence_number AS INTEGER) <= 5 \
         AND table_name IN (SELECT table_name FROM _tables WHERE stream_enabled = 1)",
    ] {
        let plan = cloud.0.engine.side(|side| {
            let mut plan = side.prepare(&format!("EXPLAIN QUERY PLAN {query}"))?;
            let steps = plan.query_map([], |row| row.get::<_, String>(3))?;
            steps.collect::<rusqlite::Result<Vec<_>>>()
        });
        let plan = plan.unwrap().join("; ");
        assert!(plan.contains("confer_stream_records (table_name="), "{query}: {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{query}: {plan}");
    }
}

#[tokio::test]
async fn sqs_puts_messages_on_queues() {
    let cloud = in_memory();
    let client = aws_sdk_sqs::Client::new(&cloud.sdk_config("daily-detection"));
    let sent = client
        .send_message()
        .queue_url(Cloud::queue_url("escalate"))
        .message_body("one")
        .send()
        .await
        .unwrap();
    let entry = |id: &str| {
        let builder = SendMessageBatchRequestEntry::builder()
            .id(id)
            .message_body(format!("body {id}"));
        builder.build().unwrap()
    };
    let batch = client.send_message_batch().queue_url("local:///escalate");
    let sent_batch = batch.entries(entry("a")).entries(entry("b")).send().await.unwrap();
    assert_eq!(sent_batch.successful().len(), 2);
    assert_eq!(sent_batch.successful()[1].id(), "b");
    assert_eq!(cloud.visible_queues(), ["escalate"]);
    let received = cloud.receive("escalate", 2);
    assert_eq!(received[0].id, sent.message_id().unwrap());
    assert_eq!(
        received.iter().map(|it| it.body.as_str()).collect::<Vec<_>>(),
        ["one", "body a"]
    );
    let figures = |name: &str, visible, in_flight| QueueFigures {
        name: name.to_owned(),
        visible,
        in_flight,
    };
    assert_eq!(
        cloud.queues(),
        [figures("escalate", 1, 2), figures("escalate-dlq", 0, 0)]
    );
    cloud.delete("escalate", &received[0].receipt);
    cloud.delete("escalate", "no such receipt");
    cloud.give_back("escalate", &received[1].receipt);
    cloud.give_back("escalate", &received[1].receipt);
    let again = cloud.receive("escalate", 10);
    assert_eq!(
        again.iter().map(|it| it.body.as_str()).collect::<Vec<_>>(),
        ["body b", "body a"]
    );
    assert_eq!(again[1].receive_count, 2);
    let twice = client.send_message_batch().queue_url("local:///escalate");
    let twice = twice
        .entries(entry("a"))
        .entries(entry("a"))
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    assert!(twice.is_batch_entry_ids_not_distinct(), "{twice:?}");
}

#[test]
fn a_message_given_back_five_times_is_a_dead_letter() {
    let folder = Folder::new();
    let cloud = folder.open();
    cloud.send("send-sms", "poison");
    for count in 1..=5 {
        let received = cloud.receive("send-sms", 1).remove(0);
        assert_eq!(received.receive_count, count);
        cloud.give_back("send-sms", &received.receipt);
    }
    assert!(cloud.receive("send-sms", 1).is_empty());
    assert!(cloud.visible_queues().is_empty());
    drop(cloud);
    let cloud = folder.open();
    assert!(cloud.receive("send-sms", 1).is_empty());
    let dead = cloud.receive("send-sms-dlq", 1).remove(0);
    assert_eq!((dead.body.as_str(), dead.receive_count), ("poison", 6));
    cloud.give_back("send-sms-dlq", &dead.receipt);
    assert_eq!(
        cloud.receive("send-sms-dlq", 1).len(),
        1,
        "a dead letter stays where it is"
    );
}

#[tokio::test]
async fn sms_and_email_arrive_in_the_inbox() {
    let folder = Folder::new();
    let cloud = Cloud::open(Some(&folder.0), Some(start())).unwrap();
    let sns = aws_sdk_sns::Client::new(&cloud.sdk_config("send-sms"));
    let attribute = MessageAttributeValue::builder()
        .data_type("String")
        .string_value("m1.1 & é")
        .build()
        .unwrap();
    let published = sns
        .publish()
        .phone_number("+13125550143")
        .message("Ana + Luis = 100% & más…")
        .message_attributes("send-id", attribute)
        .send()
        .await
        .unwrap();
    let ses = aws_sdk_sesv2::Client::new(&cloud.sdk_config("send-email"));
    let content = |text: &str| Content::builder().data(text).build().unwrap();
    let calendar = Attached::builder()
        .file_name("invite.ics")
        .content_type("text/calendar")
        .raw_content(aws_sdk_sesv2::primitives::Blob::new("BEGIN:VCALENDAR"));
    let message = Message::builder()
        .subject(content("Your conference"))
        .body(
            Body::builder()
                .text(content("plain"))
                .html(content("<p>rich</p>"))
                .build(),
        )
        .attachments(calendar.build().unwrap());
    let sent = ses
        .send_email()
        .from_email_address("school@example.org")
        .destination(Destination::builder().to_addresses("ana@example.com").build())
        .content(EmailContent::builder().simple(message.build()).build())
        .email_tags(MessageTag::builder().name("send-id").value("m2-1").build().unwrap())
        .send()
        .await
        .unwrap();
    let raw = RawMessage::builder().data(aws_sdk_sesv2::primitives::Blob::new("Subject: hi\r\n\r\nhi"));
    let raw = EmailContent::builder().raw(raw.build().unwrap()).build();
    ses.send_email().content(raw).send().await.unwrap();

    let inbox = cloud.inbox();
    assert_eq!(inbox.len(), 3);
    let (sms, email) = (&inbox[0], &inbox[1]);
    assert_eq!(Some(sms.id.as_str()), published.message_id());
    assert_eq!((sms.channel, sms.to.as_str()), (Channel::Sms, "+13125550143"));
    assert_eq!(sms.body.as_deref(), Some("Ana + Luis = 100% & más…"));
    assert_eq!(sms.tags["send-id"], "m1.1 & é");
    assert_eq!(sms.sent_at, start());
    assert_eq!(Some(email.id.as_str()), sent.message_id());
    assert_eq!((email.channel, email.to.as_str()), (Channel::Email, "ana@example.com"));
    assert_eq!(email.subject.as_deref(), Some("Your conference"));
    assert_eq!(email.text.as_deref(), Some("plain"));
    assert_eq!(email.html.as_deref(), Some("<p>rich</p>"));
    assert_eq!(email.attachments[0].content, "BEGIN:VCALENDAR");
    assert_eq!(email.tags["send-id"], "m2-1");
    assert_eq!(inbox[2].raw.as_deref(), Some("Subject: hi\r\n\r\nhi"));
    assert!(
        !format!("{inbox:?}").contains("ana@"),
        "a log never shows who it went to"
    );
    assert_eq!(serde_json::json!(sms)["channel"], "sms");

    let nobody = sns
        .publish()
        .message("to nobody")
        .send()
        .await
        .unwrap_err()
        .into_service_error();
    assert!(nobody.is_invalid_parameter_exception(), "{nobody:?}");
    drop((sns, ses, cloud));
    let cloud = folder.open();
    assert_eq!(cloud.inbox(), inbox);
}

#[test]
fn a_folder_keeps_its_clock_and_its_queues() {
    let folder = Folder::new();
    let cloud = Cloud::open(Some(&folder.0), Some(start())).unwrap();
    assert!(cloud.standing());
    cloud.set_now(start() + Duration::days(3));
    cloud.set_now(start());
    assert_eq!(cloud.now(), start() + Duration::days(3));
    assert_eq!(cloud.today().to_string(), "2021-09-25");
    for body in ["one", "two", "three"] {
        cloud.send("escalate", body);
    }
    let received = cloud.receive("escalate", 2);
    cloud.delete("escalate", &received[0].receipt);

    let refused = Cloud::open(Some(&folder.0), None).err().unwrap();
    let dir = folder.0.display();
    let pid = std::process::id();
    assert_eq!(
        refused.to_string(),
        format!("{dir} is in use by another confer process (pid {pid}): stop it, or choose another --data folder")
    );
    drop(cloud);

    let cloud = Cloud::open(Some(&folder.0), Some(start())).unwrap();
    assert_eq!(
        cloud.now(),
        start() + Duration::days(3),
        "where it stood, not where it was asked to start"
    );
    let bodies: Vec<_> = cloud.receive("escalate", 9).into_iter().map(|it| it.body).collect();
    assert_eq!(bodies, ["two", "three"], "what was in flight waits again");
    cloud.send("escalate", "four");
    assert_eq!(cloud.receive("escalate", 9).len(), 1);
}

#[test]
fn without_a_start_the_clock_runs_and_is_not_moved() {
    let folder = Folder::new();
    let cloud = folder.open();
    assert!(!cloud.standing());
    let before = cloud.now();
    cloud.set_now(before + Duration::days(9));
    assert!(cloud.now() >= before && cloud.now() < before + Duration::days(1));
    drop(cloud);
    let cloud = Cloud::open(Some(&folder.0), Some(start())).unwrap();
    assert!(!cloud.standing(), "a folder that was used keeps the clock it has");
}

fn fault(json: serde_json::Value) -> Fault {
    serde_json::from_value(json).unwrap()
}

async fn put_once(client: &Dynamo) -> Result<(), SdkError<aws_sdk_dynamodb::operation::put_item::PutItemError>> {
    let put = client
        .put_item()
        .table_name(TABLE)
        .item("PK", s("A"))
        .item("SK", s("1"));
    put.send().await.map(|_| ())
}

#[tokio::test]
async fn faults_meet_the_calls_they_are_for() {
    let cloud = in_memory();
    let client = dynamo(&cloud);
    create_table(&client).await;
    cloud.add_fault(fault(
        serde_json::json!({"service": "dynamodb", "fault": "throttle", "times": 1}),
    ));
    let throttled = put_once(&client).await.unwrap_err().into_service_error();
    assert!(
        throttled.is_provisioned_throughput_exceeded_exception(),
        "{throttled:?}"
    );
    cloud.add_fault(fault(
        serde_json::json!({"service": "dynamodb", "fault": "error", "times": 2}),
    ));
    for _ in 0..2 {
        let failed = put_once(&client).await.unwrap_err().into_service_error();
        assert!(failed.is_internal_server_error(), "{failed:?}");
    }
    cloud.add_fault(fault(serde_json::json!({"fault": "timeout"})));
    let late = put_once(&client).await.unwrap_err();
    assert!(
        matches!(&late, SdkError::DispatchFailure(failure) if failure.is_timeout()),
        "{late:?}"
    );
    assert!(cloud.items(TABLE).is_empty(), "none of them had an effect");

    cloud.add_fault(fault(serde_json::json!({"fault": "timeout_after_effect", "skip": 1})));
    put_once(&client).await.unwrap();
    let late = put_once(&client).await.unwrap_err();
    assert!(
        matches!(&late, SdkError::DispatchFailure(failure) if failure.is_timeout()),
        "{late:?}"
    );
    assert_eq!(cloud.changed_items(), 2);

    for elsewhere in [
        serde_json::json!({"service": "sqs", "fault": "error"}),
        serde_json::json!({"function": "send-sms", "fault": "error"}),
        serde_json::json!({"on": "2021-09-23", "fault": "error"}),
    ] {
        cloud.add_fault(fault(elsewhere));
    }
    put_once(&client).await.unwrap();
    cloud.set_now(start() + Duration::days(1));
    put_once(&client).await.unwrap_err();
    cloud.healed();
    put_once(&client).await.unwrap();
}

#[tokio::test]
async fn the_other_services_fail_in_their_own_words() {
    let cloud = in_memory();
    let config = cloud.sdk_config("send-email");
    let sqs = aws_sdk_sqs::Client::new(&config);
    let sns = aws_sdk_sns::Client::new(&config);
    let ses = aws_sdk_sesv2::Client::new(&config);
    for kind in ["throttle", "error"] {
        cloud.add_fault(fault(serde_json::json!({"fault": kind, "times": 3})));
        let sqs = sqs
            .send_message()
            .queue_url("local:///q")
            .message_body("b")
            .send()
            .await
            .unwrap_err();
        let sns = sns.publish().phone_number("+1").message("m").send().await.unwrap_err();
        let raw = RawMessage::builder()
            .data(aws_sdk_sesv2::primitives::Blob::new("x"))
            .build()
            .unwrap();
        let content = EmailContent::builder().raw(raw).build();
        let ses = ses.send_email().content(content).send().await.unwrap_err();
        let statuses = [
            sqs.raw_response().unwrap().status().as_u16(),
            sns.raw_response().unwrap().status().as_u16(),
            ses.raw_response().unwrap().status().as_u16(),
        ];
        let codes = [sqs.meta().code(), sns.meta().code(), ses.meta().code()].map(|it| it.unwrap().to_owned());
        match kind {
            "throttle" => {
                assert_eq!(statuses, [400, 429, 429]);
                assert_eq!(codes, ["ThrottlingException", "Throttled", "TooManyRequestsException"]);
            }
            _ => {
                assert_eq!(statuses, [500, 500, 500]);
                assert_eq!(
                    codes,
                    ["InternalFailure", "InternalError", "InternalServiceErrorException"]
                );
            }
        }
    }
    assert!(cloud.queues().is_empty() && cloud.inbox().is_empty());
}

#[tokio::test]
async fn a_crash_never_answers_and_tells_the_driver() {
    let cloud = in_memory();
    let client = dynamo(&cloud);
    create_table(&client).await;
    for (after, items) in [(false, 0), (true, 1)] {
        cloud.add_fault(fault(
            serde_json::json!({"fault": "crash", "function": "escalate", "after": after}),
        ));
        let (crashed, elsewhere) = (cloud.crashed_in("escalate"), cloud.crashed_in("send-sms"));
        let anywhere = cloud.crashed();
        tokio::select! {
            answer = put_once(&client) => panic!("{answer:?}"),
            () = crashed => {}
        }
        anywhere.await;
        assert_eq!(cloud.items(TABLE).len(), items);
        let (mut elsewhere, mut later) = (Box::pin(elsewhere), Box::pin(cloud.crashed()));
        poll_fn(|context| {
            assert!(
                elsewhere.as_mut().poll(context).is_pending(),
                "another function's calls"
            );
            assert!(later.as_mut().poll(context).is_pending(), "a crash that is past");
            Poll::Ready(())
        })
        .await;
    }
}

#[test]
fn a_function_that_is_down_is_so_on_its_day() {
    let cloud = in_memory();
    let down = serde_json::json!({"function": "daily-detection", "on": "2021-09-23", "fault": "down"});
    cloud.add_fault(fault(down));
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(cloud.is_down("daily-detection", day("2021-09-23")));
    assert!(!cloud.is_down("daily-detection", day("2021-09-24")));
    assert!(!cloud.is_down("escalate", day("2021-09-23")));
}

const KILLED_IN: &str = "CONFER_TEST_KILLED_IN";

/// What the test after this one kills: writes, sends, and says so, until it dies.
#[tokio::test]
async fn writes_until_it_is_killed() {
    let Some(dir) = std::env::var_os(KILLED_IN) else {
        return;
    };
    let cloud = Cloud::open(Some(Path::new(&dir)), Some(start())).unwrap();
    let client = dynamo(&cloud);
    create_table(&client).await;
    let sns = aws_sdk_sns::Client::new(&cloud.sdk_config("send-sms"));
    for n in 0.. {
        put(&client, "A", n).await;
        cloud.send("escalate", &n.to_string());
        sns.publish()
            .phone_number("+1")
            .message(n.to_string())
            .send()
            .await
            .unwrap();
        cloud.set_now(start() + Duration::seconds(n as i64));
        println!("acknowledged={n}");
    }
}

#[test]
fn a_killed_process_loses_nothing_it_acknowledged() {
    use std::io::{BufRead, BufReader};
    let folder = Folder::new();
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture", "cloud::tests::writes_until_it_is_killed"])
        .env(KILLED_IN, &folder.0)
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let mut acknowledged = 0;
    for line in lines {
        if let Some((_, n)) = line.split_once("acknowledged=") {
            acknowledged = n.parse().unwrap();
        }
        if acknowledged == 300 {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(acknowledged >= 300, "it was killed too early: {acknowledged}");
    let cloud = folder.open();
    let kept = acknowledged + 1;
    assert!((kept..=kept + 1).contains(&cloud.items(TABLE).len()));
    assert_eq!(cloud.changed_items(), cloud.items(TABLE).len() as u64);
    assert!((kept..=kept + 1).contains(&cloud.receive("escalate", 1_000_000).len()));
    assert!((kept..=kept + 1).contains(&cloud.inbox().len()));
    assert!(cloud.now() >= start() + Duration::seconds(acknowledged as i64));
}

/// `cargo test -p confer --lib cloud -- --ignored --nocapture`
#[tokio::test]
#[ignore = "measures"]
async fn writes_a_second() {
    let folder = Folder::new();
    for (place, cloud) in [("in memory", in_memory()), ("on file", folder.open())] {
        let client = dynamo(&cloud);
        create_table(&client).await;
        for round in 0..3 {
            let began = std::time::Instant::now();
            for n in 0..10_000 {
                put(&client, &format!("{}", n % 100), round * 10_000 + n).await;
            }
            let puts = 10_000.0 / began.elapsed().as_secs_f64();
            let began = std::time::Instant::now();
            for n in 0..2_000 {
                cloud.send("q", &format!("{n}"));
            }
            let sends = 2_000.0 / began.elapsed().as_secs_f64();
            println!("{place}, round {round}: {puts:.0} PutItem/s, {sends:.0} messages/s");
        }
        let began = std::time::Instant::now();
        let mut seen = 0;
        loop {
            let records = cloud.stream(TABLE, 100);
            let Some(last) = records.last() else { break };
            seen += records.len();
            cloud.stream_done(last.change.sequence_number.as_deref().unwrap());
        }
        let records = seen as f64 / began.elapsed().as_secs_f64();
        println!("{place}: {seen} stream records, {records:.0} a second");
    }
}
