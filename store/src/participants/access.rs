//! "Who can see this case?": by name, from the rule that decides.

use std::collections::{BTreeMap, HashSet};

use domain::access::{CaseAction, CaseFacts, Decision, Policy};
use domain::participants::{AccessView, Conflicted, Onlooker, Participant, Whom};
use domain::{CaseId, MemberId};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::access_log::Look;
use crate::cases::Readable;
use crate::entity::member;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

use super::keep_out::numbered;

impl Store {
    /// Exactly those who see the case today. Each is asked for by the rule itself, with the mandates they hold; nobody
    /// is listed because a table says that they should see it.
    pub async fn who_sees(&self, viewer: &Viewer, id: CaseId) -> Result<AccessView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await?;
        self.log_look(viewer, Look::Case(id)).await?;
        let may_work = case.may_work(viewer);
        let facts = case.facts();
        let policy = viewer.policy.clone();
        let taking_part = scope::participants_of(id, viewer.today).all(&self.db).await?;
        let conflicts = match may_work {
            true => super::kept_out(&self.db, &case, &self.content_key(&self.db, &case).await?).await?,
            false => Vec::new(),
        };
        let over = scope::holding_over(viewer, &policy, &case).all(&self.db).await?;
        let unprotected: BTreeMap<MemberId, String> = over
            .into_iter()
            .filter_map(|(_, person)| person)
            .map(|person| (person.id, format!("{} {}", person.given_name, person.family_name)))
            .collect();
        let named = self.may_be_named(unprotected.keys().copied()).await?;
        let blocked: Vec<MemberId> = conflicts.iter().filter_map(|one| person_of(&one.whom)).collect();
        let told: Vec<MemberId> =
            scope::persons_told(viewer, blocked).select_only().column(member::Column::Id).into_tuple().all(&self.db).await?;
        let people = taking_part.iter().map(|row| row.person_id).chain(conflicts.iter().map(|one| one.made_by)).chain(told.iter().copied());
        let names = names::of(&self.db, people.chain([case.owner()])).await?;
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();

        let mut participants = Vec::with_capacity(taking_part.len());
        for row in &taking_part {
            let sees = self.decides(row.person_id, CaseAction::Read, &policy, facts, viewer).await? == Decision::Allow;
            participants.push(Participant {
                person: row.person_id,
                name: name(row.person_id),
                role: row.role,
                until: row.until_date,
                sees,
            });
        }
        let take_part: HashSet<MemberId> = taking_part.iter().map(|row| row.person_id).chain([case.owner()]).collect();
        let (mut onlookers, mut unnamed) = (Vec::new(), 0);
        for (person, name) in unprotected.into_iter().filter(|(person, _)| !take_part.contains(person)) {
            let grants = self.grants(person, &policy, viewer.today).await?;
            let reads = grants.why_case(CaseAction::Read, facts);
            let knows = || grants.why_case(CaseAction::Know, facts);
            let Some((why, reads)) = reads.map(|why| (why, true)).or_else(|| knows().map(|why| (why, false))) else { continue };
            if named.contains(&person) {
                onlookers.push(Onlooker { name, reads, why });
            } else {
                unnamed += 1;
            }
        }
        onlookers.sort_by_cached_key(|one| (!one.reads, domain::text::sort_key(&one.name)));
        let mut conflicted = Vec::with_capacity(conflicts.len());
        for one in conflicts {
            let person = match &one.whom {
                Whom::Person(person) => Some(*person),
                Whom::Number(number) => numbered(&self.db, number).await?,
            };
            let holds = match person {
                Some(person) => self.decides(person, CaseAction::Know, &policy, facts, viewer).await? == Decision::Hidden,
                None => true,
            };
            let (name, made_by) =
                (person_of(&one.whom).filter(|person| told.contains(person)).map(name).unwrap_or_default(), name(one.made_by));
            conflicted.push(Conflicted { whom: one.whom, name, reason: one.reason, made_by, made_at: one.made_at, holds });
        }
        Ok(AccessView {
            case: id,
            number: case.number(),
            owner: name(case.owner()),
            mine: case.owner() == viewer.person(),
            may_work,
            participants,
            onlookers,
            unnamed,
            conflicted,
        })
    }

    /// Those among these parties of a case who read it by an office of theirs, and not because they take part in it: whoever
    /// works on the case is told, and can keep them out. The viewer is not told of themselves.
    pub(crate) async fn reading_parties(
        &self,
        viewer: &Viewer,
        case: &Readable,
        parties: impl Iterator<Item = MemberId>,
    ) -> Result<Vec<MemberId>, StoreError> {
        let facts = case.facts();
        let takes_part = |person: MemberId| person == facts.owner || facts.participants.iter().any(|(there, _)| *there == person);
        let mut asked: Vec<MemberId> = parties.filter(|party| *party != viewer.person() && !takes_part(*party)).collect();
        if asked.is_empty() || !case.may_work(viewer) {
            return Ok(Vec::new());
        }
        let policy = &viewer.policy;
        let over = scope::holding_over(viewer, policy, case).filter(member::Column::Id.is_in(asked.iter().copied())).all(&self.db).await?;
        asked.retain(|party| over.iter().any(|(mandate, _)| mandate.member_id == *party));
        let mut reading = Vec::new();
        for party in asked {
            if self.decides(party, CaseAction::Read, policy, facts, viewer).await? == Decision::Allow {
                reading.push(party);
            }
        }
        Ok(reading)
    }

    /// What the rule says of another person, with the mandates they hold now.
    async fn decides(
        &self,
        person: MemberId,
        action: CaseAction,
        policy: &Policy,
        facts: &CaseFacts,
        viewer: &Viewer,
    ) -> Result<Decision, StoreError> {
        Ok(self.grants(person, policy, viewer.today).await?.decide_case(action, facts))
    }

    /// Those among these who are not protected.
    async fn may_be_named(&self, ids: impl IntoIterator<Item = MemberId>) -> Result<HashSet<MemberId>, StoreError> {
        let rows = scope::names_of_holders(ids).all(&self.db).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

const fn person_of(whom: &Whom) -> Option<MemberId> {
    match whom {
        Whom::Person(person) => Some(*person),
        Whom::Number(_) => None,
    }
}
