//! Today: what the viewer must do now, and nothing else.

use domain::today::TodayView;

use crate::access_log::Look;
use crate::{Store, StoreError, Viewer};

/// Most tasks shown; the rest are found in their cases.
const TASKS: u64 = 20;
/// Most cases shown that have waited long enough; the rest come when these are seen to.
const WAITED: u64 = 20;
/// Most meetings shown.
const MEETINGS: u64 = 5;
/// Most new members shown.
const NEW_MEMBERS: u64 = 5;
/// Most alerts about employers shown; the rest come when these are seen.
const ALERTS: u64 = 10;

impl Store {
    /// The viewer's open tasks by date, their cases that have waited long enough, their open cases with what happens next, what has happened to their employers,
    /// and new members in scope.
    pub async fn today(&self, viewer: &Viewer) -> Result<TodayView, StoreError> {
        self.log_look(viewer, Look::Today).await?;
        let (new_total, new_members) = self.new_members(viewer, NEW_MEMBERS).await?;
        Ok(TodayView {
            today: viewer.today,
            tasks: self.my_open_tasks(viewer, TASKS).await?,
            waited: self.my_waits_over(viewer, WAITED).await?,
            meetings: self.my_coming_meetings(viewer, MEETINGS).await?,
            cases: self.my_open_cases(viewer).await?,
            alerts: self.fresh_alerts(viewer, ALERTS).await?,
            new_members,
            new_total,
            may_open_cases: viewer.grants.may_open_cases(),
        })
    }
}
