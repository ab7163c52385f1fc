//! The case list: who sees which, and how it is narrowed.

use crate::journeys::{open_case, texts};
use crate::world::{Answer, Client, World};

fn shown(page: &Answer) -> Vec<String> {
    let links = page.attributes(".k-cards a", "href").into_iter().flatten();
    links.filter_map(|href| href.strip_prefix("/saker/").map(str::to_owned)).collect()
}

async fn list(client: &mut Client, query: &str) -> (String, Vec<String>) {
    let page = client.get(&format!("/saker{query}")).await;
    assert_eq!(page.status(), 200, "{query}");
    (page.text(), shown(&page))
}

#[tokio::test]
async fn filters_narrow_it_and_are_taken_away_one_by_one() {
    let world = World::peopled().await;
    let (mut ptv, mut leader, ada) = (world.login("ptv").await, world.login("leader").await, world.member_id("20").await);
    let mut made = Vec::new();
    for (leads, kind) in [(false, "FERIE"), (false, "YRKESSKADE"), (true, "FERIE"), (true, "PENSJON")] {
        world.pass(60);
        made.push(open_case(if leads { &mut leader } else { &mut ptv }, kind, &ada, "Tekst").await);
    }
    let [holiday, injury, leaders, pension] = made.try_into().unwrap();
    // The latest change first; the leader sees the club's, but not the one about health.
    assert_eq!(list(&mut ptv, "").await.1, [&injury, &holiday].map(Clone::clone));
    assert_eq!(list(&mut leader, "").await.1, [&pension, &leaders, &holiday].map(Clone::clone));
    let (text, found) = list(&mut leader, "?eier=meg").await;
    assert_eq!(found, [&pension, &leaders].map(Clone::clone));
    assert!(text.contains("2 saker"));
    assert_eq!(list(&mut leader, "?type=FERIE").await.1, [&leaders, &holiday].map(Clone::clone));
    let (text, found) = list(&mut leader, "?eier=meg&status=open&type=FERIE").await;
    assert_eq!(found, std::slice::from_ref(&leaders));
    assert!(text.contains("1 sak"));
    // Each chip leads to the same without itself.
    let page = leader.get("/saker?eier=meg&status=open&type=FERIE").await;
    let links: Vec<_> = page.attributes("main a", "href").into_iter().flatten().collect();
    for without in ["/saker?status=open&type=FERIE", "/saker?eier=meg&type=FERIE", "/saker?eier=meg&status=open", "/saker"] {
        assert!(links.iter().any(|link| link == without), "{without}: {links:?}");
    }
    let (text, found) = list(&mut leader, "?status=closed").await;
    assert!(found.is_empty() && text.contains("Ingen saker passer med det du har valgt"));
    // What is no choice narrows nothing.
    assert_eq!(list(&mut leader, "?status=%00&type='&eier=alle&etter=x").await.1.len(), 3);
    let (text, found) = list(&mut world.login("leader-b").await, "").await;
    assert!(found.is_empty() && text.contains("Ingen saker ennå"));
}

#[tokio::test]
async fn more_than_a_page_is_paged_through_without_gaps() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let mut made = Vec::new();
    for n in 0..33 {
        // Three at a time at the very same instant: the id decides.
        world.pass(if n % 3 == 0 { 1 } else { 0 });
        made.push(open_case(&mut client, "FERIE", &ada, "Tekst").await);
    }
    let first = client.get("/saker?eier=meg").await;
    assert_eq!((shown(&first).len(), first.text().contains("33 saker")), (30, true));
    let next = first.attributes("nav.k-pager a[rel=next]", "href").remove(0).unwrap();
    assert!(next.starts_with("/saker?eier=meg&etter="), "{next}");
    let second = client.get(&next).await;
    assert!(second.text().contains("33 saker"), "the count is of all pages");
    assert_eq!(texts(&second, "nav.k-pager a[rel=next]").len(), 0);
    assert_eq!(second.attributes("nav.k-pager a[rel=prev]", "href"), [Some("/saker?eier=meg".to_owned())]);
    let mut all = [shown(&first), shown(&second)].concat();
    all.sort_unstable();
    made.sort_unstable();
    assert_eq!(all, made);
}
