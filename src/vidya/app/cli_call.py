"""`vidya call`: the demo's phones in a terminal, over the real webhooks."""

import asyncio
import sys

import click

from vidya.app.demo import LINE
from vidya.channels.simulator.phone import LineRules, Phone
from vidya.channels.simulator.terminal import converse
from vidya.core.http import open_session
from vidya.core.settings import load_settings


@click.command()
@click.argument("number")
@click.option("--to", default=LINE, show_default=True, help="The number that is dialled.")
@click.option("--url", help="Where the product serves; this machine by default.")
def call(number: str, to: str, url: str | None) -> None:
    """Phone the tutor from NUMBER: type what you say, or keys such as 1 or 12#."""
    settings = load_settings()
    base = url or f"http://{settings.host}:{settings.port}"
    token = settings.twilio.auth_token
    rules = LineRules(public_url=settings.public_url)
    asyncio.run(_call(base, number, to, token.get_secret_value() if token else None, rules))


async def _call(base: str, number: str, to: str, auth_token: str | None, rules: LineRules) -> None:
    async with open_session() as session:
        phone = Phone(base, number, to, auth_token=auth_token, session=session, rules=rules)
        await converse(phone, _read_line, _write)


async def _read_line(prompt: str) -> str | None:
    """A typed line; None at the end of the input."""
    line = await asyncio.to_thread(_ask, prompt)
    if line is not None and not sys.stdin.isatty():
        _write(line)
    return line


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _write(text: str) -> None:
    click.echo(text)
