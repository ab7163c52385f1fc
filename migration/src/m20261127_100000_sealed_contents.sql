-- What is written in cases is sealed with a key of the case's own (docs/adr/0013-case-keys.md). What was written before
-- waits here until the program has sealed it, which it does before it serves anybody.
CREATE TABLE unsealed_texts (
    of_table text NOT NULL CHECK (of_table IN ('cases', 'notes', 'tasks')),
    row_id {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (of_table, row_id)
) {strict};
CREATE INDEX unsealed_texts_case ON unsealed_texts (case_id);
INSERT INTO unsealed_texts (of_table, row_id, case_id, text) SELECT 'cases', id, id, description FROM cases;
INSERT INTO unsealed_texts (of_table, row_id, case_id, text) SELECT 'notes', id, case_id, body FROM notes;
INSERT INTO unsealed_texts (of_table, row_id, case_id, text) SELECT 'tasks', id, case_id, title FROM tasks;
ALTER TABLE cases DROP COLUMN description;
ALTER TABLE cases ADD COLUMN description {bytes} NOT NULL DEFAULT {no_bytes};
ALTER TABLE notes DROP COLUMN body;
ALTER TABLE notes ADD COLUMN body {bytes} NOT NULL DEFAULT {no_bytes};
ALTER TABLE tasks DROP COLUMN title;
ALTER TABLE tasks ADD COLUMN title {bytes} NOT NULL DEFAULT {no_bytes};
-- When the key was thrown away, and with it all that was written.
ALTER TABLE cases ADD COLUMN erased_at {bigint};
