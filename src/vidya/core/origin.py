"""Where a request comes from: this machine, a private network, or the world."""

import ipaddress

from starlette.requests import Request

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PROXY_HEADERS = ("x-forwarded-for", "forwarded", "x-real-ip", "via")


def is_loopback(request: Request) -> bool:
    """From this machine, not through a proxy on it, and not from a page of another site."""
    headers = request.headers
    if any(name in headers for name in _PROXY_HEADERS):
        return False
    given = headers.get("host", "")
    host = given if given.endswith("]") else given.rsplit(":", 1)[0]
    origin = headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{given}":
        return False
    client = request.client.host if request.client else ""
    return client in _LOOPBACK and host in _LOCAL_HOSTS


def is_internal(request: Request) -> bool:
    """From this machine or a private network, and not passed on from outside by a proxy."""
    if any(name in request.headers for name in _PROXY_HEADERS):
        return False
    try:
        address = ipaddress.ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return address.is_private or address.is_loopback
