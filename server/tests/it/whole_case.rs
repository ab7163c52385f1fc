//! A whole case as one PDF: asked for with a purpose, bound in a process of its own, and whole but for what it names.

use domain::documents::{FileKind, ScanState};
use domain::identity::NationalId;
use store::SignedIn;
use store::documents::{Added, NewFile, Where};

use crate::journeys::{add_document, errors, fresh_key, meet, open_case, send, values};
use crate::world::{Answer, Client, World, person};

const HOSTILE: &str = "</p><script>alert(1)</script> =cmd|' /C calc'!A0 {member} ]]> endobj %PDF";

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, HOSTILE).await;
    (world, client, case)
}

async fn take(client: &mut Client, case: &str) -> Answer {
    client.post_form("/saker/hele/hent", &[("case", case), ("purpose", "other"), ("why", "Oversending til advokat")]).await
}

fn words(file: &Answer) -> String {
    assert_eq!((file.status(), file.header("content-type")), (200, Some("application/pdf")), "{}", file.text());
    let checked = files::check("sak.pdf", file.bytes().to_vec()).unwrap();
    assert!(checked.notes.is_empty(), "{:?}", checked.notes);
    checked.text.unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn png() -> Vec<u8> {
    vec![
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00,
        0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63,
        0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0xb1, 0x38, 0xf6, 0x14, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
        0x82,
    ]
}

/// A PDF that says so many arrays in one another, where its reader looks.
fn deep(depth: usize) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</X {}{}>>>>", "[".repeat(depth), "]".repeat(depth)),
    ];
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut at = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        at.push(pdf.len());
        pdf.extend(format!("{n} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = pdf.len();
    pdf.extend(b"xref\n0 4\n0000000000 65535 f \n");
    for at in at {
        pdf.extend(format!("{at:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

/// Puts a file into a case as it is: whatever checks files has not seen it.
async fn unchecked(world: &World, case: &str, name: &str, bytes: Vec<u8>) {
    let person = world.store.person_by_national_id(&NationalId::read(person("ptv")).unwrap()).await.unwrap().unwrap();
    let token = world.store.open_session(&person, "high", None).await.unwrap();
    let Some(SignedIn::Viewer(viewer)) = world.store.signed_in(&token, "r").await.unwrap() else { panic!("nobody") };
    let (kind, notes, scan) = (FileKind::Pdf, Vec::new(), ScanState::NotScanned);
    let file = NewFile { kind, name: name.to_owned(), bytes, notes, pages: None, text: None, scan };
    let to = Where { case: case.parse().unwrap(), document: None, key: fresh_key().parse().unwrap() };
    assert!(matches!(world.store.add_document(&viewer, to, &file).await.unwrap(), Added::Kept(_)));
}

#[tokio::test]
async fn a_whole_case_is_one_file_with_a_list_of_contents() {
    let (world, mut client, case) = with_a_case().await;
    client = client.at(world.checking_apart(env!("CARGO_BIN_EXE_klar")).await);
    send(&mut client, "/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", "Notatet mitt")]).await;
    send(&mut client, "/api/notes/add", &[("case", &case), ("key", &fresh_key()), ("body", "Bare en tanke"), ("note_kind", "private")])
        .await;
    let task = [("case", &*case), ("key", &*fresh_key()), ("title", "Ringe lederen"), ("details", "Spør om vaktlisten")];
    send(&mut client, "/api/tasks/add", &task).await;
    let (_, written) = meet(&mut client, &case, "Møtet").await;
    add_document(&mut client, &case, "bilde.png", &png()).await;
    add_document(&mut client, &case, "brev.txt", b"Ord i et brev").await;
    let other = open_case(&mut client, "ADVARSEL", &world.member_id("20").await, "En annen sak").await;
    let link = client.post_form("/api/links/add", &[("case", case.as_str()), ("relation", "related"), ("number", "1002")]).await;
    assert_eq!(link.location(), Some(&*format!("/saker/{case}?koblet=1")), "{other}");
    let page = client.get(&format!("/saker/{case}")).await;
    assert!(page.attributes("main a", "href").contains(&Some(format!("/saker/{case}/hele"))));
    // Without a purpose there is no file, and what was typed stays.
    let empty = client.post_form("/saker/hele/hent", &[("case", &case), ("why", "x")]).await;
    assert_eq!(empty.location(), Some(&*format!("/saker/{case}/hele")));
    let form = client.get(&format!("/saker/{case}/hele")).await;
    assert_eq!((errors(&form).len(), values(&form, "why")), (2, vec!["x".to_owned()]));
    let file = take(&mut client, &case).await;
    let whole = words(&file);
    assert!(file.header("content-disposition").unwrap().starts_with("attachment; filename=\"sak-"));
    assert!(file.header("content-security-policy").unwrap().contains("sandbox"));
    for part in [
        "Innhold",
        "Notatet mitt",
        "Oversending til advokat",
        "Vakker Blomst",
        "Saken ble laget",
        "Dokument: bilde.png, versjon 1",
        "Henger sammen med: 1002",
    ] {
        assert!(whole.contains(part), "{part} in {whole}");
    }
    for part in &written {
        assert!(part.ends_with("kaller") || part.ends_with("rolle") || whole.contains(part), "{part} in {whole}");
    }
    assert!(whole.contains("Filen har ingen sider. Dette er teksten i den.") && whole.contains("Ord i et brev"), "{whole}");
    assert!(whole.contains("Ringe lederen (ikke gjort") && whole.contains("Spør om vaktlisten"), "{whole}");
    assert!(!whole.contains("Bare en tanke"), "a draft is one's own");
    assert!(whole.replace(' ', "").contains(&HOSTILE.replace(' ', "")), "{whole}");
    assert_eq!(errors(&client.get(&format!("/saker/{case}/hele")).await).len(), 0, "what was typed is thrown away with the file");
    let exported = world.logged("SELECT subject_kind FROM access_log WHERE action = 'export'").await;
    assert_eq!(exported, ["case"]);
}

/// A file that takes the process which reads it with it is named, and everything else is there.
#[tokio::test]
async fn a_file_that_cannot_be_joined_is_named_and_the_rest_is_there() {
    let (world, client, case) = with_a_case().await;
    let mut client = client.at(world.checking_apart(env!("CARGO_BIN_EXE_klar")).await);
    add_document(&mut client, &case, "bilde.png", &png()).await;
    unchecked(&world, &case, "dyp.pdf", deep(2_000_000)).await;
    unchecked(&world, &case, "tull.pdf", b"%PDF-1.7\nhei".to_vec()).await;
    let whole = words(&take(&mut client, &case).await);
    for name in ["dyp.pdf", "tull.pdf"] {
        assert!(whole.contains(&format!("{name}, versjon 1 (ikke med: filen er låst eller ødelagt)")), "{name} in {whole}");
    }
    assert!(whole.contains("Dokument: bilde.png, versjon 1") && whole.contains("Saken ble laget"));
    // A program that ends badly has bound nothing, and the page says so.
    for program in ["/finnes/ikke", "/bin/false", "/bin/true", "/bin/cat"] {
        let mut other = client.at(world.checking_apart(program).await);
        let answer = take(&mut other, &case).await;
        assert_eq!(answer.status(), 500, "{program}");
    }
}
