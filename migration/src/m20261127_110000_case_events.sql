-- Which kinds of events there are is for the program to say: each new one would mean a new table here. `detail` is what
-- only the event tells (why a case was opened again, to whom it was given), sealed with the case's key.
CREATE TABLE case_events_now (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    at {bigint} NOT NULL,
    by_person {uuid} NOT NULL REFERENCES members (id),
    kind text NOT NULL,
    subject_id {uuid},
    detail {bytes}
) {strict};
INSERT INTO case_events_now (id, case_id, at, by_person, kind, subject_id)
SELECT id, case_id, at, by_person, kind, subject_id FROM case_events;
DROP TABLE case_events;
ALTER TABLE case_events_now RENAME TO case_events;
CREATE INDEX case_events_case ON case_events (case_id, at, id);
