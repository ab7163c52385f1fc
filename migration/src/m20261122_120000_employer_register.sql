-- More of what the business register says, which alerts and the employer's page need.
ALTER TABLE employer_units ADD COLUMN registered_name text;
ALTER TABLE employer_units ADD COLUMN form_name text;
ALTER TABLE employer_units ADD COLUMN industry_code text;
ALTER TABLE employer_units ADD COLUMN industry text;
ALTER TABLE employer_units ADD COLUMN sector_code text;
ALTER TABLE employer_units ADD COLUMN sector text;
ALTER TABLE employer_units ADD COLUMN website text;
ALTER TABLE employer_units ADD COLUMN email text;
ALTER TABLE employer_units ADD COLUMN phone text;
ALTER TABLE employer_units ADD COLUMN registered_on text;
ALTER TABLE employer_units ADD COLUMN founded_on text;
ALTER TABLE employer_units ADD COLUMN started_on text;
ALTER TABLE employer_units ADD COLUMN owner_changed_on text;
ALTER TABLE employer_units ADD COLUMN bankrupt_on text;
ALTER TABLE employer_units ADD COLUMN winding_up_on text;
-- The number of people that the next one is compared with: the first seen, or the one the last alert told of.
ALTER TABLE employer_units ADD COLUMN employees_baseline {bigint};
-- When it was last read with all of this in it; never, for what was loaded before these columns.
ALTER TABLE employer_units ADD COLUMN read_at {bigint};
-- A tombstone: the register took it out of its open data, and so did we.
ALTER TABLE employer_units ADD COLUMN removed_at {bigint};
UPDATE employer_units SET employees_baseline = employees;

-- What has happened to employers. Numbers and dates only: what is removed leaves no names behind here.
CREATE TABLE employer_alerts (
    id {uuid} PRIMARY KEY,
    employer_number text NOT NULL REFERENCES employer_units (number),
    kind text NOT NULL,
    old_value text,
    new_value text,
    source text NOT NULL CHECK (source IN ('feed', 'bulk')),
    noticed_at {bigint} NOT NULL
) {strict};
CREATE INDEX employer_alerts_employer ON employer_alerts (employer_number, noticed_at);
CREATE INDEX employer_alerts_noticed ON employer_alerts (noticed_at);

-- Who has seen which, and so need not be told again.
CREATE TABLE employer_alerts_seen (
    alert_id {uuid} NOT NULL REFERENCES employer_alerts (id),
    person_id {uuid} NOT NULL REFERENCES members (id),
    seen_at {bigint} NOT NULL,
    PRIMARY KEY (alert_id, person_id)
) {strict};

-- How far each of the register's two change feeds has been read. Without a last id it begins at a date: that of the
-- bulk file it is to go on from.
CREATE TABLE register_feeds (
    feed text PRIMARY KEY CHECK (feed IN ('enheter', 'underenheter')),
    last_id {bigint},
    begin_on text NOT NULL
) {strict};

-- Who may do what only one may do at a time, and for how long without saying that they still live.
CREATE TABLE leases (
    name text PRIMARY KEY,
    holder {uuid} NOT NULL,
    until {bigint} NOT NULL
) {strict};
