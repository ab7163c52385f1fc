-- What is derived (store/src/reach) is made anew: without foreign keys, which cost more than the rows (what they point
-- at is what they were derived from, in the same transaction), and without an index that no query needs.

DROP TABLE club_members;
CREATE TABLE club_members (
    club_id {uuid} NOT NULL,
    member_id {uuid} NOT NULL,
    employment_id {uuid} NOT NULL,
    workplace_number text NOT NULL,
    from_date text NOT NULL,
    to_date text,
    PRIMARY KEY (club_id, member_id, employment_id)
) {clustered};
CREATE INDEX club_members_member ON club_members (member_id);
CREATE INDEX club_members_workplace ON club_members (workplace_number, member_id);

DROP TABLE reach;
CREATE TABLE reach (
    unit_id {uuid} NOT NULL,
    name_sort {sorted} NOT NULL,
    member_id {uuid} NOT NULL,
    from_date text NOT NULL,
    to_date text,
    PRIMARY KEY (unit_id, name_sort, member_id, from_date)
) {clustered};

-- Every word of the name of everybody whom lists may show: for searching a whole union, where looking at each name
-- takes too long.
CREATE TABLE member_words (
    word {sorted} NOT NULL,
    name_sort {sorted} NOT NULL,
    member_id {uuid} NOT NULL,
    PRIMARY KEY (word, name_sort, member_id)
) {clustered};

-- No paths: the next start derives everything.
DELETE FROM member_changes;
DELETE FROM employer_paths;
DELETE FROM unit_paths;
