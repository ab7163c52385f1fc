-- Case types: every version that has been in force, whole and as it was written. `standard`: it is what the portal came
-- with, kept when the program first ran. The key makes one version of a form that is sent twice.
CREATE TABLE case_types (
    version {int} PRIMARY KEY,
    made_at {bigint} NOT NULL,
    made_by text NOT NULL,
    note text NOT NULL,
    contents text NOT NULL,
    standard {bool} NOT NULL,
    person_id {uuid} REFERENCES members (id),
    idempotency_key {uuid},
    UNIQUE (person_id, idempotency_key)
) {strict};

-- The version that a case was opened with; the first, where there is none.
ALTER TABLE cases ADD COLUMN types_version {int} REFERENCES case_types (version);

-- What was answered to the questions of the case's type, as the type's version reads them: sealed with the case's key.
CREATE TABLE case_answers (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    question text NOT NULL,
    answer {bytes} NOT NULL,
    PRIMARY KEY (case_id, question)
) {strict};
