//! The same, on a folder and on an S3 server in the test's own process (s3s, which checks signatures as S3 does).

use std::os::unix::fs::PermissionsExt;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::*;

const SECRET: &str = "en hemmelighet for prøver";

/// Serves the folder as S3, with one bucket, until the test is over.
async fn s3(folder: &Path) -> Bucket {
    std::fs::create_dir_all(folder.join("klar")).unwrap();
    let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single("klar", SECRET));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let server = Builder::new(TokioExecutor::new());
                drop(server.serve_connection(TokioIo::new(socket), service).await);
            });
        }
    });
    Bucket {
        endpoint,
        name: "klar".to_owned(),
        region: "eu-north-1".to_owned(),
        access_key: "klar".to_owned(),
        secret_key: SECRET.to_owned(),
    }
}

async fn both() -> (TempDir, Vec<Objects>) {
    let folder = tempfile::tempdir().unwrap();
    let bucket = s3(&folder.path().join("s3")).await;
    let objects = vec![Objects::folder(&folder.path().join("objects")).unwrap(), Objects::bucket(&bucket).unwrap()];
    (folder, objects)
}

#[tokio::test]
async fn what_is_put_is_read_whole_and_in_parts_and_removed() {
    let (_folder, all) = both().await;
    for objects in all {
        let pieces: Vec<Bytes> = (0..40_u8).map(|i| Bytes::from(vec![i; 70_001])).collect();
        let whole = pieces.concat();
        let (name, other) = (Objects::fresh_name(), Objects::fresh_name());
        assert_ne!(name, other);
        objects.put(&name, pieces).await.unwrap();
        assert_eq!(objects.length(&name).await.unwrap(), whole.len() as u64);
        for part in [0..21, 0..whole.len(), 70_000..70_003, whole.len() - 1..whole.len()] {
            let read = objects.read(&name, part.start as u64..part.end as u64).await.unwrap();
            assert!(read == whole[part.clone()], "{part:?}");
        }
        assert!(matches!(objects.read(&other, 0..1).await, Err(StoreError::Objects(_))));
        assert!(matches!(objects.length(&other).await, Err(StoreError::Objects(_))));
        objects.remove(&other).await.unwrap();
        objects.remove(&name).await.unwrap();
        objects.remove(&name).await.unwrap();
        assert!(objects.length(&name).await.is_err());
    }
}

#[tokio::test]
async fn the_old_ones_are_told_by_name() {
    let (_folder, all) = both().await;
    for objects in all {
        let names = [Objects::fresh_name(), Objects::fresh_name()];
        for name in &names {
            objects.put(name, vec![Bytes::from_static(b"x")]).await.unwrap();
        }
        let now = crate::Clock::System.now();
        assert_eq!(objects.older_than(now.plus_seconds(-3600)).await.unwrap(), Vec::<String>::new());
        let mut old = objects.older_than(now.plus_seconds(3600)).await.unwrap();
        old.sort();
        let mut names = names.to_vec();
        names.sort();
        assert_eq!(old, names);
    }
}

#[tokio::test]
async fn a_wrong_secret_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let bucket = s3(folder.path()).await;
    let wrong = Objects::bucket(&Bucket { secret_key: "en annen".to_owned(), ..bucket.clone() }).unwrap();
    assert!(matches!(wrong.put("aa/bb", vec![Bytes::from_static(b"x")]).await, Err(StoreError::Objects(_))));
    assert!(!format!("{bucket:?}").contains(SECRET));
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_an_error() {
    let nobody = Bucket {
        endpoint: "http://127.0.0.1:9".to_owned(),
        name: "klar".to_owned(),
        region: "x".to_owned(),
        access_key: "x".to_owned(),
        secret_key: "x".to_owned(),
    };
    let objects = Objects::bucket(&nobody).unwrap();
    let put = tokio::time::timeout(std::time::Duration::from_secs(20), objects.put("aa/bb", vec![Bytes::from_static(b"x")]));
    assert!(matches!(put.await.unwrap(), Err(StoreError::Objects(_))));
}

#[tokio::test]
async fn a_folder_is_for_its_owner_alone_and_what_is_half_written_goes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/objects");
    let objects = Objects::folder(&path).unwrap();
    let name = Objects::fresh_name();
    objects.put(&name, vec![Bytes::from_static(b"sealed")]).await.unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&path.join(&name))), (0o700, 0o600));
    // What a program that was killed while it wrote leaves behind is no object, and is not told as one.
    let half = path.join(format!("{name}#1"));
    std::fs::write(&half, b"sea").unwrap();
    let now = crate::Clock::System.now();
    assert_eq!(objects.older_than(now.plus_seconds(3600)).await.unwrap(), std::slice::from_ref(&name));
    assert_eq!(objects.remove_half_written(now.plus_seconds(-3600)).await.unwrap(), 0);
    assert_eq!(objects.remove_half_written(now.plus_seconds(3600)).await.unwrap(), 1);
    assert!(!half.exists() && path.join(&name).exists());
}
