//! The case list: who sees which, and how it is narrowed.

use crate::journeys::{add_task, errors, fresh_key, open_case, send, send_and_follow, texts, values};
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

/// A representative with three cases, with and without dates, and the leader, who has one.
async fn with_cases() -> (World, Client, Client, [String; 4]) {
    let world = World::peopled().await;
    let (mut ptv, mut leader, ada) = (world.login("ptv").await, world.login("leader").await, world.member_id("20").await);
    let mut made = Vec::new();
    for (leads, kind, due) in
        [(false, "FERIE", ""), (false, "YRKESSKADE", "25.9.2026"), (true, "FERIE", "24.9.2026"), (false, "PENSJON", "26.9.2026")]
    {
        world.pass(60);
        let client = if leads { &mut leader } else { &mut ptv };
        let case = open_case(client, kind, &ada, "Tekst").await;
        add_task(client, &case, &format!("Oppgave om {kind}"), due).await;
        made.push(case);
    }
    (world, ptv, leader, made.try_into().unwrap())
}

#[tokio::test]
async fn it_is_sorted_by_the_nearest_date_of_what_may_be_read() {
    let (world, mut ptv, mut leader, [holiday, injury, leaders, pension]) = with_cases().await;
    assert_eq!(list(&mut ptv, "?sorter=dato").await.1, [&injury, &pension, &holiday].map(Clone::clone));
    let (text, found) = list(&mut leader, "?sorter=dato").await;
    assert_eq!(found, [&leaders, &pension, &holiday].map(Clone::clone));
    assert!(text.contains("3 saker") && text.contains("Etter dato ser du bare saker du kan lese."));
    // Ticked off, the next date counts; with none left, it stands last.
    let page = ptv.get(&format!("/saker/{injury}")).await;
    let task = values(&page, "task").remove(0);
    send(&mut ptv, "/api/tasks/tick", &[("case", &injury), ("task", &task), ("version", "1"), ("done", "true")]).await;
    assert_eq!(list(&mut ptv, "?sorter=dato").await.1[0], pension);
    // One who only knows of a case learns nothing of its dates, not even by its place.
    let mut officer = world.login("officer").await;
    let known = list(&mut officer, "").await.1;
    assert!(known.contains(&pension) && list(&mut officer, "?sorter=dato").await.1.is_empty(), "{known:?}");
}

#[tokio::test]
async fn whose_cases_are_shown_is_chosen_in_the_address() {
    let (world, mut ptv, mut leader, [holiday, injury, leaders, pension]) = with_cases().await;
    let me = world.member_id("2").await;
    world.insert_pair("case_participants", ["case_id", "person_id"], [&injury, &me]).await;
    assert_eq!(list(&mut leader, "?eier=deltar").await.1, std::slice::from_ref(&injury));
    assert_eq!(list(&mut leader, "?eier=meg").await.1, std::slice::from_ref(&leaders));
    let (text, found) = list(&mut leader, "?eier=klubb").await;
    assert_eq!((found.len(), text.contains("4 saker")), (4, true));
    assert!([&holiday, &injury, &leaders, &pension].iter().all(|case| found.contains(case)));
    let (text, found) = list(&mut ptv, "?eier=deltar").await;
    assert!(found.is_empty() && text.contains("Ingen saker passer med det du har valgt"));
}

