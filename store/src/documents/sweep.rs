//! Sweeping away what nothing names.

use std::collections::HashSet;

use domain::Timestamp;
use sea_orm::QuerySelect;

use crate::entity::document_version;
use crate::{Store, StoreError, scope};

/// Names that are asked for at once.
const AT_ONCE: usize = 500;

impl Store {
    /// Throws away every object that was written before this instant and that no row names, what was half written then,
    /// and the documents of erased cases, which nobody can read any more. Says how many.
    ///
    /// `before` must lie so far back that no upload of then can still be under way: its row comes after its bytes.
    pub async fn sweep_objects(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut swept = self.objects.remove_half_written(before).await?;
        let old = self.objects.older_than(before).await?;
        for names in old.chunks(AT_ONCE) {
            let named: Vec<(String, Option<String>)> = scope::versions_in(names)
                .select_only()
                .column(document_version::Column::Object)
                .column(document_version::Column::TwinObject)
                .into_tuple()
                .all(self.db.pool())
                .await?;
            let named: HashSet<String> = named.into_iter().flat_map(|(object, twin)| [Some(object), twin]).flatten().collect();
            for name in names.iter().filter(|name| !named.contains(*name)) {
                self.objects.remove(name).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}
