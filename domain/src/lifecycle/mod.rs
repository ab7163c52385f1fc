//! The lifecycle of a case: which named transitions there are, from where to where, and who may do each.
//!
//! [`RULES`] is the one table. The store moves cases by it, and the pages offer what it allows.

mod input;
mod view;

use crate::Date;
use crate::access::CaseAction;
use crate::cases::{OutcomeCode, Status};
use crate::code::code_enum;

pub use input::*;
pub use view::*;

code_enum! {
    /// A named transition from one status of a case to another.
    pub enum Transition {
        /// Somebody must answer or do something first. From waiting: for somebody else, or longer.
        Wait = "wait",
        /// There is nothing to wait for any more.
        GoOn = "go_on",
        /// It is over, with an outcome.
        Close = "close",
        /// It was not over after all.
        Reopen = "reopen",
    }
}

code_enum! {
    /// Whom a case waits for.
    pub enum WaitingFor {
        /// The employer.
        Employer = "employer",
        /// The member.
        Member = "member",
        /// The union's own: a local, an adviser, a lawyer.
        Union = "union",
        /// Anybody else.
        Other = "other",
    }
}

code_enum! {
    /// What becomes of tasks that are open when a case is closed.
    pub enum OpenTasks {
        /// They are to be done all the same.
        Keep = "keep",
        /// They are not to be done any more.
        Drop = "drop",
    }
}

/// What is true of one transition.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Which.
    pub transition: Transition,
    /// The statuses from which it is possible.
    pub from: &'static [Status],
    /// The status it leads to.
    pub to: Status,
    /// What one must be allowed to do with the case.
    pub needs: CaseAction,
}

/// Every transition there is. What is not here is not possible.
pub const RULES: [Rule; 4] = [
    Rule { transition: Transition::Wait, from: &[Status::Open, Status::Waiting], to: Status::Waiting, needs: CaseAction::Work },
    Rule { transition: Transition::GoOn, from: &[Status::Waiting], to: Status::Open, needs: CaseAction::Work },
    Rule { transition: Transition::Close, from: &[Status::Open, Status::Waiting], to: Status::Closed, needs: CaseAction::Close },
    Rule { transition: Transition::Reopen, from: &[Status::Closed], to: Status::Open, needs: CaseAction::Close },
];

impl Transition {
    /// Whether it is possible from this status.
    pub fn possible_from(self, status: Status) -> bool {
        RULES.iter().any(|rule| rule.transition == self && rule.from.contains(&status))
    }

    /// What one must be allowed to do with a case for it.
    pub fn needs(self) -> CaseAction {
        RULES.iter().find(|rule| rule.transition == self).map_or(CaseAction::Close, |rule| rule.needs)
    }
}

/// Where a case stands, with what belongs to that and nothing else: a case that waits has somebody and a day, a closed one
/// an outcome and a day, one that was merged and an open one neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody works on it.
    Open,
    /// It waits.
    Waiting {
        /// For whom.
        for_whom: WaitingFor,
        /// Until when.
        until: Date,
    },
    /// It is over.
    Closed {
        /// How it ended.
        outcome: OutcomeCode,
        /// When.
        on: Date,
    },
    /// It is over, and goes on as another case: which, and since when, the link between them says.
    Merged,
}

/// A transition with what it requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// See [`Transition::Wait`].
    Wait {
        /// For whom.
        for_whom: WaitingFor,
        /// Until when.
        until: Date,
    },
    /// See [`Transition::GoOn`].
    GoOn,
    /// See [`Transition::Close`].
    Close {
        /// How it ended.
        outcome: OutcomeCode,
        /// When.
        on: Date,
    },
    /// Closes it by merging it into another case: see [`Transition::Close`].
    Merge,
    /// See [`Transition::Reopen`].
    Reopen,
}

/// The transition is not possible from where the case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not possible from where the case stands")]
pub struct Impossible;

impl Step {
    /// Which transition it is.
    pub const fn transition(self) -> Transition {
        match self {
            Self::Wait { .. } => Transition::Wait,
            Self::GoOn => Transition::GoOn,
            Self::Close { .. } | Self::Merge => Transition::Close,
            Self::Reopen => Transition::Reopen,
        }
    }
}

impl Standing {
    /// The status that lists, filters and sums know.
    pub const fn status(self) -> Status {
        match self {
            Self::Open => Status::Open,
            Self::Waiting { .. } => Status::Waiting,
            Self::Closed { .. } | Self::Merged => Status::Closed,
        }
    }

