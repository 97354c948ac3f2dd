"""Writes of another process reach a reading one: they share the file, and each has one SQLite library."""

import subprocess
import sys
import time

from data_access.store.records import Records
from model.filters import Filters
from tests.data_access.invented_rows import invent, write
from tests.live_records import live_records
from tests.serving import PROJECT

WRITER = """
import sys
from tests.data_access.invented_rows import invent, write
write(sys.argv[1], *invent(70, seed=int(sys.argv[2])))
"""
WITHIN = 10.0  # seconds, on a machine that runs the other tests too


def test_rows_of_another_process_are_seen_again_and_again(prepared_url):
    write(prepared_url, *invent(30, seed=1))
    with live_records(prepared_url) as records:
        assert total(records) == 30
        for seed in (2, 3):  # who closes the file last takes its log along
            subprocess.run([sys.executable, "-c", WRITER, prepared_url, str(seed)], cwd=PROJECT, check=True)
            expected, deadline = 30 + 70 * (seed - 1), time.monotonic() + WITHIN
            while total(records) != expected and time.monotonic() < deadline:
                records.poll()
                time.sleep(0.05)
            assert total(records) == expected


def total(records: Records) -> int:
    return int(records.slice(Filters()).counts()["uploads"].item())
