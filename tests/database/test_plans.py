"""What a call reads is found by an index, as vidya_app, however many rows there are."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from tests.database.copies import database_of_its_own, renamed
from tests.database.many_rows import fill, id_of
from tests.database.plans import Plans
from vidya.app import housekeeping_queries
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.channels.voice import queries as calls
from vidya.channels.voice.queries import CallRef
from vidya.core.db import Connection, Database
from vidya.domains.accounts import queries as accounts
from vidya.domains.curriculum import queries as curriculum
from vidya.domains.curriculum.models import Owner, Scope
from vidya.domains.schools import queries as schools
from vidya.domains.tutor import queries as tutor
from vidya.domains.tutor import queries_aliases as aliases
from vidya.domains.tutor import queries_answers as answers
from vidya.domains.tutor import queries_board as board
from vidya.domains.tutor import queries_grey_zone as grey_zone
from vidya.domains.tutor import queries_handoffs as handoffs
from vidya.domains.tutor import queries_kept as kept
from vidya.domains.tutor import queries_trace as trace
from vidya.domains.tutor.models import (
    AnswerStatus,
    Asker,
    NewQuestion,
    QuestionStatus,
    Sentence,
)

NOW = datetime.now(UTC)
OURS = id_of("school", 1)
BOARD = "B1"
ASKER = Asker(
    scope=Scope(school_id=OURS, board=BOARD, grade=8, language="en"),
    mode="explain",
    learner_id=id_of("learner", 1),
)
NUMBERS = [1, 5, 9]

Reading = Callable[[Connection], Awaitable[object]]

READINGS: dict[str, Reading] = {
    "who calls": lambda db: accounts.contacts_by_phone(db, phone_hash=id_of("phone", 1).bytes),
    "which number": lambda db: schools.find_school_by_number(
        db, number_hash=id_of("number", 1).bytes
    ),
    "which code": lambda db: schools.find_school_by_code(db, code="S1"),
    "which join code": lambda db: schools.find_school_by_join_code(db, join_code="1"),
    "the school": lambda db: schools.get_school(db, school_id=OURS),
    "the people of a phone": lambda db: accounts.people_on(
        db, school_id=OURS, contact_id=id_of("contact", 1), purpose="tutoring"
    ),
    "the children of a guardian": lambda db: accounts.wards_of(
        db, school_id=OURS, guardian_id=id_of("guardian", 1), purpose="tutoring"
    ),
    "which call": lambda db: calls.find_call(db, provider="twilio", call_sid="CA1"),
    "the call, held": lambda db: calls.lock_call(
        db, CallRef(OURS, id_of("call", 3), 1), call_sid="CA1"
    ),
    "the stored answer": lambda db: tutor.look_up(
        db,
        ASKER,
        NewQuestion("Why?", "voice"),
        question_id=id_of("asked", 1),
        digests=[id_of("digest", 1), id_of("digest", 2)],
        questions_a_day=50,
        stages=[],
        day=NOW.date(),
        now=NOW,
    ),
    "what a wording was refused": lambda db: aliases.refused_to(
        db, ASKER.scope, wording=id_of("digest", 1), digests=[id_of("answer", 1)]
    ),
    "a question that is disputed": lambda db: aliases.lock_disputed(
        db, ASKER.scope, question_id=id_of("question", 1)
    ),
    "a no for a whole board": lambda db: aliases.insert_objections(
        db,
        board=BOARD,
        wording=id_of("digest", 1),
        refused=[id_of("answer", 1)],
        witnesses=[id_of("witness", 2)],
        enough=3,
    ),
    "an alias": lambda db: aliases.point_alias(
        db, ASKER.scope, wording=id_of("digest", 5), answer_id=id_of("answer", 1)
    ),
    "the board's answer by now": lambda db: board.find_shared(
        db,
        school_id=OURS,
        board=BOARD,
        digests=board.Digests([id_of("digest", 1)], id_of("digest", 1)),
        now=NOW,
    ),
    "the claim of a question in flight": lambda db: board.claim(
        db,
        school_id=OURS,
        board=BOARD,
        answer_id=id_of("answer", 9),
        until=NOW,
        now=NOW,
    ),
    "who holds a claim": lambda db: board.find_holder(
        db,
        board=BOARD,
        digests=board.Digests([id_of("digest", 1)], None),
        answer_id=id_of("answer", 9),
    ),
    "a new answer with its keys": lambda db: answers.begin_answer(
        db,
        ASKER,
        NewQuestion("Why?", "voice"),
        answer_id=id_of("answer", 900_001),
        digests=[id_of("digest", 900_001), id_of("digest", 900_002)],
        kinds=["exact", "same_question"],
        now=NOW,
    ),
    "some more of an answer": lambda db: answers.add_sentences(
        db,
        [Sentence("So it is.", ())],
        school_id=OURS,
        answer_id=id_of("answer", 1),
        position=0,
        now=NOW,
    ),
    "the end of an answer": lambda db: kept.complete_answer(
        db,
        school_id=OURS,
        answer_id=id_of("answer", 1),
        status=AnswerStatus.ready,
        settled=QuestionStatus.answered,
        composer="passages",
        subject=None,
        stages=[],
        now=NOW,
    ),
    "whether what is cited stands": lambda db: kept.citations_still_stand(
        db, school_id=OURS, answer_id=id_of("answer", 1)
    ),
    "an answer shared with its board": lambda db: kept.share_with_board(
        db, school_id=OURS, answer_id=id_of("answer", 900_002), until=NOW
    ),
    "whether a claim holds": lambda db: board.is_claimed(
        db, board=BOARD, answer_id=id_of("answer", 1), now=NOW
    ),
    "answers from the same passages": lambda db: grey_zone.answers_citing(
        db, ASKER.scope, cited=[(None, 1), (BOARD, 5)]
    ),
    "progress": lambda db: answers.find_progress(
        db, school_id=OURS, question_id=id_of("question", 1), hear=True
    ),
    "the answer, held": lambda db: answers.lock_answer(
        db, school_id=OURS, answer_id=id_of("answer", 1)
    ),
    "citations": lambda db: answers.cited_by_question(
        db, school_id=OURS, question_id=id_of("question", 1)
    ),
    "answers that cite a passage": lambda db: kept.delete_answers_citing(
        db, school_id=OURS, passage_nos=NUMBERS
    ),
    "answers of a board that cite a passage": lambda db: kept.delete_board_answers_citing(
        db, board=BOARD, passage_nos=NUMBERS
    ),
    "recent questions": lambda db: tutor.recent(
        db, school_id=OURS, learner_id=id_of("learner", 1), subject=None, limit=5
    ),
    "an answer not yet heard": lambda db: tutor.find_unheard(
        db, school_id=OURS, learner_id=id_of("learner", 1), since=NOW - timedelta(days=2)
    ),
    "what happened to a question": lambda db: trace.traced_question(
        db, school_id=OURS, question_id=id_of("question", 1)
    ),
    "what happened to a learner's questions": lambda db: trace.traced(
        db, school_id=OURS, learner_id=id_of("learner", 1), guest_id=None, limit=5
    ),
    "open handoffs": lambda db: handoffs.open_handoffs(db, school_id=OURS, limit=20),
}


@pytest.fixture(scope="module")
def crowded(postgres: EmbeddedPostgres) -> Iterator[str]:
    """The name of a database with many rows in it."""
    with database_of_its_own(postgres) as name:
        with psycopg.connect(postgres.urls.superuser, dbname=name, autocommit=True) as superuser:
            fill(superuser)
        yield name


@pytest.fixture
async def app(postgres: EmbeddedPostgres, crowded: str) -> AsyncIterator[Database]:
    opened = await Database.connect(renamed(postgres.urls.app, crowded), size=2)
    yield opened
    await opened.close()


@pytest.fixture
async def across(postgres: EmbeddedPostgres, crowded: str) -> AsyncIterator[Database]:
    opened = await Database.connect(renamed(postgres.urls.across, crowded), size=2)
    yield opened
    await opened.close()


@pytest.mark.parametrize("what", READINGS)
async def test_nothing_is_read_from_end_to_end(app: Database, what: str) -> None:
    async with app.school(OURS) as db:
        plans = Plans(db)
        await READINGS[what](plans.connection)

    assert plans.sequential_scans() == set()
    assert plans.indexes()


@pytest.mark.parametrize("owner", [BOARD, OURS], ids=["board", "school"])
async def test_the_search_reads_the_postings_of_its_terms_alone(
    app: Database, owner: Owner
) -> None:
    async with app.school(OURS) as db:
        plans = Plans(db)
        weights = {1: 0.3, 5: 0.5, 9: 0.7}
        found = await curriculum.search(
            plans.connection, owner, weights=weights, mean_words=80.0, grade=8, limit=8
        )
        await curriculum.corpus(
            plans.connection, owner, terms=list(weights), grade=8, language="en"
        )
        await curriculum.passages_by_number(plans.connection, owner, passage_nos=NUMBERS)

    assert len(found) == 8
    assert plans.sequential_scans() == set()
    assert {name.removeprefix("board_") for name in plans.indexes()} >= {
        "postings_pkey",
        "passages_pkey",
        "chapters_pkey",
        "corpora_pkey",
    }


async def test_forgetting_guests_does_not_read_every_question(across: Database) -> None:
    async with across.shared() as db:
        plans = Plans(db)
        await housekeeping_queries.erase_guests(plans.connection, now=NOW + timedelta(seconds=20))

    # Of all schools: there are only a day's guests, and a stranger's calls have no index.
    assert plans.sequential_scans() <= {"guests", "calls"}
