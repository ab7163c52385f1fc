-- Who put a version of the access matrix in force; nobody, when it was done by the command. The key makes one version of
-- a form that is sent twice, and is what the access log says was changed. `gave_self`: it gave more to an office that
-- whoever made it held.
ALTER TABLE policies ADD COLUMN person_id {uuid} REFERENCES members (id);
ALTER TABLE policies ADD COLUMN idempotency_key {uuid};
{sqlite} ALTER TABLE policies ADD COLUMN gave_self integer NOT NULL DEFAULT 0;
{postgres} ALTER TABLE policies ADD COLUMN gave_self boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX policies_key ON policies (person_id, idempotency_key);
