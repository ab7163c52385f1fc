//! The key file on the disk: outside the database, for its owner alone, written whole or not at all.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::Date;
use zeroize::{Zeroize, Zeroizing};

use crate::StoreError;

use super::keys::Root;

/// What the file says.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    /// Older files said here which key seals. The database says so now; the word is read, and not written again.
    #[serde(default, skip_serializing)]
    active: Option<u32>,
    /// Key number → 32 bytes in base64. A key is kept as long as anything sealed with it may be read.
    keys: BTreeMap<u32, String>,
    /// Keys with which nothing is sealed any more, and since when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) retired: BTreeMap<u32, Date>,
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        self.keys.values_mut().for_each(Zeroize::zeroize);
    }
}

impl KeyFile {
    fn parse(text: &str) -> Option<Self> {
        let file: Self = serde_json::from_str(text).ok()?;
        let known = |number: &u32| file.keys.contains_key(number);
        let fits = !file.keys.is_empty() && file.active.iter().all(known) && file.retired.keys().all(known);
        (fits && file.roots().is_some()).then_some(file)
    }

    /// The keys themselves; `None` when one of them is none.
    pub(super) fn roots(&self) -> Option<BTreeMap<u32, Root>> {
        let root = |key: &String| {
            let bytes = Zeroizing::new(BASE64.decode(key.as_bytes()).ok()?);
            Some(Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).ok()?))
        };
        self.keys.iter().map(|(number, key)| Some((*number, root(key)?))).collect()
    }

    fn with_one_key() -> Self {
        Self { active: None, keys: BTreeMap::from([(1, fresh())]), retired: BTreeMap::new() }
    }

    /// Adds a fresh key and returns its number, which none of the keys of this file ever had.
    pub(crate) fn add(&mut self) -> u32 {
        let number = self.keys.keys().next_back().map_or(1, |last| last.saturating_add(1));
        self.keys.insert(number, fresh());
        number
    }

    pub(crate) fn retire(&mut self, number: u32, today: Date) {
        self.retired.entry(number).or_insert(today);
    }

    pub(crate) fn remove(&mut self, number: u32) {
        if let Some(mut key) = self.keys.remove(&number) {
            key.zeroize();
        }
        self.retired.remove(&number);
    }
}

fn fresh() -> String {
    BASE64.encode(Zeroizing::new(rand::random::<[u8; 32]>()).as_slice())
}

/// Reads the file. Whoever cannot have it to themselves does not get it.
pub(super) fn read(path: &Path) -> Result<KeyFile, StoreError> {
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|error| {
        StoreError::Keys(match error.kind() {
            ErrorKind::NotFound => {
                format!("the key file {} is missing, and the database was sealed with it: put it back from your key backup", path.display())
            }
            _ => format!("the key file {} cannot be read: {error}", path.display()),
        })
    })?);
    let mode = std::fs::metadata(path).map(|meta| meta.permissions().mode() & 0o077).unwrap_or_default();
    if mode != 0 {
        return Err(StoreError::Keys(format!("the key file {} can be read by others than its owner: chmod 600 it", path.display())));
    }
    KeyFile::parse(&text).ok_or_else(|| StoreError::Keys(format!("the key file {} is damaged", path.display())))
}

/// Reads the file, or makes it with one fresh key if there is none. Two who make it at once have the same afterwards.
pub(super) fn read_or_make(path: &Path) -> Result<KeyFile, StoreError> {
    if path.exists() {
        return read(path);
    }
    let make = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let unfinished = written(&KeyFile::with_one_key(), path)?;
        // Unlike renaming, this does not put a new file in the place of one that has come meanwhile.
        let linked = std::fs::hard_link(&unfinished, path);
        std::fs::remove_file(&unfinished)?;
        match linked {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => synced(path),
        }
    };
    make().map_err(|error| StoreError::Keys(format!("the key file {} cannot be made: {error}", path.display())))?;
    read(path)
}

/// Changes the file: one at a time, whole or not at all, with its owner and mode as they were.
pub(crate) fn change<T>(path: &Path, what: impl FnOnce(&mut KeyFile) -> T) -> Result<T, StoreError> {
    let cannot = |error: std::io::Error| StoreError::Keys(format!("the key file {} cannot be changed: {error}", path.display()));
    let folder = File::open(folder(path)).map_err(cannot)?;
    folder.lock().map_err(cannot)?;
    let mut file = read(path)?;
    let result = what(&mut file);
    let change = || {
        let before = std::fs::metadata(path)?;
        let unfinished = written(&file, path)?;
        let now = std::fs::metadata(&unfinished)?;
        if (now.uid(), now.gid()) != (before.uid(), before.gid()) {
            // Whoever rotates may be another than whoever serves.
            std::os::unix::fs::chown(&unfinished, Some(before.uid()), Some(before.gid()))?;
        }
        std::fs::rename(&unfinished, path)?;
        synced(path)
    };
    change().map_err(cannot)?;
    Ok(result)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a file beside the one that is meant, and to the disk.
fn written(file: &KeyFile, path: &Path) -> std::io::Result<PathBuf> {
    let text = Zeroizing::new(serde_json::to_string_pretty(file)?);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = path.with_file_name(format!(".{name}.{:016x}", rand::random::<u64>()));
    let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    out.write_all(text.as_bytes()).and_then(|()| out.sync_all())?;
    Ok(unfinished)
}

fn synced(path: &Path) -> std::io::Result<()> {
    File::open(folder(path))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        read_or_make(&path).unwrap();
        change(&path, KeyFile::add).unwrap();
        let whole = std::fs::read(&path).unwrap();
        for length in 0..whole.len() {
            std::fs::write(&path, &whole[..length]).unwrap();
            assert!(matches!(read(&path), Err(StoreError::Keys(why)) if why.contains("is damaged")), "{length}");
        }
    }

    #[test]
    fn changes_keep_the_mode_and_leave_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        read_or_make(&path).unwrap();
        assert_eq!(change(&path, KeyFile::add).unwrap(), 2);
        assert_eq!(change(&path, KeyFile::add).unwrap(), 3);
        let day = Date::new(2026, 3, 12).unwrap();
        change(&path, |file| file.retire(1, day)).unwrap();
        let file = read(&path).unwrap();
        assert_eq!((file.keys.len(), file.retired.get(&1)), (3, Some(&day)));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
        assert_eq!(names(folder.path()), ["keys.json"]);
        change(&path, |file| file.remove(1)).unwrap();
        assert!(read(&path).unwrap().keys.keys().eq(&[2, 3]));
        assert_eq!(change(&path, KeyFile::add).unwrap(), 4, "a number is not given again");
    }

    #[test]
    fn many_who_make_it_at_once_have_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/keys.json");
        let made: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| read_or_make(&path).unwrap().keys[&1].clone())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(made.iter().all(|key| *key == made[0]));
        assert_eq!(names(&folder.path().join("new")), ["keys.json"]);
    }
}
