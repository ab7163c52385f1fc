//! What is wrong with what somebody typed, as codes: never the value itself.
//!
//! Codes travel in logs and over the wire; the words are found in the catalogue when shown.

use crate::code::code_enum;

code_enum! {
    /// A field in a form. The code is the name of the input element.
    pub enum Field {
        /// What the case is about.
        CaseType = "case_type",
        /// Whom the case is about.
        Member = "member",
        /// Where everybody is whom the case is about.
        CasePlace = "case_place",
        /// When it happened.
        HappenedOn = "happened",
        /// What happened.
        Description = "description",
        /// What the case type asks; which of its questions is worked out from what was typed.
        Answers = "answers",
        /// What kind of meeting it is.
        MeetingKind = "kind",
        /// The day of a meeting.
        MeetingDate = "date",
        /// When a meeting begins.
        MeetingFrom = "from",
        /// When it ends.
        MeetingTo = "to",
        /// Where a meeting is, or was.
        MeetingPlace = "place",
        /// Who calls a meeting.
        CalledBy = "called_by",
        /// What a meeting is about.
        Agenda = "agenda",
        /// Who comes from the other side.
        Others = "others",
        /// What was said in a meeting.
        Minutes = "minutes",
        /// Who is to do what, and by when.
        Actions = "actions",
        /// The day of a protocol.
        HeldOn = "held_on",
        /// Who was there for the employer.
        EmployerParty = "employer_party",
        /// Who was there for us.
        OurParty = "our_party",
        /// Why the parties met.
        Basis = "basis",
        /// What a point of a protocol is about.
        Subject = "subject",
        /// What the employer says.
        EmployerSays = "employer_says",
        /// What we say.
        WeSay = "we_say",
        /// What the parties agree on.
        Agreed = "agreed",
        /// What they do not agree on.
        Disagreed = "disagreed",
        /// When the negotiations ended.
        EndedOn = "ended_on",
        /// A longer time to sue, if that was agreed.
        LongerTime = "longer_time",
        /// The employer's own comment.
        EmployerComment = "employer_comment",
        /// Our own comment.
        OurComment = "our_comment",
        /// Who signed.
        SignerName = "signer_name",
        /// As what they signed.
        SignerRole = "signer_role",
        /// When they signed.
        SignedOn = "signed_on",
        /// How they signed.
        SignedHow = "signed_how",
        /// The text of a note.
        NoteBody = "body",
        /// Who is asked to take part, given the case, or kept out of it.
        Person = "person",
        /// The member number of somebody who is to be kept out.
        MemberNumber = "member_number",
        /// How somebody takes part.
        Role = "role",
        /// The last day on which they do.
        Until = "until",
        /// Why: a decision was made, somebody is kept out of a case, a task is dropped, a case is opened again.
        Reason = "reason",
        /// Whom a case waits for.
        WaitingFor = "waiting_for",
        /// More about whom or what.
        WaitingNote = "waiting_note",
        /// Until when it waits.
        WaitingUntil = "waiting_until",
        /// How a case ended.
        Outcome = "outcome",
        /// What was agreed when it ended.
        WhatAgreed = "what_agreed",
        /// What is to be followed up.
        FollowUp = "follow_up",
        /// When.
        FollowUpOn = "follow_up_on",
        /// Who does it.
        FollowUpBy = "follow_up_by",
        /// What becomes of open tasks when a case is closed.
        OpenTasks = "open_tasks",
        /// What another case is to this one.
        Relation = "relation",
        /// The number of a case.
        CaseNumber = "number",
        /// Who sees a note.
        NoteKind = "note_kind",
        /// How somebody was in contact.
        ContactWay = "way",
        /// With whom.
        ContactWith = "with",
        /// Their name.
        ContactWho = "who",
        /// The day of it.
        ContactDate = "on",
        /// The time of it.
        ContactTime = "at",
        /// What was said.
        ContactSaid = "said",
        /// What somebody else is to the case.
        OutsiderRole = "outsider_role",
        /// Their name.
        OutsiderName = "outsider_name",
        /// What they are, and where.
        OutsiderTitle = "outsider_title",
        /// Their telephone number.
        OutsiderPhone = "outsider_phone",
        /// Their e-mail address.
        OutsiderEmail = "outsider_email",
        /// What was decided.
        Decided = "decided",
        /// By whom.
        DecisionBy = "by",
        /// What is to be done.
        TaskTitle = "title",
        /// When it is to be done.
        TaskDue = "due",
        /// More about what is to be done.
        TaskDetails = "details",
        /// Who is to do it.
        TaskOwner = "given_to",
        /// How often it comes again.
        TaskRepeat = "repeat",
        /// A comment on a task.
        TaskComment = "comment",
        /// The cases that are given the same task.
        CasesChosen = "cases",
        /// What a list that is taken out is for.
        ExportPurpose = "purpose",
        /// The same in words.
        ExportWhy = "why",
        /// The name of a saved filter.
        SegmentName = "name",
    }
}

/// Why a field was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Nothing was typed or chosen.
    Missing,
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: u32,
    },
    /// Too few characters to say anything.
    TooShort,
    /// Another of one's own is called so already.
    Taken,
    /// There are `max` already.
    TooMany {
        /// The most there may be.
        max: u32,
    },
    /// Fewer than `min` were chosen.
    TooFew {
        /// The fewest there may be.
        min: u32,
    },
    /// Those who were chosen have no club in common.
    NoSharedClub,
    /// Not a date that can be read.
    NotADate,
    /// Not a time of day that can be read, or one that the clocks skip that day.
    NotATime,
    /// An end that is not after the beginning.
    NotAfter,
    /// Not an e-mail address.
    NotAnAddress,
    /// Not a telephone number.
    NotANumber,
    /// A line of a list that lacks what it is about.
    LineMissing,
    /// A date that has not come yet, where only the past makes sense.
    InTheFuture,
    /// A date that is over, where only what comes makes sense.
    InThePast,
    /// A date before `year` 1950, or too far ahead to be meant.
    Unlikely,
    /// Control characters, which are never typed by hand.
    Unreadable,
    /// The choice is not among those offered (any more).
    NotOffered,
    /// Not a number of a case.
    NotACaseNumber,
    /// No case has that number, or the viewer may not know of it. The two are never told apart.
    NoSuchCase,
    /// The case where one stands.
    TheSameCase,
    /// A case that the viewer knows of, and may not read.
    NotReadable,
    /// The two are linked already, in another way.
    LinkedAlready,
    /// A case with more than one main case, or a part with parts of its own.
    PartOfPart,
    /// A case that is closed, where one that goes on is asked for.
    CaseIsClosed,
    /// A case that the viewer may not close.
    NotYours,
    /// A case that belongs to another club.
    AnotherClub,
    /// A case that more people may read.
    MoreWouldRead,
    /// A case that is not about the same people.
    OtherPeople,
    /// A case whose owner is kept out of the one where one stands.
    OwnerKeptOut,
}

/// All that was refused in one form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(pub Vec<(Field, Code)>);

impl FieldErrors {
    /// The first thing wrong with `field`.
    pub fn of(&self, field: Field) -> Option<Code> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, code)| *code)
    }

    /// Whether nothing was refused.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a field's result apart: the value, or `None` with the error noted here.
    pub fn take<T>(&mut self, field: Field, result: Result<T, Code>) -> Option<T> {
        result.map_err(|code| self.0.push((field, code))).ok()
    }
}
