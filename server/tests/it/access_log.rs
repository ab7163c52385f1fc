//! The pages of the access log, and what the program says of it.

use crate::scene::Scene;
use crate::world::Answer;

/// What stands in the list of looks, each as "what | who".
fn looks(answer: &Answer) -> Vec<String> {
    let html = scraper::Html::parse_document(&answer.text());
    let (rows, cells) = (scraper::Selector::parse("tbody tr").unwrap(), scraper::Selector::parse("th, td").unwrap());
    let text = |cell: scraper::ElementRef<'_>| cell.text().collect::<String>().trim().to_owned();
    html.select(&rows).map(|row| row.select(&cells).take(2).map(text).collect::<Vec<_>>().join(" | ")).collect()
}

#[tokio::test]
async fn the_officer_sees_who_looked_and_is_seen_in_turn() {
    let scene = Scene::new().await;
    let mut ptv = scene.client("ptv");
    assert_eq!(ptv.get(&scene.fill("/medlemmer/{member}")).await.status(), 200);
    let mut dpo = scene.client("dpo");
    let page = dpo.get("/innsyn").await;
    assert_eq!((page.status(), page.text_of("h1").as_deref()), (200, Some("Innsynslogg")));
    let seen = looks(&page);
    assert_eq!(seen[..2], ["Leste innsynsloggen | Vaken Stjerne", "Åpnet kortet til Ada Abelvik | Vakker Blomst"], "{seen:?}");
    assert!(page.text().contains("plasstillitsvalgt i Klubben ved Granlia"));
    // By whom, about whom, and the way to the report.
    let page = dpo.get("/innsyn?av=1&om=Abelvik").await;
    assert!(
        looks(&page).iter().all(|look| look.ends_with("| Vakker Blomst")) && page.text().contains("Se hvem som har lest om Ada Abelvik")
    );
    assert!(looks(&page).contains(&"Åpnet kortet til Ada Abelvik | Vakker Blomst".to_owned()));
    let page = dpo.get("/innsyn?av=8").await;
    assert_eq!((looks(&page).len(), page.text().contains("Ingen oppslag passer")), (0, true));
    // By time: the scene's day, the day before, and a date that is none.
    assert!(!looks(&dpo.get("/innsyn?fra=21.9.2026&til=21.9.2026").await).is_empty());
    assert!(looks(&dpo.get("/innsyn?til=20.9.2026").await).is_empty());
    assert!(dpo.get("/innsyn?fra=i+g%C3%A5r").await.text().contains("Datoen ble ikke forstått"));
}

#[tokio::test]
async fn the_report_tells_the_member_who_but_not_what_the_case_is() {
    let scene = Scene::new().await;
    let mut ptv = scene.client("ptv");
    ptv.get(&scene.fill("/medlemmer/{member}")).await;
    ptv.get(&scene.fill("/saker/{case}")).await;
    let mut dpo = scene.client("dpo");
    let report = dpo.get(&scene.fill("/innsyn/{member}")).await;
    let text = report.text();
    assert_eq!((report.status(), report.text_of("h1").as_deref()), (200, Some("Hvem har lest om Ada Abelvik")));
    for told in ["Vakker Blomst", "plasstillitsvalgt i Klubben ved Granlia", "Åpnet medlemskortet", "Åpnet en sak om medlemmet"] {
        assert!(text.contains(told), "{told}");
    }
    assert!(!text.contains("Kanarifugl") && !text.contains(scene.id("case")) && !text.contains("1001"));
    let file = dpo.get(&scene.fill("/innsyn/{member}/oppslag.csv")).await;
    assert_eq!((file.status(), file.header("content-type")), (200, Some("text/csv; charset=utf-8")));
    let file = file.text();
    assert!(file.contains("\"Vakker Blomst\";\"plasstillitsvalgt i Klubben ved Granlia\";\"Åpnet medlemskortet\""), "{file}");
    assert!(!file.contains("Kanarifugl") && !file.contains("1001"));
    // Both are looks at her too.
    let report = dpo.get(&scene.fill("/innsyn/{member}")).await.text();
    assert!(report.contains("Hentet ut denne oversikten") && report.contains("Så denne oversikten"));
}

#[tokio::test]
async fn the_file_is_not_there_for_anybody_else() {
    let scene = Scene::new().await;
    for who in ["ptv", "leader", "officer", "outsider"] {
        let unknown = scene.client(who).get("/innsyn/x/y").await;
        for path in ["/innsyn/{member}/oppslag.csv", "/innsyn/{key}/oppslag.csv", "/innsyn/ikke-en-id/oppslag.csv"] {
            let answer = scene.client(who).get(&scene.fill(path)).await;
            assert_eq!((answer.status(), answer.text_of("h1")), (404, unknown.text_of("h1")), "{who} {path}");
            assert!(scene.secrets_in(&answer.text()).is_empty());
        }
    }
    assert_eq!(scene.client("dpo").get(&scene.fill("/innsyn/{key}/oppslag.csv")).await.status(), 404);
    assert_eq!(scene.client("anonymous").get(&scene.fill("/innsyn/{member}/oppslag.csv")).await.status(), 303);
    assert!(scene.client("dpo").get("/mer").await.text().contains("Se loggen"));
    assert!(!scene.client("leader").get("/mer").await.text().contains("Se loggen"));
}
