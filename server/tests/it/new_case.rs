//! A new case, one question a page, without script.

use crate::journeys::{errors, fill_in, fresh_key, open_case, send, send_and_follow, texts, values};
use crate::world::World;

#[tokio::test]
async fn from_the_button_to_the_receipt() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let start = client.get("/saker/ny").await;
    let first = start.location().unwrap().to_owned();
    let draft = first.strip_prefix("/saker/ny/").and_then(|rest| rest.strip_suffix("/hva")).unwrap().to_owned();
    let page = client.get(&first).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hva gjelder saken?"));
    assert_eq!(page.text_of("title").as_deref(), Some("Hva gjelder saken? – KLAR"));
    assert!(page.text().contains("Steg 1 av 5"));

    let page = send_and_follow(&mut client, "/api/cases/new/about", &[("draft", &draft), ("member", ""), ("case_type", "FERIE")]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hvem gjelder saken?"));
    let page = client.get(&format!("/saker/ny/{draft}/hvem?q=abel")).await;
    assert_eq!(page.attributes("button[name=member]", "value"), [Some(ada.clone())]);

    let page = send_and_follow(&mut client, "/api/cases/new/who", &[("draft", &draft), ("member", &ada)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Hva skjedde, og når?"));

    let fields = [("draft", draft.as_str()), ("happened", "12/3-26"), ("description", "Fikk ikke ferie.\r\n\r\nHun spurte i mai.")];
    let page = send_and_follow(&mut client, "/api/cases/new/what", &fields).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Stemmer dette?"));
    for shown in ["Ferie", "Ada Abelvik", "12. mars 2026", "Fikk ikke ferie."] {
        assert!(page.text().contains(shown), "{shown}");
    }

    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Ferie: Ada Abelvik"));
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Saken er lagret"));
    assert_eq!(page.text_of(".k-prose").as_deref(), Some("Fikk ikke ferie. Hun spurte i mai."));
    assert!(page.text().contains("Sak 1001") && page.text().contains("Vakker Blomst (deg)"));
    assert_eq!((world.rows("cases").await, world.rows("drafts").await), (1, 0));
}

#[tokio::test]
async fn what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    let about = "/api/cases/new/about";
    let page = send_and_follow(&mut client, about, &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hva det gjelder: velg ett av svarene"]);
    assert_eq!(page.text_of("title").as_deref(), Some("Feil: Hva gjelder saken? – KLAR"));
    let page = send_and_follow(&mut client, about, &[("draft", &draft), ("case_type", "FINNES_IKKE")]).await;
    assert_eq!(errors(&page), ["Hva det gjelder: valget finnes ikke lenger. Velg på nytt"]);
    let page = send_and_follow(&mut client, "/api/cases/new/who", &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Hvem det gjelder: velg ett av svarene"]);

    let long = "å".repeat(20_001);
    let (missing_date, not_a_date) = ("Dato: må fylles ut", "Dato: skriv datoen slik: 12.3.2026");
    let (missing_text, too_long) = ("Hva skjedde: må fylles ut", "Hva skjedde: skriv kortere, høyst 20000 tegn");
    let unreadable = "Hva skjedde: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt";
    for (happened, description, wrong) in [
        ("", "", vec![missing_date, missing_text]),
        ("i går", " \u{200b} ", vec![not_a_date, missing_text]),
        ("31.2.2026", "Tekst", vec![not_a_date]),
        ("22.9.2026", "Tekst", vec!["Dato: datoen har ikke vært ennå"]),
        ("1.1.1931", "Tekst", vec!["Dato: se om årstallet er riktig"]),
        ("12.3.2026", &long, vec![too_long]),
        ("12.3.2026", "a\0b", vec![unreadable]),
        ("12.3.2026", "a\u{1b}[31mb", vec![unreadable]),
        ("\0", "Tekst", vec![not_a_date]),
        ("\"><script>", "</textarea><script>alert(1)</script> &amp; &lt;", vec![not_a_date]),
    ] {
        let fields = [("draft", draft.as_str()), ("happened", happened), ("description", description)];
        let page = send_and_follow(&mut client, "/api/cases/new/what", &fields).await;
        assert_eq!(errors(&page), wrong, "{happened:?}");
        assert_eq!(page.text_of("title").as_deref(), Some("Feil: Hva skjedde, og når? – KLAR"));
        assert_eq!(texts(&page, "script").iter().filter(|script| script.contains("alert")).count(), 0);
        // An HTML page cannot hold a NUL; everything else comes back as it was typed.
        if !happened.contains('\0') && !description.contains('\0') {
            assert_eq!(values(&page, "happened"), [happened]);
            let html = page.html();
            let area = html.select(&scraper::Selector::parse("textarea[name=description]").unwrap()).next().unwrap();
            assert_eq!(area.text().collect::<String>(), description);
        }
        for invalid in page.attributes("[aria-invalid=true]", "aria-describedby") {
            assert!(invalid.unwrap().contains("-feil"));
        }
    }
    assert_eq!(world.rows("cases").await, 0);
}

#[tokio::test]
async fn twenty_thousand_characters_are_not_too_many() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, &"å".repeat(20_000)).await;
    assert!(client.get(&format!("/saker/{case}")).await.text().contains(&"å".repeat(20_000)));
}

#[tokio::test]
async fn dates_are_read_as_people_write_them() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    for typed in ["12/3-26", "12.3.2026", " 12.03.26 ", "120326", "2026-03-12"] {
        let draft = fresh_key();
        fill_in(&mut client, &draft, "FERIE", &ada, "Tekst").await;
        let fields = [("draft", draft.as_str()), ("happened", typed), ("description", "Tekst")];
        let page = send_and_follow(&mut client, "/api/cases/new/what", &fields).await;
        assert!(page.text().contains("12. mars 2026"), "{typed}");
    }
}

