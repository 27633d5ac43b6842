"""One block is one transaction of one school, and it is never half kept."""

import asyncio
from contextlib import suppress
from uuid import UUID

import asyncpg
import pytest

from tests.database.schools import make_school, school_names
from vidya.core.db import CommitRefused, Connection, Database, DatabaseDown, visit


async def test_what_a_block_wrote_is_there_when_it_has_ended(database: Database) -> None:
    school_id = await make_school(database, "KEPT")

    async with database.school(school_id) as db:
        names = await school_names(db)

    assert names == ["KEPT"]


async def test_a_block_that_fails_leaves_nothing_behind(database: Database) -> None:
    school_id = await make_school(database, "OLD")

    async def fail() -> None:
        async with database.school(school_id) as db:
            await _rename(db, school_id, "NEW")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    async with database.school(school_id) as db:
        assert await school_names(db) == ["OLD"]


async def test_a_block_names_its_school_in_the_round_trip_that_begins_it(
    narrow: Database,
) -> None:
    school_id = await make_school(narrow, "ONE")
    statements: list[str] = []
    async with narrow.shared() as db:
        db.add_query_logger(lambda logged: statements.append(logged.query))
    await _the_log_is_written()
    statements.clear()

    async with narrow.school(school_id) as db:
        await school_names(db)
    await _the_log_is_written()

    assert statements == [
        f"BEGIN; SET LOCAL vidya.school_id = '{school_id}'",
        "SELECT name FROM schools ORDER BY name",
        "COMMIT",
    ]


async def test_without_a_school_no_row_of_any_school_is_visible(database: Database) -> None:
    await make_school(database, "ONE")

    async with database.shared() as db:
        names = await school_names(db)

    assert names == []


async def test_a_school_that_is_no_uuid_never_reaches_the_database(database: Database) -> None:
    smuggled: UUID = "x'; SET LOCAL ROLE postgres; --"  # type: ignore[assignment]  # what a bug might hand over

    with pytest.raises(ValueError, match="badly formed"):
        async with database.school(smuggled):
            pytest.fail("the block must not begin")


async def test_a_savepoint_takes_back_only_what_was_done_in_it(database: Database) -> None:
    school_id = await make_school(database, "OLD")

    async def fail(db: Connection) -> None:
        async with db.transaction():
            await _rename(db, school_id, "LOST")
            await db.execute("INSERT INTO identify_schools SELECT * FROM identify_schools")

    async with database.school(school_id) as db:
        await _rename(db, school_id, "NEW")
        with pytest.raises(asyncpg.UniqueViolationError):
            await fail(db)

    async with database.school(school_id) as db:
        assert await school_names(db) == ["NEW"]


async def test_a_savepoint_that_succeeds_is_kept(database: Database) -> None:
    school_id = await make_school(database, "OLD")

    async with database.school(school_id) as db, db.transaction():
        await _rename(db, school_id, "NEW")

    async with database.school(school_id) as db:
        assert await school_names(db) == ["NEW"]


async def test_a_swallowed_error_makes_the_commit_refuse(database: Database) -> None:
    school_id = await make_school(database, "OLD")

    async def swallow() -> None:
        async with database.school(school_id) as db:
            await _rename(db, school_id, "NEW")
            with suppress(asyncpg.UndefinedTableError):
                await db.execute("SELECT 1 FROM nowhere")

    with pytest.raises(CommitRefused):
        await swallow()

    async with database.school(school_id) as db:
        assert await school_names(db) == ["OLD"]


