-- How many a case is about. Everybody at a place is not named one by one: it is the whole of the case's club, or one
-- workplace in it.
ALTER TABLE cases ADD COLUMN kind text NOT NULL DEFAULT 'individual' CHECK (kind IN ('individual', 'group', 'collective'));
ALTER TABLE cases ADD COLUMN workplace_number text CHECK (workplace_number IS NULL OR kind = 'collective');
