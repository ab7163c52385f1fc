//! Settings in the app: the access matrix, changed step by step, and what somebody's offices give them.

mod office;
mod typed;
mod types;
mod view;

pub use office::OfficeTyped;
pub use typed::{At, NOTE_MAX, PolicyTyped, REASON_MAX, Refused, Step, Wrong, code_of, power_of, tick_of};
pub use types::{TypesCheck, TypesForm, TypesTyped, TypesVersion, TypesView};
pub use view::{
    Answer, CaseReach, CheckView, DryRun, EditView, Holder, Holders, MatrixView, OfficeForm, OfficeRights, OfficeTouched, PersonView,
    Proposed, Reached, Right, Sampled, VersionRow, VersionView, Versions,
};
