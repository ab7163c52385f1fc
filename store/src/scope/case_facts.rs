//! What the rule must know of a case, in one question: many small ones cost a page more than what they answer.

use domain::{CaseId, Date, UnitId};
use sea_orm::sea_query::{Expr, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QuerySelect, QueryTrait, Select};

use super::{above_units, conflict_numbers_of, conflicts_of, employers_over, participants_of};
use crate::entity::{case_conflict, case_conflict_number, case_participant, employer_path, member, unit, unit_path};

/// What a row of the answer tells: its first column. The others are an id, a code and a name.
pub(crate) mod told {
    /// Somebody takes part: the id is theirs, the code their role.
    pub(crate) const TAKES_PART: i32 = 0;
    /// Somebody must see no trace of the case, by name or by member number: the id is theirs.
    pub(crate) const KEPT_OUT: i32 = 1;
    /// The unit that has the case, or one above it, with its kind and its name.
    pub(crate) const UNIT: i32 = 2;
    /// An employer that the unit covers, or one above it: the code is its number.
    pub(crate) const EMPLOYER: i32 = 3;
}

/// Who takes part on that day in a case whose row came out of a scope, who is kept out of it, and where its unit lies.
pub(crate) fn case_facts(case: CaseId, unit: UnitId, today: Date) -> SelectStatement {
    let person = case_participant::Column::PersonId.into_expr();
    let taking_part = tell(participants_of(case, today), told::TAKES_PART, [person, case_participant::Column::Role.into_expr(), nothing()]);

    let above = unit_path::Entity::belongs_to(unit::Entity).from(unit_path::Column::AboveId).to(unit::Column::Id);
    let above = above_units([unit]).join(JoinType::InnerJoin, above.into());
    let above = tell(above, told::UNIT, [unit::Column::Id.into_expr(), unit::Column::Kind.into_expr(), unit::Column::Name.into_expr()]);

    let by_name = tell(conflicts_of(case), told::KEPT_OUT, [case_conflict::Column::PersonId.into_expr(), nothing(), nothing()]);

    let numbered = case_conflict_number::Entity::belongs_to(member::Entity).from(case_conflict_number::Column::Number);
    let numbered = conflict_numbers_of(case).join(JoinType::InnerJoin, numbered.to(member::Column::RegistryKey).into());
    let by_number = tell(numbered, told::KEPT_OUT, [member::Column::Id.into_expr(), nothing(), nothing()]);

    let employers = tell(employers_over(unit), told::EMPLOYER, [nothing(), employer_path::Column::Above.into_expr(), nothing()]);

    // PostgreSQL takes the columns' types from the first two: each column has one there.
    let mut facts = taking_part;
    for more in [above, by_name, by_number, employers] {
        facts.union(UnionType::All, more);
    }
    facts
}

fn tell<E: EntityTrait>(rows: Select<E>, what: i32, [id, code, name]: [Expr; 3]) -> SelectStatement {
    rows.select_only().expr_as(Expr::val(what), "what").expr_as(id, "id").expr_as(code, "code").expr_as(name, "name").into_query()
}

fn nothing() -> Expr {
    Expr::cust("NULL")
}
