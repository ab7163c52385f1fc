//! The member list beyond the search, as a browser without script uses it: filters, named filters, files, and the limit.

use std::io::Read;

use domain::members::SearchLimits;
use http::Method;

use crate::journeys::{errors, fresh_key, send, send_and_follow, texts, values};
use crate::members::all_pages;
use crate::world::{Answer, Client, HOME, ORIGIN, SCHOOL, World};

/// The chips: what is filtered, and where each leads.
fn chips(page: &Answer) -> Vec<(String, String)> {
    let words = texts(page, ".k-chip span:not(.ds-sr-only)");
    words.into_iter().zip(page.attributes(".k-chip", "href").into_iter().flatten()).collect()
}

#[tokio::test]
async fn the_list_says_what_is_filtered_and_how_to_undo_each() {
    let world = World::peopled().await;
    let mut client = world.login("leader").await;
    let path = format!("/medlemmer?q=n&arbeidsplass={HOME}&stilling=Fag&ny=30&kontakt=");
    let (count, names) = all_pages(&mut client, &path).await;
    assert_eq!((count, names), (1, vec!["Nora Nyhus".to_owned()]));
    let page = client.get(&path).await;
    let told: Vec<String> = chips(&page).into_iter().map(|(words, _)| words).collect();
    assert_eq!(told, ["Arbeidsplass: Granlia sykehjem", "Stilling: Fag", "Medlem de siste 30 dagene"]);
    for (words, href) in chips(&page) {
        let rest: Vec<String> = chips(&client.get(&href).await).into_iter().map(|(words, _)| words).collect();
        assert_eq!(rest, told.iter().filter(|own| **own != words).cloned().collect::<Vec<_>>());
        assert!(href.starts_with("/medlemmer?q=n&"), "{href}: the words stay");
    }
    assert_eq!(page.attributes(".k-chip__clear", "href"), [Some("/medlemmer?q=n".to_owned())]);
    // The search keeps the filters, and the filters keep the words.
    assert_eq!(page.attributes("input[form=medlemssok]", "name").len(), 3);
    assert_eq!(page.attributes("form#medlemssok", "action"), [Some("/medlemmer".to_owned())]);
    assert_eq!(page.attributes(".k-filters input[name=q]", "value"), [Some("n".to_owned())]);
    let page = client.get("/medlemmer?seksjon=office_administration&q=nora").await;
    assert!(page.text().contains("Ingen treff på «nora»") && page.text().contains("Ta bort noe av det du har valgt"));
    let page = client.get("/medlemmer?tariff=nho").await;
    assert!(page.text().contains("Ingen passer med det du har valgt"));
    // Nonsense narrows nothing, and a position is text like any other.
    let all = all_pages(&mut client, "/medlemmer").await;
    assert_eq!(all_pages(&mut client, "/medlemmer?seksjon=x&tariff=%00&ny=-1&arbeidsplass=1&kontakt=ja").await, all);
    let page = client.get("/medlemmer?stilling=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert_eq!(chips(&page)[0].0, "Stilling: <script>alert(1)</script>");
}

#[tokio::test]
async fn the_filter_on_contact_is_for_those_who_see_contact() {
    let world = World::peopled().await;
    let mut leader = world.login("leader").await;
    let (all, names) = (all_pages(&mut leader, "/medlemmer").await.0, all_pages(&mut leader, "/medlemmer?kontakt=uten").await);
    assert!(names.0 + 2 == all && !names.1.iter().any(|name| ["Ada Abelvik", "Nora Nyhus"].contains(&name.as_str())), "{names:?}");
    assert_eq!(leader.get("/medlemmer").await.attributes("input[name=kontakt]", "value"), [Some("uten".to_owned())]);
    let board = world.login("board").await.get("/medlemmer?kontakt=uten").await;
    assert_eq!(board.attributes("input[name=kontakt]", "value").len(), 0);
}

#[tokio::test]
async fn a_filter_gets_a_name_another_one_and_is_thrown_away() {
    let world = World::peopled().await;
    let mut client = world.login("ptv").await;
    let list = client.get("/medlemmer?ny=30").await;
    let to = list.attributes(".k-links a", "href").remove(0).unwrap();
    assert_eq!(to, "/medlemmer/utvalg?ny=30");
    let page = client.get(&to).await;
    let (key, narrowing) = (values(&page, "key").remove(0), values(&page, "narrowing").remove(0));
    let save = [("key", key.as_str()), ("narrowing", &narrowing), ("name", "  ")];
    let refused = send_and_follow(&mut client, "/api/members/segments/save", &save).await;
    assert_eq!(errors(&refused), ["Navn på utvalget: må fylles ut"]);
    assert_eq!(values(&refused, "name"), ["  "]);
    assert_eq!(errors(&client.get("/medlemmer/utvalg?ny=7").await), [""; 0], "another filter's form knows nothing of it");
    let save = [("key", key.as_str()), ("narrowing", &narrowing), ("name", "Nye <b>")];
    for _ in 0..2 {
        let done = send_and_follow(&mut client, "/api/members/segments/save", &save).await;
        assert!(done.text().contains("Utvalget er lagret."));
    }
    assert_eq!(world.rows("member_segments").await, 1);
    let again = [("key", &*fresh_key()), ("narrowing", "ny=7"), ("name", "nye <B>")];
    let refused = send_and_follow(&mut client, "/api/members/segments/save", &again).await;
    assert_eq!(errors(&refused), ["Navn på utvalget: du har et annet utvalg som heter dette"]);
    // It stands on the list, and leads to what it says.
    let list = client.get("/medlemmer").await;
    assert!(texts(&list, "details a[href='/medlemmer?ny=30']").contains(&"Nye <b>".to_owned()));
    assert!(texts(&client.get("/medlemmer?ny=30").await, "summary").contains(&"Utvalg: Nye <b>".to_owned()));
    let id = world.id("SELECT id FROM member_segments").await;
    let path = format!("/medlemmer/utvalg/{id}");
    let rename =
        |name: &'static str, version: &'static str| [("id", id.clone()), ("version", version.to_owned()), ("name", name.to_owned())];
    let fields = rename("", "1");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(send(&mut client, "/api/members/segments/rename", &fields).await, path);
    assert_eq!(errors(&client.get(&path).await), ["Navn på utvalget: må fylles ut"]);
    let fields = rename("Nye i mars", "1");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert!(send_and_follow(&mut client, "/api/members/segments/rename", &fields).await.text().contains("Nye i mars"));
    // Another window still has the old one in it.
    let fields = rename("Nye i april", "1");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(client.post_form("/api/members/segments/rename", &fields).await.status(), 409);
    assert_eq!(client.post_form("/api/members/segments/remove", &[("id", &id), ("version", "1")]).await.status(), 409);
    for _ in 0..2 {
        let gone = send_and_follow(&mut client, "/api/members/segments/remove", &[("id", &id), ("version", "2")]).await;
        assert!(gone.text().contains("Utvalget er slettet.") && gone.text().contains("Ingen lagrede utvalg ennå"));
    }
}

const MADE: &str = "/medlemmer/fil/hent";

async fn take_out(client: &mut Client, fields: &[(&str, &str)]) -> Answer {
    client.post_form(MADE, fields).await
}

/// The cells of a CSV file, watermark and all.
fn cells(answer: &Answer) -> Vec<Vec<String>> {
    let text = answer.text();
    let table = text.strip_prefix('\u{feff}').unwrap();
    assert!(table.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Everything that a workbook holds, unpacked; each file as the archive's directory describes it.
fn unpacked(bytes: &[u8]) -> String {
    let number = |at: usize, long: usize| bytes[at..at + long].iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let (files, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut all = String::new();
    for _ in 0..files {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (sum, packed, long, name, local) =
            (number(at + 16, 4), number(at + 20, 4), number(at + 24, 4), number(at + 28, 2), number(at + 42, 4));
        assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
        assert_eq!(bytes[local + 30..local + 30 + name], bytes[at + 46..at + 46 + name]);
        let begins = local + 30 + name + number(local + 28, 2);
        let mut text = String::new();
        flate2::read::DeflateDecoder::new(&bytes[begins..begins + packed]).read_to_string(&mut text).unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        assert_eq!((text.len(), crc.sum() as usize), (long, sum));
        all.push_str(&text);
        at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
    }
    assert_eq!(at, end);
    all
}

#[tokio::test]
async fn the_file_asks_what_for_and_says_what_must_be_done() {
    let world = World::peopled().await;
    let mut client = world.login("leader").await;
    let list = client.get("/medlemmer?ny=30").await;
    let to = list.attributes(".k-links a", "href").into_iter().flatten().last().unwrap();
    assert_eq!(to, "/medlemmer/fil?ny=30");
    let page = client.get(&to).await;
    for told in
        ["1 medlem", "Medlem de siste 30 dagene", "Slett filen når du er ferdig med den.", "innsynsloggen", "Ta med telefon og e-post"]
    {
        assert!(page.text().contains(told), "{told}");
    }
    let form = [("q", ""), ("narrowing", "ny=30")];
    let refused = take_out(&mut client, &form).await;
    assert_eq!((refused.status(), refused.location()), (302, Some("/medlemmer/fil?ny=30")));
    let typed = [("narrowing", "ny=30"), ("purpose", "other"), ("why", "Møt"), ("kind", "csv"), ("contact", "true")];
    assert_eq!(take_out(&mut client, &typed).await.location(), Some("/medlemmer/fil?ny=30"));
    let page = client.get("/medlemmer/fil?ny=30").await;
    assert_eq!(errors(&page), ["Hva skal filen brukes til?: skriv litt mer"]);
    assert_eq!((values(&page, "why"), page.attributes("input[checked]", "value").len()), (vec!["Møt".to_owned()], 3));
    assert_eq!(errors(&client.get("/medlemmer/fil").await), [""; 0], "another list's form knows nothing of it");
    assert_eq!(world.texts("SELECT form FROM drafts").await, ["members/file"]);
    // No cross-site form, and nobody without the right, gets anything.
    let headers = [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
    assert_eq!(client.send(Method::POST, MADE, &headers, "purpose=other&why=M%C3%B8te+i+mars").await.status(), 403);
    assert_eq!(client.get(MADE).await.status(), 405);
    // A file throws the draft away.
    let good = [("narrowing", "ny=30"), ("purpose", "other"), ("why", "Møte i mars"), ("kind", "csv")];
    assert_eq!(take_out(&mut client, &good).await.status(), 200);
    assert_eq!(world.rows("drafts").await, 0);
    let nobody = [("narrowing", "tariff=nho"), ("purpose", "other"), ("why", "Møte i mars")];
    assert_eq!(take_out(&mut client, &nobody).await.location(), Some("/medlemmer/fil?tariff=nho"));
    assert!(client.get("/medlemmer/fil?tariff=nho").await.text().contains("Ingen du kan hente ut"));
}

#[tokio::test]
async fn the_csv_file_is_the_list_with_a_watermark_and_no_formula() {
    let world = World::peopled().await;
    let mut client = world.login("leader").await;
    let fields = [("purpose", "meeting"), ("why", "Årsmøte; \"mars\""), ("kind", "csv"), ("contact", "true")];
    let file = take_out(&mut client, &fields).await;
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!((file.header("cache-control"), file.header("x-content-type-options")), (Some("no-store"), Some("nosniff")));
    assert!(file.header("content-security-policy").unwrap().ends_with("sandbox"));
    let name = file.header("content-disposition").unwrap();
    assert_eq!(
        name,
        "attachment; filename=\"medlemmer-2026-09-21.csv\"; \
         filename*=UTF-8''Medlemmer%202026-09-21%20Klok%20Fjord%20%E2%80%93%20slett%20etter%20bruk.csv"
    );
    let cells = cells(&file);
    let mark: Vec<&str> = cells[..4].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        mark,
        [
            "Hentet ut av Klok Fjord (klubbleder i Klubben ved Granlia) 21. september 2026 kl. 16.13.",
            "Formål: Møte eller innkalling. Årsmøte; \"mars\"",
            &format!("{} medlemmer. Utvalg: Alle du ser.", cells.len() - 5),
            "Slett filen når du er ferdig med den, og send den ikke til noen. Uttrekket står i innsynsloggen.",
        ]
    );
    assert_eq!(cells[4], ["Navn", "Stilling", "Arbeidsplass", "Medlem fra", "Telefon", "E-post"]);
    let (count, names) = all_pages(&mut client, "/medlemmer").await;
    let in_file: Vec<String> = cells[5..].iter().map(|row| row[0].trim_start_matches('\'').to_owned()).collect();
    assert_eq!((in_file.len(), &in_file), (count, &names), "exactly the list, in its order");
    assert!(cells[5..].contains(
        &["Nora Nyhus", "Fagarbeider", "Granlia sykehjem", "2026-09-10", "'+4740000240", "nora@example.com"].map(str::to_owned).to_vec()
    ));
    assert!(cells.iter().flatten().any(|cell| cell == "'=HYPERLINK(\"x\") Formel"));
    assert!(!cells.iter().flatten().any(|cell| cell.starts_with(['=', '+', '-', '@'])));
    // Nobody out of reach, nobody protected, and no national id: in no byte of it.
    for hidden in ["Skjult", "Hemmelig", "Sluttet", "Fremtid", "Småbarn", "Naboen", "Marit", "Rolig"] {
        assert!(!file.text().contains(hidden), "{hidden}");
    }
    assert!(!file.text().contains(crate::world::person("ptv")));
    // Without contact the columns are not there.
    let file = take_out(&mut client, &[("purpose", "meeting"), ("why", "Årsmøte i mars"), ("kind", "csv")]).await;
    assert!(!file.text().contains("nora@example.com") && !file.text().contains("Telefon"));
    // The officer reads who, how many and what for.
    let log = world.login("dpo").await.get("/innsyn").await;
    let told = format!("Hentet ut en liste med medlemmer{count} i listen, Formål: Møte eller innkalling. Årsmøte i mars");
    assert!(texts(&log, "tbody th").contains(&told), "{:?}", texts(&log, "tbody th"));
}

#[tokio::test]
async fn the_workbook_holds_the_same_and_its_cells_are_text() {
    let world = World::peopled().await;
    let mut client = world.login("leader").await;
    let narrowing = format!("arbeidsplass={HOME}");
    let fields =
        [("narrowing", narrowing.as_str()), ("purpose", "election"), ("why", "Valg & valgkomité"), ("kind", "xlsx"), ("contact", "true")];
    let file = take_out(&mut client, &fields).await;
    assert_eq!(file.header("content-type"), Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    assert!(file.header("content-disposition").unwrap().ends_with(".xlsx"));
    let all = unpacked(file.bytes());
    let (_, names) = all_pages(&mut client, &format!("/medlemmer?{narrowing}")).await;
    for name in names {
        assert!(all.contains(&name.replace('"', "&quot;")) || all.contains(&name), "{name}");
    }
    for told in [
        "Hentet ut av Klok Fjord",
        "Valg &amp; valgkomité",
        "Slett filen når du er ferdig med den",
        "+4740000240",
        "<dc:creator>Klok Fjord",
    ] {
        assert!(all.contains(told), "{told}");
    }
    assert!(!all.contains("<f>") && !all.contains("<f "), "no cell is worked out");
    assert!(all.contains("quotePrefix=\"1\""), "and none becomes so when it is edited");
    for hidden in ["Skjult", "Hemmelig", "Sluttet", "Fremtid", "Småbarn", "Naboen", "Marit", "Abelvik", "Zimmer"] {
        assert!(!all.contains(hidden), "{hidden}");
    }
    assert!(!all.contains(SCHOOL));
}

#[tokio::test]
async fn whoever_searches_too_often_is_told_when_to_come_back() {
    let world = World::peopled().await;
    world.store.limit_searches(SearchLimits { per_minute: 30, per_day: 40 });
    let mut client = world.login("ptv").await;
    let id = world.member_id("20").await;
    for n in 0..30 {
        assert_eq!(client.get(&format!("/medlemmer?q=a{n}")).await.status(), 200);
    }
    let before = world.contents().await;
    // A hit, a miss, and somebody out of reach are answered alike.
    let mut pages = Vec::new();
    for query in ["ada", "qqq", "naboen"] {
        let page = client.get(&format!("/medlemmer?q={query}")).await;
        assert_eq!((page.status(), page.text_of("h1").as_deref()), (429, Some("Du har søkt mange ganger")));
        assert!(page.text().contains("Prøv igjen etter 21. september 2026 kl. 16.15."), "{}", page.text());
        assert!(page.header("retry-after").unwrap().parse::<u32>().unwrap() <= 121);
        assert_eq!(page.attributes("main a", "href")[0].as_deref(), Some(format!("/medlemmer?q={query}").as_str()));
        pages.push(texts(&page, "main p"));
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
    let headers = [
        ("accept", "application/json"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", ORIGIN),
        ("sec-fetch-site", "same-origin"),
    ];
    let answer = client.send(Method::POST, "/api/members/list", &headers, "query=ada").await;
    assert_eq!((answer.status(), answer.json()["too_many_searches"].is_i64()), (429, true));
    assert_eq!(
        client.send(Method::POST, "/api/cases/new/people", &headers, "query=ada").await.status(),
        429,
        "another way to the same list"
    );
    assert_eq!(world.contents().await, before);
    // What one is working with stays open, and others are not disturbed.
    assert_eq!(client.get(&format!("/medlemmer/{id}")).await.status(), 200);
    assert_eq!(world.login("leader").await.get("/medlemmer").await.status(), 200);
    world.pass(120);
    assert_eq!(client.get("/medlemmer?q=ada").await.status(), 200);
    let log = world.login("dpo").await.get("/innsyn").await;
    assert!(log.text().contains("Vakker Blomst ble stoppet fordi det ble for mange søk etter medlemmer"));
    // A file is a list too.
    world.store.limit_searches(SearchLimits { per_minute: 1, per_day: 40 });
    let mut leader = world.login("leader").await;
    let fields = [("purpose", "other"), ("why", "Møte i mars"), ("kind", "csv")];
    assert_eq!(take_out(&mut leader, &fields).await.status(), 200);
    let stopped = take_out(&mut leader, &fields).await;
    assert_eq!((stopped.status(), stopped.text_of("h1").as_deref()), (429, Some("Du har søkt mange ganger")));
}

#[tokio::test]
async fn whoever_tries_addresses_is_told_when_to_come_back() {
    let world = World::peopled().await;
    world.store.limit_misses(3);
    let mut client = world.login("ptv").await;
    let id = world.member_id("20").await;
    let nowhere = || format!("/saker/{}", uuid::Uuid::now_v7());
    for _ in 0..3 {
        assert_eq!(client.get(&nowhere()).await.status(), 404);
    }
    let page = client.get(&nowhere()).await;
    assert_eq!((page.status(), page.text_of("h1").as_deref()), (429, Some("Du har prøvd mange adresser")));
    assert!(page.header("retry-after").unwrap().parse::<u32>().unwrap() <= 601);
    assert_eq!(client.get(&format!("/medlemmer/{id}")).await.status(), 200);
    let log = world.login("dpo").await.get("/innsyn").await;
    assert!(log.text().contains("Vakker Blomst ble stoppet fordi det ble prøvd mange adresser til medlemmer eller saker"));
}
