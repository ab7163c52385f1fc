//! What somebody's mandates give, on a day, under a policy.

use domain::access::{Breadth, Grant, Grants, Policy};
use domain::{Date, MemberId};

use crate::{Store, StoreError, scope};

impl Store {
    /// One grant for each mandate that is active on the day. Without any there is nothing that shows anything.
    pub(crate) async fn grants(&self, person: MemberId, policy: &Policy, today: Date) -> Result<Grants, StoreError> {
        let mandates = scope::active_mandates(person, today).all(&self.db).await?;
        let mut list: Vec<Grant> = mandates
            .into_iter()
            .filter_map(|(mandate, unit)| {
                let unit = unit?;
                Some(Grant {
                    mandate: mandate.id,
                    office: mandate.office,
                    unit: unit.id,
                    unit_name: unit.name,
                    workplace: mandate.workplace_number,
                    employers: mandate.workplace_number.into_iter().collect(),
                    until: mandate.to_date,
                    powers: policy.powers(mandate.office),
                })
            })
            .collect();
        self.employers_covered(&mut list).await?;
        Ok(Grants { person, list })
    }

    /// What the units cover, for those offices alone whose rights go by the employer, where the mandate names no workplace.
    async fn employers_covered(&self, list: &mut [Grant]) -> Result<(), StoreError> {
        let by_employer =
            |grant: &&mut Grant| grant.workplace.is_none() && grant.powers.iter().any(|power| power.breadth == Breadth::Employer);
        let mut grants: Vec<&mut Grant> = list.iter_mut().filter(by_employer).collect();
        if grants.is_empty() {
            return Ok(());
        }
        let covered = scope::coverages_of(grants.iter().map(|grant| grant.unit)).all(&self.db).await?;
        for grant in &mut grants {
            grant.employers = covered.iter().filter(|row| row.unit_id == grant.unit).map(|row| row.employer_number).collect();
        }
        Ok(())
    }
}
