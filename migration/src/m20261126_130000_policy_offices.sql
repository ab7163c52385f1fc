-- The offices that a union has added or changed, with each version of its access matrix; none where all are as the portal
-- comes with them.
ALTER TABLE policies ADD COLUMN offices text;
