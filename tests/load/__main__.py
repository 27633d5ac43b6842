"""`python -m tests.load` rewrites the performance page; it exits 1 when a target is missed."""

import sys
import time

from tests.load import report
from tests.load.results import Results
from tests.load.run import run

_began = time.perf_counter()


def main() -> int:
    tell("Measuring for about eight minutes; nothing else should want the processor meanwhile.")
    results = run(tell)
    report.write(results)
    tell("Written: docs/performance.md, docs/performance.json")
    return _verdict(results)


def tell(progress: str) -> None:
    print(f"[{time.perf_counter() - _began:4.0f} s] {progress}", flush=True)


def _verdict(results: Results) -> int:
    for target in results.targets():
        mark = "met   " if target.is_met else "MISSED"
        print(
            f"  {mark} {target.name}: {target.measured:.4g}, at most {target.limit:g} {target.unit}"
        )
    for failure in results.crowded.failures[:5]:
        print(f"  failed call: {failure}")
    return 0 if all(target.is_met for target in results.targets()) else 1


if __name__ == "__main__":
    sys.exit(main())
