//! Queues, with their dead-letter queues, and what of SQS the functions use. The rows in the database are the queues; what
//! is kept in memory is a mirror of them, and who has a message in hand: after a restart nobody has.

use super::connector::{Answer, ApiError};
use super::engine::{Change, Engine, EngineError, Row};
use super::{Cloud, lock};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::atomic::Ordering;

/// What the names of dead-letter queues end in.
const DEAD_LETTERS: &str = "-dlq";

/// How often a message is handed out before it is a dead letter.
const MAX_RECEIVES: u32 = 5;

/// The most messages one SendMessageBatch may hold.
const MAX_BATCH: usize = 10;

/// The most bytes one request may send.
const MAX_BYTES: usize = 1024 * 1024;

/// A message taken from a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The message's id, the same each time it is received.
    pub id: String,
    /// What to delete it with, or to give it back with; good for this time only.
    pub receipt: String,
    /// The body.
    pub body: String,
    /// How often it was received, this time included.
    pub receive_count: u32,
}

/// How full a queue is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QueueFigures {
    /// The queue's name.
    pub name: String,
    /// Messages that wait.
    pub visible: usize,
    /// Messages in somebody's hands.
    pub in_flight: usize,
}

/// All queues, as they are mirrored in memory.
#[derive(Default)]
pub(super) struct Queues {
    by_name: BTreeMap<String, Queue>,
    last_id: u64,
    last_receipt: u64,
}

#[derive(Default)]
struct Queue {
    visible: VecDeque<Message>,
    in_flight: HashMap<String, Message>,
}

struct Message {
    id: u64,
    body: String,
    receives: u32,
}

#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    #[serde(borrow)]
    body: std::borrow::Cow<'a, str>,
    receives: u32,
}

impl Cloud {
    /// The URL of a queue, as the functions' settings have it.
    pub fn queue_url(name: &str) -> String {
        format!("http://localhost/{name}")
    }

    /// Puts a message on a queue.
    pub fn send(&self, queue: &str, body: &str) {
        if let Err(error) = self.send_all(queue, vec![body.to_owned()]) {
            tracing::error!(%error, queue, next = "make room on the disk that holds the data folder, and start again", "a message could not be kept and is lost");
        }
    }

    /// Takes up to `max` messages, those that wait longest first. They are in flight until deleted or given back, or
    /// until the cloud is opened again.
    pub fn receive(&self, queue: &str, max: usize) -> Vec<Received> {
        let mut queues = lock(&self.0.queues);
        let queues = &mut *queues;
        let Some(queue) = queues.by_name.get_mut(queue) else {
            return Vec::new();
        };
        let count = max.min(queue.visible.len());
        let taken: Vec<Message> = queue.visible.drain(..count).collect();
        taken
            .into_iter()
            .map(|mut message| {
                message.receives += 1;
                queues.last_receipt += 1;
                let received = Received {
                    id: message_id(message.id),
                    receipt: format!("{}-{}", message.id, queues.last_receipt),
                    body: message.body.clone(),
                    receive_count: message.receives,
                };
                queue.in_flight.insert(received.receipt.clone(), message);
                received
            })
            .collect()
    }

    /// Removes a message for good. A receipt that is no longer good removes nothing.
    pub fn delete(&self, queue: &str, receipt: &str) {
        let mut queues = lock(&self.0.queues);
        let Some(message) = queues.take(queue, receipt) else {
            return;
        };
        if message.receives == 1 && self.0.twice.load(Ordering::Relaxed) {
            let queue = queues.by_name.entry(queue.to_owned()).or_default();
            queue.visible.push_back(message);
            return;
        }
        if let Err(error) = self.0.engine.change(vec![Change::Delete(row(queue, message.id))]) {
            tracing::error!(%error, queue, next = "it comes again after a restart, which is harmless", "a message could not be deleted");
        }
    }

