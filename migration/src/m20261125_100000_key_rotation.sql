-- Keys that were derived from a key which has been rotated away, and are needed as long as there is anything they were
-- used for: each sealed with the active key.
CREATE TABLE kept_keys (
    key_id {bigint} NOT NULL,
    purpose text NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (key_id, purpose)
) {strict};

-- Which programs serve the portal now, and which keys they have read.
CREATE TABLE key_nodes (
    node {uuid} PRIMARY KEY,
    host text NOT NULL,
    keys text NOT NULL,
    seen_at {bigint} NOT NULL
) {strict};

-- The browser and the machine in two words, for the person to know their sessions by; never what the browser sent.
ALTER TABLE sessions ADD COLUMN device text;
