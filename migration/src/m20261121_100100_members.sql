CREATE TABLE members (
    id {uuid} PRIMARY KEY,
    registry_key text NOT NULL UNIQUE,
    -- Encrypted; found again by the keyed hash. Both are useless without the key file.
    national_id {bytes} NOT NULL,
    national_id_index {bytes} NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    -- Lower case, accents gone, a space before each word: what searches look in.
    name_search text NOT NULL,
    -- Family name, given name; byte order is the Norwegian alphabet.
    name_sort {sorted} NOT NULL,
    kind text NOT NULL,
    section text,
    local_id {uuid} NOT NULL REFERENCES units (id),
    joined_on text NOT NULL,
    left_on text,
    email text,
    phone text,
    street text,
    postal_code text,
    city text,
    language text,
    protection text NOT NULL,
    shielded {bool} NOT NULL,
    digest {bytes} NOT NULL,
    ended_at {bigint}
) {strict};
CREATE INDEX members_local ON members (local_id, name_sort, id);
-- A person may come back under another number; the row that has ended keeps the same national id.
CREATE UNIQUE INDEX members_national_id ON members (national_id_index) WHERE ended_at IS NULL;

CREATE TABLE employments (
    id {uuid} PRIMARY KEY,
    registry_key text NOT NULL UNIQUE,
    member_id {uuid} NOT NULL REFERENCES members (id),
    workplace_number text NOT NULL REFERENCES employer_units (number),
    title text NOT NULL,
    position_code text,
    percent {int} NOT NULL CHECK (percent BETWEEN 0 AND 100),
    tariff_area text,
    from_date text NOT NULL,
    to_date text,
    digest {bytes} NOT NULL,
    ended_at {bigint}
) {strict};
CREATE INDEX employments_member ON employments (member_id);

-- Never overwritten by another holding: a new period is a new row.
CREATE TABLE mandates (
    id {uuid} PRIMARY KEY,
    registry_key text NOT NULL UNIQUE,
    member_id {uuid} NOT NULL REFERENCES members (id),
    office text NOT NULL,
    unit_id {uuid} NOT NULL REFERENCES units (id),
    workplace_number text REFERENCES employer_units (number),
    from_date text NOT NULL,
    to_date text,
    elected_on text,
    employer_notified_on text,
    substitute_for {uuid} REFERENCES mandates (id) DEFERRABLE INITIALLY DEFERRED,
    digest {bytes} NOT NULL,
    ended_at {bigint}
) {strict};
CREATE INDEX mandates_member ON mandates (member_id);
CREATE INDEX mandates_unit ON mandates (unit_id);

-- Who is in which club, and why: derived from coverages, employments and the employers' parents, in the
-- transaction that changes any of them. Every scope on members reads this.
CREATE TABLE club_members (
    club_id {uuid} NOT NULL REFERENCES units (id),
    member_id {uuid} NOT NULL REFERENCES members (id),
    employment_id {uuid} NOT NULL REFERENCES employments (id),
    workplace_number text NOT NULL,
    from_date text NOT NULL,
    to_date text,
    PRIMARY KEY (club_id, member_id, employment_id)
) {strict};
CREATE INDEX club_members_member ON club_members (member_id);
