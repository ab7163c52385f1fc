//! Meetings and protocols, as a browser without script uses them.

use crate::journeys::{a_call, errors, meet, open_case, send, send_all, send_and_follow, texts, values};
use crate::world::{Answer, Client, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
    (world, client, case)
}

/// The same fields with others in the places of some.
fn but(fields: &[(String, String)], others: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = fields.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name)).cloned();
    kept.chain(others.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
}

fn status(page: &Answer) -> Option<String> {
    page.text_of("[role=status] h2")
}

#[tokio::test]
async fn a_meeting_goes_from_the_call_to_a_protocol_signed_by_both() {
    let (world, mut client, case) = with_a_case().await;
    crate::journeys::add_task(&mut client, &case, "Be om turnusplanen", "").await;
    // The agenda is suggested from what is open; what was typed stays.
    let form = client.get(&format!("/saker/{case}/moter/nytt")).await;
    assert_eq!(form.text_of("h1").as_deref(), Some("Kall inn til møte"));
    let call = but(&a_call(&case, "Møtet"), &[("key", &values(&form, "key").remove(0))]);
    let suggested = send_all(&mut client, "/api/meetings/save", &but(&call, &[("go", "suggest")])).await;
    let form = client.get(&suggested).await;
    assert_eq!((form.text_of("textarea").as_deref(), errors(&form).len()), (Some("Møtet sak Be om turnusplanen"), 0));
    assert_eq!(values(&form, "place"), ["Møtet sted"]);
    let to = send_all(&mut client, "/api/meetings/save", &call).await;
    assert_eq!(send_all(&mut client, "/api/meetings/save", &call).await, to, "the same form again is the same meeting");
    assert_eq!(world.rows("meetings").await, 1);
    let page = client.get(&to).await;
    assert_eq!(page.text_of("h1").as_deref(), Some("Forhandlingsmøte 24. september 2026"));
    assert!(page.text().contains("24. september 2026 kl. 14.30–15.30") && page.text().contains("Rektor Rød"));
    let meeting = to.split('?').next().unwrap().to_owned();
    let id = meeting.rsplit('/').next().unwrap().to_owned();

    // In the case, and in Today.
    assert!(client.get(&format!("/saker/{case}")).await.text().contains("Kalt inn: Forhandlingsmøte 24. september 2026"));
    assert_eq!(client.get("/i-dag").await.attributes(&format!("a[href='{meeting}']"), "href").len(), 1);

    // Minutes, and tasks of them, once.
    let form = client.get(&format!("{meeting}/referat")).await;
    let of = [("case", case.as_str()), ("meeting", &*id), ("version", &*values(&form, "version").remove(0))];
    let minutes = [&of[..], &[("minutes", "Vi møttes."), ("actions[0][what]", "Sende turnus"), ("actions[0][due]", "30.9.26")]].concat();
    let page = send_and_follow(&mut client, "/api/meetings/record", &minutes).await;
    assert_eq!(status(&page).as_deref(), Some("Referatet er lagret"));
    assert!(page.text().contains("Vi møttes.") && texts(&page, "button").contains(&"Lag 1 oppgave".to_owned()));
    for _ in 0..2 {
        send(&mut client, "/api/meetings/make-tasks", &of[..2]).await;
    }
    assert!(client.get(&meeting).await.text().contains("1 oppgave er laget."));
    assert_eq!(world.rows("tasks").await, 2);
    // The next meeting begins with what is still open.
    let next = client.get(&format!("/saker/{case}/moter/nytt?apent=1")).await;
    assert_eq!(next.text_of("textarea").as_deref(), Some("Be om turnusplanen Sende turnus"));

    // The protocol, one question a page.
    let key = crate::journeys::fresh_key();
    let begin = [&of[..2], &[("key", key.as_str())]].concat();
    let mut to = send(&mut client, "/api/meetings/protocol/begin", &begin).await;
    let mut asked = Vec::new();
    while to.contains("/protokoll/") {
        let page = client.get(&to).await;
        assert_eq!(page.status(), 200, "{to}");
        asked.push(page.text_of("h1").unwrap());
        let hidden: Vec<_> = ["case", "meeting", "number", "version", "step"].map(|name| (name, values(&page, name).remove(0))).to_vec();
        let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match hidden[4].1.as_str() {
            "hvem" => fields.extend([
                ("held_on", "24.9.2026"),
                ("place", "Rådhuset"),
                ("employer_party", "Rektor Rød, rektor"),
                ("our_party", "Vakker Blomst"),
            ]),
            "punkt-1" => {
                fields.extend([("subject", "Turnus"), ("employer_says", "Vi venter"), ("we_say", "Vi vil ha svar"), ("agreed", "Møtes")])
            }
            "resultat" => fields.push(("ended_on", "24.9.2026")),
            "oppfolging" => fields.push(("actions[0][what]", "Svare på kravet")),
            _ => {}
        }
        to = send(&mut client, "/api/meetings/protocol/save", &fields).await;
    }
    assert_eq!(
        asked,
        [
            "Hvem møttes, hvor og når?",
            "Hva sier partene om punkt 1?",
            "Hvordan sluttet møtet?",
            "Har noen en merknad?",
            "Hva skal gjøres etterpå?"
        ]
    );
    let page = client.get(&to).await;
    assert!(page.text().contains("Vi vil ha svar") && page.text().contains("Ingen har signert ennå."));
    let of_page = |page: &Answer, more: &[(&str, &str)]| -> Vec<(String, String)> {
        let hidden = ["case", "meeting", "number", "version"].map(|name| (name.to_owned(), values(page, name).remove(0)));
        hidden.into_iter().chain(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    };
    let draft = paper(&mut client, &format!("{meeting}/protokoll.pdf")).await;
    assert!(draft.contains("Vi vil ha svar") && draft.contains("Utkast") && draft.contains("Ingen har signert ennå."), "{draft}");
    let presented = send_all(&mut client, "/api/meetings/protocol/present", &of_page(&page, &[("presented", "true")])).await;
    let page = client.get(&presented).await;
    assert_eq!(status(&page).as_deref(), Some("Protokollen kan signeres nå"));
    assert!(page.text().contains("Du signerer som Vakker Blomst, plasstillitsvalgt, Klubben ved Granlia."));
    let to_sign = paper(&mut client, &format!("{meeting}/protokoll.pdf?utgave=1")).await;
    assert!(to_sign.contains("Vist til arbeidsgiver") && to_sign.contains("Sted og dato"), "{to_sign}");
    let early = of_page(&page, &[("key", &crate::journeys::fresh_key())]);
    let signed = send_all(&mut client, "/api/meetings/protocol/sign", &of_page(&page, &[("key", &values(&page, "key").remove(0))])).await;
    let page = client.get(&signed).await;
    assert!(page.text().contains("Signert av den ene") && !page.text().contains("Lagre PDF-en på saken"));
    assert!(send_all(&mut client, "/api/meetings/protocol/keep", &early).await.ends_with("/protokoll?gjort=endret"));
    assert_eq!(world.rows("documents").await, 0, "one signature is not enough");
    let form = client.get(&format!("{meeting}/protokoll/signatur")).await;
    assert!(form.text().contains("Det er ikke en elektronisk signatur."));
    let key = values(&form, "key").remove(0);
    let empty = of_page(&form, &[("key", &key), ("signer_name", "Rektor Rød")]);
    let to = send_all(&mut client, "/api/meetings/protocol/note-signature", &empty).await;
    let refused = client.get(&to).await;
    assert_eq!(errors(&refused), ["Stilling: må fylles ut", "Signert dato: må fylles ut", "Hvordan: velg ett av svarene"]);
    assert_eq!(values(&refused, "signer_name"), ["Rektor Rød"]);
    let theirs = but(&empty, &[("signer_role", "Rektor"), ("signed_on", "21.9.2026"), ("signed_how", "paper")]);
    for _ in 0..2 {
        send_all(&mut client, "/api/meetings/protocol/note-signature", &theirs).await;
    }
    let page = client.get(&format!("{meeting}/protokoll?utgave=1&kontroller=1")).await;
    assert!(page.text().contains("Signert av begge") && page.text().contains("Skrevet inn av Vakker Blomst"));
    assert!(status(&page).unwrap().starts_with("Kontrollert 21. september 2026"), "{:?}", status(&page));
    assert_eq!(texts(&page, ".ds-tag").iter().filter(|text| *text == "Stemmer med teksten").count(), 2);
    assert_eq!(world.rows("protocol_signatures").await, 2);
    // As a file: what each side says, and who signed, when, and what.
    let digest = page.text_of(".k-digest").unwrap();
    let file = client.get(&format!("{meeting}/protokoll.pdf?utgave=1")).await;
    assert_eq!(file.header("content-type"), Some("application/pdf"));
    assert!(file.header("content-disposition").unwrap().starts_with("attachment; filename=\""));
    assert!(file.header("content-security-policy").unwrap().contains("sandbox"));
    let whole = paper(&mut client, &format!("{meeting}/protokoll.pdf?utgave=1")).await;
    for part in [
        "Protokoll, utgave 1. Forhandlingsmøte 24. september 2026",
        "Arbeidsgiver sier",
        "Vi venter",
        "Vi sier",
        "Vi vil ha svar",
        "Enige om",
        "Møtes",
        "Ikke enige om",
        "Signert av begge",
        "Vakker Blomst, plasstillitsvalgt, Klubben ved Granlia",
        "Signert i KLAR 21. september 2026",
        "Rektor Rød, Rektor",
        "Ikke en elektronisk signatur.",
        "Stemmer med teksten",
    ] {
        assert!(whole.contains(part), "{part} in {whole}");
    }
    assert!(whole.replace(' ', "").contains(&digest), "{whole}");
    assert!(!whole.contains("Sted og dato"));
    // Kept in the case once, and there for ever.
    let key = crate::journeys::fresh_key();
    let kept = send_all(&mut client, "/api/meetings/protocol/keep", &of_page(&form, &[("key", &key)])).await;
    for again in [&key, &crate::journeys::fresh_key()] {
        let to = send_all(&mut client, "/api/meetings/protocol/keep", &of_page(&form, &[("key", again)])).await;
        assert_eq!(to, kept);
    }
    assert_eq!((world.rows("documents").await, world.rows("document_versions").await), (1, 1));
    let document = client.get(&kept).await;
    assert!(document.text().contains("Dette er signert av begge parter og endres ikke mer."));
    assert_eq!(document.attributes("main input[type=file]", "name").len(), 0);
    let at = kept.strip_suffix("?lagret=1").unwrap();
    assert!(paper(&mut client, &format!("{at}/1/fil")).await.contains("Vi vil ha svar"));
    let page = client.get(&format!("{meeting}/protokoll")).await;
    assert!(page.text().contains("Den signerte protokollen er lagret på saken:") && !page.text().contains("Lagre PDF-en på saken"));

    // Nothing leads to writing in it, and a page that was left open writes nothing.
    assert_eq!(page.attributes("main a[href*='/protokoll/punkt']", "href").len(), 0);
    let late = but(&of_page(&form, &[("step", "punkt-1"), ("subject", "Noe annet")]), &[]);
    assert!(send_all(&mut client, "/api/meetings/protocol/save", &late).await.ends_with("/protokoll?gjort=endret"));
    send(&mut client, "/api/meetings/make-tasks", &of[..2]).await;
    assert_eq!(world.rows("tasks").await, 3, "what the signed protocol says is to be done");

    // Altered behind the program's back, it says so wherever it is shown.
    for drop in ["protocols_signed_stay", "protocols_signed_remain"] {
        let on = if std::env::var_os("KLAR_TEST_POSTGRES").is_some() { " ON protocols" } else { "" };
        world.run(&format!("DROP TRIGGER IF EXISTS {drop}{on}")).await;
    }
    world.run("UPDATE protocols SET contents = (SELECT plan FROM meetings)").await;
    let page = client.get(&format!("{meeting}/protokoll")).await;
    assert_eq!(status(&page).as_deref(), Some("Protokollen er endret etter at den ble signert"));
    assert_eq!(texts(&page, ".ds-tag").iter().filter(|text| *text == "Stemmer ikke med teksten").count(), 2);
    assert_eq!(client.get(&format!("{meeting}/protokoll.pdf")).await.status(), 404, "what cannot be read is no file");
}

/// The words of a file that is a PDF.
async fn paper(client: &mut Client, path: &str) -> String {
    let file = client.get(path).await;
    assert_eq!(file.status(), 200, "{path}");
    let checked = files::check("protokoll.pdf", file.bytes().to_vec()).unwrap();
    assert!(checked.notes.is_empty(), "{:?}", checked.notes);
    checked.text.unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// INP-15: what both sides say is text, whatever it looks like.
#[tokio::test]
async fn a_hostile_protocol_is_a_paper_like_any_other() {
    let (_world, mut client, case) = with_a_case().await;
    let (id, _) = meet(&mut client, &case, "Møtet").await;
    let meeting = format!("/saker/{case}/moter/{id}");
    let page = client.get(&format!("{meeting}/protokoll/punkt-1")).await;
    let hidden: Vec<_> = ["case", "meeting", "number", "version", "step"].map(|name| (name, values(&page, name).remove(0))).to_vec();
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let hostile = "</p><script>alert(1)</script> =cmd|' /C calc'!A0 {member} ]]> endobj %PDF";
    fields.extend([("subject", hostile), ("employer_says", hostile), ("we_say", hostile)]);
    send(&mut client, "/api/meetings/protocol/save", &fields).await;
    let words = paper(&mut client, &format!("{meeting}/protokoll.pdf")).await.replace(' ', "");
    assert_eq!(words.matches(&hostile.replace(' ', "")).count(), 3, "{words}");
    for (path, status) in [
        (format!("{meeting}/protokoll.pdf?utgave=2"), 404),
        (format!("{meeting}/protokoll.pdf?utgave=x"), 404),
        (format!("/saker/{case}/moter/{case}/protokoll.pdf"), 404),
        (format!("/saker/x/moter/{id}/protokoll.pdf"), 404),
    ] {
        assert_eq!(client.get(&path).await.status(), status, "{path}");
    }
}

#[tokio::test]
async fn a_call_that_will_not_do_comes_back_with_what_was_typed() {
    let (world, mut client, case) = with_a_case().await;
    let call = a_call(&case, "Møtet");
    for (change, wrong) in [
        (&[("kind", ""), ("place", " ")][..], vec!["Slags møte: velg ett av svarene", "Sted: må fylles ut"]),
        (&[("date", "i morgen")], vec!["Dato: skriv datoen slik: 12.3.2026"]),
        (&[("from", "halv ni")], vec!["Fra klokken: skriv klokkeslettet slik: 14.30"]),
        (&[("to", "14.00")], vec!["Til klokken: må være etter at møtet begynner"]),
        (&[("date", "28.3.2027"), ("from", "02.30"), ("to", "")], vec!["Fra klokken: skriv klokkeslettet slik: 14.30"]),
        (&[("others[0][email]", "rød")], vec!["Fra den andre siden: skriv e-postadressen slik: navn@eksempel.no"]),
        (&[("others[0][name]", "")], vec!["Fra den andre siden: skriv hva personen heter"]),
        (
            &[("agenda", "</textarea><script>alert(1)</script>\u{1b}")],
            vec!["Saksliste: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt"],
        ),
    ] {
        let to = send_all(&mut client, "/api/meetings/save", &but(&call, change)).await;
        assert_eq!(to, format!("/saker/{case}/moter/nytt"));
        let page = client.get(&to).await;
        assert_eq!(errors(&page), wrong);
        assert_eq!(values(&page, "called_by"), ["Møtet kaller"]);
        assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    }
    assert_eq!(world.rows("meetings").await, 0);
    // More room for people, and nothing lost.
    let to = send_all(&mut client, "/api/meetings/save", &but(&call, &[("go", "more")])).await;
    let page = client.get(&to).await;
    assert_eq!(values(&page, "'others[0][name]'"), ["Rektor Rød"]);
    assert_eq!((values(&page, "'others[2][name]'").len(), errors(&page).len()), (1, 0));
}

#[tokio::test]
async fn of_two_who_write_at_once_both_texts_are_kept() {
    let (world, mut client, case) = with_a_case().await;
    let (id, _) = meet(&mut client, &case, "Møtet").await;
    let meeting = format!("/saker/{case}/moter/{id}");
    let version = values(&client.get(&format!("{meeting}/endre")).await, "version").remove(0);
    let call = but(&a_call(&case, "Andre"), &[("meeting", &id), ("version", &version)]);
    assert_eq!(send_all(&mut client, "/api/meetings/save", &call).await, format!("{meeting}?gjort=kalt"));
    let late = but(&call, &[("place", "Det stedet jeg skrev")]);
    let to = send_all(&mut client, "/api/meetings/save", &late).await;
    assert_eq!(to, format!("{meeting}/endre"));
    let page = client.get(&to).await;
    assert!(page.text().contains("Noen andre har endret dette mens du skrev"));
    assert_eq!(values(&page, "place"), ["Det stedet jeg skrev"]);
    assert!(texts(&page, ".k-pair .k-prose").contains(&"Andre sted".to_owned()));
    // Having seen both, one saves.
    let seen = values(&page, "version").remove(0);
    assert_eq!(send_all(&mut client, "/api/meetings/save", &but(&late, &[("version", &seen)])).await, format!("{meeting}?gjort=kalt"));
    let saved = client.get(&meeting).await;
    assert!(saved.text().contains("Det stedet jeg skrev"));
    // What the other wrote is there still, and what stood before that.
    assert_eq!(texts(&saved, "summary").iter().filter(|text| *text == "Tidligere tekst").count(), 1);
    let earlier = texts(&saved, "details dd");
    assert!(earlier.contains(&"Andre sted".to_owned()) && earlier.contains(&"Møtet sted".to_owned()), "{earlier:?}");
    assert_eq!(texts(&saved, "details .k-meta").iter().filter(|text| text.ends_with("da Vakker Blomst endret det")).count(), 2);
    // The same for the minutes and for a step of the protocol.
    let of = [("case", case.as_str()), ("meeting", &*id), ("number", "1"), ("version", "1")];
    for (path, mine, to, saved) in [
        ("/api/meetings/record", &[("minutes", "Mitt referat")][..], "referat", "Møtet referat"),
        (
            "/api/meetings/protocol/save",
            &[("step", "punkt-1"), ("subject", "Mitt punkt"), ("we_say", "Mitt")],
            "protokoll/punkt-1",
            "Møtet vi",
        ),
    ] {
        let to = format!("{meeting}/{to}");
        assert_eq!(send(&mut client, path, &[&of[..], mine].concat()).await, to);
        let page = client.get(&to).await;
        assert!(page.text().contains("Mitt") && texts(&page, ".k-pair .k-prose").contains(&saved.to_owned()), "{to}");
        let seen = values(&page, "version").remove(0);
        let over = [&of[..3], &[("version", seen.as_str())], mine].concat();
        send(&mut client, path, &over).await;
        let shown = client.get(to.trim_end_matches("/referat").trim_end_matches("/punkt-1")).await;
        assert!(shown.text().contains("Tidligere tekst") && texts(&shown, "details dd").contains(&saved.to_owned()), "{to}");
    }
    assert_eq!(world.rows("meetings").await, 1);
}

#[tokio::test]
async fn each_gets_a_call_that_names_only_those_they_may_know_of() {
    let (world, mut client, case) = with_a_case().await;
    let (me, ada) = (world.member_id("1").await, world.member_id("20").await);
    let call = but(
        &a_call(&case, "Møtet"),
        &[("ours[0]", &me), ("ours[1]", &ada), ("hidden[0]", &ada), ("others[1][name]", "Vitne Vik"), ("others[1][hidden]", "true")],
    );
    let to = send_all(&mut client, "/api/meetings/save", &call).await;
    let meeting = to.split('?').next().unwrap().to_owned();
    let choose = client.get(&format!("{meeting}/innkalling")).await;
    let links = choose.attributes(".k-card-link a", "href");
    let names = texts(&choose, ".k-card-link a");
    assert_eq!(names, ["Ada Abelvik", "Vakker Blomst", "Rektor Rød", "Vitne Vik"]);
    for (name, link) in names.iter().zip(links) {
        let letter = client.get(&link.unwrap()).await;
        assert_eq!(letter.text_of(".k-heading__below").as_deref(), Some(format!("Til {name}").as_str()));
        for hidden in ["Ada Abelvik", "Vitne Vik"] {
            assert_eq!(letter.text().contains(hidden), hidden == name, "{hidden} in the call to {name}");
        }
        assert!(
            letter.text().contains("Rektor Rød, Møtet rolle") && letter.text().contains("Møtet sak") && !letter.text().contains("rod@")
        );
    }
    // And the calendar's file names nobody at all.
    let file = client.get(&format!("{meeting}/kalender.ics")).await;
    for secret in ["Ada", "Rektor", "Vitne", "Vakker", "Møtet sak", "Møtet kaller", "Forhandling", "Ferie", "FERIE"] {
        assert!(!file.text().contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn the_calendar_file_is_safe_to_open_and_the_look_is_logged() {
    let (world, mut client, case) = with_a_case().await;
    let hostile = "Rom 1; x, y\\n\\ ATTENDEE:mailto:evil@example.com <script>alert(1)</script>";
    let to = send_all(&mut client, "/api/meetings/save", &but(&a_call(&case, "Møtet"), &[("place", hostile)])).await;
    let meeting = to.split('?').next().unwrap().to_owned();
    let looks = async || world.logged("SELECT action FROM access_log WHERE action = 'open' AND subject_kind = 'case'").await.len();
    let before = looks().await;
    let file = client.get(&format!("{meeting}/kalender.ics")).await;
    assert_eq!((file.status(), looks().await), (200, before + 1));
    for (name, value) in [
        ("content-type", "text/calendar; charset=utf-8; method=PUBLISH"),
        ("content-disposition", "attachment; filename=\"mote.ics\""),
        ("content-security-policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(file.header(name), Some(value), "{name}");
    }
    let text = file.text();
    assert!(text.contains("\r\nDTSTART:20260924T123000Z\r\n") && text.contains("\r\nSUMMARY:Møte\r\n"), "{text}");
    let unfolded = text.replace("\r\n ", "");
    assert_eq!(unfolded.lines().filter(|line| line.starts_with("ATTENDEE") || line.starts_with('<')).count(), 0);
    assert!(unfolded.contains(r"LOCATION:Rom 1\; x\, y\\n\\ ATTENDEE:mailto:evil@example.com <script>"), "{unfolded}");
    // On the pages it is text, and no link.
    for page in [&meeting, &format!("/saker/{case}"), &format!("{meeting}/innkalling"), &"/i-dag".to_owned()] {
        let page = client.get(page).await;
        assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    }
    let page = client.get(&meeting).await;
    assert!(texts(&page, ".k-facts dd").contains(&hostile.to_owned()));
    let links = but(&a_call(&case, "Møtet"), &[("place", "javascript:alert(1)")]);
    let to = send_all(&mut client, "/api/meetings/save", &links).await;
    let page = client.get(&to).await;
    assert!(page.attributes("a", "href").into_iter().flatten().all(|href| !href.contains("javascript")));
}

#[tokio::test]
async fn a_meeting_is_called_off_once_and_stays() {
    let (world, mut client, case) = with_a_case().await;
    let to = send_all(&mut client, "/api/meetings/save", &a_call(&case, "Møtet")).await;
    let meeting = to.split('?').next().unwrap().to_owned();
    let fields = [("case", case.as_str()), ("meeting", meeting.rsplit('/').next().unwrap()), ("version", "1")];
    for _ in 0..2 {
        assert_eq!(send(&mut client, "/api/meetings/cancel", &fields).await, format!("{meeting}?gjort=avlyst"));
    }
    let page = client.get(&meeting).await;
    assert!(page.text().contains("Avlyst") && page.attributes("a[href$='/endre']", "href").is_empty());
    assert!(client.get(&format!("{meeting}/kalender.ics")).await.text().contains("STATUS:CANCELLED"));
    assert_eq!(world.rows("case_events").await, 3);
}
