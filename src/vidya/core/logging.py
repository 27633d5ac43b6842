"""Logs: fixed sentences with named fields, as text for people or JSON for machines."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

Fields = MutableMapping[str, Any]


def configure_logging(*, form: str, level: str, personal: bool) -> None:
    """Send all logs to standard error. Fields named `pii.*` are dropped unless `personal`."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if not personal:
        shared.append(_drop_personal)
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.getLogger("pgqueuer").setLevel(logging.WARNING)
    for noisy in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _drop_personal(_logger: Any, _method: str, fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if not name.startswith("pii.")}
