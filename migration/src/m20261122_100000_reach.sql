-- What scopes read. Everything here is derived from the registry, in the transaction that changes what it comes
-- from; see store/src/reach.

-- Each unit with itself and every unit above it.
CREATE TABLE unit_paths (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    above_id {uuid} NOT NULL REFERENCES units (id),
    PRIMARY KEY (unit_id, above_id)
) {strict};
CREATE INDEX unit_paths_above ON unit_paths (above_id, unit_id);

-- Each employer unit that somebody works at or a club covers, with itself and every employer unit above it.
CREATE TABLE employer_paths (
    number text NOT NULL,
    above text NOT NULL,
    PRIMARY KEY (number, above)
) {strict};
CREATE INDEX employer_paths_above ON employer_paths (above, number);

-- The members of each unit, through their local or through a club, with every unit above; only those whom a list
-- may show. The periods of one member in one unit never overlap, so that on any day there is at most one row.
CREATE TABLE reach (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    name_sort {sorted} NOT NULL,
    member_id {uuid} NOT NULL REFERENCES members (id),
    from_date text NOT NULL,
    to_date text,
    PRIMARY KEY (unit_id, name_sort, member_id, from_date)
) {clustered};
CREATE INDEX reach_member ON reach (member_id, unit_id);

-- How the number of members of a unit changes from day to day: the sum up to a day is the number on that day.
CREATE TABLE member_changes (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    on_date text NOT NULL,
    change {bigint} NOT NULL,
    PRIMARY KEY (unit_id, on_date)
) {clustered};

-- Who is named to help a protected member.
CREATE TABLE protected_helpers (
    member_id {uuid} NOT NULL REFERENCES members (id),
    person_id {uuid} NOT NULL REFERENCES members (id),
    PRIMARY KEY (member_id, person_id)
) {strict};
CREATE INDEX protected_helpers_person ON protected_helpers (person_id);

-- Searching and sorting a whole union.
CREATE INDEX members_joined ON members (joined_on);
CREATE INDEX club_members_workplace ON club_members (workplace_number, member_id);

-- The union's own versions of the access matrix, as tables in text; the newest holds. None: the standard.
CREATE TABLE policies (
    version {int} PRIMARY KEY,
    made_at {bigint} NOT NULL,
    made_by text NOT NULL,
    note text NOT NULL,
    rules text NOT NULL
) {strict};
