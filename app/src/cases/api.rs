//! The server functions of cases.

use domain::cases::{CasePage, CaseSeen, PartiesForm, TimelinePage};
use domain::drafts::Kept;
use domain::members::{ExportTyped, Segment};
use domain::tasks::ManyTyped;
use domain::{CaseId, FieldErrors};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes,
    domain::SegmentId,
    domain::cases::CaseFilter,
    domain::drafts::DraftForm,
    domain::members::check_segment_name,
    domain::tasks::NewTaskTyped,
    store::StoreError,
    store::drafts::Draft,
};

/// One page of the list. `narrowing` are the filters in force and `after` is a place in the list, both as an address
/// holds them.
#[server(endpoint = "cases/list")]
pub async fn cases(#[server(default)] narrowing: String, #[server(default)] after: String) -> Result<CasePage, AppError> {
    let cx = ServerCx::require()?;
    let filter = CaseFilter { after: routes::case_cursor(&after), ..CaseFilter::read(&narrowing) };
    cx.answer(cx.store.cases(cx.viewer()?, &filter).await)
}

/// One case, as far as the viewer may see it.
#[server(endpoint = "cases/view")]
pub async fn case(id: String) -> Result<CaseSeen, AppError> {
    let cx = ServerCx::require()?;
    let id: CaseId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.case(cx.viewer()?, id).await)
}

/// Whom a case about several is about, and members to choose from.
#[server(endpoint = "cases/parties/form")]
pub async fn open_parties_form(case: String, #[server(default)] query: String) -> Result<PartiesForm, AppError> {
    let cx = ServerCx::require()?;
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.parties_form(cx.viewer()?, case, &query).await)
}

/// Makes a case about one more.
#[server(endpoint = "cases/parties/add")]
pub async fn add_party(case: String, #[server(default)] member: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let added = match member.parse() {
        Ok(member) => cx.store.add_party(viewer, case, member).await,
        // Whether they work on the case at all comes first.
        Err(_) => cx.store.may_add_to(viewer, case).await.and(Err(not_offered())),
    };
    back_to_parties(&cx, viewer, case, added).await
}

/// The case is not about somebody any more.
#[server(endpoint = "cases/parties/remove")]
pub async fn remove_party(case: String, #[server(default)] member: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let removed = match member.parse() {
        Ok(member) => cx.store.remove_party(viewer, case, member).await,
        Err(_) => cx.store.may_add_to(viewer, case).await.and(Err(not_offered())),
    };
    back_to_parties(&cx, viewer, case, removed).await
}

#[cfg(feature = "ssr")]
fn not_offered() -> StoreError {
    StoreError::Invalid(FieldErrors(vec![(domain::Field::Member, domain::Code::NotOffered)]))
}

/// Shows whom the case is about now, and what was refused.
#[cfg(feature = "ssr")]
async fn back_to_parties(cx: &ServerCx, viewer: &store::Viewer, case: CaseId, done: Result<(), StoreError>) -> Result<(), AppError> {
    match done {
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &domain::drafts::parties(case), &Draft { typed: (), errors }).await)?;
        }
        done => cx.answer(done)?,
    }
    leptos_axum::redirect(&routes::case_parties(case));
    Ok(())
}

/// The viewer's saved lists, and what the form for a new one shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSegments {
    /// All, by name.
    pub segments: Vec<Segment>,
    /// A fresh key, so that sending twice makes one.
    pub key: String,
    /// The name that was typed before for this filter.
    pub name: String,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

#[cfg(feature = "ssr")]
const NEW_SEGMENT: &str = "cases/segment/new";

/// The viewer's own saved lists; with a filter, also the form that names it.
#[server(endpoint = "cases/segments/list")]
pub async fn list_segments(#[server(default)] narrowing: String) -> Result<CaseSegments, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let segments = cx.answer(cx.store.case_segments(viewer).await)?;
    let narrowing = CaseFilter::read(&narrowing).narrowing();
    let kept = match narrowing.is_empty() {
        true => None,
        false => cx.answer(cx.store.draft::<(String, String)>(viewer, NEW_SEGMENT).await)?,
    };
    let kept = kept.filter(|draft| draft.typed.0 == narrowing).unwrap_or_default();
    Ok(CaseSegments { segments, key: uuid::Uuid::new_v4().to_string(), name: kept.typed.1, errors: kept.errors })
}

