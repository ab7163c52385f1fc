-- A known text under each key: a start with another key file is noticed before anything is written.
CREATE TABLE key_checks (
    key_id {bigint} PRIMARY KEY,
    sealed {bytes} NOT NULL
) {strict};
