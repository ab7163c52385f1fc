//! Buttons.

use leptos::prelude::*;

use crate::{Icon, IconName, Text};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonVariant {
    /// The one main action of the page.
    #[default]
    Primary,
    /// Any other action.
    Secondary,
    /// The least: cancel, "do this later".
    Tertiary,
    /// Something that cannot be undone. Stands apart and asks once.
    Danger,
}

impl ButtonVariant {
    /// Designsystemet's `data-variant`.
    pub(crate) const fn variant(self) -> &'static str {
        match self {
            Self::Primary | Self::Danger => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
        }
    }

    /// Designsystemet's `data-color`: said also when it is the default, as a button in a message would else take
    /// the message's.
    pub(crate) const fn color(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            _ => "accent",
        }
    }
}

/// What a button does in a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Sends the form.
    #[default]
    Submit,
    /// Does nothing by itself; for islands.
    Button,
}

/// A button that sends a form.
///
/// Makes `button.ds-button[data-variant]`. Give `name` and `value` when a form has several
/// buttons. To go to a page, use [`ButtonLink`](crate::ButtonLink).
#[component]
pub fn Button(
    /// How much attention.
    #[prop(optional)]
    variant: ButtonVariant,
    /// Whether it sends the form.
    #[prop(optional)]
    kind: ButtonKind,
    /// The name sent with the form.
    #[prop(optional, into)]
    name: Text,
    /// The value sent with the form.
    #[prop(optional, into)]
    value: Text,
    /// The id of the form it sends, when it stands outside it.
    #[prop(optional, into)]
    form: Text,
    /// An icon before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let kind = match kind {
        ButtonKind::Submit => "submit",
        ButtonKind::Button => "button",
    };
    view! {
        <button
            class="ds-button"
            type=kind
            data-variant=variant.variant()
            data-color=variant.color()
            name=name.get()
            value=value.get()
            form=form.get()
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span>{children()}</span>
        </button>
    }
    .into_any()
}
