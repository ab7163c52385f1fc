//! What happens in a union: files come, days pass, and people work.

use domain::org::Office;
use domain::registry::Protection;
use proptest::prelude::*;
use proptest::sample::select;

use super::facts::Facts;
use super::spec::{ACTORS, Mandate, any_mandate, any_office};

/// One thing that happens. Every `usize` chooses among what there is, counted round and round.
#[derive(Debug, Clone)]
pub(super) enum Operation {
    /// A file comes in which this is otherwise.
    File(Change),
    /// The access matrix is changed.
    Policy(Matrix),
    /// So many days pass.
    Days(i32),
    /// Somebody does something in the portal: this person, or one of those who may do it if there are any.
    Act(usize, bool, Act),
}

/// What is otherwise in the next file.
#[derive(Debug, Clone)]
pub(super) enum Change {
    /// Somebody is given an office.
    Assign(Mandate),
    /// A mandate ended yesterday; what had not begun is not in the file any more.
    End(usize),
    /// A mandate is not in the file any more.
    Forget(usize),
    /// A member left the union yesterday.
    Leave(usize),
    /// A person is not in the file any more.
    Gone(usize),
    /// A member has a new job, and the old ones ended yesterday.
    Move(usize, usize),
    /// A member has one job more.
    SecondJob(usize, usize),
    /// A member belongs to another local.
    Local(usize, usize),
    /// Everybody at one workplace now works at another.
    Merge(usize, usize),
    /// A workplace lies under another employer (or under none), and the register says so.
    Sold(usize, Option<usize>),
    /// A club covers one employer more.
    Cover(usize, usize),
    /// A club covers one employer less.
    Uncover(usize),
    /// A club is not in the file any more.
    Close(usize),
    /// A member is protected, or is not any more, and somebody is named to help.
    Protect(usize, Option<Protection>, bool, usize),
    /// The register says that an employer is bankrupt.
    Bankrupt(usize),
}

