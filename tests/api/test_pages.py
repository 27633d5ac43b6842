"""Pages for people, problem details for programs, and the headers that both come with."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

import msgspec
import psycopg

from tests.running import ASHA, Running
from vidya.app.database import DatabaseAddresses

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
FROM_ELSEWHERE = {"X-Forwarded-For": "203.0.113.7"}
PAGES = ["/", "/simulator", "/design"]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def problem(self) -> dict[str, Any]:
        """RFC 9457 problem details."""
        assert self.headers["content-type"] == "application/problem+json"
        details: dict[str, Any] = msgspec.json.decode(self.text)
        return details


async def ask(running: Running, path: str, *, method: str = "GET", **headers: str) -> Answer:
    asked = running.session.request(method, running.url + path, headers=headers)
    async with asked as response:
        names = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, names, await response.text())


async def test_every_page_is_whole_and_keeps_to_itself(running: Running) -> None:
    for path in PAGES:
        answer = await ask(running, path, **BROWSER)

        assert answer.status == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.text.rstrip().endswith("</html>")
        _assert_it_keeps_to_itself(answer)


async def test_the_first_page_names_the_demo_school_and_who_can_call(running: Running) -> None:
    answer = await ask(running, "/", **BROWSER)

    assert "+91 90000 00001" in answer.text
    assert "<strong>DEMO</strong>" in answer.text
    assert 'href="/simulator"' in answer.text


async def test_a_person_at_an_unknown_address_gets_a_page_with_a_way_out(running: Running) -> None:
    answer = await ask(running, "/nothing-is-here", **BROWSER)

    assert answer.status == 404
    assert "<h1>We cannot find that</h1>" in answer.text
    assert "There is nothing at this address." in answer.text
    assert 'href="/"' in answer.text
    _assert_it_keeps_to_itself(answer)


async def test_a_program_at_an_unknown_address_gets_problem_details(running: Running) -> None:
    answer = await ask(running, "/nothing-is-here", Accept="application/json")

    assert answer.status == answer.problem["status"] == 404
    assert answer.problem["error"] == "NotFound"
    assert answer.problem["detail"] == "There is nothing at this address."


async def test_a_request_of_the_wrong_kind_is_told_so(running: Running) -> None:
    program = await ask(running, "/design", method="DELETE")
    person = await ask(running, "/design", method="POST", **BROWSER)

    assert program.problem["status"] == 405
    assert "<h1>That cannot be sent here</h1>" in person.text


async def test_the_simulator_is_refused_from_elsewhere(running: Running) -> None:
    person = await ask(running, "/simulator", **BROWSER, **FROM_ELSEWHERE)
    program = await ask(running, "/simulator", **FROM_ELSEWHERE)
    trace = await ask(running, "/simulator/trace/CA1", **FROM_ELSEWHERE)

    assert person.status == program.status == trace.status == 403
    assert "<h1>This page is not open to you</h1>" in person.text
    assert "served on this machine only" in person.text
    assert program.problem["error"] == "OnlyOnThisMachine"


async def test_a_simulator_that_is_turned_off_says_how_to_turn_it_on(
    run_with: Callable[..., AbstractAsyncContextManager[Running]],
) -> None:
    async with run_with(simulator=False) as running:
        phone = await ask(running, "/simulator", **BROWSER)
        home = await ask(running, "/", **BROWSER)

    assert phone.status == 404
    assert "VIDYA_SIMULATOR=true" in phone.text
    assert "Call from this browser" not in home.text


async def test_a_fault_of_ours_is_told_without_its_innards(
    running: Running, addresses: DatabaseAddresses
) -> None:
    with psycopg.connect(addresses.owner) as owner:
        owner.execute("ALTER TABLE identify_schools RENAME TO gone")

    person = await ask(running, "/", **BROWSER)
    program = await ask(running, "/")

    assert person.status == program.status == 500
    assert "<h1>Something went wrong with us</h1>" in person.text
    assert "identify_schools" not in person.text + program.text
    assert program.problem["error"] == "Fault"
    _assert_it_keeps_to_itself(person)


async def test_static_files_are_small_on_the_wire_and_kept_for_a_year(running: Running) -> None:
    page = await ask(running, "/simulator", **BROWSER)
    address = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]

    style = await ask(running, address, **{"Accept-Encoding": "gzip"})

    assert style.status == 200
    assert style.headers["content-encoding"] == "gzip"
    assert style.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert style.headers["x-content-type-options"] == "nosniff"


async def test_every_page_has_its_mark(running: Running) -> None:
    page = await ask(running, "/", **BROWSER)
    mark = await ask(running, "/favicon.ico")

    assert 'rel="icon"' in page.text
    assert mark.headers["content-type"] == "image/svg+xml"
    assert mark.text.startswith("<svg")


async def test_a_call_can_be_traced_from_question_to_source(running: Running) -> None:
    phone = running.phone(ASHA)
    await phone.dial()
    await phone.say("Why is the sky blue?")

    answer = await ask(running, f"/simulator/trace/{phone.call_sid}")

    assert answer.headers["cache-control"] == "no-store"
    traced = msgspec.json.decode(answer.text)
    question = traced["questions"][0]
    assert traced["call"]["learner"] == "Asha"
    assert question["source"] == "new"
    assert question["composer"] == "passages"
    assert question["status"] == "answered"
    assert [stage["name"] for stage in question["stages"]] == [
        "keys",
        "look up",
        "wait for a worker",
        "search",
        "passages",
    ]
    assert all(stage["ms"] >= 0 for stage in question["stages"])
    assert "sky is blue" in question["citations"][0]["heading"]
    assert 0 < question["first_sentence_ms"] <= question["complete_ms"]


async def test_the_trace_of_a_call_that_never_was_is_not_found(running: Running) -> None:
    answer = await ask(running, "/simulator/trace/CA0")

    assert answer.problem["status"] == 404


def _assert_it_keeps_to_itself(answer: Answer) -> None:
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
