-- Phone calls: where each conversation stands, and what was last said.

CREATE TABLE calls (
    school_id  uuid NOT NULL REFERENCES schools,
    call_id    uuid NOT NULL,
    provider   text NOT NULL,
    call_sid   text NOT NULL,
    contact_id uuid,
    learner_id uuid,
    guest_id   uuid,
    dialogue   jsonb NOT NULL,
    step       integer NOT NULL,
    response   text NOT NULL,
    status     text NOT NULL DEFAULT 'in-progress',
    seconds    integer,
    started_at timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (school_id, call_id)
);
-- Each turn rewrites its row: room on the page keeps that off the index.
ALTER TABLE calls SET (fillfactor = 60);
CREATE INDEX calls_guest ON calls (school_id, guest_id) WHERE guest_id IS NOT NULL;
SELECT confine_to_school('calls');
SELECT open_across_schools('calls', 'SELECT, DELETE');

CREATE TABLE identify_calls (
    provider text NOT NULL,
    call_sid text NOT NULL,
    school_id uuid NOT NULL,
    call_id   uuid NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (provider, call_sid)
);
CREATE INDEX identify_calls_started ON identify_calls (started_at);
GRANT SELECT, DELETE ON identify_calls TO vidya_across;

CREATE TABLE call_backs (
    school_id    uuid NOT NULL REFERENCES schools,
    call_back_id uuid NOT NULL,
    phone_sealed bytea NOT NULL,
    question_id  uuid NOT NULL,
    status       text NOT NULL DEFAULT 'waiting'
                 CHECK (status IN ('waiting', 'placed', 'not_placed')),
    provider_sid text,
    created_at   timestamptz NOT NULL,
    placed_at    timestamptz,
    PRIMARY KEY (school_id, call_back_id),
    UNIQUE (school_id, question_id)
);
SELECT confine_to_school('call_backs');
