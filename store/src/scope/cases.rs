//! The ways to cases, in SQL.

use domain::access::{Action, CaseAction, DataClass, Way};
use domain::cases::Sensitivity;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};

use crate::Viewer;
use crate::entity::{case, case_participant, coverage, employer_path, unit_path};

/// The rule for cases as a condition on `cases`: see [`domain::access::Grants::why_case`].
///
/// Sensitivities that are reached in the same ways share a condition.
pub(crate) fn condition(viewer: &Viewer, action: CaseAction) -> Condition {
    let mut groups: Vec<(Vec<Way>, Vec<Sensitivity>)> = Vec::new();
    for sensitivity in Sensitivity::ALL {
        let ways = ways(viewer, action, *sensitivity);
        match groups.iter_mut().find(|(others, _)| *others == ways) {
            Some((_, sensitivities)) => sensitivities.push(*sensitivity),
            None => groups.push((ways, vec![*sensitivity])),
        }
    }
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for (ways, sensitivities) in groups.into_iter().filter(|(ways, _)| !ways.is_empty()) {
        let reached = ways.iter().fold(Condition::any(), |any, way| any.add(reached(viewer, way)));
        any = any.add(if sensitivities.len() == Sensitivity::ALL.len() {
            reached
        } else {
            Condition::all().add(case::Column::Sensitivity.is_in(sensitivities)).add(reached)
        });
    }
    any
}

fn ways(viewer: &Viewer, action: CaseAction, sensitivity: Sensitivity) -> Vec<Way> {
    let contents = DataClass::contents(sensitivity);
    let existence = (action == CaseAction::Know).then(|| viewer.grants.ways(DataClass::existence(sensitivity), Action::See));
    let mut ways: Vec<Way> = Vec::new();
    for (way, _) in viewer.grants.ways(contents, Action::See).chain(existence.into_iter().flatten()) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// A case as seen along one way: see [`Way::reaches_case`].
fn reached(viewer: &Viewer, way: &Way) -> Condition {
    match way {
        Way::TakingPart => {
            let taking_part = Query::select()
                .column(case_participant::Column::CaseId)
                .from(case_participant::Entity)
                .and_where(case_participant::Column::PersonId.eq(viewer.person()))
                .to_owned();
            Condition::any().add(case::Column::OwnerId.eq(viewer.person())).add(case::Column::Id.in_subquery(taking_part))
        }
        Way::Unit(unit) => {
            let under = Query::select()
                .column(unit_path::Column::UnitId)
                .from(unit_path::Entity)
                .and_where(unit_path::Column::AboveId.eq(*unit))
                .to_owned();
            Condition::all().add(case::Column::UnitId.in_subquery(under))
        }
        Way::Employers(employers) => {
            let clubs = Query::select()
                .column((coverage::Entity, coverage::Column::UnitId))
                .from(coverage::Entity)
                .inner_join(
                    employer_path::Entity,
                    Expr::col((employer_path::Entity, employer_path::Column::Number))
                        .equals((coverage::Entity, coverage::Column::EmployerNumber)),
                )
                .and_where(employer_path::Column::Above.is_in(employers.iter().copied()))
                .and_where(coverage::Column::EndedAt.is_null())
                .to_owned();
            Condition::all().add(case::Column::UnitId.in_subquery(clubs))
        }
        Way::Workplace(..) | Way::Named => Condition::all().add(Expr::cust("1 = 0")),
    }
}