@pytest.mark.parametrize("cancels", [1, 2, 3])
async def test_a_cancelled_query_leaves_its_connection_fit_for_the_next(
    narrow: Database, cancels: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Twice cancelled, as when a caller hangs up while the server shuts down."""
    school_id = await make_school(narrow, "ONE")
    asked = asyncio.Event()

    async def ask() -> None:
        async with narrow.school(school_id) as db:
            asked.set()
            await db.execute("SELECT pg_sleep(30)")

    async with asyncio.TaskGroup() as group:
        asking = group.create_task(ask())
        await asked.wait()
        for _ in range(cancels):
            await asyncio.sleep(0.01)
            asking.cancel()

    async with asyncio.timeout(5), narrow.shared() as db:
        assert await _open_school(db) == ""
        assert await school_names(db) == []
    assert "active transaction" not in caplog.text


@pytest.mark.parametrize("turns", range(6))
async def test_a_block_cancelled_at_any_moment_hands_nothing_on(
    narrow: Database, turns: int, caplog: pytest.LogCaptureFixture
) -> None:
    """`turns` of the event loop after it began: while it acquires, begins, asks or commits."""
    school_id = await make_school(narrow, "ONE")

    async def ask() -> None:
        async with narrow.school(school_id) as db:
            await school_names(db)

    async with asyncio.TaskGroup() as group:
        asking = group.create_task(ask())
        for _ in range(turns):
            await asyncio.sleep(0)
        asking.cancel()

    async with asyncio.timeout(5), narrow.shared() as db:
        assert await _open_school(db) == ""
        assert await _is_first_of_its_transaction(db)
    assert "active transaction" not in caplog.text


async def test_a_released_connection_carries_neither_school_nor_transaction_on(
    narrow: Database,
) -> None:
    school_id = await make_school(narrow, "ONE")
    async with narrow.school(school_id) as db:
        first = await db.fetchval("SELECT pg_backend_pid()")

    async with narrow.shared() as db:
        assert await db.fetchval("SELECT pg_backend_pid()") == first
        assert await _open_school(db) == ""
        assert await _is_first_of_its_transaction(db)


async def test_a_visit_ends_with_the_host_school_in_force(database: Database) -> None:
    host, guest = await make_school(database, "HOST"), await make_school(database, "GUEST")

    async with database.school(host) as db:
        async with visit(db, guest):
            seen = await school_names(db)
        home = await school_names(db)

    assert (seen, home) == (["GUEST"], ["HOST"])


async def test_a_visit_that_fails_ends_with_the_host_school_in_force(database: Database) -> None:
    host, guest = await make_school(database, "HOST"), await make_school(database, "GUEST")

    async with database.school(host) as db:
        with pytest.raises(ZeroDivisionError):
            async with visit(db, guest):
                raise ZeroDivisionError
        after_ours = await school_names(db)
        with pytest.raises(asyncpg.UndefinedTableError):
            async with visit(db, guest):
                await db.execute("SELECT 1 FROM nowhere")
        after_theirs = await school_names(db)

    assert after_ours == after_theirs == ["HOST"]


async def test_a_pool_in_full_use_is_told_as_a_database_that_is_down(narrow: Database) -> None:
    loop = asyncio.get_running_loop()
    async with narrow.shared():
        began = loop.time()
        with pytest.raises(DatabaseDown):
            async with narrow.shared():
                pytest.fail("there is one connection only")
        waited = loop.time() - began

    assert 0.3 < waited < 2
    async with narrow.shared() as db:
        assert await db.fetchval("SELECT 1") == 1


async def test_whoever_comes_later_does_not_overtake_those_who_wait(narrow: Database) -> None:
    order: list[str] = []

    async def visit_once(name: str) -> None:
        async with narrow.shared():
            order.append(name)

    async def come_again_and_again() -> None:
        """Begins anew in the very moment in which the connection comes free."""
        for number in range(3):
            await visit_once(f"again {number}")

    async with asyncio.TaskGroup() as group:
        group.create_task(come_again_and_again())
        for number in range(3):
            group.create_task(visit_once(f"waiting {number}"))

    assert order[:4] == ["again 0", "waiting 0", "waiting 1", "waiting 2"]


async def test_those_who_wait_for_a_connection_get_it_in_time(narrow: Database) -> None:
    async def ask(number: int) -> int:
        async with narrow.shared() as db:
            answer: int = await db.fetchval("SELECT $1::int", number)
            return answer

    answers = await asyncio.gather(*(ask(number) for number in range(50)))

    assert answers == list(range(50))


async def _the_log_is_written() -> None:
    """Loggers hear of a statement in the event loop's next turn."""
    await asyncio.sleep(0)


async def _rename(db: Connection, school_id: UUID, name: str) -> None:
    await db.execute("UPDATE schools SET name = $2 WHERE school_id = $1", school_id, name)


async def _open_school(db: Connection) -> str:
    school: str | None = await db.fetchval("SELECT current_setting('vidya.school_id', true)")
    return school or ""


async def _is_first_of_its_transaction(db: Connection) -> bool:
    """An inherited transaction would have begun before this statement did."""
    fresh: bool = await db.fetchval(
        "SELECT statement_timestamp() - transaction_timestamp() < interval '50 ms'"
    )
    return fresh
