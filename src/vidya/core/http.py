"""Calls to others over HTTP, by aiohttp: on this path httpx would cost a hundred times the CPU."""

import aiohttp


def open_session(*, connections: int = 500) -> aiohttp.ClientSession:
    """One session a process; redirects are for the caller to allow."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, ttl_dns_cache=60),
        timeout=aiohttp.ClientTimeout(total=None, connect=5, sock_connect=5),
        auto_decompress=True,
        trust_env=False,
    )
