//! Every column with something sealed in it. A test holds this list against the database.

use domain::identity::NationalId;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, IntoCondition, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select, UpdateMany};

use crate::access_log::Detail;
use crate::crypto::seal::NUMBER_AT;
use crate::crypto::{ContentKey, Keys, Place};
use crate::entity::{access_log_detail, case_key, draft, import_part, kept_key, member, session};
use crate::{Store, StoreError, drafts, registry, scope, sessions};

use super::Sealed;

/// A table with a sealed column.
pub(super) trait SealedTable: EntityTrait<Model: Clone + Send + Sync> {
    const NAME: &'static str;
    const SEALED: Self::Column;

    /// By the key of the table.
    fn in_order(rows: Select<Self>) -> Select<Self>;
    /// The rows that come after this one in that order.
    fn after(row: &Self::Model) -> Condition;
    /// This row.
    fn is(row: &Self::Model) -> Condition;
    fn place(row: &Self::Model) -> Place;
    fn sealed(row: &Self::Model) -> &[u8];

    /// What else has to change with it.
    fn also(update: UpdateMany<Self>, _keys: &Keys, _text: &[u8]) -> Result<UpdateMany<Self>, StoreError> {
        Ok(update)
    }

    /// How many rows are written in one transaction. With one, nobody can be waited for who waits for us.
    const AT_ONCE: u64 = 1;
    /// Whether the import writes the table: many rows in one transaction, in an order of its own.
    const IMPORTED: bool = false;
}

/// Rows whose sealed column names this key.
pub(super) fn named<C: ColumnTrait>(column: C, number: u32) -> SimpleExpr {
    let (from, length) = NUMBER_AT;
    Func::cust(Alias::new("substr")).arg(Expr::col(column)).arg(from).arg(length).eq(number.to_be_bytes().to_vec())
}

impl SealedTable for member::Entity {
    const NAME: &'static str = "members";
    const SEALED: member::Column = member::Column::NationalId;
    const AT_ONCE: u64 = 100;
    const IMPORTED: bool = true;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(member::Column::Id)
    }
    fn after(row: &member::Model) -> Condition {
        member::Column::Id.gt(row.id).into_condition()
    }
    fn is(row: &member::Model) -> Condition {
        member::Column::Id.eq(row.id).into_condition()
    }
    fn place(row: &member::Model) -> Place {
        Place::new("members", "national_id", row.id)
    }
    fn sealed(row: &member::Model) -> &[u8] {
        &row.national_id
    }
    /// The index by which the row is found goes by the same key.
    fn also(update: UpdateMany<Self>, keys: &Keys, text: &[u8]) -> Result<UpdateMany<Self>, StoreError> {
        let id = std::str::from_utf8(text).ok().and_then(|digits| NationalId::read(digits).ok());
        let id = id.ok_or(StoreError::Inconsistent { table: "members", what: "a national id that is none" })?;
        Ok(update.col_expr(member::Column::NationalIdIndex, Expr::value(keys.indexer()?.index(&id))))
    }
}

impl SealedTable for draft::Entity {
    const NAME: &'static str = "drafts";
    const SEALED: draft::Column = draft::Column::Contents;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(draft::Column::PersonId).order_by_asc(draft::Column::Form)
    }
    fn after(row: &draft::Model) -> Condition {
        let same = Condition::all().add(draft::Column::PersonId.eq(row.person_id)).add(draft::Column::Form.gt(row.form.as_str()));
        Condition::any().add(draft::Column::PersonId.gt(row.person_id)).add(same)
    }
    fn is(row: &draft::Model) -> Condition {
        Condition::all().add(draft::Column::PersonId.eq(row.person_id)).add(draft::Column::Form.eq(row.form.as_str()))
    }
    fn place(row: &draft::Model) -> Place {
        drafts::place_of(row.person_id, &row.form)
    }
    fn sealed(row: &draft::Model) -> &[u8] {
        &row.contents
    }
}

impl SealedTable for session::Entity {
    const NAME: &'static str = "sessions";
    const SEALED: session::Column = session::Column::IdToken;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(session::Column::TokenHash)
    }
    fn after(row: &session::Model) -> Condition {
        session::Column::TokenHash.gt(row.token_hash.clone()).into_condition()
    }
    fn is(row: &session::Model) -> Condition {
        session::Column::TokenHash.eq(row.token_hash.clone()).into_condition()
    }
    fn place(row: &session::Model) -> Place {
        sessions::id_token_place(row.person_id)
    }
    fn sealed(row: &session::Model) -> &[u8] {
        row.id_token.as_deref().unwrap_or_default()
    }
}

