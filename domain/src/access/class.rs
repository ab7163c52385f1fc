//! The axes of the access matrix: what kind of data, what somebody wants with it, and how far an office reaches.

use crate::cases::Sensitivity;
use crate::code::code_enum;

code_enum! {
    /// A kind of data that the policy speaks of.
    pub enum DataClass {
        /// That somebody is a member: name, job, workplace, kind of membership, since when.
        MemberBasics = "member.basics",
        /// How to reach a member: telephone, e-mail, address.
        MemberContact = "member.contact",
        /// Members with a graded address or shielded membership.
        MemberProtected = "member.protected",
        /// That a case exists: number, type, club, owner, status, dates. Never whom it is about.
        ExistenceGeneral = "case.existence.general",
        /// The same, for a personnel case.
        ExistencePersonnel = "case.existence.personnel",
        /// The same, for a case about health.
        ExistenceHealth = "case.existence.health",
        /// The same, for whistleblowing.
        ExistenceWhistleblowing = "case.existence.whistleblowing",
        /// Everything in a general case.
        ContentsGeneral = "case.contents.general",
        /// Everything in a personnel case.
        ContentsPersonnel = "case.contents.personnel",
        /// Everything in a case about health.
        ContentsHealth = "case.contents.health",
        /// Everything in a case about whistleblowing.
        ContentsWhistleblowing = "case.contents.whistleblowing",
        /// Who holds which office, from when to when.
        Mandates = "mandates",
        /// Numbers of members, mandates and workplaces.
        Statistics = "statistics",
        /// The reports of registry imports, and those that wait for approval.
        Registry = "registry",
        /// Offices, the access matrix, and other settings.
        Settings = "settings",
        /// Who has looked at what.
        AccessLog = "access_log",
    }
}

impl DataClass {
    /// The class of the fact that a case of this sensitivity exists.
    pub const fn existence(sensitivity: Sensitivity) -> Self {
        match sensitivity {
            Sensitivity::General => Self::ExistenceGeneral,
            Sensitivity::Personnel => Self::ExistencePersonnel,
            Sensitivity::Health => Self::ExistenceHealth,
            Sensitivity::Whistleblowing => Self::ExistenceWhistleblowing,
        }
    }

    /// The class of what is in a case of this sensitivity.
    pub const fn contents(sensitivity: Sensitivity) -> Self {
        match sensitivity {
            Sensitivity::General => Self::ContentsGeneral,
            Sensitivity::Personnel => Self::ContentsPersonnel,
            Sensitivity::Health => Self::ContentsHealth,
            Sensitivity::Whistleblowing => Self::ContentsWhistleblowing,
        }
    }

    /// What can be done with data of this kind, and how far each can reach. All else would mean nothing, and no table
    /// may say it.
    pub const fn rights(self) -> &'static [(Action, &'static [Breadth])] {
        use Breadth::{Employer, Named, Own, Unit, Workplace};
        match self {
            Self::MemberBasics | Self::MemberContact => {
                &[(Action::See, &[Workplace, Employer, Unit]), (Action::Export, &[Workplace, Employer, Unit])]
            }
            Self::MemberProtected => &[(Action::See, &[Named]), (Action::Export, &[Named])],
            Self::ExistenceGeneral
            | Self::ExistencePersonnel
            | Self::ExistenceHealth
            | Self::ExistenceWhistleblowing
            | Self::Mandates
            | Self::Statistics => &[(Action::See, &[Employer, Unit])],
            Self::ContentsGeneral | Self::ContentsPersonnel | Self::ContentsHealth | Self::ContentsWhistleblowing => &[
                (Action::See, &[Own, Employer, Unit]),
                (Action::Work, &[Own, Employer, Unit]),
                (Action::Open, &[Workplace, Employer, Unit]),
            ],
            Self::Registry | Self::Settings => &[(Action::See, &[Unit]), (Action::Change, &[Unit])],
            Self::AccessLog => &[(Action::See, &[Unit]), (Action::Export, &[Unit])],
        }
    }

    /// How far an action can reach with data of this kind; nowhere when it cannot be done.
    pub fn breadths(self, action: Action) -> &'static [Breadth] {
        self.rights().iter().find(|(own, _)| *own == action).map_or(&[], |(_, breadths)| breadths)
    }

    /// Whether this is that cases exist, of any sensitivity.
    pub const fn is_existence(self) -> bool {
        matches!(self, Self::ExistenceGeneral | Self::ExistencePersonnel | Self::ExistenceHealth | Self::ExistenceWhistleblowing)
    }

    /// Whether this is the contents of cases, of any sensitivity.
    pub const fn is_contents(self) -> bool {
        matches!(self, Self::ContentsGeneral | Self::ContentsPersonnel | Self::ContentsHealth | Self::ContentsWhistleblowing)
    }
}

code_enum! {
    /// What somebody wants to do with data.
    pub enum Action {
        /// Look at it, in any way: lists, counts, searches, details.
        See = "see",
        /// Add to it: notes, tasks, ticks.
        Work = "work",
        /// Open a case of this class.
        Open = "open",
        /// Take it out of the portal as a file.
        Export = "export",
        /// Change or approve it.
        Change = "change",
    }
}

code_enum! {
    /// How far a rule reaches, from the place where the office is held.
    pub enum Breadth {
        /// Cases one owns or takes part in.
        Own = "own",
        /// Protected members for whom one is named.
        Named = "named",
        /// The workplace the mandate names; the whole unit if it names none.
        Workplace = "workplace",
        /// Everywhere at the employer that the mandate names or the unit covers, whichever local people belong to.
        Employer = "employer",
        /// The unit and everything under it.
        Unit = "unit",
    }
}
