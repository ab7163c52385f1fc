//! One document: what it looks like, its versions, and a new one.

use domain::Lang;
use domain::documents::{ACCEPT, DocumentView, FileKind, VersionRow};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, Details, ErrorSummary, FileField, Form, HiddenField, IconLink, IconName, LinkTo,
    List, ListItem, Page, PageHeading, Section, Tone,
};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::api::{self, DocumentAndForm};
use super::progress::SendingProgress;
use super::{parts, text};

const FORM: &str = "ny-versjon";
const FIELD: &str = "file";
/// How many pages of a PDF stand in the page.
const PAGES_SHOWN: u32 = 10;

/// What it is, how it looks, and what it was before.
#[component]
pub(crate) fn DocumentPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, document) = (params.get("id").unwrap_or_default(), params.get("document").unwrap_or_default());
    let query = use_query_map().get_untracked();
    let (told, made) = (query.get(routes::SENT).is_some(), query.get(routes::SAVED).is_some());
    load(move || api::document(case.clone(), document.clone()), move |page| show(page, told, made))
}

/// `told` that the page tells what came of sending, `made` that it was just made here.
fn show(page: DocumentAndForm, told: bool, made: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let document = page.document;
    let Some(newest) = document.versions.first().cloned() else { return ().into_any() };
    let sent = page.sent.filter(|_| told);
    let refused = sent.as_ref().map(|sent| parts::refused(lang, sent, FIELD, &text::nothing_chosen_version(lang))).unwrap_or_default();
    let error = refused.first().map(|item| item.text.clone());
    let well = made || sent.is_some_and(|sent| sent.went_well());
    let receipt = well.then(|| view! { <Alert tone=Tone::Success title=text::kept(lang) status=true>""</Alert> });
    let notes: Vec<_> = newest.notes.iter().map(|note| text::note(lang, *note)).collect();
    let notes: Vec<_> = notes.into_iter().map(|words| view! { <Alert tone=Tone::Warning><p>{words}</p></Alert> }).collect();
    let (scan, about) = (text::scan(lang, newest.scan), parts::about(lang, &newest));
    let file = routes::document_file(document.case, document.id, newest.number);
    let twin = newest.twin.map(|kind| {
        let href = routes::document_twin(document.case, document.id, newest.number, kind);
        view! { <ButtonLink href=href variant=ButtonVariant::Secondary external=true>{text::download_as(lang, text::kind(lang, kind))}</ButtonLink> }
    });
    let title = newest.name.clone();
    let new_version =
        (document.may_work && !document.fixed).then(|| new_version(lang, routes::document(document.case, document.id), page.key, error));
    let back = LinkTo::new(routes::case(document.case), text::back_to_case_no(lang, document.case_number));
    view! {
        <PageTitle page=title.clone() has_errors=!refused.is_empty() />
        <Page>
            <ErrorSummary title=text::not_all(lang) items=refused />
            {receipt}
            <PageHeading title=title back=back>
                <span class="k-meta">{about}</span>
                <span class="k-meta">{scan}</span>
            </PageHeading>
            {notes}
            <ActionBar>
                <ButtonLink href=file variant=ButtonVariant::Primary external=true>
                    {text::download(lang)}
                </ButtonLink>
                {twin}
            </ActionBar>
            {document.fixed.then(|| view! { <p>{text::fixed(lang)}</p> })}
            {preview(lang, &document, &newest)}
            {versions(lang, &document)}
            {new_version}
        </Page>
    }
    .into_any()
}

