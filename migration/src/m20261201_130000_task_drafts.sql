-- The names of drafts about a task have the case's id in them, as those of all forms about a case have: whoever is kept out
-- of the case loses them by that. What lies under the names they had before no page opens any more.
DELETE FROM drafts
WHERE (form LIKE 'task-change/%' OR form LIKE 'task-comment/%' OR form LIKE 'task-drop/%') AND form NOT LIKE 'task-%/%/%';
