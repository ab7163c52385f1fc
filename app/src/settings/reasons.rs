//! Why does the office need this?

use domain::settings::{At, EditView, Proposed, Step, code_of};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Button, ButtonLink, ButtonVariant, EmptyState, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading, Steps,
    TextField,
};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{rights, routes};

use super::{api, parts, text};

/// One reason for each new right, or one for all.
#[component]
pub(crate) fn ReasonsPage() -> impl IntoView {
    let office = use_params_map().get_untracked().get("office").unwrap_or_default();
    load(move || api::edit_rights(office.clone()), |form| show(&form))
}

fn show(form: &EditView) -> AnyView {
    let lang = PageCx::current().lang;
    let (title, what) = (text::reasons_title(lang), Proposed::Office(form.facts.office));
    let of =
        |power| form.wrong.iter().find(|(at, _)| *at == At::Reason(power)).map(|(at, wrong)| parts::wrong(lang, &form.facts, at, *wrong));
    let summary: Vec<ErrorItem> =
        form.new.iter().filter_map(|power| Some(ErrorItem::field(&parts::reason_field(*power), of(*power)?))).collect();
    let place = parts::places(lang, &form.facts.held_at);
    let fields: Vec<_> = form
        .new
        .iter()
        .map(|power| {
            let value = form.typed.reasons.get(&code_of(*power)).cloned().unwrap_or_default();
            let (name, label, error) = (parts::reason_field(*power), rights::whole(lang, *power, &place), of(*power));
            view! { <TextField name=name label=label value=value error=error /> }
        })
        .collect();
    let others = (form.new.len() > 1).then(|| {
        let value = form.typed.others.clone();
        view! { <TextField name="others" label=text::reasons_others(lang) value=value mark=i18n::optional(lang) /> }
    });
    let back = LinkTo::new(routes::change(what, Step::Rights), i18n::back(lang));
    let (code, check) = (form.facts.office.code().to_owned(), routes::change(what, Step::Check));
    let body = if form.new.is_empty() {
        view! {
            <EmptyState title=text::reasons_none(lang) />
            <ActionBar><ButtonLink href=check variant=ButtonVariant::Primary>{i18n::next(lang)}</ButtonLink></ActionBar>
        }
        .into_any()
    } else {
        view! {
            <Form action="/api/settings/reasons">
                <HiddenField name="office" value=code />
                {fields}
                {others}
                <ActionBar><Button variant=ButtonVariant::Primary>{i18n::next(lang)}</Button></ActionBar>
            </Form>
        }
        .into_any()
    };
    view! {
        <PageTitle page=title.clone() has_errors=!summary.is_empty() />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=title lead=text::reasons_lead(lang) back=back />
            <Steps label=text::step(lang, 2) current=2 total=3 />
            {body}
        </Page>
    }
    .into_any()
}
