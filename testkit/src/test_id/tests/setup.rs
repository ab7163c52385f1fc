use tokio::net::TcpListener;

use super::{
    super::{ConfigError, StartError},
    *,
};

async fn refused(config: Config) -> ConfigError {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    match TestId::start_on(listener, config).await {
        Err(StartError::Config(error)) => error,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("started"),
    }
}

#[tokio::test]
async fn a_configuration_that_cannot_work_is_refused_at_start() {
    let issuer = |issuer: &str| Config { issuer: Some(issuer.to_owned()), ..config() };
    for bad in ["", "127.0.0.1:4400", "ftp://op.test", "http://op.test/?a", "http://op.test/#a", "http://op.test/{a}", "http://op.test/:a"]
    {
        assert!(matches!(refused(issuer(bad)).await, ConfigError::Issuer(_)), "{bad}");
    }
    for bad in ["", "sub", "birthdate"] {
        let config = Config { national_id_claim: bad.to_owned(), ..config() };
        assert!(matches!(refused(config).await, ConfigError::NationalIdClaim(_)), "{bad}");
    }
    let config_with = |uri: &str| Config { redirect_uris: vec![uri.to_owned()], ..config() };
    for bad in ["/callback", "http://portal.test/#a", "mailto:a@portal.test"] {
        assert!(matches!(refused(config_with(bad)).await, ConfigError::RedirectUri(_)), "{bad}");
    }
    let no_secret = Config { client_secret: String::new(), ..config() };
    assert!(matches!(refused(no_secret).await, ConfigError::EmptyClient));
    let no_key = Config { key_pem: Some("nonsense".to_owned()), ..config() };
    assert!(matches!(refused(no_key).await, ConfigError::Key));
    let real_person = Config { personas: vec![Persona::new("a", "B", "13097248022")], ..config() };
    assert!(matches!(refused(real_person).await, ConfigError::Persona(_)));
}

#[tokio::test]
async fn discovery_tells_where_everything_is() {
    let op = provider().await;
    let reply = get(&format!("{}/.well-known/openid-configuration", op.issuer())).await;
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let document = reply.json();
    assert_eq!(document["issuer"], op.issuer());
    for (member, path) in [
        ("authorization_endpoint", "/authorize"),
        ("token_endpoint", "/token"),
        ("userinfo_endpoint", "/userinfo"),
        ("end_session_endpoint", "/logout"),
        ("jwks_uri", "/jwks"),
    ] {
        assert_eq!(document[member], format!("{}{path}", op.issuer()));
    }
    assert_eq!(document["code_challenge_methods_supported"], serde_json::json!(["S256"]));
    assert_eq!(document["authorization_response_iss_parameter_supported"], true);
    assert_eq!(op.discovery_calls(), 1);
}

#[tokio::test]
async fn an_issuer_with_a_path_has_everything_below_it() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let issuer = format!("http://{}/auth/realms/test", listener.local_addr().unwrap());
    let config = Config { issuer: Some(format!("{issuer}/")), ..config() };
    let op = TestId::start_on(listener, config).await.unwrap();
    assert_eq!(op.issuer(), issuer);
    let discovery = get(&format!("{issuer}/.well-known/openid-configuration")).await.json();
    assert_eq!(discovery["issuer"], issuer);
    assert!(get(&request(&op, &[])).await.body.contains(r#"href="/auth/realms/test/style.css""#));
    assert_eq!(log_in(&op).await.claims["iss"], issuer);
}

#[tokio::test]
async fn a_kept_key_keeps_its_name() {
    use p256::{
        SecretKey,
        elliptic_curve::Generate,
        pkcs8::{EncodePrivateKey, LineEnding},
    };
    let key = SecretKey::generate();
    let sec1 = key.to_sec1_pem(LineEnding::LF).unwrap().to_string();
    let parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    let pems = [key.to_pkcs8_pem(LineEnding::LF).unwrap().to_string(), format!("{parameters}{sec1}"), sec1];
    let mut kids = Vec::new();
    for pem in pems {
        let op = TestId::start(Config { key_pem: Some(pem), ..config() }).await;
        kids.push(log_in(&op).await.header["kid"].clone());
    }
    assert!(kids.iter().all(|kid| *kid == kids[0]));
    assert_ne!(kids[0], log_in(&provider().await).await.header["kid"]);
}

#[tokio::test]
async fn a_provider_that_is_shut_down_or_dropped_stops_listening() {
    let (first, second) = (provider().await, provider().await);
    let addresses = [&first, &second].map(|op| op.issuer().trim_start_matches("http://").to_owned());
    first.shutdown().await;
    drop(second);
    tokio::task::yield_now().await;
    for address in addresses {
        assert!(tokio::net::TcpStream::connect(address).await.is_err());
    }
}
