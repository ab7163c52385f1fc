//! Logging in, when all is well and when people do what people do.

use testkit::test_id::{ACR_SUBSTANTIAL, Fault};

use crate::world::{Client, ORIGIN, World, path_of};

const SESSION: &str = "__Host-klar";
const LOGIN: &str = "__Host-klar-login";

fn why(answer: &crate::world::Answer) -> String {
    let location = answer.location().unwrap_or_default();
    assert!(location.starts_with("/logg-inn/feil?"), "{} {location}", answer.status());
    assert!(!answer.gives_a_session());
    location.split_once("hvorfor=").unwrap().1.split('&').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_representative_logs_in_and_comes_to_the_page_asked_for() {
    let world = World::new().await;
    let mut client = world.client();
    let answer = world.log_in(&mut client, "ptv", "/saker?eier=meg").await;
    assert_eq!((answer.status(), answer.location()), (303, Some("/saker?eier=meg")));
    let cookies = answer.cookies();
    assert!(cookies[0].starts_with("__Host-klar=") && cookies[0].ends_with("; Path=/; SameSite=Lax; Secure; HttpOnly"), "{cookies:?}");
    assert_eq!(client.cookie(SESSION).unwrap().len(), 43);
    assert_eq!(client.cookie(LOGIN), None, "used up");
    assert_eq!((world.rows("sessions").await, world.rows("login_attempts").await), (1, 0));
    assert_eq!(client.get("/i-dag").await.status(), 200);
    assert_eq!(client.get("/").await.location(), Some("/i-dag"));
}

#[tokio::test]
async fn going_to_the_login_begins_an_attempt_and_nothing_else() {
    let world = World::new().await;
    let mut client = world.client();
    let to: url::Url = world.begin(&mut client, "/saker").await.parse().unwrap();
    assert_eq!((world.rows("sessions").await, world.rows("login_attempts").await), (0, 1));
    assert_eq!(client.cookie(SESSION), None);
    let query: std::collections::BTreeMap<_, _> = to.query_pairs().into_owned().collect();
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", "klar"),
        ("scope", "openid profile"),
        ("code_challenge_method", "S256"),
        ("ui_locales", "nb"),
    ] {
        assert_eq!(query[name], value);
    }
    assert_eq!(query["redirect_uri"], format!("{ORIGIN}/logg-inn/svar"));
    assert_eq!((query["state"].len(), query["nonce"].len(), query["code_challenge"].len()), (43, 43, 43));
    let again: url::Url = world.begin(&mut client, "/saker").await.parse().unwrap();
    for (name, value) in again.query_pairs().filter(|(name, _)| ["state", "nonce", "code_challenge"].contains(&&**name)) {
        assert_ne!(query[&*name], *value, "{name} is used twice");
    }
}

#[tokio::test]
async fn only_a_person_who_goes_there_begins_a_login() {
    let world = World::new().await;
    for (mode, dest) in [("no-cors", "image"), ("navigate", "iframe"), ("cors", "empty")] {
        let headers = [("sec-fetch-mode", mode), ("sec-fetch-dest", dest), ("sec-fetch-site", "cross-site")];
        let answer = world.client().send(http::Method::GET, "/logg-inn", &headers, "").await;
        assert_eq!((answer.status(), answer.cookies().len()), (403, 0), "{mode} {dest}");
    }
    assert_eq!(world.rows("login_attempts").await, 0);
}

#[tokio::test]
async fn the_provider_is_told_the_language_and_the_level() {
    let world = World::with("acr_values = [\"urn:bankid:bid;LOA=4\"]\nscopes = [\"openid\", \"nnin\"]").await;
    let mut client = world.client();
    client.post_form("/sprak", &[("lang", "nn"), ("til", "/")]).await;
    let to = world.begin(&mut client, "/").await;
    for part in ["ui_locales=nn+nb", "acr_values=urn%3Abankid%3Abid%3BLOA%3D4", "scope=openid+nnin"] {
        assert!(to.contains(part), "{to}");
    }
}

#[tokio::test]
async fn a_member_without_mandate_is_known_but_gets_nowhere() {
    let world = World::new().await;
    for key in ["member", "former"] {
        let mut client = world.client();
        assert!(world.log_in(&mut client, key, "/saker").await.gives_a_session());
        for page in ["/", "/i-dag", "/saker", "/medlemmer", "/finnes-ikke"] {
            assert_eq!(client.get(page).await.location(), Some("/uten-verv"), "{key} {page}");
        }
        assert_eq!(client.get("/uten-verv").await.status(), 200);
    }
}

