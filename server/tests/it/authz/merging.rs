//! Merging a case into another, as a browser without script does it, and what one must be answered.

use oracle::CaseAccess;

use super::operation::nth;
use super::running::{Case, Running, Task};
use crate::journeys::fresh_key;
use crate::world::Client;

impl Running<'_> {
    /// Somebody merges a case into another, or tries; and it is done exactly when the oracle says that both are theirs to
    /// close, no more people would read, and nobody who is kept out of the one owns the other.
    pub(super) async fn merge(&mut self, oracle: &oracle::Union, client: &mut Client, actor: &str, (from, into): (usize, usize)) {
        let (Some(from), Some(into)) = (nth(&self.cases, from).cloned(), nth(&self.cases, into).cloned()) else { return };
        self.world.pass(1);
        let access = oracle.access(actor, &from.told);
        let access = if oracle.closes(actor, &from.told) { access } else { access.min(CaseAccess::Reads) };
        let expected = self.expected(oracle, actor, access);
        let (version, status) = self.stands(&from).await;
        let number = self.world.texts("SELECT CAST(number AS text) FROM cases ORDER BY number").await;
        let number = number[self.place(&into)].clone();
        let fields = [("case", &*from.id), ("key", &*fresh_key()), ("version", &*version), ("number", &*number)];
        if !self.tried(client, actor, &from, "/api/links/merge", &fields, expected).await {
            return;
        }
        let as_few = match from.told.sensitivity.as_str() {
            "general" => true,
            "personnel" => into.told.sensitivity != "general",
            other => into.told.sensitivity == other,
        };
        let fits = from.id != into.id
            && status != "closed"
            && oracle.closes(actor, &into.told)
            && !into.told.closed
            && from.told.club == into.told.club
            && as_few
            && from.about == into.about
            && !from.told.conflicted.contains(&into.told.owner);
        let (_, now) = self.stands(&from).await;
        assert_eq!(now == "closed" && status != "closed", fits, "{actor} merges {from:?} into {into:?}");
        if fits {
            self.merged(actor, self.place(&from), self.place(&into)).await;
            self.count("merged");
        }
    }

    /// What is so from now on: whoever is kept out of the one is kept out of the other, and what was to be done goes on there.
    async fn merged(&mut self, actor: &str, from: usize, into: usize) {
        let open: Vec<Task> = self.cases[from].tasks.iter().filter(|task| !task.done).cloned().collect();
        let newest = "FROM tasks JOIN members ON members.id = tasks.owner_id ORDER BY tasks.id DESC LIMIT";
        let mut ids = self.world.uuids(&format!("SELECT tasks.id {newest} {}", open.len())).await;
        let mut owners = self.world.texts(&format!("SELECT members.registry_key {newest} {}", open.len())).await;
        ids.reverse();
        owners.reverse();
        for whom in self.cases[from].told.conflicted.clone() {
            let case = &mut self.cases[into];
            if !case.told.conflicted.contains(&whom) {
                case.writers.insert(whom.clone());
                case.told.participants.retain(|one| *one != whom);
                case.told.followers.retain(|one| *one != whom);
                case.hand_tasks_on(&whom);
                case.told.conflicted.push(whom);
            }
        }
        for (task, (id, owner)) in open.iter().zip(ids.into_iter().zip(owners)) {
            let case = &mut self.cases[into];
            case.texts.push(task.title.clone());
            case.details.push(task.details.clone());
            case.writers.insert(owner.clone());
            case.tasks.push(Task { id, owner, version: 1, done: false, ..task.clone() });
        }
        self.cases[into].writers.insert(actor.to_owned());
        let (one, other) = (self.cases[from].id.clone(), self.cases[into].id.clone());
        self.cases[from].merged.insert(other);
        self.cases[into].merged.insert(one);
        let case = &mut self.cases[from];
        case.writers.insert(actor.to_owned());
        case.told.closed = true;
        for task in case.tasks.iter_mut().filter(|task| !task.done) {
            (task.version, task.done) = (task.version + 1, true);
        }
    }

    fn place(&self, case: &Case) -> usize {
        self.cases.iter().position(|own| own.id == case.id).unwrap()
    }
}
