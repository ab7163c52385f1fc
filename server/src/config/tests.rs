use super::environment::{KEYS, variable};
use super::*;

const COMPLETE: &str = r#"
listen = "127.0.0.1:3100"
public_url = "https://klar.example.org"
national_ids = "real"

[log]
format = "json"

[oidc]
issuer = "https://id.example.org"
client_id = "klar"
client_secret = "do-not-show"
national_id_claim = "pid"
accepted_acr = ["high"]
"#;

fn load(text: &str, variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("klar.toml");
    std::fs::write(&path, text).unwrap();
    let variables: Vec<_> = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::load_from(Some(&path), &variables)
}

fn error(text: &str, variables: &[(&str, &str)]) -> String {
    load(text, variables).unwrap_err().to_string()
}

#[test]
fn an_empty_file_is_a_development_system_without_login() {
    let config = load("", &[]).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.public_url.origin(), "http://localhost:3000");
    assert_eq!(config.national_ids, Accept::SyntheticOnly);
    assert_eq!(config.key_file(), Path::new("data/keys.json"));
    assert_eq!(config.oidc().unwrap_err().to_string(), "oidc.issuer is not set: write it in klar.toml or set KLAR_OIDC_ISSUER");
}

#[test]
fn the_environment_is_over_the_file() {
    let config =
        load(COMPLETE, &[("KLAR_OIDC_CLIENT_ID", "other"), ("KLAR_OIDC_ACCEPTED_ACR", "a, b"), ("KLAR_OIDC_REQUIRE_ISS", "false")])
            .unwrap();
    let oidc = config.oidc().unwrap();
    assert_eq!((oidc.client_id.as_str(), oidc.issuer.as_str()), ("other", "https://id.example.org"));
    assert_eq!(oidc.accepted_acr, ["a", "b"]);
    assert!(!oidc.require_iss);
    assert_eq!(oidc.scopes, ["openid", "profile"]);
    assert_eq!(config.national_ids, Accept::RealOnly);
}

#[test]
fn the_register_is_followed_only_when_asked() {
    let register = load("", &[]).unwrap().register;
    assert_eq!((register.follow, register.every.duration().as_secs()), (false, 900));
    assert_eq!(register.address.at("enheter/1"), "https://data.brreg.no/enhetsregisteret/api/enheter/1");
    let file = "[register]\naddress = \"http://127.0.0.1:9/api/\"\nfollow = true\nevery = \"6h\"\n";
    let register = load(file, &[("KLAR_REGISTER_EVERY", "90s")]).unwrap().register;
    assert_eq!((register.follow, register.every.duration().as_secs()), (true, 90));
    assert_eq!(register.address.at("enheter/1"), "http://127.0.0.1:9/api/enheter/1");
}

#[test]
fn how_often_one_may_search() {
    let limits = |file: &str, variables: &[(&str, &str)]| {
        let limits = load(file, variables).unwrap().search_limits;
        (limits.per_minute, limits.per_day)
    };
    assert_eq!(limits("", &[]), (120, 1_200));
    assert_eq!(limits("[members]\nsearches_per_minute = 30\n", &[("KLAR_MEMBERS_SEARCHES_PER_DAY", "500")]), (30, 500));
    assert_eq!(limits("[members]\nsearches_per_minute = 100000\n", &[]), (100_000, 100_000), "a measurement needs no second number");
    assert!(error("[members]\nsearches_per_minute = 0\n", &[]).starts_with("members.searches_per_minute must be at least 20"));
    assert!(error("[members]\nsearches_per_day = 100\n", &[]).starts_with("members.searches_per_day must not be less than"));
}

#[test]
fn the_environment_alone_is_enough() {
    let config = load(
        "",
        &[
            ("KLAR_OIDC_ISSUER", "http://127.0.0.1:4400"),
            ("KLAR_OIDC_CLIENT_ID", "klar"),
            ("KLAR_OIDC_CLIENT_SECRET", "s"),
            ("KLAR_OIDC_NATIONAL_ID_CLAIM", "pid"),
            ("KLAR_OIDC_ACCEPTED_ACR", "urn:bankid:bid;LOA=4"),
            ("KLAR_DATA", "/var/lib/klar"),
            ("DATABASE_URL", "postgres://klar@/klar"),
        ],
    )
    .unwrap();
    assert_eq!(config.oidc().unwrap().accepted_acr, ["urn:bankid:bid;LOA=4"]);
    assert_eq!(config.key_file(), Path::new("/var/lib/klar/keys.json"));
    assert_eq!(config.database_url.unwrap().expose(), "postgres://klar@/klar");
}

