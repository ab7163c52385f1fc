//! Reading a template's file.
//!
//! First what it is, then its fields, then its text in each language:
//!
//! ```text
//! code: KRAV_FORHANDLING
//! version: 1
//! name.nb: Krav om forhandlinger
//! about.nb: …
//! suggest: OPPSIGELSE AVSKJED
//! closed: no
//!
//! field: member
//! kind: person
//! required: yes
//! source: member.name
//! label.nb: Medlem
//! hint.nb: …
//! option: dismissal | oppsigelse | oppseiing | dismissal
//!
//! text.nb:
//! # Krav om forhandlinger for {member}
//! …
//! ```

use crate::Lang;
use crate::code::UnknownCode;

use super::check::check;
use super::markup;
use super::template::{Choice, FieldDef, FieldKind, Source, Template, Trilingual};

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}, line {line}: {wrong}")]
pub struct TemplateError {
    /// The template's file, or its code.
    pub template: String,
    /// The line, from 1.
    pub line: usize,
    /// What.
    pub wrong: Wrong,
}

/// What can be wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each is explained by its sentence")]
pub enum Wrong {
    #[error("`key: value` is needed here, before the first `text.nb:`")]
    NotAKey,
    #[error("`{0}` is not a key that belongs here")]
    UnknownKey(String),
    #[error("`{0}` stands above already")]
    Twice(String),
    #[error("`{0}` is missing")]
    MissingKey(String),
    #[error("the code is capital letters, digits and `_`, at most 32, and begins with a letter")]
    Code,
    #[error("the version is a number from 1")]
    Version,
    #[error("{0}")]
    UnknownCode(#[from] UnknownCode),
    #[error("the name of a field is small letters, digits and `_`")]
    FieldName,
    #[error("`yes` or `no` is needed")]
    YesOrNo,
    #[error("`{0}` is not something a case has")]
    UnknownSource(String),
    #[error("an option is a code and its words in bokmål, nynorsk and English, with `|` between them")]
    Option,
    #[error("options belong to a field that is a choice, and a choice needs at least two")]
    Options,
    #[error("`[end]` without an `[if …]`")]
    EndWithoutIf,
    #[error("this `[if …]` has no `[end]`")]
    IfWithoutEnd,
    #[error("`[if field]`, `[if not field]`, `[if field = option]` or `[end]` is needed in brackets")]
    Bracket,
    #[error("a row of a table ends with `|`")]
    RowWithoutEnd,
    #[error("two parts with `|` between them are needed here")]
    HalfMissing,
    #[error("`**` is opened and not closed")]
    StrongWithoutEnd,
    #[error("`{{` and `}}` stand around the name of a field, and nowhere else")]
    FieldWithoutEnd,
    #[error("there is no field `{0}`")]
    NoSuchField(String),
    #[error("the field `{0}` has no option `{1}`")]
    NoSuchOption(String, String),
    #[error("the field `{0}` is not used in the text in `{1}`")]
    Unused(String, Lang),
    #[error("there is no text in `{0}`")]
    NoText(Lang),
    #[error("the text in `{0}` must have one subject (`# `), outside of every `[if …]`")]
    Subject(Lang),
    #[error("the field `{0}` need not be filled: it must stand alone, or inside `[if {0}]`")]
    Unguarded(String),
    #[error("the field `{0}` is of many lines: it must be a paragraph, an item, a line of an address or a cell by itself")]
    ManyLines(String),
    #[error("a table has two to four columns, the same in each row")]
    Columns,
}

#[derive(Default)]
struct Draft {
    keys: Vec<(String, String)>,
    line: usize,
}

impl Template {
    /// Reads and checks a template; `name` is what errors call it.
    pub fn parse(name: &str, file: &str) -> Result<Self, TemplateError> {
        let failed = |(line, wrong)| TemplateError { template: name.to_owned(), line, wrong };
        let (template, places) = whole(file).map_err(failed)?;
        check(&template, &places).map_err(failed)?;
        Ok(template)
    }
}

/// The template, and the line of each field.
fn whole(file: &str) -> Result<(Template, Vec<usize>), (usize, Wrong)> {
    let lines: Vec<&str> = file.lines().collect();
    let begins = |line: &str| line.strip_prefix("text.").and_then(|rest| rest.trim_end().strip_suffix(':')).map(str::parse::<Lang>);
    let head = lines.iter().position(|line| begins(line).is_some()).unwrap_or(lines.len());
    let mut drafts = vec![Draft { line: 1, ..Draft::default() }];
    for (line, text) in (1..).zip(lines.iter().take(head)) {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let (key, value) = text.split_once(':').ok_or((line, Wrong::NotAKey))?;
        if key == "field" {
            drafts.push(Draft { line, ..Draft::default() });
        }
        let Some(draft) = drafts.last_mut() else { continue };
        if key != "option" && draft.keys.iter().any(|(other, _)| other == key) {
            return Err((line, Wrong::Twice(key.to_owned())));
        }
        let known = match draft.keys.first() {
            Some((first, _)) if first == "field" => FIELD_KEYS.contains(&key),
            _ => HEAD_KEYS.contains(&key) || key == "field",
        };
        if !known {
            return Err((line, Wrong::UnknownKey(key.to_owned())));
        }
        draft.keys.push((key.to_owned(), value.trim().to_owned()));
    }
    let mut drafts = drafts.into_iter();
    let top = drafts.next().unwrap_or_default();
    let mut fields = Vec::new();
    let mut places = Vec::new();
    for draft in drafts {
        let field = field(&draft).map_err(|wrong| (draft.line, wrong))?;
        if fields.iter().any(|other: &FieldDef| other.id == field.id) {
            return Err((draft.line, Wrong::Twice(field.id)));
        }
        fields.push(field);
        places.push(draft.line);
    }
    let mut texts: Vec<(Lang, Vec<markup::Node>)> = Vec::new();
    let mut at = head;
    while let Some(lang) = lines.get(at).and_then(|line| begins(line)) {
        let lang = lang.map_err(|wrong| (at + 1, wrong.into()))?;
        if texts.iter().any(|(other, _)| *other == lang) {
            return Err((at + 1, Wrong::Twice(format!("text.{lang}"))));
        }
        let text: Vec<&str> = lines.iter().skip(at + 1).take_while(|line| begins(line).is_none()).copied().collect();
        texts.push((lang, markup::read(&text, at + 2)?));
        at += 1 + text.len();
    }
    let template = template(&top, fields, texts).map_err(|wrong| (1, wrong))?;
    Ok((template, places))
}

const HEAD_KEYS: [&str; 10] = ["code", "version", "name.nb", "name.nn", "name.en", "about.nb", "about.nn", "about.en", "suggest", "closed"];
const FIELD_KEYS: [&str; 11] =
    ["field", "kind", "required", "source", "label.nb", "label.nn", "label.en", "hint.nb", "hint.nn", "hint.en", "option"];

impl Draft {
    fn get(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|(other, _)| other == key).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    fn need(&self, key: &str) -> Result<&str, Wrong> {
        self.get(key).ok_or_else(|| Wrong::MissingKey(key.to_owned()))
    }

