//! Cases about several members and about everybody at a place, without script.

use crate::journeys::{answer_questions, errors, fresh_key, open_case, open_group, send, send_and_follow, tell_and_save, texts};
use crate::world::{Answer, Client, World};

const ABOUT: &str = "/api/cases/new/about";
const KIND: &str = "/api/cases/new/kind";
const MEMBERS: &str = "/api/cases/new/members";
const PLACE: &str = "/api/cases/new/place";

/// A new case of this type and kind; the page that asks who.
async fn begin(client: &mut Client, draft: &str, case_type: &str, kind: &str) -> Answer {
    send(client, ABOUT, &[("draft", draft), ("case_type", case_type)]).await;
    send_and_follow(client, KIND, &[("draft", draft), ("kind", kind)]).await
}

async fn add(client: &mut Client, draft: &str, member: &str) -> Answer {
    send_and_follow(client, MEMBERS, &[("draft", draft), ("add", member)]).await
}

fn kinds(page: &Answer) -> Vec<String> {
    page.attributes("button[name=kind]", "value").into_iter().flatten().collect()
}

#[tokio::test]
async fn several_are_chosen_one_at_a_time_and_each_can_be_taken_out() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    let (ada, nora) = (world.member_id("20").await, world.member_id("24").await);
    let page = send_and_follow(&mut client, ABOUT, &[("draft", &draft), ("case_type", "FERIE")]).await;
    assert_eq!((page.text_of("h1").as_deref(), kinds(&page)), (Some("Hvem gjelder saken?"), vec!["group".to_owned()]));
    assert!(page.text().contains("Saken gjelder flere medlemmer") && page.text().contains("Steg 2 av 5"));

    let page = send_and_follow(&mut client, KIND, &[("draft", &draft), ("kind", "group")]).await;
    assert_eq!((page.text_of("h1").as_deref(), kinds(&page)), (Some("Hvem gjelder saken?"), vec!["individual".to_owned()]));
    let page = send_and_follow(&mut client, MEMBERS, &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvem det gjelder: velg ett av svarene"]);
    let page = client.get(&format!("/saker/ny/{draft}/hvem?q=abel")).await;
    assert_eq!(page.attributes("button[name=add]", "value"), [Some(ada.clone())]);

    let page = add(&mut client, &draft, &ada).await;
    assert!(page.text().contains("Valgt: 1 av høyst 50") && page.text().contains("Legg til minst én til."));
    assert_eq!(page.attributes("button[name=remove]", "value"), [Some(ada.clone())]);
    assert!(!page.attributes("button[name=add]", "value").contains(&Some(ada.clone())), "once is enough");
    let page = send_and_follow(&mut client, MEMBERS, &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvem det gjelder: velg minst to medlemmer, eller velg at saken gjelder ett medlem"]);
    add(&mut client, &draft, &nora).await;
    send(&mut client, MEMBERS, &[("draft", &draft), ("remove", &ada)]).await;
    let page = add(&mut client, &draft, &ada).await;
    assert!(page.text().contains("Fortsett med 2 medlemmer"));
    assert_eq!(page.attributes("button[name=remove]", "value"), [Some(nora), Some(ada)]);

    let page = send_and_follow(&mut client, MEMBERS, &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hva skjedde, og når?"));
    let fields = [("draft", draft.as_str()), ("happened", "12.3.2026"), ("description", "To fikk nei")];
    let to = send(&mut client, "/api/cases/new/what", &fields).await;
    answer_questions(&mut client, &draft, to, "Tekst").await;
    let page = client.get(&format!("/saker/ny/{draft}/sjekk")).await;
    assert!(page.text().contains("Nora Nyhus, Ada Abelvik"));
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Ferie: Ada Abelvik, Nora Nyhus"));
    assert_eq!((world.rows("cases").await, world.rows("case_parties").await, world.rows("drafts").await), (1, 2, 0));
    assert!(client.get("/saker").await.text().contains("Ferie: Ada Abelvik, Nora Nyhus"));
}

#[tokio::test]
async fn who_may_not_be_chosen_is_answered_like_nobody_and_all_share_a_club() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    begin(&mut client, &draft, "FERIE", "group").await;
    let mut answers = Vec::new();
    // In another club; protected; nobody at all.
    for member in [world.member_id("29").await, world.member_id("9").await, fresh_key(), "x".to_owned()] {
        let page = add(&mut client, &draft, &member).await;
        assert_eq!(errors(&page), ["Hvem det gjelder: valget finnes ikke lenger. Velg på nytt"]);
        assert!(page.attributes("button[name=remove]", "value").is_empty());
        answers.push(crate::existence::fingerprint(&page));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    // Whoever leaves the scope meanwhile is taken out, and that is said once.
    let (ada, nora) = (world.member_id("20").await, world.member_id("24").await);
    for member in [&ada, &nora, &world.member_id("30").await] {
        add(&mut client, &draft, member).await;
    }
    world.run("UPDATE club_members SET to_date = '2026-09-01' WHERE member_id = (SELECT id FROM members WHERE registry_key = '24')").await;
    let page = send_and_follow(&mut client, MEMBERS, &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvem det gjelder: valget finnes ikke lenger. Velg på nytt"]);
    assert!(page.text().contains("Fortsett med 2 medlemmer"));
    let page = send_and_follow(&mut client, MEMBERS, &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hva skjedde, og når?"));
}

#[tokio::test]
async fn a_case_about_everybody_names_a_club_or_a_workplace() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    let page = begin(&mut client, &draft, "ANNET", "collective").await;
    assert_eq!(kinds(&page), ["individual", "group"]);
    let names = texts(&page, "main label");
    for place in ["Klubben ved Granlia", "Granlia skole", "Granlia sykehjem"] {
        assert!(names.iter().any(|name| name.contains(place)), "{names:?}");
    }
    let places: Vec<String> = page.attributes("input[name=case_place]", "value").into_iter().flatten().collect();
    assert_eq!(places.len(), 3);
    let page = client.get(&format!("/saker/ny/{draft}/hvem?q=skole")).await;
    assert_eq!(page.attributes("input[name=case_place]", "value"), [Some(places[1].clone())]);
    let page = send_and_follow(&mut client, PLACE, &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvor: velg ett av svarene"]);
    let elsewhere = world.unit_id("C3").await;
    for wrong in [elsewhere.as_str(), "x"] {
        let page = send_and_follow(&mut client, PLACE, &[("draft", &draft), ("case_place", wrong)]).await;
        assert_eq!(errors(&page), ["Hvor: valget finnes ikke lenger. Velg på nytt"], "{wrong}");
        assert!(!page.text().contains("Fjordheim"));
    }
    send(&mut client, PLACE, &[("draft", &draft), ("case_place", &places[1])]).await;
    let case = tell_and_save(&mut client, &draft, "Ny turnus for alle").await;
    let page = client.get(&format!("/saker/{case}")).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Annet: alle på Granlia skole"));
    assert_eq!((world.rows("cases").await, world.rows("case_parties").await), (1, 0));
    assert!(client.get("/saker").await.text().contains("alle på Granlia skole"));
    // Another like it is shown before it is made, to those who read the first.
    let other = fresh_key();
    begin(&mut client, &other, "ANNET", "collective").await;
    let page = send_and_follow(&mut client, PLACE, &[("draft", &other), ("case_place", &places[0])]).await;
    assert_eq!(page.attributes(".ds-alert a", "href"), [Some(format!("/saker/{case}"))]);
    assert!(page.text().contains("Det finnes saker her fra før"));
}

#[tokio::test]
async fn a_type_about_one_asks_as_before() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    let page = begin(&mut client, &draft, "OPPSIGELSE", "group").await;
    assert_eq!(kinds(&page), Vec::<String>::new());
    assert!(!page.attributes("button[name=member]", "value").is_empty());
}

#[tokio::test]
async fn whom_a_case_is_about_can_be_changed_on_its_page() {
    let world = World::peopled().await;
    let (mut client, mut leader) = (world.login("ptv").await, world.login("leader").await);
    let (ada, nora) = (world.member_id("20").await, world.member_id("24").await);
    let case = open_group(&mut client, "FERIE", &[&ada, &nora], "To").await;
    let at = format!("/saker/{case}/medlemmer");
    assert!(client.get(&format!("/saker/{case}")).await.attributes("main a", "href").contains(&Some(at.clone())));
    assert!(!leader.get(&format!("/saker/{case}")).await.text().contains("Legg til eller ta ut medlemmer"));
    let page = client.get(&at).await;
    assert!(page.text().contains("Ta ut Ada Abelvik") && page.text().contains("Legg til "));

    let page = send_and_follow(&mut client, "/api/cases/parties/remove", &[("case", &case), ("member", &nora)]).await;
    assert!(!page.text().contains("Ta ut "), "the last one stays");
    let page = send_and_follow(&mut client, "/api/cases/parties/remove", &[("case", &case), ("member", &ada)]).await;
    assert_eq!(errors(&page), ["Hvem det gjelder: saken må gjelde noen. Legg til en annen før du tar ut den siste"]);
    // In another club; protected; nobody at all: all are answered alike.
    let mut answers = Vec::new();
    for member in [world.member_id("29").await, world.member_id("9").await, fresh_key(), "x".to_owned()] {
        let page = send_and_follow(&mut client, "/api/cases/parties/add", &[("case", &case), ("member", &member)]).await;
        assert_eq!(errors(&page), ["Hvem det gjelder: valget finnes ikke lenger. Velg på nytt"]);
        answers.push(crate::existence::fingerprint(&page));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    // Nor is anything said of somebody it is not about.
    for member in [world.member_id("9").await, fresh_key()] {
        let page = send_and_follow(&mut client, "/api/cases/parties/remove", &[("case", &case), ("member", &member)]).await;
        assert_eq!(errors(&page), Vec::<String>::new());
    }
    let page = send_and_follow(&mut client, "/api/cases/parties/add", &[("case", &case), ("member", &nora)]).await;
    assert_eq!(errors(&page), Vec::<String>::new());
    let page = client.get(&format!("/saker/{case}")).await;
    assert!(page.text().contains("Saken gjelder også Nora Nyhus") && page.text().contains("Saken gjelder ikke Nora Nyhus lenger"));
}

#[tokio::test]
async fn how_earlier_cases_ended_stands_on_the_last_page_and_nothing_when_nothing_is_known() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    for _ in 0..3 {
        open_case(&mut client, "FERIE", &ada, "Ferie").await;
    }
    let draft = fresh_key();
    crate::journeys::fill_in(&mut client, &draft, "FERIE", &ada, "Igjen").await;
    let check = format!("/saker/ny/{draft}/sjekk");
    assert!(!client.get(&check).await.text().contains("Slik endte"));
    world.run("UPDATE cases SET status = 'closed', outcome = 'ENIGE', closed_on = '2026-09-01'").await;
    let page = client.get(&check).await;
    assert!(page.text().contains("Slik endte 3 tidligere saker av denne typen som du har hatt her"));
    let mut leader = world.login("leader").await;
    let draft = fresh_key();
    crate::journeys::fill_in(&mut leader, &draft, "FERIE", &ada, "Igjen").await;
    let check = format!("/saker/ny/{draft}/sjekk");
    assert!(!leader.get(&check).await.text().contains("Slik endte"), "three are too few for others to be told");
}