/// Names a filter; or keeps what was typed, and shows the form again.
#[server(endpoint = "cases/segments/save")]
pub async fn save_segment(key: String, #[server(default)] narrowing: String, #[server(default)] name: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    let filter = CaseFilter::read(&narrowing);
    let saved = match check_segment_name(&name) {
        Ok(checked) => cx.store.save_case_segment(viewer, key, NEW_SEGMENT, checked, &filter).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match saved {
        Err(StoreError::Invalid(errors)) => {
            let narrowing = filter.narrowing();
            let kept = Draft { typed: (narrowing.clone(), name), errors };
            cx.answer(cx.store.keep_draft(viewer, NEW_SEGMENT, &kept).await)?;
            leptos_axum::redirect(&routes::case_segments(&narrowing));
        }
        saved => {
            cx.answer(saved)?;
            leptos_axum::redirect(&routes::case_segments_after(true));
        }
    }
    Ok(())
}

/// Throws a saved list away.
#[server(endpoint = "cases/segments/remove")]
pub async fn remove_segment(id: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let id: SegmentId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.remove_case_segment(cx.viewer()?, id).await)?;
    leptos_axum::redirect(&routes::case_segments_after(false));
    Ok(())
}

/// What the page before a file shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFileForm {
    /// How many cases would be in it.
    pub total: u64,
    /// What was typed before.
    pub typed: ExportTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

/// What would be in a file, and the form that makes it.
#[server(endpoint = "cases/file")]
pub async fn case_file(#[server(default)] narrowing: String) -> Result<CaseFileForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let filter = CaseFilter::read(&narrowing);
    let total = cx.answer(cx.store.exportable_cases(viewer, &filter).await)?;
    let here = routes::case_file(&filter.narrowing());
    let kept = cx.answer(cx.store.draft::<(String, ExportTyped)>(viewer, super::FILE_DRAFT).await)?;
    // What was typed for another list is not what is wrong with this one.
    let kept = kept.filter(|draft| draft.typed.0 == here).unwrap_or_default();
    Ok(CaseFileForm { total, typed: kept.typed.1, errors: kept.errors })
}

/// What the page that gives several cases the same task shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyForm {
    /// The cases to choose from.
    pub page: CasePage,
    /// A fresh key, so that sending twice gives each case one task.
    pub key: String,
    /// What was typed before.
    pub typed: ManyTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

pub(super) const MANY: &str = "cases/tasks";

/// A page of the list to choose from, and the form.
#[server(endpoint = "cases/many/form")]
pub async fn open_many_form(#[server(default)] narrowing: String, #[server(default)] after: String) -> Result<ManyForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let filter = CaseFilter { after: routes::case_cursor(&after), ..CaseFilter::read(&narrowing) };
    let page = cx.answer(cx.store.cases(viewer, &filter).await)?;
    let Draft { typed, errors } = cx.answer(cx.store.draft(viewer, MANY).await)?.unwrap_or_default();
    Ok(ManyForm { page, key: uuid::Uuid::new_v4().to_string(), typed, errors })
}

/// Gives the chosen cases the same task; or keeps what was typed, and shows the form again. `narrowing` and `after` say
/// where the form stood.
#[server(endpoint = "cases/many/add")]
pub async fn add_to_many(
    key: String,
    #[server(default)] cases: Vec<String>,
    #[server(default)] title: String,
    #[server(default)] due: String,
    #[server(default)] narrowing: String,
    #[server(default)] after: String,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    let here = || routes::many_tasks(&CaseFilter::read(&narrowing).narrowing(), routes::case_cursor(&after).as_ref());
    let typed = ManyTyped { cases, task: NewTaskTyped { title, due, ..NewTaskTyped::default() } };
    match typed.check(viewer.today()) {
        Ok((cases, task)) => {
            let done = cx.store.add_task_to_many(viewer, &cases, key, MANY, &task).await;
            if let Some(done) = cx.saved(done, MANY, typed, &here()).await? {
                leptos_axum::redirect(&routes::many_tasks_after(&done));
            }
        }
        Err(errors) => {
            cx.answer(cx.store.keep_draft(viewer, MANY, &Draft { typed, errors }).await)?;
            leptos_axum::redirect(&here());
        }
    }
    Ok(())
}

/// A page of a case's timeline: all of it, or one part, from a place in it as an address holds it.
#[server(endpoint = "cases/timeline")]
pub async fn timeline(id: String, #[server(default)] part: String, #[server(default)] after: String) -> Result<TimelinePage, AppError> {
    let cx = ServerCx::require()?;
    let id: CaseId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.timeline(cx.viewer()?, id, part.parse().ok(), routes::timeline_cursor(&after)).await)
}

/// What the page before a whole case shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeWhole {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// What was typed before.
    pub typed: ExportTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
    /// When that was kept, if there is anything.
    pub kept: Option<Kept>,
}

/// The form before a whole case is taken out, for whoever may read it.
#[server(endpoint = "cases/whole")]
pub async fn whole_form(id: String) -> Result<BeforeWhole, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let id: CaseId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    let CaseSeen::Whole(case) = cx.answer(cx.store.case(viewer, id).await)? else { return Err(answer(AppError::Forbidden)) };
    let (draft, kept) = cx.draft::<ExportTyped>(DraftForm::Whole(id)).await?;
    let Draft { typed, errors } = draft.unwrap_or_default();
    Ok(BeforeWhole { case: id, number: case.number, typed, errors, kept })
}
