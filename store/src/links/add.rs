//! Linking a case to another.

use domain::lifecycle::Deed;
use domain::links::{NewLink, Relation, may_link};
use domain::{CaseId, Code};

use crate::cases::CaseWork;
use crate::{Store, StoreError, Viewer, drafts};

use super::{End, ends, insert, prove_pair, refused, refused_at, tell};

impl Store {
    /// Links a case that the viewer adds to with one that they may read; the same again changes nothing. What stands in
    /// the way is said at the field, as far as the viewer may know of it: a link that is hidden from them hinders nothing.
    pub async fn link_case(&self, viewer: &Viewer, case: CaseId, new: NewLink) -> Result<(), StoreError> {
        let now = self.clock.now();
        let shown = CaseWork::shown(&self.db, viewer, case, Deed::Add).await?;
        let other = self.other_end(viewer, shown.readable(), new.number).await?;
        let tx = self.begin().await?;
        let (here, there) = prove_pair(&tx, viewer, case, other).await?;
        let far = there.readable().ok_or_else(|| refused(Code::NotReadable))?;
        let near = ends(&tx, viewer, here.readable()).await?;
        match near.iter().find(|end| end.case == other) {
            Some(end) if end.to == new.to => {}
            Some(_) => return Err(refused(Code::LinkedAlready)),
            None => {
                let kinds = |ends: &[End]| ends.iter().map(|end| end.to).collect::<Vec<Relation>>();
                may_link(new.to, &kinds(&near), &kinds(&ends(&tx, viewer, far).await?)).map_err(refused_at)?;
                insert(&tx, viewer, now, (case, new.to, other)).await?;
                tell(&tx, viewer, now, (&here, new.to.made()), (&there, other, new.to.mirrored().made())).await?;
            }
        }
        drafts::drop_in(&tx, viewer, &domain::drafts::new_link(case)).await?;
        tx.commit().await?;
        Ok(())
    }
}
