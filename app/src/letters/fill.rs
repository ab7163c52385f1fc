//! What the letter needs to know.

use domain::drafts::DraftForm;
use domain::letters::{FieldDef, FieldKind, LetterForm, Template};
use domain::{Code, Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{
    ActionBar, Button, ButtonVariant, Choice, DateField, Details, ErrorItem, ErrorSummary, Form, HiddenField, LinkTo, Page, PageHeading,
    RadioGroup, TextArea, TextField,
};

use crate::cx::PageCx;
use crate::drafts;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text};

/// What is missing first; what the case has already is folded away, to be looked over.
#[component]
pub(crate) fn FillLetterPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, code) = (params.get("id").unwrap_or_default(), params.get("template").unwrap_or_default());
    load(move || api::open_letter(case.clone(), code.clone()), |form| show(&form))
}

/// The name of a field in the form.
fn name(id: &str) -> String {
    format!("fields[{id}]")
}

fn show(form: &LetterForm) -> AnyView {
    let lang = PageCx::current().lang;
    let template = &form.template;
    let wrong = |field: &FieldDef| form.errors.iter().find(|(id, _)| *id == field.id).map(|(_, code)| *code);
    let items: Vec<ErrorItem> =
        template.fields.iter().filter_map(|field| Some(ErrorItem::field(&name(&field.id), said(lang, field, wrong(field)?)))).collect();
    let (found, asked): (Vec<&FieldDef>, Vec<&FieldDef>) =
        template.fields.iter().partition(|field| form.found.contains(&field.id) && wrong(field).is_none());
    let field = |field: &&FieldDef| field_view(lang, field, form.typed.field(&field.id), wrong(field));
    let asked: Vec<_> = asked.iter().map(field).collect();
    let found: Vec<_> = found.iter().map(field).collect();
    let title = template.name.of(lang).to_owned();
    let (lead, back) = (template.about.of(lang).to_owned(), LinkTo::new(routes::letters(form.case), text::back_to_choice(lang)));
    let (case, code) = (form.case.to_string(), template.code.to_string());
    let languages = languages(lang, template, &form.typed.lang);
    let has_errors = !items.is_empty();
    let draft = DraftForm::Letter(form.case, template.code);
    let notice = drafts::parts::notice(lang, draft, form.kept);
    view! {
        <PageTitle page=title.clone() has_errors=has_errors />
        <Page>
            <ErrorSummary title=i18n::fix_errors(lang) items=items />
            <PageHeading title=title lead=lead back=back />
            {notice}
            <Form action="/api/letters/keep">
                <HiddenField name="case" value=case />
                <HiddenField name="template" value=code />
                {asked}
                {(!found.is_empty()).then(|| view! {
                    <Details summary=text::from_case(lang)>
                        <p class="k-meta">{text::from_case_lead(lang)}</p>
                        {found}
                    </Details>
                })}
                {languages}
                {drafts::parts::typing(lang, draft)}
                <ActionBar>
                    <Button variant=ButtonVariant::Primary>{text::to_preview(lang)}</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

fn said(lang: Lang, field: &FieldDef, code: Code) -> String {
    text::error(lang, field.label.of(lang), field.kind, code)
}

fn languages(lang: Lang, template: &Template, chosen: &str) -> AnyView {
    let options = template.languages.iter().map(|lang| Choice::new(lang.code(), lang.own_name())).collect::<Vec<_>>();
    view! { <RadioGroup name="lang" legend=text::language(lang) options=options selected=chosen.to_owned() /> }.into_any()
}

fn field_view(lang: Lang, field: &FieldDef, value: &str, wrong: Option<Code>) -> AnyView {
    let (name, label, value) = (name(&field.id), field.label.of(lang).to_owned(), value.to_owned());
    let hint = field.hint.as_ref().map(|hint| hint.of(lang).to_owned());
    let error = wrong.map(|code| said(lang, field, code));
    let mark = (!field.required).then(|| i18n::optional(lang));
    match field.kind {
        FieldKind::Text | FieldKind::Person => {
            view! { <TextField name=name label=label value=value hint=hint error=error mark=mark /> }.into_any()
        }
        FieldKind::Long => view! { <TextArea name=name label=label value=value hint=hint error=error mark=mark rows=6 /> }.into_any(),
        FieldKind::List => view! { <TextArea name=name label=label value=value hint=hint error=error mark=mark rows=4 /> }.into_any(),
        FieldKind::Date => {
            let how = i18n::date_hint(lang);
            let hint = hint.map_or_else(|| how.clone(), |hint| format!("{} {how}.", sentence(&hint)));
            view! { <DateField name=name label=label value=value hint=hint error=error mark=mark /> }.into_any()
        }
        FieldKind::Choice => {
            let options = field.options.iter().map(|option| Choice::new(&*option.code, crate::format::sentence(option.words.of(lang))));
            let options: Vec<Choice> = options.collect();
            view! { <RadioGroup name=name legend=label options=options selected=value hint=hint error=error mark=mark /> }.into_any()
        }
    }
}

/// With a full stop, where there is none.
fn sentence(hint: &str) -> String {
    let ended = hint.ends_with(['.', '?', '!']);
    if ended { hint.to_owned() } else { format!("{hint}.") }
}
