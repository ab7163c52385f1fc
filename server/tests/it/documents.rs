//! Files in and out, as a browser without script sends and fetches them.

use domain::registry::Line;
use http::Method;
use scraper::Selector;

use crate::journeys::{add_document, errors, fresh_key, open_case, send, texts, values};
use crate::world::{Answer, Client, FILES_HEADERS, Union, World, day, files_form};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

fn png() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 4, image::Rgb([200, 30, 30])).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

fn eicar() -> Vec<u8> {
    [&b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS"[..], b"-TEST-FILE!$H+H*"].concat()
}

/// What of the uploads lies in the database: versions.
async fn versions(world: &World) -> i64 {
    world.rows("document_versions").await
}

#[tokio::test]
async fn several_are_sent_at_once_and_stand_in_the_case() {
    let (world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/dokumenter");
    let form = client.get(&at).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Legg til dokumenter"));
    assert_eq!(form.attributes("form[enctype='multipart/form-data']", "action"), [Some(at.clone())]);
    assert_eq!(form.attributes("input[type=file][multiple]", "accept").len(), 1);
    assert_eq!(form.attributes("input[type=file][capture=environment]", "accept"), [Some("image/jpeg".to_owned())]);
    let key = values(&form, "key").remove(0);
    let png = png();
    // Nothing was photographed: the browser sends an empty field.
    let files: [(&str, &str, &[u8]); 3] =
        [("file", "Brev fra rektor.txt", "Blåbær".as_bytes()), ("file", "bilde.png", &png), ("photo", "", b"")];
    for _ in 0..2 {
        let sent = client.post_files(&at, &[("key", &key)], &files).await;
        assert_eq!((sent.status(), sent.location()), (302, Some(&*format!("/saker/{case}?dokument=1"))), "{}", sent.text());
    }
    assert_eq!((versions(&world).await, world.rows("documents").await), (2, 2), "sent twice, there once");
    let page = client.get(&format!("/saker/{case}?dokument=1")).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Dokumentene er lagret"));
    assert_eq!(texts(&page, "#dokumenter a[href*='/dokumenter/']"), ["bilde.png", "Brev fra rektor.txt"]);
    assert!(page.text().contains("Nytt dokument: Brev fra rektor.txt"));
}

#[tokio::test]
async fn one_that_will_not_do_costs_none_of_the_others() {
    let (world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/dokumenter");
    let (virus, large) = (eicar(), vec![b'a'; 25 * 1024 * 1024 + 1]);
    let files: [(&str, &str, &[u8]); 6] = [
        ("file", "ok.txt", b"Hei"),
        ("file", "program.exe", b"MZ"),
        ("file", "stor.txt", &large),
        ("file", "virus.txt", &virus),
        ("file", "<script>alert(1)</script>.svg", b"<svg/>"),
        ("file", "ok.pdf", PDF),
    ];
    let sent = client.post_files(&at, &[("key", &fresh_key())], &files).await;
    assert_eq!((sent.status(), sent.location()), (302, Some(&*format!("{at}?sendt=1"))));
    let page = client.get(&format!("{at}?sendt=1")).await;
    let told = texts(&page, ".ds-error-summary li a");
    assert_eq!(told.len(), 4, "{told:?}");
    for (told, begins) in told.iter().zip([
        "program.exe: denne typen fil tar vi ikke imot.",
        "stor.txt: filen er større enn 25 MB.",
        "virus.txt: vi fant virus i filen.",
        "script>.svg: denne typen fil",
    ]) {
        assert!(told.starts_with(begins), "{told}");
    }
    assert!(page.text().contains("Lagret: ok.txt og ok.pdf"));
    assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    assert_eq!(versions(&world).await, 2);
    // On another day the form is a form again; and with nothing chosen it says so.
    assert_eq!(errors(&client.get(&at).await).len(), 0);
    let sent = client.post_files(&at, &[("key", &fresh_key())], &[("file", "", b"")]).await;
    assert_eq!(sent.location(), Some(&*format!("{at}?sendt=1")));
    assert_eq!(errors(&client.get(&format!("{at}?sendt=1")).await), ["Velg filer: velg minst én fil"]);
}

/// A and B are sent, A is kept, and the line breaks; the form keeps its key, and somebody chooses anew.
#[tokio::test]
async fn what_is_sent_after_a_broken_sending_is_kept_and_never_only_said_to_be() {
    let (world, mut client, case) = with_a_case().await;
    let (at, key) = (format!("/saker/{case}/dokumenter"), fresh_key());
    let [a, b]: [(&str, &str, &[u8]); 2] = [("file", "A.txt", b"Aaa"), ("file", "B.txt", b"Bbbbbbbbbb")];
    let whole = files_form(&[("key", &key)], &[a, b]);
    let cut = whole[..whole.len() - 25].to_vec();
    let answer = client.send_bytes(Method::POST, &at, &FILES_HEADERS, cut).await;
    assert_eq!((answer.status(), answer.location()), (302, Some(&*format!("{at}?sendt=1"))), "{}", answer.text());
    let page = client.get(&format!("{at}?sendt=1")).await;
    assert!(page.text().contains("Lagret: A.txt"), "what was kept is named");
    let told = texts(&page, ".ds-error-summary li a");
    assert!(told.len() == 1 && told[0].starts_with("B.txt: filen kom ikke helt fram"), "and what was not: {told:?}");
    assert_eq!(versions(&world).await, 1);
    // B alone, with the same key; then both once more.
    for (files, count) in [(&[b][..], 2), (&[b], 2), (&[a, b], 2), (&[("file", "A.txt", &b"Annet"[..])], 3)] {
        let sent = client.post_files(&at, &[("key", &key)], files).await;
        assert_eq!(sent.location(), Some(&*format!("/saker/{case}?dokument=1")));
        assert_eq!(versions(&world).await, count);
    }
    let page = client.get(&format!("/saker/{case}")).await;
    let links = page.attributes("#dokumenter a[href*='/dokumenter/']", "href").into_iter().flatten();
    let mut contents = Vec::new();
    for link in links {
        contents.push(client.get(&format!("{link}/1/fil")).await.text());
    }
    contents.sort();
    assert_eq!(contents, ["Aaa", "Annet", "Bbbbbbbbbb"]);
    // A new version: the old key and another file.
    let document = page.attributes("#dokumenter a[href*='/dokumenter/']", "href").into_iter().flatten().next().unwrap();
    let key = fresh_key();
    for (contents, number) in [(&b"to"[..], 2), (b"tre", 3), (b"tre", 3)] {
        let sent = client.post_files(&document, &[("key", &key)], &[("file", "Ny.txt", contents)]).await;
        assert_eq!(sent.location(), Some(&*format!("{document}?sendt=1")));
        assert_eq!(client.get(&format!("{document}/{number}/fil")).await.bytes(), contents);
        assert_eq!(client.get(&format!("{document}/{}/fil", number + 1)).await.status(), 404);
    }
}

/// A fault of ours costs no file that could be kept, and each that could not is named.
#[tokio::test]
async fn a_fault_of_ours_in_the_middle_says_which_were_kept() {
    let (world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/dokumenter");
    let postgres = std::env::var_os("KLAR_TEST_POSTGRES").is_some();
    // No more than one version fits.
    world
        .run(if postgres {
            "CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM document_versions) > 0 \
             THEN RAISE EXCEPTION 'full'; END IF; RETURN NEW; END $$; \
             CREATE TRIGGER full_up BEFORE INSERT ON document_versions FOR EACH ROW EXECUTE FUNCTION full_up()"
        } else {
            "CREATE TRIGGER full_up BEFORE INSERT ON document_versions WHEN (SELECT count(*) FROM document_versions) > 0 \
             BEGIN SELECT RAISE(ABORT, 'full'); END"
        })
        .await;
    let files: [(&str, &str, &[u8]); 3] = [("file", "a.txt", b"a"), ("file", "b.txt", b"b"), ("file", "c.txt", b"c")];
    let sent = client.post_files(&at, &[("key", &fresh_key())], &files).await;
    assert_eq!(sent.location(), Some(&*format!("{at}?sendt=1")), "{}", sent.text());
    let page = client.get(&format!("{at}?sendt=1")).await;
    assert!(page.text().contains("Lagret: a.txt"));
    let told = texts(&page, ".ds-error-summary li a");
    assert!(told.len() == 2 && told[0].starts_with("b.txt: vi klarte ikke å lagre filen") && told[1].starts_with("c.txt:"), "{told:?}");
    // With nothing kept it is what it is: a fault.
    let sent = client.post_files(&at, &[("key", &fresh_key())], &files[1..]).await;
    assert_eq!((sent.status(), sent.location()), (500, None));
    assert_eq!((versions(&world).await, world.rows("documents").await), (1, 1));
}

#[tokio::test]
async fn inp_18_a_form_that_is_none_is_refused_and_nothing_falls_over() {
    let (world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/dokumenter");
    let whole = files_form(&[("key", &fresh_key())], &[("file", "a.txt", &[b'a'; 5000])]);
    let with = |kind: &'static str| {
        let mut headers = FILES_HEADERS;
        headers[1] = ("content-type", kind);
        headers
    };
    let parts: Vec<(String, String)> = (0..10_000).map(|n| (format!("x{n}"), String::new())).collect();
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let many = files_form(&parts, &[]);
    let keyless = files_form(&[], &[("file", "a.txt", b"a")]);
    let late = [files_form(&[], &[("file", "a.txt", b"a")]), files_form(&[("key", &fresh_key())], &[])].concat();
    let long_header =
        format!("------klar\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", "x".repeat(1024 * 1024));
    for (what, headers, body) in [
        ("no boundary", with("multipart/form-data"), whole.clone()),
        ("an empty boundary", with("multipart/form-data; boundary="), whole.clone()),
        ("another boundary", with("multipart/form-data; boundary=andre"), whole.clone()),
        ("no form with files", with("application/x-www-form-urlencoded"), b"key=x".to_vec()),
        ("text", with("text/plain"), whole.clone()),
        ("10,000 parts", FILES_HEADERS, many),
        ("no key", FILES_HEADERS, keyless),
        ("the key after the file", FILES_HEADERS, late),
        ("a header of a megabyte", FILES_HEADERS, long_header.into_bytes()),
        ("cut off in a file", FILES_HEADERS, whole[..whole.len() - 2000].to_vec()),
        ("empty", FILES_HEADERS, Vec::new()),
        ("nonsense", FILES_HEADERS, (0..=255).cycle().take(10_000).collect()),
    ] {
        let answer = client.send_bytes(Method::POST, &at, &headers, body).await;
        assert!([400, 413, 415, 422].contains(&answer.status()), "{what}: {} {}", answer.status(), answer.text());
        assert!(answer.text().contains("<h1"), "{what}: a page, for people");
    }
    assert_eq!((versions(&world).await, world.rows("drafts").await), (0, 0), "a broken upload leaves nothing");
    // The same from a page elsewhere.
    let mut headers = FILES_HEADERS;
    headers[3] = ("sec-fetch-site", "cross-site");
    assert_eq!(client.send_bytes(Method::POST, &at, &headers, whole.clone()).await.status(), 403);
    assert_eq!(client.send_bytes(Method::POST, &at, &FILES_HEADERS, whole).await.status(), 302);
    assert_eq!(versions(&world).await, 1);
}

/// Everybody at both addresses where files are sent: the table of pages has these only as pages.
#[tokio::test]
async fn files_are_taken_only_from_those_who_work_on_the_case() {
    let (world, mut client, case) = with_a_case().await;
    let document = add_document(&mut client, &case, "a.txt", b"1").await;
    let health = open_case(&mut client, "YRKESSKADE", &world.member_id("20").await, "Tekst").await;
    let before = world.contents().await;
    for (who, status) in [("leader", 403), ("outsider", 404), ("narrow", 404), ("board", 404), ("dpo", 404), ("admin", 404)] {
        let mut other = world.login(who).await;
        for at in [format!("/saker/{case}/dokumenter"), format!("/saker/{case}/dokumenter/{document}")] {
            let answer = other.post_files(&at, &[("key", &fresh_key())], &[("file", "x.txt", b"x")]).await;
            assert_eq!(answer.status(), status, "{who} at {at}");
        }
        assert_eq!(
            other.post_files(&format!("/saker/{health}/dokumenter"), &[("key", &fresh_key())], &[("file", "x.txt", b"x")]).await.status(),
            404
        );
    }
    // One's own case, with a document of another.
    for (case, document) in [(&health, &document), (&case, &fresh_key()), (&case, &"x".to_owned()), (&fresh_key(), &document)] {
        let at = format!("/saker/{case}/dokumenter/{document}");
        let answer = client.post_files(&at, &[("key", &fresh_key())], &[("file", "x.txt", b"x")]).await;
        assert_eq!(answer.status(), 404, "{at}");
    }
    let answer =
        world.client().post_files(&format!("/saker/{case}/dokumenter"), &[("key", &fresh_key())], &[("file", "x.txt", b"x")]).await;
    assert_eq!((answer.status(), answer.location()), (303, Some("/?borte=1&til=/i-dag")));
    let mut after = world.contents().await;
    after.remove("sessions");
    let mut before = before;
    before.remove("sessions");
    before.remove("login_attempts");
    after.remove("login_attempts");
    assert!(before == after, "something is otherwise");
}

fn closed(answer: &Answer) {
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; ") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
    assert_eq!(answer.header("content-encoding"), None);
}

#[tokio::test]
async fn a_file_is_fetched_closed_and_under_a_harmless_name() {
    let (_world, mut client, case) = with_a_case().await;
    for (given, kept) in [
        ("Brev fra rektor – æøå.txt", "Brev%20fra%20rektor%20%E2%80%93%20%C3%A6%C3%B8%C3%A5.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\\\Users\\\\x.txt", "x.txt"),
        ("%2e%2e%2fx.txt", "%252e%252e%252fx.txt"),
        ("con.txt", "_con.txt"),
        ("a\u{202e}txt.exe.txt", "atxt.exe.txt"),
        ("a%0d%0aSet-Cookie: x=y.txt", "a%250d%250aSet-Cookie_%20x%3Dy.txt"),
    ] {
        let document = add_document(&mut client, &case, given, given.as_bytes()).await;
        let answer = client.get(&format!("/saker/{case}/dokumenter/{document}/1/fil")).await;
        assert_eq!((answer.status(), answer.bytes()), (200, given.as_bytes()), "{given}");
        let expected = format!("attachment; filename=\"dokument.txt\"; filename*=UTF-8''{kept}");
        assert_eq!(answer.header("content-disposition"), Some(&*expected), "{given}");
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.header("set-cookie"), None);
        closed(&answer);
        assert!(answer.header("content-security-policy").unwrap().ends_with("sandbox"));
        assert_eq!(client.get(&format!("/saker/{case}/dokumenter/{document}/1/vis")).await.status(), 404, "text is not shown");
    }
}

#[tokio::test]
async fn pictures_and_pdf_are_shown_and_pdf_with_scripts_is_not() {
    let (_world, mut client, case) = with_a_case().await;
    let script = [&b"%PDF-1.4\n1 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n"[..], b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"].concat();
    for (name, bytes, kind, shown) in [
        ("bilde.png", png(), "image/png", true),
        ("a.pdf", PDF.to_vec(), "application/pdf", true),
        ("b.pdf", script, "application/pdf", false),
    ] {
        let document = add_document(&mut client, &case, name, &bytes).await;
        let at = format!("/saker/{case}/dokumenter/{document}");
        let answer = client.get(&format!("{at}/1/vis")).await;
        let page = client.get(&at).await;
        assert!(page.text().contains("Ikke virusskannet"), "{name}");
        if shown {
            assert_eq!(
                (answer.status(), answer.header("content-type"), answer.header("content-disposition")),
                (200, Some(kind), Some("inline")),
                "{name}"
            );
            closed(&answer);
        } else {
            assert_eq!(answer.status(), 404, "{name}");
            assert!(page.text().contains("PDF-en inneholder skript"));
            assert_eq!(client.get(&format!("{at}/1/fil")).await.status(), 200);
        }
        let source = Some(format!("{at}/1/vis"));
        assert_eq!(page.attributes("main img", "src").contains(&source), name == "bilde.png");
        assert_eq!(page.attributes("main a[target=_blank]", "href").contains(&source), name == "a.pdf");
    }
}

/// So many pages, each with a black square near its upper left corner, and a script.
fn drawable(pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", page + 4)).collect();
    let square = "0 0 0 rg 28 756 58 58 re f";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (1) >> >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"),
        format!("<< /Length {} >>\nstream\n{square}\nendstream", square.len()),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 3 0 R >>";
    objects.extend(std::iter::repeat_n(page.to_owned(), pages));
    let (mut pdf, mut table) = ("%PDF-1.4\n".to_owned(), "0000000000 65535 f \n".to_owned());
    for (number, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let (size, start) = (objects.len() + 1, pdf.len());
    (pdf + &format!("xref\n0 {size}\n{table}trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{start}\n%%EOF\n")).into_bytes()
}

#[tokio::test]
async fn the_pages_of_a_pdf_stand_in_its_page_as_pictures() {
    let (world, client, case) = with_a_case().await;
    let apart = world.checking_apart(env!("CARGO_BIN_EXE_klar")).await;
    let mut client = client.at(apart);
    let document = add_document(&mut client, &case, "avtale.pdf", &drawable(2)).await;
    let at = format!("/saker/{case}/dokumenter/{document}");
    let page = client.get(&at).await;
    let sources = [Some(format!("{at}/1/side/1")), Some(format!("{at}/1/side/2"))];
    assert_eq!(page.attributes("main ol img[loading=lazy]", "src"), sources);
    assert_eq!(page.attributes("main ol img", "alt")[1].as_deref(), Some("Side 2 av 2 i avtale.pdf"));
    assert_eq!(client.get(&format!("{at}/1/vis")).await.status(), 404, "it has a script: no browser is given the file to show");
    let looks = async || world.logged("SELECT subject_kind FROM access_log WHERE subject_kind = 'document'").await.len();
    let before = looks().await;
    for number in ["1", "2"] {
        let drawn = client.get(&format!("{at}/1/side/{number}")).await;
        assert_eq!((drawn.status(), drawn.header("content-type")), (200, Some("image/png")));
        closed(&drawn);
        let picture = image::load_from_memory(drawn.bytes()).unwrap().into_rgb8();
        assert_eq!((picture.width(), picture.get_pixel(120, 120).0, picture.get_pixel(600, 900).0), (1240, [0; 3], [255; 3]));
    }
    assert_eq!(looks().await, before + 2, "each look is logged");
    for nothing in ["0", "3", "x", "-1", "4294967296"] {
        assert_eq!(client.get(&format!("{at}/1/side/{nothing}")).await.status(), 404, "{nothing}");
    }
    assert_eq!(client.get(&format!("{at}/2/side/1")).await.status(), 404, "there is one version");
    let mut other = world.login("admin").await;
    let (hidden, never) =
        (other.get(&format!("{at}/1/side/1")).await, other.get(&format!("/saker/{case}/dokumenter/{case}/1/side/1")).await);
    assert_eq!((hidden.status(), never.status()), (404, 404), "whoever may not read the case");

    // A program that is not there, that ends badly, or that says anything but a picture, has drawn nothing.
    for program in ["/finnes/ikke", "/bin/false", "/bin/true", "/bin/cat"] {
        let mut broken = client.at(world.checking_apart(program).await);
        assert_eq!(broken.get(&format!("{at}/1/side/1")).await.status(), 404, "{program}");
    }
}

#[tokio::test]
async fn of_a_long_pdf_the_first_pages_are_drawn_and_it_says_so() {
    let (_world, mut client, case) = with_a_case().await;
    let document = add_document(&mut client, &case, "lang.pdf", &drawable(12)).await;
    let page = client.get(&format!("/saker/{case}/dokumenter/{document}")).await;
    assert_eq!(page.attributes("main ol img", "src").len(), 10);
    assert!(page.text().contains("Du ser de første 10 av 12 sider."), "{}", page.text());
    let broken = add_document(&mut client, &case, "rar.pdf", PDF).await;
    let page = client.get(&format!("/saker/{case}/dokumenter/{broken}")).await;
    assert_eq!((page.status(), page.attributes("main ol img", "src").len()), (200, 0), "nothing to draw, and still a page");
}

#[tokio::test]
async fn file_7_at_most_one_range_is_answered() {
    let (world, mut client, case) = with_a_case().await;
    let text: String = ('a'..='z').cycle().take(200_000).collect();
    let document = add_document(&mut client, &case, "lang.txt", text.as_bytes()).await;
    let at = format!("/saker/{case}/dokumenter/{document}/1/fil");
    let ask = async |client: &mut Client, range: &str| client.send(Method::GET, &at, &[("accept", "*/*"), ("range", range)], "").await;
    let part = ask(&mut client, "bytes=65530-131080").await;
    assert_eq!((part.status(), part.header("content-range")), (206, Some("bytes 65530-131080/200000")));
    assert!(part.bytes() == &text.as_bytes()[65_530..=131_080] && part.header("content-length") == Some("65551"));
    closed(&part);
    let last = ask(&mut client, "bytes=-5").await;
    assert_eq!((last.status(), last.bytes()), (206, &text.as_bytes()[199_995..]));
    let thousand = format!("bytes={}", (0..1000).map(|n| format!("{n}-{n}")).collect::<Vec<_>>().join(","));
    for range in [&*thousand, "bytes=5-4", "kaker=0-1"] {
        let whole = ask(&mut client, range).await;
        assert!(whole.status() == 200 && whole.bytes() == text.as_bytes(), "{range}");
    }
    let nowhere = ask(&mut client, "bytes=200000-").await;
    assert_eq!((nowhere.status(), nowhere.header("content-range"), nowhere.bytes()), (416, Some("bytes */200000"), &b""[..]));
    // Each of them is a look, whatever part was asked for.
    let looks = world.logged("SELECT subject_kind FROM access_log WHERE subject_kind = 'document' AND action = 'open'").await;
    assert_eq!(looks.len(), 6);
}

/// FILE-8: with the address from before, whoever may not any more is answered like a stranger.
#[tokio::test]
async fn file_8_an_old_address_opens_nothing_for_whoever_has_lost_the_right() {
    let (world, mut client, case) = with_a_case().await;
    let document = add_document(&mut client, &case, "a.txt", b"hemmelig").await;
    let at = format!("/saker/{case}/dokumenter/{document}/1/fil");
    let mut leader = world.login("leader").await;
    assert_eq!(leader.get(&at).await.bytes(), b"hemmelig");
    // The case turns out to be about somebody's health, which a leader does not read.
    world.run("UPDATE cases SET sensitivity = 'health', case_type = 'YRKESSKADE'").await;
    let (mine, stranger) = (leader.get(&at).await, world.login("outsider").await.get(&at).await);
    let random = leader.get(&format!("/saker/{}/dokumenter/{}/1/fil", fresh_key(), fresh_key())).await;
    assert_eq!((mine.status(), stranger.status(), random.status()), (404, 404, 404));
    assert!(
        !mine.text().contains("hemmelig") && mine.text_of("h1") == stranger.text_of("h1") && mine.text_of("h1") == random.text_of("h1")
    );
    let part = leader.send(Method::GET, &at, &[("range", "bytes=0-3"), ("accept", "*/*")], "").await;
    assert_eq!(part.status(), 404, "nor a part of it");
}

/// FILE-8, by the portal's own ways: the mandate ends, the part in the case ends, somebody is kept out of it. With the
/// address from before they are answered like a stranger, on the next request, whole or in part, file or picture.
#[tokio::test]
async fn file_8_an_old_address_is_a_strangers_when_mandate_part_or_trust_has_ended() {
    let (world, mut client, case) = with_a_case().await;
    let document = add_document(&mut client, &case, "bilde.png", &png()).await;
    let at = format!("/saker/{case}/dokumenter/{document}/1");
    let leader_id = world.member_id("2").await;
    let mut stranger = world.login("outsider").await;
    let ask = async |who: &mut Client| -> Vec<(u16, Option<String>, bool)> {
        let mut answers = Vec::new();
        for (path, range) in [("fil", None), ("vis", None), ("fil", Some("bytes=0-3"))] {
            let headers: Vec<_> = [("accept", "text/html")].into_iter().chain(range.map(|range| ("range", range))).collect();
            let answer = who.send(Method::GET, &format!("{at}/{path}"), &headers, "").await;
            answers.push((answer.status(), answer.text_of("h1"), answer.bytes().starts_with(b"\x89PNG")));
        }
        answers
    };
    let theirs = ask(&mut stranger).await;
    assert!(theirs.iter().all(|(status, _, seen)| *status == 404 && !seen));
    let reads = |answers: &[(u16, Option<String>, bool)]| answers.iter().all(|(status, _, seen)| [200, 206].contains(status) && *seen);

    // A part in the case, and then none. Somebody of the board has no way to the case without it.
    let (mut helper, helper_id) = (world.login("board").await, world.member_id("10").await);
    let before = ask(&mut helper).await;
    assert!(!reads(&before));
    send(&mut client, "/api/participants/add", &[("case", &case), ("person", &helper_id), ("role", "co_worker")]).await;
    assert!(reads(&ask(&mut helper).await), "as long as it lasts");
    send(&mut client, "/api/participants/remove", &[("case", &case), ("person", &helper_id)]).await;
    assert_eq!(ask(&mut helper).await, before);

    // Kept out, and let in again.
    let mut leader = world.login("leader").await;
    assert!(reads(&ask(&mut leader).await));
    send(&mut client, "/api/participants/keep-out", &[("case", &case), ("person", &leader_id), ("reason", "Inhabil")]).await;
    assert_eq!(ask(&mut leader).await, theirs);
    send(&mut client, "/api/participants/let-in", &[("case", &case), ("person", &leader_id)]).await;
    assert!(reads(&ask(&mut leader).await));

    // The registry says that the mandates are over.
    let mut lines = Union::small().lines;
    for line in &mut lines {
        if let Line::Mandate(mandate) = line
            && mandate.member == "2"
        {
            mandate.to = Some(day("2026-09-20"));
        }
    }
    world.load(lines).await;
    let after = ask(&mut leader).await;
    assert!(after.iter().all(|(status, _, seen)| *status != 200 && *status != 206 && !seen), "{after:?}");
    assert!(reads(&ask(&mut client).await), "whoever the case is with still reads it");
}

#[tokio::test]
async fn a_version_takes_the_place_of_the_one_before_and_both_are_there() {
    let (world, mut client, case) = with_a_case().await;
    let document = add_document(&mut client, &case, "Avtale.txt", b"en").await;
    let at = format!("/saker/{case}/dokumenter/{document}");
    for (contents, count) in [(&b"to"[..], 2), (b"to", 2), (b"tre", 3)] {
        let sent = client.post_files(&at, &[("key", &fresh_key())], &[("file", "Avtale, endret.txt", contents)]).await;
        assert_eq!((sent.status(), sent.location()), (302, Some(&*format!("{at}?sendt=1"))));
        assert_eq!(versions(&world).await, count);
    }
    let page = client.get(&format!("{at}?sendt=1")).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Lagret"));
    assert_eq!(page.text_of("h1").as_deref(), Some("Avtale, endret.txt"));
    for (number, contents) in [(1, &b"en"[..]), (2, b"to"), (3, b"tre")] {
        assert_eq!(client.get(&format!("{at}/{number}/fil")).await.bytes(), contents);
    }
    assert_eq!(client.get(&format!("{at}/4/fil")).await.status(), 404);
    let refused = client.post_files(&at, &[("key", &fresh_key())], &[("file", "x.exe", b"MZ")]).await;
    assert_eq!(refused.status(), 302);
    assert_eq!(errors(&client.get(&format!("{at}?sendt=1")).await).len(), 1);
    // Somebody who only reads sees no form.
    let page = world.login("leader").await.get(&at).await;
    assert_eq!((page.status(), page.html().select(&Selector::parse("main form").unwrap()).count()), (200, 0));
}

/// The program itself, started anew for each file, with its limits.
#[tokio::test]
async fn files_are_checked_in_a_process_of_their_own() {
    let (world, client, case) = with_a_case().await;
    let mut client = client.at(world.checking_apart(env!("CARGO_BIN_EXE_klar")).await);
    let at = format!("/saker/{case}/dokumenter");
    let (png, virus, many) = (png(), eicar(), vec![b'x'; 20 * 1024 * 1024]);
    let files: [(&str, &str, &[u8]); 5] =
        [("file", "a.png", &png), ("file", "b.pdf", PDF), ("file", "c.txt", &virus), ("file", "d.exe", b"MZ"), ("file", "e.txt", &many)];
    let sent = client.post_files(&at, &[("key", &fresh_key())], &files).await;
    assert_eq!(sent.location(), Some(&*format!("{at}?sendt=1")), "{}", sent.text());
    let page = client.get(&format!("{at}?sendt=1")).await;
    assert!(page.text().contains("Lagret: a.png, b.pdf og e.txt"), "{:?}", texts(&page, ".ds-error-summary li a"));
    assert_eq!(versions(&world).await, 3);
    // A program that is not there, or that ends badly, has checked nothing.
    for program in ["/finnes/ikke", "/bin/false", "/bin/true", "/bin/cat"] {
        let mut other = client.at(world.checking_apart(program).await);
        let sent = other.post_files(&at, &[("key", &fresh_key())], &[("file", "a.txt", b"Hei")]).await;
        assert_eq!(sent.location(), Some(&*format!("{at}?sendt=1")), "{program}");
    }
    assert_eq!(versions(&world).await, 3);
}

/// A scanner that says so of everything, as long as it is asked; its address.
async fn scanner(says: &'static [u8]) -> std::net::SocketAddr {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut asked, _)) = listener.accept().await {
            let mut command = [0; 10];
            asked.read_exact(&mut command).await.unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            loop {
                let length = asked.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; length as usize];
                asked.read_exact(&mut piece).await.unwrap();
            }
            asked.write_all(says).await.unwrap();
        }
    });
    address
}

#[tokio::test]
async fn what_a_scanner_says_is_told_and_what_it_does_not_see_is_not_taken_in() {
    for (says, told, count) in [
        (&b"stream: OK\0"[..], "Virusskannet, ingenting funnet", 1),
        (b"stream: Ond.Ting FOUND\0", "vi fant virus i filen", 0),
        (b"INSTREAM size limit exceeded. ERROR\0", "virussjekken svarer ikke", 0),
        (b"", "virussjekken svarer ikke", 0),
    ] {
        let world = World::peopled_with(&format!("[documents]\nscanner = \"tcp://{}\"", scanner(says).await)).await;
        let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
        let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
        let at = format!("/saker/{case}/dokumenter");
        let sent = client.post_files(&at, &[("key", &fresh_key())], &[("file", "a.txt", b"Hei")]).await;
        let page = match count {
            0 => client.get(&format!("{at}?sendt=1")).await,
            _ => {
                let page = client.get(sent.location().unwrap()).await;
                let links = page.attributes("#dokumenter a", "href").into_iter().flatten().collect::<Vec<_>>();
                client.get(&links[0]).await
            }
        };
        assert!(page.text().contains(told), "{told}: {}", page.text());
        assert_eq!(versions(&world).await, count);
    }
}
