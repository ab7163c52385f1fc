//! The form itself.

use leptos::prelude::*;

use crate::{HiddenField, Text};

/// How a form is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormMethod {
    /// Changes something.
    #[default]
    Post,
    /// Only asks for something; the answers stand in the address.
    Get,
}

/// A form that is sent by the browser, with script or without.
///
/// Makes `form.k-form[novalidate]`: the browser's own bubbles are off because the server
/// answers in our words. `idempotency` adds a hidden field, so that a form sent twice is
/// saved once.
#[component]
pub fn Form(
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// How it is sent.
    #[prop(optional)]
    method: FormMethod,
    /// The id, when a button outside the form sends it.
    #[prop(optional, into)]
    id: Text,
    /// The key that makes sending twice harmless.
    #[prop(optional, into)]
    idempotency: Text,
    /// The name of the hidden field with that key.
    #[prop(default = "idempotency_key".to_owned(), into)]
    idempotency_name: String,
    /// Whether the answer is a file: the page stays, and the form may be sent again.
    #[prop(optional)]
    download: bool,
    /// Whether it carries files.
    #[prop(optional)]
    multipart: bool,
    /// The fields and the buttons.
    children: Children,
) -> impl IntoView {
    let method = match method {
        FormMethod::Post => "post",
        FormMethod::Get => "get",
    };
    let key = idempotency.get().map(|value| view! { <HiddenField name=idempotency_name value /> });
    view! {
        <form
            class="k-form"
            id=id.get()
            method=method
            action=action
            enctype=multipart.then_some("multipart/form-data")
            data-download=download.then_some("")
            novalidate=true
        >
            {key}
            {children()}
        </form>
    }
    .into_any()
}
