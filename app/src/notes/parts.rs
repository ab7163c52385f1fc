//! The fields that the forms of notes share.

use domain::notes::NoteKind;
use domain::{Code, Field, Lang};
use leptos::prelude::*;
use ui::{Choice, RadioGroup};

use crate::i18n::terms;

use super::text;

/// Who is to see the note. One that others have seen can not be hidden again.
pub(super) fn kinds(lang: Lang, selected: &str, may_be_private: bool, wrong: Option<Code>) -> AnyView {
    let choice = |kind: &NoteKind| {
        let about = match kind {
            NoteKind::Internal => text::internal_about(lang),
            NoteKind::Shared => text::shared_about(lang),
            NoteKind::Private => text::private_about(lang),
        };
        Choice::new(kind.code(), terms::note_kind(lang, *kind)).describe(about)
    };
    let options: Vec<Choice> = NoteKind::ALL.iter().filter(|kind| may_be_private || **kind != NoteKind::Private).map(choice).collect();
    let selected = if selected.is_empty() { NoteKind::Internal.code() } else { selected }.to_owned();
    let error = wrong.map(|code| terms::error(lang, Field::NoteKind, code));
    view! {
        <RadioGroup
            name=Field::NoteKind.code()
            legend=terms::field(lang, Field::NoteKind)
            options=options
            selected=selected
            error=error
        />
    }
    .into_any()
}
