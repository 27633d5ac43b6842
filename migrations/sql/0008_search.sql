-- Search: how many passages have a term, so that the rare words of a question are read and the
-- frequent ones looked up; postings that an index alone can score; a version of each corpus.

-- A subject as the number that stands for it in the postings.
CREATE FUNCTION pg_temp.subject_number(subject text) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN ('x' || left(encode(sha256(convert_to(subject, 'UTF8')), 'hex'), 8))::bit(32)::integer;

CREATE TABLE board_term_counts (
    board    text NOT NULL,
    term     bigint NOT NULL,
    grade    smallint NOT NULL,
    passages integer NOT NULL,
    PRIMARY KEY (board, term, grade)
) WITH (fillfactor = 80);
ALTER TABLE board_postings ADD COLUMN subject integer NOT NULL DEFAULT 0;
UPDATE board_postings p SET subject = pg_temp.subject_number(c.subject)
  FROM board_passages a JOIN board_chapters c USING (board, chapter_id)
 WHERE a.board = p.board AND a.passage_no = p.passage_no;
-- With all that a score needs in the index, the search never goes to the table.
ALTER TABLE board_postings DROP CONSTRAINT board_postings_pkey;
ALTER TABLE board_postings
    ADD PRIMARY KEY (board, term, grade, passage_no) INCLUDE (frequency, words, subject);
INSERT INTO board_term_counts (board, term, grade, passages)
SELECT board, term, grade, count(*) FROM board_postings GROUP BY board, term, grade;
-- Raised whenever what a search may find has changed.
ALTER TABLE board_corpora ADD COLUMN version bigint NOT NULL DEFAULT 1;
-- What a passage was indexed as: other rules of cutting words index it anew.
ALTER TABLE board_passages ADD COLUMN terms_hash bytea;

CREATE TABLE term_counts (
    school_id uuid NOT NULL,
    term      bigint NOT NULL,
    grade     smallint NOT NULL,
    passages  integer NOT NULL,
    PRIMARY KEY (school_id, term, grade)
) WITH (fillfactor = 80);
-- The owner sees no rows of a school while its policies are forced; this is still one transaction.
ALTER TABLE postings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE chapters NO FORCE ROW LEVEL SECURITY;
ALTER TABLE postings ADD COLUMN subject integer NOT NULL DEFAULT 0;
UPDATE postings p SET subject = pg_temp.subject_number(c.subject)
  FROM passages a JOIN chapters c USING (school_id, chapter_id)
 WHERE a.school_id = p.school_id AND a.passage_no = p.passage_no;
ALTER TABLE postings DROP CONSTRAINT postings_pkey;
ALTER TABLE postings
    ADD PRIMARY KEY (school_id, term, grade, passage_no) INCLUDE (frequency, words, subject);
INSERT INTO term_counts (school_id, term, grade, passages)
SELECT school_id, term, grade, count(*) FROM postings GROUP BY school_id, term, grade;
SELECT confine_to_school('term_counts');
ALTER TABLE postings FORCE ROW LEVEL SECURITY;
ALTER TABLE passages FORCE ROW LEVEL SECURITY;
ALTER TABLE chapters FORCE ROW LEVEL SECURITY;
ALTER TABLE corpora ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE passages ADD COLUMN terms_hash bytea;
