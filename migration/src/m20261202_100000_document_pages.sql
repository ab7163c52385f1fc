-- How many pages a version has that can be drawn; none for what was kept before they were counted.
ALTER TABLE document_versions ADD COLUMN pages {int};
