//! The server functions of members.

use domain::FieldErrors;
use domain::members::{ExportTyped, MemberCard, MemberPage, Segment, WorkplaceChoice};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{ServerCx, answer},
    crate::routes::{self, SegmentDone},
    domain::members::{MemberFilter, check_segment_name},
    domain::{MemberId, SegmentId},
    store::StoreError,
    store::drafts::Draft,
};

/// One page of the list. `narrowing` are the filters in force and `after` is a place in the list, both as an address
/// holds them.
#[server(endpoint = "members/list")]
pub async fn members(
    #[server(default)] query: String,
    #[server(default)] narrowing: String,
    #[server(default)] after: String,
) -> Result<MemberPage, AppError> {
    let cx = ServerCx::require()?;
    let filter = MemberFilter { after: routes::member_cursor(&after), ..MemberFilter::read(query, &narrowing) };
    cx.answer(cx.store.members(cx.viewer()?, &filter).await)
}

/// The workplaces to choose from.
#[server(endpoint = "members/workplaces")]
pub async fn workplaces() -> Result<Vec<WorkplaceChoice>, AppError> {
    let cx = ServerCx::require()?;
    cx.answer(cx.store.workplaces(cx.viewer()?).await)
}

/// One card.
#[server(endpoint = "members/card")]
pub async fn member(id: String) -> Result<MemberCard, AppError> {
    let cx = ServerCx::require()?;
    let id: MemberId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.member(cx.viewer()?, id).await)
}

/// What the page before a file shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberFileForm {
    /// How many members would be in it.
    pub total: u64,
    /// Whether telephone and e-mail may be taken out.
    pub contact: bool,
    /// What was typed before.
    pub typed: ExportTyped,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

/// What would be in a file, and the form that makes it.
#[server(endpoint = "members/file")]
pub async fn member_file(#[server(default)] query: String, #[server(default)] narrowing: String) -> Result<MemberFileForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let filter = MemberFilter::read(query, &narrowing);
    let contact = cx.answer(cx.store.may_export(viewer))?;
    let total = cx.answer(cx.store.exportable(viewer, &filter).await)?;
    let here = routes::member_file(&filter.query, &filter.narrowing());
    let kept = cx.answer(cx.store.draft::<(String, ExportTyped)>(viewer, super::FILE_DRAFT).await)?;
    // What was typed for another list is not what is wrong with this one.
    let kept = kept.filter(|draft| draft.typed.0 == here).unwrap_or_default();
    Ok(MemberFileForm { total, contact, typed: kept.typed.1, errors: kept.errors })
}

/// The viewer's segments, and what the form for a new one shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segments {
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
const NEW_SEGMENT: &str = "members/segment/new";

#[cfg(feature = "ssr")]
fn segment_form(id: SegmentId) -> String {
    format!("members/segment/{id}")
}

/// The viewer's own segments; with a filter, also the form that names it.
#[server(endpoint = "members/segments/list")]
pub async fn list_segments(#[server(default)] narrowing: String) -> Result<Segments, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let segments = cx.answer(cx.store.segments(viewer).await)?;
    let narrowing = MemberFilter::read(String::new(), &narrowing).narrowing();
    let kept = match narrowing.is_empty() {
        true => None,
        false => cx.answer(cx.store.draft::<(String, String)>(viewer, NEW_SEGMENT).await)?,
    };
    let kept = kept.filter(|draft| draft.typed.0 == narrowing).unwrap_or_default();
    Ok(Segments { segments, key: uuid::Uuid::new_v4().to_string(), name: kept.typed.1, errors: kept.errors })
}

/// What the page of one segment shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentForm {
    /// The segment.
    pub segment: Segment,
    /// What stands in the field: its name, or what was typed before.
    pub name: String,
    /// What was wrong with it.
    pub errors: FieldErrors,
}

/// One of the viewer's own segments.
#[server(endpoint = "members/segments/view")]
pub async fn open_segment(id: String) -> Result<SegmentForm, AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let id: SegmentId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    let segment = cx.answer(cx.store.segments(viewer).await)?.into_iter().find(|segment| segment.id == id);
    let segment = segment.ok_or_else(|| answer(AppError::NotFound))?;
    let kept = cx.answer(cx.store.draft::<String>(viewer, &segment_form(id)).await)?;
    let Draft { typed, errors } = kept.unwrap_or_else(|| Draft { typed: segment.name.clone(), errors: FieldErrors::default() });
    Ok(SegmentForm { segment, name: typed, errors })
}

/// Names a filter; or keeps what was typed, and shows the form again.
#[server(endpoint = "members/segments/save")]
pub async fn save_segment(key: String, #[server(default)] narrowing: String, #[server(default)] name: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let key = key.parse().map_err(|_| answer(AppError::NotFound))?;
    let filter = MemberFilter::read(String::new(), &narrowing);
    if !viewer.sees_members() {
        return Err(answer(AppError::Forbidden));
    }
    let saved = match check_segment_name(&name) {
        Ok(checked) => cx.store.save_segment(viewer, key, NEW_SEGMENT, checked, &filter).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match saved {
        Err(StoreError::Invalid(errors)) => {
            let narrowing = filter.narrowing();
            let kept = Draft { typed: (narrowing.clone(), name), errors };
            cx.answer(cx.store.keep_draft(viewer, NEW_SEGMENT, &kept).await)?;
            leptos_axum::redirect(&routes::segments(&narrowing));
        }
        saved => {
            cx.answer(saved)?;
            leptos_axum::redirect(&routes::segments_after(SegmentDone::Saved));
        }
    }
    Ok(())
}

/// Gives a segment another name; or keeps what was typed, and shows the form again.
#[server(endpoint = "members/segments/rename")]
pub async fn rename_segment(id: String, version: i32, #[server(default)] name: String) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let id: SegmentId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    // Somebody else's is not there, and nothing is kept of what was typed for it.
    let own = cx.answer(cx.store.segments(viewer).await)?;
    if !own.iter().any(|segment| segment.id == id) {
        return Err(answer(AppError::NotFound));
    }
    let form = segment_form(id);
    let renamed = match check_segment_name(&name) {
        Ok(checked) => cx.store.rename_segment(viewer, id, version, &form, checked).await,
        Err(errors) => Err(StoreError::Invalid(errors)),
    };
    match renamed {
        Err(StoreError::Invalid(errors)) => {
            cx.answer(cx.store.keep_draft(viewer, &form, &Draft { typed: name, errors }).await)?;
            leptos_axum::redirect(&routes::segment(id));
        }
        renamed => {
            cx.answer(renamed)?;
            leptos_axum::redirect(&routes::segments_after(SegmentDone::Renamed));
        }
    }
    Ok(())
}

/// Throws a segment away.
#[server(endpoint = "members/segments/remove")]
pub async fn remove_segment(id: String, version: i32) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let id: SegmentId = id.parse().map_err(|_| answer(AppError::NotFound))?;
    cx.answer(cx.store.remove_segment(cx.viewer()?, id, version).await)?;
    leptos_axum::redirect(&routes::segments_after(SegmentDone::Removed));
    Ok(())
}
