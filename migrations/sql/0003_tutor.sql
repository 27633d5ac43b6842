-- Questions, the answers that they got, and what a teacher has to look at.

CREATE TABLE answers (
    school_id    uuid NOT NULL REFERENCES schools,
    answer_id    uuid NOT NULL,
    status       text NOT NULL CHECK (status IN ('writing', 'ready', 'handed_over')),
    question     text NOT NULL,
    language     text NOT NULL,
    grade        smallint NOT NULL,
    mode         text NOT NULL,
    subject      text,
    sentences    text[] NOT NULL DEFAULT '{}',
    composer     text NOT NULL DEFAULT '',
    stages       jsonb NOT NULL DEFAULT '[]',
    keepable     boolean NOT NULL,
    follow_up    text CHECK (follow_up IN ('detail', 'example')),
    about        uuid,
    cites_board  boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL,
    first_at     timestamptz,
    completed_at timestamptz,
    expires_at   timestamptz,
    PRIMARY KEY (school_id, answer_id)
);
SELECT confine_to_school('answers');
CREATE TABLE answer_keys (
    school_id uuid NOT NULL,
    digest    uuid NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('exact', 'same_question', 'alias')),
    answer_id uuid NOT NULL,
    PRIMARY KEY (school_id, digest),
    FOREIGN KEY (school_id, answer_id) REFERENCES answers ON DELETE CASCADE
);
CREATE INDEX answer_keys_answer ON answer_keys (school_id, answer_id);
SELECT confine_to_school('answer_keys');
-- `board` is null where the passage is the school's own.
CREATE TABLE answer_citations (
    school_id    uuid NOT NULL,
    answer_id    uuid NOT NULL,
    position     smallint NOT NULL,
    board        text,
    passage_no   integer NOT NULL,
    content_hash bytea NOT NULL,
    chapter      text NOT NULL,
    heading      text NOT NULL,
    PRIMARY KEY (school_id, answer_id, position),
    FOREIGN KEY (school_id, answer_id) REFERENCES answers ON DELETE CASCADE
);
CREATE INDEX answer_citations_passage ON answer_citations (school_id, passage_no);
SELECT confine_to_school('answer_citations');

-- Answers that rest on a board's passages alone serve every school of that board.
CREATE TABLE board_answers (
    board      text NOT NULL,
    answer_id  uuid NOT NULL,
    question   text NOT NULL,
    language   text NOT NULL,
    grade      smallint NOT NULL,
    subject    text,
    sentences  text[] NOT NULL,
    composer   text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (board, answer_id)
);
CREATE TABLE board_answer_keys (
    board     text NOT NULL,
    digest    uuid NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('exact', 'same_question', 'alias')),
    answer_id uuid NOT NULL,
    PRIMARY KEY (board, digest),
    FOREIGN KEY (board, answer_id) REFERENCES board_answers ON DELETE CASCADE
);
CREATE INDEX board_answer_keys_answer ON board_answer_keys (board, answer_id);
CREATE TABLE board_answer_citations (
    board        text NOT NULL,
    answer_id    uuid NOT NULL,
    position     smallint NOT NULL,
    passage_no   integer NOT NULL,
    content_hash bytea NOT NULL,
    chapter      text NOT NULL,
    heading      text NOT NULL,
    PRIMARY KEY (board, answer_id, position),
    FOREIGN KEY (board, answer_id) REFERENCES board_answers ON DELETE CASCADE
);
CREATE INDEX board_answer_citations_passage ON board_answer_citations (board, passage_no);

CREATE TABLE questions (
    school_id    uuid NOT NULL REFERENCES schools,
    question_id  uuid NOT NULL,
    learner_id   uuid,
    guest_id     uuid,
    channel      text NOT NULL,
    text         text NOT NULL,
    language     text NOT NULL,
    grade        smallint NOT NULL,
    subject      text,
    asked_at     timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('waiting', 'answered', 'handed_over', 'refused')),
    source       text NOT NULL,
    answer_id    uuid,
    answer_board text,
    follows      uuid,
    heard        smallint NOT NULL DEFAULT 0,
    stages       jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (school_id, question_id),
    CHECK (num_nonnulls(learner_id, guest_id) <= 1)
);
CREATE INDEX questions_learner ON questions (school_id, learner_id, asked_at DESC);
CREATE INDEX questions_answer ON questions (school_id, answer_id);
CREATE INDEX questions_guest ON questions (school_id, guest_id) WHERE guest_id IS NOT NULL;
SELECT confine_to_school('questions');
SELECT open_across_schools('questions', 'SELECT, DELETE');

CREATE TABLE question_counts (
    school_id  uuid NOT NULL,
    learner_id uuid NOT NULL,
    day        date NOT NULL,
    asked      integer NOT NULL,
    PRIMARY KEY (school_id, learner_id, day)
);
SELECT confine_to_school('question_counts');

CREATE TABLE handoffs (
    school_id   uuid NOT NULL REFERENCES schools,
    handoff_id  uuid NOT NULL,
    question_id uuid NOT NULL,
    answer_id   uuid,
    reason      text NOT NULL,
    status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered')),
    created_at  timestamptz NOT NULL,
    answered_at timestamptz,
    PRIMARY KEY (school_id, handoff_id),
    UNIQUE (school_id, question_id)
);
CREATE INDEX handoffs_open ON handoffs (school_id, created_at) WHERE status = 'open';
SELECT confine_to_school('handoffs');
SELECT open_across_schools('handoffs', 'SELECT, DELETE');

CREATE TABLE safety_alerts (
    school_id   uuid NOT NULL REFERENCES schools,
    alert_id    uuid NOT NULL,
    learner_id  uuid,
    question_id uuid NOT NULL,
    created_at  timestamptz NOT NULL,
    told_at     timestamptz,
    PRIMARY KEY (school_id, alert_id)
);
SELECT confine_to_school('safety_alerts');
