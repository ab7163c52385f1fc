//! A small union: a local, two clubs, and a person for each way of being one.

use domain::identity::Accept;
use domain::registry::{Line, parse_line};
use store::Store;
use store::registry::{Asked, Outcome, Source};

/// Key, name, synthetic national id. The stranger is in no registry; those after are in [`super::Union`] only.
pub(crate) const PEOPLE: [(&str, &str, &str); 13] = [
    ("ptv", "Vakker Blomst", "01918502064"),
    ("leader", "Klok Fjord", "24869200928"),
    ("member", "Stille Skog", "03827102597"),
    ("former", "Rask Elv", "17850350450"),
    ("stranger", "Ukjent Stein", "30896600407"),
    ("narrow", "Trygg Vei", "04829010009"),
    ("leader-b", "Rolig Bekk", "05838110020"),
    ("officer", "Lys Dag", "06846810100"),
    ("outsider", "Fjern Kyst", "07857710066"),
    ("protected", "Skjult Dal", "08869110036"),
    ("board", "Flink Hand", "09877910056"),
    ("dpo", "Vaken Stjerne", "10887910095"),
    ("admin", "Ryddig Skuff", "10888410029"),
];

/// The registry file.
pub(crate) const LINES: &str = r#"{"type":"unit","id":"F","kind":"union","name":"Forbundet"}
{"type":"unit","id":"K1","kind":"county","name":"Fjellfylket","parent":"F"}
{"type":"unit","id":"L1","kind":"local","name":"Solvik fagforening","parent":"K1","phone":"40000100","email":"post@solvik.example"}
{"type":"unit","id":"C1","kind":"club","name":"Klubben ved Granlia","parent":"L1"}
{"type":"unit","id":"C2","kind":"club","name":"Klubben ved Furumo","parent":"L1"}
{"type":"member","id":"1","national_id":"01918502064","given_name":"Vakker","family_name":"Blomst","local":"L1","kind":"active","joined":"2019-08-01"}
{"type":"member","id":"2","national_id":"24869200928","given_name":"Klok","family_name":"Fjord","local":"L1","kind":"active","joined":"2015-01-01"}
{"type":"member","id":"3","national_id":"03827102597","given_name":"Stille","family_name":"Skog","local":"L1","kind":"active","joined":"2020-01-01"}
{"type":"member","id":"4","national_id":"17850350450","given_name":"Rask","family_name":"Elv","local":"L1","kind":"active","joined":"2010-01-01"}
{"type":"mandate","id":"V1","member":"1","office":"PTV","unit":"C1","from":"2025-03-01"}
{"type":"mandate","id":"V2","member":"2","office":"KLUBBLEDER","unit":"C1","from":"2025-03-01"}
{"type":"mandate","id":"V3","member":"4","office":"PTV","unit":"C1","from":"2023-03-01","to":"2025-02-28"}
"#;

/// The national id of one of [`PEOPLE`].
pub(crate) fn person(key: &str) -> &'static str {
    PEOPLE.iter().find(|(own, ..)| *own == key).unwrap_or_else(|| panic!("nobody is called {key}")).2
}

/// [`LINES`], read.
pub(crate) fn lines() -> Vec<Line> {
    (1..).zip(LINES.lines()).map(|(number, line)| parse_line(number, line).unwrap()).collect()
}

pub(super) async fn load(store: &Store, lines: Vec<Line>) {
    match store.import_registry((1..).zip(lines).collect(), &Asked::of(Accept::SyntheticOnly)).await.unwrap().outcome {
        Outcome::Applied(_) => {}
        other => panic!("{other:?}"),
    }
}

pub(super) async fn hold(store: &Store, lines: Vec<Line>) -> String {
    let source =
        Source { command: "klar import registry".to_owned(), files: vec![("uttrekk.jsonl".to_owned(), 0)], digest: "3f".repeat(32) };
    let asked = Asked { source, ..Asked::of(Accept::SyntheticOnly) };
    let imported = store.import_registry((1..).zip(lines).collect(), &asked).await.unwrap();
    assert!(matches!(imported.outcome, Outcome::Held(_)), "{:?}", imported.outcome);
    imported.id.unwrap().to_string()
}
