//! Keeping somebody out of a case, without script: what the owner is told, and what is open to whoever is kept out.

use crate::journeys::{a_call, add_task, errors, open_case, send, send_all, send_and_follow, texts, values};
use crate::world::{Answer, Client, World};

const BECAUSE: &str = "Kanarifugl er part";

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

fn said(page: &Answer) -> Option<String> {
    page.text_of("[role=status] h2")
}

async fn keep_out(client: &mut Client, case: &str, whom: (&str, &str)) -> Answer {
    send_and_follow(client, "/api/participants/keep-out", &[("case", case), whom, ("reason", BECAUSE)]).await
}

/// A page without what is new on each: the numbers that were typed.
fn without(page: &Answer, number: &str) -> String {
    page.text_of("main").unwrap().replace(number, "NUMMER")
}

#[tokio::test]
async fn a_number_is_answered_alike_whoever_has_it() {
    let (world, mut client, _) = with_a_case().await;
    let ada = world.member_id("20").await;
    // Somebody elsewhere, somebody protected, and nobody. (In a case each, so that the pages can be held together.)
    let mut pages = Vec::new();
    for number in ["8", "9", "4711"] {
        let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
        let page = keep_out(&mut client, &case, ("member_number", number)).await;
        assert_eq!(said(&page).as_deref(), Some("Sperren er lagt inn, og virker nå."), "{number}");
        assert!(page.text().contains(&format!("Medlemsnummer {number}")));
        let again = keep_out(&mut client, &case, ("member_number", number)).await;
        let whole = client.get(&format!("/saker/{case}")).await;
        assert!(whole.text().contains(&format!("Medlemsnummer {number} holdes utenfor saken")));
        let numbered = whole.text_of(".k-meta").unwrap();
        let strip = |page: &Answer| without(page, number).replace(&numbered, "");
        pages.push((strip(&page), strip(&again), client.get(&format!("/saker/{case}/tilgang/utenfor")).await.text_of("main")));
        let fields = [("case", case.as_str()), ("member_number", number)];
        assert_eq!(send(&mut client, "/api/participants/let-in", &fields).await, format!("/saker/{case}/tilgang?gjort=sluppet-inn"));
    }
    let strip = |text: &str| -> String { text.split_whitespace().filter(|word| !word.chars().all(|c| c.is_ascii_digit())).collect() };
    for page in &pages[1..] {
        assert_eq!((strip(&page.0), strip(&page.1), &page.2), (strip(&pages[0].0), strip(&pages[0].1), &pages[0].2));
    }
    assert_eq!(world.rows("case_conflict_numbers").await, 0);
}

#[tokio::test]
async fn what_was_typed_stays_and_the_owner_is_not_kept_out() {
    let (_, mut client, case) = with_a_case().await;
    let own = "1";
    let page = keep_out(&mut client, &case, ("member_number", own)).await;
    assert_eq!(errors(&page), ["Medlemsnummer: dette er deg selv eller den som eier saken. Gi saken til en annen først"]);
    assert_eq!(values(&page, "member_number"), [own]);
    assert_eq!(page.text_of("textarea").as_deref(), Some(BECAUSE));
    // Those whom the case is about can be chosen, and members are found by name.
    assert!(texts(&page, "label").iter().any(|label| label.contains("Ada Abelvik")));
    let page = keep_out(&mut client, &case, ("person", "")).await;
    assert_eq!(errors(&page), ["Hvem: velg ett av svarene"]);
    let found = client.get(&format!("/saker/{case}/tilgang/utenfor?q=abelvik")).await;
    assert!(texts(&found, "label").iter().any(|label| label.contains("Ada Abelvik")));
}

#[tokio::test]
async fn the_owner_is_told_that_a_party_reads_the_case() {
    let (world, mut client, _) = with_a_case().await;
    let leader = world.member_id("2").await;
    let case = open_case(&mut client, "FERIE", &leader, "Om lederen").await;
    let mut other = world.login("leader").await;
    let page = other.get(&format!("/saker/{case}")).await;
    assert_eq!(page.status(), 200);
    assert!(!page.text().contains("som kan lese den gjennom vervet sitt"), "they keep nobody out");
    let page = client.get(&format!("/saker/{case}?ny=1")).await;
    assert!(page.text().contains("som kan lese den gjennom vervet sitt."), "{}", page.text());
    let form = format!("/saker/{case}/tilgang/utenfor");
    assert_eq!(page.attributes(&format!("main a[href='{form}']"), "href").len(), 1);
    keep_out(&mut client, &case, ("person", &leader)).await;
    assert!(!client.get(&format!("/saker/{case}")).await.text().contains("som kan lese den gjennom vervet sitt"));
    assert_eq!(other.get(&format!("/saker/{case}")).await.status(), 404);
}

