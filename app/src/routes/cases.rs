//! Cases: the list, a case, and the steps of a new one.

use domain::cases::{CaseCursor, CaseMark, TimelineCursor, TimelinePart};
use domain::drafts::DraftForm;
use domain::letters::TemplateCode;
use domain::lifecycle::Transition;
use domain::tasks::ManyDone;
use domain::{CaseId, MemberId, NoteId, TaskId};

use super::{Address, CASE_FILE, CASE_SEGMENTS, CASES, MANY_TASKS, NEW_CASE, SAVED_FIRST, SEGMENT_DONE, TOO_LATE};

/// Says in an address that something was saved.
pub const SAVED: &str = "lagret";

/// A case.
pub fn case(id: CaseId) -> String {
    format!("{CASES}/{id}")
}

/// A case, with a word about what was just done to it.
pub fn case_after(id: CaseId, what: Done) -> String {
    format!("{CASES}/{id}?{}=1", what.code())
}

/// What was just done to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was made.
    Opened,
    /// A note was added.
    Noted,
    /// A task was added.
    Tasked,
    /// A task was added, for somebody else to do.
    Given,
    /// A task was ticked, or a tick taken back.
    Ticked,
    /// Somebody else changed it first.
    Changed,
    /// Documents were added.
    Filed,
    /// Contact with somebody was written down.
    Contacted,
    /// A decision was written down.
    Decided,
    /// It was set to wait.
    Waits,
    /// It waits no more.
    WentOn,
    /// It was closed.
    Closed,
    /// It was opened again.
    Reopened,
    /// Nothing: something else had happened in it.
    CaseChanged,
    /// It was linked to another.
    Linked,
    /// A link to another was taken away.
    Unlinked,
    /// Another was merged into it.
    Merged,
    /// What stands about somebody else in it was saved.
    OutsiderSaved,
    /// Somebody else was taken out of it.
    OutsiderRemoved,
}

impl Done {
    /// All.
    pub const ALL: [Self; 19] = [
        Self::Opened,
        Self::Noted,
        Self::Tasked,
        Self::Given,
        Self::Ticked,
        Self::Changed,
        Self::Filed,
        Self::Contacted,
        Self::Decided,
        Self::Waits,
        Self::WentOn,
        Self::Closed,
        Self::Reopened,
        Self::CaseChanged,
        Self::Linked,
        Self::Unlinked,
        Self::Merged,
        Self::OutsiderSaved,
        Self::OutsiderRemoved,
    ];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "ny",
            Self::Noted => "notat",
            Self::Tasked => "oppgave",
            Self::Given => "gitt",
            Self::Ticked => "huket",
            Self::Changed => "endret",
            Self::Filed => "dokument",
            Self::Contacted => "kontakt",
            Self::Decided => "beslutning",
            Self::Waits => "venter",
            Self::WentOn => "videre",
            Self::Closed => "avsluttet",
            Self::Reopened => "gjenapnet",
            Self::CaseChanged => "sak-endret",
            Self::Linked => "koblet",
            Self::Unlinked => "koblet-fra",
            Self::Merged => "slatt-sammen",
            Self::OutsiderSaved => "person-lagret",
            Self::OutsiderRemoved => "person-ute",
        }
    }
}

/// Whom a case about several is about, to be changed.
pub fn case_parties(id: CaseId) -> String {
    format!("{CASES}/{id}/medlemmer")
}

/// A new note.
pub fn new_note(id: CaseId) -> String {
    format!("{CASES}/{id}/notat")
}

/// A note, whole.
pub fn note(case: CaseId, id: NoteId) -> String {
    format!("{CASES}/{case}/notat/{id}")
}

/// The same, just saved.
pub fn note_after(case: CaseId, id: NoteId) -> String {
    format!("{}?{SAVED}=1", note(case, id))
}

