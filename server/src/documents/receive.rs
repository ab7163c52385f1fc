//! Reading a form with files, part by part: no more of it is in memory than one file.

use std::time::Duration;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use domain::IdempotencyKey;
use domain::documents::{FILE_BYTES, FileRefusal};

/// The most parts of a form that are read: files, and the few fields beside them.
const PARTS: usize = 100;
/// The longest field that is no file.
const FIELD_BYTES: usize = 200;
/// Who sends nothing for so long has gone.
const IDLE_SECONDS: u64 = 30;

/// Why a form was given up.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is no such form, or it was broken off.
    Form,
    /// It is larger than all forms may be.
    TooLarge,
    /// It stopped coming.
    Idle,
}

/// A form that is being read.
pub(super) struct Form {
    parts: Multipart,
    read: usize,
    /// The key that makes sending twice harmless. It stands before the files.
    pub(super) key: Option<IdempotencyKey>,
    /// What the file is called that is being read; when the form is given up, nobody has it.
    pub(super) reading: String,
}

/// One file of it.
pub(super) struct Sent {
    /// As the browser calls it. Only its end is believed, and that only until the contents are read.
    pub(super) name: String,
    pub(super) bytes: Result<Vec<u8>, FileRefusal>,
}

impl Form {
    pub(super) fn new(parts: Multipart) -> Self {
        Self { parts, read: 0, key: None, reading: String::new() }
    }

    /// The next file; `None` at the end. A field for a file that was left empty is no file.
    pub(super) async fn next(&mut self) -> Result<Option<Sent>, Unreadable> {
        loop {
            self.reading.clear();
            let Some(field) = soon(self.parts.next_field()).await? else { return Ok(None) };
            self.read += 1;
            if self.read > PARTS {
                return Err(Unreadable::Form);
            }
            let file = matches!(field.name(), Some("file" | "photo"));
            let key = field.name() == Some("key");
            let name = field.file_name().unwrap_or_default().to_owned();
            if file {
                self.reading.clone_from(&name);
                let bytes = bytes(field, FILE_BYTES).await?;
                if !name.is_empty() || !matches!(&bytes, Ok(bytes) if bytes.is_empty()) {
                    return Ok(Some(Sent { name, bytes }));
                }
            } else {
                let text = bytes(field, FIELD_BYTES).await?.unwrap_or_default();
                if key {
                    self.key = std::str::from_utf8(&text).ok().and_then(|text| text.parse().ok());
                }
            }
        }
    }
}

/// The bytes of a part. Of one that is too large, the rest is read past and not kept: what comes behind it is wanted.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Result<Vec<u8>, FileRefusal>, Unreadable> {
    let (mut bytes, mut too_large) = (Vec::new(), false);
    while let Some(piece) = soon(field.chunk()).await? {
        too_large = too_large || bytes.len() + piece.len() > most;
        if too_large {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(if too_large { Err(FileRefusal::TooLarge) } else { Ok(bytes) })
}

async fn soon<T>(next: impl Future<Output = Result<T, MultipartError>>) -> Result<T, Unreadable> {
    match tokio::time::timeout(Duration::from_secs(IDLE_SECONDS), next).await {
        Ok(Ok(next)) => Ok(next),
        Ok(Err(error)) if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE => Err(Unreadable::TooLarge),
        Ok(Err(_)) => Err(Unreadable::Form),
        Err(_) => Err(Unreadable::Idle),
    }
}
