"""Schools, made in as few words as a test needs."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from vidya.core.db import Connection, Database
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School


async def make_school(database: Database, code: str) -> UUID:
    """A school whose name is its code."""
    school_id = uuid4()
    async with database.school(school_id) as db:
        await schools.open_school(
            db,
            School(
                school_id=school_id,
                code=code,
                join_code=schools.keypad_code(code),
                name=code,
                board="VIDYA",
                language="en",
                languages=["en"],
                guests_allowed=True,
                guest_questions=3,
                teaching_mode="explain",
                time_zone="Asia/Kolkata",
                named_adult="+919000000009",
                created_at=datetime(2026, 1, 5, tzinfo=UTC),
            ),
        )
    return school_id


async def school_names(db: Connection) -> list[str]:
    """The names of all schools that this transaction sees."""
    return [row["name"] for row in await db.fetch("SELECT name FROM schools ORDER BY name")]
