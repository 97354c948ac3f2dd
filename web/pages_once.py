"""The pages of the app, resolved once: Streamlit searches for their files at every rerun."""

from collections.abc import Callable
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any


def pages_once(
    create: Callable[..., Any], sort_key: Callable[[Path], Any], navigate: Callable[..., Any]
) -> Callable[[str], None]:
    """A replacement for Streamlit's `_mpa_v1` that runs the main script or a script in `pages`, as the address says.

    It uses Streamlit's own functions. Streamlit's navigation is hidden, since we draw our own.
    """

    @cache
    def pages_of(main_script: str) -> tuple[Any, ...]:
        main = Path(main_script).resolve()
        others = sorted((main.parent / "pages").glob("[!._]*.py"), key=sort_key)
        return (create(main, default=True), *map(create, others))

    def run_page(main_script: str) -> None:
        # A run marks its page as called, so each run gets copies.
        navigate([copy(page) for page in pages_of(main_script)], position="hidden", expanded=False).run()

    return run_page
