-- The access log has moved to migrations of its own (log/): SQLite keeps it in a file of its own, and each row is
-- chained to the one before it. No release has had the log without the chain.
DROP TABLE access_log;
