//! The state's resource document (R8): its editions, a few in all.

use crate::keys;
use crate::{StoreError, Table, from_item, to_item};
use domain::document::Edition;

impl Table {
    /// Every edition there is.
    pub async fn editions(&self) -> Result<Vec<Edition>, StoreError> {
        let rows = self.rows(keys::DOCUMENT, "").await?;
        rows.iter().map(from_item).collect()
    }

    /// Keeps an edition; another one of the same language, day and origin is replaced.
    pub async fn keep_edition(&self, edition: &Edition) -> Result<(), StoreError> {
        let item = to_item(edition, keys::DOCUMENT, &keys::edition(edition))?;
        self.client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(item))
            .send()
            .await?;
        Ok(())
    }
}
