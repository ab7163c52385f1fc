//! Several lines of text, and the only place that may write a `textarea` element.

use leptos::prelude::*;

use super::field::{FieldIds, field_view, invalid};
use crate::Text;

/// Several lines of text: a note, a description.
///
/// Makes `div.ds-field` with `label`, hint, error and `textarea.ds-input`. This is the only
/// component that may write that element: Leptos 0.8 does not escape its children on the
/// server, so the text is escaped here and set as inner HTML. The field grows with its text
/// where the browser can. It takes any length: a browser that knows of a limit cuts off what is pasted
/// without a word, and whoever checks the form can say it.
#[component]
pub fn TextArea(
    /// The name in the form.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// What is in the field.
    #[prop(optional, into)]
    value: Text,
    /// How to write it.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong and how to put it right.
    #[prop(optional, into)]
    error: Text,
    /// A small word after the label: "Valgfritt".
    #[prop(optional, into)]
    mark: Text,
    /// The least number of lines shown.
    #[prop(default = 5)]
    rows: u32,
) -> impl IntoView {
    let ids = FieldIds::of(&name);
    let control = view! {
        <textarea
            class="ds-input"
            id=ids.id.clone()
            name=name
            rows=rows.to_string()
            aria-invalid=invalid(&error)
            aria-describedby=ids.described_by(&hint, &error)
            inner_html=textarea_html(&value.or_empty())
        ></textarea>
    }
    .into_any();
    field_view(ids, label, mark, hint, error, control)
}

/// The HTML inside a `textarea` that makes the browser show exactly `text`.
///
/// Escapes the three characters that could end the element or start a character reference.
/// The parser drops one line break right after the start tag, so a text that begins with
/// one gets another.
fn textarea_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    if text.starts_with(['\n', '\r']) {
        html.push('\n');
    }
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(letter),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::textarea_html;

    #[test]
    fn escapes_what_could_end_the_element() {
        assert_eq!(textarea_html("</textarea><script>alert(1)</script>"), "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    #[test]
    fn keeps_character_references_as_written() {
        assert_eq!(textarea_html("&lt; &amp; AT&T"), "&amp;lt; &amp;amp; AT&amp;T");
    }

    #[test]
    fn keeps_a_leading_line_break() {
        assert_eq!(textarea_html("\nto"), "\n\nto");
        assert_eq!(textarea_html("\r\nto"), "\n\r\nto");
        assert_eq!(textarea_html("en\nto"), "en\nto");
        assert_eq!(textarea_html(""), "");
    }
}
