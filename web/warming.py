"""Imports for the first page, done in the background at startup."""

import ast
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread


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
    for line in ast.parse(script.read_text(encoding="utf-8")).body:
        if isinstance(line, ast.ImportFrom) and line.module:
            import_module(line.module)
    module, _, function = then.partition(":")
    getattr(import_module(module), function)()
