//! A protocol's fields as plain values, for letters that are made of it.

use super::{Protocol, Signature};

/// Every field with its name, in the order in which they stand in a protocol; those that are empty are left out. Dates
/// are `2026-03-12`, points and signatures are numbered from 1: `point.1.subject`.
pub fn protocol_fields(protocol: &Protocol, signatures: &[Signature]) -> Vec<(String, String)> {
    let day = |day: Option<crate::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut fields = vec![
        ("number".to_owned(), protocol.number.to_string()),
        ("case_number".to_owned(), protocol.case_number.to_string()),
        ("kind".to_owned(), protocol.kind.to_string()),
        ("held_on".to_owned(), day(protocol.head.held_on)),
        ("place".to_owned(), protocol.head.place.clone()),
        ("employer_party".to_owned(), protocol.head.employer.clone()),
        ("our_party".to_owned(), protocol.head.ours.clone()),
        ("basis".to_owned(), protocol.head.basis.clone()),
    ];
    for (n, point) in (1..).zip(&protocol.points) {
        for (name, text) in [
            ("subject", &point.subject),
            ("employer_says", &point.employer),
            ("we_say", &point.ours),
            ("agreed", &point.agreed),
            ("disagreed", &point.disagreed),
        ] {
            fields.push((format!("point.{n}.{name}"), text.clone()));
        }
    }
    fields.push(("ended_on".to_owned(), day(protocol.ended_on)));
    fields.push(("longer_time".to_owned(), protocol.longer_time.clone()));
    fields.push(("employer_comment".to_owned(), protocol.employer_comment.clone()));
    fields.push(("our_comment".to_owned(), protocol.our_comment.clone()));
    for (n, action) in (1..).zip(&protocol.actions) {
        for (name, text) in [("who", action.who.clone()), ("what", action.what.clone()), ("due", day(action.due))] {
            fields.push((format!("action.{n}.{name}"), text));
        }
    }
    for (n, signature) in (1..).zip(signatures) {
        for (name, text) in [
            ("name", signature.name.clone()),
            ("role", signature.role.clone()),
            ("signed_on", signature.signed_on.to_string()),
            ("how", signature.how.map(|how| how.to_string()).unwrap_or_default()),
        ] {
            fields.push((format!("signature.{n}.{name}"), text));
        }
    }
    fields.retain(|(_, text)| !text.is_empty());
    fields
}

#[cfg(test)]
mod tests {
    use super::super::canonical::tests::protocol;
    use super::*;

    #[test]
    fn every_field_that_says_something_is_there_once() {
        let signature = Signature {
            name: "Vakker Blomst".to_owned(),
            role: "tillitsvalgt".to_owned(),
            signed_on: "2026-03-12".parse().unwrap(),
            how: None,
            digest: [0; 32],
        };
        let fields = protocol_fields(&protocol(), &[signature]);
        let of = |name: &str| fields.iter().filter(|(own, _)| own == name).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
        assert_eq!(
            (of("held_on"), of("point.2.subject"), of("signature.1.name")),
            (vec!["2026-03-12"], vec!["Lønn"], vec!["Vakker Blomst"])
        );
        assert_eq!((of("point.1.agreed"), of("signature.1.how")), (Vec::<&str>::new(), Vec::<&str>::new()));
    }
}