#[tokio::test]
async fn a_filter_is_saved_under_a_name_found_again_and_thrown_away() {
    let (world, mut ptv, mut leader, _) = with_cases().await;
    let page = ptv.get("/saker?status=open&eier=meg&sorter=dato").await;
    let link = page.attributes("main a", "href").into_iter().flatten().find(|href| href.starts_with("/saker/utvalg")).unwrap();
    assert_eq!(link, "/saker/utvalg?eier=meg&status=open&sorter=dato");
    let form = ptv.get(&link).await;
    assert!(form.text().contains("Mine; Åpen; Nærmeste dato først"));
    let (key, narrowing) = (values(&form, "key").remove(0), values(&form, "narrowing").remove(0));
    let fields = |name| [("key", &*key), ("narrowing", &*narrowing), ("name", name)];
    let page = send_and_follow(&mut ptv, "/api/cases/segments/save", &fields(" ")).await;
    assert_eq!(errors(&page), ["Navn på utvalget: må fylles ut"]);
    for _ in 0..2 {
        let page = send_and_follow(&mut ptv, "/api/cases/segments/save", &fields("Mine <b>nå</b>")).await;
        assert_eq!(texts(&page, ".k-line a"), ["Mine <b>nå</b>"]);
    }
    let other = [("key", &*fresh_key()), ("narrowing", "eier=meg"), ("name", "MINE <B>NÅ</B>")];
    let page = send_and_follow(&mut ptv, "/api/cases/segments/save", &other).await;
    assert_eq!(errors(&page), ["Navn på utvalget: du har et annet utvalg som heter dette"]);
    assert_eq!((world.rows("case_segments").await, world.rows("drafts").await), (1, 1));
    let page = ptv.get("/saker").await;
    assert!(page.attributes("main a", "href").into_iter().flatten().any(|href| href == "/saker?eier=meg&status=open&sorter=dato"));
    // Nobody else's, and gone with one click or two.
    assert!(!leader.get("/saker").await.text().contains("Utvalg du har lagret"));
    let id = world.id("SELECT id FROM case_segments").await;
    send(&mut leader, "/api/cases/segments/remove", &[("id", &id)]).await;
    assert_eq!(world.rows("case_segments").await, 1);
    for _ in 0..2 {
        let page = send_and_follow(&mut ptv, "/api/cases/segments/remove", &[("id", &id)]).await;
        assert!(page.text().contains("Utvalget er slettet."));
    }
    assert_eq!(world.rows("case_segments").await, 0);
}

#[tokio::test]
async fn several_cases_are_given_the_same_task_and_those_refused_are_named() {
    let (world, mut ptv, mut leader, [holiday, injury, leaders, pension]) = with_cases().await;
    let page = leader.get("/saker/felles-oppgave").await;
    let boxes: Vec<_> = page.attributes("input[name='cases[]']", "value").into_iter().flatten().collect();
    // What the leader reads; the one about health is not there.
    assert_eq!(boxes, [&pension, &leaders, &holiday].map(Clone::clone));
    let key = values(&page, "key").remove(0);
    let empty = [("key", &*key), ("title", "Ring alle"), ("due", "30.9.2026")];
    let page = send_and_follow(&mut leader, "/api/cases/many/add", &empty).await;
    assert_eq!((errors(&page), values(&page, "title")), (vec!["Saker: velg minst én sak".to_owned()], vec!["Ring alle".to_owned()]));
    let wrong = [("key", &*key), ("cases[]", &*leaders), ("title", ""), ("due", "snart")];
    let page = send_and_follow(&mut leader, "/api/cases/many/add", &wrong).await;
    assert_eq!(errors(&page), ["Oppgave: må fylles ut", "Dato: skriv datoen slik: 12.3.2026"]);
    assert_eq!(page.attributes("input[name='cases[]'][checked]", "value"), [Some(leaders.clone())]);
    let before = (world.rows("tasks").await, world.contents().await);
    let gone = fresh_key();
    let all = [
        ("key", &*key),
        ("cases[]", &*holiday),
        ("cases[]", &*injury),
        ("cases[]", &*leaders),
        ("cases[]", &*gone),
        ("cases[]", &*leaders),
        ("title", "Ring alle"),
        ("due", "30.9.2026"),
    ];
    for _ in 0..2 {
        let page = send_and_follow(&mut leader, "/api/cases/many/add", &all).await;
        assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("1 sak har fått oppgaven"));
        let told = page.text_of("[role=status]").unwrap();
        // The one that is read and not written in, by number; the hidden one and the one that never was, alike.
        assert!(told.contains("Sak 1001: du jobber ikke med saken, og kan ikke skrive i den."), "{told}");
        assert!(told.contains("2 av dem du valgte, finnes ikke for deg lenger.") && !told.contains("1002"), "{told}");
        assert_eq!(world.rows("tasks").await, before.0 + 1);
    }
    let after = world.contents().await;
    for table in ["notes", "case_participants", "case_segments"] {
        assert_eq!(after[table], before.1[table], "{table}");
    }
    assert!(leader.get(&format!("/saker/{leaders}")).await.text().contains("Ny oppgave: Ring alle"));
    for case in [&holiday, &injury] {
        assert!(!ptv.get(&format!("/saker/{case}")).await.text().contains("Ring alle"));
    }
    // The representative gives all three one, at once; the same key of somebody else is another.
    let mine = [("key", &*key), ("cases[]", &*holiday), ("cases[]", &*injury), ("cases[]", &*pension), ("title", "Felles")];
    let page = send_and_follow(&mut ptv, "/api/cases/many/add", &mine).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("3 saker har fått oppgaven"));
    assert_eq!(world.rows("tasks").await, before.0 + 4);
}

