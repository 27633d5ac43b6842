"""The measurements themselves: intervals, references, labels, the simulated term, the recording."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.evals.dataset import answerable, unanswerable
from tests.evals.intents import ContradictoryPairs, Intent, intents
from tests.evals.question_pairs import NEAR, NEVER, SAME, TONGUES, Pair, outside_pairs, pairs
from tests.evals.recorded.server import CITED, MODEL, key_of, recorded_endpoint
from tests.evals.references import Reference, references
from tests.evals.shares import Share
from tests.evals.traffic import Asked, Mix, Store, make_term, run, slot_store
from vidya.core.http import open_session
from vidya.providers.llm.base import LlmUnavailable, Message
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm

_PROMPT = "<passages>\n[1] Air, Wind\nAir moves.\n\n[2] Light, Sky\nThe sky is blue.\n\n</passages>"


def test_an_interval_is_the_one_that_wilson_gives() -> None:
    low, high = Share(0, 34).interval()

    assert low == 0
    assert high == pytest.approx(10.15, abs=0.01)
    assert str(Share(1, 2)) == "50.0 % (9 to 91)"


def test_the_sets_are_as_large_as_the_floors_need() -> None:
    three = [pair for pair in pairs() if pair.tongue in ("en", "hi", "hinglish")]
    further = Counter((pair.tongue, pair.same) for pair in pairs() if pair not in three)

    assert sum(pair.same for pair in three) >= 320
    assert sum(not pair.same for pair in three) >= 640
    assert {tongue for tongue, _ in further} == set(TONGUES) - {"en", "hi", "hinglish"}
    assert min(further.values()) >= 40
    assert len(answerable()) >= 200
    assert sum(not question.tuned_on for question in unanswerable()) >= 30


def test_every_pair_has_a_mark_that_the_tables_know() -> None:
    assert all(pair.kind in (SAME if pair.same else NEAR) for pair in pairs())
    assert set(NEVER) <= set(NEAR)


def test_pairs_of_a_folder_are_read_both_ways(tmp_path: Path) -> None:
    file = tmp_path / "question_pairs.jsonl"
    file.write_text(json.dumps({"q": "What is A?", "pos": ["Define A."], "neg": ["What is B?"]}))

    found = outside_pairs(file)

    assert [(pair.second, pair.same) for pair in found] == [
        ("Define A.", True),
        ("What is B?", False),
    ]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Sound travels 340 metres in a second.", True),
        ("Sound goes at 0.34 km in a second: 340.", True),
        ("Sound travels 3400 metres in a second.", False),
        ("Sound travels 340.5 metres in a second.", False),
        ("It is 340.", False),
    ],
)
def test_a_fact_is_met_by_a_whole_number_and_by_the_beginning_of_a_word(
    answer: str, right: bool
) -> None:
    reference = Reference(answerable()[0], (("340",), ("sound", "noise")), "")

    assert reference.is_met_by(answer) is right


def test_what_was_written_for_a_reference_says_its_facts() -> None:
    lacking = [one.question.text for one in references() if not one.is_met_by(one.written)]

    assert len(references()) >= 100
    assert lacking == []


def test_wordings_of_pairs_that_are_the_same_are_one_intent() -> None:
    found = intents([_pair("a", "b", True), _pair("b", "c", True), _pair("c", "d", False)])

    assert [intent.wordings for intent in found if "a" in intent.wordings] == [("a", "b", "c")]
    assert any(intent.wordings == ("d",) for intent in found)


def test_pairs_that_contradict_each_other_are_not_simulated() -> None:
    with pytest.raises(ContradictoryPairs, match="a"):
        intents([_pair("a", "b", True), _pair("b", "c", True), _pair("a", "c", False)])


def test_a_term_is_the_same_with_the_same_seed() -> None:
    known = [Intent("en", (f"What is number {number}?",)) for number in range(20)]

    first, again, other = (
        make_term(known, questions=100, prepared=0.5, seed=seed, mix=Mix()) for seed in (7, 7, 8)
    )

    assert first == again
    assert first != other
    assert len(first.prepared) == 10


def test_a_store_that_takes_two_questions_for_one_is_seen_to_answer_wrongly() -> None:
    known = [Intent("en", ("What is up?",)), Intent("en", ("What is down?",))]
    term = make_term(known, questions=50, prepared=0, seed=1, mix=Mix(100, 0, 0, 0))

    careless = run(term, Store(lambda _wording, _language: ["all"]), is_prepared=False)
    careful = run(term, slot_store(), is_prepared=False)

    assert any(outcome.wrong for outcome in careless)
    assert not any(outcome.wrong for outcome in careful)
    assert sum(outcome.hit for outcome in careful) >= 46


def test_an_answer_on_a_replaced_chapter_is_forgotten_with_its_aliases() -> None:
    store = slot_store()
    store.keep(Asked(0, "What is up?", "en"), 1)
    store.keep(Asked(0, "my friend wants to know what up is", "en"), 1)

    store.forget(frozenset({0}))

    assert store.answers == {}


async def test_a_recorded_answer_is_replayed_for_its_question_on_its_passage(
    tmp_path: Path,
) -> None:
    async with recorded_endpoint(_recording(tmp_path)) as url:
        said = await _ask(url, f"{_PROMPT}\n\nQuestion: Why is the sky blue?")

    assert said == "The sky is blue [2]."


async def test_another_question_on_that_passage_has_no_recording(tmp_path: Path) -> None:
    async with recorded_endpoint(_recording(tmp_path)) as url:
        with pytest.raises(LlmUnavailable, match="404, not_recorded"):
            await _ask(url, f"{_PROMPT}\n\nQuestion: Why is the sky red?")


def _pair(first: str, second: str, same: bool) -> Pair:
    kind = "paraphrase" if same else "topic"
    return Pair(first, second, same, kind, "en", "en", held_out=True)


def _recording(folder: Path) -> Path:
    row = {
        "key": key_of("Why is the sky blue?", "The sky is blue."),
        "answer": f"The sky is blue {CITED}.",
    }
    file = folder / "recording.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return file


async def _ask(url: str, prompt: str) -> str:
    async with open_session() as session:
        llm = OpenAiCompatibleLlm(
            session,
            base_url=url,
            model=MODEL,
            api_key=None,
            first_token_seconds=5,
            total_seconds=10,
        )
        pieces = [piece async for piece in llm.stream([Message("user", prompt)], max_tokens=50)]
    return "".join(pieces)
