-- The letter templates of a union: one row for each version, added to and never changed. Without a row, those that the
-- portal comes with hold.
CREATE TABLE letter_templates (
    version {int} PRIMARY KEY,
    made_at {bigint} NOT NULL,
    made_by text NOT NULL,
    note text NOT NULL,
    contents text NOT NULL
) {strict};
