-- What somebody has typed and not saved yet: encrypted, bound to the person, one for each form.
CREATE TABLE drafts (
    person_id {uuid} NOT NULL REFERENCES members (id),
    form text NOT NULL,
    contents {bytes} NOT NULL,
    updated_at {bigint} NOT NULL,
    PRIMARY KEY (person_id, form)
) {strict};
CREATE INDEX drafts_updated ON drafts (updated_at);