#[tokio::test]
async fn who_is_not_in_the_registry_gets_no_session() {
    let world = World::new().await;
    let mut client = world.client();
    let answer = world.log_in(&mut client, "stranger", "/saker").await;
    assert_eq!(why(&answer), "ukjent");
    assert_eq!(world.rows("sessions").await, 0);
    let page = client.get(answer.location().unwrap()).await;
    assert_eq!(page.status(), 200);
    assert!(!page.text().contains("30896600407"));
}

#[tokio::test]
async fn cancelling_leads_to_a_page_that_says_so() {
    let world = World::new().await;
    let mut client = world.client();
    let to = world.begin(&mut client, "/").await;
    let back = path_of(&world.test_id.cancel(&to).await.unwrap());
    assert_eq!(why(&client.get(&back).await), "avbrutt");
    assert_eq!((world.test_id.token_calls(), world.rows("login_attempts").await), (0, 0));
}

#[tokio::test]
async fn a_level_that_is_not_accepted_gives_no_session() {
    let world = World::new().await;
    let mut client = world.client();
    for acr in [ACR_SUBSTANTIAL, "urn:bankid:bid;LOA=40", "URN:BANKID:BID;LOA=4", "4", "urn:bankid:bid;LOA=4 "] {
        let to = world.begin(&mut client, "/").await;
        let back = world.vouch_at(&to, "ptv", acr).await;
        assert_eq!(why(&client.get(&back).await), "svak", "{acr}");
    }
    assert_eq!(world.rows("sessions").await, 0);
}

#[tokio::test]
async fn a_code_is_good_for_one_login_and_the_back_button_does_no_harm() {
    let world = World::new().await;
    let mut client = world.client();
    let to = world.begin(&mut client, "/").await;
    let back = world.vouch(&to, "ptv").await;
    let mut double_click = client.clone();
    assert!(client.get(&back).await.gives_a_session());
    assert_eq!(why(&double_click.get(&back).await), "utlopt");
    let again = client.get(&back).await;
    assert_eq!(why(&again), "utlopt");
    // Who is logged in all the same is spared the message.
    assert_eq!(client.get(again.location().unwrap()).await.location(), Some("/i-dag"));
    assert_eq!((world.rows("sessions").await, world.test_id.token_calls()), (1, 1));
}

#[tokio::test]
async fn of_two_tabs_the_later_one_logs_in_and_the_earlier_one_does_not_spoil_it() {
    let world = World::new().await;
    let mut client = world.client();
    let first = world.begin(&mut client, "/saker").await;
    let second = world.begin(&mut client, "/medlemmer").await;
    let back = world.vouch(&first, "ptv").await;
    assert_eq!(why(&client.get(&back).await), "utlopt");
    let back = world.vouch(&second, "ptv").await;
    assert_eq!(client.get(&back).await.location(), Some("/medlemmer"));
    assert_eq!(world.rows("sessions").await, 1);
}

#[tokio::test]
async fn an_answer_to_another_browser_is_not_taken() {
    let world = World::new().await;
    let (mut attacker, mut victim) = (world.client(), world.client());
    let theirs = world.begin(&mut attacker, "/").await;
    let back = world.vouch(&theirs, "ptv").await;
    // Without a login of one's own, and in the middle of one.
    assert_eq!(why(&victim.get(&back).await), "utlopt");
    let own = world.begin(&mut victim, "/").await;
    assert_eq!(why(&victim.get(&back).await), "utlopt");
    assert_eq!((world.test_id.token_calls(), world.rows("sessions").await), (0, 0));
    let back = world.vouch(&own, "leader").await;
    assert!(victim.get(&back).await.gives_a_session(), "the victim's own login is not spoiled");
}

#[tokio::test]
async fn a_session_planted_before_the_login_is_worth_nothing() {
    let world = World::new().await;
    let attacker = world.login("leader").await;
    let planted = attacker.cookie(SESSION).unwrap().to_owned();
    for value in [planted.as_str(), "x", &"A".repeat(43)] {
        let mut victim = world.client();
        // The attacker could log in first: the victim is then logged in as the attacker until they log in themselves.
        let to = world.begin(&mut victim, "/").await;
        victim.set_cookie(SESSION, value);
        let back = world.vouch(&to, "ptv").await;
        assert!(victim.get(&back).await.gives_a_session());
        assert_ne!(victim.cookie(SESSION), Some(value));
    }
    // The planted session was ended when its cookie came along to another login.
    assert_eq!(world.client_with(&planted).get("/i-dag").await.status(), 303);
}

#[tokio::test]
async fn logging_in_again_ends_the_session_before() {
    let world = World::new().await;
    let mut client = world.client();
    world.log_in(&mut client, "member", "/").await;
    let before = client.cookie(SESSION).unwrap().to_owned();
    world.log_in(&mut client, "ptv", "/").await;
    assert_ne!(client.cookie(SESSION), Some(before.as_str()));
    assert_eq!(world.rows("sessions").await, 1);
    assert_eq!(client.get("/logg-inn").await.location(), Some("/i-dag"), "who is logged in need not log in");
}

