"""SQL of what may still be asked of an endpoint, counted for all processes at once."""

from vidya.core.db import Connection
from vidya.domains.ledger.models import Draw


async def take_rate(db: Connection, endpoint: str, *, requests: Draw, tokens: Draw) -> float:
    """0 when it was taken; else the seconds until it is worth asking again.

    One statement: the row is locked before the clock is read, so no two count the same second.
    """
    wait: float = await db.fetchval(
        """
        INSERT INTO endpoint_rates AS r (endpoint, requests, tokens, counted_at, wait)
        VALUES ($1, $4::float8 - $2::float8, $8::float8 - $6::float8, clock_timestamp(), 0)
        ON CONFLICT (endpoint) DO UPDATE SET (requests, tokens, counted_at, wait) = (
            SELECT CASE WHEN late.wait > 0 THEN late.requests ELSE late.requests - $2 END,
                   CASE WHEN late.wait > 0 THEN late.tokens ELSE late.tokens - $6 END,
                   late.at, late.wait
              FROM (SELECT filled.*,
                           CASE WHEN greatest(short_r, short_t) < 0.000001 THEN 0
                                ELSE greatest(short_r, short_t) END AS wait
                      FROM (SELECT level.*, ($3::float8 - requests) / $5::float8 AS short_r,
                                   ($7::float8 - tokens) / $9::float8 AS short_t
                              FROM (SELECT least($4, r.requests + passed * $5) AS requests,
                                           least($8, r.tokens + passed * $9) AS tokens,
                                           greatest(at, r.counted_at) AS at
                                      FROM (SELECT at, greatest(0, extract(
                                                     epoch FROM at - r.counted_at)::float8) AS passed
                                              FROM (SELECT clock_timestamp() AS at
                                                    OFFSET 0) clock) since) level) filled) late)
        RETURNING wait
        """,
        endpoint,
        requests.amount,
        requests.needs,
        requests.most,
        requests.a_second,
        tokens.amount,
        tokens.needs,
        tokens.most,
        tokens.a_second,
    )
    return wait