    /// Where the case stands after a step.
    pub fn after(status: Status, step: Step) -> Result<Self, Impossible> {
        if !step.transition().possible_from(status) {
            return Err(Impossible);
        }
        Ok(match step {
            Step::Wait { for_whom, until } => Self::Waiting { for_whom, until },
            Step::Close { outcome, on } => Self::Closed { outcome, on },
            Step::Merge => Self::Merged,
            Step::GoOn | Step::Reopen => Self::Open,
        })
    }
}

/// What somebody who may work on a case wants to do in it. What is not named otherwise is [`Deed::Add`]: so a new feature
/// is refused on a closed case until somebody has thought about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Write in it: a note or an addition to one, a task, a document, a meeting, a letter.
    Add,
    /// Go on with a task that stays when it is closed: tick it off, say something of it, move or drop it. What somebody types
    /// and has not sent is kept too.
    Tend,
    /// Say who takes part, who owns it, and who must see no trace of it: a conflict of interest does not end with a case.
    People,
    /// Take it to another status. From where that is possible, [`Standing::after`] says.
    Move(Transition),
}

impl Deed {
    /// Whether it can be done in a case with this status.
    pub fn possible_in(self, status: Status) -> bool {
        self != Self::Add || status != Status::Closed
    }

    /// What one must be allowed to do with the case.
    pub fn needs(self) -> CaseAction {
        match self {
            Self::Add | Self::Tend | Self::People => CaseAction::Work,
            Self::Move(transition) => transition.needs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_step() -> impl Strategy<Value = Step> {
        let day = (0..800_i32).prop_map(|days| "2026-03-12".parse::<Date>().unwrap().plus_days(days));
        let outcome = select(vec!["ENIGE", "IKKE_ENIGE"]).prop_map(|code| code.parse().unwrap());
        prop_oneof![
            (select(WaitingFor::ALL), day.clone()).prop_map(|(for_whom, until)| Step::Wait { for_whom, until }),
            Just(Step::GoOn),
            Just(Step::Merge),
            (outcome, day).prop_map(|(outcome, on)| Step::Close { outcome, on }),
            Just(Step::Reopen),
        ]
    }

    #[test]
    fn each_transition_stands_once_in_the_table_and_leads_out_of_somewhere() {
        for transition in Transition::ALL {
            let rules: Vec<_> = RULES.iter().filter(|rule| rule.transition == *transition).collect();
            assert_eq!(rules.len(), 1, "{transition}");
            assert!(!rules[0].from.is_empty(), "{transition}");
        }
        for status in Status::ALL {
            assert!(Transition::ALL.iter().any(|transition| transition.possible_from(*status)), "no way out of {status}");
        }
    }

    #[test]
    fn what_is_possible_from_where_is_as_it_is_meant() {
        use Transition::{Close, GoOn, Reopen, Wait};
        for (status, possible) in [(Status::Open, &[Wait, Close][..]), (Status::Waiting, &[Wait, GoOn, Close]), (Status::Closed, &[Reopen])]
        {
            let found: Vec<_> = Transition::ALL.iter().copied().filter(|transition| transition.possible_from(status)).collect();
            assert_eq!(found, possible, "{status}");
        }
        let needs = Transition::ALL.iter().map(|transition| transition.needs());
        assert_eq!(needs.collect::<Vec<_>>(), [CaseAction::Work, CaseAction::Work, CaseAction::Close, CaseAction::Close]);
    }

    #[test]
    fn a_closed_case_takes_nothing_new() {
        for status in Status::ALL {
            assert_eq!(Deed::Add.possible_in(*status), *status != Status::Closed);
            assert!(Deed::Tend.possible_in(*status) && Deed::People.possible_in(*status));
        }
        assert_eq!((Deed::Add.needs(), Deed::Move(Transition::Close).needs()), (CaseAction::Work, CaseAction::Close));
    }

    proptest! {
        #[test]
        fn a_case_always_stands_where_the_table_leads(steps in prop::collection::vec(any_step(), 0..40)) {
            let mut standing = Standing::Open;
            for step in steps {
                let status = standing.status();
                let rule = RULES.iter().find(|rule| rule.transition == step.transition()).unwrap();
                match Standing::after(status, step) {
                    Err(Impossible) => prop_assert!(!rule.from.contains(&status)),
                    Ok(next) => {
                        prop_assert!(rule.from.contains(&status));
                        prop_assert_eq!(next.status(), rule.to);
                        standing = next;
                        // With exactly what was said, and nothing of what was before.
                        match step {
                            Step::Wait { for_whom, until } => prop_assert_eq!(standing, Standing::Waiting { for_whom, until }),
                            Step::Close { outcome, on } => prop_assert_eq!(standing, Standing::Closed { outcome, on }),
                            Step::Merge => prop_assert_eq!(standing, Standing::Merged),
                            Step::GoOn | Step::Reopen => prop_assert_eq!(standing, Standing::Open),
                        }
                    }
                }
            }
        }
    }
}
