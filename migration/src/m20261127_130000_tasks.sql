-- A task may say more, come again, be dropped and be talked about. What is written is sealed with the case's key.
ALTER TABLE tasks ADD COLUMN details {bytes};
ALTER TABLE tasks ADD COLUMN repeats text NOT NULL DEFAULT 'never';
-- The day of the month that a monthly task was given for: after a short month it comes back to it.
ALTER TABLE tasks ADD COLUMN repeat_day {int};
-- Whether the next one was made when it was ticked off: two ticks make one.
{sqlite} ALTER TABLE tasks ADD COLUMN has_next integer NOT NULL DEFAULT 0;
{postgres} ALTER TABLE tasks ADD COLUMN has_next boolean NOT NULL DEFAULT false;
-- Why it was dropped. done_at and done_by then say when, and by whom.
ALTER TABLE tasks ADD COLUMN drop_reason {bytes};
ALTER TABLE tasks ADD COLUMN changed_at {bigint};
ALTER TABLE tasks ADD COLUMN changed_by {uuid} REFERENCES members (id);

CREATE TABLE task_comments (
    id {uuid} PRIMARY KEY,
    task_id {uuid} NOT NULL REFERENCES tasks (id),
    author_id {uuid} NOT NULL REFERENCES members (id),
    body {bytes} NOT NULL,
    written_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (author_id, idempotency_key)
) {strict};
CREATE INDEX task_comments_task ON task_comments (task_id, written_at, id);
