//! What a case is linked to, and linking it to another.

use domain::cases::CaseRow;
use domain::links::{LinkForm, LinkRow, Relation};
use domain::{CaseId, Field, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Button, ButtonVariant, Choice, ErrorItem, ErrorSummary, FieldWidth, Form, HiddenField, LinkTo, List, ListItem, Page,
    PageHeading, RadioGroup, Section, TextField,
};

use crate::cx::PageCx;
use crate::i18n::{self, terms};
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, parts, text};

/// How the two hang together, and which the other is.
#[component]
pub(crate) fn LinkPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::open_link_form(case.clone()), |form| show(&form))
}

fn show(form: &LinkForm) -> AnyView {
    let lang = PageCx::current().lang;
    let summary: Vec<ErrorItem> =
        form.errors.0.iter().map(|(field, code)| ErrorItem::field(field.code(), terms::error(lang, *field, *code))).collect();
    let has_errors = !summary.is_empty();
    let fields = fields(lang, form);
    let there = linked(lang, form.case, &form.links);
    let back = LinkTo::new(routes::case(form.case), text::back_to(lang, form.number));
    let case = form.case.to_string();
    view! {
        <PageTitle page=text::link(lang) has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=summary />
            <PageHeading title=text::link(lang) lead=text::link_lead(lang) back=back />
            <Form action="/api/links/add">
                <HiddenField name="case" value=case />
                {fields}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::link_save(lang)}</Button>
                </ActionBar>
            </Form>
            {there}
        </Page>
    }
    .into_any()
}

fn fields(lang: Lang, form: &LinkForm) -> AnyView {
    let wrong = |field| form.errors.of(field).map(|code| terms::error(lang, field, code));
    let choice = |to: Relation| Choice::new(to.code(), text::as_choice(lang, to)).describe(text::as_choice_means(lang, to));
    let relations: Vec<Choice> = Relation::OFFERED.into_iter().map(choice).collect();
    let relation = if form.typed.relation.is_empty() { Relation::Related.code().to_owned() } else { form.typed.relation.clone() };
    let other = |row: &CaseRow| Choice::new(row.number.to_string(), parts::named(lang, row));
    let others: Vec<Choice> = form.others.iter().map(other).collect();
    let (chosen, number) = (form.typed.chosen.clone(), form.typed.number.clone());
    let hint = if others.is_empty() { text::number_hint(lang) } else { text::number_instead(lang) };
    let others = (!others.is_empty()).then(
        || view! { <RadioGroup name="chosen" legend=text::same_people(lang) options=others selected=chosen mark=i18n::optional(lang) /> },
    );
    view! {
        <RadioGroup
            name=Field::Relation.code()
            legend=text::how(lang)
            options=relations
            selected=relation
            error=wrong(Field::Relation)
        />
        {others}
        <TextField
            name=Field::CaseNumber.code()
            label=terms::field(lang, Field::CaseNumber)
            hint=hint
            value=number
            error=wrong(Field::CaseNumber)
            autocomplete="off"
            input_mode="numeric"
            width=FieldWidth::Medium
        />
    }
    .into_any()
}

/// What there is, each with a way to take it away; what was merged is opened again instead.
fn linked(lang: Lang, case: CaseId, links: &[LinkRow]) -> Option<AnyView> {
    let lines: Vec<_> = links.iter().map(|link| line(lang, case, link)).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Section title=text::linked_now(lang)>
                <List label=text::linked_now(lang) divided=true>{lines}</List>
            </Section>
        }
        .into_any()
    })
}

fn line(lang: Lang, case: CaseId, link: &LinkRow) -> AnyView {
    let (href, name, relation) = (routes::case(link.case.id), parts::named(lang, &link.case), text::relation(lang, link.to));
    let end = link.to.is_removable().then(|| {
        let (label, other) = (text::remove_of(lang, link.case.number), link.case.id.to_string());
        view! {
            <Form action="/api/links/remove">
                <HiddenField name="case" value=case.to_string() />
                <HiddenField name="other" value=other />
                <Button variant=ButtonVariant::Secondary>
                    <span aria-hidden="true">{text::remove(lang)}</span>
                    <span class="ds-sr-only">{label}</span>
                </Button>
            </Form>
        }
        .into_any()
    });
    view! {
        <ListItem end=end>
            <div class="k-task">
                <span class="k-task-title"><a class="ds-link" href=href>{name}</a></span>
                <span class="k-meta">{relation}</span>
            </div>
        </ListItem>
    }
    .into_any()
}
