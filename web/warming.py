"""Imports done in the background at startup: those of the first page at once, those of all others a little later."""

import ast
import gc
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Final

from model.garbage import uncollected
from web.by_name import load

# Allocations between garbage collections: nearly all objects are freed by reference counting.
_SEARCHED_AFTER: Final = 20_000
PAUSE: Final = 0.5  # seconds before each further script


def warming(
    script: Path, then: str, others: Sequence[Path] = (), at_last: str = "", pause: float = PAUSE
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """A lifespan that imports what `script` imports, saving 2 s on the first page.

    `then` is called afterwards, and `at_last` when the imports of the other scripts are there too, both written as
    "module:function". Until those are there, files replaced under a running server would be mixed with older ones.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        Thread(target=_load, args=(script, then, others, at_last, pause), daemon=True).start()
        yield

    return lifespan


def _load(script: Path, then: str, others: Sequence[Path], at_last: str, pause: float) -> None:
    """Libraries stay as long as the process: no search for garbage looks through them, now or later."""
    with uncollected():
        _import_for(script)
        gc.freeze()
        gc.set_threshold(_SEARCHED_AFTER)
    load(then)()
    for other in others:
        time.sleep(pause)  # whoever opens the first page meanwhile goes first
        _import_for(other)
    if at_last:
        time.sleep(pause)
        load(at_last)()
    gc.freeze()


def _import_for(script: Path) -> None:
    for line in ast.parse(script.read_text(encoding="utf-8")).body:
        if isinstance(line, ast.ImportFrom) and line.module:
            import_module(line.module)