impl SealedTable for import_part::Entity {
    const NAME: &'static str = "import_parts";
    const SEALED: import_part::Column = import_part::Column::Sealed;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(import_part::Column::ImportId).order_by_asc(import_part::Column::Part)
    }
    fn after(row: &import_part::Model) -> Condition {
        let same = Condition::all().add(import_part::Column::ImportId.eq(row.import_id)).add(import_part::Column::Part.gt(row.part));
        Condition::any().add(import_part::Column::ImportId.gt(row.import_id)).add(same)
    }
    fn is(row: &import_part::Model) -> Condition {
        Condition::all().add(import_part::Column::ImportId.eq(row.import_id)).add(import_part::Column::Part.eq(row.part))
    }
    fn place(row: &import_part::Model) -> Place {
        registry::kept::place(row.import_id, row.part)
    }
    fn sealed(row: &import_part::Model) -> &[u8] {
        &row.sealed
    }
}

impl SealedTable for kept_key::Entity {
    const NAME: &'static str = "kept_keys";
    const SEALED: kept_key::Column = kept_key::Column::Sealed;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(kept_key::Column::KeyId).order_by_asc(kept_key::Column::Purpose)
    }
    fn after(row: &kept_key::Model) -> Condition {
        let same = Condition::all().add(kept_key::Column::KeyId.eq(row.key_id)).add(kept_key::Column::Purpose.gt(row.purpose.as_str()));
        Condition::any().add(kept_key::Column::KeyId.gt(row.key_id)).add(same)
    }
    fn is(row: &kept_key::Model) -> Condition {
        Condition::all().add(kept_key::Column::KeyId.eq(row.key_id)).add(kept_key::Column::Purpose.eq(row.purpose.as_str()))
    }
    fn place(row: &kept_key::Model) -> Place {
        Place::kept_key(row.key_id, &row.purpose)
    }
    fn sealed(row: &kept_key::Model) -> &[u8] {
        &row.sealed
    }
}

impl SealedTable for case_key::Entity {
    const NAME: &'static str = "case_keys";
    const SEALED: case_key::Column = case_key::Column::Sealed;
    const AT_ONCE: u64 = 100;

    fn in_order(rows: Select<Self>) -> Select<Self> {
        rows.order_by_asc(case_key::Column::CaseId)
    }
    fn after(row: &case_key::Model) -> Condition {
        case_key::Column::CaseId.gt(row.case_id).into_condition()
    }
    fn is(row: &case_key::Model) -> Condition {
        case_key::Column::CaseId.eq(row.case_id).into_condition()
    }
    fn place(row: &case_key::Model) -> Place {
        ContentKey::place(row.case_id)
    }
    fn sealed(row: &case_key::Model) -> &[u8] {
        &row.sealed
    }
}

/// The access log's details are written anew in another way, and lie elsewhere with SQLite: see [`super::rewrap`].
pub(super) const LOG_DETAILS: &str = "access_log_details";

pub(super) fn log_detail_place(row: &access_log_detail::Model) -> Place {
    Detail::place(row.seq)
}

async fn count<E: SealedTable>(db: &impl ConnectionTrait, number: u32, sealed: &mut Sealed) -> Result<(), StoreError> {
    let found = scope::everything::<E>().filter(named(E::SEALED, number)).count(db).await?;
    if found > 0 {
        sealed.insert(E::NAME, found);
    }
    Ok(())
}

impl Store {
    /// How many values are sealed with a key. The key checks are not counted: they say that a key is there.
    pub async fn sealed_with(&self, number: u32) -> Result<Sealed, StoreError> {
        self.sealed_with_in(&self.db, number).await
    }

    pub(super) async fn sealed_with_in(&self, db: &impl ConnectionTrait, number: u32) -> Result<Sealed, StoreError> {
        let mut sealed = Sealed::new();
        count::<member::Entity>(db, number, &mut sealed).await?;
        count::<draft::Entity>(db, number, &mut sealed).await?;
        count::<session::Entity>(db, number, &mut sealed).await?;
        count::<import_part::Entity>(db, number, &mut sealed).await?;
        count::<kept_key::Entity>(db, number, &mut sealed).await?;
        count::<case_key::Entity>(db, number, &mut sealed).await?;
        let details = scope::log_details().filter(named(access_log_detail::Column::Sealed, number)).count(&self.log.db).await?;
        if details > 0 {
            sealed.insert(LOG_DETAILS, details);
        }
        Ok(sealed)
    }
}
