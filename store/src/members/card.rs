//! One member's card.

use domain::access::{Action, DataClass, Decision};
use domain::identity::NationalId;
use domain::members::{Employment, MemberCard};
use domain::{MemberId, UnitId};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::access_log::{Detail, Look};
use crate::crypto::Place;
use crate::entity::{employer_unit, member, unit};
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The card of a member in scope, with the look logged. Anybody else is [`StoreError::NotFound`].
    pub async fn member(&self, viewer: &Viewer, id: MemberId) -> Result<MemberCard, StoreError> {
        let found = scope::members(viewer).filter(member::Column::Id.eq(id)).one(&self.db).await?.ok_or(StoreError::NotFound);
        let row = self.unless_guessing(viewer, found).await?;
        let facts = super::facts::of(&self.db, viewer, &row).await?;
        // The scope let the row through; the rule must say why. If the two ever differ, nobody sees anything.
        let why = viewer.grants.why_member(DataClass::MemberBasics, Action::See, &facts).ok_or(StoreError::NotFound)?;
        let contact = viewer.grants.decide_member(DataClass::MemberContact, Action::See, &facts) == Decision::Allow;
        self.log_detailed(viewer, Look::Member(id), &Detail::by(&why)).await?;
        let number = self.open_sealed(&Place::new("members", "national_id", row.id), &row.national_id).await?;
        let masked = std::str::from_utf8(&number).ok().and_then(|digits| NationalId::read(digits).ok()).map(|id| id.masked());
        Ok(MemberCard {
            id,
            name: format!("{} {}", row.given_name, row.family_name),
            member_no: row.registry_key,
            national_id: Some(masked.ok_or(StoreError::Inconsistent { table: "members", what: "a national id that is none" })?)
                .filter(|_| contact),
            phone: row.phone.filter(|_| contact),
            email: row.email.filter(|_| contact),
            address: [row.street, row.postal_code.zip(row.city).map(|(code, city)| format!("{code} {city}"))]
                .into_iter()
                .flatten()
                .filter(|_| contact)
                .collect(),
            contact,
            kind: row.kind,
            section: row.section,
            local: self.unit_name(row.local_id).await?,
            joined: row.joined_on,
            employments: self.employments(viewer, id).await?,
            cases: self.cases_about(viewer, id).await?,
            why,
            protected: facts.protected,
            may_open_case: self.opens_case_about(viewer, id, &facts).await?,
            today: viewer.today,
        })
    }

    pub(crate) async fn employments(&self, viewer: &Viewer, id: MemberId) -> Result<Vec<Employment>, StoreError> {
        let mut rows = scope::employments_of([id]).all(&self.db).await?;
        rows.sort_by_key(|row| (row.to_date.is_some_and(|to| to < viewer.today), std::cmp::Reverse(row.percent)));
        let workplaces = scope::employer_units()
            .filter(employer_unit::Column::Number.is_in(rows.iter().map(|row| row.workplace_number)))
            .all(&self.db)
            .await?;
        let shown = self.employers_shown(viewer, rows.iter().map(|row| row.workplace_number)).await?;
        let parents = self.workplace_names(workplaces.iter().filter_map(|unit| unit.parent_number)).await?;
        Ok(rows
            .into_iter()
            .map(|row| {
                let workplace = workplaces.iter().find(|unit| unit.number == row.workplace_number);
                Employment {
                    title: row.title,
                    workplace: workplace.map(|unit| unit.name.clone()).unwrap_or_default(),
                    employer: workplace.and_then(|unit| unit.parent_number.as_ref()).and_then(|parent| parents.get(parent).cloned()),
                    workplace_number: shown.get(&row.workplace_number).copied(),
                    percent: u8::try_from(row.percent).unwrap_or_default(),
                    tariff_area: row.tariff_area,
                    from: row.from_date,
                    to: row.to_date,
                }
            })
            .collect())
    }

    /// A unit's name.
    pub(crate) async fn unit_name(&self, id: UnitId) -> Result<String, StoreError> {
        let row = scope::units().filter(unit::Column::Id.eq(id)).one(&self.db).await?;
        row.map(|row| row.name).ok_or(StoreError::Inconsistent { table: "units", what: "a unit that is pointed at is missing" })
    }
}
