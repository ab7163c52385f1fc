-- Those who are kept out of a case by member number alone: whom the number belongs to, and whether it is anybody, is told
-- to nobody, so it names no member here. It holds for whoever has the number, now or later.
CREATE TABLE case_conflict_numbers (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    number text NOT NULL,
    -- Sealed with the case's key.
    reason {bytes} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    made_at {bigint} NOT NULL,
    PRIMARY KEY (case_id, number)
) {strict};
CREATE INDEX case_conflict_numbers_number ON case_conflict_numbers (number, case_id);
