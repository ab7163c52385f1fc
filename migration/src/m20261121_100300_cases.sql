-- Numbers people can say on the telephone, one after the other.
CREATE TABLE counters (
    name text PRIMARY KEY,
    value {bigint} NOT NULL
) {strict};
INSERT INTO counters (name, value) VALUES ('case', 1000);

CREATE TABLE cases (
    id {uuid} PRIMARY KEY,
    number {bigint} NOT NULL UNIQUE,
    case_type text NOT NULL,
    sensitivity text NOT NULL CHECK (sensitivity IN ('general', 'personnel', 'health', 'whistleblowing')),
    status text NOT NULL CHECK (status IN ('open', 'closed')),
    unit_id {uuid} NOT NULL REFERENCES units (id),
    owner_id {uuid} NOT NULL REFERENCES members (id),
    happened_on text NOT NULL,
    description text NOT NULL,
    opened_at {bigint} NOT NULL,
    opened_by {uuid} NOT NULL REFERENCES members (id),
    updated_at {bigint} NOT NULL,
    version {int} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (opened_by, idempotency_key)
) {strict};
CREATE INDEX cases_owner ON cases (owner_id, updated_at, id);
CREATE INDEX cases_unit ON cases (unit_id, updated_at, id);

CREATE TABLE case_parties (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    member_id {uuid} NOT NULL REFERENCES members (id),
    PRIMARY KEY (case_id, member_id)
) {strict};
CREATE INDEX case_parties_member ON case_parties (member_id);

CREATE TABLE case_participants (
    case_id {uuid} NOT NULL REFERENCES cases (id),
    person_id {uuid} NOT NULL REFERENCES members (id),
    PRIMARY KEY (case_id, person_id)
) {strict};
CREATE INDEX case_participants_person ON case_participants (person_id);

CREATE TABLE notes (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    author_id {uuid} NOT NULL REFERENCES members (id),
    body text NOT NULL,
    written_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (author_id, idempotency_key)
) {strict};
CREATE INDEX notes_case ON notes (case_id);

CREATE TABLE tasks (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    title text NOT NULL,
    due_on text,
    owner_id {uuid} NOT NULL REFERENCES members (id),
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    done_at {bigint},
    done_by {uuid} REFERENCES members (id),
    version {int} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (made_by, idempotency_key)
) {strict};
CREATE INDEX tasks_case ON tasks (case_id);
CREATE INDEX tasks_owner ON tasks (owner_id, done_at, due_on);

-- The timeline: written in the same transaction as what it tells of, never changed.
CREATE TABLE case_events (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    at {bigint} NOT NULL,
    by_person {uuid} NOT NULL REFERENCES members (id),
    kind text NOT NULL CHECK (kind IN ('opened', 'note', 'task_made', 'task_done', 'task_reopened')),
    subject_id {uuid}
) {strict};
CREATE INDEX case_events_case ON case_events (case_id, at, id);
