//! Named filters of the member list, each person's own.

mod remove;
mod rename;
mod save;

use domain::members::Segment;
use domain::{Code, Field, FieldErrors, text};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::member_segment;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The viewer's own segments, by name.
    pub async fn segments(&self, viewer: &Viewer) -> Result<Vec<Segment>, StoreError> {
        let most = u64::from(domain::members::SEGMENTS_MAX);
        let mut rows = scope::own_segments(viewer).order_by_asc(member_segment::Column::NameFolded).limit(most).all(&self.db).await?;
        rows.sort_by_cached_key(|row| text::sort_key(&row.name));
        let segment = |row: member_segment::Model| Segment { id: row.id, name: row.name, narrowing: row.narrowing, version: row.version };
        Ok(rows.into_iter().map(segment).collect())
    }
}

/// That none of the viewer's other segments is called so.
async fn not_taken(db: &impl ConnectionTrait, viewer: &Viewer, name: &str, own: Option<domain::SegmentId>) -> Result<(), StoreError> {
    let mut others = scope::own_segments(viewer).filter(member_segment::Column::NameFolded.eq(text::fold(name)));
    if let Some(own) = own {
        others = others.filter(member_segment::Column::Id.ne(own));
    }
    if others.count(db).await? > 0 { Err(refused(Code::Taken)) } else { Ok(()) }
}

fn refused(code: Code) -> StoreError {
    StoreError::Invalid(FieldErrors(vec![(Field::SegmentName, code)]))
}
