//! Where a link goes and what it is called.

/// A link given as a prop: an address and the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTo {
    /// The address.
    pub href: String,
    /// The words of the link.
    pub label: String,
}

impl LinkTo {
    /// A link to `href`, called `label`.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }
}

impl<H: Into<String>, L: Into<String>> From<(H, L)> for LinkTo {
    fn from((href, label): (H, L)) -> Self {
        Self::new(href, label)
    }
}
