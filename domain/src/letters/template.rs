//! What a template is.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::cases::{CaseType, QuestionId};
use crate::code::{code_enum, data_code};

use super::markup::Node;

/// Longest code.
const CODE_MAX: usize = 32;

data_code! {
    /// What a template is, by its code: never changed, for letters remember which template they came from. That a code is
    /// well formed does not say that there is such a template.
    pub struct TemplateCode, at most CODE_MAX, letters is_ascii_uppercase
}

/// Words in the three languages of the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trilingual {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl Trilingual {
    /// The words in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

/// A template: what it is for, what it asks, and its text in each language it is written in. Its text and where its fields
/// are found stay on the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its code.
    pub code: TemplateCode,
    /// Which version of it; a letter remembers that too.
    pub version: u32,
    /// What it is called.
    pub name: Trilingual,
    /// What it is for, in one sentence.
    pub about: Trilingual,
    /// The types of case in which it is suggested.
    pub suggested: Vec<CaseType>,
    /// Whether no new letter is begun with it: it is there for those alone who have begun to write.
    pub closed: bool,
    /// The languages it is written in. Bokmål and nynorsk are always among them.
    pub languages: Vec<Lang>,
    /// What it asks, in order.
    pub fields: Vec<FieldDef>,
    /// Its text in each of them.
    #[serde(skip)]
    pub(super) texts: Vec<(Lang, Vec<Node>)>,
}

impl Template {
    /// One of its fields.
    pub fn field(&self, id: &str) -> Option<&FieldDef> {
        self.fields.iter().find(|field| field.id == id)
    }

    pub(super) fn text(&self, lang: Lang) -> Option<&[Node]> {
        self.texts.iter().find(|(written, _)| *written == lang).map(|(_, nodes)| nodes.as_slice())
    }
}

code_enum! {
    /// What a field takes.
    pub enum FieldKind {
        /// One line.
        Text = "text",
        /// Paragraphs.
        Long = "long",
        /// A date.
        Date = "date",
        /// One of the field's options.
        Choice = "choice",
        /// A person's name.
        Person = "person",
        /// Lines, each a point of its own.
        List = "list",
    }
}

/// A field of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldDef {
    /// How the text names it.
    pub id: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether the letter cannot do without it.
    pub required: bool,
    /// Where the case may have it already; the first that has it fills the field.
    #[serde(skip)]
    pub sources: Vec<Source>,
    /// What it is called in the form.
    pub label: Trilingual,
    /// How to answer, when that is not plain from the label.
    pub hint: Option<Trilingual>,
    /// What may be chosen.
    pub options: Vec<Choice>,
}

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// How it is said, in the form and in the letter.
    pub words: Trilingual,
}

/// Where in a case a field's value may be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The name of the member whom the case is about.
    MemberName,
    /// The member's employer.
    Employer,
    /// The member's workplace.
    Workplace,
    /// The name of whoever writes.
    RepresentativeName,
    /// The office of whoever writes.
    RepresentativeOffice,
    /// The unit of the union at which whoever writes holds office.
    UnitName,
    /// The day in Oslo.
    Today,
    /// The number of the case.
    CaseNumber,
    /// The day it happened.
    HappenedOn,
    /// What happened, as it was told when the case was made.
    Description,
    /// The answer to a question of the intake; of one type of case alone, where that is named. Another type may use the same
    /// id for another question.
    Answer(Option<CaseType>, QuestionId),
}

impl Source {
    /// Reads a source as a template names it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "member.name" => Self::MemberName,
            "member.employer" => Self::Employer,
            "member.workplace" => Self::Workplace,
            "representative.name" => Self::RepresentativeName,
            "representative.office" => Self::RepresentativeOffice,
            "representative.unit" => Self::UnitName,
            "today" => Self::Today,
            "case.number" => Self::CaseNumber,
            "case.happened" => Self::HappenedOn,
            "case.description" => Self::Description,
            _ => {
                let asked = text.strip_prefix("answer.")?;
                let (case_type, id) = match asked.split_once('.') {
                    Some((case_type, id)) => (Some(case_type.parse().ok()?), id),
                    None => (None, asked),
                };
                Self::Answer(case_type, id.parse().ok()?)
            }
        })
    }
}
