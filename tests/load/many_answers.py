"""A million stored answers in the product's database, and how long one of them takes to find."""

from hashlib import md5
from time import perf_counter
from uuid import UUID, uuid5

import asyncpg

from tests.load.figures import Spread, spread
from tests.load.school import GRADE, Child
from vidya.app.demo import BOARD, CODE
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.ids import new_id
from vidya.domains.curriculum.models import Scope
from vidya.domains.schools import service as schools
from vidya.domains.tutor import queries
from vidya.domains.tutor.models import Asker, NewQuestion

ANSWERS = 1_000_000
_TIMES = 1_000
_WARM = 100
_STRIDE = 7_919  # a prime: the rows asked for lie all over the table
_NAMES = UUID("b0a2d1c4-0000-4000-8000-000000000000")
_FILL = """
    CREATE FUNCTION pg_temp.named(kind text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql
    AS $$ SELECT md5(kind || n)::uuid $$;
    INSERT INTO board_answers (board, answer_id, question, language, grade, subject, sentences,
                               composer, created_at, expires_at)
    SELECT '{board}', pg_temp.named('answer', n), 'What is number ' || n || '?', 'en', 8, 'science',
           ARRAY['It is the number ' || n || ', which nobody has asked about before.',
                 'A second sentence says a little more about it, as answers do.'],
           'passages', now(), now() + interval '30 days'
      FROM generate_series(1, {answers}) n;
    INSERT INTO board_answer_keys (board, digest, kind, answer_id)
    SELECT '{board}', pg_temp.named(kind, n), kind, pg_temp.named('answer', n)
      FROM generate_series(1, {answers}) n, unnest(ARRAY['exact', 'same_question']) kind;
    ANALYZE board_answers, board_answer_keys;
"""


async def fill(owner_url: str) -> None:
    """Answers of the demo school's board, each with the key of its words and of its meaning."""
    connection = await asyncpg.connect(owner_url)
    try:
        await connection.execute(_FILL.format(board=BOARD, answers=ANSWERS))
    finally:
        await connection.close()


async def measure(database: Database, child: Child) -> dict[str, Spread]:
    """Milliseconds of a look-up in a transaction of its own, by how it finds the answer."""
    async with database.shared() as db:
        school_id = await schools.get_school_id(db, CODE)
    asker = Asker(Scope(school_id, BOARD, GRADE, "en"), "explain", child.learner_id)
    return {
        "the same words": await _timed(database, asker, exact=True),
        "the same question": await _timed(database, asker, exact=False),
    }


async def _timed(database: Database, asker: Asker, *, exact: bool) -> Spread:
    milliseconds: list[float] = []
    for time in range(_WARM + _TIMES):
        number = time * _STRIDE % ANSWERS + 1
        began = perf_counter()
        await _look_up(database, asker, number, exact=exact)
        milliseconds.append((perf_counter() - began) * 1000)
    return spread(milliseconds[_WARM:])


async def _look_up(database: Database, asker: Asker, number: int, *, exact: bool) -> None:
    """Nobody may ask any more today: so it is looked up, and not served nor recorded."""
    words = _named("exact", number) if exact else uuid5(_NAMES, str(number))
    now = clock.now()
    async with database.school(asker.scope.school_id) as db:
        known = await queries.look_up(
            db,
            asker,
            NewQuestion("What is it?", "voice"),
            question_id=new_id(now),
            digests=[words, _named("same_question", number)],
            questions_a_day=0,
            stages=[],
            day=now.date(),
            now=now,
        )
    assert known.stored is not None


def _named(kind: str, number: int) -> UUID:
    """As md5(kind || number)::uuid."""
    return UUID(bytes=md5(f"{kind}{number}".encode(), usedforsecurity=False).digest())
