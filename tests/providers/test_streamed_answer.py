"""What a streamed answer says, and whether it is whole, by what the endpoints are known to send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.providers.llm_wire import DONE, event, usage
from vidya.providers.llm.base import LlmUnavailable
from vidya.providers.llm.streamed_answer import StreamedAnswer

_STOP = event(finish="stop")


def test_role_only_and_empty_deltas_say_nothing() -> None:
    blocks = [event("", role="assistant"), event(), event("Plants"), event(" grow."), _STOP, DONE]

    assert _whole(*blocks) == "Plants grow."


@pytest.mark.parametrize("choices", ["[]", "null"])
def test_a_last_chunk_that_only_counts_is_passed_over(choices: str) -> None:
    assert _whole(event("Plants grow."), _STOP, usage(choices), DONE) == "Plants grow."


def test_a_chunk_without_choices_or_with_a_null_delta_is_passed_over() -> None:
    odd = b'data: {"id":"x"}\n\ndata: {"choices":[{"index":0,"delta":null}]}\n\n'

    assert _whole(odd, event("Plants grow."), _STOP, DONE) == "Plants grow."


def test_an_empty_reason_with_every_chunk_does_not_end_the_answer() -> None:
    assert _whole(event("Plants", finish=""), event(" grow.", finish=""), DONE) == "Plants grow."


def test_a_last_word_that_comes_with_the_reason_is_kept() -> None:
    assert _whole(event("Plants"), event(" grow.", finish="stop")) == "Plants grow."


def test_unknown_fields_of_a_vendor_are_passed_over() -> None:
    groq = b'data: {"x_groq":{"id":"req_1"},"choices":[{"delta":{"content":"Hi","tool_calls":null}}]}\n\n'

    assert _whole(groq, _STOP, DONE) == "Hi"


def test_what_is_reasoned_apart_from_the_answer_is_not_said() -> None:
    assert _whole(event(reasoning_content="Hm."), event("Plants grow."), _STOP) == "Plants grow."


@given(st.data())
def test_thoughts_before_the_answer_are_left_out_however_they_are_cut(data: st.DataObject) -> None:
    text = " <think>The child is in class 8 [9]. a < b</think>\n\nPlants grow <think>here</think>."
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=10).map(sorted))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    assert _whole(*map(event, pieces), _STOP) == "Plants grow <think>here</think>."


def test_an_answer_that_only_begins_like_a_thought_is_kept() -> None:
    assert _whole(event("<thi"), event("ck> is a word"), _STOP) == "<thick> is a word"
    assert _whole(event("<th"), _STOP, DONE) == "<th"


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ([event("Plants")], "broke off"),
        ([event("Plants"), event(finish="length"), DONE], "out of tokens"),
        ([event("Plants"), event(finish="content_filter"), DONE], "refused"),
        ([event(finish="insufficient_system_resource"), DONE], "resources"),
        ([event(refusal="I cannot."), _STOP, DONE], "refused"),
        ([DONE], "wrote nothing"),
        ([event("", role="assistant"), _STOP, DONE], "wrote nothing"),
        ([event("<think>Hm, what"), _STOP, DONE], "wrote nothing"),
        ([b'data: {"error":{"message":"sk-1","code":"rate_limit_exceeded"}}\n\n'], "rate_limit"),
        ([b'data: {"error":{"message":"sk-1","code":500,"type":"Internal"}}\n\n'], "Internal"),
        ([b'data: {"error":"sk-1 overloaded"}\n\n'], "unnamed"),
        ([b"data: {not json}\n\n"], "not an answer"),
        ([b'data: [{"error":{"code":400}}]\n\n'], "not an answer"),
        ([b'data: {"choices":[{"delta":{"content":["a"]}}]}\n\n'], "not an answer"),
        ([b'data: {"choices":[{"delta":{"content":"\xff\xfe"}}]}\n\n'], "not an answer"),
    ],
)
def test_an_answer_that_is_not_whole_is_never_taken_for_one(
    blocks: list[bytes], reason: str
) -> None:
    with pytest.raises(LlmUnavailable, match=reason) as raised:
        _whole(*blocks)

    assert "sk-1" not in str(raised.value)


def test_what_was_written_before_an_error_is_still_given() -> None:
    answer = StreamedAnswer()

    text = answer.feed(event("Plants grow.") + b'data: {"error":"down"}\n\n' + event("No."))

    assert (text, answer.has_ended) == ("Plants grow.", True)


def test_nothing_is_read_after_the_end() -> None:
    answer = StreamedAnswer()

    text = answer.feed(event("Plants grow.") + DONE + event("More.")) + answer.feed(event("More."))

    assert text == "Plants grow."


def _whole(*blocks: bytes) -> str:
    answer = StreamedAnswer()
    text = "".join(answer.feed(block) for block in (*blocks, b""))
    answer.must_be_whole()
    return text
