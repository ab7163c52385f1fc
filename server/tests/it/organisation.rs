//! The pages of units, the ways to them, and what they show of whom.

use domain::org::Office;
use domain::registry::{Line, MandateLine};

use crate::journeys::texts;
use crate::world::{Answer, Client, HOME, Union, World, day};

/// The cells of each row of a table, by its caption.
fn rows(page: &Answer, caption: &str) -> Vec<Vec<String>> {
    let select = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let html = page.html();
    let table = html.select(&select("table")).find(|table| table.select(&select("caption")).next().map(text).as_deref() == Some(caption));
    let Some(table) = table else { return Vec::new() };
    table.select(&select("tbody tr")).map(|row| row.select(&select("th, td")).map(text).collect()).collect()
}

async fn opened(client: &mut Client, path: &str) -> Answer {
    let page = client.get(path).await;
    assert_eq!(page.status(), 200, "{path}");
    page
}

/// The lines of the small union, with mandates changed.
fn with(change: impl Fn(&mut MandateLine)) -> Vec<Line> {
    let mut lines = Union::small().lines;
    for line in &mut lines {
        if let Line::Mandate(mandate) = line {
            change(mandate);
        }
    }
    lines
}

#[tokio::test]
async fn a_local_s_page_says_where_it_lies_what_it_has_and_what_is_missing() {
    let world = World::peopled().await;
    let mut officer = world.login("officer").await;
    let local = opened(&mut officer, "/organisasjon").await;
    assert_eq!(local.text_of("h1").as_deref(), Some("Solvik fagforening"));
    let facts = local.text_of("dl").unwrap();
    assert!(facts.contains("Fagforening") && facts.contains("Fjellfylket, Forbundet"), "{facts}");
    // Those of the files whom lists may show: see the member list's test.
    let listed = opened(&mut officer, "/medlemmer").await.text_of(".k-count").unwrap();
    assert!(facts.contains(&listed) && listed.ends_with("medlemmer"), "{facts}, {listed}");
    let clubs = rows(&local, "Klubber");
    assert_eq!(clubs.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Klubben ved Furumo", "Klubben ved Granlia"]);
    assert_eq!(rows(&local, "Hvem som har verv")[0][..2], ["Lys Dag", "Leder i fagforeningen"]);
    // Nobody has told any employer.
    let untold = rows(&local, "Arbeidsgiveren har ikke fått beskjed");
    let names: Vec<&str> = untold.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(untold.len(), 4, "{untold:?}");
    assert!(names.contains(&"Vakker Blomst") && names.contains(&"Klok Fjord") && !names.contains(&"Skjult Dal"), "{names:?}");
    assert!(local.text().contains("Si skriftlig fra til arbeidsgiveren"));
    assert!(local.text().contains("Alle arbeidsplasser har en tillitsvalgt"));
    // Further up there is nothing for the local's leader.
    for above in ["K1", "F", "L2"] {
        assert_eq!(officer.get(&format!("/organisasjon/{}", world.unit_id(above).await)).await.status(), 404, "{above}");
    }
}

#[tokio::test]
async fn a_club_without_a_representative_is_on_the_list_until_it_has_one() {
    let world = World::peopled().await;
    let leaderless = |lines: Vec<Line>| {
        let stays = |line: &Line| !matches!(line, Line::Mandate(mandate) if mandate.unit == "C2" || mandate.unit == "C1");
        let mut lines: Vec<Line> = lines.into_iter().filter(stays).collect();
        for (id, member) in [("V90", "1"), ("V91", "2")] {
            lines.push(Line::Mandate(MandateLine {
                id: id.to_owned(),
                member: member.to_owned(),
                office: Office::WORKPLACE_REP,
                unit: "C1".to_owned(),
                workplace: Some(HOME.parse().unwrap()),
                from: day("2026-01-01"),
                to: (id == "V90").then(|| day("2026-10-21")),
                elected: Some(day("2025-12-01")),
                employer_notified: Some(day("2025-12-03")),
                substitute_for: None,
                revoked: None,
            }));
        }
        lines
    };
    world.load(leaderless(with(|_| {}))).await;
    let mut officer = world.login("officer").await;
    let local = world.unit_id("L1").await;
    let list = opened(&mut officer, &format!("/organisasjon/{local}/uten-tillitsvalgt")).await;
    assert_eq!(list.text_of(".k-count").as_deref(), Some("2 arbeidsplasser"));
    let missing = rows(&list, "Arbeidsplasser uten tillitsvalgt");
    let places: Vec<[&str; 2]> = missing.iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
    assert_eq!(places, [["Furumo barnehage", "Klubben ved Furumo"], ["Granlia skole", "Klubben ved Granlia"]]);
    assert!(list.attributes("table a", "href").iter().flatten().any(|href| href.starts_with("/arbeidsgivere/")));
    let list = opened(&mut officer, &format!("/organisasjon/{local}/utloper")).await;
    assert_eq!(
        rows(&list, "Verv som går ut innen 60 dager")[0],
        ["Vakker Blomst", "Plasstillitsvalgt, for Granlia sykehjem", "Klubben ved Granlia", "21. oktober 2026"]
    );
    let list = opened(&mut officer, &format!("/organisasjon/{local}/uten-beskjed")).await;
    assert_eq!(texts(&list, ".k-empty h2"), ["Arbeidsgiveren har fått beskjed om alle"]);
    for unknown in ["annet", "no_representative", "%00"] {
        assert_eq!(officer.get(&format!("/organisasjon/{local}/{unknown}")).await.status(), 404, "{unknown}");
    }
    world.load(with(|_| {})).await;
    let list = opened(&mut officer, &format!("/organisasjon/{local}/uten-tillitsvalgt")).await;
    assert_eq!(texts(&list, ".k-empty h2"), ["Alle arbeidsplasser har en tillitsvalgt"]);
}

#[tokio::test]
async fn small_numbers_are_for_those_who_may_list_the_members() {
    let world = World::peopled().await;
    let club = format!("/organisasjon/{}", world.unit_id("C2").await);
    let mut leader = world.login("leader-b").await;
    let exact = opened(&mut leader, &club).await.text_of("dl").unwrap();
    // Rolig Bekk, Tor Tosteder and Siri Småbarn.
    assert!(exact.contains("3 medlemmer") && exact.contains("Se medlemslisten"), "{exact}");
    for who in ["dpo", "admin"] {
        let facts = opened(&mut world.login(who).await, &club).await.text_of("dl").unwrap();
        assert!(facts.contains("Færre enn 5 medlemmer") && !facts.contains("Se medlemslisten"), "{who}: {facts}");
    }
}

#[tokio::test]
async fn more_and_the_employer_lead_to_it() {
    let world = World::peopled().await;
    let club = format!("/organisasjon/{}", world.unit_id("C1").await);
    let mut ptv = world.login("ptv").await;
    let has = |page: &Answer, href: &str| page.attributes("main a", "href").iter().flatten().any(|own| own == href);
    assert!(has(&opened(&mut ptv, "/mer").await, "/organisasjon"));
    let employer = opened(&mut ptv, &format!("/arbeidsgivere/{HOME}")).await;
    assert!(has(&employer, &club));
    assert!(employer.text().contains("Tariffavtaler") && employer.text().contains("Registeret viser ikke området"));
    let other = world.unit_id("C4").await;
    assert!(employer.text().contains("Klubben i kommunen") && !has(&employer, &format!("/organisasjon/{other}")), "another local's club");
    let page = opened(&mut ptv, &club).await;
    assert!(has(&page, &format!("/arbeidsgivere/{HOME}")) && has(&page, "/medlemmer"));
}

/// A mandate is planned, begins, ends, is revoked, and goes out of the file; the same browser asks again each time.
#[tokio::test]
async fn access_follows_the_mandate_from_page_to_page() {
    let world = World::peopled().await;
    let (member, club) = (world.member_id("20").await, world.unit_id("C1").await);
    let mut client = world.login("ptv").await;
    let mut sees = async |what: &str, expected: bool| {
        let card = client.get(&format!("/medlemmer/{member}")).await;
        let list = client.get("/medlemmer").await;
        let page = client.get(&format!("/organisasjon/{club}")).await;
        let seen = [card.status() == 200, list.text().contains("Abelvik"), page.status() == 200];
        assert_eq!(seen, [expected; 3], "{what}");
        // Without any office one is led to the page that says so, and not to an error.
        assert!(expected || [&card, &list, &page].iter().all(|answer| answer.location() == Some("/uten-verv")), "{what}");
    };
    sees("from the start", true).await;
    let own = |change: fn(&mut MandateLine)| {
        with(move |mandate| {
            if mandate.id == "V1" {
                change(mandate)
            }
        })
    };
    world.load(own(|mandate| mandate.from = day("2026-09-22"))).await;
    sees("planned", false).await;
    world.load(own(|mandate| mandate.to = Some(day("2026-09-21")))).await;
    sees("its last day", true).await;
    world.load(own(|mandate| mandate.to = Some(day("2026-09-20")))).await;
    sees("over", false).await;
    world.load(own(|mandate| mandate.revoked = Some(day("2026-09-22")))).await;
    sees("revoked from tomorrow", true).await;
    world.load(own(|mandate| mandate.revoked = Some(day("2026-09-21")))).await;
    sees("revoked from today", false).await;
    world.load(own(|_| {})).await;
    sees("back", true).await;
    world.load(with(|_| {}).into_iter().filter(|line| !matches!(line, Line::Mandate(mandate) if mandate.id == "V1")).collect()).await;
    sees("gone from the file", false).await;
}

#[tokio::test]
async fn one_s_own_past_and_future_stand_on_one_s_own_page() {
    let world = World::peopled().await;
    let mut lines = with(|_| {});
    for (id, office, from, to, revoked) in [
        ("V80", Office::CLUB_BOARD, "2019-02-01", Some("2020-01-31"), None),
        ("V81", Office::CLUB_SECRETARY, "2022-02-01", Some("2027-01-31"), Some("2023-05-03")),
        ("V82", Office::CLUB_DEPUTY, "2027-02-01", None, None),
    ] {
        lines.push(Line::Mandate(MandateLine {
            id: id.to_owned(),
            member: "1".to_owned(),
            office,
            unit: "C1".to_owned(),
            workplace: None,
            from: day(from),
            to: to.map(day),
            elected: None,
            employer_notified: None,
            substitute_for: None,
            revoked: revoked.map(day),
        }));
    }
    world.load(lines).await;
    let page = opened(&mut world.login("ptv").await, "/mer/verv").await;
    let told =
        texts(&page, "ul.k-list li").into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>();
    assert_eq!(told.len(), 3, "{told:?}");
    for (item, parts) in told.iter().zip([
        ["Nestleder i klubben, Klubben ved Granlia", "Fra 1. februar 2027", "Planlagt"],
        ["Sekretær i klubben, Klubben ved Granlia", "Fra 1. februar 2022 til 31. januar 2027", "Tok slutt før tiden, 3. mai 2023"],
        ["Styremedlem i klubben, Klubben ved Granlia", "Fra 1. februar 2019 til 31. januar 2020", "Over"],
    ]) {
        assert!(parts.iter().all(|part| item.contains(part)), "{item}");
    }
    // Another's history is their own.
    assert!(!opened(&mut world.login("leader").await, "/mer/verv").await.text().contains("Verv du har hatt"));
}
