//! My mandates: what each gives, and until when.

use domain::mandates::{MyMandate, OtherMandate};
use leptos::prelude::*;
use ui::{LinkTo, Page, PageHeading, Section};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, gives, others, text};

/// Each mandate by itself, in sentences.
#[component]
pub(crate) fn MyMandatesPage() -> impl IntoView {
    let fetch = || async { Ok((api::my_mandates().await?, api::my_other_mandates().await?)) };
    load(fetch, |(mandates, others)| show(&mandates, &others))
}

fn show(mandates: &[MyMandate], others: &[OtherMandate]) -> AnyView {
    let PageCx { lang, offices, .. } = PageCx::current();
    let sections: Vec<_> = mandates
        .iter()
        .map(|mandate| {
            let title = text::heading(lang, &format::sentence(offices.name(lang, &mandate.office)), &mandate.unit);
            let until = mandate.until.map_or_else(|| text::no_end(lang), |date| text::until(lang, &format::date(lang, date)));
            let gives: Vec<_> = gives::sentences(lang, mandate).into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect();
            view! { <Section title=title><p class="k-meta">{until}</p><ul>{gives}</ul></Section> }
        })
        .collect();
    let others = others::sections(lang, &offices, others);
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            {sections}
            {others}
            <p>{text::wrong(lang)}</p>
        </Page>
    }
    .into_any()
}
