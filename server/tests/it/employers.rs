//! The page of an employer, the ways to it, and what Today tells of employers.

use crate::journeys::{send_and_follow, texts};
use crate::world::{EMPLOYER, HOME, SCHOOL, SHOP, World};

#[tokio::test]
async fn the_page_says_what_it_is_who_works_there_and_who_represents_them() {
    let world = World::peopled().await;
    let mut ptv = world.login("ptv").await;
    let page = ptv.get(&format!("/arbeidsgivere/{HOME}")).await;
    assert_eq!((page.status(), page.text_of("h1").as_deref()), (200, Some("Granlia sykehjem")));
    let text = page.text();
    for part in ["310 000 027", "Granlia kommune", "Registeret viser ikke tallet", "Enhetsregisteret", "Vakker Blomst", "plasstillitsvalgt"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(page.attributes("dd a", "href").contains(&Some(format!("/arbeidsgivere/{EMPLOYER}"))));
    assert!(page.attributes("dd a", "href").contains(&Some(format!("/medlemmer?arbeidsplass={HOME}"))));
    assert!(!text.contains("Skjult Dal"), "nobody with a protected address is named");
    // The owner, of which the club has two parts: those are shown, the local next door's is not.
    let page = ptv.get(&format!("/arbeidsgivere/{EMPLOYER}")).await;
    assert_eq!(texts(&page, "table tbody tr a"), ["Granlia skole", "Granlia sykehjem"]);
    for hidden in [SHOP, "310000051", "310000094", "nonsense"] {
        assert_eq!(ptv.get(&format!("/arbeidsgivere/{hidden}")).await.status(), 404, "{hidden}");
    }
}

#[tokio::test]
async fn cards_and_lists_lead_to_it_where_it_may_be_opened() {
    let world = World::peopled().await;
    let mut ptv = world.login("ptv").await;
    let ada = ptv.get(&format!("/medlemmer/{}", world.member_id("20").await)).await;
    assert!(ada.attributes("main a", "href").contains(&Some(format!("/arbeidsgivere/{SCHOOL}"))));
    // Somebody with a second job, at a kindergarten of another club.
    let tor = ptv.get(&format!("/medlemmer/{}", world.member_id("25").await)).await;
    let links: Vec<_> = tor.attributes("main a", "href").into_iter().flatten().filter(|href| href.starts_with("/arbeidsgivere/")).collect();
    assert!(tor.text().contains("Furumo barnehage"));
    assert_eq!(links, [format!("/arbeidsgivere/{HOME}")]);
    let list = ptv.get(&format!("/medlemmer?arbeidsplass={HOME}")).await;
    assert!(list.attributes("main a", "href").contains(&Some(format!("/arbeidsgivere/{HOME}"))));
}

#[tokio::test]
async fn today_tells_of_a_bankruptcy_until_one_has_seen_it() {
    let world = World::peopled().await;
    let (mut ptv, mut leader) = (world.login("ptv").await, world.login("leader").await);
    assert!(!ptv.get("/i-dag").await.text().contains("Nytt om arbeidsgiverne"));
    let alert = world.alert_about(HOME, "konkurs").await;
    let page = ptv.get("/i-dag").await;
    let text = page.text();
    for part in [
        "Nytt om arbeidsgiverne",
        "Konkurs er registrert.",
        "lønnsgaranti",
        "Merk som sett: Konkurs: Granlia sykehjem",
        "21. september 2026",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(page.attributes("form[action='/api/employers/seen'] input", "value"), [Some(alert.clone())]);
    let outsider = world.login("outsider").await.get("/i-dag").await.text();
    assert!(!outsider.contains("Nytt om arbeidsgiverne") && !outsider.contains(&alert));
    for _ in 0..2 {
        let page = send_and_follow(&mut ptv, "/api/employers/seen", &[("alert", &alert)]).await;
        assert_eq!(page.text_of("h1").as_deref(), Some("Hei, Vakker"));
        assert!(!page.text().contains("Nytt om arbeidsgiverne"));
    }
    assert!(leader.get("/i-dag").await.text().contains("Nytt om arbeidsgiverne"), "others have not seen it");
    assert!(ptv.get(&format!("/arbeidsgivere/{HOME}")).await.text().contains("Konkurs er registrert."));
}
