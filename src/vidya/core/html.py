"""Pages: Jinja2 templates, escaped always, with the headers that keep a page to itself."""

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

STATIC = Path(__file__).parents[1] / "static"
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; media-src 'self'; font-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Cache-Control": "no-store",
}

_templates = Environment(
    loader=PackageLoader("vidya"), autoescape=True, undefined=StrictUndefined, auto_reload=False
)
_templates.filters["phone"] = lambda number: re.sub(r"^(\+91)(\d{5})(\d{5})$", r"\1 \2 \3", number)


def page(name: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """The template with its values filled in."""
    html = _templates.get_template(name).render(asset_version=asset_version(), **values)
    return HTMLResponse(html, status_code=status, headers=_HEADERS)


@cache
def asset_version() -> str:
    """Changes when any static file does, so that browsers may keep them for a year."""
    digest = blake2b(digest_size=6)
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