/// A note, to be changed.
pub fn change_note(case: CaseId, id: NoteId) -> String {
    format!("{CASES}/{case}/notat/{id}/endre")
}

/// A note, to be added to.
pub fn add_to_note(case: CaseId, id: NoteId) -> String {
    format!("{CASES}/{case}/notat/{id}/tillegg")
}

/// The same for somebody who came too late to change it.
pub fn add_to_note_instead(case: CaseId, id: NoteId) -> String {
    format!("{}?{TOO_LATE}=1", add_to_note(case, id))
}

/// Contact with somebody about a case.
pub fn new_contact(id: CaseId) -> String {
    format!("{CASES}/{id}/kontakt")
}

/// A decision in a case.
pub fn new_decision(id: CaseId) -> String {
    format!("{CASES}/{id}/beslutning")
}

/// The whole timeline of a case, or a part of it.
pub fn timeline(id: CaseId, part: Option<TimelinePart>, after: Option<TimelineCursor>) -> String {
    let mut address = Address::new(&format!("{CASES}/{id}/tidslinje"));
    address.with("vis", part.map(TimelinePart::code).unwrap_or_default());
    if let Some(after) = after {
        address.with("etter", &format!("{}~{}", after.id, after.at.0));
    }
    address.done()
}

/// The other way: reads the place that [`timeline`] wrote.
pub fn timeline_cursor(text: &str) -> Option<TimelineCursor> {
    let (id, at) = text.split_once('~')?;
    Some(TimelineCursor { at: domain::Timestamp(at.parse().ok()?), id: id.parse().ok()? })
}

/// The form that a draft belongs to.
pub fn draft_form(form: DraftForm) -> String {
    match form {
        DraftForm::NewNote(case) => new_note(case),
        DraftForm::ChangedNote(case, note) => change_note(case, note),
        DraftForm::Addition(case, note) => add_to_note(case, note),
        DraftForm::Contact(case) => new_contact(case),
        DraftForm::Decision(case) => new_decision(case),
        DraftForm::NewCase(_) => NEW_CASE.to_owned(),
        DraftForm::Call(case) => super::new_meeting(case, false),
        DraftForm::ChangedCall(case, meeting) => super::change_meeting(case, meeting),
        DraftForm::Minutes(case, meeting) => super::minutes(case, meeting),
        DraftForm::Protocol(case, meeting, _, step) => super::protocol_step(case, meeting, step),
        DraftForm::Signature(case, meeting) => super::note_signature(case, meeting),
        DraftForm::Letter(case, template) => letter(case, template),
        DraftForm::NewTask(case) => new_task(case),
        DraftForm::ChangedTask(case, id) => change_task(case, id),
        DraftForm::Comment(case, id) | DraftForm::Dropped(case, id) => task(case, id),
        DraftForm::Move(case, Transition::Wait) => super::set_to_wait(case),
        DraftForm::Move(case, Transition::Close) => super::close_case(case),
        DraftForm::Move(case, Transition::Reopen) => super::reopen_case(case),
        DraftForm::Move(id, Transition::GoOn) => case(id),
        DraftForm::Participant(case) => super::ask_participant(case),
        DraftForm::Conflict(case) => super::keep_out(case),
        DraftForm::Whole(case) => whole_case(case),
    }
}

/// A new task.
pub fn new_task(id: CaseId) -> String {
    format!("{CASES}/{id}/oppgave")
}

/// A task.
pub fn task(case: CaseId, id: TaskId) -> String {
    format!("{CASES}/{case}/oppgaver/{id}")
}

/// A task, with a word about what was just done to it.
pub fn task_after(case: CaseId, id: TaskId, what: TaskDone) -> String {
    format!("{}?{TASK_DONE}={}", task(case, id), what.code())
}

/// Where a task is changed.
pub fn change_task(case: CaseId, id: TaskId) -> String {
    format!("{}/endre", task(case, id))
}

