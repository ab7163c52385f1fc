//! Search.

use leptos::prelude::*;

use super::field::field_id;
use crate::{Icon, IconName, Text};

/// Search: one field and one button, sent with GET so that the answer has an address.
///
/// Makes `form.k-search[role=search]`. Children, such as hidden fields that keep a filter,
/// are sent along.
#[component]
pub fn SearchField(
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The words of the button: "Søk".
    #[prop(into)]
    submit: String,
    /// The id of the form, for hidden fields that stand outside it.
    #[prop(optional, into)]
    form_id: Text,
    /// The name in the address.
    #[prop(default = "q".to_owned(), into)]
    name: String,
    /// What was searched for.
    #[prop(optional, into)]
    value: Text,
    /// What can be searched for.
    #[prop(optional, into)]
    hint: Text,
    /// Whether only screen readers get the label, because the heading says the same.
    #[prop(optional)]
    hide_label: bool,
    /// Hidden fields to send along.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = field_id(&name);
    let hint_id = format!("{id}-hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    let label_class = if hide_label { "ds-sr-only" } else { "ds-label" };
    view! {
        <form class="k-search" role="search" method="get" action=action id=form_id.get()>
            {children.map(|children| children())}
            <div class="ds-field">
                <label class=label_class for=id.clone()>
                    {label}
                </label>
                {super::field::hint_view(hint_id, hint)}
                <div class="k-search__row">
                    <input
                        class="ds-input"
                        type="search"
                        id=id
                        name=name
                        value=value.get()
                        autocomplete="off"
                        enterkeyhint="search"
                        maxlength="200"
                        aria-describedby=described_by
                    />
                    <button class="ds-button" type="submit" data-variant="secondary">
                        <Icon name=IconName::Search />
                        <span>{submit}</span>
                    </button>
                </div>
            </div>
        </form>
    }
    .into_any()
}
