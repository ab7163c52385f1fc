//! The lifecycle of a case: waiting, going on, closing, opening again. Which transition is possible from where, and what
//! it requires, stands in [`domain::lifecycle`]; here each is one command, and all of them move the case in one way.

mod close;
mod go_on;
mod moving;
mod now;
mod reopen;
mod wait;

pub(crate) use moving::{Words, move_case, prove};

use domain::cases::{CaseTypes, OutcomeCode};
use domain::lifecycle::{Closing, Waiting};
use domain::{IdempotencyKey, MemberId, Texts};

use crate::cases::Readable;
use crate::cases::contents::{agreed_place, waiting_note_place};
use crate::crypto::ContentKey;
use crate::{StoreError, Viewer};

/// The form that somebody sends: the version of the case that it was made from, its own key, and the name of its draft.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'s> {
    /// If anything has happened in the case since, nothing is done and the answer is [`StoreError::Conflict`].
    pub version: i32,
    /// The same key again does nothing more.
    pub key: IdempotencyKey,
    /// Thrown away when it is done.
    pub draft: &'s str,
}

/// Those who can be given what is to be followed up: whoever owns the case, those who work on it, and whoever closes it.
fn followers(viewer: &Viewer, case: &Readable) -> Vec<MemberId> {
    let mut all = case.workers();
    if !all.contains(&viewer.person()) {
        all.push(viewer.person());
    }
    all
}

/// What a case waits for, that a scope has let through.
pub(crate) fn waiting(key: &ContentKey, case: &Readable) -> Result<Option<Waiting>, StoreError> {
    let row = case.row();
    let Some((for_whom, until)) = row.waiting_for.zip(row.waiting_until) else { return Ok(None) };
    let note = row.waiting_note.as_ref().map(|sealed| key.open_text(&waiting_note_place(row.id), sealed)).transpose()?;
    Ok(Some(Waiting { for_whom, note, until }))
}

/// How a case ended, that a scope has let through. `types` are those that it was opened with.
pub(crate) fn closing(key: &ContentKey, case: &Readable, types: &CaseTypes) -> Result<Option<Closing>, StoreError> {
    let row = case.row();
    let Some((outcome, on)) = row.outcome.zip(row.closed_on) else { return Ok(None) };
    let agreed = row.agreed.as_ref().map(|sealed| key.open_text(&agreed_place(row.id), sealed)).transpose()?;
    Ok(Some(Closing { outcome: outcome_names(case, types, outcome), on, agreed }))
}

/// What a way to end is called; its code, should the types not know it.
pub(crate) fn outcome_names(case: &Readable, types: &CaseTypes, code: OutcomeCode) -> Texts {
    let of_type = types.get(case.row().case_type).map_or(&[][..], |facts| facts.outcomes.as_slice());
    let named = of_type.iter().find(|outcome| outcome.code == code).map(|outcome| outcome.names.clone());
    named.unwrap_or_else(|| Texts { nb: code.to_string(), nn: code.to_string(), en: code.to_string() })
}
