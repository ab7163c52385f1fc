//! Who is asking: the only key to personal data.

use std::sync::Arc;

use domain::access::{Grants, Policy};
use domain::cases::CaseTypes;
use domain::org::{Office, Offices};
use domain::sessions::SessionId;
use domain::{Date, MemberId};
use tokio::sync::OnceCell;

/// A person with at least one active mandate, at the instant of one request.
///
/// It can only be made by [`Store::signed_in`](crate::Store::signed_in) from a live session, so holding one
/// is the proof that somebody may ask. It is made anew for each request: access ends when a mandate does.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub(crate) grants: Grants,
    /// The one that gave the grants.
    pub(crate) policy: Arc<Policy>,
    /// Those in force at this request.
    pub(crate) case_types: Arc<CaseTypes>,
    pub(crate) name: String,
    pub(crate) today: Date,
    pub(crate) request_id: String,
    /// Named for at least one protected member; only asked where the mandates show nobody by themselves.
    pub(crate) helps: bool,
    /// The session this request came with.
    pub(crate) session: SessionId,
    /// How many members they reach, when this request has counted them.
    pub(crate) reached: OnceCell<u64>,
}

impl Viewer {
    /// Who it is.
    pub fn person(&self) -> MemberId {
        self.grants.person
    }

    /// Their name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether there is anybody to see: for menus, and for saying why a list is not there.
    pub fn sees_members(&self) -> bool {
        self.grants.show_members() || self.helps
    }

    /// The day in Oslo for which the grants were made.
    pub fn today(&self) -> Date {
        self.today
    }

    /// What the active mandates give. For sentences and buttons; the store decides by itself.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// The offices that the union has, with their names.
    pub fn offices(&self) -> &Arc<Offices> {
        self.policy.offices()
    }

    /// The case types in force, with their names.
    pub const fn case_types(&self) -> &Arc<CaseTypes> {
        &self.case_types
    }

    /// Each office held, with the unit's name.
    pub fn holds(&self) -> impl Iterator<Item = (Office, &str)> {
        self.grants.list.iter().map(|grant| (grant.office, grant.unit_name.as_str()))
    }
}

/// What a live session stands for.
#[derive(Debug, Clone)]
pub enum SignedIn {
    /// Somebody with an active mandate.
    Viewer(Viewer),
    /// Somebody in the registry who holds no office now: sees nothing, and is told whom to call.
    WithoutMandate {
        /// Their name.
        name: String,
        /// The name of their local.
        local: String,
        /// Its telephone.
        phone: Option<String>,
        /// Its e-mail address.
        email: Option<String>,
    },
}
