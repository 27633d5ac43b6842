"""SQL that adds people and their phones to a school."""

from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection
from vidya.domains.accounts.models import NewGuardian, NewLearner


async def ensure_classroom(
    db: Connection, *, school_id: UUID, classroom_id: UUID, grade: int, section: str
) -> UUID:
    found: UUID = await db.fetchval(
        """
        INSERT INTO classrooms AS c (school_id, classroom_id, grade, section)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (school_id, grade, section) DO UPDATE SET section = c.section
        RETURNING classroom_id
        """,
        school_id,
        classroom_id,
        grade,
        section,
    )
    return found


async def insert_learner(
    db: Connection,
    learner: NewLearner,
    *,
    school_id: UUID,
    classroom_id: UUID,
    pin_hash: bytes | None,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO learners (school_id, learner_id, roll, name, classroom_id, language,
                              pin_hash, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        school_id,
        learner.learner_id,
        learner.roll,
        learner.name,
        classroom_id,
        learner.language,
        pin_hash,
        now,
    )


async def insert_guardian(
    db: Connection,
    guardian: NewGuardian,
    *,
    school_id: UUID,
    pin_hash: bytes | None,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO guardians (school_id, guardian_id, name, language, pin_hash, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        school_id,
        guardian.guardian_id,
        guardian.name,
        guardian.language,
        pin_hash,
        now,
    )
    await db.executemany(
        "INSERT INTO guardianships (school_id, guardian_id, learner_id) VALUES ($1, $2, $3)",
        [(school_id, guardian.guardian_id, learner_id) for learner_id in guardian.learner_ids],
    )


async def insert_contact(
    db: Connection,
    *,
    school_id: UUID,
    contact_id: UUID,
    phone_hash: bytes,
    phone_sealed: bytes,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO contacts (school_id, contact_id, phone_hash, phone_sealed, created_at)
        VALUES ($1, $2, $3, $4, $5)
        """,
        school_id,
        contact_id,
        phone_hash,
        phone_sealed,
        now,
    )
    await db.execute(
        "INSERT INTO identify_phones (phone_hash, school_id, contact_id) VALUES ($1, $2, $3)",
        phone_hash,
        school_id,
        contact_id,
    )


async def insert_contact_people(
    db: Connection,
    *,
    school_id: UUID,
    contact_id: UUID,
    people: list[tuple[UUID | None, UUID | None]],
) -> None:
    """`people` holds (learner id, None) or (None, guardian id), in the order that they are read."""
    await db.executemany(
        """
        INSERT INTO contact_people (school_id, contact_id, position, learner_id, guardian_id)
        VALUES ($1, $2, $3, $4, $5)
        """,
        [
            (school_id, contact_id, position, learner_id, guardian_id)
            for position, (learner_id, guardian_id) in enumerate(people, start=1)
        ],
    )
