"""Ten thousand rows in every table that a call reads, of four schools and four boards."""

from collections.abc import Mapping
from hashlib import md5
from uuid import UUID

import psycopg

from tests.database.rows import on

ROWS = 10_000

NAMES = """
    CREATE FUNCTION id(kind text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql
    AS $$ SELECT md5(kind || n)::uuid $$;
    CREATE FUNCTION school(n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql
    AS $$ SELECT md5('school' || n % 4)::uuid $$;
    CREATE FUNCTION board(n bigint) RETURNS text IMMUTABLE LANGUAGE sql
    AS $$ SELECT 'B' || n % 4 $$;
"""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "schools": {
        "school_id": "id('school', n)",
        "code": "'S' || n",
        "join_code": "n",
        "name": "'School'",
        "board": "board(n)",
        "language": "'en'",
        "languages": "'{en}'",
        "named_adult": "''",
        "created_at": "now()",
    },
    "identify_schools": {
        "code": "'S' || n",
        "join_code": "n::text",
        "school_id": "id('school', n)",
    },
    "identify_numbers": {
        "number_hash": "uuid_send(id('number', n))",
        "school_id": "school(n)",
    },
    "identify_phones": {
        "phone_hash": "uuid_send(id('phone', n))",
        "school_id": "school(n)",
        "contact_id": "id('contact', n)",
    },
    "identify_calls": {
        "provider": "'twilio'",
        "call_sid": "'CA' || n",
        "school_id": "school(n)",
        "call_id": "id('call', n)",
        "started_at": "now() - n * interval '1 second'",
    },
    "calls": {
        "school_id": "school(n)",
        "call_id": "id('call', n)",
        "provider": "'twilio'",
        "call_sid": "'CA' || n",
        "learner_id": "id('learner', n)",
        "dialogue": "'{}'",
        "step": "1",
        "response": "''",
        "started_at": "now()",
        "last_at": "now()",
    },
    "classrooms": {
        "school_id": "school(n)",
        "classroom_id": "id('classroom', n)",
        "grade": "8",
        "section": "n",
    },
    "learners": {
        "school_id": "school(n)",
        "learner_id": "id('learner', n)",
        "roll": "n",
        "name": "'Asha'",
        "classroom_id": "id('classroom', n)",
        "language": "'en'",
        "created_at": "now()",
    },
    "guardians": {
        "school_id": "school(n)",
        "guardian_id": "id('guardian', n)",
        "name": "'Sunita'",
        "language": "'en'",
        "created_at": "now()",
    },
    "guardianships": {
        "school_id": "school(n)",
        "guardian_id": "id('guardian', n)",
        "learner_id": "id('learner', n)",
    },
    "contact_people": {
        "school_id": "school(n)",
        "contact_id": "id('contact', n)",
        "position": "1",
        "learner_id": "id('learner', n)",
    },
    "consents": {
        "school_id": "school(n)",
        "consent_id": "id('consent', n)",
        "learner_id": "id('learner', n)",
        "purpose": "'tutoring'",
        "notice_version": "1",
        "given_by": "'guardian'",
        "channel": "'voice'",
        "given_at": "now()",
    },
    "guests": {
        "school_id": "school(n)",
        "guest_id": "id('guest', n)",
        "phone_hash": "uuid_send(id('phone', n))",
        "erase_at": "now() + n * interval '1 second'",
    },
    "questions": {
        "school_id": "school(n)",
        "question_id": "id('question', n)",
        "learner_id": "id('learner', n % 400)",
        "channel": "'voice'",
        "text": "'Why?'",
        "language": "'en'",
        "grade": "8",
        "asked_at": "now() - n * interval '1 min'",
        "status": "'answered'",
        "source": "'new'",
        "answer_id": "id('answer', n)",
    },
    "question_counts": {
        "school_id": "school(n)",
        "learner_id": "id('learner', n)",
        "day": "current_date",
        "asked": "3",
    },
    "handoffs": {
        "school_id": "school(n)",
        "handoff_id": "id('handoff', n)",
        "question_id": "id('question', n)",
        "reason": "''",
        "created_at": "now()",
    },
    "answers": {
        "school_id": "school(n)",
        "answer_id": "id('answer', n)",
        "status": "'ready'",
        "question": "'Why?'",
        "language": "'en'",
        "grade": "8",
        "mode": "'explain'",
        "keepable": "true",
        "created_at": "now()",
        "expires_at": "now() + interval '1 day'",
    },
    "answer_keys": {
        "school_id": "school(n)",
        "digest": "id('digest', n)",
        "kind": "'exact'",
        "answer_id": "id('answer', n)",
    },
    "answer_citations": {
        "school_id": "school(n)",
        "answer_id": "id('answer', n)",
        "position": "1",
        "board": "board(n)",
        "passage_no": "n",
        "content_hash": "''",
        "chapter": "''",
        "heading": "''",
    },
    "board_answers": {
        "board": "board(n)",
        "answer_id": "id('answer', n)",
        "question": "'Why?'",
        "language": "'en'",
        "grade": "8",
        "sentences": "'{}'",
        "composer": "''",
        "created_at": "now()",
        "expires_at": "now() + interval '1 day'",
    },
    "board_answer_keys": {
        "board": "board(n)",
        "digest": "id('digest', n)",
        "kind": "'exact'",
        "answer_id": "id('answer', n)",
    },
    "board_answer_citations": {
        "board": "board(n)",
        "answer_id": "id('answer', n)",
        "position": "1",
        "passage_no": "n",
        "content_hash": "''",
        "chapter": "''",
        "heading": "''",
    },
    "refusals": {
        "school_id": "school(n)",
        "wording": "id('digest', n)",
        "refused": "id('answer', n)",
        "because": "'learner'",
        "created_at": "now()",
    },
    "board_refusals": {
        "board": "board(n)",
        "wording": "id('digest', n)",
        "refused": "id('answer', n)",
    },
    "board_objections": {
        "board": "board(n)",
        "wording": "id('digest', n)",
        "refused": "id('answer', n)",
        "witness": "id('witness', n)",
    },
    "board_claims": {
        "board": "board(n)",
        "digest": "id('digest', n)",
        "answer_id": "id('answer', n)",
        "until": "now()",
    },
    "chapters": {
        "school_id": "school(n)",
        "chapter_id": "id('chapter', n)",
        "slug": "n",
        "title": "'Light'",
        "subject": "'science'",
        "grade": "8",
        "language": "'en'",
        "position": "1",
        "content_hash": "''",
        "published_at": "now()",
    },
    "board_chapters": {
        "board": "board(n)",
        "chapter_id": "id('chapter', n)",
        "slug": "n",
        "title": "'Light'",
        "subject": "'science'",
        "grade": "8",
        "language": "'en'",
        "position": "1",
        "content_hash": "''",
        "published_at": "now()",
    },
    "passages": {
        "school_id": "school(n)",
        "passage_no": "n",
        "chapter_id": "id('chapter', n)",
        "position": "1",
        "heading": "''",
        "body": "''",
        "content_hash": "''",
    },
    "board_passages": {
        "board": "board(n)",
        "passage_no": "n",
        "chapter_id": "id('chapter', n)",
        "position": "1",
        "heading": "''",
        "body": "''",
        "content_hash": "''",
    },
    "postings": {
        "school_id": "school(n)",
        "term": "n % 1000",
        "grade": "8",
        "passage_no": "n",
        "frequency": "1",
        "words": "100",
    },
    "board_postings": {
        "board": "board(n)",
        "term": "n % 1000",
        "grade": "8",
        "passage_no": "n",
        "frequency": "1",
        "words": "100",
    },
    "term_counts": {"school_id": "school(n)", "term": "n", "grade": "8", "passages": "10"},
    "corpora": {
        "school_id": "id('school', n)",
        "language": "'en'",
        "grade": "8",
        "passages": "5000",
        "words": "500000",
    },
    "board_term_counts": {"board": "board(n)", "term": "n", "grade": "8", "passages": "10"},
    "board_corpora": {
        "board": "'B' || n",
        "language": "'en'",
        "grade": "8",
        "passages": "5000",
        "words": "500000",
    },
}
"""For each table an SQL expression for each column, of the row's number `n`."""


def id_of(kind: str, number: int) -> UUID:
    """The id that the row of this number has: the same as `id` in SQL."""
    return UUID(md5(f"{kind}{number}".encode(), usedforsecurity=False).hexdigest())


def fill(superuser: psycopg.Connection) -> None:
    """Insert everything and have the planner know it; foreign keys are not asked."""
    superuser.execute(NAMES.encode())
    superuser.execute("SET session_replication_role = replica")
    for table, columns in COLUMNS.items():
        statement = on(
            table,
            "INSERT INTO @table (@names) OVERRIDING SYSTEM VALUE"
            " SELECT @values FROM generate_series(0, @last) n",
            names=", ".join(columns),
            values=", ".join(columns.values()),
            last=str(ROWS - 1),
        )
        superuser.execute(statement.encode())
    superuser.execute("ANALYZE")
