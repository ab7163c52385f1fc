-- When a mandate was ended before its time, and the day it was given for: to_date stays the last day it is held.
ALTER TABLE mandates ADD COLUMN revoked_on text;
ALTER TABLE mandates ADD COLUMN term_ends_on text;
UPDATE mandates SET term_ends_on = to_date;

-- What the pages of the organisation read, derived like the tables that scopes read; see store/src/reach.

-- The number of members of each unit on a day not long ago; what member_changes has after that day is added to it.
CREATE TABLE member_totals (
    unit_id {uuid} PRIMARY KEY REFERENCES units (id),
    on_date text NOT NULL,
    members {bigint} NOT NULL
) {strict};

-- What is missing in a unit and in all units above it, and on which days: a workplace whose members have no
-- representative in their club (the subject is the club, or the local for those in no club), a mandate that soon
-- expires, one that the employer has not been told of (the subject is the mandate). The periods of one subject in one
-- list never overlap. Nobody is here whom no list may show.
CREATE TABLE shortfalls (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    kind text NOT NULL CHECK (kind IN ('no_representative', 'expiring', 'not_notified')),
    sort {sorted} NOT NULL,
    subject_id {uuid} NOT NULL,
    from_date text NOT NULL,
    to_date text,
    workplace_number text,
    PRIMARY KEY (unit_id, kind, sort, subject_id, from_date)
) {clustered};
CREATE INDEX shortfalls_subject ON shortfalls (subject_id);

-- How many there are, from day to day: the sum up to a day is the number on that day.
CREATE TABLE shortfall_changes (
    unit_id {uuid} NOT NULL REFERENCES units (id),
    kind text NOT NULL,
    on_date text NOT NULL,
    change {bigint} NOT NULL,
    PRIMARY KEY (unit_id, kind, on_date)
) {clustered};
