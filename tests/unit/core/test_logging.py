"""Logs are fixed sentences with fields; what is personal stays out of them."""

import json
import logging
from collections.abc import Iterator

import pytest

from vidya.core.logging import configure_logging

log = logging.getLogger("vidya.test")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


@pytest.mark.parametrize("form", ["text", "json"])
def test_personal_fields_are_dropped(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form=form, level="info", personal=False)

    log.warning("A call began.", extra={"pii.phone": "+919876543210", "step": "incoming"})

    written = capsys.readouterr().err
    assert "A call began." in written
    assert "incoming" in written
    assert "9876543210" not in written
    assert "pii" not in written


def test_personal_fields_are_kept_where_a_developer_asks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging(form="json", level="info", personal=True)

    log.warning("A call began.", extra={"pii.phone": "+919876543210"})

    assert json.loads(capsys.readouterr().err)["pii.phone"] == "+919876543210"


def test_a_line_for_machines_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form="json", level="info", personal=False)

    log.error("A job failed:\nand why.", extra={"question": "क्यों?", "n": 3})

    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert (told["event"], told["level"], told["question"], told["n"]) == (
        "A job failed:\nand why.",
        "error",
        "क्यों?",
        3,
    )
    assert told["timestamp"].endswith("Z")


def test_an_exception_is_told_with_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form="json", level="info", personal=False)

    try:
        int("by nought")
    except ValueError:
        log.exception("It failed.")

    assert "ValueError: invalid literal" in json.loads(capsys.readouterr().err)["exception"]


def test_what_is_below_the_level_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form="text", level="warning", personal=False)

    log.info("Not worth a line.")
    log.warning("Worth one.")

    assert "Not worth" not in (written := capsys.readouterr().err)
    assert "Worth one." in written


def test_a_field_that_json_does_not_know_is_still_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging(form="json", level="info", personal=False)

    log.warning("Odd.", extra={"odd": {1, 2}, "bytes": b"\xff"})

    assert json.loads(capsys.readouterr().err)["event"] == "Odd."


def test_configuring_twice_writes_each_line_once(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(form="text", level="info", personal=False)
    configure_logging(form="text", level="info", personal=False)

    log.warning("Once.")

    assert capsys.readouterr().err.count("Once.") == 1
