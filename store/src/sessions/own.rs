//! A person's own live sessions.

use domain::sessions::{OwnSession, SessionId};
use sha2::{Digest, Sha256};

use crate::entity::session;
use crate::{Store, StoreError, Viewer, scope};

/// What a session is called on a page: derived from the hash of its secret, and of no use for logging in.
pub(super) fn id_of(token_hash: &[u8]) -> SessionId {
    let digest = Sha256::new_with_prefix(b"klar-session-id").chain_update(token_hash).finalize();
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    SessionId(uuid::Uuid::from_bytes(id))
}

impl Store {
    /// The viewer's own live sessions: this one first, then the one that was used last.
    pub async fn own_sessions(&self, viewer: &Viewer) -> Result<Vec<OwnSession>, StoreError> {
        let now = self.clock.now();
        let rows = scope::own_sessions(viewer).all(&self.db).await?;
        let shown = |row: session::Model| OwnSession {
            id: id_of(&row.token_hash),
            begun_at: row.created_at,
            last_used_at: self.seen.last(&row),
            device: row.device.as_deref().and_then(|code| code.parse().ok()).unwrap_or_default(),
            is_this: id_of(&row.token_hash) == viewer.session,
        };
        let mut sessions: Vec<_> = rows.into_iter().filter(|row| self.is_live(row, now)).map(shown).collect();
        sessions.sort_by_key(|own| (!own.is_this, std::cmp::Reverse(own.last_used_at), own.id));
        Ok(sessions)
    }
}
