//! The key file and the database belong together, and a start that finds them apart changes nothing.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use store::{Store, StoreError, StoreOptions};

use crate::union::Union;
use crate::world::{World, both};

/// What opening the world's database with another key file says, having changed neither.
async fn refused(world: &World, key_file: PathBuf) -> String {
    let before = (world.contents(&[]).await, world.tables().await, std::fs::read(&key_file).ok());
    let options = StoreOptions { key_file: key_file.clone(), ..world.options.clone() };
    let answer = Store::open(options).await;
    let after = (world.contents(&[]).await, world.tables().await, std::fs::read(&key_file).ok());
    assert_eq!(after, before);
    match answer {
        Err(StoreError::Keys(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn write(path: &Path, text: &str, mode: u32) {
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

fn key_file(world: &World) -> Value {
    serde_json::from_slice(&std::fs::read(&world.options.key_file).unwrap()).unwrap()
}

both! {
    async fn a_fresh_key_file_is_its_owners_alone(world: World) {
        let mode = std::fs::metadata(&world.options.key_file).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o600);
        let file = key_file(&world);
        assert_eq!(STANDARD.decode(file["keys"]["1"].as_str().unwrap()).unwrap().len(), 32);
    }

    async fn a_key_file_that_others_can_read_is_refused(world: World) {
        let text = std::fs::read_to_string(&world.options.key_file).unwrap();
        for mode in [0o644, 0o640, 0o604, 0o620, 0o601] {
            write(&world.options.key_file, &text, mode);
            assert!(refused(&world, world.options.key_file.clone()).await.contains("chmod 600"), "{mode:o}");
        }
        for mode in [0o600, 0o400] {
            write(&world.options.key_file, &text, mode);
            assert!(Store::open(world.options.clone()).await.is_ok(), "{mode:o}");
        }
    }

    async fn another_databases_key_file_is_refused(world: World) {
        world.import(&Union::small()).await;
        let other = World::sqlite().await;
        assert!(refused(&world, other.options.key_file.clone()).await.contains("does not fit"));
        // Not even what a newer program would add is written before the keys are known to fit.
        world.run("DROP TABLE drafts").await;
        world.run("DELETE FROM seaql_migrations WHERE version LIKE '%drafts'").await;
        assert!(refused(&world, other.options.key_file.clone()).await.contains("does not fit"));
        assert!(Store::open(world.options.clone()).await.is_ok());
        assert!(world.tables().await.contains(&"drafts".to_owned()), "with the right keys it is");
    }

    async fn a_missing_key_file_is_not_made_anew(world: World) {
        world.import(&Union::small()).await;
        let missing = world.folder.path().join("elsewhere.json");
        assert!(refused(&world, missing.clone()).await.contains("is missing"));
        assert!(!missing.exists());
    }

    async fn a_damaged_key_file_is_refused(world: World) {
        let damaged = world.folder.path().join("damaged.json");
        let good = key_file(&world);
        for text in [
            String::new(),
            "{".to_owned(),
            json!({"active": 2, "keys": good["keys"]}).to_string(),
            json!({"active": 1, "keys": {"1": "c2hvcnQ="}}).to_string(),
            json!({"active": 1, "keys": {}}).to_string(),
            json!({"active": 1, "keys": good["keys"], "more": 1}).to_string(),
            json!({"keys": good["keys"], "retired": {"7": "2026-01-01"}}).to_string(),
        ] {
            write(&damaged, &text, 0o600);
            assert!(refused(&world, damaged.clone()).await.contains("is damaged"), "{text}");
        }
    }

    async fn a_file_of_before_which_names_the_active_key_is_read(world: World) {
        world.import(&Union::small()).await;
        let old = json!({"active": 1, "keys": key_file(&world)["keys"]}).to_string();
        write(&world.options.key_file, &old, 0o600);
        let store = Store::open(world.options.clone()).await.unwrap();
        let rep = world.viewer("rep").await;
        assert!(store.member(&rep, world.member_id("m1").await).await.is_ok());
    }

    async fn no_key_that_was_ever_active_can_be_left_out(world: World) {
        let union = Union::small();
        world.import(&union).await;
        let old = key_file(&world);
        let number = world.store.add_key().await.unwrap();
        assert_eq!(number, 2);
        // A key that has sealed nothing is not missed: machines get the file one after the other.
        let cut = world.folder.path().join("cut.json");
        write(&cut, &old.to_string(), 0o600);
        assert!(Store::open(StoreOptions { key_file: cut.clone(), ..world.options.clone() }).await.is_ok());
        world.store.activate_key(number).await.unwrap();
        let both = key_file(&world);
        assert!(refused(&world, cut.clone()).await.contains("does not fit"));
        write(&cut, &json!({"keys": {"2": both["keys"]["2"]}}).to_string(), 0o600);
        assert!(refused(&world, cut).await.contains("does not fit"));
        assert!(Store::open(world.options.clone()).await.is_ok());
    }
}

#[tokio::test]
async fn a_start_without_a_database_makes_one_and_without_a_folder_makes_that() {
    let world = World::sqlite().await;
    let options = StoreOptions {
        database_url: format!("sqlite://{}", world.folder.path().join("new.db").display()),
        key_file: world.folder.path().join("some/folder/keys.json"),
        clock: world.clock.clone(),
    };
    Store::open(options.clone()).await.unwrap().ping().await.unwrap();
    assert!(options.key_file.exists());
    assert!(Store::open(options).await.is_ok());
}
