//! What the portal makes itself, kept as documents: letters in versions, a signed protocol once.

use domain::cases::{Happening, Sensitivity};
use domain::documents::FileKind;
use domain::{CaseId, DocumentId, IdempotencyKey, MeetingId};
use futures::TryStreamExt;
use store::documents::{Added, Made, Origin, Where};
use store::{StoreError, Viewer};

use crate::cases::{key, opened};
use crate::documents::{file, objects, read};
use crate::meetings::{called, presented, signature};
use crate::union::Union;
use crate::world::{World, both};

fn letter(contents: &str, seen: u32) -> Made {
    let origin = Origin::Letter("KRAV_LONN".parse().unwrap(), 3);
    let twin = Some((FileKind::Docx, format!("CANARY-twin {contents}").into_bytes()));
    Made { origin, file: file("CANARY-krav.pdf", contents.as_bytes()), twin, contents: contents.as_bytes().to_vec(), seen }
}

fn protocol(meeting: MeetingId, signatures: usize) -> Made {
    let origin = Origin::Protocol(meeting, 1, signatures);
    Made { origin, file: file("protokoll.pdf", b"PDF"), twin: None, contents: signatures.to_string().into_bytes(), seen: 0 }
}

async fn kept(world: &World, viewer: &Viewer, case: CaseId, key: IdempotencyKey, made: &Made) -> Result<DocumentId, StoreError> {
    match world.store.keep_made(viewer, case, key, made).await? {
        Added::Kept(id) => Ok(id),
        Added::Refused(why) => panic!("{why}"),
    }
}

async fn versions(world: &World) -> (usize, usize) {
    (world.rows("SELECT 1 FROM document_versions").await.len(), objects(world).len())
}

