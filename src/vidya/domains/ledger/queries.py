"""SQL of the ledger: entries, the sums of each day, and budgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vidya.core.db import Connection, many
from vidya.domains.ledger.models import Account, Budget, Entry, Measure, Payer, Period, Spending
from vidya.domains.ledger.prices import Cost

_SLICES = 8


@dataclass(frozen=True)
class BudgetState:
    """A budget, and what was spent of it."""

    payer: str
    period: str
    measure: str
    currency: str
    most: int
    spent: int


@dataclass(frozen=True)
class Sums:
    currency: str
    cost_micros: int
    tokens: int
    ocr_pages: int
    entries: int


async def insert_entry(
    db: Connection,
    account: Account,
    spending: Spending,
    cost: Cost | None,
    *,
    entry_id: UUID,
    ocr_pages: int,
    day: date,
    now: datetime,
) -> None:
    """Book it and add it to the day, once however often the same entry comes.

    A connection keeps to one slice of its school's row, so that two never wait for each other
    crosswise.
    """
    await db.execute(
        f"""
        WITH booked AS (
            INSERT INTO ledger_entries (school_id, spent_at, entry_id, learner_id, channel, purpose,
                                        kind, provider, model, about, input_tokens, output_tokens,
                                        units, is_estimated, is_whole, currency, cost_micros,
                                        priced_from)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            ON CONFLICT (school_id, entry_id) DO NOTHING
            RETURNING cost_micros
        )
        INSERT INTO ledger_days AS d (school_id, payer, day, currency, slice, cost_micros, tokens,
                                      ocr_pages, entries)
        SELECT $1, payer, $19, coalesce($16, ''), slice, coalesce(booked.cost_micros, 0),
               $11::bigint + $12::bigint, $20, 1
          FROM booked,
               (VALUES (1, $1::uuid, pg_backend_pid() % {_SLICES}), (2, $4::uuid, 0))
                 AS payers (turn, payer, slice)
         WHERE payer IS NOT NULL
         ORDER BY turn
        ON CONFLICT (school_id, payer, day, currency, slice) DO UPDATE SET
               cost_micros = d.cost_micros + excluded.cost_micros,
               tokens = d.tokens + excluded.tokens,
               ocr_pages = d.ocr_pages + excluded.ocr_pages,
               entries = d.entries + 1
        """,  # noqa: S608 - a number of ours
        account.school_id,
        now,
        entry_id,
        account.learner_id,
        account.channel,
        account.purpose,
        spending.kind,
        spending.provider,
        spending.model,
        account.about,
        spending.input_tokens,
        spending.output_tokens,
        spending.units,
        spending.is_estimated,
        spending.is_whole,
        cost.currency if cost else None,
        cost.micros if cost else None,
        cost.priced_from if cost else None,
        day,
        ocr_pages,
    )


async def sums(
    db: Connection, *, school_id: UUID, payer: UUID, first: date, last: date
) -> list[Sums]:
    """By currency; what had no price stands under an empty one."""
    return await many(
        db,
        Sums,
        """
        SELECT currency, sum(cost_micros)::bigint AS cost_micros, sum(tokens)::bigint AS tokens,
               sum(ocr_pages)::bigint AS ocr_pages, sum(entries)::bigint AS entries
          FROM ledger_days
         WHERE school_id = $1 AND payer = $2 AND day BETWEEN $3 AND $4
         GROUP BY currency
         ORDER BY currency
        """,
        school_id,
        payer,
        first,
        last,
    )


async def budget_states(
    db: Connection, *, school_id: UUID, learner_id: UUID | None, day: date
) -> list[BudgetState]:
    """Every budget that this payer is held to, with what was spent of it until now."""
    return await many(
        db,
        BudgetState,
        """
        SELECT b.payer, b.period, b.measure, b.currency, b.most,
               coalesce(sum(CASE b.measure WHEN 'money' THEN d.cost_micros
                                           WHEN 'tokens' THEN d.tokens
                                           ELSE d.ocr_pages END), 0)::bigint AS spent
          FROM budgets b
          LEFT JOIN ledger_days d
            ON d.school_id = $1
           AND d.payer = CASE b.payer WHEN 'school' THEN $1 ELSE $2::uuid END
           AND d.day BETWEEN CASE b.period WHEN 'day' THEN $3::date
                                           ELSE date_trunc('month', $3::date)::date END AND $3::date
           AND (b.measure <> 'money' OR d.currency = b.currency)
         WHERE b.school_id = $1 AND (b.payer = 'school' OR $2::uuid IS NOT NULL)
         GROUP BY b.payer, b.period, b.measure, b.currency, b.most
         ORDER BY b.payer, b.period, b.measure, b.currency
        """,
        school_id,
        learner_id,
        day,
    )


async def put_budget(db: Connection, budget: Budget, *, school_id: UUID) -> None:
    await db.execute(
        """
        INSERT INTO budgets (school_id, payer, period, measure, currency, most)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (school_id, payer, period, measure, currency)
        DO UPDATE SET most = excluded.most
        """,
        school_id,
        budget.payer,
        budget.period,
        budget.measure,
        budget.currency,
        budget.most,
    )


async def delete_budget(db: Connection, budget: Budget, *, school_id: UUID) -> None:
    """Whatever its amount."""
    await db.execute(
        """
        DELETE FROM budgets
         WHERE school_id = $1 AND payer = $2 AND period = $3 AND measure = $4 AND currency = $5
        """,
        school_id,
        budget.payer,
        budget.period,
        budget.measure,
        budget.currency,
    )


async def budgets(db: Connection, *, school_id: UUID) -> list[Budget]:
    rows = await db.fetch(
        """
        SELECT payer, period, measure, most, currency FROM budgets
         WHERE school_id = $1 ORDER BY payer, period, measure, currency
        """,
        school_id,
    )
    return [
        Budget(
            payer=Payer(row["payer"]),
            period=Period(row["period"]),
            measure=Measure(row["measure"]),
            most=row["most"],
            currency=row["currency"],
        )
        for row in rows
    ]


async def entries(
    db: Connection, *, school_id: UUID, since: datetime, until: datetime, limit: int
) -> list[Entry]:
    """Latest first."""
    return await many(
        db,
        Entry,
        """
        SELECT entry_id, spent_at, learner_id, channel, purpose, kind, provider, model, about,
               input_tokens, output_tokens, units, is_estimated, is_whole, currency, cost_micros
          FROM ledger_entries
         WHERE school_id = $1 AND spent_at >= $2 AND spent_at < $3
         ORDER BY spent_at DESC, entry_id DESC LIMIT $4
        """,
        school_id,
        since,
        until,
        limit,
    )


async def answers_paid(
    db: Connection, *, school_id: UUID, purpose: str, since: datetime, until: datetime
) -> tuple[int, Mapping[str, int]]:
    """How many answers were written at a known price, and what they cost by currency."""
    rows = await db.fetch(
        """
        WITH paid AS MATERIALIZED (
            SELECT about, currency, cost_micros FROM ledger_entries
             WHERE school_id = $1 AND spent_at >= $2 AND spent_at < $3 AND purpose = $4
               AND about IS NOT NULL AND cost_micros IS NOT NULL
        )
        SELECT currency, sum(cost_micros)::bigint AS total,
               (SELECT count(DISTINCT about) FROM paid) AS answers
          FROM paid GROUP BY currency
        """,
        school_id,
        since,
        until,
        purpose,
    )
    return (rows[0]["answers"] if rows else 0), {row["currency"]: row["total"] for row in rows}
