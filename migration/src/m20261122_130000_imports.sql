-- The generation of the registry: raised by whatever changes units, members, mandates or employers. An import compares
-- the file with the database before it writes, and this tells whether what it compared with is still so.
INSERT INTO counters (name, value) VALUES ('registry', 0);

-- What a unit was called and where it lay, from when to when: moves, merges and closures overwrite nothing.
ALTER TABLE units ADD COLUMN replaced_by {uuid} REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE unit_periods (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    from_at {bigint} NOT NULL,
    to_at {bigint},
    name text NOT NULL,
    parent_id {uuid} REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (unit_id, from_at)
) {strict};
INSERT INTO unit_periods (unit_id, from_at, to_at, name, parent_id) SELECT id, 0, ended_at, name, parent_id FROM units;

-- Every import of the registry, whatever became of it. The report holds no personal data.
CREATE TABLE imports (
    id {uuid} PRIMARY KEY,
    begun_at {bigint} NOT NULL,
    took_ms {bigint} NOT NULL,
    command text NOT NULL,
    files text NOT NULL,
    digest text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('full', 'difference')),
    state text NOT NULL CHECK (state IN ('applied', 'held', 'approved', 'rejected', 'refused')),
    decided_at {bigint},
    decided_by {uuid} REFERENCES members (id),
    unchanged {bool} NOT NULL,
    report text NOT NULL
) {strict};
CREATE INDEX imports_begun ON imports (begun_at, id);

-- What a held file says, encrypted, until somebody has said yes or no.
CREATE TABLE import_parts (
    import_id {uuid} NOT NULL REFERENCES imports (id),
    part {int} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (import_id, part)
) {strict};
