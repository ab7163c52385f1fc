-- What the portal made a document of: `letter/CODE`, one for each template in a case, or `protocol/ID`, one for each
-- signed protocol. Nothing for what people have sent.
ALTER TABLE documents ADD COLUMN origin text;
CREATE UNIQUE INDEX documents_origin ON documents (case_id, origin);

-- The same version as another kind of file, to go on writing in; sealed with a key of its own. `template_version` is that
-- of the template a letter was made from.
ALTER TABLE document_versions ADD COLUMN twin_kind text;
ALTER TABLE document_versions ADD COLUMN twin_size {bigint};
ALTER TABLE document_versions ADD COLUMN twin_object text;
ALTER TABLE document_versions ADD COLUMN template_version {int};
CREATE UNIQUE INDEX document_versions_twin ON document_versions (twin_object);
