//! Those who hold office, by name.

use std::collections::{HashMap, HashSet};

use domain::mandates::MandateState;
use domain::org::{Holder, Office};
use domain::{MandateId, MemberId, text};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::entity::{mandate, member};
use crate::mandates::term;
use crate::{Store, StoreError, Viewer, scope};

use super::SeenUnit;

impl Store {
    /// Who holds an office in the unit, now or later; leaders first, then in the order of the offices.
    pub(super) async fn holders(&self, viewer: &Viewer, unit: &SeenUnit) -> Result<Option<Vec<Holder>>, StoreError> {
        let Some(offices) = scope::offices_at(viewer, unit) else { return Ok(None) };
        let mut holders = self.named_holders(viewer, offices.all(&self.db).await?).await?;
        let rank = |office: Office| viewer.offices().rank(office);
        holders.sort_by_cached_key(|one| {
            (one.state != MandateState::Active, one.office != Office::CLUB_LEADER, rank(one.office), text::sort_key(&one.name))
        });
        Ok(Some(holders))
    }

    /// Mandates that came out of a scope with their holders' names, in the same order; those of people who may not be
    /// named are left out.
    pub(super) async fn named_holders(&self, viewer: &Viewer, mandates: Vec<mandate::Model>) -> Result<Vec<Holder>, StoreError> {
        let absent = self.absent_holders(&mandates).await?;
        let people: HashSet<MemberId> = mandates.iter().map(|mandate| mandate.member_id).chain(absent.values().copied()).collect();
        let names: HashMap<MemberId, String> = scope::names_of_holders(people.iter().copied())
            .select_only()
            .columns([member::Column::Id, member::Column::GivenName, member::Column::FamilyName])
            .into_tuple::<(MemberId, String, String)>()
            .all(&self.db)
            .await?
            .into_iter()
            .map(|(id, given, family)| (id, format!("{given} {family}")))
            .collect();
        let cards: HashSet<MemberId> = scope::members(viewer)
            .filter(member::Column::Id.is_in(names.keys().copied()))
            .select_only()
            .column(member::Column::Id)
            .into_tuple::<MemberId>()
            .all(&self.db)
            .await?
            .into_iter()
            .collect();
        let workplaces = self.workplace_names(mandates.iter().filter_map(|mandate| mandate.workplace_number)).await?;
        let holder = |mandate: mandate::Model| {
            let term = term(&mandate);
            let whose = |id: MandateId| absent.get(&id).and_then(|person| names.get(person)).cloned();
            Some(Holder {
                id: mandate.id,
                name: names.get(&mandate.member_id)?.clone(),
                card: cards.get(&mandate.member_id).copied(),
                office: mandate.office,
                workplace: mandate.workplace_number.and_then(|number| workplaces.get(&number).cloned()),
                term,
                state: term.state(viewer.today),
                elected: mandate.elected_on,
                notified: mandate.employer_notified_on,
                substitute_for: mandate.substitute_for.map(whose),
            })
        };
        Ok(mandates.into_iter().filter_map(holder).collect())
    }

    /// For substitutes: who holds the mandate in whose absence they serve.
    async fn absent_holders(&self, mandates: &[mandate::Model]) -> Result<HashMap<MandateId, MemberId>, StoreError> {
        let absent: Vec<MandateId> = mandates.iter().filter_map(|mandate| mandate.substitute_for).collect();
        if absent.is_empty() {
            return Ok(HashMap::new());
        }
        let rows: Vec<(MandateId, MemberId)> = scope::mandates_short(absent)
            .select_only()
            .columns([mandate::Column::Id, mandate::Column::MemberId])
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().collect())
    }
}
