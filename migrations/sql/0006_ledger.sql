-- Who spent what: every call to a model and whatever else costs money, and what may be spent.
-- Money is counted in millionths of its currency, as whole numbers.

-- `cost_micros` is null where no price was known; it is never a guess.
CREATE TABLE ledger_entries (
    school_id     uuid NOT NULL REFERENCES schools,
    spent_at      timestamptz NOT NULL,
    entry_id      uuid NOT NULL,
    learner_id    uuid,
    channel       text NOT NULL,
    purpose       text NOT NULL,
    kind          text NOT NULL
                  CHECK (kind IN ('model', 'embedding', 'ocr_page', 'message', 'call_second')),
    provider      text NOT NULL,
    model         text NOT NULL,
    about         uuid,
    input_tokens  bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
    output_tokens bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
    units         bigint NOT NULL DEFAULT 0 CHECK (units >= 0),
    is_estimated  boolean NOT NULL DEFAULT false,
    is_whole      boolean NOT NULL DEFAULT true,
    currency      text,
    cost_micros   bigint CHECK (cost_micros >= 0),
    priced_from   date,
    PRIMARY KEY (school_id, entry_id),
    CHECK (num_nonnulls(currency, cost_micros, priced_from) IN (0, 3))
);
CREATE INDEX ledger_entries_spent ON ledger_entries (school_id, spent_at);
SELECT confine_to_school('ledger_entries');

-- What a school, and each of its learners, spent on one of the school's days, so that a budget is
-- looked up in few rows. `payer` is the learner, or the school itself; its row is in slices, so that
-- many answers at once do not stand in line for it. An empty currency is that of what has no price.
CREATE TABLE ledger_days (
    school_id   uuid NOT NULL,
    payer       uuid NOT NULL,
    day         date NOT NULL,
    currency    text NOT NULL,
    slice       smallint NOT NULL,
    cost_micros bigint NOT NULL,
    tokens      bigint NOT NULL,
    ocr_pages   bigint NOT NULL,
    entries     bigint NOT NULL,
    PRIMARY KEY (school_id, payer, day, currency, slice)
);
-- Each entry rewrites two rows: room on the page keeps that off the index.
ALTER TABLE ledger_days SET (fillfactor = 60);
SELECT confine_to_school('ledger_days');

CREATE TABLE budgets (
    school_id uuid NOT NULL REFERENCES schools,
    payer     text NOT NULL CHECK (payer IN ('school', 'learner')),
    period    text NOT NULL CHECK (period IN ('day', 'month')),
    measure   text NOT NULL CHECK (measure IN ('money', 'tokens', 'ocr_pages')),
    currency  text NOT NULL DEFAULT '',
    most      bigint NOT NULL CHECK (most >= 0),
    PRIMARY KEY (school_id, payer, period, measure, currency),
    CHECK ((measure = 'money') = (currency <> ''))
);
SELECT confine_to_school('budgets');

-- How much may still be asked of each endpoint, shared by all processes; of no school. Unlogged:
-- nobody waits for the disk while holding the row, and after a crash every endpoint is as rested.
CREATE UNLOGGED TABLE endpoint_rates (
    endpoint   text PRIMARY KEY,
    requests   double precision NOT NULL,
    tokens     double precision NOT NULL,
    counted_at timestamptz NOT NULL,
    wait       double precision NOT NULL  -- seconds that whoever asked last was told; 0: it was let through
);
ALTER TABLE endpoint_rates SET (fillfactor = 50);
