//! Where documents lie: sealed, under names that say nothing, in a folder or in an S3 bucket.
//!
//! An object is written whole or not at all, and before the row that names it; what no row names is swept away
//! ([`Store::sweep_objects`](crate::Store::sweep_objects)). Nothing lies here that was not sealed before it came.

mod http;
#[cfg(test)]
mod tests;

use std::fs::{DirBuilder, Permissions};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use domain::Timestamp;
use futures::TryStreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Name;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};

use crate::StoreError;

/// The place where documents lie. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Objects {
    inner: Arc<dyn ObjectStore>,
    /// The folder, when it is one.
    folder: Option<PathBuf>,
}

/// A bucket of an S3-compatible store.
#[derive(Clone)]
pub struct Bucket {
    /// Where the store is: `https://s3.example.org`, or `http` on this machine.
    pub endpoint: String,
    /// The bucket. It must be there.
    pub name: String,
    /// The region, as the store calls it.
    pub region: String,
    /// Who we are.
    pub access_key: String,
    /// What we prove it with.
    pub secret_key: String,
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bucket({} at {})", self.name, self.endpoint)
    }
}

impl Objects {
    /// A folder, made for its owner alone if it is not there.
    pub fn folder(path: &Path) -> Result<Self, StoreError> {
        let unusable = |error| StoreError::Objects(format!("the folder for documents, {}: {error}", path.display()));
        DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(unusable)?;
        std::fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(unusable)?;
        let inner = LocalFileSystem::new_with_prefix(path).map_err(said)?.with_fsync(true);
        Ok(Self { inner: Arc::new(inner), folder: Some(path.to_owned()) })
    }

    /// A bucket. Nothing is asked of it yet.
    pub fn bucket(bucket: &Bucket) -> Result<Self, StoreError> {
        let inner = AmazonS3Builder::new()
            .with_endpoint(&bucket.endpoint)
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.access_key)
            .with_secret_access_key(&bucket.secret_key)
            .with_allow_http(bucket.endpoint.starts_with("http:"))
            .with_http_connector(http::Connector)
            .with_retry(RetryConfig { max_retries: 3, retry_timeout: Duration::from_secs(10), ..RetryConfig::default() })
            .build()
            .map_err(said)?;
        Ok(Self { inner: Arc::new(inner), folder: None })
    }

    /// A name that no other object has, and that says nothing.
    pub(crate) fn fresh_name() -> String {
        let bytes: [u8; 16] = rand::random();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let (folder, _) = hex.split_at(2);
        format!("{folder}/{hex}")
    }

    /// Writes an object, of pieces laid one behind the other. When this returns, it is there for good; when it fails,
    /// or is broken off, it is not there at all.
    pub(crate) async fn put(&self, name: &str, pieces: Vec<Bytes>) -> Result<(), StoreError> {
        let at = Name::from(name);
        self.inner.put(&at, PutPayload::from_iter(pieces)).await.map_err(said)?;
        if let Some(folder) = &self.folder {
            // The folder keeps others out; the file does too, should it be copied elsewhere.
            let file = folder.join(name);
            std::fs::set_permissions(&file, Permissions::from_mode(0o600)).map_err(|error| StoreError::Objects(error.to_string()))?;
        }
        Ok(())
    }

    /// How long an object is.
    pub(crate) async fn length(&self, name: &str) -> Result<u64, StoreError> {
        Ok(self.inner.head(&Name::from(name)).await.map_err(said)?.size)
    }

    /// Some of its bytes.
    pub(crate) async fn read(&self, name: &str, bytes: Range<u64>) -> Result<Bytes, StoreError> {
        self.inner.get_range(&Name::from(name), bytes).await.map_err(said)
    }

    /// Throws an object away. One that is not there is no error.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), StoreError> {
        match self.inner.delete(&Name::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(said(error)),
        }
    }

    /// The names of all objects that were written before this instant.
    pub(crate) async fn older_than(&self, before: Timestamp) -> Result<Vec<String>, StoreError> {
        let old = |meta: &object_store::ObjectMeta| meta.last_modified.timestamp_millis() < before.0;
        let all = self.inner.list(None).try_filter(|meta| std::future::ready(old(meta)));
        all.map_ok(|meta| meta.location.to_string()).try_collect().await.map_err(said)
    }

    /// Throws away what was half written into the folder before this instant, when the program was killed: files that are
    /// not objects yet. A bucket has nothing of the kind.
    pub(crate) async fn remove_half_written(&self, before: Timestamp) -> Result<u64, StoreError> {
        let Some(folder) = self.folder.clone() else { return Ok(0) };
        let swept = tokio::task::spawn_blocking(move || half_written(&folder, before)).await;
        swept.map_err(|error| StoreError::Objects(error.to_string()))?.map_err(|error| StoreError::Objects(error.to_string()))
    }
}

fn half_written(folder: &Path, before: Timestamp) -> std::io::Result<u64> {
    let before = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(before.0).unwrap_or(0));
    let mut removed = 0;
    for inner in std::fs::read_dir(folder)?.flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(inner.path())?.flatten() {
            // What the object store lays there before it gives it its name: `name#1`.
            let staged = file.file_name().to_string_lossy().contains('#');
            if staged && file.metadata()?.modified()? < before {
                std::fs::remove_file(file.path())?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

/// What the object store said. Names of objects say nothing of what is in them.
fn said(error: object_store::Error) -> StoreError {
    match error {
        object_store::Error::NotFound { .. } => StoreError::Objects("a document is not where it should be".to_owned()),
        error => StoreError::Objects(error.to_string()),
    }
}
