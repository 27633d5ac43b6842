"""Server-sent events are read as the standard has them, however the network cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.providers.llm.base import LlmUnavailable
from vidya.providers.llm.events import EventReader

_STREAM = (
    "data: प्रकाश\n\n: a comment\n\nevent: x\ndata:two\ndata: lines\n\ndata: [DONE]\n\n".encode()
)
_EVENTS = ["प्रकाश".encode(), b"two\nlines", b"[DONE]"]


@given(st.data(), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_any_cut_of_the_same_stream_gives_the_same_events(
    data: st.DataObject, line_end: bytes
) -> None:
    stream = _STREAM.replace(b"\n", line_end)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=12).map(sorted))

    events = _read(*(stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)))

    assert events == _EVENTS


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_a_stream_that_comes_byte_by_byte_is_the_same_stream(line_end: bytes) -> None:
    stream = _STREAM.replace(b"\n", line_end)

    assert _read(*(stream[i : i + 1] for i in range(len(stream)))) == _EVENTS


def test_a_space_after_the_colon_is_optional_and_only_one_is_left_out() -> None:
    assert _read(b"data:a\n\ndata: b\n\ndata:  c\n\n") == [b"a", b"b", b" c"]


def test_a_byte_order_mark_at_the_beginning_is_left_out() -> None:
    assert _read(b"\xef", b"\xbb\xbfda", b"ta: a\n\n") == [b"a"]


def test_comments_other_fields_and_empty_lines_are_no_events() -> None:
    assert (
        _read(b":\n\n\n\n: keep-alive\n\nid: 1\nretry: 10\nevent: ping\n\ndatax: no\n\ndata:\n\n")
        == []
    )


def test_an_event_without_its_empty_line_is_not_an_event() -> None:
    assert _read(b"data: a\n\ndata: b\n") == [b"a"]


def test_a_line_end_may_be_torn() -> None:
    assert _read(b"data: a\r", b"", b"\n\r", b"\n", b"data: b\r", b"\n\n") == [b"a", b"b"]


def test_line_ends_may_be_mixed() -> None:
    assert _read(b"data: a\r\n\ndata: b\r\r\n", b"\ndata: c\n\r\n") == [b"a", b"b", b"c"]


@pytest.mark.parametrize("block", [b"x" * 8192, b"data: x\n" * 1024])
def test_an_event_without_an_end_is_given_up(block: bytes) -> None:
    reader = EventReader()

    with pytest.raises(LlmUnavailable, match="without an end"):
        all(reader.feed(block) == [] for _ in range(100))


def _read(*blocks: bytes) -> list[bytes]:
    reader = EventReader()
    return [event for block in blocks for event in reader.feed(block)]