/// Pictures stand in the page, and so do the first pages of a PDF, drawn as pictures: on a telephone a frame would show a
/// corner of it, and nothing is framed. Of everything else, the text.
fn preview(lang: Lang, document: &DocumentView, newest: &VersionRow) -> AnyView {
    let at = routes::document_shown(document.case, document.id, newest.number);
    let picture = (newest.can_be_shown() && newest.kind.is_picture()).then(|| {
        let alt = text::picture_of(lang, &newest.name);
        view! { <img class="k-picture" src=at.clone() alt=alt /> }.into_any()
    });
    let pages = newest.pages.map(|pages| drawn(lang, document, newest, pages));
    let whole = (newest.can_be_shown() && newest.kind == FileKind::Pdf).then(|| {
        view! {
            <p><a class="k-icon-link" href=at target="_blank" rel="external noopener"><ui::Icon name=IconName::Document /><span>{text::open_pdf(lang)}</span></a></p>
        }
        .into_any()
    });
    let words = document.words.clone().map(|words| {
        view! {
            <Details summary=text::words_in_it(lang)>
                <p class="k-meta">{text::words_why(lang)}</p>
                <p class="k-prose">{words}</p>
            </Details>
        }
        .into_any()
    });
    let nothing =
        (picture.is_none() && pages.is_none() && whole.is_none() && words.is_none()).then(|| view! { <p>{text::no_preview(lang)}</p> });
    view! {
        <Section title=text::preview(lang)>
            {picture}
            {pages}
            {whole}
            {words}
            {nothing}
        </Section>
    }
    .into_any()
}

/// The first pages of a PDF. Each is drawn when it is about to be seen, where the browser can wait for that.
fn drawn(lang: Lang, document: &DocumentView, newest: &VersionRow, pages: u32) -> AnyView {
    let shown = pages.min(PAGES_SHOWN);
    let page = |page: u32| {
        let at = routes::document_page(document.case, document.id, newest.number, page);
        let (to, alt) = (at.clone(), text::page_of(lang, u64::from(page), u64::from(pages), &newest.name));
        // It leads to itself alone, to be drawn as large as one likes. The shape of A4 until it is there, so that nothing jumps.
        view! {
            <li><a href=to rel="external"><img class="k-picture" src=at alt=alt loading="lazy" width="1240" height="1754" /></a></li>
        }
    };
    let pictures: Vec<_> = (1..=shown).map(page).collect();
    let more = (shown < pages).then(|| view! { <p>{text::more_pages(lang, u64::from(shown), u64::from(pages))}</p> });
    view! {
        <ol class="k-pages">{pictures}</ol>
        {more}
    }
    .into_any()
}

fn versions(lang: Lang, document: &DocumentView) -> AnyView {
    let items: Vec<_> = document
        .versions
        .iter()
        .map(|version| {
            let href = routes::document_file(document.case, document.id, version.number);
            let which = format!("{}: {}", text::version(lang, version.number), version.name);
            let about = format!("{}. {}", parts::about(lang, version), text::scan(lang, version.scan));
            let download = text::download_version(lang, version.number);
            let twin = version.twin.map(|kind| {
                let href = routes::document_twin(document.case, document.id, version.number, kind);
                let words = text::download_version_as(lang, version.number, text::kind(lang, kind));
                view! { <p><IconLink href=href icon=IconName::Document external=true>{words}</IconLink></p> }
            });
            view! {
                <ListItem>
                    <p class="k-file-name">{which}</p>
                    <p class="k-meta">{about}</p>
                    <p><IconLink href=href icon=IconName::Document external=true>{download}</IconLink></p>
                    {twin}
                </ListItem>
            }
        })
        .collect();
    view! { <Section title=text::versions(lang)><List divided=true>{items}</List></Section> }.into_any()
}

fn new_version(lang: Lang, action: String, key: String, error: Option<String>) -> AnyView {
    view! {
        <Section title=text::new_version(lang) id="ny-versjon-del">
            <p>{text::new_version_why(lang)}</p>
            <Form action=action id=FORM multipart=true>
                <HiddenField name="key" value=key />
                <FileField
                    name=FIELD
                    label=text::choose_version(lang)
                    hint=text::choose_version_hint(lang)
                    error=error
                    accept=ACCEPT
                />
                <SendingProgress lang=lang form=FORM.to_owned() />
                <p><Button variant=ButtonVariant::Secondary>{text::send_version(lang)}</Button></p>
            </Form>
        </Section>
    }
    .into_any()
}
