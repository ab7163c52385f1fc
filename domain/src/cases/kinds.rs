//! The case types and how sensitive each is.

use crate::code::code_enum;

code_enum! {
    /// Whether work goes on.
    pub enum Status {
        /// Somebody works on it.
        Open = "open",
        /// Done, with an outcome.
        Closed = "closed",
    }
}

code_enum! {
    /// How sensitive a case's contents are; decides who beside the owner may read.
    pub enum Sensitivity {
        /// Ordinary questions.
        General = "general",
        /// About one person's employment.
        Personnel = "personnel",
        /// Contains health information.
        Health = "health",
        /// Somebody has blown the whistle.
        Whistleblowing = "whistleblowing",
    }
}

code_enum! {
    /// How the types are grouped when somebody chooses one.
    pub enum CaseGroup {
        /// The job itself is at stake.
        Job = "job",
        /// Pay, position and contract.
        Pay = "pay",
        /// Hours, holiday and leave.
        Time = "time",
        /// Health and how people treat each other.
        Health = "health",
        /// Changes at the workplace.
        Change = "change",
        /// All else.
        Other = "other",
    }
}

code_enum! {
    /// What a case is about.
    pub enum CaseType {
        /// Dismissal.
        Dismissal = "OPPSIGELSE",
        /// Summary dismissal.
        SummaryDismissal = "AVSKJED",
        /// Suspension.
        Suspension = "SUSPENSJON",
        /// Written warning.
        Warning = "ADVARSEL",
        /// Temporary employment.
        Temporary = "MIDLERTIDIG",
        /// Preferential right to a post.
        PreferentialRight = "FORTRINNSRETT",
        /// Wrong pay.
        WrongPay = "LONN_FEIL",
        /// Local pay talks.
        LocalPay = "LONN_LOKAL_FORHANDLING",
        /// Seniority.
        Seniority = "ANSIENNITET",
        /// Pension.
        Pension = "PENSJON",
        /// The employment contract.
        Contract = "ARBEIDSAVTALE",
        /// A larger part-time position, by hours actually worked.
        PartTime = "DELTID_FAKTISK_ARBEIDSTID",
        /// Hours and rosters.
        WorkingHours = "ARBEIDSTID_TURNUS",
        /// Holiday.
        Holiday = "FERIE",
        /// Leave.
        Leave = "PERMISJON",
        /// Sick leave and adaptation.
        SickLeave = "SYKEFRAVAER_TILRETTELEGGING",
        /// Occupational injury.
        Injury = "YRKESSKADE",
        /// Conflict at work.
        Conflict = "ARBEIDSMILJO_KONFLIKT",
        /// Harassment or discrimination.
        Harassment = "TRAKASSERING_DISKRIMINERING",
        /// Whistleblowing.
        Whistleblowing = "VARSLING",
        /// Downsizing.
        Downsizing = "NEDBEMANNING",
        /// Lay-off.
        LayOff = "PERMITTERING",
        /// Transfer of the undertaking.
        Transfer = "VIRKSOMHETSOVERDRAGELSE",
        /// Hiring-in from agencies.
        HiringIn = "INNLEIE",
        /// Reorganisation to be discussed.
        Reorganisation = "OMSTILLING_DROFTING",
        /// Dispute over a collective agreement.
        AgreementDispute = "TARIFFTVIST",
        /// Demand for a collective agreement.
        AgreementDemand = "KRAV_TARIFFAVTALE",
        /// A member's question.
        Question = "MEDLEMSSPORSMAL",
        /// Something else.
        Other = "ANNET",
    }
}

impl CaseType {
    /// The sensitivity a new case of this type gets.
    pub const fn sensitivity(self) -> Sensitivity {
        match self {
            Self::SickLeave | Self::Injury => Sensitivity::Health,
            Self::Whistleblowing => Sensitivity::Whistleblowing,
            Self::Dismissal
            | Self::SummaryDismissal
            | Self::Suspension
            | Self::Warning
            | Self::Conflict
            | Self::Harassment
            | Self::Leave => Sensitivity::Personnel,
            _ => Sensitivity::General,
        }
    }

    /// Where the type stands when somebody chooses.
    pub const fn group(self) -> CaseGroup {
        match self {
            Self::Dismissal | Self::SummaryDismissal | Self::Suspension | Self::Warning | Self::Temporary | Self::PreferentialRight => {
                CaseGroup::Job
            }
            Self::WrongPay | Self::LocalPay | Self::Seniority | Self::Pension | Self::Contract | Self::PartTime => CaseGroup::Pay,
            Self::WorkingHours | Self::Holiday | Self::Leave => CaseGroup::Time,
            Self::SickLeave | Self::Injury | Self::Conflict | Self::Harassment | Self::Whistleblowing => CaseGroup::Health,
            Self::Downsizing | Self::LayOff | Self::Transfer | Self::HiringIn | Self::Reorganisation => CaseGroup::Change,
            Self::AgreementDispute | Self::AgreementDemand | Self::Question | Self::Other => CaseGroup::Other,
        }
    }
}