/// Says in an address what was just done to a task.
pub const TASK_DONE: &str = "gjort";

/// What was just done to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskDone {
    /// It was ticked off, or the tick taken back.
    Ticked,
    /// It was changed.
    Changed,
    /// What somebody else had made of it was kept.
    Kept,
    /// Something was said of it.
    Commented,
    /// It was dropped.
    Dropped,
    /// Nothing: somebody else had changed it.
    TooLate,
}

impl TaskDone {
    /// All.
    pub const ALL: [Self; 6] = [Self::Ticked, Self::Changed, Self::Kept, Self::Commented, Self::Dropped, Self::TooLate];

    /// The word in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ticked => "huket",
            Self::Changed => "endret",
            Self::Kept => "beholdt",
            Self::Commented => "kommentar",
            Self::Dropped => "droppet",
            Self::TooLate => "for-sent",
        }
    }
}

/// A new case about somebody.
pub fn new_case_about(member: MemberId) -> String {
    format!("{NEW_CASE}?medlem={member}")
}

/// One step of a new case.
pub fn new_case(draft: &str, step: domain::cases::Step) -> String {
    use domain::cases::Step;
    let step = match step {
        Step::About => "hva",
        Step::Who => "hvem",
        Step::What => "hendelse",
        Step::Questions(page) => return format!("{NEW_CASE}/{draft}/sporsmal/{}", u16::from(page) + 1),
        Step::Check => "sjekk",
    };
    format!("{NEW_CASE}/{draft}/{step}")
}

/// One step of a new case with a key of its own, after another was saved with the key that the form had.
pub fn new_case_after(draft: &str, step: domain::cases::Step, saved: CaseId) -> String {
    format!("{}?{SAVED_FIRST}={saved}", new_case(draft, step))
}

/// The other way: reads the page of questions that [`new_case`] wrote.
pub fn question_page(text: &str) -> Option<u8> {
    text.parse::<u8>().ok()?.checked_sub(1)
}

/// The first step of a new case, with the member it is about if one was chosen beforehand.
pub fn new_case_first(draft: &str, member: Option<MemberId>) -> String {
    let member = member.map(|id| id.to_string()).unwrap_or_default();
    let mut address = Address::new(&new_case(draft, domain::cases::Step::About));
    address.with("medlem", &member);
    address.done()
}

/// A step of a new case, searching for somebody.
pub fn new_case_who(draft: &str) -> String {
    new_case(draft, domain::cases::Step::Who)
}

/// The case list, narrowed; `narrowing` is as [`CaseFilter::narrowing`](domain::cases::CaseFilter::narrowing) writes it,
/// an address already.
pub fn cases(narrowing: &str, after: Option<&CaseCursor>) -> String {
    with_place(CASES, narrowing, after)
}

/// The page that gives several cases the same task, with a page of the list to choose from.
pub fn many_tasks(narrowing: &str, after: Option<&CaseCursor>) -> String {
    with_place(MANY_TASKS, narrowing, after)
}

fn with_place(path: &str, narrowing: &str, after: Option<&CaseCursor>) -> String {
    let mut address = Address::new(path);
    address.with_written(narrowing);
    if let Some(after) = after {
        let mark = match after.mark {
            CaseMark::Changed(at) => at.0.to_string(),
            CaseMark::Due(Some(due)) => due.to_string(),
            CaseMark::Due(None) => NO_DATE.to_owned(),
        };
        address.with("etter", &format!("{}~{mark}", after.id));
    }
    address.done()
}

/// In a place in the list: after all dates.
const NO_DATE: &str = "uten";

/// The other way: reads what [`cases`] wrote.
pub fn case_cursor(text: &str) -> Option<CaseCursor> {
    let (id, mark) = text.split_once('~')?;
    let id = id.parse().ok()?;
    let mark = match (mark, mark.parse(), mark.parse()) {
        (NO_DATE, ..) => CaseMark::Due(None),
        (_, Ok(due), _) => CaseMark::Due(Some(due)),
        (_, _, Ok(at)) => CaseMark::Changed(domain::Timestamp(at)),
        _ => return None,
    };
    Some(CaseCursor { mark, id })
}

