"""What is down for a moment costs a caller a moment, not the call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from starlette.routing import Router
from typing_extensions import override

from tests.api.webhooks import INCOMING, Reply, new_call
from vidya.channels.simulator.twiml_reader import Pause, Redirect, Say
from vidya.channels.voice.conversation import Conversation
from vidya.channels.voice.hints import Hints
from vidya.channels.voice.routes import TwilioVoice
from vidya.channels.voice.turn import CallRules
from vidya.core.db import Connection, Database, DatabaseDown
from vidya.core.pubsub import Subscriber
from vidya.core.security import Keys


class DatabaseAway(Database):
    """Cannot be reached, or breaks in a way that nobody foresaw."""

    def __init__(self, failure: Exception) -> None:
        self._failure = failure

    @override
    @asynccontextmanager
    async def school(self, school_id: UUID) -> AsyncIterator[Connection]:
        raise self._failure
        yield  # what makes this a generator

    @override
    @asynccontextmanager
    async def shared(self) -> AsyncIterator[Connection]:
        raise self._failure
        yield  # what makes this a generator


async def ring(keys: Keys, failure: Exception, *, query: str = "") -> Reply:
    """What a caller hears while the database fails like this."""
    rules = CallRules(50, 0.45, 10.0, can_call_back=True)
    database = DatabaseAway(failure)
    conversation = Conversation(database, keys, rules, Subscriber(""), Hints(), 8.0)
    voice = TwilioVoice(conversation, auth_token=None, public_url=None, guest_school="DEMO")
    scope = {
        "type": "http",
        "method": "POST",
        "scheme": "http",
        "path": INCOMING,
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1:8000")],
        "client": ("127.0.0.1", 5000),
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": urlencode(new_call()).encode()}

    async def send(message: Any) -> None:
        sent.append(message)

    await Router(voice.routes())(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent)
    return Reply(sent[0]["status"], "text/xml", body.decode())


async def test_a_database_that_is_away_is_asked_again_in_a_moment(keys: Keys) -> None:
    first = await ring(keys, DatabaseDown("away"))
    second = await ring(keys, DatabaseDown("away"), query="schools=a%2Cb&again=1")

    said, pause, again = first.document.verbs
    assert isinstance(said, Say)
    assert said.text == "One moment, please."
    assert pause == Pause(2)
    assert again == Redirect(f"{INCOMING}?again=1")
    assert second.document.verbs == (Pause(2), Redirect(f"{INCOMING}?schools=a%2Cb&again=2"))


async def test_a_database_that_stays_away_ends_the_call_kindly(keys: Keys) -> None:
    reply = await ring(keys, DatabaseDown("away"), query="again=5")

    assert reply.status == 200
    assert "Something went wrong with us, not with you." in reply.text
    assert "<Hangup/>" in reply.text


async def test_what_nobody_foresaw_is_said_kindly_too(keys: Keys) -> None:
    reply = await ring(keys, RuntimeError("a fault"))

    assert reply.status == 200
    assert "Please call again in a minute. Goodbye." in reply.text
    assert "a fault" not in reply.text