#[test]
fn mistakes_in_the_file_are_named_with_their_line() {
    for (text, line, says) in [
        ("listen = \"127.0.0.1:3000\"\nlisten_on = 1\n", 2, "unknown field `listen_on`, expected one of `listen`, `public_url`"),
        ("\n[oidc]\nissuer = \"https://a\"\nclientid = \"x\"\n", 4, "unknown field `clientid`, expected one of `issuer`, `client_id`"),
        ("listen = \"3000\"\n", 1, "invalid socket address syntax"),
        ("# one\n# two\npublic_url = \"http://klar.example.org\"\n", 3, "http is accepted for localhost only"),
        ("public_url = \"https://klar.example.org/klar\"\n", 1, "scheme, host and port only"),
        ("national_ids = \"both\"\n", 1, "unknown variant `both`, expected `synthetic` or `real`"),
        ("[oidc]\nsigning_algs = [\"HS256\"]\n", 2, "unknown variant `HS256`, expected one of `RS256`, `PS256`, `ES256`"),
        ("[oidc]\nissuer = \"http://id.example.org\"\n", 2, "http is accepted for localhost only"),
        ("[oidc]\nclient_auth = \"jwt\"\n", 2, "unknown variant `jwt`, expected `basic` or `post`"),
        ("[register]\nevery = \"5s\"\n", 2, "expected a time from one minute to one day, as in 15m or 6h, not `5s`"),
        ("[register]\nevery = \"often\"\n", 2, "expected a time from one minute to one day"),
        ("[register]\naddress = \"http://data.brreg.no/x\"\n", 2, "http is accepted for localhost only"),
        ("[register]\naddress = \"https://data.brreg.no/x?y\"\n", 2, "no `?`, no `#` and no user"),
        ("[oidc\n", 1, ""),
    ] {
        let error = error(text, &[]);
        assert!(error.contains(&format!("klar.toml, line {line}: ")) && error.contains(says), "{text}\n{error}");
    }
}

#[test]
fn mistakes_in_the_environment_are_named() {
    assert!(error("", &[("KLAR_OIDC_CLIENTID", "x")]).starts_with("the environment variable KLAR_OIDC_CLIENTID is unknown"));
    assert!(error("", &[("KLAR_LISTEN", "x")]).starts_with("the environment variable KLAR_LISTEN: "));
    assert!(error("", &[("KLAR_OIDC_REQUIRE_ISS", "yes")]).ends_with("expected `true` or `false`"));
    assert!(load("", &[("KLAR_TEST_POSTGRES", "postgres://"), ("KLAR_LISTEN", ""), ("PATH", "/bin")]).is_ok());
}

#[test]
fn a_database_in_memory_is_refused() {
    for url in ["sqlite::memory:", "sqlite://:memory:", "sqlite://klar.db?mode=memory"] {
        assert!(error("", &[("DATABASE_URL", url)]).starts_with("database_url must name a file"), "{url}");
    }
    assert!(load("", &[("DATABASE_URL", "sqlite:///var/lib/klar.db?mode=rwc")]).is_ok());
}

#[test]
fn what_must_be_there_is_asked_for_by_name() {
    for key in ["issuer", "client_id", "client_secret", "national_id_claim", "accepted_acr"] {
        let without: String =
            COMPLETE.lines().filter(|line| !line.starts_with(&format!("{key} ="))).map(|line| format!("{line}\n")).collect();
        assert!(error(&without, &[]).starts_with(&format!("oidc.{key} is not set")), "{key}");
    }
    assert!(error(&COMPLETE.replace("[\"high\"]", "[]"), &[]).starts_with("oidc.accepted_acr is not set"));
}

#[test]
fn secrets_are_shown_nowhere() {
    let config = load(COMPLETE, &[("DATABASE_URL", "postgres://klar:hidden@db/klar")]).unwrap();
    let debug = format!("{config:?}");
    assert!(!debug.contains("do-not-show") && !debug.contains("hidden"), "{debug}");
    for wrong in
        ["client_secret = 13579", "client_secret = do-not-show", "client_secret = \"do-not-show\" x", "client_secret = \"do-not-show"]
    {
        let error = error(&COMPLETE.replace("client_secret = \"do-not-show\"", wrong), &[]);
        assert!(error.contains("line 12") && !error.contains("do-not-show") && !error.contains("13579"), "{error}");
    }
}

