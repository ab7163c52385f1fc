//! Checkpoints: how long the log was, and the hash of its last row, signed.
//!
//! A chain alone shows that a row was changed, but not that the whole of it was chained anew or its end cut off. A
//! checkpoint does, as long as it lies where whoever changes the log cannot change it: copy the folder elsewhere.
//!
//! Each is a signed note (C2SP `signed-note`) of the three lines of a `tlog-checkpoint`, with one difference: the
//! third line is the hash of the last row, not of a Merkle tree. One file each, never written again.

use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::crypto::{Keys, SIGNATURE};
use crate::{Store, StoreError};

use super::Fault;
use super::chain::Hash;

/// The signature type of Ed25519 in a signed note.
const ED25519: u8 = 1;

/// A checkpoint whose signature has been checked, or is our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    size: i64,
    head: Hash,
}

/// What came of making one.
#[derive(Debug)]
pub enum Made {
    /// It is in this file.
    Written(PathBuf, Checkpoint),
    /// Nothing has been logged since the last one.
    Nothing,
    /// What is in the log now does not follow from the last one; nothing was signed.
    Refused(Fault),
}

/// Why checkpoints could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The file system said no.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: String,
        /// What was said.
        source: std::io::Error,
    },
    /// A file that is no checkpoint of this log.
    #[error("{0} is not a checkpoint signed with this system's key")]
    NotOurs(String),
    /// The database said no, or the keys.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Checkpoint {
    /// How many rows the log had.
    pub fn size(&self) -> i64 {
        self.size
    }

    pub(super) fn head(&self) -> Hash {
        self.head
    }

    fn text(&self, origin: &str) -> String {
        format!("{origin}\n{}\n{}\n", self.size, BASE64.encode(self.head))
    }

    fn sign(&self, origin: &str, key: &SigningKey) -> String {
        let text = self.text(origin);
        let mut signature = key_id(origin, &key.verifying_key()).to_vec();
        signature.extend(key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n\u{2014} {origin} {}\n", BASE64.encode(signature))
    }

    /// Reads a note and checks its signature. Other signatures may stand beside ours.
    fn read(note: &str, key: &VerifyingKey) -> Option<Self> {
        let (text, signatures) = note.rsplit_once("\n\n")?;
        let text = format!("{text}\n");
        let mut lines = text.lines();
        let (origin, size, head) = (lines.next()?, lines.next()?.parse().ok()?, BASE64.decode(lines.next()?).ok()?);
        let checkpoint = Self { size, head: head.try_into().ok()? };
        let ours = signatures.lines().filter_map(|line| line.strip_prefix("\u{2014} ")?.strip_prefix(origin)?.strip_prefix(' '));
        let signed = ours.filter_map(|encoded| BASE64.decode(encoded).ok()).any(|bytes| {
            let Some((id, signature)) = bytes.split_at_checked(4) else { return false };
            let Ok(signature) = Signature::from_slice(signature) else { return false };
            id == key_id(origin, key) && key.verify_strict(text.as_bytes(), &signature).is_ok()
        });
        (signed && checkpoint.text(origin) == text).then_some(checkpoint)
    }
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let hash: Hash = Sha256::new_with_prefix(name).chain_update([b'\n', ED25519]).chain_update(key.as_bytes()).finalize().into();
    [hash[0], hash[1], hash[2], hash[3]]
}

impl Keys {
    /// Derived from the key file, so that it has the same protection and the same backup. Once its root is rotated away it
    /// lies in the database too, sealed: with its public part, checkpoints of before still verify.
    fn checkpoint_key(&self) -> Result<SigningKey, StoreError> {
        self.checkpoint_key_of(self.active())
    }

    fn checkpoint_key_of(&self, number: u32) -> Result<SigningKey, StoreError> {
        let seed = self.derive(number, SIGNATURE).ok_or(StoreError::Sealed("access_log"))?;
        Ok(SigningKey::from_bytes(&seed))
    }

    /// Whose signatures are ours: of every key there is and was.
    fn checkpoint_keys(&self) -> Result<Vec<VerifyingKey>, StoreError> {
        self.numbers_for(SIGNATURE).map(|number| Ok(self.checkpoint_key_of(number)?.verifying_key())).collect()
    }
}

impl Store {
    /// The public key of the checkpoints as signed notes write it, for whoever checks them elsewhere.
    pub fn checkpoint_key(&self, origin: &str) -> Result<String, StoreError> {
        let key = self.keys.now().checkpoint_key()?.verifying_key();
        let id: String = key_id(origin, &key).iter().map(|byte| format!("{byte:02x}")).collect();
        let mut encoded = vec![ED25519];
        encoded.extend(key.as_bytes());
        Ok(format!("{origin}+{id}+{}", BASE64.encode(encoded)))
    }

