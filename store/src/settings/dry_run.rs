//! What a matrix would do, tried on some of those whom it touches.

use std::collections::{BTreeMap, HashSet};

use domain::access::{Change, Policy};
use domain::org::Office;
use domain::settings::{DryRun, OfficeTouched, Sampled};
use domain::{Date, MemberId, UnitId};
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect};

use crate::entity::mandate;
use crate::{Store, StoreError, scope};

use super::SettingsReader;

/// How many holders are counted for, in all.
const SAMPLE: usize = 10;
/// Of how many mandates of an office the sample is taken.
const AMONG: u64 = 50;

impl Store {
    /// How many hold each office whose rights change, and for some of them what they reach before and after. The work is
    /// bounded, however large the union is: a fixed number of persons is counted for.
    pub(super) async fn dry_run(
        &self,
        reader: &SettingsReader,
        now: &Policy,
        then: &Policy,
        changes: &[Change],
        today: Date,
    ) -> Result<DryRun, StoreError> {
        let mut offices: Vec<Office> = changes.iter().map(|change| change.office).collect();
        offices.dedup();
        let each = (SAMPLE / offices.len().max(1)).max(1);
        let (mut touched, mut left) = (Vec::with_capacity(offices.len()), SAMPLE);
        for office in offices {
            let persons = scope::mandates_of_office(reader, office, today).select_only().column(mandate::Column::MemberId).distinct();
            let holders = persons.count(&self.db).await?;
            let mut sample = Vec::new();
            for (person, unit) in self.some_holders(reader, office, today, each.min(left)).await? {
                let (before, after) = (self.imagine(reader, person, now, today).await?, self.imagine(reader, person, then, today).await?);
                sample.push(Sampled {
                    unit: self.unit_name(unit).await?,
                    before: self.reached(&before).await?,
                    after: self.reached(&after).await?,
                });
            }
            left -= sample.len();
            touched.push(OfficeTouched { office, holders, sample });
        }
        Ok(DryRun { offices: touched })
    }

    /// Different persons at different places, as far as there are any.
    async fn some_holders(
        &self,
        reader: &SettingsReader,
        office: Office,
        today: Date,
        at_most: usize,
    ) -> Result<Vec<(MemberId, UnitId)>, StoreError> {
        let rows =
            scope::open_mandates_of_office(reader, office, today).order_by_asc(mandate::Column::Id).limit(AMONG).all(&self.db).await?;
        let mut places: BTreeMap<UnitId, Vec<MemberId>> = BTreeMap::new();
        for row in rows {
            places.entry(row.unit_id).or_default().push(row.member_id);
        }
        let (mut chosen, mut seen) = (Vec::new(), HashSet::new());
        let most = places.values().map(Vec::len).max().unwrap_or(0);
        for round in 0..most {
            for (unit, persons) in &places {
                if let Some(person) = persons.get(round).filter(|person| chosen.len() < at_most && seen.insert(**person)) {
                    chosen.push((*person, *unit));
                }
            }
        }
        Ok(chosen)
    }
}
