//! The page of one employer or workplace.

use std::collections::{HashMap, HashSet};

use domain::employers::{ClubHere, EmployerView, Named, Representative, WorkplaceHere, readable_place};
use domain::identity::OrgNumber;
use domain::org::{Office, UnitKind};
use domain::registry::Protection;
use domain::{MemberId, UnitId, text};
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, QuerySelect};

use crate::access_log::Look;
use crate::entity::{coverage, employer_unit, mandate, member, unit};
use crate::{Store, StoreError, Viewer, scope};

/// Most workplaces shown; a large municipality has many hundreds.
const WORKPLACES: usize = 100;
/// Most alerts shown.
const ALERTS: u64 = 50;

impl Store {
    /// An employer or workplace the viewer is shown, with the look logged: it names representatives. Any other is
    /// [`StoreError::NotFound`].
    pub async fn employer(&self, viewer: &Viewer, number: OrgNumber) -> Result<EmployerView, StoreError> {
        let own = employer_unit::Column::Number.eq(number);
        let row = scope::employers(viewer).filter(own).one(&self.db).await?.ok_or(StoreError::NotFound)?;
        self.log_look(viewer, Look::Employer).await?;
        let members = self.members_at(viewer, scope::under(number)).await?;
        let (workplaces, workplaces_total) = self.workplaces_under(viewer, number, &members).await?;
        Ok(EmployerView {
            above: self.above(viewer, row.parent_number).await?,
            is_workplace: row.kind == "underenhet",
            address: address(&row),
            form: row.form_name.unwrap_or(row.form),
            industry: row.industry,
            phone: row.phone,
            email: row.email,
            website: row.website,
            heads: row.employees,
            bankrupt: row.bankrupt.then_some(row.bankrupt_on),
            winding_up: row.winding_up.then_some(row.winding_up_on),
            closed_on: row.closed_on,
            removed: row.removed_at.is_some(),
            unit: Named { number, name: row.name },
            members: members.get(&number).copied().unwrap_or_default(),
            workplaces,
            workplaces_total,
            clubs: self.clubs_here(viewer, number).await?,
            agreements: self.agreements_at(viewer, number).await?,
            alerts: self.alerts_about(viewer, number, ALERTS).await?,
            today: viewer.today,
        })
    }

    /// Which of these the viewer may open.
    pub(crate) async fn employers_shown(
        &self,
        viewer: &Viewer,
        numbers: impl IntoIterator<Item = OrgNumber>,
    ) -> Result<HashSet<OrgNumber>, StoreError> {
        let numbers: Vec<OrgNumber> = numbers.into_iter().collect();
        if numbers.is_empty() {
            return Ok(HashSet::new());
        }
        let shown: Vec<OrgNumber> = scope::employers(viewer)
            .filter(employer_unit::Column::Number.is_in(numbers))
            .select_only()
            .column(employer_unit::Column::Number)
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(shown.into_iter().collect())
    }

    async fn above(&self, viewer: &Viewer, parent: Option<OrgNumber>) -> Result<Option<(Named, bool)>, StoreError> {
        let Some(number) = parent else { return Ok(None) };
        let name = self.workplace_names([number]).await?.remove(&number);
        let shown = self.employers_shown(viewer, [number]).await?.contains(&number);
        Ok(Some((Named { number, name: name.unwrap_or_else(|| number.spaced()) }, shown)))
    }

