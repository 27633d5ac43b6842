"""SQL of questions that several schools of a board ask at the same time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, find, to_json
from vidya.domains.tutor.models import StageTiming


@dataclass(frozen=True)
class Digests:
    """What an answer that is being written may be found by."""

    all: list[UUID]
    wording: UUID | None
    """That of the very words."""


@dataclass(frozen=True)
class SharedAnswer:
    answer_id: UUID
    subject: str | None


async def find_shared(
    db: Connection, *, school_id: UUID, board: str, digests: Digests, now: datetime
) -> SharedAnswer | None:
    """The board's answer to this question, unless this wording was refused it."""
    return await find(
        db,
        SharedAnswer,
        """
        SELECT a.answer_id, a.subject
          FROM board_answer_keys k JOIN board_answers a USING (board, answer_id)
         WHERE k.board = $2 AND k.digest = ANY ($3) AND a.expires_at > $5
           AND (k.kind = 'exact'
                OR NOT EXISTS (SELECT FROM refusals r
                                WHERE r.school_id = $1 AND r.wording = $4
                                  AND r.refused IN (k.digest, a.answer_id))
                   AND NOT EXISTS (SELECT FROM board_refusals r
                                    WHERE r.board = $2 AND r.wording = $4
                                      AND r.refused IN (k.digest, a.answer_id)))
         ORDER BY k.kind LIMIT 1
        """,
        school_id,
        board,
        digests.all,
        digests.wording,
        now,
    )


async def claim(
    db: Connection,
    *,
    school_id: UUID,
    board: str,
    answer_id: UUID,
    until: datetime,
    now: datetime,
) -> tuple[Digests, bool]:
    """Have this answer written for the board: all that it may be found by, and whether it got all.

    Two schools at once meet here: the second waits for the first one's commit.
    """
    row = await db.fetchrow(
        """
        WITH own AS (
            SELECT digest, kind FROM answer_keys
             WHERE school_id = $1 AND answer_id = $3 AND kind <> 'alias'
        ), claimed AS (
            INSERT INTO board_claims AS c (board, digest, answer_id, until)
            SELECT $2, digest, $3, $4 FROM own ORDER BY digest
            ON CONFLICT (board, digest) DO UPDATE SET answer_id = $3, until = $4
             WHERE c.until <= $5 OR c.answer_id = $3
            RETURNING digest
        )
        SELECT ARRAY(SELECT digest FROM own ORDER BY digest) AS digests,
               (SELECT digest FROM own WHERE kind = 'exact' LIMIT 1) AS wording,
               (SELECT count(*) FROM claimed) AS claimed
        """,
        school_id,
        board,
        answer_id,
        until,
        now,
    )
    assert row is not None  # noqa: S101 - no table stands in its FROM
    digests = Digests(row["digests"], row["wording"])
    return digests, row["claimed"] == len(digests.all)


async def find_holder(
    db: Connection, *, board: str, digests: Digests, answer_id: UUID
) -> UUID | None:
    """The other answer that is being written for one of these."""
    holder: UUID | None = await db.fetchval(
        """
        SELECT answer_id FROM board_claims
         WHERE board = $1 AND digest = ANY ($2) AND answer_id <> $3 LIMIT 1
        """,
        board,
        digests.all,
        answer_id,
    )
    return holder


async def is_claimed(db: Connection, *, board: str, answer_id: UUID, now: datetime) -> bool:
    found: bool = await db.fetchval(
        """
        SELECT EXISTS (SELECT FROM board_claims
                        WHERE board = $1 AND answer_id = $2 AND until > $3)
        """,
        board,
        answer_id,
        now,
    )
    return found


async def release(db: Connection, *, board: str, answer_id: UUID) -> bool:
    """Whether there was a claim to give up."""
    tag = await db.execute(
        "DELETE FROM board_claims WHERE board = $1 AND answer_id = $2", board, answer_id
    )
    return tag != "DELETE 0"


async def give_shared(
    db: Connection,
    shared: SharedAnswer,
    *,
    school_id: UUID,
    board: str,
    answer_id: UUID,
    stage: StageTiming,
) -> None:
    """Whoever waits for the answer gets the board's; its own is not needed any more."""
    await db.execute(
        """
        UPDATE questions SET status = 'answered', answer_id = $4, answer_board = $3,
               subject = coalesce($5, subject), stages = stages || $6::jsonb
         WHERE school_id = $1 AND answer_id = $2 AND status = 'waiting'
        """,
        school_id,
        answer_id,
        board,
        shared.answer_id,
        shared.subject,
        to_json([stage]),
    )
    await db.execute(
        "DELETE FROM answers WHERE school_id = $1 AND answer_id = $2", school_id, answer_id
    )
