"""The models that an operator sets: one, several in order, or none; and no key is ever shown."""

import json
import traceback
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.providers.llm_behaviours import Behaviour
from tests.providers.llm_server import Log, llm_server
from tests.providers.llm_wire import ANSWER
from tests.providers.order import ASKED
from vidya.core.settings import LlmSettings, SettingsNotUnderstood, load_settings
from vidya.providers.llm.configured import configured_llm
from vidya.providers.llm.receipt import Receipt

_KEY = "sk-hidden"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def _endpoint(name: str = "near", **fields: object) -> dict[str, Any]:
    return {"name": name, "base_url": "https://a.example.in/v1/", "model": "tiny", **fields}


def _set(monkeypatch: pytest.MonkeyPatch, *endpoints: dict[str, Any]) -> None:
    monkeypatch.setenv("VIDYA_LLM__ENDPOINTS", json.dumps(endpoints))


async def test_without_an_address_there_is_no_model(session: aiohttp.ClientSession) -> None:
    assert configured_llm(LlmSettings(), session, rates=None) is None


async def test_one_model_is_set_as_it_always_was(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with llm_server(log=log) as base_url:
        settings = LlmSettings.model_validate(
            {"base_url": base_url, "model": "tiny", "api_key": _KEY, "reasoning_effort": "low"}
        )
        llm = configured_llm(settings, session, rates=None)
        assert llm is not None
        receipt = Receipt()
        text = "".join([piece async for piece in llm.stream(ASKED, max_tokens=9, receipt=receipt)])

    assert (llm.name, text) == ("tiny", ANSWER)
    assert receipt.usages[0].endpoint == "llm"
    assert log.asked[0].headers["Authorization"] == f"Bearer {_KEY}"
    assert log.asked[0].body["reasoning_effort"] == "low"


async def test_several_are_asked_in_their_order_each_with_its_own_key(
    session: aiohttp.ClientSession,
) -> None:
    logs = [Log(), Log()]
    async with (
        llm_server(behaviour=Behaviour.failing, log=logs[0]) as first,
        llm_server(log=logs[1]) as second,
    ):
        settings = LlmSettings.model_validate(
            {
                "endpoints": [
                    _endpoint("near", base_url=first, api_key="sk-near"),
                    _endpoint("far", base_url=second, api_key="sk-far", model="big"),
                ]
            }
        )
        llm = configured_llm(settings, session, rates=None)
        assert llm is not None
        text = "".join([piece async for piece in llm.stream(ASKED, max_tokens=9)])

    assert text == ANSWER
    keys = [[asked.headers["Authorization"] for asked in log.asked] for log in logs]
    assert keys == [["Bearer sk-near"], ["Bearer sk-far"]]
    assert logs[1].asked[0].body["model"] == "big"


def test_endpoints_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    price = {"currency": "INR", "input": 12.5, "output": "50", "valid_from": "2026-04-01"}
    _set(
        monkeypatch,
        _endpoint(api_key=_KEY, requests_a_minute=500, prices=[price]),
        _endpoint("far"),
    )

    near, far = load_settings().llm.in_order()

    assert (near.name, near.base_url, near.requests_a_minute) == (
        "near",
        "https://a.example.in/v1",
        500,
    )
    assert str(near.prices[0].input) == "12.5"
    assert far.api_key is None


@pytest.mark.parametrize(
    ("endpoints", "told"),
    [
        ("{not json " + _KEY, "must be a JSON list"),
        ("7", "VIDYA_LLM__ENDPOINTS"),
        (json.dumps([_KEY]), "VIDYA_LLM__ENDPOINTS"),
        (json.dumps([_endpoint(api_key=_KEY, base_url="a.example.in")]), "0.base_url: must start"),
        (json.dumps([_endpoint(api_key=[_KEY])]), "0.api_key"),
        (json.dumps([_endpoint(apikey=_KEY)]), "0.apikey: Extra inputs"),
        (json.dumps([_endpoint(api_key=_KEY), _endpoint(api_key=_KEY)]), "the same name"),
        (json.dumps([_endpoint(api_key=_KEY, requests_a_minute=0)]), "0.requests_a_minute"),
        (json.dumps([_endpoint("a b", api_key=_KEY)]), "0.name"),
    ],
)
def test_endpoints_that_cannot_be_say_where_and_never_show_a_key(
    monkeypatch: pytest.MonkeyPatch, endpoints: str, told: str
) -> None:
    monkeypatch.setenv("VIDYA_LLM__ENDPOINTS", endpoints)

    with pytest.raises(SettingsNotUnderstood, match=told) as raised:
        load_settings()

    assert _KEY not in "".join(traceback.format_exception(raised.value))


def test_one_model_and_several_are_not_set_together(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, _endpoint())
    monkeypatch.setenv("VIDYA_LLM__BASE_URL", "https://b.example.in/v1")

    with pytest.raises(SettingsNotUnderstood, match="not both"):
        load_settings()


def test_no_key_of_an_endpoint_is_in_the_settings_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, _endpoint(api_key=_KEY))

    settings = load_settings()

    assert _KEY not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_every_example_in_the_documentation_is_understood() -> None:
    text = (Path(__file__).parents[3] / "docs/models.md").read_text(encoding="utf-8")
    blocks = [block.partition("\n```")[0] for block in text.split("```json\n")[1:]]

    settings = LlmSettings.model_validate({"endpoints": [json.loads(block) for block in blocks]})

    assert [endpoint.name for endpoint in settings.endpoints] == [
        "openai",
        "groq",
        "gemini",
        "deepseek",
        "sarvam",
        "ollama",
        "vllm",
    ]