/// INP-14 and what a file of cases may hold.
#[tokio::test]
async fn the_list_is_taken_out_as_a_file_with_a_purpose() {
    let (world, mut ptv, mut leader, [holiday, ..]) = with_cases().await;
    add_task(&mut ptv, &holiday, "=HYPERLINK(\"https://evil.example\")", "23.9.2026").await;
    let page = leader.get("/saker?type=FERIE").await;
    let link = page.attributes("main a", "href").into_iter().flatten().find(|href| href.starts_with("/saker/fil")).unwrap();
    assert_eq!(link, "/saker/fil?type=FERIE");
    assert!(leader.get(&link).await.text().contains("2 saker"));
    let refused = [("narrowing", "type=FERIE"), ("purpose", ""), ("why", "x"), ("kind", "csv")];
    let answer = leader.post_form("/saker/fil/hent", &refused).await;
    assert_eq!((answer.status(), answer.location()), (302, Some("/saker/fil?type=FERIE")));
    let page = leader.get("/saker/fil?type=FERIE").await;
    assert_eq!(errors(&page), ["Formål: velg ett av svarene", "Hva skal filen brukes til?: skriv litt mer"]);
    let fields = |kind| [("narrowing", "type=FERIE"), ("purpose", "follow_up"), ("why", "Gjennomgang i styret"), ("kind", kind)];
    let file = leader.post_form("/saker/fil/hent", &fields("csv")).await;
    assert_eq!((file.status(), file.header("cache-control")), (200, Some("no-store")));
    assert!(file.header("content-disposition").unwrap().contains("filename=\"saker-2026-09-21.csv\""));
    let text = file.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 7, "{text}");
    assert!(lines[0].contains("Hentet ut av Klok Fjord (klubbleder i Klubben ved Granlia) 21. september 2026"), "{text}");
    assert!(lines[1].contains("Oppfølging av medlemmer. Gjennomgang i styret") && lines[2].contains("2 saker. Utvalg: Ferie."), "{text}");
    assert!(lines[4].starts_with("\"Sak\";\"Hva det gjelder\";\"Gjelder\""), "{text}");
    assert!(text.contains("\"1003\";\"Ferie\";\"Ada Abelvik\";\"Åpen\";\"Klok Fjord\";\"Oppgave om FERIE\";\"2026-09-24\""), "{text}");
    assert!(text.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\""), "a formula is text: {text}");
    assert!(!text.contains("YRKESSKADE") && !text.contains("1002"));
    assert_eq!(world.rows("drafts").await, 0);
    let book = leader.post_form("/saker/fil/hent", &fields("xlsx")).await;
    assert!(book.status() == 200 && book.bytes().starts_with(b"PK"));
    assert_eq!(world.logged("SELECT action || ' ' || subject_kind FROM access_log WHERE action = 'export'").await, ["export case_list"; 2]);
    // One who only knows of a case gets the row of the list, and nothing that is in it.
    let mut officer = world.login("officer").await;
    let text = officer.post_form("/saker/fil/hent", &fields("csv")).await.text();
    assert!(text.contains("\"1001\";\"Ferie\";\"\";\"Åpen\";\"Vakker Blomst\";\"Du ser ikke innholdet\";\"\""), "{text}");
    assert!(!text.contains("Abelvik") && !text.contains("HYPERLINK") && !text.contains("2026-09-23"), "{text}");
}
