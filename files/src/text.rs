//! The words in a file, to search in. Bounded, and never a reason to refuse: what cannot be read has no words.

use domain::documents::{FILE_TEXT_BYTES, FileKind};
use lopdf::{Document, LoadOptions};
use mail_parser::{Address, MessageParser};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::archive::Archive;

/// How much of one part of an office file is unpacked to be read.
const PART: u64 = 8 * 1024 * 1024;
/// How much one stream of a PDF may unpack to.
const STREAM: usize = 16 * 1024 * 1024;
/// The most pages that are read.
const PAGES: usize = 500;

/// What is kept of a text: whole letters, no longer than it may be; nothing where there is nothing to read.
pub(crate) fn bounded(text: &str) -> Option<String> {
    let text = text.trim();
    let mut end = text.len().min(FILE_TEXT_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).filter(|text| !text.is_empty()).map(|text| text.replace('\0', ""))
}

pub(crate) fn of_office(archive: &Archive<'_>, kind: FileKind) -> Option<String> {
    let wanted = |name: &str| match kind {
        FileKind::Docx => {
            let notes = ["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"];
            name == "word/document.xml" || name.ends_with(".xml") && notes.iter().any(|start| name.starts_with(start))
        }
        FileKind::Xlsx => name == "xl/sharedStrings.xml" || name.starts_with("xl/worksheets/sheet") && name.ends_with(".xml"),
        _ => name == "content.xml",
    };
    let mut text = String::new();
    for entry in archive.entries().iter().filter(|entry| wanted(&entry.name)) {
        if text.len() >= FILE_TEXT_BYTES {
            break;
        }
        if let Ok(part) = archive.open(entry, PART) {
            words(&String::from_utf8_lossy(&part), kind, &mut text);
        }
    }
    bounded(&text)
}

/// The text between the tags; a paragraph, a cell and a line end it. References to entities that the document declares
/// are not followed: that is another way to make much of little.
fn words(xml: &str, kind: FileKind, text: &mut String) {
    let mut reader = Reader::from_str(xml);
    let (mut shared, mut value) = (false, false);
    while text.len() < FILE_TEXT_BYTES {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let local = tag.local_name();
                let local = local.as_ref();
                value = local == "v";
                if local == "c" {
                    // A cell that holds only the number of a shared text.
                    shared = tag.attributes().flatten().any(|it| it.key.as_ref() == "t" && it.value.as_ref() == "s");
                }
            }
            Ok(Event::End(tag)) => {
                value = false;
                if matches!(tag.local_name().as_ref(), "p" | "h" | "si" | "c" | "row") {
                    text.push('\n');
                }
            }
            Ok(Event::Empty(tag)) if matches!(tag.local_name().as_ref(), "tab" | "br" | "s" | "line-break") => text.push(' '),
            Ok(Event::Text(part)) if !(kind == FileKind::Xlsx && value && shared) => text.push_str(&part.xml10_content()),
            Ok(Event::CData(part)) => text.push_str(&part.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let known = match reference.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                text.extend(known);
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

pub(crate) fn of_mail(bytes: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse(bytes)?;
    let mut text = message.subject().unwrap_or_default().to_owned();
    for address in [message.from(), message.to(), message.cc()].into_iter().flatten() {
        people(address, &mut text);
    }
    for part in 0..message.text_body_count().min(20) {
        if text.len() >= FILE_TEXT_BYTES {
            break;
        }
        text.push('\n');
        text.push_str(&message.body_text(part).unwrap_or_default());
    }
    bounded(&text)
}

fn people(address: &Address<'_>, text: &mut String) {
    for person in address.iter().take(100) {
        for part in [person.name(), person.address()].into_iter().flatten() {
            text.push('\n');
            text.push_str(part);
        }
    }
}

/// A PDF to look into; nothing where it cannot be read, or where little of it unpacks to very much.
pub(crate) fn open_pdf(bytes: &[u8]) -> Option<Document> {
    let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
    Document::load_mem_with_options(bytes, options).ok()
}

/// How many pages it has.
pub(crate) fn pages(pdf: &Document) -> Option<u32> {
    u32::try_from(pdf.get_pages().len()).ok().filter(|pages| *pages > 0)
}

/// The words of a PDF, page by page until there are enough. Scanned pages have none.
pub(crate) fn of_pdf(document: &Document) -> Option<String> {
    let mut text = String::new();
    for page in document.get_pages().into_keys().take(PAGES) {
        if text.len() >= FILE_TEXT_BYTES {
            break;
        }
        for part in document.extract_text_chunks_with_limit(&[page], STREAM).into_iter().flatten() {
            text.push_str(&part);
        }
        text.push('\n');
    }
    bounded(&text)
}