    /// Lets a message be received again, after those that wait already; after the fifth time it goes to the dead-letter
    /// queue instead.
    pub fn give_back(&self, queue: &str, receipt: &str) {
        let mut queues = lock(&self.0.queues);
        let Some(message) = queues.take(queue, receipt) else {
            return;
        };
        let dead = message.receives >= MAX_RECEIVES && !queue.ends_with(DEAD_LETTERS);
        let (target, changes) = if dead {
            let target = format!("{queue}{DEAD_LETTERS}");
            let moved = vec![Change::Delete(row(queue, message.id)), message.kept(&target)];
            (target, moved)
        } else {
            (queue.to_owned(), vec![message.kept(queue)])
        };
        if let Err(error) = self.0.engine.change(changes) {
            tracing::error!(%error, queue, next = "make room on the disk that holds the data folder, and start again", "a message that was given back could not be kept");
        }
        queues.by_name.entry(target).or_default().visible.push_back(message);
    }

    /// Nobody was done in time: whatever is being dealt with can be received again, and the receipts are no longer good.
    pub fn lapse(&self) {
        for queue in lock(&self.0.queues).by_name.values_mut() {
            let mut lapsed: Vec<Message> = queue.in_flight.drain().map(|(_, message)| message).collect();
            lapsed.sort_unstable_by_key(|message| message.id);
            queue.visible.extend(lapsed);
        }
    }

    /// The bodies of the messages that wait on a queue, in the order in which they will be received.
    pub fn bodies(&self, queue: &str) -> Vec<String> {
        let queues = lock(&self.0.queues);
        let waiting = queues.by_name.get(queue).into_iter().flat_map(|queue| &queue.visible);
        waiting.map(|message| message.body.clone()).collect()
    }

    /// The `nth` message that waits is received next. Queues promise no order.
    pub fn hurry(&self, queue: &str, nth: usize) {
        let mut queues = lock(&self.0.queues);
        let waiting = queues.by_name.get_mut(queue).map(|queue| &mut queue.visible);
        if let Some((waiting, message)) = waiting.and_then(|it| it.remove(nth).map(|message| (it, message))) {
            waiting.push_front(message);
        }
    }

    /// The next message becomes a dead letter, as one does that nobody could deal with.
    pub fn bury(&self, queue: &str) {
        for message in self.receive(queue, 1) {
            self.send(&format!("{queue}{DEAD_LETTERS}"), &message.body);
            self.delete(queue, &message.receipt);
        }
    }

    /// Every queue and dead-letter queue, by name.
    pub fn queues(&self) -> Vec<QueueFigures> {
        let figures = |(name, queue): (&String, &Queue)| QueueFigures {
            name: name.clone(),
            visible: queue.visible.len(),
            in_flight: queue.in_flight.len(),
        };
        lock(&self.0.queues).by_name.iter().map(figures).collect()
    }

    /// The queues on which a message waits, without the dead-letter queues.
    pub fn visible_queues(&self) -> Vec<String> {
        let queues = lock(&self.0.queues);
        let waiting = queues.by_name.iter().filter(|(_, queue)| !queue.visible.is_empty());
        let names = waiting.map(|(name, _)| name);
        names.filter(|name| !name.ends_with(DEAD_LETTERS)).cloned().collect()
    }

    /// Puts messages on a queue, all or none, and says which ids they have.
    pub(super) fn send_all(&self, queue: &str, bodies: Vec<String>) -> Result<Vec<String>, EngineError> {
        let mut queues = lock(&self.0.queues);
        let mut changes = Vec::new();
        if !queues.by_name.contains_key(queue) {
            for name in with_dead_letters(queue) {
                let row = Row {
                    kind: "queue",
                    key: name,
                };
                changes.push(Change::Put(row, String::new()));
            }
        }
        let messages: Vec<Message> = (queues.last_id + 1..)
            .zip(bodies)
            .map(|(id, body)| Message { id, body, receives: 0 })
            .collect();
        changes.extend(messages.iter().map(|message| message.kept(queue)));
        self.0.engine.change(changes)?;
        for name in with_dead_letters(queue) {
            queues.by_name.entry(name).or_default();
        }
        let ids = messages.iter().map(|message| message_id(message.id)).collect();
        queues.last_id += messages.len() as u64;
        queues
            .by_name
            .entry(queue.to_owned())
            .or_default()
            .visible
            .extend(messages);
        Ok(ids)
    }

