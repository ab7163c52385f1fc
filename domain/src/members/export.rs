//! The member list as a file: what must be said before it is made, and what is in it.

use serde::{Deserialize, Serialize};

use crate::code::code_enum;
use crate::org::Office;
use crate::{Code, Date, Field, FieldErrors, Timestamp, text};

use super::{Job, MemberFilter};

/// The most members in one file: the largest club has some 1,800. More in one file is a copy of the registry, and a
/// local that needs more narrows by workplace.
pub const EXPORT_ROWS: u64 = 2_000;
/// The longest reason, in characters.
pub const WHY_MAX: u32 = 200;
/// The shortest: "Møte" says nothing that the choice does not.
const WHY_MIN: usize = 5;

code_enum! {
    /// What a file is for.
    pub enum ExportPurpose {
        /// Calling a meeting, or holding it.
        Meeting = "meeting",
        /// An election.
        Election = "election",
        /// Following up members: new ones, those without contact.
        FollowUp = "follow_up",
        /// Pay talks and other negotiations.
        Negotiation = "negotiation",
        /// Something else.
        Other = "other",
    }
}

code_enum! {
    /// How a file is written.
    pub enum SheetKind {
        /// An Excel workbook.
        Xlsx = "xlsx",
        /// Text with semicolons.
        Csv = "csv",
    }
}

/// What was typed, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportTyped {
    /// The code of a purpose.
    pub purpose: String,
    /// What for, in words.
    pub why: String,
    /// The code of a kind of file.
    pub kind: String,
    /// Whether telephone and e-mail are wanted too.
    pub contact: bool,
}

/// A file that can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOrder {
    /// What it is for.
    pub purpose: ExportPurpose,
    /// The same in words.
    pub why: String,
    /// How it is written.
    pub kind: SheetKind,
    /// Whether telephone and e-mail are wanted too.
    pub contact: bool,
}

impl ExportTyped {
    /// Makes what was typed an order, or says what is wrong. No choice of a file is Excel's.
    pub fn check(&self) -> Result<ExportOrder, FieldErrors> {
        let mut errors = FieldErrors::default();
        let purpose = errors.take(Field::ExportPurpose, self.purpose.parse().map_err(|_| Code::Missing));
        let why = text::line(&self.why, WHY_MAX).and_then(|why| if why.chars().count() < WHY_MIN { Err(Code::TooShort) } else { Ok(why) });
        match (purpose, errors.take(Field::ExportWhy, why)) {
            (Some(purpose), Some(why)) => {
                Ok(ExportOrder { purpose, why, kind: self.kind.parse().unwrap_or(SheetKind::Xlsx), contact: self.contact })
            }
            _ => Err(errors),
        }
    }
}

/// The contents of a file, and what its watermark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberExport {
    /// Who made it.
    pub made_by: String,
    /// The offices held then, each with its unit's name.
    pub offices: Vec<(Office, String)>,
    /// When.
    pub made_at: Timestamp,
    /// The order.
    pub order: ExportOrder,
    /// What was asked for.
    pub filter: MemberFilter,
    /// Whether the columns for contact are there.
    pub contact: bool,
    /// The members, in the order of the list.
    pub rows: Vec<ExportRow>,
}

/// One member in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    /// Given and family name.
    pub name: String,
    /// The jobs through which the viewer may take this member out.
    pub jobs: Vec<Job>,
    /// When they became a member.
    pub joined: Date,
    /// Telephone, when it may be taken out.
    pub phone: Option<String>,
    /// E-mail address, when it may be taken out.
    pub email: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_and_a_reason_are_needed() {
        let typed = |purpose: &str, why: &str| ExportTyped { purpose: purpose.to_owned(), why: why.to_owned(), ..ExportTyped::default() };
        let order = typed("meeting", " Årsmøte  12. mars ").check().unwrap();
        assert_eq!(
            (order.purpose, order.why.as_str(), order.kind, order.contact),
            (ExportPurpose::Meeting, "Årsmøte 12. mars", SheetKind::Xlsx, false)
        );
        let errors = typed("", "").check().unwrap_err();
        assert_eq!((errors.of(Field::ExportPurpose), errors.of(Field::ExportWhy)), (Some(Code::Missing), Some(Code::Missing)));
        let errors = typed("moro", "Møte").check().unwrap_err();
        assert_eq!((errors.of(Field::ExportPurpose), errors.of(Field::ExportWhy)), (Some(Code::Missing), Some(Code::TooShort)));
        let errors = typed("other", &"å".repeat(201)).check().unwrap_err();
        assert_eq!(errors.of(Field::ExportWhy), Some(Code::TooLong { max: 200 }));
    }
}