both! {
    async fn a_letter_is_a_document_and_the_next_one_a_version_of_it(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::General).await);
        let first = key();
        let id = kept(&world, &rep, case, first, &letter("en", 0)).await.unwrap();
        // Sent twice; the same letter with another key; the same key in another case.
        assert_eq!(kept(&world, &rep, case, first, &letter("en", 0)).await.unwrap(), id);
        assert_eq!(kept(&world, &rep, case, key(), &letter("en", 0)).await.unwrap(), id);
        assert!(matches!(kept(&world, &rep, other, first, &letter("en", 0)).await, Err(StoreError::Conflict)));
        // Another letter with the key of the first is none that was kept.
        assert!(matches!(kept(&world, &rep, case, first, &letter("to", 0)).await, Err(StoreError::Conflict)));
        assert_eq!(versions(&world).await, (1, 2), "one version, its twin beside it");
        // Another letter of the template, by somebody who has not seen the first.
        for seen in [0, 2] {
            assert!(matches!(kept(&world, &rep, case, key(), &letter("to", seen)).await, Err(StoreError::Conflict)));
        }
        assert!(matches!(kept(&world, &rep, other, key(), &letter("to", 1)).await, Err(StoreError::Conflict)), "there is none to have seen");
        assert_eq!(versions(&world).await, (1, 2), "what came to nothing has left nothing");
        assert_eq!(kept(&world, &rep, case, key(), &letter("to", 1)).await.unwrap(), id);
        assert_eq!(versions(&world).await, (2, 4));
        let view = world.whole(&rep, case).await;
        assert_eq!((view.documents.len(), view.documents[0].newest.number, view.documents[0].newest.twin), (1, 2, Some(FileKind::Docx)));
        assert!(matches!(&view.timeline[0].what, Happening::Document { name, number: 2, .. } if name == "CANARY-krav.pdf"));
        let shown = world.store.kept_letter(&rep, case, "KRAV_LONN".parse().unwrap()).await.unwrap().unwrap();
        assert_eq!((shown.document, shown.newest.number), (id, 2));
        assert_eq!(world.store.kept_letter(&rep, case, "FULLMAKT".parse().unwrap()).await.unwrap(), None);
        assert_eq!(world.store.kept_letter(&rep, other, "KRAV_LONN".parse().unwrap()).await.unwrap(), None);
        // In another case it is a document of that one.
        assert_ne!(kept(&world, &rep, other, key(), &letter("en", 0)).await.unwrap(), id);
        // A person may put a version beside: what was written on in Word.
        let into = Where { case, document: Some(id), key: key() };
        world.store.add_document(&rep, into, &file("rettet.docx", b"rettet")).await.unwrap();
        assert!(matches!(kept(&world, &rep, case, key(), &letter("tre", 2)).await, Err(StoreError::Conflict)));
        assert_eq!(kept(&world, &rep, case, key(), &letter("tre", 3)).await.unwrap(), id);
        assert_eq!(world.rows("SELECT 1 FROM document_versions WHERE template_version = 3").await.len(), 4);
    }

    async fn both_kinds_lie_sealed_and_are_read_again(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let id = kept(&world, &rep, case, key(), &letter("CANARY-text", 0)).await.unwrap();
        assert_eq!(read(&world, &rep, case, id, 1).await.unwrap(), b"CANARY-text");
        let twin = async |viewer: &Viewer, kind| world.store.open_twin(viewer, case, id, 1, kind).await;
        let open = twin(&rep, FileKind::Docx).await.unwrap();
        assert_eq!((open.name.as_str(), open.kind), ("CANARY-krav.docx", FileKind::Docx));
        let all = 0..open.length();
        assert_eq!(open.bytes(all).try_collect::<Vec<_>>().await.unwrap().concat(), b"CANARY-twin CANARY-text");
        assert!(matches!(twin(&rep, FileKind::Odt).await, Err(StoreError::NotFound)));
        assert!(matches!(twin(&world.viewer("outsider").await, FileKind::Docx).await, Err(StoreError::NotFound)));
        assert!(twin(&world.viewer("leader").await, FileKind::Docx).await.is_ok());
        assert!(!world.holds(b"CANARY").await);
        for object in objects(&world) {
            assert!(!std::fs::read(&object).unwrap().windows(6).any(|window| window == b"CANARY"));
        }
        // Neither is swept: both have a name. One does not open as the other.
        let later = store::Clock::System.now().plus_seconds(3600);
        assert_eq!((world.store.sweep_objects(later).await.unwrap(), objects(&world).len()), (0, 2));
        world.run("UPDATE document_versions SET twin_object = object, twin_size = size").await;
        let open = twin(&rep, FileKind::Docx).await.unwrap();
        assert!(matches!(open.bytes(0..5).try_collect::<Vec<_>>().await, Err(StoreError::Sealed(_))));
        assert_eq!(world.store.sweep_objects(later).await.unwrap(), 1, "what nothing names any more");
        let number = world.whole(&rep, case).await.number;
        world.store.erase_case(number).await.unwrap();
        world.store.sweep_objects(later).await.unwrap();
        assert_eq!(objects(&world).len(), 0);
    }

    async fn those_who_may_not_keep_nothing(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        for (who, hidden) in [("leader", false), ("outsider", true)] {
            let refused = kept(&world, &world.viewer(who).await, case, key(), &letter("en", 0)).await.unwrap_err();
            assert_eq!(matches!(refused, StoreError::NotFound), hidden, "{who}: {refused}");
            assert_eq!(matches!(refused, StoreError::Forbidden), !hidden, "{who}: {refused}");
        }
        assert_eq!((versions(&world).await, world.count("documents").await), ((0, 0), 0));
    }

    async fn two_who_keep_at_once_make_one_document(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (a, b) = (letter("en", 0), letter("to", 0));
        let (first, second) = tokio::join!(kept(&world, &rep, case, key(), &a), kept(&world, &rep, case, key(), &b));
        assert!(first.is_ok() != second.is_ok(), "one was quicker");
        assert_eq!((versions(&world).await, world.count("documents").await), ((1, 2), 1));
    }

    async fn a_protocol_is_kept_when_both_have_signed_and_then_for_ever(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, id) = called(&world, &rep).await;
        let version = presented(&world, &rep, case, id).await;
        let refused = async |signatures| {
            assert!(matches!(kept(&world, &rep, case, key(), &protocol(id, signatures)).await, Err(StoreError::Conflict)), "{signatures}");
            assert_eq!(versions(&world).await, (0, 0));
        };
        refused(0).await;
        world.store.sign_protocol(&rep, case, id, (1, version), key()).await.unwrap();
        refused(1).await;
        world.store.note_signature(&rep, case, id, (1, version + 1), key(), "signature", signature("Rektor")).await.unwrap();
        // One signature more than stands in the file.
        refused(1).await;
        let document = kept(&world, &rep, case, key(), &protocol(id, 2)).await.unwrap();
        let view = world.store.protocol(&rep, case, id, None).await.unwrap();
        assert_eq!(view.kept.map(|kept| (kept.document, kept.newest.number)), Some((document, 1)));
        // Again is the same, whatever came since; and nobody puts another version in its place.
        world.store.note_signature(&rep, case, id, (1, version + 1), key(), "signature", signature("Styrer")).await.unwrap();
        assert_eq!(kept(&world, &rep, case, key(), &protocol(id, 3)).await.unwrap(), document);
        let into = Where { case, document: Some(document), key: key() };
        assert!(matches!(world.store.add_document(&rep, into, &file("annen.pdf", b"annen")).await, Err(StoreError::Forbidden)));
        assert_eq!(versions(&world).await, (1, 1));
        assert!(world.store.document(&rep, case, document).await.unwrap().fixed);
    }
}
