-- Schools kept apart, and the people who belong to them.

-- Rows of a school are visible only to a transaction that named that school.
CREATE FUNCTION confine_to_school(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format(
        'CREATE POLICY own_school ON %s TO vidya_app '
        'USING (school_id = nullif(current_setting(''vidya.school_id'', true), '''')::uuid) '
        'WITH CHECK (school_id = nullif(current_setting(''vidya.school_id'', true), '''')::uuid)',
        target);
END $$;

-- Retention and reports work across schools, on named tables and with a role of their own.
CREATE FUNCTION open_across_schools(target regclass, privileges text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY across_schools ON %s TO vidya_across USING (true)', target);
    EXECUTE format('GRANT %s ON %s TO vidya_across', privileges, target);
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM vidya_across;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM vidya_across;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vidya_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO vidya_app;

CREATE TABLE schools (
    school_id       uuid PRIMARY KEY,
    code            text NOT NULL,
    join_code       text NOT NULL,
    name            text NOT NULL,
    board           text NOT NULL,
    language        text NOT NULL,
    languages       text[] NOT NULL,
    guests_allowed  boolean NOT NULL DEFAULT false,
    guest_questions smallint NOT NULL DEFAULT 3,
    teaching_mode   text NOT NULL DEFAULT 'explain' CHECK (teaching_mode IN ('explain', 'guide')),
    time_zone       text NOT NULL DEFAULT 'Asia/Kolkata',
    named_adult     text NOT NULL,
    created_at      timestamptz NOT NULL
);
SELECT confine_to_school('schools');

CREATE TABLE classrooms (
    school_id    uuid NOT NULL REFERENCES schools,
    classroom_id uuid NOT NULL,
    grade        smallint NOT NULL CHECK (grade BETWEEN 1 AND 12),
    section      text NOT NULL,
    PRIMARY KEY (school_id, classroom_id),
    UNIQUE (school_id, grade, section)
);
SELECT confine_to_school('classrooms');

CREATE TABLE learners (
    school_id        uuid NOT NULL REFERENCES schools,
    learner_id       uuid NOT NULL,
    roll             text NOT NULL,
    name             text NOT NULL,
    classroom_id     uuid NOT NULL,
    language         text NOT NULL,
    pin_hash         bytea,
    pin_failures     smallint NOT NULL DEFAULT 0,
    pin_locked_until timestamptz,
    created_at       timestamptz NOT NULL,
    PRIMARY KEY (school_id, learner_id),
    UNIQUE (school_id, roll),
    FOREIGN KEY (school_id, classroom_id) REFERENCES classrooms
);
SELECT confine_to_school('learners');

CREATE TABLE guardians (
    school_id        uuid NOT NULL REFERENCES schools,
    guardian_id      uuid NOT NULL,
    name             text NOT NULL,
    language         text NOT NULL,
    pin_hash         bytea,
    pin_failures     smallint NOT NULL DEFAULT 0,
    pin_locked_until timestamptz,
    created_at       timestamptz NOT NULL,
    PRIMARY KEY (school_id, guardian_id)
);
SELECT confine_to_school('guardians');

CREATE TABLE guardianships (
    school_id   uuid NOT NULL,
    guardian_id uuid NOT NULL,
    learner_id  uuid NOT NULL,
    PRIMARY KEY (school_id, guardian_id, learner_id),
    FOREIGN KEY (school_id, guardian_id) REFERENCES guardians,
    FOREIGN KEY (school_id, learner_id) REFERENCES learners
);
CREATE INDEX guardianships_learner ON guardianships (school_id, learner_id);
SELECT confine_to_school('guardianships');

-- A phone number, sealed; it may serve several children and their guardians.
CREATE TABLE contacts (
    school_id    uuid NOT NULL REFERENCES schools,
    contact_id   uuid NOT NULL,
    phone_hash   bytea NOT NULL,
    phone_sealed bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (school_id, contact_id),
    UNIQUE (school_id, phone_hash)
);
SELECT confine_to_school('contacts');

CREATE TABLE contact_people (
    school_id   uuid NOT NULL,
    contact_id  uuid NOT NULL,
    position    smallint NOT NULL,
    learner_id  uuid,
    guardian_id uuid,
    PRIMARY KEY (school_id, contact_id, position),
    CHECK (num_nonnulls(learner_id, guardian_id) = 1),
    FOREIGN KEY (school_id, contact_id) REFERENCES contacts,
    FOREIGN KEY (school_id, learner_id) REFERENCES learners,
    FOREIGN KEY (school_id, guardian_id) REFERENCES guardians
);
SELECT confine_to_school('contact_people');

CREATE TABLE consents (
    school_id      uuid NOT NULL,
    consent_id     uuid NOT NULL,
    learner_id     uuid NOT NULL,
    purpose        text NOT NULL,
    notice_version smallint NOT NULL,
    given_by       text NOT NULL CHECK (given_by IN ('guardian', 'learner', 'school')),
    channel        text NOT NULL,
    given_at       timestamptz NOT NULL,
    withdrawn_at   timestamptz,
    PRIMARY KEY (school_id, consent_id),
    FOREIGN KEY (school_id, learner_id) REFERENCES learners
);
CREATE UNIQUE INDEX consents_in_force ON consents (school_id, learner_id, purpose)
    WHERE withdrawn_at IS NULL;
SELECT confine_to_school('consents');

-- A caller whom no school knows: a keyed hash and a count, erased after a day.
CREATE TABLE guests (
    school_id  uuid NOT NULL REFERENCES schools,
    guest_id   uuid NOT NULL,
    phone_hash bytea NOT NULL,
    asked      smallint NOT NULL DEFAULT 0,
    erase_at   timestamptz NOT NULL,
    PRIMARY KEY (school_id, guest_id),
    UNIQUE (school_id, phone_hash)
);
SELECT confine_to_school('guests');
SELECT open_across_schools('guests', 'SELECT, DELETE');

-- A caller who asked, by key press, that a school be given their number.
CREATE TABLE join_requests (
    school_id    uuid NOT NULL REFERENCES schools,
    request_id   uuid NOT NULL,
    phone_hash   bytea NOT NULL,
    phone_sealed bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (school_id, request_id),
    UNIQUE (school_id, phone_hash)
);
SELECT confine_to_school('join_requests');

-- Read before the school is known, so without row-level security: hashes and ids, nothing readable.
CREATE TABLE identify_phones (
    phone_hash bytea NOT NULL,
    school_id  uuid NOT NULL,
    contact_id uuid NOT NULL,
    PRIMARY KEY (phone_hash, school_id)
);
CREATE TABLE identify_numbers (
    number_hash bytea PRIMARY KEY,
    school_id   uuid NOT NULL
);
CREATE TABLE identify_schools (
    code      text PRIMARY KEY,
    join_code text NOT NULL UNIQUE,
    school_id uuid NOT NULL
);
