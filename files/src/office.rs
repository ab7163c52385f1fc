//! docx, xlsx and odt.

use domain::documents::{FileKind, FileRefusal};

use crate::archive::Archive;

/// How archives and older office files begin: what is inside a document may be none of them.
const INSIDE: [&[u8]; 8] = [b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"MZ"];
const EXTENSIONS: [&str; 26] = [
    "zip", "jar", "7z", "rar", "gz", "tgz", "bz2", "xz", "cab", "iso", "docx", "docm", "dotm", "xlsx", "xlsm", "xlsb", "pptx", "pptm",
    "odt", "ods", "exe", "dll", "js", "vbs", "bat", "lnk",
];

/// Holds an office file against its kind: the parts that must be there are, and none that is dangerous.
///
/// Documents inside documents are refused too, although Word makes them (a chart carries its workbook): nobody sees them
/// on the page, and each would have to be checked like a file of its own.
pub(crate) fn check<'a>(bytes: &'a [u8], kind: FileKind) -> Result<Archive<'a>, FileRefusal> {
    let archive = Archive::read(bytes)?;
    for entry in archive.entries() {
        name(&entry.name)?;
    }
    if !is(&archive, kind)? {
        return Err(FileRefusal::NotWhatItSays);
    }
    archive.unpack(|name, first| {
        let whole_name = name.to_ascii_lowercase();
        if INSIDE.iter().any(|start| first.starts_with(start)) {
            // A macro project is an old office file in itself.
            return Err(if whole_name.contains("vba") { FileRefusal::Macros } else { FileRefusal::FileInside });
        }
        Ok(())
    })?;
    Ok(archive)
}

/// Refuses parts by their names: macros of both families, and files inside the file.
fn name(name: &str) -> Result<(), FileRefusal> {
    let lower = name.to_lowercase();
    let last = lower.rsplit('/').next().unwrap_or_default();
    let macros =
        last.starts_with("vbaproject") || last.starts_with("vbadata") || lower.starts_with("basic/") || lower.starts_with("scripts/");
    if macros || lower.contains("/macrosheets/") || lower.contains("/activex/") {
        return Err(FileRefusal::Macros);
    }
    match last.rsplit_once('.') {
        Some((_, extension)) if EXTENSIONS.contains(&extension) => Err(FileRefusal::FileInside),
        _ => Ok(()),
    }
}

/// Whether the archive is a document of this kind, by what it says of itself.
fn is(archive: &Archive<'_>, kind: FileKind) -> Result<bool, FileRefusal> {
    let main = match kind {
        FileKind::Docx => "word/document.xml",
        FileKind::Xlsx => "xl/workbook.xml",
        _ => {
            let Some(entry) = archive.entry_named("mimetype") else { return Ok(false) };
            let said = archive.open(entry, 100)?;
            return Ok(said == FileKind::Odt.content_type().as_bytes() && archive.entry_named("content.xml").is_some());
        }
    };
    let (Some(types), Some(_)) = (archive.entry_named("[Content_Types].xml"), archive.entry_named(main)) else { return Ok(false) };
    let types = archive.open(types, 1024 * 1024)?;
    if String::from_utf8_lossy(&types).to_ascii_lowercase().contains("macroenabled") {
        return Err(FileRefusal::Macros);
    }
    Ok(true)
}
