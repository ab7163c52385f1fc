-- Every look at a member or a case, written before the answer is sent.
CREATE TABLE access_log (
    seq {sequence},
    at {bigint} NOT NULL,
    person_id {uuid} NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id {uuid},
    request_id text NOT NULL
) {strict};
CREATE INDEX access_log_subject ON access_log (subject_id, at);
CREATE INDEX access_log_person ON access_log (person_id, at);
