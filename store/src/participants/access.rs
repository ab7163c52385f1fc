//! "Who can see this case?": by name, from the rule that decides.

use std::collections::{BTreeMap, HashSet};

use domain::access::{CaseAction, CaseFacts, Decision, Policy};
use domain::participants::{AccessView, Conflicted, Onlooker, Participant};
use domain::{CaseId, MemberId};

use crate::access_log::Look;
use crate::cases::Readable;
use crate::cases::contents::conflict_place;
use crate::members::names;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// Exactly those who see the case today. Each is asked for by the rule itself, with the mandates they hold; nobody
    /// is listed because a table says that they should see it.
    pub async fn who_sees(&self, viewer: &Viewer, id: CaseId) -> Result<AccessView, StoreError> {
        let case = self.unless_guessing(viewer, Readable::find(&self.db, viewer, id).await).await?;
        self.log_look(viewer, Look::Case(id)).await?;
        let may_work = case.may_work(viewer);
        let facts = case.facts();
        let policy = self.policy().await?;
        let taking_part = scope::participants_of(id, viewer.today).all(&self.db).await?;
        let conflicts = if may_work { scope::conflicts_of(id).all(&self.db).await? } else { Vec::new() };
        let over = scope::holding_over(viewer, &policy, &case).all(&self.db).await?;
        let unprotected: BTreeMap<MemberId, String> = over
            .into_iter()
            .filter_map(|(_, person)| person)
            .map(|person| (person.id, format!("{} {}", person.given_name, person.family_name)))
            .collect();
        let named = self.may_be_named(unprotected.keys().copied()).await?;
        let people = taking_part.iter().map(|row| row.person_id).chain(conflicts.iter().flat_map(|row| [row.person_id, row.made_by]));
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
        if !conflicts.is_empty() {
            let key = self.content_key(&self.db, &case).await?;
            for row in conflicts {
                let holds = self.decides(row.person_id, CaseAction::Know, &policy, facts, viewer).await? == Decision::Hidden;
                conflicted.push(Conflicted {
                    person: row.person_id,
                    name: name(row.person_id),
                    reason: key.open_text(&conflict_place(id, row.person_id), &row.reason)?,
                    made_by: name(row.made_by),
                    made_at: row.made_at,
                    holds,
                });
            }
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
