//! Asking somebody to take part in a case, giving it to them, keeping them out of it.

use domain::participants::Role;
use oracle::CaseAccess;

use super::operation::{Act, nth};
use super::running::{Case, Running};
use super::seen::{Class, Seen};
use crate::world::Client;

impl Running<'_> {
    /// Somebody does something about another's part in a case, and is answered as the oracle says.
    pub(super) async fn act_on_somebody(&mut self, oracle: &oracle::Union, client: &mut Client, actor: &str, act: &Act) {
        let (n, whom) = match act {
            Act::Ask(n, whom) | Act::EndPart(n, whom) | Act::KeepOut(n, whom) | Act::LetIn(n, whom) | Act::GiveCase(n, whom) => (*n, *whom),
            _ => return,
        };
        let actors = self.actors();
        let Some(at) = n.checked_rem(self.cases.len()) else { return };
        let Some(whom) = nth(&actors, whom).cloned() else { return };
        let Some(person) = self.ids.get(&whom).cloned() else { return };
        let case = self.cases[at].clone();
        let role = Role::ALL[n % Role::ALL.len()];
        let until = self.today().plus_days(30).to_string();
        let mut fields = vec![("case", case.id.as_str()), ("person", person.as_str())];
        let path = match act {
            Act::Ask(..) => {
                fields.extend([("role", role.code()), ("until", until.as_str())]);
                "/api/participants/add"
            }
            Act::EndPart(..) => "/api/participants/remove",
            Act::KeepOut(..) => {
                fields.push(("reason", "Inhabil"));
                "/api/participants/keep-out"
            }
            Act::LetIn(..) => "/api/participants/let-in",
            _ => {
                fields.push(("stay", "true"));
                "/api/participants/give"
            }
        };
        self.world.pass(1);
        let access = oracle.access(actor, &case.told);
        let expected = match self.expected(oracle, actor, access) {
            // Only the owner gives a case away; giving it to who has it is nothing.
            Class::Done if matches!(act, Act::GiveCase(..)) && case.told.owner != actor && case.told.owner != whom => Class::Forbidden,
            other => other,
        };
        let before = self.world.contents().await;
        let seen = Seen::of(client.post_form(path, &fields).await);
        assert_eq!(seen.class(), expected, "{actor} sends {fields:?} to {path}: {case:?}");
        if expected != Class::Done {
            assert!(before == self.world.contents().await, "{actor} was refused {path}, and something is otherwise");
            return;
        }
        let back_at_the_form = !seen.location.unwrap_or_default().contains("gjort=");
        let fits = whom != case.told.owner && oracle.may_be_asked(&whom, &case.told) && whom != actor;
        let kept_out = case.told.conflicted.contains(&whom);
        match act {
            Act::Ask(..) => {
                assert_eq!(back_at_the_form, !fits || kept_out, "{actor} asks {whom}: {case:?}");
            }
            Act::GiveCase(..) if whom != case.told.owner => {
                assert_eq!(back_at_the_form, !fits || kept_out, "{actor} gives to {whom}: {case:?}");
            }
            Act::KeepOut(..) if fits || whom == case.told.owner => {
                assert_eq!(back_at_the_form, !fits && !kept_out, "{actor} keeps {whom} out: {case:?}");
            }
            _ => {}
        }
        if !back_at_the_form {
            self.done_about(at, actor, &whom, act, role);
        }
    }

    /// What is so from now on.
    fn done_about(&mut self, at: usize, actor: &str, whom: &str, act: &Act, role: Role) {
        let counted = match act {
            Act::Ask(..) => "asked",
            Act::EndPart(..) => "ended",
            Act::KeepOut(..) => "kept out",
            Act::LetIn(..) => "let in",
            _ => "given",
        };
        self.count(counted);
        let case = &mut self.cases[at];
        let took_part = case.told.participants.iter().chain(&case.told.followers).any(|one| one == whom);
        let (was_kept_out, was_owner) = (case.told.conflicted.iter().any(|one| one == whom), case.told.owner == whom);
        if matches!(act, Act::GiveCase(..)) && was_owner {
            return;
        }
        let changes = match act {
            Act::EndPart(..) => took_part,
            Act::KeepOut(..) => !was_kept_out,
            Act::LetIn(..) => was_kept_out,
            _ => true,
        };
        if !changes {
            return;
        }
        case.writers.extend([actor.to_owned(), whom.to_owned()]);
        let leave = |case: &mut Case| {
            case.told.participants.retain(|one| one != whom);
            case.told.followers.retain(|one| one != whom);
        };
        match act {
            Act::Ask(..) => {
                leave(case);
                let list = if role.works() { &mut case.told.participants } else { &mut case.told.followers };
                list.push(whom.to_owned());
            }
            Act::EndPart(..) => {
                leave(case);
                case.hand_tasks_on(whom);
            }
            Act::KeepOut(..) => {
                leave(case);
                case.hand_tasks_on(whom);
                case.told.conflicted.push(whom.to_owned());
            }
            Act::LetIn(..) => case.told.conflicted.retain(|one| one != whom),
            _ => {
                leave(case);
                let before = std::mem::replace(&mut case.told.owner, whom.to_owned());
                case.told.participants.push(before);
            }
        }
    }
}

impl Case {
    pub(super) fn hand_tasks_on(&mut self, from: &str) {
        let owner = self.told.owner.clone();
        for task in self.tasks.iter_mut().filter(|task| task.owner == from && !task.done) {
            task.owner.clone_from(&owner);
            task.version += 1;
        }
    }
}

/// Whether the names of a case's pages about access may be shown to somebody: whom one may ask, and who sees the case.
pub(super) fn named_about_access(oracle: &oracle::Union, one: &str, member: &str, case: &oracle::Case) -> bool {
    match oracle.access(one, case) {
        CaseAccess::Works => oracle.may_be_asked(member, case) || oracle.access(member, case) >= CaseAccess::Knows,
        CaseAccess::Reads => oracle.access(member, case) >= CaseAccess::Knows,
        CaseAccess::Knows | CaseAccess::Nothing => false,
    }
}
