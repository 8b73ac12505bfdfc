//! Where the SDK's requests arrive: finds out what is called, lets a fault have its way with it, and answers in the wire
//! format of the service.

use super::engine::EngineError;
use super::faults::{Fault, FaultKind};
use super::{Call, Cloud, Service};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// The HTTP client of one function.
#[derive(Clone)]
pub(super) struct Connector {
    cloud: Cloud,
    function: Arc<str>,
}

/// A service's answer.
pub(super) struct Answer {
    status: u16,
    content_type: &'static str,
    /// For services that name the error in a header.
    error: Option<String>,
    body: String,
}

/// A service's refusal, before it has the service's shape.
pub(super) struct ApiError {
    status: u16,
    code: String,
    message: String,
}

impl Connector {
    /// The HTTP client through which `function` talks to `cloud`.
    pub fn new(cloud: Cloud, function: &str) -> Self {
        Self {
            cloud,
            function: function.into(),
        }
    }

    fn effect(&self, call: &Call, body: &[u8]) -> Answer {
        let answer = match call.service {
            Service::Dynamodb => {
                let answer = self.cloud.counted(call, body);
                if let Some(index) = &call.index {
                    self.cloud.seen_last(index, &answer.body);
                }
                return answer;
            }
            Service::Ses => self.cloud.ses(&call.operation, body),
            Service::Sns => self.cloud.sns(&call.operation, body),
            Service::Sqs => self.cloud.sqs(&call.operation, body),
        };
        answer.unwrap_or_else(|error| error.shaped_by(call.service))
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connector").field("function", &self.function).finish()
    }
}

impl HttpClient for Connector {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Some(body) = request.body().bytes() else {
            let error = ConnectorError::user("the local cloud takes requests with a whole body only".into());
            return HttpConnectorFuture::ready(Err(error));
        };
        let (service, operation) = target(&request, body);
        let call = Call {
            function: self.function.clone(),
            invocation: self.cloud.0.invocations.load(Ordering::Relaxed),
            service,
            index: (operation == "Query").then(|| index(body)).flatten(),
            operation,
        };
        super::seen::note(&self.cloud, &call, body);
        self.cloud.count(&call);
        self.cloud.record_call(call.clone());
        let fault = self.cloud.fault_for(&call);
        let later = matches!(
            fault.as_ref().map(|fault| fault.kind),
            Some(FaultKind::HeldUp | FaultKind::TornRead | FaultKind::Panic)
        );
        if !later && !self.cloud.takes_turns() {
            return match fault {
                None => HttpConnectorFuture::ready(self.effect(&call, body).respond()),
                Some(fault) => self.befallen(&fault, &call, body),
            };
        }
        let (own, body) = (self.clone(), body.to_vec());
        HttpConnectorFuture::new(async move {
            if own.cloud.takes_turns() {
                tokio::task::yield_now().await;
            }
            match fault {
                None => own.effect(&call, &body).respond(),
                Some(fault) if fault.kind == FaultKind::HeldUp => {
                    own.cloud.hold_up().await;
                    own.effect(&call, &body).respond()
                }
                Some(fault) if fault.kind == FaultKind::TornRead => {
                    let before = own.effect(&call, &body);
                    own.cloud.hold_up().await;
                    before.torn(own.effect(&call, &body), fault.after).respond()
                }
                Some(fault) => own.befallen(&fault, &call, &body).await,
            }
        })
    }
}

impl Connector {
    /// What becomes of a call that a fault met.
    fn befallen(&self, fault: &Fault, call: &Call, body: &[u8]) -> HttpConnectorFuture {
        let service = call.service;
        let timed_out =
            || HttpConnectorFuture::ready(Err(ConnectorError::timeout("a fault that was asked for".into())));
        let answered = |answer: Answer| HttpConnectorFuture::ready(answer.respond());
        match fault.kind {
            FaultKind::Throttle => answered(ApiError::throttled(service).shaped_by(service)),
            FaultKind::Error => {
                if fault.after {
                    self.effect(call, body);
                }
                answered(ApiError::failed(service).shaped_by(service))
            }
            FaultKind::Timeout => timed_out(),
            FaultKind::TimeoutAfterEffect => {
                self.effect(call, body);
                timed_out()
            }
            FaultKind::Crash => {
                if fault.after {
                    self.effect(call, body);
                }
                if !call.is_of_a_function() {
                    return timed_out();
                }
                self.cloud.crash(&self.function);
                HttpConnectorFuture::new(std::future::pending())
            }
            FaultKind::Panic => panic!("a panic that was asked for"),
            FaultKind::Conflict => answered(ApiError::conflict(&call.operation).shaped_by(service)),
            FaultKind::StaleIndex => answered(self.cloud.stale(call)),
            FaultKind::Lie => answered(self.cloud.lie(service)),
            FaultKind::Down | FaultKind::HeldUp | FaultKind::TornRead => answered(self.effect(call, body)),
        }
    }
}

/// The index and the partition that a Query asks for, where it asks for an index.
fn index(body: &[u8]) -> Option<String> {
    let asks = body.windows(11).any(|part| part == b"\"IndexName\"");
    let query: serde_json::Value = asks.then(|| serde_json::from_slice(body).ok()).flatten()?;
    let name = query["IndexName"].as_str()?;
    let values = query["ExpressionAttributeValues"].as_object()?;
    let partition = query["KeyConditionExpression"]
        .as_str()?
        .split_once(' ')
        .map_or("", |(_, rest)| rest);
    let value = partition.split_whitespace().find(|word| word.starts_with(':'))?;
    let more = if query["ExclusiveStartKey"].is_null() {
        ""
    } else {
        " (more)"
    };
    Some(format!("{name} {}{more}", values.get(value)?["S"].as_str()?))
}

