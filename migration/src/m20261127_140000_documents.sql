-- Documents in cases. Names, words and bytes are sealed with the case's key; the bytes lie in the store of objects under a
-- name that says nothing (docs/architecture.md).
CREATE TABLE documents (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    UNIQUE (id, case_id)
) {strict};
CREATE INDEX documents_case ON documents (case_id);

-- A version is never changed. `digest` is keyed: a plain one would tell who has a certain file.
CREATE TABLE document_versions (
    id {uuid} PRIMARY KEY,
    document_id {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    number {int} NOT NULL CHECK (number > 0),
    name {bytes} NOT NULL,
    kind text NOT NULL,
    size {bigint} NOT NULL,
    digest {bytes} NOT NULL,
    notes text NOT NULL,
    scan text NOT NULL CHECK (scan IN ('not_scanned', 'clean')),
    object text NOT NULL UNIQUE,
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    idempotency_key {uuid} NOT NULL,
    place {int} NOT NULL,
    UNIQUE (document_id, number),
    UNIQUE (made_by, idempotency_key, place),
    FOREIGN KEY (document_id, case_id) REFERENCES documents (id, case_id)
) {strict};
CREATE INDEX document_versions_case ON document_versions (case_id, made_at);
CREATE INDEX document_versions_person ON document_versions (made_by, made_at);

-- What there is to search in. Apart, because lists never read it, and it may be long.
CREATE TABLE document_words (
    version_id {uuid} PRIMARY KEY REFERENCES document_versions (id),
    sealed {bytes} NOT NULL
) {strict};
