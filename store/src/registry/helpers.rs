//! Who is named to help a protected member.

use std::collections::HashSet;

use domain::MemberId;
use domain::registry::{FileKind, LineType, MemberLine, Protection};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::protected_helper;
use crate::{StoreError, scope};

use super::lines::Lines;
use super::table::Ids;

/// Brings the names in line with the file; a difference says something only of the members it names. Protected members
/// are few; all of them are looked at.
pub(super) async fn write(db: &impl ConnectionTrait, lines: &Lines<'_>, members: &Ids<'_>) -> Result<(), StoreError> {
    let protected = |line: &&&MemberLine| line.shielded == Some(true) || line.protection.is_some_and(|grade| grade != Protection::None);
    let id = |key: &str| members.get(key).map(MemberId);
    let wanted: HashSet<(MemberId, MemberId)> =
        lines.members.iter().filter(protected).filter_map(|line| Some((id(&line.id)?, id(line.helper.as_deref()?)?))).collect();
    let ended = lines.ended(LineType::Member);
    let named: HashSet<MemberId> =
        lines.members.iter().map(|line| line.id.as_str()).chain(ended.iter().map(String::as_str)).filter_map(id).collect();
    let mut there = HashSet::new();
    for row in scope::everything::<protected_helper::Entity>().all(db).await? {
        let pair = (row.member_id, row.person_id);
        if wanted.contains(&pair) {
            there.insert(pair);
            continue;
        }
        if lines.kind == FileKind::Difference && !named.contains(&pair.0) {
            continue;
        }
        protected_helper::Entity::delete_many()
            .filter(protected_helper::Column::MemberId.eq(pair.0))
            .filter(protected_helper::Column::PersonId.eq(pair.1))
            .exec(db)
            .await?;
    }
    let new: Vec<_> = wanted
        .difference(&there)
        .map(|(member, person)| protected_helper::ActiveModel { member_id: Set(*member), person_id: Set(*person) })
        .collect();
    for portion in new.chunks(5_000) {
        protected_helper::Entity::insert_many(portion.iter().cloned()).exec_without_returning(db).await?;
    }
    Ok(())
}
