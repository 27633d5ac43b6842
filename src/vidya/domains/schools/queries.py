"""SQL of schools and of what identifies one before it is known."""

from uuid import UUID

from vidya.core.db import Connection, one
from vidya.domains.schools.models import School


async def get_school(db: Connection, *, school_id: UUID) -> School:
    return await one(db, School, "SELECT * FROM schools WHERE school_id = $1", school_id)


async def insert_school(db: Connection, school: School) -> None:
    await db.execute(
        """
        INSERT INTO schools (school_id, code, join_code, name, board, language, languages,
                             guests_allowed, guest_questions, teaching_mode, time_zone,
                             named_adult, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        school.school_id,
        school.code,
        school.join_code,
        school.name,
        school.board,
        school.language,
        school.languages,
        school.guests_allowed,
        school.guest_questions,
        school.teaching_mode,
        school.time_zone,
        school.named_adult,
        school.created_at,
    )
    await db.execute(
        "INSERT INTO identify_schools (code, join_code, school_id) VALUES ($1, $2, $3)",
        school.code,
        school.join_code,
        school.school_id,
    )


async def insert_number(db: Connection, *, number_hash: bytes, school_id: UUID) -> None:
    await db.execute(
        """
        INSERT INTO identify_numbers (number_hash, school_id) VALUES ($1, $2)
        ON CONFLICT (number_hash) DO NOTHING
        """,
        number_hash,
        school_id,
    )


async def find_school_by_code(db: Connection, *, code: str) -> UUID | None:
    found: UUID | None = await db.fetchval(
        "SELECT school_id FROM identify_schools WHERE code = $1", code
    )
    return found


async def find_school_by_join_code(db: Connection, *, join_code: str) -> UUID | None:
    found: UUID | None = await db.fetchval(
        "SELECT school_id FROM identify_schools WHERE join_code = $1", join_code
    )
    return found


async def find_school_by_number(db: Connection, *, number_hash: bytes) -> UUID | None:
    found: UUID | None = await db.fetchval(
        "SELECT school_id FROM identify_numbers WHERE number_hash = $1", number_hash
    )
    return found
