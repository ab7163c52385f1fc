//! Which kinds of files a case may hold.

use crate::code::code_enum;

code_enum! {
    /// A kind of file that is taken in. Everything else is refused: what we know how to check is a short list.
    pub enum FileKind {
        /// PDF.
        Pdf = "pdf",
        /// A Word document.
        Docx = "docx",
        /// An Excel workbook.
        Xlsx = "xlsx",
        /// An OpenDocument text.
        Odt = "odt",
        /// A PNG picture.
        Png = "png",
        /// A JPEG picture.
        Jpg = "jpg",
        /// A picture as iPhones take them. It is kept as a JPEG.
        Heic = "heic",
        /// Plain text.
        Txt = "txt",
        /// An e-mail, saved as a file.
        Eml = "eml",
    }
}

impl FileKind {
    /// The kind that an extension promises, in whichever case it is written.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "jpeg" | "jpe" | "jfif" => Self::Jpg,
            "heif" => Self::Heic,
            "text" => Self::Txt,
            other => return other.parse().ok(),
        })
    }

    /// The kind as it is kept.
    #[must_use]
    pub fn kept(self) -> Self {
        if self == Self::Heic { Self::Jpg } else { self }
    }

    /// The exact type that a browser is told.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Png => "image/png",
            Self::Jpg => "image/jpeg",
            Self::Heic => "image/heic",
            Self::Txt => "text/plain; charset=utf-8",
            Self::Eml => "message/rfc822",
        }
    }

    /// Whether it is a picture, which can be shown in a page.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpg | Self::Heic)
    }

    /// Whether a browser can show it by itself, in a room of its own.
    pub const fn can_be_shown(self) -> bool {
        self.is_picture() || matches!(self, Self::Pdf)
    }
}

/// What a form may offer to choose. HEIC is not among it: an iPhone that is asked for JPEG makes one by itself, and a
/// HEIC that comes nevertheless, by drag and drop, is read as well.
pub const ACCEPT: &str = ".pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.txt,.eml,image/jpeg,image/png,application/pdf";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_says_a_kind_or_none() {
        assert_eq!(FileKind::of_extension("PDF"), Some(FileKind::Pdf));
        assert_eq!(FileKind::of_extension("JPEG"), Some(FileKind::Jpg));
        for other in ["", "exe", "svg", "html", "docm", "zip", "pdf "] {
            assert_eq!(FileKind::of_extension(other), None, "{other}");
        }
        assert!(FileKind::ALL.iter().all(|kind| FileKind::of_extension(kind.code()) == Some(*kind)));
    }
}
