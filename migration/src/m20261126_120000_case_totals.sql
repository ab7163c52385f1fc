-- How many cases each unit has, with those of the units under it (store/src/cases/totals.rs): the whole union's are
-- counted without a look at each.
CREATE TABLE case_totals (
    unit_id {uuid} NOT NULL,
    sensitivity text NOT NULL,
    case_type text NOT NULL,
    status text NOT NULL,
    cases {bigint} NOT NULL,
    PRIMARY KEY (unit_id, sensitivity, case_type, status)
) {clustered};
INSERT INTO case_totals (unit_id, sensitivity, case_type, status, cases)
SELECT unit_paths.above_id, cases.sensitivity, cases.case_type, cases.status, count(*)
FROM cases JOIN unit_paths ON unit_paths.unit_id = cases.unit_id
GROUP BY unit_paths.above_id, cases.sensitivity, cases.case_type, cases.status;
