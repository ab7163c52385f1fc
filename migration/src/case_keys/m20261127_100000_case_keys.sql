-- One key for each case, sealed with the active key of the key file. These lie apart from what they open, so that a
-- key that was thrown away is gone from every backup of the cases too (docs/adr/0013-case-keys.md).
CREATE TABLE case_keys (
    case_id {uuid} PRIMARY KEY,
    sealed {bytes} NOT NULL,
    made_at {bigint} NOT NULL
) {clustered};