#[tokio::test]
async fn a_login_takes_ten_minutes_at_most() {
    let world = World::new().await;
    let mut client = world.client();
    let to = world.begin(&mut client, "/").await;
    world.pass(601);
    let back = world.vouch(&to, "ptv").await;
    assert_eq!(why(&client.get(&back).await), "utlopt");
    assert_eq!(world.test_id.token_calls(), 0);
}

#[tokio::test]
async fn nobody_is_sent_elsewhere_after_the_login() {
    let world = World::new().await;
    for to in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/logg-ut",
        "/api/cases/close",
        "",
        "/",
    ] {
        let mut client = world.client();
        let answer = world.log_in(&mut client, "ptv", to).await;
        assert_eq!(answer.location(), Some("/i-dag"), "{to:?}");
    }
}

#[tokio::test]
async fn answers_that_were_tampered_with_are_refused_before_anything_is_asked() {
    let world = World::new().await;
    for (tamper, kind) in [
        ("&state=x", "avvist"),
        ("&code=x", "avvist"),
        ("&iss=https://another.example", "avvist"),
        ("&error=access_denied&error=x", "avvist"),
    ] {
        let mut client = world.client();
        let to = world.begin(&mut client, "/").await;
        let back = world.vouch(&to, "ptv").await;
        assert_eq!(why(&client.get(&format!("{back}{tamper}")).await), kind, "{tamper}");
    }
    for back in ["/logg-inn/svar", "/logg-inn/svar?code=x", "/logg-inn/svar?state=x&code=y", "/logg-inn/svar?error=server_error"] {
        assert_eq!(why(&world.client().get(back).await), "utlopt", "{back}");
    }
    assert_eq!((world.test_id.token_calls(), world.rows("sessions").await), (0, 0));
}

#[tokio::test]
async fn a_provider_without_iss_can_be_allowed_for() {
    let world = World::with("require_iss = false").await;
    world.test_id.set_fault(Fault::MissingIssInResponse);
    assert!(world.log_in(&mut world.client(), "ptv", "/").await.gives_a_session());
    world.test_id.set_fault(Fault::WrongIssInResponse);
    assert_eq!(why(&world.log_in(&mut world.client(), "ptv", "/").await), "avvist");
}

#[tokio::test]
async fn the_national_id_can_come_from_userinfo_and_the_secret_in_the_form() {
    let world = World::with("claims_from = \"userinfo\"\nclient_auth = \"post\"").await;
    world.login("ptv").await;
    assert_eq!(world.test_id.userinfo_calls(), 1);
    world.test_id.set_fault(Fault::MissingNationalId);
    assert_eq!(why(&world.log_in(&mut world.client(), "ptv", "/").await), "avvist");
}

#[tokio::test]
async fn the_providers_new_keys_are_found_and_not_asked_for_more_than_once_a_minute() {
    let world = World::new().await;
    world.login("ptv").await;
    assert_eq!((world.test_id.discovery_calls(), world.test_id.jwks_calls()), (1, 1));
    world.test_id.rotate_key().unwrap();
    world.login("ptv").await;
    world.login("ptv").await;
    assert_eq!(world.test_id.jwks_calls(), 2);
    world.test_id.rotate_key().unwrap();
    let mut client = world.client();
    assert_eq!(why(&world.log_in(&mut client, "ptv", "/").await), "avvist");
    assert_eq!(world.test_id.jwks_calls(), 2, "too early");
    world.pass(61);
    world.login("ptv").await;
    assert_eq!((world.test_id.discovery_calls(), world.test_id.jwks_calls()), (1, 3));
}

#[tokio::test]
async fn discovery_is_renewed_each_day_and_an_old_one_is_better_than_none() {
    let world = World::new().await;
    world.login("ptv").await;
    world.pass(25 * 60 * 60);
    world.login("ptv").await;
    assert_eq!(world.test_id.discovery_calls(), 2);
    world.pass(25 * 60 * 60);
    world.test_id.set_fault(Fault::HugeDiscovery);
    world.login("ptv").await;
    world.login("ptv").await;
    assert_eq!(world.test_id.discovery_calls(), 3, "once a minute");
    world.test_id.clear_fault();
    world.pass(61);
    world.login("ptv").await;
    assert_eq!(world.test_id.discovery_calls(), 4);
}

#[tokio::test]
async fn many_logins_at_once_ask_the_provider_once() {
    let world = World::new().await;
    let begin = |mut client: Client| async move { client.get("/logg-inn").await.status() };
    let statuses = tokio::join!(begin(world.client()), begin(world.client()), begin(world.client()), begin(world.client()));
    assert_eq!(statuses, (303, 303, 303, 303));
    assert_eq!(world.test_id.discovery_calls(), 1);
}
