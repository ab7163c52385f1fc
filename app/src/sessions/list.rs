//! The page: each place where one is logged in, this one first.

use domain::Lang;
use domain::sessions::OwnSession;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ActionBar, Alert, Button, ButtonVariant, Form, HiddenField, LinkTo, List, ListItem, Page, PageHeading, Tag, Tone};

use crate::cx::PageCx;
use crate::i18n;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::{api, text};

/// Where the viewer is logged in.
#[component]
pub(crate) fn MySessionsPage() -> impl IntoView {
    let done = use_query_map().get_untracked().get(routes::LOGGED_OUT).is_some();
    load(api::my_sessions, move |sessions| show(&sessions, done))
}

fn show(sessions: &[OwnSession], done: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let items: Vec<_> = sessions.iter().map(|session| item(lang, session)).collect();
    let others = if sessions.iter().any(|session| !session.is_this) {
        view! {
            <ActionBar>
                <Form action="/api/sessions/end-others">
                    <Button variant=ButtonVariant::Primary>{text::log_out_others(lang)}</Button>
                </Form>
            </ActionBar>
            <p>{text::never_mine(lang)}</p>
        }
        .into_any()
    } else {
        view! { <p>{text::only_here(lang)}</p> }.into_any()
    };
    view! {
        <PageTitle page=text::title(lang) />
        <Page>
            {done.then(|| view! { <Alert tone=Tone::Success status=true><p>{text::done(lang)}</p></Alert> })}
            <PageHeading title=text::title(lang) lead=text::lead(lang) back=LinkTo::new(routes::MORE, i18n::nav_more(lang)) />
            <List divided=true>{items}</List>
            {others}
        </Page>
    }
    .into_any()
}

fn item(lang: Lang, session: &OwnSession) -> AnyView {
    let device = text::device(lang, session.device);
    let begun = text::begun(lang, &format::time(lang, session.begun_at));
    let used = text::last_used(lang, &format::time(lang, session.last_used_at));
    let end = if session.is_this {
        view! { <Tag tone=Tone::Success>{text::this_one(lang)}</Tag> }.into_any()
    } else {
        let (id, label) = (session.id.to_string(), text::log_out_there(lang, &device));
        view! {
            <Form action="/api/sessions/end">
                <HiddenField name="session" value=id />
                <Button variant=ButtonVariant::Secondary>{label}</Button>
            </Form>
        }
        .into_any()
    };
    view! {
        <ListItem end=end>
            <strong>{device}</strong>
            <p class="k-meta">{begun}</p>
            <p class="k-meta">{used}</p>
        </ListItem>
    }
    .into_any()
}
