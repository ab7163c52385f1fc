-- Every look, in one gapless chain: `entry_hash` is made from the row's fields and the hash of the row before it.
CREATE TABLE access_log (
    seq {bigint} PRIMARY KEY,
    at {bigint} NOT NULL,
    person_id {uuid} NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id {uuid},
    request_id text NOT NULL,
    detail_digest {bytes},
    entry_hash {bytes} NOT NULL
) {strict};
CREATE INDEX access_log_at ON access_log (at, seq);
CREATE INDEX access_log_subject ON access_log (subject_id, at, seq) WHERE subject_id IS NOT NULL;
CREATE INDEX access_log_person ON access_log (person_id, at, seq);

-- Personal detail, sealed. Only its digest is in the chain: a row here may be thrown away, but not changed.
CREATE TABLE access_log_details (
    seq {bigint} PRIMARY KEY REFERENCES access_log (seq),
    sealed {bytes} NOT NULL
) {strict};

{sqlite} CREATE TRIGGER access_log_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
{sqlite} CREATE TRIGGER access_log_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
{sqlite} CREATE TRIGGER access_log_replace BEFORE INSERT ON access_log WHEN EXISTS (SELECT 1 FROM access_log WHERE seq = NEW.seq)
{sqlite}     BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
{sqlite} CREATE TRIGGER access_log_details_update BEFORE UPDATE ON access_log_details
{sqlite}     BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
{postgres} CREATE FUNCTION access_log_append_only() RETURNS trigger LANGUAGE plpgsql AS
{postgres}     $$ BEGIN RAISE EXCEPTION 'the access log is append-only'; END $$;
{postgres} CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
{postgres}     FOR EACH STATEMENT EXECUTE FUNCTION access_log_append_only();
{postgres} CREATE TRIGGER access_log_details_fixed BEFORE UPDATE OR TRUNCATE ON access_log_details
{postgres}     FOR EACH STATEMENT EXECUTE FUNCTION access_log_append_only();
