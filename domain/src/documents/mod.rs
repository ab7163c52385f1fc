//! Documents in a case: what is taken in, and how much.

mod kind;
mod refusal;
mod view;

pub use kind::{ACCEPT, FileKind};
pub use refusal::{FileNote, FileRefusal, ScanState};
pub use view::{DocumentRow, DocumentView, Kept, Sent, VersionRow};

/// The largest file, in bytes.
pub const FILE_BYTES: usize = 25 * 1024 * 1024;
/// The largest picture, in pixels. A telephone's camera takes 12 to 48 million; those of 48 are made smaller by the
/// telephone when they are sent as JPEG.
pub const PICTURE_PIXELS: u64 = 40_000_000;
/// The longest name of a file, in characters, its extension among them.
pub const FILE_NAME_MAX: usize = 150;
/// The most new files in one case on one day, of all who work on it.
pub const FILES_A_CASE_AND_DAY: u64 = 20;
/// The most files that one person adds on one day, in all cases.
pub const FILES_A_PERSON_AND_DAY: u64 = 100;
/// The most text that is kept of a file to search in, in bytes.
pub const FILE_TEXT_BYTES: usize = 1024 * 1024;
/// How much of that text a page shows, in characters.
pub const FILE_WORDS_SHOWN: usize = 3_000;