    fn words(&self, key: &str) -> Result<Trilingual, Wrong> {
        let word = |lang: &str| self.need(&format!("{key}.{lang}")).map(str::to_owned);
        Ok(Trilingual { nb: word("nb")?, nn: word("nn")?, en: word("en")? })
    }
}

fn template(draft: &Draft, fields: Vec<FieldDef>, texts: Vec<(Lang, Vec<markup::Node>)>) -> Result<Template, Wrong> {
    let code = draft.need("code")?;
    Ok(Template {
        code: code.parse().map_err(|_| Wrong::Code)?,
        version: draft.need("version")?.parse().ok().filter(|version| *version > 0).ok_or(Wrong::Version)?,
        name: draft.words("name")?,
        about: draft.words("about")?,
        suggested: draft.get("suggest").unwrap_or_default().split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
        closed: draft.get("closed").map_or(Ok(false), yes_or_no)?,
        languages: texts.iter().map(|(lang, _)| *lang).collect(),
        fields,
        texts,
    })
}

fn yes_or_no(text: &str) -> Result<bool, Wrong> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Wrong::YesOrNo),
    }
}

fn field(draft: &Draft) -> Result<FieldDef, Wrong> {
    let id = draft.need("field")?;
    if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Err(Wrong::FieldName);
    }
    let required = yes_or_no(draft.need("required")?)?;
    let source = |source: &str| Source::parse(source).ok_or_else(|| Wrong::UnknownSource(source.to_owned()));
    let sources = draft.get("source").unwrap_or_default().split_whitespace().map(source).collect::<Result<_, _>>()?;
    let hinted = draft.keys.iter().any(|(key, _)| key.starts_with("hint."));
    let kind: FieldKind = draft.need("kind")?.parse()?;
    let options: Vec<Choice> =
        draft.keys.iter().filter(|(key, _)| key == "option").map(|(_, option)| choice(option)).collect::<Result<_, _>>()?;
    if (kind == FieldKind::Choice) != (options.len() > 1) || (kind != FieldKind::Choice && !options.is_empty()) {
        return Err(Wrong::Options);
    }
    Ok(FieldDef {
        id: id.to_owned(),
        kind,
        required,
        sources,
        label: draft.words("label")?,
        hint: if hinted { Some(draft.words("hint")?) } else { None },
        options,
    })
}

fn choice(option: &str) -> Result<Choice, Wrong> {
    let parts: Vec<&str> = option.split('|').map(str::trim).collect();
    match parts.as_slice() {
        [code, nb, nn, en] if parts.iter().all(|part| !part.is_empty()) => {
            Ok(Choice { code: (*code).to_owned(), words: Trilingual { nb: (*nb).to_owned(), nn: (*nn).to_owned(), en: (*en).to_owned() } })
        }
        _ => Err(Wrong::Option),
    }
}