#[tokio::test]
async fn going_back_keeps_everything_and_complains_of_nothing() {
    let world = World::peopled().await;
    let (mut client, ada, draft) = (world.login("ptv").await, world.member_id("20").await, fresh_key());
    fill_in(&mut client, &draft, "FERIE", &ada, "Først").await;
    let fields = [("draft", draft.as_str()), ("happened", "snart"), ("description", "Midt i en setn"), ("back", "true")];
    let page = send_and_follow(&mut client, "/api/cases/new/what", &fields).await;
    assert_eq!((page.text_of("h1").as_deref(), errors(&page).len()), (Some("Hvem gjelder saken?"), 0));
    assert!(page.text().contains("Du har valgt Ada Abelvik."));
    let page = client.get(&format!("/saker/ny/{draft}/hendelse")).await;
    assert_eq!(page.attributes("input[name=happened]", "value"), [Some("snart".to_owned())]);
    assert_eq!(page.text_of("textarea").as_deref(), Some("Midt i en setn"));
    let page = client.get(&format!("/saker/ny/{draft}/hva")).await;
    assert_eq!(page.attributes("input[name=case_type][checked]", "value"), [Some("FERIE".to_owned())]);
    // Whatever is wrong still stands in the way at the end.
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(errors(&page), ["Dato: skriv datoen slik: 12.3.2026"]);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), [Some(format!("/saker/ny/{draft}/hendelse#f-happened"))]);
    let page = client.get(&format!("/saker/ny/{draft}/hendelse")).await;
    assert_eq!(page.attributes("#f-happened", "aria-invalid"), [Some("true".to_owned())], "the link leads to the field");
    assert_eq!(world.rows("cases").await, 0);
}

