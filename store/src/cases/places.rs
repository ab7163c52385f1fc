//! The clubs and workplaces about all of which a case can be opened, and what they are called.

use std::collections::HashMap;

use domain::access::{Action, DataClass, Way};
use domain::cases::{About, CaseKind, CaseType, Everybody, Place, PlacePage, Sensitivity};
use domain::identity::OrgNumber;
use domain::{CaseId, Code, Field, UnitId, text};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{case, employer_unit, unit};
use crate::{Store, StoreError, Viewer, scope};

use super::club::{club_of, wrong};

/// How many are shown; whoever does not find theirs searches by name.
const SHOWN: usize = 30;
/// How many clubs are looked through.
const CLUBS: u64 = 5_000;
/// Of so many clubs the workplaces are shown too.
const WITH_WORKPLACES: usize = 10;
/// How many workplaces are looked through.
const WORKPLACES: u64 = 2_000;

impl Store {
    /// Where the viewer may open a case of this type about everybody, as far as the name fits what was searched for.
    pub async fn case_places(&self, viewer: &Viewer, case_type: &CaseType, query: &str) -> Result<PlacePage, StoreError> {
        let facts = viewer.case_types.offer(*case_type).ok_or_else(|| wrong(Field::CaseType, Code::NotOffered))?;
        let clubs: Vec<(UnitId, String)> = scope::clubs_to_open_in(viewer, facts.sensitivity)
            .select_only()
            .columns([unit::Column::Id, unit::Column::Name])
            .order_by_asc(unit::Column::Name)
            .limit(CLUBS)
            .into_tuple()
            .all(&self.db)
            .await?;
        let wanted = text::search_words(query);
        let fits = |name: &str| {
            let name = text::searched(name);
            wanted.iter().all(|word| name.contains(&format!(" {word}")))
        };
        // The workplaces of one's own clubs, and those that a mandate names.
        let all = if clubs.len() <= WITH_WORKPLACES { clubs.iter().map(|(club, _)| *club).collect() } else { Vec::new() };
        let named: Vec<(UnitId, OrgNumber)> = viewer
            .grants
            .ways(DataClass::contents(facts.sensitivity), Action::Open)
            .filter_map(|(way, _)| if let Way::Workplace(club, number) = way { Some((club, number)) } else { None })
            .collect();
        let within: Vec<UnitId> = all.iter().copied().chain(named.iter().map(|(club, _)| *club)).collect();
        let mut workplaces: Vec<(Place, Everybody)> = Vec::new();
        if !within.is_empty() {
            let rows = scope::workplaces_of(within).limit(WORKPLACES).all(&self.db).await?;
            for (workplace, club) in rows.into_iter().filter_map(|(workplace, covered)| Some((workplace, covered?.unit_id))) {
                let place = Place { club, workplace: Some(workplace.number) };
                let may = all.contains(&club) || named.contains(&(club, workplace.number));
                if may && fits(&workplace.name) && workplaces.iter().all(|(other, _)| *other != place) {
                    workplaces.push((place, Everybody::Workplace(workplace.name)));
                }
            }
        }
        let clubs = clubs.into_iter().filter(|(_, name)| fits(name));
        let mut places: Vec<(Place, Everybody)> =
            clubs.map(|(club, name)| (Place { club, workplace: None }, Everybody::Club(name))).collect();
        places.sort_by_cached_key(|(_, name)| sort_key(name));
        workplaces.sort_by_cached_key(|(_, name)| sort_key(name));
        places.extend(workplaces);
        let more = places.len() > SHOWN;
        places.truncate(SHOWN);
        Ok(PlacePage { places, more })
    }

    /// What a place is called where the viewer may open a case of any kind; `None` anywhere else.
    pub async fn case_place(&self, viewer: &Viewer, place: Place) -> Result<Option<Everybody>, StoreError> {
        match club_of(&self.db, viewer, &About::Everybody(place), Sensitivity::ALL).await {
            Ok(_) => Ok(self.called(&[place]).await?.pop()),
            Err(StoreError::Invalid(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Where everybody is, for those of these cases that are about all at a place.
    pub(super) async fn everybody_in(&self, rows: &[case::Model]) -> Result<HashMap<CaseId, Everybody>, StoreError> {
        let about_all: Vec<&case::Model> = rows.iter().filter(|row| row.kind == CaseKind::Collective).collect();
        let places: Vec<Place> = about_all.iter().map(|row| Place { club: row.unit_id, workplace: row.workplace_number }).collect();
        Ok(about_all.into_iter().map(|row| row.id).zip(self.called(&places).await?).collect())
    }

    /// What these places are called, in the same order.
    async fn called(&self, places: &[Place]) -> Result<Vec<Everybody>, StoreError> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let clubs = scope::units().filter(unit::Column::Id.is_in(places.iter().map(|place| place.club))).all(&self.db).await?;
        let numbers = places.iter().filter_map(|place| place.workplace);
        let workplaces = scope::employer_units().filter(employer_unit::Column::Number.is_in(numbers)).all(&self.db).await?;
        let called = |place: &Place| match place.workplace {
            Some(number) => {
                let found = workplaces.iter().find(|row| row.number == number);
                Everybody::Workplace(found.map(|row| row.name.clone()).unwrap_or_default())
            }
            None => {
                let found = clubs.iter().find(|row| row.id == place.club);
                Everybody::Club(found.map(|row| row.name.clone()).unwrap_or_default())
            }
        };
        Ok(places.iter().map(called).collect())
    }
}

fn sort_key(name: &Everybody) -> String {
    let (Everybody::Club(name) | Everybody::Workplace(name)) = name;
    text::sort_key(name)
}
