//! What people upload: whether it is what it says, what in it is dangerous, and which words are in it.
//!
//! Pure: bytes in, a verdict out. Nothing here knows a database, a person or a case. Whatever the bytes are, the answer is
//! a verdict; a panic in a library is caught by whoever runs this in a process of its own (`klar`).

pub mod apart;
pub mod archive;
pub mod drawn;
mod name;
mod office;
mod pdf;
mod picture;
mod plain;
mod text;
pub mod virus;

use domain::documents::{FILE_BYTES, FileKind, FileNote, FileRefusal};

pub use name::{clean as clean_name, clean_shown};

/// A file that may be kept.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Checked {
    /// What it is, as it is kept.
    pub kind: FileKind,
    /// Its name, safe to show and to send.
    pub name: String,
    /// The bytes to keep: pictures are drawn anew, text is UTF-8, everything else is as it came.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What a reader should know of it.
    pub notes: Vec<FileNote>,
    /// How many pages it has, where it is one to be drawn.
    pub pages: Option<u32>,
    /// The words in it, to search in; none where there are none, or where they cannot be read.
    pub text: Option<String>,
}

/// Whether a file that was given this name may be kept.
///
/// The name's extension must be on the list, and the contents of the kind that it promises: what opens as something else
/// than it looks like is how people are fooled.
pub fn check(given_name: &str, bytes: Vec<u8>) -> Result<Checked, FileRefusal> {
    if bytes.is_empty() {
        return Err(FileRefusal::Empty);
    }
    if bytes.len() > FILE_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    let kind = FileKind::of_extension(name::extension(given_name)).ok_or(FileRefusal::Kind)?;
    begins_as(kind, &bytes)?;
    if virus::is_test_virus(&bytes) {
        return Err(FileRefusal::Virus);
    }
    let name = name::clean(given_name, kind.kept());
    let mut pages = None;
    let (bytes, notes, text) = match kind {
        FileKind::Pdf => {
            let notes = pdf::check(&bytes)?;
            let opened = text::open_pdf(&bytes);
            pages = opened.as_ref().and_then(text::pages);
            let text = opened.as_ref().and_then(text::of_pdf);
            (bytes, notes, text)
        }
        FileKind::Docx | FileKind::Xlsx | FileKind::Odt => {
            let text = text::of_office(&office::check(&bytes, kind)?, kind);
            (bytes, Vec::new(), text)
        }
        FileKind::Png | FileKind::Jpg | FileKind::Heic => (picture::draw_anew(&bytes, kind)?, Vec::new(), None),
        FileKind::Txt => {
            let text = plain::text(&bytes)?.into_owned();
            let (kept, text) = (text.clone().into_bytes(), text::bounded(&text));
            (kept, Vec::new(), text)
        }
        FileKind::Eml => {
            let notes = plain::mail(&bytes)?;
            let text = text::of_mail(&bytes);
            (bytes, notes, text)
        }
    };
    // Drawn anew, a picture may be larger than it was.
    if bytes.len() > FILE_BYTES {
        return Err(FileRefusal::TooLarge);
    }
    Ok(Checked { kind: kind.kept(), name, bytes, notes, pages, text })
}

/// Whether the first bytes are those of the kind.
fn begins_as(kind: FileKind, bytes: &[u8]) -> Result<(), FileRefusal> {
    let brand = || {
        bytes
            .get(8..12)
            .is_some_and(|brand| [b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis"].contains(&brand.try_into().unwrap_or(&[0; 4])))
    };
    let fits = match kind {
        // Where else its header may stand is looked at there.
        FileKind::Pdf | FileKind::Txt | FileKind::Eml => true,
        FileKind::Docx | FileKind::Xlsx | FileKind::Odt => {
            // A Word file with a password, and one from before 2007, are of this kind.
            if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
                return Err(FileRefusal::Locked);
            }
            bytes.starts_with(&archive::LOCAL)
        }
        FileKind::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        FileKind::Jpg => bytes.starts_with(b"\xff\xd8\xff"),
        FileKind::Heic => bytes.get(4..8) == Some(b"ftyp") && brand(),
    };
    if fits { Ok(()) } else { Err(FileRefusal::NotWhatItSays) }
}
