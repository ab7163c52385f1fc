//! The server functions of protocols.

use domain::FieldErrors;
use domain::meetings::{ActionTyped, ProtocolView, StepTyped, TheirSignatureTyped};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{Pressed, ServerCx, fresh_key},
    crate::meetings::api::{Kept, done, kept, parse, spare_actions},
    crate::routes::{self, MeetingDone},
    domain::drafts::DraftForm,
    domain::meetings::{Check, PointTyped, ProtocolStatus, Step},
    domain::{CaseId, MeetingId},
    store::documents::{Added, Made, Origin},
    store::drafts::Draft,
    store::{StoreError, Viewer},
};

/// What a step of a protocol shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepForm {
    /// The protocol as it is saved.
    pub protocol: ProtocolView,
    /// What was typed before, or what is saved.
    pub typed: StepTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// What somebody else has saved since this was begun.
    pub theirs: Option<StepTyped>,
    /// When what was typed was kept, if there is anything.
    pub kept: Option<domain::drafts::Kept>,
}

/// What the form for the other side's signature shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureForm {
    /// The protocol that they have signed.
    pub protocol: ProtocolView,
    /// A fresh key, so that sending twice notes one.
    pub key: String,
    /// What was typed before.
    pub typed: TheirSignatureTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// Whether somebody has changed the protocol since this was typed.
    pub changed: bool,
    /// When what was typed was kept, if there is anything.
    pub kept: Option<domain::drafts::Kept>,
}

/// Begins a protocol, or a correction of one that is signed.
#[server(endpoint = "meetings/protocol/begin")]
pub async fn begin_protocol(case: String, meeting: String, key: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, id, key) = (parse(&case)?, parse(&meeting)?, parse(&key)?);
    cx.answer(cx.store.begin_protocol(cx.viewer()?, case, id, key).await)?;
    leptos_axum::redirect(&routes::protocol_step(case, id, Step::Head));
    Ok(())
}

/// A version of a protocol; the latest when none is named.
#[server(endpoint = "meetings/protocol/view")]
pub async fn protocol(case: String, meeting: String, #[server(default)] number: String) -> Result<ProtocolView, AppError> {
    let cx = ServerCx::require()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    let number = if number.is_empty() { None } else { Some(parse(&number)?) };
    cx.answer(cx.store.protocol(cx.viewer()?, case, id, number).await)
}

/// A protocol in a case that the viewer works on. What was typed is kept when the case is closed; the command says so.
#[cfg(feature = "ssr")]
async fn protocol_to_write(cx: &ServerCx, viewer: &Viewer, case: CaseId, id: MeetingId) -> Result<ProtocolView, AppError> {
    let protocol = cx.answer(cx.store.protocol(viewer, case, id, None).await)?;
    cx.answer(cx.store.may_work_on(viewer, case).await).map(|()| protocol)
}

/// One question of a protocol.
#[server(endpoint = "meetings/protocol/form")]
pub async fn open_step(case: String, meeting: String, step: String) -> Result<StepForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id, step): (CaseId, MeetingId, Step) = (parse(&case)?, parse(&meeting)?, parse(&step)?);
    let protocol = protocol_to_write(&cx, viewer, case, id).await?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let (draft, kept) = cx.draft::<Kept<StepTyped>>(DraftForm::Protocol(case, id, protocol.number, step)).await?;
    let saved = protocol.protocol.as_ref().map(|protocol| StepTyped::of(protocol, step)).unwrap_or_default();
    let (mut typed, errors, theirs) = match draft {
        Some(Draft { typed: Kept { typed, version }, errors }) => {
            // All steps have one version: of a step in which nothing is saved, nothing stands beside.
            let beside = version != protocol.version && saved != StepTyped::default();
            (typed, errors, beside.then_some(saved))
        }
        None => (saved, FieldErrors::default(), None),
    };
    if step == Step::Actions {
        typed.actions = spare_actions(typed.actions);
    }
    Ok(StepForm { protocol, typed, errors, theirs, kept })
}

/// Saves the answers of one step and goes on; or keeps what was typed, and shows the step again. `go`: to the step before,
/// to one more point, or to room for more to be done.
#[server(endpoint = "meetings/protocol/save")]
pub async fn save_step(
    case: String,
    meeting: String,
    step: String,
    #[server(default)] number: i32,
    #[server(default)] version: i32,
    #[server(default)] held_on: String,
    #[server(default)] place: String,
    #[server(default)] employer_party: String,
    #[server(default)] our_party: String,
    #[server(default)] basis: String,
    #[server(default)] subject: String,
    #[server(default)] employer_says: String,
    #[server(default)] we_say: String,
    #[server(default)] agreed: String,
    #[server(default)] disagreed: String,
    #[server(default)] ended_on: String,
    #[server(default)] longer_time: String,
    #[server(default)] employer_comment: String,
    #[server(default)] our_comment: String,
    #[server(default)] actions: Vec<ActionTyped>,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id, step): (CaseId, MeetingId, Step) = (parse(&case)?, parse(&meeting)?, parse(&step)?);
    let point = PointTyped { subject, employer_says, we_say, agreed, disagreed };
    let typed = StepTyped {
        held_on,
        place,
        employer_party,
        our_party,
        basis,
        point,
        ended_on,
        longer_time,
        employer_comment,
        our_comment,
        actions,
    };
    let now = protocol_to_write(&cx, viewer, case, id).await?;
    let draft = DraftForm::Protocol(case, id, number, step).to_string();
    // What is shown to the other side, or signed, is not written in; what was typed waits for it to be taken back.
    if now.status != ProtocolStatus::Draft || now.number != number {
        let to = routes::protocol_after(case, id, MeetingDone::Changed);
        return kept(&cx, viewer, &draft, typed, version, StoreError::Conflict, &to).await;
    }
    let result = match go.as_str() {
        "more" => Err(StoreError::Invalid(FieldErrors::default())),
        _ => cx.store.save_protocol_step(viewer, case, id, (number, version), &draft, step, &typed).await,
    };
    match result {
        Ok(points) => {
            let next = match go.as_str() {
                "back" => step.before(points),
                "point" => u8::try_from(points + 1).ok().map(Step::Point),
                _ => step.next(points),
            };
            leptos_axum::redirect(&next.map_or_else(|| routes::protocol(case, id, None), |next| routes::protocol_step(case, id, next)));
        }
        // Going back asks for nothing: what stands there is kept until one comes again.
        Err(StoreError::Invalid(_)) if go == "back" => {
            let points = now.protocol.map_or(0, |protocol| protocol.points.len());
            let before = step.before(points).map_or_else(|| routes::meeting(case, id), |before| routes::protocol_step(case, id, before));
            kept(&cx, viewer, &draft, typed, version, StoreError::Conflict, &before).await?;
        }
        Err(error) => {
            let form = routes::protocol_step(case, id, step);
            let back = if go == "more" { routes::going_on(&form) } else { form };
            kept(&cx, viewer, &draft, typed, version, error, &back).await?;
        }
    }
    Ok(())
}

