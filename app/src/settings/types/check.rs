//! The last page before other case types are put in force: what differs, and why.

use domain::cases::{TypeChange, TypeChanged};
use domain::settings::TypesCheck;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use ui::{
    ActionBar, Alert, Button, ButtonLink, ButtonVariant, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, List, ListItem,
    Page, PageHeading, PageWidth, Section, TextField, Tone,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;
use crate::settings::{api, text as settings};

use super::{text, words};

/// The difference in words, a reason, and the button.
#[component]
pub(crate) fn CheckTypesPage() -> impl IntoView {
    load(api::check_case_types, |check| match check {
        Some(check) => show(&check),
        // Nothing was begun, or the file will not do: back to where it is.
        None => view! { <Redirect path=routes::EDIT_CASE_TYPES /> }.into_any(),
    })
}

fn show(check: &TypesCheck) -> AnyView {
    let lang = PageCx::current().lang;
    let error = check.wrong.map(|code| words::note_wrong(lang, code));
    let items: Vec<ErrorItem> = error.iter().map(|words| ErrorItem::field("note", words.clone())).collect();
    let has_errors = !items.is_empty();
    let body = if check.changes.is_empty() {
        let back = LinkTo::new(routes::EDIT_CASE_TYPES, settings::change_more(lang));
        view! { <EmptyState title=text::no_differences(lang) why=text::no_differences_why(lang) action=back /> }.into_any()
    } else {
        whole(lang, check, error)
    };
    view! {
        <PageTitle page=text::check(lang) has_errors=has_errors />
        <Page width=PageWidth::Lists>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=text::check(lang) lead=text::check_lead(lang) back=LinkTo::new(routes::EDIT_CASE_TYPES, text::edit(lang)) />
            {body}
        </Page>
    }
    .into_any()
}

fn whole(lang: domain::Lang, check: &TypesCheck, error: Option<String>) -> AnyView {
    let since = check.changed_since.then(|| {
        view! { <Alert tone=Tone::Warning title=text::changed_since(lang)><p>{text::changed_since_text(lang)}</p></Alert> }
    });
    let others = check.changes.iter().any(|change| widens(&change.what)).then(|| {
        view! { <Alert tone=Tone::Warning title=text::widens(lang)><p>{text::widens_text(lang)}</p></Alert> }
    });
    let changes: Vec<_> = check.changes.iter().map(|change| item(lang, change)).collect();
    let (key, base, note) = (check.key.clone(), check.base.to_string(), check.note.clone());
    view! {
        {since}
        <Section title=settings::differences(lang)><List divided=true>{changes}</List></Section>
        {others}
        <Form action="/api/settings/case-types/publish">
            <HiddenField name="key" value=key />
            <HiddenField name="base" value=base />
            <TextField name="note" label=text::note(lang) hint=settings::note_hint(lang) value=note error=error />
            <ActionBar>
                <Button variant=ButtonVariant::Primary>{text::publish(lang)}</Button>
                <ButtonLink href=routes::EDIT_CASE_TYPES variant=ButtonVariant::Secondary>{settings::change_more(lang)}</ButtonLink>
            </ActionBar>
        </Form>
    }
    .into_any()
}

/// Whether others than before may read something of a new case.
fn widens(what: &TypeChanged) -> bool {
    matches!(what, TypeChanged::Sensitivity(..) | TypeChanged::SharesDescription(true) | TypeChanged::AnswerShared(_, true))
}

fn item(lang: domain::Lang, change: &TypeChange) -> AnyView {
    let (name, what) = (change.names.of(lang).to_owned(), words::changed(lang, &change.what));
    view! {
        <ListItem>
            <p>{name}</p>
            <p class="k-meta">{what}</p>
        </ListItem>
    }
    .into_any()
}
