//! The conversation with a virus scanner, against one that speaks as `clamd` does (clamd(8), INSTREAM).

use files::virus::{Scan, scan};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

/// Reads one file as `clamd` does and answers; gives back what it read.
async fn clamd(mut connection: DuplexStream, answer: &'static [u8]) -> Vec<u8> {
    let mut command = [0; 10];
    connection.read_exact(&mut command).await.unwrap();
    assert_eq!(&command, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let length = connection.read_u32().await.unwrap();
        if length == 0 {
            break;
        }
        let mut piece = vec![0; usize::try_from(length).unwrap()];
        connection.read_exact(&mut piece).await.unwrap();
        file.extend(piece);
    }
    connection.write_all(answer).await.unwrap();
    file
}

#[tokio::test]
async fn only_the_two_words_count() {
    let bytes: Vec<u8> = (0..200_000_u32).map(|i| u8::try_from(i % 251).unwrap()).collect();
    for (answer, said) in [
        (&b"stream: OK\0"[..], Some(Scan::Clean)),
        (b"stream: Eicar-Test-Signature FOUND\0", Some(Scan::Found)),
        (b"INSTREAM size limit exceeded. ERROR\0", None),
        (b"stream: not OK\0", None),
        (b"OK\0", None),
        (b"", None),
    ] {
        let (ours, theirs) = tokio::io::duplex(4096);
        let (scanned, read) = tokio::join!(scan(ours, &bytes), clamd(theirs, answer));
        assert_eq!(scanned.ok(), said, "{answer:?}");
        assert_eq!(read, bytes);
    }
}

#[tokio::test]
async fn a_scanner_that_goes_away_has_not_scanned() {
    let (ours, theirs) = tokio::io::duplex(64);
    drop(theirs);
    assert!(scan(ours, b"x").await.is_err());
}
