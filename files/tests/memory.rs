//! INP-2: what is meant to fill the memory does not. A binary of its own, because it measures the whole process.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "it/build.rs"]
#[expect(dead_code, reason = "only some of the builders are wanted here")]
mod build;

use build::{Part, TYPES, lying_archive, repeated, rough, zeros};
use domain::documents::FileRefusal;

/// The most memory that this process ever had, in KiB.
fn high_water() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse().ok())
        .unwrap()
}

#[test]
fn a_bomb_costs_less_than_fifty_megabytes() {
    let with = |more: Part| lying_archive(&[Part::of("[Content_Types].xml", TYPES), Part::of("word/document.xml", b"<w:p/>"), more]);
    // The unpacked text is read too: bounded, it must not fill the memory either.
    let text = repeated(&[b"<w:p/>", rough().as_slice()].concat(), 90);
    let text = Part::packed("word/document.xml", text, 90 * (1024 * 1024 + 6));
    let text = lying_archive(&[Part::of("[Content_Types].xml", TYPES), text]);
    let bombs = [
        ("a.docx", with(Part::packed("word/a.bin", zeros(1024), 1024 * 1024 * 1024))),
        ("a.docx", with(Part::packed("word/a.bin", zeros(1024), 100 * 1024 * 1024))),
        ("a.docx", text),
        ("a.png", {
            let mut png = build::png(4, 4);
            png.splice(16..24, [0, 0, 0x18, 0x9c, 0, 0, 0x18, 0x9c]);
            let mut crc = flate2::Crc::new();
            crc.update(png.get(12..29).unwrap());
            png.splice(29..33, crc.sum().to_be_bytes());
            png
        }),
        ("a.pdf", {
            let zlib = [&[0x78, 0x9c][..], &zeros(1024)].concat();
            let head = b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n".to_vec();
            [head, zlib, b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF".to_vec()].concat()
        }),
    ];
    let before = high_water();
    for (i, (name, bytes)) in bombs.into_iter().enumerate() {
        let verdict = files::check(name, bytes);
        // The long text and the PDF are what they say: kept, and only as much of their words as may be.
        assert!(matches!(i, 2 | 4) || matches!(verdict, Err(FileRefusal::Bomb | FileRefusal::Broken)), "{i}: {verdict:?}");
        assert!(i != 2 || verdict.is_ok_and(|kept| kept.text.is_some()));
        let used = high_water() - before;
        assert!(used < 50 * 1024, "bomb {i} used {used} KiB");
    }
}