#[test]
fn a_secret_can_lie_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    std::fs::write(&path, "from a file\n").unwrap();
    let line = format!("client_secret_file = {:?}", path.display().to_string());
    let config = load(&COMPLETE.replace("client_secret = \"do-not-show\"", &line), &[]).unwrap();
    assert_eq!(config.oidc().unwrap().client_secret.expose(), "from a file");
    assert!(error(&format!("{COMPLETE}{line}\n"), &[]).contains("not both"));
    // Over a file that names one, the environment may give the other.
    let config = load(&COMPLETE.replace("client_secret = \"do-not-show\"", &line), &[("KLAR_OIDC_CLIENT_SECRET", "here")]).unwrap();
    assert_eq!(config.oidc().unwrap().client_secret.expose(), "here");
}

#[test]
fn a_missing_file_is_an_error_when_it_was_asked_for() {
    let named = Config::load_from(Some(Path::new("/nowhere/klar.toml")), &[]).unwrap_err().to_string();
    assert!(named.starts_with("the configuration file /nowhere/klar.toml cannot be read"), "{named}");
    let variable = [("KLAR_CONFIG".to_owned(), "/nowhere/else.toml".to_owned())];
    assert!(Config::load_from(None, &variable).unwrap_err().to_string().contains("/nowhere/else.toml"));
}

#[test]
fn the_documentation_names_every_key_and_the_example_can_be_used() {
    let docs = include_str!("../../../docs/configuration.md");
    for (key, _) in KEYS {
        let (name, variable) = (key.rsplit('.').next().unwrap(), variable(key));
        assert!(docs.contains(&format!("`{name}`")) && docs.contains(&format!("`{variable}`")), "{key}");
    }
    let example = include_str!("../../../klar.toml.example");
    assert!(load(example, &[]).unwrap().oidc().is_ok());
}

#[test]
fn documents_lie_in_a_folder_or_in_a_bucket() {
    let documents = |text: &str| load(&format!("[documents]\n{text}"), &[]);
    assert!(matches!(load("", &[]).unwrap().documents, Documents::Beside));
    assert!(matches!(documents("folder = \"/srv/klar\"").unwrap().documents, Documents::Folder(_)));
    let whole = "s3_endpoint = \"https://s3.example.org\"\ns3_bucket = \"klar\"\ns3_access_key = \"a\"\ns3_secret_key = \"do-not-show\"";
    let config = documents(whole).unwrap();
    let Documents::Bucket(bucket) = &config.documents else { panic!("{:?}", config.documents) };
    assert_eq!((bucket.endpoint.as_str(), bucket.name.as_str(), bucket.region.as_str()), ("https://s3.example.org", "klar", "us-east-1"));
    assert!(!format!("{config:?}").contains("do-not-show"));
    for (text, wrong) in [
        (format!("folder = \"x\"\n{whole}"), "set documents.folder or documents.s3_endpoint, not both"),
        ("s3_bucket = \"klar\"".to_owned(), "documents.s3_endpoint is not set"),
        (whole.replace("s3_bucket = \"klar\"\n", ""), "documents.s3_bucket is not set"),
        (whole.replace("s3_access_key = \"a\"\n", ""), "documents.s3_access_key is not set"),
        (whole.replace("https:", "http:"), "http is accepted for localhost only"),
        (format!("{whole}\ns3_secret_key_file = \"x\""), "not both"),
        ("scanner = \"127.0.0.1:3310\"".to_owned(), "expected tcp://host:port or unix:/path/to/socket"),
        ("scanner = \"unix:clamd.ctl\"".to_owned(), "expected tcp://host:port"),
    ] {
        let said = documents(&text).unwrap_err().to_string();
        assert!(said.contains(wrong), "{text}: {said}");
    }
    assert_eq!(documents("scanner = \"unix:/run/clamd.ctl\"").unwrap().scanner, Some(ScannerAddress::Unix("/run/clamd.ctl".into())));
    // The environment has the last word on where they lie.
    let elsewhere = load(&format!("[documents]\n{whole}"), &[("KLAR_DOCUMENTS_FOLDER", "/srv/klar")]).unwrap().documents;
    assert!(matches!(elsewhere, Documents::Folder(_)), "{elsewhere:?}");
    let elsewhere = load("[documents]\nfolder = \"x\"", &[("KLAR_DOCUMENTS_S3_ENDPOINT", "https://s3.example.org")]).unwrap_err();
    assert!(elsewhere.to_string().starts_with("documents.s3_bucket is not set"), "{elsewhere}");
}
