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

/// Those who are called, in the order of the call. Whoever is protected is hidden, whatever was chosen then; and left out for
/// those who are not told that the case is about them too.
pub(super) async fn called(db: &impl ConnectionTrait, viewer: &Viewer, case: &Readable, plan: &Plan) -> Result<Vec<Attendee>, StoreError> {
    let on_case: HashMap<MemberId, CasePerson> = on_case(db, viewer, case).await?.into_iter().map(|person| (person.id, person)).collect();
    let persons = plan.participants.iter().filter_map(|one| one.person);
    let (names, protected) = (names::of(db, persons.clone()).await?, protected(db, persons).await?);
    let attendee = |one: &Participant| Attendee {
        id: one.id,
        side: one.side(),
        name: one.person.map_or_else(|| one.name.clone(), |person| names.get(&person).cloned().unwrap_or_default()),
        on_case: one.person.and_then(|person| on_case.get(&person)).map(|person| person.what),
        role: one.role.clone(),
        email: one.email.clone(),
        hidden: one.hidden || one.person.is_some_and(|person| protected.contains(&person)),
    };
    let untold = untold(db, viewer, case, plan).await?;
    Ok(plan.participants.iter().filter(|one| !untold.contains(one)).map(attendee).collect())
}

/// Those of a plan of whom the viewer is not told: see `scope::parties_of`.
pub(super) async fn untold(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    case: &Readable,
    plan: &Plan,
) -> Result<Vec<Participant>, StoreError> {
    if case.row().kind != CaseKind::Group {
        return Ok(Vec::new());
    }
    let told: Vec<MemberId> = on_case(db, viewer, case).await?.into_iter().map(|person| person.id).collect();
    let protected = protected(db, plan.participants.iter().filter_map(|one| one.person)).await?;
    let untold = |one: &&Participant| one.person.is_some_and(|person| protected.contains(&person) && !told.contains(&person));
    Ok(plan.participants.iter().filter(untold).cloned().collect())
}

async fn protected(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = MemberId>) -> Result<HashSet<MemberId>, StoreError> {
    let ids: Vec<MemberId> = scope::protected_among(ids).select_only().column(member::Column::Id).into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}
