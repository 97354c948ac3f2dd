"""Coroutines in tests: Playwright keeps a loop running in the thread that tests run in."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio


def run_apart(coroutine: Callable[..., Any], *given: Any) -> Any:
    """The result of a coroutine, run in a thread with an event loop of its own."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(anyio.run, coroutine, *given).result()
