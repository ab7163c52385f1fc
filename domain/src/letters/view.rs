//! What the pages of letters read.

use serde::{Deserialize, Serialize};

use crate::cases::CaseType;
use crate::documents::Kept;
use crate::{CaseId, Code};

use super::{Letter, LetterTyped, Template, TemplateCode};

/// A case in which a letter is to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterChoice {
    /// Which.
    pub case: CaseId,
    /// The number people say on the telephone.
    pub number: i64,
    /// What it is about.
    pub case_type: CaseType,
    /// The templates that a letter can be begun with, and those of letters that the viewer has begun.
    pub templates: Vec<Template>,
    /// The templates of letters that the viewer has begun in it.
    pub begun: Vec<TemplateCode>,
}

impl LetterChoice {
    /// The templates that fit the case, and the others.
    pub fn fitting(&self) -> (Vec<&Template>, Vec<&Template>) {
        self.templates.iter().partition(|template| template.suggested.contains(&self.case_type))
    }
}

/// The form of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterForm {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// The template.
    pub template: Template,
    /// What stands in the form.
    pub typed: LetterTyped,
    /// What will not do, in the order of the fields.
    pub errors: Vec<(String, Code)>,
    /// The fields that the case has filled.
    pub found: Vec<String>,
    /// When what was typed was kept, if nobody has gone on to the letter since.
    pub kept: Option<crate::drafts::Kept>,
}

/// A letter as it will be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPreview {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// The template's code.
    pub template: TemplateCode,
    /// The letter; none while something is missing.
    pub letter: Option<Letter>,
    /// The document that the letter of this template is kept as in the case, if it is.
    pub kept: Option<Kept>,
    /// A fresh key, so that keeping it twice keeps it once.
    pub key: String,
}