/// What is called, as each service's protocol says it.
fn target(request: &HttpRequest, body: &[u8]) -> (Service, String) {
    if let Some((service, operation)) = request.headers().get("x-amz-target").and_then(|it| it.split_once('.')) {
        let service = match service {
            "AmazonSQS" => Service::Sqs,
            _ => Service::Dynamodb,
        };
        return (service, operation.to_owned());
    }
    match (request.method(), request.uri().split_once("/v2/email/")) {
        ("POST", Some((_, "outbound-emails"))) => (Service::Ses, "SendEmail".to_owned()),
        (method, Some((_, path))) => (Service::Ses, format!("{method} {path}")),
        (_, None) => {
            let action = super::inbox::form(body).find(|(name, _)| name == "Action");
            (Service::Sns, action.map(|(_, action)| action).unwrap_or_default())
        }
    }
}

impl Answer {
    /// What was asked for, in JSON.
    pub fn json(body: serde_json::Value) -> Self {
        Self::of(200, body.to_string())
    }

    /// An answer in JSON, good or bad.
    pub fn of(status: u16, body: String) -> Self {
        Self {
            status,
            content_type: "application/json",
            error: None,
            body,
        }
    }

    /// What was asked for, in XML.
    pub fn xml(body: String) -> Self {
        Self {
            content_type: "text/xml",
            ..Self::of(200, body)
        }
    }

    /// A Query's answer whose first row is from here, and the others from a later one; or the other way round.
    fn torn(self, later: Self, reversed: bool) -> Self {
        let rows = |answer: &Self| serde_json::from_str::<serde_json::Value>(&answer.body).unwrap_or_default();
        let (before, mut after) = (rows(&self), rows(&later));
        let (one, other) = if reversed { (&after, &before) } else { (&before, &after) };
        let (one, other) = (one["Items"].as_array(), other["Items"].as_array());
        if let (Some([first, ..]), Some([_, rest @ ..])) = (one.map(Vec::as_slice), other.map(Vec::as_slice)) {
            let mut torn = vec![first.clone()];
            torn.extend_from_slice(rest);
            after["Items"] = torn.into();
        }
        Self {
            body: after.to_string(),
            ..later
        }
    }

    /// What it says.
    pub fn body(&self) -> &str {
        &self.body
    }

    fn respond(self) -> Result<HttpResponse, ConnectorError> {
        let status = StatusCode::try_from(self.status).map_err(|error| ConnectorError::other(error.into(), None))?;
        let mut response = HttpResponse::new(status, SdkBody::from(self.body));
        response.headers_mut().insert("content-type", self.content_type);
        if let Some(error) = self.error {
            response.headers_mut().insert("x-amzn-errortype", error);
        }
        Ok(response)
    }
}

impl ApiError {
    /// The caller's mistake.
    pub fn refused(code: &str, message: &str) -> Self {
        Self {
            status: 400,
            code: code.to_owned(),
            message: message.to_owned(),
        }
    }

    /// An operation that is not stood in for.
    pub fn unknown_operation() -> Self {
        Self::refused(
            "UnknownOperationException",
            "the local cloud does not have this operation",
        )
    }

    /// A write met a transaction that is under way.
    fn conflict(operation: &str) -> Self {
        match operation {
            "TransactWriteItems" => Self::refused(
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]",
            ),
            _ => Self::refused("TransactionConflictException", "Transaction is ongoing for the item"),
        }
    }

    fn throttled(service: Service) -> Self {
        let (status, code) = match service {
            Service::Dynamodb => (400, "ProvisionedThroughputExceededException"),
            Service::Ses => (429, "TooManyRequestsException"),
            Service::Sns => (429, "Throttled"),
            Service::Sqs => (400, "ThrottlingException"),
        };
        Self {
            status,
            code: code.to_owned(),
            message: "too many requests: a fault that was asked for".to_owned(),
        }
    }

    fn failed(service: Service) -> Self {
        let code = match service {
            Service::Dynamodb => "InternalServerError",
            Service::Ses => "InternalServiceErrorException",
            Service::Sns => "InternalError",
            Service::Sqs => "InternalFailure",
        };
        Self {
            status: 500,
            code: code.to_owned(),
            message: "the service failed: a fault that was asked for".to_owned(),
        }
    }

    /// The refusal as this service words it.
    pub fn shaped_by(self, service: Service) -> Answer {
        let Self { status, code, message } = self;
        match service {
            Service::Dynamodb => {
                let name = format!("com.amazonaws.dynamodb.v20120810#{code}");
                Answer::of(
                    status,
                    serde_json::json!({"__type": name, "message": message}).to_string(),
                )
            }
            Service::Sqs => {
                let name = format!("com.amazonaws.sqs#{code}");
                Answer::of(
                    status,
                    serde_json::json!({"__type": name, "message": message}).to_string(),
                )
            }
            Service::Ses => Answer {
                error: Some(code),
                ..Answer::of(status, serde_json::json!({"message": message}).to_string())
            },
            Service::Sns => Answer {
                status,
                ..Answer::xml(format!(
                    "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>{}</Type>\
                     <Code>{code}</Code><Message>{message}</Message></Error><RequestId>local</RequestId></ErrorResponse>",
                    if status < 500 { "Sender" } else { "Receiver" },
                ))
            },
        }
    }
}

impl From<EngineError> for ApiError {
    /// The stand-in could not keep what it was given, so it does not acknowledge it.
    fn from(error: EngineError) -> Self {
        Self {
            status: 500,
            code: "InternalFailure".to_owned(),
            message: error.to_string(),
        }
    }
}
