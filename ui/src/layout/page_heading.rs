//! Where am I, and what is this.

use leptos::prelude::*;

use crate::{Icon, IconName, LinkTo, Text};

/// The top of a page: a link back by name, the only `h1`, and one sentence.
///
/// Makes `div.k-heading` with `a.k-back`, `h1[tabindex=-1][autofocus]` and `p.k-lead`. The
/// heading takes focus on a new page so that screen readers begin there; it shows no outline
/// because it is not something to press. An [`ErrorSummary`](crate::ErrorSummary) placed
/// before it takes the focus instead, as the first in the markup wins.
#[component]
pub fn PageHeading(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The page above this one, by its name.
    #[prop(optional_no_strip, into)]
    back: Option<LinkTo>,
    /// One sentence about what this is, when it is not obvious.
    #[prop(optional, into)]
    lead: Text,
    /// Whether the heading takes focus when the page opens.
    #[prop(default = true)]
    autofocus: bool,
    /// What stands right under the heading: status tags, the main facts.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = back.map(|to| view! { <BackLink to=to /> });
    let lead = lead.get().map(|lead| view! { <p class="k-lead">{lead}</p> });
    let below = children.map(|children| view! { <div class="k-heading__below">{children()}</div> });
    view! {
        <div class="k-heading">
            {back}
            <h1 class="ds-heading" tabindex="-1" autofocus=autofocus>
                {title}
            </h1>
            {lead}
            {below}
        </div>
    }
    .into_any()
}

/// The link to the page above, by name; for pages whose heading stands in a form.
#[component]
pub fn BackLink(
    /// Where it leads, and what that page is called.
    to: LinkTo,
) -> impl IntoView {
    view! {
        <a class="k-back" href=to.href>
            <Icon name=IconName::ArrowLeft />
            <span>{to.label}</span>
        </a>
    }
}
