//! Keeping somebody out of a case for conflict of interest.
//!
//! Anybody in the registry can be kept out, before they have any office too: the scope goes by person, and a block that is
//! there holds from the first day of an office. By name one chooses among those of whom one may know: who holds office
//! near the case, whom one may see in lists of members, and whom the case is about.
//!
//! Anybody else is kept out by member number, and the form must not tell what the registry says of a number: that somebody
//! is a member of a union is a special category of personal data. So a number that leads to nobody, to a member whom the
//! viewer may not see and to somebody protected are one and the same here: each is accepted, written down as the number
//! that was typed and nothing else, shown as that number, and raised to a name nowhere. It holds for whoever has the number,
//! now or when the registry brings them. The price is that a wrong number is not found out; the page says so.
//!
//! What is left to learn from a number is what it does to those whom the case names anyway: that the part of somebody who
//! takes part ends, and that one fewer of those who are not named reads it by office. Whoever tries numbers for that leaves
//! a line in the timeline with each.

use domain::lifecycle::Deed;
use domain::participants::{NewConflict, Whom};
use domain::{CaseId, Code, Field, FieldErrors, MemberId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use crate::cases::contents::{conflict_number_place, conflict_place};
use crate::cases::{CaseWork, Event, Readable};
use crate::crypto::ContentKey;
use crate::entity::{EventKind, case_conflict, case_conflict_number, member};
use crate::scope::Candidates;
use crate::{Store, StoreError, Viewer, drafts, meetings, scope};

use super::add::not_offered;
use super::candidates::{form, may_be_chosen};
use super::remove::{end_part, hand_tasks_on};

/// Somebody who is kept out of a case, and why.
pub(crate) struct KeptOut {
    pub(crate) whom: Whom,
    pub(crate) reason: String,
    pub(crate) made_by: MemberId,
    pub(crate) made_at: Timestamp,
}

impl Store {
    /// From the next request on this person sees no trace of the case, whatever they hold or have written in it. Their
    /// part is ended, their open tasks become the owner's, they are not called any more to meetings that are to come, and
    /// what they had begun to write is thrown away. Gives whether they had been called to any.
    ///
    /// The owner cannot be kept out before the case is another's: that is [`Code::NotOffered`], and so is somebody chosen
    /// of whom the viewer may not know.
    pub async fn keep_out(&self, viewer: &Viewer, case: CaseId, new: NewConflict) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let policy = self.policy().await?;
        let tx = self.begin().await?;
        let work = CaseWork::prove_for(&tx, viewer, case, Deed::People).await?;
        let whom = match new.whom {
            Whom::Person(person) => {
                let case = work.readable();
                let there = is_there(&tx, case.id(), &Whom::Person(person)).await?;
                let may = there || may_be_chosen(&tx, viewer, &policy, &work, Candidates::KeepOut, person).await?;
                if case.owner() == person || !may {
                    return Err(not_offered());
                }
                Whom::Person(person)
            }
            Whom::Number(number) => match numbered(&tx, &number).await? {
                // Their names are known to whoever works on the case.
                Some(person) if person == work.readable().owner() || person == viewer.person() => {
                    return Err(StoreError::Invalid(FieldErrors(vec![(Field::MemberNumber, Code::NotOffered)])));
                }
                Some(person) if may_be_chosen(&tx, viewer, &policy, &work, Candidates::KeepOut, person).await? => Whom::Person(person),
                _ => Whom::Number(number),
            },
        };
        let key = self.content_key(&tx, work.readable()).await?;
        let was_called = block(&tx, viewer, now, (&work, &key), &whom, &new.reason).await?;
        drafts::drop_in(&tx, viewer, &form("keep-out", case)).await?;
        tx.commit().await?;
        Ok(was_called)
    }
}

