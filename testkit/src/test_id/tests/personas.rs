use super::{
    super::{PersonaError, persona},
    *,
};

fn load(json: &str) -> Result<Vec<Persona>, PersonaError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("personas.json");
    std::fs::write(&file, json).unwrap();
    Persona::load(&file)
}

#[test]
fn a_file_is_a_list_of_people() {
    let people = load(
        r#"[{"key":"ptv","name":"Vakker Blomst","national_id":"01918502064","given_name":"Vakker","family_name":"Blomst",
             "about":{"nb":"Plasstillitsvalgt","en":"Shop steward"}},
            {"key":"dnr","name":"Rolig","national_id":"48838800680","about":{"nb":"Har D-nummer"}}]"#,
    )
    .unwrap();
    assert_eq!(people.len(), 2);
    assert_eq!(people[0].about.en.as_deref(), Some("Shop steward"));
    let single = persona::Person::from(&people[1]);
    assert_eq!((single.given_name.as_deref(), single.family_name), (Some("Rolig"), None));
    assert!(load("[]").unwrap().is_empty());
}

#[test]
fn a_bad_file_is_refused_in_a_sentence() {
    let person = |key: &str, national_id: &str, more: &str| {
        format!(r#"{{"key":"{key}","name":"Vakker Blomst","national_id":"{national_id}","about":{{"nb":"x"}}{more}}}"#)
    };
    let good = person("a", NATIONAL_ID, "");
    let cases = [
        ("{".to_owned(), "is not a list of personas"),
        ("{}".to_owned(), "is not a list of personas"),
        (r#"[{"key":"a"}]"#.to_owned(), "missing field"),
        (format!("[{}]", person(" ", NATIONAL_ID, "")), "empty key"),
        (format!("[{}]", person("a", "019185 02064", "")), "exactly 11 digits"),
        (format!("[{}]", person("a", "13097248022", "")), "synthetic"),
        (format!("[{}]", person("a", NATIONAL_ID, r#","birthdate":"1.2.1985""#)), "birthdate"),
        (format!("[{good},{good}]"), "same key"),
        (format!("[{good},{}]", person("b", NATIONAL_ID, "")), "same national_id"),
    ];
    for (json, expected) in cases {
        let error = load(&json).unwrap_err().to_string();
        assert!(error.contains(expected) && error.ends_with('.') && !error.contains('\n'), "{error}");
    }
    let missing = Persona::load("/nowhere/personas.json".as_ref()).unwrap_err().to_string();
    assert!(missing.starts_with("Cannot read the personas file /nowhere/personas.json"), "{missing}");
}
