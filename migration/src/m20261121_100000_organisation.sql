-- The two axes of the organisation. Rows that come from the registry carry its key, a digest of the line
-- they came from (to tell changed from unchanged) and the instant they were missing from a full file.

CREATE TABLE units (
    id {uuid} PRIMARY KEY,
    registry_key text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('union', 'county', 'local', 'club', 'advisory', 'legal')),
    name text NOT NULL,
    parent_id {uuid} REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    phone text,
    email text,
    digest {bytes} NOT NULL,
    ended_at {bigint}
) {strict};
CREATE INDEX units_parent ON units (parent_id);

-- Employers and workplaces (enhet, underenhet) in the business register, with their chain of parents.
CREATE TABLE employer_units (
    number text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('enhet', 'underenhet')),
    name text NOT NULL,
    form text NOT NULL,
    parent_number text,
    street text,
    postal_code text,
    city text,
    municipality text,
    employees {bigint},
    bankrupt {bool} NOT NULL,
    winding_up {bool} NOT NULL,
    closed_on text,
    digest {bytes} NOT NULL
) {strict};
CREATE INDEX employer_units_parent ON employer_units (parent_number);

-- A club covers an employer unit and everything under it.
CREATE TABLE coverages (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    employer_number text NOT NULL REFERENCES employer_units (number),
    ended_at {bigint},
    PRIMARY KEY (unit_id, employer_number)
) {strict};
CREATE INDEX coverages_employer ON coverages (employer_number);
