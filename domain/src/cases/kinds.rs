//! The closed sets that the program itself knows of cases. Which types there are is data: see [`super::CaseTypes`].

use crate::code::code_enum;

code_enum! {
    /// Where a case stands: see [`crate::lifecycle`].
    pub enum Status {
        /// Somebody works on it.
        Open = "open",
        /// It waits for somebody until a day.
        Waiting = "waiting",
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
    /// How many a case is about.
    #[derive(Default)]
    pub enum CaseKind {
        /// One member.
        #[default]
        Individual = "individual",
        /// Several members, by name.
        Group = "group",
        /// All in a club or at a workplace; nobody is named.
        Collective = "collective",
    }
}
