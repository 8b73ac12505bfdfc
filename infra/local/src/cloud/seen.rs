//! Which actions of IAM the functions' calls need. Where `CONFER_CALLS_SEEN` names a folder, each is noted there once, as an
//! empty file `<function>/<action>@<what it acts on>`: so that a test run can be held against what the functions' roles grant.

use super::{Call, Cloud, Service};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{LazyLock, Mutex, PoisonError};

/// How a request names the table of who was erased; any other is the one table.
const ERASED: &str = "\"TableName\":\"erased\"";

/// By which name the calls of `commands` are known here.
const COMMANDS: &str = "local-commands";

static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| std::env::var_os("CONFER_CALLS_SEEN").map(PathBuf::from));
static NOTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

impl Cloud {
    /// From here on calls are those of the functions' own handlers.
    pub(crate) fn is_of_a_world(&self) {
        self.0.of_a_world.store(true, Ordering::Relaxed);
    }
}

/// Notes what a call needs.
pub(super) fn note(cloud: &Cloud, call: &Call, body: &[u8]) {
    let Some(folder) = FOLDER.as_ref() else { return };
    if !cloud.0.of_a_world.load(Ordering::Relaxed) {
        return;
    }
    let function = match &*call.function {
        COMMANDS => "commands",
        function if call.is_of_a_function() => function,
        _ => return,
    };
    for action in actions(call, body) {
        let name = format!("{function}/{action}");
        let mut noted = NOTED.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.insert(name.clone()) {
            let file = folder.join(name);
            let folder = file.parent().map(std::fs::create_dir_all);
            let written = folder.unwrap_or(Ok(())).and_then(|()| std::fs::write(&file, ""));
            if let Err(error) = written {
                tracing::error!(%error, next = "make room, and run the tests again", "a call that was seen could not be noted");
            }
        }
    }
}

/// The actions, each with what it acts on.
fn actions(call: &Call, body: &[u8]) -> Vec<String> {
    let operation = call.operation.as_str();
    // A quote inside a value is written with a backslash, so nothing of a value passes for what is looked for.
    let has = |part: &str| body.windows(part.len()).any(|window| window == part.as_bytes());
    match call.service {
        Service::Dynamodb if operation == "TransactWriteItems" => {
            let parts = [
                ("\"Put\":", "PutItem"),
                ("\"Update\":", "UpdateItem"),
                ("\"Delete\":", "DeleteItem"),
                ("\"ConditionCheck\":", "ConditionCheckItem"),
            ];
            let needed = parts.into_iter().filter(|(part, _)| has(part));
            needed.map(|(_, action)| format!("dynamodb:{action}@table")).collect()
        }
        Service::Dynamodb => {
            let index = call.index.as_ref().and_then(|index| index.split(' ').next());
            let table = if has(ERASED) { "erased" } else { "table" };
            vec![format!("dynamodb:{operation}@{}", index.unwrap_or(table))]
        }
        Service::Sqs => {
            let request: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
            let url = request["QueueUrl"].as_str().unwrap_or_default();
            let queue = url.rsplit('/').next().unwrap_or_default();
            vec![format!("sqs:{}@{queue}", operation.trim_end_matches("Batch"))]
        }
        Service::Sns => vec![format!("sns:{operation}@phone")],
        // SES asks for both of whoever sends an e-mail that is built already.
        Service::Ses => vec![
            format!("ses:{operation}@identity"),
            "ses:SendRawEmail@identity".to_owned(),
        ],
    }
}
