"""Typst for any number of threads: a Typst compiler refuses concurrent calls, so each call borrows one from a pool."""

from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

_ROOT: Final = Path(__file__).parent
_FREE: deque[typst.Compiler] = deque()  # they cache fonts and templates


def typeset(file: Path | bytes, texts: Mapping[str, str], **options: Any) -> list[bytes]:
    """The pages as PNGs, or one PDF, of a template filled with `texts`, in our fonts only.

    `options` go to `typst.Compiler.compile`.
    """
    try:
        compiler = _FREE.pop()
    except IndexError:
        compiler = typst.Compiler(root=_ROOT, font_paths=[_ROOT / "fonts"], ignore_system_fonts=True)
    try:
        document = compiler.compile(input=file, sys_inputs=dict(texts), **options)
    finally:
        _FREE.append(compiler)
    return document if isinstance(document, list) else [document or b""]
