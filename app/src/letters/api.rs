//! The server functions of letters.

use std::collections::BTreeMap;

use domain::letters::{LetterChoice, LetterForm, LetterPreview};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cx::{PageCx, Pressed, ServerCx, answer},
    crate::routes,
    domain::drafts::DraftForm,
    domain::letters::{self, Letter, LetterFacts, LetterTyped, Template, TemplateCode, Values},
    domain::{CaseId, IdempotencyKey, Lang},
    store::documents::{Added, Made, Origin},
    store::drafts::Draft,
    store::{Store, StoreError, Viewer},
};

#[cfg(feature = "ssr")]
async fn parse(cx: &ServerCx, case: &str, template: &str) -> Result<(CaseId, Template), AppError> {
    let case = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let templates = cx.answer(cx.store.letter_templates().await)?;
    Ok((case, templates.get(template).cloned().ok_or_else(|| answer(AppError::NotFound))?))
}

/// The letters that may be written in a case.
#[server(endpoint = "letters/choice")]
pub async fn choose_letter(case: String) -> Result<LetterChoice, AppError> {
    let cx = ServerCx::require()?;
    let lang = PageCx::current().lang;
    let viewer = cx.viewer()?;
    let case: CaseId = case.parse().map_err(|_| answer(AppError::NotFound))?;
    let (case_type, facts) = cx.answer(cx.store.letter_facts(viewer, case, lang).await)?;
    let prefix = format!("{}/", domain::drafts::of_letters(case));
    let drafts = cx.answer(cx.store.drafts::<LetterTyped>(viewer, &prefix).await)?;
    let begun: Vec<TemplateCode> = drafts.iter().filter_map(|draft| draft.form.strip_prefix(&prefix)?.parse().ok()).collect();
    let templates = cx.answer(cx.store.letter_templates().await)?;
    let templates = templates.iter().filter(|template| !template.closed || begun.contains(&template.code)).cloned().collect();
    Ok(LetterChoice { case, number: facts.number, case_type, templates, begun })
}

/// What stands in the form: what was typed, or what the case has. A template that is closed is there for those alone who have
/// begun to write.
#[cfg(feature = "ssr")]
async fn typed(
    store: &Store,
    viewer: &Viewer,
    case: CaseId,
    template: &Template,
    lang: Lang,
    facts: &LetterFacts,
) -> Result<LetterTyped, StoreError> {
    let kept = store.draft::<LetterTyped>(viewer, &DraftForm::Letter(case, template.code).to_string()).await?;
    if template.closed && kept.is_none() {
        return Err(StoreError::NotFound);
    }
    let fresh = || LetterTyped::of(template, lang, &Values::from_case(template, |source| facts.find(source)));
    Ok(kept.map_or_else(fresh, |draft| draft.typed.in_form(template)))
}

/// The form of a letter.
#[server(endpoint = "letters/form")]
pub async fn open_letter(case: String, template: String) -> Result<LetterForm, AppError> {
    let cx = ServerCx::require()?;
    let lang = PageCx::current().lang;
    let viewer = cx.viewer()?;
    let (case, template) = parse(&cx, &case, &template).await?;
    let (_, facts) = cx.answer(cx.store.letter_facts(viewer, case, lang).await)?;
    let typed = cx.answer(typed(&cx.store, viewer, case, &template, lang, &facts).await)?;
    let errors = if typed.sent { typed.check(&template).err().unwrap_or_default() } else { Vec::new() };
    let found = Values::from_case(&template, |source| facts.find(source)).0.into_keys().collect();
    // Whoever went on to the letter knows what they have typed.
    let kept = if typed.sent { None } else { cx.draft::<LetterTyped>(DraftForm::Letter(case, template.code)).await?.1 };
    Ok(LetterForm { case, number: facts.number, template, typed, errors, found, kept })
}

