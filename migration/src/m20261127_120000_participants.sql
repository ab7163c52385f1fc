-- Who takes part in a case, how, and until when; and who must see no trace of it.
ALTER TABLE case_participants ADD COLUMN role text NOT NULL DEFAULT 'co_worker';
ALTER TABLE case_participants ADD COLUMN until_date text;
ALTER TABLE case_participants ADD COLUMN added_by {uuid};
ALTER TABLE case_participants ADD COLUMN added_at {bigint} NOT NULL DEFAULT 0;
CREATE TABLE case_conflicts (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    person_id {uuid} NOT NULL REFERENCES members (id),
    -- Sealed with the case's key.
    reason {bytes} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    made_at {bigint} NOT NULL,
    PRIMARY KEY (case_id, person_id)
) {strict};
CREATE INDEX case_conflicts_person ON case_conflicts (person_id, case_id);
