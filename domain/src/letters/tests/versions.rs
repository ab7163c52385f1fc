use crate::letters::{TemplateChanged, Templates, TemplatesError};

fn changed(from: &str, to: &str) -> String {
    let text = Templates::standard_text();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

/// Where the template with this code begins, with its version.
fn version_of(code: &str) -> (String, u32) {
    let version = Templates::standard().get(code).unwrap().version;
    (format!("code: {code}\nversion: {version}\n"), version)
}

#[test]
fn the_file_of_the_standard_is_read_as_the_standard() {
    let read = Templates::parse(0, &Templates::standard_text()).unwrap();
    assert_eq!(&read, Templates::standard());
    let next = Templates::standard().followed_by(&Templates::standard_text().replace('\n', "\r\n")).unwrap();
    assert_eq!((next.version, next.difference(Templates::standard())), (1, vec![]));
}

#[test]
fn a_template_stays_and_one_that_is_changed_has_a_higher_version() {
    let standard = Templates::standard();
    let refused = |file: &str| standard.followed_by(file).unwrap_err().to_string();
    assert!(refused(&changed("code: FULLMAKT\n", "code: FULLMAKTEN\n")).starts_with("FULLMAKT is missing"));
    let (head, version) = version_of("FULLMAKT");
    let renamed = format!("{head}name.nb: Fullmakt til forbundet og");
    assert!(refused(&changed(&format!("{head}name.nb: "), &format!("{renamed} "))).starts_with("FULLMAKT is changed"));
    let higher = renamed.replace(&format!("version: {version}"), &format!("version: {}", version + 1));
    let next = standard.followed_by(&changed(&format!("{head}name.nb: "), &format!("{higher} "))).unwrap();
    let changes: Vec<_> = next.difference(standard).into_iter().map(|change| (change.code.to_string(), change.what)).collect();
    assert_eq!(changes, [("FULLMAKT".to_owned(), TemplateChanged::Rewritten)]);
    // And the next may not fall back.
    assert!(matches!(next.followed_by(&Templates::standard_text()), Err(TemplatesError::Version(..))));
}

#[test]
fn a_template_is_closed_and_opened_without_another_version() {
    let (head, _) = version_of("REFERAT");
    let closed = Templates::standard().followed_by(&changed(&head, &format!("{head}closed: yes\n"))).unwrap();
    assert!(closed.get("REFERAT").unwrap().closed);
    let what = |after: &Templates, before: &Templates| after.difference(before).into_iter().map(|change| change.what).collect::<Vec<_>>();
    assert_eq!(what(&closed, Templates::standard()), [TemplateChanged::Closed]);
    let opened = closed.followed_by(&Templates::standard_text()).unwrap();
    assert_eq!(what(&opened, &closed), [TemplateChanged::Opened]);
}

#[test]
fn a_new_template_comes_in_and_errors_name_template_and_line_of_the_whole_file() {
    let standard = Templates::standard_text();
    let own = "code: EGET_BREV\nversion: 1\nname.nb: Eget\nname.nn: Eige\nname.en: Own\nabout.nb: a\nabout.nn: b\nabout.en: c\n\n\
        field: who\nkind: person\nrequired: yes\nlabel.nb: Hvem\nlabel.nn: Kven\nlabel.en: Who\n\n\
        text.nb:\n# Til {who}\n\ntext.nn:\n# Til {who}\n";
    let with = format!("{standard}===\n{own}");
    let next = Templates::standard().followed_by(&with).unwrap();
    let changes = next.difference(Templates::standard());
    assert_eq!(changes.iter().map(|change| (change.code.code(), change.what)).collect::<Vec<_>>(), [("EGET_BREV", TemplateChanged::Added)]);
    let at = standard.lines().count() + 1;
    let wrong = with.replace("# Til {who}\n\ntext.nn", "# Til {whom}\n\ntext.nn");
    let error = Templates::parse(1, &wrong).unwrap_err().to_string();
    assert!(error.starts_with(&format!("EGET_BREV, line {}: ", at + 18)), "{error}");
    assert_eq!(Templates::parse(1, &format!("{with}===\n{own}")).unwrap_err().to_string(), "EGET_BREV stands there twice");
    assert!(Templates::parse(1, "").is_err());
}
