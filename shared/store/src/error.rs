//! What can go wrong with the table, and whether doing it again can help.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};

/// Why the table did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else was first, or a condition failed: read again and decide again.
    #[error("somebody else was first")]
    LostRace,
    /// The table is busy, out of reach, or did not answer: do the same again later.
    #[error("the table is not available: {0}")]
    Unavailable(String),
    /// What is stored, or was to be stored, makes no sense: doing it again does not help.
    #[error("{0}")]
    Broken(String),
}

impl<E, R> From<SdkError<E, R>> for StoreError
where
    SdkError<E, R>: ProvideErrorMetadata,
    E: std::error::Error + 'static,
{
    fn from(error: SdkError<E, R>) -> Self {
        let code = error.code().unwrap_or_default().to_owned();
        match (code.as_str(), &error) {
            ("ConditionalCheckFailedException" | "TransactionConflictException", _) => Self::LostRace,
            ("TransactionCanceledException", _) => cancelled(error.message().unwrap_or_default()),
            ("ValidationException", _) => Self::Broken(format!(
                "the table refused the request: {}",
                error.message().unwrap_or_default()
            )),
            (_, SdkError::ConstructionFailure(_)) => Self::Broken("the request could not be built".into()),
            ("", SdkError::TimeoutError(_)) => Self::Unavailable("no answer in time".into()),
            ("", _) => Self::Unavailable("no answer".into()),
            _ => Self::Unavailable(code),
        }
    }
}

/// What a cancelled transaction's message says of its reasons: `… specific reasons [ConditionalCheckFailed, None]`.
fn cancelled(message: &str) -> StoreError {
    if message.contains("ValidationError") || message.contains("ItemCollectionSizeLimitExceeded") {
        StoreError::Broken("the table refused a row of the transaction".into())
    } else if message.contains("ConditionalCheckFailed") || message.contains("TransactionConflict") {
        StoreError::LostRace
    } else {
        StoreError::Unavailable("the table is too busy for the transaction".into())
    }
}

impl From<aws_sdk_dynamodb::error::BuildError> for StoreError {
    fn from(error: aws_sdk_dynamodb::error::BuildError) -> Self {
        Self::Broken(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_transaction_says_whether_again_can_help() {
        let said = |reasons: &str| {
            cancelled(&format!(
                "Transaction cancelled, please refer cancellation reasons for specific reasons [{reasons}]"
            ))
        };
        assert!(matches!(said("None, ConditionalCheckFailed"), StoreError::LostRace));
        assert!(matches!(said("TransactionConflict, None"), StoreError::LostRace));
        assert!(matches!(said("ThrottlingError, None"), StoreError::Unavailable(_)));
        assert!(matches!(said("ValidationError, None"), StoreError::Broken(_)));
    }
}
