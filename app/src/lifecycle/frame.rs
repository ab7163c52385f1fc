//! What the forms about a case's status have in common.

use domain::drafts::DraftForm;
use domain::{Field, FieldErrors, Lang};
use leptos::prelude::*;
use ui::{Alert, ButtonLink, ButtonVariant, Card, ErrorItem, ErrorSummary, HiddenField, LinkTo, Page, PageHeading, Tone};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::{drafts, format, routes};

use super::api::StepForm;
use super::text;

/// What is wrong with a field.
pub(super) fn error(lang: Lang, errors: &FieldErrors, field: Field) -> Option<String> {
    errors.of(field).map(|code| terms::error(lang, field, code))
}

/// The page around a form. Where the case has come to stand somewhere else, there is no form: what was typed is there to
/// read.
pub(super) fn page<T>(title: String, lead: String, draft: DraftForm, form: &StepForm<T>, typed: &[&str], fields: AnyView) -> AnyView {
    let lang = PageCx::current().lang;
    let back = LinkTo::new(routes::case(form.now.case), text::back_to(lang, form.now.number));
    if !form.now.possible {
        let typed = if form.kept.is_some() { typed } else { &[] };
        return impossible(lang, title, back, &routes::case(form.now.case), typed);
    }
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let has_errors = !summary.is_empty();
    let notice =
        if form.too_late { Some(too_late(lang, form)) } else { drafts::parts::notice(lang, draft, form.kept.filter(|_| !has_errors)) };
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=lead back=back />
            {notice}
            {fields}
        </Page>
    }
    .into_any()
}

/// The case, the version that the form goes out from, and its key.
pub(super) fn hidden<T>(form: &StepForm<T>) -> AnyView {
    let (case, version, key) = (form.now.case.to_string(), form.now.version.to_string(), form.key.clone());
    view! {
        <HiddenField name="case" value=case />
        <HiddenField name="version" value=version />
        <HiddenField name="key" value=key />
    }
    .into_any()
}

fn too_late<T>(lang: Lang, form: &StepForm<T>) -> AnyView {
    let case = routes::case(form.now.case);
    let who = form.now.changed.as_ref().map(|(at, by)| text::too_late_who(lang, by, &format::time(lang, *at)));
    view! {
        <Alert tone=Tone::Warning title=text::too_late(lang) status=true>
            {who.map(|who| view! { <p>{who}</p> })}
            <p>{text::too_late_what(lang)}</p>
            <p><a href=case>{text::back_to_case(lang)}</a></p>
        </Alert>
    }
    .into_any()
}

fn impossible(lang: Lang, title: String, back: LinkTo, case: &str, typed: &[&str]) -> AnyView {
    let typed: Vec<_> = typed
        .iter()
        .filter(|typed| !typed.trim().is_empty())
        .map(|typed| {
            let typed = (*typed).to_owned();
            view! { <p class="k-prose">{typed}</p> }
        })
        .collect();
    let wrote = (!typed.is_empty()).then(|| view! { <Card><h2>{text::you_wrote(lang)}</h2>{typed}</Card> });
    let case = case.to_owned();
    view! {
        <PageTitle page=title.clone() />
        <Page>
            <PageHeading title=title back=back />
            <Alert tone=Tone::Warning title=text::not_now(lang) status=true><p>{text::not_now_what(lang)}</p></Alert>
            {wrote}
            <p><ButtonLink href=case variant=ButtonVariant::Primary>{text::back_to_case(lang)}</ButtonLink></p>
        </Page>
    }
    .into_any()
}
