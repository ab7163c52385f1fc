//! Where cases stand, in every world: who brings them there, and what may be done then.

use domain::cases::{CaseView, Status};
use domain::lifecycle::{NewWait, Transition, WaitingFor};
use oracle::CaseAccess;
use store::{StoreError, Viewer};

use crate::lifecycle::{ending, sent, version_of};
use crate::union::in_days;

use super::{Case, Moment, once_more};

/// From so many days on a case waits no more.
const WAITS: i32 = 6;

impl Moment<'_> {
    /// Every third case waits and every third is closed, if its owner may do that.
    pub(super) async fn move_on(&self, viewer: &Viewer, case: &mut Case) {
        let store = &self.world.store;
        let sent = sent(version_of(self.world, case.id).await);
        let (may, done, to) = match self.cases.len() % 3 {
            1 => {
                let new = NewWait { for_whom: WaitingFor::Employer, note: None, until: in_days(WAITS) };
                (self.oracle.writes(&case.told.owner, &case.told), store.set_to_wait(viewer, case.id, sent, new).await, Status::Waiting)
            }
            2 => {
                let new = ending(&store.case_types().await.unwrap(), case.kind);
                (self.oracle.closes(&case.told.owner, &case.told), store.close_case(viewer, case.id, sent, new, "").await, Status::Closed)
            }
            _ => return,
        };
        match done {
            Ok(()) => assert!(may, "{} brings {case:?} to {to}", case.told.owner),
            Err(StoreError::NotFound | StoreError::Forbidden) => {
                assert!(!may, "{} does not bring {case:?} to {to}", case.told.owner);
                return;
            }
            Err(other) => panic!("{other:?}"),
        }
        (case.status, case.told.closed) = (to, to == Status::Closed);
        if to == Status::Waiting {
            case.due = case.due.into_iter().chain([in_days(WAITS)]).min();
            once_more(&self.seen.waiting);
        } else {
            once_more(&self.seen.closed);
        }
    }

    /// What somebody who reads a case is offered to do with it: what the oracle says, and what is possible from there.
    pub(super) fn compare_moves(&self, person: &str, case: &Case, view: &CaseView) {
        let (works, closes) = (self.oracle.access(person, &case.told) == CaseAccess::Works, self.oracle.closes(person, &case.told));
        let expected: Vec<Transition> = match case.status {
            Status::Open => [(Transition::Wait, works), (Transition::Close, closes)].to_vec(),
            Status::Waiting => [(Transition::Wait, works), (Transition::GoOn, works), (Transition::Close, closes)].to_vec(),
            Status::Closed => [(Transition::Reopen, closes)].to_vec(),
        }
        .into_iter()
        .filter_map(|(transition, may)| may.then_some(transition))
        .collect();
        assert_eq!((view.status, &view.moves), (case.status, &expected), "{person}: {case:?}");
        assert_eq!(view.may_add, self.oracle.writes(person, &case.told), "{person}: {case:?}");
        once_more(if closes { &self.seen.closes } else { &self.seen.must_not_close });
    }
}
