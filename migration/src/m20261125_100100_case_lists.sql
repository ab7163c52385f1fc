-- Lists of cases: the latest of very many, and how many there are.
CREATE INDEX cases_updated ON cases (updated_at, id);
CREATE INDEX cases_counted ON cases (unit_id, sensitivity, status, case_type);
