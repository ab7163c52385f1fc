-- Meetings in cases, and the protocols that both sides sign. What is written is sealed with the case's key
-- (docs/adr/0013-case-keys.md); open is what lists are sorted by.
CREATE TABLE meetings (
    id {uuid} PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES cases (id),
    starts_at {bigint} NOT NULL,
    ends_at {bigint},
    status text NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    plan {bytes} NOT NULL,
    record {bytes},
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    changed_at {bigint} NOT NULL,
    version {int} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (made_by, idempotency_key)
) {strict};
CREATE INDEX meetings_case ON meetings (case_id, starts_at);

-- The versions of a meeting's protocol, from 1. One that somebody has signed is corrected by the next.
CREATE TABLE protocols (
    id {uuid} PRIMARY KEY,
    meeting_id {uuid} NOT NULL REFERENCES meetings (id),
    case_id {uuid} NOT NULL REFERENCES cases (id),
    number {int} NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'presented', 'signed')),
    contents {bytes} NOT NULL,
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    changed_at {bigint} NOT NULL,
    version {int} NOT NULL,
    idempotency_key {uuid} NOT NULL,
    UNIQUE (meeting_id, number),
    UNIQUE (made_by, idempotency_key)
) {strict};
CREATE INDEX protocols_case ON protocols (case_id);

-- `details` holds who signed, and the digest of what they signed.
CREATE TABLE protocol_signatures (
    id {uuid} PRIMARY KEY,
    protocol_id {uuid} NOT NULL REFERENCES protocols (id),
    case_id {uuid} NOT NULL REFERENCES cases (id),
    side text NOT NULL CHECK (side IN ('ours', 'theirs')),
    details {bytes} NOT NULL,
    signed_at {bigint} NOT NULL,
    by_person {uuid} NOT NULL REFERENCES members (id),
    idempotency_key {uuid} NOT NULL,
    UNIQUE (by_person, idempotency_key)
) {strict};
CREATE INDEX protocol_signatures_protocol ON protocol_signatures (protocol_id);

-- Which actions of a meeting's minutes and protocol have become tasks: each does once.
CREATE TABLE meeting_actions (
    meeting_id {uuid} NOT NULL REFERENCES meetings (id),
    action_id {uuid} NOT NULL,
    task_id {uuid} NOT NULL REFERENCES tasks (id),
    PRIMARY KEY (meeting_id, action_id)
) {strict};

-- What is signed stays as it is. No command of the program writes there; neither does anything else by mistake.
{sqlite} CREATE TRIGGER protocols_signed_stay BEFORE UPDATE ON protocols WHEN OLD.status = 'signed'
{sqlite} BEGIN SELECT RAISE(ABORT, 'a signed protocol is never changed'); END;
{sqlite} CREATE TRIGGER protocols_signed_remain BEFORE DELETE ON protocols WHEN OLD.status = 'signed'
{sqlite} BEGIN SELECT RAISE(ABORT, 'a signed protocol is never deleted'); END;
{sqlite} CREATE TRIGGER protocol_signatures_stay BEFORE UPDATE ON protocol_signatures
{sqlite} BEGIN SELECT RAISE(ABORT, 'a signature is never changed'); END;
{sqlite} CREATE TRIGGER protocol_signatures_remain BEFORE DELETE ON protocol_signatures
{sqlite} BEGIN SELECT RAISE(ABORT, 'a signature is never deleted'); END;
{postgres} CREATE FUNCTION what_is_signed_stays() RETURNS trigger LANGUAGE plpgsql AS
{postgres} $$ BEGIN RAISE EXCEPTION 'what is signed is never changed'; END $$;
{postgres} CREATE TRIGGER protocols_signed_stay BEFORE UPDATE OR DELETE ON protocols
{postgres} FOR EACH ROW WHEN (OLD.status = 'signed') EXECUTE FUNCTION what_is_signed_stays();
{postgres} CREATE TRIGGER protocol_signatures_stay BEFORE UPDATE OR DELETE ON protocol_signatures
{postgres} FOR EACH ROW EXECUTE FUNCTION what_is_signed_stays();
