//! What stands around every page.

use domain::org::Offices;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{AppFrame, IconName, LinkTo, NavItem, Person, PublicFrame, TopBar};

use crate::cx::{Me, PageCx};
use crate::i18n;
use crate::islands::SubmitOnce;
use crate::routes;

/// The frame: with the four places for those who hold an office, without for everybody else.
#[component]
pub(crate) fn Frame(children: Children) -> impl IntoView {
    let PageCx { lang, me, offices, path, .. } = PageCx::current();
    let content = view! {
        {children()}
        <SubmitOnce />
    }
    .into_any();
    match me {
        Some(me) if !me.offices.is_empty() => {
            let top = top_bar(lang, &offices, Some(&me)).into_any();
            view! { <AppFrame skip=i18n::skip(lang) nav_label=i18n::main_menu(lang) nav=places(lang, &path) top=top>{content}</AppFrame> }
                .into_any()
        }
        me => {
            let top = top_bar(lang, &offices, me.as_ref()).into_any();
            view! { <PublicFrame skip=i18n::skip(lang) top=top>{content}</PublicFrame> }.into_any()
        }
    }
}

fn top_bar(lang: domain::Lang, offices: &Offices, me: Option<&Me>) -> impl IntoView + use<> {
    let person = me.filter(|me| !me.offices.is_empty()).map(|me| {
        let office = me.offices.first().map(|(office, unit, _)| format!("{}, {unit}", offices.name(lang, office)));
        Person::new(routes::MORE, me.name.clone()).office(office.unwrap_or_default())
    });
    let search = person.as_ref().map(|_| LinkTo::new(routes::MEMBERS, i18n::search(lang)));
    let home = if person.is_some() { routes::TODAY } else { routes::FRONT };
    view! { <TopBar product=i18n::product(lang) home=home search=search person=person /> }
}

fn places(lang: domain::Lang, path: &str) -> Vec<NavItem> {
    let here = |place: &str| path.split(['?', '#']).next().is_some_and(|path| path == place || path.starts_with(&format!("{place}/")));
    vec![
        NavItem::new(routes::TODAY, i18n::nav_today(lang), IconName::Today).current(here(routes::TODAY)),
        NavItem::new(routes::CASES, i18n::nav_cases(lang), IconName::Cases).current(here(routes::CASES)),
        NavItem::new(routes::MEMBERS, i18n::nav_members(lang), IconName::Members).current(here(routes::MEMBERS)),
        NavItem::new(routes::MORE, i18n::nav_more(lang), IconName::More).current(here(routes::MORE)),
    ]
}

/// The title in the browser's tab: says where one is, and first of all if something is wrong.
#[component]
pub(crate) fn PageTitle(#[prop(into)] page: String, #[prop(optional)] has_errors: bool) -> impl IntoView {
    let lang = PageCx::current().lang;
    let title = if has_errors { i18n::page_title_error(lang, &page) } else { i18n::page_title(lang, &page) };
    view! { <Title text=title_html(&title) /> }
}

/// What stands between the tags: Leptos puts it there as it is, and a title may be what somebody has typed.
fn title_html(title: &str) -> String {
    title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
