-- The latest cases of a unit, and of an owner, found, narrowed and put in order without a look at the cases themselves.
CREATE INDEX cases_latest ON cases (unit_id, updated_at, id, sensitivity, status, case_type, owner_id);
DROP INDEX cases_unit;
CREATE INDEX cases_owned ON cases (owner_id, updated_at, id, sensitivity, status, case_type, unit_id);
DROP INDEX cases_owner;
