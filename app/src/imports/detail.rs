//! The report of one import, and the two answers to a file that is held.

use domain::Lang;
use domain::imports::{ImportState, ImportView, Remark, Remarks, Report};
use domain::org::Offices;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{
    ActionBar, Alert, Button, ButtonVariant, Column, Fact, Facts, Form, HiddenField, LinkTo, List, ListItem, Page, PageHeading, PageWidth,
    Row, Section, Table, Tone,
};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{format, routes};

use super::list::state_tag;
use super::{api, reasons, text};

/// So many lines are enough to see what is wrong.
const SHOWN: usize = 100;

/// What a file did, would do, or could not do.
#[component]
pub(crate) fn ImportPage() -> impl IntoView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let too_late = use_query_map().get_untracked().get(routes::TOO_LATE).is_some();
    load(move || api::import(id.clone()), move |import| show(&import, too_late))
}

fn show(import: &ImportView, too_late: bool) -> AnyView {
    let lang = PageCx::current().lang;
    let title = text::one(lang, &format::time(lang, import.row.begun_at));
    let (state, what_now, changes, about) =
        (state_tag(lang, &import.row), what_now(lang, import), changes(lang, import), about(lang, import));
    let rejected = remarks(lang, &text::rejected_lines(lang, &format::number(import.kept.rejected.total)), &import.kept.rejected);
    let warnings = remarks(lang, &text::warnings(lang, &format::number(import.kept.warnings.total)), &import.kept.warnings);
    view! {
        <PageTitle page=title.clone() />
        <Page width=PageWidth::Lists>
            {too_late.then(|| view! { <Alert tone=Tone::Warning status=true><p>{text::too_late(lang)}</p></Alert> })}
            <PageHeading title=title back=LinkTo::new(routes::IMPORTS, text::title(lang))>{state}</PageHeading>
            {what_now}
            {changes}
            {rejected}
            {warnings}
            {about}
        </Page>
    }
    .into_any()
}

/// What there is to do, if anything.
fn what_now(lang: Lang, import: &ImportView) -> AnyView {
    match import.row.state {
        ImportState::Held if import.decided.is_some() => {
            let again = answer(import, "/api/imports/approve", ButtonVariant::Secondary, text::try_again(lang));
            view! {
                <Alert tone=Tone::Info title=text::approving_title(lang) status=true><p>{text::approving(lang)}</p></Alert>
                <ActionBar>{again}</ActionBar>
            }
            .into_any()
        }
        ImportState::Held => held(lang, import),
        ImportState::Refused => view! {
            <Alert tone=Tone::Danger title=text::refused_title(lang)><p>{text::refused_why(lang)}</p></Alert>
        }
        .into_any(),
        ImportState::Applied if import.row.unchanged => view! { <p>{text::nothing_changed(lang)}</p> }.into_any(),
        ImportState::Applied | ImportState::Approved | ImportState::Rejected => ().into_any(),
    }
}

fn held(lang: Lang, import: &ImportView) -> AnyView {
    let ending = import.kept.ending;
    let approve = answer(import, "/api/imports/approve", ButtonVariant::Primary, text::approve(lang));
    let reject = answer(import, "/api/imports/reject", ButtonVariant::Secondary, text::reject(lang));
    view! {
        <Alert tone=Tone::Warning title=text::held_title(lang)>
            <p>{text::held_members(lang, &format::number(ending.members), &format::number(ending.of_members))}</p>
            <p>{text::held_mandates(lang, &format::number(ending.mandates), &format::number(ending.of_mandates))}</p>
            <p>{text::held_do(lang)}</p>
        </Alert>
        <ActionBar>
            {approve}
            {reject}
        </ActionBar>
    }
    .into_any()
}

fn answer(import: &ImportView, action: &'static str, variant: ButtonVariant, label: String) -> AnyView {
    let id = import.row.id.to_string();
    view! {
        <Form action=action>
            <HiddenField name="id" value=id />
            <Button variant=variant>{label}</Button>
        </Form>
    }
    .into_any()
}

fn changes(lang: Lang, import: &ImportView) -> AnyView {
    // Of a file that could not be read through, nothing is known.
    if import.kept.report == Report::default() {
        return ().into_any();
    }
    let columns = vec![
        Column::new(text::kind_of_thing(lang)),
        Column::numeric(text::added(lang)),
        Column::numeric(text::changed(lang)),
        Column::numeric(text::ended(lang)),
        Column::numeric(text::same(lang)),
    ];
    let row = |(of, tally): (_, domain::imports::Tally)| {
        Row::new()
            .cell(text::of(lang, of))
            .cell(tally.added.to_string())
            .cell(tally.changed.to_string())
            .cell(tally.ended.to_string())
            .cell(tally.unchanged.to_string())
    };
    let rows = import.kept.report.rows().into_iter().map(row).collect();
    view! { <Table caption=text::changes(lang) columns=columns rows=rows /> }.into_any()
}

fn remarks(lang: Lang, title: &str, all: &Remarks) -> AnyView {
    if all.total == 0 {
        return ().into_any();
    }
    let offices = PageCx::current().offices;
    let shown: Vec<_> = all.first.iter().take(SHOWN).map(|remark| item(lang, &offices, remark)).collect();
    let more = all.total.saturating_sub(shown.len() as u64);
    view! {
        <Section title=title.to_owned()>
            <List divided=true>{shown}</List>
            {(more > 0).then(|| view! { <p class="k-meta">{text::and_more(lang, &format::number(more))}</p> })}
        </Section>
    }
    .into_any()
}

fn item(lang: Lang, offices: &Offices, remark: &Remark) -> AnyView {
    let place = match (remark.line, remark.file.as_str()) {
        (0, "") => text::whole_file(lang),
        (line, "") => text::line(lang, line),
        (line, file) => text::line_in(lang, file, line),
    };
    let reason = reasons::reason(lang, offices, &remark.reason);
    view! { <ListItem><strong>{place}</strong>": "{reason}</ListItem> }.into_any()
}

fn about(lang: Lang, import: &ImportView) -> AnyView {
    let seconds = format!("{},{}", import.took_ms / 1000, import.took_ms % 1000 / 100);
    let decided = import.decided.as_ref().map(|(at, by)| {
        let who = by.clone().unwrap_or_else(|| text::the_command_line(lang));
        let words = text::decided_by(lang, &format::time(lang, *at), &who);
        view! { <Fact label=text::decided(lang)>{words}</Fact> }
    });
    let (files, kind, command, digest) =
        (import.row.files.clone(), text::file_kind(lang, import.row.kind), import.command.clone(), import.digest.clone());
    view! {
        <Section title=text::about(lang)>
            <Facts>
                <Fact label=text::file(lang)>{files}</Fact>
                <Fact label=text::contents(lang)>{kind}</Fact>
                <Fact label=text::begun_by(lang)>{command}</Fact>
                <Fact label=text::took(lang)>{text::seconds(lang, &seconds)}</Fact>
                {decided}
                <Fact label=text::checksum(lang)>{digest}</Fact>
            </Facts>
        </Section>
    }
    .into_any()
}