/// How the access matrix is changed.
#[derive(Debug, Clone)]
pub(super) enum Matrix {
    /// An office loses a right.
    Take(Office, &'static str),
    /// An office is given the sight of its unit.
    Give(Office),
    /// All is as at first.
    Standard,
}

/// What somebody does in the portal.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// Tries to open a case about a member; about one of those who may be chosen, if so.
    Open(usize, bool, &'static str),
    /// Tries to write a note in a case.
    Note(usize),
    /// Tries to write a note in a case for themselves alone.
    Private(usize),
    /// Tries to add to a note in a case.
    AddTo(usize),
    /// Tries to write down contact with somebody about a case.
    Contact(usize),
    /// Tries to add a task to a case.
    Task(usize),
    /// Tries to tick off a task of a case.
    Tick(usize),
    /// Tries to give a task of a case to the case's owner.
    Give(usize),
    /// Tries to say something of a task of a case.
    Comment(usize),
    /// Tries to drop a task of a case.
    Drop(usize),
    /// Has been asked to take part in a case, in one role or another.
    Join(usize),
    /// Tries to ask this one among the actors to take part in a case.
    Ask(usize, usize),
    /// Tries to end the part of this one.
    EndPart(usize, usize),
    /// Tries to keep this one out of a case.
    KeepOut(usize, usize),
    /// Tries to keep this one out no longer.
    LetIn(usize, usize),
    /// Tries to give a case to this one.
    GiveCase(usize, usize),
    /// Tries to set a case to wait.
    Wait(usize),
    /// Tries to go on with a case.
    GoOn(usize),
    /// Tries to close a case.
    Close(usize),
    /// Tries to open a case again.
    Reopen(usize),
    /// Tries to merge a case into another.
    Merge(usize, usize),
    /// Marks an alert as seen.
    See(usize),
}

pub(super) fn any_operation() -> impl Strategy<Value = Operation> {
    let acts = (0..ACTORS, prop::bool::weighted(0.7), any_act()).prop_map(|(actor, may, act)| Operation::Act(actor, may, act));
    let days = prop_oneof![4 => Just(1), 1 => Just(2), 1 => Just(40)];
    prop_oneof![
        16 => acts,
        8 => any_change().prop_map(Operation::File),
        2 => any_matrix().prop_map(Operation::Policy),
        2 => days.prop_map(Operation::Days),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    let kind = select(&["FERIE", "ADVARSEL", "YRKESSKADE", "VARSLING"]);
    prop_oneof![
        6 => (0..16usize, prop::bool::weighted(0.8), kind).prop_map(|(about, allowed, kind)| Act::Open(about, allowed, kind)),
        3 => (0..16usize).prop_map(Act::Note),
        2 => (0..16usize).prop_map(Act::Private),
        2 => (0..16usize).prop_map(Act::AddTo),
        1 => (0..16usize).prop_map(Act::Contact),
        3 => (0..16usize).prop_map(Act::Task),
        2 => (0..16usize).prop_map(Act::Tick),
        1 => (0..16usize).prop_map(Act::Give),
        2 => (0..16usize).prop_map(Act::Comment),
        1 => (0..16usize).prop_map(Act::Drop),
        3 => (0..16usize).prop_map(Act::Join),
        3 => (0..16usize, 0..16usize).prop_map(|(case, whom)| Act::Ask(case, whom)),
        1 => (0..16usize, 0..16usize).prop_map(|(case, whom)| Act::EndPart(case, whom)),
        3 => (0..16usize, 0..16usize).prop_map(|(case, whom)| Act::KeepOut(case, whom)),
        1 => (0..16usize, 0..16usize).prop_map(|(case, whom)| Act::LetIn(case, whom)),
        2 => (0..16usize, 0..16usize).prop_map(|(case, whom)| Act::GiveCase(case, whom)),
        2 => (0..16usize).prop_map(Act::Wait),
        1 => (0..16usize).prop_map(Act::GoOn),
        2 => (0..16usize).prop_map(Act::Close),
        1 => (0..16usize).prop_map(Act::Reopen),
        1 => (0..16usize, 0..16usize).prop_map(|(from, into)| Act::Merge(from, into)),
        1 => (0..16usize).prop_map(Act::See),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    let n = || 0..16usize;
    let protect = (n(), prop::option::of(select(Protection::ALL)), any::<bool>(), 0..ACTORS);
    prop_oneof![
        4 => any_mandate().prop_map(Change::Assign),
        2 => n().prop_map(Change::End),
        1 => n().prop_map(Change::Forget),
        1 => n().prop_map(Change::Leave),
        1 => n().prop_map(Change::Gone),
        2 => (n(), n()).prop_map(|(member, workplace)| Change::Move(member, workplace)),
        1 => (n(), n()).prop_map(|(member, workplace)| Change::SecondJob(member, workplace)),
        1 => (n(), n()).prop_map(|(member, local)| Change::Local(member, local)),
        1 => (n(), n()).prop_map(|(from, to)| Change::Merge(from, to)),
        2 => (n(), prop::option::weighted(0.8, n())).prop_map(|(employer, parent)| Change::Sold(employer, parent)),
        1 => (n(), n()).prop_map(|(club, employer)| Change::Cover(club, employer)),
        1 => n().prop_map(Change::Uncover),
        1 => n().prop_map(Change::Close),
        2 => protect.prop_map(|(member, grade, shielded, helper)| Change::Protect(member, grade, shielded, helper)),
        1 => n().prop_map(Change::Bankrupt),
    ]
}

fn any_matrix() -> impl Strategy<Value = Matrix> {
    let rights = select(&["members", "contact", "help", "own", "read", "know", "open"][..]);
    let given = select(&[Office::CLUB_BOARD, Office::LOCAL_BOARD, Office::TRAINING, Office::YOUTH]);
    prop_oneof![
        3 => (any_office(), rights).prop_map(|(office, right)| Matrix::Take(office, right)),
        2 => given.prop_map(Matrix::Give),
        1 => Just(Matrix::Standard),
    ]
}

/// The `n`th of these, round and round.
pub(super) fn nth<T>(list: &[T], n: usize) -> Option<&T> {
    n.checked_rem(list.len()).and_then(|n| list.get(n))
}

impl Matrix {
    /// Changes the matrix.
    pub(super) fn apply(&self, facts: &mut Facts) {
        match self {
            Self::Take(office, right) => {
                facts.taken.insert((*office, *right));
            }
            Self::Give(office) => {
                facts.given.insert(*office);
            }
            Self::Standard => {
                facts.taken.clear();
                facts.given.clear();
            }
        }
    }
}
