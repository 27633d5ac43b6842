-- The approved curriculum: a board's, shared by its schools, and a school's own.
-- Passages are found by integer postings: under row-level security an index serves leakproof
-- operators only, which equality of numbers is and text search is not.

CREATE TABLE board_chapters (
    board        text NOT NULL,
    chapter_id   uuid NOT NULL,
    slug         text NOT NULL,
    title        text NOT NULL,
    subject      text NOT NULL,
    grade        smallint NOT NULL,
    language     text NOT NULL,
    position     smallint NOT NULL,
    content_hash bytea NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (board, chapter_id),
    UNIQUE (board, language, grade, subject, slug)
);
CREATE TABLE board_passages (
    board        text NOT NULL,
    passage_no   integer GENERATED ALWAYS AS IDENTITY,
    chapter_id   uuid NOT NULL,
    position     smallint NOT NULL,
    heading      text NOT NULL,
    page         smallint,
    body         text NOT NULL,
    content_hash bytea NOT NULL,
    PRIMARY KEY (board, passage_no),
    FOREIGN KEY (board, chapter_id) REFERENCES board_chapters ON DELETE CASCADE
);
CREATE INDEX board_passages_chapter ON board_passages (board, chapter_id, position);
CREATE TABLE board_postings (
    board      text NOT NULL,
    term       bigint NOT NULL,
    grade      smallint NOT NULL,
    passage_no integer NOT NULL,
    frequency  smallint NOT NULL,
    words      smallint NOT NULL,
    PRIMARY KEY (board, term, grade, passage_no)
);
CREATE INDEX board_postings_passage ON board_postings (board, passage_no);
CREATE TABLE board_corpora (
    board    text NOT NULL,
    language text NOT NULL,
    grade    smallint NOT NULL,
    passages integer NOT NULL,
    words    bigint NOT NULL,
    PRIMARY KEY (board, language, grade)
);

CREATE TABLE chapters (
    school_id    uuid NOT NULL REFERENCES schools,
    chapter_id   uuid NOT NULL,
    slug         text NOT NULL,
    title        text NOT NULL,
    subject      text NOT NULL,
    grade        smallint NOT NULL,
    language     text NOT NULL,
    position     smallint NOT NULL,
    content_hash bytea NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (school_id, chapter_id),
    UNIQUE (school_id, language, grade, subject, slug)
);
SELECT confine_to_school('chapters');
CREATE TABLE passages (
    school_id    uuid NOT NULL,
    passage_no   integer GENERATED ALWAYS AS IDENTITY,
    chapter_id   uuid NOT NULL,
    position     smallint NOT NULL,
    heading      text NOT NULL,
    page         smallint,
    body         text NOT NULL,
    content_hash bytea NOT NULL,
    PRIMARY KEY (school_id, passage_no),
    FOREIGN KEY (school_id, chapter_id) REFERENCES chapters ON DELETE CASCADE
);
CREATE INDEX passages_chapter ON passages (school_id, chapter_id, position);
SELECT confine_to_school('passages');
CREATE TABLE postings (
    school_id  uuid NOT NULL,
    term       bigint NOT NULL,
    grade      smallint NOT NULL,
    passage_no integer NOT NULL,
    frequency  smallint NOT NULL,
    words      smallint NOT NULL,
    PRIMARY KEY (school_id, term, grade, passage_no)
);
CREATE INDEX postings_passage ON postings (school_id, passage_no);
SELECT confine_to_school('postings');
CREATE TABLE corpora (
    school_id uuid NOT NULL,
    language  text NOT NULL,
    grade     smallint NOT NULL,
    passages  integer NOT NULL,
    words     bigint NOT NULL,
    PRIMARY KEY (school_id, language, grade)
);
SELECT confine_to_school('corpora');
