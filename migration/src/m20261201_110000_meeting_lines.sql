-- Meetings are a part of the timeline of their own. A node of the version before writes them under the rest while it still
-- runs, where they are found as they were until now.
UPDATE case_events SET part = 'meetings'
WHERE kind IN ('meeting_called', 'meeting_changed', 'meeting_cancelled', 'meeting_recorded',
               'protocol_begun', 'protocol_presented', 'protocol_withdrawn', 'protocol_signed');
