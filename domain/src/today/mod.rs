//! Today: what the viewer must do now.

use serde::{Deserialize, Serialize};

use crate::Date;
use crate::cases::CaseRow;
use crate::employers::Alert;
use crate::lifecycle::WaitOver;
use crate::meetings::MeetingRow;
use crate::members::MemberRow;
use crate::tasks::TaskRow;

/// What the page Today reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayView {
    /// The day in Oslo.
    pub today: Date,
    /// The viewer's open tasks, the nearest date first.
    pub tasks: Vec<TaskRow>,
    /// The viewer's own cases that have waited long enough, the earliest day first.
    pub waited: Vec<WaitOver>,
    /// Meetings that are to come in cases which the viewer owns or takes part in, the earliest first.
    pub meetings: Vec<MeetingRow>,
    /// The viewer's cases that are not closed, those with the nearest task first.
    pub cases: Vec<CaseRow>,
    /// What has happened to the viewer's employers, and is not marked as seen.
    pub alerts: Vec<Alert>,
    /// The newest members in scope.
    pub new_members: Vec<MemberRow>,
    /// How many new members there are in all.
    pub new_total: u64,
    /// Whether the viewer may open cases.
    pub may_open_cases: bool,
}