/// Makes a draft one that may be signed, or takes it back.
#[server(endpoint = "meetings/protocol/present")]
pub async fn present_protocol(
    case: String,
    meeting: String,
    number: i32,
    version: i32,
    #[server(default)] presented: bool,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    let well = if presented { MeetingDone::Presented } else { MeetingDone::Withdrawn };
    let done = done(&cx, cx.store.present_protocol(cx.viewer()?, case, id, (number, version), presented).await, well)?;
    leptos_axum::redirect(&routes::protocol_after(case, id, done));
    Ok(())
}

/// The viewer signs.
#[server(endpoint = "meetings/protocol/sign")]
pub async fn sign_protocol(case: String, meeting: String, number: i32, version: i32, key: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let (case, id, key) = (parse(&case)?, parse(&meeting)?, parse(&key)?);
    let done = done(&cx, cx.store.sign_protocol(cx.viewer()?, case, id, (number, version), key).await, MeetingDone::Signed)?;
    leptos_axum::redirect(&routes::protocol_after(case, id, done));
    Ok(())
}

/// Keeps a version that both sides have signed as a document of the case, once and for ever.
#[server(endpoint = "meetings/protocol/keep")]
pub async fn keep_protocol(case: String, meeting: String, number: i32, key: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id, key) = (parse(&case)?, parse(&meeting)?, parse(&key)?);
    let view = cx.answer(cx.store.protocol(viewer, case, id, Some(number)).await)?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    // What is not what was signed is kept by nobody.
    let paper = if view.check == Check::Whole { super::protocol_paper(cx.lang, &view) } else { None };
    let Some(letter) = paper else {
        leptos_axum::redirect(&routes::protocol(case, id, Some(number)));
        return Ok(());
    };
    let to = match cx.press(&letter.title, &letter).await? {
        Err(refusal) => routes::protocol_not_kept(case, id, refusal.code()),
        Ok(Pressed { file, contents, .. }) => {
            let origin = Origin::Protocol(id, number, view.signatures.len());
            match cx.store.keep_made(viewer, case, key, &Made { origin, file, twin: None, contents, seen: 0 }).await {
                Ok(Added::Kept(document)) => routes::document_kept(case, document),
                Ok(Added::Refused(refusal)) => routes::protocol_not_kept(case, id, refusal.code()),
                Err(StoreError::Conflict) => routes::protocol_after(case, id, MeetingDone::Changed),
                Err(error) => return cx.answer(Err(error)),
            }
        }
    };
    leptos_axum::redirect(&to);
    Ok(())
}

/// The form for the other side's signature.
#[server(endpoint = "meetings/protocol/signature-form")]
pub async fn open_signature(case: String, meeting: String) -> Result<SignatureForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id) = (parse(&case)?, parse(&meeting)?);
    let protocol = protocol_to_write(&cx, viewer, case, id).await?;
    cx.answer(cx.store.may_add_to(viewer, case).await)?;
    let (draft, kept) = cx.draft::<Kept<TheirSignatureTyped>>(DraftForm::Signature(case, id)).await?;
    let changed = draft.as_ref().is_some_and(|draft| draft.typed.version != protocol.version);
    let Draft { typed: Kept { typed, .. }, errors } = draft.unwrap_or_default();
    Ok(SignatureForm { protocol, key: fresh_key(), typed, errors, changed, kept })
}

/// Notes the other side's signature; or keeps what was typed, and shows the form again.
#[server(endpoint = "meetings/protocol/note-signature")]
pub async fn note_signature(
    case: String,
    meeting: String,
    number: i32,
    version: i32,
    key: String,
    #[server(default)] signer_name: String,
    #[server(default)] signer_role: String,
    #[server(default)] signed_on: String,
    #[server(default)] signed_how: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, id, key) = (parse(&case)?, parse(&meeting)?, parse(&key)?);
    protocol_to_write(&cx, viewer, case, id).await?;
    let typed = TheirSignatureTyped { signer_name, signer_role, signed_on, signed_how };
    let draft = DraftForm::Signature(case, id).to_string();
    let result = match typed.check(viewer.today()) {
        Ok(signature) => cx.store.note_signature(viewer, case, id, (number, version), key, &draft, signature).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match result {
        Ok(()) => leptos_axum::redirect(&routes::protocol_after(case, id, MeetingDone::Signed)),
        Err(error) => kept(&cx, viewer, &draft, typed, version, error, &routes::note_signature(case, id)).await?,
    }
    Ok(())
}
