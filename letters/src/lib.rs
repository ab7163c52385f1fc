//! Letters, and whole cases, as files: PDF with tags for those who do not see the page, and DOCX to go on writing in.
//!
//! Bytes in, bytes out: no file is opened, no network is asked, and the same letter made at the same time is the same
//! bytes. Why it is built so is in docs/adr/0012-letters.md.

#[cfg(target_arch = "wasm32")]
compile_error!("letters are made on the server: the browser must not carry fonts and a PDF writer");

pub mod apart;
mod attachment;
mod blocks;
mod bundle;
mod docx;
mod draw;
mod flow;
mod fonts;
mod lines;
mod orientation;
mod styles;
mod table;
mod tree;
mod words;

#[cfg(test)]
mod tests;

use domain::Timestamp;
use domain::letters::Letter;

pub use bundle::{Bundle, Content, Missing, Part, bundle};
pub use docx::to_docx;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The fonts that are built in cannot be read.
    #[error("the built-in fonts cannot be read")]
    Fonts,
    /// The PDF does not hold together; the text says why, and holds nothing of the letter.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The archive that a DOCX is could not be written.
    #[error("the DOCX could not be written: {0}")]
    Docx(String),
}

/// The letter as a PDF that claims and keeps PDF/UA-1: tagged, with title and language. `made` is the time it says it was
/// made; nothing else in it comes from outside the letter.
pub fn to_pdf(letter: &Letter, made: Timestamp) -> Result<Vec<u8>, RenderError> {
    let mut flow = flow::Flow::new(letter.lang)?;
    blocks::all(&mut flow, &letter.blocks, blocks::Levels::LETTER);
    flow.footers(&letter.title);
    draw::pdf(flow, &letter.title, made)
}