#[tokio::test]
async fn what_was_begun_is_offered_another_day() {
    let world = World::peopled().await;
    let (mut client, draft) = (world.login("ptv").await, fresh_key());
    send(&mut client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "PENSJON")]).await;
    world.pass(20 * 60);
    let page = client.get("/saker/ny").await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Du har en sak du ikke er ferdig med"));
    assert!(page.attributes("main a", "href").contains(&Some(format!("/saker/ny/{draft}/hvem"))));
    assert!(page.text().contains("Fortsett: Pensjon"));
    // Nobody else is offered it, and it is encrypted where it lies.
    let other = world.login("leader").await.get("/saker/ny").await;
    assert!(other.location().is_some() && !other.text().contains(&draft));
    assert!(!world.contents().await["drafts"].concat().contains("PENSJON"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_draft_saved_twice_makes_one_case_and_both_lead_to_it() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    for round in 1..=8 {
        let draft = fresh_key();
        fill_in(&mut client, &draft, "FERIE", &ada, "Tekst").await;
        let save = |mut client: crate::world::Client| {
            let draft = draft.clone();
            tokio::spawn(async move { send(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await })
        };
        let sent: Vec<_> = (0..5).map(|_| save(client.clone())).collect();
        let mut led = Vec::new();
        for one in sent {
            led.push(one.await.unwrap());
        }
        led.push(save(client.clone()).await.unwrap());
        assert!(led[0].ends_with("?ny=1") && led.iter().all(|to| *to == led[0]), "{led:?}");
        assert_eq!((world.rows("cases").await, world.rows("case_events").await, world.rows("drafts").await), (round, round, 0));
    }
}

#[tokio::test]
async fn the_receipt_says_who_reads_a_case_and_who_knows_of_it() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let next = "Skriv opp det første du skal gjøre.";
    let general = [
        "De som jobber med saken, kan lese den. Det kan også den som er klubbleder.",
        "Den som er nestleder i klubben, hovedtillitsvalgt, fellestillitsvalgt, leder i fagforeningen, nestleder i fagforeningen, \
         leder i fylkeskretsen eller leder i forbundet, ser at saken finnes, men ikke hva som står i den.",
        next,
    ];
    let health = ["Bare de som jobber med saken, kan lese den.", "Ingen andre ser at den finnes.", next];
    for (kind, words) in [("YRKESSKADE", health), ("FERIE", general)] {
        let case = open_case(&mut client, kind, &ada, "Tekst").await;
        let page = client.get(&format!("/saker/{case}?ny=1")).await;
        assert_eq!(crate::journeys::texts(&page, "[role=status] p"), words, "{kind}");
    }
}

#[tokio::test]
async fn a_key_that_is_none_is_not_found_and_nothing_is_kept() {
    let world = World::peopled().await;
    let mut client = world.login("ptv").await;
    for step in ["about", "who", "what", "save"] {
        let answer = client.post_form(&format!("/api/cases/new/{step}"), &[("draft", "ikke-en-nokkel")]).await;
        assert_eq!(answer.status(), 404, "{step}");
        // A field is missing altogether: a form of ours never does that.
        let answer = client.post_form(&format!("/api/cases/new/{step}"), &[]).await;
        assert_eq!((answer.status(), answer.text_of("h1").as_deref()), (422, Some("Dette kunne vi ikke ta imot")), "{step}");
    }
    assert_eq!(world.rows("drafts").await, 0);
}

/// The links of the message about cases that may be the same.
fn alike(page: &crate::world::Answer) -> Vec<Option<String>> {
    page.attributes(".ds-alert a", "href")
}

#[tokio::test]
async fn a_case_that_may_be_the_same_is_shown_before_another_is_made_and_stops_nobody() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let (ferie, lonn) =
        (open_case(&mut client, "FERIE", &ada, "Fikk ikke ferie").await, open_case(&mut client, "LONN_FEIL", &ada, "Trekk").await);
    let draft = fresh_key();
    send(&mut client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "FERIE")]).await;
    let page = send_and_follow(&mut client, "/api/cases/new/who", &[("draft", &draft), ("member", &ada)]).await;
    let both = [Some(format!("/saker/{ferie}")), Some(format!("/saker/{lonn}"))];
    assert_eq!(alike(&page), both, "the same type first");
    fill_in(&mut client, &draft, "FERIE", &ada, "Fikk fremdeles ikke ferie").await;
    let page = client.get(&format!("/saker/ny/{draft}/sjekk")).await;
    assert_eq!((alike(&page), page.text_of(".ds-alert h2").as_deref()), (both.to_vec(), Some("Er saken laget allerede?")));
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Saken er lagret"));
}

#[tokio::test]
async fn of_cases_that_may_be_the_same_only_those_are_shown_that_one_may_read() {
    let world = World::peopled().await;
    let ada = world.member_id("20").await;
    let mut owner = world.login("ptv").await;
    let (general, health) = (open_case(&mut owner, "FERIE", &ada, "Ferie").await, open_case(&mut owner, "YRKESSKADE", &ada, "Skade").await);
    let mut leader = world.login("leader").await;
    let draft = fresh_key();
    fill_in(&mut leader, &draft, "YRKESSKADE", &ada, "Meldt av lederen").await;
    let page = leader.get(&format!("/saker/ny/{draft}/sjekk")).await;
    assert_eq!(alike(&page), [Some(format!("/saker/{general}"))]);
    assert!(!page.text().contains(&health));
    let looks = world.logged("SELECT action || ' ' || subject_kind FROM access_log ORDER BY seq").await;
    assert_eq!(looks.last().map(String::as_str), Some("open member"));
}

#[tokio::test]
async fn what_happened_before_the_member_joined_is_said_and_stops_nobody() {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    world.run("UPDATE members SET joined_on = '2026-03-13' WHERE registry_key = '20'").await;
    let draft = fresh_key();
    fill_in(&mut client, &draft, "FERIE", &ada, "Før innmeldingen").await;
    let page = client.get(&format!("/saker/ny/{draft}/sjekk")).await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Det skjedde før innmeldingen"));
    assert!(
        page.text_of(".ds-alert").is_some_and(|said| said.contains("medlem siden 13. mars 2026") && said.contains("skjedde 12. mars 2026"))
    );
    world.run("UPDATE members SET joined_on = '2026-03-12' WHERE registry_key = '20'").await;
    assert_eq!(client.get(&format!("/saker/ny/{draft}/sjekk")).await.text_of(".ds-alert h2"), None);
    let page = send_and_follow(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Saken er lagret"));
}
