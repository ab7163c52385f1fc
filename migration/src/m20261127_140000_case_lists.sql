-- Lists of cases by the nearest date of their open tasks: kept with each case (CaseWork::tell), as a date or as one that
-- comes after all dates.
ALTER TABLE cases ADD COLUMN next_due {sorted} NOT NULL DEFAULT '9999-12-31';
CREATE INDEX tasks_open ON tasks (case_id, due_on) WHERE done_at IS NULL;
UPDATE cases SET next_due = coalesce((SELECT min(due_on) FROM tasks WHERE case_id = cases.id AND done_at IS NULL), '9999-12-31')
WHERE erased_at IS NULL;
CREATE INDEX cases_nearest ON cases (next_due, id);
CREATE INDEX cases_nearest_unit ON cases (unit_id, next_due, id, sensitivity, status, case_type, owner_id);
CREATE INDEX cases_nearest_owned ON cases (owner_id, next_due, id, sensitivity, status, case_type, unit_id);

-- Filters of the case list that somebody has given a name: each person's own, and a filter, never a list of cases.
CREATE TABLE case_segments (
    id {uuid} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES members (id),
    name text NOT NULL,
    name_folded text NOT NULL,
    narrowing text NOT NULL,
    version {int} NOT NULL,
    changed_at {bigint} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (person_id, name_folded),
    UNIQUE (person_id, idempotency_key)
) {strict};
