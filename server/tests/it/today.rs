//! Today: what waits, and nothing else.

use crate::journeys::{add_task, open_case, send_and_follow, texts, values};
use crate::world::World;

#[tokio::test]
async fn tasks_come_by_date_with_how_near_they_are() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    for (title, due) in [
        ("Uten dato", ""),
        ("Om en måned", "21.10.2026"),
        ("I morgen", "22.9.2026"),
        ("I dag", "21.9.2026"),
        ("Over fristen", "19.9.2026"),
        ("Om en uke", "28.9.2026"),
    ] {
        add_task(&mut client, &case, title, due).await;
    }
    let page = client.get("/i-dag").await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hei, Vakker"));
    let in_order = ["Over fristen", "I dag", "I morgen", "Om en uke", "Om en måned", "Uten dato"];
    assert_eq!(texts(&page, ".k-task-title"), in_order);
    for near in ["2 dager over fristen", "I morgen", "7 dager igjen", "21. oktober 2026"] {
        assert!(page.text().contains(near), "{near}");
    }
    // Ticked off here, one stays here, and it is gone.
    let fields = ["case", "task", "version", "done", "to"].map(|name| (name, values(&page, name).remove(0)));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/tasks/tick", &fields).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hei, Vakker"));
    assert_eq!(texts(&page, ".k-task-title"), in_order[1..]);
}

#[tokio::test]
async fn ones_own_cases_come_with_the_nearest_task_first() {
    let world = World::peopled().await;
    let (mut client, ada, tor) = (world.login("ptv").await, world.member_id("20").await, world.member_id("25").await);
    let later = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    add_task(&mut client, &later, "Senere", "1.12.2026").await;
    let soon = open_case(&mut client, "PENSJON", &tor, "Tekst").await;
    add_task(&mut client, &soon, "Snart", "23.9.2026").await;
    let none = open_case(&mut client, "ANNET", &tor, "Tekst").await;
    let page = client.get("/i-dag").await;
    let links: Vec<_> = page.attributes(".k-cards a", "href").into_iter().flatten().filter(|href| href.starts_with("/saker/")).collect();
    assert_eq!(links, [&soon, &later, &none].map(|case| format!("/saker/{case}")));
    assert!(page.text().contains("Ingen oppgaver satt opp"));
    // The leader reads the case, but it is not the leader's to do.
    let page = world.login("leader").await.get("/i-dag").await;
    assert!(!page.text().contains(&soon) && page.text().contains("Ingen åpne saker"));
}

#[tokio::test]
async fn new_members_are_welcomed_by_those_who_see_them() {
    let world = World::peopled().await;
    let nora = world.member_id("24").await;
    for (who, sees) in [("ptv", true), ("narrow", true), ("officer", true), ("leader-b", false), ("outsider", false), ("board", false)] {
        let page = world.login(who).await.get("/i-dag").await;
        assert_eq!(page.text().contains(&format!("/medlemmer/{nora}")), sees, "{who}");
        assert_eq!(page.text().contains("1 ny de siste 30 dagene."), sees, "{who}");
        assert_eq!(page.text().contains("Medlem fra 10. september 2026"), sees, "{who}");
    }
}

#[tokio::test]
async fn an_office_that_gives_nothing_yet_is_told_so() {
    let world = World::peopled().await;
    let page = world.login("board").await.get("/i-dag").await;
    assert!(page.text().contains("Vervet ditt gir ikke medlemsliste eller saker ennå"));
    assert!(!page.text().contains("/saker/ny"));
}

#[tokio::test]
async fn with_nothing_to_do_it_says_so() {
    let world = World::peopled().await;
    let page = world.login("leader-b").await.get("/i-dag").await;
    assert!(page.text().contains("Ingen oppgaver venter") && page.text().contains("Ingen åpne saker"));
    assert!(page.text().contains("Du er klubbleder i Klubben ved Furumo."));
}
