//! Who can come to a meeting, and who was called.

use std::collections::{HashMap, HashSet};

use domain::MemberId;
use domain::cases::CaseKind;
use domain::meetings::{Attendee, CasePerson, OnCase, Participant, Plan};
use sea_orm::{ConnectionTrait, QuerySelect};

use crate::cases::Readable;
use crate::entity::member;
use crate::members::names;
use crate::{StoreError, Viewer, scope};

/// Those on a case of whom the viewer is told, each once, as the first of what they are: whom it is about, who answers for
/// it, who takes part. Whoever is kept out is called to nothing.
pub(super) async fn on_case(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable) -> Result<Vec<CasePerson>, StoreError> {
    let parties = scope::parties_of(viewer, [case.id()]).all(db).await?.into_iter().map(|row| (row.member_id, OnCase::Party));
    let takes_part = case.facts().participants.iter().map(|(person, _)| (*person, OnCase::Participant));
    let mut people: Vec<(MemberId, OnCase)> = Vec::new();
    for (id, what) in parties.chain([(case.owner_and_number().0, OnCase::Owner)]).chain(takes_part) {
        if people.iter().all(|(there, _)| *there != id) && !case.facts().conflicted.contains(&id) {
            people.push((id, what));
        }
    }
    let ids = people.iter().map(|(id, _)| *id);
    let (mut names, protected) = (names::of(db, ids.clone()).await?, protected(db, ids).await?);
    let mut people: Vec<CasePerson> = people
        .into_iter()
        .map(|(id, what)| CasePerson { id, name: names.remove(&id).unwrap_or_default(), what, protected: protected.contains(&id) })
        .collect();
    people.sort_by(|one, other| (one.what, &one.name).cmp(&(other.what, &other.name)));
    Ok(people)
}

/// What the viewer is told of those whom some plans name.
pub(super) struct Told {
    on_case: HashMap<MemberId, CasePerson>,
    names: HashMap<MemberId, String>,
    protected: HashSet<MemberId>,
    kind: CaseKind,
}

impl Told {
    pub(super) async fn of(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable, plans: &[&Plan]) -> Result<Self, StoreError> {
        let on_case = on_case(db, viewer, case).await?.into_iter().map(|person| (person.id, person)).collect();
        let persons: Vec<MemberId> = plans.iter().flat_map(|plan| plan.participants.iter().filter_map(|one| one.person)).collect();
        let (names, protected) = (names::of(db, persons.iter().copied()).await?, protected(db, persons).await?);
        Ok(Self { on_case, names, protected, kind: case.row().kind })
    }

    /// Those who are called, in the order of the call. Whoever is protected is hidden, whatever was chosen then; and left out
    /// for those who are not told that the case is about them too.
    pub(super) fn called(&self, plan: &Plan) -> Vec<Attendee> {
        let attendee = |one: &Participant| Attendee {
            id: one.id,
            side: one.side(),
            name: one.person.map_or_else(|| one.name.clone(), |person| self.names.get(&person).cloned().unwrap_or_default()),
            on_case: one.person.and_then(|person| self.on_case.get(&person)).map(|person| person.what),
            role: one.role.clone(),
            email: one.email.clone(),
            hidden: one.hidden || one.person.is_some_and(|person| self.protected.contains(&person)),
        };
        plan.participants.iter().filter(|one| !self.is_untold(one)).map(attendee).collect()
    }

    /// Whether the viewer is not told of one of them: see `scope::parties_of`.
    fn is_untold(&self, one: &Participant) -> bool {
        let untold = |person| self.protected.contains(&person) && !self.on_case.contains_key(&person);
        self.kind == CaseKind::Group && one.person.is_some_and(untold)
    }
}

/// Those who are called, as [`Told::called`] says.
pub(super) async fn called(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable, plan: &Plan) -> Result<Vec<Attendee>, StoreError> {
    Ok(Told::of(db, viewer, case, &[plan]).await?.called(plan))
}

/// Those of a plan of whom the viewer is not told.
pub(super) async fn untold(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    case: &Readable,
    plan: &Plan,
) -> Result<Vec<Participant>, StoreError> {
    if case.row().kind != CaseKind::Group {
        return Ok(Vec::new());
    }
    let told = Told::of(db, viewer, case, &[plan]).await?;
    Ok(plan.participants.iter().filter(|one| told.is_untold(one)).cloned().collect())
}

async fn protected(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = MemberId>) -> Result<HashSet<MemberId>, StoreError> {
    let ids: Vec<MemberId> = scope::protected_among(ids).select_only().column(member::Column::Id).into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}
