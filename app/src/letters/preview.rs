//! The letter as it will be.

use domain::Lang;
use domain::letters::{Block, Fact, Letter, LetterPreview, Run, Signature, Text};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{ActionBar, Alert, Button, ButtonLink, ButtonVariant, Form, HiddenField, LinkTo, Page, PageHeading, Tone};

use crate::cx::PageCx;
use crate::layout::PageTitle;
use crate::load::load;
use crate::{documents, routes};

use super::{api, text};

/// Every block of it, and the files it can be had as.
#[component]
pub(crate) fn PreviewLetterPage() -> impl IntoView {
    let params = use_params_map().get_untracked();
    let (case, code) = (params.get("id").unwrap_or_default(), params.get("template").unwrap_or_default());
    let why = use_query_map().get_untracked().get(routes::NOT_KEPT);
    load(move || api::preview_letter(case.clone(), code.clone()), move |preview| show(&preview, why.as_deref()))
}

fn show(preview: &LetterPreview, why: Option<&str>) -> AnyView {
    let lang = PageCx::current().lang;
    let form = routes::letter(preview.case, preview.template);
    let Some(letter) = &preview.letter else { return not_ready(lang, preview, form) };
    let file = |kind: &str| routes::letter_file(preview.case, preview.template, kind);
    let (pdf, docx) = (file("pdf"), file("docx"));
    let (title, back) = (letter.title.clone(), LinkTo::new(routes::case(preview.case), text::back_to_case(lang)));
    let paper = paper(lang, letter);
    let (not_kept, keep) = (why.map(|why| not_kept(lang, why)), keep(lang, preview));
    view! {
        <PageTitle page=title.clone() />
        <Page>
            {not_kept}
            <PageHeading title=title lead=text::preview_lead(lang) back=back />
            {paper}
            {keep}
            <p class="k-meta">{text::after(lang)}</p>
            <ActionBar>
                <ButtonLink href=pdf variant=ButtonVariant::Secondary external=true>{text::take_pdf(lang)}</ButtonLink>
                <ButtonLink href=docx variant=ButtonVariant::Secondary external=true>{text::take_docx(lang)}</ButtonLink>
                <ButtonLink href=form variant=ButtonVariant::Secondary>{text::change(lang)}</ButtonLink>
            </ActionBar>
        </Page>
    }
    .into_any()
}

/// Why it is not kept.
fn not_kept(lang: Lang, why: &str) -> AnyView {
    let words = match why.parse() {
        Ok(refusal) => crate::format::sentence(documents::parts::refused_because(lang, refusal)),
        Err(_) => text::changed_meanwhile(lang),
    };
    view! { <Alert tone=Tone::Warning title=text::not_kept(lang) status=true><p>{words}</p></Alert> }.into_any()
}

/// Keeping it; and what is kept already, of which it becomes a version.
fn keep(lang: Lang, preview: &LetterPreview) -> AnyView {
    let (case, code, key) = (preview.case.to_string(), preview.template.to_string(), preview.key.clone());
    let seen = preview.kept.as_ref().map_or(0, |kept| kept.newest.number);
    let before = preview.kept.as_ref().map(|kept| {
        let (href, name) = (routes::document(preview.case, kept.document), kept.newest.name.clone());
        view! { <p>{text::kept_before(lang, kept.newest.number)}" "<a class="ds-link" href=href>{name}</a></p> }
    });
    let button = if seen == 0 { text::keep(lang) } else { text::keep_version(lang, seen + 1) };
    view! {
        {before}
        <Form action="/api/letters/save">
            <HiddenField name="case" value=case />
            <HiddenField name="template" value=code />
            <HiddenField name="key" value=key />
            <HiddenField name="seen" value=seen.to_string() />
            <p><Button variant=ButtonVariant::Primary>{button}</Button></p>
        </Form>
    }
    .into_any()
}

fn not_ready(lang: Lang, preview: &LetterPreview, form: String) -> AnyView {
    let back = LinkTo::new(routes::letters(preview.case), text::back_to_choice(lang));
    view! {
        <PageTitle page=text::not_ready(lang) />
        <Page>
            <PageHeading title=text::not_ready(lang) back=back />
            <Alert tone=Tone::Info><p>{text::not_ready_lead(lang)}</p></Alert>
            <ActionBar>
                <ButtonLink href=form variant=ButtonVariant::Primary>{text::fill_in(lang)}</ButtonLink>
            </ActionBar>
        </Page>
    }
    .into_any()
}

fn paper(lang: Lang, letter: &Letter) -> AnyView {
    let dated = !letter.blocks.iter().any(|block| matches!(block, Block::From(_)));
    let blocks: Vec<_> = letter.blocks.iter().map(|block| block_view(lang, block, dated)).collect();
    view! { <article class="k-letter" lang=letter.lang.code()>{blocks}</article> }.into_any()
}

fn block_view(lang: Lang, block: &Block, dated: bool) -> AnyView {
    match block {
        Block::From(lines) => view! { <div class="k-letter__from">{each(lines)}</div> }.into_any(),
        Block::To(lines) => view! { <div class="k-letter__to">{each(lines)}</div> }.into_any(),
        Block::Facts(facts) => {
            let fact = |fact: &Fact| view! { <div><dt>{words(&fact.label)}</dt><dd>{words(&fact.value)}</dd></div> };
            view! { <dl class="k-letter__facts">{facts.iter().map(fact).collect::<Vec<_>>()}</dl> }.into_any()
        }
        Block::Subject(text) => view! { <h2>{words(text)}</h2> }.into_any(),
        Block::Heading(text) => view! { <h3>{words(text)}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{words(text)}</p> }.into_any(),
        Block::Note(text) => view! { <p class="k-meta">{words(text)}</p> }.into_any(),
        Block::List { ordered, items } => {
            let items: Vec<_> = items.iter().map(|item| view! { <li>{words(item)}</li> }).collect();
            if *ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
        }
        Block::Table { header, rows } => table(header, rows),
        Block::Signatures(all) => {
            let all: Vec<_> = all.iter().map(|one| signature(lang, one, dated)).collect();
            view! { <div class="k-letter__signatures">{all}</div> }.into_any()
        }
    }
}

fn table(header: &[Text], rows: &[Vec<Vec<Text>>]) -> AnyView {
    let head: Vec<_> = header.iter().map(|text| view! { <th scope="col">{words(text)}</th> }).collect();
    let row = |row: &Vec<Vec<Text>>| {
        let cells: Vec<_> = row.iter().map(|cell| view! { <td>{each(cell)}</td> }).collect();
        view! { <tr>{cells}</tr> }
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    view! {
        <div class="k-letter__table" tabindex="0">
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn signature(lang: Lang, signature: &Signature, dated: bool) -> AnyView {
    let line = |words: String| view! { <p class="k-letter__line">{words}</p> };
    view! {
        <div>
            {dated.then(|| line(text::place_and_date(lang)))}
            {line(text::signature(lang))}
            <p><strong>{words(&signature.name)}</strong></p>
            <p>{words(&signature.role)}</p>
        </div>
    }
    .into_any()
}

fn each(lines: &[Text]) -> Vec<AnyView> {
    lines.iter().map(|line| view! { <p>{words(line)}</p> }.into_any()).collect()
}

fn words(text: &Text) -> Vec<AnyView> {
    let run = |run: &Run| match run.strong {
        true => view! { <strong>{run.text.clone()}</strong> }.into_any(),
        false => view! { <span>{run.text.clone()}</span> }.into_any(),
    };
    text.0.iter().map(run).collect()
}
