-- The lifecycle of cases: one that waits says for whom and until when, one that is closed how it ended. What is written
-- (on whom it waits for, what was agreed) is sealed with the case's key. `status` had a closed list of two: it is made
-- anew, and with it the indexes that hold it.
ALTER TABLE cases ADD COLUMN state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'closed'));
UPDATE cases SET state = status WHERE status <> 'open';
DROP INDEX cases_counted;
DROP INDEX cases_latest;
DROP INDEX cases_owned;
DROP INDEX cases_nearest_unit;
DROP INDEX cases_nearest_owned;
ALTER TABLE cases DROP COLUMN status;
ALTER TABLE cases RENAME COLUMN state TO status;
CREATE INDEX cases_counted ON cases (unit_id, sensitivity, status, case_type);
CREATE INDEX cases_latest ON cases (unit_id, updated_at, id, sensitivity, status, case_type, owner_id);
CREATE INDEX cases_owned ON cases (owner_id, updated_at, id, sensitivity, status, case_type, unit_id);
CREATE INDEX cases_nearest_unit ON cases (unit_id, next_due, id, sensitivity, status, case_type, owner_id);
CREATE INDEX cases_nearest_owned ON cases (owner_id, next_due, id, sensitivity, status, case_type, unit_id);

ALTER TABLE cases ADD COLUMN waiting_for text CHECK ((waiting_for IS NOT NULL) = (status = 'waiting'));
ALTER TABLE cases ADD COLUMN waiting_until {sorted} CHECK ((waiting_until IS NOT NULL) = (status = 'waiting'));
ALTER TABLE cases ADD COLUMN waiting_note {bytes} CHECK (waiting_note IS NULL OR status = 'waiting');
ALTER TABLE cases ADD COLUMN outcome text CHECK (outcome IS NULL OR status = 'closed');
ALTER TABLE cases ADD COLUMN closed_on text CHECK ((closed_on IS NULL) = (outcome IS NULL));
ALTER TABLE cases ADD COLUMN agreed {bytes} CHECK (agreed IS NULL OR outcome IS NOT NULL);
-- The key of the form that brought the case to where it stands: sent twice, it does so once.
ALTER TABLE cases ADD COLUMN moved_with {uuid};
-- What somebody's cases have waited long enough for: Today reads it from here.
CREATE INDEX cases_waiting ON cases (owner_id, waiting_until) WHERE status = 'waiting';
