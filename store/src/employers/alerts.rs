//! Alerts as people read them.

use std::collections::HashMap;

use domain::employers::{Alert, AlertKind, Change, FRESH_FOR_DAYS, Heads, Named};
use domain::identity::OrgNumber;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::employer_alert;
use crate::{Store, StoreError, Viewer, scope};

impl Store {
    /// The newest alerts about the viewer's employers that the viewer has not seen.
    pub(crate) async fn fresh_alerts(&self, viewer: &Viewer, at_most: u64) -> Result<Vec<Alert>, StoreError> {
        let since = self.clock.now().plus_seconds(-i64::from(FRESH_FOR_DAYS) * 24 * 3600);
        let rows = scope::unseen_employer_alerts(viewer)
            .filter(employer_alert::Column::NoticedAt.gte(since))
            .order_by_desc(employer_alert::Column::NoticedAt)
            .order_by_desc(employer_alert::Column::Id)
            .limit(at_most)
            .all(&self.db)
            .await?;
        self.as_alerts(viewer, rows).await
    }

    /// The newest alerts about one unit, and about what has left it.
    pub(super) async fn alerts_about(&self, viewer: &Viewer, number: OrgNumber, at_most: u64) -> Result<Vec<Alert>, StoreError> {
        let rows = scope::employer_alerts_about(viewer, number)
            .order_by_desc(employer_alert::Column::NoticedAt)
            .order_by_desc(employer_alert::Column::Id)
            .limit(at_most)
            .all(&self.db)
            .await?;
        self.as_alerts(viewer, rows).await
    }

    async fn as_alerts(&self, viewer: &Viewer, rows: Vec<employer_alert::Model>) -> Result<Vec<Alert>, StoreError> {
        let parents = rows.iter().filter(|row| row.kind == AlertKind::NewParent);
        let parents = parents.flat_map(|row| [&row.old_value, &row.new_value]).flatten().filter_map(|number| number.parse().ok());
        let numbers: Vec<OrgNumber> = rows.iter().map(|row| row.employer_number).chain(parents).collect();
        let shown = self.employers_shown(viewer, rows.iter().map(|row| row.employer_number)).await?;
        let names = self.workplace_names(numbers).await?;
        let alerts = rows.into_iter().map(|row| Alert {
            id: row.id,
            about: Named { number: row.employer_number, name: name(&names, row.employer_number) },
            may_open: shown.contains(&row.employer_number),
            kind: row.kind,
            change: change(&row, &names),
            noticed_at: row.noticed_at,
        });
        Ok(alerts.collect())
    }
}

fn change(row: &employer_alert::Model, names: &HashMap<OrgNumber, String>) -> Change {
    let (before, after) = (row.old_value.as_deref(), row.new_value.as_deref());
    let heads = |text: Option<&str>| text.and_then(|text| text.parse().ok());
    let parent = |text: Option<&str>| text.and_then(|text| text.parse().ok()).map(|number| name(names, number));
    let change = match row.kind {
        AlertKind::MoreHeads | AlertKind::FewerHeads => {
            heads(before).zip(heads(after)).map(|(before, now)| Change::Heads(Heads { before, now }))
        }
        AlertKind::NewParent => parent(after).map(|after| Change::Parent(parent(before), after)),
        _ => after.and_then(|day| day.parse().ok()).map(Change::On),
    };
    change.unwrap_or(Change::Plain)
}

/// A unit we have never heard of has a number all the same.
fn name(names: &HashMap<OrgNumber, String>, number: OrgNumber) -> String {
    names.get(&number).cloned().unwrap_or_else(|| number.spaced())
}
