//! A case that was opened with the same form before.

use std::collections::BTreeSet;

use domain::MemberId;
use domain::cases::{About, NewCase};

use crate::entity::case;
use crate::sent_again::sent_again;
use crate::{Store, StoreError, Viewer};

use super::contents::description_place;
use super::open::Opened;
use super::parties::parties;
use super::{Readable, answers};

impl Store {
    /// The case, when it says what the form says now; then the draft is thrown away. What the viewer reads no more cannot be
    /// held against anything, and is something else.
    pub(super) async fn opened_again(&self, viewer: &Viewer, row: case::Model, draft: &str, new: &NewCase) -> Result<Opened, StoreError> {
        let case = match Readable::find(&self.db, viewer, row.id).await {
            Err(StoreError::NotFound | StoreError::Forbidden) => return Err(StoreError::OtherBody),
            case => case?,
        };
        let key = self.content_key(&self.db, &case).await?;
        let members: BTreeSet<MemberId> = parties(&self.db, viewer, row.id).await?.into_iter().collect();
        let answers = answers::as_written(&self.db, &case, &key).await?;
        let same = |row: &case::Model| {
            let there = match &new.about {
                About::Everybody(place) => (place.club, place.workplace) == (row.unit_id, row.workplace_number),
                About::Member(_) | About::Members(_) => members == new.about.members().iter().copied().collect(),
            };
            let facts = (row.case_type, row.kind, row.happened_on) == (new.case_type, new.about.kind(), new.happened_on);
            let said = new.answers.iter().map(|answer| (answer.question.to_string(), answer.text.clone())).collect();
            Ok(there && facts && answers == said && key.open_text(&description_place(row.id), &row.description)? == new.description)
        };
        sent_again(Some(&row), |_| true, same)?;
        self.drop_draft(viewer, draft).await?;
        Ok(Opened { id: row.id, number: row.number })
    }
}
