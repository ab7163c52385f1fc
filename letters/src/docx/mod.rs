//! A letter as DOCX: the format of Word, which LibreOffice and the rest open too.
//!
//! Written here and not with a crate: what a letter needs of the format is a page of markup, and the crates that write it
//! neither repeat the head of a table nor say the language of the text.

mod body;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use domain::Timestamp;
use domain::letters::Letter;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::RenderError;

/// The letter as a DOCX to go on writing in: with real headings, lists, heads of tables and its language. `made` is the
/// time it says it was made.
pub fn to_docx(letter: &Letter, made: Timestamp) -> Result<Vec<u8>, RenderError> {
    let (document, lists) = body::document(letter);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::PACKAGE.to_owned()),
        ("docProps/core.xml", parts::core(letter, made)),
        ("docProps/app.xml", parts::APP.to_owned()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", parts::RELATIONS.to_owned()),
        ("word/styles.xml", parts::styles(letter.lang)),
        ("word/numbering.xml", parts::numbering(lists)),
        ("word/settings.xml", parts::settings(letter.lang)),
        ("word/footer1.xml", parts::footer(letter)),
    ];
    archive(&files).map_err(|error| RenderError::Docx(error.to_string()))
}

fn archive(files: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (name, text) in files {
        zip.start_file(*name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