    /// The workplaces under a unit that the viewer is shown, those with most of the viewer's members first.
    async fn workplaces_under(
        &self,
        viewer: &Viewer,
        number: OrgNumber,
        members: &HashMap<OrgNumber, u64>,
    ) -> Result<(Vec<WorkplaceHere>, u64), StoreError> {
        let rows: Vec<(OrgNumber, String)> = scope::employers(viewer)
            .filter(employer_unit::Column::Number.in_subquery(scope::under(number)))
            .filter(employer_unit::Column::Number.ne(number))
            .filter(employer_unit::Column::Kind.eq("underenhet"))
            .filter(employer_unit::Column::ClosedOn.is_null().or(employer_unit::Column::ClosedOn.gte(viewer.today)))
            .select_only()
            .columns([employer_unit::Column::Number, employer_unit::Column::Name])
            .into_tuple()
            .all(&self.db)
            .await?;
        let total = rows.len() as u64;
        let with_members = |(number, name)| {
            let members = members.get(&number).copied().unwrap_or_default();
            WorkplaceHere { unit: Named { number, name }, members }
        };
        let mut rows: Vec<WorkplaceHere> = rows.into_iter().map(with_members).collect();
        rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.members), text::sort_key(&row.unit.name)));
        rows.truncate(WORKPLACES);
        Ok((rows, total))
    }

    /// The clubs that cover a unit, or one it lies under, with those who hold an office in them today.
    async fn clubs_here(&self, viewer: &Viewer, number: OrgNumber) -> Result<Vec<ClubHere>, StoreError> {
        let covering: Vec<UnitId> = scope::everything::<coverage::Entity>()
            .filter(coverage::Column::EmployerNumber.in_subquery(scope::over(number)))
            .filter(coverage::Column::EndedAt.is_null())
            .select_only()
            .column(coverage::Column::UnitId)
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut clubs: Vec<unit::Model> = scope::units()
            .filter(unit::Column::Id.is_in(covering))
            .filter(unit::Column::Kind.eq(UnitKind::Club))
            .filter(unit::Column::EndedAt.is_null())
            .all(&self.db)
            .await?;
        clubs.sort_by_cached_key(|club| text::sort_key(&club.name));
        let locals = scope::units().filter(unit::Column::Id.is_in(clubs.iter().filter_map(|club| club.parent_id))).all(&self.db).await?;
        let mut offices = self.offices_here(viewer, number, clubs.iter().map(|club| club.id)).await?;
        let opens = self.units_shown(viewer, clubs.clone()).await?;
        let here = |club: unit::Model| ClubHere {
            id: club.id,
            may_open: opens.contains(&club.id),
            local: locals.iter().find(|local| Some(local.id) == club.parent_id).map(|local| local.name.clone()).unwrap_or_default(),
            representatives: offices.remove(&club.id).unwrap_or_default(),
            name: club.name,
        };
        Ok(clubs.into_iter().map(here).collect())
    }

    /// Who holds which office in these clubs. Representatives of one workplace are named there and above it, not at the
    /// others; somebody whose address or membership is protected is named nowhere.
    async fn offices_here(
        &self,
        viewer: &Viewer,
        number: OrgNumber,
        clubs: impl IntoIterator<Item = UnitId>,
    ) -> Result<HashMap<UnitId, Vec<Representative>>, StoreError> {
        let narrowed_to_here = mandate::Column::WorkplaceNumber.in_subquery(scope::under(number));
        let mandates =
            scope::offices_in(viewer, clubs).filter(mandate::Column::WorkplaceNumber.is_null().or(narrowed_to_here)).all(&self.db).await?;
        let names: HashMap<MemberId, String> = scope::persons_named(mandates.iter().map(|mandate| mandate.member_id))
            .filter(member::Column::Protection.eq(Protection::None))
            .filter(member::Column::Shielded.eq(false))
            .filter(member::Column::EndedAt.is_null())
            .all(&self.db)
            .await?
            .into_iter()
            .map(|row| (row.id, format!("{} {}", row.given_name, row.family_name)))
            .collect();
        let mut offices: HashMap<UnitId, Vec<Representative>> = HashMap::new();
        for mandate in mandates {
            if let Some(name) = names.get(&mandate.member_id) {
                offices.entry(mandate.unit_id).or_default().push(Representative { name: name.clone(), office: mandate.office });
            }
        }
        let rank = |office: Office| viewer.offices().rank(office);
        for here in offices.values_mut() {
            here.sort_by_cached_key(|one| (one.office != Office::CLUB_LEADER, rank(one.office), text::sort_key(&one.name)));
        }
        Ok(offices)
    }
}

fn address(row: &employer_unit::Model) -> Vec<String> {
    let place = row.city.as_deref().map(readable_place);
    let city = match (&row.postal_code, place) {
        (Some(code), Some(place)) => Some(format!("{code} {place}")),
        (code, place) => code.clone().or(place),
    };
    [row.street.clone(), city].into_iter().flatten().collect()
}
