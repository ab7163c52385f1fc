-- Filters of the member list that somebody has given a name. A filter, never a list of people: it is applied with what
-- its owner may see on that day.
CREATE TABLE member_segments (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES members (id),
    name text NOT NULL,
    -- Two names that differ in nothing but large letters and accents are the same.
    name_folded text NOT NULL,
    narrowing text NOT NULL,
    version {int} NOT NULL,
    changed_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (person_id, name_folded),
    UNIQUE (person_id, idempotency_key)
) {strict};
