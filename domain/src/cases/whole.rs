//! A whole case as one file: everything that its reader may read, for somebody who has no way into the portal.

use std::collections::HashMap;

use crate::meetings::{MeetingView, ProtocolView};
use crate::members::ExportOrder;
use crate::{TaskId, Timestamp};

use super::{CaseKind, CaseView, Happening, TimelineEntry};

/// The most lines of a timeline in one file. The newest are there.
pub const WHOLE_LINES: usize = 2_000;

/// What is taken out, without what people have sent.
#[derive(Debug, Clone)]
pub struct WholeCase {
    /// The case. What the viewer keeps to themselves is no part of it.
    pub case: CaseView,
    /// What has happened, the oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Whether there are lines older than these.
    pub begins_later: bool,
    /// The notes among those older lines, the oldest first: what somebody has written is worth more than that a box was
    /// ticked.
    pub older_notes: Vec<TimelineEntry>,
    /// More about what is to be done, for the tasks that say more.
    pub details: HashMap<TaskId, String>,
    /// Its meetings, the earliest first, each with the latest version of its protocol. Those whom the others are not told
    /// of are left out.
    pub meetings: Vec<(MeetingView, Option<ProtocolView>)>,
    /// Who took it out.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// What for.
    pub order: ExportOrder,
}

impl WholeCase {
    /// A file can be passed on: those of whom this says so are named by the portal nowhere in it, and stand as an empty
    /// name. What people have written themselves stays as it is.
    pub fn leave_out(&mut self, hidden: impl Fn(&str) -> bool) {
        let out = |name: &mut String| {
            if hidden(name) {
                name.clear();
            }
        };
        self.case.private_notes.clear();
        // Of several, nobody is told that there is one more.
        if self.case.kind == CaseKind::Group {
            self.case.parties.retain(|party| !hidden(&party.name));
            self.timeline.retain(|entry| match &entry.what {
                Happening::PartyAdded { name } | Happening::PartyRemoved { name } => !hidden(name),
                _ => true,
            });
        }
        self.case.parties.iter_mut().for_each(|party| out(&mut party.name));
        out(&mut self.case.owner);
        self.case.tasks.iter_mut().for_each(|task| out(&mut task.owner));
        for document in &mut self.case.documents {
            out(&mut document.newest.by);
        }
        for entry in self.older_notes.iter_mut().chain(&mut self.timeline) {
            out(&mut entry.by);
            match &mut entry.what {
                Happening::PersonAsked { name }
                | Happening::PersonLeft { name }
                | Happening::OwnerChanged { name }
                | Happening::ConflictSet { name, .. }
                | Happening::ConflictLifted { name, .. }
                | Happening::TaskMade { to: Some(name), .. } => out(name),
                Happening::Note { additions, .. } => additions.iter_mut().for_each(|addition| out(&mut addition.by)),
                Happening::TaskChanged { changes, .. } => {
                    if let Some((before, after)) = &mut changes.owner {
                        out(before);
                        out(after);
                    }
                }
                _ => {}
            }
        }
        for (meeting, protocol) in &mut self.meetings {
            meeting.attendees.retain(|one| !one.hidden && !hidden(&one.name));
            for signature in protocol.iter_mut().flat_map(|protocol| &mut protocol.signatures) {
                out(&mut signature.by);
            }
        }
    }
}
