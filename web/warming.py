"""Imports for the first page, done in the background at startup."""

import ast
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Final

from model.garbage import uncollected

# Allocations between garbage collections: nearly all objects are freed by reference counting.
_SEARCHED_AFTER: Final = 20_000


def warming(script: Path, then: str) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """A lifespan that imports what `script` imports, saving 2 s on the first page.

    `then` is called afterwards, written as "module:function".
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        Thread(target=_load, args=(script, then), daemon=True).start()
        yield

    return lifespan


def _load(script: Path, then: str) -> None:
    """Libraries stay as long as the process: no search for garbage looks through them, now or later."""
    with uncollected():
        for line in ast.parse(script.read_text(encoding="utf-8")).body:
            if isinstance(line, ast.ImportFrom) and line.module:
                import_module(line.module)
        gc.freeze()
        gc.set_threshold(_SEARCHED_AFTER)
    module, _, function = then.partition(":")
    getattr(import_module(module), function)()
