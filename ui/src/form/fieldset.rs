//! Fields that belong together.

use leptos::prelude::*;

use super::choice::Group;
use crate::Text;

/// Fields that belong together: an address, from and to.
///
/// Makes `fieldset.ds-fieldset` with a `legend`, which may be the page's `h1`.
#[component]
pub fn Fieldset(
    /// A name that gives the hint and the error their ids.
    #[prop(into)]
    name: String,
    /// What the fields are about.
    #[prop(into)]
    legend: String,
    /// Whether the legend is the page's `h1`.
    #[prop(optional)]
    heading: bool,
    /// Help for all the fields.
    #[prop(optional, into)]
    hint: Text,
    /// What is wrong with them together.
    #[prop(optional, into)]
    error: Text,
    /// The fields.
    children: Children,
) -> impl IntoView {
    Group { name, legend, heading, mark: Text::default(), hint, error }.view(|_| children())
}
