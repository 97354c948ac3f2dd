"""Times are those of Việt Nam on a machine of any zone."""

import ast
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from model.clock import in_utc, this_day, this_moment, this_second
from presentation.occasion import Occasion
from tests.test_conventions import modules, name_of, tree_of

MAY_READ_IT = ("model/clock.py", "tests/", "benchmarks/")
OWN = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}


@pytest.fixture(params=["UTC", "America/New_York", "Asia/Ho_Chi_Minh"])
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_zone")
def test_the_clock_of_the_machine_does_not_matter():
    ahead = timedelta(hours=7)
    before = datetime.now(UTC).replace(tzinfo=None, microsecond=0) + ahead
    moments = (this_second(), this_moment())
    made, day = Occasion().made_at, this_day()
    after = datetime.now(UTC).replace(tzinfo=None) + ahead

    assert all(before <= moment <= after for moment in moments)
    assert before.replace(second=0) <= made <= after
    assert before.date() <= day <= after.date()


def test_properties_of_files_are_in_utc():
    assert in_utc(datetime(2022, 4, 20, 6, 30)) == datetime(2022, 4, 19, 23, 30, tzinfo=UTC)


def test_only_the_clock_reads_that_of_the_machine():
    readers = {
        name_of(path)
        for path in modules()
        if not name_of(path).startswith(MAY_READ_IT)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in OWN
    }

    assert not readers
