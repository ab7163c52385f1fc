//! Documents: sealed where they lie, whole or not there, for those who may read the case.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use domain::cases::{Happening, Sensitivity};
use domain::documents::{FileKind, FileNote, FileRefusal, ScanState};
use domain::{CaseId, DocumentId, IdempotencyKey};
use futures::TryStreamExt;
use store::documents::{Added, NewFile, Where};
use store::{StoreError, Viewer};

use crate::cases::{key, opened};
use crate::union::Union;
use crate::world::{World, both};

pub(crate) fn file(name: &str, bytes: &[u8]) -> NewFile {
    NewFile {
        kind: FileKind::Txt,
        name: name.to_owned(),
        bytes: bytes.to_vec(),
        notes: vec![FileNote::Attachments],
        pages: None,
        text: Some("CANARY-words æøå".to_owned()),
        scan: ScanState::NotScanned,
    }
}

fn to(case: CaseId, key: IdempotencyKey) -> Where {
    Where { case, document: None, key }
}

async fn added(world: &World, viewer: &Viewer, case: CaseId, file: &NewFile) -> DocumentId {
    match world.store.add_document(viewer, to(case, key()), file).await.unwrap() {
        Added::Kept(id) => id,
        Added::Refused(why) => panic!("{why}"),
    }
}

pub(crate) async fn read(world: &World, viewer: &Viewer, case: CaseId, document: DocumentId, number: u32) -> Result<Vec<u8>, StoreError> {
    let open = world.store.open_document(viewer, case, document, number).await?;
    let all = 0..open.length();
    let pieces: Vec<_> = open.bytes(all).try_collect().await?;
    Ok(pieces.concat())
}

/// Every file in the folder of objects.
pub(crate) fn objects(world: &World) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() { walk(&entry, found) } else { found.push(entry) }
        }
    }
    let mut found = Vec::new();
    walk(&world.folder.path().join("objects"), &mut found);
    found
}