#[tokio::test]
async fn nothing_of_a_meeting_opens_for_whoever_is_kept_out() {
    let (world, mut client, case) = with_a_case().await;
    let leader = world.member_id("2").await;
    let asked = [("case", case.as_str()), ("person", &*leader), ("role", "co_worker")];
    send(&mut client, "/api/participants/add", &asked).await;
    let mut call = a_call(&case, "Møtet");
    call.push(("ours[]".to_owned(), leader.clone()));
    let to = send_all(&mut client, "/api/meetings/save", &call).await;
    let meeting = to.split('?').next().unwrap().to_owned();
    let id = meeting.rsplit('/').next().unwrap().to_owned();
    send(&mut client, "/api/meetings/protocol/begin", &[("case", &case), ("meeting", &id), ("key", &crate::journeys::fresh_key())]).await;
    let mut other = world.login("leader").await;
    let addresses: Vec<String> = ["", "/innkalling", "/kalender.ics", "/referat", "/endre", "/protokoll", "/protokoll.pdf?utgave=1"]
        .iter()
        .map(|end| format!("{meeting}{end}"))
        .collect();
    let mut opened = 0;
    for address in &addresses {
        opened += usize::from(other.get(address).await.status() == 200);
    }
    assert!(opened >= 5, "what is asked for is there: {opened}");
    let named = client.get(&meeting).await.text();
    let name = world.texts("SELECT given_name || ' ' || family_name FROM members WHERE registry_key = '2'").await.remove(0);
    assert!(named.contains(&name));

    let page = keep_out(&mut client, &case, ("person", &leader)).await;
    assert_eq!(
        said(&page).as_deref(),
        Some("Sperren er lagt inn, og virker nå. De er tatt ut av møter som skal holdes. Er innkallingen sendt, må du si fra.")
    );
    for address in &addresses {
        let answer = other.get(address).await;
        assert_eq!(answer.status(), 404, "{address}");
        assert!(!answer.text().contains("Møtet"), "{address}");
    }
    for address in ["/i-dag", "/saker"] {
        assert!(!other.get(address).await.text().contains(&case), "{address}");
    }
    assert!(!client.get(&meeting).await.text().contains(&name), "called no more");
    let form = client.get(&format!("{meeting}/endre")).await;
    assert_eq!((form.status(), form.text().contains(&leader)), (200, false), "nor offered");
}

#[tokio::test]
async fn what_a_merging_does_to_those_kept_out_is_said_before_and_holds() {
    let (world, mut client, from) = with_a_case().await;
    let (ada, leader) = (world.member_id("20").await, world.member_id("2").await);
    let into = open_case(&mut client, "FERIE", &ada, "Den andre").await;
    add_task(&mut client, &from, "Kanarifugl oppgave", "").await;
    let address = format!("/saker/{from}/sla-sammen?nummer=1002");
    let sentence = "Alle som holdes utenfor sak 1001, holdes utenfor sak 1002 også.";
    assert!(!client.get(&address).await.text().contains(sentence));
    keep_out(&mut client, &from, ("person", &leader)).await;
    let mut other = world.login("leader").await;
    assert_eq!(other.get(&format!("/saker/{into}")).await.status(), 200);
    let page = client.get(&address).await;
    assert!(page.text().contains(sentence), "{}", page.text());
    let fields = ["case", "version", "key", "number"].map(|name| (name, values(&page, name).remove(0)));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(send(&mut client, "/api/links/merge", &fields).await, format!("/saker/{into}?slatt-sammen=1"));
    assert!(client.get(&format!("/saker/{into}")).await.text().contains("Kanarifugl oppgave"));
    for address in [format!("/saker/{into}"), format!("/saker/{into}/tidslinje"), format!("/saker/{into}/hele"), format!("/saker/{from}")] {
        let answer = other.get(&address).await;
        assert_eq!(answer.status(), 404, "{address}");
        assert!(!answer.text().contains("Kanarifugl"), "{address}");
    }
    let page = client.get(&format!("/saker/{into}/tilgang")).await;
    assert!(page.text().contains(BECAUSE) && page.text().contains("Sperren virker: ser ikke noe spor av saken"));
    let form = client.get(&format!("/saker/{into}/tilgang/utenfor")).await;
    assert!(form.text().contains("Saken er slått sammen med sak 1001."));
}
