//! Named filters of the case list, each person's own.

mod remove;
mod save;

use domain::members::Segment;
use domain::{Code, Field, FieldErrors, text};
use sea_orm::{QueryOrder, QuerySelect};

use crate::entity::case_segment;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The viewer's own saved lists of cases, by name.
    pub async fn case_segments(&self, viewer: &Viewer) -> Result<Vec<Segment>, StoreError> {
        let most = u64::from(domain::members::SEGMENTS_MAX);
        let mut rows = scope::own_case_segments(viewer).order_by_asc(case_segment::Column::NameFolded).limit(most).all(&self.db).await?;
        rows.sort_by_cached_key(|row| text::sort_key(&row.name));
        let segment = |row: case_segment::Model| Segment { id: row.id, name: row.name, narrowing: row.narrowing, version: row.version };
        Ok(rows.into_iter().map(segment).collect())
    }
}

fn refused(code: Code) -> StoreError {
    StoreError::Invalid(FieldErrors(vec![(Field::SegmentName, code)]))
}
