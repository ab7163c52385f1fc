-- Links between cases. A link goes from a part to its main case, and from the case that was merged to the one that lives;
-- of two that hang together, from the one with the lower id, so that each is there once. What was merged may hang together
-- with a third, and two are linked in one way at a time.
CREATE TABLE case_links (
    from_case {uuid} NOT NULL REFERENCES cases (id),
    to_case {uuid} NOT NULL REFERENCES cases (id),
    kind text NOT NULL,
    made_at {bigint} NOT NULL,
    made_by {uuid} NOT NULL REFERENCES members (id),
    PRIMARY KEY (from_case, to_case),
    CHECK (from_case <> to_case)
) {strict};
CREATE INDEX case_links_to ON case_links (to_case);
-- A case goes on as one other.
CREATE UNIQUE INDEX case_links_merged ON case_links (from_case) WHERE kind = 'merged';
