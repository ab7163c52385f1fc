//! What somebody's mandates give, on a day, under a policy.

use domain::access::{Breadth, Grant, Grants, Policy};
use domain::{Date, MemberId};

use crate::scope::{self, Held};
use crate::{Store, StoreError};

impl Store {
    /// One grant for each mandate that is active on the day. Without any there is nothing that shows anything.
    pub(crate) async fn grants(&self, person: MemberId, policy: &Policy, today: Date) -> Result<Grants, StoreError> {
        let held = scope::active_mandates(person, today).all(&self.db).await?;
        self.grants_of(person, held, policy).await
    }

    /// The same, of mandates that have been read.
    pub(super) async fn grants_of(&self, person: MemberId, held: Vec<Held>, policy: &Policy) -> Result<Grants, StoreError> {
        let grant = |held: Held| Grant {
            mandate: held.mandate,
            office: held.office,
            unit: held.unit_id,
            unit_name: held.unit_name,
            workplace: held.workplace_number,
            employers: held.workplace_number.into_iter().collect(),
            until: held.to_date,
            powers: policy.powers(held.office),
        };
        let mut list: Vec<Grant> = held.into_iter().map(grant).collect();
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
