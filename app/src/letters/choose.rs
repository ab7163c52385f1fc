//! Which letter?

use domain::Lang;
use domain::letters::{LetterChoice, Template};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{CardLink, LinkTo, Page, PageHeading, Section, Tag, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::routes;

use super::{api, text};

/// Those that fit the case first, each with what it is for.
#[component]
pub(crate) fn ChooseLetterPage() -> impl IntoView {
    let case = use_params_map().get_untracked().get("id").unwrap_or_default();
    load(move || api::choose_letter(case.clone()), |choice| show(&choice))
}

fn show(choice: &LetterChoice) -> AnyView {
    let lang = PageCx::current().lang;
    let (fits, others) = choice.fitting();
    let section = |title: String, templates: &[&Template]| {
        let cards: Vec<_> = templates.iter().map(|template| card(lang, choice, template)).collect();
        (!cards.is_empty()).then(|| view! { <Section title=title><div class="k-cards">{cards}</div></Section> })
    };
    let (first, rest) = (section(text::suggested(lang), &fits), section(text::others(lang), &others));
    let back = LinkTo::new(routes::case(choice.case), text::back_to_case(lang));
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::title(lang) lead=text::choose_lead(lang) back=back />
            {first}
            {rest}
        </Page>
    }
    .into_any()
}

fn card(lang: Lang, choice: &LetterChoice, template: &Template) -> AnyView {
    let begun = choice.begun.contains(&template.code);
    let meta = vec![template.about.of(lang).to_owned()];
    view! {
        <CardLink href=routes::letter(choice.case, template.code) title=template.name.of(lang).to_owned() meta=meta>
            {begun.then(|| view! { <Tag tone=Tone::Info>{text::begun(lang)}</Tag> })}
        </CardLink>
    }
    .into_any()
}
