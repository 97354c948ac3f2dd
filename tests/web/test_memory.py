"""Allocators give back what was freed."""

import subprocess
import sys
from typing import Final

_FREED: Final = """
import os, sys
import asgi
assert "polars" not in sys.modules, "Polars has read its settings already"
import numpy, polars, psutil
def used():
    return psutil.Process().memory_info().rss / 2**20
before = used()
def work():
    keys = polars.DataFrame({"key": numpy.arange(3_000_000) % 1_000_003}).group_by("key").agg(n=polars.len())
    parts = [numpy.arange(200_000) for _ in range(100)]  # 1.6 MB each
    return len(parts) + keys.height
work()
print(os.environ["_RJEM_MALLOC_CONF"], used() - before)
"""


def test_an_app_that_counted_millions_is_as_small_as_before():
    ended = subprocess.run([sys.executable, "-c", _FREED], check=True, capture_output=True, text=True)
    setting, grown = ended.stdout.split()

    assert setting.endswith("dirty_decay_ms:0,muzzy_decay_ms:0")
    assert float(grown) < 60
