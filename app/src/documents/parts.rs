//! How documents look in a list, and what is told of files that were sent.

use domain::documents::{DocumentRow, FileRefusal, Sent, VersionRow};
use domain::{CaseId, Lang};
use leptos::prelude::*;
use ui::{Alert, ErrorItem, IconLink, IconName, List, ListItem, Section, Tone};

use crate::{format, routes};

use super::text;

/// The documents of a case, as a part of its page.
pub(crate) fn section(lang: Lang, case: CaseId, documents: &[DocumentRow], may_work: bool) -> AnyView {
    let list = if documents.is_empty() {
        let none = if may_work { text::none(lang) } else { text::none_to_read(lang) };
        view! { <p>{none}</p> }.into_any()
    } else {
        let items: Vec<_> = documents.iter().map(|document| item(lang, case, document)).collect();
        view! { <List divided=true>{items}</List> }.into_any()
    };
    let add = may_work.then(|| {
        let href = routes::new_documents(case);
        view! { <p><IconLink href=href icon=IconName::Plus>{text::add(lang)}</IconLink></p> }
    });
    view! {
        <Section title=text::title(lang) id="dokumenter">
            {list}
            {add}
        </Section>
    }
    .into_any()
}

fn item(lang: Lang, case: CaseId, document: &DocumentRow) -> AnyView {
    let newest = &document.newest;
    let version = if newest.number > 1 { format!("{}. ", text::version(lang, newest.number)) } else { String::new() };
    let (href, name, about) = (routes::document(case, document.id), document.name.clone(), format!("{version}{}", about(lang, newest)));
    view! {
        <ListItem>
            <p class="k-file-name"><a href=href>{name}</a></p>
            <p class="k-meta">{about}</p>
        </ListItem>
    }
    .into_any()
}

/// Why a file is not kept, as it stands after its name.
pub(crate) const fn refused_because(lang: Lang, why: FileRefusal) -> &'static str {
    text::refusal(lang, why)
}

/// "PDF, 35 kB. Kari Hansen, 12. mars 2026 kl. 14.30".
pub(super) fn about(lang: Lang, version: &VersionRow) -> String {
    let what = text::kind_and_size(lang, text::kind(lang, version.kind), &text::size(lang, version.size));
    format!("{what}. {}", text::added(lang, &version.by, &format::time(lang, version.made_at)))
}

/// What of the files that were sent was not kept, and why; with nothing sent at all, that something must be chosen.
pub(super) fn refused(lang: Lang, sent: &Sent, field: &str, nothing: &str) -> Vec<ErrorItem> {
    if sent.kept.is_empty() && sent.refused.is_empty() {
        return vec![ErrorItem::field(field, nothing)];
    }
    let told = sent.refused.iter().map(|(name, why)| {
        let name = if name.is_empty() { text::nameless(lang) } else { name.clone() };
        ErrorItem::field(field, text::refused_file(lang, &name, text::refusal(lang, *why)))
    });
    told.collect()
}

/// What of it was kept, where that was not everything: nothing of it need be sent again.
pub(super) fn kept(lang: Lang, sent: &Sent) -> Option<AnyView> {
    let names: Vec<&str> = sent.kept.iter().map(String::as_str).collect();
    let words = (!names.is_empty()).then(|| text::kept_files(lang, &format::both(lang, &names)))?;
    Some(view! { <Alert tone=Tone::Success><p>{words}</p></Alert> }.into_any())
}
