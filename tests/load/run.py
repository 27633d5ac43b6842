"""One run of all measurements, from an empty folder to the results."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import uvloop

from tests.load import many_answers, model_calls, school, stages, stored_turns
from tests.load.crowd import Crowd, seconds_after_the_model, spoken_by_model
from tests.load.figures import spread
from tests.load.machine import this_machine
from tests.load.model_calls import CallCost
from tests.load.model_server import MODEL
from tests.load.processes import (
    cpu_seconds,
    first_line,
    postgres_cpu_seconds,
    program,
    proportional_bytes,
)
from tests.load.product import SECRET_KEY, StartedProduct, started_product
from tests.load.results import Anew, Beginning, Crowded, Idle, Results
from tests.load.school import Child
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.security import Keys

CALLERS = 1_000
_CALL_SECONDS = 75.0
_HURRIED_SECONDS = 25.0
_SETTLE_SECONDS = 3.0
_QUESTIONS = {"en": 60, "hi": 20}
_MODEL_PACE = ("3", "1")  # seconds: the whole answer, its first sentence
_BRISK_PACE = ("2", "0.7")
_IN_FLIGHT = (50, 100, 300)
_ANEW_SECONDS = 15.0
_NO_PAUSE = 0.02
_AT_ONCE_PACE = ("0", "0")
_WORDS_AN_EVENT = (8, 1)
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Model:
    """The stand-in, as a process of its own."""

    port: int
    process: psutil.Process


def run(tell: Tell) -> Results:
    """Everything, in about eight minutes; `tell` hears how it goes."""
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="vidya-load-") as folder,
        program("tests.load.model_server", *_MODEL_PACE) as started,
    ):
        model = Model(int(first_line(started)), psutil.Process(started.pid))
        return _with_product(Path(folder), model, tell, began=began)


def _with_product(folder: Path, model: Model, tell: Tell, *, began: float) -> Results:
    load, at = os.getloadavg()[0], clock.now()
    with started_product(folder) as product:
        first_start = product.seconds_to_ready
        tell(f"started on an empty folder, ready after {first_start:.2f} s")
    settings = {
        **_pointed_at(model),
        "VIDYA_LLM__MODEL": f"{MODEL}1",
        "VIDYA_TUTOR__QUESTIONS_A_DAY": "10000",
    }
    with started_product(folder, settings=settings) as product:
        tell(f"started again, ready after {product.seconds_to_ready:.2f} s")
        time.sleep(_SETTLE_SECONDS)
        idle = _idle(product)
        beginning = Beginning(at, load, first_start, product.seconds_to_ready, idle)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            measured = runner.run(_measure(product, model, beginning, tell, began=began))
    with program("tests.load.model_server", *_BRISK_PACE) as started:
        brisk = Model(int(first_line(started)), psutil.Process(started.pid))
        with (
            started_product(folder, settings={**settings, **_pointed_at(brisk)}) as product,
            asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
        ):
            anew = runner.run(_anew(product, brisk, tell))
    return replace(measured, anew=anew, took_seconds=time.perf_counter() - began)


async def _measure(
    product: StartedProduct, model: Model, beginning: Beginning, tell: Tell, *, began: float
) -> Results:
    database = await Database.connect(product.urls.app, size=2)
    try:
        keys = Keys(bytes.fromhex(SECRET_KEY))
        children = await school.add_children(database, keys, number=CALLERS)
        questions = await _store_answers(product, children, tell)
        stored = await stored_turns.measure(product, children, questions, tell=tell)
        crowded = await _crowd(product, model, children, questions, tell)
        hurried = await _crowd(product, model, children, questions, tell, hurried=True)
        apart = await stages.measure(database, children, questions)
        tell("a million stored answers are written")
        await many_answers.fill(product.urls.owner)
        among_many = await many_answers.measure(database, children[0])
    finally:
        await database.close()
    return Results(
        beginning=beginning,
        machine=await this_machine(product.urls.app),
        stored=stored,
        crowded=crowded,
        hurried=hurried,
        anew=[],
        among_many=among_many,
        stages=apart,
        model_calls=await _model_calls(model, tell),
        took_seconds=time.perf_counter() - began,
    )


async def _anew(product: StartedProduct, model: Model, tell: Tell) -> list[Anew]:
    """Only new questions, each caller's next one as soon as the last is answered."""
    database = await Database.connect(product.urls.app, size=2)
    try:
        children = await school.children_there(database, number=max(_IN_FLIGHT))
    finally:
        await database.close()
    known = {
        language: school.questions_of_the_books(language, number=number)
        for language, number in _QUESTIONS.items()
    }
    results: list[Anew] = []
    for number in _IN_FLIGHT:
        crowd = Crowd(product.port, known, tell=tell, hurried=True, new_share=1, pause=_NO_PAUSE)
        before, began = _cpu(product, model), time.perf_counter()
        await crowd.call_for(_ANEW_SECONDS, children[:number])
        seconds, after = time.perf_counter() - began, _cpu(product, model)
        heard = crowd.heard
        whole = spread(heard.seconds_to_whole)
        tell(f"{number} answers in the making: whole after {whole.p95:.2f} s (p95)")
        results.append(
            Anew(
                in_flight=number,
                model_seconds=float(_BRISK_PACE[0]),
                a_second=whole.count / seconds,
                whole=whole,
                failures=heard.failures,
                cores={name: (after[name] - before[name]) / seconds for name in before},
            )
        )
    return results


