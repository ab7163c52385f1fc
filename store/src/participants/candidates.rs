//! Whom one may ask.

use std::collections::HashMap;

use domain::members::MemberFilter;
use domain::participants::{Candidate, PersonForm};
use domain::{CaseId, MemberId, UnitId};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::cases::{CaseWork, Readable};
use crate::drafts::Draft;
use crate::entity::{case_party, mandate, member, unit};
use crate::links;
use crate::members::names;
use crate::scope::Candidates;
use crate::{Store, StoreError, Viewer, scope};

/// How many are shown; whoever is not among them is searched for by name.
const SHOWN: usize = 30;
/// How many are put in order, those nearest the case first.
const AMONG: u64 = 300;

impl Store {
    /// The form for asking somebody to take part.
    pub async fn participant_form(
        &self,
        viewer: &Viewer,
        case: CaseId,
        query: &str,
    ) -> Result<domain::participants::ParticipantForm, StoreError> {
        self.person_form(viewer, case, Candidates::TakePart, query, &form("add", case)).await
    }

    /// The form for giving the case to somebody. It is the owner's alone.
    pub async fn owner_form(&self, viewer: &Viewer, case: CaseId, query: &str) -> Result<domain::participants::OwnerForm, StoreError> {
        self.person_form(viewer, case, Candidates::TakePart, query, &form("give", case)).await
    }

    /// The form for keeping somebody out: see [`super::keep_out`] for whom.
    pub async fn conflict_form(
        &self,
        viewer: &Viewer,
        case: CaseId,
        query: &str,
    ) -> Result<domain::participants::ConflictForm, StoreError> {
        self.person_form(viewer, case, Candidates::KeepOut, query, &form("keep-out", case)).await
    }

    async fn person_form<T>(
        &self,
        viewer: &Viewer,
        case: CaseId,
        why: Candidates,
        query: &str,
        form: &str,
    ) -> Result<PersonForm<T>, StoreError>
    where
        T: serde::de::DeserializeOwned + Default,
    {
        let work = CaseWork::shown(&self.db, viewer, case, domain::lifecycle::Deed::People).await?;
        let policy = self.policy().await?;
        let found = scope::asked(viewer, &policy, &work, why, query).limit(AMONG).all(&self.db).await?;
        let (mut candidates, mut more) = self.nearest(&work, found).await?;
        let mut merged = Vec::new();
        if why == Candidates::KeepOut {
            let (others, there_are_more) = self.without_office(viewer, work.readable(), query).await?;
            let new = |one: &Candidate| candidates.iter().all(|there| there.person != one.person);
            let others: Vec<Candidate> = others.into_iter().filter(new).collect();
            // Those whom the case is about come first; of those who are searched for, those who hold office.
            let at = if query.trim().is_empty() { 0 } else { candidates.len() };
            candidates.splice(at..at, others);
            more |= there_are_more;
            merged = links::merged_with(&self.db, viewer, work.readable()).await?;
        }
        let draft = self.draft_with_time::<T>(viewer, form).await?;
        let kept = draft.as_ref().map(|(_, at)| domain::drafts::Kept { at: *at, today: viewer.today });
        let Draft { typed, errors } = draft.map(|(draft, _)| draft).unwrap_or_default();
        Ok(PersonForm { case, version: work.readable().version(), query: query.to_owned(), candidates, more, merged, typed, errors, kept })
    }

    /// Those who can be kept out without an office near the case: whom the case is about, or what a search in the list of
    /// members finds, which is logged as one.
    async fn without_office(&self, viewer: &Viewer, case: &Readable, query: &str) -> Result<(Vec<Candidate>, bool), StoreError> {
        let (people, more): (Vec<(MemberId, String)>, bool) = if query.trim().is_empty() {
            let parties = scope::parties_of(viewer, [case.id()]).all(&self.db).await?;
            (names::of(&self.db, parties.iter().map(|row| row.member_id)).await?.into_iter().collect(), false)
        } else {
            let found = self.members(viewer, &MemberFilter { query: query.to_owned(), ..MemberFilter::default() }).await?;
            let more = found.next.is_some() || found.rows.len() > SHOWN;
            (found.rows.into_iter().map(|row| (row.id, row.name)).take(SHOWN).collect(), more)
        };
        let mut people: Vec<Candidate> = people
            .into_iter()
            .filter(|(person, _)| *person != viewer.person() && *person != case.owner())
            .map(|(person, name)| Candidate { person, name, office: None })
            .collect();
        people.sort_by_cached_key(|one| domain::text::sort_key(&one.name));
        Ok((people, more))
    }

    /// Each person once, by the office nearest the case; those nearest first, then by name.
    async fn nearest(
        &self,
        work: &CaseWork,
        found: Vec<(mandate::Model, Option<member::Model>)>,
    ) -> Result<(Vec<Candidate>, bool), StoreError> {
        let units: Vec<UnitId> = found.iter().map(|(mandate, _)| mandate.unit_id).collect();
        let names: HashMap<UnitId, String> = scope::units()
            .filter(unit::Column::Id.is_in(units))
            .all(&self.db)
            .await?
            .into_iter()
            .map(|unit| (unit.id, unit.name))
            .collect();
        let own = work.readable().units();
        // The case's own unit, then what else is near, then the rest.
        let far = |unit: UnitId| match own.iter().position(|above| *above == unit) {
            Some(_) if unit == work.readable().unit() => 0,
            Some(_) => 1,
            None => 2,
        };
        let mut all: Vec<(u8, String, Candidate)> = found
            .into_iter()
            .filter_map(|(mandate, person)| {
                let person = person?;
                let name = format!("{} {}", person.given_name, person.family_name);
                let unit = names.get(&mandate.unit_id).cloned().unwrap_or_default();
                Some((far(mandate.unit_id), person.name_sort, Candidate { person: person.id, name, office: Some((mandate.office, unit)) }))
            })
            .collect();
        all.sort_by(|one, other| (one.0, &one.1, one.2.person, &one.2.office).cmp(&(other.0, &other.1, other.2.person, &other.2.office)));
        let mut seen: Vec<MemberId> = Vec::new();
        all.retain(|(_, _, one)| {
            !seen.contains(&one.person) && {
                seen.push(one.person);
                true
            }
        });
        let more = all.len() > SHOWN;
        Ok((all.into_iter().take(SHOWN).map(|(_, _, one)| one).collect(), more))
    }
}

/// The name of the draft.
pub(super) fn form(what: &str, case: CaseId) -> String {
    format!("participants/{what}/{case}")
}

/// Whether this person may be asked, or kept out: asked again where it is done.
pub(super) async fn may_be_chosen(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    policy: &domain::access::Policy,
    work: &CaseWork,
    why: Candidates,
    person: MemberId,
) -> Result<bool, StoreError> {
    let found = scope::asked(viewer, policy, work, why, "").filter(member::Column::Id.eq(person)).one(db).await?;
    if found.is_some() || why == Candidates::TakePart || person == viewer.person() {
        return Ok(found.is_some());
    }
    let seen = scope::members(viewer).filter(member::Column::Id.eq(person)).one(db).await?;
    let of_parties = scope::parties_of(viewer, [work.id()]).filter(case_party::Column::MemberId.eq(person));
    Ok(seen.is_some() || of_parties.one(db).await?.is_some())
}
