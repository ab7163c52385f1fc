//! Bringing cases to another status, as a browser without script does it, and what one must be answered.

use oracle::CaseAccess;

use super::operation::{Act, nth};
use super::running::{Case, Running};
use crate::journeys::fresh_key;
use crate::world::Client;

impl Running<'_> {
    /// Somebody brings a case to another status, or tries; and is answered as the oracle says. What is not possible from
    /// where the case stands leads back to the form, and changes nothing in the case.
    pub(super) async fn move_case(&mut self, oracle: &oracle::Union, client: &mut Client, actor: &str, act: &Act) {
        let (n, path, owner_only) = match act {
            Act::Wait(n) => (*n, "/api/lifecycle/wait", false),
            Act::GoOn(n) => (*n, "/api/lifecycle/go-on", false),
            Act::Close(n) => (*n, "/api/lifecycle/close", true),
            Act::Reopen(n) => (*n, "/api/lifecycle/reopen", true),
            _ => return,
        };
        let Some(case) = nth(&self.cases, n).cloned() else { return };
        self.world.pass(1);
        let access = oracle.access(actor, &case.told);
        // Whoever may work on it and not close it is told so, as whoever may only read it is.
        let access = if owner_only && !oracle.closes(actor, &case.told) { access.min(CaseAccess::Reads) } else { access };
        let expected = self.expected(oracle, actor, access);
        let (version, status) = self.stands(&case).await;
        let (key, text) = (fresh_key(), self.fresh_text("Livsløp"));
        let until = self.today().plus_days(3);
        let until = format!("{}.{}.{}", until.day(), until.month(), until.year());
        let outcome = crate::case_types::an_outcome(case.kind);
        let mut fields = vec![("case", &*case.id), ("key", &key), ("version", &version)];
        fields.extend(match act {
            Act::Wait(_) => vec![("waiting_for", "member"), ("waiting_note", &text), ("waiting_until", &until)],
            Act::Close(_) => vec![("outcome", &*outcome), ("what_agreed", &text), ("open_tasks", "keep")],
            Act::Reopen(_) => vec![("reason", &*text)],
            _ => Vec::new(),
        });
        if !self.tried(client, actor, &case, path, &fields, expected).await {
            return;
        }
        // What is left to do is told of before it is decided what becomes of it, and that is a look.
        if matches!(act, Act::Close(_)) {
            self.looked.entry(case.about.clone()).or_default().insert(actor.to_owned());
        }
        let possible = match act {
            Act::Wait(_) | Act::Close(_) => status != "closed",
            Act::GoOn(_) => status == "waiting",
            _ => status == "closed",
        };
        let (after, now) = self.stands(&case).await;
        if !possible {
            assert_eq!((after, now), (version, status), "{actor} does what is not possible: {act:?}, {case:?}");
            self.count("not possible");
            return;
        }
        let (to, closed) = match act {
            Act::Wait(_) => ("waiting", false),
            Act::Close(_) => ("closed", true),
            _ => ("open", false),
        };
        assert_eq!(now, to, "{actor}: {act:?}, {case:?}");
        if matches!(act, Act::GoOn(_)) {
            self.cases.iter_mut().find(|own| own.id == case.id).unwrap().writers.insert(actor.to_owned());
        } else {
            self.wrote(actor, &case, text).told.closed = closed;
        }
        self.count(to);
    }

    /// A case's version and status.
    pub(super) async fn stands(&self, case: &Case) -> (String, String) {
        let place = self.cases.iter().position(|own| own.id == case.id).unwrap();
        let rows = self.world.texts("SELECT CAST(version AS text) || ' ' || status FROM cases ORDER BY number").await;
        let (version, status) = rows[place].split_once(' ').unwrap();
        (version.to_owned(), status.to_owned())
    }
}
