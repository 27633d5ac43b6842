"""A chapter's questions are answered before anybody asks them, once each, and when approved."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from typing_extensions import override

from tests.tutor.makers import BOARD, ECHO, ASchool, make_school, publish
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner
from vidya.domains.tutor import pregeneration
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.jobs_pregeneration import Pregenerator
from vidya.domains.tutor.models import QuestionStatus, Source
from vidya.domains.tutor.pregeneration import ChapterNotClear, ChapterNotFound, Progress
from vidya.providers.llm.fake import FakeLlm

DISPERSION = "Dispersion is the splitting of white light into its colours."
SPECTRUM = "The band of seven colours is called a spectrum."
BY_HEART = "A rainbow forms when sunlight is split into its colours inside raindrops."


class WorkerKilled(BaseException):
    """The process ends here; nothing after this line runs."""


@dataclass(frozen=True)
class MortalWriter(AnswerWriter):
    """Writes the first answer and dies with its worker at the next."""

    begun: list[str] = field(default_factory=list)

    @override
    async def answer_question(self, *, school_id: str, answer_id: str) -> None:
        self.begun.append(answer_id)
        if len(self.begun) > 1:
            raise WorkerKilled
        await super().answer_question(school_id=school_id, answer_id=answer_id)


async def publish_colours(database: Database, owner: Owner) -> None:
    chapter = NewChapter(
        slug="colours",
        title="Colours of light",
        subject="science",
        grade=8,
        language="en",
        position=2,
        passages=(
            NewPassage("Dispersion of light", f"{DISPERSION} {SPECTRUM}"),
            NewPassage("Rainbows", BY_HEART),
            NewPassage("Questions to think about", "What is a spectrum?", quotable=False),
        ),
    )
    holder = database.shared() if isinstance(owner, str) else database.school(owner)
    async with holder as db:
        await curriculum.publish_chapter(db, owner, chapter, now=clock.now())


async def begin(school: ASchool, *, budget: int = 50) -> UUID:
    async with school.database.school(school.school_id) as db:
        chapter = await pregeneration.get_chapter(
            db, school_id=school.school_id, named="colours", language=None
        )
        return await pregeneration.start(
            db,
            chapter,
            school_id=school.school_id,
            mode="explain",
            budget=budget,
            now=clock.now(),
        )


async def work(
    school: ASchool, run_id: UUID, *, writer: type[AnswerWriter] = AnswerWriter
) -> Progress:
    """What the worker does with the job, and how far the run is then."""
    job = Pregenerator(school.database, writer(school.database, school.llm, timedelta(days=7)))
    await job.pregenerate(school_id=str(school.school_id), run_id=str(run_id))
    return await progress(school, run_id)


async def progress(school: ASchool, run_id: UUID) -> Progress:
    async with school.database.school(school.school_id) as db:
        return await pregeneration.progress(db, school_id=school.school_id, run_id=run_id)


async def require_approval(school: ASchool) -> None:
    async with school.database.school(school.school_id) as db:
        await pregeneration.set_approval(db, school_id=school.school_id, is_required=True)


async def approve(school: ASchool, run_id: UUID) -> int:
    async with school.database.school(school.school_id) as db:
        return await pregeneration.approve(
            db,
            school_id=school.school_id,
            run_id=run_id,
            lifetime=timedelta(days=7),
            now=clock.now(),
        )


async def test_what_was_answered_ahead_is_served_at_once(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)

    far = await work(school, await begin(school))
    asked = await school.ask("Define dispersion of light")
    by_exercise = await school.ask("What is a spectrum?")

    assert far.run.status == "done"
    assert far.counts["stored"] >= 2
    assert asked.status is QuestionStatus.answered
    assert DISPERSION in asked.sentences
    assert by_exercise.source is Source.exact


async def test_a_model_writes_the_answers_where_there_is_one(database: Database) -> None:
    llm = FakeLlm("A spectrum is the band of seven colours [1].")
    school = await make_school(database, llm=llm)
    await publish_colours(database, BOARD)

    far = await work(school, await begin(school))

    assert len(llm.asked) == far.written
    assert far.counts["stored"] >= 1


async def test_what_a_model_broke_off_is_not_served_and_is_tried_by_the_next_run(
    database: Database,
) -> None:
    school = await make_school(database, llm=FakeLlm(breaks_off=True))
    await publish_colours(database, BOARD)
    broken = await work(school, await begin(school))
    meanwhile = await school.ask("Define dispersion of light")

    school.llm = None
    mended = await work(school, await begin(school))

    assert broken.counts["unfinished"] >= 3
    assert "stored" not in broken.counts
    assert meanwhile.status is QuestionStatus.waiting
    assert mended.counts["stored"] >= 2


async def test_answers_on_the_boards_text_serve_its_other_schools(database: Database) -> None:
    school = await make_school(database)
    other = await make_school(database)
    await publish_colours(database, BOARD)

    await work(school, await begin(school))

    assert (await other.ask("What is a spectrum?")).status is QuestionStatus.answered


async def test_answers_on_a_schools_own_chapter_stay_there(database: Database) -> None:
    school = await make_school(database)
    other = await make_school(database)
    await publish_colours(database, school.school_id)

    await work(school, await begin(school))

    assert (await school.ask("What is a spectrum?")).status is QuestionStatus.answered
    assert (await other.ask("What is a spectrum?")).status is QuestionStatus.waiting


async def test_what_is_known_already_is_not_written_again(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    first = await work(school, await begin(school))
    answers = await school.count("answers")

    second = await work(school, await begin(school))

    assert set(second.counts) <= {"known", "unanswered"}
    assert second.counts["known"] == first.counts["stored"]
    assert await school.count("answers") == answers + second.counts.get("unanswered", 0)


async def test_starting_a_chapter_twice_is_one_run(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)

    runs = [await begin(school), await begin(school)]

    assert runs[0] == runs[1]
    async with database.shared() as db:
        assert await db.fetchval("SELECT count(*) FROM pgqueuer") == 1


async def test_a_run_stops_at_its_budget(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)

    far = await work(school, await begin(school, budget=1))

    assert far.written == 1
    assert far.counts["waiting"] >= 1
    assert far.run.status == "done"


async def test_a_run_goes_on_where_a_killed_worker_left_it(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    run_id = await begin(school)

    with pytest.raises(WorkerKilled):
        await work(school, run_id, writer=MortalWriter)
    half = await progress(school, run_id)
    whole = await work(school, run_id)

    assert half.run.status == "running"
    assert half.counts["writing"] == 1
    assert whole.run.status == "done"
    assert whole.total == half.total
    assert not {"waiting", "writing"} & whole.counts.keys()
    assert await school.count("answers") == whole.written


async def test_nothing_is_served_before_it_is_approved(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    await require_approval(school)

    far = await work(school, await begin(school))
    before = await school.ask("What is a rainbow?")
    served = await approve(school, far.run.run_id)
    asked = await school.ask("What is a spectrum?")

    assert far.run.status == "to_approve"
    assert before.status is QuestionStatus.waiting
    assert served == far.counts["held"] - 1  # what is a rainbow is being answered for the child
    assert asked.status is QuestionStatus.answered
    assert (await progress(school, far.run.run_id)).run.status == "done"
    assert await approve(school, far.run.run_id) == 0


async def test_a_held_answer_is_not_given_to_a_child_who_asks_meanwhile(
    database: Database,
) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    await require_approval(school)
    far = await work(school, await begin(school))

    meanwhile = await school.answer("What is a spectrum?")
    await approve(school, far.run.run_id)

    assert meanwhile.source == Source.new
    assert (await progress(school, far.run.run_id)).counts["known"] == 1


async def test_what_rests_on_withdrawn_text_is_not_served_when_approved(
    database: Database,
) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    await require_approval(school)
    far = await work(school, await begin(school))
    await publish(database, BOARD, ECHO, slug="colours", heading="Sound")

    served = await approve(school, far.run.run_id)

    assert served == 0
    assert (await school.ask("What is a spectrum?")).status is QuestionStatus.waiting


async def test_what_learners_asked_in_vain_comes_first(database: Database) -> None:
    school = await make_school(database)
    asked = await school.ask("Why does dispersion split white light into colours?")
    await school.write(asked)
    await school.write(await school.ask("Who won the hockey match?"))
    await school.write(await school.ask("Why is dispersion not in my light notebook?"))
    await publish_colours(database, BOARD)

    async with database.school(school.school_id) as db:
        chapter = await pregeneration.get_chapter(
            db, school_id=school.school_id, named="Colours of Light", language="en"
        )
        questions = await pregeneration.questions_for(
            db, chapter, school_id=school.school_id, now=clock.now()
        )

    assert [q.text for q in questions if q.origin == "asked"] == [
        "Why does dispersion split white light into colours?"
    ]
    assert questions[0].origin == "asked"


async def test_a_chapter_must_be_named_clearly(database: Database) -> None:
    school = await make_school(database)
    await publish_colours(database, BOARD)
    await publish_colours(database, school.school_id)

    async with database.school(school.school_id) as db:
        with pytest.raises(ChapterNotClear):
            await pregeneration.get_chapter(
                db, school_id=school.school_id, named="colours", language=None
            )
        with pytest.raises(ChapterNotFound):
            await pregeneration.get_chapter(
                db, school_id=school.school_id, named="colours", language="hi"
            )
