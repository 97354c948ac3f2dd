"""JSON logs: each line is one object, with the code that the page shows."""

import json
import logging
import subprocess
import sys

import pytest

from data_access.database.errors import DatabaseUnreachable
from model.settings import Misconfigured, log_format
from tests.serving import PROJECT
from web.logs import JsonLines

PROGRAM = """
import logging
logging.getLogger("other").addHandler(logging.StreamHandler())
from web.logs import set_up_logs
set_up_logs()
logging.getLogger("data_access").warning("Đi vắng: %s\\nzwei", "x")
logging.getLogger("other").propagate = False
logging.getLogger("other").error("also")
"""


def fields_of(record: logging.LogRecord) -> dict[str, object]:
    line = JsonLines().format(record)
    assert "\n" not in line
    return json.loads(line)


def record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    raised = (type(error), error, None) if error else None
    return logging.LogRecord("data_access.x", logging.WARNING, "x.py", 1, message, args, raised)


def test_a_line_says_when_where_and_what():
    result = fields_of(record("%s rows\nand more", 3))

    assert result.pop("time").endswith("+00:00")
    assert result == {"level": "warning", "logger": "data_access.x", "message": "3 rows\nand more"}


def test_the_code_that_readers_see_is_in_its_own_field():
    problem = DatabaseUnreachable("The database is away.")

    assert fields_of(record("%s: %s", problem, "cause"))["reference"] == problem.reference
    raised = fields_of(record("Failed.", error=problem))
    assert raised["reference"] == problem.reference
    assert "DatabaseUnreachable" in str(raised["trace"])
    assert "reference" not in fields_of(record("%s", ValueError("x")))


@pytest.mark.parametrize("value", ["json", "text"])
def test_the_setting_decides(value: str):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=PROJECT,
        env={"LOG_FORMAT": value, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )

    if value == "text":
        assert done.stderr == "Đi vắng: x\nzwei\nalso\n"
        return
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(line["level"], line["message"]) for line in lines] == [("warning", "Đi vắng: x\nzwei"), ("error", "also")]


def test_an_unknown_word_is_reported(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOG_FORMAT", "xml")

    with pytest.raises(Misconfigured, match=r"^LOG_FORMAT=xml is not known. Write json or text.$"):
        log_format()