/// Keeps somebody out of a case in the caller's transaction, with all that follows; once more changes nothing. That they do
/// not own it is asked before. Gives whether they had been called to a meeting that is to come; of a number that is not said.
pub(crate) async fn block(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    now: Timestamp,
    (work, key): (&CaseWork, &ContentKey),
    whom: &Whom,
    reason: &str,
) -> Result<bool, StoreError> {
    if is_there(tx, work.id(), whom).await? {
        return Ok(false);
    }
    let (case, made_by) = (work.id(), viewer.person());
    let person = match whom {
        Whom::Person(person) => {
            let reason = key.seal(&conflict_place(case, *person), reason.as_bytes())?;
            let row = case_conflict::ActiveModel {
                case_id: Set(case),
                person_id: Set(*person),
                reason: Set(reason),
                made_by: Set(made_by),
                made_at: Set(now),
            };
            case_conflict::Entity::insert(row).exec_without_returning(tx).await?;
            Some(*person)
        }
        Whom::Number(number) => {
            let reason = key.seal(&conflict_number_place(case, number), reason.as_bytes())?;
            let row = case_conflict_number::ActiveModel {
                case_id: Set(case),
                number: Set(number.clone()),
                reason: Set(reason),
                made_by: Set(made_by),
                made_at: Set(now),
            };
            case_conflict_number::Entity::insert(row).exec_without_returning(tx).await?;
            numbered(tx, number).await?
        }
    };
    let mut was_called = false;
    if let Some(person) = person {
        end_part(tx, work, person).await?;
        hand_tasks_on(tx, work, person, work.readable().owner()).await?;
        drafts::drop_about(tx, case, Some(person)).await?;
        let silent = matches!(whom, Whom::Number(_));
        was_called = meetings::call_no_more(tx, viewer, now, (work, key), person, silent).await? && !silent;
    }
    tell(tx, viewer, now, (work, key), EventKind::ConflictSet, whom).await?;
    Ok(was_called)
}

/// Writes the line about somebody who is kept out, or not any more; of a number nothing but the number, sealed.
pub(super) async fn tell(
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    at: Timestamp,
    (work, key): (&CaseWork, &ContentKey),
    kind: EventKind,
    whom: &Whom,
) -> Result<(), StoreError> {
    let (subject, detail) = match whom {
        Whom::Person(person) => (Some(person.0), None),
        Whom::Number(number) => (None, Some((key, number.as_str()))),
    };
    work.tell(tx, viewer, Event { at, kind, subject, detail }).await
}

/// All who are kept out of a case that a scope has let through.
pub(crate) async fn kept_out(db: &impl ConnectionTrait, case: &Readable, key: &ContentKey) -> Result<Vec<KeptOut>, StoreError> {
    let mut all = Vec::new();
    for row in scope::conflicts_of(case.id()).all(db).await? {
        let reason = key.open_text(&conflict_place(case.id(), row.person_id), &row.reason)?;
        all.push(KeptOut { whom: Whom::Person(row.person_id), reason, made_by: row.made_by, made_at: row.made_at });
    }
    for row in scope::conflict_numbers_of(case.id()).all(db).await? {
        let reason = key.open_text(&conflict_number_place(case.id(), &row.number), &row.reason)?;
        all.push(KeptOut { whom: Whom::Number(row.number), reason, made_by: row.made_by, made_at: row.made_at });
    }
    all.sort_by(|one, other| (one.made_at, &one.whom).cmp(&(other.made_at, &other.whom)));
    Ok(all)
}

/// Whether anybody is kept out of a case that a scope has let through.
pub(crate) async fn keeps_out(db: &impl ConnectionTrait, case: &Readable) -> Result<bool, StoreError> {
    Ok(!case.facts().conflicted.is_empty() || scope::conflict_numbers_of(case.id()).one(db).await?.is_some())
}

/// Whoever has this member number: for the block, and never to be told of.
pub(super) async fn numbered(db: &impl ConnectionTrait, number: &str) -> Result<Option<MemberId>, StoreError> {
    let found = scope::persons_numbered([number.to_owned()]).select_only().column(member::Column::Id);
    Ok(found.into_tuple::<MemberId>().one(db).await?)
}

async fn is_there(db: &impl ConnectionTrait, case: CaseId, whom: &Whom) -> Result<bool, StoreError> {
    Ok(match whom {
        Whom::Person(person) => scope::conflicts_of(case).filter(case_conflict::Column::PersonId.eq(*person)).one(db).await?.is_some(),
        Whom::Number(number) => {
            scope::conflict_numbers_of(case).filter(case_conflict_number::Column::Number.eq(number.as_str())).one(db).await?.is_some()
        }
    })
}
