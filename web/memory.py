"""Return of freed memory to the system, which allocators otherwise keep.

Reading all rows of a scope takes a hundred times what is kept. Measured with a million rows and every page opened once:
379 MB with the libraries' defaults, 259 MB with these settings. A threshold of 4 MB would give 228 MB, but slow down
questions by 0.3 ms.
"""

import ctypes
from typing import Final

from model.settings import set_for_library

# Settings of Polars' allocator, read when Polars is imported: return everything at once.
_POLARS: Final = ("_RJEM_MALLOC_CONF", "dirty_decay_ms:0,muzzy_decay_ms:0")
_LARGE: Final = 16_000_000  # bytes: larger pieces are taken from the system each by itself, and given back
# Numbers of glibc's malloc.h, and what they are set to. Each thread else has a heap of its own.
_GLIBC: Final = {"trim_threshold": (-1, _LARGE), "mmap_threshold": (-3, _LARGE), "arena_max": (-8, 2)}


def return_freed_memory() -> None:
    """Configure the allocators of Polars and glibc, where they are in use. Call it before Polars is imported."""
    set_for_library(*_POLARS)
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        for number, value in _GLIBC.values():
            set_option(number, value)