both! {
    async fn a_document_is_read_again_by_those_who_read_the_case_and_lies_sealed(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let bytes = b"CANARY-bytes ".repeat(20_000);
        let id = added(&world, &rep, case, &file("CANARY-name.txt", &bytes)).await;
        assert_eq!(read(&world, &rep, case, id, 1).await.unwrap(), bytes);
        let view = world.whole(&rep, case).await;
        assert_eq!((view.documents.len(), view.documents[0].name.as_str()), (1, "CANARY-name.txt"));
        assert!(matches!(&view.timeline[0].what, Happening::Document { name, number: 1, .. } if name == "CANARY-name.txt"));
        let shown = world.store.document(&rep, case, id).await.unwrap();
        assert_eq!((shown.words.as_deref(), shown.may_work, shown.case_number), (Some("CANARY-words æøå"), true, view.number));
        let version = &shown.versions[0];
        assert_eq!((version.size, version.notes.as_slice()), (260_000, &[FileNote::Attachments][..]));
        // A part is the same bytes.
        let open = world.store.open_document(&rep, case, id, 1).await.unwrap();
        let part: Vec<_> = open.bytes(65_530..131_080).try_collect().await.unwrap();
        assert!(part.concat() == bytes[65_530..131_080]);
        // Neither the rows nor the object say anything, and nobody else on the machine can open it.
        for canary in ["CANARY", "name.txt", "-words"] {
            assert!(!world.holds(canary.as_bytes()).await, "{canary}");
        }
        let lies = objects(&world);
        assert_eq!(lies.len(), 1);
        let sealed = std::fs::read(&lies[0]).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"CANARY") && sealed.len() > bytes.len());
        assert_eq!(std::fs::metadata(&lies[0]).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::metadata(world.folder.path().join("objects")).unwrap().permissions().mode() & 0o777, 0o700);
    }

    async fn what_was_altered_or_moved_does_not_open(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (one, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::General).await);
        let a = added(&world, &rep, one, &file("a.txt", &[1; 70_000])).await;
        let lies = objects(&world).remove(0);
        let b = added(&world, &rep, other, &file("b.txt", &[2; 70_000])).await;
        let second = objects(&world).into_iter().find(|path| *path != lies).unwrap();
        let (first, moved) = (std::fs::read(&lies).unwrap(), std::fs::read(&second).unwrap());
        // Another document's bytes, which are as long; a changed byte; cut off.
        let mut bent = first.clone();
        bent[70_000] ^= 1;
        for altered in [moved, bent, first[..first.len() - 1].to_vec(), first[..65_557].to_vec(), Vec::new()] {
            std::fs::write(&lies, &altered).unwrap();
            assert!(matches!(read(&world, &rep, one, a, 1).await, Err(StoreError::Sealed(_) | StoreError::Objects(_))));
        }
        std::fs::remove_file(&lies).unwrap();
        assert!(matches!(read(&world, &rep, one, a, 1).await, Err(StoreError::Objects(_))));
        std::fs::write(&lies, &first).unwrap();
        assert_eq!(read(&world, &rep, one, a, 1).await.unwrap(), [1; 70_000]);
        // A document is in its own case.
        for (case, document) in [(one, b), (other, a), (one, DocumentId(uuid::Uuid::now_v7()))] {
            assert!(matches!(read(&world, &rep, case, document, 1).await, Err(StoreError::NotFound)));
            assert!(matches!(world.store.document(&rep, case, document).await, Err(StoreError::NotFound)));
            let into = Where { document: Some(document), ..to(case, key()) };
            assert!(matches!(world.store.add_document(&rep, into, &file("x.txt", b"x")).await, Err(StoreError::NotFound)));
        }
        assert!(matches!(read(&world, &rep, one, a, 2).await, Err(StoreError::NotFound)));
    }

    async fn sent_twice_is_there_once_and_a_version_is_a_version(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (first, key1) = (file("a.txt", b"1"), key());
        let Added::Kept(id) = world.store.add_document(&rep, to(case, key1), &first).await.unwrap() else { panic!() };
        assert_eq!(world.store.add_document(&rep, to(case, key1), &first).await.unwrap(), Added::Kept(id));
        let beside = file("d.txt", b"1");
        let twice = tokio::join!(
            world.store.add_document(&rep, to(case, key1), &beside),
            world.store.add_document(&rep, to(case, key1), &beside)
        );
        assert_eq!(twice.0.unwrap(), twice.1.unwrap(), "at once");
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        assert!(matches!(world.store.add_document(&rep, to(other, key1), &first).await, Err(StoreError::Conflict)));
        let version = |file| { let into = Where { document: Some(id), ..to(case, key()) }; (into, file) };
        let (into, second) = version(file("b.txt", b"22"));
        assert_eq!(world.store.add_document(&rep, into, &second).await.unwrap(), Added::Kept(id));
        let (into, same) = version(file("c.txt", b"22"));
        assert_eq!(world.store.add_document(&rep, into, &same).await.unwrap(), Added::Kept(id), "the same bytes are no new version");
        let shown = world.store.document(&rep, case, id).await.unwrap();
        let versions: Vec<_> = shown.versions.iter().map(|version| (version.number, version.name.as_str())).collect();
        assert_eq!(versions, [(2, "b.txt"), (1, "a.txt")]);
        assert_eq!((read(&world, &rep, case, id, 1).await.unwrap(), read(&world, &rep, case, id, 2).await.unwrap()), (b"1".to_vec(), b"22".to_vec()));
        // What came to nothing has left nothing: three versions, three objects.
        assert_eq!((world.rows("SELECT 1 FROM document_versions").await.len(), objects(&world).len()), (3, 3));
        assert_eq!(world.whole(&rep, case).await.documents.len(), 2);
    }

    // The sending breaks off, and somebody chooses anew in the same form: what is another file is kept, what was kept is not
    // kept again.
    async fn another_file_with_the_same_key_is_another_file(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (again, a, b) = (key(), file("a.txt", b"a"), file("b.txt", b"b"));
        let kept = async |file: &NewFile| match world.store.add_document(&rep, to(case, again), file).await.unwrap() {
            Added::Kept(id) => id,
            Added::Refused(why) => panic!("{why}"),
        };
        let first = kept(&a).await;
        let second = kept(&b).await;
        assert_ne!(first, second, "B alone, after A was kept");
        // The same name with other bytes, and the same bytes by another name.
        let others = [kept(&file("a.txt", b"aa")).await, kept(&file("c.txt", b"a")).await];
        assert!(others.iter().all(|id| *id != first && *id != second) && others[0] != others[1]);
        // All of it again, in another order.
        assert_eq!([kept(&b).await, kept(&a).await, kept(&file("c.txt", b"a")).await], [second, first, others[1]]);
        let names = |whole: domain::cases::CaseView| { let mut names: Vec<_> = whole.documents.into_iter().map(|row| row.name).collect(); names.sort(); names };
        assert_eq!(names(world.whole(&rep, case).await), ["a.txt", "a.txt", "b.txt", "c.txt"]);
        // A version likewise: what was chosen anew is the newest, and is there once.
        let into = Where { document: Some(first), ..to(case, key()) };
        for (bytes, number) in [(&b"2"[..], 2), (b"3", 3), (b"3", 3), (b"2", 3)] {
            assert_eq!(world.store.add_document(&rep, into, &file("a.txt", bytes)).await.unwrap(), Added::Kept(first));
            assert_eq!(world.store.document(&rep, case, first).await.unwrap().versions.len(), number);
        }
        // A form is of one document.
        let elsewhere = Where { document: Some(second), ..into };
        assert!(matches!(world.store.add_document(&rep, elsewhere, &file("a.txt", b"4")).await, Err(StoreError::Conflict)));
        assert_eq!((world.rows("SELECT 1 FROM document_versions").await.len(), objects(&world).len()), (6, 6));
    }

    async fn those_who_may_not_are_refused_and_nothing_is_written(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let id = added(&world, &rep, case, &file("a.txt", b"1")).await;
        let (leader, outsider) = (world.viewer("leader").await, world.viewer("outsider").await);
        assert!(matches!(world.store.add_document(&leader, to(case, key()), &file("x.txt", b"x")).await, Err(StoreError::Forbidden)));
        assert!(matches!(world.store.add_document(&outsider, to(case, key()), &file("x.txt", b"x")).await, Err(StoreError::NotFound)));
        assert!(matches!(read(&world, &outsider, case, id, 1).await, Err(StoreError::NotFound)));
        assert_eq!(read(&world, &leader, case, id, 1).await.unwrap(), b"1");
        assert_eq!((world.rows("SELECT 1 FROM document_versions").await.len(), objects(&world).len()), (1, 1));
    }

    async fn a_case_takes_twenty_a_day_and_a_person_a_hundred(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        for (n, about) in ["m1", "m2", "m1", "m2", "m1", "m2"].into_iter().enumerate() {
            let case = opened(&world, &rep, about, Sensitivity::General).await;
            let mut came_of_it = Vec::new();
            for byte in 0..21_u8 {
                came_of_it.push(match world.store.add_document(&rep, to(case, key()), &file("a.txt", &[byte])).await.unwrap() {
                    Added::Kept(_) => None,
                    Added::Refused(why) => Some(why),
                });
            }
            // Five cases are filled; in the sixth, the person has had a hundred.
            let expected = if n < 5 { [vec![None; 20], vec![Some(FileRefusal::CaseFull)]].concat() } else { vec![Some(FileRefusal::PersonFull); 21] };
            assert_eq!(came_of_it, expected);
        }
        assert_eq!((world.rows("SELECT 1 FROM document_versions").await.len(), objects(&world).len()), (100, 100));
        // After midnight in Oslo there is room again.
        world.clock.advance_seconds(14 * 3600 + 60);
        let (rep, case) = (world.viewer("rep").await, opened(&world, &world.viewer("rep").await, "m1", Sensitivity::General).await);
        added(&world, &rep, case, &file("a.txt", b"x")).await;
    }

    async fn what_nothing_names_is_swept_and_an_erased_case_with_it(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (kept, gone) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::General).await);
        let id = added(&world, &rep, kept, &file("a.txt", b"1")).await;
        added(&world, &rep, gone, &file("b.txt", b"2")).await;
        // An object whose row was never made: the program was killed between the two.
        let nameless = world.folder.path().join("objects/ab/abcdef");
        std::fs::create_dir_all(nameless.parent().unwrap()).unwrap();
        std::fs::write(&nameless, b"sealed").unwrap();
        let later = store::Clock::System.now().plus_seconds(3600);
        let earlier = later.plus_seconds(-2 * 3600);
        assert_eq!((world.store.sweep_objects(earlier).await.unwrap(), objects(&world).len()), (0, 3), "not what is new");
        assert_eq!((world.store.sweep_objects(later).await.unwrap(), objects(&world).len()), (1, 2));
        let number = world.whole(&rep, gone).await.number;
        world.store.erase_case(number).await.unwrap();
        assert_eq!((world.store.sweep_objects(later).await.unwrap(), objects(&world).len()), (1, 1));
        assert_eq!(read(&world, &rep, kept, id, 1).await.unwrap(), b"1");
    }
}
