"""Calls to others over HTTP, by aiohttp: on this path httpx would cost a hundred times the CPU."""

import aiohttp

_CONNECT_SECONDS = 5
_KEPT_OPEN_SECONDS = 60
"""A new TLS connection costs a caller two or three round trips across the world."""


def open_session(*, connections: int = 500) -> aiohttp.ClientSession:
    """One session a process; redirects and proxies are for the caller to allow.

    A total is not set: each call brings its own `call_timeout`.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=connections, ttl_dns_cache=60, keepalive_timeout=_KEPT_OPEN_SECONDS
        ),
        timeout=call_timeout(total=None),
        auto_decompress=True,
        trust_env=False,
    )


def call_timeout(*, total: float | None) -> aiohttp.ClientTimeout:
    """Seconds for a whole call."""
    return aiohttp.ClientTimeout(
        total=total, connect=_CONNECT_SECONDS, sock_connect=_CONNECT_SECONDS
    )
