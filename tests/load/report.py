"""The results as a page for people and as JSON for programs."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

import msgspec

from tests.load.figures import Round, Spread, median_ratio, spread
from tests.load.processes import REPOSITORY
from tests.load.results import Crowded, Results

PAGE = REPOSITORY / "docs" / "performance.md"
FIGURES = REPOSITORY / "docs" / "performance.json"
_METHOD = Path(__file__).with_name("method.md")
_COMMAND = "make bench"
_CONTESTANTS = {
    "ours": "a stored answer",
    "transaction": "bare webhook, one transaction",
    "autocommit": "bare webhook, autocommit",
}


def write(results: Results) -> None:
    """Rewrite docs/performance.md and docs/performance.json."""
    PAGE.write_text(page(results), encoding="utf-8")
    FIGURES.write_text(figures(results), encoding="utf-8")


def page(results: Results) -> str:
    parts = [
        "# Performance",
        _origin(results),
        "## Targets",
        _targets(results),
        "## A stored answer against a bare webhook",
        _stored(results),
        f"## {results.crowded.callers:,} callers at once",
        _crowded(results.crowded),
        "### The same, hurried",
        _crowded(results.hurried),
        "## New answers, as many as there can be",
        _anew(results),
        "## Among a million stored answers",
        _table(
            ("found by", "p50", "p95", "p99", "worst", "times"),
            [(name, *_milliseconds(one)) for name, one in results.among_many.items()],
        ),
        "## A call to the model",
        _model_calls(results),
        "## Start and memory",
        _start(results),
        "## The stages apart",
        _stages(results),
        _METHOD.read_text(encoding="utf-8").strip(),
    ]
    return "\n\n".join(parts) + "\n"


def figures(results: Results) -> str:
    """Every figure of the page, but for the single latencies of the rounds."""
    stored = results.stored
    targets = [
        {
            "name": target.name,
            "measured": round(target.measured, 4),
            "limit": target.limit,
            "unit": target.unit,
            "met": target.is_met,
        }
        for target in results.targets()
    ]
    told = {
        "command": _COMMAND,
        "measured_at": results.beginning.at,
        "took_seconds": round(results.took_seconds),
        "load_before": results.beginning.load,
        "machine": results.machine,
        "targets": targets,
        "stored_answer": {
            "ratio": stored.ratio,
            "rate": stored.rate,
            "steady": {name: _rounds(rounds) for name, rounds in stored.steady.items()},
            "flat_out": {name: _rounds(rounds) for name, rounds in stored.flat_out.items()},
        },
        "crowded": results.crowded,
        "hurried": results.hurried,
        "anew": results.anew,
        "among_a_million_ms": results.among_many,
        "model_calls": results.model_calls,
        "start_seconds": {
            "first": results.beginning.first_start,
            "second": results.beginning.second_start,
        },
        "idle_bytes": results.beginning.idle,
        "stages_ms": results.stages,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def _origin(results: Results) -> str:
    machine = results.machine
    return (
        f"Written by `{_COMMAND}` on {results.beginning.at:%-d %B %Y, %H:%M} UTC, in "
        f"{results.took_seconds:.0f} s: {machine.cores} cores of {machine.cpu}, "
        f"{machine.memory_gb:g} GB of memory, {machine.system}, Python {machine.python}, "
        f"PostgreSQL {machine.postgresql}. Load of the machine before the run: "
        f"{results.beginning.load:.2f}. The same figures for programs: "
        "[performance.json](performance.json)."
    )


def _targets(results: Results) -> str:
    rows = [
        (
            target.name,
            f"{_number(target.measured)} {target.unit}".strip(),
            f"{_number(target.limit)} {target.unit}".strip(),
            "yes" if target.is_met else "**no**",
        )
        for target in results.targets()
    ]
    return _table(("what", "measured", "at most", "met"), rows)


def _stored(results: Results) -> str:
    stored = results.stored
    parts = [
        f"{stored.ratio:.2f} times the server CPU of the bare webhook in one transaction, both at "
        f"{stored.rate:.0f} requests a second:",
        _contest(stored.steady),
        "As fast as each can, 32 callers at once:",
        _contest(stored.flat_out),
    ]
    return "\n\n".join(parts)


def _contest(rounds: Mapping[str, list[Round]]) -> str:
    head = ("a request", "server CPU", "ratio", "PostgreSQL CPU", "p50", "p95", "p99", "requests")
    rows = [_contestant(name, rounds["ours"], of) for name, of in rounds.items()]
    return _table(head, rows)


def _contestant(name: str, ours: list[Round], rounds: list[Round]) -> tuple[str, ...]:
    latency = spread([ms for one in rounds for ms in one.latencies_ms])
    return (
        _CONTESTANTS[name],
        f"{median(one.server_us for one in rounds):.0f} µs",
        f"{median_ratio(ours, rounds):.2f}",
        f"{median(one.database_us for one in rounds):.0f} µs",
        *(f"{ms:.1f} ms" for ms in (latency.p50, latency.p95, latency.p99)),
        f"{latency.count:,}",
    )


def _crowded(crowd: Crowded) -> str:
    spreads = {"all but the waits": crowd.quick, **crowd.webhooks}
    rows = [(name, *_milliseconds(one)) for name, one in spreads.items()]
    busy = ", ".join(f"{name} {cores:.2f}" for name, cores in crowd.cores.items())
    first = crowd.first_sentence
    return (
        f"{crowd.answered_from_store:,} questions answered from the store and "
        f"{crowd.answered_anew:,} by the model in {crowd.seconds:.0f} s; "
        f"{len(crowd.failures)} failures, "
        f"{(crowd.answered_from_store + crowd.answered_anew) / crowd.seconds:.0f} questions a second. The caller had the model's first sentence after "
        f"{first.p50:.2f} s (p50), {first.p95:.2f} s (p95), {first.p99:.2f} s (p99). "
        f"Cores kept busy: {busy}.\n\n"
        + _table(("webhook", "p50", "p95", "p99", "worst", "requests"), rows)
    )


def _anew(results: Results) -> str:
    rows = [
        (
            f"{each.in_flight}",
            f"{each.a_second:.0f}",
            f"{each.whole.p50:.2f} s",
            f"{each.whole.p95:.2f} s",
            f"{len(each.failures)}",
            ", ".join(f"{name} {cores:.2f}" for name, cores in each.cores.items()),
        )
        for each in results.anew
    ]
    return _table(("in flight", "whole a second", "p50", "p95", "failures", "cores"), rows)


def _model_calls(results: Results) -> str:
    rows = [
        (
            cost.name,
            f"{cost.pieces:.0f}",
            f"{cost.ours_us:.0f} µs",
            f"{cost.plain_us:.0f} µs",
            f"{cost.ours_us / cost.plain_us:.2f}",
        )
        for cost in results.model_calls
    ]
    return _table(("stream", "events a call", "ours", "aiohttp reading alone", "ratio"), rows)


def _start(results: Results) -> str:
    idle = results.beginning.idle
    return (
        f"`vidya serve --demo` is ready {results.beginning.first_start:.2f} s after its start on an empty "
        f"data folder, and {results.beginning.second_start:.2f} s on one that is there. At rest it takes "
        f"{_megabytes(idle.product + idle.postgres)}: the product {_megabytes(idle.product)}, "
        f"PostgreSQL {_megabytes(idle.postgres)}, {idle.processes} processes together."
    )


def _stages(results: Results) -> str:
    rows = [(name, *_milliseconds(one)) for name, one in results.stages.items()]
    return _table(("stage", "p50", "p95", "p99", "worst", "times"), rows)


def _rounds(rounds: Sequence[Round]) -> list[dict[str, float]]:
    return [
        {
            "requests": one.requests,
            "server_us": round(one.server_us, 1),
            "database_us": round(one.database_us, 1),
        }
        for one in rounds
    ]


def _milliseconds(one: Spread) -> tuple[str, ...]:
    figures_ms = (one.p50, one.p95, one.p99, one.worst)
    return (*(f"{_number(ms)} ms" for ms in figures_ms), f"{one.count:,}")


def _number(value: float) -> str:
    """Three figures that count."""
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
