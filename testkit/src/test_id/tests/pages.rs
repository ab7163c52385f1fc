use super::{
    super::{About, text::Locale},
    *,
};

async fn choose(op: &TestId, url: &str, choice: &[(&str, &str)]) -> Reply {
    let query = url.split_once('?').unwrap().1;
    let pairs = [("request", query)].into_iter().chain(choice.iter().copied());
    post(&format!("{}/authorize/choose", op.issuer()), &[], &form(pairs)).await
}

#[tokio::test]
async fn the_page_shows_the_people_and_says_that_they_are_invented() {
    let op = provider().await;
    let page = get(&request(&op, &[])).await;
    assert_eq!(page.status, 200);
    for expected in [
        r#"<html lang="nb">"#,
        "<h1>Test-ID</h1>",
        "Alle personene her er oppdiktet.",
        r#"name="person" value="ptv""#,
        "Vakker Fin Blomst",
        "Oppdiktet person.",
        "019185 ",
        r#"<label for="national_id">"#,
        "Avbryt",
        "portal.test",
    ] {
        assert!(page.body.contains(expected), "{expected} in {}", page.body);
    }
    assert!(!page.body.contains("02064\"") && !page.body.contains("01918502064"), "the number is masked");
}

#[tokio::test]
async fn the_page_runs_no_script_and_is_kept_by_nobody() {
    let op = provider().await;
    let page = get(&request(&op, &[])).await;
    assert!(!page.body.contains("<script") && !page.body.contains("style=") && !page.body.contains("<style"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe") && !policy.contains("form-action"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let style = get(&format!("{}/style.css", op.issuer())).await;
    assert_eq!((style.status, style.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert_eq!(get(&format!("{}/icon.svg", op.issuer())).await.header("content-type"), Some("image/svg+xml"));
}

#[tokio::test]
async fn names_and_requests_are_escaped() {
    let evil = r#"<script>alert("1")</script>"#;
    let mut persona = Persona::new(r#"k"><script>"#, evil, NATIONAL_ID);
    persona.about = About { nb: "a <b> & \"c\"".to_owned(), nn: None, en: None };
    let op = TestId::start(Config { personas: vec![persona], ..config() }).await;
    let url = request(&op, &[("state", evil), ("nonce", "\"'><i>")]);
    let page = get(&url).await;
    assert!(!page.body.contains("<script") && !page.body.contains("<b>") && !page.body.contains("<i>"));
    assert!(page.body.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
    let wrong = choose(&op, &url, &[("national_id", "\"><script>"), ("acr", "\"><script>")]).await;
    assert_eq!(wrong.status, 422);
    assert!(!wrong.body.contains("<script"));
    // What goes through the page comes out unchanged at the other end.
    let chosen = choose(&op, &url, &[("person", r#"k"><script>"#)]).await;
    assert_eq!(query(&chosen.location())["state"], evil);
}

#[tokio::test]
async fn the_page_speaks_three_languages_and_links_to_the_others() {
    let op = provider().await;
    for (asked, lang, words) in [
        ("nb", "nb", "Hvem vil du"),
        ("nn", "nn", "Kven vil du"),
        ("en-GB nb", "en", "Who do you want"),
        ("sv en", "en", "Who do you want"),
        ("no", "nb", "Hvem vil du"),
        ("fi", "nb", "Hvem vil du"),
    ] {
        let page = get(&request(&op, &[("ui_locales", asked)])).await;
        assert!(page.body.contains(&format!(r#"<html lang="{lang}">"#)), "{asked}");
        assert!(page.body.contains(words), "{asked}");
        for other in Locale::ALL.map(Locale::tag).into_iter().filter(|tag| *tag != lang) {
            assert!(page.body.contains(&format!("ui_locales={other}\"")), "{asked} links to {other}");
        }
    }
    let stranger = get(&request(&op, &[("client_id", "another"), ("ui_locales", "en")])).await;
    assert!(stranger.body.contains("The login cannot start"));
}

#[tokio::test]
async fn a_persona_without_a_translation_is_described_in_bokmål() {
    let op = provider().await;
    assert!(get(&request(&op, &[("ui_locales", "nn")])).await.body.contains(r#" lang="nb">Oppdiktet person."#));
    assert!(get(&request(&op, &[("ui_locales", "en")])).await.body.contains("Invented person."));
}

#[tokio::test]
async fn a_mistyped_number_is_kept_and_explained() {
    let op = provider().await;
    let url = request(&op, &[]);
    for typed in ["", "0191850206", "019185020644", "0191850206x", "٠١٩١٨٥٠٢٠٦٤"] {
        let page = choose(&op, &url, &[("national_id", typed)]).await;
        assert_eq!(page.status, 422, "{typed}");
        assert!(page.body.contains("<title>Feil: "));
        assert!(page.body.contains(r#"aria-invalid="true""#) && page.body.contains(r#"aria-describedby="hint wrong""#));
        assert!(page.body.contains(&format!(r#"value="{typed}""#)));
    }
    assert_eq!(choose(&op, &url, &[("person", "unknown")]).await.status, 422);
    assert_eq!(choose(&op, &url, &[("national_id", " 019185 02064 ")]).await.status, 303);
}

#[tokio::test]
async fn a_lower_level_is_picked_under_advanced_and_said_aloud() {
    let op = provider().await;
    let honest = get(&request(&op, &[])).await.body;
    assert!(honest.contains("<details>") && !honest.contains("lavere sikkerhetsnivå"));
    for changes in [("test_acr", "urn:bankid:bis;LOA=3"), ("acr_values", "unknown urn:bankid:bis;LOA=3")] {
        let url = request(&op, &[changes]);
        let page = get(&url).await.body;
        assert!(page.contains("<details open>") && page.contains("lavere sikkerhetsnivå"));
        assert!(page.contains(r#"name="acr" value="urn:bankid:bis;LOA=3""#));
        let back = choose(&op, &url, &[("person", "ptv")]).await.location();
        let login = opened(&exchange(&op, &query(&back)["code"], &[]).await);
        assert_eq!(login.claims["acr"], "urn:bankid:bis;LOA=3");
        assert_eq!(login.claims["amr"][0], "BIS");
    }
}

#[tokio::test]
async fn other_addresses_have_a_page_too() {
    let op = provider().await;
    assert_eq!(get(&format!("{}/", op.issuer())).await.status, 200);
    let missing = get(&format!("{}/nowhere?ui_locales=en", op.issuer())).await;
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("We cannot find this page"));
}