/// Keeps what was typed, and goes on to the letter if it will do.
#[server(endpoint = "letters/keep")]
pub async fn keep_letter(
    case: String,
    template: String,
    #[server(default)] lang: String,
    #[server(default)] fields: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, template) = parse(&cx, &case, &template).await?;
    cx.answer(cx.store.may_work_on(viewer, case).await)?;
    let typed = LetterTyped::sent(&template, lang, fields);
    let done = typed.check(&template).is_ok();
    let draft = Draft { typed, errors: domain::FieldErrors::default() };
    cx.answer(cx.store.keep_draft(viewer, &DraftForm::Letter(case, template.code).to_string(), &draft).await)?;
    let to = if done { routes::letter_preview(case, template.code) } else { routes::letter(case, template.code) };
    leptos_axum::redirect(&to);
    Ok(())
}

/// The letter as it will be.
#[server(endpoint = "letters/preview")]
pub async fn preview_letter(case: String, template: String) -> Result<LetterPreview, AppError> {
    let cx = ServerCx::require()?;
    let lang = PageCx::current().lang;
    let viewer = cx.viewer()?;
    let (case, template) = parse(&cx, &case, &template).await?;
    let (number, letter) = cx.answer(letter_of(&cx.store, viewer, case, &template, lang).await)?;
    let kept = cx.answer(cx.store.kept_letter(viewer, case, template.code).await)?;
    Ok(LetterPreview { case, number, template: template.code, letter, kept, key: uuid::Uuid::new_v4().to_string() })
}

/// Keeps the letter as a document of the case: PDF, and Word to go on writing in. `seen` is the newest version that stood
/// on the page. What was typed stays, so that it can be changed and kept as the next version.
#[server(endpoint = "letters/save")]
pub async fn save_letter(case: String, template: String, key: String, #[server(default)] seen: u32) -> Result<(), AppError> {
    let cx = ServerCx::require()?;
    let viewer = cx.viewer()?;
    let (case, template) = parse(&cx, &case, &template).await?;
    let key: IdempotencyKey = key.parse().map_err(|_| answer(AppError::Invalid(domain::FieldErrors::default())))?;
    let (_, letter) = cx.answer(letter_of(&cx.store, viewer, case, &template, cx.lang).await)?;
    // What was typed since the letter was looked at, was not looked at.
    let (draft, _) = cx.draft::<LetterTyped>(DraftForm::Letter(case, template.code)).await?;
    let Some(letter) = letter.filter(|_| draft.is_none_or(|draft| draft.typed.sent)) else {
        leptos_axum::redirect(&routes::letter(case, template.code));
        return Ok(());
    };
    let again = |why: &str| routes::letter_not_kept(case, template.code, why);
    let name = format!("{}, {}", template.name.of(letter.lang), letters::written(viewer.today(), letter.lang));
    let to = match cx.press(&name, &letter).await? {
        Err(refusal) => again(refusal.code()),
        Ok(Pressed { file, twin, contents }) => {
            let origin = Origin::Letter(template.code, template.version);
            match cx.store.keep_made(viewer, case, key, &Made { origin, file, twin: Some(twin), contents, seen }).await {
                Ok(Added::Kept(document)) => routes::document_kept(case, document),
                Ok(Added::Refused(refusal)) => again(refusal.code()),
                Err(StoreError::Conflict) => again(routes::CHANGED_MEANWHILE),
                Err(error) => return cx.answer(Err(error)),
            }
        }
    };
    leptos_axum::redirect(&to);
    Ok(())
}

/// The number of a case, and the letter that the viewer has written in it: none while something is missing. For those who
/// may work on the case; the look is logged.
#[cfg(feature = "ssr")]
pub async fn letter_of(
    store: &Store,
    viewer: &Viewer,
    case: CaseId,
    template: &Template,
    lang: Lang,
) -> Result<(i64, Option<Letter>), StoreError> {
    let (_, facts) = store.letter_facts(viewer, case, lang).await?;
    let typed = typed(store, viewer, case, template, lang, &facts).await?;
    let letter = typed.check(template).ok().and_then(|(lang, values)| letters::fill(template, lang, &values).ok());
    Ok((facts.number, letter))
}
