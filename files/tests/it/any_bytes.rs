//! Whatever the bytes are, the answer is a verdict: never a panic, never a hang.

use domain::documents::FileKind;
use proptest::prelude::*;

use crate::build::{Part, TYPES, docx, eml, heic, jpeg, lying_archive, odt, pdf, png, xlsx};

fn whole(kind: FileKind) -> Vec<u8> {
    match kind {
        FileKind::Pdf => pdf("Prøve"),
        FileKind::Docx => docx("Prøve"),
        FileKind::Xlsx => xlsx("Prøve"),
        FileKind::Odt => odt("Prøve"),
        FileKind::Png => png(16, 8),
        FileKind::Jpg => jpeg(16, 8, 6),
        FileKind::Heic => heic(64, 64),
        FileKind::Txt => "Prøve".into(),
        FileKind::Eml => eml("Prøve"),
    }
}

fn kinds() -> impl Strategy<Value = FileKind> {
    prop::sample::select(FileKind::ALL)
}

fn judge(kind: FileKind, bytes: Vec<u8>) {
    if let Ok(kept) = files::check(&format!("a.{kind}"), bytes) {
        assert!(!kept.bytes.is_empty() && kept.kind == kind.kept());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 4000 }))]

    #[test]
    fn nonsense_behind_a_true_beginning(kind in kinds(), keep in 0_usize..64, noise in prop::collection::vec(any::<u8>(), 0..2000)) {
        let mut bytes = whole(kind);
        bytes.truncate(keep);
        bytes.extend(noise);
        judge(kind, bytes);
    }

    #[test]
    fn true_files_with_bytes_changed_cut_out_and_doubled(
        kind in kinds(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<(prop::sample::Index, prop::sample::Index)>(),
        doubled in any::<bool>(),
    ) {
        let mut bytes = whole(kind);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (a, b) = (cut.0.index(bytes.len()), cut.1.index(bytes.len()));
        let piece: Vec<u8> = bytes[a.min(b)..a.max(b)].to_vec();
        if doubled {
            bytes.splice(a.max(b)..a.max(b), piece);
        } else if piece.len() < 40 {
            bytes.drain(a.min(b)..a.max(b));
        }
        judge(kind, bytes);
    }

    #[test]
    fn archives_that_lie(
        names in prop::collection::vec("[a-z/.]{1,12}", 0..6),
        says in any::<u32>(),
        noise in prop::collection::vec(any::<u8>(), 0..200),
        field in any::<prop::sample::Index>(),
        value in any::<[u8; 4]>(),
    ) {
        let mut parts = vec![Part::of("[Content_Types].xml", TYPES), Part::of("word/document.xml", b"<w:p/>")];
        parts.extend(names.iter().map(|name| Part::packed(name, noise.clone(), says)));
        let mut bytes = lying_archive(&parts);
        let at = field.index(bytes.len() - 4);
        bytes[at..at + 4].copy_from_slice(&value);
        judge(FileKind::Docx, bytes);
    }
}
