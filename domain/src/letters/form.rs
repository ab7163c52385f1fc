//! The form of a letter: what was typed into it, and what the case had for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cases::{CaseType, Known, NO, Said, YES};
use crate::{Code, Date, Lang};

use super::input::{read, typed};
use super::template::{Source, Template};
use super::values::{Value, Values};

/// What was typed into the form of a letter, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterTyped {
    /// The language chosen.
    pub lang: String,
    /// Whether it was sent; a form that was not is shown without complaint.
    pub sent: bool,
    /// Each field, by its id.
    pub fields: BTreeMap<String, String>,
}

impl LetterTyped {
    /// A form that nobody has typed in, with what the case has.
    pub fn of(template: &Template, lang: Lang, values: &Values) -> Self {
        let lang = if template.languages.contains(&lang) { lang } else { Lang::Nb };
        let fields = template.fields.iter().filter_map(|field| Some((field.id.clone(), typed(values.get(&field.id)?))));
        Self { lang: lang.code().to_owned(), sent: false, fields: fields.collect() }
    }

    /// What a browser sent: the fields of the template, and no others.
    pub fn sent(template: &Template, lang: String, fields: BTreeMap<String, String>) -> Self {
        Self { lang, sent: true, fields }.in_form(template)
    }

    /// The same in a form that may have another version since: without the fields that it does not have any more.
    #[must_use]
    pub fn in_form(mut self, template: &Template) -> Self {
        self.fields.retain(|id, _| template.field(id).is_some());
        self
    }

    /// What stands in a field.
    pub fn field(&self, id: &str) -> &str {
        self.fields.get(id).map_or("", String::as_str)
    }

    /// The language and the values, or every field that will not do, in order.
    pub fn check(&self, template: &Template) -> Result<(Lang, Values), Vec<(String, Code)>> {
        let mut values = Values::default();
        let mut wrong = Vec::new();
        for field in &template.fields {
            match read(field, self.field(&field.id)) {
                Ok(Some(value)) => values.set(&field.id, value),
                Ok(None) => {}
                Err(code) => wrong.push((field.id.clone(), code)),
            }
        }
        let lang = self.lang.parse().ok().filter(|lang| template.languages.contains(lang));
        if wrong.is_empty() { Ok((lang.unwrap_or_default(), values)) } else { Err(wrong) }
    }
}

/// What a case, and whoever writes, has for a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFacts {
    /// The type of the case.
    pub case_type: CaseType,
    /// What was answered when the case was made.
    pub known: Vec<Known>,
    /// The language in which an answer that was chosen is said.
    pub lang: Lang,
    /// The number of the case.
    pub number: i64,
    /// The day it happened.
    pub happened_on: Date,
    /// What happened.
    pub description: String,
    /// The name of the one member whom it is about.
    pub member: Option<String>,
    /// Where that member works, if the writer sees it: the employer, and the workplace when that is another name.
    pub employer: Option<String>,
    /// The workplace.
    pub workplace: Option<String>,
    /// Who writes.
    pub representative: String,
    /// Their office, as it stands in a sentence.
    pub office: String,
    /// Where they hold it.
    pub unit: String,
    /// The day in Oslo.
    pub today: Date,
}

impl LetterFacts {
    /// What it has from a source; nothing where the case does not say.
    pub fn find(&self, source: &Source) -> Option<Value> {
        let text = |text: &str| Some(Value::Text(text.to_owned())).filter(|value| !value.is_blank());
        match source {
            Source::MemberName => text(self.member.as_deref()?),
            Source::Employer => text(self.employer.as_deref()?),
            Source::Workplace => text(self.workplace.as_deref()?),
            Source::RepresentativeName => text(&self.representative),
            Source::RepresentativeOffice => text(&self.office),
            Source::UnitName => text(&self.unit),
            Source::Today => Some(Value::Date(self.today)),
            Source::CaseNumber => text(&self.number.to_string()),
            Source::HappenedOn => Some(Value::Date(self.happened_on)),
            Source::Description => text(&self.description),
            Source::Answer(case_type, id) => {
                self.answer(id.code()).filter(|_| case_type.is_none_or(|case_type| case_type == self.case_type))
            }
        }
    }

    fn answer(&self, question: &str) -> Option<Value> {
        let known = self.known.iter().find(|known| known.question == question)?;
        Some(match &known.answer {
            Said::Date(day) => Value::Date(*day),
            Said::Option(names) => Value::Text(names.of(self.lang).to_owned()),
            Said::Yes(yes) => Value::Choice(if *yes { YES } else { NO }.to_owned()),
            Said::Words(words) => Value::Text(words.clone()),
        })
    }
}