    /// How many rows the log has.
    pub async fn log_size(&self) -> Result<i64, StoreError> {
        use sea_orm::{QueryOrder, QuerySelect};
        let last =
            crate::scope::log_of_the_chain().order_by_desc(crate::entity::access_log::Column::Seq).limit(1).one(&self.log.db).await?;
        Ok(last.map_or(0, |row| row.seq))
    }

    /// Signs the log as it is now, after checking that it follows from the last checkpoint in the folder.
    pub async fn make_checkpoint(&self, folder: &Path, origin: &str) -> Result<Made, CheckpointError> {
        let last = self.last_checkpoint(folder)?;
        let whole = match &last {
            Some(last) => self.verify_log_since(last).await?,
            None => self.verify_log(&[]).await?,
        };
        let whole = match whole {
            Ok(whole) => whole,
            Err(fault) => return Ok(Made::Refused(fault)),
        };
        if whole.rows == last.map_or(0, |last| last.size) {
            return Ok(Made::Nothing);
        }
        let checkpoint = Checkpoint { size: whole.rows, head: whole.head() };
        let note = checkpoint.sign(origin, &self.keys.current(&self.db).await?.checkpoint_key()?);
        let path = folder.join(self.clock.today().to_string()).join(format!("{:012}.txt", checkpoint.size));
        write(&path, note.as_bytes()).map_err(|source| CheckpointError::File { path: path.display().to_string(), source })?;
        Ok(Made::Written(path, checkpoint))
    }

    /// Every checkpoint in the folder and the folders in it; each must bear our signature. No folder, no checkpoints.
    pub fn checkpoints(&self, folder: &Path) -> Result<Vec<Checkpoint>, CheckpointError> {
        let keys = self.keys.now().checkpoint_keys()?;
        files(folder)?.iter().map(|path| read(path, &keys)).collect()
    }

    /// The one of the longest log, by the names of the files.
    fn last_checkpoint(&self, folder: &Path) -> Result<Option<Checkpoint>, CheckpointError> {
        let keys = self.keys.now().checkpoint_keys()?;
        let last = files(folder)?.into_iter().max_by_key(|path| path.file_name().map(std::ffi::OsStr::to_owned));
        last.map(|path| read(&path, &keys)).transpose()
    }
}

fn read(path: &Path, keys: &[VerifyingKey]) -> Result<Checkpoint, CheckpointError> {
    let shown = || path.display().to_string();
    let note = std::fs::read_to_string(path).map_err(|source| CheckpointError::File { path: shown(), source })?;
    keys.iter().find_map(|key| Checkpoint::read(&note, key)).ok_or_else(|| CheckpointError::NotOurs(shown()))
}

/// Whole or not at all: a file half written when the power went would be taken for a forged one.
fn write(path: &Path, note: &[u8]) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let unfinished = path.with_extension("unfinished");
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(note)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)?;
    std::fs::File::open(folder)?.sync_all()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, CheckpointError> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let cannot = |source| CheckpointError::File { path: folder.display().to_string(), source };
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            other => other.map_err(cannot)?,
        };
        for entry in entries {
            let path = entry.map_err(cannot)?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note() -> (SigningKey, Checkpoint, String) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let checkpoint = Checkpoint { size: 20_852_163, head: [9; 32] };
        let note = checkpoint.sign("klar.example.org/access-log", &key);
        (key, checkpoint, note)
    }

    #[test]
    fn a_note_reads_back_whatever_stands_beside_our_signature() {
        let (key, checkpoint, note) = note();
        assert_eq!(note.lines().collect::<Vec<_>>()[..4], ["klar.example.org/access-log", "20852163", &BASE64.encode([9; 32]), ""]);
        assert_eq!(Checkpoint::read(&note, &key.verifying_key()), Some(checkpoint.clone()));
        let witnessed = format!("{note}\u{2014} witness.example Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5\n");
        assert_eq!(Checkpoint::read(&witnessed, &key.verifying_key()), Some(checkpoint));
    }

    #[test]
    fn any_changed_byte_and_any_other_key_is_refused() {
        let (key, _, note) = note();
        let other = SigningKey::from_bytes(&[8; 32]).verifying_key();
        assert_eq!(Checkpoint::read(&note, &other), None);
        for (at, _) in note.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()) {
            let mut bent = note.clone();
            let to = if note.as_bytes()[at] == b'a' { "b" } else { "a" };
            bent.replace_range(at..=at, to);
            // Base64's last letters may hold bits that mean nothing.
            let same = bent.lines().last().and_then(|line| BASE64.decode(line.rsplit(' ').next()?).ok())
                == note.lines().last().and_then(|line| BASE64.decode(line.rsplit(' ').next()?).ok())
                && bent.lines().nth(2) == note.lines().nth(2)
                && bent.lines().take(2).eq(note.lines().take(2));
            assert!(same || Checkpoint::read(&bent, &key.verifying_key()).is_none(), "byte {at}");
        }
        assert_eq!(Checkpoint::read(note.lines().next().unwrap(), &key.verifying_key()), None);
        assert_eq!(Checkpoint::read("", &key.verifying_key()), None);
    }
}