/// The page before the list is taken out.
pub fn case_file(narrowing: &str) -> String {
    with_place(CASE_FILE, narrowing, None)
}

/// The viewer's saved lists, and the form that names this filter, if there is one.
pub fn case_segments(narrowing: &str) -> String {
    with_place(CASE_SEGMENTS, narrowing, None)
}

/// The same, with a word about what was just done.
pub fn case_segments_after(saved: bool) -> String {
    format!("{CASE_SEGMENTS}?{SEGMENT_DONE}={}", if saved { "lagret" } else { "slettet" })
}

/// What came of giving several cases the same task: the numbers of those that have it, and of those that were refused.
pub fn many_tasks_after(done: &ManyDone) -> String {
    let numbers = |numbers: &[i64]| numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(".");
    let mut address = Address::new(MANY_TASKS);
    address.with("fikk", &done.made.len().to_string()).with("nei", &numbers(&done.refused));
    address.with("avsluttet", &numbers(&done.closed));
    address.with("borte", &Some(done.gone).filter(|gone| *gone > 0).map(|gone| gone.to_string()).unwrap_or_default());
    address.done()
}

/// The form before a whole case is taken out as a file.
pub fn whole_case(id: CaseId) -> String {
    format!("{CASES}/{id}/hele")
}

/// Where that form is sent, and the file comes from.
pub const WHOLE_CASE_FILE: &str = "/saker/hele/hent";

/// Choosing a letter to write in a case.
pub fn letters(id: CaseId) -> String {
    format!("{CASES}/{id}/brev")
}

/// The form of a letter.
pub fn letter(id: CaseId, template: TemplateCode) -> String {
    format!("{CASES}/{id}/brev/{template}")
}

/// A letter as it will be.
pub fn letter_preview(id: CaseId, template: TemplateCode) -> String {
    format!("{CASES}/{id}/brev/{template}/se")
}

/// Says in an address why a letter was not kept: the code of a refusal, or [`CHANGED_MEANWHILE`].
pub const NOT_KEPT: &str = "ikke-lagret";

/// Somebody else was quicker.
pub const CHANGED_MEANWHILE: &str = "endret";

/// A letter as it will be, saying why it was not kept.
pub fn letter_not_kept(id: CaseId, template: TemplateCode, why: &str) -> String {
    format!("{}?{NOT_KEPT}={why}", letter_preview(id, template))
}

/// A letter as a file: `pdf` or `docx`.
pub fn letter_file(id: CaseId, template: TemplateCode, kind: &str) -> String {
    format!("{CASES}/{id}/brev/{template}/brev.{kind}")
}

/// The patterns of [`letter_file`], for the server's own router.
pub const LETTER_PDF: &str = "/saker/{id}/brev/{template}/brev.pdf";
/// The same, for the file to go on writing in.
pub const LETTER_DOCX: &str = "/saker/{id}/brev/{template}/brev.docx";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_survives_the_address() {
        let id: CaseId = "00000000-0000-0000-0000-000000000007".parse().unwrap();
        for mark in [CaseMark::Changed(domain::Timestamp(-1)), CaseMark::Due(None), CaseMark::Due("2026-03-12".parse().ok())] {
            let address = cases("eier=meg", Some(&CaseCursor { mark, id }));
            let place = address.strip_prefix("/saker?eier=meg&etter=").unwrap();
            assert_eq!(case_cursor(place), Some(CaseCursor { mark, id }));
        }
        for text in ["", "~", "x~1", "00000000-0000-0000-0000-000000000007~x", "00000000-0000-0000-0000-000000000007"] {
            assert_eq!(case_cursor(text), None);
        }
    }
}