async def _store_answers(
    product: StartedProduct, children: list[Child], tell: Tell
) -> dict[str, list[str]]:
    """The questions that are answered from the store from now on, by language."""
    asked = {
        language: school.questions_of_the_books(language, number=number)
        for language, number in _QUESTIONS.items()
    }
    stored = await Crowd(product.port, asked, tell=tell).store(children)
    numbers = ", ".join(f"{len(kept)} in {language}" for language, kept in stored.items())
    tell(f"{len(children):,} children on the phone, answers stored: {numbers}")
    return stored


async def _crowd(
    product: StartedProduct,
    model: Model,
    children: list[Child],
    questions: dict[str, list[str]],
    tell: Tell,
    *,
    hurried: bool = False,
) -> Crowded:
    crowd = Crowd(product.port, questions, tell=tell, hurried=hurried)
    before, began = _cpu(product, model), time.perf_counter()
    await crowd.call_for(_HURRIED_SECONDS if hurried else _CALL_SECONDS, children)
    seconds, after = time.perf_counter() - began, _cpu(product, model)
    heard = crowd.heard
    return Crowded(
        callers=len(children),
        seconds=seconds,
        answered_from_store=heard.outcomes["stored"],
        answered_anew=heard.outcomes["new"],
        failures=heard.failures,
        webhooks={kind: spread(ms) for kind, ms in heard.ms.items() if ms},
        quick=spread(heard.quick_ms),
        first_sentence=spread(seconds_after_the_model(heard, spoken_by_model(model.port))),
        cores={name: (after[name] - before[name]) / seconds for name in before},
    )


async def _model_calls(model: Model, tell: Tell) -> list[CallCost]:
    """As fast as the model answers, then at the pace of a real one."""
    costs: list[CallCost] = []
    with program("tests.load.model_server", *_AT_ONCE_PACE) as started:
        ports = {0: int(first_line(started)), int(_MODEL_PACE[0]): model.port}
        for seconds, port in ports.items():
            for words in _WORDS_AN_EVENT:
                cost = await model_calls.measure(port, seconds=seconds, words_an_event=words)
                tell(f"a model call of {cost.name}: {cost.ours_us:.0f} µs of CPU")
                costs.append(cost)
    return costs


def _pointed_at(model: Model) -> dict[str, str]:
    return {"VIDYA_LLM__BASE_URL": f"http://127.0.0.1:{model.port}/v1"}


def _cpu(product: StartedProduct, model: Model) -> dict[str, float]:
    """Seconds so far of each program that takes part."""
    return {
        "product": cpu_seconds(product.process),
        "PostgreSQL": postgres_cpu_seconds(product.postmaster),
        "model": cpu_seconds(model.process),
        "callers": cpu_seconds(psutil.Process()),
    }


def _idle(product: StartedProduct) -> Idle:
    own, *postgres = product.processes
    return Idle(
        product=proportional_bytes([own]),
        postgres=proportional_bytes(postgres),
        processes=1 + len(postgres),
    )
