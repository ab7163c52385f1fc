use crate::letters::templates::files;
use crate::letters::{Template, Templates, Wrong};

const GOOD: &str = "code: TRY\nversion: 1\nname.nb: a\nname.nn: b\nname.en: c\nabout.nb: d\nabout.nn: e\nabout.en: f\nsuggest: FERIE\n\
    \nfield: who\nkind: person\nrequired: yes\nsource: member.name\nlabel.nb: g\nlabel.nn: h\nlabel.en: i\n\
    \nfield: why\nkind: long\nrequired: no\nlabel.nb: j\nlabel.nn: k\nlabel.en: l\n\
    \ntext.nb:\n# Til {who}\n\nHei **{who}**.\n\n{why}\n\ntext.nn:\n# Til {who}\n[if why]\n## Kvifor\n{why}\n[end]\n";

#[test]
fn every_template_that_comes_with_the_portal_can_be_read() {
    for (name, file) in files() {
        if let Err(error) = Template::parse(name, file) {
            panic!("{error}");
        }
    }
    assert_eq!(Templates::standard().iter().len(), files().len());
    let mut codes: Vec<&str> = Templates::standard().iter().map(|template| template.code.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), files().len(), "two templates have one code");
}

#[test]
fn says_what_is_wrong_and_on_which_line() {
    assert!(Template::parse("try", GOOD).is_ok(), "{:?}", Template::parse("try", GOOD));
    for (from, to, line, message) in [
        ("version: 1", "version: 0", 1, "the version is a number"),
        ("code: TRY", "code: try", 1, "capital letters"),
        ("name.en: c\n", "", 1, "`name.en` is missing"),
        ("suggest: FERIE", "suggest: ferie", 1, "`ferie`"),
        ("about.nb: d", "abut.nb: d", 6, "`abut.nb` is not a key"),
        ("about.nb: d", "what is this", 6, "`key: value`"),
        ("about.nn: e", "about.nb: e", 7, "`about.nb` stands above"),
        ("kind: person", "kind: man", 11, "`man`"),
        ("required: no", "required: perhaps", 19, "`yes` or `no`"),
        ("source: member.name", "source: member.secret", 11, "`member.secret`"),
        ("field: why", "field: who", 19, "`who` stands above"),
        ("kind: long", "kind: choice", 19, "options"),
        ("label.nn: k\n", "", 19, "`label.nn` is missing"),
        ("**{who}**", "**{who}", 29, "`**`"),
        ("**{who}**", "{who", 29, "`{` and `}`"),
        ("**{who}**", "who}", 29, "`{` and `}`"),
        ("**{who}**", "{whom}", 29, "no field `whom`"),
        ("Hei **{who}**.", "Hei {why}.", 29, "of many lines"),
        ("kind: long", "kind: text\nhint.nb: m\nhint.nn: n\nhint.en: o", 0, ""),
        ("[if why]", "[if who = x]", 35, "has no option `x`"),
        ("[end]\n", "", 35, "has no `[end]`"),
        ("[if why]\n", "", 37, "`[end]` without"),
        ("[if why]", "[unless why]", 35, "in brackets"),
        ("## Kvifor\n{why}", "## Kvifor", 0, ""),
        ("{why}\n\ntext.nn", "text.nn", 19, "is not used in the text in `nb`"),
        ("text.nn:", "text.se:", 33, "`se`"),
        ("text.nn:", "text.en:", 1, "no text in `nn`"),
        ("# Til {who}\n\nHei", "Hei", 27, "one subject"),
        ("{why}\n\ntext.nn", "| {why} |\n\ntext.nn", 31, "two to four columns"),
        ("{why}\n\ntext.nn", "| {why} | a\n\ntext.nn", 31, "ends with `|`"),
        ("{why}\n\ntext.nn", "fact: {why}\n\ntext.nn", 31, "two parts"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let result = Template::parse("try", &GOOD.replacen(from, to, 1));
        match (line, result) {
            (0, result) => assert!(result.is_ok(), "{to}: {result:?}"),
            (_, Ok(_)) => panic!("{to} was taken"),
            (line, Err(error)) => {
                assert_eq!((error.template.as_str(), error.line), ("try", line), "{to}: {error}");
                assert!(error.wrong.to_string().contains(message), "{to}: {error}");
            }
        }
    }
}

#[test]
fn what_need_not_be_filled_leaves_no_hole() {
    let hole = GOOD.replacen("kind: long", "kind: text", 1).replacen("Hei **{who}**.", "Hei {why}.", 1);
    assert_eq!(Template::parse("try", &hole).unwrap_err().wrong, Wrong::Unguarded("why".to_owned()));
    let guarded = hole.replacen("Hei {why}.", "[if why]\nHei {why}.\n[end]", 1);
    assert!(Template::parse("try", &guarded).is_ok());
    let not = guarded.replacen("[if why]", "[if not why]", 1);
    assert_eq!(Template::parse("try", &not).unwrap_err().wrong, Wrong::Unguarded("why".to_owned()));
}