    /// Answers a call to SQS.
    pub(super) fn sqs(&self, operation: &str, body: &[u8]) -> Result<Answer, ApiError> {
        match operation {
            "SendMessage" => {
                let request: SendMessage = parse(body)?;
                check_size(request.message_body.len())?;
                let ids = self.send_all(queue_name(&request.queue_url), vec![request.message_body])?;
                let id = ids.into_iter().next();
                Ok(Answer::json(serde_json::json!({ "MessageId": id })))
            }
            "SendMessageBatch" => {
                let request: SendMessageBatch = parse(body)?;
                let entries = request.entries;
                if entries.is_empty() || entries.len() > MAX_BATCH {
                    return Err(ApiError::refused(
                        "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
                        "a batch holds 1 to 10 messages",
                    ));
                }
                if entries.iter().map(|entry| &entry.id).collect::<BTreeSet<_>>().len() < entries.len() {
                    return Err(ApiError::refused(
                        "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                        "two entries have the same id",
                    ));
                }
                check_size(entries.iter().map(|entry| entry.message_body.len()).sum())?;
                let (names, bodies): (Vec<_>, Vec<_>) = entries.into_iter().map(|e| (e.id, e.message_body)).unzip();
                let ids = self.send_all(queue_name(&request.queue_url), bodies)?;
                let sent: Vec<_> = names
                    .into_iter()
                    .zip(ids)
                    .map(|(name, id)| serde_json::json!({ "Id": name, "MessageId": id, "MD5OfMessageBody": "" }))
                    .collect();
                Ok(Answer::json(serde_json::json!({ "Successful": sent, "Failed": [] })))
            }
            _ => Err(ApiError::unknown_operation()),
        }
    }
}

impl Queues {
    /// The queues as the database has them.
    pub fn load(engine: &Engine) -> Result<Self, EngineError> {
        let mut queues = Self::default();
        for (name, _) in engine.rows("queue")? {
            queues.by_name.insert(name, Queue::default());
        }
        for (key, kept) in engine.rows("message")? {
            let kept: Kept = serde_json::from_str(&kept)?;
            let Some((name, Ok(id))) = key.rsplit_once('#').map(|(name, id)| (name, id.parse())) else {
                continue;
            };
            queues.last_id = queues.last_id.max(id);
            let queue = queues.by_name.entry(name.to_owned()).or_default();
            queue.visible.push_back(Message {
                id,
                body: kept.body.into_owned(),
                receives: kept.receives,
            });
        }
        Ok(queues)
    }

    fn take(&mut self, queue: &str, receipt: &str) -> Option<Message> {
        self.by_name.get_mut(queue)?.in_flight.remove(receipt)
    }
}

impl Message {
    fn kept(&self, queue: &str) -> Change {
        let kept = Kept {
            body: self.body.as_str().into(),
            receives: self.receives,
        };
        Change::Put(row(queue, self.id), serde_json::json!(kept).to_string())
    }
}

fn row(queue: &str, id: u64) -> Row {
    Row {
        kind: "message",
        key: format!("{queue}#{id:012}"),
    }
}

fn message_id(id: u64) -> String {
    format!("message-{id:012}")
}

fn with_dead_letters(queue: &str) -> Vec<String> {
    match queue.ends_with(DEAD_LETTERS) {
        true => vec![queue.to_owned()],
        false => vec![queue.to_owned(), format!("{queue}{DEAD_LETTERS}")],
    }
}

fn queue_name(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}

fn check_size(bytes: usize) -> Result<(), ApiError> {
    match bytes {
        1..=MAX_BYTES => Ok(()),
        _ => Err(ApiError::refused(
            "InvalidParameterValue",
            "a message holds 1 byte to 1 MiB, and so does a batch",
        )),
    }
}

fn parse<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|error| ApiError::refused("InvalidParameterValue", &error.to_string()))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessage {
    queue_url: String,
    message_body: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendMessageBatch {
    queue_url: String,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Entry {
    id: String,
    message_body: String,
}
