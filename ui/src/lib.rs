//! The design system: thin components that only emit HTML with classes and data attributes.
//!
//! Nothing here knows the domain, calls the server, or holds state. All text comes in as
//! props, so the pages decide the language. The look lives in `style/`; the markup follows
//! Designsystemet (`ds-…`) where it has a component and our own classes (`k-…`) where it
//! does not. Everything works without script and without inline styles.
//!
//! See `ui/README.md` for one line of use per component, and `ui/examples/gallery` for
//! all of them on one page.

mod action;
mod content;
mod form;
mod icon;
mod layout;
mod link;
mod text;
mod tone;

pub use action::*;
pub use content::*;
pub use form::*;
pub use icon::*;
pub use layout::*;
pub use link::LinkTo;
pub use text::Text;
pub use tone::Tone;
