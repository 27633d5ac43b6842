"""SQL of people, phones, PINs, consents and guests."""

from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, find, many, one
from vidya.domains.accounts.models import Guest, KnownContact, Person, PersonKind, Pin

_TABLES = {PersonKind.learner: "learners", PersonKind.guardian: "guardians"}


async def contacts_by_phone(db: Connection, *, phone_hash: bytes) -> list[KnownContact]:
    return await many(
        db,
        KnownContact,
        "SELECT school_id, contact_id FROM identify_phones WHERE phone_hash = $1 ORDER BY school_id",
        phone_hash,
    )


async def people_on(
    db: Connection, *, school_id: UUID, contact_id: UUID, purpose: str
) -> list[Person]:
    rows = await db.fetch(
        """
        SELECT CASE WHEN p.learner_id IS NULL THEN 'guardian' ELSE 'learner' END AS kind,
               coalesce(p.learner_id, p.guardian_id) AS person_id,
               coalesce(l.name, g.name) AS name,
               coalesce(l.language, g.language) AS language,
               coalesce(r.grade, 0) AS grade,
               coalesce(l.pin_hash, g.pin_hash) IS NOT NULL AS has_pin,
               (p.learner_id IS NULL OR c.consent_id IS NOT NULL) AS has_consent
          FROM contact_people p
          LEFT JOIN learners l ON l.school_id = p.school_id AND l.learner_id = p.learner_id
          LEFT JOIN classrooms r ON r.school_id = l.school_id AND r.classroom_id = l.classroom_id
          LEFT JOIN guardians g ON g.school_id = p.school_id AND g.guardian_id = p.guardian_id
          LEFT JOIN consents c ON c.school_id = p.school_id AND c.learner_id = p.learner_id
                              AND c.purpose = $3 AND c.withdrawn_at IS NULL
         WHERE p.school_id = $1 AND p.contact_id = $2
         ORDER BY p.position
        """,
        school_id,
        contact_id,
        purpose,
    )
    return [Person(**{**dict(row.items()), "kind": PersonKind(row["kind"])}) for row in rows]


async def wards_of(
    db: Connection, *, school_id: UUID, guardian_id: UUID, purpose: str
) -> list[Person]:
    """The children of a guardian."""
    rows = await db.fetch(
        """
        SELECT l.learner_id AS person_id, l.name, l.language, r.grade,
               l.pin_hash IS NOT NULL AS has_pin, c.consent_id IS NOT NULL AS has_consent
          FROM guardianships s
          JOIN learners l ON l.school_id = s.school_id AND l.learner_id = s.learner_id
          JOIN classrooms r ON r.school_id = l.school_id AND r.classroom_id = l.classroom_id
          LEFT JOIN consents c ON c.school_id = l.school_id AND c.learner_id = l.learner_id
                              AND c.purpose = $3 AND c.withdrawn_at IS NULL
         WHERE s.school_id = $1 AND s.guardian_id = $2
         ORDER BY l.name
        """,
        school_id,
        guardian_id,
        purpose,
    )
    return [Person(kind=PersonKind.learner, **dict(row.items())) for row in rows]


async def lock_pin(db: Connection, *, school_id: UUID, kind: PersonKind, person_id: UUID) -> Pin:
    table = _TABLES[kind]
    return await one(
        db,
        Pin,
        f"""
        SELECT pin_hash, pin_failures, pin_locked_until FROM {table}
         WHERE school_id = $1 AND {kind}_id = $2 FOR UPDATE
        """,  # noqa: S608 - the table is one of two of ours
        school_id,
        person_id,
    )


async def set_pin_failures(
    db: Connection,
    *,
    school_id: UUID,
    kind: PersonKind,
    person_id: UUID,
    failures: int,
    locked_until: datetime | None,
) -> None:
    table = _TABLES[kind]
    await db.execute(
        f"""
        UPDATE {table} SET pin_failures = $3, pin_locked_until = $4
         WHERE school_id = $1 AND {kind}_id = $2
        """,  # noqa: S608 - the table is one of two of ours
        school_id,
        person_id,
        failures,
        locked_until,
    )


async def insert_consent(
    db: Connection,
    *,
    school_id: UUID,
    consent_id: UUID,
    learner_id: UUID,
    purpose: str,
    notice_version: int,
    given_by: str,
    channel: str,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO consents (school_id, consent_id, learner_id, purpose, notice_version,
                              given_by, channel, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (school_id, learner_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING
        """,
        school_id,
        consent_id,
        learner_id,
        purpose,
        notice_version,
        given_by,
        channel,
        now,
    )


async def withdraw_consent(
    db: Connection, *, school_id: UUID, learner_id: UUID, purpose: str, now: datetime
) -> None:
    await db.execute(
        """
        UPDATE consents SET withdrawn_at = $4
         WHERE school_id = $1 AND learner_id = $2 AND purpose = $3 AND withdrawn_at IS NULL
        """,
        school_id,
        learner_id,
        purpose,
        now,
    )


async def lock_guest(db: Connection, *, school_id: UUID, guest_id: UUID) -> Guest | None:
    return await find(
        db,
        Guest,
        """
        SELECT guest_id, asked, erase_at FROM guests
         WHERE school_id = $1 AND guest_id = $2 FOR UPDATE
        """,
        school_id,
        guest_id,
    )


async def upsert_guest(
    db: Connection, *, school_id: UUID, guest_id: UUID, phone_hash: bytes, erase_at: datetime
) -> Guest:
    """The guest of this phone; the count goes on until the guest is erased."""
    return await one(
        db,
        Guest,
        """
        INSERT INTO guests AS g (school_id, guest_id, phone_hash, erase_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (school_id, phone_hash) DO UPDATE SET phone_hash = g.phone_hash
        RETURNING guest_id, asked, erase_at
        """,
        school_id,
        guest_id,
        phone_hash,
        erase_at,
    )


async def insert_join_request(
    db: Connection,
    *,
    school_id: UUID,
    request_id: UUID,
    phone_hash: bytes,
    phone_sealed: bytes,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO join_requests (school_id, request_id, phone_hash, phone_sealed, created_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (school_id, phone_hash) DO NOTHING
        """,
        school_id,
        request_id,
        phone_hash,
        phone_sealed,
        now,
    )
