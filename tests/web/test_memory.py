"""Allocators give back what was freed."""

import os
import subprocess
import sys
from typing import Final

_COUNTED_AND_FREED: Final = """
import os, sys
if sys.argv[1] == "app":
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
kept = []
for _ in range(3):
    work()
    kept.append(used() - before)
print(os.environ.get("_RJEM_MALLOC_CONF"), min(kept))
"""


def _setting_and_megabytes_kept(who: str) -> tuple[str, float]:
    # Tests beside this one may have taken the app into this very process, with its settings.
    untold = {name: value for name, value in os.environ.items() if name != "_RJEM_MALLOC_CONF"}
    command = [sys.executable, "-c", _COUNTED_AND_FREED, who]
    ended = subprocess.run(command, env=untold, check=True, capture_output=True, text=True)
    setting, kept = ended.stdout.split()
    return setting, float(kept)


def test_an_app_keeps_less_than_half_of_what_another_process_keeps_after_counting_millions():
    setting, kept = _setting_and_megabytes_kept("app")

    assert setting.endswith("dirty_decay_ms:0,muzzy_decay_ms:0")
    assert kept < _setting_and_megabytes_kept("another")[1] / 2
