-- What keeps a stored answer from the wrong question, and one question from being answered twice.

-- Said by a learner or judged by a model: this wording does not ask for that. It is never undone.
-- `refused` names what led there: the slot key, the answer, and the wording that it was written
-- for, so that the no outlives the answer.
CREATE TABLE refusals (
    school_id   uuid NOT NULL REFERENCES schools,
    wording     uuid NOT NULL,
    refused     uuid NOT NULL,
    because     text NOT NULL CHECK (because IN ('learner', 'model')),
    question_id uuid,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (school_id, wording, refused)
);
SELECT confine_to_school('refusals');
ALTER TABLE questions ADD COLUMN disputed_at timestamptz;

-- The same for every school of a board, once enough of them have objected. A witness is a digest
-- that only one school makes of these two: it counts schools and names none.
CREATE TABLE board_objections (
    board   text NOT NULL,
    wording uuid NOT NULL,
    refused uuid NOT NULL,
    witness uuid NOT NULL,
    PRIMARY KEY (board, wording, refused, witness)
);
CREATE TABLE board_refusals (
    board   text NOT NULL,
    wording uuid NOT NULL,
    refused uuid NOT NULL,
    PRIMARY KEY (board, wording, refused)
);

-- Questions that some school of a board is being answered from the board's text alone: the
-- others wait for it. Only the digest of the question and the answer's id, for some seconds.
CREATE TABLE board_claims (
    board     text NOT NULL,
    digest    uuid NOT NULL,
    answer_id uuid NOT NULL,
    until     timestamptz NOT NULL,
    PRIMARY KEY (board, digest)
);
CREATE INDEX board_claims_answer ON board_claims (board, answer_id);

-- Answers that are written ahead of time, a chapter at a time.
CREATE TABLE pregeneration_rules (
    school_id            uuid PRIMARY KEY REFERENCES schools,
    approve_pregenerated boolean NOT NULL
);
SELECT confine_to_school('pregeneration_rules');
-- `board` is null where the chapter is the school's own. A chapter has one run at a time.
CREATE TABLE pregeneration_runs (
    school_id      uuid NOT NULL REFERENCES schools,
    run_id         uuid NOT NULL,
    board          text,
    chapter_id     uuid NOT NULL,
    title          text NOT NULL,
    grade          smallint NOT NULL,
    language       text NOT NULL,
    mode           text NOT NULL,
    budget         integer NOT NULL,
    needs_approval boolean NOT NULL,
    status         text NOT NULL DEFAULT 'running'
                   CHECK (status IN ('running', 'to_approve', 'done')),
    created_at     timestamptz NOT NULL,
    finished_at    timestamptz,
    approved_at    timestamptz,
    PRIMARY KEY (school_id, run_id)
);
CREATE UNIQUE INDEX pregeneration_runs_running ON pregeneration_runs (school_id, chapter_id)
    WHERE status = 'running';
SELECT confine_to_school('pregeneration_runs');
-- `digest` is the question's slot key, or that of its words where it has none.
CREATE TABLE pregeneration_items (
    school_id uuid NOT NULL,
    run_id    uuid NOT NULL,
    digest    uuid NOT NULL,
    position  smallint NOT NULL,
    origin    text NOT NULL CHECK (origin IN ('asked', 'heading', 'definition', 'exercise')),
    question  text NOT NULL,
    status    text NOT NULL DEFAULT 'waiting'
              CHECK (status IN ('waiting', 'writing', 'stored', 'held', 'known', 'unanswered',
                                'unfinished')),
    answer_id uuid,
    PRIMARY KEY (school_id, run_id, digest),
    FOREIGN KEY (school_id, run_id) REFERENCES pregeneration_runs ON DELETE CASCADE
);
CREATE INDEX pregeneration_items_position ON pregeneration_items (school_id, run_id, position);
CREATE INDEX pregeneration_items_held ON pregeneration_items (school_id, digest)
    WHERE status = 'held';
SELECT confine_to_school('pregeneration_items');

-- Answers that other words led to, written anew in the background and compared: one in a hundred.
-- `is_false_hit` is null where the comparison says neither yes nor no.
CREATE TABLE shadow_checks (
    school_id     uuid NOT NULL REFERENCES schools,
    question_id   uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('same_question', 'alias')),
    same_passages boolean NOT NULL,
    overlap       smallint NOT NULL,
    judged_same   boolean,
    is_false_hit  boolean,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (school_id, question_id)
);
SELECT confine_to_school('shadow_checks');

-- What a guest asked goes with the guest, also where it stands beside an answer of nobody else's.
SELECT open_across_schools('answers', 'SELECT, DELETE');
