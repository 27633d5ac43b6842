"""What the callers of the load test follow, and what they take for a failure."""

import pytest

from tests.load.call import UnexpectedDocument, read
from tests.load.crowd import Heard, seconds_after_the_model
from tests.load.lines import Answer


def test_the_first_sentence_is_timed_from_the_model_to_the_caller() -> None:
    heard = Heard(first_sentence_at={"What is sound?": 12.5, "Asked and never spoken?": 13.0})

    assert seconds_after_the_model(heard, {"What is sound?": 12.0}) == [0.5]


def test_a_caller_follows_what_the_document_asks_for() -> None:
    gather = read(
        Answer(200, '<Gather input="speech" action="/turn/2"><Say>Ask.</Say></Gather>', 1)
    )
    redirect = read(Answer(200, '<Say>Wait.</Say><Redirect method="POST">/wait/2</Redirect>', 1))

    assert (gather.said, gather.action, gather.redirect) == ("Ask.", "/turn/2", "")
    assert (redirect.said, redirect.action, redirect.redirect) == ("Wait.", "", "/wait/2")


def test_a_call_that_is_ended_by_the_server_is_a_failure() -> None:
    with pytest.raises(UnexpectedDocument):
        read(Answer(200, "<Response><Say>Goodbye.</Say><Hangup/></Response>", 1))
