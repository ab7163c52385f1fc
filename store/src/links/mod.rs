//! Links between cases. A link is a trace of the case at its other end, so whatever reads links leaves out those whose
//! other end the viewer may not know of, and whatever judges them judges by the rest.
//!
//! Two cases are always locked in the order of their ids: two who wait for each other's cases would wait for ever.

mod add;
mod find;
mod form;
mod merge;
mod remove;
mod take_out;

use std::collections::{HashMap, HashSet};

use domain::links::{LinkEvent, LinkRow, Relation};
use domain::{CaseId, Code, Field, FieldErrors, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::cases::{CaseWork, Readable};
use crate::entity::{EventKind, case, case_link};
use crate::{Store, StoreError, Viewer, scope};

pub(crate) use take_out::Undoing;

/// A link as it is seen from one of its ends.
#[derive(Debug, Clone, Copy)]
struct End {
    /// What the other case is.
    to: Relation,
    since: Timestamp,
    /// The other case.
    case: CaseId,
}

/// The links of a case that a scope has let through, of which the viewer may know.
async fn ends(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable) -> Result<Vec<End>, StoreError> {
    let mut ends = all_ends(db, case).await?;
    if ends.is_empty() {
        return Ok(ends);
    }
    let known: HashSet<CaseId> = scope::known_cases(viewer)
        .filter(case::Column::Id.is_in(ends.iter().map(|end| end.case)))
        .select_only()
        .column(case::Column::Id)
        .into_tuple::<CaseId>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    ends.retain(|end| known.contains(&end.case));
    Ok(ends)
}

/// The number of the case into which this one was merged, if the viewer may know of that one.
pub(crate) async fn merged_into(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable) -> Result<Option<i64>, StoreError> {
    let ends = ends(db, viewer, case).await?;
    let into = ends.iter().find(|end| end.to == Relation::MergedInto).map(|end| end.case);
    Ok(numbers(db, viewer, into).await?.into_values().next())
}

/// The numbers of the cases with which this one was merged, whichever goes on, of which the viewer may know.
pub(crate) async fn merged_with(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable) -> Result<Vec<i64>, StoreError> {
    let mut merged = ends(db, viewer, case).await?;
    merged.retain(|end| matches!(end.to, Relation::MergedInto | Relation::MergedHere));
    let mut numbers: Vec<i64> = numbers(db, viewer, merged.into_iter().map(|end| end.case)).await?.into_values().collect();
    numbers.sort_unstable();
    Ok(numbers)
}

/// All of them: nothing of this is told.
async fn all_ends(db: &impl ConnectionTrait, case: &Readable) -> Result<Vec<End>, StoreError> {
    let rows = scope::links_of(case).all(db).await?;
    let end = |row: case_link::Model| {
        let goes = row.from_case == case.id();
        End { to: Relation::of(row.kind, goes), since: row.made_at, case: if goes { row.to_case } else { row.from_case } }
    };
    Ok(rows.into_iter().map(end).collect())
}

/// The numbers of those among these cases of which the viewer may know.
pub(crate) async fn numbers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    cases: impl IntoIterator<Item = CaseId>,
) -> Result<HashMap<Uuid, i64>, StoreError> {
    let rows = scope::known_cases(viewer).filter(case::Column::Id.is_in(cases)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id.0, row.number)).collect())
}

impl Store {
    /// What a case is linked to that a scope has let through, as lists show it: of what the viewer may know.
    pub(crate) async fn links(&self, viewer: &Viewer, case: &Readable) -> Result<Vec<LinkRow>, StoreError> {
        let ends = ends(&self.db, viewer, case).await?;
        if ends.is_empty() {
            return Ok(Vec::new());
        }
        let rows = scope::known_cases(viewer).filter(case::Column::Id.is_in(ends.iter().map(|end| end.case))).all(&self.db).await?;
        let mut rows: HashMap<CaseId, _> = self.known_rows(viewer, rows).await?.into_iter().map(|row| (row.id, row)).collect();
        let row = |end: End| Some(LinkRow { to: end.to, since: end.since, case: rows.remove(&end.case)? });
        let mut links: Vec<LinkRow> = ends.into_iter().filter_map(row).collect();
        links.sort_by_key(|link| (link.to, link.case.number));
        Ok(links)
    }
}

/// As much of the other case as somebody may who links a case.
#[derive(Debug)]
enum There {
    /// They add to it too.
    Works(CaseWork),
    /// They read it, or it is closed.
    Reads(Readable),
    /// They know of it.
    Knows,
}

impl There {
    async fn find(tx: &DatabaseTransaction, viewer: &Viewer, id: CaseId) -> Result<Self, StoreError> {
        match CaseWork::prove(tx, viewer, id).await {
            Ok(work) => Ok(Self::Works(work)),
            Err(StoreError::Forbidden | StoreError::Closed(_)) => match Readable::find(tx, viewer, id).await {
                Ok(case) => Ok(Self::Reads(case)),
                Err(StoreError::Forbidden) => Ok(Self::Knows),
                Err(other) => Err(other),
            },
            Err(other) => Err(other),
        }
    }

    fn readable(&self) -> Option<&Readable> {
        match self {
            Self::Works(work) => Some(work.readable()),
            Self::Reads(case) => Some(case),
            Self::Knows => None,
        }
    }
}

/// The case where somebody stands, which they add to, and the other.
async fn prove_pair(tx: &DatabaseTransaction, viewer: &Viewer, case: CaseId, other: CaseId) -> Result<(CaseWork, There), StoreError> {
    if case < other {
        let here = CaseWork::prove(tx, viewer, case).await?;
        Ok((here, There::find(tx, viewer, other).await?))
    } else {
        let there = There::find(tx, viewer, other).await?;
        Ok((CaseWork::prove(tx, viewer, case).await?, there))
    }
}

async fn insert(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    at: Timestamp,
    (case, to, other): (CaseId, Relation, CaseId),
) -> Result<(), StoreError> {
    let (kind, goes) = to.link();
    // Of two that hang together neither is first: from the lower id, so that each pair is there once.
    let goes = if to == Relation::Related { case < other } else { goes };
    let (from, to) = if goes { (case, other) } else { (other, case) };
    case_link::Entity::insert(case_link::ActiveModel {
        from_case: Set(from),
        to_case: Set(to),
        kind: Set(kind),
        made_at: Set(at),
        made_by: Set(viewer.person()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Takes away the link between two cases, whichever way it goes; how many there were.
async fn delete(tx: &DatabaseTransaction, case: CaseId, other: CaseId) -> Result<u64, StoreError> {
    let one_way =
        |from: CaseId, to: CaseId| Condition::all().add(case_link::Column::FromCase.eq(from)).add(case_link::Column::ToCase.eq(to));
    let between = Condition::any().add(one_way(case, other)).add(one_way(other, case));
    Ok(case_link::Entity::delete_many().filter(between).exec(tx).await?.rows_affected)
}

/// Writes a line about the other case in the timeline of each that somebody adds to.
async fn tell(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    at: Timestamp,
    (here, what): (&CaseWork, LinkEvent),
    (there, other, mirrored): (&There, CaseId, LinkEvent),
) -> Result<(), StoreError> {
    here.record(tx, viewer, at, EventKind::telling(what), other.0).await?;
    if let There::Works(there) = there {
        there.record(tx, viewer, at, EventKind::telling(mirrored), here.id().0).await?;
    }
    Ok(())
}

fn refused(code: Code) -> StoreError {
    refused_at((Field::CaseNumber, code))
}

fn refused_at(wrong: (Field, Code)) -> StoreError {
    StoreError::Invalid(FieldErrors(vec![wrong]))
}
