//! Letters written in a case, and the templates they are written from.

mod read;
mod templates;

pub use templates::NewTemplatesError;
pub(crate) use templates::TemplateVersions;
