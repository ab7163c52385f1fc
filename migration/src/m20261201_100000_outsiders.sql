-- Others in a case, who have no way into the portal: the employer's contact, witnesses, the other side. All that is said of
-- them is sealed with the case's key. Whoever is taken out stays, for the lines of the timeline that tell of them.
CREATE TABLE case_outsiders (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    contents {bytes} NOT NULL,
    added_at {bigint} NOT NULL,
    added_by {uuid} NOT NULL REFERENCES members (id),
    removed_at {bigint},
    version {int} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (added_by, idempotency_key)
) {strict};
CREATE INDEX case_outsiders_case ON case_outsiders (case_id);
