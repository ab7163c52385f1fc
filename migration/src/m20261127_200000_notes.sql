-- Who sees a note; its texts before, each sealed with the case's key; and what was added to it.
ALTER TABLE notes ADD COLUMN kind text NOT NULL DEFAULT 'internal';
ALTER TABLE notes ADD COLUMN version {int} NOT NULL DEFAULT 1;
ALTER TABLE notes ADD COLUMN changed_at {bigint};
DROP INDEX notes_case;
CREATE INDEX notes_case ON notes (case_id, kind, author_id);

CREATE TABLE note_texts (
    note_id {uuid} NOT NULL REFERENCES notes (id),
    version {int} NOT NULL,
    body {bytes} NOT NULL,
    from_at {bigint} NOT NULL,
    until_at {bigint} NOT NULL,
    PRIMARY KEY (note_id, version)
) {strict};

CREATE TABLE note_additions (
    id {uuid} PRIMARY KEY,
    note_id {uuid} NOT NULL REFERENCES notes (id),
    author_id {uuid} NOT NULL REFERENCES members (id),
    body {bytes} NOT NULL,
    added_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (author_id, idempotency_key)
) {strict};
CREATE INDEX note_additions_note ON note_additions (note_id, added_at, id);

-- Contact with somebody, and decisions: what they say is sealed, and of which kind they are stands in the timeline.
CREATE TABLE case_entries (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    author_id {uuid} NOT NULL REFERENCES members (id),
    contents {bytes} NOT NULL,
    written_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (author_id, idempotency_key)
) {strict};
CREATE INDEX case_entries_case ON case_entries (case_id);

-- The timeline is narrowed by part, and read from any place in it, by one walk along an index.
ALTER TABLE case_events ADD COLUMN part text NOT NULL DEFAULT 'other';
UPDATE case_events SET part = 'notes' WHERE kind = 'note';
UPDATE case_events SET part = 'tasks' WHERE kind IN ('task_made', 'task_done', 'task_reopened');
CREATE INDEX case_events_part ON case_events (case_id, part, at, id);
