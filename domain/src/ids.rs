//! Typed identifiers. A `CaseId` can never be handed where a `MemberId` is wanted.

/// Text that should have been an identifier was not one.
///
/// Callers answer as if the thing does not exist: a malformed id reveals no more than an unknown one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct InvalidId;

macro_rules! uuid_ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;
            fn from_str(s: &str) -> Result<Self, InvalidId> {
                uuid::Uuid::try_parse(s).map(Self).map_err(|_| InvalidId)
            }
        }

        #[cfg(feature = "sea-orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

uuid_ids! {
    /// Something that has happened to an employer.
    AlertId,
    /// A case. Time-ordered (UUID version 7), made by the server.
    CaseId,
    /// One line in a case's timeline.
    CaseEventId,
    /// A document in a case, in all its versions.
    DocumentId,
    /// One version of a document.
    DocumentVersionId,
    /// One period in which a person works, or worked, at a workplace.
    EmploymentId,
    /// Something written once in a case: contact with somebody, a decision.
    EntryId,
    /// One import of the registry, with what is kept about it.
    ImportId,
    /// One holding of an office by a person, from–to.
    MandateId,
    /// A meeting in a case.
    MeetingId,
    /// Somebody else in a case, with no way into the portal.
    OutsiderId,
    /// A person in the member registry; representatives are persons there too.
    MemberId,
    /// A note in a case.
    NoteId,
    /// One version of a meeting's protocol.
    ProtocolId,
    /// Something added to a note.
    AdditionId,
    /// A session, as a page calls it: it opens nothing.
    SessionId,
    /// A named filter of the member list.
    SegmentId,
    /// A task in a case.
    TaskId,
    /// A comment on a task.
    TaskCommentId,
    /// A union, county, local, club, advisory centre or legal department.
    UnitId,
    /// Hidden in every form that makes something: the same key twice makes one thing.
    IdempotencyKey,
    /// Shown to a person when something went wrong, and written in the log, so that the two can be matched.
    IncidentId,
}
