//! Links between cases, merging, and finding a case by its number, without script.

use crate::existence::fingerprint;
use crate::journeys::{add_note, add_task, errors, open_case, send, send_and_follow, step, texts, values};
use crate::world::{Answer, Client, World};

/// The representative with two cases about the same member, which have the numbers 1001 and 1002.
async fn with_two(first: &str, second: &str) -> (World, Client, String, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let one = open_case(&mut client, first, &ada, "Den første").await;
    let other = open_case(&mut client, second, &ada, "Den andre").await;
    (world, client, one, other)
}

fn said(page: &Answer) -> Option<String> {
    page.text_of("[role=status] h2")
}

/// Where the links of a page lead.
fn links(page: &Answer) -> Vec<String> {
    page.attributes("main a", "href").into_iter().flatten().collect()
}

#[tokio::test]
async fn a_number_leads_to_the_case_or_is_answered_like_none() {
    let (world, mut client, one, other) = with_two("FERIE", "YRKESSKADE").await;
    let list = client.get("/saker").await;
    assert_eq!(list.attributes("main form[role=search]", "action"), [Some("/saker/finn".to_owned())]);
    assert_eq!(list.attributes("main form[role=search] input", "name"), [Some("nummer".to_owned())]);
    for typed in ["1001", "sak+1001", "Sak+nr.+1+001", "%231001"] {
        let answer = client.get(&format!("/saker/finn?nummer={typed}")).await;
        assert_eq!((answer.status(), answer.location()), (302, Some(&*format!("/saker/{one}"))), "{typed}");
    }
    assert_eq!(client.get("/saker/finn?nummer=1002").await.location(), Some(&*format!("/saker/{other}")));
    let page = client.get("/saker/finn").await;
    assert_eq!((page.status(), page.text_of("h1").as_deref(), errors(&page).len()), (200, Some("Finn en sak"), 0));
    for (typed, wrong) in [
        ("ferie", "Saksnummer: skriv bare nummeret, for eksempel 1042"),
        ("4711", "Saksnummer: vi finner ingen sak med dette nummeret. Se om det er riktig"),
    ] {
        let page = client.get(&format!("/saker/finn?nummer={typed}")).await;
        assert_eq!((page.status(), errors(&page), values(&page, "nummer")), (200, vec![wrong.to_owned()], vec![typed.to_owned()]));
    }
    // The leader knows of the one, and not of the other, which is about health.
    let mut leader = world.login("leader").await;
    assert_eq!(leader.get("/saker/finn?nummer=1001").await.location(), Some(&*format!("/saker/{one}")));
    let like = |answer: &Answer, number: &str| {
        let (status, headers, text) = fingerprint(answer);
        (status, headers, text.replace(number, "NUMBER"))
    };
    for (who, hidden) in [("leader", "1002"), ("outsider", "1001"), ("admin", "1001"), ("dpo", "1002")] {
        let mut client = world.login(who).await;
        let there = client.get(&format!("/saker/finn?nummer={hidden}")).await;
        let nowhere = client.get("/saker/finn?nummer=4711").await;
        assert_eq!(like(&there, hidden), like(&nowhere, "4711"), "{who}");
    }
}

#[tokio::test]
async fn whoever_guesses_numbers_is_told_to_wait() {
    let (world, _, one, _) = with_two("FERIE", "YRKESSKADE").await;
    world.store.limit_misses(50);
    let mut outsider = world.login("outsider").await;
    for number in 0..50 {
        assert_eq!(outsider.get(&format!("/saker/finn?nummer={}", 4000 + number)).await.status(), 200, "{number}");
    }
    for number in ["1001", "4711"] {
        let answer = outsider.get(&format!("/saker/finn?nummer={number}")).await;
        assert_eq!((answer.status(), answer.location()), (429, None), "{number}");
        assert!(answer.header("retry-after").is_some());
    }
    assert_eq!(outsider.get(&format!("/saker/{one}")).await.status(), 429, "the same count");
    assert_eq!(world.logged("SELECT action FROM access_log WHERE action = 'stop' AND subject_kind = 'address'").await.len(), 1);
}

