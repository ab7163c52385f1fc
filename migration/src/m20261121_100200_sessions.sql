-- Only hashes of what the browser holds: a stolen table opens no session.
CREATE TABLE sessions (
    token_hash {bytes} PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES members (id),
    acr text NOT NULL,
    -- Encrypted; sent back to the provider at logout.
    id_token {bytes},
    created_at {bigint} NOT NULL,
    last_seen_at {bigint} NOT NULL
) {strict};
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_last_seen ON sessions (last_seen_at);

-- One row from "log in" until the provider sends the person back; taken once.
CREATE TABLE login_attempts (
    browser_hash {bytes} PRIMARY KEY,
    state_hash {bytes} NOT NULL,
    nonce text NOT NULL,
    pkce_verifier text NOT NULL,
    return_to text NOT NULL,
    created_at {bigint} NOT NULL
) {strict};
