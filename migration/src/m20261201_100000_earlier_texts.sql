-- What stood in the call of a meeting, its minutes, a step of its protocol or a task before it was changed, with the version
-- that it had: each sealed with the case's key (docs/adr/0013-case-keys.md). Notes have theirs in note_texts.
CREATE TABLE earlier_texts (
    subject_id {uuid} NOT NULL,
    version {int} NOT NULL,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    contents {bytes} NOT NULL,
    until_at {bigint} NOT NULL,
    changed_by {uuid} NOT NULL REFERENCES members (id),
    PRIMARY KEY (subject_id, version)
) {strict};
CREATE INDEX earlier_texts_case ON earlier_texts (case_id);