#[tokio::test]
async fn two_cases_are_linked_and_not_any_more() {
    let (world, mut client, one, other) = with_two("FERIE", "YRKESSKADE").await;
    let (here, there) = (format!("/saker/{one}"), format!("/saker/{other}"));
    let form = client.get(&format!("{here}/koblinger")).await;
    assert_eq!((form.text_of("h1").as_deref(), errors(&form).len()), (Some("Knytt til en annen sak"), 0));
    assert_eq!(values(&form, "chosen"), ["1002"], "the other case about the same member is offered");
    assert!(!form.text().contains("Saken er knyttet til"));
    // Nothing chosen, and then a number that no case has: what was typed stays.
    let page = send_and_follow(&mut client, "/api/links/add", &[("case", &one), ("relation", "")]).await;
    assert_eq!(errors(&page), ["Hvordan sakene henger sammen: velg ett av svarene", "Saksnummer: må fylles ut"]);
    let page = send_and_follow(&mut client, "/api/links/add", &[("case", &one), ("relation", "part"), ("number", "sak 4711")]).await;
    assert_eq!(page.text_of("title").as_deref(), Some("Feil: Knytt til en annen sak – KLAR"));
    assert_eq!((errors(&page).len(), values(&page, "number")), (1, vec!["sak 4711".to_owned()]));
    assert_eq!(page.attributes("input[name=relation][checked]", "value"), [Some("part".to_owned())]);
    assert_eq!(world.texts("SELECT CAST(count(*) AS text) FROM case_links").await, ["0"]);
    for _ in 0..2 {
        let fields = [("case", one.as_str()), ("relation", "part"), ("chosen", "1002"), ("number", "")];
        assert_eq!(send(&mut client, "/api/links/add", &fields).await, format!("{here}?koblet=1"));
    }
    let page = client.get(&format!("{here}?koblet=1")).await;
    assert_eq!(said(&page).as_deref(), Some("Sakene er knyttet sammen"));
    assert!(links(&page).contains(&there) && page.text().contains("Delsaker") && page.text().contains("Sak 1002 ble en del av denne"));
    let page = client.get(&there).await;
    assert!(links(&page).contains(&here) && page.text().contains("Hovedsak") && page.text().contains("Saken ble en del av sak 1001"));
    // The leader reads the one, and sees no trace of the other.
    let page = world.login("leader").await.get(&here).await;
    for trace in [other.as_str(), "ak 1002", "Delsak", "Saker som henger sammen"] {
        assert!(!page.text().contains(trace), "{trace}");
    }
    let form = client.get(&format!("{here}/koblinger")).await;
    assert!(form.text().contains("Saken er knyttet til") && values(&form, "chosen").is_empty());
    let fields = [("case", values(&form, "case").remove(0)), ("other", values(&form, "other").remove(0))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/links/remove", &fields).await;
    assert_eq!(said(&page).as_deref(), Some("Sakene er ikke knyttet sammen lenger"));
    assert!(page.text().contains("Saken er ikke knyttet til noen annen."));
}

#[tokio::test]
async fn a_case_is_merged_into_another_and_opened_again() {
    let (world, mut client, one, other) = with_two("FERIE", "FERIE").await;
    let (here, there) = (format!("/saker/{one}"), format!("/saker/{other}"));
    add_note(&mut client, &one, "Skrevet i den første").await;
    add_task(&mut client, &one, "Ring rektor", "24.9.2026").await;
    let page = client.get(&format!("{here}/sla-sammen")).await;
    assert!(links(&page).contains(&format!("{here}/sla-sammen?nummer=1002")), "{:?}", links(&page));
    for (typed, wrong) in [
        ("x", "Saksnummer: skriv bare nummeret, for eksempel 1042"),
        ("1001", "Saksnummer: dette er saken du står i. Skriv nummeret på den andre"),
    ] {
        let page = client.get(&format!("{here}/sla-sammen?nummer={typed}")).await;
        assert_eq!((errors(&page), values(&page, "nummer")), (vec![wrong.to_owned()], vec![typed.to_owned()]));
    }
    // What will happen is said before it does.
    let page = client.get(&format!("{here}/sla-sammen?nummer=sak+1002")).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Slå sammen med sak 1002"));
    for words in ["Ring rektor", "Sak 1001 avsluttes", "Du kan angre. Da åpner du sak 1001 igjen.", "Oppgaver som flyttes til sak 1002"] {
        assert!(page.text().contains(words), "{words}");
    }
    let fields = ["case", "version", "key", "number"].map(|name| (name, values(&page, name).remove(0)));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(send(&mut client, "/api/links/merge", &fields).await, format!("{there}?slatt-sammen=1"));
    }
    let page = client.get(&format!("{there}?slatt-sammen=1")).await;
    assert_eq!(said(&page).as_deref(), Some("Den andre saken er slått sammen med denne"));
    assert!(
        links(&page).contains(&here)
            && page.text().contains("Sammenslåtte saker")
            && texts(&page, ".k-task-title").contains(&"Ring rektor".to_owned())
    );
    // The old number leads to the old page, which shows the way first and everything that was written.
    assert_eq!(client.get("/saker/finn?nummer=1001").await.location(), Some(here.as_str()));
    let page = client.get(&here).await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Denne saken er slått sammen med sak 1002"));
    assert_eq!(page.attributes(".ds-alert a", "href").into_iter().flatten().next(), Some(there.clone()));
    assert!(page.text().contains("Skrevet i den første") && !links(&page).contains(&format!("{here}/notat")));
    assert_eq!(world.texts("SELECT status FROM cases ORDER BY number").await, ["closed", "open"]);
    // A form that was made before says that something has happened.
    let old = [("case", other.as_str()), ("version", "1"), ("key", "00000000-0000-7000-8000-000000000001"), ("number", "1001")];
    assert_eq!(send(&mut client, "/api/links/merge", &old).await, format!("{there}?sak-endret=1"));
    let closed = client.get(&format!("{there}/sla-sammen?nummer=1001")).await;
    assert_eq!(errors(&closed), ["Saksnummer: denne saken er avsluttet. Knytt dem sammen i stedet, eller åpne den igjen først"]);

    let form = client.get(&format!("{here}/gjenapne")).await;
    assert!(form.text().contains("slått sammen med sak 1002") && form.text().contains("er de to ikke slått sammen lenger"));
    let to = step(&mut client, &one, "/gjenapne", "/api/lifecycle/reopen", &[("reason", "Det var to saker")]).await;
    let page = client.get(&to).await;
    assert_eq!(said(&page).as_deref(), Some("Saken er åpnet igjen"));
    assert!(!page.text().contains("Denne saken er slått sammen"));
    assert!(client.get(&there).await.text().contains("Sak 1001 går videre for seg selv igjen"));
}
